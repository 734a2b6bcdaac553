import type { BoundFigure } from "../../facts/disclosure.ts";
import { keyText } from "../../facts/key.ts";
import { readingOf } from "../../figure/interval.ts";
import type { Told } from "./told.ts";

// ▍年度总收入：180万元⏎2023年度收入合计180万元，其中：…: a headline with the amount that the sentence below it tells again, in words that say which it is.

const OF_THE_YEAR: Readonly<Record<string, string>> = {
  "total-receipts": "revenue",
  "total-disbursements": "expenditure",
};
const NAMED = /总(?:收入|支出)(?:决算)?[数额]?[：:]?$/;

export function settleHeadlines<T extends Told>(told: T, text: string): T {
  const figures = told.figures.map((figure, index) => {
    const next = told.figures[index + 1];
    const concept = OF_THE_YEAR[figure.concept];
    return concept !== undefined && next?.concept === concept && isSame(figure, next) && isHeadline(figure, text)
      ? { ...figure, concept }
      : figure;
  });
  return { ...told, figures };
}

function isSame(one: BoundFigure, other: BoundFigure): boolean {
  if (keyText("", one.dimensions) !== "" || keyText("", other.dimensions) !== "") return false;
  const [left, right] = [readingOf(one), readingOf(other)];
  return left !== undefined && right !== undefined && left.middle === right.middle;
}

/** Whether the amount and its name are all that its line says. */
function isHeadline({ source }: BoundFigure, text: string): boolean {
  const before = text.slice(text.lastIndexOf("\n", source.start - 1) + 1, source.start).replace(/\s/g, "");
  return before.length < 20 && NAMED.test(before) && /^[^\S\n]*[万亿]?元[^\S\n]*(?:\n|$)/.test(text.slice(source.end));
}
