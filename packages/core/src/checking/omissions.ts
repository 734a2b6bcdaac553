import type { BoundFigure } from "../facts/disclosure.ts";
import { keyText } from "../facts/key.ts";
import { formatTicks, readingOf } from "../figure/interval.ts";
import type { CheckContext } from "../relations/relation.ts";
import { signedReading } from "./reading.ts";
import type { Blame, InstanceResult } from "./result.ts";
import { slip } from "./slips.ts";

// What a list leaves out: how much, and which entry that other tables print it was.

/** What a list leaves out: as much as its total is more, and the entry of that amount that other tables print. */
export function omissionOf(instance: InstanceResult, failing: readonly InstanceResult[], context: CheckContext): Blame {
  const { list, leftOut, leftOutFigure } = instance.instance;
  const blame = {
    kind: "omission",
    instance,
    slip: slip("omitted"),
    ...(leftOut !== undefined && { entry: leftOut, isNamed: true }),
  } as const;
  const shown =
    failing.find((result) => result === instance || (list !== undefined && result.instance.list === list)) ?? instance;
  const [total] = shown.terms;
  if (!total?.figure || shown.computed === undefined) return blame;
  const { figure } = total;
  const gap = (total.reading.middle - shown.computed) * Math.sign(total.coefficient);
  if (gap <= 0) return blame;
  const listed = new Set(shown.terms.map(({ key }) => key));
  const entry = leftOut ?? entryOf(figure, gap, listed, context);
  const printed = leftOutFigure === undefined ? undefined : context.figures.get(leftOutFigure);
  const reading = printed && readingOf(printed);
  // What the entry is printed with elsewhere, where the roundings of the list explain the rest of the gap.
  const isIt = reading && Math.abs(reading.middle - gap) <= (shown.terms.length * reading.step) / 2;
  return {
    ...blame,
    expected: formatTicks(isIt ? reading.middle : gap, figure.unit, figure.decimals),
    expectedUnit: figure.unit,
    ...(entry !== undefined && { entry }),
  };
}

/** A part of the same total, printed elsewhere with just this amount. */
function entryOf(
  figure: BoundFigure,
  gap: number,
  listed: ReadonlySet<string>,
  context: CheckContext,
): string | undefined {
  const { functional, economic, ...rest } = figure.dimensions;
  let best: { readonly name: string | undefined; readonly depth: number } | undefined;
  for (const [key, figures] of context.facts) {
    const [other] = figures;
    if (!other || other.concept !== figure.concept || listed.has(key)) continue;
    const { functional: itsFunctional, economic: itsEconomic, ...its } = other.dimensions;
    if (keyText("", its) !== keyText("", rest)) continue;
    if (!isUnder(itsFunctional, functional) && !isUnder(itsEconomic, economic)) continue;
    const reading = signedReading(other);
    if (!reading || Math.abs(reading.middle - gap) > reading.step) continue;
    // A class of one item has the item's amount: the item is what is missing.
    const depth = (itsFunctional ?? itsEconomic ?? "").length;
    if (best && depth <= best.depth) continue;
    best = { name: other.source.row?.replace(NUMBERED, "") ?? itsFunctional ?? itsEconomic, depth };
  }
  return best?.name;
}

/** 九、卫生健康支出, as the rows of the general tables are numbered. */
const NUMBERED = /^[一二三四五六七八九十]+、/;

/** Whether a code lies below another, or below the whole. */
function isUnder(code: string | undefined, above: string | undefined): boolean {
  return code !== undefined && code !== above && (above === undefined || code.startsWith(above));
}
