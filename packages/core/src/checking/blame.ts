import type { BoundFigure } from "../facts/disclosure.ts";
import { formatTicks, readingOf } from "../figure/interval.ts";
import type { CheckContext } from "../relations/relation.ts";
import { decimalsFor, narrowed, pointOf, standingOf, summedUp } from "./expected.ts";
import { lastYearBehind, miscalculationOf } from "./miscalculations.ts";
import type { Network } from "./network.ts";
import { omissionOf } from "./omissions.ts";
import { finerPrint, twinOf } from "./other-prints.ts";
import { intervalText, magnitudes, type Range } from "./range.ts";
import { isSigned, signedReading } from "./reading.ts";
import type { Blame, InstanceResult } from "./result.ts";
import { rightWord } from "./right-word.ts";
import { slip, slipOf, type Slipped, type Surroundings } from "./slips.ts";
import { surroundingsOf } from "./surroundings.ts";

// What can be said of one figure, cell or word once the rest of the document is believed: what should stand there, and which
// slip made it what it is.

export interface BlameContext {
  readonly context: CheckContext;
  readonly network: Network;
  readonly results: readonly InstanceResult[];
  /** Figures that are wrong for certain, as they should be printed. */
  readonly repaired?: ReadonlyMap<number, BoundFigure>;
}

/** What can be said of one observation once the rest of the document is believed. */
export function blameOf(
  index: number,
  implied: Range,
  reversed: boolean,
  failing: readonly InstanceResult[],
  blaming: BlameContext,
): Blame {
  const { network, results } = blaming;
  const observation = network.observations[index]!;
  const { figure, source } = observation;
  if (observation.variable < 0) {
    const instance = results[observation.instance!]!;
    return observation.kind === "word"
      ? {
          kind: "word",
          instance,
          slip: slip(instance.instance.words?.[0]?.of ? "unchanged" : "direction"),
          ...(source && { source }),
          ...rightWord(instance),
        }
      : omissionOf(instance, failing, blaming.context);
  }
  const key = network.keys[observation.variable]!;
  if (!figure) {
    const { unit } = blaming.context.disclosure;
    const point = pointOf(key, undefined, implied, failing, blaming.context);
    return {
      kind: "blank",
      implied,
      slip: slip("emptied"),
      ...(source && { source }),
      ...(point && standingOf(point, implied, unit, 2)),
    };
  }
  if (reversed) {
    return {
      kind: "figure",
      figure,
      source: figure.source,
      implied,
      expectedDirection: figure.direction === "increase" ? "decrease" : "increase",
      slip: slip("direction"),
    };
  }
  return blameFigure(figure, key, implied, failing, blaming);
}

/** What can be said of a figure, given what the rest leaves possible for its quantity. */
export function blameFigure(
  figure: BoundFigure,
  key: string,
  implied: Range,
  failing: readonly InstanceResult[],
  blaming: BlameContext,
): Blame {
  const base = { kind: "figure", figure, source: figure.source, implied } as const;
  const worked = pointOf(key, figure, implied, failing, blaming.context);
  const point = worked?.value;
  const signed = isSigned(figure) && figure.direction !== undefined;
  const direction = !signed || point === undefined || point === 0 ? undefined : point < 0 ? "decrease" : "increase";
  const turned = direction !== undefined && figure.direction !== "unchanged" && direction !== figure.direction;
  const unsigned = signed ? magnitudes(implied) : implied;
  const decimals = decimalsFor(figure, failing);
  const expected =
    point === undefined ? undefined : formatTicks(signed ? Math.abs(point) : point, figure.unit, decimals);
  const printed = readingOf(figure);
  const same =
    printed !== undefined &&
    expected !== undefined &&
    readingOf({ ...figure, value: expected })?.middle === printed.middle;
  const calculated = turned ? undefined : miscalculationOf(figure, failing);
  const found: Slipped | undefined =
    turned && same
      ? { slip: slip("direction") }
      : calculated
        ? { slip: calculated }
        : slipOf(
            figure,
            summedUp(narrowed(unsigned, point, figure, signed), worked, figure, signed),
            around(figure, key, failing, blaming),
            expected,
          );
  // The digits that were meant say more than a calculation from rounded figures.
  const meant = found?.value ?? (found?.slip.id === "last-year" ? broughtUp(figure, implied, failing) : undefined);
  // Digits that no slip explains were not this figure's; another print of the quantity says more than a rounding of it.
  const finer = found || expected === undefined || same ? undefined : finerPrint(key, figure, point, blaming.context);
  const twin = found?.unit || turned ? undefined : twinOf(figure, unsigned, blaming.context);
  const twinned = twin?.standing === "as-expected" && !same && expected !== undefined ? twin.value : undefined;
  const known = meant ?? (expected === undefined ? undefined : (twinned ?? finer));
  return {
    ...base,
    ...(twin && { twin: twin.standing }),
    ...(Number.isFinite(unsigned.low) &&
      Number.isFinite(unsigned.high) && { interval: intervalText(unsigned, figure) }),
    // A figure of the right digits in the wrong unit keeps its digits.
    ...(found?.unit
      ? { expected: figure.value, expectedUnit: found.unit }
      : same
        ? {}
        : known !== undefined
          ? { expected: known }
          : worked &&
            standingOf(
              { ...worked, value: signed ? Math.abs(worked.value) : worked.value },
              unsigned,
              figure.unit,
              decimals,
            )),
    ...(turned && direction && { expectedDirection: direction }),
    ...(found && { slip: found.slip }),
  };
}

function around(
  figure: BoundFigure,
  key: string,
  failing: readonly InstanceResult[],
  { context, network, results }: BlameContext,
): Surroundings {
  const printed = surroundingsOf(figure, key, context, network, results);
  return { ...printed, lastYear: [...printed.lastYear, ...lastYearBehind(figure, failing)] };
}

/** This year's amount where last year's was printed for it: last year's with the change that is printed beside. */
function broughtUp(figure: BoundFigure, implied: Range, failing: readonly InstanceResult[]): string | undefined {
  const own = signedReading(figure);
  for (const { instance, terms } of failing) {
    const change = terms.find((term) => term.figure?.dimensions.measure === "change" && term.role === "numerator");
    if (instance.form !== "ratio" || !own || !change) continue;
    const value = own.middle + change.reading.middle;
    if (value < implied.low || value > implied.high) continue;
    return formatTicks(value, figure.unit, figure.decimals);
  }
  return undefined;
}
