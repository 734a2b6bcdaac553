import type { BoundCell, BoundFigure } from "../facts/disclosure.ts";
import { keyText } from "../facts/key.ts";
import type { Unit } from "../figure/figure.ts";
import { measurableOf, readingOf } from "../figure/interval.ts";
import { perContext } from "../relations/per-context.ts";
import type { CheckContext } from "../relations/relation.ts";
import { keysOf } from "../relations/numeric/terms.ts";
import type { Network } from "./network.ts";
import type { InstanceResult } from "./result.ts";
import type { Surroundings } from "./slips.ts";

/** How many figures away in a text the eye may land. */
const NEARBY = 4;

/** What a clerk's eye may have landed on instead of a figure of this key. */
export function surroundingsOf(
  figure: BoundFigure,
  key: string,
  context: CheckContext,
  network: Network,
  results: readonly InstanceResult[],
): Surroundings {
  const inText = figure.source.table === undefined;
  return {
    ...(inText ? { rows: nearText(figure, context), columns: [] } : nearCells(figure, context)),
    totals: totalsOf(key, network, results),
    lastYear: lastYearOf(keyText(figure.concept, { ...figure.dimensions, period: "previous" }), context),
    rates: inText ? ratesLike(figure, context) : [],
    usual: inText ? unitOfText(context) : context.disclosure.unit,
  };
}

/** The unit that a text tells most of its amounts in, which need not be that of the tables: 万元 beside tables in 元. */
const unitOfText = perContext(({ disclosure }): Unit => {
  const counts = new Map<Unit, number>();
  for (const { unit, source } of disclosure.figures)
    if (source.table === undefined && measurableOf(unit) === "money") counts.set(unit, (counts.get(unit) ?? 0) + 1);
  const [most] = [...counts].toSorted(([, one], [, other]) => other - one);
  return most !== undefined && most[1] >= FEW ? most[0] : disclosure.unit;
});

/** Fewer amounts are no custom. */
const FEW = 5;

/**
 * What is counted over and over of the same things: all that was bought were services, and all of it from small enterprises; every
 * project has targets, is followed and is evaluated. That two of these print the same is no slip.
 */
const OFTEN_EQUAL: ReadonlySet<string> = new Set(["procurement", "performance-projects", "performance-amount"]);

/** Figures of the same unit and measure that stand a few figures before or after it in its section. */
function nearText(figure: BoundFigure, context: CheckContext): readonly BoundFigure[] {
  const near: BoundFigure[] = [];
  for (let id = figure.id - NEARBY; id <= figure.id + NEARBY; id++) {
    const other = context.figures.get(id);
    if (!other || other.source.table !== undefined || other.source.section !== figure.source.section) continue;
    if (other.concept === figure.concept && OFTEN_EQUAL.has(figure.concept)) continue;
    if (other.unit === figure.unit && other.dimensions.measure === figure.dimensions.measure) near.push(other);
  }
  return near;
}

/** A cell among those of its table, by the line of its block that they stand in. */
interface Standing {
  readonly cell: BoundCell;
  readonly rows: ReadonlyMap<string, readonly BoundCell[]>;
}

const lineOf = ({ block }: BoundCell, row: number): string => `${block}|${row}`;

/** Where each figure of a table stands. */
const standingsOf = perContext((context): ReadonlyMap<number, readonly Standing[]> => {
  const standings = new Map<number, Standing[]>();
  for (const { cells } of context.disclosure.tables) {
    const rows = Map.groupBy(cells, (cell) => lineOf(cell, cell.row));
    for (const cell of cells) if (cell.figure !== undefined) listed(standings, cell.figure).push({ cell, rows });
  }
  return standings;
});

/** The cells above and below, and those of the same row. */
function nearCells(figure: BoundFigure, context: CheckContext): Pick<Surroundings, "rows" | "columns"> {
  const near = { rows: [] as BoundFigure[], columns: [] as BoundFigure[] };
  for (const { cell, rows } of standingsOf(context).get(figure.id) ?? []) {
    for (const row of [cell.row - 1, cell.row, cell.row + 1]) {
      for (const other of rows.get(lineOf(cell, row)) ?? []) {
        const printed = other.figure === undefined ? undefined : context.figures.get(other.figure);
        if (!printed || other === cell) continue;
        if (other.column === cell.column) near.rows.push(printed);
        if (row === cell.row) near.columns.push(printed);
      }
    }
  }
  return near;
}

const TOTALS = new WeakMap<readonly InstanceResult[], Map<string, readonly BoundFigure[]>>();

/** The totals that a quantity is a part of. */
function totalsOf(key: string, network: Network, results: readonly InstanceResult[]): readonly BoundFigure[] {
  let known = TOTALS.get(results);
  if (!known) TOTALS.set(results, (known = new Map()));
  let totals = known.get(key);
  if (!totals) {
    const found = new Set<BoundFigure>();
    const variable = network.variableOf(key);
    for (const position of variable === undefined ? [] : network.touching[variable]!) {
      const { instance, terms } = results[network.constraints[position]!.instance]!;
      const [first] = terms;
      if (instance.form === "linear" && first?.figure && first.key !== key && terms.length > 2) found.add(first.figure);
    }
    known.set(key, (totals = [...found]));
  }
  return totals;
}

const LAST_YEAR = perContext((): Map<string, Surroundings["lastYear"]> => new Map());

/** The amounts that last year's quantity is printed with, each once. */
function lastYearOf(key: string, context: CheckContext): Surroundings["lastYear"] {
  const known = LAST_YEAR(context);
  let ranges = known.get(key);
  if (!ranges) {
    const distinct = new Map<string, Surroundings["lastYear"][number]>();
    for (const figure of context.facts.get(key) ?? []) {
      const reading = readingOf(figure);
      if (reading && reading.middle !== 0) distinct.set(`${reading.low} ${reading.high}`, reading);
    }
    known.set(key, (ranges = [...distinct.values()]));
  }
  return ranges;
}

const rateOf = ({ source: { section }, dimensions: { measure } }: BoundFigure, middle: number): string =>
  `${section}|${measure}|${middle}`;

/** The rates of each section's text by measure and value: one of each quantity. */
const ratesOf = perContext((context): ReadonlyMap<string, readonly BoundFigure[]> => {
  const keys = keysOf(context);
  const rates = new Map<string, Map<string, BoundFigure>>();
  for (const figure of context.disclosure.figures) {
    const { unit, source, dimensions, id } = figure;
    if (unit !== "percent" || source.table !== undefined || dimensions.measure === undefined) continue;
    const middle = readingOf(figure)?.middle;
    if (middle === undefined) continue;
    const name = rateOf(figure, middle);
    const alike = rates.get(name) ?? new Map<string, BoundFigure>();
    alike.set(keys.get(id) ?? "", figure);
    rates.set(name, alike);
  }
  return new Map([...rates].map(([name, alike]) => [name, [...alike.values()]]));
});

/** Rates of other quantities of its section that print the same. */
function ratesLike(figure: BoundFigure, context: CheckContext): readonly BoundFigure[] {
  const middle = figure.dimensions.measure === undefined ? undefined : readingOf(figure)?.middle;
  return middle === undefined ? [] : (ratesOf(context).get(rateOf(figure, middle)) ?? []);
}

function listed<Key, Item>(lists: Map<Key, Item[]>, key: Key): Item[] {
  let list = lists.get(key);
  if (!list) lists.set(key, (list = []));
  return list;
}
