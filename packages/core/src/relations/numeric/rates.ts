import type { BoundFigure } from "../../facts/disclosure.ts";
import { isSaidToBeNew } from "../founding.ts";
import { placeOf } from "../place.ts";
import type { CheckContext, Instance, RatioInstance, Relation, Term, RelationExamples } from "../relation.ts";
import { ARITHMETIC, beside, DISCLOSURE_RULES, keyWith, measured, nothings, placesOf, term, valueOf } from "./terms.ts";

type Rate = Pick<RatioInstance, "numerator" | "denominator">;

function rateInstance(
  context: CheckContext,
  relation: string,
  figure: BoundFigure,
  { numerator, denominator }: Rate,
): Instance {
  const ids = [...new Set([figure.id, ...[...numerator, ...denominator].flatMap(({ figures }) => figures)])];
  return {
    relation,
    form: "ratio",
    result: term(keyWith(figure, {}), 1, [figure.id]),
    numerator,
    denominator,
    place: placeOf(figure.source),
    sources: placesOf(context, ids),
  };
}

/** The amount of a key beside a figure, else wherever it is printed, else the blank that stands for it. */
function amount(context: CheckContext, key: string, coefficient: number, figure: BoundFigure): Term {
  const figures = beside(context, key, figure);
  const nothing = figures.length === 0 && !context.facts.has(key) ? nothings(context).get(key) : undefined;
  return nothing ? { key, coefficient, figures, blank: true, source: nothing.source } : term(key, coefficient, figures);
}

/** Whether what a rate is taken of is printed as nothing: then no rate of it means anything. */
function isNothing(context: CheckContext, key: string): boolean {
  return context.facts.has(key) ? valueOf(context, key) === 0 : nothings(context).has(key);
}

function* shares(context: CheckContext): Iterable<Instance> {
  for (const figure of measured(context, "share")) {
    const { of } = figure.dimensions;
    if (of === undefined || figure.dimensions.label !== undefined || isNothing(context, of)) continue;
    const part = keyWith(figure, { measure: undefined, of: undefined });
    yield rateInstance(context, SHARE.id, figure, {
      numerator: [amount(context, part, 1, figure)],
      denominator: [amount(context, of, 1, figure)],
    });
  }
}

/** Last year's, or the budget that a change is measured from. */
function baseOf(figure: BoundFigure): string {
  return figure.dimensions.stage === undefined
    ? keyWith(figure, { measure: undefined, period: "previous" })
    : keyWith(figure, { measure: undefined });
}

const currentOf = (figure: BoundFigure): string => keyWith(figure, { measure: undefined, stage: undefined });

function* changes(context: CheckContext): Iterable<Instance> {
  for (const figure of measured(context, "change")) {
    if (figure.dimensions.period !== undefined) continue;
    const current = currentOf(figure);
    const base = baseOf(figure);
    const terms = [
      term(keyWith(figure, {}), 1, [figure.id]),
      amount(context, current, -1, figure),
      amount(context, base, 1, figure),
    ];
    yield {
      relation: CHANGE.id,
      form: "linear",
      comparator: "=",
      terms,
      place: placeOf(figure.source),
      sources: placesOf(
        context,
        terms.flatMap(({ figures }) => figures),
      ),
      ...againstBudget(figure),
    };
  }
}

/** “Up on the budget” may mean this year's budget or last year's; which, the words do not always say. */
function againstBudget({ dimensions }: BoundFigure): Pick<Instance, "severity"> | undefined {
  return dimensions.stage === undefined ? undefined : { severity: "warning" };
}

function growthOf(context: CheckContext, figure: BoundFigure): Rate {
  const current = currentOf(figure);
  const base = baseOf(figure);
  const change = keyWith(figure, { measure: "change" });
  const besides = beside(context, change, figure);
  // 增加1019.89万元，增长50.5%: the base is what is left when the change is taken back.
  if (besides.length > 0 && !context.facts.has(base)) {
    return {
      numerator: [term(change, 1, besides)],
      denominator: [amount(context, current, 1, figure), term(change, -1, besides)],
    };
  }
  return {
    numerator: [amount(context, current, 1, figure), amount(context, base, -1, figure)],
    denominator: [amount(context, base, 1, figure)],
  };
}

function* growths(context: CheckContext): Iterable<Instance> {
  for (const figure of measured(context, "growth")) {
    if (figure.dimensions.period !== undefined || growsFromNothing(context, figure)) continue;
    if (isRoundedAway(context, figure)) continue;
    yield { ...rateInstance(context, GROWTH.id, figure, growthOf(context, figure)), ...againstBudget(figure) };
  }
}

/** 4万元，减少0万元，下降6.76%: among whole numbers a change of 0.3 is printed as 0, and its rate is of what it was. */
function isRoundedAway(context: CheckContext, figure: BoundFigure): boolean {
  const [change] = beside(context, keyWith(figure, { measure: "change" }), figure).map((id) =>
    context.figures.get(id)!,
  );
  if (change?.text !== "0" || (change.direction !== "increase" && change.direction !== "decrease")) return false;
  const [current] = beside(context, currentOf(figure), figure).map((id) => context.figures.get(id)!);
  return current !== undefined && current.decimals === 0 && Number(current.value) !== 0;
}

function growsFromNothing(context: CheckContext, figure: BoundFigure): boolean {
  const base = baseOf(figure);
  if (isNothing(context, base)) return true;
  if (context.facts.has(base)) return false;
  const [change] = beside(context, keyWith(figure, { measure: "change" }), figure);
  const increase = change === undefined ? undefined : context.figures.get(change);
  const current = context.facts.get(currentOf(figure))?.[0];
  return (
    increase?.direction === "increase" &&
    current !== undefined &&
    increase.unit === current.unit &&
    Number(increase.value) === Number(current.value)
  );
}

function completionOf(context: CheckContext, figure: BoundFigure): Rate {
  const final = currentOf(figure);
  const budget = keyWith(figure, { measure: undefined });
  const over = context.facts.has(budget) ? undefined : overBudget(context, figure);
  // 支出决算105万元，完成年初预算100%，决算数大于预算数5万元: the budget is what is left when the difference is taken back.
  if (over) {
    const spent = amount(context, final, 1, figure);
    return { numerator: [spent], denominator: [spent, term(over.key, -1, over.figures)] };
  }
  return { numerator: [amount(context, final, 1, figure)], denominator: [amount(context, budget, 1, figure)] };
}

/** What is told in one breath with a completion to have been spent beyond the budget: of its stage, or of 预算 without one. */
function overBudget(
  context: CheckContext,
  figure: BoundFigure,
): { readonly key: string; readonly figures: readonly number[] } | undefined {
  const own = keyWith(figure, { measure: "change" });
  for (const key of [own, keyWith(figure, { measure: "change", stage: "budget" })]) {
    const figures = beside(context, key, figure);
    // 完成年初预算的150%，决算数小于预算数5万元: the budget meant last was raised in the year.
    if (figures.length > 0 && (key === own || figures.every((id) => goesAlong(context.figures.get(id)!, figure))))
      return { key, figures };
  }
  return undefined;
}

/** Whether more than a budget was spent where its completion is above 100%, and less where below. */
function goesAlong({ direction }: BoundFigure, { value }: BoundFigure): boolean {
  return direction === "increase" ? Number(value) >= 100 : direction === "decrease" && Number(value) <= 100;
}

function* completions(context: CheckContext): Iterable<Instance> {
  for (const figure of measured(context, "completion")) {
    const { stage } = figure.dimensions;
    const budget = keyWith(figure, { measure: undefined });
    if (stage === undefined || isNothing(context, budget)) continue;
    const instance = rateInstance(context, COMPLETION.id, figure, completionOf(context, figure));
    const isDerived = !context.facts.has(budget) && overBudget(context, figure) !== undefined;
    yield isDerived ? { ...instance, ...againstBudget(figure) } : instance;
  }
}

/** Rates whose base is printed as nothing. */
function* ratesOfNothing(context: CheckContext): Iterable<Instance> {
  for (const figure of measured(context, "growth")) {
    if (figure.dimensions.period !== undefined || !growsFromNothing(context, figure)) continue;
    const instance = rateInstance(context, RATE_OF_NOTHING.id, figure, growthOf(context, figure));
    yield (isOfTable(figure) && isFilledIn(figure)) || (isAllNew(figure) && isSaidToBeNew(context, figure))
      ? { ...instance, severity: "info" }
      : isAllNew(figure)
        ? { ...instance, severity: "warning" }
        : milder(instance, context, currentOf(figure));
  }
  for (const figure of measured(context, "completion")) {
    const budget = keyWith(figure, { measure: undefined });
    if (figure.dimensions.stage === undefined || !isNothing(context, budget)) continue;
    // 支出预算0万元，支出决算0万元，完成预算的100%, or 支出决算0.8万元，完成预算的0%: what systems fill in where nothing can be divided.
    const instance = rateInstance(context, RATE_OF_NOTHING.id, figure, completionOf(context, figure));
    const isCustom = isNothing(context, currentOf(figure)) ? isAllNew(figure) : Number(figure.value) === 0;
    yield isCustom || (isOfTable(figure) && isFilledIn(figure))
      ? { ...instance, severity: "info" }
      : isFilledIn(figure)
        ? { ...instance, severity: "warning" }
        : milder(instance, context, currentOf(figure));
  }
  for (const figure of measured(context, "share")) {
    const { of } = figure.dimensions;
    if (of === undefined || !isNothing(context, of)) continue;
    const part = keyWith(figure, { measure: undefined, of: undefined });
    yield milder(
      rateInstance(context, RATE_OF_NOTHING.id, figure, {
        numerator: [amount(context, part, 1, figure)],
        denominator: [amount(context, of, 1, figure)],
      }),
      context,
      part,
    );
  }
}

/** Growth of 100% is how many say that all of it is new: loose, and understood. */
function isAllNew({ value }: BoundFigure): boolean {
  return Number(value) === 100;
}

/**
 * 年初预算为0万元，支出决算为6.74万元，完成年初预算的0%: systems print 0 for what cannot be divided, and people 100 for what was added in
 * the year and all spent. No amount is contradicted: the rate is to be left out, and none was miscalculated.
 */
function isFilledIn(figure: BoundFigure): boolean {
  return isAllNew(figure) || Number(figure.value) === 0;
}

/** What a column of rates holds where it cannot be divided, the formula of a worksheet filled in. */
function isOfTable({ source }: BoundFigure): boolean {
  return source.table !== undefined;
}

/** Nothing out of nothing, printed as 100%, is custom in some forms: worth a word, not an error. */
function milder(instance: Instance, context: CheckContext, current: string): Instance {
  return isNothing(context, current) ? { ...instance, severity: "warning" } : instance;
}

export const SHARE: Relation = {
  id: "narrative.share",
  title: { zh: "占比＝部分÷合计", en: "Share = part ÷ whole" },
  basis: ARITHMETIC,
  severity: "error",
  form: "ratio",
  purpose: { zh: "印出的占比应当由印出的金额算得出。", en: "A printed share must follow from the printed amounts." },
  leavesOut: {
    zh: "金额与占比各按印出位数取区间比较；一组占比恰好凑成100%而相差不到一个末位的，只提示。截尾不放宽标准，只作为可能的原因列出。",
    en: "Amounts and shares are compared as intervals. A share off by less than one last place in a list made to add up to 100% is only mentioned. Truncation is offered as an explanation, never as a tolerance.",
  },
  instances: shares,
};

export const CHANGE: Relation = {
  id: "narrative.change",
  title: { zh: "增减额＝本年数－上年数", en: "Change = this year − last year" },
  basis: ARITHMETIC,
  severity: "error",
  form: "linear",
  purpose: {
    zh: "印出的增减额应当等于本年数减上年数（或减预算数），方向与文字一致。",
    en: "A printed change is this year's amount less last year's (or the budget), in the direction the words say.",
  },
  leavesOut: {
    zh: "上年数没有印出时不能单独核对，但用于推算上年数。",
    en: "Not checkable alone where last year's amount is not printed; it then implies that amount.",
  },
  instances: changes,
};

export const GROWTH: Relation = {
  id: "narrative.growth",
  title: { zh: "增减率＝增减额÷上年数", en: "Growth = change ÷ last year" },
  basis: ARITHMETIC,
  severity: "error",
  form: "ratio",
  purpose: {
    zh: "印出的增减率应当与增减额、本年数、上年数及增减方向相符。",
    en: "A printed growth rate must agree with the change, with both years' amounts and with the direction.",
  },
  leavesOut: {
    zh: "上年数没有印出时，由本年数和增减额推算；金额都印成整数的，增减额印作0是四舍五入，不核对。",
    en: "Where last year's amount is not printed it is derived from this year's and the change; among whole numbers a change printed as 0 was rounded to it, and is not judged.",
  },
  instances: growths,
};

export const COMPLETION: Relation = {
  id: "narrative.completion",
  title: { zh: "完成率＝决算数÷预算数", en: "Completion = final ÷ budget" },
  basis: ARITHMETIC,
  severity: "error",
  form: "ratio",
  purpose: {
    zh: "印出的完成预算百分比应当由决算数和预算数算得出。",
    en: "A printed completion rate must follow from the final amount and the budget.",
  },
  leavesOut: {
    zh: "预算数没有印出时，由决算数和一并写出的超出（或少于）预算数推算，两者都没有时不能核对；不知是年初预算还是调整预算的，只与同一口径的预算数比较。",
    en: "Where the budget is not printed it is derived from the final amount and what is said beside it to be beyond the budget, and not checkable without either; original and adjusted budgets are never mixed.",
  },
  instances: completions,
};

export const RATE_OF_NOTHING: Relation = {
  id: "narrative.rate-of-nothing",
  title: { zh: "基数为零时比率没有意义", en: "No rate of nothing" },
  basis: DISCLOSURE_RULES,
  severity: "error",
  form: "ratio",
  purpose: {
    zh: "上年数、预算数或合计为零时，增长率、完成率、占比没有意义，不应印出百分比。",
    en: "Where last year's amount, the budget or the whole is nothing, no growth, completion or share has a meaning.",
  },
  leavesOut: {
    zh: "零对零印作0%的，是通行的填法，不作为问题；预算、决算都为零而印“完成100%”的，只提示；上年为零而印“增长100%”、没有预算而印“完成100%”的，是填法不当而不是算错，只提醒；没有预算而印“完成0%”的，是系统不能相除时的填法，只作参考；写明是新成立单位、没有上年数或上年没有这项支出的，以及表中整栏填出的，只作参考。",
    en: "0% of nothing out of nothing is how forms are filled in, and is left alone; 100% of it is only mentioned, 100% growth from nothing, and 100% of a budget of nothing, are filled in awkwardly rather than miscalculated, and only warned of; 0% of a budget of nothing is what systems print for what cannot be divided, and only noted; where the text says that the department is new, or had none of it last year, and in the column of a table, they are only noted.",
  },
  instances: ratesOfNothing,
};

export const RATE_RELATIONS: readonly Relation[] = [SHARE, CHANGE, GROWTH, COMPLETION, RATE_OF_NOTHING];

export const EXAMPLES: RelationExamples = () => ({
  [SHARE.id]: [
    {
      text: "三、支出决算情况说明\n2023年本年支出合计3037.9万元，其中：基本支出1135.67万元，占37.4%；项目支出1902.23万元，占62.6%。",
      holds: true,
      fiscalYear: 2023,
    },
    {
      text: "三、支出决算情况说明\n2023年本年支出合计3037.9万元，其中：基本支出1135.67万元，占34.7%；项目支出1902.23万元，占62.6%。",
      holds: false,
      message: "37.4%",
      fiscalYear: 2023,
    },
  ],
  [CHANGE.id]: [
    {
      text: "一、收入支出决算总体情况说明\n2024年度收入支出总计2995.39万元。与2023年度3052.34万元相比，收入支出总计减少56.95万元，下降1.87%。",
      holds: true,
      fiscalYear: 2024,
    },
    {
      text: "一、收入支出决算总体情况说明\n2024年度收入支出总计2995.39万元。与2023年度3052.34万元相比，收入支出总计减少65.95万元，下降1.87%。",
      holds: false,
      message: "56.95",
      fiscalYear: 2024,
    },
  ],
  [GROWTH.id]: [
    {
      text: "一、收入支出决算总体情况说明\n2023年度收、支总计均为3037.9万元。与2022年相比，收、支总计各增加1019.89万元，增长50.5%。",
      holds: true,
      fiscalYear: 2023,
    },
    {
      text: "一、收入支出决算总体情况说明\n2023年度收、支总计均为3037.9万元。与2022年相比，收、支总计各减少1019.89万元，下降50.5%。",
      holds: false,
      message: "50.5%",
      fiscalYear: 2023,
    },
    {
      text: "七、财政拨款“三公”经费支出决算情况说明\n2023年度公务接待费支出4万元，比上年减少0万元，下降6.8%。",
      holds: true,
      fiscalYear: 2023,
    },
    {
      text: "七、财政拨款“三公”经费支出决算情况说明\n2023年度公务接待费支出4.12万元，比上年减少0万元，下降6.8%。",
      holds: false,
      message: "6.8%",
      fiscalYear: 2023,
    },
  ],
  [COMPLETION.id]: [
    {
      text: "五、一般公共预算财政拨款支出决算情况说明\n（三）一般公共预算财政拨款支出决算具体情况\n一般公共预算财政拨款支出年初预算为2993.92万元，支出决算为2940.05万元，完成年初预算的98.20%。",
      holds: true,
      fiscalYear: 2024,
    },
    {
      text: "五、一般公共预算财政拨款支出决算情况说明\n（三）一般公共预算财政拨款支出决算具体情况\n一般公共预算财政拨款支出年初预算为2993.92万元，支出决算为2940.05万元，完成年初预算的92.80%。",
      holds: false,
      message: "98.20%",
      fiscalYear: 2024,
    },
    // Where no budget is printed, what was spent beyond it tells it.
    {
      text: "五、一般公共预算财政拨款支出决算情况说明\n（一）一般公共预算财政拨款支出决算总体情况\n一般公共预算财政拨款支出105.00万元，完成年初预算的105%，决算数大于预算数5.00万元，主要原因是调标。",
      holds: true,
    },
    {
      text: "五、一般公共预算财政拨款支出决算情况说明\n（一）一般公共预算财政拨款支出决算总体情况\n一般公共预算财政拨款支出105.00万元，完成年初预算的100%，决算数大于预算数5.00万元，主要原因是调标。",
      holds: false,
      message: "105.00÷（105.00－5.00）",
    },
    // The budget meant last was raised in the year.
    {
      text: "五、一般公共预算财政拨款支出决算情况说明\n（一）一般公共预算财政拨款支出决算总体情况\n一般公共预算财政拨款支出120.00万元，完成年初预算的150%，决算数小于预算数5.00万元，主要原因是部分项目结转。",
      holds: true,
    },
  ],
  [RATE_OF_NOTHING.id]: [
    {
      text: "七、财政拨款“三公”经费支出决算情况说明\n（一）总体情况\n“三公”经费财政拨款支出年初预算为0万元，支出决算为0万元，完成预算的0%。",
      holds: true,
      fiscalYear: 2024,
    },
    {
      text: "七、财政拨款“三公”经费支出决算情况说明\n（一）总体情况\n“三公”经费财政拨款支出年初预算为0万元，支出决算为3.03万元，完成预算的100%。",
      holds: false,
      message: "没有意义",
      fiscalYear: 2024,
    },
    // Reviewers object to it where nobody says why.
    {
      text: "七、财政拨款“三公”经费支出决算情况说明\n公务接待费支出0.3万元，比上年增加0.3万元，增长100%，主要原因是产生公务接待。",
      holds: false,
      message: "没有意义",
      fiscalYear: 2024,
    },
  ],
});
