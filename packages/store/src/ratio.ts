import type { Distribution, Per } from "./model.ts";

// Ratios of amounts, in whole 分, rounded to the nearest: exact integers all the way.

/** A million yuan, in 分. */
const MILLION = 100_000_000n;

/** An amount for each head, or for each million yuan of spending; null where there is nothing to divide by. */
export function ratioOf(
  fen: number | null,
  per: Per,
  { staff, spending }: { readonly staff: number | null; readonly spending: number | null },
): number | null {
  if (fen === null) return null;
  const whole = per === "head" ? staff : spending;
  if (whole === null || whole <= 0) return null;
  return Number(rounded(BigInt(fen) * (per === "head" ? 1n : MILLION), BigInt(whole)));
}

/** Half away from zero. */
function rounded(numerator: bigint, denominator: bigint): bigint {
  const sign = numerator < 0n ? -1n : 1n;
  return (sign * (2n * sign * numerator + denominator)) / (2n * denominator);
}

/** Quartiles by linear interpolation between the values on either side (type 7, as spreadsheets do it). */
export function distributionOf(values: readonly number[]): Distribution {
  const sorted = values.toSorted((left, right) => left - right);
  const at = (quarter: bigint) => {
    const place = BigInt(sorted.length - 1) * quarter;
    const [low, rest] = [Number(place / 4n), place % 4n];
    const [below, above] = [BigInt(sorted[low]!), BigInt(sorted[Math.min(low + 1, sorted.length - 1)]!)];
    return Number(rounded(below * 4n + (above - below) * rest, 4n));
  };
  return {
    count: sorted.length,
    minimum: sorted[0]!,
    lower: at(1n),
    median: at(2n),
    upper: at(3n),
    maximum: sorted.at(-1)!,
  };
}

/** Tukey's fences: what lies beyond is far from the middle half, however that is spread. */
export function fencesOf({ lower, upper }: Distribution): { readonly low: number; readonly high: number } {
  const reach = Number(rounded(BigInt(upper - lower) * 3n, 2n));
  return { low: lower - reach, high: upper + reach };
}
