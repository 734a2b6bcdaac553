import type { BoundFigure } from "../facts/disclosure.ts";
import { conceptOf } from "../facts/concepts.ts";
import { keyText } from "../facts/key.ts";
import type { Unit } from "../figure/figure.ts";
import { formatTicks, readingOf, roundTicks, ticksPerStep, TICKS } from "../figure/interval.ts";
import type { CheckContext } from "../relations/relation.ts";
import { lastYearBehind, miscalculationOf } from "./miscalculations.ts";
import { parseKey, unitName } from "./naming.ts";
import type { Network } from "./network.ts";
import { isSigned, signedReading } from "./reading.ts";
import type { Blame, CalculationTerm, InstanceResult } from "./result.ts";
import { slip, slipOf, type Slipped, type Surroundings } from "./slips.ts";
import { surroundingsOf } from "./surroundings.ts";
import { trimsZeros } from "./trimmed.ts";

export interface BlameContext {
  readonly context: CheckContext;
  readonly network: Network;
  readonly results: readonly InstanceResult[];
  /** Figures that are wrong for certain, as they should be printed. */
  readonly repaired?: ReadonlyMap<number, BoundFigure>;
}

interface Range {
  readonly low: number;
  readonly high: number;
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
      : omissionOf(instance, failing, blaming);
  }
  const key = network.keys[observation.variable]!;
  if (!figure) {
    const { unit } = blaming.context.disclosure;
    const point = pointOf(key, undefined, implied, failing, blaming);
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

/** Direction words and their opposites, and what is said where the two are equal. */
const COMPARISONS: readonly (readonly [more: string, less: string, equal: string])[] = [
  ["大于", "小于", "等于"],
  ["高于", "低于", "持平"],
  ["超过", "少于", "等于"],
  ["增加", "减少", "持平"],
  ["增长", "下降", "持平"],
];

/** The word that the two amounts call for: of the same pair as the one printed. */
function rightWord({ terms, computed, instance: { words } }: InstanceResult): { readonly expected?: string } {
  const [first, second] = terms;
  const { word, of } = words?.[0] ?? {};
  if (of && first?.figure && computed !== undefined) {
    const { unit, decimals } = first.figure;
    const change = first.reading.middle - computed;
    const size = formatTicks(Math.abs(change), unit, decimals);
    return { expected: `${change < 0 ? "减少" : "增加"}${size}${unitName(unit).zh}` };
  }
  if (!first || !second || word === undefined) return {};
  const ofBudget = parseKey(second.key).dimensions.stage !== undefined;
  const family = COMPARISONS.find(([more, less]) => word === more || word === less) ?? COMPARISONS[ofBudget ? 0 : 3]!;
  const difference = first.reading.middle - second.reading.middle;
  return { expected: family[difference > 0 ? 0 : difference < 0 ? 1 : 2] };
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
  const worked = pointOf(key, figure, implied, failing, blaming);
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
  const finer = found || expected === undefined || same ? undefined : finerPrint(key, figure, point, blaming);
  const twin = found?.unit || turned ? undefined : twinOf(figure, unsigned, blaming);
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

/** A sum of so many rounded parts may be off in the last place. */
const MANY_PARTS = 4;
/** A range of so many steps of the last place is one number, give or take its rounding. */
const MEASURED = 4;

/**
 * What is said of a calculated value: the value where the rest settles it; that it is about so much where many roundings lie
 * between; only as many digits as a rate can tell where it was worked back from one.
 */
function standingOf(
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

/** As many decimals as are printed; a bare 0 says nothing of them, and what it is calculated from does. */
function decimalsFor(figure: BoundFigure, failing: readonly InstanceResult[]): number {
  if (!/^0+$/.test(figure.text)) return figure.decimals;
  const beside = failing.flatMap(({ terms }) => terms.flatMap((term) => term.figure ?? []));
  return Math.max(
    figure.decimals,
    ...beside.filter(({ unit }) => unit === figure.unit).map(({ decimals }) => decimals),
  );
}

/** What a list leaves out: as much as its total is more, and the entry of that amount that other tables print. */
function omissionOf(instance: InstanceResult, failing: readonly InstanceResult[], { context }: BlameContext): Blame {
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

function finerPrint(
  key: string,
  figure: BoundFigure,
  point: number | undefined,
  { context }: BlameContext,
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
function twinOf(
  { concept, dimensions, ...figure }: BoundFigure,
  implied: Range,
  { context }: BlameContext,
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

/** Where nothing else bounds a figure, the calculation still gives one value, and slips are measured against that. */
function narrowed(range: Range, point: number | undefined, figure: BoundFigure, signed: boolean): Range {
  if (point === undefined || Number.isFinite(range.low) || Number.isFinite(range.high)) return range;
  const step = ticksPerStep(figure.unit, figure.decimals);
  const middle = signed ? Math.abs(point) : point;
  return { low: middle - step, high: middle + step };
}

/** What the roundings of the parts of a sum leave of a range: a slip of the digits has to lead back into that. */
function summedUp(range: Range, worked: Point | undefined, figure: BoundFigure, signed: boolean): Range {
  if (worked?.by !== "sum" || worked.parts < 2 || figure.unit === "percent") return range;
  const room = ((worked.parts + 1) * ticksPerStep(figure.unit, figure.decimals)) / 2;
  const middle = signed ? Math.abs(worked.value) : worked.value;
  const [low, high] = [Math.max(range.low, middle - room), Math.min(range.high, middle + room)];
  return low <= high ? { low, high } : range;
}

function magnitudes({ low, high }: Range): Range {
  if (low >= 0) return { low, high };
  return high <= 0 ? { low: 0 - high, high: 0 - low } : { low: 0, high: Math.max(high, -low) };
}

function intervalText({ low, high }: Range, figure: BoundFigure): { low: string; high: string } {
  const decimals = Math.min(6, figure.decimals + 2);
  return { low: formatTicks(low, figure.unit, decimals), high: formatTicks(high, figure.unit, decimals) };
}

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
function pointOf(
  key: string,
  figure: BoundFigure | undefined,
  implied: Range,
  failing: readonly InstanceResult[],
  { context }: BlameContext,
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
