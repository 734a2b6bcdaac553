import { usualSize } from "./rows.ts";
import type { Piece } from "./pieces.ts";

/** The stretch that a column's texts take up. */
export interface ColumnSpan {
  readonly left: number;
  readonly right: number;
}

/** Columns are parted by a stretch at least this wide, in ems, that texts do not cross. */
const LEAST_GAP = 0.1;
/** Of a hundred lines this many may cross it: a sum that spans columns, a text too long for its own. */
const CROSSING = 0.02;

/** Finds columns as the stretches between which next to nothing stands. */
export function columnsOf(pieces: readonly Piece[]): ColumnSpan[] {
  const telling = pieces.filter(({ text }) => !/[合总小]计$/.test(text));
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
