import { productAtMost, TICKS } from "../figure/interval.ts";
import type { Instance, LinearInstance, RatioInstance, Relation, Term } from "../relations/relation.ts";
import type { Observations } from "./observe.ts";
import { isSigned, negated, signedReading } from "./reading.ts";
import type { CalculationTerm, InstanceResult } from "./result.ts";

const ZERO = { low: 0, high: 0, middle: 0, step: 0 };

/** Judges one place by what is printed there; a term that is not printed there is taken from where it is. */
export function judge(
  relation: Relation,
  instance: Instance,
  observations: Observations,
  figures: (id: number) => CalculationTerm["figure"],
): InstanceResult {
  const missing: string[] = [];
  const terms: CalculationTerm[] = [];
  const resolve = (role: CalculationTerm["role"], { key, coefficient, figures: ids, blank, source }: Term): void => {
    for (const id of ids) {
      const figure = figures(id);
      const reading = figure && signedReading(figure);
      if (!figure || !reading) continue;
      terms.push({ key, role, coefficient, figure, reading, blank: false, borrowed: false });
      return;
    }
    if (blank) {
      terms.push({ key, role, coefficient, reading: ZERO, blank: true, borrowed: false, ...(source && { source }) });
      return;
    }
    const best = observations.best(key);
    if (!best) missing.push(key);
    else
      terms.push({ key, role, coefficient, figure: best.figure, reading: best.reading, blank: false, borrowed: true });
  };
  if (instance.form === "linear") {
    for (const term of instance.terms) resolve("sum", term);
    if (missing.length > 0) return unchecked(relation, instance, terms, missing);
    return judgeSum(relation, instance, terms);
  }
  resolve("result", instance.result);
  for (const term of instance.numerator) resolve("numerator", term);
  for (const term of instance.denominator) resolve("denominator", term);
  if (missing.length > 0) return unchecked(relation, instance, terms, missing);
  return judgeRatio(relation, instance, terms);
}

/**
 * Whether what two small amounts leave between them is nothing only by their rounding: 0.1 up by 0.1 may have been 0.06
 * before, and up 61%. A base that is itself printed as nothing is nothing.
 */
function isReachable(result: CalculationTerm, terms: readonly CalculationTerm[]): boolean {
  let most = 0;
  let least = 0;
  for (const { role, coefficient, reading } of terms) {
    if (role === "denominator") {
      if (reading.middle === 0) return false;
      most += coefficient * (coefficient > 0 ? reading.high : reading.low);
    }
    if (role === "numerator") least += coefficient * (coefficient > 0 ? reading.low : reading.high);
  }
  return least > 0 && productAtMost(100 * TICKS, least, result.reading.high, most);
}

/** Whether a change and its rate would hold with the other direction word. */
export function holdsReversed(result: InstanceResult): boolean {
  const { relation, instance, terms } = result;
  if (instance.form !== "ratio" || !terms.some(({ figure }) => isReversible(figure))) return false;
  const turned = terms.map((term) => (isReversible(term.figure) ? { ...term, reading: negated(term.reading) } : term));
  const { verdict } = judgeRatio(relation, instance, turned);
  return verdict === "exact" || verdict === "rounding";
}

/** Whether a figure's sign stands in a direction word. */
export function isReversible(figure: CalculationTerm["figure"]): boolean {
  return (
    figure !== undefined && isSigned(figure) && (figure.direction === "increase" || figure.direction === "decrease")
  );
}

function unchecked(
  relation: Relation,
  instance: Instance,
  terms: readonly CalculationTerm[],
  missing: readonly string[],
  undefinedRate = false,
): InstanceResult {
  return { relation, instance, verdict: "not-checkable", terms, missing, undefinedRate, excess: 0, slight: false };
}

function judgeSum(relation: Relation, instance: LinearInstance, terms: readonly CalculationTerm[]): InstanceResult {
  let low = 0;
  let high = 0;
  let middle = 0;
  let places = 0;
  let coarsest = 0;
  let counted = false;
  for (const { coefficient, reading, figure } of terms) {
    if (reading.step > coarsest) coarsest = reading.step;
    if (figure?.unit === "count") counted = true;
    low += coefficient > 0 ? coefficient * reading.low : coefficient * reading.high;
    high += coefficient > 0 ? coefficient * reading.high : coefficient * reading.low;
    middle += coefficient * reading.middle;
    places += Math.abs(coefficient) * reading.step;
  }
  const [first] = terms;
  const computed = first ? first.reading.middle - middle / first.coefficient : 0;
  const most = instance.comparator !== "=";
  const strictly = instance.comparator === "<";
  const excess = Math.max(0, low, most ? 0 : -high);
  const touching = low === 0 || high === 0;
  const verdict =
    excess > 0
      ? "inconsistent"
      : strictly && middle === 0
        ? "suspect"
        : (most ? middle <= 0 : middle === 0)
          ? "exact"
          : touching && Math.abs(middle) > coarsest
            ? "suspect"
            : "rounding";
  return {
    relation,
    instance,
    verdict,
    terms,
    missing: [],
    undefinedRate: false,
    computed,
    excess,
    // Counts have no places to round.
    slight: excess > 0 && excess <= places && !counted,
  };
}

/** Every way to put so many quantities at the upper end (true) or the lower end of what they may be. */
function cornersOf(count: number): readonly (readonly boolean[])[] {
  const known = CORNERS[count];
  if (known) return known;
  const corners = Array.from({ length: 2 ** count }, (_, corner) =>
    Array.from({ length: count }, (__, index) => ((corner >> index) & 1) === 1),
  );
  CORNERS[count] = corners;
  return corners;
}

const CORNERS: (readonly (readonly boolean[])[])[] = [];

function judgeRatio(relation: Relation, instance: RatioInstance, terms: readonly CalculationTerm[]): InstanceResult {
  const result = terms[0]!;
  // A quantity that stands above and below is one number, so ends are taken quantity by quantity.
  const quantities = new Map<string, { above: number; below: number; low: number; high: number; middle: number }>();
  for (const { key, role, coefficient, reading } of terms) {
    if (role === "result") continue;
    const quantity = quantities.get(key) ?? {
      above: 0,
      below: 0,
      low: reading.low,
      high: reading.high,
      middle: reading.middle,
    };
    if (role === "numerator") quantity.above += coefficient;
    else quantity.below += coefficient;
    quantities.set(key, quantity);
  }
  const list = [...quantities.values()];
  const at = (pick: (quantity: (typeof list)[number], index: number) => number): { above: number; below: number } => {
    let above = 0;
    let below = 0;
    for (const [index, quantity] of list.entries()) {
      const value = pick(quantity, index);
      above += quantity.above * value;
      below += quantity.below * value;
    }
    return { above, below };
  };
  const middle = at((quantity) => quantity.middle);
  if (middle.below === 0) {
    // 0% of nothing is how people print nothing; any other rate of nothing claims something.
    const claims = result.reading.middle !== 0 || middle.above !== 0;
    if (claims && isReachable(result, terms)) {
      return { ...unchecked(relation, instance, terms, []), verdict: "rounding" };
    }
    return { ...unchecked(relation, instance, terms, [], true), verdict: claims ? "inconsistent" : "exact" };
  }
  // A year before of less than nothing: the amounts exclude each other whatever the rate.
  if (middle.below < 0) {
    const computed = (100 * middle.above * TICKS) / middle.below;
    return { ...unchecked(relation, instance, terms, []), verdict: "inconsistent", computed, excess: Infinity };
  }
  // The quotient is monotone in every quantity while the others stand still, so its ends lie where each is at an end of its own.
  const corners = cornersOf(list.length).map((ends) =>
    at((quantity, index) => (ends[index] ? quantity.high : quantity.low)),
  );
  const computed = (100 * middle.above * TICKS) / middle.below;
  const { low, high } = result.reading;
  // low ≤ 100 · above / below · TICKS, both sides times below; of next to nothing a rate is as large as one likes.
  const reaches = corners.some(({ above, below }) =>
    below <= 0 ? above >= 0 : productAtMost(low, below, 100 * TICKS, above),
  );
  const stays = corners.some(({ above, below }) =>
    below <= 0 ? above <= 0 : productAtMost(100 * TICKS, above, high, below),
  );
  const exact =
    productAtMost(low, middle.below, 100 * TICKS, middle.above) &&
    productAtMost(100 * TICKS, middle.above, high, middle.below);
  const quotients = corners.flatMap(({ above, below }) => (below <= 0 ? [] : (100 * above * TICKS) / below));
  const excess = !reaches ? low - Math.max(...quotients) : !stays ? Math.min(...quotients) - high : 0;
  const holds = reaches && stays;
  return {
    relation,
    instance,
    verdict: exact ? "exact" : holds ? "rounding" : "inconsistent",
    terms,
    missing: [],
    undefinedRate: false,
    computed,
    excess,
    slight: !holds && excess <= result.reading.step,
  };
}
