import type { TableBlock, TableColumn } from "@juesuan/core";
import type { PlacedCell, PlacedGrid } from "../../layout/cells.ts";
import type { Body } from "./grid-columns.ts";

// A grid under the headings that its columns were found to have: which label and which amount each column holds, and the body
// below the words of the form.

/** One side of a table: a block of its form, and which columns of the grid it has. */
export interface NamedSide {
  readonly block: TableBlock;
  /** The columns that name the rows. */
  readonly labels: readonly Body[];
  readonly amounts: readonly NamedColumn[];
}

/** A column of amounts, as the column of the form that it was found to be. */
export interface NamedColumn {
  readonly body: Body;
  /** Absent where it may be any of several. */
  readonly column?: TableColumn;
  /** Its heading stands right above it, and every other far away. */
  readonly under?: boolean;
}

/** Over a column that may be any of several. */
const UNSURE = "（表头没有对齐的栏）";

/** The body under headings as the form words them. */
export function headed(grid: PlacedGrid, first: number, sides: readonly NamedSide[]): PlacedGrid {
  const depth = Math.max(
    1,
    ...sides.flatMap(({ amounts }) => amounts.map(({ column }) => column?.heading.length ?? 1)),
  );
  const { page } = grid.cells[0]!;
  const head: PlacedCell[] = [];
  /** The columns of the grid in their new order. */
  const columns: number[] = [];
  /** 类, 款 and 项 apart: the parts of one code, which another page of the table may print in one. */
  const codes = new Map<number, number>();
  const put = (row: number, text: string, rowSpan: number) => {
    const box = { left: 0, right: 1, top: 0, bottom: 1 };
    head.push({ row, column: columns.length, rowSpan, columnSpan: 1, text, glyphs: [], page, box });
  };
  for (const { block, labels, amounts } of sides) {
    const isList = block.rows.kind === "classification";
    for (const [index, { column, kind }] of labels.entries()) {
      if (isList && kind === "whole" && labels[index - 1]?.kind === "whole") {
        codes.set(column, columns.length - 1);
        continue;
      }
      put(0, kind === "whole" ? (isList ? "科目编码" : "行次") : isList ? "科目名称" : "项目", depth);
      columns.push(column);
    }
    for (const { body, column } of amounts) {
      const words = !column ? [UNSURE] : column.heading.length === 0 ? ["决算数"] : column.heading;
      for (const [row, word] of words.entries()) put(row, word, row === words.length - 1 ? depth - row : 1);
      columns.push(body.column);
    }
  }
  const labelled = new Set(sides.flatMap(({ labels }) => labels.map(({ column }) => column)));
  head.sort((one, other) => one.row - other.row || one.column - other.column);
  const named = new Set(
    grid.cells.flatMap(({ row, column, text }) => (text !== "" && labelled.has(column) ? [row] : [])),
  );
  const cells = grid.cells.flatMap((cell) => {
    // 合计 105.00 合计 基本支出 项目支出, a line of the heading too: what is blank in a row that lost its label may be a word.
    if (cell.row < first || (cell.text === "" && !named.has(cell.row))) return [];
    const own = columns.flatMap((column, index) =>
      column >= cell.column && column < cell.column + cell.columnSpan ? [index] : [],
    );
    if (own.length === 0 && codes.has(cell.column) && cell.columnSpan === 1) own.push(codes.get(cell.column)!);
    if (own.length === 0) return [];
    // A label over code and name: 合计.
    const columnSpan = own.at(-1)! - own[0]! + 1;
    const rowSpan = Math.min(cell.rowSpan, grid.rowCount - cell.row);
    return [{ ...totalAlone(cell), row: cell.row - first + depth, column: own[0]!, columnSpan, rowSpan }];
  });
  return { rowCount: grid.rowCount - first + depth, columnCount: columns.length, cells: [...head, ...joined(cells)] };
}

/** The cells with those that are parts of one code, side by side in one row, made one. */
function joined(cells: readonly PlacedCell[]): PlacedCell[] {
  const whole = new Map<string, PlacedCell>();
  for (const cell of cells) {
    const place = `${cell.row} ${cell.column}`;
    const before = whole.get(place);
    whole.set(
      place,
      before ? { ...before, text: before.text + cell.text, glyphs: [...before.glyphs, ...cell.glyphs] } : cell,
    );
  }
  return [...whole.values()];
}

/** 科目名称 合计: the heading of the labels set against the first of them. */
function totalAlone(cell: PlacedCell): PlacedCell {
  const total = /^(?:科目名称|项目|栏次)\s*([合总]计)$/.exec(cell.text)?.[1];
  return total === undefined ? cell : { ...cell, text: total, glyphs: cell.glyphs.slice(-total.length) };
}
