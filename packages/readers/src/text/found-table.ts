import type { Cell, Table } from "@juesuan/core";
import { trimRange } from "./lines.ts";
import { mergedHeads } from "./merged-heads.ts";
import { stripMarkup } from "./markup.ts";

/** A table found in consecutive lines; `from` and `to` count lines, `to` excluded. */
export interface FoundTable {
  readonly from: number;
  readonly to: number;
  readonly table: Table;
}

/** What stands in a cell: where it begins and ends in the text. */
export type Field = readonly [start: number, end: number];

/** Not `Math.max(...rows)`: a hundred thousand arguments overflow the stack. */
export function widest(rows: readonly { readonly length: number }[]): number {
  return rows.reduce((most, row) => Math.max(most, row.length), 0);
}

/** A cell of a heading, with the columns that it is over. */
export interface Spread {
  readonly field: Field;
  readonly column: number;
  readonly span: number;
}

/** A table whose cells follow each other in their rows; the first rows may be spread over the columns otherwise. */
export function tableOfFields(
  text: string,
  from: number,
  to: number,
  rows: readonly (readonly Field[])[],
  ruled: boolean,
  heads: readonly (readonly Spread[])[] = [],
): FoundTable | undefined {
  let columnCount = widest(rows);
  const isEmpty = (range: Field | undefined) => !range || text.slice(range[0], range[1]).trim() === "";
  while (columnCount > 0 && rows.every((row) => isEmpty(row[columnCount - 1]))) columnCount--;
  if (rows.length === 0 || columnCount === 0) return undefined;
  const labels = labelColumns(text, rows.slice(heads.length), columnCount);
  const merged = heads.length === 0 ? mergedAbove(text, rows, columnCount, labels) : undefined;
  const cells: Cell[] = [];
  for (const [row, fields] of rows.entries()) {
    const head = heads[row] ?? merged?.[row];
    if (head) {
      for (const { field, column, span } of head) cells.push(cellAt(text, row, column, span, field[0], field[1]));
      continue;
    }
    const shifted = shiftedRow(text, fields, columnCount, labels);
    if (shifted) {
      for (const { field, column, span } of shifted) cells.push(cellAt(text, row, column, span, field[0], field[1]));
      continue;
    }
    const rowEnd = fields.at(-1)?.[1] ?? 0;
    for (let column = 0; column < columnCount; column++) {
      const field = fields[column] ?? ([rowEnd, rowEnd] as const);
      cells.push(cellAt(text, row, column, 1, field[0], field[1]));
    }
  }
  const start = cells[0]!.start;
  const end = cells.reduce((last, cell) => Math.max(last, cell.end), start);
  return { from, to, table: { kind: "table", start, end, page: 1, rowCount: rows.length, columnCount, cells, ruled } };
}

/** The heading of rows that were copied without the spans of their cells. */
function mergedAbove(
  text: string,
  rows: readonly (readonly Field[])[],
  columnCount: number,
  labels: number,
): readonly (readonly Spread[])[] | undefined {
  const wordsAt = ([start, end]: Field): string => text.slice(start, end).trim();
  const body = rows.findIndex((row) => row.some((field) => AMOUNT.test(wordsAt(field))));
  const heads = rows.slice(0, Math.max(0, body));
  // A cell for every column, empty ones too: nothing was lost.
  if (heads.every((row) => row.length >= columnCount)) return undefined;
  const ordinals = ordinalsOver(heads.at(-1), wordsAt, columnCount, labels);
  const spread = mergedHeads(ordinals ? heads.slice(0, -1) : heads, wordsAt, columnCount, labels);
  return spread && ordinals ? [...spread, ordinals] : spread;
}

/** 栏次 over code and name, and the number of each column: the last row of a heading. */
function ordinalsOver(
  row: readonly Field[] | undefined,
  wordsAt: (field: Field) => string,
  columnCount: number,
  labels: number,
): readonly Spread[] | undefined {
  if (row?.length !== columnCount - labels + 1 || wordsAt(row[0]!) !== "栏次") return undefined;
  if (!row.slice(1).every((field) => /^\d{1,2}$/.test(wordsAt(field)))) return undefined;
  return row.map((field, index) =>
    index === 0 ? { field, column: 0, span: labels } : { field, column: labels + index - 1, span: 1 },
  );
}

const AMOUNT = /^[-−－+]?[\d,，]+[.．]\d+$/;

const NOTHING = /^(?:0|[-—－–]+)$/;
const CODE = /^[235]\d{2}(?:\d{2}){0,2}$/;

/** How many columns before the first of amounts, in a table by codes, going by the rows that reach its last column. */
function labelColumns(text: string, rows: readonly (readonly Field[])[], columnCount: number): number {
  const whole = rows
    .map((row) => row.map(([start, end]) => text.slice(start, end).trim()))
    .filter((words) => words.length >= columnCount && words[columnCount - 1] !== "");
  if (whole.filter(([first]) => CODE.test(first!)).length * 2 < whole.length) return columnCount;
  const firsts = whole.map((words) => words.findIndex((word) => AMOUNT.test(word) || NOTHING.test(word)));
  return firsts.reduce((least, first) => (first < 0 ? least : Math.min(least, first)), columnCount);
}

/**
 * A row whose first cell was over all columns of labels, 合计 over code and name, and left no empty ones behind: its
 * amounts stand too far to the left. Where they are not as many as the columns, they are kept together, for none is sure.
 */
function shiftedRow(
  text: string,
  fields: readonly Field[],
  columnCount: number,
  labels: number,
): readonly Spread[] | undefined {
  const words = fields.map(([start, end]) => text.slice(start, end).trim());
  const last = words.findLastIndex((word) => word !== "");
  const isShort = last < columnCount - 1 && words[0] !== "" && words.slice(1, labels).some((word) => AMOUNT.test(word));
  if (labels < 2 || labels === columnCount || !isShort) return undefined;
  const label = { field: fields[0]!, column: 0, span: labels };
  // Its empty cells at the end stand for columns too, where they were kept.
  const amounts = fields.slice(1, fields.length - 1 === columnCount - labels ? undefined : last + 1);
  if (amounts.length === columnCount - labels)
    return [label, ...amounts.map((field, index) => ({ field, column: labels + index, span: 1 }))];
  const together: Field = [amounts[0]![0], amounts.at(-1)![1]];
  return [label, { field: together, column: labels, span: columnCount - labels }];
}

export function cellAt(text: string, row: number, column: number, columnSpan: number, from: number, to: number): Cell {
  const [left, right] = trimRange(text, from, to);
  // A lone dash means zero; it is not the mark of a list.
  const { start, end } = /^[-*+]?$/.test(text.slice(left, right))
    ? { start: left, end: right }
    : wordsOnly(text, left, right);
  const words = text
    .slice(start, end)
    .replaceAll(/\s*<br\s*\/?>\s*/gi, "")
    .replaceAll("\\|", "|")
    .trim();
  return { row, column, rowSpan: 1, columnSpan, start, end, page: 1, text: words };
}

function wordsOnly(text: string, start: number, end: number): { start: number; end: number } {
  // Only bold is taken off: `- 3` in a cell is a figure, `# 1` a label.
  if (!/^(\*\*|__|<(b|strong)>)/i.test(text.slice(start, end))) return { start, end };
  return stripMarkup(text, start, end);
}
