import type { BoundFigure } from "../facts/disclosure.ts";
import { measurableOf, readingOf, type Measurable, type Reading } from "../figure/interval.ts";
import { conceptOf } from "../facts/concepts.ts";

/** What quantities of a key are measured in; figures in anything else were printed about something else. */
export function measurableOfKey(figure: Pick<BoundFigure, "concept" | "dimensions">): Measurable | undefined {
  switch (figure.dimensions.measure) {
    case "share":
    case "growth":
    case "completion":
    case "rate":
      return "percent";
    case "count":
      return "count";
    case "score":
      return "score";
    default: {
      const kind = conceptOf(figure.concept)?.kind;
      return kind === "rate" ? "percent" : kind;
    }
  }
}

/** Whether a figure states a difference, whose sign stands in the words and not in the number. */
export function isSigned(figure: Pick<BoundFigure, "dimensions">): boolean {
  return figure.dimensions.measure === "change" || figure.dimensions.measure === "growth";
}

/**
 * The numbers a figure stands for, with the sign of its words: 减少56.95万元 is −56.95. Undefined where it bounds nothing: an
 * approximation, a difference without a direction, a unit that does not measure this quantity.
 */
export function signedReading(figure: BoundFigure): Reading | undefined {
  const known = READINGS.get(figure);
  if (known !== undefined) return known ?? undefined;
  const reading = readSigned(figure);
  READINGS.set(figure, reading ?? null);
  return reading;
}

/** Each figure is read once, however many relations it stands in. */
const READINGS = new WeakMap<BoundFigure, Reading | null>();

function readSigned(figure: BoundFigure): Reading | undefined {
  const measurable = measurableOfKey(figure);
  if (measurable !== undefined && measurable !== measurableOf(figure.unit)) return undefined;
  const reading = readingOf(figure);
  if (reading && isGiven(figure)) return { ...reading, low: reading.middle, high: reading.middle, step: 1 };
  if (!reading || !isSigned(figure)) return reading;
  switch (figure.direction) {
    case "increase":
      return reading;
    case "decrease":
      // 减少-12.3 says the decrease twice.
      return reading.middle < 0 ? reading : negated(reading);
    case "unchanged": {
      const extent = Math.max(Math.abs(reading.low), Math.abs(reading.high));
      return { low: -extent, high: extent, middle: 0, step: reading.step };
    }
    default:
      // A column 增减额 prints its own sign; a sentence without a direction word says nothing about it.
      return figure.source.table !== undefined || reading.middle <= 0 ? reading : undefined;
  }
}

/**
 * Points that somebody gave an indicator (分值15，得分13) are as they stand; those for the execution of the budget are calculated, and
 * a total may be rounded.
 */
function isGiven({ concept, decimals, unit, dimensions: { indicator } }: BoundFigure): boolean {
  if (decimals > 0 || unit !== "score") return false;
  return concept === "performance-weight" || (indicator !== undefined && !indicator.includes("执行"));
}

export function negated(reading: Reading): Reading {
  return { low: 0 - reading.high, high: 0 - reading.low, middle: 0 - reading.middle, step: reading.step };
}
