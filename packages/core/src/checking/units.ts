import type { BoundFigure, BoundTable } from "../facts/disclosure.ts";
import type { Unit } from "../figure/figure.ts";
import { measurableOf, readingOf } from "../figure/interval.ts";
import type { CheckContext, Relation } from "../relations/relation.ts";
import { Observations, trusted } from "./observe.ts";
import type { Blame, InstanceResult, Problem } from "./result.ts";
import { slip } from "./slips.ts";
import { tableProblem } from "./table-problem.ts";
import { judge } from "./verdict.ts";

/** A table whose heading gives the wrong unit: its amounts are those of other places, but for ten thousand times. */
export interface UnitFault {
  readonly table: BoundTable;
  readonly printed: Unit;
  readonly meant: Unit;
  /** The table's amounts that are printed elsewhere too. */
  readonly figures: readonly BoundFigure[];
}

const MONEY: readonly Unit[] = ["ten-thousand-yuan", "yuan", "hundred-million-yuan"];
/** Fewer agreements may be chance. */
const LEAST = 3;
const MOST_AS_PRINTED = 0.1;
const LEAST_AS_MEANT = 0.8;

/**
 * Whole tables in the wrong unit: one slip of the heading, which would break every relation of the table with the rest if it
 * were looked at figure by figure.
 */
export function unitFaults(context: CheckContext): readonly UnitFault[] {
  const printings = printingsOf(context);
  const found = context.disclosure.tables.flatMap((table) => faultOf(table, context, printings) ?? []);
  // Of two tables that differ by their units alone, the one that is alone with its unit is wrong.
  const usual = usualUnit(context);
  return found.filter(({ meant }) => meant === usual);
}

/** The unit that most amounts are printed in. */
function usualUnit({ disclosure }: CheckContext): Unit | undefined {
  const counts = new Map<Unit, number>();
  for (const { unit } of disclosure.figures) {
    if (measurableOf(unit) === "money") counts.set(unit, (counts.get(unit) ?? 0) + 1);
  }
  return [...counts].toSorted((a, b) => b[1] - a[1])[0]?.[0];
}

function faultOf(
  table: BoundTable,
  context: CheckContext,
  printings: ReadonlyMap<number, Printings>,
): UnitFault | undefined {
  const own = new Map<number, BoundFigure>();
  for (const { figure } of table.cells) {
    const bound = figure === undefined ? undefined : context.figures.get(figure);
    if (bound && measurableOf(bound.unit) === "money" && Number(bound.value) !== 0) own.set(bound.id, bound);
  }
  const [sample] = own.values();
  if (!sample) return undefined;
  const ofQuantity = Map.groupBy(own.values(), ({ id }) => printings.get(id));
  const compared = new Map<BoundFigure, readonly BoundFigure[]>();
  for (const [quantity, figures] of ofQuantity) {
    const others = quantity ? printedOutside(figures, quantity) : [];
    if (others.length > 0) for (const figure of figures) compared.set(figure, others);
  }
  if (compared.size < LEAST) return undefined;
  const agreeing = (unit: Unit): number => {
    let count = 0;
    for (const [figure, others] of compared) {
      const reading = readingOf({ ...figure, unit });
      const fits = others.some((other) => {
        const its = readingOf(other);
        return reading && its && reading.low <= its.high && its.low <= reading.high;
      });
      if (fits) count++;
    }
    return count / compared.size;
  };
  if (agreeing(sample.unit) > MOST_AS_PRINTED) return undefined;
  const meant = MONEY.find((unit) => agreeing(unit) >= LEAST_AS_MEANT);
  return meant && { table, printed: sample.unit, meant, figures: [...compared.keys()] };
}

/** The ways in which a quantity is printed, each with a figure printed so and the numbers of all. */
type Printings = ReadonlyMap<string, { readonly figure: BoundFigure; readonly ids: Set<number> }>;

const printingOf = ({ value, decimals, unit, approximate }: BoundFigure): string =>
  `${value} ${decimals} ${unit} ${approximate}`;

/** By each figure, how its quantity is printed; what is nothing, or was surely read wrongly, is left out. */
function printingsOf({ facts }: CheckContext): ReadonlyMap<number, Printings> {
  const found = new Map<number, Printings>();
  for (const figures of facts.values()) {
    const ways = new Map<string, { figure: BoundFigure; ids: Set<number> }>();
    for (const figure of trusted(figures)) {
      if (Number(figure.value) === 0) continue;
      const way = ways.get(printingOf(figure));
      if (way) way.ids.add(figure.id);
      else ways.set(printingOf(figure), { figure, ids: new Set([figure.id]) });
    }
    for (const { id } of figures) found.set(id, ways);
  }
  return found;
}

/** A figure for each way in which others than these print their quantity. */
function printedOutside(own: readonly BoundFigure[], printings: Printings): BoundFigure[] {
  const left = new Map([...printings].map(([way, { ids }]) => [way, ids.size]));
  for (const figure of own) {
    const way = printingOf(figure);
    if (printings.get(way)?.ids.has(figure.id)) left.set(way, left.get(way)! - 1);
  }
  return [...printings].flatMap(([way, { figure }]) => (left.get(way)! > 0 ? [figure] : []));
}

/** The same disclosure with the tables in the units that were meant. */
export function withUnitsMeant(context: CheckContext, faults: readonly UnitFault[]): CheckContext {
  const units = new Map<number, Unit>();
  for (const { table, printed, meant } of faults) {
    for (const { figure } of table.cells) {
      if (figure !== undefined && context.figures.get(figure)?.unit === printed) units.set(figure, meant);
    }
  }
  const replaced = new Map<number, BoundFigure>();
  const meantOf = (figure: BoundFigure): BoundFigure => {
    const unit = units.get(figure.id);
    if (unit === undefined) return figure;
    const known = replaced.get(figure.id) ?? { ...figure, unit };
    replaced.set(figure.id, known);
    return known;
  };
  return {
    ...context,
    disclosure: { ...context.disclosure, figures: context.disclosure.figures.map(meantOf) },
    facts: new Map([...context.facts].map(([key, figures]) => [key, figures.map(meantOf)])),
    figures: new Map([...context.figures].map(([id, figure]) => [id, meantOf(figure)])),
  };
}

/** The heading of a table as one fault, shown by the quantities that it prints and other places print too. */
export function unitProblem(
  fault: UnitFault,
  context: CheckContext,
  relations: readonly Relation[],
): Problem | undefined {
  const ids = new Set(fault.figures.map(({ id }) => id));
  const observations = new Observations(context);
  const failing: InstanceResult[] = [];
  for (const relation of relations) {
    for (const instance of relation.instances?.(context) ?? []) {
      if (instance.form !== "linear" || new Set(instance.terms.map(({ key }) => key)).size !== 1) continue;
      const result = judge(relation, instance, observations, (id) => context.figures.get(id));
      if (result.verdict === "inconsistent" && result.terms.some(({ figure }) => figure && ids.has(figure.id))) {
        failing.push(result);
      }
    }
  }
  const [main, ...symptoms] = failing;
  if (!main) return undefined;
  const { table, printed, meant } = fault;
  const blame: Blame = {
    kind: "unit",
    source: table.source,
    printedUnit: printed,
    expectedUnit: meant,
    slip: slip("unit"),
  };
  return tableProblem(blame, main, symptoms);
}
