import { greatestOf, leastOf } from "./geometry.ts";
import type { ColumnSpan } from "./columns.ts";
import { median } from "./frame.ts";
import { isAmount, isCode, type Piece } from "./pieces.ts";
import { wholeAmounts } from "./torn-amounts.ts";

/** A row of a table that no lines part: its pieces by column. */
export interface AlignedRow {
  readonly middle: number;
  readonly pieces: readonly { readonly column: number; readonly piece: Piece }[];
}

interface Item {
  readonly column: number;
  readonly pieces: readonly Piece[];
}

const ENUMERATED = /^(?:[（(]?[一二三四五六七八九十]{1,3}[)）、.．]|\d+[、.．](?!\d)|其中[:：])/;
/** What no name ends in, though the line above has no room left: the rows below the lists of a table of totals. */
const BEGINS_ROW =
  /^(?:总\s*计|[收支][入出]总\s*计|本年[收支][入出]合\s*计|年[初末](?:财政拨款)?结转和结余|结余分配|使用非财政拨款结余.*)$/;
/** Lines of one cell are at most this far apart, in ems. */
const LINE_PITCH = 1.75;
/** A line that ends nearer to the edge of its column than this, in ems, may go on in the next: no character had room. */
const FULL = 0.95;
const SAME_ROW = 0.45;

/**
 * Finds the rows among the pieces of each column. Figures and codes say where rows are; a label over several lines is
 * one item, whose middle, first or last line is level with its figures, whichever the table does.
 */
export function alignedRows(columns: readonly (readonly Piece[])[], spans: readonly ColumnSpan[]): AlignedRow[] {
  const groups = columns.map((pieces) => wholeAmounts(pieces));
  const torn = groups.flatMap((found, column) =>
    found.flatMap((pieces) => (pieces.length > 1 ? [{ column, pieces }] : [])),
  );
  const rest = groups.map((found) => found.flatMap((pieces) => (pieces.length === 1 ? pieces : [])));
  const figures = rest.flat().filter(isFigure);
  const choices = LEVELS.map((level) => {
    const anchors = anchorsOf([
      ...figures,
      ...torn.map(({ pieces }) => ({ middle: level(pieces), size: pieces[0]!.size })),
    ]);
    const labels = rest.map((pieces, column) =>
      labelsOf(
        pieces.filter((piece) => !isFigure(piece)),
        column,
        anchors,
        level,
        spans[column]!.right,
      ),
    );
    return { level, labels, cost: labels.reduce((sum, { cost }) => sum + cost, 0) };
  });
  const { level, labels } = choices.reduce((best, choice) => (choice.cost < best.cost - 1e-6 ? choice : best));
  const items = [
    ...labels.flatMap((found) => found.items),
    ...rest.flatMap((pieces, column) => pieces.filter(isFigure).map((piece) => ({ column, pieces: [piece] }))),
    ...torn,
  ];
  const sorted = items.map((item) => ({ item, at: level(item.pieces) })).sort((one, other) => one.at - other.at);
  const rows: { at: number; count: number; items: Item[] }[] = [];
  for (const { item, at } of sorted) {
    const size = item.pieces[0]!.size;
    // The row that is level with it and has its column still free.
    const row = rows.findLast(
      (candidate) =>
        Math.abs(candidate.at - at) <= SAME_ROW * size && candidate.items.every(({ column }) => column !== item.column),
    );
    if (row) {
      row.at = (row.at * row.count + at) / (row.count + 1);
      row.count++;
      row.items.push(item);
    } else rows.push({ at, count: 1, items: [item] });
  }
  return rows
    .sort((one, other) => one.at - other.at)
    .map(({ at, items: members }) => ({
      middle: at,
      pieces: members.flatMap(({ column, pieces }) => pieces.map((piece) => ({ column, piece }))),
    }));
}

type Level = (pieces: readonly Piece[]) => number;

/** Where a label of several lines is level with its figures. */
const LEVELS: readonly Level[] = [
  (pieces) => (pieces[0]!.middle + pieces.at(-1)!.middle) / 2,
  (pieces) => pieces[0]!.middle,
  (pieces) => pieces.at(-1)!.middle,
];

function isFigure({ text }: Piece): boolean {
  return isAmount(text) || isCode(text);
}

/** What speaks against a label: no figure is level with it, or its lines could have been longer. */
const WITHOUT_FIGURES = 1;
const BROKEN_EARLY = 3;
const NOT_BROKEN = 0.3;
const MOST_LINES = 9;

/**
 * Parts the lines of one column into labels so that as many as can be are level with figures, and lines are joined only
 * where the first had no room for another character.
 */
function labelsOf(
  pieces: readonly Piece[],
  column: number,
  anchors: readonly number[],
  level: Level,
  right: number,
): { items: Item[]; cost: number } {
  const lines = byLine(pieces);
  // best[n]: the least cost of parting the first n lines, and where the last label of it begins.
  const best: { cost: number; from: number }[] = [{ cost: 0, from: 0 }];
  for (let to = 1; to <= lines.length; to++) {
    let least = { cost: Infinity, from: to - 1 };
    let joins = 0;
    for (let from = to - 1; from >= 0 && to - from <= MOST_LINES; from--) {
      if (from < to - 1) joins += joinCost(lines[from]!, lines[from + 1]!, right);
      if (joins === Infinity) break;
      const label = lines.slice(from, to).flat();
      const cost =
        best[from]!.cost +
        joins +
        levelCost(level(label), anchors, label) +
        partCost(lines[from - 1], lines[from]!, right);
      if (cost < least.cost) least = { cost, from };
    }
    best.push(least);
  }
  const items: Item[] = [];
  for (let to = lines.length; to > 0; to = best[to]!.from)
    items.unshift({ column, pieces: lines.slice(best[to]!.from, to).flat() });
  return { items, cost: best[lines.length]!.cost };
}

function byLine(pieces: readonly Piece[]): Piece[][] {
  const sorted = [...pieces].sort((one, other) => one.middle - other.middle || one.left - other.left);
  const lines: Piece[][] = [];
  for (const piece of sorted) {
    const line = lines.at(-1);
    if (line && Math.abs(line[0]!.middle - piece.middle) < SAME_ROW * piece.size) line.push(piece);
    else lines.push([piece]);
  }
  for (const line of lines) line.sort((one, other) => one.left - other.left);
  return lines;
}

function joinCost(line: readonly Piece[], next: readonly Piece[], right: number): number {
  const last = line.at(-1)!;
  const first = next[0]!;
  if (first.middle - last.middle > LINE_PITCH * first.size) return Infinity;
  if (ENUMERATED.test(first.text) || BEGINS_ROW.test(first.text)) return Infinity;
  return isContinued(last, first, right) ? 0 : BROKEN_EARLY;
}

function partCost(line: readonly Piece[] | undefined, next: readonly Piece[], right: number): number {
  if (!line || ENUMERATED.test(next[0]!.text) || next[0]!.middle - line.at(-1)!.middle > LINE_PITCH * next[0]!.size)
    return 0;
  return isContinued(line.at(-1)!, next[0]!, right) ? NOT_BROKEN : 0;
}

/** A label is level with one row of figures; further rows of figures beside it want labels of their own. */
function levelCost(at: number, anchors: readonly number[], label: readonly Piece[]): number {
  const { size } = label[0]!;
  const near = anchors.slice(
    firstFrom(anchors, label[0]!.middle - SAME_ROW * size),
    firstFrom(anchors, label.at(-1)!.middle + SAME_ROW * size),
  );
  const distance = near.reduce((least, anchor) => Math.min(least, Math.abs(anchor - at)), Infinity) / size;
  return (distance <= SAME_ROW ? distance : WITHOUT_FIGURES) + Math.max(0, near.length - 1);
}

function firstFrom(sorted: readonly number[], value: number): number {
  let [low, high] = [0, sorted.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (sorted[middle]! < value) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Where figures stand, once for each row of them. */
function anchorsOf(figures: readonly Pick<Piece, "middle" | "size">[]): number[] {
  const anchors: number[] = [];
  for (const { middle, size } of [...figures].sort((one, other) => one.middle - other.middle))
    if (anchors.length === 0 || middle - anchors.at(-1)! > SAME_ROW * size) anchors.push(middle);
  return anchors;
}

/** Whether words go on from one line to the next, in a column that ends at `right`. */
export function isContinued(last: Piece, next: Piece, right: number): boolean {
  if (isFigure(last) || isFigure(next) || ENUMERATED.test(next.text) || BEGINS_ROW.test(next.text)) return false;
  return right - last.right <= FULL * next.size;
}

/** Lines between the rows: half way from the lowest piece of one to the highest of the next. */
export function bordersBetween(rows: readonly AlignedRow[], top: number, bottom: number): number[] {
  const borders = [top];
  for (let index = 1; index < rows.length; index++) {
    const above = greatestOf(rows[index - 1]!.pieces.map(({ piece }) => piece.middle));
    const below = leastOf(rows[index]!.pieces.map(({ piece }) => piece.middle));
    borders.push(above < below ? (above + below) / 2 : (rows[index - 1]!.middle + rows[index]!.middle) / 2);
  }
  borders.push(bottom);
  return borders;
}

/** The usual size of the characters of pieces. */
export function usualSize(pieces: readonly Piece[]): number {
  return pieces.length === 0 ? 0 : median(pieces.map(({ size }) => size));
}
