import type { BoundFigure } from "../facts/disclosure.ts";
import type { Unit } from "../figure/figure.ts";
import { formatTicks, readingOf, roundTicks, TICKS, ticksPerStep } from "../figure/interval.ts";
import type { CheckContext } from "../relations/relation.ts";
import type { Range } from "./range.ts";
import { signedReading } from "./reading.ts";
import type { Blame, CalculationTerm, InstanceResult } from "./result.ts";
import { trimsZeros } from "./trimmed.ts";

// The value that should be printed, how it is known, and with how many digits it can be told.

/** A value to print, and how it is known. */
interface Point {
  readonly value: number;
  readonly by: "print" | "sum" | "rate" | "bounds";
  /** For a rate, and for a sum of coarser prints: what their own rounding leaves possible. */
  readonly range?: Range;
  /** Printed figures that it was calculated from. */
  readonly parts: number;
}

/**
 * The value to print: what another figure of the same quantity says, or what the calculation gives, if the rest of the
 * document allows it; else the only value of this precision that it allows.
 */
export function pointOf(
  key: string,
  figure: BoundFigure | undefined,
  implied: Range,
  failing: readonly InstanceResult[],
  context: CheckContext,
): Point | undefined {
  const unit = figure?.unit ?? context.disclosure.unit;
  const decimals = figure ? decimalsFor(figure, failing) : 2;
  const step = ticksPerStep(unit, decimals);
  const margin = 1.5 * step;
  const allowed = (value: number): boolean => value >= implied.low - margin && value <= implied.high + margin;
  const own = figure && signedReading(figure);
  const isKnown = implied.high - implied.low < Infinity;
  // Where nothing bounds it, any print would do, and none says anything.
  for (const other of isKnown ? (context.facts.get(key) ?? []) : []) {
    const reading = other.id === figure?.id ? undefined : signedReading(other);
    if (reading && reading.step <= step && allowed(reading.middle) && reading.middle !== own?.middle)
      return { value: roundTicks(reading.middle, unit, decimals), by: "print", parts: 1 };
  }
  let best: (Point & { readonly cost: number }) | undefined;
  for (const result of failing) {
    const value = solved(result, key, figure);
    if (value === undefined || !allowed(value)) continue;
    const parts = result.terms.filter((term) => !term.blank).length;
    // What a rounded rate gives is known less well than a sum, however many parts that has.
    const isWorkedBack = result.instance.form === "ratio" && result.terms[0]!.figure?.id !== figure?.id;
    const cost = parts + (result.terms.some((term) => term.borrowed) ? 5 : 0) + (isWorkedBack ? WORKED_BACK : 0);
    if (!best || cost < best.cost)
      best = { value, cost, parts: parts - 1, ...workedBack(result, key, figure, context) };
  }
  if (best) return { ...best, value: roundTicks(best.value, unit, decimals) };
  if (!isKnown || implied.high - implied.low > 4 * step) return undefined;
  return { value: roundTicks((implied.low + implied.high) / 2, unit, decimals), by: "bounds", parts: 0 };
}

/** As if a rate had so many parts more. */
const WORKED_BACK = 20;

/** How a value was come by: an amount worked back from a rate is known as well as the rate tells. */
function workedBack(
  result: InstanceResult,
  key: string,
  figure: BoundFigure | undefined,
  context: CheckContext,
): Pick<Point, "by" | "range"> {
  const [rate] = result.terms;
  if (result.instance.form === "linear") {
    const own = figure && readingOf(figure);
    const value = solved(result, key, figure);
    const coarsest = Math.max(
      0,
      ...result.terms.flatMap((term) => (term.blank || term.figure?.id === figure?.id ? [] : term.reading.step)),
    );
    // 1019.89 beside a 1019.8 of another place: what is printed in tenths tells no hundredths, unless zeros are left out.
    return own && value !== undefined && coarsest > own.step && own.middle !== 0 && !trimsZeros(context)
      ? { by: "rate", range: { low: value - coarsest / 2, high: value + coarsest / 2 } }
      : { by: "sum" };
  }
  if (rate!.figure?.id === figure?.id) return { by: "sum" };
  const ends = [rate!.reading.low, rate!.reading.high].flatMap((end) => solved(result, key, figure, end) ?? []);
  return { by: "rate", ...(ends.length === 2 && { range: { low: Math.min(...ends), high: Math.max(...ends) } }) };
}

/** What the other printed terms of a relation say one of its terms is. */
function solved(result: InstanceResult, key: string, figure: BoundFigure | undefined, at?: number): number | undefined {
  const { terms, instance } = result;
  const mine = (term: CalculationTerm): boolean =>
    figure ? term.figure?.id === figure.id : term.blank && term.key === key;
  const own = terms.filter(mine);
  if (own.length === 0 || result.undefinedRate) return undefined;
  if (instance.form === "linear") {
    // That it is at most so much does not say how much it is.
    if (own.length !== 1 || instance.comparator !== "=") return undefined;
    let sum = 0;
    for (const term of terms) if (!mine(term)) sum += term.coefficient * term.reading.middle;
    return 0 - sum / own[0]!.coefficient;
  }
  const [rate] = terms;
  if (own[0]!.role === "result") return result.computed;
  // 100 Σ above = r Σ below, which is linear in each quantity.
  const r = (at ?? rate!.reading.middle) / TICKS;
  let factor = 0;
  let rest = 0;
  for (const term of terms) {
    if (term.role === "result") continue;
    const coefficient = term.role === "numerator" ? 100 * term.coefficient : -r * term.coefficient;
    if (term.key === key) factor += coefficient;
    else rest += coefficient * term.reading.middle;
  }
  return factor === 0 ? undefined : Math.round(0 - rest / factor);
}

/** A sum of so many rounded parts may be off in the last place. */
const MANY_PARTS = 4;
/** A range of so many steps of the last place is one number, give or take its rounding. */
const MEASURED = 4;

/**
 * What is said of a calculated value: the value where the rest settles it; that it is about so much where many roundings lie
 * between; only as many digits as a rate can tell where it was worked back from one.
 */
export function standingOf(
  { value, by, range, parts }: Point,
  implied: Range,
  unit: Unit,
  decimals: number,
): Pick<Blame, "expected" | "isAbout" | "about"> {
  const step = ticksPerStep(unit, decimals);
  const width = Math.min(implied.high - implied.low, range ? range.high - range.low : Infinity);
  const expected = formatTicks(value, unit, decimals);
  if (by === "rate" && width > MEASURED * step && width < Infinity) {
    // As many digits as the range leaves standing, and one more.
    const places = Math.max(0, decimals - Math.floor(Math.log10(width / step)));
    return { about: formatTicks(value, unit, places) };
  }
  return by === "sum" && parts > MANY_PARTS && implied.high - implied.low > MEASURED * step
    ? { expected, isAbout: true }
    : { expected };
}

/** As many decimals as are printed; a bare 0 says nothing of them, and what it is calculated from does. */
export function decimalsFor(figure: BoundFigure, failing: readonly InstanceResult[]): number {
  if (!/^0+$/.test(figure.text)) return figure.decimals;
  const beside = failing.flatMap(({ terms }) => terms.flatMap((term) => term.figure ?? []));
  return Math.max(
    figure.decimals,
    ...beside.filter(({ unit }) => unit === figure.unit).map(({ decimals }) => decimals),
  );
}

/** Where nothing else bounds a figure, the calculation still gives one value, and slips are measured against that. */
export function narrowed(range: Range, point: number | undefined, figure: BoundFigure, signed: boolean): Range {
  if (point === undefined || Number.isFinite(range.low) || Number.isFinite(range.high)) return range;
  const step = ticksPerStep(figure.unit, figure.decimals);
  const middle = signed ? Math.abs(point) : point;
  return { low: middle - step, high: middle + step };
}

/** What the roundings of the parts of a sum leave of a range: a slip of the digits has to lead back into that. */
export function summedUp(range: Range, worked: Point | undefined, figure: BoundFigure, signed: boolean): Range {
  if (worked?.by !== "sum" || worked.parts < 2 || figure.unit === "percent") return range;
  const room = ((worked.parts + 1) * ticksPerStep(figure.unit, figure.decimals)) / 2;
  const middle = signed ? Math.abs(worked.value) : worked.value;
  const [low, high] = [Math.max(range.low, middle - room), Math.min(range.high, middle + room)];
  return low <= high ? { low, high } : range;
}
