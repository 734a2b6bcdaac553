import { firstAtLeast } from "@juesuan/core";
import { LIMITS } from "../detect/limits.ts";
import { tooLarge } from "../detect/too-large.ts";
import type { DraftCell, DraftTable } from "./assembly.ts";

/** A cell as web pages and Word write it: in its row, with spans, without a column. */
export interface FlowCell {
  readonly text: string;
  readonly rowSpan: number;
  readonly columnSpan: number;
  readonly hidden?: boolean;
  readonly origins?: DraftCell["origins"];
  readonly tag?: number;
}

/**
 * Gives each cell its column, as browsers do: the first that no cell from above covers. Spans are cut to the table, so
 * that `rowspan=1000000000` costs nothing.
 */
export function placeCells(rows: readonly (readonly FlowCell[])[]): DraftTable {
  const cells: DraftCell[] = [];
  /** For each column: the first row that is free again. */
  const freeFrom: number[] = [];
  let columnCount = 0;
  for (const [row, flow] of rows.entries()) {
    let column = 0;
    for (const { text, hidden, origins, tag, ...spans } of flow) {
      while ((freeFrom[column] ?? 0) > row) column++;
      const rowSpan =
        spans.rowSpan === 0 ? rows.length - row : clamp(spans.rowSpan, Math.min(LIMITS.rowSpan, rows.length - row));
      let columnSpan = clamp(spans.columnSpan, LIMITS.columnSpan);
      for (let next = 1; next < columnSpan; next++) if ((freeFrom[column + next] ?? 0) > row) columnSpan = next;
      for (let next = column; next < column + columnSpan; next++) freeFrom[next] = row + rowSpan;
      cells.push({
        row,
        column,
        rowSpan,
        columnSpan,
        text,
        ...(hidden ? { hidden } : {}),
        ...(origins && { origins }),
        ...(tag === undefined ? {} : { tag }),
      });
      column += columnSpan;
      columnCount = Math.max(columnCount, column);
      if (columnCount > LIMITS.tableColumns) throw tooLarge("表格列数过多", "too many columns in a table");
    }
  }
  return compact({ rowCount: rows.length, columnCount, cells });
}

function clamp(span: number, most: number): number {
  return Number.isFinite(span) && span >= 1 ? Math.min(Math.trunc(span), most) : 1;
}

/** A table whose cells know more than a draft needs. */
export interface GridOf<C extends DraftCell> extends DraftTable {
  readonly cells: readonly C[];
}

/** Takes out rows and columns in which no cell begins: spans without content. */
export function compact<C extends DraftCell>(table: GridOf<C>): GridOf<C> {
  const rowsWithCells = new Set(table.cells.map(({ row }) => row));
  const columnsWithCells = new Set(table.cells.map(({ column }) => column));
  const rows = ranks(table.rowCount, rowsWithCells);
  const columns = ranks(table.columnCount, columnsWithCells);
  if (rows.at(-1) === table.rowCount && columns.at(-1) === table.columnCount) return table;
  const cells = table.cells.map((cell) => ({
    ...cell,
    row: rows[cell.row]!,
    column: columns[cell.column]!,
    rowSpan: Math.max(1, rows[Math.min(cell.row + cell.rowSpan, table.rowCount)]! - rows[cell.row]!),
    columnSpan: Math.max(
      1,
      columns[Math.min(cell.column + cell.columnSpan, table.columnCount)]! - columns[cell.column]!,
    ),
  }));
  return { rowCount: rows.at(-1)!, columnCount: columns.at(-1)!, cells };
}

/** For each index and one past the last: how many kept ones come before it. */
function ranks(count: number, kept: ReadonlySet<number>): number[] {
  const before = [0];
  for (let index = 0; index < count; index++) before.push(before[index]! + (kept.has(index) ? 1 : 0));
  return before;
}

const rowOf = ({ row }: DraftCell) => row;

/** The rows from `from` to `to` (excluded) as a table of their own. */
export function sliceRows<C extends DraftCell>(table: GridOf<C>, from: number, to: number): GridOf<C> {
  const cells = table.cells
    .slice(firstAtLeast(table.cells, from, rowOf), firstAtLeast(table.cells, to, rowOf))
    .map((cell) => ({ ...cell, row: cell.row - from, rowSpan: Math.min(cell.rowSpan, to - cell.row) }));
  return { rowCount: to - from, columnCount: table.columnCount, cells };
}

export function rowsOf<C extends DraftCell>(table: GridOf<C>): C[][] {
  const rows: C[][] = Array.from({ length: table.rowCount }, () => []);
  for (const cell of table.cells) rows[cell.row]!.push(cell);
  return rows;
}
