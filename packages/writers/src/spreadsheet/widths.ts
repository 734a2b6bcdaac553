import type { Grid } from "../grid.ts";
import { placeCells } from "../rectangle.ts";

/** Chinese characters take two columns of a spreadsheet's width. */
export function displayWidth(text: string): number {
  return [...text].reduce((sum, character) => sum + (character > "\u00ff" ? 2 : 1), 0);
}

const LEAST = { heading: 6, code: 6, label: 14, figure: 10 } as const;
const MOST = { heading: 12, code: 12, label: 40, figure: 16 } as const;

/** The width of each column: as wide as what it holds, within bounds, beyond which headings and labels wrap. */
export function widthsOf(grid: Grid): number[] {
  const widths = Array.from({ length: grid.columnCount }, () => 6);
  for (const { column, cell } of placeCells(grid)) {
    if ((cell.across ?? 1) > 1 || cell.text === "") continue;
    const own = Math.min(MOST[cell.kind], Math.max(LEAST[cell.kind], displayWidth(cell.text) + 2));
    widths[column] = Math.max(widths[column]!, own);
  }
  return widths;
}
