import type { Dimensions, FixedRow, TableBlock } from "@juesuan/core";
import { hundredthsAt } from "./across.ts";
import { yearsAside, type MatchedColumn } from "./columns.ts";
import { isAmount, readingOf, type Staged } from "./compared.ts";
import type { Grid } from "./grid.ts";
import type { MatchedRow } from "./printed-rows.ts";
import { qualify, type Qualifiers } from "./qualifiers.ts";

// 2015年度预算数, 2015年度决算数, 2014年度决算数, 决算对比 down the side of a table whose columns are the items of the “three public”
// expenses: its rows say what its headings would say where it lies on its other side, and are read by the same words.

/** Budgets and outturns of more rows than that are no stages of one year and its neighbours, and are not tried against each other. */
const MOST_AMOUNTS = 16;

interface StagedRow extends Staged {
  readonly row: MatchedRow;
}

/**
 * The rows of a block with the stage, the year and the comparison that their labels say. Only a block declared so has such
 * rows; anywhere else a label that says nothing but a stage names no unit and no project.
 */
export function stagedRowsOf(
  block: TableBlock,
  columns: readonly MatchedColumn[],
  rows: readonly MatchedRow[],
  grid: Grid,
  fiscalYear: number | undefined,
): readonly MatchedRow[] {
  const { rows: axis } = block;
  const said = rows.map(({ label }) => saidBy(block, label, fiscalYear));
  if (axis.kind === "single")
    return rows.map((row, at) => (row.part !== undefined && said[at] !== undefined ? { ...row, known: false } : row));
  if (axis.kind !== "fixed" || axis.staged !== true) return rows;
  const aside = yearsAside(
    said.map((qualifiers) => qualifiers?.year),
    fiscalYear,
  );
  const staged = said.map((qualifiers, at): StagedRow | undefined => {
    if (!qualifiers) return undefined;
    const { stage = "final", year, ...rest } = qualifiers;
    return { row: rows[at]!, stage, ...rest, ...(aside.has(year ?? NaN) ? { year } : {}) };
  });
  const amounts = staged.filter((row) => row !== undefined).filter(isAmount);
  const places = columns.filter(({ column }) => column !== undefined);
  return rows.map((row, at) => {
    const own = staged[at];
    if (!own) return row;
    if (isAmount(own) || own.year !== undefined) return withDimensions(row, own, {});
    if (own.measure === "share" || own.measure === "rate") return { ...row, known: false };
    if (amounts.length > MOST_AMOUNTS) return { ...row, known: false };
    const found = readingOf(own, amounts, places, (line, { printed }) =>
      hundredthsAt(grid, line.row.index, printed.index),
    );
    if (found === undefined) return { ...row, known: false };
    if (found === "as-said") return withDimensions(row, own, { measure: own.measure! });
    const { measure, against } = found;
    return withDimensions(row, own, { measure, ...(against && { stage: against }) });
  });
}

/** What a label says where it says nothing else. */
function saidBy(block: TableBlock, label: string, fiscalYear: number | undefined): Qualifiers | undefined {
  if (label === "") return undefined;
  const { qualifiers, rest } = qualify(block, [label], fiscalYear);
  return rest.length === 0 && Object.keys(qualifiers).length > 0 ? qualifiers : undefined;
}

function withDimensions(row: MatchedRow, { stage, previous, measure, year }: StagedRow, found: Dimensions): MatchedRow {
  const dimensions: Dimensions = {
    ...(measure === undefined && stage !== "final" ? { stage } : {}),
    ...(previous ? { period: "previous" } : {}),
    ...(year === undefined ? {} : { label: `${year}年` }),
    ...found,
  };
  const words = Object.values(dimensions).join("@");
  const fixed: FixedRow = { id: words === "" ? "final" : words, label: row.label, dimensions };
  const { part: _, ...rest } = row;
  return { ...rest, fixed: row.fixed && words === row.fixed.id ? row.fixed : fixed, known: true };
}
