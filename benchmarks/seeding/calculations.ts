import { keyText, type BoundFigure, type BoundTable, type Dimensions } from "@juesuan/core";
import { exact, printedExact, printedQuotient, stepOf } from "./exact.ts";
import { edit, inTable, isAmount, isSomething, replaceFigure, type Maker } from "./mistake.ts";
import type { Original } from "./originals.ts";

const inText = (figure: BoundFigure): boolean => !inTable(figure);
const keyOf = ({ concept, dimensions }: BoundFigure): string => keyText(concept, dimensions);

/** The amount that another quantity of the same concept is printed with; undefined where it is printed nowhere. */
function amountOf(
  { disclosure }: Original,
  { concept, dimensions }: BoundFigure,
  changes: { readonly [name in keyof Dimensions]?: Dimensions[name] | undefined },
): bigint | undefined {
  const key = keyText(concept, { ...dimensions, ...changes } as Dimensions);
  const printed = disclosure.figures.find((figure) => keyOf(figure) === key && isAmount(figure));
  return printed && exact(printed.value);
}

/** A number that is calculated as `above / below`. */
type Quotient = readonly [above: bigint, below: bigint];

const ONE = exact("1");
const HUNDRED = exact("100");

/** A figure of some kind, with the number that a wrong calculation gives for it. */
const miscalculated =
  (
    wanted: (figure: BoundFigure) => boolean,
    wrong: (original: Original, figure: BoundFigure) => Quotient | undefined,
  ): Maker =>
  (original, random) => {
    const candidates = original.disclosure.figures.flatMap((figure) => {
      if (!wanted(figure) || !isSomething(figure)) return [];
      const [above, below] = wrong(original, figure) ?? [0n, 0n];
      if (below === 0n) return [];
      const text = printedQuotient(above, below, figure.decimals);
      const apart = exact(text) - exact(figure.value.replace("-", ""));
      // What rounds to the same is no mistake.
      const near = 2n * stepOf(figure.decimals);
      return -near < apart && apart < near ? [] : [{ figure, text }];
    });
    const chosen = random.pick(candidates);
    return chosen && replaceFigure(chosen.figure, chosen.text);
  };

const isMeasure =
  (measure: Dimensions["measure"]) =>
  ({ dimensions }: BoundFigure): boolean =>
    dimensions.measure === measure;

const isCurrent = ({ dimensions }: BoundFigure): boolean =>
  dimensions.period === undefined && dimensions.measure === undefined;

/** Last year's amount of the same quantity: printed, or what the change that is printed leads back to. */
function lastYear(original: Original, figure: BoundFigure): Quotient | undefined {
  const printed = amountOf(original, figure, { period: "previous" });
  if (printed !== undefined) return [printed, ONE];
  const { concept, dimensions } = figure;
  const key = keyText(concept, { ...dimensions, measure: "change" });
  const change = original.disclosure.figures.find((other) => keyOf(other) === key && isAmount(other));
  if (!change?.direction) return undefined;
  const moved = exact(change.value);
  return [exact(figure.value) + (change.direction === "increase" ? -moved : moved), ONE];
}

/** 增长 taken of this year's amount instead of last year's. */
const ofThisYear = miscalculated(isMeasure("growth"), (original, figure) => {
  const { stage: _, ...rest } = figure.dimensions;
  const current = amountOf(original, { ...figure, dimensions: rest }, { measure: undefined });
  const change = amountOf(original, figure, { measure: "change" });
  return current !== undefined && change !== undefined ? [100n * change, current] : undefined;
});

/** 完成预算 with budget and spending the wrong way round. */
const turnedCompletion = miscalculated(isMeasure("completion"), (_, { value }) => [
  HUNDRED * HUNDRED,
  exact(value) * ONE,
]);

const lessOne = miscalculated(
  ({ dimensions, value }) => dimensions.measure === "completion" && exact(value) > HUNDRED + ONE,
  (_, { value }) => [exact(value) - HUNDRED, ONE],
);

/** A share of another total than the one that the sentence names. */
const ofAnotherWhole = miscalculated(isMeasure("share"), (original, figure) => {
  const wholes = original.disclosure.figures.filter(
    (other) => isAmount(other) && isCurrent(other) && keyOf(other) === figure.dimensions.of,
  );
  const whole = exact(wholes[0]?.value ?? "0");
  const other = original.disclosure.figures.find(
    (one) => isAmount(one) && isCurrent(one) && 100n * exact(one.value) > 102n * whole && exact(one.value) < 2n * whole,
  );
  return other && [exact(figure.value) * whole, exact(other.value) * ONE];
});

/** The last place of one share of a list, one up: the list adds up to a step more than 100%. */
const shareUp: Maker = ({ disclosure }, random) => {
  const figure = random.pick(
    disclosure.figures.filter((one) => inText(one) && one.dimensions.measure === "share" && isSomething(one)),
  );
  if (!figure) return undefined;
  const { value, decimals } = figure;
  return replaceFigure(figure, printedExact(exact(value) + 2n * stepOf(decimals), decimals));
};

/** Every print of a quantity changed, in text and tables, and no total with it. */
const itemChanged: Maker = ({ disclosure }, random) => {
  const items = disclosure.figures.filter(
    (one) => isAmount(one) && isCurrent(one) && isSomething(one) && (one.dimensions.functional?.length ?? 0) === 7,
  );
  const item = random.pick(items);
  if (!item) return undefined;
  const key = keyOf(item);
  const changed = printedExact(exact(item.value) + BigInt(random.integer(100, 9900)) * stepOf(2), item.decimals);
  const prints = disclosure.figures.filter((one) => keyOf(one) === key && one.value === item.value);
  return edit(
    `${key}: ${item.text} → ${changed} ×${prints.length}`,
    ...prints.map(({ source: { start, end } }) => ({ start, end, text: changed })),
  );
};

/** Every print of an amount in the text brought up to date, its table not. */
const textAlone: Maker = ({ disclosure }, random) => {
  const inTables = new Set(disclosure.figures.filter((one) => inTable(one) && isAmount(one)).map(keyOf));
  const figure = random.pick(
    disclosure.figures.filter((one) => inText(one) && isCurrent(one) && isSomething(one) && inTables.has(keyOf(one))),
  );
  if (!figure) return undefined;
  const changed = printedExact((exact(figure.value) * 105n) / 100n + exact("0.11"), figure.decimals);
  const prints = disclosure.figures.filter(
    (one) => inText(one) && keyOf(one) === keyOf(figure) && one.text === figure.text,
  );
  return {
    ...edit(
      `${keyOf(figure)}: ${figure.text} → ${changed} ×${prints.length}, tables as they were`,
      ...prints.map(({ source: { start, end } }) => ({ start, end, text: changed })),
    ),
    right: figure.text,
  };
};

/** The amount of another item of the same list. */
const anotherLine: Maker = ({ disclosure }, random) => {
  const items = disclosure.figures.filter(
    (one) =>
      inText(one) && isAmount(one) && isCurrent(one) && isSomething(one) && one.dimensions.functional !== undefined,
  );
  const at = random.integer(1, Math.max(1, items.length - 1));
  return items[at] && replaceFigure(items[at], items[at - 1]!.text);
};

const signAdded: Maker = ({ disclosure }, random) => {
  const figure = random.pick(disclosure.figures.filter((one) => inTable(one) && isAmount(one) && isSomething(one)));
  return figure && replaceFigure(figure, `-${figure.text}`);
};

/** Last year's table: every amount of it other than this year's, and all of them in proportion. */
const tableOfLastYear: Maker = ({ disclosure }, random) => {
  const printed = new Map(disclosure.figures.map((figure) => [figure.id, figure]));
  const filled = (table: BoundTable): readonly BoundFigure[] =>
    table.cells.flatMap(({ figure }) => (figure === undefined ? [] : (printed.get(figure) ?? [])));
  const table = random.pick(disclosure.tables.filter((one) => one.table !== undefined && filled(one).length > 8));
  if (!table) return undefined;
  return {
    ...edit(
      `${table.table} of another year`,
      ...filled(table)
        .filter(isAmount)
        .map(({ value, decimals, source: { start, end } }) => ({
          start,
          end,
          text: printedExact(2n * exact(value), decimals),
        })),
    ),
    names: table.title?.slice(-8) ?? "表",
  };
};

/** 批次 and 人次 the wrong way round. */
const countsSwapped: Maker = ({ disclosure }, random) => {
  const counts = disclosure.figures.filter((one) => inText(one) && one.unit === "count" && isSomething(one));
  const pairs = counts.flatMap((one, index) => {
    const next = counts[index + 1];
    return next && next.id - one.id <= 2 && next.text !== one.text && next.source.section === one.source.section
      ? [[one, next] as const]
      : [];
  });
  const [one, other] = random.pick(pairs) ?? [];
  if (!one || !other) return undefined;
  return edit(
    `counts ${one.text} ⇄ ${other.text} in ${one.source.section}`,
    { start: one.source.start, end: one.source.end, text: other.text },
    { start: other.source.start, end: other.source.end, text: one.text },
  );
};

/** Figures wrong as people get them who calculate, copy and bring up to date by hand. */
export const CALCULATIONS: Readonly<Record<string, Maker>> = {
  "text: last year's amount": miscalculated((one) => inText(one) && isAmount(one) && isCurrent(one), lastYear),
  "cell: last year's amount": miscalculated((one) => inTable(one) && isAmount(one) && isCurrent(one), lastYear),
  "text: growth of this year's amount": ofThisYear,
  "text: completion turned round": turnedCompletion,
  "text: completion less 100": lessOne,
  "text: share of another whole": ofAnotherWhole,
  "text: share up a step": shareUp,
  "text: amount of the line above": anotherLine,
  "text: brought up to date, table not": textAlone,
  "text: counts swapped": countsSwapped,
  "item changed, totals not": itemChanged,
  "cell: minus sign added": signAdded,
  "table of another year": tableOfLastYear,
};
