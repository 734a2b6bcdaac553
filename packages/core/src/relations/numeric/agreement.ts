import type { BoundFigure } from "../../facts/disclosure.ts";
import { trusted } from "../../checking/observe.ts";
import { signedReading } from "../../checking/reading.ts";
import { placeOf } from "../place.ts";
import { nameOfKey } from "../../checking/naming.ts";
import { keyText } from "../../facts/key.ts";
import { printed } from "../amounts.ts";
import type { CheckContext, Instance, Judgement, Relation, RelationExamples } from "../relation.ts";
import { blanksOf, DISCLOSURE_RULES, term } from "./terms.ts";

/** Quantities named by the document's own words, where equal words need not mean equal things. */
const LOOSE = new Set(["performance-output", "project-amount", "units", "threshold"]);
/** Counted at dates and in scopes that the words seldom give in full. */
const SOFT = new Set([
  "staff",
  "performance-projects",
  "performance-amount",
  "performance-issues",
  "performance-score",
]);

function isComparable({ concept, dimensions }: Pick<BoundFigure, "concept" | "dimensions">): boolean {
  return !LOOSE.has(concept) && dimensions.label === undefined && dimensions.ordinal === undefined;
}

/** The value that most figures print, a table's before a sentence's: what the others are held against. */
function reference(figures: readonly BoundFigure[]): BoundFigure {
  if (figures.length === 2)
    return figures[1]!.source.table !== undefined && figures[0]!.source.table === undefined ? figures[1]! : figures[0]!;
  const votes = new Map<number, number>();
  for (const figure of figures) {
    const value = signedReading(figure)!.middle;
    votes.set(value, (votes.get(value) ?? 0) + 1);
  }
  const rank = (figure: BoundFigure): number =>
    votes.get(signedReading(figure)!.middle)! * 2 + (figure.source.table === undefined ? 0 : 1);
  return figures.reduce((best, figure) => (rank(figure) > rank(best) ? figure : best));
}

function* instances(context: CheckContext): Iterable<Instance> {
  for (const [key, all] of context.facts) {
    if (all.length < 2 || !isComparable(all[0]!)) continue;
    const figures = trusted(all).filter((figure) => signedReading(figure) !== undefined);
    if (figures.length < 2) continue;
    const held = reference(figures);
    for (const figure of figures) {
      if (figure === held) continue;
      yield {
        relation: AGREEMENT.id,
        form: "linear",
        comparator: "=",
        terms: [term(key, 1, [figure.id]), term(key, -1, [held.id])],
        get place() {
          return placeOf(figure.source);
        },
        sources: [figure.source, held.source],
        ...(SOFT.has(figure.concept) && { severity: "warning" }),
      };
    }
  }
  for (const [cell, key] of blanksOf(context)) {
    const figures = context.facts.get(key);
    if (!figures || !isComparable(figures[0]!)) continue;
    const figure = figures.find((other) => Number(other.value) !== 0);
    if (!figure) continue;
    yield {
      relation: AGREEMENT.id,
      form: "linear",
      comparator: "=",
      terms: [term(key, 1, [figure.id]), { key, coefficient: -1, figures: [], blank: true, source: cell.source }],
      place: placeOf(cell.source),
      sources: [figure.source, cell.source],
      // 二、机关运行经费 is left empty above what it consists of: no number is contradicted.
      ...(key.startsWith("operating-costs") && { severity: "warning" as const }),
    };
  }
}

export const AGREEMENT: Relation = {
  id: "agreement.quantity",
  title: { zh: "同一数据前后一致", en: "One quantity, one value" },
  basis: DISCLOSURE_RULES,
  severity: "error",
  form: "linear",
  purpose: {
    zh: "同一年度、同一资金、同一科目、同一阶段的同一数据，在表格与说明各处应当是同一个数。",
    en: "A quantity of one year, fund, subject and stage is the same wherever tables and narrative print it.",
  },
  leavesOut: {
    zh: "不比较名称相同而口径未说明的数据（绩效产出、项目金额、机构数）；精度不同而四舍五入一致的，不算不一致。",
    en: "Not compared: quantities that share words but not a stated scope (outputs, amounts of projects, numbers of units); prints of different precision that round alike.",
  },
  instances,
};

/**
 * Prints of one quantity that differ by one unit of the last place. Tables are computed, each rounded for itself; a sentence
 * copies one of them, so one that agrees with none of them, or two that differ in one section, were not copied with care.
 */
function* lastDigits(context: CheckContext): Iterable<Judgement> {
  let compared = false;
  for (const all of context.facts.values()) {
    if (all.length < 2 || !isComparable(all[0]!)) continue;
    const figures = trusted(all).filter((figure) => figure.decimals > 0 && signedReading(figure) !== undefined);
    const tables = figures.filter(({ source }) => source.table !== undefined);
    const told = figures.filter(({ source }) => source.table === undefined);
    if (told.length === 0 || figures.length < 2) continue;
    compared = true;
    const odd = told.find((figure) => !tables.some((other) => distance(figure, other) === 0)) ?? told[0]!;
    const beside = told.find((figure) => figure.source.section === odd.source.section && distance(figure, odd) === 1);
    const other = beside ?? (tables.some((table) => distance(odd, table) === 0) ? undefined : nearDigit(figures, odd));
    if (other) yield lastDigit(odd, other);
  }
  if (compared) yield { outcome: "holds", sources: [] };
}

function nearDigit(figures: readonly BoundFigure[], odd: BoundFigure): BoundFigure | undefined {
  return figures.find((figure) => distance(figure, odd) === 1);
}

/** In units of the last place; infinite where the two are not printed alike. */
function distance(one: BoundFigure, other: BoundFigure): number {
  if (one.unit !== other.unit || one.decimals !== other.decimals) return Infinity;
  const [first, second] = [signedReading(one)!, signedReading(other)!];
  return Math.abs(first.middle - second.middle) / first.step;
}

function lastDigit(odd: BoundFigure, other: BoundFigure): Judgement {
  const key = keyText(odd.concept, odd.dimensions);
  const name = nameOfKey(key);
  const here = placeOf(odd.source);
  const there = placeOf(other.source);
  const sentence = odd.source.table === undefined && odd.source.section === other.source.section;
  return {
    outcome: "violated",
    ...(sentence && { severity: "warning" }),
    message: {
      zh: `${name.zh}在${here.zh}印作${printed(odd)}，在${sentence ? "同一节又" : there.zh}印作${printed(other)}，末位不一致`,
      en: `${name.en} is ${printed(odd)} in ${here.en} and ${printed(other)} in ${there.en}: the last digits differ`,
    },
    stated: odd.text,
    figures: [odd.id, other.id],
    sources: [odd.source, other.source],
    suggestion: { zh: "同一数据统一为一个数", en: "Print one value for one quantity" },
    key,
  };
}

export const LAST_DIGIT: Relation = {
  id: "agreement.last-digit",
  title: { zh: "同一数据末位不一致", en: "One quantity, two last digits" },
  basis: DISCLOSURE_RULES,
  severity: "info",
  form: "agreement",
  purpose: {
    zh: "同一数据按同样的小数位数印了两次，末位相差一个单位：多是各自四舍五入，读者会以为是两个数。",
    en: "A quantity printed twice with as many decimals differs by one in the last place: mostly rounding, but readers see two numbers.",
  },
  leavesOut: {
    zh: "相差超过一个单位的由“同一数据前后一致”判定；表与表之间、合计与分项之间的尾差不算。",
    en: "Larger differences are for the relation on agreement; tables, and sums, that rounding leaves a little apart are right.",
  },
  judge: lastDigits,
};

export const AGREEMENT_RELATIONS: readonly Relation[] = [AGREEMENT, LAST_DIGIT];

export const EXAMPLES: RelationExamples = () => ({
  [AGREEMENT.id]: [
    {
      text: "二、收入决算情况说明\n2023年本年收入合计2826.88万元。\n\n收入支出决算总表\n单位：万元\n| 收入 | | 支出 | |\n| 项目 | 决算数 | 项目 | 决算数 |\n| --- | --- | --- | --- |\n| 本年收入合计 | 2826.88 | 本年支出合计 | 3037.90 |\n| 年初结转和结余 | 211.02 | 年末结转和结余 | |\n| 总计 | 3037.90 | 总计 | 3037.90 |",
      holds: true,
      fiscalYear: 2023,
    },
    {
      text: "二、收入决算情况说明\n本年收入合计2946.25万元，其中：财政拨款收入2940.05万元，占99.79%。\n三、支出决算情况说明\n本年收入合计2964.25万元。",
      holds: false,
      message: "2946.25",
    },
  ],
  [LAST_DIGIT.id]: [
    {
      text: "二、收入决算情况说明\n本年收入合计2946.25万元，其中：财政拨款收入2940.05万元，占99.79%。\n三、支出决算情况说明\n本年收入合计2946.25万元。",
      holds: true,
    },
    {
      text: "二、收入决算情况说明\n本年收入合计2946.25万元，其中：财政拨款收入2940.05万元，占99.79%。\n三、支出决算情况说明\n本年收入合计2946.26万元。",
      holds: false,
      message: "2946.26",
    },
  ],
});
