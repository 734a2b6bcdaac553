import type { Table } from "@juesuan/core";
import type { PlacedTable } from "../../layout/page.ts";
import { isPageNumberText } from "../../layout/furniture.ts";
import type { Line } from "../lines.ts";
import { codedTable, type SaidElsewhere } from "../coded-table.ts";
import { lostColumnsOf } from "../lost-columns/index.ts";
import { refusal } from "../refusal.ts";
import { breaksOff, runFrom, titleOn } from "../spaced-rows.ts";
import { isUnitLine, standsApart } from "../surroundings.ts";
import { pairedTable } from "../paired-table.ts";
import type { PrintedLine } from "./lines.ts";
import { titleKey } from "./named-parts.ts";
import { squeezed } from "../../tables/words.ts";

// A table that names every row by its code or its label, and prints an amount in each of its columns, needs no places:
// what follows what on each line says it all, and the sums across the rows bear it out. Headings that stand beside their
// columns, columns that differ from page to page and names that break do not matter.

/** Where a line stands that such a table takes. */
export interface Taken {
  readonly page: number;
  readonly line: number;
}

export interface FlattenedTable {
  /** Every amount has its column. */
  readonly whole: boolean;
  readonly table: Omit<PlacedTable, "box">;
  readonly lines: readonly Taken[];
}

/**
 * The tables that can be read from the order of their words, over all pages.
 *
 * @param inPart whether a table is taken of which some rows cannot be read so
 */
export function flattenedTables(
  pages: readonly (readonly PrintedLine[])[],
  said: SaidElsewhere,
  inPart: (title: string) => boolean,
): FlattenedTable[] {
  const { lines, places } = flat(pages);
  const found: FlattenedTable[] = [];
  const refused = refusal();
  for (let at = 0; at < lines.length; at++) {
    const title = titleOn(lines[at]!);
    if (!title) continue;
    let from = at + 1;
    while (from < lines.length && (lines[from]!.blank || isAround(lines[from]!.text))) from++;
    const run = from < lines.length ? runFrom(lines, from, true) : undefined;
    const named = titleKey(places[at]!.page, title);
    const ordered = run && !breaksOff(lines, run) ? run : undefined;
    const inOrder = ordered && lostColumnsOf(lines, from, ordered, title.table.titles[0]);
    const paired = ordered && !inOrder ? pairedTable(lines, from, ordered, title.table, said) : undefined;
    const own = inOrder
      ? { table: inOrder, to: ordered!.to, whole: true }
      : paired
        ? { table: paired, to: ordered!.to, whole: false }
        : codedTable(lines, from, title.table, said, refused);
    if (!own || (!own.whole && !inPart(named))) continue;
    const taken = places.slice(from, own.to).filter((_, index) => !lines[from + index]!.blank);
    found.push({
      whole: own.whole,
      table: placedTable(own.table, taken[0]!.page, pageFinder(lines, places)),
      lines: taken,
    });
    at = own.to - 1;
  }
  return found;
}

function isAround(text: string): boolean {
  return isUnitLine(text) || standsApart([text]) || standsApart(text.split(" "));
}

/** The lines of all pages as if every gap were one space. */
function flat(pages: readonly (readonly PrintedLine[])[]): { readonly lines: Line[]; readonly places: Taken[] } {
  const lines: Line[] = [];
  const places: Taken[] = [];
  let start = 0;
  for (const [page, own] of pages.entries())
    for (const [line, { pieces }] of own.entries()) {
      const text = pieces.map((piece) => squeezed(piece.text)).join(" ");
      const isNumber = line === own.length - 1 && isPageNumberText(text);
      const shown = isNumber ? "" : text;
      const end = start + shown.length;
      lines.push({ start, end, lineStart: start, lineEnd: end, text: shown, blank: shown === "" });
      places.push({ page, line });
      start = end + 1;
    }
  return { lines, places };
}

/** The page of a place in the text, asked in the order of the text. */
function pageFinder(lines: readonly Line[], places: readonly Taken[]): (offset: number) => number {
  return (offset) => {
    let [low, high] = [0, lines.length - 1];
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (lines[middle]!.start <= offset) low = middle;
      else high = middle - 1;
    }
    return places[low]!.page;
  };
}

function placedTable(
  { cells, rowCount, columnCount }: Table,
  page: number,
  pageOf: (offset: number) => number,
): Omit<PlacedTable, "box"> {
  const placed = cells.map(({ row, column, rowSpan, columnSpan, start, text }) => {
    const box = { left: column, right: column + columnSpan, top: row, bottom: row + rowSpan };
    return { row, column, rowSpan, columnSpan, text, glyphs: [], page: pageOf(start) + 1, box };
  });
  return { kind: "table", grid: { rowCount, columnCount, cells: placed }, page: page + 1, ruled: false };
}
