import { productAtMost, TICKS } from "../figure/interval.ts";
import type { Instance, LinearInstance, RatioInstance, Relation, Term } from "../relations/relation.ts";
import type { Observations } from "./observe.ts";
import { signedReading } from "./reading.ts";
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
  const resolve =
    (role: CalculationTerm["role"]) =>
    (term: Term): CalculationTerm[] => {
      const base = { key: term.key, role, coefficient: term.coefficient };
      for (const id of term.figures) {
        const figure = figures(id);
        const reading = figure && signedReading(figure);
        if (figure && reading) return [{ ...base, figure, reading, blank: false, borrowed: false }];
      }
      if (term.blank) {
        return [{ ...base, reading: ZERO, blank: true, borrowed: false, ...(term.source && { source: term.source }) }];
      }
      const best = observations.best(term.key);
      if (best) return [{ ...base, figure: best.figure, reading: best.reading, blank: false, borrowed: true }];
      missing.push(term.key);
      return [];
    };
  if (instance.form === "linear") {
    const terms = instance.terms.flatMap(resolve("sum"));
    if (missing.length > 0) return unchecked(relation, instance, terms, missing);
    return judgeSum(relation, instance, terms);
  }
  const terms = [
    ...[instance.result].flatMap(resolve("result")),
    ...instance.numerator.flatMap(resolve("numerator")),
    ...instance.denominator.flatMap(resolve("denominator")),
  ];
  if (missing.length > 0) return unchecked(relation, instance, terms, missing);
  return judgeRatio(relation, instance, terms);
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
  for (const { coefficient, reading } of terms) {
    low += coefficient > 0 ? coefficient * reading.low : coefficient * reading.high;
    high += coefficient > 0 ? coefficient * reading.high : coefficient * reading.low;
    middle += coefficient * reading.middle;
    places += Math.abs(coefficient) * reading.step;
  }
  const [first] = terms;
  const computed = first ? first.reading.middle - middle / first.coefficient : 0;
  const most = instance.comparator !== "=";
  const strictly = instance.comparator === "<";
  const excess = low > 0 ? low : !most && high < 0 ? -high : 0;
  const touching = (low === 0 || (!most && high === 0)) && middle !== 0;
  const coarsest = Math.max(0, ...terms.map(({ reading }) => reading.step));
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
    slight: excess > 0 && excess <= places && terms.every(({ figure }) => figure?.unit !== "count"),
  };
}

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
  if (middle.below <= 0) {
    // 0% of nothing is how people print nothing; any other rate of nothing claims something.
    const claims = result.reading.middle !== 0 || middle.above !== 0;
    return { ...unchecked(relation, instance, terms, [], true), ...(claims && { verdict: "inconsistent" }) };
  }
  // The quotient is monotone in every quantity, so its ends lie at ends of theirs; which end, the sign of the slope says.
  const slope = (quantity: (typeof list)[number]): number =>
    quantity.above * middle.below - quantity.below * middle.above;
  const least = at((quantity) => (slope(quantity) > 0 ? quantity.low : quantity.high));
  const most = at((quantity) => (slope(quantity) > 0 ? quantity.high : quantity.low));
  const computed = (100 * middle.above * TICKS) / middle.below;
  const { low, high } = result.reading;
  // low ≤ 100 · above / below · TICKS, both sides times below; with nothing certain below, every quotient is possible.
  const reaches = most.below <= 0 || productAtMost(low, most.below, 100 * TICKS, most.above);
  const stays = least.below <= 0 || productAtMost(100 * TICKS, least.above, high, least.below);
  const exact =
    productAtMost(low, middle.below, 100 * TICKS, middle.above) &&
    productAtMost(100 * TICKS, middle.above, high, middle.below);
  const excess = !reaches
    ? low - (100 * most.above * TICKS) / most.below
    : !stays
      ? (100 * least.above * TICKS) / least.below - high
      : 0;
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
