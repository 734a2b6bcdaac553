import type { Cell, RowAxis } from "@juesuan/core";
import { CodeReader } from "./coded-rows.ts";
import { FixedReader } from "./fixed-rows.ts";
import type { Grid } from "./grid.ts";
import type { NameBook } from "./names.ts";
import type { MatchedRow, PrintedRow, RowHeader } from "./printed-rows.ts";

/** Reads the labels of a block's lines, from `from` on. Lines without any label and figure are left out. */
export function matchRows(
  axis: RowAxis,
  header: RowHeader,
  grid: Grid,
  from: number,
  skipped: (row: number) => boolean,
  strays: ReadonlySet<Cell>,
  book: NameBook,
): MatchedRow[] {
  if (axis.kind === "single") return [];
  const printed = printedRows(header, grid, from, skipped, strays);
  return axis.kind === "fixed"
    ? new FixedReader(axis, printed).read()
    : new CodeReader(axis, header, book).read(printed);
}

function printedRows(
  header: RowHeader,
  grid: Grid,
  from: number,
  skipped: (row: number) => boolean,
  strays: ReadonlySet<Cell>,
): PrintedRow[] {
  const rows: PrintedRow[] = [];
  for (let index = from; index < grid.rowCount; index++) {
    if (skipped(index)) continue;
    const cells: Cell[] = [];
    const take = (column: number): string => {
      const cell = grid.at(index, column);
      if (!cell || strays.has(cell) || cells.includes(cell)) return "";
      cells.push(cell);
      return cell.text.trim();
    };
    const unit = header.unit === undefined ? "" : take(header.unit);
    const codes = header.codes.map(take);
    const name = header.name === undefined ? "" : take(header.name);
    const project = header.project === undefined ? "" : take(header.project);
    const figures = header.figures.flatMap((column) => {
      const cell = grid.at(index, column);
      return cell && !cells.includes(cell) ? [grid.content(cell).kind] : [];
    });
    rows.push({
      index,
      codes,
      name,
      project,
      unit,
      cells: cells.filter(({ text }) => text !== ""),
      hasFigures: figures.some((kind) => kind === "number" || kind === "words" || kind === "withheld"),
      isBlank: figures.every((kind) => kind === "empty"),
    });
  }
  return rows;
}
