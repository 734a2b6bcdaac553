import type { Figure, Unit } from "./figure.ts";

/**
 * The numbers that round to what is printed, both ends included, in ticks.
 *
 * A tick is half a millionth of the base unit (万元 for money; else one percent, one thing, one point), so that half a unit
 * of the sixth decimal is a whole number of ticks, and so is half a fen. Ticks are safe integers: sums of them are exact. A
 * figure with more decimals than that gets the next wider whole ends, so no verdict is harsher than the printed digits.
 */
export interface Interval {
  readonly low: number;
  readonly high: number;
}

/** What can be compared with what: amounts in any unit of money with each other, percentages with percentages … */
export type Measurable = "money" | "percent" | "count" | "score";

export const TICKS = 2_000_000;

/** Powers of ten from a unit to the base unit of what it measures. */
const EXPONENT: Readonly<Record<Unit, number>> = {
  yuan: -4,
  "ten-thousand-yuan": 0,
  "hundred-million-yuan": 4,
  percent: 0,
  "percentage-point": 0,
  count: 0,
  score: 0,
};

const TICK_EXPONENT = 6;

export function measurableOf(unit: Unit): Measurable {
  if (unit === "percent" || unit === "percentage-point") return "percent";
  return unit === "count" || unit === "score" ? unit : "money";
}

/** A printed number, ready to compare. */
export interface Reading extends Interval {
  /** The printed value itself. */
  readonly middle: number;
  /** One unit of the last printed place. */
  readonly step: number;
}

/**
 * What a printed value stands for; undefined for an approximation (余, 约), which bounds nothing, and for a number too
 * large to be exact (45 trillion yuan).
 *
 * @example readingOf({ value: "1019.8", decimals: 1, unit: "ten-thousand-yuan" }) // 1019.75 to 1019.85
 */
export function readingOf(figure: Pick<Figure, "value" | "decimals" | "unit" | "approximate">): Reading | undefined {
  if (figure.approximate) return undefined;
  const { value } = figure;
  const negative = value.startsWith("-");
  const [whole = "0", fraction = ""] = (negative ? value.slice(1) : value).split(".");
  const digits = Number(whole + fraction);
  if (!Number.isSafeInteger(digits)) return undefined;
  const exponent = TICK_EXPONENT + EXPONENT[figure.unit];
  const magnitude = scaled(2 * digits, exponent - fraction.length);
  // 0万元 says that there is nothing: 4,000 yuan are never rounded to it.
  const isNothing = digits === 0 && figure.decimals === 0 && measurableOf(figure.unit) === "money";
  const half = scaled(1, exponent - (isNothing ? NOTHING_DECIMALS : figure.decimals));
  // A count is a count: 16 批次 are sixteen.
  const exact = figure.unit === "count" && figure.decimals === 0;
  const middle = negative ? 0 - magnitude : magnitude;
  const low = exact ? middle : Math.floor(middle - half);
  const high = exact ? middle : Math.ceil(middle + half);
  if (!(Math.abs(middle) + half < MAXIMUM)) return undefined;
  return { low, high, middle: Math.round(middle), step: exact ? TICKS : 2 * half };
}

const MAXIMUM = 2 ** 52;

/** A bare 0 of money is as exact as amounts usually are. */
const NOTHING_DECIMALS = 2;

function scaled(digits: number, exponent: number): number {
  return exponent >= 0 ? digits * 10 ** exponent : digits / 10 ** -exponent;
}

/** Ticks in one unit of the last place of a figure with so many decimals. */
export function ticksPerStep(unit: Unit, decimals: number): number {
  return scaled(2, TICK_EXPONENT + EXPONENT[unit] - decimals);
}

/** Half up and away from zero, as people round. */
function roundHalfUp(value: number): number {
  return value < 0 ? -Math.round(-value) : Math.round(value);
}

/** A number of ticks as it would be printed in a unit: `formatTicks(5_000_000, "ten-thousand-yuan", 2) // "2.50"`. */
export function formatTicks(ticks: number, unit: Unit, decimals: number): string {
  const perStep = ticksPerStep(unit, decimals);
  const steps = roundHalfUp(ticks / perStep);
  const negative = steps < 0;
  const digits = String(Math.abs(steps)).padStart(decimals + 1, "0");
  const whole = digits.slice(0, digits.length - decimals);
  const text = decimals === 0 ? digits : `${whole}.${digits.slice(digits.length - decimals)}`;
  return negative ? `-${text}` : text;
}

/** The value that {@link formatTicks} would print, in ticks. */
export function roundTicks(ticks: number, unit: Unit, decimals: number): number {
  const perStep = ticksPerStep(unit, decimals);
  return roundHalfUp(ticks / perStep) * perStep;
}

/** As many decimals as say the number exactly, at most six. */
export function formatExact(ticks: number, unit: Unit): string {
  const text = formatTicks(ticks, unit, Math.max(0, TICK_EXPONENT + EXPONENT[unit]));
  return text.includes(".") ? text.replace(/\.?0+$/, "") : text;
}

/** Whether a · b ≤ c · d, exactly, for whole numbers of any size. */
export function productAtMost(a: number, b: number, c: number, d: number): boolean {
  const left = a * b;
  const right = c * d;
  const margin = (Math.abs(left) + Math.abs(right)) * 2 ** -50;
  if (left + margin < right) return true;
  if (left - margin > right) return false;
  return BigInt(a) * BigInt(b) <= BigInt(c) * BigInt(d);
}

/**
 * Whether a printed rate is that of one amount in another, to one unit of its last place, exactly. A part or a whole that is
 * only approximate gives none, and nothing is a rate of nothing.
 *
 * @param part ticks; may be negative, as a decrease is
 * @param whole ticks
 */
export function isRateOf(rate: Reading, part: number, whole: number): boolean {
  if (whole === 0) return false;
  const [above, below] = whole < 0 ? [-part, -whole] : [part, whole];
  return (
    productAtMost(100 * TICKS, above, rate.middle + rate.step, below) &&
    productAtMost(rate.middle - rate.step, below, 100 * TICKS, above)
  );
}
