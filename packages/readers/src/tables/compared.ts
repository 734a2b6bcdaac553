import type { Dimensions } from "@juesuan/core";
import { hundredthsAt } from "./across.ts";
import type { MatchedColumn } from "./columns.ts";
import type { Grid } from "./grid.ts";
import type { MatchedRow } from "./printed-rows.ts";

// 比较, 增减额, 完成预算%: columns that compare two others of the same table. Which two, and how, their headings say only in
// part; the amounts beside them tell the rest. A comparison that its table does not bear out is left unbound, but for what
// its heading says in full.

type Measure = NonNullable<Dimensions["measure"]>;

/** One reading of a comparison: the measure, and the column that this year's final amount is compared with. */
interface Reading {
  readonly measure: Measure;
  readonly base: MatchedColumn;
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
  const { compares, base, against: _, ...own } = compared;
  const amounts = columns.filter(
    (other) => other.column === compared.column && other.measure === undefined && other.compares === undefined,
  );
  const final = amounts.find(({ stage, previous }) => stage === "final" && previous === undefined);
  const bases = amounts.filter((other) => other !== final && isNamed(other, base));
  const hasBudget = amounts.some(({ stage }) => stage !== "final");
  // Last year's alone, or what stands in another table: the words of the heading say all.
  if (!compares && (!final || !hasBudget)) return compared;
  const readings = (compares ? MEASURES : [own.measure!]).flatMap((measure) =>
    bases
      .filter((other) => measure !== "completion" || other.stage !== "final")
      .map((other) => ({ measure, base: other })),
  );
  const found = final && best(readings, compared, final, rows, grid);
  if (found) {
    const { stage } = found.base;
    return { ...own, measure: found.measure, ...(stage === "final" ? {} : { against: stage }) };
  }
  return !compares && (base === "previous" || own.measure === "completion") ? compared : unknown(own);
}

/** A column of which nobody knows what it holds. */
function unknown({ printed, stage }: MatchedColumn): MatchedColumn {
  return { printed, stage };
}

function isNamed({ stage, previous }: MatchedColumn, base: MatchedColumn["base"]): boolean {
  if (base === undefined) return true;
  if (base === "previous") return previous === true;
  if (previous === true || stage === "final") return false;
  return base === "some-budget" || stage === base || stage === "budget";
}

/** The reading that most rows bear out. */
function best(
  readings: readonly Reading[],
  compared: MatchedColumn,
  final: MatchedColumn,
  rows: readonly MatchedRow[],
  grid: Grid,
): Reading | undefined {
  let found: { readonly reading: Reading; readonly held: number } | undefined;
  for (const reading of readings) {
    let [held, judged] = [0, 0];
    for (const { index } of rows) {
      const at = ({ printed }: MatchedColumn): bigint | undefined => hundredthsAt(grid, index, printed.index);
      const verdict = holds(reading.measure, at(final), at(reading.base), at(compared));
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
