import type { BoundFigure } from "../../facts/disclosure.ts";
import { keyText } from "../../facts/key.ts";
import { isRateOf, readingOf } from "../../figure/interval.ts";
import { amountsIn, says } from "./amounts.ts";

const PLANNED = "{stage=budget,";
/** 占年初安排项目支出预算的, 占项目支出预算总额的: words that do say it. */
const SAYS_PLANNED = /占[^，。；：]*(?:年初|项目(?:支出)?预算)[^，。；：\d]*$/;

/**
 * 共涉及资金9946.65万元，占一般公共预算项目支出总额的99.41%: of what was planned for projects or of what was spent on them, which the words do not
 * say. It is of what was spent where the amounts of the disclosure, in its tables or its sentences, give that share.
 */
export function settleEvaluated(figures: readonly BoundFigure[]): BoundFigure[] {
  const amountsOf = amountsIn(figures);
  const told = new Map<string, BoundFigure>();
  return figures.map((figure) => {
    const { measure, of, ...own } = figure.dimensions;
    if (figure.concept !== "performance-amount") return figure;
    const part = told.get(keyText(figure.concept, own));
    told.set(keyText(figure.concept, figure.dimensions), figure);
    if (measure !== "share" || !of?.includes(PLANNED) || says(figure, SAYS_PLANNED)) return figure;
    const spent = of.replace(PLANNED, "{");
    const [share, above] = [readingOf(figure), part && readingOf(part)];
    const isSpent = wholesOf(spent, amountsOf).some((below) => share && above && isRateOf(share, above.middle, below));
    return isSpent ? { ...figure, dimensions: { ...figure.dimensions, of: spent } } : figure;
  });
}

/** The amounts that the disclosure gives for a key; for all appropriations, where none is given, what their funds come to. */
export function wholesOf(key: string, amountsOf: (key: string) => readonly number[]): readonly number[] {
  const own = amountsOf(key);
  if (own.length > 0 || !key.includes(ALL_FUNDS)) return own;
  const parts = FUNDS.flatMap((fund) => amountsOf(key.replace(ALL_FUNDS, `fund=${fund}`)).slice(0, 1));
  return parts.length === 0 ? [] : [parts.reduce((sum, part) => sum + part, 0)];
}

const ALL_FUNDS = "fund=appropriation";
const FUNDS = ["general", "government-fund", "state-capital"] as const;
