import type { BoundFigure } from "../facts/disclosure.ts";
import { keyText } from "../facts/key.ts";
import type { Unit } from "../figure/figure.ts";
import { readingOf, roundTicks, ticksPerStep } from "../figure/interval.ts";
import type { Slip, SlipId } from "./result.ts";

const WORDS: Readonly<Record<SlipId, readonly [zh: string, en: string]>> = {
  "digits-swapped": ["相邻数字颠倒", "adjacent digits swapped"],
  "digit-dropped": ["漏写一位数字", "a digit dropped"],
  "lead-dropped": ["漏写首位数字", "the leading digit dropped"],
  "digit-doubled": ["多写一位重复数字", "a digit doubled"],
  "digit-added": ["多写一位数字", "a digit added"],
  "digit-wrong": ["写错一位数字", "one digit wrong"],
  "decimal-point": ["小数点错位", "the decimal point moved"],
  unit: ["计量单位写错", "the unit is wrong"],
  direction: ["增减方向写反", "the direction is reversed"],
  "last-year": ["误用上年数", "last year's value"],
  "neighbour-row": ["误用相邻行的数", "the value of the neighbouring row"],
  "neighbour-column": ["误用相邻列的数", "the value of the neighbouring column"],
  "other-column": ["填错了列", "put into another column"],
  sign: ["误写负号", "a minus sign too many"],
  swapped: ["两数互换", "two figures swapped"],
  "copied-rate": ["误用另一项的百分比", "the rate of another quantity"],
  "copied-total": ["误将合计数填入明细", "the total copied into a part"],
  truncated: ["尾数截断而未四舍五入", "truncated instead of rounded"],
  "wrong-base": ["误以本年数为分母", "divided by this year's amount instead of last year's"],
  "turned-round": ["分子、分母颠倒", "divided the wrong way round"],
  "whole-for-difference": ["误填本年数占上年数的百分比", "this year's amount in percent of last year's"],
  "difference-for-whole": ["误填决算数超出（低于）预算数的百分比", "by how much it is above or below the budget"],
  "set-to-zero": ["误填为零", "set to zero"],
  emptied: ["单元格漏填", "the cell is empty"],
  omitted: ["漏列项目", "an entry left out"],
  unchanged: ["误写为持平", "said to be unchanged"],
};

export function slip(id: SlipId): Slip {
  const [zh, en] = WORDS[id];
  return { id, zh, en };
}

/** A text has no rows. */
function neighbourOf({ source }: BoundFigure): Slip {
  const found = slip("neighbour-row");
  return source.table === undefined ? { ...found, zh: "误用邻近的数", en: "a number that stands nearby" } : found;
}

/** How much a slip explains by itself: an explanation that needs no luck stands above one that many numbers would fit. */
const STRENGTH: Readonly<Record<SlipId, number>> = {
  "digits-swapped": 0.9,
  "digit-dropped": 0.85,
  // What is as large as a digit and noughts is made up by a digit in front of any shorter number: no evidence of its own.
  "lead-dropped": 0.5,
  "digit-doubled": 0.9,
  "digit-added": 0.75,
  "digit-wrong": 0.55,
  "decimal-point": 0.95,
  unit: 0.95,
  direction: 0.95,
  "last-year": 0.9,
  "neighbour-row": 0.85,
  "neighbour-column": 0.85,
  "other-column": 0.95,
  sign: 0.95,
  swapped: 0.97,
  "copied-rate": 0.85,
  "copied-total": 0.9,
  truncated: 0.6,
  "wrong-base": 0.9,
  "turned-round": 0.95,
  "whole-for-difference": 0.95,
  "difference-for-whole": 0.95,
  "set-to-zero": 0.72,
  emptied: 0.85,
  omitted: 0.6,
  unchanged: 0.7,
};

export function strengthOf(found: Slip | undefined): number {
  return found ? STRENGTH[found.id] : 0.3;
}

interface Range {
  readonly low: number;
  readonly high: number;
}

/** Figures that a clerk's eye may have landed on instead. */
export interface Surroundings {
  readonly rows: readonly BoundFigure[];
  readonly columns: readonly BoundFigure[];
  /** The totals that the figure is a part of. */
  readonly totals: readonly BoundFigure[];
  /** Last year's value of the same quantity: printed, or implied by a change. */
  readonly lastYear: readonly Range[];
  /** Rates of the same kind of other quantities. */
  readonly rates: readonly BoundFigure[];
  /** The unit of the document's amounts. */
  readonly usual: Unit;
}

/** A slip, and what it would have been made of. */
export interface Slipped {
  readonly slip: Slip;
  readonly unit?: Unit;
  /** The one number, of as many decimals as are printed, that the slip leads back to among those that are possible. */
  readonly value?: string;
}

/** The slip that leads from what should be printed to what is, if one does. `implied` is unsigned where the figure is. */
export function slipOf(
  figure: BoundFigure,
  implied: Range,
  surroundings: Surroundings,
  expected?: string,
): Slipped | undefined {
  const printed = readingOf(figure);
  if (!printed) return undefined;
  const own = keyText(figure.concept, figure.dimensions);
  // The same quantity said again, as wrongly, is no other number that the eye landed on.
  const same = (other: BoundFigure): boolean =>
    other.id !== figure.id &&
    readingOf(other)?.middle === printed.middle &&
    printed.middle !== 0 &&
    keyText(other.concept, other.dimensions) !== own;
  if (!(implied.high - implied.low < Infinity)) return beyond(figure, printed.middle, implied, surroundings, same);
  const fits = (value: string, unit: Unit = figure.unit): boolean => {
    const reading = readingOf({ value, unit, decimals: figure.decimals });
    return reading !== undefined && reading.low <= implied.high && implied.low <= reading.high;
  };
  const undone = (id: SlipId, values: Iterable<string>): Slipped => {
    const whole = new RegExp(`^-?\\d+${figure.decimals > 0 ? `\\.\\d{${figure.decimals}}` : ""}(?=0*$)`);
    const possible = new Set([...values].filter((other) => fits(other)).map((other) => whole.exec(other)?.[0]));
    const [only] = possible;
    return { slip: slip(id), ...(possible.size === 1 && only !== undefined && { value: only }) };
  };
  const prints = (number: string, places: number): boolean => {
    const reading = readingOf({ value: shifted(number, places), unit: figure.unit, decimals: figure.decimals });
    return reading !== undefined && roundTicks(reading.middle, figure.unit, figure.decimals) === printed.middle;
  };
  if (figure.value.startsWith("-") && printed.middle !== 0 && fits(figure.value.slice(1)))
    return { slip: slip("sign") };
  const unit = unitMeant(figure, surroundings.usual);
  if (unit && fits(figure.value, unit)) return { slip: slip("unit"), unit };
  if (printed.middle === 0 && (implied.low > 0 || implied.high < 0)) return { slip: slip("set-to-zero") };
  const { value } = figure;
  // What may be nothing is no number with its point moved, and what is counted has no point: 20人 for 2人 is another slip.
  if (figure.unit !== "count" && printed.middle !== 0 && (implied.low > 0 || implied.high < 0)) {
    const moved = [1, 2, 3, -1, -2, -3];
    // Moved to the left, the last digits fall off the end of the print; a 1 that is left of 63 so is one by chance.
    const isLeft = expected !== undefined && (significant(value) > 1 || significant(trimmed(expected)) === 1);
    if (
      Number(expected) !== 0 &&
      moved.some((places) => fits(shifted(value, places)) || (isLeft && prints(expected, places)))
    ) {
      const places = moved.map((each) => shifted(value, each));
      // 526358.9 for 52635.89: no digit is lost where the point went to the right.
      const [only, ...others] = places.filter((other) => fits(other) && decimalsOf(other) > figure.decimals);
      const isSettled = implied.high - implied.low <= ticksPerStep(figure.unit, figure.decimals);
      if (isSettled && only !== undefined && others.length === 0 && digitsOf(only) >= LONG)
        return { slip: slip("decimal-point"), value: only };
      return undone("decimal-point", places);
    }
  }
  // A value that has only to be less than another is met by half of all slips.
  const width = implied.high - implied.low;
  const isTelling = width <= WIDE_STEPS * printed.step || width <= WIDE_SHARE * Math.abs(printed.middle);
  if (isTelling && some(transposed(value), fits)) return undone("digits-swapped", transposed(value));
  // A long number is not short of one digit by chance; that a neighbour prints the same is then the same slip twice.
  const isShort = (expected !== undefined && lacksOne(value, expected)) || (isTelling && some(lengthened(value), fits));
  const lacksFirst = expected?.length === value.length + 1 && expected.endsWith(value) && !value.startsWith("-");
  if (digitsOf(value) >= LONG && isShort && !lacksFirst) return { slip: slip("digit-dropped") };
  if (surroundings.totals.some(same)) {
    return { slip: slip(figure.unit === "percent" ? "copied-rate" : "copied-total") };
  }
  // What is printed as last year's is no slip for itself.
  if (
    figure.dimensions.period === undefined &&
    surroundings.lastYear.some(({ low, high }) => low <= printed.high && printed.low <= high)
  ) {
    return { slip: slip("last-year") };
  }
  // 应急保障用车2辆 beside 勘查车2辆: so small a count is met everywhere.
  const isCommon = figure.unit === "count" && digitsOf(value) === 1;
  if (!isCommon && surroundings.rows.some(same)) return { slip: neighbourOf(figure) };
  if (surroundings.columns.some(same)) return { slip: slip("neighbour-column") };
  if (figure.unit === "percent" && surroundings.rates.some(same)) return { slip: slip("copied-rate") };
  if (isTelling && some(undoubled(value), fits)) return undone("digit-doubled", undoubled(value));
  if (isShort) return { slip: slip(lacksFirst ? "lead-dropped" : "digit-dropped") };
  if ((expected !== undefined && lacksOne(expected, value)) || (isTelling && some(shortened(value), fits)))
    return { slip: slip("digit-added") };
  if (figure.unit === "percent" && printed.high <= implied.low && implied.high - printed.middle <= printed.step) {
    return { slip: slip("truncated") };
  }
  if (value.length >= LEAST_DIGITS && some(retyped(value), (other) => other === expected)) {
    return { slip: slip("digit-wrong") };
  }
  if (isTelling && digitsOf(value) >= LEAST_DIGITS && some(retyped(value), fits))
    return undone("digit-wrong", retyped(value));
  return undefined;
}

const WIDE_STEPS = 20;
const WIDE_SHARE = 0.02;
const LONG = 5;
/** One digit of two is half the number. */
const LEAST_DIGITS = 3;

const decimalsOf = (value: string): number => value.split(".")[1]?.replace(/0+$/, "").length ?? 0;

function digitsOf(value: string): number {
  return value.replace(/\D/g, "").length;
}

const TELLING_DIGITS = 3;

/**
 * The unit that was meant where another is printed. Only a unit that is not the document's own is suspect, and a digit or two
 * say nothing about 亿元.
 */
function unitMeant({ unit, value }: BoundFigure, usual: Unit): Unit | undefined {
  if (unit === usual || !MONEY.has(unit) || !MONEY.has(usual)) return undefined;
  return unit === "hundred-million-yuan" && significant(value) < TELLING_DIGITS ? undefined : usual;
}

function significant(value: string): number {
  return value.replace(/[-.]|^-?[0.]+/g, "").length;
}

const MONEY: ReadonlySet<Unit> = new Set(["yuan", "ten-thousand-yuan", "hundred-million-yuan"]);

/**
 * Where only a bound is known: a nothing, a wrong unit, a number of many digits that stands nearby as well, or one that is
 * far from the bound and near it with its point moved.
 */
function beyond(
  figure: BoundFigure,
  middle: number,
  { low, high }: Range,
  { usual, rows }: Surroundings,
  same: (other: BoundFigure) => boolean,
): Slipped | undefined {
  if (middle === 0 && low > 0) return { slip: slip("set-to-zero") };
  const end = Number.isFinite(low) ? low : Number.isFinite(high) ? high : undefined;
  if (end === undefined) return undefined;
  const isNear = (value: string, unit: Unit): boolean => {
    const reading = readingOf({ value, unit, decimals: figure.decimals });
    if (!reading || reading.middle < low || reading.middle > high) return false;
    return reading.middle < 2 * end && end < 2 * reading.middle;
  };
  const unit = unitMeant(figure, usual);
  if (unit && isNear(figure.value, unit)) return { slip: slip("unit"), unit };
  if (rows.some(same) && digitsOf(figure.value) >= LONG - 1) return { slip: neighbourOf(figure) };
  const isFar =
    figure.unit !== "count" &&
    significant(figure.value) >= TELLING_DIGITS &&
    (middle > FAR_TIMES * end || end > FAR_TIMES * middle);
  const moved = isFar
    ? [1, -1].map((places) => shifted(figure.value, places)).find((value) => isNear(value, figure.unit))
    : undefined;
  if (moved === undefined) return undefined;
  // Moved to the right, all its digits are there, and a nought more.
  const [, whole] =
    new RegExp(`^(-?\\d+${figure.decimals > 0 ? `\\.\\d{${figure.decimals}}` : ""})0$`).exec(moved) ?? [];
  return { slip: slip("decimal-point"), ...(whole !== undefined && { value: whole }) };
}

const FAR_TIMES = 5;

function some(values: Iterable<string>, test: (value: string) => boolean): boolean {
  for (const value of values) if (test(value)) return true;
  return false;
}

function trimmed(value: string): string {
  return value.includes(".") ? value.replace(/\.?0+$/, "") : value;
}

function shifted(value: string, places: number): string {
  const negative = value.startsWith("-");
  const [whole = "0", fraction = ""] = (negative ? value.slice(1) : value).split(".");
  const digits = whole + fraction;
  const point = whole.length + places;
  const padded = point <= 0 ? "0".repeat(1 - point) + digits : digits.padEnd(point, "0");
  const at = Math.max(1, point);
  const tail = padded.slice(at);
  return `${negative ? "-" : ""}${padded.slice(0, at)}${tail === "" ? "" : `.${tail}`}`;
}

/** With `removed` characters at a place, or none, replaced by others. */
function spliced(value: string, at: number, removed: number, put = ""): string {
  return value.slice(0, at) + put + value.slice(at + removed);
}

function* transposed(value: string): Iterable<string> {
  // Digits on both sides of the point change places across it.
  for (const [index, a, point, b] of found(value, /(?=(\d)(\.?)(\d))/g)) {
    const turned = spliced(value, index, 2 + point.length, b + point + a);
    // Nobody would have printed 02 where 20 stands.
    if (a !== b && !/^-?0\d+$/.test(turned)) yield turned;
  }
}

function* undoubled(value: string): Iterable<string> {
  for (const [index] of found(value, /(?=(\d)\1)/g)) yield spliced(value, index, 1);
}

const DIGITS = "0123456789";

/** With one more digit before the point: decimals are always as many. */
function* lengthened(value: string): Iterable<string> {
  const [first, point] = wholeOf(value);
  for (let at = first; at <= point; at++) {
    // A zero in front is no other number.
    for (const digit of at === first ? DIGITS.slice(1) : DIGITS) yield spliced(value, at, 0, digit);
  }
}

/** With one digit less before the point, where more than one stands there. */
function* shortened(value: string): Iterable<string> {
  const [first, point] = wholeOf(value);
  if (point - first < 2) return;
  for (let at = first; at < point; at++) yield spliced(value, at, 1);
}

/** With one digit another. */
function* retyped(value: string): Iterable<string> {
  for (const [index, old] of found(value, /(?=(\d))/g)) {
    for (const digit of DIGITS) if (digit !== old) yield spliced(value, index, 1, digit);
  }
}

/** Where the digits before the point begin and end. */
function wholeOf(value: string): readonly [first: number, point: number] {
  const { 1: sign = "", 2: whole = "" } = /^(-?)(\d*)/.exec(value)!;
  return [sign.length, sign.length + whole.length];
}

/** Every place that a pattern finds, and its groups. */
function found(value: string, pattern: RegExp): readonly (readonly [index: number, a: string, b: string, c: string])[] {
  return [...value.matchAll(pattern)].map(({ index, 1: a = "", 2: b = "", 3: c = "" }) => [index, a, b, c]);
}

/** Whether taking one digit out of `longer` gives the digits of `shorter`. */
function lacksOne(shorter: string, longer: string): boolean {
  for (const [short, long] of [
    [shorter, longer],
    [trimmed(shorter), trimmed(longer)],
  ] as const) {
    const a = short.replace(".", "");
    const b = long.replace(".", "");
    if (b.length !== a.length + 1 || a.length < 2) continue;
    for (let index = 0; index < b.length; index++) if (b.slice(0, index) + b.slice(index + 1) === a) return true;
  }
  return false;
}
