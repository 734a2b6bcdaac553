import type { BoundFigure, BoundTable } from "../facts/disclosure.ts";
import { isZero } from "../figure/figure.ts";
import { measurableOf } from "../figure/interval.ts";
import type { CheckContext, Relation } from "../relations/relation.ts";
import { isSlight, loosenessOf } from "./looseness.ts";
import { factsOf, Observations, trusted } from "./observe.ts";
import { signedReading } from "./reading.ts";
import { severityOf, type Blame, type InstanceResult, type Problem } from "./result.ts";
import { slip } from "./slips.ts";
import { tableProblem } from "./table-problem.ts";
import { judge } from "./verdict.ts";

/** A table that agrees with itself and with nothing else of the document: another year's, or another office's. */
export interface StaleTable {
  readonly table: BoundTable;
  /** Its figures whose quantities other places print with other values, or that break what ties it to them. */
  readonly figures: readonly BoundFigure[];
  /** It prints what last year's disclosure did. */
  readonly isLastYears: boolean;
}

/** Fewer disagreements are slips of their own. */
const LEAST = 2;
const MOST_PARTS = 0.8;
/** Sums that a table must keep for its figures to be of one piece. */
const LEAST_SUMS = 3;
/** Places that agree with each other against it: one alone may be the one that is wrong. */
const WITNESSES = 2;

interface Standing {
  readonly table: BoundTable;
  /** Quantities that other places print too. */
  compared: number;
  readonly differing: BoundFigure[];
  /** Where its quantities are printed otherwise, and there alike. */
  readonly witnesses: Set<string>;
}

/**
 * The table that is not of this disclosure, if there is one: one mistake, which would break every relation of the table with
 * the rest if it were looked at figure by figure.
 */
export function staleTable(context: CheckContext, relations: readonly Relation[]): StaleTable | undefined {
  const tableOf = tablesOf(context);
  const standings = new Map<BoundTable, Standing>();
  /** The quantities that places disagree about, each as the places that print it. */
  const disputed: (readonly BoundFigure[])[] = [];
  for (const all of context.facts.values()) {
    const figures = trusted(all).filter((figure) => measurableOf(figure.unit) === "money" && !isZero(figure));
    const places = new Set(figures.map(({ id }) => tableOf.get(id)));
    if (places.size < 2) continue;
    if (isDisputed(figures)) disputed.push(figures);
    for (const table of places) {
      if (!table || table.table === undefined) continue;
      const own = figures.filter(({ id }) => tableOf.get(id) === table);
      const others = figures.filter(({ id }) => tableOf.get(id) !== table);
      const standing = standings.get(table) ?? { table, compared: 0, differing: [], witnesses: new Set() };
      standings.set(table, standing);
      standing.compared++;
      if (!own.every((figure) => others.every((other) => areApart(figure, other)))) continue;
      standing.differing.push(own[0]!);
      if (!isDisputed(others))
        for (const { source } of others) standing.witnesses.add(source.table ?? `§${source.section}`);
    }
  }
  const left = (table: BoundTable): number =>
    disputed.filter((figures) => isDisputed(figures.filter(({ id }) => tableOf.get(id) !== table))).length;
  const [best, next] = [...standings.values()]
    .filter(({ compared, differing }) => differing.length >= LEAST && differing.length >= MOST_PARTS * compared)
    .filter(({ witnesses }) => witnesses.size >= WITNESSES)
    .map((standing) => ({ ...standing, left: left(standing.table) }))
    .toSorted((a, b) => a.left - b.left);
  // Of two tables that contradict each other alone, nothing says which is the stranger.
  if (!best || best.left === next?.left || !isOfOnePiece(best.table, context, relations)) return undefined;
  return { table: best.table, figures: best.differing, isLastYears: isLastYears(best.differing, context) };
}

/** So many relations that tie a table to the rest, at the least, all broken. */
const LEAST_TIES = 3;

/** What ties a table to other places, and whether it holds. */
interface Ties {
  broken: number;
  holding: number;
  readonly figures: Map<number, BoundFigure>;
  readonly places: Set<string>;
}

/**
 * The table that breaks nearly all that ties it to the rest by sums, where it prints hardly a quantity that other places print:
 * 项目支出 by object, whose sum with 基本支出 is what a third table prints.
 */
export function strangeTable(
  context: CheckContext,
  relations: readonly Relation[],
  results: readonly InstanceResult[],
): StaleTable | undefined {
  const tableOf = tablesOf(context);
  const looseness = loosenessOf(results);
  const ties = new Map<BoundTable, Ties>();
  let broken = 0;
  for (const result of results) {
    const isBroken = result.verdict === "inconsistent" && !isSlight(result, looseness);
    const holds = result.verdict === "exact" || result.verdict === "rounding";
    if (severityOf(result) !== "error" || (!isBroken && !holds) || !isEquation(result)) continue;
    if (isBroken) broken++;
    const figures = result.terms.flatMap(({ figure }) => (figure && !isZero(figure) ? [figure] : []));
    for (const table of new Set(figures.map(({ id }) => tableOf.get(id)))) {
      if (!table || table.table === undefined) continue;
      const own = figures.filter(({ id }) => tableOf.get(id) === table);
      const others = figures.filter(({ id }) => tableOf.get(id) !== table);
      if (others.length === 0) continue;
      const known = ties.get(table) ?? { broken: 0, holding: 0, figures: new Map(), places: new Set() };
      ties.set(table, known);
      if (!isBroken) {
        known.holding++;
        continue;
      }
      known.broken++;
      for (const figure of own) known.figures.set(figure.id, figure);
      for (const { source } of others) known.places.add(source.table ?? `§${source.section}`);
    }
  }
  const [best, next] = [...ties]
    .filter(([, tie]) => tie.broken >= LEAST_TIES && tie.broken >= MOST_PARTS * (tie.broken + tie.holding))
    .filter(([, { figures, places }]) => figures.size >= LEAST && places.size >= WITNESSES)
    .toSorted(([, a], [, b]) => b.broken - a.broken);
  if (!best || best[1].broken === next?.[1].broken) return undefined;
  const [table, { figures, broken: own }] = best;
  // What else is wrong is something else.
  if (own < MOST_PARTS * broken || !isOfOnePiece(table, context, relations)) return undefined;
  const differing = [...figures.values()];
  return { table, figures: differing, isLastYears: isLastYears(differing, context) };
}

/** That one is at most the other ties nothing. */
function isEquation({ instance }: InstanceResult): boolean {
  return instance.form !== "linear" || instance.comparator === "=";
}

function tablesOf({ disclosure }: CheckContext): ReadonlyMap<number, BoundTable> {
  const tables = new Map<number, BoundTable>();
  for (const table of disclosure.tables)
    for (const { figure } of table.cells) if (figure !== undefined) tables.set(figure, table);
  return tables;
}

const isDisputed = (figures: readonly BoundFigure[]): boolean =>
  figures.some((figure, index) => figures.slice(index + 1).some((other) => areApart(figure, other)));

/** By more than roundings bring about. */
function areApart(figure: BoundFigure, other: BoundFigure): boolean {
  const [one, two] = [signedReading(figure), signedReading(other)];
  return one !== undefined && two !== undefined && Math.abs(one.middle - two.middle) > 2 * Math.max(one.step, two.step);
}

/** Whether a table's own sums hold, so that its figures belong together. */
function isOfOnePiece(table: BoundTable, context: CheckContext, relations: readonly Relation[]): boolean {
  const own = new Set(table.cells.flatMap(({ figure }) => figure ?? []));
  const alone = only(context, (figure) => own.has(figure.id), [table]);
  const observations = new Observations(alone);
  const results = relations.flatMap((relation) =>
    [...(relation.instances?.(alone) ?? [])].map((instance) =>
      judge(relation, instance, observations, (id) => alone.figures.get(id)),
    ),
  );
  const looseness = loosenessOf(results);
  const isBroken = (result: InstanceResult): boolean =>
    result.verdict === "inconsistent" && severityOf(result) === "error" && !isSlight(result, looseness);
  const holds = ({ verdict, terms }: InstanceResult): boolean =>
    terms.length > 2 && (verdict === "exact" || verdict === "rounding");
  return !results.some(isBroken) && results.filter(holds).length >= LEAST_SUMS;
}

function isLastYears(figures: readonly BoundFigure[], { previous, facts }: CheckContext): boolean {
  if (!previous) return false;
  const before = factsOf(previous);
  const keys = new Map([...facts].flatMap(([key, printed]) => printed.map(({ id }) => [id, key] as const)));
  const same = figures.filter((figure) =>
    (before.get(keys.get(figure.id) ?? "") ?? []).some((other) => !areApart(figure, other)),
  );
  return same.length >= MOST_PARTS * figures.length;
}

/** The disclosure with some of its figures and tables alone. */
function only(
  context: CheckContext,
  keep: (figure: BoundFigure) => boolean,
  tables: readonly BoundTable[],
): CheckContext {
  const figures = context.disclosure.figures.filter(keep);
  return {
    ...context,
    disclosure: { ...context.disclosure, figures, tables, statements: [] },
    facts: factsOf({ figures }),
    figures: new Map(figures.map((figure) => [figure.id, figure])),
  };
}

/** The same disclosure as if the table had not been printed. */
export function withoutTable(context: CheckContext, { table }: StaleTable): CheckContext {
  const gone = new Set(table.cells.flatMap(({ figure }) => figure ?? []));
  const { disclosure } = context;
  const rest = only(
    context,
    (figure) => !gone.has(figure.id),
    disclosure.tables.filter((other) => other !== table),
  );
  return { ...rest, disclosure: { ...rest.disclosure, statements: disclosure.statements } };
}

/** The table as one problem, shown by the quantities that it prints and other places print too. */
export function staleProblem(
  { table, figures, isLastYears: isOld }: StaleTable,
  results: readonly InstanceResult[],
): Problem | undefined {
  const ids = new Set(figures.map(({ id }) => id));
  const isOneQuantity = ({ terms }: InstanceResult): boolean => new Set(terms.map(({ key }) => key)).size === 1;
  // A quantity printed with two values shows it best.
  const [main, ...symptoms] = results
    .filter(
      ({ verdict, terms }) => verdict === "inconsistent" && terms.some(({ figure }) => figure && ids.has(figure.id)),
    )
    .toSorted((a, b) => Number(isOneQuantity(b)) - Number(isOneQuantity(a)));
  if (!main) return undefined;
  const blame: Blame = {
    kind: "table",
    source: table.source,
    ...(isOld && { slip: slip("last-year") }),
  };
  return tableProblem(blame, main, symptoms);
}
