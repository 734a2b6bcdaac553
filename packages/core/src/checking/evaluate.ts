import type { BoundFigure } from "../facts/disclosure.ts";
import { keyText } from "../facts/key.ts";
import type { Reading } from "../figure/interval.ts";
import type { CheckContext, Relation, Severity } from "../relations/relation.ts";
import { blameOf, type BlameContext } from "./blame.ts";
import { Localiser, type Fault, type Repair } from "./localise.ts";
import { Network } from "./network.ts";
import { Observations } from "./observe.ts";
import type { Blame, CulpritSet, InstanceResult, NumericResult, Problem } from "./result.ts";
import { slip, strengthOf } from "./slips.ts";
import { judge } from "./verdict.ts";

export interface EvaluateOptions {
  /**
   * Takes every printed figure at its word, each the nearest print of one true value: for accounts known to have been rounded
   * once. Real ones are rounded table by table, so by default relations that fail only jointly are granted one unit of the
   * last place more on every figure, and what fails by less is said to be a matter of rounding.
   */
  readonly strict?: boolean;
}

const SLACK = 1;

/**
 * Confronts a disclosure with numeric relations: a verdict for every place where one applies, and the faults behind those
 * that fail, with what to blame. Knows no relation by name.
 */
export function evaluate(
  context: CheckContext,
  relations: readonly Relation[],
  options: EvaluateOptions = {},
): NumericResult {
  const observations = new Observations(context);
  const results: InstanceResult[] = [];
  const find = (id: number): BoundFigure | undefined => context.figures.get(id);
  for (const relation of relations) {
    if (!relation.instances) continue;
    for (const instance of relation.instances(context)) results.push(judge(relation, instance, observations, find));
  }
  const network = new Network((key) =>
    observations.of(key).map(({ reading, figure, foreign }) => (foreign ? { reading } : { reading, figure })),
  );
  for (const [index, result] of results.entries()) {
    if (severityOf(result) === "error" && !result.undefinedRate) network.constrain(result.instance, index);
  }
  const slack = options.strict ? 0 : SLACK;
  const faults = new Localiser(network, slack, directions(context)).faults();
  const support = supportOf(results);
  const blaming: BlameContext = { context, network, results, slack };
  const problems: Problem[] = [];
  const explained = new Set<InstanceResult>();
  for (const fault of faults) {
    const problem = problemOf(fault, blaming, support, explained);
    if (problem) problems.push(problem);
  }
  for (const result of results) {
    if (explained.has(result)) continue;
    if (result.verdict === "inconsistent" || result.verdict === "suspect")
      problems.push(alone(result, blaming, support));
  }
  return { instances: results, problems, ties: tiesOf(results) };
}

export function severityOf(result: InstanceResult): Exclude<Severity, "rounding"> {
  return result.instance.severity ?? result.relation.severity;
}

/** Figures whose direction is one printed word. */
function directions(context: CheckContext): readonly (readonly number[])[] {
  const groups = new Map<string, number[]>();
  for (const figure of context.disclosure.figures) {
    if (figure.direction !== "increase" && figure.direction !== "decrease") continue;
    // A change and its rate stand in one clause about one quantity, under one word.
    const { measure: _, ...rest } = figure.dimensions;
    const { section = "", table = "" } = figure.source;
    const group = `${keyText(figure.concept, rest)}|${section}|${table}|${figure.direction}`;
    const list = groups.get(group);
    if (list) list.push(figure.id);
    else groups.set(group, [figure.id]);
  }
  return [...groups.values()];
}

/** How many relations that hold each figure takes part in. */
function supportOf(results: readonly InstanceResult[]): ReadonlyMap<number, number> {
  const support = new Map<number, number>();
  for (const result of results) {
    if (result.verdict !== "exact" && result.verdict !== "rounding") continue;
    if (severityOf(result) !== "error") continue;
    for (const { figure } of result.terms) if (figure) support.set(figure.id, (support.get(figure.id) ?? 0) + 1);
  }
  return support;
}

function tiesOf(results: readonly InstanceResult[]): ReadonlyMap<number, readonly string[]> {
  const ties = new Map<number, Set<string>>();
  for (const { verdict, terms, relation } of results) {
    if (verdict === "not-checkable") continue;
    for (const { figure, borrowed } of terms) {
      if (!figure || borrowed) continue;
      const ids = ties.get(figure.id);
      if (ids) ids.add(relation.id);
      else ties.set(figure.id, new Set([relation.id]));
    }
  }
  return new Map([...ties].map(([figure, ids]) => [figure, [...ids]]));
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
  const figures = new Set<number>();
  for (const { observations } of fault.conflicts) {
    for (const index of observations) {
      const { figure } = network.observations[index]!;
      if (figure) figures.add(figure.id);
    }
  }
  const released = new Set<number>();
  for (const repair of fault.repairs) {
    for (const index of repair.released) {
      const { figure } = network.observations[index]!;
      if (figure) released.add(figure.id);
    }
  }
  // What fails and has to do with this fault: relations in its conflicts, or over the figures that would be put right.
  const failing = results.filter(
    (result) =>
      result.verdict === "inconsistent" &&
      !explained.has(result) &&
      (cited.has(result) ||
        result.terms.some(
          ({ figure }) =>
            figure !== undefined && (released.has(figure.id) || (fault.repairs.length === 0 && figures.has(figure.id))),
        ) ||
        (result.terms.length > 1 &&
          new Set(result.terms.map(({ key }) => key)).size === 1 &&
          result.terms.every(({ figure }) => figure !== undefined && figures.has(figure.id)))),
  );
  const hard = failing.filter((result) => severityOf(result) === "error");
  const chain = [...cited];
  const sets = fault.repairs
    .map((repair) => culpritSet(repair, hard.length > 0 ? hard : chain, blaming, support))
    .sort((a, b) => a.weight - b.weight || b.plausibility - a.plausibility);
  const culprits = sets;
  const main = mainOf(hard.length > 0 ? hard : chain, culprits[0], blaming);
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

function culpritSet(
  repair: Repair,
  failing: readonly InstanceResult[],
  blaming: BlameContext,
  support: ReadonlyMap<number, number>,
): CulpritSet {
  let blames = repair.released.map((index, position) =>
    blameOf(index, repair.implied[position]!, repair.reversed, failing, blaming),
  );
  const [first, second] = blames;
  if (first?.figure && second?.figure && blames.length === 2 && !repair.reversed && exchanged(first, second)) {
    blames = blames.map((blame) => ({ ...blame, slip: slip("swapped") }));
  }
  const strength = Math.min(...blames.map((blame) => plausibilityOf(blame, repair, support)));
  return { blames, weight: repair.weight, plausibility: strength };
}

/** Each figure stands where the other belongs. */
function exchanged(first: Blame, second: Blame): boolean {
  return (
    first.expected !== undefined &&
    second.expected !== undefined &&
    Number(first.expected) === Number(second.figure!.value) &&
    Number(second.expected) === Number(first.figure!.value)
  );
}

function plausibilityOf(blame: Blame, repair: Repair, support: ReadonlyMap<number, number>): number {
  if (repair.reversed) return strengthOf(slip("direction"));
  const { figure, implied, expected } = blame;
  let strength = blame.slip ? strengthOf(blame.slip) : implied && implied.high - implied.low === Infinity ? 0.15 : 0.3;
  // Amounts below zero are rare in accounts.
  if (expected?.startsWith("-") && figure && !figure.value.startsWith("-")) strength *= 0.2;
  if (figure) strength -= Math.min(0.2, 0.02 * (support.get(figure.id) ?? 0));
  if (figure?.source.table !== undefined) strength -= 0.03;
  return Math.max(0, strength);
}

/** The relation to show: over the culprit itself, among figures printed side by side, with few terms. */
function mainOf(
  candidates: readonly InstanceResult[],
  best: CulpritSet | undefined,
  { network }: BlameContext,
): InstanceResult | undefined {
  void network;
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
  let main: InstanceResult | undefined;
  for (const candidate of candidates) if (!main || score(candidate) > score(main)) main = candidate;
  return main;
}

/** Quantities that one more disclosure of would settle an ambiguous fault. */
function settlers(culprits: readonly CulpritSet[]): readonly string[] {
  const keys = new Set<string>();
  for (const { blames } of culprits) {
    for (const { figure } of blames) if (figure) keys.add(keyText(figure.concept, figure.dimensions));
  }
  return [...keys].slice(0, 4);
}

/** A relation that fails by itself: a milder one, or by no more than accountants leave when they round twice. */
function alone(result: InstanceResult, blaming: BlameContext, support: ReadonlyMap<number, number>): Problem {
  const declared = severityOf(result);
  const sameQuantity = new Set(result.terms.map(({ key }) => key)).size === 1;
  const borrowed = result.terms.some((term) => term.borrowed);
  const severity: Severity =
    result.verdict === "suspect"
      ? "info"
      : !result.slight || declared === "info"
        ? declared
        : sameQuantity || borrowed || isForced(result, blaming)
          ? "info"
          : "warning";
  const { network } = blaming;
  const candidates = [
    ...new Map(
      result.terms.flatMap(({ figure, key }) =>
        figure && network.variableOf(key) !== undefined ? [[figure.id, figure] as const] : [],
      ),
    ).values(),
  ].filter((figure) => blaming.context.figures.get(figure.id) === figure);
  const free = candidates.filter((figure) => (support.get(figure.id) ?? 0) === 0);
  const rate = result.undefinedRate ? result.terms[0]?.figure : undefined;
  const suspects = rate ? [rate] : free.length > 0 ? free : candidates;
  const culprits = suspects
    .map((figure): CulpritSet => {
      const index = network.observations.findIndex((observation) => observation.figure === figure);
      const blame: Blame =
        index < 0
          ? { kind: "figure", figure, source: figure.source }
          : blameOf(index, { low: -Infinity, high: Infinity }, false, [result], blaming);
      return { blames: [blame], weight: 1, plausibility: strengthOf(blame.slip) };
    })
    .sort((a, b) => b.plausibility - a.plausibility);
  return {
    severity,
    verdict: result.slight || result.verdict === "suspect" ? "suspect" : "inconsistent",
    main: result,
    symptoms: [],
    chain: [],
    certainty: culprits.length === 0 ? "unknown" : culprits.length === 1 ? "unique" : "ambiguous",
    culprits,
    settledBy: culprits.length < 2 ? [] : settlers(culprits),
  };
}

/** A share in a list whose printed shares add up to exactly 100%: one of them was bent to make it so. */
function isForced(result: InstanceResult, { context }: BlameContext): boolean {
  const share = result.terms.find(({ role }) => role === "result")?.figure;
  if (share?.dimensions.measure !== "share") return false;
  let total = 0;
  let count = 0;
  for (const figure of context.disclosure.figures) {
    if (figure.dimensions.measure !== "share" || figure.dimensions.of !== share.dimensions.of) continue;
    if (figure.source.section !== share.source.section) continue;
    total += Number(figure.value);
    count++;
  }
  return count > 1 && Math.abs(total - 100) < 1e-6;
}

export type { Fault, Reading };
