import { greatestOf, leastOf } from "./geometry.ts";
import { columnsOfFigures, type HeadedColumn } from "./headed-columns.ts";
import type { ColumnSpan } from "./columns.ts";
import type { Piece } from "./pieces.ts";
import { usualSize } from "./rows.ts";

// Headings that stand at the left of their columns, as a workbook sets words that nobody centred. Each begins where its
// column begins, so that the columns follow from the headings alone; amounts at the right stand under the heading after
// their own as often as not.

/** What is known of a heading's text. */
export interface Headed {
  readonly pieces: readonly Piece[];
  readonly left: number;
  readonly right: number;
  readonly centre: number;
  readonly middle: number;
  readonly size: number;
}

/** Texts begin at one border up to this, in ems. */
const FLUSH = 0.35;
/** Texts of one level of a heading stand as high as each other up to this, in ems. */
const LEVEL = 0.3;

/** What stands in a cell may lie this far beyond its borders, in ems; of all that stands in a table, so much keeps to them. */
const BEYOND = 0.4;
const KEEPS = 0.97;

/**
 * The columns that begin where headings do, each as far as the next begins; undefined where what stands below does not keep
 * to them.
 */
export function columnsByHeadings(
  blocks: readonly Headed[],
  body: readonly Piece[],
  right: number,
): HeadedColumn[] | undefined {
  const starts = columnsOf(blocks).map((column) => leastOf(column.map(({ left }) => left)));
  const size = usualSize(body);
  const columns = starts.map((left, index) => {
    const end = (starts[index + 1] ?? right + size) - BEYOND * size;
    return { left: left - BEYOND * size, right: end, centre: (left + end) / 2, figures: false };
  });
  const keeps = body.filter((piece) =>
    columns.some((column) => piece.left >= column.left && piece.right <= column.right + BEYOND * size),
  );
  if (keeps.length < KEEPS * body.length) return undefined;
  const figured = columnsOfFigures(columns, body);
  return columns.map((column, index) => ({ ...column, figures: figured.has(index) }));
}

/** The texts of a heading, each moved to the middle of the columns that it heads, as headings mostly stand. */
export function inTheMiddle<B extends Headed>(blocks: readonly B[], right: number): B[] {
  const columns = columnsOf(blocks);
  const starts = columns.map((column) => leastOf(column.map(({ left }) => left)));
  const moved: B[] = [];
  for (const [index, column] of columns.entries())
    for (const [depth, block] of column.entries()) {
      const below = column[depth + 1];
      let last = index;
      if (below && !isNumber(below)) while (columns[last + 1] && isUnder(columns[last + 1]!, block, below)) last++;
      const end = starts[last + 1] ?? Math.max(right, ...column.map((one) => one.right));
      const by = (starts[index]! + end) / 2 - block.centre;
      moved.push({ ...block, left: block.left + by, right: block.right + by, centre: block.centre + by });
    }
  return moved;
}

/**
 * Whether a column stands under a text that has another below it: its topmost text is no higher than that, or heads further
 * columns itself. A text beside the first one, half way down the heading, is none of its.
 */
function isUnder([first, next]: readonly Headed[], above: Headed, below: Headed): boolean {
  if (!first || first.middle <= above.middle + LEVEL * above.size) return false;
  return first.middle > below.middle - LEVEL * below.size || (next !== undefined && !isNumber(next));
}

/** 栏次 and the numbers of columns are a level of their own under single columns. */
function isNumber({ pieces }: Headed): boolean {
  return /^(?:\d{1,2}|[栏行]\s*次)$/.test(wordsOf(pieces));
}

/** The texts that begin at one place, from top to bottom; columns from left to right. */
function columnsOf<B extends Headed>(blocks: readonly B[]): B[][] {
  const columns: B[][] = [];
  for (const block of blocks.toSorted((one, other) => one.left - other.left)) {
    const open = columns.at(-1);
    if (open && block.left - open[0]!.left < FLUSH * block.size) open.push(block);
    else columns.push([block]);
  }
  for (const column of columns) column.sort((one, other) => one.middle - other.middle);
  return columns;
}

function wordsOf(pieces: readonly Piece[]): string {
  return pieces.map(({ text }) => text).join("");
}

/** A column of names is wider than its heading by this, in ems, where the heading shows on which side it stands. */
const ROOM = 3;
const LEAST_NAMES = 3;
/** What heads names alone: 栏次 stands over their codes as well. */
const NAMES = /^(?:项\s*目|科\s*目|.*名\s*称)$/;
/** A heading and the names below it begin at one place, up to this, in ems. */
const AT_NAMES = 0.12;

/** Whether headings stand at the left of their columns: that of the names does, and so do those of the amounts. */
export function isHeadedLeft(
  columns: readonly ColumnSpan[],
  blocks: readonly Headed[],
  body: readonly Piece[],
): boolean {
  const size = usualSize(body);
  const overNames = columns.some((column) => {
    const own = within(column, body);
    const names = own.filter(({ text }) => /\p{sc=Han}{2}/u.test(text) && !/[合总]\s*计$/.test(text));
    if (names.length < LEAST_NAMES || names.length * 2 < own.length) return false;
    const left = leastOf(names.map((piece) => piece.left));
    const right = greatestOf(names.map((piece) => piece.right));
    return blocks.some(
      (block) =>
        NAMES.test(wordsOf(block.pieces)) &&
        Math.abs(block.left - left) < AT_NAMES * size &&
        right - block.right > ROOM * size,
    );
  });
  return overNames && standBehind(columns, blocks, body, size);
}

/** How far behind the amounts of a column, in ems, the heading of the next begins where both are at their borders. */
const BEHIND = 1.3;

/** Whether the headings of amounts begin where their amounts do, or right behind those of the column before; they may not tell. */
function standBehind(
  columns: readonly ColumnSpan[],
  blocks: readonly Headed[],
  body: readonly Piece[],
  size: number,
): boolean {
  let [yes, no] = [0, 0];
  const figures = columnsOfFigures(columns, body);
  for (const [index, column] of columns.entries()) {
    const before = columns[index - 1];
    if (!figures.has(index) || !before || !figures.has(index - 1)) continue;
    const border = greatestOf(within(before, body).map(({ right }) => right));
    const start = leastOf(within(column, body).map(({ left }) => left));
    const begins = blocks.some(
      ({ left }) =>
        Math.abs(left - start) < FLUSH * size || (left > border - FLUSH * size && left < border + BEHIND * size),
    );
    if (begins) yes++;
    else no++;
  }
  return yes >= no;
}

function within({ left, right }: ColumnSpan, body: readonly Piece[]): Piece[] {
  return body.filter((piece) => piece.left < right && piece.right > left);
}
