import type { BoundTable } from "../facts/disclosure.ts";
import type { Source, Unit } from "../figure/figure.ts";
import { tableOf } from "../tables/catalogue.ts";
import { isAmount, isZero } from "./amounts.ts";
import type { CheckContext, Judgement, Relation } from "./relation.ts";
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
    zh: "只有两个以上非零数字与别处完全相同而单位不同时才报告；各表单位不同而数值换算一致的，不算错",
    en: "Reported only where two or more figures are the same digits elsewhere under another unit; tables in other units that convert correctly are right",
  },
  examples: [
    { text: tinyDisclosure([TINY.revenue, TINY.expenditure, TINY.general]), holds: true },
    {
      text: tinyDisclosure([TINY.all, TINY.revenue, TINY.expenditure.replace("单位：万元", "单位：元")]),
      holds: false,
      message: "单位写作“元”",
    },
  ],
  *judge(context) {
    const tables = context.disclosure.tables.filter(({ unit, table }) => unit !== undefined && table !== undefined);
    const usual = usualUnit(tables);
    const odd = tables.filter(({ unit }) => unit !== usual);
    for (const table of odd) yield judgeOdd(context, table);
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
  for (const facts of context.facts.values()) {
    const here = facts.find((figure) => own.has(figure.id) && isAmount(figure) && !isZero(figure));
    if (!here) continue;
    for (const other of facts) {
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

function judgeOdd(context: CheckContext, table: BoundTable): Judgement {
  const source = sourceOf(table);
  const evidence = evidenceOf(context, table, "anywhere");
  if (!isWrong(evidence)) return { outcome: "holds", sources: [source] };
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

export const UNIT_RELATIONS: readonly Relation[] = [UNIT];
