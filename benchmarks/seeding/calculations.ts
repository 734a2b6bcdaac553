import { keyText, type BoundFigure, type BoundTable, type Dimensions } from "@juesuan/core";
import { edit, inTable, isAmount, isSomething, replaceFigure, type Maker } from "./mistake.ts";
import type { Original } from "./originals.ts";

const inText = (figure: BoundFigure): boolean => !inTable(figure);
const keyOf = ({ concept, dimensions }: BoundFigure): string => keyText(concept, dimensions);

/** The amount that another quantity of the same concept is printed with; undefined where it is printed nowhere. */
function amountOf(
  { disclosure }: Original,
  { concept, dimensions }: BoundFigure,
  changes: { readonly [name in keyof Dimensions]?: Dimensions[name] | undefined },
): number | undefined {
  const key = keyText(concept, { ...dimensions, ...changes } as Dimensions);
  const printed = disclosure.figures.find((figure) => keyOf(figure) === key && isAmount(figure));
  return printed && Number(printed.value);
}

/** A figure of some kind, with the number that a wrong calculation gives for it. */
const miscalculated =
  (
    wanted: (figure: BoundFigure) => boolean,
    wrong: (original: Original, figure: BoundFigure) => number | undefined,
  ): Maker =>
  (original, random) => {
    const candidates = original.disclosure.figures.flatMap((figure) => {
      if (!wanted(figure) || !isSomething(figure)) return [];
      const value = wrong(original, figure);
      if (value === undefined || !Number.isFinite(value)) return [];
      const text = Math.abs(value).toFixed(figure.decimals);
      // What rounds to the same is no mistake.
      return Math.abs(Number(text) - Math.abs(Number(figure.value))) < 2 * 10 ** -figure.decimals
        ? []
        : [{ figure, text }];
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
function lastYear(original: Original, figure: BoundFigure): number | undefined {
  const printed = amountOf(original, figure, { period: "previous" });
  if (printed !== undefined) return printed;
  const { concept, dimensions } = figure;
  const key = keyText(concept, { ...dimensions, measure: "change" });
  const change = original.disclosure.figures.find((other) => keyOf(other) === key && isAmount(other));
  if (!change?.direction) return undefined;
  return Number(figure.value) + (change.direction === "increase" ? -1 : 1) * Number(change.value);
}

/** 增长 taken of this year's amount instead of last year's. */
const ofThisYear = miscalculated(isMeasure("growth"), (original, figure) => {
  const { stage: _, ...rest } = figure.dimensions;
  const current = amountOf(original, { ...figure, dimensions: rest }, { measure: undefined });
  const change = amountOf(original, figure, { measure: "change" });
  return current !== undefined && change !== undefined ? (100 * change) / current : undefined;
});

/** 完成预算 with budget and spending the wrong way round. */
const turnedCompletion = miscalculated(isMeasure("completion"), (_, { value }) => 10_000 / Number(value));

const lessOne = miscalculated(
  ({ dimensions, value }) => dimensions.measure === "completion" && Number(value) > 101,
  (_, { value }) => Number(value) - 100,
);

/** A share of another total than the one that the sentence names. */
const ofAnotherWhole = miscalculated(isMeasure("share"), (original, figure) => {
  const wholes = original.disclosure.figures.filter(
    (other) => isAmount(other) && isCurrent(other) && keyOf(other) === figure.dimensions.of,
  );
  const whole = Number(wholes[0]?.value);
  const other = original.disclosure.figures.find(
    (one) => isAmount(one) && isCurrent(one) && Number(one.value) > 1.02 * whole && Number(one.value) < 2 * whole,
  );
  return other && (Number(figure.value) * whole) / Number(other.value);
});

/** The last place of one share of a list, one up: the list adds up to a step more than 100%. */
const shareUp: Maker = ({ disclosure }, random) => {
  const figure = random.pick(
    disclosure.figures.filter((one) => inText(one) && one.dimensions.measure === "share" && isSomething(one)),
  );
  return figure && replaceFigure(figure, (Number(figure.value) + 2 * 10 ** -figure.decimals).toFixed(figure.decimals));
};

/** Every print of a quantity changed, in text and tables, and no total with it. */
const itemChanged: Maker = ({ disclosure }, random) => {
  const items = disclosure.figures.filter(
    (one) => isAmount(one) && isCurrent(one) && isSomething(one) && (one.dimensions.functional?.length ?? 0) === 7,
  );
  const item = random.pick(items);
  if (!item) return undefined;
  const key = keyOf(item);
  const changed = (Number(item.value) + random.integer(100, 9900) / 100).toFixed(item.decimals);
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
  const changed = (Number(figure.value) * 1.05 + 0.11).toFixed(figure.decimals);
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
          text: (2 * Number(value)).toFixed(decimals),
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
