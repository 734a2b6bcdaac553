import type { Grid, GridCell } from "./grid.ts";

/** A cell at its place in the full rectangle; a merged cell stands at its top left. */
export interface PlacedCell {
  readonly row: number;
  readonly column: number;
  readonly cell: GridCell;
}

/** Heading and body cells at their rows and columns, for formats that have no spans of their own. */
export function placeCells(grid: Grid): PlacedCell[] {
  const taken = new Set<string>();
  const placed: PlacedCell[] = [];
  [...grid.head, ...grid.rows].forEach((cells, row) => {
    let column = 0;
    for (const cell of cells) {
      while (taken.has(`${row}:${column}`)) column++;
      placed.push({ row, column, cell });
      for (let down = 0; down < (cell.down ?? 1); down++)
        for (let across = 0; across < (cell.across ?? 1); across++) taken.add(`${row + down}:${column + across}`);
    }
  });
  return placed;
}
