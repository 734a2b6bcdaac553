import type { BoundFigure } from "../facts/disclosure.ts";
import { keyText } from "../facts/key.ts";
import { TICKS } from "../figure/interval.ts";
import type { CheckContext, Relation, Severity } from "../relations/relation.ts";
import { blameFigure, blameOf, type BlameContext } from "./blame.ts";
import { Localiser, type Fault, type Repair } from "./localise.ts";
import type { Conflict } from "./propagation.ts";
import { Network, type Witnesses } from "./network.ts";
import { Observations } from "./observe.ts";
import type { Blame, CulpritSet, InstanceResult, NumericResult, Problem } from "./result.ts";
import { signedReading } from "./reading.ts";
import { slip, strengthOf } from "./slips.ts";
import { together } from "./together.ts";
import { trimsZeros, withZeros } from "./trimmed.ts";
import { unitFaults, withUnitsMeant, type UnitFault } from "./units.ts";
import { holdsReversed, isReversible, judge } from "./verdict.ts";

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
  if (wrong.length === 0) return confront(context, relations, options);
  const units = wrong.flatMap((fault) => unitProblem(fault, context, relations) ?? []);
  // One table's heading would drown what else is wrong; the rest is looked at with the unit that was meant.
  const result = confront(withUnitsMeant(context, wrong), relations, options);
  return { ...result, problems: [...units, ...result.problems] };
}

/** The heading of a table as one fault, shown by the quantities that it prints and other places print too. */
function unitProblem(fault: UnitFault, context: CheckContext, relations: readonly Relation[]): Problem | undefined {
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
  return {
    severity: "error",
    verdict: "inconsistent",
    main,
    symptoms,
    chain: [],
    certainty: "unique",
    culprits: [{ blames: [blame], weight: 1, plausibility: strengthOf(slip("unit")) }],
    settledBy: [],
  };
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
  const problems: Problem[] = [];
  const explained = new Set<InstanceResult>();
  for (const fault of faults) {
    const problem = problemOf(fault, blaming, support, explained);
    if (problem) problems.push(problem);
  }
  const single: Problem[] = [];
  for (const result of results) {
    if (explained.has(result)) continue;
    if (result.verdict === "inconsistent" || result.verdict === "suspect")
      single.push(alone(result, blaming, support, isSlight(result, looseness)));
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
  return { instances: results, problems: [...merged(problems), ...settled(together(single))], ties: tiesOf(results) };
}

/** A sum that holds only because amounts without their final zeros stand for more than they say. */
function withZerosFails(
  result: InstanceResult,
  observations: Observations,
  find: (id: number) => BoundFigure | undefined,
): InstanceResult | undefined {
  const { relation, instance, terms } = result;
  if (instance.form !== "linear" || instance.comparator !== "=" || severityOf(result) !== "error") return undefined;
  if (terms.length < 3 || terms.some(({ borrowed, figure }) => borrowed || figure?.source.table !== undefined))
    return undefined;
  const again = judge(relation, instance, observations, (id) => {
    const figure = find(id);
    return figure && withZeros(figure);
  });
  return again.verdict === "inconsistent" ? again : undefined;
}

/**
 * How far a total strays, in steps, when its n parts were rounded one by one: 0.29 √n is usual, and documents have hundreds of
 * totals, so that more than four times as much is needed to be no accident.
 */
const PER_ROOT_OF_PARTS = 1.3;

/**
 * By how many steps of the last place each figure may stray from the truth: one, and for a total as many as adding up its
 * printed parts can bring about. Accountants add up the cells of one table and copy another from the ledger.
 */
function loosenessOf(results: readonly InstanceResult[]): ReadonlyMap<number, number> {
  const sums = new Map<number, InstanceResult[]>();
  for (const result of results) {
    const [total] = result.terms;
    if (result.instance.form !== "linear" || result.instance.comparator !== "=" || result.terms.length < 3) continue;
    if (total?.figure?.source.table === undefined || total.borrowed || total.figure.unit === "count") continue;
    const list = sums.get(total.figure.id);
    if (list) list.push(result);
    else sums.set(total.figure.id, [result]);
  }
  const parts = new Map<number, number>();
  const count = (figure: number): number => {
    const known = parts.get(figure);
    if (known !== undefined) return known;
    parts.set(figure, 1);
    let most = 1;
    for (const { terms } of sums.get(figure) ?? []) {
      let own = 0;
      for (const term of terms.slice(1)) if (term.figure && !term.borrowed) own += count(term.figure.id);
      most = Math.max(most, own);
    }
    parts.set(figure, most);
    return most;
  };
  const looseness = new Map<number, number>();
  for (const figure of sums.keys()) looseness.set(figure, Math.max(1, PER_ROOT_OF_PARTS * Math.sqrt(count(figure))));
  return looseness;
}

/** Whether a failing relation fails by no more than rounding table by table brings about. */
function isSlight(result: InstanceResult, looseness: ReadonlyMap<number, number>): boolean {
  if (result.slight) return true;
  if (result.excess <= 0) return false;
  if (result.instance.form === "ratio") return result.excess <= wobbleOf(result, looseness);
  // Roundings of different figures add up as chances do, not one on top of the other.
  let squares = 0;
  for (const { coefficient, reading, figure } of result.terms) {
    if (figure?.unit === "count") return false;
    if (figure) squares += (coefficient * reading.step * (looseness.get(figure.id) ?? 1)) ** 2;
  }
  return result.excess <= Math.sqrt(squares);
}

/** By how much a rate moves when the amounts that it is taken of stray as roundings do, and one step of its own. */
function wobbleOf({ terms, computed }: InstanceResult, looseness: ReadonlyMap<number, number>): number {
  if (computed === undefined) return 0;
  let below = 0;
  for (const { role, coefficient, reading } of terms) if (role === "denominator") below += coefficient * reading.middle;
  if (below <= 0) return 0;
  let wobble = terms[0]!.reading.step;
  for (const { role, reading, figure } of terms) {
    const stray = figure ? reading.step * ((looseness.get(figure.id) ?? 1) - 0.5) : 0;
    if (role === "numerator") wobble += (100 * TICKS * stray) / below;
    if (role === "denominator") wobble += (Math.abs(computed) * stray) / below;
  }
  return wobble;
}

/**
 * The faults that are proven. Figures are first taken at their word. A conflict that disappears once every figure is allowed
 * to stray as roundings do is no fault; where such noise touches a real fault, that one is looked at with the noise allowed.
 */
function faultsOf(blaming: BlameContext, strict: boolean, looseness: ReadonlyMap<number, number>): readonly Fault[] {
  const { network, results, context } = blaming;
  const words = directions(context);
  const exact = new Localiser(network, false, words).faults();
  if (strict || exact.length === 0) return exact;
  const loose = new Localiser(network, true, words);
  const gross = new Set<number>();
  const proven: Conflict[] = [];
  for (const [index, result] of results.entries()) {
    if (result.verdict !== "inconsistent" || result.undefinedRate || severityOf(result) !== "error") continue;
    if (isSlight(result, looseness)) continue;
    const position = network.constraintOf(index);
    if (position !== undefined) gross.add(position);
    const observations = observationsOf(result, blaming);
    const released = position === undefined ? -1 : network.constraints[position]!.switch;
    if (released >= 0) observations.push(released);
    proven.push({ observations, constraints: position === undefined ? [] : [position] });
  }
  const sorted = exact.map((fault) => {
    const real = fault.conflicts.filter(
      (conflict) =>
        conflict.constraints.some((position) => conflict.constraints.length === 1 && gross.has(position)) ||
        loose.confirms(conflict),
    );
    return { fault, real: real.length > 0, mixed: real.length > 0 && real.length < fault.conflicts.length };
  });
  const clear = sorted.filter(({ real, mixed }) => real && !mixed).map(({ fault }) => fault);
  if (!sorted.some(({ mixed }) => mixed)) return clear;
  const known = new Set(clear.flatMap(({ conflicts }) => conflicts.flatMap(({ observations }) => observations)));
  const again = new Localiser(network, true, words)
    .faults(proven)
    .filter(({ conflicts }) => !conflicts.some(({ observations }) => observations.some((index) => known.has(index))));
  return [...clear, ...again];
}

/** What a result was calculated from, as observations. */
function observationsOf(result: InstanceResult, { network }: BlameContext): number[] {
  return result.terms.flatMap(({ figure, blank, source }) =>
    figure ? (network.observationOf(figure.id) ?? []) : blank && source ? (network.blankAt(source) ?? []) : [],
  );
}

/** Two figures that stand where the other belongs are one slip, though they break different relations. */
function merged(problems: readonly Problem[]): readonly Problem[] {
  const kept: Problem[] = [];
  const taken = new Set<Problem>();
  for (const [position, problem] of problems.entries()) {
    if (taken.has(problem)) continue;
    const found = swapBetween(
      problem,
      problems.slice(position + 1).filter((other) => !taken.has(other)),
    );
    if (!found) {
      kept.push(problem);
      continue;
    }
    const { partner, blames } = found;
    taken.add(partner);
    const sure = problem.certainty === "unique" && partner.certainty === "unique";
    const swapped: CulpritSet = { blames, weight: 2, plausibility: strengthOf(slip("swapped")) };
    kept.push({
      ...problem,
      symptoms: [...problem.symptoms, partner.main, ...partner.symptoms],
      certainty: sure ? "unique" : "ambiguous",
      culprits: sure ? [swapped] : [swapped, ...problem.culprits],
    });
  }
  return kept;
}

function swapBetween(
  problem: Problem,
  others: readonly Problem[],
): { readonly partner: Problem; readonly blames: readonly Blame[] } | undefined {
  for (const first of singles(problem)) {
    for (const partner of others) {
      for (const second of singles(partner)) {
        if (exchanged(first, second)) return { partner, blames: swap(first, second) };
      }
    }
  }
  return undefined;
}

const MOST_SINGLES = 12;

function singles({ culprits }: Problem): readonly Blame[] {
  return culprits
    .slice(0, MOST_SINGLES)
    .flatMap(({ blames }) => (blames.length === 1 && blames[0]!.kind === "figure" ? [blames[0]!] : []));
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
  const involved = (result: InstanceResult): boolean => {
    const own = observationsOf(result, blaming);
    const concerned = fault.repairs.length === 0 ? figures : released;
    const oneQuantity = new Set(result.terms.map(({ key }) => key)).size === 1;
    return own.some((index) => concerned.has(index)) || (oneQuantity && own.every((index) => figures.has(index)));
  };
  const failing = results.filter(
    (result) => result.verdict === "inconsistent" && !explained.has(result) && (cited.has(result) || involved(result)),
  );
  const hard = failing.filter((result) => severityOf(result) === "error");
  const chain = [...cited];
  const culprits = possible(
    fault.repairs.map((repair) => culpritSet(repair, hard.length > 0 ? hard : chain, blaming, support)),
  ).sort((a, b) => a.weight - b.weight || b.plausibility - a.plausibility);
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
  if (first && second && blames.length === 2 && !repair.reversed && exchanged(first, second))
    blames = swap(first, second);
  const strength = Math.min(...blames.map((blame) => plausibilityOf(blame, repair, support)));
  return { blames, weight: repair.weight, plausibility: strength };
}

/** Things are never fewer than none: a count that would have to be is not what is wrong, where something else can be. */
function possible(culprits: readonly CulpritSet[]): CulpritSet[] {
  const left = culprits.filter(
    ({ blames }) => !blames.some(({ figure, expected }) => figure?.unit === "count" && expected?.startsWith("-")),
  );
  return left.length > 0 ? left : [...culprits];
}

/** Each figure stands where the other belongs. */
function exchanged(first: Blame, second: Blame): boolean {
  return first.figure?.unit === second.figure?.unit && stoodFor(first, second) && stoodFor(second, first);
}

/** Whether what is printed as one figure is what the other should be. */
function stoodFor({ figure, implied }: Blame, other: Blame): boolean {
  const reading = other.figure && signedReading(other.figure);
  if (!figure || !reading || !implied || reading.middle === signedReading(figure)?.middle) return false;
  const width = implied.high - implied.low;
  // A wide gap takes many numbers; that one of them is printed nearby proves nothing.
  return (
    width <= Math.max(NARROW * Math.abs(reading.middle), 3 * reading.step) &&
    reading.low <= implied.high &&
    implied.low <= reading.high
  );
}

const NARROW = 0.1;

function swap(one: Blame, other: Blame): Blame[] {
  const [first, second] = one.figure!.id < other.figure!.id ? [one, other] : [other, one];
  return [
    { ...first, expected: second.figure!.value, slip: slip("swapped") },
    { ...second, expected: first.figure!.value, slip: slip("swapped") },
  ];
}

function plausibilityOf(blame: Blame, repair: Repair, support: ReadonlyMap<number, number>): number {
  if (repair.reversed) return strengthOf(slip("direction"));
  const { figure, implied, expected } = blame;
  if (blame.kind === "word") return wordPlausibility(blame);
  if (blame.isNamed) return NAMED;
  let strength = blame.slip ? strengthOf(blame.slip) : implied && implied.high - implied.low === Infinity ? 0.15 : 0.3;
  // The wider the gap that a slip fits, the less its fitting says.
  if (blame.slip && implied && figure && blame.slip.id !== "unit") {
    const size = Math.abs(signedReading(figure)?.middle ?? 0) || Math.abs(implied.low + implied.high) / 2;
    const width = (implied.high - implied.low) / Math.max(1, size);
    if (Number.isFinite(width)) strength *= width > 0.5 ? 0.4 : width > NARROW ? 0.7 : 1;
  }
  // Amounts below zero are rare in accounts.
  if (expected?.startsWith("-") && figure && !figure.value.startsWith("-")) strength *= 0.2;
  if (figure) strength -= Math.min(0.2, 0.02 * (support.get(figure.id) ?? 0));
  if (figure?.source.table !== undefined) strength -= 0.03;
  // 其中：越野车0辆 is rarely what was to be counted.
  if (figure?.unit === "count" && Number(figure.value) === 0) strength -= 0.05;
  return Math.max(0, strength);
}

/** Something elsewhere names the entry that a list lacks. */
const NAMED = 0.9;

/** The wrong word is likely where the amounts are near each other; amounts of different size are more likely wrong themselves. */
function wordPlausibility({ instance }: Blame): number {
  const [first, second] = instance?.terms ?? [];
  const [a, b] = [Math.abs(first?.reading.middle ?? 0), Math.abs(second?.reading.middle ?? 0)];
  return Math.abs(a - b) > 0.5 * Math.max(a, b) ? 0.4 : 0.85;
}

/** The relation to show: over the culprit itself, among figures printed side by side, with few terms. */
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

function reversal(result: InstanceResult): CulpritSet {
  const blames = result.terms.flatMap(({ figure }): Blame[] =>
    figure && isReversible(figure)
      ? [
          {
            kind: "figure",
            figure,
            source: figure.source,
            expectedDirection: figure.direction === "increase" ? "decrease" : "increase",
            slip: slip("direction"),
          },
        ]
      : [],
  );
  const once = [...new Map(blames.map((blame) => [blame.figure!.id, blame])).values()];
  return { blames: once, weight: 1, plausibility: strengthOf(slip("direction")) };
}

const UNKNOWN = { low: -Infinity, high: Infinity };

/** A relation that fails by itself: a milder one, or by no more than accountants leave when they round twice. */
function alone(
  result: InstanceResult,
  blaming: BlameContext,
  support: ReadonlyMap<number, number>,
  slight: boolean,
): Problem {
  const declared = severityOf(result);
  const sameQuantity = new Set(result.terms.map(({ key }) => key)).size === 1;
  const borrowed = result.terms.some((term) => term.borrowed);
  const severity: Severity =
    result.verdict === "suspect"
      ? "info"
      : !slight || declared === "info"
        ? declared
        : sameQuantity || borrowed || isForced(result, blaming)
          ? "info"
          : "warning";
  const candidates = new Map<BoundFigure, string>();
  for (const { figure, key } of result.terms) {
    // What another year's document prints is not this one's to correct.
    if (figure && blaming.context.figures.get(figure.id)?.source === figure.source) candidates.set(figure, key);
  }
  const free = [...candidates.keys()].filter((figure) => (support.get(figure.id) ?? 0) === 0);
  const suspects = result.undefinedRate
    ? undefinedSuspects(result, free)
    : free.length > 0
      ? free
      : [...candidates.keys()];
  const culprits = possible(
    suspects.map((figure): CulpritSet => {
      const blame = blameFigure(figure, candidates.get(figure) ?? "", UNKNOWN, [result], blaming);
      return { blames: [blame], weight: 1, plausibility: strengthOf(blame.slip) };
    }),
  ).sort((a, b) => b.plausibility - a.plausibility);
  const reversed = slight && holdsReversed(result);
  if (reversed) culprits.unshift(reversal(result));
  return {
    // With the other word everything agrees to the last digit: no rounding does that.
    severity: reversed ? declared : severity,
    verdict: !reversed && (slight || result.verdict === "suspect") ? "suspect" : "inconsistent",
    main: result,
    symptoms: [],
    chain: [],
    certainty: culprits.length === 0 ? "unknown" : culprits.length === 1 ? "unique" : "ambiguous",
    culprits,
    settledBy: culprits.length < 2 ? [] : settlers(culprits),
  };
}

/**
 * Who is to blame for a rate of nothing. 100% is how people print what grew from nothing; any other rate was once taken of
 * something, so that the nothing may be the slip.
 */
function undefinedSuspects(result: InstanceResult, free: readonly BoundFigure[]): readonly BoundFigure[] {
  const rate = result.terms[0]?.figure;
  if (!rate) return [];
  const base = result.terms.find(({ role, reading }) => role === "denominator" && reading.middle === 0)?.figure;
  return base && free.includes(base) && Number(rate.value) !== 100 && Number(rate.value) !== 0 ? [base, rate] : [rate];
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
