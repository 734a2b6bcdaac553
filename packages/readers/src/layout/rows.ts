import { median } from "./frame.ts";
import { isAmount, isCode, type Piece } from "./pieces.ts";

/** A row of a table that no lines part: its pieces by column. */
export interface AlignedRow {
  readonly middle: number;
  readonly pieces: readonly { readonly column: number; readonly piece: Piece }[];
}

interface Item {
  readonly column: number;
  readonly pieces: Piece[];
}

const ENUMERATED = /^(?:[（(]?[一二三四五六七八九十]{1,3}[)）、.．]|\d+[、.．](?!\d)|其中[:：])/;
/** Lines of one cell are at most this far apart, in ems. */
const LINE_PITCH = 1.75;
/** A line that ends this near the edge of its column, in ems, may go on in the next. */
const FULL = 1.3;
const SAME_ROW = 0.45;

/**
 * Finds the rows among the pieces of each column. Figures and codes say where rows are; a label over several lines is
 * one item, whose middle, first or last line is level with its figures, whichever the table does.
 */
export function alignedRows(columns: readonly (readonly Piece[])[]): AlignedRow[] {
  const items = columns.flatMap((pieces, column) => itemsOf(pieces, column));
  const levels = items.filter(({ pieces }) => pieces.length === 1).map(({ pieces }) => pieces[0]!);
  const levelOf = levelling(items, levels);
  const sorted = items.map((item) => ({ item, level: levelOf(item) })).sort((one, other) => one.level - other.level);
  const rows: { level: number; count: number; items: Item[] }[] = [];
  for (const { item, level } of sorted) {
    const size = item.pieces[0]!.size;
    // The row that is level with it and has its column still free.
    const row = rows.findLast(
      (candidate) =>
        Math.abs(candidate.level - level) <= SAME_ROW * size &&
        candidate.items.every(({ column }) => column !== item.column),
    );
    if (row) {
      row.level = (row.level * row.count + level) / (row.count + 1);
      row.count++;
      row.items.push(item);
    } else rows.push({ level, count: 1, items: [item] });
  }
  return rows
    .sort((one, other) => one.level - other.level)
    .map(({ level, items: members }) => ({
      middle: level,
      pieces: members.flatMap(({ column, pieces }) => pieces.map((piece) => ({ column, piece }))),
    }));
}

/** Joins the lines of a label; each figure and each code is its own. */
function itemsOf(pieces: readonly Piece[], column: number): Item[] {
  const sorted = [...pieces].sort((one, other) => one.middle - other.middle || one.left - other.left);
  const right = sorted.reduce((most, piece) => Math.max(most, piece.right), -Infinity);
  const items: Item[] = [];
  for (const piece of sorted) {
    const open = items.at(-1);
    const last = open?.pieces.at(-1);
    const sameLine = last && Math.abs(last.middle - piece.middle) < SAME_ROW * piece.size;
    if (open && last && (sameLine || goesOn(last, piece, right))) open.pieces.push(piece);
    else items.push({ column, pieces: [piece] });
  }
  return items;
}

function goesOn(last: Piece, piece: Piece, right: number): boolean {
  return piece.middle - last.middle <= LINE_PITCH * piece.size && isContinued(last, piece, right);
}

/** Whether words go on from one line to the next, in a column that ends at `right`. */
export function isContinued(last: Piece, next: Piece, right: number): boolean {
  if (isAmount(last.text) || isCode(last.text) || isAmount(next.text) || ENUMERATED.test(next.text)) return false;
  return right - last.right <= FULL * next.size;
}

/** Where an item of several lines is level with the others: its middle, its first or its last line. */
function levelling(items: readonly Item[], levels: readonly Piece[]): (item: Item) => number {
  const choices: ((item: Item) => number)[] = [
    ({ pieces }) => (pieces[0]!.middle + pieces.at(-1)!.middle) / 2,
    ({ pieces }) => pieces[0]!.middle,
    ({ pieces }) => pieces.at(-1)!.middle,
  ];
  const tall = items.filter(({ pieces }) => pieces.at(-1)!.middle - pieces[0]!.middle > pieces[0]!.size * 0.5);
  const figures = levels.filter(({ text }) => isAmount(text) || isCode(text));
  const matches = (choice: (item: Item) => number) =>
    tall.filter((item) => figures.some((figure) => Math.abs(figure.middle - choice(item)) < 0.35 * figure.size)).length;
  return choices.reduce((best, choice) => (matches(choice) > matches(best) ? choice : best));
}

/** Lines between the rows: half way from the lowest piece of one to the highest of the next. */
export function bordersBetween(rows: readonly AlignedRow[], top: number, bottom: number): number[] {
  const borders = [top];
  for (let index = 1; index < rows.length; index++) {
    const above = Math.max(...rows[index - 1]!.pieces.map(({ piece }) => piece.middle));
    const below = Math.min(...rows[index]!.pieces.map(({ piece }) => piece.middle));
    borders.push(above < below ? (above + below) / 2 : (rows[index - 1]!.middle + rows[index]!.middle) / 2);
  }
  borders.push(bottom);
  return borders;
}

/** The usual size of the characters of pieces. */
export function usualSize(pieces: readonly Piece[]): number {
  return pieces.length === 0 ? 0 : median(pieces.map(({ size }) => size));
}
