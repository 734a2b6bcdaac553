import type { BoundFigure, BoundTable } from "../facts/disclosure.ts";
import { keyText } from "../facts/key.ts";
import type { Source, Unit } from "../figure/figure.ts";
import { readingOf, ticksPerStep } from "../figure/interval.ts";
import { tableOf } from "../tables/catalogue.ts";
import { isAmount, isZero } from "./amounts.ts";
import { placeOf } from "./place.ts";
import type { CheckContext, Judgement, Relation, RelationExamples } from "./relation.ts";
import { TINY, tinyDisclosure } from "./tiny.ts";

export const UNIT: Relation = {
  id: "agreement.unit",
  title: { zh: "表的单位与数字不符", en: "A table's unit does not fit its figures" },
  basis: {
    zh: "公开格式规定以万元为单位；同一数字在不同单位下不能相同",
    en: "The form counts in 万元; one number cannot stand for the same money in two units",
  },
  severity: "error",
  form: "agreement",
  purpose: {
    zh: "发现表头把“万元”写成“元”（或相反）：数字与别处一字不差，单位却差一万倍",
    en: "Finds a table headed 元 for 万元 (or the reverse): the digits are those printed elsewhere, the unit differs ten-thousandfold",
  },
  leavesOut: {
    zh: "两个以上非零数字与别处完全相同而单位不同，才算错误；没有可比的数字、只有一张表的单位与众不同的，是提示；各表单位不同而数值换算一致的，不算错",
    en: "An error only where two or more figures are the same digits elsewhere under another unit; one table that alone has its unit, and nothing to compare, is a warning; tables in other units that convert correctly are right",
  },
  *judge(context) {
    const tables = context.disclosure.tables.filter(({ unit, table }) => unit !== undefined && table !== undefined);
    const usual = usualUnit(tables);
    const odd = tables.filter(({ unit }) => unit !== usual);
    for (const table of odd) yield judgeOdd(context, table, tables.length - odd.length);
    // The unit that most tables share is held against the narrative: all of them may be headed wrongly.
    const shared = tables.filter((table) => !odd.includes(table));
    if (shared.length > 0) yield judgeShared(context, shared);
  },
};

/** Figures of a table against the same quantities elsewhere, where those are printed in another unit. */
interface Evidence {
  /** The same digits. */
  same: number;
  /** Other digits, or the same unit: the headings are right. */
  converted: number;
  unit: Unit;
  witness?: Source;
}

function evidenceOf(context: CheckContext, table: BoundTable, where: "anywhere" | "narrative"): Evidence {
  const own = figuresOf(table);
  const evidence: Evidence = { same: 0, converted: 0, unit: table.unit! };
  const seen = new Set<string>();
  for (const id of own) {
    const here = context.figures.get(id);
    if (!here || !isAmount(here) || isZero(here)) continue;
    const key = keyText(here.concept, here.dimensions);
    if (seen.has(key)) continue;
    seen.add(key);
    for (const other of context.facts.get(key) ?? []) {
      if (own.has(other.id) || other.unit === "count" || isZero(other)) continue;
      if (where === "narrative" && other.source.table !== undefined) continue;
      if (other.unit !== here.unit && Number(other.value) === Number(here.value)) {
        evidence.same++;
        evidence.unit = other.unit;
        evidence.witness ??= other.source;
      } else evidence.converted++;
    }
  }
  return evidence;
}

function figuresOf(table: BoundTable): Set<number> {
  return new Set(table.cells.flatMap(({ figure }) => (figure === undefined ? [] : [figure])));
}

function isWrong({ same, converted }: Evidence): boolean {
  return same >= 2 && same > converted;
}

function sourceOf(table: BoundTable): Source {
  return { ...table.source, table: table.table!, text: table.title ?? tableOf(table.table!)!.titles[0] };
}

/** So many tables under one unit are the document's habit. */
const A_HABIT = 4;

function judgeOdd(context: CheckContext, table: BoundTable, others: number): Judgement {
  const source = sourceOf(table);
  const evidence = evidenceOf(context, table, "anywhere");
  if (!isWrong(evidence)) {
    // Nothing that converts shows that the unit is meant: it is the one heading that was not looked at.
    if (evidence.converted > 0 || others < A_HABIT) return { outcome: "holds", sources: [source] };
    return unlikeOthers(context, table, source, others);
  }
  const [wrong, right] = [unitName(table.unit), unitName(evidence.unit)];
  return {
    outcome: "violated",
    message: {
      zh: `《${source.text}》的单位写作“${wrong}”，但表中${evidence.same}个数字与别处以“${right}”为单位的数字完全相同`,
      en: `“${tableOf(table.table!)!.en}” is headed ${wrong}, but ${evidence.same} of its figures are the same digits as elsewhere in ${right}`,
    },
    stated: wrong,
    expected: right,
    sources: [source, ...(evidence.witness ? [evidence.witness] : [])],
    culprits: [{ source, expected: right }],
    suggestion: { zh: `单位改为“${right}”`, en: `Head it ${right}` },
    explains: [...figuresOf(table)],
    key: table.table!,
  };
}

function unlikeOthers(context: CheckContext, table: BoundTable, source: Source, others: number): Judgement {
  const [wrong, right] = [unitName(table.unit), unitName(context.disclosure.unit)];
  return {
    outcome: "violated",
    severity: "warning",
    message: {
      zh: `《${source.text}》的单位写作“${wrong}”，其余${others}张表都是“${right}”`,
      en: `“${tableOf(table.table!)!.en}” is headed ${wrong}, the other ${others} tables ${right}`,
    },
    stated: wrong,
    expected: right,
    sources: [source],
    culprits: [{ source, expected: right }],
    suggestion: { zh: `单位改为“${right}”`, en: `Head it ${right}` },
    explains: [...figuresOf(table)],
    key: table.table!,
  };
}

function judgeShared(context: CheckContext, tables: readonly BoundTable[]): Judgement {
  const evidence = tables.map((table) => evidenceOf(context, table, "narrative"));
  const wrong = evidence.filter(isWrong);
  const sources = tables.map(sourceOf);
  if (wrong.length === 0 || wrong.length * 2 <= evidence.filter(({ same, converted }) => same + converted > 0).length)
    return { outcome: "holds", sources };
  const [printed, told] = [unitName(tables[0]!.unit), unitName(wrong[0]!.unit)];
  const same = evidence.reduce((sum, entry) => sum + entry.same, 0);
  return {
    outcome: "violated",
    message: {
      zh: `各表的单位写作“${printed}”，说明却以“${told}”为单位，${same}个数字完全相同，必有一处单位写错`,
      en: `the tables are headed ${printed}, the narrative counts in ${told}, and ${same} figures are the same digits: one of the units is wrong`,
    },
    stated: printed,
    sources: [...sources, ...(wrong[0]!.witness ? [wrong[0]!.witness] : [])],
    explains: context.disclosure.figures.map(({ id }) => id),
    key: "all",
  };
}

/** The unit of most tables; undefined where two units are equally common. */
function usualUnit(tables: readonly BoundTable[]): BoundTable["unit"] {
  const counts = new Map<NonNullable<BoundTable["unit"]>, number>();
  for (const { unit } of tables) if (unit !== undefined) counts.set(unit, (counts.get(unit) ?? 0) + 1);
  const [first, second] = [...counts].sort((left, right) => right[1] - left[1]);
  return first && first[1] !== second?.[1] ? first[0] : undefined;
}

function unitName(unit: string | undefined): string {
  return unit === "yuan" ? "元" : unit === "hundred-million-yuan" ? "亿元" : "万元";
}

const A_FEW = 5;

export const UNIT_IN_TEXT: Relation = {
  id: "agreement.unit-in-text",
  title: { zh: "说明中的金额疑漏写“万”", en: "An amount in 元 among amounts in 万元" },
  basis: {
    zh: "公开格式规定以万元为单位，一份文件用一种单位",
    en: "The form counts in 万元, and one document in one unit",
  },
  severity: "warning",
  form: "agreement",
  purpose: {
    zh: "发现说明中写成“元”的收支金额：“年初预算为10.00元，支出决算为10.00万元”",
    en: "Finds amounts of the accounts printed in 元 in a text that counts in 万元, no relation needing to fail",
  },
  leavesOut: {
    zh: "整数的元、人均标准、附件以外没有对应科目的金额不算；换算后与别处一致的、以元为单位的表里也印着的、当作万元就远大于全文各数的不算；通篇以元为单位的文件不判断",
    en: "Whole yuan, standards per person and amounts that are none of the accounts' are left alone, as are those that another place confirms after conversion, that a table in 元 prints too or that would be far beyond all others in 万元, and documents that count in yuan",
  },
  *judge(context) {
    const { disclosure } = context;
    const told = disclosure.figures.filter(({ source, unit }) => source.table === undefined && MONEY.has(unit));
    const usual = told.filter(({ unit }) => unit === "ten-thousand-yuan");
    if (usual.length < A_FEW || usual.length < told.length * MOST) return;
    const largest = usual.reduce((most, { value }) => Math.max(most, Number(value)), -Infinity);
    for (const figure of told) {
      if (figure.unit === "yuan" && !isMeant(context, figure, largest)) yield inYuan(figure);
      else yield { outcome: "holds", sources: [figure.source] };
    }
  },
};

const MONEY: ReadonlySet<Unit> = new Set(["yuan", "ten-thousand-yuan", "hundred-million-yuan"]);
const MOST = 0.8;
/** From here on an amount in yuan is plausible: two thousand and more. */
const LARGE = 1_000_000;

/** In 万元 it would be so many times as much as the largest amount of the document. */
const BEYOND = 10;

/** Whether an amount may well be in yuan: round, large, beyond all others in 万元, per head, or the same as elsewhere. */
function isMeant(context: CheckContext, figure: BoundFigure, largest: number): boolean {
  if (isZero(figure) || figure.decimals === 0) return true;
  if (Number(figure.value) >= Math.min(LARGE, BEYOND * largest)) return true;
  // 人 均 83.40: a line that was justified may have spaces between its characters.
  const before = (context.text?.slice(Math.max(0, figure.source.start - 20), figure.source.start) ?? "").replace(
    /\s/g,
    "",
  );
  const behind = context.text?.slice(figure.source.end, figure.source.end + 8) ?? "";
  if (
    /[人批次车辆户生床]均|每[人次批辆]|标准|单价|平均|百元|[每](?:百|千|万)?[元亩吨公平]/.test(before) ||
    /^\s*元\s*[/／每]/.test(behind)
  )
    return true;
  const yuan = ticksOf(figure);
  const facts = context.facts.get(keyText(figure.concept, figure.dimensions)) ?? [];
  return facts.some(
    (other) =>
      other.id !== figure.id &&
      (other.unit === "ten-thousand-yuan"
        ? Math.abs(ticksOf(other) - yuan) <= ticksPerStep(other.unit, other.decimals) / 2
        : // A table in 元 prints it too.
          other.unit === "yuan" && other.source.table !== undefined && other.value === figure.value),
  );
}

/** The printed value itself, an approximation's too; one that is too large to be exact equals nothing. */
function ticksOf({ value, decimals, unit }: BoundFigure): number {
  return readingOf({ value, decimals, unit })?.middle ?? Number.NaN;
}

function inYuan(figure: BoundFigure): Judgement {
  const place = placeOf(figure.source);
  return {
    outcome: "violated",
    message: {
      zh: `${place.zh}印作${figure.text}元，本文件的金额以万元为单位，疑漏写“万”${figure.source.context === undefined ? "" : `：${figure.source.context}`}`,
      en: `${place.en} prints ${figure.text} 元; the document counts in 万元, so 万 seems to be left out`,
    },
    stated: `${figure.text}元`,
    expected: `${figure.text}万元`,
    figures: [figure.id],
    sources: [figure.source],
    culprits: [{ figure: figure.id, source: figure.source, expected: `${figure.text}万元` }],
    testifies: { figures: [figure.id], places: [] },
    suggestion: { zh: `改为“${figure.text}万元”，或核对金额`, en: `Print ${figure.text} 万元, or check the amount` },
    key: keyText(figure.concept, figure.dimensions),
  };
}

export const UNIT_RELATIONS: readonly Relation[] = [UNIT, UNIT_IN_TEXT];

export const EXAMPLES: RelationExamples = () => ({
  [UNIT.id]: [
    { text: tinyDisclosure([TINY.revenue, TINY.expenditure, TINY.general]), holds: true },
    {
      text: tinyDisclosure([TINY.all, TINY.revenue, TINY.expenditure.replace("单位：万元", "单位：元")]),
      holds: false,
      message: "单位写作“元”",
    },
  ],
  [UNIT_IN_TEXT.id]: [
    {
      text: "第二部分 2024年度部门决算情况说明\n一、收入支出决算总体情况说明\n2024年度收入支出总计100.00万元。\n二、收入决算情况说明\n本年收入合计100.00万元，其中：财政拨款收入100.00万元，占100.00%。\n三、支出决算情况说明\n本年支出合计100.00万元，其中：基本支出60.00万元，占60.00%；项目支出40.00万元，占40.00%。\n四、预算绩效情况说明\n百元医疗收入消耗的卫生材料21.35元。",
      holds: true,
    },
    {
      text: "第二部分 2024年度部门决算情况说明\n一、收入支出决算总体情况说明\n2024年度收入支出总计100.00万元。\n二、收入决算情况说明\n本年收入合计100.00万元，其中：财政拨款收入100.00万元，占100.00%。\n三、支出决算情况说明\n本年支出合计100.00万元，其中：基本支出60.00万元，占60.00%；项目支出40.00万元，占40.00%。",
      holds: true,
    },
    {
      text: "第二部分 2024年度部门决算情况说明\n一、收入支出决算总体情况说明\n2024年度收入支出总计100.00万元。\n二、收入决算情况说明\n本年收入合计100.00万元，其中：财政拨款收入100.00万元，占100.00%。\n三、支出决算情况说明\n本年支出合计100.00万元，其中：基本支出60.00元，占60.00%；项目支出40.00万元，占40.00%。",
      holds: false,
      message: "60.00元",
    },
    {
      // 电费 copied from the table, which is in 元.
      text: "第二部分 2024年度部门决算情况说明\n一、收入支出决算总体情况说明\n2024年度收入支出总计100.00万元。\n二、收入决算情况说明\n本年收入合计100.00万元，其中：财政拨款收入100.00万元，占100.00%。\n三、支出决算情况说明\n本年支出合计100.00万元，其中：基本支出600,000.00元，占60.00%；项目支出40.00万元，占40.00%。",
      holds: true,
    },
  ],
});
