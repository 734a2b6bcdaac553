import type { UnboundFigure } from "../facts/disclosure.ts";
import type { Figure } from "../figure/figure.ts";
import { measurableOf, readingOf } from "../figure/interval.ts";
import type { Blame, CulpritSet, Problem } from "./result.ts";

/** So many digits are not met again by chance among the few hundred numbers of a table that was not understood. */
const TELLING = 4;

/**
 * Evidence from what is printed and was not understood: where either of several figures may be wrong, and a table that nobody
 * could read prints just what one of them should be, and not what stands there, that one is wrong.
 */
export function settledByUnread(problem: Problem, unbound: readonly UnboundFigure[]): Problem {
  if (problem.certainty !== "ambiguous") return problem;
  const unread = unbound.filter(({ source }) => source.table !== undefined);
  if (unread.length === 0) return problem;
  const shown = problem.culprits.flatMap((set) => {
    const place = placeOf(set, unread);
    return place === undefined ? [] : [{ set, place }];
  });
  const [only, ...others] = shown;
  if (!only || others.length > 0) return problem;
  const [blame] = only.set.blames;
  return {
    ...problem,
    certainty: "unique",
    culprits: [{ ...only.set, blames: [{ ...blame!, printedAt: only.place }] }],
    settledBy: [],
  };
}

/** Where what a single figure should be is printed, and what stands there is not. */
function placeOf({ blames }: CulpritSet, unread: readonly UnboundFigure[]): Blame["printedAt"] {
  const [{ figure, expected, expectedUnit } = {}, ...others] = blames;
  if (!figure || expected === undefined || expectedUnit !== undefined || others.length > 0) return undefined;
  if (expected.replace(/\D|^0+/g, "").length < TELLING) return undefined;
  const meant: Figure = { ...figure, value: expected, text: expected };
  const found = unread.find((other) => isSame(other, meant));
  return found === undefined || unread.some((other) => isSame(other, figure)) ? undefined : found.source;
}

/** A number of no known place has no unit either: with decimals it is none that counts things. */
const withUnit = (unread: Figure, unit: Figure["unit"]): Figure =>
  unread.unit === "count" && unread.decimals > 0 ? { ...unread, unit } : unread;

function isSame(unread: Figure, other: Figure): boolean {
  const one = withUnit(unread, other.unit);
  if (measurableOf(one.unit) !== measurableOf(other.unit)) return false;
  const [first, second] = [readingOf(one), readingOf(other)];
  return (
    first !== undefined &&
    second !== undefined &&
    first.step <= second.step &&
    Math.abs(first.middle - second.middle) <= second.step / 2
  );
}
