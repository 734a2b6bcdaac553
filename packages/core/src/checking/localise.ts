import type { BoundFigure } from "../facts/disclosure.ts";
import { isSigned, negated } from "./reading.ts";
import { EPSILON, HittingSets, type Candidate } from "./hitting-sets.ts";
import type { Network } from "./network.ts";
import { Propagation, type Conflict } from "./propagation.ts";

/** A way to make everything agree: figures that are not what is printed, or words that say the opposite. */
export interface Repair {
  /** Observations that are wrong. */
  readonly released: readonly number[];
  /** Those of them whose direction word alone is wrong: the number stands with the other sign. */
  readonly reversed: boolean;
  readonly weight: number;
  /** What the rest leaves possible for the variable of each released observation; −∞…∞ for a switch. */
  readonly implied: readonly { readonly low: number; readonly high: number }[];
}

/** Conflicts that share observations, and every cheapest repair. */
export interface Fault {
  readonly conflicts: readonly Conflict[];
  /** Empty where no repair is small enough. */
  readonly repairs: readonly Repair[];
}

/** Beyond this no set of culprits is worth naming. */
const MAXIMUM_WEIGHT = 3;
/** Tests of a hypothesis in one document before the rest is reported without culprits. */
const MAXIMUM_TESTS = 600;
/** How often the next cheapest repair is looked for where all would be less than nothing. */
const MOST_BARRED = 2;
/** A quantity printed many times in two ways: so many contradictions say enough. */
const MAXIMUM_PAIRS = 64;

/**
 * Fellegi and Holt's principle by duality: every conflict must lose at least one of its observations, so the cheapest repair
 * is a cheapest set that hits every conflict; a set that still leaves a contradiction yields a conflict more.
 */
export class Localiser {
  private readonly network: Network;
  private readonly propagation: Propagation;
  private scratchpad: Propagation | undefined;
  private readonly loose: boolean;
  /** Observations in some conflict: out of force while hypotheses are tested. */
  private readonly suspects = new Set<number>();
  private tests = 0;
  private readonly hitting: HittingSets;
  /** Figures whose direction is one printed word: all of them go the other way together. */
  private readonly reversals: readonly (readonly number[])[];

  constructor(network: Network, loose: boolean, statements: readonly (readonly number[])[]) {
    this.network = network;
    this.propagation = new Propagation(network, loose);
    this.hitting = new HittingSets((index) => network.observations[index]!.weight, MAXIMUM_WEIGHT);
    this.loose = loose;
    this.reversals = statements.map((ids) =>
      ids.flatMap((id) => {
        const index = network.observationOf(id);
        return index === undefined || !isDirected(network.observations[index]!.figure) ? [] : [index];
      }),
    );
  }

  /** A second one, for questions asked while the first holds its state. */
  private get scratch(): Propagation {
    this.scratchpad ??= new Propagation(this.network, this.loose);
    return this.scratchpad;
  }

  /** Whether a conflict remains one under this localiser's intervals. */
  confirms({ observations, constraints }: Conflict): boolean {
    return this.contradiction(observations, constraints) !== undefined;
  }

  /** Every fault of the document; `proven` are conflicts that are known beforehand. */
  faults(proven: readonly Conflict[] = []): readonly Fault[] {
    // Most documents contradict themselves nowhere, and one run shows it.
    if (proven.length === 0 && this.propagation.enforce(this.network.observations.keys()) && this.propagation.run())
      return [];
    const conflicts = [...this.firstConflicts(), ...proven];
    this.rebuild(conflicts);
    const found = this.solveAll(grouped(conflicts, () => true));
    const again = this.rejoined(found);
    return this.narrowed(
      again.length === 0
        ? found
        : [...found.filter((fault) => !again.includes(fault)), ...this.solveAll([joined(again)])],
    );
  }

  /**
   * While one fault is looked at, what the others are made of is believed by nobody. Once it is known what they blame, the rest
   * of it is believed again: a total that stands in a wrong share as well is confirmed by the parts that add up to it.
   */
  private narrowed(faults: readonly Fault[]): readonly Fault[] {
    return faults.map((fault) => {
      const { repairs, conflicts } = fault;
      if (repairs.length < 2) return fault;
      const own = new Set(conflicts.flatMap(({ observations }) => observations));
      for (const other of faults) {
        if (other !== fault) for (const { released } of other.repairs) for (const index of released) own.add(index);
      }
      const believed = [...this.suspects].filter((index) => !own.has(index));
      if (believed.length === 0) return fault;
      const left = repairs.flatMap((repair) => {
        const outcome = this.test(repair, [...conflicts, { observations: believed, constraints: [] }]);
        return "conflict" in outcome ? [] : [outcome];
      });
      return left.length === 0 ? fault : { conflicts, repairs: left };
    });
  }

  /**
   * Faults that only share figures which neither of them blames are separate: the share that is wrong, and the growth that
   * is wrong, of one and the same amount.
   */
  private solveAll(groups: readonly (readonly Conflict[])[]): Fault[] {
    const found: Fault[] = [];
    const pending = [...groups];
    for (let group = pending.pop(); group !== undefined; group = pending.pop()) {
      const conflicts = [...group];
      const repairs = this.solve(conflicts);
      const blamed = new Set(repairs.flatMap(({ released }) => released));
      const apart = repairs.length === 0 ? [conflicts] : grouped(conflicts, (index) => blamed.has(index));
      if (apart.length > 1) {
        pending.push(...apart);
        continue;
      }
      const { sure, rest } = peeled({ conflicts, repairs });
      found.push(...sure);
      if (rest.length > 0) pending.push(rest);
    }
    return found;
  }

  /** Faults that blame one and the same observation are one after all. */
  private rejoined(faults: readonly Fault[]): readonly Fault[] {
    const blaming = new Map<number, Fault>();
    const again = new Set<Fault>();
    for (const fault of faults) {
      for (const index of new Set(fault.repairs.flatMap(({ released }) => released))) {
        const other = blaming.get(index);
        if (other) again.add(fault).add(other);
        else blaming.set(index, fault);
      }
    }
    return [...again];
  }

  /** Contradictions seen at once: single quantities stated two ways, single relations broken; then what is left jointly. */
  private firstConflicts(): Conflict[] {
    const { network, scratch } = this;
    const conflicts: Conflict[] = [];
    const all = network.observations.keys();
    const released = new Set<number>();
    for (const bounds of network.bounds) {
      // Pairs suffice: intervals on a line have a common point when every two do.
      for (const pair of this.disjointPairs(bounds)) {
        conflicts.push({ observations: pair, constraints: [] });
        for (const index of pair) released.add(index);
      }
    }
    const mark = scratch.mark();
    const enforced = [...all].filter((index) => !released.has(index));
    const feasible = scratch.enforce(enforced);
    if (feasible) {
      for (const [position, constraint] of network.constraints.entries()) {
        if (!scratch.violates(position)) continue;
        // Every print of the amounts takes part: where only one of them did, blaming it would look as if it were enough.
        const observations = constraint.variables.flatMap((variable) =>
          network.bounds[variable]!.filter((index) => !released.has(index)),
        );
        if (constraint.switch < 0) {
          if (observations.length > 0) conflicts.push({ observations, constraints: [position] });
          continue;
        }
        const conflict = this.minimal({ observations: [...observations, constraint.switch], constraints: [position] });
        if (conflict) conflicts.push(conflict);
      }
    }
    scratch.undo(mark, enforced);
    return conflicts;
  }

  /** Observations of one variable that exclude each other. */
  private disjointPairs(bounds: readonly number[]): readonly [number, number][] {
    const ends = bounds.map((index) => this.propagation.extent(index));
    const pairs: [number, number][] = [];
    for (const [position, first] of ends.entries()) {
      for (let other = position + 1; other < ends.length; other++) {
        const second = ends[other]!;
        if (first.high >= second.low && second.high >= first.low) continue;
        pairs.push([bounds[position]!, bounds[other]!]);
        if (pairs.length >= MAXIMUM_PAIRS) return pairs;
      }
    }
    return pairs;
  }

  /** Everything in force but the suspects, to the fixed point; a contradiction in it makes more suspects. */
  private rebuild(conflicts: Conflict[]): void {
    const { network, propagation } = this;
    for (const { observations } of conflicts) for (const index of observations) this.suspects.add(index);
    for (let round = 0; round < 200; round++) {
      propagation.undo(0, network.observations.keys());
      const trusted = [...network.observations.keys()].filter((index) => !this.suspects.has(index));
      if (propagation.enforce(trusted) && propagation.run()) return;
      const conflict = this.minimal(propagation.explain());
      if (!conflict) return;
      conflicts.push(conflict);
      for (const index of conflict.observations) this.suspects.add(index);
    }
  }

  /** Drops every observation without which the rest still contradict each other. */
  private minimal(conflict: Conflict): Conflict | undefined {
    let current = conflict;
    for (const index of conflict.observations) {
      if (current.observations.length < 2) break;
      if (!current.observations.includes(index)) continue;
      const rest = current.observations.filter((other) => other !== index);
      const found = this.contradiction(rest, current.constraints);
      if (found) current = found;
    }
    return current.observations.length === 0 ? undefined : current;
  }

  private contradiction(observations: readonly number[], constraints: readonly number[]): Conflict | undefined {
    const { scratch } = this;
    const allowed = new Uint8Array(this.network.constraints.length);
    for (const position of constraints) allowed[position] = 1;
    scratch.allowed = allowed;
    const mark = scratch.mark();
    const found = scratch.enforce(observations) && scratch.run() ? undefined : scratch.explain();
    scratch.undo(mark, observations);
    scratch.allowed = undefined;
    return found;
  }

  /** The cheapest repairs of one fault that a ledger could show, or else the cheapest at all. */
  private solve(own: Conflict[]): readonly Repair[] {
    let repairs = this.cheapest(own);
    // What would be less than nothing is believed, and the next cheapest way looked for.
    const barred = new Set<number>();
    for (let round = 0; round < MOST_BARRED && repairs.length > 0; round++) {
      if (repairs.some((repair) => !this.fallsBelowZero(repair))) break;
      for (const repair of repairs) for (const index of this.belowZero(repair)) barred.add(index);
      const next = this.cheapest(own, barred);
      if (next.length === 0) break;
      repairs = next;
    }
    const words = own.flatMap(({ observations }) =>
      observations.filter((index) => this.network.observations[index]!.kind === "word"),
    );
    const sound = repairs.filter(
      (repair) => !this.fallsBelowZero(repair) && !words.some((index) => this.isBelied(index, repair)),
    );
    return sound.length > 0 ? sound : repairs;
  }

  /**
   * Whether a repair leaves standing a 小于 between two amounts whose prints say 大于: roundings might still allow it, and
   * every reader would stumble over it.
   */
  private isBelied(word: number, { released }: Repair): boolean {
    const { observations, bounds, switching, constraints } = this.network;
    if (released.includes(word)) return false;
    return (switching[word] ?? []).some((position) => {
      const constraint = constraints[position]!;
      if (constraint.form !== "linear") return false;
      let least = 0;
      for (const [place, variable] of constraint.variables.entries()) {
        const prints = bounds[variable]!.filter(
          (index) => observations[index]!.figure !== undefined && !released.includes(index),
        ).map((index) => constraint.coefficients[place]! * observations[index]!.reading!.middle);
        least += Math.min(...(prints.length > 0 ? prints : [-Infinity]));
      }
      return least > 0;
    });
  }

  /** Nobody spends or receives less than nothing: an amount printed without a sign does not stand for a negative one. */
  private fallsBelowZero(repair: Repair): boolean {
    return this.belowZero(repair).length > 0;
  }

  /** What a repair would make less than nothing: amounts printed without a sign, and empty cells of what is received or spent. */
  private belowZero({ released, implied, reversed }: Repair): readonly number[] {
    if (reversed) return [];
    return released.filter((index, position) => {
      const { figure, reading, kind, variable } = this.network.observations[index]!;
      if (implied[position]!.high >= 0) return false;
      if (kind === "blank") return /^(?:expenditure|revenue|three-public)\b/.test(this.network.keys[variable]!);
      return figure !== undefined && !isSigned(figure) && reading!.low >= -reading!.step;
    });
  }

  /** Conflicts that turn up are added to the fault. */
  private cheapest(own: Conflict[], barred: ReadonlySet<number> = new Set()): readonly Repair[] {
    const verified = new Map<string, Repair>();
    for (;;) {
      const candidates = [...this.reversalSets(own), ...this.hitting.sets(own, barred)].sort(
        (a, b) => a.weight - b.weight,
      );
      const best = candidates[0]?.weight;
      if (best === undefined) return [];
      const repairs: Repair[] = [];
      let stuck = false;
      for (const candidate of candidates) {
        // A word put right is one slip whatever else would do; figures compete with it on equal terms.
        if (candidate.weight > best + EPSILON && repairs.length > 0) break;
        const name = `${candidate.reversed}:${candidate.released.join()}`;
        let repair = verified.get(name);
        if (!repair) {
          if (this.tests++ > MAXIMUM_TESTS) return repairs;
          const outcome = this.test(candidate, own);
          if ("conflict" in outcome) {
            if (candidate.reversed) continue;
            if (!outcome.conflict) return repairs;
            own.push(outcome.conflict);
            const fresh = outcome.conflict.observations.some((index) => !this.suspects.has(index));
            if (fresh) {
              verified.clear();
              this.rebuild([outcome.conflict]);
            }
            stuck = true;
            break;
          }
          repair = outcome;
          verified.set(name, repair);
        }
        repairs.push(repair);
      }
      if (!stuck) return repairs;
    }
  }

  /** Puts the suspects of this fault back in force but for the candidate, and sees whether all can be true. */
  private test(candidate: Candidate, own: readonly Conflict[]): Repair | { readonly conflict: Conflict | undefined } {
    const { propagation, network } = this;
    const involved = new Set(own.flatMap(({ observations }) => observations));
    for (const index of candidate.released) involved.delete(index);
    const mark = propagation.mark();
    const enforced = [...involved];
    let possible = propagation.enforce(enforced) && propagation.run();
    if (possible && candidate.reversed) {
      for (const index of candidate.released) {
        const { variable, reading } = network.observations[index]!;
        const { low, high } = negated(reading!);
        possible = possible && propagation.suppose(variable, low, high);
      }
      possible = possible && propagation.run();
      if (!possible) {
        propagation.undo(mark, enforced);
        return { conflict: undefined };
      }
    }
    if (!possible) {
      const found = propagation.explain();
      propagation.undo(mark, enforced);
      return { conflict: this.minimal(found) };
    }
    const implied = candidate.released.map((index) => {
      const { variable } = network.observations[index]!;
      return variable < 0
        ? { low: -Infinity, high: Infinity }
        : { low: propagation.low[variable]!, high: propagation.high[variable]! };
    });
    propagation.undo(mark, enforced);
    return { ...candidate, implied };
  }

  /** Turning a direction word round repairs its figures together. */
  private *reversalSets(conflicts: readonly Conflict[]): Iterable<Candidate> {
    for (const reversal of this.reversals) {
      const hits = conflicts.every(({ observations }) => observations.some((index) => reversal.includes(index)));
      if (hits) yield { released: reversal, reversed: true, weight: this.network.reversalWeight(reversal) };
    }
  }
}

function isDirected(figure: BoundFigure | undefined): boolean {
  return figure?.direction === "increase" || figure?.direction === "decrease";
}

/** What every repair blames is a fault of its own; what remains is looked at without it. */
function peeled(fault: Fault): { readonly sure: readonly Fault[]; readonly rest: readonly Conflict[] } {
  const [first, ...others] = fault.repairs;
  if (!first || first.reversed || first.released.length < 2) return { sure: [fault], rest: [] };
  const common = first.released.filter((index) => others.every(({ released }) => released.includes(index)));
  if (common.length === 0) return { sure: [fault], rest: [] };
  let rest = fault.conflicts;
  const sure: Fault[] = [];
  for (const index of common) {
    const own = rest.filter(({ observations }) => observations.includes(index));
    rest = rest.filter(({ observations }) => !observations.includes(index));
    const implied = [first.implied[first.released.indexOf(index)]!];
    const weight = first.weight / first.released.length;
    sure.push({ conflicts: own, repairs: [{ released: [index], reversed: false, weight, implied }] });
  }
  return { sure, rest };
}

function joined(faults: readonly Fault[]): readonly Conflict[] {
  return [...new Set(faults.flatMap(({ conflicts }) => conflicts))];
}

/** Conflicts in one group share observations of those that count, directly or through others. */
function grouped(conflicts: readonly Conflict[], counts: (index: number) => boolean): readonly Conflict[][] {
  const parent = conflicts.map((_, position) => position);
  const root = (position: number): number => {
    let found = position;
    while (parent[found] !== found) found = parent[found]!;
    let walk = position;
    while (walk !== found) {
      const next = parent[walk]!;
      parent[walk] = found;
      walk = next;
    }
    return found;
  };
  const first = new Map<number, number>();
  for (const [position, { observations }] of conflicts.entries()) {
    for (const index of observations) {
      if (!counts(index)) continue;
      const other = first.get(index);
      if (other === undefined) first.set(index, position);
      else parent[root(position)] = root(other);
    }
  }
  const groups = new Map<number, Conflict[]>();
  for (const [position, conflict] of conflicts.entries()) {
    const group = groups.get(root(position));
    if (group) group.push(conflict);
    else groups.set(root(position), [conflict]);
  }
  return [...groups.values()];
}
