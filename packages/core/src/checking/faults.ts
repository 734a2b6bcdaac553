import { keyText } from "../facts/key.ts";
import type { CheckContext } from "../relations/relation.ts";
import type { BlameContext } from "./blame.ts";
import { Localiser, type Fault } from "./localise.ts";
import { isSlight } from "./looseness.ts";
import type { Conflict } from "./propagation.ts";
import { severityOf, type InstanceResult } from "./result.ts";

/**
 * The faults that are proven. Figures are first taken at their word. A conflict that disappears once every figure is allowed
 * to stray as roundings do is no fault; where such noise touches a real fault, that one is looked at with the noise allowed.
 */
export function faultsOf(
  blaming: BlameContext,
  strict: boolean,
  looseness: ReadonlyMap<number, number>,
): readonly Fault[] {
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
  // What was found beside a fault that noise touches was found with the noise taken at its word.
  const noisy = new Set(
    sorted.flatMap(({ fault, mixed }) => (mixed ? fault.conflicts.flatMap(({ observations }) => observations) : [])),
  );
  const clear = sorted
    .filter(({ fault, real, mixed }) => real && !mixed && !touches(fault, noisy))
    .map(({ fault }) => fault);
  if (!sorted.some(({ mixed }) => mixed)) return clear;
  const known = new Set(clear.flatMap(({ conflicts }) => conflicts.flatMap(({ observations }) => observations)));
  const again = new Localiser(network, true, words).faults(proven).filter((fault) => !touches(fault, known));
  return [...clear, ...again];
}

function touches({ conflicts }: Fault, known: ReadonlySet<number>): boolean {
  return conflicts.some(({ observations }) => observations.some((index) => known.has(index)));
}

/** What a result was calculated from, as observations. */
export function observationsOf(result: InstanceResult, { network }: BlameContext): number[] {
  return result.terms.flatMap(({ figure, blank, source }) =>
    figure ? (network.observationOf(figure.id) ?? []) : blank && source ? (network.blankAt(source) ?? []) : [],
  );
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
