import type { Conflict } from "./propagation.ts";

/** Observations that, taken back together, may make everything agree. */
export interface Candidate {
  readonly released: readonly number[];
  /** Their direction words are turned round, and not the numbers given up. */
  readonly reversed: boolean;
  readonly weight: number;
}

/** Weights that differ by less are equal. */
export const EPSILON = 1e-9;

/** How many conflicts all searches may look at: each alone is small, and every test of a hypothesis asks for a new one. */
const MAXIMUM_LOOKS = 4_000_000;
/** Steps of one search. */
const MAXIMUM_STEPS = 20_000;

/** The cheapest sets of observations of which every conflict loses one (minimal hitting sets). */
export class HittingSets {
  private readonly weightOf: (index: number) => number;
  private readonly most: number;
  private looks = 0;

  /** `most`: beyond this weight no set is worth naming. */
  constructor(weightOf: (index: number) => number, most: number) {
    this.weightOf = weightOf;
    this.most = most;
  }

  /** Minimal sets that hit every conflict, none dearer than the cheapest found; `barred` observations are in none. */
  sets(conflicts: readonly Conflict[], barred: ReadonlySet<number>): Candidate[] {
    const found: Candidate[] = [];
    let best = this.most;
    let steps = MAXIMUM_STEPS;
    const chosen: number[] = [];
    const seen = new Set<string>();
    const within = positionsOf(conflicts);
    /** How many of the chosen hit each conflict. */
    const hits = new Uint32Array(conflicts.length);
    // What is hit stays hit further down, so each step looks on from where the last one stood.
    const search = (weight: number, from: number): void => {
      if (steps-- <= 0 || this.looks > MAXIMUM_LOOKS) return;
      let at = from;
      while (at < conflicts.length && hits[at]! > 0) at++;
      this.looks += at - from + 1;
      const unhit = conflicts[at];
      if (!unhit) {
        const released = [...chosen].sort((a, b) => a - b);
        const name = released.join();
        if (seen.has(name)) return;
        seen.add(name);
        best = Math.min(best, weight);
        found.push({ released, reversed: false, weight });
        return;
      }
      for (const index of unhit.observations) {
        if (barred.has(index)) continue;
        const next = weight + this.weightOf(index);
        if (next > best + EPSILON) continue;
        const own = within.get(index)!;
        this.looks += own.length;
        chosen.push(index);
        for (const position of own) hits[position]!++;
        search(next, at + 1);
        for (const position of own) hits[position]!--;
        chosen.pop();
      }
    };
    search(0, 0);
    return found.filter(({ weight }) => weight <= best + EPSILON);
  }
}

/** Which conflicts each observation takes part in. */
function positionsOf(conflicts: readonly Conflict[]): ReadonlyMap<number, readonly number[]> {
  const within = new Map<number, number[]>();
  for (const [position, { observations }] of conflicts.entries()) {
    for (const index of observations) {
      const list = within.get(index);
      if (list) list.push(position);
      else within.set(index, [position]);
    }
  }
  return within;
}
