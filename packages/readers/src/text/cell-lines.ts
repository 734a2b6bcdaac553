import { tableOfFields, type Field, type FoundTable } from "./found-table.ts";
import { withinStrokes, type Line } from "./lines.ts";
import type { Refusal } from "./refusal.ts";
import { isFigureText, isNote, isUnitLine } from "./surroundings.ts";

// A small table of a web page with a line for each cell, with strokes or without: 项目 | 预算数 | 决算数 | 合计 | 30 | 25 | …. Where
// every row is a label with as many figures as there are headings, no column is in doubt, whole numbers and noughts included.

/** What heads the labels of rows. */
const FIRST = /^(?:项\s*目|科目名称|项目名称)$/;
const LEAST_ROWS = 3;
const MOST_COLUMNS = 8;
const LONGEST_CELL = 30;

/**
 * The table whose cells stand on the lines from here on, one on each. It looks no further than the first cell that breaks the
 * order of its rows, so that a text of nothing but 项目 costs one pass.
 */
export function cellLinesTable(
  text: string,
  lines: readonly Line[],
  from: number,
  refused: Refusal,
): FoundTable | undefined {
  if (refused.covers(from)) return undefined;
  const cells: Field[] = [];
  const after: number[] = [];
  const figures: boolean[] = [];
  let columns: number | undefined;
  /** The cells up to here stand in whole rows; what follows where that is over are no rows. */
  let end = 0;
  let isOver = false;
  // The first cell is the same from each of the strokes above it.
  let first = from;
  const refuse = (): undefined => refused.until(first + 1);
  for (let at = from; at < lines.length; at++) {
    const line = lines[at]!;
    if (cells.length === 0) first = at;
    if (line.blank || /^[|\s]+$/.test(line.text)) continue;
    const cell = cellOn(text, line);
    if (!cell || (cells.length === 0 && !FIRST.test(text.slice(...cell)))) break;
    const isFigure = isFigureText(text.slice(...cell));
    cells.push(cell);
    after.push(at + 1);
    figures.push(isFigure);
    if (columns === undefined) {
      if (isFigure) columns = cells.length - 2;
      if (columns === undefined ? cells.length > MOST_COLUMNS + 1 : columns < 2 || columns > MOST_COLUMNS)
        return refuse();
      end = columns ?? 0;
    }
    if (columns === undefined) continue;
    if (!isOver && cells.length - end === columns) {
      isOver = figures[end]! || !figures.slice(end + 1).every(Boolean);
      if (!isOver) end += columns;
      // A row with more or less breaks the order of all that follow, and is no end of a table.
      else if (end / columns <= LEAST_ROWS || figures.slice(end).some(Boolean)) return refuse();
    } else if (isOver && isFigure) return refuse();
  }
  if (columns === undefined || end / columns <= LEAST_ROWS || figures.slice(end).some(Boolean)) return refuse();
  const rows: Field[][] = [];
  for (let at = 0; at < end; at += columns) rows.push(cells.slice(at, at + columns));
  return tableOfFields(text, from, after[end - 1]!, rows, true);
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
