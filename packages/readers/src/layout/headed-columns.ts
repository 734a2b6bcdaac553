import type { ColumnSpan } from "./columns.ts";
import { overlap } from "./geometry.ts";
import { isAmount, type Piece } from "./pieces.ts";

/** A text that heads a single column. */
export interface Leaf extends ColumnSpan {
  readonly centre: number;
}

/** A column with what is known of its borders. */
export interface HeadedColumn extends ColumnSpan {
  /** The middle of its own heading. */
  readonly centre?: number;
  /** Whether most of its texts are amounts, which end at its right border. */
  readonly figures: boolean;
}

interface Column {
  left: number;
  right: number;
  centre?: number;
  figures: boolean;
}

/**
 * The columns of the body with what stands over each. A column may have a heading and no figures at all; and where it is
 * wide, its heading may stand over the middle of it, and its figures at its right edge, with nothing in common.
 */
export function withHeadings(
  columns: readonly ColumnSpan[],
  leaves: readonly Leaf[],
  body: readonly Piece[],
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
  for (const leaf of leaves) {
    const over = under(leaf);
    for (const column of over) headed.add(column);
    if (over.length === 0) alone.push(leaf);
    else if (over.length === 1) give(over[0]!, leaf);
  }
  for (const leaf of alone) {
    const before = widened.filter(({ right }) => right <= leaf.left).at(-1);
    const after = widened.find(({ left }) => left >= leaf.right);
    const isFree = (column: Column | undefined): column is Column => {
      if (!column || headed.has(column)) return false;
      const [from, to] = column.left > leaf.left ? [leaf.right, column.left] : [column.right, leaf.left];
      return alone.every((other) => other === leaf || other.centre < from || other.centre > to);
    };
    const own =
      isFree(after) && after.figures
        ? after
        : isFree(before) && (!before.figures || !isFree(after))
          ? before
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

/**
 * The borders of columns. Amounts end at the right border of their column, and its heading stands in the middle: both
 * borders follow. Elsewhere they lie half way between the texts.
 */
export function edgesOf(columns: readonly HeadedColumn[], box: ColumnSpan): number[] {
  const edges = [box.left];
  for (let index = 1; index < columns.length; index++) {
    const [one, next] = [columns[index - 1]!, columns[index]!];
    const half = (one.right + next.left) / 2;
    const mirrored = next.figures && next.centre !== undefined ? 2 * next.centre - next.right : undefined;
    const wanted = one.figures ? Math.min(half, mirrored ?? one.right) : (mirrored ?? half);
    edges.push(Math.max(one.right, Math.min(next.left, wanted)));
  }
  edges.push(box.right);
  return edges;
}

/** What a heading covers is its column's, unless it is another's too. */
function widen(columns: readonly Column[], column: Column, leaf: ColumnSpan): void {
  const left = Math.min(column.left, leaf.left);
  const right = Math.max(column.right, leaf.right);
  if (columns.some((other) => other !== column && overlap(other.left, other.right, left, right) > 0)) return;
  column.left = left;
  column.right = right;
}

/** The columns, by their place, most of whose texts are amounts. */
function columnsOfFigures(columns: readonly ColumnSpan[], body: readonly Piece[]): ReadonlySet<number> {
  const balance = columns.map(() => 0);
  for (const piece of body) {
    const column = columns.findIndex(({ left, right }) => piece.left < right && piece.right > left);
    if (column >= 0) balance[column]! += isAmount(piece.text) ? 1 : -1;
  }
  return new Set([...balance.keys()].filter((index) => balance[index]! > 0));
}
