import type { BoundFigure } from "../facts/disclosure.ts";
import type { CheckContext, Relation } from "../relations/relation.ts";
import { alone } from "./alone.ts";
import type { BlameContext } from "./blame.ts";
import { culpritSet, possible, ranked, settlers } from "./culprits.ts";
import { faultsOf, observationsOf } from "./faults.ts";
import type { Fault } from "./localise.ts";
import { isSlight, loosenessOf } from "./looseness.ts";
import { Network, type Witnesses } from "./network.ts";
import { Observations } from "./observe.ts";
import { severityOf, type CulpritSet, type InstanceResult, type NumericResult, type Problem } from "./result.ts";
import { merged } from "./swaps.ts";
import { onlyCertain } from "./certain.ts";
import { staleProblem, staleTable, strangeTable, withoutTable } from "./stale-tables.ts";
import { together } from "./together.ts";
import { trimsZeros, withZerosFails } from "./trimmed.ts";
import { unitFaults, unitProblem, withUnitsMeant } from "./units.ts";
import { settledByUnread } from "./unread.ts";
import { judge } from "./verdict.ts";

export interface EvaluateOptions {
  /**
   * Takes every printed figure at its word, each the nearest print of one true value: for accounts known to have been rounded
   * once. Real ones are rounded table by table, so by default relations that fail only jointly are granted one unit of the
   * last place more on every figure, and what fails by less is said to be a matter of rounding.
   */
  readonly strict?: boolean;
  /** What other evidence speaks against. */
  readonly witnesses?: Witnesses;
}

/**
 * Confronts a disclosure with numeric relations: a verdict for every place where one applies, and the faults behind those
 * that fail, with what to blame. Knows no relation by name.
 */
export function evaluate(
  context: CheckContext,
  relations: readonly Relation[],
  options: EvaluateOptions = {},
): NumericResult {
  const wrong = unitFaults(context);
  const confronted = (own: CheckContext): NumericResult => withoutStale(own, relations, options);
  if (wrong.length === 0) return onlyCertain(context, confronted);
  const units = wrong.flatMap((fault) => unitProblem(fault, context, relations) ?? []);
  // One table's heading would drown what else is wrong; the rest is looked at with the unit that was meant.
  const result = onlyCertain(withUnitsMeant(context, wrong), confronted);
  return { ...result, problems: [...units, ...result.problems] };
}

/** So many things wrong that they may be one: a whole table that does not belong here. */
const MANY_PROBLEMS = 3;
/** One contradiction alone is of one figure. */
const SEVERAL_PROBLEMS = 2;

function withoutStale(context: CheckContext, relations: readonly Relation[], options: EvaluateOptions): NumericResult {
  const result = confront(context, relations, options);
  const { length } = result.problems;
  if (length < SEVERAL_PROBLEMS) return result;
  const stale =
    (length < MANY_PROBLEMS ? undefined : staleTable(context, relations)) ??
    strangeTable(context, relations, result.instances);
  const problem = stale && staleProblem(stale, result.instances);
  if (!problem) return result;
  const rest = confront(withoutTable(context, stale), relations, options);
  return { ...result, problems: [problem, ...rest.problems] };
}

function confront(context: CheckContext, relations: readonly Relation[], options: EvaluateOptions): NumericResult {
  const observations = new Observations(context);
  const results: InstanceResult[] = [];
  const find = (id: number): BoundFigure | undefined => context.figures.get(id);
  for (const relation of relations) {
    if (!relation.instances) continue;
    for (const instance of relation.instances(context)) results.push(judge(relation, instance, observations, find));
  }
  const looseness = loosenessOf(results);
  const network = new Network(
    (key) => observations.of(key),
    (figure) => looseness.get(figure.id) ?? 1,
    options.witnesses,
  );
  for (const [index, result] of results.entries()) {
    if (severityOf(result) === "error" && !result.undefinedRate) network.constrain(result.instance, index);
  }
  const blaming: BlameContext = { context, network, results };
  const faults = faultsOf(blaming, options.strict ?? false, looseness);
  const support = supportOf(results);
  const explained = new Set<InstanceResult>();
  const found = provenBy(faults, (fault) => problemOf(fault, blaming, support, explained));
  const repaired = repairedBy(found.map(({ problem }) => problem));
  const judged = (index: number, own: ReadonlySet<number>): InstanceResult => {
    const { relation, instance } = results[index]!;
    return judge(relation, instance, observations, (id) => (own.has(id) ? find(id) : (repaired.get(id) ?? find(id))));
  };
  const problems = found.map(({ fault, problem }) => {
    const own = new Set(problem.culprits.flatMap(({ blames }) => blames.flatMap(({ figure }) => figure?.id ?? [])));
    const isTouched = ({ terms }: InstanceResult): boolean =>
      terms.some(({ figure }) => figure && repaired.has(figure.id) && !own.has(figure.id));
    if (![problem.main, ...problem.symptoms].some(isTouched)) return problem;
    // What another fault has put right is taken as it should be: a rate of an amount that is wrong as well.
    const again = results.map((result, index) => (isTouched(result) ? judged(index, own) : result));
    const others = new Set(
      again.filter((_, index) => explained.has(results[index]!) && !isOf(problem, results[index]!)),
    );
    return problemOf(fault, { ...blaming, results: again }, support, others) ?? problem;
  });
  const single: Problem[] = [];
  for (const result of results) {
    if (explained.has(result)) continue;
    if (result.verdict === "inconsistent" || result.verdict === "suspect")
      single.push(alone(result, { ...blaming, repaired }, support, isSlight(result, looseness)));
  }
  if (!options.strict && trimsZeros(context)) {
    const blamed = new Set(
      problems.flatMap(({ culprits }) => culprits.flatMap(({ blames }) => blames.map(({ figure }) => figure))),
    );
    for (const result of results) {
      if (result.verdict !== "rounding" || result.terms.some(({ figure }) => figure && blamed.has(figure))) continue;
      const found = withZerosFails(result, observations, find);
      if (found) single.push({ ...alone(found, blaming, support, false), severity: "warning", verdict: "suspect" });
    }
  }
  const told = [...merged(problems), ...together(settled(single))];
  return {
    instances: results,
    problems: told.map((problem) => settledByUnread(problem, context.disclosure.unbound)),
    ties: tiesOf(results),
  };
}

/**
 * The problem behind each fault. Relations that fail by themselves are told first; what is contradicted only on the premise
 * that one of them holds, while it is open which figure breaks it, is the same mistake told again.
 */
function provenBy(
  faults: readonly Fault[],
  problemOf: (fault: Fault) => Problem | undefined,
): readonly { readonly fault: Fault; readonly problem: Problem }[] {
  const isDirect = ({ conflicts }: Fault): boolean => conflicts.some(({ constraints }) => constraints.length < 2);
  const problems = new Map<Fault, Problem>();
  for (const fault of faults.toSorted((a, b) => Number(isDirect(b)) - Number(isDirect(a)))) {
    const problem = problemOf(fault);
    if (problem) problems.set(fault, problem);
  }
  const open = new Set(
    [...problems.values()].flatMap(({ certainty, chain, main, symptoms }) =>
      chain.length === 0 && certainty !== "unique" ? [main, ...symptoms] : [],
    ),
  );
  return faults.flatMap((fault) => {
    const problem = problems.get(fault);
    return problem && !problem.chain.some((result) => open.has(result)) ? [{ fault, problem }] : [];
  });
}

function isOf({ main, symptoms }: Problem, result: InstanceResult): boolean {
  return result === main || symptoms.includes(result);
}

/** Figures that are wrong for certain, as they should be printed. */
function repairedBy(problems: readonly Problem[]): ReadonlyMap<number, BoundFigure> {
  const repaired = new Map<number, BoundFigure>();
  for (const { certainty, culprits } of problems) {
    if (certainty !== "unique") continue;
    for (const { figure, expected, expectedUnit, expectedDirection } of culprits[0]!.blames)
      if (figure && expected !== undefined && expectedDirection === undefined)
        repaired.set(figure.id, {
          ...figure,
          value: expected,
          text: expected,
          unit: expectedUnit ?? figure.unit,
          decimals: expected.split(".")[1]?.length ?? 0,
        });
  }
  return repaired;
}

/** Where many sums are off by a step or two the accountant rounds loosely, and none of them deserves a warning. */
const MANY = 2;

function settled(problems: readonly Problem[]): readonly Problem[] {
  const slight = problems.filter(
    ({ verdict, severity, main }) => verdict === "suspect" && severity === "warning" && main.instance.form === "linear",
  );
  if (slight.length <= MANY) return problems;
  return problems.map((problem) => (slight.includes(problem) ? { ...problem, severity: "info" } : problem));
}

/** How many relations that hold each figure takes part in. */
function supportOf(results: readonly InstanceResult[]): ReadonlyMap<number, number> {
  const support = new Map<number, number>();
  for (const result of results) {
    if (result.verdict !== "exact" && result.verdict !== "rounding") continue;
    // That one is at most the other says little about either.
    if (severityOf(result) !== "error" || (result.instance.form === "linear" && result.instance.comparator !== "="))
      continue;
    for (const { figure } of result.terms) if (figure) support.set(figure.id, (support.get(figure.id) ?? 0) + 1);
  }
  return support;
}

function tiesOf(results: readonly InstanceResult[]): ReadonlyMap<number, readonly string[]> {
  const ties = new Map<number, string[]>();
  for (const { verdict, terms, relation } of results) {
    if (verdict === "not-checkable") continue;
    for (const { figure, borrowed } of terms) {
      if (!figure || borrowed) continue;
      const ids = ties.get(figure.id);
      if (!ids) ties.set(figure.id, [relation.id]);
      else if (!ids.includes(relation.id)) ids.push(relation.id);
    }
  }
  return ties;
}

function problemOf(
  fault: Fault,
  blaming: BlameContext,
  support: ReadonlyMap<number, number>,
  explained: Set<InstanceResult>,
): Problem | undefined {
  const { network, results } = blaming;
  const positions = new Set(fault.conflicts.flatMap(({ constraints }) => constraints));
  const cited = new Set([...positions].map((position) => results[network.constraints[position]!.instance]!));
  const figures = new Set(fault.conflicts.flatMap(({ observations }) => observations));
  const released = new Set<number>(fault.repairs.flatMap((repair) => repair.released));
  // What fails and has to do with this fault: relations in its conflicts, or over the figures that would be put right.
  const involved = ({ own, oneQuantity }: Failing): boolean => {
    const concerned = fault.repairs.length === 0 ? figures : released;
    // Figures that no proven relation is over have nothing to do with a fault.
    if (own.length === 0) return false;
    return own.some((index) => concerned.has(index)) || (oneQuantity && own.every((index) => figures.has(index)));
  };
  const failing = failingOf(blaming).flatMap((own) =>
    !explained.has(own.result) && (cited.has(own.result) || involved(own)) ? [own.result] : [],
  );
  const hard = failing.filter((result) => severityOf(result) === "error");
  const chain = [...cited];
  const culprits = ranked(
    possible(fault.repairs.map((repair) => culpritSet(repair, hard.length > 0 ? hard : chain, blaming, support))),
  );
  const main = mainOf(hard.length > 0 ? hard : chain, culprits[0]);
  if (!main) return undefined;
  for (const result of failing) explained.add(result);
  return {
    severity: "error",
    verdict: "inconsistent",
    main,
    symptoms: failing.filter((result) => result !== main),
    chain: hard.length > 0 ? [] : chain,
    certainty: culprits.length === 0 ? "unknown" : culprits.length === 1 ? "unique" : "ambiguous",
    culprits,
    settledBy: culprits.length < 2 ? [] : settlers(culprits),
  };
}

/** A relation that fails, with the observations that it was calculated from. */
interface Failing {
  readonly result: InstanceResult;
  readonly own: readonly number[];
  readonly oneQuantity: boolean;
}

const failingIn = new WeakMap<BlameContext, readonly Failing[]>();

/** What fails, worked out once for all faults. */
function failingOf(blaming: BlameContext): readonly Failing[] {
  let failing = failingIn.get(blaming);
  if (!failing) {
    failing = blaming.results
      .filter(({ verdict }) => verdict === "inconsistent")
      .map((result) => ({
        result,
        own: observationsOf(result, blaming),
        oneQuantity: new Set(result.terms.map(({ key }) => key)).size === 1,
      }));
    failingIn.set(blaming, failing);
  }
  return failing;
}

/** The relation to show: over the culprit itself, among figures printed side by side, with few terms; one that fails by more than a step of its last place. */
function mainOf(candidates: readonly InstanceResult[], best: CulpritSet | undefined): InstanceResult | undefined {
  const blamed = new Set(best?.blames.flatMap(({ figure }) => (figure ? [figure.id] : [])));
  const switches = new Set(best?.blames.flatMap(({ instance }) => (instance ? [instance] : [])));
  const score = (result: InstanceResult): number => {
    const own = result.terms.some(({ figure, borrowed }) => figure && !borrowed && blamed.has(figure.id));
    const far = result.terms.some(({ figure }) => figure && blamed.has(figure.id));
    const borrowed = result.terms.filter((term) => term.borrowed).length;
    const printed = result.terms.filter(({ blank }) => !blank).length;
    return (
      (switches.has(result) ? 200 : 0) +
      (own ? 100 : far ? 50 : 0) +
      (result.verdict === "inconsistent" ? 20 : 0) -
      4 * borrowed -
      Math.min(10, printed) -
      (result.instance.open ? 1 : 0)
    );
  };
  const gross = candidates.filter(({ slight }) => !slight);
  let main: InstanceResult | undefined;
  for (const candidate of gross.length > 0 ? gross : candidates)
    if (!main || score(candidate) > score(main)) main = candidate;
  return main;
}
