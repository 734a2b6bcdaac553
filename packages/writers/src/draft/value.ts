import { formatTicks, measurableOf, readingOf, ticksPerStep, type BoundFigure, type Unit } from "@juesuan/core";

/** A quantity that a disclosure is written from, in exact ticks of its base unit (万元, one thing, one point). */
export interface Value {
  readonly ticks: number;
  readonly decimals: number;
  readonly unit: Unit;
  /** Follows from other quantities and is stated nowhere. */
  readonly derived?: true;
}

/** Nothing, as an empty cell states it. */
export const NOTHING: Value = { ticks: 0, decimals: 2, unit: "ten-thousand-yuan" };

/** Money in other units is told in 万元 to the fen's hundred, as the forms are. */
const DECIMALS = 2;

/** What a printed figure states; undefined for an approximation and for a number too large to be exact. */
export function valueOf(figure: Pick<BoundFigure, "value" | "decimals" | "unit" | "approximate">): Value | undefined {
  const reading = readingOf(figure);
  if (!reading) return undefined;
  if (measurableOf(figure.unit) !== "money" || figure.unit === "ten-thousand-yuan")
    return { ticks: reading.middle, decimals: figure.decimals, unit: figure.unit };
  const step = ticksPerStep("ten-thousand-yuan", DECIMALS);
  return { ticks: Math.round(reading.middle / step) * step, decimals: DECIMALS, unit: "ten-thousand-yuan" };
}

/** As it is printed: `3037.9`. Nothing is a plain 0 where nobody asks for decimals. */
export function printed({ ticks, decimals, unit }: Value): string {
  return ticks === 0 && measurableOf(unit) !== "percent" ? "0" : formatTicks(ticks, unit, decimals);
}

/** As tables print it: `3,037.90`, blank for nothing. */
export function printedInTable({ ticks, decimals, unit }: Value): string {
  if (ticks === 0) return "";
  return formatTicks(ticks, unit, decimals).replace(/^-?\d+/, (whole) => whole.replace(/\B(?=(?:\d{3})+$)/g, ","));
}

/** Half a unit of the last place: how far the quantity itself may lie from what is printed. */
export function slackOf({ ticks, decimals, unit, derived }: Value): number {
  return (ticks === 0 || derived ? 0 : 1) * (ticksPerStep(unit, decimals) / 2);
}
