import type { BoundFigure } from "../../facts/disclosure.ts";
import { keyText } from "../../facts/key.ts";
import { measurableOf, readingOf } from "../../figure/interval.ts";
import { isAmount } from "../amounts.ts";
import type { CheckContext } from "../relation.ts";
import { mentionsOf } from "./mentions.ts";

/** What an average is of, by the word before it: persons, vehicles, batches. */
const OF: readonly { readonly word: RegExp; readonly counts: Readonly<Record<string, readonly string[]>> }[] = [
  {
    word: /^(?:人均|平均每人)/,
    counts: {
      receptions: ["reception-persons{item=domestic}", "reception-persons"],
      "domestic-receptions": ["reception-persons{item=domestic}", "reception-persons"],
      overseas: ["mission-persons"],
    },
  },
  {
    word: /^(?:车均|辆均|平均每[辆车])/,
    counts: { "vehicle-running": ["vehicles-held"], vehicles: ["vehicles-held"] },
  },
  {
    word: /^(?:批均|次均|批次均|平均每批)/,
    counts: {
      receptions: ["reception-batches{item=domestic}", "reception-batches"],
      "domestic-receptions": ["reception-batches{item=domestic}", "reception-batches"],
    },
  },
];

/** The one figure of a quantity in the section of another; undefined where it is told there in two ways. */
function besideIt(context: CheckContext, key: string, { source }: BoundFigure): BoundFigure | undefined {
  const told = (context.facts.get(key) ?? []).filter(
    (figure) => figure.source.section === source.section && figure.source.table === undefined,
  );
  return new Set(told.map(({ value, unit }) => `${value} ${unit}`)).size === 1 ? told[0] : undefined;
}

/** The one amount of a quantity in the document; undefined where it is printed in two ways. */
function everywhere(context: CheckContext, key: string): BoundFigure | undefined {
  const all = context.facts.get(key) ?? [];
  return new Set(all.map(({ value, unit }) => `${Number(value)} ${unit}`)).size === 1 ? all[0] : undefined;
}

/** 公务用车购置费43.28万元，更新购置执法执勤用车2辆，平均每辆21.64万元: right of an amount and a count that stand before it. */
function isOfItsSentence(context: CheckContext, average: BoundFigure): boolean {
  const mentions = mentionsOf(context).find((list) => list.some(({ figure }) => figure.id === average.id)) ?? [];
  const before = mentions
    .slice(
      0,
      mentions.findIndex(({ figure }) => figure.id === average.id),
    )
    .slice(-NEAR_BY);
  const figures = before.flatMap(({ bound }) => bound ?? []);
  const counts = figures.filter(({ unit, value }) => unit === "count" && Number(value) > 0);
  return figures.some(
    (amount) =>
      amount.unit === average.unit &&
      isAmount(amount) &&
      counts.some((count) => agrees({ name: "", average, amount, count }) === true),
  );
}

/** So many numbers back an average may find what it is of. */
const NEAR_BY = 4;

export interface Average {
  /** As the words call it: 人均, 平均每期. */
  readonly name: string;
  readonly average: BoundFigure;
  readonly amount: BoundFigure;
  readonly count: BoundFigure;
}

export function* averages(context: CheckContext): Iterable<Average> {
  for (const figure of context.disclosure.figures) {
    const { item, label, measure } = figure.dimensions;
    if (figure.concept !== "three-public" || measure !== "average" || item === undefined || label === undefined)
      continue;
    const keys = OF.find(({ word }) => word.test(label))?.counts[item] ?? [];
    if (isOfItsSentence(context, figure)) continue;
    const key = keyText("three-public", { item });
    const amount = besideIt(context, key, figure) ?? everywhere(context, key);
    const count = keys.map((entry) => besideIt(context, entry, figure)).find((found) => found !== undefined);
    if (amount && count && Number(count.value) > 0) yield { name: label, average: figure, amount, count };
  }
}

/** 平均每期80.9人次, 人均年补助2813.27元: what there is of it to one of something counted before. */
const EACH =
  /(?:^|[，；、（])((?:平均每([一-龥])|([人户])均))(?:年?补助|年?补贴|支出|培训|费用|接待)?(?:标准)?(?:为|约)?$/;

/** 举办各类班26期，培训学员2103人次，平均每期80.9人次: the sentence counts both, and neither twice. */
export function* averagesOfSentence(context: CheckContext): Iterable<Average> {
  for (const mentions of mentionsOf(context)) {
    for (const [index, { bound: average, words }] of mentions.entries()) {
      const [, name, each, per] = EACH.exec(words) ?? [];
      const noun = each ?? per;
      if (!average || name === undefined || OF.some(({ word }) => word.test(name) && isThreePublic(average))) continue;
      const opens = mentions.slice(0, index + 1).findLastIndex((mention) => /[。；]/.test(mention.words));
      const before = mentions.slice(Math.max(0, opens), index).flatMap(({ bound }) => bound ?? []);
      const counts = before.filter(({ unit, classifier }) => unit === "count" && classifier === noun);
      const amounts = before.filter(
        (figure) =>
          measurableOf(figure.unit) === measurableOf(average.unit) &&
          figure.classifier === average.classifier &&
          isAmount(figure),
      );
      const [count, amount] = [counts[0], amounts[0]];
      if (counts.length !== 1 || amounts.length !== 1 || !count || !amount || Number(count.value) === 0) continue;
      yield { name, average, amount, count };
    }
  }
}

const isThreePublic = ({ concept }: BoundFigure): boolean => concept === "three-public";

/** Whether an average can be that of an amount over a count, each as far as it is printed. */
export function agrees({ average, amount, count }: Average): boolean | undefined {
  const [own, all] = [readingOf(average), readingOf(amount)];
  if (!own || !all) return undefined;
  const number = Number(count.value);
  // One unit of the last place beyond rounding: many cut the digits off.
  return (own.low - own.step) * number <= all.high && (own.high + own.step) * number >= all.low;
}

/** The same count as other places print it otherwise. */
export function otherPrints(context: CheckContext, { count }: Average): readonly BoundFigure[] {
  return (context.facts.get(keyText(count.concept, count.dimensions)) ?? []).filter(
    ({ id, value, unit }) => id !== count.id && unit === count.unit && Number(value) !== Number(count.value),
  );
}

/** What the average comes to, in its own unit and to its own last place; half up, in whole last places. */
export function quotient({ average, amount, count }: Average): string {
  const [own, all] = [readingOf(average)!, readingOf(amount)!];
  const places = String(Math.round(all.middle / Number(count.value) / own.step)).padStart(average.decimals + 1, "0");
  const point = places.length - average.decimals;
  return average.decimals === 0 ? places : `${places.slice(0, point)}.${places.slice(point)}`;
}
