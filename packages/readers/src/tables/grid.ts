import type { Cell, ReadDocument, Table } from "@juesuan/core";
import { readCell, type CellContent } from "./number.ts";

/** The cells of a table by row and column, over all blocks that continue it. */
export class Grid {
  readonly rowCount: number;
  readonly columnCount: number;
  private readonly places: (Cell | undefined)[];
  private readonly document: ReadDocument;
  private readonly contents = new Map<Cell, CellContent>();

  constructor(document: ReadDocument, cells: readonly Cell[], rowCount: number, columnCount: number) {
    this.document = document;
    this.rowCount = rowCount;
    this.columnCount = columnCount;
    this.places = Array.from({ length: rowCount * columnCount });
    for (const cell of cells) {
      const lastRow = Math.min(cell.row + cell.rowSpan, rowCount);
      const lastColumn = Math.min(cell.column + cell.columnSpan, columnCount);
      for (let row = cell.row; row < lastRow; row++)
        for (let column = cell.column; column < lastColumn; column++) this.places[row * columnCount + column] ??= cell;
    }
  }

  static of(document: ReadDocument, table: Table): Grid {
    return new Grid(document, table.cells, table.rowCount, table.columnCount);
  }

  /** The cell that covers a place, wherever it begins. */
  at(row: number, column: number): Cell | undefined {
    return this.places[row * this.columnCount + column];
  }

  /** The cell that begins at a place. */
  startingAt(row: number, column: number): Cell | undefined {
    const cell = this.at(row, column);
    return cell?.row === row && cell.column === column ? cell : undefined;
  }

  text(row: number, column: number): string {
    return this.at(row, column)?.text ?? "";
  }

  /** The cells that begin in a row, from left to right. */
  row(row: number): Cell[] {
    const cells: Cell[] = [];
    for (let column = 0; column < this.columnCount; column++) {
      const cell = this.startingAt(row, column);
      if (cell) cells.push(cell);
    }
    return cells;
  }

  filled(row: number): Cell[] {
    return this.row(row).filter(({ text }) => text !== "");
  }

  /** Whether no cell from above reaches into a row. */
  rowIsOpen(row: number): boolean {
    for (let column = 0; column < this.columnCount; column++)
      if ((this.at(row, column)?.row ?? row) < row) return false;
    return true;
  }

  content(cell: Cell): CellContent {
    let content = this.contents.get(cell);
    if (!content) {
      content = readCell(this.document.text.slice(cell.start, cell.end));
      // A width too small for its number prints ####; the workbook still holds it.
      if (content.kind === "words" && cell.number !== undefined && /^#+$/.test(cell.text)) {
        const stored = readCell(cell.number);
        if (stored.kind === "number") content = { ...stored, start: 0, end: cell.end - cell.start };
      }
      this.contents.set(cell, content);
    }
    return content;
  }
}

/** One grid from a table and those that continue it; each gives its rows from `from` on. */
export function joinGrids(
  document: ReadDocument,
  parts: readonly { readonly table: Table; readonly from: number; readonly to: number }[],
): Grid {
  const cells: Cell[] = [];
  let rows = 0;
  let columns = 0;
  for (const { table, from, to } of parts) {
    for (const cell of table.cells) {
      if (cell.row + cell.rowSpan <= from || cell.row >= to) continue;
      const top = Math.max(cell.row, from);
      cells.push({ ...cell, row: rows + top - from, rowSpan: Math.min(cell.row + cell.rowSpan, to) - top });
    }
    rows += to - from;
    columns = Math.max(columns, table.columnCount);
  }
  return new Grid(document, ...begun(cells, rows, columns));
}

/**
 * The cells with the columns alone in which any of them begins. Where several tables stand on one sheet each merges its cells
 * over the columns of the others: 合计 over seven of them is one column.
 */
function begun(cells: readonly Cell[], rows: number, columns: number): [readonly Cell[], number, number] {
  const starts = [...new Set(cells.map(({ column }) => column))].toSorted((a, b) => a - b);
  if (starts.length === 0 || starts.length === columns) return [cells, rows, columns];
  let before = 0;
  const placed = Array.from({ length: columns + 1 }, (_, column) => {
    while (before < starts.length && starts[before]! < column) before++;
    return before;
  });
  const own = cells.map((cell) => {
    const column = placed[cell.column]!;
    return {
      ...cell,
      column,
      columnSpan: Math.max(1, placed[Math.min(columns, cell.column + cell.columnSpan)]! - column),
    };
  });
  return [own, rows, starts.length];
}
