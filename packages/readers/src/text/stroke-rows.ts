import { figuresAlone } from "./lost-columns/figures-alone.ts";
import { lostColumnsOf } from "./lost-columns/index.ts";
import type { FoundTable } from "./found-table.ts";
import { withinStrokes, type Line } from "./lines.ts";
import { groupsOf, titleOn, type Run, type Word } from "./spaced-rows.ts";
import { isUnitLine, standsApart } from "./surroundings.ts";

// A line for each cell with the stroke that ends it, and at the end of each row a stroke for every cell that the widest row has
// more: so some programs write the tables of web pages. Where a row ends is sure, for all have one number of strokes; empty
// cells in its midst left nothing, so that which column an amount is of must be told by the form.
//
// | 二、上级补助收入 |
// | 2 |
// | 二、外交支出 |
// | 31 |
// | ||||||

interface StrokeRow {
  readonly from: number;
  /** The line behind its last stroke. */
  readonly to: number;
  readonly cells: readonly Word[];
}

/** More strokes than a table has. */
const MOST_STROKES = 80;
const LEAST_ROWS = 3;
const AMOUNT = /^[-−－+]?(?:\d{1,3}(?:[,，]\d{3})+|\d+)[.．]\d+%?$/;
/** 一、财政拨款收入 and the line that it stands on. */
const LABELLED = /^[一二三四五六七八九十]{1,3}、\S/;

/** Whether such rows begin on a line with one of a single cell: a title, the unit. It is a paragraph. */
export function isApartInStrokes(lines: readonly Line[], from: number): boolean {
  return rowsFrom(lines, from, LEAST_ROWS)?.[0]?.cells.length === 1;
}

/** The table of such rows that begins on a line. Where its columns are not sure, its figures are all that is known. */
export function strokeRowsTable(lines: readonly Line[], from: number): FoundTable | undefined {
  if ((rowsFrom(lines, from, LEAST_ROWS)?.[0]?.cells.length ?? 0) < 2) return undefined;
  const rows = rowsFrom(lines, from)!;
  const body = rows.findIndex(({ cells }) => cells.some(({ text }) => AMOUNT.test(text) || LABELLED.test(text)));
  if (body < 1) return undefined;
  const words = ({ from: at, cells }: StrokeRow): Line => ({
    ...lines[at]!,
    text: cells.map(({ text }) => text).join(" "),
  });
  const run: Run = {
    head: rows.slice(0, body).map(words),
    rows: rows.slice(body).map(({ cells }) => ({ groups: groupsOf(cells) })),
    to: rows.at(-1)!.to,
  };
  const title = titleOver(lines, from);
  const table = title === undefined ? undefined : lostColumnsOf(lines, from, run, title);
  return table ? { from, to: run.to, table } : figuresAlone(lines, from, run);
}

/** The rows from a line on, as many as are asked for; nothing where they are too few. */
function rowsFrom(lines: readonly Line[], from: number, count = Infinity): readonly StrokeRow[] | undefined {
  const rows: StrokeRow[] = [];
  let width: number | undefined;
  let at = from;
  while (at < lines.length && rows.length < count) {
    const row = rowFrom(lines, at, width);
    if (!row) break;
    width ??= row.strokes;
    rows.push(row);
    at = row.to;
  }
  return rows.length < LEAST_ROWS ? undefined : rows;
}

/** One row: up to the line at whose end its strokes are as many as those of the others. */
function rowFrom(
  lines: readonly Line[],
  from: number,
  width: number | undefined,
): (StrokeRow & { readonly strokes: number }) | undefined {
  const cells: Word[] = [];
  let strokes = 0;
  for (let at = from; at < lines.length; at++) {
    const line = lines[at]!;
    const end = /^([^|]*)(\|[|\s]*)$/.exec(line.text);
    if (!end) return undefined;
    const own = end[2]!.replaceAll(/\s/g, "").length;
    strokes += own;
    if (strokes > (width ?? MOST_STROKES)) return undefined;
    const [left, right] = withinStrokes(line.text);
    const text = line.text.slice(left, right).replaceAll(/\s/g, "");
    if (text !== "") cells.push({ start: line.start + left, end: line.start + right, text });
    // The first row shows how many: more than one stroke ends it.
    if (width === undefined ? own > 1 : strokes === width)
      return cells.length === 0 ? undefined : { from, to: at + 1, cells, strokes };
  }
  return undefined;
}

const FURTHEST = 8;

/** The title over the rows, with nothing but the unit, the department and the number of the form between. */
function titleOver(lines: readonly Line[], from: number): string | undefined {
  for (let at = from - 1; at >= Math.max(0, from - FURTHEST); at--) {
    const line = lines[at]!;
    const text = line.text.slice(...withinStrokes(line.text));
    if (titleOn({ text, blank: text === "" })) return text;
    if (/\p{sc=Han}/u.test(text) && !isUnitLine(text) && !standsApart([text])) return undefined;
  }
  return undefined;
}
