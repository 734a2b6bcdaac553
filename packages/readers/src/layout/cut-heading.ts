import { rowsOf } from "../text/grid.ts";
import type { PlacedCell, PlacedGrid } from "./cells.ts";
import type { Glyph } from "./content.ts";
import type { PlacedTable } from "./page.ts";
import type { PlacedParagraph } from "./paragraphs.ts";
import { joinPlaced } from "./placed-text.ts";

const ROWS = 4;
const NEAR = 0.03;
const LINES = 3;

/**
 * A heading that a page break cuts off from its columns: 收入 | 支出, each over two columns, or 项目 over code and name, alone at
 * the foot of a page. It is set again on the columns of the next page, with the ends of words that the break cut; undefined
 * where it is no heading, or none of those columns.
 */
export function cutHeading(one: PlacedTable, next: PlacedTable): { head: PlacedGrid; rest: PlacedGrid } | undefined {
  const { grid } = one;
  if (grid.rowCount > ROWS || grid.columnCount >= next.grid.columnCount) return undefined;
  if (grid.cells.some(({ text }) => /\d/.test(text))) return undefined;
  const places = edges(next);
  if (!places) return undefined;
  const width = rightOf(one) - one.box.left;
  const cells: PlacedCell[] = [];
  for (const cell of grid.cells) {
    const from = nearest(places, (cell.box.left - one.box.left) / width);
    const to = nearest(places, (cell.box.right - one.box.left) / width);
    if (from === undefined || to === undefined || to <= from) return undefined;
    cells.push({ ...cell, column: from, columnSpan: to - from });
  }
  return withEnds({ rowCount: grid.rowCount, columnCount: next.grid.columnCount, cells }, next.grid);
}

/**
 * A heading at the foot of a page whose cells the break leaves open: the second lines of its words, 本年收入合 | 计, stand below
 * its last rule and pass for paragraphs. Undefined where what follows is a text of its own.
 */
export function withLinesBelow(one: PlacedTable, lines: readonly PlacedParagraph[]): PlacedGrid | undefined {
  const { grid } = one;
  if (grid.rowCount > ROWS || lines.length > LINES || grid.cells.some(({ text }) => /\d/.test(text))) return undefined;
  const added = new Map<PlacedCell, { text: string; readonly glyphs: Glyph[] }>();
  for (const { text, glyphs, box, page } of lines) {
    if (page !== one.page || /[\d。，：；]/.test(text) || box.bottom < one.box.bottom) return undefined;
    for (const [index, glyph] of glyphs.entries()) {
      if (!glyph) continue;
      const middle = (glyph.left + glyph.right) / 2;
      const cell = grid.cells.findLast(({ box: { left, right } }) => left <= middle && middle <= right);
      if (!cell) return undefined;
      const words = added.get(cell) ?? { text: "", glyphs: [] };
      words.text += text[index]!;
      words.glyphs.push(glyph);
      added.set(cell, words);
    }
  }
  return {
    ...grid,
    cells: grid.cells.map((cell) => {
      const words = added.get(cell);
      return words ? { ...cell, ...joinPlaced([cell, words], () => true) } : cell;
    }),
  };
}

function rightOf({ grid, box }: PlacedTable): number {
  return grid.cells.reduce((most, cell) => Math.max(most, cell.box.right), box.right);
}

/** Where the columns begin, and where the last one ends, from 0 to 1; undefined where a column has no cell of its own. */
function edges(table: PlacedTable): readonly number[] | undefined {
  const { grid, box } = table;
  const width = rightOf(table) - box.left;
  const found: (number | undefined)[] = Array.from({ length: grid.columnCount });
  for (const cell of grid.cells) found[cell.column] ??= (cell.box.left - box.left) / width;
  return found.some((place) => place === undefined) ? undefined : [...(found as number[]), 1];
}

function nearest(places: readonly number[], place: number): number | undefined {
  const index = places.findIndex((other) => Math.abs(other - place) <= NEAR);
  return index < 0 ? undefined : index;
}

/** Cells of the heading that run over the break: their rest stands empty, or with the end of the words, in the next row. */
function withEnds(head: PlacedGrid, below: PlacedGrid): { head: PlacedGrid; rest: PlacedGrid } {
  const first = rowsOf(below)[0] ?? [];
  const ends = new Map<PlacedCell, PlacedCell>();
  for (const above of head.cells) {
    if (above.row + above.rowSpan !== head.rowCount) continue;
    const end = first.find(({ column, columnSpan }) => column === above.column && columnSpan === above.columnSpan);
    if (end && end.rowSpan === 1 && (end.text === "" || isEnd(above, end))) ends.set(above, end);
  }
  const taken = new Set(ends.values());
  return {
    head: {
      ...head,
      cells: head.cells.map((cell) => {
        const end = ends.get(cell);
        return end ? { ...cell, rowSpan: cell.rowSpan + 1, ...joinPlaced([cell, end], () => true) } : cell;
      }),
    },
    rest: { ...below, cells: below.cells.filter((cell) => !taken.has(cell)) },
  };
}

/** The words above fill their cell, and these end them. */
function isEnd(above: PlacedCell, below: PlacedCell): boolean {
  const last = above.glyphs.findLast((glyph) => glyph !== undefined);
  return !/\d/.test(below.text) && last !== undefined && above.box.right - last.right < 2.2 * last.size;
}
