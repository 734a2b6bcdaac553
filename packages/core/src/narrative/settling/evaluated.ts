import type { BoundFigure } from "../../facts/disclosure.ts";
import { keyText } from "../../facts/key.ts";
import { isRateOf, readingOf } from "../../figure/interval.ts";

const PLANNED = "{stage=budget,";
/** 占年初安排项目支出预算的, 占项目支出预算总额的: words that do say it. */
const SAYS_PLANNED = /占[^，。；：]*(?:年初|项目(?:支出)?预算)[^，。；：\d]*$/;

/**
 * 共涉及资金9946.65万元，占一般公共预算项目支出总额的99.41%: of what was planned for projects or of what was spent on them, which the words do not
 * say. It is of what was spent where the amounts of the disclosure, in its tables or its sentences, give that share.
 */
export function settleEvaluated(figures: readonly BoundFigure[]): BoundFigure[] {
  return figures.map((figure, index) => {
    const { measure, of, ...own } = figure.dimensions;
    if (figure.concept !== "performance-amount" || measure !== "share" || !of?.includes(PLANNED)) return figure;
    if (saysPlanned(figure)) return figure;
    const spent = of.replace(PLANNED, "{");
    const key = keyText(figure.concept, own);
    const part = figures.slice(0, index).findLast((other) => keyText(other.concept, other.dimensions) === key);
    const [share, above] = [readingOf(figure), part && readingOf(part)];
    const isSpent = figures.some((whole) => {
      const below = keyText(whole.concept, whole.dimensions) === spent ? readingOf(whole) : undefined;
      return share && above && below && isRateOf(share, above.middle, below.middle);
    });
    return isSpent ? { ...figure, dimensions: { ...figure.dimensions, of: spent } } : figure;
  });
}

function saysPlanned({ text, source: { context = "" } }: BoundFigure): boolean {
  return context
    .split(text)
    .slice(0, -1)
    .some((before) => SAYS_PLANNED.test(before));
}
