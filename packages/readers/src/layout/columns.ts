import { greatestOf, leastOf } from "./geometry.ts";
import { usualSize } from "./rows.ts";
import { isAmount, isCode, type Piece } from "./pieces.ts";

/** The stretch that a column's texts take up. */
export interface ColumnSpan {
  readonly left: number;
  readonly right: number;
}

/** Columns are parted by a stretch at least this wide, in ems, that texts do not cross. */
const LEAST_GAP = 0.1;
/** Of a hundred lines this many may cross it: a sum that spans columns, a text too long for its own. */
const CROSSING = 0.02;

const DASH = /^[-−－—–]+$/;

/** Finds columns as the stretches between which next to nothing stands. */
export function columnsOf(pieces: readonly Piece[]): ColumnSpan[] {
  const dashes = pieces.filter(({ text }) => DASH.test(text));
  const telling = pieces.filter(({ text }) => !DASH.test(text) && !/[合总小]计$/.test(text));
  const columns = stretchesOf(telling)
    .flatMap((column) => parted(column, telling))
    .flatMap((column) => partedBehind(column, telling));
  return dashes.length === 0 ? columns : withDashes(columns, dashes, pieces);
}

/**
 * A long name may run up to the amounts of other rows, and names and amounts then seem one column: they are two where most
 * amounts have a name before them on their own line.
 */
function parted(column: ColumnSpan, pieces: readonly Piece[]): ColumnSpan[] {
  const own = pieces.filter(({ left, right }) => left < column.right && right > column.left);
  const amounts = own.filter(({ text }) => isAmount(text));
  const names = own.filter(({ text }) => /\p{sc=Han}{2}/u.test(text));
  if (amounts.length < LEAST_NAMED || names.length < LEAST_NAMED) return [column];
  const named = amounts.filter((amount) =>
    names.some((name) => isLevel(name, amount) && name.right <= amount.left + NEARLY * amount.size),
  );
  if (named.length < LEAST_NAMED || named.length * 2 < amounts.length) return [column];
  const border = leastOf(amounts.map(({ left }) => left));
  if (names.filter(({ left }) => left >= border).length > 0 || border <= column.left) return [column];
  const right = Math.min(border, greatestOf(names.map((name) => name.right)));
  return [
    { left: column.left, right },
    { left: border, right: column.right },
  ];
}

/**
 * Amounts at the right of their column may touch the codes or names at the left of the next, where a layer of recognised
 * text does not keep to its columns: they are two where most amounts have such a text behind them on their own line.
 */
function partedBehind(column: ColumnSpan, pieces: readonly Piece[]): ColumnSpan[] {
  const own = pieces.filter(({ left, right }) => left < column.right && right > column.left);
  const amounts = own.filter(({ text }) => /\d[.．]\d\d$/.test(text));
  const labels = own.filter(({ text }) => isCode(text) || /\p{sc=Han}{2}/u.test(text));
  if (amounts.length < LEAST_BEHIND || labels.length < LEAST_BEHIND) return [column];
  if (amounts.length + labels.length < own.length) return [column];
  const behind = amounts.filter((amount) =>
    labels.some((label) => isLevel(amount, label) && amount.right <= label.left + TOUCHES * label.size),
  );
  if (behind.length * 2 < amounts.length) return [column];
  const [end, start] = [greatestOf(amounts.map(({ right }) => right)), leastOf(labels.map(({ left }) => left))];
  if (end - start > TOUCHES * usualSize(own) || end <= column.left || start >= column.right) return [column];
  const border = (end + start) / 2;
  return [
    { left: column.left, right: border },
    { left: border, right: column.right },
  ];
}

const LEAST_BEHIND = 3;
const TOUCHES = 0.5;

const LEAST_NAMED = 2;
/** What touches may overlap by this, in ems. */
const NEARLY = 0.2;

/**
 * A dash for nothing may stand at the left of a cell, or in its middle, where amounts stand at the right: it belongs to
 * the column beside it that has an amount in none of the dashes' rows. Dashes beside no such column are a column.
 */
function withDashes(columns: readonly ColumnSpan[], dashes: readonly Piece[], pieces: readonly Piece[]): ColumnSpan[] {
  const found = columns.map(({ left, right }) => ({ left, right }));
  for (const { left, right } of stretchesOf(dashes)) {
    if (found.some((column) => column.left < right && column.right > left)) continue;
    const own = dashes.filter((dash) => dash.left < right && dash.right > left);
    const isFree = (column: ColumnSpan | undefined): column is ColumnSpan =>
      column !== undefined &&
      !pieces.some(
        (piece) =>
          piece.left < column.right &&
          piece.right > column.left &&
          (!/\d/.test(piece.text) || own.some((dash) => isLevel(dash, piece))),
      );
    const sorted = [...found].sort((one, other) => one.left - other.left);
    const after = sorted.find((column) => column.left >= right);
    const before = sorted.findLast((column) => column.right <= left);
    const column = isFree(after) ? after : isFree(before) ? before : undefined;
    const known = found.find((other) => other === column);
    if (known) {
      known.left = Math.min(known.left, left);
      known.right = Math.max(known.right, right);
    } else found.push({ left, right });
  }
  return found.sort((one, other) => one.left - other.left);
}

function isLevel(one: Piece, other: Piece): boolean {
  return pageOf(one) === pageOf(other) && Math.abs(one.middle - other.middle) < 0.5 * one.size;
}

function pageOf({ token }: Piece): number {
  return token.glyphs[0]!.page;
}

function stretchesOf(telling: readonly Piece[]): ColumnSpan[] {
  const lines = new Set(telling.map(({ middle, size }) => Math.round(middle / size))).size;
  const allowed = Math.floor(lines * CROSSING);
  const size = usualSize(telling);
  const edges = telling
    .flatMap(({ left, right }) => [
      { at: left, step: 1 },
      { at: right, step: -1 },
    ])
    .sort((one, other) => one.at - other.at || one.step - other.step);
  const columns: { left: number; right: number }[] = [];
  let depth = 0;
  for (const { at, step } of edges) {
    const before = depth;
    depth += step;
    if (before <= allowed && depth > allowed) {
      const last = columns.at(-1);
      if (last && at - last.right < LEAST_GAP * size) last.right = Infinity;
      else columns.push({ left: at, right: Infinity });
    } else if (before > allowed && depth <= allowed && columns.length > 0) columns.at(-1)!.right = at;
  }
  return columns.filter(({ left, right }) => right > left);
}

/** The column that a text stands in: the one it covers most of, or else the nearest. */
export function columnAt(columns: readonly ColumnSpan[], { left, right }: ColumnSpan): number {
  let best = 0;
  let most = -Infinity;
  for (const [index, column] of columns.entries()) {
    const shared = Math.min(right, column.right) - Math.max(left, column.left);
    if (shared > most) {
      most = shared;
      best = index;
    }
  }
  return best;
}
