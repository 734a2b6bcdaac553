import { conceptOf } from "../facts/concepts.ts";
import type { BoundFigure } from "../facts/disclosure.ts";
import { keyText } from "../facts/key.ts";
import { readingOf, roundTicks } from "../figure/interval.ts";
import type { CheckContext } from "../relations/relation.ts";
import type { Range } from "./range.ts";
import { signedReading } from "./reading.ts";

// What other prints of a quantity, or of one that is usually the same, say of a figure.

/** The quantity as another place prints it with more decimals, where it rounds to what should stand here. */
export function finerPrint(
  key: string,
  figure: BoundFigure,
  point: number | undefined,
  context: CheckContext,
): string | undefined {
  if (point === undefined || figure.unit === "percent") return undefined;
  const finer = (context.facts.get(key) ?? []).find((other) => {
    if (other.decimals <= figure.decimals || other.unit !== figure.unit || other.id === figure.id) return false;
    const reading = signedReading(other);
    return reading !== undefined && roundTicks(reading.middle, figure.unit, figure.decimals) === point;
  });
  return finer && finer.value.replace("-", "");
}

/** What a quantity that is usually the same says of what is printed, and of what should be. */
export function twinOf(
  { concept, dimensions, ...figure }: BoundFigure,
  implied: Range,
  context: CheckContext,
): { readonly standing: "as-printed" | "as-expected"; readonly value: string } | undefined {
  const usual = conceptOf(concept)?.usually;
  if (!usual || Object.keys(dimensions).length > 0) return undefined;
  const printed = readingOf(figure);
  for (const other of context.facts.get(keyText(usual.concept, usual.dimensions)) ?? []) {
    const reading = readingOf(other);
    if (!printed || !reading || other.decimals !== figure.decimals || other.unit !== figure.unit) continue;
    if (reading.middle === printed.middle) return { standing: "as-printed", value: other.value };
    if (implied.low <= reading.high && reading.low <= implied.high)
      return { standing: "as-expected", value: other.value };
  }
  return undefined;
}
