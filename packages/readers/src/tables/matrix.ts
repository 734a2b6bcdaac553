import type { Cell, Table } from "@juesuan/core";

/** A table as a full rectangle: every place leads to the cell that covers it. */
export interface Matrix {
  readonly rowCount: number;
  readonly columnCount: number;
  readonly at: (row: number, column: number) => Cell | undefined;
}

export function matrixOf(table: Table, fromRow = 0): Matrix {
  const places: (Cell | undefined)[] = Array.from({ length: table.rowCount * table.columnCount });
  for (const cell of table.cells) {
    for (let row = cell.row; row < Math.min(cell.row + cell.rowSpan, table.rowCount); row++) {
      for (let column = cell.column; column < Math.min(cell.column + cell.columnSpan, table.columnCount); column++) {
        places[row * table.columnCount + column] = cell;
      }
    }
  }
  return {
    rowCount: table.rowCount - fromRow,
    columnCount: table.columnCount,
    at: (row, column) => places[(row + fromRow) * table.columnCount + column],
  };
}

/** The distinct cells of a row that hold text, from left to right. */
export function filledCells(matrix: Matrix, row: number): Cell[] {
  const cells: Cell[] = [];
  for (let column = 0; column < matrix.columnCount; column++) {
    const cell = matrix.at(row, column);
    if (cell && cell.text.trim() !== "" && cells.at(-1) !== cell) cells.push(cell);
  }
  return cells;
}
