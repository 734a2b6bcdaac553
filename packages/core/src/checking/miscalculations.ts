import type { BoundFigure } from "../facts/disclosure.ts";
import { readingOf, TICKS } from "../figure/interval.ts";
import type { Bilingual } from "../relations/relation.ts";
import type { CalculationTerm, InstanceResult, Slip, SlipId } from "./result.ts";
import { slip } from "./slips.ts";

interface Range {
  readonly low: number;
  readonly high: number;
}

/** An amount in ticks, and by how much what it is calculated from may have been rounded. */
interface Amount {
  readonly middle: number;
  readonly error: number;
}

/** Quotients known no better than this fit too many numbers. */
const TELLING = 0.03;

/** What was divided by what instead, and how to say so. */
type Wrong = readonly [above: Amount, below: Amount, slip: Slip];

const OF_BUDGET: Readonly<Partial<Record<SlipId, Bilingual>>> = {
  "wrong-base": {
    zh: "误以决算数为分母",
    en: "divided by the final amount instead of the budget",
  },
  "whole-for-difference": { zh: "误填决算数占预算数的百分比", en: "the final amount in percent of the budget" },
};

/** What people calculate in a rate's stead, by what the rate measures. */
const WRONG_RATES: Readonly<Record<string, (above: Amount, below: Amount) => readonly Wrong[]>> = {
  growth: (change, last) => [
    [change, plus(last, change), slip("wrong-base")],
    [plus(last, change), last, slip("whole-for-difference")],
  ],
  completion: (final, budget) => [
    [budget, final, slip("turned-round")],
    [plus(final, budget, -1), budget, slip("difference-for-whole")],
  ],
  share: (part, whole) => [[whole, part, slip("turned-round")]],
};

/** The wrong calculation that gives the rate that is printed: 增长 taken of this year's amount, 完成率 turned round. */
export function miscalculationOf(figure: BoundFigure, failing: readonly InstanceResult[]): Slip | undefined {
  const { measure = "", stage } = figure.dimensions;
  const printed = readingOf(figure);
  const wrongs = WRONG_RATES[measure];
  if (!printed || !wrongs || printed.middle === 0) return undefined;
  for (const { instance, terms, computed, undefinedRate } of failing) {
    if (instance.form !== "ratio" || terms[0]?.figure?.id !== figure.id) continue;
    if (undefinedRate || computed === undefined) continue;
    const size = Math.abs(computed);
    for (const [above, below, found] of wrongs(amountOf(terms, "numerator"), amountOf(terms, "denominator"))) {
      const rate = percentOf(above, below);
      const isApart = rate && (size < rate.low - printed.step || size > rate.high + printed.step);
      if (!isApart || rate.low > printed.high || rate.high < printed.low) continue;
      return { ...found, ...(measure === "growth" && stage !== undefined && OF_BUDGET[found.id]) };
    }
  }
  return undefined;
}

/** Last year's amount, as the printed change and growth of a quantity have it: this year's is not needed for that. */
export function lastYearBehind(figure: BoundFigure, failing: readonly InstanceResult[]): readonly Range[] {
  return failing.flatMap(({ instance, terms, undefinedRate }) => {
    const [growth] = terms;
    if (instance.form !== "ratio" || undefinedRate || growth?.figure?.dimensions.measure !== "growth") return [];
    const above = terms.filter(({ role }) => role === "numerator");
    const isOwn = ({ figure: other }: CalculationTerm): boolean => other?.id === figure.id;
    if (above.some(isOwn) || !terms.some(isOwn) || isOwn(growth)) return [];
    const { middle, step } = growth.reading;
    const change = amountOf(terms, "numerator");
    const last = percentOf(change, { middle, error: step / 2 });
    // Where it changed by less than that is known to, this year's amount is in the range as well.
    return last && last.high - last.low < Math.abs(change.middle) ? [last] : [];
  });
}

function amountOf(terms: readonly CalculationTerm[], role: CalculationTerm["role"]): Amount {
  const own = terms.filter((term) => term.role === role);
  return {
    middle: own.reduce((sum, { coefficient, reading }) => sum + coefficient * reading.middle, 0),
    error: own.reduce((sum, { coefficient, reading }) => sum + (Math.abs(coefficient) * reading.step) / 2, 0),
  };
}

function plus(one: Amount, other: Amount, times = 1): Amount {
  return { middle: one.middle + times * other.middle, error: one.error + other.error };
}

/** 100 times the size of a quotient, in ticks; undefined where it is known too roughly to say how it was come by. */
function percentOf(above: Amount, below: Amount): Range | undefined {
  if (above.middle === 0 || below.middle === 0) return undefined;
  const doubt = above.error / Math.abs(above.middle) + below.error / Math.abs(below.middle);
  if (doubt > TELLING) return undefined;
  const middle = Math.abs((100 * TICKS * above.middle) / below.middle);
  return { low: middle * (1 - doubt), high: middle * (1 + doubt) };
}
