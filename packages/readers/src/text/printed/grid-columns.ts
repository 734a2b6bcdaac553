import type { Glyph } from "../../layout/content.ts";
import type { PlacedCell, PlacedGrid } from "../../layout/cells.ts";

// What the columns of a printed grid hold, and where its headings stand.

export interface Range {
  readonly left: number;
  readonly right: number;
}

export interface Body extends Range {
  readonly column: number;
  readonly kind: "words" | "whole" | "amounts" | "blank";
  /** The width of a character. */
  readonly size: number;
}

export const AMOUNT = /^[-−]?[\d,]+[.．]\d\d$/;
/** What is printed for nothing. */
const NOTHING = /^(?:0|[-—－–]+)$/;
const WHOLE = /^\d{1,7}$/;

/** The first row below the headings. */
export function firstRow({ cells }: PlacedGrid): number | undefined {
  return cells.find(({ text }) => AMOUNT.test(text) || /^[235]\d{2}(?:\d{2}){0,2}$/.test(text))?.row;
}

/** What each column of a grid holds under its headings; nothing where an amount is in none. */
export function bodyColumns({ cells, columnCount }: PlacedGrid, first: number): Body[] | undefined {
  const columns: Body[] = [];
  const own = Map.groupBy(
    cells.filter(({ row, text }) => row >= first && text !== ""),
    ({ column }) => column,
  );
  for (const list of own.values())
    if (
      list.some(
        ({ text, columnSpan }) =>
          /\d/.test(text) && (columnSpan > 1 || (/\d[.．]\d\d/.test(text) && !AMOUNT.test(text))),
      )
    )
      return undefined;
  for (let column = 0; column < columnCount; column++) {
    const texts = own.get(column) ?? [];
    const amounts = texts.filter(({ text }) => AMOUNT.test(text) || NOTHING.test(text));
    const kind =
      texts.length === 0
        ? "blank"
        : amounts.some(({ text }) => AMOUNT.test(text))
          ? "amounts"
          : texts.every(({ text }) => WHOLE.test(text) || /^[合总]计$/.test(text))
            ? "whole"
            : "words";
    if (kind === "amounts" && amounts.length < texts.length) return undefined;
    const placed = texts.flatMap(({ glyphs }) => glyphs.filter((glyph) => glyph !== undefined));
    const left = placed.reduce((least, glyph) => Math.min(least, glyph.left), Infinity);
    const right = placed.reduce((most, glyph) => Math.max(most, glyph.right), -Infinity);
    columns.push({ column, kind, left, right, size: placed[0]?.size ?? 0 });
  }
  return columns;
}

/** In characters. */
const PUSHED = 1.5;

export interface HeadingWord extends Range {
  readonly text: string;
  /** It follows the word before it after a single space: longer than its column, that one may have pushed it aside. */
  readonly pushed: boolean;
}

/** The words above the body, each with its place on its line. */
export function wordsOf({ cells }: PlacedGrid, first: number): HeadingWord[] {
  const glyphs = cells
    .filter(({ row }) => row < first)
    .flatMap((cell) => cell.glyphs.filter((glyph) => glyph !== undefined));
  const lines = Map.groupBy(glyphs, ({ page, baseline }) => `${page} ${baseline}`);
  return [...lines.values()].flatMap((line) => {
    const words: { text: string; left: number; right: number; pushed: boolean }[] = [];
    let before: Glyph | undefined;
    for (const glyph of line.toSorted((one, other) => one.left - other.left)) {
      const last = words.at(-1);
      if (last && before && !glyph.spaced && glyph.left - before.right < 0.5 * glyph.size) {
        last.text += glyph.text;
        last.right = glyph.right;
      } else {
        const pushed = last !== undefined && glyph.left - last.right < PUSHED * glyph.size;
        words.push({ text: glyph.text, left: glyph.left, right: glyph.right, pushed });
      }
      before = glyph;
    }
    return words;
  });
}

/**
 * 205 over 08 over 03 for 2050803, in a column too narrow for a code: its ends begin rows of their own, and the class comes
 * again for each of its codes, without a name. Which amounts are of which code, nothing tells.
 */
export function areCodesTorn({ cells }: PlacedGrid): boolean {
  const firsts = new Map<number, PlacedCell>();
  for (const cell of cells)
    if (cell.text !== "" && cell.column <= (firsts.get(cell.row)?.column ?? Infinity)) firsts.set(cell.row, cell);
  const texts = [...firsts.values()].map(({ text }) => text.trim());
  const ends = texts.filter((text) => /^\d{2}(?:\s|$)/.test(text)).length;
  const classes = texts.filter((text) => /^[235]\d{2}$/.test(text));
  return ends >= LEAST_TORN && classes.length - new Set(classes).size >= LEAST_TORN;
}

const LEAST_TORN = 3;

const byRow = new WeakMap<PlacedGrid, ReadonlyMap<number, readonly PlacedCell[]>>();

/** The cells that begin in a row. Grids are asked for their rows once for each choice of columns. */
export function inRow(grid: PlacedGrid, row: number): readonly PlacedCell[] {
  let rows = byRow.get(grid);
  if (!rows) byRow.set(grid, (rows = Map.groupBy(grid.cells, (cell) => cell.row)));
  return rows.get(row) ?? [];
}
