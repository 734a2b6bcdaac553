import type { Grid } from "../grid.ts";
import { placeCells } from "../rectangle.ts";
import { displayWidth } from "./widths.ts";

/** The height of a row of one line, in points, and what each further line takes. */
export const ROW_HEIGHT = 15.75;
const LINE = 13.5;
/** A Chinese character is a little less than two digits wide. */
const SQUEEZE = 1.05;

/** How many lines a text takes in a column of so many digits' width. */
export function linesIn(text: string, width: number): number {
  return Math.max(1, Math.ceil(displayWidth(text) / (width * SQUEEZE)));
}

/**
 * The heights of a table's rows, headings first, in points: programs do not make rows higher for words that wrap when they
 * open a workbook, so that headings of two lines would hide each other.
 */
export function heightsOf(grid: Grid, widths: readonly number[]): number[] {
  const heights = Array.from({ length: grid.head.length + grid.rows.length }, () => ROW_HEIGHT);
  const heightOf = (lines: number): number => ROW_HEIGHT + (lines - 1) * LINE;
  const placed = [...placeCells(grid)].toSorted((one, other) => (one.cell.down ?? 1) - (other.cell.down ?? 1));
  for (const { row, column, cell } of placed) {
    if (cell.kind !== "heading" && cell.kind !== "label") continue;
    const { across = 1, down = 1 } = cell;
    const room = widths.slice(column, column + across).reduce((sum, width) => sum + width, 0);
    const there = heights.slice(row, row + down).reduce((sum, height) => sum + height, 0);
    const short = heightOf(linesIn(cell.text, room)) - there;
    if (short > 0) heights[row + down - 1]! += short;
  }
  return heights;
}
