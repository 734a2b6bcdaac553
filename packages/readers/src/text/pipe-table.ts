import { tableOfFields, widest, type Field, type FoundTable, type Spread } from "./found-table.ts";
import type { Line } from "./lines.ts";
import type { Refusal } from "./refusal.ts";
import { isFigureText, standsApart } from "./surroundings.ts";

// Cells between upright strokes: Markdown's | a | b | with its line of dashes, and the lines that programs make of the
// tables of web pages: a | b |, where a cell over several columns is followed by empty ones and a cell over several rows
// stands in the first of them alone.

const DASHES = /^\|?\s*:?-{1,}:?\s*(\|\s*:?-{1,}:?\s*)*\|?$/;

function isDashes({ text }: Line): boolean {
  return DASHES.test(text) && text.includes("-");
}

/** Up to which line a run of strokes is no table, from none of its lines or from none without a frame. */
export interface StrokesRefusal {
  readonly empty: Refusal;
  readonly loose: Refusal;
}

function isFramed(line: Line | undefined): boolean {
  return line !== undefined && line.text.startsWith("|") && line.text.endsWith("|");
}

/** The table of strokes that begins on a line. */
export function pipeTable(
  text: string,
  lines: readonly Line[],
  from: number,
  refused: StrokesRefusal,
): FoundTable | undefined {
  if (refused.empty.covers(from)) return undefined;
  const second = lines[from + 1];
  const dashed = second !== undefined && isDashes(second);
  const framed = isFramed(lines[from]) && isFramed(second);
  if (!dashed && !framed && refused.loose.covers(from)) return undefined;
  const isRow = framed && !dashed ? isFramed : (line: Line | undefined) => line?.text.includes("|") === true;
  let to = from;
  while (to < lines.length && isRow(lines[to])) to++;
  const rows = rowsOf(
    text,
    lines.slice(from, to).filter((line) => !isDashes(line)),
  );
  if (!dashed && !framed && !hasFigures(text, rows)) return refused.loose.until(to);
  // Where nothing stands between the strokes there is no table from any of these lines.
  return tableOfFields(text, from, to, rows, true, dashed ? [] : headsOf(text, rows)) ?? refused.empty.until(to);
}

const LEAST_ROWS = 2;

/** Links and paths are parted by strokes too: 首页 | 新闻 | 公开. */
function hasFigures(text: string, rows: readonly (readonly Field[])[]): boolean {
  return rows.length >= LEAST_ROWS && rows.some((row) => row.some((field) => isFigureText(wordsAt(text, field))));
}

function wordsAt(text: string, [start, end]: Field): string {
  const words = text.slice(start, end).trim();
  // What a program without the character writes for a space of its own.
  return /^[?？\uFFFD]$/.test(words) ? "" : words;
}

/**
 * The cells of each row. A stroke at the beginning of a line is the frame where the first line has one; where that begins with
 * its first cell it stands behind an empty one, unless the row would have a cell more than those that do.
 */
function rowsOf(text: string, lines: readonly Line[]): Field[][] {
  const rows = lines.map((line) => pipeFields(text, line));
  const isPiped = ({ start }: Line): boolean => text[start] === "|";
  if (lines.length === 0 || isPiped(lines[0]!)) return rows;
  const width = widest(rows.filter((_, row) => !isPiped(lines[row]!)));
  return rows.map((fields, row) => {
    const { start } = lines[row]!;
    return isPiped(lines[row]!) && fields.length < width ? [[start, start], ...fields] : fields;
  });
}

function pipeFields(text: string, line: Line): Field[] {
  const fields: Field[] = [];
  let start = line.start + (text[line.start] === "|" ? 1 : 0);
  for (let at = start; at <= line.end; at++) {
    const escaped = text[at - 1] === "\\";
    if (at === line.end || (text[at] === "|" && !escaped)) {
      if (at < line.end || at > start) fields.push([start, at]);
      start = at + 1;
    }
  }
  return fields;
}

/**
 * The rows of a heading with the columns of their cells, where a row says less than it has columns: its texts are those
 * below the cells of the row above that were over several columns.
 */
function headsOf(text: string, rows: readonly (readonly Field[])[]): Spread[][] {
  const width = widest(rows);
  const heads: Spread[][] = [];
  let above: readonly Spread[] | undefined;
  for (const row of rows) {
    const filled = row.filter((field) => wordsAt(text, field) !== "");
    const words = filled.map((field) => wordsAt(text, field));
    if (words.some(isFigureText)) break;
    // A title or the unit, alone or in company of its like.
    const isApart = filled.length <= 1 || standsApart(words);
    const shared = isApart || !above ? undefined : sharedOut(text, above, words, width);
    if (shared) {
      heads[heads.length - 1] = shared.above;
      heads.push(filled.map((field, at) => ({ field, column: shared.labels + at, span: 1 })));
      above = heads.at(-1);
      continue;
    }
    const below: number[] = isApart || !above ? [] : above.flatMap(columnsBelow);
    const isShort =
      below.length > 0 &&
      filled.length === below.length &&
      row.findLastIndex((field) => wordsAt(text, field) !== "") < width - 1;
    const spread = isShort
      ? filled.map((field, index) => ({ field, column: below[index]!, span: 1 }))
      : spreadOver(text, row);
    heads.push(spread);
    if (!isApart) above = spread;
  }
  return heads;
}

/**
 * 项目 | 预算数 | 决算数 | ||||, and below it 合计 | 一般公共预算 | 政府性基金 twice: the empty cells of all that is over several columns
 * stand at the end. What is repeated below shows how many each is over.
 */
function sharedOut(
  text: string,
  above: readonly Spread[],
  words: readonly string[],
  width: number,
): { readonly above: Spread[]; readonly labels: number } | undefined {
  const names = above.map(({ field }) => wordsAt(text, field));
  // 备注 at the end stands over one column, with nothing below it.
  const remarks = REMARK.test(names.at(-1)!) ? 1 : 0;
  const labels = width - words.length - remarks;
  const groups = above.length - labels - remarks;
  const share = words.length / groups;
  const isLost = above.slice(0, -1).every(({ span }) => span === 1) && above.at(-1)!.span > 1;
  if (labels < 1 || groups < 2 || share < 2 || !Number.isInteger(share) || !isLost) return undefined;
  if (!words.every((word, at) => word === words[at % share])) return undefined;
  const isSo = (name: string, at: number): boolean =>
    at < labels ? LABEL.test(name) : at < labels + groups ? STAGE.test(name) : true;
  if (!names.every(isSo)) return undefined;
  return {
    labels,
    above: above.map(({ field }, at) => {
      if (at < labels) return { field, column: at, span: 1 };
      if (at >= labels + groups) return { field, column: width - 1, span: 1 };
      return { field, column: labels + (at - labels) * share, span: share };
    }),
  };
}

const REMARK = /^(?:备\s*注|说\s*明)$/;
const LABEL = /^(?:项\s*目|科目|功能分类|经济分类|编码|代码|名称|序号|行次|部门|单位)/;
const STAGE = /^(?:(?:本年|上年|年初|全年|调整|20\d\d年度?)?(?:预\s*算|决\s*算|支出|收入)\s*数?|(?:本|上)年数?)$/;

function columnsBelow({ column, span }: Spread): number[] {
  return span > 1 ? Array.from({ length: span }, (_, index) => column + index) : [];
}

/** Each filled cell over the empty ones behind it. */
function spreadOver(text: string, row: readonly Field[]): Spread[] {
  const spreads: Spread[] = [];
  let next = row.length;
  for (let column = row.length - 1; column >= 0; column--) {
    const field = row[column]!;
    if (wordsAt(text, field) === "") continue;
    spreads.push({ field, column, span: next - column });
    next = column;
  }
  return spreads.reverse();
}
