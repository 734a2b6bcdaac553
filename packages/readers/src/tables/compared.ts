import type { Dimensions, Stage } from "@juesuan/core";
import { hundredthsAt } from "./across.ts";
import type { MatchedColumn } from "./columns.ts";
import type { Grid } from "./grid.ts";
import type { MatchedRow } from "./printed-rows.ts";
import type { Base } from "./qualifiers.ts";

// 比较, 增减额, 完成预算%: columns, or rows, that compare two others of the same table. Which two, and how, their headings say only in
// part; the amounts beside them tell the rest. A comparison that its table does not bear out is left unbound, but for what
// its heading says in full.

type Measure = NonNullable<Dimensions["measure"]>;

/** One reading of a comparison: the measure, and the column or row that this year's final amount is compared with. */
interface Reading<Line> {
  readonly measure: Measure;
  readonly base: Line;
}

const MEASURES: readonly Measure[] = ["change", "completion", "growth"];

/** The columns with what each comparison among them was found to be. */
export function settleComparisons(
  columns: readonly MatchedColumn[],
  rows: readonly MatchedRow[],
  grid: Grid,
): readonly MatchedColumn[] {
  if (!columns.some(isComparison)) return columns;
  return columns.map((column) => (isComparison(column) ? settle(column, columns, rows, grid) : column));
}

function isComparison({ column, measure, compares }: MatchedColumn): boolean {
  return (
    column !== undefined &&
    (compares === true || measure === "change" || measure === "completion" || measure === "growth")
  );
}

function settle(
  compared: MatchedColumn,
  columns: readonly MatchedColumn[],
  rows: readonly MatchedRow[],
  grid: Grid,
): MatchedColumn {
  const { compares: _, base: __, against: ___, ...own } = compared;
  const amounts = columns.filter((other) => other.column === compared.column && isAmount(other));
  const found = readingOf(compared, amounts, rows, ({ printed }, { index }) =>
    hundredthsAt(grid, index, printed.index),
  );
  if (found === "as-said") return compared;
  // A column of which nobody knows what it holds.
  return found ? { ...own, ...found } : { printed: own.printed, stage: own.stage };
}

/** A column, or a row, that is a stage of its table or compares two of them. */
export interface Staged {
  readonly stage: Stage;
  readonly previous?: boolean;
  readonly measure?: Measure;
  readonly compares?: true;
  readonly base?: Base;
  readonly year?: number;
}

/** Whether it holds the amounts of a stage of this year or the last. */
export function isAmount({ measure, compares, year }: Staged): boolean {
  return measure === undefined && compares === undefined && year === undefined;
}

/** What a comparison was found to be. */
export interface Found {
  readonly measure: Measure;
  readonly against?: Exclude<Stage, "final">;
}

/**
 * What a comparison among the amounts of a table is, at the places where each of them holds one; `as-said` where its words
 * say all, undefined where the amounts do not bear it out.
 */
export function readingOf<Line extends Staged, Place>(
  compared: Line,
  amounts: readonly Line[],
  places: readonly Place[],
  at: (line: Line, place: Place) => bigint | undefined,
): Found | "as-said" | undefined {
  const { compares, base, measure: said } = compared;
  const final = amounts.find(({ stage, previous }) => stage === "final" && previous === undefined);
  const bases = amounts.filter((other) => other !== final && isNamed(other, base));
  const hasBudget = amounts.some(({ stage }) => stage !== "final");
  // Last year's alone, or what stands in another table: the words of the heading say all.
  if (!compares && (!final || !hasBudget)) return "as-said";
  const readings = (compares ? MEASURES : [said!]).flatMap((measure) =>
    bases
      .filter((other) => measure !== "completion" || other.stage !== "final")
      .map((other) => ({ measure, base: other })),
  );
  const found = final && best(readings, compared, final, places, at);
  if (found) {
    const { stage } = found.base;
    return { measure: found.measure, ...(stage === "final" ? {} : { against: stage }) };
  }
  return !compares && (base === "previous" || said === "completion") ? "as-said" : undefined;
}

function isNamed({ stage, previous }: Staged, base: Base | undefined): boolean {
  if (base === undefined) return true;
  if (base === "previous") return previous === true;
  if (previous === true || stage === "final") return false;
  return base === "some-budget" || stage === base || stage === "budget";
}

/** The reading that most places bear out. */
function best<Line, Place>(
  readings: readonly Reading<Line>[],
  compared: Line,
  final: Line,
  places: readonly Place[],
  at: (line: Line, place: Place) => bigint | undefined,
): Reading<Line> | undefined {
  let found: { readonly reading: Reading<Line>; readonly held: number } | undefined;
  for (const reading of readings) {
    let [held, judged] = [0, 0];
    for (const place of places) {
      const verdict = holds(reading.measure, at(final, place), at(reading.base, place), at(compared, place));
      if (verdict === undefined) continue;
      judged++;
      if (verdict) held++;
    }
    if (held * 2 > judged && held > (found?.held ?? 0)) found = { reading, held };
  }
  return found?.reading;
}

/** Each of the three amounts was rounded to a hundredth. */
const ROUNDED = 3n;
/** A rate may be printed as a whole number: in hundredths of a percent. */
const ROUNDED_RATE = 60n;
const WHOLE_RATE = 10_000n;

/** Whether a row bears a reading out; undefined where it says nothing, for it has no base or no amount at all. */
function holds(
  measure: Measure,
  final: bigint | undefined,
  base: bigint | undefined,
  value: bigint | undefined,
): boolean | undefined {
  if (final === undefined || base === undefined || value === undefined) return undefined;
  if (final === 0n && base === 0n) return undefined;
  if (measure === "change") return absolute(final - base - value) <= ROUNDED;
  if (base === 0n) return undefined;
  const part = measure === "completion" ? final : final - base;
  return absolute(value * base - part * WHOLE_RATE) <= ROUNDED_RATE * absolute(base);
}

function absolute(amount: bigint): bigint {
  return amount < 0n ? -amount : amount;
}
