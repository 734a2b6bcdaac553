import { tableOfFields, type Field, type FoundTable } from "./found-table.ts";
import { withinStrokes, type Line } from "./lines.ts";
import type { Refusal } from "./refusal.ts";
import { isFigureText, isNote, isUnitLine } from "./surroundings.ts";

// A small table of a web page with a line for each cell, with strokes or without: 项目 | 预算数 | 决算数 | 合计 | 30 | 25 | …. Where
// every row is a label with as many figures as there are headings, or with none, no column is in doubt, whole numbers and
// noughts included.

/** What heads the labels of rows. */
const FIRST = /^(?:项\s*目|科目名称|项目名称)$/;
const LEAST_ROWS = 3;
const MOST_COLUMNS = 8;
const LONGEST_CELL = 30;
/** So many labels one after the other without a figure are a text. */
const MOST_EMPTY = 4;

/**
 * The table whose cells stand on the lines from here on, one on each. It looks no further than the first cell that breaks the
 * order of its rows, or begins another table, so that a text of nothing but 项目 costs one pass.
 */
export function cellLinesTable(
  text: string,
  lines: readonly Line[],
  from: number,
  refused: Refusal,
): FoundTable | undefined {
  if (refused.covers(from)) return undefined;
  /** 项目 and the other headings, and the label of the first row. */
  const head: Field[] = [];
  let rows: Row[] = [];
  // The first cell is the same from each of the strokes above it.
  let first = from;
  const refuse = (): undefined => refused.until(first + 1);
  for (let at = from; at < lines.length; at++) {
    const line = lines[at]!;
    if (head.length === 0) first = at;
    if (line.blank || /^[|\s]+$/.test(line.text)) continue;
    const cell = cellOn(text, line);
    if (!cell || (head.length === 0 && !FIRST.test(text.slice(...cell)))) break;
    const isFigure = isFigureText(text.slice(...cell));
    const row = rows.at(-1);
    if (!row) {
      if (!isFigure) head.push(cell);
      else rows = [{ cells: [head.pop()!, cell], after: at + 1 }];
      const columns = head.length;
      if (isFigure ? columns < 2 || columns > MOST_COLUMNS : columns > MOST_COLUMNS + 1) return refuse();
    } else if (isFigure) {
      row.cells.push(cell);
      row.after = at + 1;
      if (row.cells.length > head.length) return refuse();
    } else {
      // Another table begins: each line is looked at from one 项目 alone, however many there are.
      if (FIRST.test(text.slice(...cell))) break;
      // A row with more or less breaks the order of all that follow; one without any figure is empty.
      if (row.cells.length > 1 && row.cells.length < head.length) return refuse();
      if (rows.slice(-MOST_EMPTY).every(({ cells }) => cells.length === 1)) break;
      rows.push({ cells: [cell], after: at + 1 });
    }
  }
  // What stands behind the last figure may be any text.
  rows = rows.slice(0, rows.findLastIndex(({ cells }) => cells.length > 1) + 1);
  const whole = rows.filter(({ cells }) => cells.length > 1);
  if (whole.length < LEAST_ROWS || whole.at(-1)!.cells.length < head.length) return refuse();
  const fields = rows.map(({ cells }) => cells);
  return tableOfFields(text, from, rows.at(-1)!.after, [head, ...fields], true);
}

interface Row {
  readonly cells: Field[];
  /** The line behind its last cell. */
  after: number;
}

/** The only cell on a line, with the strokes around it left out. */
function cellOn(text: string, line: Line): Field | undefined {
  const [from, to] = withinStrokes(line.text);
  const words = line.text.slice(from, to);
  if (words === "" || words.length > LONGEST_CELL || /[|。；\t]|\S\s{2,}\S/.test(words)) return undefined;
  if (
    isNote(words) ||
    isUnitLine(words) ||
    /^(?:[一二三四五六七八九十]{1,3}、.*(?:说明|情况|表)$|第.{1,3}部分)/.test(words)
  )
    return undefined;
  const start = line.start + from;
  return text.startsWith(words, start) ? [start, start + words.length] : undefined;
}
