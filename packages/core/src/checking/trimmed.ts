import type { BoundFigure } from "../facts/disclosure.ts";
import { measurableOf } from "../figure/interval.ts";
import type { CheckContext } from "../relations/relation.ts";
import type { Observations } from "./observe.ts";
import { severityOf, type InstanceResult } from "./result.ts";
import { judge } from "./verdict.ts";

/** A document shows its habit in so many amounts; with zeros printed, one in ten would end in one. */
const LEAST = 25;
const PLACES = 2;

/**
 * Whether the sentences of a document leave out final zeros: 0.4 among 0.32 and 0.05 is 0.40 then, and not some number
 * between 0.35 and 0.45. Proof is not to be had of it, so that what follows from it is a warning.
 */
export function trimsZeros({ disclosure }: CheckContext): boolean {
  let whole = 0;
  let short = 0;
  for (const { value, decimals, unit, source } of disclosure.figures) {
    if (source.table !== undefined || unit !== disclosure.unit || measurableOf(unit) !== "money") continue;
    if (decimals > PLACES || (decimals > 0 && value.endsWith("0"))) return false;
    if (decimals === PLACES) whole++;
    else if (decimals > 0) short++;
  }
  return whole >= LEAST && short > 0;
}

/** The same amount with its zeros. */
function withZeros(figure: BoundFigure): BoundFigure {
  const { value, decimals, unit, source } = figure;
  if (source.table !== undefined || measurableOf(unit) !== "money" || decimals >= PLACES || Number(value) === 0)
    return figure;
  const padded = `${value}${decimals === 0 ? "." : ""}${"0".repeat(PLACES - decimals)}`;
  return { ...figure, value: padded, decimals: PLACES };
}

/** A sum that holds only because amounts without their final zeros stand for more than they say. */
export function withZerosFails(
  result: InstanceResult,
  observations: Observations,
  find: (id: number) => BoundFigure | undefined,
): InstanceResult | undefined {
  const { relation, instance, terms } = result;
  if (instance.form !== "linear" || instance.comparator !== "=" || severityOf(result) !== "error") return undefined;
  if (terms.length < 3 || terms.some(({ borrowed, figure }) => borrowed || figure?.source.table !== undefined))
    return undefined;
  const again = judge(relation, instance, observations, (id) => {
    const figure = find(id);
    return figure && withZeros(figure);
  });
  return again.verdict === "inconsistent" ? again : undefined;
}
