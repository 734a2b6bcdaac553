import type { BoundFigure } from "../../facts/disclosure.ts";
import { type ConceptKey, type Dimensions, keyText } from "../../facts/key.ts";
import { isRateOf, measurableOf, readingOf, TICKS } from "../../figure/interval.ts";
import type { NumberToken } from "../numbers.ts";
import { boundLast, tokensIn } from "../places.ts";
import type { Reading } from "../state.ts";

// 收入总计5320.6万元，其中年初结转和结余120.6万元，较上年增加320.6万元，增长6.41%: the words let the comparison be the part's
// or the sum's. Where the printed rate follows from one of them and not from the other, it is that one's.

// The same where the list ends its sentence and the comparison opens the next: …因公出国（境）费0元。与上年相比，减少1400元，下降7%.

/** Remembers an amount told as a part of the sentence's first. */
export function rememberPart(r: Reading, figure: BoundFigure): void {
  const { measure, stage, period } = figure.dimensions;
  if (
    measure !== undefined ||
    stage !== undefined ||
    period !== undefined ||
    figure.unit === "count" ||
    figure.unit === "percent"
  )
    return;
  r.nestedBefore = undefined;
  r.amounts.push(figure);
  r.firstOfSentence ??= figure;
  if (r.inParts && r.firstOfSentence !== figure) r.nested = { sum: r.firstOfSentence, part: figure };
}

/** Gives a change and its rate, bound to the part, to the sum where only that makes them agree. */
export function settleNested(r: Reading, growth: BoundFigure): void {
  const nested = r.nested ?? r.nestedBefore;
  const change = r.figures.at(-2);
  if (!nested || growth.dimensions.measure !== "growth" || change?.dimensions.measure !== "change") return;
  if (readingOf(change)?.middle === 0 || subjectOf(growth) !== subjectOf(change)) return;
  const { sum, part } = nested;
  // A comparison that opens a sentence was taken for the sum's where the list was long.
  const isOfSum = r.nested === undefined && subjectOf(change) === subjectOf(sum);
  if (!isOfSum && subjectOf(change) !== subjectOf(part)) return;
  const [told, other] = isOfSum ? [sum, part] : [part, sum];
  if (other.unit !== change.unit || follows(told, change, growth)) return;
  // What is listed under its own words is hardly compared.
  if ((isOfSum || part.dimensions.label === undefined) && !follows(other, change, growth)) return;
  const { concept, dimensions } = other;
  for (const index of [r.figures.length - 2, r.figures.length - 1]) {
    const figure = r.figures[index]!;
    const { stage, label, measure } = figure.dimensions;
    // 其中办公费5.2万元、差旅费4万元: a part's own words go with the part.
    const base = label === part.dimensions.label ? undefined : label;
    r.figures[index] = {
      ...figure,
      concept,
      dimensions: { ...dimensions, ...(stage && { stage }), ...(base && { label: base }), ...(measure && { measure }) },
    };
  }
  if (r.comparison) r.comparison.subject = { concept, dimensions };
  r.nested = undefined;
  r.nestedBefore = undefined;
}

/**
 * 其中：基本支出1420.67万元，项目支出530.2万元。年初预算数1502.3万元，完成年初预算的129.86%: a budget and how much of it was spent, bound
 * to the part told last, are those of the sum told before it where only that makes them agree.
 */
export function settleCompletion(r: Reading, last: BoundFigure): void {
  // 年初预算720万元，完成年初预算的118.06%, or 完成年初预算的118.06%，年初预算为720万元.
  const before = r.figures.at(-2);
  const [rate, budget] =
    last.dimensions.measure === undefined && before?.dimensions.measure === "completion"
      ? [before, last]
      : [last, before];
  const { measure: _, ...planned } = rate.dimensions;
  if (rate.dimensions.measure !== "completion" || rate.concept !== "expenditure" || budget?.concept !== rate.concept)
    return;
  if (keyText("", budget.dimensions) !== keyText("", planned)) return;
  const { stage, ...own } = planned;
  const part = keyText(rate.concept, own);
  const told = boundLast(r).filter(
    (figure) => figure !== budget && figure.concept === "expenditure" && !figure.dimensions.measure,
  );
  const spent = told.findLast((figure) => keyText(figure.concept, figure.dimensions) === part);
  if (!spent || spent === told[0] || isSpentOf(spent, budget, rate)) return;
  const sums = told
    .slice(Math.max(0, told.indexOf(spent) - LONGEST_LIST), told.indexOf(spent))
    .filter((figure) => isWithin(own, figure.dimensions));
  // One of the three may be misprinted: then the part is far from it, and the sum nearly true.
  const sum =
    sums.findLast((figure) => isSpentOf(figure, budget, rate)) ??
    (isNear(spent, budget, rate, FAR) ? undefined : sums.findLast((figure) => isNear(figure, budget, rate, NEAR)));
  if (!sum) return;
  for (const index of [r.figures.length - 2, r.figures.length - 1]) {
    const { measure } = r.figures[index]!.dimensions;
    const dimensions = { ...sum.dimensions, ...(stage && { stage }), ...(measure && { measure }) };
    r.figures[index] = { ...r.figures[index]!, dimensions };
  }
  r.subject = { concept: sum.concept, dimensions: sum.dimensions };
}

/**
 * 决算数277.5万元，预算数177.5万元，…，增加100万元: with what it was compared is not said. Where it is how far the final amount is from the
 * budget that the sentence has named, it is with that.
 */
export function settleUnsaid(r: Reading, change: BoundFigure): void {
  const { measure, ...own } = change.dimensions;
  const named = r.stageOfSentence;
  const key = keyText(change.concept, own);
  if (measure !== "change" || r.against !== undefined || named?.subject !== key) return;
  const amountOf = (wanted: string): BoundFigure | undefined =>
    boundLast(r).findLast((figure) => keyText(figure.concept, figure.dimensions) === wanted);
  const [final, budget] = [amountOf(key), amountOf(keyText(change.concept, { ...own, stage: named.stage }))];
  if (!final || !budget || final.unit !== change.unit || budget.unit !== change.unit) return;
  const [spent, planned, by] = [readingOf(final), readingOf(budget), readingOf(change)];
  if (!spent || !planned || !by) return;
  const difference = change.direction === "decrease" ? planned.middle - spent.middle : spent.middle - planned.middle;
  if (difference <= 0 || Math.abs(difference - by.middle) > by.step / 2) return;
  r.figures[r.figures.length - 1] = { ...change, dimensions: { ...change.dimensions, stage: named.stage } };
  r.against = "budget";
  r.againstStage = named.stage;
  if (r.comparison) r.comparison.against = "budget";
}

/** How many parts a list may have between the sum and its budget. */
const LONGEST_LIST = 24;

/** Whether a quantity is a part of another by its dimensions: all of the other's are its own, or its code is below the other's. */
function isWithin(own: Dimensions, around: Dimensions): boolean {
  const names = Object.keys(around) as (keyof Dimensions)[];
  const differing = names.filter((name) => own[name] !== around[name]);
  if (differing.length === 0) return names.length < Object.keys(own).length;
  const { functional } = around;
  return (
    differing.length === 1 &&
    functional !== undefined &&
    own.functional !== functional &&
    own.functional?.startsWith(functional) === true
  );
}

function isSpentOf(amount: BoundFigure, budget: BoundFigure, rate: BoundFigure): boolean {
  const [spent, planned, share] = [readingOf(amount), readingOf(budget), readingOf(rate)];
  return (
    !!spent && !!planned && !!share && amount.unit === budget.unit && isRateOf(share, spent.middle, planned.middle)
  );
}

/** Shares of the rate: a slip of the pen leaves a sum within the one, and a part is beyond the other. */
const [NEAR, FAR] = [0.03, 0.5];

function isNear(amount: BoundFigure, budget: BoundFigure, rate: BoundFigure, within: number): boolean {
  if (amount.unit !== budget.unit) return false;
  const [spent, planned, share] = [readingOf(amount), readingOf(budget), readingOf(rate)];
  if (!spent || !planned || !share || planned.middle <= 0) return false;
  const printed = share.middle / (100 * TICKS);
  return Math.abs(spent.middle / planned.middle - printed) <= within * printed;
}

function subjectOf({ concept, dimensions }: BoundFigure): string {
  const { measure: _measure, stage: _stage, ...rest } = dimensions;
  return keyText(concept, rest);
}

/** Whether a printed rate is that of the change to an amount, as far as its decimals show: a guess at what the words mean. */
function follows(amount: BoundFigure, change: BoundFigure, growth: BoundFigure): boolean {
  const [now, by, rate] = [readingOf(amount), readingOf(change), readingOf(growth)];
  if (!now || !by || !rate) return false;
  const base = change.direction === "decrease" ? now.middle + by.middle : now.middle - by.middle;
  return base > 0 && isRateOf(rate, by.middle, base);
}

const CHANGED = /^[万亿]?元）?(?:相比)?，?(?:收入|支出)?(增|减|下降|降低|少|多|节)[^，。；\d]{0,3}(?=\d)/;

/**
 * 财政拨款支出562.3万元，其中…项目支出70万元，比上年540万元增加22.3万元: what was compared with last year's amount, where only the sum
 * lets the printed change be true.
 */
export function sumCompared(r: Reading, number: NumberToken): ConceptKey | undefined {
  const nested = r.nested ?? r.nestedBefore;
  if (!nested) return undefined;
  const [words, way] = CHANGED.exec(r.view.text.slice(number.end, number.end + 32)) ?? [];
  if (words === undefined || way === undefined) return undefined;
  const at = number.end + words.length;
  const by = tokensIn(r, at, at + 1).find((token) => token.type === "number")?.number;
  const before = readingOf(number);
  const change = by && measurableOf(by.unit) === "money" ? readingOf(by) : undefined;
  if (!before || !change) return undefined;
  const [low, high] = /[增多]/.test(way) ? [change.low, change.high] : [0 - change.high, 0 - change.low];
  const fits = (figure: BoundFigure): boolean => {
    const now = measurableOf(figure.unit) === "money" ? readingOf(figure) : undefined;
    return now !== undefined && now.low - before.high <= high && now.high - before.low >= low;
  };
  if (fits(nested.part) || !fits(nested.sum)) return undefined;
  const { concept, dimensions } = nested.sum;
  return { concept, dimensions };
}
