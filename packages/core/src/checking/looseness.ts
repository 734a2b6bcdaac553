import { TICKS } from "../figure/interval.ts";
import type { InstanceResult } from "./result.ts";

/**
 * How far a total strays, in steps, when its n parts were rounded one by one: 0.29 √n is usual, and documents have hundreds of
 * totals, so that more than four times as much is needed to be no accident.
 */
const PER_ROOT_OF_PARTS = 1.3;

/**
 * By how many steps of the last place each figure may stray from the truth: one, and for a total as many as adding up its
 * printed parts can bring about. Accountants add up the cells of one table and copy another from the ledger.
 */
export function loosenessOf(results: readonly InstanceResult[]): ReadonlyMap<number, number> {
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
export function isSlight(result: InstanceResult, looseness: ReadonlyMap<number, number>): boolean {
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
