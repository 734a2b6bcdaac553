import type { BoundRow, BoundTable } from "../facts/disclosure.ts";
import type { Source } from "../figure/figure.ts";
import { tableOf } from "../tables/catalogue.ts";
import { proseOf, sourceIn } from "./prose.ts";
import type {
  Bilingual,
  CheckContext,
  ClassificationJudge,
  ClassificationVerdict,
  Judgement,
  Relation,
  RelationExamples,
} from "./relation.ts";
import { TINY, tinyDisclosure } from "./tiny.ts";

const EDITION: Bilingual = {
  zh: "财政部每年印发的《政府收支分类科目》",
  en: "The classification of government revenue and expenditure that the Ministry of Finance issues every year (政府收支分类科目)",
};

interface Judged {
  readonly table: BoundTable;
  readonly row: BoundRow;
  readonly code: string;
  readonly verdict: ClassificationVerdict;
}

/** Each code once, as the first table prints it. */
function verdicts(context: CheckContext): readonly Judged[] | Bilingual {
  const { classification } = context;
  const year = context.disclosure.fiscalYear;
  if (!classification) return { zh: "没有载入政府收支分类科目", en: "the classification is not loaded" };
  if (year === undefined) return { zh: "没有认出决算年度", en: "the fiscal year was not recognised" };
  const seen = new Map<string, Judged>();
  for (const table of context.disclosure.tables) {
    if (table.table === undefined || namesItsOwn(table, classification, year)) continue;
    for (const row of table.rows) {
      const code = row.code?.replace(/\s/g, "");
      if (code === undefined || !/^[23]\d{2}(?:\d{2}){0,2}$/.test(code)) continue;
      // Below an item stand projects, which have names of their own.
      const name = row.label === "" ? undefined : row.label;
      const key = `${code} ${name ?? ""}`;
      if (!seen.has(key)) seen.set(key, { table, row, code, verdict: classification.verdict(code, name, year) });
    }
  }
  return [...seen.values()];
}

const LEAST_OWN_NAMES = 3;

/** A table of projects prints the code of the item that each is paid from beside a name of its own. */
function namesItsOwn({ rows }: BoundTable, judge: ClassificationJudge, year: number): boolean {
  const named = rows.flatMap(({ code, label }) => {
    const bare = code?.replace(/\s/g, "") ?? "";
    return /^2\d{6}$/.test(bare) && label !== "" ? judge.verdict(bare, label, year) : [];
  });
  const others = named.filter(({ verdict, former, code }) => verdict === "other-name" && !former && code === undefined);
  return others.length >= LEAST_OWN_NAMES && others.length * 2 > named.length;
}

/** Codes cut or joined wrongly when a table was read look wrong by the dozen; real slips come singly. */
function isReadingFault(wrong: readonly Judged[], all: readonly Judged[]): boolean {
  return wrong.length > 3 && wrong.length * 5 > all.length;
}

function* judge(
  context: CheckContext,
  isWrong: (judged: Judged) => boolean,
  say: (judged: Judged, source: Source, all: readonly Judged[]) => Judgement,
): Iterable<Judgement> {
  const all = verdicts(context);
  if (!("length" in all)) {
    yield { outcome: "not-checkable", reason: all, sources: [] };
    return;
  }
  const wrong = all.filter(isWrong);
  if (isReadingFault(wrong, all)) {
    yield {
      outcome: "not-checkable",
      reason: {
        zh: `${all.length}个科目中有${wrong.length}个对不上，可能是表格没有读准`,
        en: `${wrong.length} of ${all.length} codes do not fit; the tables were probably misread`,
      },
      sources: wrong.map(({ row }) => row.source),
    };
    return;
  }
  for (const judged of all) {
    const { table, row } = judged;
    const source: Source = { ...row.source, table: table.table!, row: row.label };
    yield isWrong(judged) ? say(judged, source, all) : { outcome: "holds", sources: [source] };
  }
}

/** Whether another table of the document has the code under its official name. */
function isNamedElsewhere({ code, row }: Judged, all: readonly Judged[]): boolean {
  return all.some(
    (other) => other.code === code && other.row !== row && other.row.label !== "" && other.verdict.verdict === "agrees",
  );
}

/** A name cut off or run into its neighbour when the cell was read: 机关事业单位职业年 for …职业年金缴费支出. */
export function isPartOf(printed: string, official: string): boolean {
  const [one, other] = [bare(printed), bare(official)];
  const [short, long] = one.length < other.length ? [one, other] : [other, one];
  return short.length >= 3 && (long.startsWith(short) || long.endsWith(short));
}

function bare(name: string): string {
  return name
    .normalize("NFKC")
    .replace(/[\s()（）、，]/g, "")
    .replace(/支出$/, "");
}

function titleOf(table: BoundTable): string {
  return table.title ?? tableOf(table.table!)?.titles[0] ?? table.table!;
}

export const CODE_EXISTS: Relation = {
  id: "classification.code",
  title: { zh: "科目编码不存在", en: "A code that does not exist" },
  basis: EDITION,
  severity: "warning",
  form: "catalogue",
  purpose: {
    zh: "表中的功能分类、经济分类编码应是当年有效的科目",
    en: "Codes in the tables are those of that year's classification",
  },
  leavesOut: {
    zh: "该级科目清单未必完整、该年科目未经证实时只作提示；对不上的很多时，当作没有读准",
    en: "Only noted where the list at that level may be incomplete or the year is not attested; where many do not fit, reading is at fault",
  },
  judge: (context) =>
    judge(
      context,
      ({ verdict }) => verdict.verdict === "no-such-code",
      ({ table, row, code, verdict }, source) => ({
        outcome: "violated",
        ...(verdict.certain === false ? { severity: "info" as const } : {}),
        message: {
          zh: `《${titleOf(table)}》的科目编码${code}（${row.label}）不在${verdict.certain === false ? "所收的" : ""}${context.disclosure.fiscalYear!}年科目中${verdict.code === undefined ? (verdict.certain === false ? "，请核对（所收清单未必完整）" : "") : `，“${row.label}”的编码是${verdict.code}`}`,
          en: `code ${code} (${row.label}) is not in the classification of ${context.disclosure.fiscalYear!}${verdict.certain === false ? " as far as it is known" : ""}${verdict.code === undefined ? "" : `; “${row.label}” is ${verdict.code}`}`,
        },
        stated: code,
        ...(verdict.code === undefined ? {} : { expected: verdict.code }),
        sources: [source],
        culprits: [{ source, ...(verdict.code === undefined ? {} : { expected: verdict.code }) }],
        key: code,
      }),
    ),
};

export const CODE_AND_NAME: Relation = {
  id: "classification.name",
  title: { zh: "科目编码与名称不符", en: "A code under another name" },
  basis: EDITION,
  severity: "warning",
  form: "catalogue",
  purpose: {
    zh: "编码与名称对不上，往往是错行或沿用了旧科目",
    en: "A code beside the wrong name means a slipped row or an old classification",
  },
  leavesOut: {
    zh: "不同写法不算错；前后年度的名称，其他表中都没有用当年名称的，只作提示；项目行没有科目名称，不判断；该科目未经证实、名称又不属于别的编码的，只作提示",
    en: "Other spellings are not wrong, and names of other years only noted where no other table has this year's; rows of projects have no official name; only noted where the entry is not attested and no other code has the name",
  },
  judge: (context) =>
    judge(
      context,
      ({ verdict, row }) =>
        row.level !== "line" && verdict.verdict === "other-name" && !isPartOf(row.label, verdict.name ?? ""),
      (judged, source, all) => {
        const { table, row, code, verdict } = judged;
        const elsewhere = isNamedElsewhere(judged, all);
        const isMild = !elsewhere && (verdict.former === true || verdict.certain === false);
        return {
          outcome: "violated",
          ...(isMild ? { severity: "info" as const } : {}),
          message: {
            zh: `《${titleOf(table)}》中编码${code}的名称印作“${row.label}”，${context.disclosure.fiscalYear!}年科目名称是“${verdict.name ?? ""}”${elsewhere ? "，本文件的其他表中也是" : ""}${verdict.code === undefined ? "" : `（“${row.label}”的编码是${verdict.code}）`}`,
            en: `code ${code} is printed as “${row.label}”; in ${context.disclosure.fiscalYear!} it is “${verdict.name ?? ""}”${elsewhere ? ", as in other tables here" : ""}${verdict.code === undefined ? "" : ` (“${row.label}” is ${verdict.code})`}`,
          },
          stated: row.label,
          ...(verdict.name === undefined ? {} : { expected: verdict.name }),
          sources: [source],
          culprits: [{ source, ...(verdict.name === undefined ? {} : { expected: verdict.name }) }],
          key: `${code} ${row.label}`,
        };
      },
    ),
};

/** 社会保障和就业支出（类）行政事业单位养老支出（款）机关事业单位基本养老保险缴费支出（项）, codes before the marks or not. */
const PATH =
  /([\u4e00-\u9fff]{2,20})（(?:\d{3})?类）[-—]?([\u4e00-\u9fff“”、（）]{2,40}?)（(?:\d{2,5})?款）[-—]?([\u4e00-\u9fff“”、（）]{2,40}?)（(?:\d{2,7})?项）/gu;

export const ITEM_UNDER_ITS_GROUP: Relation = {
  id: "classification.path",
  title: { zh: "项级科目不在所写的款下", en: "An item under a group it does not belong to" },
  basis: EDITION,
  severity: "warning",
  form: "catalogue",
  purpose: {
    zh: "说明中写的类、款、项应当逐级相属",
    en: "The class, group and item that the narrative names belong to one another",
  },
  leavesOut: {
    zh: "名称在多个款下都有的（如行政运行）、没有认出的名称不判断；该款的清单未必完整时只作提示",
    en: "Names that recur under many groups and names not known are not judged; only noted where the group's list may be incomplete",
  },
  *judge(context) {
    const { classification } = context;
    const year = context.disclosure.fiscalYear;
    if (!classification || year === undefined) return;
    const seen = new Set<string>();
    for (const prose of proseOf(context)) {
      if (prose.role !== "body") continue;
      const text = prose.text.replaceAll("(", "（").replaceAll(")", "）");
      for (const match of text.matchAll(PATH)) {
        const [whole, first, group, item] = match;
        if (seen.has(whole)) continue;
        seen.add(whole);
        const found = classification.misplaced([first!, group!, item!], year);
        if (!found) {
          yield { outcome: "holds", sources: [] };
          continue;
        }
        const source = sourceIn(context, prose, match.index, match.index + whole.length);
        yield {
          outcome: "violated",
          ...(found.certain ? {} : { severity: "info" as const }),
          message: {
            zh: `“${item!}”不是“${group!}”款下的项，${year}年科目中是${found.code}，即${found.path}`,
            en: `“${item!}” is not an item of “${group!}”; in ${year} it is ${found.code}, ${found.path}`,
          },
          stated: item!,
          expected: found.path,
          sources: [source],
          culprits: [{ source, expected: found.path }],
          key: whole,
        };
      }
    }
  },
};

export const CLASSIFICATION_RELATIONS: readonly Relation[] = [CODE_EXISTS, CODE_AND_NAME, ITEM_UNDER_ITS_GROUP];

export const EXAMPLES: RelationExamples = () => ({
  [CODE_EXISTS.id]: [
    { text: tinyDisclosure([TINY.expenditure]), holds: true },
    { text: tinyDisclosure([TINY.expenditure.replaceAll("2080501", "2080519")]), holds: false, message: "2080519" },
  ],
  [CODE_AND_NAME.id]: [
    { text: tinyDisclosure([TINY.expenditure]), holds: true },
    {
      text: tinyDisclosure([TINY.expenditure.replace("行政单位离退休", "住房公积金")]),
      holds: false,
      message: "行政单位离退休",
    },
    // A name of another item, and the right one in another table.
    {
      text: tinyDisclosure([TINY.expenditure.replace("行政单位离退休", "伤残抚恤"), TINY.general]),
      holds: false,
      message: "本文件的其他表中也是（“伤残抚恤”的编码是2080802）",
    },
  ],
  [ITEM_UNDER_ITS_GROUP.id]: [
    {
      text: "五、一般公共预算财政拨款支出决算情况说明\n\n1.社会保障和就业支出（类）行政事业单位养老支出（款）行政单位离退休（项）10.00万元。",
      fiscalYear: 2024,
      holds: true,
    },
    {
      text: "五、一般公共预算财政拨款支出决算情况说明\n\n1.公共安全支出（类）司法（款）其他公共安全支出（项）10.00万元。",
      fiscalYear: 2024,
      holds: false,
      message: "2049999",
    },
  ],
});
