import type { PlacedCell, PlacedGrid } from "./cells.ts";
import { writeCell } from "./cells.ts";
import { columnAt, columnsOf, type ColumnSpan } from "./columns.ts";
import { edgesOf, sideOf, withHeadings } from "./headed-columns.ts";
import { columnsByHeadings, inTheMiddle, isHeadedLeft } from "./headed-left.ts";
import { around, type Rectangle } from "./geometry.ts";
import { headingBlocks, headingOf, leafBlocks, type Heading, type HeadingCell } from "./heading.ts";
import { isAmount, isCode, joined, piecesByLine, type Piece } from "./pieces.ts";
import { asHeader, type PlacedParagraph } from "./paragraphs.ts";
import { NOTHING, writeLine } from "./placed-text.ts";
import { alignedRows, bordersBetween, isContinued, usualSize, type AlignedRow } from "./rows.ts";
import type { Token } from "./tokens.ts";
import { isBegun } from "./torn-amounts.ts";

/** What one page holds of a table without column lines. */
export interface AlignedPart {
  readonly tokens: readonly Token[];
  readonly page: number;
  /** The row borders, where lines draw them. */
  readonly borders?: readonly number[];
}

/** A table found by how its texts stand under each other. */
export interface AlignedTable {
  readonly grid: PlacedGrid;
  readonly box: Rectangle;
  /** The headings that later pages repeat. */
  readonly repeated: readonly PlacedParagraph[];
  /** Its headings stand at the left of their columns, which amounts may have no part in. */
  readonly headedLeft: boolean;
}

const LABEL = /^[（(]?[一二三四五六七八九十]{1,3}[)）、.．]/;

/** Makes a table of the texts in a region, or in one region on each of several pages. */
export function alignedTable(parts: readonly AlignedPart[], isLeft = false): AlignedTable | undefined {
  const [first, ...others] = parts.map((part) => ({ part, ...headAndBody(part.tokens) }));
  if (!first || (first.body.length === 0 && first.head.length < 2)) return undefined;
  const head = first.head.map(wordsOf);
  const repeated: PlacedParagraph[] = [];
  const bodies = [first.body];
  for (const other of others) {
    const lines = [...other.head, ...other.body];
    const count = repeatedLines(head, lines, other.head.length);
    if (count > 0) {
      const pieces = lines.slice(0, count).flat();
      const words = pieces.map(({ token }) => writeLine(token.glyphs));
      repeated.push(asHeader(words, other.part.page, around(pieces)));
    }
    bodies.push(lines.slice(count));
  }
  const body = bodies.flat(2);
  const found = columnsOf(body);
  const centred = headingBlocks(first.head.flat());
  const headedLeft = isLeft || isHeadedLeft(found, centred, body);
  const box = around(body.concat(first.head.flat()));
  // Where what stands below does not keep to them, they are read as headings in the middle, for sums to confirm.
  const atLeft = headedLeft ? headingBlocks(first.head.flat(), true) : [];
  const byHeadings = headedLeft ? columnsByHeadings(atLeft, body, box.right) : undefined;
  const blocks = byHeadings ? inTheMiddle(atLeft, box.right) : centred;
  const leaves = leafBlocks(blocks);
  const side = sideOf(found, leaves, body);
  const columns = byHeadings ?? withHeadings(found, leaves, body, side);
  if (columns.length < (first.body.length === 0 ? 3 : 2)) return undefined;
  const edges = byHeadings
    ? [box.left, ...columns.slice(1).map(({ left }) => left), box.right]
    : edgesOf(columns, box, side);
  const heading = headingOf(blocks, spansOf(edges));
  const firstBox = around([...first.head.flat(), ...first.body.flat()]);
  const top = Math.min(firstBox.bottom, ...first.body.flat().map((piece) => piece.top));
  const cells: PlacedCell[] = headingCells(
    heading,
    columns.length,
    (row, rowEnd) => {
      const height = (top - firstBox.top) / Math.max(1, heading.rowCount);
      return { top: firstBox.top + height * row, bottom: firstBox.top + height * rowEnd };
    },
    edges,
    first.part.page,
  );
  let { rowCount } = heading;
  let before: AlignedRow | undefined;
  for (const [index, body] of bodies.entries()) {
    const { page, borders } = parts[index]!;
    let rows = rowsOf(body, columns, borders);
    if (before && rows.length > 0 && isRestOf(rows[0]!, before, columns)) {
      const [{ pieces }] = rows as [AlignedRow];
      const cell = cells.find(({ row, column }) => row === rowCount - 1 && column === pieces[0]!.column)!;
      const rest = cellOf(
        cell,
        pieces.map(({ piece }) => piece),
        cell.box,
        page,
      );
      cells[cells.indexOf(cell)] = { ...cell, text: cell.text + rest.text, glyphs: [...cell.glyphs, ...rest.glyphs] };
      rows = rows.slice(1);
    }
    before = rows.at(-1) ?? before;
    if (rows.length === 0) continue;
    cells.push(...bodyCells(rows, edges, around(body.flat()), rowCount, page));
    rowCount += rows.length;
  }
  const ordered = cells.sort((one, other) => one.row - other.row || one.column - other.column);
  return { grid: { rowCount, columnCount: columns.length, cells: ordered }, box: firstBox, repeated, headedLeft };
}

/**
 * How many of a page's first lines repeat the heading: all of it, or all that stands above the page's rows, where word
 * processors leave out lines of a heading whose cells reach over several rows.
 */
function repeatedLines(head: readonly string[], lines: readonly (readonly Piece[])[], above: number): number {
  if (head.length === 0) return 0;
  if (head.every((words, index) => lines[index] && wordsOf(lines[index]) === words)) return head.length;
  let from = 0;
  for (const line of lines.slice(0, above)) {
    const at = head.indexOf(wordsOf(line), from);
    if (at < 0) return 0;
    from = at + 1;
  }
  const isTold = lines.slice(0, above).some((line) => line.length > 1);
  return isTold ? above : 0;
}

/** A page break inside a row: the next page begins with the end of its label and nothing else. */
function isRestOf({ pieces }: AlignedRow, before: AlignedRow, columns: readonly ColumnSpan[]): boolean {
  const [first] = pieces;
  if (!first || pieces.some(({ column }) => column !== first.column)) return false;
  const last = before.pieces.findLast(({ column }) => column === first.column);
  return last !== undefined && isContinued(last.piece, first.piece, columns[first.column]!.right);
}

/** The lines of the heading, and those from the first figure on; without figures, those from 合计 on. */
export function headAndBody(tokens: readonly Token[]): { head: Piece[][]; body: Piece[][] } {
  const lines = piecesByLine(tokens);
  const numbered = lines.slice(0, DEEPEST_HEAD).findIndex(isColumnNumbers);
  // The end of a label that the page break cuts follows at once, and looks like no body.
  if (numbered >= 0) return { head: lines.slice(0, numbered + 1), body: lines.slice(numbered + 1) };
  let start = lines.findIndex(isBodyLine);
  if (start < 0)
    start = lines.findLastIndex((line, index) => index > 0 && /^[合总]\s*计$/.test(line[0]!.text) && line.length === 1);
  // The first half of a label that is level with its figures.
  let first = start;
  while (first > 1 && lines[first]![0]!.middle - lines[first - 1]![0]!.middle < usualSize(lines[first]!)) first--;
  // A heading of two lines in a row too low for it comes as near: one among the lines says that they are no labels.
  if (!lines.slice(Math.max(0, first), start).some(isOfHeadings)) start = first;
  return start < 0 ? { head: lines, body: [] } : { head: lines.slice(0, start), body: lines.slice(start) };
}

const DEEPEST_HEAD = 12;
const HEADS_ROWS = /^(?:项\s*目|金\s*额|科目(?:名称|编码)|[决预]算数|小\s*计)$/;

function isOfHeadings(line: readonly Piece[]): boolean {
  return line.length > 1 && line.some(({ text }) => HEADS_ROWS.test(text));
}

/** 栏次 | 1 | 2, or 1 | 2 | 3: the last line of a heading. */
function isColumnNumbers(line: readonly Piece[]): boolean {
  const words = line.filter(({ text }) => !/^\d{1,2}$/.test(text));
  if (words.some(({ text }) => !/^(?:[栏行项]次|[类款项甲乙丙])$/.test(text))) return false;
  const numbers = line.flatMap(({ text }) => (/^\d{1,2}$/.test(text) ? [Number(text)] : []));
  return (
    numbers.length > (words.some(({ text }) => text.endsWith("次")) ? 0 : 1) &&
    numbers.every((number, index) => number === index + 1)
  );
}

function wordsOf(line: readonly Piece[]): string {
  return line.map(({ text }) => text).join("\t");
}

function rowsOf(
  body: readonly (readonly Piece[])[],
  columns: readonly ColumnSpan[],
  borders: readonly number[] | undefined,
): AlignedRow[] {
  const byColumn: Piece[][] = columns.map(() => []);
  for (const line of body) for (const { column, piece } of placedOn(line, columns)) byColumn[column]!.push(piece);
  return borders ? rowsBetween(borders, byColumn) : alignedRows(byColumn, columns);
}

/** The texts of a line with their columns; two that fall into one are parted or joined. */
function placedOn(line: readonly Piece[], columns: readonly ColumnSpan[]): { column: number; piece: Piece }[] {
  const placed: { column: number; piece: Piece }[] = [];
  for (const piece of line) {
    const column = columnAt(columns, piece);
    const before = placed.at(-1);
    if (before?.column !== column) placed.push({ column, piece });
    // The code and the name of a row in one cell.
    else if (isCode(before.piece.text) && WORDS.test(piece.text)) before.piece = joined(before.piece, piece);
    else {
      // 本年收入合计 in the middle of a wide column of names stands nearer to the number of its line.
      const isFree = column > 0 && !placed.some((other) => other.column === column - 1);
      if (isFree && WORDS.test(before.piece.text) && !WORDS.test(piece.text)) before.column = column - 1;
      placed.push({ column, piece });
    }
  }
  return placed;
}

const WORDS = /^\P{N}*\p{sc=Han}\P{N}*$/u;

function headingCells(
  { cells, rowCount }: Heading,
  columnCount: number,
  heights: (row: number, rowEnd: number) => { top: number; bottom: number },
  edges: readonly number[],
  page: number,
): PlacedCell[] {
  return filledHeading(cells, rowCount, columnCount).map((cell) =>
    cellOf(
      cell,
      cell.pieces,
      {
        left: edges[cell.column]!,
        right: edges[cell.column + cell.columnSpan]!,
        ...heights(cell.row, cell.row + cell.rowSpan),
      },
      page,
    ),
  );
}

function bodyCells(
  rows: readonly AlignedRow[],
  edges: readonly number[],
  box: Rectangle,
  from: number,
  page: number,
): PlacedCell[] {
  const places = bordersBetween(rows, box.top, box.bottom);
  return rows.flatMap((row, index) => {
    const cells: PlacedCell[] = [];
    for (const { column, columnSpan, pieces } of spread(row, edges)) {
      const area = {
        left: edges[column]!,
        right: edges[column + columnSpan]!,
        top: places[index]!,
        bottom: places[index + 1]!,
      };
      cells.push(cellOf({ row: from + index, column, rowSpan: 1, columnSpan }, pieces, area, page));
    }
    return cells;
  });
}

interface SpreadCell {
  readonly column: number;
  readonly columnSpan: number;
  readonly pieces: readonly Piece[];
}

/** The cells of a row. 合计 spans the empty cells around it when it stands in the middle of them. */
function spread({ pieces }: AlignedRow, edges: readonly number[]): SpreadCell[] {
  const columns: Piece[][] = edges.slice(1).map(() => []);
  for (const { column, piece } of pieces) columns[column]!.push(piece);
  const cells: SpreadCell[] = [];
  for (let column = 0; column < columns.length; column++) {
    const span = sumSpan(columns, column, edges);
    cells.push({ column, columnSpan: span.to - column, pieces: columns[span.at]! });
    column = span.to - 1;
  }
  return cells;
}

/** The columns from `column` to `to` that the words at `at` span; one column where they span none. */
function sumSpan(
  columns: readonly (readonly Piece[])[],
  column: number,
  edges: readonly number[],
): { at: number; to: number } {
  let at = column;
  while (at < columns.length && columns[at]!.length === 0) at++;
  const [words, ...more] = columns[at] ?? [];
  if (!words || more.length > 0 || !/[合总小]\s*计$/.test(words.text)) return { at: column, to: column + 1 };
  const centre = (words.left + words.right) / 2;
  let best = { at: column, to: column + 1 };
  let least = Infinity;
  // Every run of empty cells around the words that begins here, or the words alone.
  for (let to = at + 1; to <= columns.length && (to === at + 1 || columns[to - 1]!.length === 0); to++) {
    const distance = Math.abs((edges[column]! + edges[to]!) / 2 - centre);
    if (distance < least) {
      least = distance;
      best = { at, to };
    }
  }
  const alone = Math.abs((edges[at]! + edges[at + 1]!) / 2 - centre);
  if (at > column && least > Math.min(alone, 2 * words.size)) return { at: column, to: column + 1 };
  if (at === column && /经费合\s*计$/.test(words.text)) {
    // 公用经费合计 at the left of all blocks that it sums, its amount in the last of them.
    let next = best.to;
    while (next < columns.length && columns[next]!.length === 0) next++;
    if (next < columns.length && isAmount(columns[next]![0]!.text)) return { at, to: next };
  }
  return best;
}

/** Whether figures, codes or the labels of a table's body stand on a line. */
function isBodyLine(line: readonly Piece[]): boolean {
  if (isOfYears(line)) return false;
  return (
    line.some(({ text }) => /^[-−]?[\d,]+[.．]\d+$/.test(text) || /^\d{3,7}$/.test(text) || isBegun(text)) ||
    (line.length > 1 && line.some(({ text }) => isAmount(text))) ||
    LABEL.test(line[0]!.text)
  );
}

/** 2021 | 2021 over 年度预算数 | 年度决算数, or what a narrow column leaves of it, 202 over 1年度: no code and no amount. */
function isOfYears(line: readonly Piece[]): boolean {
  const years = line.filter(({ text }) => /^20[0-3]\d?$/.test(text)).length;
  return years > 1 && line.every(({ text }) => !/\d/.test(text) || /^20[0-3]\d?$/.test(text));
}

type Place = Pick<PlacedCell, "row" | "column" | "rowSpan" | "columnSpan">;

function cellOf(
  { row, column, rowSpan, columnSpan }: Place,
  pieces: readonly Piece[],
  box: Rectangle,
  page: number,
): PlacedCell {
  const written =
    pieces.length === 0
      ? NOTHING
      : writeCell(
          pieces.map(({ token }) => token),
          box,
        );
  return { row, column, rowSpan, columnSpan, text: written.text, glyphs: written.glyphs, page, box };
}

function spansOf(edges: readonly number[]): ColumnSpan[] {
  return edges.slice(1).map((right, index) => ({ left: edges[index]!, right }));
}

function rowsBetween(borders: readonly number[], columns: readonly (readonly Piece[])[]): AlignedRow[] {
  const rows: AlignedRow[] = [];
  for (let index = 1; index < borders.length; index++) {
    const [top, bottom] = [borders[index - 1]!, borders[index]!];
    const pieces = columns.flatMap((members, column) =>
      members.filter(({ middle }) => middle > top && middle <= bottom).map((piece) => ({ column, piece })),
    );
    if (pieces.length > 0) rows.push({ middle: (top + bottom) / 2, pieces });
  }
  return rows;
}

/** Places without a text are cells too. */
function filledHeading(cells: readonly HeadingCell[], rowCount: number, columnCount: number): HeadingCell[] {
  const taken = new Set<number>();
  for (const cell of cells)
    for (let row = cell.row; row < cell.row + cell.rowSpan; row++)
      for (let column = cell.column; column < cell.column + cell.columnSpan; column++)
        taken.add(row * columnCount + column);
  const filled = [...cells];
  for (let row = 0; row < rowCount; row++)
    for (let column = 0; column < columnCount; column++)
      if (!taken.has(row * columnCount + column)) filled.push({ row, column, rowSpan: 1, columnSpan: 1, pieces: [] });
  return filled;
}
