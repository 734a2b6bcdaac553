import type { BoundFigure } from "../facts/disclosure.ts";
import { formatTicks } from "../figure/interval.ts";

// What the rest of a document leaves possible for a quantity, as it is measured and printed.

/** From the least to the most that a quantity can be, in ticks. */
export interface Range {
  readonly low: number;
  readonly high: number;
}

/** The same without the sign, where words say the direction. */
export function magnitudes({ low, high }: Range): Range {
  if (low >= 0) return { low, high };
  return high <= 0 ? { low: 0 - high, high: 0 - low } : { low: 0, high: Math.max(high, -low) };
}

/** Both ends as the figure is printed, with some decimals more. */
export function intervalText({ low, high }: Range, figure: BoundFigure): { low: string; high: string } {
  const decimals = Math.min(6, figure.decimals + 2);
  return { low: formatTicks(low, figure.unit, decimals), high: formatTicks(high, figure.unit, decimals) };
}
