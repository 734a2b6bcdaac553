import type { BoundFigure } from "../../facts/disclosure.ts";
import { keyText } from "../../facts/key.ts";
import { factsOf, lastYearKey } from "../../checking/observe.ts";
import { placeOf } from "../place.ts";
import type { CheckContext, Instance, Judgement, Relation, RelationExamples } from "../relation.ts";
import { ARITHMETIC, beside, DISCLOSURE_RULES, keyWith, measured, placesOf, term } from "./terms.ts";

const MONEY_UNITS = new Set(["yuan", "ten-thousand-yuan", "hundred-million-yuan"]);

/** This year opens with what last year closed with. */
function* openings(context: CheckContext): Iterable<Instance> {
  if (!context.previous) return;
  const before = factsOf(context.previous);
  for (const [key, figures] of context.facts) {
    const [figure] = figures;
    if (figure?.concept !== "opening-carry-over" || figure.dimensions.measure !== undefined) continue;
    if (figure.dimensions.period !== undefined || figure.dimensions.label !== undefined) continue;
    const closing = keyText("closing-carry-over", figure.dimensions);
    if (!before.has(closing)) continue;
    yield {
      relation: OPENING.id,
      form: "linear",
      comparator: "=",
      terms: [term(key, 1, [figure.id]), term(lastYearKey(closing), -1)],
      place: placeOf(figure.source),
      sources: [figure.source],
    };
  }
}

/** Last year's amounts, printed or implied by a change, are those that were disclosed last year. */
function* restated(context: CheckContext): Iterable<Instance> {
  if (!context.previous) return;
  const before = factsOf(context.previous);
  for (const [key, figures] of context.facts) {
    const [figure] = figures;
    if (!figure || figure.dimensions.period !== "previous" || figure.dimensions.label !== undefined) continue;
    const then = keyWith(figure, { period: undefined });
    if (!before.has(then)) continue;
    yield {
      relation: RESTATED.id,
      form: "linear",
      comparator: "=",
      terms: [term(key, 1, [figure.id]), term(lastYearKey(then), -1)],
      place: placeOf(figure.source),
      sources: [figure.source],
    };
  }
  for (const figure of measured(context, "change")) {
    if (figure.dimensions.period !== undefined || figure.dimensions.stage !== undefined) continue;
    const current = keyWith(figure, { measure: undefined });
    if (!before.has(current) || !context.facts.has(current)) continue;
    const printed = beside(context, current, figure);
    yield {
      relation: RESTATED.id,
      form: "linear",
      comparator: "=",
      terms: [term(keyWith(figure, {}), 1, [figure.id]), term(current, -1, printed), term(lastYearKey(current), 1)],
      place: placeOf(figure.source),
      sources: placesOf(context, [figure.id, ...printed]),
    };
  }
}

const NEARLY_THE_SAME = 0.005;

/** Totals that are one and the same money cannot have grown by two amounts. */
function* sameTotals(context: CheckContext): Iterable<Instance> {
  for (const [one, other] of [
    [keyText("total-receipts"), keyText("total-receipts", { fund: "appropriation" })],
    [keyText("total-disbursements"), keyText("total-disbursements", { fund: "appropriation" })],
    [keyText("expenditure", { fund: "appropriation" }), keyText("expenditure", { fund: "general" })],
  ] as const) {
    const a = context.facts.get(one)?.[0];
    const b = context.facts.get(other)?.[0];
    if (!a || !b || a.unit !== b.unit || Number(a.value) !== Number(b.value) || Number(a.value) === 0) continue;
    const change = (figure: BoundFigure): BoundFigure | undefined =>
      context.facts.get(keyWith(figure, { measure: "change" }))?.[0];
    const growth = (figure: BoundFigure): BoundFigure | undefined =>
      context.facts.get(keyWith(figure, { measure: "growth" }))?.[0];
    const [changeA, changeB] = [change(a), change(b)];
    const [growthA, growthB] = [growth(a), growth(b)];
    // Different rates would say that last year's totals differed; the same rate says that they did not.
    if (!changeA || !changeB || !growthA || !growthB || growthA.value !== growthB.value) continue;
    // Far apart they are two facts; nearly the same they are one, printed with a slip.
    if (Math.abs(Number(changeA.value) - Number(changeB.value)) > NEARLY_THE_SAME * Number(changeA.value)) continue;
    yield {
      relation: SAME_TOTALS.id,
      form: "linear",
      comparator: "=",
      terms: [term(keyWith(changeB, {}), 1, [changeB.id]), term(keyWith(changeA, {}), -1, [changeA.id])],
      place: placeOf(changeB.source),
      sources: [changeB.source, changeA.source],
    };
  }
}

/** Amounts with so many digits that two years hardly share them by chance. */
const TELLING_DIGITS = 4;

function* repeated(context: CheckContext): Iterable<Judgement> {
  if (!context.previous) {
    yield {
      outcome: "not-applicable",
      reason: { zh: "没有上年决算可以对照", en: "last year's accounts are not at hand" },
      sources: [],
    };
    return;
  }
  const before = factsOf(context.previous);
  for (const [key, figures] of context.facts) {
    const [figure] = figures;
    if (
      !figure ||
      !MONEY_UNITS.has(figure.unit) ||
      figure.dimensions.measure !== undefined ||
      figure.dimensions.label !== undefined
    )
      continue;
    if (figure.dimensions.period !== undefined || figure.dimensions.stage !== undefined) continue;
    const [then] = before.get(key) ?? [];
    if (!then || then.unit !== figure.unit || then.value.replace(/[-.]|^0+/g, "").length < TELLING_DIGITS) continue;
    if (Number(then.value) !== Number(figure.value)) {
      yield { outcome: "holds", figures: [figure.id], sources: [figure.source] };
      continue;
    }
    yield {
      outcome: "violated",
      figures: [figure.id],
      sources: [figure.source],
      stated: figure.text,
      message: {
        zh: `${placeOf(figure.source).zh}的${figure.text}与上年决算公开的同一数据分毫不差，请核对是否误用上年数。`,
        en: `${figure.text} in ${placeOf(figure.source).en} repeats last year's disclosure to the last digit; check that it is this year's.`,
      },
      culprits: [{ figure: figure.id, source: figure.source }],
    };
  }
}

/** A summary table with a carry-over on one side or the other. */
const CARRIED = (side: "opening" | "closing"): string =>
  `收入支出决算总表\n单位：万元\n| 收入 | | 支出 | |\n| 项目 | 决算数 | 项目 | 决算数 |\n| --- | --- | --- | --- |\n| 本年收入合计 | 2826.88 | 本年支出合计 | 2615.86 |\n| 年初结转和结余 | ${side === "opening" ? "211.02" : ""} | 年末结转和结余 | ${side === "closing" ? "211.02" : ""} |`;

const LAST_YEAR = "一、收入支出决算总体情况说明\n2023年度收入支出总计3052.34万元。";

const GROWN = (change: string): string =>
  `一、收入支出决算总体情况说明\n2024年度收入支出总计2995.39万元。与2023年度相比，收入支出总计减少${change}万元，下降1.87%。`;

const ACROSS_YEARS = {
  zh: "只在提供上年决算公开文本时核对；上年数可能依法调整，所以只提醒。",
  en: "Checked only where last year's disclosure is given; last year's amounts may have been restated, so this is a warning.",
};

export const OPENING: Relation = {
  id: "year.opening",
  title: { zh: "年初结转＝上年年末结转", en: "This year opens with last year's close" },
  basis: ARITHMETIC,
  severity: "warning",
  form: "linear",
  purpose: {
    zh: "本年年初结转和结余应当等于上年决算公开的年末结转和结余。",
    en: "The opening carry-over is last year's closing carry-over as disclosed.",
  },
  leavesOut: ACROSS_YEARS,
  instances: openings,
};

export const RESTATED: Relation = {
  id: "year.restated",
  title: { zh: "引用或推算的上年数与上年公开一致", en: "Last year's amounts as disclosed" },
  basis: DISCLOSURE_RULES,
  severity: "warning",
  form: "linear",
  purpose: {
    zh: "说明中引用的上年数，以及由增减额推算的上年数，应当与上年决算公开一致。",
    en: "Last year's amounts, printed or implied by a change, are those that were disclosed.",
  },
  leavesOut: ACROSS_YEARS,
  instances: restated,
};

export const REPEATED: Relation = {
  id: "year.repeated",
  title: { zh: "与上年数分毫不差", en: "Last year's value to the last digit" },
  basis: DISCLOSURE_RULES,
  severity: "info",
  form: "agreement",
  purpose: {
    zh: "本年数与上年公开的同一数据完全相同，可能是误用上年数。",
    en: "An amount equal to last year's to the last digit may have been left over from it.",
  },
  leavesOut: { zh: "位数少的数容易巧合，不提示。", en: "Short numbers coincide easily and are left alone." },
  judge: repeated,
};

export const SAME_TOTALS: Relation = {
  id: "year.same-totals",
  title: { zh: "相同总计的增减额应当相同", en: "Equal totals change equally" },
  basis: ARITHMETIC,
  severity: "warning",
  form: "linear",
  purpose: {
    zh: "两处总计相同、增减率也相同，增减额却不同的，两者至少有一个有误。",
    en: "Two equal totals with equal growth rates cannot have changed by different amounts.",
  },
  leavesOut: {
    zh: "增减率不同，或增减额相差超过千分之五的，不判定：上年两项总计可能本来不同。",
    en: "Not judged where the rates differ or the changes are more than half a per cent apart: last year's totals may have differed.",
  },
  instances: sameTotals,
};

export const YEAR_RELATIONS: readonly Relation[] = [OPENING, RESTATED, SAME_TOTALS, REPEATED];

export const EXAMPLES: RelationExamples = () => ({
  [OPENING.id]: [
    { text: CARRIED("opening"), previous: CARRIED("closing"), holds: true, fiscalYear: 2024 },
    {
      text: CARRIED("opening"),
      previous: CARRIED("closing").replaceAll("211.02", "201.02"),
      holds: false,
      message: "201.02",
      fiscalYear: 2024,
    },
  ],
  [RESTATED.id]: [
    { text: GROWN("56.95"), previous: LAST_YEAR, holds: true, fiscalYear: 2024 },
    { text: GROWN("65.95"), previous: LAST_YEAR, holds: false, message: "65.95", fiscalYear: 2024 },
  ],
  [REPEATED.id]: [
    { text: GROWN("56.95"), previous: LAST_YEAR, holds: true, fiscalYear: 2024 },
    {
      text: GROWN("56.95"),
      previous: LAST_YEAR.replace("3052.34", "2995.39"),
      holds: false,
      message: "2995.39",
      fiscalYear: 2024,
    },
  ],
  [SAME_TOTALS.id]: [
    {
      text: "一、收入支出决算总体情况说明\n2023年度收、支总计均为3037.9万元。与2022年相比，收、支总计各增加1019.89万元，增长50.5%。\n四、财政拨款收入支出决算总体情况说明\n2023年财政拨款收、支总计均为3037.9万元。与2022年相比，财政拨款收、支总计各增加1019.89万元，增长50.5%。",
      holds: true,
      fiscalYear: 2023,
    },
    {
      text: "一、收入支出决算总体情况说明\n2023年度收、支总计均为3037.9万元。与2022年相比，收、支总计各增加1019.89万元，增长50.5%。\n四、财政拨款收入支出决算总体情况说明\n2023年财政拨款收、支总计均为3037.9万元。与2022年相比，财政拨款收、支总计各增加1019.8万元，增长50.5%。",
      holds: false,
      message: "1019.8",
      fiscalYear: 2023,
    },
  ],
});
