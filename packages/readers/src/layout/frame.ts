import type { Rule } from "./content.ts";
import { overlap, type Rectangle } from "./geometry.ts";
import { TOUCH, type RuleGroup } from "./rules.ts";

/** A cell's place in a grid of lines. */
export interface FrameCell extends Rectangle {
  readonly row: number;
  readonly column: number;
  readonly rowSpan: number;
  readonly columnSpan: number;
}

/** The cells that lines make. */
export interface Frame extends Rectangle {
  /** Places of the column borders, left to right, and of the row borders, top to bottom. */
  readonly xs: readonly number[];
  readonly ys: readonly number[];
  readonly cells: readonly FrameCell[];
}

/** Borders nearer than this are one border, drawn double; no row is as low. */
const SAME_BORDER = 4;
/** A side of a cell is a wall when lines cover this share of it. */
const WALL = 0.55;
/** Lines that reach this far beyond the outermost border leave a side open. */
const OPEN_SIDE = 8;

/** The cells of a group of lines, or nothing when the lines enclose none. */
export function frameOf(group: RuleGroup): Frame | undefined {
  if (group.horizontal.length < 2 || group.vertical.length < 1) return undefined;
  const xs = borders(group.vertical, group.horizontal);
  const ys = borders(group.horizontal, group.vertical);
  if (xs.length < 2 || ys.length < 2) return undefined;
  const columns = xs.length - 1;
  const rows = ys.length - 1;
  const left = wallsOf(group.vertical, xs, ys);
  const above = wallsOf(group.horizontal, ys, xs);
  const open = new Merged(rows * columns);
  for (let row = 0; row < rows; row++)
    for (let column = 0; column < columns; column++) {
      if (column > 0 && !left(column, row)) open.join(row * columns + column, row * columns + column - 1);
      if (row > 0 && !above(row, column)) open.join(row * columns + column, (row - 1) * columns + column);
    }
  const taken = new Uint8Array(rows * columns);
  const cells: FrameCell[] = [];
  for (let row = 0; row < rows; row++)
    for (let column = 0; column < columns; column++) {
      if (taken[row * columns + column]) continue;
      const root = open.rootOf(row * columns + column);
      const isMine = (r: number, c: number) => !taken[r * columns + c] && open.rootOf(r * columns + c) === root;
      // A region that is no rectangle falls into rectangles, the widest first.
      let columnEnd = column + 1;
      while (columnEnd < columns && isMine(row, columnEnd)) columnEnd++;
      let rowEnd = row + 1;
      while (rowEnd < rows && range(column, columnEnd).every((c) => isMine(rowEnd, c))) rowEnd++;
      for (let r = row; r < rowEnd; r++) for (let c = column; c < columnEnd; c++) taken[r * columns + c] = 1;
      cells.push({
        row,
        column,
        rowSpan: rowEnd - row,
        columnSpan: columnEnd - column,
        left: xs[column]!,
        right: xs[columnEnd]!,
        top: ys[row]!,
        bottom: ys[rowEnd]!,
      });
    }
  return { left: xs[0]!, right: xs.at(-1)!, top: ys[0]!, bottom: ys.at(-1)!, xs, ys, cells };
}

function range(from: number, to: number): number[] {
  return Array.from({ length: to - from }, (_, index) => from + index);
}

/** Where borders run, with those that the crossing lines imply where a side is left open. */
function borders(along: readonly Rule[], across: readonly Rule[]): number[] {
  const places = cluster(along.map((rule) => rule.at));
  const starts = across.map((rule) => rule.from);
  const ends = across.map((rule) => rule.to);
  const outset = (values: readonly number[], isOuter: (value: number) => boolean) => {
    const outer = values.filter(isOuter);
    return outer.length >= Math.max(2, across.length / 3) ? median(outer) : undefined;
  };
  const before = outset(starts, (value) => value < (places[0] ?? Infinity) - OPEN_SIDE);
  const after = outset(ends, (value) => value > (places.at(-1) ?? -Infinity) + OPEN_SIDE);
  return [...(before === undefined ? [] : [before]), ...places, ...(after === undefined ? [] : [after])];
}

function cluster(values: readonly number[]): number[] {
  const sorted = [...values].sort((one, other) => one - other);
  const places: number[] = [];
  for (let from = 0; from < sorted.length;) {
    let to = from + 1;
    while (to < sorted.length && sorted[to]! - sorted[from]! <= SAME_BORDER) to++;
    places.push(median(sorted.slice(from, to)));
    from = to;
  }
  return places;
}

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((one, other) => one - other);
  return sorted[Math.floor(sorted.length / 2)]!;
}

/** Whether border `index` is a wall along the band between two crossing borders. The outermost borders always are. */
function wallsOf(
  along: readonly Rule[],
  places: readonly number[],
  bands: readonly number[],
): (index: number, band: number) => boolean {
  const bandCount = bands.length - 1;
  const covered = new Float32Array(places.length * bandCount);
  for (const rule of along) {
    for (const [index, place] of places.entries()) {
      if (Math.abs(place - rule.at) > SAME_BORDER) continue;
      for (let band = 0; band < bandCount; band++) {
        const length = overlap(rule.from - TOUCH / 2, rule.to + TOUCH / 2, bands[band]!, bands[band + 1]!);
        if (length > 0) covered[index * bandCount + band]! += length / (bands[band + 1]! - bands[band]!);
      }
    }
  }
  return (index, band) => index === 0 || index === places.length - 1 || covered[index * bandCount + band]! >= WALL;
}

class Merged {
  readonly #parents: Int32Array;

  constructor(size: number) {
    this.#parents = Int32Array.from({ length: size }, (_, index) => index);
  }

  rootOf(index: number): number {
    let root = index;
    while (this.#parents[root] !== root) root = this.#parents[root]!;
    let at = index;
    while (at !== root) {
      const next = this.#parents[at]!;
      this.#parents[at] = root;
      at = next;
    }
    return root;
  }

  join(one: number, other: number): void {
    this.#parents[this.rootOf(one)] = this.rootOf(other);
  }
}
