import { tableOfFields, type Field, type FoundTable } from "./found-table.ts";
import type { Line } from "./lines.ts";
import { isFigureText, isNote, isUnitLine } from "./surroundings.ts";

// A small table of a web page with a line for each cell, with strokes or without: 项目 | 预算数 | 决算数 | 合计 | 30 | 25 | …. Where
// every row is a label with as many figures as there are headings, no column is in doubt, whole numbers and noughts included.

/** What heads the labels of rows. */
const FIRST = /^(?:项\s*目|科目名称|项目名称)$/;
const LEAST_ROWS = 3;
const MOST_COLUMNS = 8;
const LONGEST_CELL = 30;

/** The table whose cells stand on the lines from here on, one on each. */
export function cellLinesTable(text: string, lines: readonly Line[], from: number): FoundTable | undefined {
  const cells: Field[] = [];
  const after: number[] = [];
  for (let at = from; at < lines.length; at++) {
    const line = lines[at]!;
    if (line.blank || /^[|\s]+$/.test(line.text)) continue;
    const cell = cellOn(text, line);
    if (!cell || (cells.length === 0 && !FIRST.test(text.slice(...cell)))) break;
    cells.push(cell);
    after.push(at + 1);
  }
  const isFigure = (field: Field): boolean => isFigureText(text.slice(...field));
  const columns = cells.findIndex(isFigure) - 1;
  if (columns < 2 || columns > MOST_COLUMNS) return undefined;
  let end = columns;
  for (; end + columns <= cells.length; end += columns) {
    const [label, ...figures] = cells.slice(end, end + columns);
    if (isFigure(label!) || !figures.every(isFigure)) break;
  }
  // A row with more or less breaks the order of all that follow, and is no end of a table.
  if (end / columns <= LEAST_ROWS || (cells[end] && cells.slice(end).some(isFigure))) return undefined;
  const rows: Field[][] = [];
  for (let at = 0; at < end; at += columns) rows.push(cells.slice(at, at + columns));
  return tableOfFields(text, from, after[end - 1]!, rows, true);
}

/** The only cell on a line, with the strokes around it left out. */
function cellOn(text: string, line: Line): Field | undefined {
  const [lead] = /^[|\s]*/.exec(line.text)!;
  const words = line.text.slice(lead.length).replace(/[|\s]+$/, "");
  if (words === "" || words.length > LONGEST_CELL || /[|。；\t]|\S\s{2,}\S/.test(words)) return undefined;
  if (
    isNote(words) ||
    isUnitLine(words) ||
    /^(?:[一二三四五六七八九十]{1,3}、.*(?:说明|情况|表)$|第.{1,3}部分)/.test(words)
  )
    return undefined;
  const start = line.start + lead.length;
  return text.startsWith(words, start) ? [start, start + words.length] : undefined;
}
