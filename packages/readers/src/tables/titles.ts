import { normaliseTitle, TABLES, type Dimensions, type TableDeclaration } from "@juesuan/core";

// Titles that nobody has taught: 政府性基金收支情况表, 各项收入决算情况表, 2023年度决算附表. Such a title still says in words of the
// field of which fund its table is, of what nature, and whether of revenue or expenditure, or it says nothing of these. It is
// never enough to name a table by; what it says rules out the tables of which it is not so.

/** What a title says of its table. */
interface Said {
  readonly fund?: NonNullable<Dimensions["fund"]>;
  readonly nature?: NonNullable<Dimensions["nature"]>;
  readonly flow?: "revenue" | "expenditure" | "both";
  /** “三公”经费 and the tables of other matters, by the word that tells them: 采购, 资产. */
  readonly matters: readonly string[];
}

const FUNDS: readonly { readonly words: RegExp; readonly fund: NonNullable<Dimensions["fund"]> }[] = [
  { words: /国有资本|国资/, fund: "state-capital" },
  { words: /政府性?基金|基金预算/, fund: "government-fund" },
  { words: /(?:一般)?公共(?:财政)?预算/, fund: "general" },
  { words: /财政(?:拨款|补助)/, fund: "appropriation" },
];

const NATURES: readonly { readonly words: RegExp; readonly nature: NonNullable<Dimensions["nature"]> }[] = [
  { words: /基本(?:支出|经费)/, nature: "basic" },
  { words: /(?:项目|专项)(?:支出|经费|收入支出|收支)/, nature: "project" },
  { words: /经营支出/, nature: "operating" },
];

/** What no table of accounts is about but those whose own titles say it too. */
const MATTERS =
  /三公|绩效|自评|评价|采购|资产|负债|债[务券]|机构|人员|人数|编制|车辆|运行经费|清单|目录|计划|指标|上年|去年|以前年度|重点|整改|考核|专户|往来|来源|范围|单位情况|分配|转移支付|会议费|培训费|专项资金|项目(?!支出|经费|收)/g;

/** The words for a fund, which name no budget of a year. */
export const BUDGET_OF_FUND = /(?:一般)?公共(?:财政)?预算|(?:政府性)?基金预算|国有资本(?:经营)?预算|国资预算/g;

function saidBy(title: string): Said {
  const fund = FUNDS.find(({ words }) => words.test(title))?.fund;
  const nature = NATURES.find(({ words }) => words.test(title))?.nature;
  const hasRevenue = /收/.test(title.replace(/验收|回收/g, ""));
  const hasExpenditure = /支|经费/.test(title);
  const flow = hasRevenue ? (hasExpenditure ? "both" : "revenue") : hasExpenditure ? "expenditure" : undefined;
  return {
    ...(fund && { fund }),
    ...(nature && { nature }),
    ...(flow && { flow }),
    matters: [...new Set(title.match(MATTERS))].toSorted(),
  };
}

/** What the titles of each table say. */
const DECLARED: readonly { readonly table: TableDeclaration; readonly said: readonly Said[] }[] = TABLES.map(
  (table) => ({
    table,
    said: table.titles.map((title) => saidBy(normaliseTitle(title))),
  }),
);

/** The tables that a title nobody has taught can be of. */
export interface Named {
  readonly tables: readonly TableDeclaration[];
  /** Whether it says of which matter: then these are the tables of which another title says the same. */
  readonly says: boolean;
}

/**
 * The tables that a title nobody has taught can be of, by what it says: all tables where it says nothing.
 *
 * @example namedBy("政府性基金收支情况表").tables.map(({ id }) => id) // ["government-fund"]
 */
export function namedBy(printed: string): Named {
  const title = normaliseTitle(printed);
  if (isOfBudget(title)) return { tables: [], says: true };
  const own = saidBy(title);
  const says = own.fund !== undefined || own.nature !== undefined || own.flow !== undefined || own.matters.length > 0;
  if (!says) return { tables: TABLES, says };
  const tables = DECLARED.filter(({ said }) => said.some((one) => saysSame(own, one))).map(({ table }) => table);
  return { tables, says };
}

/** 收入支出预算总表: the budget of a year. */
export function isOfBudget(title: string): boolean {
  return !title.includes("决算") && title.replaceAll(BUDGET_OF_FUND, "").includes("预算");
}

function saysSame(own: Said, other: Said): boolean {
  if (own.matters.join() !== other.matters.join()) return false;
  // “三公”经费 is spent, whether its title says so or not, and out of appropriations.
  if (own.matters.includes("三公")) return other.fund !== "general" || own.fund === "general";
  return own.fund === other.fund && own.nature === other.nature && own.flow === other.flow;
}
