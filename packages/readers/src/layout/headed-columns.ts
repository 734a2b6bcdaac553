import { columnAt, type ColumnSpan } from "./columns.ts";
import { median } from "./frame.ts";
import { around, overlap } from "./geometry.ts";
import { isAmount, type Piece } from "./pieces.ts";
import { usualSize } from "./rows.ts";

/** A text that heads a single column. */
export interface Leaf extends ColumnSpan {
  readonly pieces: readonly Piece[];
  readonly centre: number;
}

/** A column with what is known of its borders. */
export interface HeadedColumn extends ColumnSpan {
  /** The middle of its own heading. */
  readonly centre?: number;
  /** Whether most of its texts are amounts, and not codes. */
  readonly figures: boolean;
}

/** Where in their columns a table sets its amounts. */
export type AmountSide = "left" | "middle" | "right";

interface Column {
  left: number;
  right: number;
  centre?: number;
  figures: boolean;
}

/**
 * The columns of the body with what stands over each. A column may have a heading and no figures at all; and where it is
 * wide, its heading may stand over the middle of it, and its figures at one of its edges, with nothing in common.
 */
export function withHeadings(
  columns: readonly ColumnSpan[],
  leaves: readonly Leaf[],
  body: readonly Piece[],
  side: AmountSide,
): HeadedColumn[] {
  const figured = columnsOfFigures(columns, body);
  const widened: Column[] = columns.map(({ left, right }, index) => ({ left, right, figures: figured.has(index) }));
  const under = (leaf: ColumnSpan) =>
    widened.filter((column) => overlap(column.left, column.right, leaf.left, leaf.right) > 0);
  const headed = new Set<Column>();
  const alone: Leaf[] = [];
  const give = (column: Column, leaf: Leaf) => {
    column.centre = leaf.centre;
    widen(widened, column, leaf);
  };
  const sorted = headsOfAmounts(leaves);
  const figures = widened.filter((column) => column.figures);
  // Amounts at the left may stand under the end of the heading before their own.
  const heads = side === "left" ? headsOf(figures, sorted, "left") : undefined;
  for (const [index, leaf] of (heads ?? []).entries()) {
    headed.add(figures[index]!);
    give(figures[index]!, leaf);
  }
  for (const leaf of leaves) {
    if (heads?.includes(leaf)) continue;
    const over = under(leaf).filter((column) => !heads || !column.figures);
    for (const column of over) headed.add(column);
    if (over.length === 0) alone.push(leaf);
    else if (over.length === 1) give(over[0]!, leaf);
  }
  for (const leaf of alone) {
    const before = widened.filter(({ right }) => right <= leaf.left).at(-1);
    const after = widened.find(({ left }) => left >= leaf.right);
    const isFree = (column: Column | undefined): column is Column => {
      if (!column || headed.has(column) || !mayHead(leaf, column, side)) return false;
      const [from, to] = column.left > leaf.left ? [leaf.right, column.left] : [column.right, leaf.left];
      return alone.every((other) => other === leaf || other.centre < from || other.centre > to);
    };
    const [nearer, farther] = side === "left" ? [before, after] : [after, before];
    const own =
      isFree(nearer) && nearer.figures
        ? nearer
        : isFree(farther) && (!farther.figures || !isFree(nearer))
          ? farther
          : undefined;
    if (!own) continue;
    headed.add(own);
    give(own, leaf);
  }
  for (const leaf of alone)
    if (under(leaf).length === 0)
      widened.push({ left: leaf.left, right: leaf.right, centre: leaf.centre, figures: false });
  return widened.sort((one, other) => one.left - other.left);
}

/** A heading stands over the middle of its column: amounts at its right edge end right of the heading's middle. */
function mayHead(leaf: Leaf, column: Column, side: AmountSide): boolean {
  if (!column.figures) return true;
  return side === "left" ? column.left < leaf.centre : column.right > leaf.centre;
}

/**
 * The borders of columns. Where amounts stand at one border of their column, its heading stands in the middle: both
 * borders follow. Elsewhere they lie half way between the texts.
 */
export function edgesOf(columns: readonly HeadedColumn[], box: ColumnSpan, side: AmountSide): number[] {
  const edges = [box.left];
  for (let index = 1; index < columns.length; index++) {
    const [one, next] = [columns[index - 1]!, columns[index]!];
    edges.push(Math.max(one.right, Math.min(next.left, borderBetween(one, next, side))));
  }
  edges.push(box.right);
  return side === "middle" ? mirroredEnds(columns, edges) : edges;
}

/** Where amounts stand in the middle, the first and the last column of them reach as far to either side of it. */
function mirroredEnds(columns: readonly HeadedColumn[], edges: readonly number[]): number[] {
  const ends = [...edges];
  for (const [index, column] of columns.entries()) {
    if (!column.figures || column.centre === undefined) continue;
    const [before, after] = [columns[index - 1], columns[index + 1]];
    if (before && !before.figures && after)
      ends[index] = Math.max(before.right, Math.min(column.left, 2 * column.centre - edges[index + 1]!));
    if (!after && before) ends[index + 1] = Math.max(ends[index + 1]!, 2 * column.centre - edges[index]!);
  }
  return ends;
}

function borderBetween(one: HeadedColumn, next: HeadedColumn, side: AmountSide): number {
  const half = (one.right + next.left) / 2;
  if (side === "middle") return half;
  if (side === "right") {
    const mirrored = next.figures && next.centre !== undefined ? 2 * next.centre - next.right : undefined;
    return one.figures ? Math.min(half, mirrored ?? one.right) : (mirrored ?? half);
  }
  const mirrored = one.figures && one.centre !== undefined ? 2 * one.centre - one.left : undefined;
  return next.figures ? Math.max(half, mirrored ?? next.left) : (mirrored ?? half);
}

/** Amounts stand at the right unless they clearly do not. */
const CLEARLY = 0.6;
/** Headings and amounts count as standing over each other's middle up to this distance, in ems. */
const CENTRED = 0.3;

/**
 * Where the amounts of a table stand in their columns: where their places differ least. Amounts all as long as each
 * other do not tell; then their headings do, over the middle of columns.
 */
export function sideOf(columns: readonly ColumnSpan[], leaves: readonly Leaf[], body: readonly Piece[]): AmountSide {
  const amounts: Piece[][] = columns.map(() => []);
  for (const piece of body)
    if (isAmount(piece.text) && !CODE.test(piece.text) && /\d/.test(piece.text))
      amounts[columnAt(columns, piece)]!.push(piece);
  const size = usualSize(body);
  const spreadOf = (place: (piece: Piece) => number): number =>
    amounts.reduce((sum, column) => {
      const usual = column.length > 0 ? median(column.map(place)) : 0;
      return column.reduce((inner, piece) => inner + Math.abs(place(piece) - usual), sum);
    }, 0);
  const [left, middle, right] = [
    spreadOf((piece) => piece.left),
    spreadOf((piece) => (piece.left + piece.right) / 2),
    spreadOf((piece) => piece.right),
  ];
  if (Math.max(left, middle, right) < size) return sideByHeadings(amounts, leaves, size);
  if (CLEARLY * right <= Math.min(left, middle)) return "right";
  return left < middle ? "left" : "middle";
}

function sideByHeadings(columns: readonly (readonly Piece[])[], leaves: readonly Leaf[], size: number): AmountSide {
  const amounts = columns.flatMap((pieces) => (pieces.length > 0 ? [around(pieces)] : []));
  const sorted = headsOfAmounts(leaves);
  const isMiddle = amounts.every(({ left, right }) =>
    sorted.some(({ centre }) => Math.abs(centre - (left + right) / 2) <= CENTRED * size),
  );
  if (isMiddle) return "middle";
  // As far as the middle of a column is from its border on one side, so far it is on the other: no amount goes beyond.
  const beyond = (side: "left" | "right"): number =>
    headsOf(amounts, sorted, side)?.reduce((sum, { centre }, index) => {
      const { left, right } = amounts[index]!;
      const off = (left + right) / 2 - centre;
      return sum + Math.max(0, side === "left" ? off : -off);
    }, 0) ?? Infinity;
  return beyond("left") < beyond("right") ? "left" : "right";
}

/** The headings, from left to right, that can stand over amounts. */
function headsOfAmounts(leaves: readonly Leaf[]): Leaf[] {
  return leaves
    .filter(({ pieces }) => !LABELS.test(pieces.map(({ text }) => text).join("")))
    .sort((one, other) => one.centre - other.centre);
}

/** What heads the labels of rows. */
export const LABELS = /^(?:[类款项]|[栏行项]\s*次|项\s*目|.*(?:名\s*称|编\s*码|代\s*码))$/;

/**
 * The heading of each column of amounts set at one edge: as headings stand in the middle of columns, it is the first
 * beyond that edge. Nothing where two columns would have the same, or one has none.
 */
function headsOf<L extends Leaf>(
  columns: readonly ColumnSpan[],
  leaves: readonly L[],
  side: "left" | "right",
): L[] | undefined {
  const heads = columns.map(({ left, right }) =>
    side === "left" ? leaves.find(({ centre }) => centre > left) : leaves.findLast(({ centre }) => centre < right),
  );
  const found = heads.filter((head) => head !== undefined);
  return found.length === heads.length && new Set(found).size === heads.length ? found : undefined;
}

/** What a heading covers is its column's, unless it is another's too. */
function widen(columns: readonly Column[], column: Column, leaf: ColumnSpan): void {
  const left = Math.min(column.left, leaf.left);
  const right = Math.max(column.right, leaf.right);
  if (columns.some((other) => other !== column && overlap(other.left, other.right, left, right) > 0)) return;
  column.left = left;
  column.right = right;
}

/** 201, 20103, 2010301; or 05, one level of it. */
const CODE = /^(?:\d{2}|[235]\d{2}(?:\d{2}){0,2})$/;

/** The columns, by their place, most of whose texts are amounts, and not all of them codes. */
export function columnsOfFigures(columns: readonly ColumnSpan[], body: readonly Piece[]): ReadonlySet<number> {
  const balance = columns.map(() => 0);
  const uncoded = new Set<number>();
  for (const piece of body) {
    const column = columns.findIndex(({ left, right }) => piece.left < right && piece.right > left);
    if (column < 0) continue;
    const isFigure = isAmount(piece.text);
    balance[column]! += isFigure ? 1 : -1;
    if (isFigure && !CODE.test(piece.text)) uncoded.add(column);
  }
  return new Set([...balance.keys()].filter((index) => balance[index]! > 0 && uncoded.has(index)));
}
