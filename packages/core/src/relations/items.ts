import type { BoundFigure, BoundTable, StatementOf } from "../facts/disclosure.ts";
import type { Source } from "../figure/figure.ts";
import { ECONOMIC_ITEMS } from "../tables/economic-items.ts";
import { itemsMeant } from "../tables/everyday-items.ts";
import { isZero, printed } from "./amounts.ts";
import { placeOf } from "./place.ts";
import { proseOf, sourceIn } from "./prose.ts";
import type { CheckContext, Judgement, Relation, RelationExamples } from "./relation.ts";
import { TINY, tinyDisclosure } from "./tiny.ts";

type NamedItem = StatementOf<"named-item">;

function namedItems(context: CheckContext, lists: readonly NamedItem["list"][]): NamedItem[] {
  return context.disclosure.statements.filter(
    (statement): statement is NamedItem => statement.type === "named-item" && lists.includes(statement.list),
  );
}

const ECONOMIC_NAMES = new Map(ECONOMIC_ITEMS.map(([code, name]) => [code, name]));
const ECONOMIC_BY_NAME = new Map(
  ECONOMIC_ITEMS.flatMap(([code, ...names]) => names.map((name) => [economicKey(name), code] as const)),
);

function economicKey(name: string): string {
  return name
    .normalize("NFKC")
    .replace(/[()（）\s、，]/g, "")
    .replace(/(?:支出|费用|费)$/, "");
}

/** The economic item that a name stands for, where it is a name of the classification. */
function economicCode({ name, code }: NamedItem): string | undefined {
  const found = code ?? ECONOMIC_BY_NAME.get(economicKey(name));
  return found !== undefined && /^3\d{4}$/.test(found) ? found : undefined;
}

/** The amounts of the table of basic expenditure, by economic item; undefined where it was not read as a whole. */
function basicAmounts(
  context: CheckContext,
): { readonly table: BoundTable; readonly amounts: ReadonlyMap<string, BoundFigure | undefined> } | undefined {
  const table = context.disclosure.tables.find((entry) => entry.table === "basic-expenditure" && !entry.empty);
  if (!table) return undefined;
  const { start, end } = table.source;
  if (context.disclosure.unbound.some(({ source }) => start <= source.start && source.start < end)) return undefined;
  const amounts = new Map<string, BoundFigure | undefined>();
  for (const cell of table.cells) {
    const dimensions = cell.key?.dimensions;
    const code = dimensions?.economic;
    if (
      code === undefined ||
      !/^3\d{4}$/.test(code) ||
      dimensions?.stage !== undefined ||
      dimensions?.measure !== undefined
    )
      continue;
    const figure = cell.figure === undefined ? undefined : context.figures.get(cell.figure);
    if (figure || !amounts.has(code)) amounts.set(code, figure);
  }
  return amounts.size < 5 ? undefined : { table, amounts };
}

const BASIC = (personnel: string): string =>
  `六、一般公共预算财政拨款基本支出决算情况说明\n\n一般公共预算财政拨款基本支出10.00万元。其中：人员经费9.00万元，主要包括：${personnel}；公用经费1.00万元，主要包括：办公费。`;

export const ECONOMIC_LIST: Relation = {
  id: "items.economic-list",
  title: { zh: "所列经济科目与基本支出表不符", en: "Economic items named and items spent" },
  basis: {
    zh: "公开格式第六节：人员经费、公用经费“主要包括”的科目取自基本支出决算表，不涉及的不列",
    en: "Section six of the form names the economic items of the table of basic expenditure; those not used are not named",
  },
  severity: "error",
  form: "agreement",
  purpose: {
    zh: "说明里写到的科目，表中应有金额；表中有金额的科目，说明里应写到——一列一行错位时，往往正好一个多、一个少",
    en: "An item named in the text has an amount in the table and the other way round; one slip of a line shows as one too many and one too few",
  },
  leavesOut: {
    zh: "“主要包括……等”可以不列全；不带“等”的清单少列一两个科目是提示，少列更多的只作参考；列了四个以上没有金额的科目，当作照抄格式，只提示一次；口语化名称（饭贴、社保）不判断，其所指的科目也不算漏列",
    en: "A list that ends in 等 need not be complete; one that does not and lacks one or two items is warned of, one that lacks more only noted; four or more names without amounts are taken for the form's own list and noted once; everyday words are not judged, and what they stand for is not left out",
  },
  *judge(context) {
    const named = namedItems(context, ["personnel", "public"]).flatMap((item) => {
      const code = economicCode(item);
      return code === undefined ? [] : [{ code, item }];
    });
    if (named.length === 0) return;
    const read = basicAmounts(context);
    if (!read) {
      yield {
        outcome: "not-checkable",
        reason: {
          zh: "没有读到完整的一般公共预算基本支出决算表",
          en: "the table of basic expenditure was not read as a whole",
        },
        sources: [named[0]!.item.source],
      };
      return;
    }
    const { table, amounts } = read;
    const words = namedItems(context, ["personnel", "public"]).flatMap(({ name }) => itemsMeant(name));
    const names = new Set([...named.map(({ code }) => code), ...words]);
    // Among whole 万元 0 is what less than half of one is printed as.
    const isRounded = [...amounts.values()].every(
      (figure) => !figure || (figure.decimals === 0 && figure.unit !== "yuan"),
    );
    const empty = named.filter(
      ({ code }) => amounts.has(code) && (isRounded ? !amounts.get(code) : isNothing(amounts.get(code))),
    );
    const silent = [...amounts].flatMap(([code, figure]) =>
      figure && !isZero(figure) && !names.has(code) ? [{ code, figure }] : [],
    );
    for (const { code, item } of named) {
      const figure = amounts.get(code);
      if (figure && !isZero(figure)) yield { outcome: "holds", sources: [item.source], figures: [figure.id] };
    }
    yield* judgeLists(context, table, empty, silent);
  },
};

function isNothing(figure: BoundFigure | undefined): boolean {
  return figure === undefined || isZero(figure);
}

type Silent = { readonly code: string; readonly figure: BoundFigure };
type Empty = { readonly code: string; readonly item: NamedItem };

function* judgeLists(
  context: CheckContext,
  table: BoundTable,
  empty: readonly Empty[],
  silent: readonly Silent[],
): Iterable<Judgement> {
  const nameOf = (code: string): string => ECONOMIC_NAMES.get(code) ?? code;
  if (empty.length > 3) {
    yield {
      outcome: "violated",
      severity: "info",
      message: {
        zh: `${placeOf(empty[0]!.item.source).zh}列出的科目中有${empty.length}个在基本支出表中没有金额（${empty.map(({ item }) => item.name).join("、")}），可能照抄了格式`,
        en: `${placeOf(empty[0]!.item.source).en} names ${empty.length} items without an amount in the table; the form's list may have been copied`,
      },
      sources: empty.map(({ item }) => item.source),
      key: "copied-list",
    };
    return;
  }
  const left = [...silent];
  for (const { code, item } of empty) {
    // The item meant is most likely a near neighbour of the one named, in the same class.
    const near = left
      .filter((other) => other.code.slice(0, 3) === code.slice(0, 3))
      .sort((one, other) => Math.abs(Number(one.code) - Number(code)) - Math.abs(Number(other.code) - Number(code)))[0];
    if (near) left.splice(left.indexOf(near), 1);
    const place = placeOf(item.source);
    const there = near ? `；表中有金额而没有列出的是“${nameOf(near.code)}”（${printed(near.figure)}）` : "";
    const thereEn = near ? `; “${nameOf(near.code)}” (${printed(near.figure)}) has an amount and is not named` : "";
    yield {
      outcome: "violated",
      ...(near ? {} : { severity: "warning" as const }),
      message: {
        zh: `${place.zh}列有“${item.name}”，基本支出决算表中该科目没有金额${there}`,
        en: `${place.en} names “${item.name}”, which has no amount in the table of basic expenditure${thereEn}`,
      },
      stated: item.name,
      ...(near ? { expected: nameOf(near.code), figures: [near.figure.id] } : {}),
      sources: [
        item.source,
        ...(near ? [near.figure.source] : [{ ...table.source, table: "basic-expenditure", text: nameOf(code) }]),
      ],
      culprits: [{ source: item.source, ...(near ? { expected: nameOf(near.code) } : {}) }],
      ...(near
        ? {}
        : {
            testifies: cellsOf(table, code),
            joins: {
              group: `${item.list} ${place.zh}`,
              name: item.name,
              message: (names: readonly string[]) => ({
                zh: `${place.zh}列有${names.map((name) => `“${name}”`).join("、")}，基本支出决算表中这${names.length}个科目没有金额`,
                en: `${place.en} names ${names.map((name) => `“${name}”`).join(", ")}, which have no amount in the table of basic expenditure`,
              }),
            },
          }),
      suggestion: near
        ? {
            zh: `把“${item.name}”改为“${nameOf(near.code)}”，或核对表中的行`,
            en: `Name “${nameOf(near.code)}” instead, or check the rows of the table`,
          }
        : { zh: `删去“${item.name}”，或核对表中的金额`, en: `Delete “${item.name}”, or check the table` },
      key: code,
    };
  }
  if (left.length === 0 || listsAreOpen(context)) return;
  yield {
    outcome: "violated",
    // One or two that a complete list lacks were left out; more of them, and the list was never meant to be complete.
    severity: left.length <= FORGOTTEN ? "warning" : "info",
    message: {
      zh: `基本支出决算表中有金额的${left.length}个科目说明没有列出：${left.map(({ code, figure }) => `${nameOf(code)}（${printed(figure)}）`).join("、")}`,
      en: `${left.length} items with an amount in the table of basic expenditure are not named in the text: ${left.map(({ code }) => nameOf(code)).join(", ")}`,
    },
    figures: left.map(({ figure }) => figure.id),
    sources: left.map(({ figure }) => figure.source),
    key: left.length <= FORGOTTEN ? `not-named ${left.map(({ code }) => code).join(" ")}` : "not-named",
  };
}

const FORGOTTEN = 2;

/** The cells of an item that say nothing, where something was left out if a sum lacks it. */
function cellsOf(table: BoundTable, code: string): NonNullable<Judgement["testifies"]> {
  const cells = table.cells.filter(
    ({ key }) => key?.dimensions.economic === code && key.dimensions.stage === undefined,
  );
  return {
    figures: cells.flatMap(({ figure }) => figure ?? []),
    places: cells.flatMap(({ figure, source }) => (figure === undefined ? [source] : [])),
  };
}

/** A list that ends in 等 need not name everything. */
function listsAreOpen(context: CheckContext): boolean {
  const section = context.disclosure.sections.find(({ id }) => id === "basic-expenditure");
  if (!section || context.text === undefined) return true;
  return /等/.test(context.text.slice(section.bodyStart, section.bodyEnd));
}

export const UNITS_COUNT: Relation = {
  id: "items.units-count",
  title: { zh: "所列单位数与说的个数不符", en: "The units covered and their stated number" },
  basis: { zh: "算术：列举的项数等于声明的个数", en: "Arithmetic: a list has as many entries as it says" },
  severity: "warning",
  form: "count",
  purpose: {
    zh: "发现漏列、多列的单位：说纳入决算的单位3个，列出的却是4个",
    en: "Finds units left out or added: three are announced and four are listed",
  },
  leavesOut: {
    zh: "一条里说到多个单位的清单不判断；没有写明个数的不判断",
    en: "Lists whose entries stand for several units are not judged, nor lists without a stated count",
  },
  judge: coveredUnits,
};

const COVERED =
  /(?:纳入|包括|下属|所属)[^。；]{0,60}?(?:单位|部门)(?:共(?:有|计)?|合计|有)?(\d{1,3})个[^。；\d]{0,30}[：:]$/;

/** 纳入…编制范围的单位共3个，包括： and the numbered lines under it. */
function* coveredUnits(context: CheckContext): Iterable<Judgement> {
  const paragraphs = proseOf(context).filter(
    ({ role, section }) => role !== "contents" && section?.part === "overview",
  );
  for (const [index, prose] of paragraphs.entries()) {
    const match = COVERED.exec(prose.text);
    if (!match) continue;
    const entries: string[] = [];
    for (const next of paragraphs.slice(index + 1)) {
      const number = /^[（(]?(\d{1,3})[）)]?[、.．]?(?=[一-龥])/.exec(next.text)?.[1];
      if (Number(number) !== entries.length + 1) break;
      entries.push(next.text);
    }
    const at = match.index + match[0].indexOf(match[1]!);
    const source = sourceIn(context, prose, at, at + match[1]!.length);
    if (entries.length < 2 || entries.some((entry) => /[、，；].*(?:局|中心|所|站|院|馆|队)/.test(entry))) continue;
    const stated = Number(match[1]);
    if (stated === entries.length) {
      yield { outcome: "holds", sources: [source] };
      continue;
    }
    yield {
      outcome: "violated",
      message: {
        zh: `${placeOf(source).zh}说纳入决算的单位有${stated}个，列出的却是${entries.length}个`,
        en: `${placeOf(source).en} says that ${stated} units are covered and lists ${entries.length}`,
      },
      stated: String(stated),
      expected: String(entries.length),
      sources: [source],
      culprits: [{ source, expected: String(entries.length) }],
      key: "covered-units",
    };
  }
}

const MOST_FORGOTTEN = 2;
/** So many items that are explained, to each that is not. */
const CUSTOM = 8;

export const GLOSSARY: Relation = {
  id: "items.glossary",
  title: { zh: "名词解释与支出项目不对应", en: "The glossary and the items of expenditure" },
  basis: {
    zh: "公开格式：对说明中出现的支出功能分类项级科目作名词解释（四川等地格式）",
    en: "Forms such as Sichuan's explain every functional item of the narrative in the glossary",
  },
  severity: "info",
  form: "presence",
  purpose: {
    zh: "读者应能查到说明中每个项级科目的含义；沿用上年的名词解释往往多出或缺少科目",
    en: "Readers can look up each item; a glossary carried over from last year has too many or too few",
  },
  leavesOut: {
    zh: "格式不要求解释科目的（名词解释中没有项级科目）不判断；只列不在说明中、但属于基金或国资科目的不算多余",
    en: "Not judged where the glossary explains no items at all; items of funds and state capital are never too many",
  },
  *judge(context) {
    const explained = new Map<string, Source>();
    for (const { name, source } of namedItems(context, ["glossary"])) {
      for (const item of itemNames(name)) explained.set(item, source);
    }
    const narrated = narratedItems(context);
    if (explained.size === 0 || narrated.size === 0) {
      yield {
        outcome: "not-applicable",
        reason: {
          zh: "名词解释不含支出科目，或说明没有逐项列出",
          en: "the glossary explains no items, or the narrative lists none",
        },
        sources: [],
      };
      return;
    }
    for (const [item, source] of narrated) if (explained.has(item)) yield { outcome: "holds", sources: [source] };
    const missing = [...narrated].filter(([item]) => !explained.has(item));
    const extra = [...explained].filter(
      ([item, source]) => !narrated.has(item) && !/基金|国有资本|资本经营/.test(source.text),
    );
    // Where all but one or two of many are explained, those were forgotten; one explained under another name is a slip of the name.
    const isCustom =
      extra.length === 0 &&
      missing.length <= MOST_FORGOTTEN &&
      narrated.size - missing.length >= CUSTOM * missing.length;
    if (missing.length > 0) {
      yield {
        outcome: "violated",
        ...(isCustom && { severity: "warning" as const }),
        message: {
          zh: `说明中的${missing.length}个项级科目没有名词解释：${missing.map(([item]) => item).join("、")}`,
          en: `${missing.length} items of the narrative are not in the glossary: ${missing.map(([item]) => item).join(", ")}`,
        },
        sources: missing.map(([, source]) => source),
        key: `missing ${missing.map(([item]) => item).join(" ")}`,
      };
    }
    if (extra.length > 0) {
      yield {
        outcome: "violated",
        message: {
          zh: `名词解释中的${extra.length}个项级科目在说明中没有：${extra.map(([item]) => item).join("、")}`,
          en: `${extra.length} items of the glossary do not occur in the narrative: ${extra.map(([item]) => item).join(", ")}`,
        },
        sources: extra.map(([, source]) => source),
        key: `extra ${extra.map(([item]) => item).join(" ")}`,
      };
    }
  },
};

const ITEMS_NAMED = /（款）[“"]?([^（）“”"]{2,40}(?:（[^（）]{1,10}）)?[^（）“”"]{0,20})[”"]?（项）/g;

/** The items' own names in 社会保障和就业（类）…（款）行政单位离退休（项）, spaces removed. */
function itemNames(paths: string): readonly string[] {
  const plain = paths.replace(/\(/g, "（").replace(/\)/g, "）").replace(/\s/g, "");
  return [...plain.matchAll(ITEMS_NAMED)].map(([, name]) => name!);
}

/** The items of the general budget may stand under no heading of their own. */
const TELLING_ITEMS: ReadonlySet<string> = new Set([
  "general-expenditure",
  "general-expenditure.items",
  "government-fund",
  "state-capital",
]);

function narratedItems(context: CheckContext): Map<string, Source> {
  const items = new Map<string, Source>();
  for (const prose of proseOf(context)) {
    const id = prose.section?.id;
    if (id === undefined || !TELLING_ITEMS.has(id)) continue;
    for (const item of itemNames(prose.text))
      items.set(item, sourceIn(context, prose, 0, Math.min(prose.text.length, 60)));
  }
  return items;
}

export const ITEM_RELATIONS: readonly Relation[] = [ECONOMIC_LIST, UNITS_COUNT, GLOSSARY];

export const EXAMPLES: RelationExamples = () => ({
  [ECONOMIC_LIST.id]: [
    { text: tinyDisclosure([TINY.basic], BASIC("退休费、奖励金")), holds: true },
    { text: tinyDisclosure([TINY.basic], BASIC("退休费等")), holds: true },
    { text: tinyDisclosure([TINY.basic], BASIC("离退休补贴、奖励金")), holds: true },
    {
      // 接待费 is what clerks call 公务接待费.
      text: tinyDisclosure(
        [
          TINY.basic
            .replace("| 30202 | 印刷费 |  |", "| 30217 | 公务接待费 | 0.40 |")
            .replace("办公费 | 1.00", "办公费 | 0.60"),
        ],
        BASIC("退休费、奖励金").replace("办公费。", "办公费、接待费。"),
      ),
      holds: true,
    },
    { text: tinyDisclosure([TINY.basic], BASIC("退休费、个人农业生产补贴")), holds: false, message: "奖励金" },
    {
      // The list in a sentence of its own, as some forms have it.
      text: tinyDisclosure([TINY.basic], BASIC("退休费").replace("9.00万元，主要包括", "9.00万元。主要包括")),
      holds: false,
      message: "奖励金",
    },
  ],
  [UNITS_COUNT.id]: [
    {
      text: "上海市普陀区财政局2024年度部门决算\n第一部分 部门概况\n二、机构设置\n纳入本部门2024年度部门决算编制范围的单位共2个，包括：\n1.上海市普陀区财政局（本级）\n2.上海市普陀区国库收付中心\n第二部分 2024年度部门决算情况说明\n一、收入支出决算总体情况说明\n2024年度收入支出总计100.00万元。",
      holds: true,
    },
    {
      text: "上海市普陀区财政局2024年度部门决算\n第一部分 部门概况\n二、机构设置\n纳入本部门2024年度部门决算编制范围的单位共3个，包括：\n1.上海市普陀区财政局（本级）\n2.上海市普陀区国库收付中心\n第二部分 2024年度部门决算情况说明\n一、收入支出决算总体情况说明\n2024年度收入支出总计100.00万元。",
      holds: false,
      message: "3个",
    },
  ],
  [GLOSSARY.id]: [
    {
      text: "第二部分 2023年度部门决算情况说明\n五、一般公共预算财政拨款支出决算情况说明\n（三）一般公共预算财政拨款支出决算具体情况\n1.住房保障支出（类）住房改革支出（款）住房公积金（项）：支出决算为94.5万元，完成预算100%。\n第三部分 名词解释\n1.住房保障支出（类）住房改革支出（款）住房公积金（项）：反映按规定缴纳的住房公积金。",
      holds: true,
    },
    {
      text: "第二部分 2023年度部门决算情况说明\n五、一般公共预算财政拨款支出决算情况说明\n（三）一般公共预算财政拨款支出决算具体情况\n住房保障支出（类）住房改革支出（款）住房公积金（项）支出94.5万元；住房保障支出（类）住房改革支出（款）购房补贴（项）支出10万元。\n第三部分 名词解释\n1.住房保障支出（类）住房改革支出（款）住房公积金（项）：反映按规定缴纳的住房公积金。\n2.住房保障支出（类）住房改革支出（款）购房补贴（项）：反映购房补贴。",
      holds: true,
    },
    {
      text: "第二部分 2023年度部门决算情况说明\n五、一般公共预算财政拨款支出决算情况说明\n（三）一般公共预算财政拨款支出决算具体情况\n1.住房保障支出（类）住房改革支出（款）住房公积金（项）：支出决算为94.5万元，完成预算100%。\n2.住房保障支出（类）住房改革支出（款）购房补贴（项）：支出决算为10万元，完成预算100%。\n第三部分 名词解释\n1.住房保障支出（类）住房改革支出（款）住房公积金（项）：反映按规定缴纳的住房公积金。",
      holds: false,
      message: "购房补贴",
    },
  ],
});
