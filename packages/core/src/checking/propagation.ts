import { TICKS } from "../figure/interval.ts";
import type { Constraint, Network } from "./network.ts";

/** Observations that cannot all be right, and the relations that show it. Both are minimal: drop one and the rest agree. */
export interface Conflict {
  readonly observations: readonly number[];
  readonly constraints: readonly number[];
}

const LOW = 0;
const HIGH = 1;

/**
 * Interval propagation to a fixed point, with a trail: every bound remembers what implied it, so that a contradiction can be
 * traced to the printed figures behind it and undone to try another set of them.
 *
 * Bounds are whole ticks. Sums are exact; quotients are rounded outwards. So an empty interval is a proof, never an artefact.
 */
export class Propagation {
  readonly low: Float64Array;
  readonly high: Float64Array;
  private readonly network: Network;
  /** The trail, one entry for every bound moved: which, on which side, why, the entry before it, and the value it had. */
  private readonly moved: number[] = [];
  private readonly sides: number[] = [];
  private readonly reasons: number[] = [];
  private readonly previous: number[] = [];
  private readonly old: number[] = [];
  private readonly last: [Int32Array, Int32Array];
  /** 1 where a switch observation is in force. */
  private readonly switched: Uint8Array;
  private readonly queued: Uint8Array;
  private queue: number[] = [];
  /** Where set, only these constraints take part. */
  allowed: Uint8Array | undefined;
  /** Whether figures of amounts and rates may stray by their looseness. */
  private readonly loose: boolean;
  private conflict: { constraint: number } | { variable: number } | undefined;

  constructor(network: Network, loose: boolean) {
    this.network = network;
    this.loose = loose;
    const size = network.keys.length;
    this.low = new Float64Array(size).fill(-Infinity);
    this.high = new Float64Array(size).fill(Infinity);
    this.last = [new Int32Array(size).fill(-1), new Int32Array(size).fill(-1)];
    this.switched = new Uint8Array(network.observations.length);
    this.queued = new Uint8Array(network.constraints.length);
  }

  mark(): number {
    return this.moved.length;
  }

  /** Back to a mark. Switches put in force since then must be named. */
  undo(mark: number, switches: Iterable<number> = []): void {
    for (let event = this.moved.length - 1; event >= mark; event--) {
      const variable = this.moved[event]!;
      const side = this.sides[event]!;
      (side === LOW ? this.low : this.high)[variable] = this.old[event]!;
      this.last[side]![variable] = this.previous[event]!;
    }
    for (const list of [this.moved, this.sides, this.reasons, this.previous, this.old]) list.length = mark;
    for (const index of switches) this.switched[index] = 0;
    for (const constraint of this.queue) this.queued[constraint] = 0;
    this.queue = [];
    this.conflict = undefined;
  }

  /** Puts observations in force; false when they contradict what is already in force. Follow with {@link run}. */
  enforce(observations: Iterable<number>): boolean {
    for (const index of observations) {
      const observation = this.network.observations[index]!;
      if (observation.variable < 0) {
        this.switched[index] = 1;
        for (const position of this.network.switching[index] ?? []) this.enqueue(position);
        continue;
      }
      const { low, high } = this.extent(index);
      if (!this.bound(observation.variable, low, high, ~index)) return false;
    }
    return true;
  }

  /** The interval that an observation grants its variable, with the slack. */
  extent(index: number): { readonly low: number; readonly high: number } {
    const { reading, figure, looseness } = this.network.observations[index]!;
    const { low, high, step } = reading!;
    const extra = this.loose && figure && figure.unit !== "count" ? looseness * step : 0;
    return { low: low - extra, high: high + extra };
  }

  /** Bounds a variable by something that is no observation (a hypothesis under test). */
  suppose(variable: number, low: number, high: number): boolean {
    return this.bound(variable, low, high, HYPOTHESIS);
  }

  private enqueue(constraint: number): void {
    if (this.queued[constraint] === 1 || (this.allowed && this.allowed[constraint] !== 1)) return;
    this.queued[constraint] = 1;
    this.queue.push(constraint);
  }

  /** To the fixed point; false on a contradiction. */
  run(): boolean {
    const { constraints } = this.network;
    let budget = 40 * constraints.length + 400;
    for (let head = 0; head < this.queue.length; head++) {
      const position = this.queue[head]!;
      this.queued[position] = 0;
      const constraint = constraints[position]!;
      const off = constraint.switch >= 0 && this.switched[constraint.switch] === 0;
      // A list that leaves something out still lists no more than its total.
      const within = off && constraint.form === "linear" ? constraint.within : undefined;
      if (off && !within) continue;
      if (budget-- <= 0) break;
      const possible = within
        ? this.reviseLinear(constraint.variables, within, true, position, 0, 0)
        : this.revise(constraint, position);
      if (!possible) {
        for (const rest of this.queue) this.queued[rest] = 0;
        this.queue = [];
        return false;
      }
    }
    for (const rest of this.queue) this.queued[rest] = 0;
    this.queue = [];
    return true;
  }

  /** Whether one constraint, looked at alone under the present bounds, is impossible. */
  violates(position: number): boolean {
    const mark = this.mark();
    const constraint = this.network.constraints[position]!;
    const possible = this.revise(constraint, position);
    this.undo(mark);
    return !possible;
  }

  private bound(variable: number, low: number, high: number, reason: number): boolean {
    if (low > this.low[variable]!) this.set(variable, LOW, low, reason);
    if (high < this.high[variable]!) this.set(variable, HIGH, high, reason);
    if (this.low[variable]! > this.high[variable]!) {
      this.conflict = { variable };
      return false;
    }
    return true;
  }

  private set(variable: number, side: number, value: number, reason: number): void {
    const bounds = side === LOW ? this.low : this.high;
    const last = this.last[side]!;
    this.previous.push(last[variable]!);
    this.old.push(bounds[variable]!);
    this.sides.push(side);
    this.reasons.push(reason);
    last[variable] = this.moved.push(variable) - 1;
    bounds[variable] = value;
    for (const constraint of this.network.touching[variable]!) this.enqueue(constraint);
  }

  /** A bound is worth moving when it moves by a visible part of the interval's width: convergence, not precision. */
  private narrow(variable: number, low: number, high: number, position: number): boolean {
    const from = this.low[variable]!;
    const to = this.high[variable]!;
    const width = to - from;
    const least = width < Infinity ? Math.max(1, width * 0.002) : 1;
    const lower = low - from >= least;
    const upper = to - high >= least;
    if (!lower && !upper) return true;
    return this.bound(variable, lower ? low : from, upper ? high : to, position);
  }

  private revise(constraint: Constraint, position: number): boolean {
    switch (constraint.form) {
      case "linear":
        return this.reviseLinear(constraint.variables, constraint.coefficients, constraint.upperOnly, position, 0, 0);
      case "pair":
        return this.revisePair(constraint, position);
      case "quotient":
        return this.reviseQuotient(constraint, position);
    }
  }

  /** Σ c·x + [from, to] = 0 (or ≤ 0). */
  private reviseLinear(
    variables: readonly number[],
    coefficients: readonly number[],
    upperOnly: boolean,
    position: number,
    from: number,
    to: number,
  ): boolean {
    const { low, high } = this;
    let sumLow = from;
    let sumHigh = to;
    let openLow = 0;
    let openHigh = 0;
    for (let index = 0; index < variables.length; index++) {
      const coefficient = coefficients[index]!;
      const variable = variables[index]!;
      const least = coefficient > 0 ? coefficient * low[variable]! : coefficient * high[variable]!;
      const most = coefficient > 0 ? coefficient * high[variable]! : coefficient * low[variable]!;
      if (least === -Infinity) openLow++;
      else sumLow += least;
      if (most === Infinity) openHigh++;
      else sumHigh += most;
    }
    if (openLow > 1 && (upperOnly || openHigh > 1)) return true;
    for (let index = 0; index < variables.length; index++) {
      const coefficient = coefficients[index]!;
      const variable = variables[index]!;
      const least = coefficient > 0 ? coefficient * low[variable]! : coefficient * high[variable]!;
      const most = coefficient > 0 ? coefficient * high[variable]! : coefficient * low[variable]!;
      const othersLow = openLow === 0 ? sumLow - least : openLow === 1 && least === -Infinity ? sumLow : -Infinity;
      const othersHigh = upperOnly
        ? Infinity
        : openHigh === 0
          ? sumHigh - most
          : openHigh === 1 && most === Infinity
            ? sumHigh
            : Infinity;
      if (othersLow === -Infinity && othersHigh === Infinity) continue;
      // −othersHigh ≤ c·x ≤ −othersLow
      const lower = coefficient > 0 ? -othersHigh / coefficient : -othersLow / coefficient;
      const upper = coefficient > 0 ? -othersLow / coefficient : -othersHigh / coefficient;
      if (!this.narrow(variable, Math.ceil(lower), Math.floor(upper), position)) return false;
    }
    return true;
  }

  private revisePair(constraint: Extract<Constraint, { form: "pair" }>, position: number): boolean {
    const [r, x, y] = constraint.variables;
    const { ax, ay, bx, by } = constraint;
    const { low, high } = this;
    // What stands below is an amount of money or a count, which is never negative.
    const yLow = Math.max(0, low[y]!);
    const yHigh = high[y]!;
    if (yHigh < 0) return true;
    // q = x / y from x and y.
    let qLow = quotientLow(low[x]!, yLow, yHigh);
    let qHigh = -quotientLow(-high[x]!, yLow, yHigh);
    // q from r; the map rises.
    const fromLow = inverse(low[r]! / TICKS, ax, ay, bx, by, -Infinity);
    const fromHigh = inverse(high[r]! / TICKS, ax, ay, bx, by, Infinity);
    const impliedLow = down(fromLow);
    const impliedHigh = up(fromHigh);
    if (impliedLow > up(qHigh) || impliedHigh < down(qLow)) {
      this.conflict = { constraint: position };
      return false;
    }
    const rLow = along(qLow, ax, ay, bx, by, -Infinity);
    const rHigh = along(qHigh, ax, ay, bx, by, Infinity);
    if (!this.narrow(r, floor(rLow * TICKS), ceil(rHigh * TICKS), position)) return false;
    qLow = Math.max(qLow, impliedLow);
    qHigh = Math.min(qHigh, impliedHigh);
    const [xLow, xHigh] = multiples(qLow, qHigh, yLow, yHigh);
    if (!this.narrow(x, floor(xLow), ceil(xHigh), position)) return false;
    const xFrom = low[x]!;
    const xTo = high[x]!;
    if (qLow > 0) {
      if (!this.narrow(y, floor(xFrom / qHigh), ceil(xTo / qLow), position)) return false;
    } else if (qHigh < 0 && !this.narrow(y, floor(xTo / qLow), ceil(xFrom / qHigh), position)) return false;
    return true;
  }

  private reviseQuotient(constraint: Extract<Constraint, { form: "quotient" }>, position: number): boolean {
    const { variables, coefficients, above, shift } = constraint;
    const { low, high } = this;
    const r = variables[0]!;
    const end = above + 1;
    let [restLow, restHigh] = this.sumOf(variables, coefficients, 1, end);
    let [wholeLow, wholeHigh] = this.sumOf(variables, coefficients, end, variables.length);
    wholeLow = Math.max(0, wholeLow);
    if (wholeHigh < 0) return true;
    const qLow = quotientLow(restLow, wholeLow, wholeHigh);
    const qHigh = -quotientLow(-restHigh, wholeLow, wholeHigh);
    const fromLow = down((low[r]! / TICKS - shift) / 100);
    const fromHigh = up((high[r]! / TICKS - shift) / 100);
    if (fromLow > up(qHigh) || fromHigh < down(qLow)) {
      this.conflict = { constraint: position };
      return false;
    }
    if (!this.narrow(r, floor((100 * qLow + shift) * TICKS), ceil((100 * qHigh + shift) * TICKS), position)) {
      return false;
    }
    const from = Math.max(qLow, fromLow);
    const to = Math.min(qHigh, fromHigh);
    const [targetLow, targetHigh] = multiples(from, to, wholeLow, wholeHigh);
    restLow = Math.max(restLow, floor(targetLow));
    restHigh = Math.min(restHigh, ceil(targetHigh));
    if (!this.reviseLinear(variables.slice(1, end), coefficients.slice(1, end), false, position, -restHigh, -restLow)) {
      return false;
    }
    if (from > 0) {
      wholeLow = Math.max(wholeLow, floor(restLow / to));
      wholeHigh = Math.min(wholeHigh, ceil(restHigh / from));
      return this.reviseLinear(variables.slice(end), coefficients.slice(end), false, position, -wholeHigh, -wholeLow);
    }
    return true;
  }

  private sumOf(
    variables: readonly number[],
    coefficients: readonly number[],
    from: number,
    to: number,
  ): [number, number] {
    let least = 0;
    let most = 0;
    for (let index = from; index < to; index++) {
      const coefficient = coefficients[index]!;
      const variable = variables[index]!;
      least += coefficient > 0 ? coefficient * this.low[variable]! : coefficient * this.high[variable]!;
      most += coefficient > 0 ? coefficient * this.high[variable]! : coefficient * this.low[variable]!;
    }
    return [least, most];
  }

  /** What is behind the contradiction just met, traced along the trail. */
  explain(): Conflict {
    const observations = new Set<number>();
    const constraints = new Set<number>();
    const seen = new Set<number>();
    const stack: number[] = [];
    const visit = (event: number): void => {
      if (event >= 0 && !seen.has(event)) {
        seen.add(event);
        stack.push(event);
      }
    };
    const { conflict } = this;
    if (!conflict) return { observations: [], constraints: [] };
    if ("variable" in conflict) {
      visit(this.last[LOW][conflict.variable]!);
      visit(this.last[HIGH][conflict.variable]!);
    } else {
      this.cite(conflict.constraint, constraints, observations);
      for (const variable of this.network.constraints[conflict.constraint]!.variables) {
        visit(this.last[LOW][variable]!);
        visit(this.last[HIGH][variable]!);
      }
    }
    for (let event = stack.pop(); event !== undefined; event = stack.pop()) {
      const reason = this.reasons[event]!;
      const variable = this.moved[event]!;
      const side = this.sides[event]!;
      if (reason === HYPOTHESIS) continue;
      if (reason < 0) {
        observations.add(~reason);
        continue;
      }
      this.cite(reason, constraints, observations);
      const constraint = this.network.constraints[reason]!;
      const own = constraint.form === "linear" ? constraint.variables.indexOf(variable) : -1;
      for (const [index, other] of constraint.variables.entries()) {
        if (other === variable) {
          if (constraint.form !== "linear") visit(this.before(event, other, 1 - side));
          continue;
        }
        if (constraint.form === "linear") {
          // An upper bound of c·x comes from the least of the others, a lower bound from their most.
          const positive = constraint.coefficients[own]! > 0;
          const fromLeast = positive === (side === HIGH);
          const sideOfOther = constraint.coefficients[index]! > 0 === fromLeast ? LOW : HIGH;
          visit(this.before(event, other, sideOfOther));
        } else {
          visit(this.before(event, other, LOW));
          visit(this.before(event, other, HIGH));
        }
      }
    }
    return { observations: [...observations], constraints: [...constraints] };
  }

  private cite(position: number, constraints: Set<number>, observations: Set<number>): void {
    constraints.add(position);
    const released = this.network.constraints[position]!.switch;
    // A relation that is out of force still says that parts lie within their total, and that is no one's word.
    if (released >= 0 && this.switched[released] === 1) observations.add(released);
  }

  private before(event: number, variable: number, side: number): number {
    let found = this.last[side]![variable]!;
    while (found >= event) found = this.previous[found]!;
    return found;
  }
}

const HYPOTHESIS = -0x7fffffff;

/** Outward rounding: a double's own error, and to whole ticks. */
const ERROR = 2 ** -47;

function down(value: number): number {
  return Number.isFinite(value) ? value - Math.abs(value) * ERROR : value;
}

function up(value: number): number {
  return -down(-value);
}

function floor(value: number): number {
  return Number.isNaN(value) ? -Infinity : Math.floor(down(value));
}

function ceil(value: number): number {
  return -floor(-value);
}

/** The least x / y for x ≥ `least` and y between the two, y not negative. */
function quotientLow(least: number, yLow: number, yHigh: number): number {
  return least === 0 ? 0 : least / (least > 0 ? yHigh : yLow);
}

/** From which least to which most q · y goes. A quotient over zero says nothing of what was divided. */
function multiples(qLow: number, qHigh: number, yLow: number, yHigh: number): readonly [number, number] {
  return [leastMultiple(qLow, yLow, yHigh), -leastMultiple(-qHigh, yLow, yHigh)];
}

function leastMultiple(q: number, yLow: number, yHigh: number): number {
  if (!Number.isFinite(q)) return -Infinity;
  // Nothing of however much is nothing.
  return q === 0 ? 0 : q * (q > 0 ? yLow : yHigh);
}

/** r (in percent) at q, rising; `beyond` where the denominator vanishes. */
function along(q: number, ax: number, ay: number, bx: number, by: number, beyond: number): number {
  if (!Number.isFinite(q)) return bx === 0 ? q : beyond;
  const below = bx * q + by;
  return below <= 0 ? beyond : (100 * (ax * q + ay)) / below;
}

/** q at r (in percent), rising; `beyond` where the map has no such value. */
function inverse(r: number, ax: number, ay: number, bx: number, by: number, beyond: number): number {
  if (!Number.isFinite(r)) return beyond;
  const below = 100 * ax - r * bx;
  return below <= 0 ? beyond : (r * by - 100 * ay) / below;
}
