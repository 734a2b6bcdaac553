import { alignedTable, type AlignedPart } from "./aligned.ts";
import { rowsOf, sliceRows } from "../text/grid.ts";
import type { PlacedCell, PlacedGrid } from "./cells.ts";
import type { PlacedItem, PlacedTable } from "./page.ts";
import { asHeader, type PlacedParagraph } from "./paragraphs.ts";
import { keepsToColumns } from "./remainder.ts";
import { surroundingRows } from "./surrounding-rows.ts";
import { cutHeading, withLinesBelow } from "./cut-heading.ts";
import { closeCutRow } from "./cut-row.ts";
import { namesClass, squeezed } from "../tables/words.ts";

/** A table as the reader takes it in, over all its pages. */
export interface SpreadTable extends PlacedTable {
  /** The headings that later pages repeat. */
  readonly repeated: readonly PlacedParagraph[];
}

/** Joins tables that run over pages. */
export function continueTables(pages: readonly (readonly PlacedItem[])[]): (PlacedParagraph | SpreadTable)[] {
  const flow: (PlacedParagraph | SpreadTable)[] = [];
  for (const items of pages) {
    let isFirst = true;
    let joinedRows: AlignedPart | undefined;
    for (const item of items) {
      if (item.kind === "paragraph" && item.rows !== undefined) {
        if (isFirst && joinRows(flow, item.rows)) joinedRows = item.rows;
        if (item.rows === joinedRows) {
          isFirst = false;
          continue;
        }
      }
      const furniture = item.kind === "paragraph" && item.role !== "body" && item.role !== "heading";
      const isLoose = item.kind === "paragraph" && isFirst && isLooseRow(flow, item);
      if (item.kind === "table" && isFirst) {
        const open = flow.findLastIndex(
          (earlier, at) =>
            earlier.kind === "table" ||
            ((earlier.role === "body" || earlier.role === "heading") && !isLooseRow(flow.slice(0, at), earlier)),
        );
        const before = flow[open];
        const joined = before?.kind === "table" && before.page < item.page ? joinTables(before, item) : undefined;
        if (joined) {
          flow[open] = joined;
          // Names without figures: rows of the table, and no headings of the text.
          for (const rest of flow.slice(open + 1)) if (rest.kind === "paragraph" && isText(rest)) rest.role = "header";
          isFirst = false;
          continue;
        }
        if (before && before.kind !== "table" && joinOverLines(flow, item)) {
          isFirst = false;
          continue;
        }
      }
      if (item.kind === "table" && !isFirst && (joinUnderTitle(flow, item) || joinUnderHeading(flow, item))) continue;
      flow.push(item.kind === "table" ? { ...item, repeated: [] } : item);
      if (!furniture && !isLoose) isFirst = false;
    }
  }
  return flow;
}

/**
 * 二十四、债务还本支出 at the end of a page, or at the beginning of the next: a row without figures of a table that no lines
 * part, under the names of its second list.
 */
function isLooseRow(flow: readonly (PlacedParagraph | SpreadTable)[], { text, box, size }: PlacedParagraph): boolean {
  if (!namesClass(text)) return false;
  const table = flow.findLast((item) => item.kind === "table");
  if (!table?.parts) return false;
  const names = table.grid.cells.filter((cell) => cell.column > 0 && namesClass(cell.text));
  const level = names.filter(({ glyphs }) => Math.abs((glyphs[0]?.left ?? Infinity) - box.left) < size);
  return level.length >= LEAST_NAMES;
}

const LEAST_NAMES = 3;

/** The rows that are left of a table without lines between its columns, at the top of the next page. */
function joinRows(flow: (PlacedParagraph | SpreadTable)[], rows: AlignedPart): boolean {
  const at = flow.findLastIndex((item) => item.kind === "table" || isText(item));
  const one = flow[at];
  if (one?.kind !== "table" || !one.parts || one.page >= rows.page) return false;
  if (!keepsToColumns(rows, one.parts, one.grid)) return false;
  const parts = [...one.parts, rows];
  const table = alignedTable(parts, one.headedLeft);
  if (table?.grid.columnCount !== one.grid.columnCount) return false;
  flow[at] = { ...one, grid: table.grid, parts };
  return true;
}

/** The last table, whose heading is all that stands of it on its page, with the lines below and the rows of the next page. */
function joinOverLines(flow: (PlacedParagraph | SpreadTable)[], next: PlacedTable): boolean {
  const at = flow.findLastIndex(({ kind }) => kind === "table");
  const one = flow[at];
  if (one?.kind !== "table" || one.page >= next.page || one.parts || next.parts) return false;
  const lines = flow.slice(at + 1).flatMap((item) => (item.kind === "table" || !isText(item) ? [] : item));
  const grid = withLinesBelow(one, lines);
  const joined = grid && joinTables({ ...one, grid }, next);
  if (!joined) return false;
  const furniture = flow.slice(at + 1).filter((item) => item.kind === "table" || !isText(item));
  flow.splice(at, flow.length - at, joined, ...furniture);
  return true;
}

/**
 * A table that goes on under its title, which every page repeats: the same texts stand above it as above the last table,
 * or that had nothing but its heading, at the end of its page. Its rows stand where the title is whole.
 */
function joinUnderTitle(flow: (PlacedParagraph | SpreadTable)[], next: PlacedTable): boolean {
  const at = flow.findLastIndex(({ kind }) => kind === "table");
  const one = flow[at];
  if (one?.kind !== "table" || one.page >= next.page || one.parts || next.parts) return false;
  const above = flow
    .slice(at + 1)
    .filter((item) => item.kind === "paragraph" && isText(item) && item.page === next.page);
  if (above.length === 0 || above.length > MOST_ABOVE) return false;
  const own = flow.slice(0, at).filter((item) => item.kind === "paragraph" && isText(item));
  const repeats = above.every((item, index) => wordsOf(item) === wordsOf(own[own.length - above.length + index]));
  const isHead = !one.grid.cells.some(({ text }) => /\d[.．]\d/.test(text));
  const first = rowsOf(next.grid)[0];
  // A heading of its own: another table, or the same once more.
  if (!(repeats || (isHead && one.page + 1 === next.page)) || !first?.some(({ text }) => /\d[.．]\d/.test(text)))
    return false;
  if (one.grid.columnCount !== next.grid.columnCount) return false;
  const joined = joinTables(one, next);
  if (!joined) return false;
  if (repeats) {
    for (const item of above) if (item.kind === "paragraph") item.role = "header";
    flow[at] = joined;
  } else {
    flow.splice(at, 1);
    flow.push(joined);
  }
  return true;
}

/**
 * A table that goes on under its heading, which the page repeats where no lines hold it: the texts above are the words of
 * the heading of the last table, in pieces.
 */
function joinUnderHeading(flow: (PlacedParagraph | SpreadTable)[], next: PlacedTable): boolean {
  const at = flow.findLastIndex(({ kind }) => kind === "table");
  const one = flow[at];
  if (one?.kind !== "table" || one.page >= next.page) return false;
  const before = flow[at - 1];
  const heads = before?.kind === "table" && before.page === one.page ? [before, one] : [one];
  const words = heads.flatMap(({ grid }) => headWords(grid)).join("");
  const pieces = flow
    .slice(at + 1)
    .filter((item) => item.kind === "paragraph" && item.page === next.page && item.role !== "page-number");
  const above = pieces.map((item) => (item.kind === "paragraph" ? squeezed(item.text) : ""));
  const repeated = [...above, ...headWords(next.grid)].join("");
  // The top of a heading may stand above the lines on its first page too.
  const over = flow
    .slice(Math.max(0, at - MOST_ABOVE), at)
    .map((item) => (item.kind === "paragraph" && item.page === one.page ? squeezed(item.text) : ""));
  if (repeated.length < LEAST_HEADING || repeated.length < REPEATS * words.length) return false;
  // 基本支出决算明细表 behind 支出决算明细表, under the same hundred columns: a title of its own, whose characters they all have.
  // They may stand on another of the pages side by side, over the middle of the whole.
  const textsOf = (items: typeof flow): string[] =>
    items.flatMap((item) => (item.kind === "paragraph" ? [squeezed(item.text)] : []));
  const own = textsOf(flow.slice(Math.max(0, at - 2 * MOST_ABOVE), at));
  if (textsOf(flow.slice(at + 1)).some((text) => TITLE.test(text) && !own.includes(text))) return false;
  if (!isWithin(repeated, words + over.join(""))) return false;
  const joined = joinTables(one, next);
  if (!joined) return false;
  for (const item of pieces) if (item.kind === "paragraph") item.role = "header";
  flow[at] = joined;
  return true;
}

/** A title, or the number of a form: 财决05-1表. */
const TITLE = /表(?:[（(][^（）()]*[）)])?$/;

/** The share of a heading's characters that show that a page repeats it. */
const REPEATS = 0.6;

function headWords(grid: PlacedGrid): string[] {
  const body = grid.cells.find(({ text }) => /\d[.．]\d/.test(text))?.row ?? grid.rowCount;
  return grid.cells.filter(({ row, text }) => row < body && /\p{sc=Han}/u.test(text)).map(({ text }) => squeezed(text));
}

/** Whether one text has no character that the other has not, as often. */
function isWithin(text: string, whole: string): boolean {
  const rest = new Map<string, number>();
  for (const character of whole) rest.set(character, (rest.get(character) ?? 0) + 1);
  return [...text].every((character) => {
    const count = rest.get(character) ?? 0;
    rest.set(character, count - 1);
    return count > 0;
  });
}

/** A title, the number of the form, the department, the unit. */
const MOST_ABOVE = 5;

function wordsOf(item: PlacedItem | undefined): string | undefined {
  return item?.kind === "paragraph" ? squeezed(item.text) : undefined;
}

function isText({ role }: PlacedParagraph): boolean {
  return role === "body" || role === "heading";
}

/** The table with the rows of its next page, or nothing when that page holds another table. */
function joinTables(one: SpreadTable, next: PlacedTable): SpreadTable | undefined {
  if (one.parts || next.parts) return joinAligned(one, next);
  const cut = surroundingRows(next.grid).from === 0 ? cutHeading(one, next) : undefined;
  if (cut) return { ...one, grid: stacked(cut.head, cut.rest) };
  const same = one.grid.columnCount === next.grid.columnCount && sameColumns(one, next);
  const grids = same ? { above: one.grid, below: next.grid } : onSameColumns(one, next);
  if (!grids) return undefined;
  const header = repeatedRows(grids.above, grids.below) || (next.ruled ? 0 : repeatedHeading(grids.above, grids.below));
  // Its own title or unit typed into the grid: another table.
  if (surroundingRows(next.grid).from > header) return undefined;
  // Other columns under another heading: another table.
  if (!same && header === 0 && !rowsOf(next.grid)[0]?.some(({ text }) => /\d/.test(text))) return undefined;
  let rest = sliceRows(grids.below, header, grids.below.rowCount);
  const { grid: start, rest: left } = closeCutRow(grids.above, rest);
  rest = left;
  return {
    ...one,
    ...(next.adrift ? { adrift: true } : {}),
    grid: stacked(start, rest),
    repeated: header > 0 ? [...one.repeated, headingParagraph(next, header)] : one.repeated,
  };
}

function stacked(start: PlacedGrid, rest: PlacedGrid): PlacedGrid {
  const cells = [...start.cells, ...rest.cells.map((cell) => ({ ...cell, row: cell.row + start.rowCount }))];
  return { rowCount: start.rowCount + rest.rowCount, columnCount: start.columnCount, cells };
}

/** The words of a repeated heading: no part of the table, and not lost. */
function headingParagraph({ grid, page, box }: PlacedTable, rows: number): PlacedParagraph {
  const words = grid.cells.filter(({ row, text }) => row < rows && text !== "");
  return asHeader(words, page, box);
}

/** Columns found by alignment are found again from both pages: one page may have no figure where the other has. */
function joinAligned(one: SpreadTable, next: PlacedTable): SpreadTable | undefined {
  if (!one.parts || !next.parts) return undefined;
  const parts = [...one.parts, ...next.parts];
  const table = alignedTable(parts, one.headedLeft);
  if (!table) return undefined;
  // A page with a row or two shows too little of its columns to tell: the same heading over them does.
  const repeats = table.repeated.some(({ page }) => page === next.page);
  const most = Math.max(one.grid.columnCount, next.grid.columnCount);
  if (!repeats && Math.abs(table.grid.columnCount - most) > 1) return undefined;
  const { headedLeft } = table;
  return { ...one, grid: table.grid, parts, repeated: table.repeated, ...(headedLeft ? { headedLeft } : {}) };
}

/** Borders are the same up to this share of the width of the table. */
const SAME_BORDER = 0.012;
/** So many columns in common show that two grids are of one table. */
const LEAST_COLUMNS = 3;

/**
 * The grids of a table of which one page draws borders that the other has no row to draw: 类, 款 and 项 under the heading,
 * and on the next page only codes over all three. Both on the borders of the finer; nothing where neither has all of the
 * other's.
 */
function onSameColumns(
  one: PlacedTable,
  next: PlacedTable,
): { readonly above: PlacedGrid; readonly below: PlacedGrid } | undefined {
  const [above, below] = [bordersOf(one), bordersOf(next)];
  if (!above || !below || Math.min(above.length, below.length) <= LEAST_COLUMNS) return undefined;
  if (Math.abs(widthOf(one) - widthOf(next)) > SAME_BORDER * widthOf(one)) return undefined;
  if (above.length < below.length) {
    const grid = regridded(one.grid, above, below);
    return grid && { above: grid, below: next.grid };
  }
  const grid = regridded(next.grid, below, above);
  return grid && { above: one.grid, below: grid };
}

function regridded(grid: PlacedGrid, own: readonly number[], borders: readonly number[]): PlacedGrid | undefined {
  const places = own.map((place) => borders.findIndex((border) => Math.abs(border - place) <= SAME_BORDER));
  if (places.some((place, index) => place < 0 || place <= (places[index - 1] ?? -1))) return undefined;
  const cells = grid.cells.map((cell) => {
    const column = places[cell.column]!;
    return { ...cell, column, columnSpan: places[cell.column + cell.columnSpan]! - column };
  });
  return { ...grid, columnCount: borders.length - 1, cells };
}

/** Where the columns of a table begin and the last ends, as shares of its width. */
function bordersOf(table: PlacedTable): number[] | undefined {
  const edges = edgesOf(table);
  const known = edges.filter((edge) => edge !== undefined);
  return known.length < edges.length ? undefined : [...known, 1];
}

function widthOf({ grid, box }: Pick<PlacedTable, "grid" | "box">): number {
  return grid.cells.reduce((most, cell) => Math.max(most, cell.box.right), box.right) - box.left;
}

/** Same number of columns in the same proportions; a page may lie elsewhere, so places are compared from the left edge. */
function sameColumns(one: PlacedTable, other: PlacedTable): boolean {
  const [edges, otherEdges] = [edgesOf(one), edgesOf(other)];
  return edges.every((edge, column) => {
    const place = otherEdges[column];
    return edge === undefined || place === undefined || Math.abs(edge - place) <= 0.03;
  });
}

function edgesOf({ grid, box }: Pick<PlacedTable, "grid" | "box">): (number | undefined)[] {
  const edges: (number | undefined)[] = Array.from({ length: grid.columnCount });
  const width = widthOf({ grid, box });
  for (const cell of grid.cells) edges[cell.column] ??= (cell.box.left - box.left) / width;
  return edges;
}

/** How many of the first rows the next page repeats. A row with amounts is not a heading. */
function repeatedRows(grid: PlacedGrid, next: PlacedGrid): number {
  const rows = rowsOf(grid);
  const others = rowsOf(next);
  // The lower edge of a row cut at the page break may stand over the repeated heading, as rows without a word.
  const blank = others.findIndex((row) => row.some(({ text }) => text !== ""));
  for (const above of new Set([0, blank])) {
    let count = 0;
    while (rows[count] && others[above + count] && isSameHeading(rows[count]!, others[above + count]!)) count++;
    // Nothing but empty rows repeats nothing.
    if (blank >= 0 && above + count > blank) return above + count;
  }
  return 0;
}

function isSameHeading(row: readonly PlacedCell[], other: readonly PlacedCell[]): boolean {
  if (row.length !== other.length) return false;
  let strange = 0;
  const alike = row.every((cell, index) => {
    const twin = other[index]!;
    const [words, again] = [squeezed(cell.text), squeezed(twin.text)];
    if (words !== again) strange++;
    // A heading higher than its cell is cut at another line on each page.
    const sameWords = again.includes(words) || (again.length >= LEAST_WORDS && words.startsWith(again));
    return cell.column === twin.column && sameWords && !/\d[.．]\d/.test(again);
  });
  // The header or the number of the page may be printed over a cell or two of the heading that it repeats.
  return alike && strange * 3 < row.filter(({ text }) => text !== "").length;
}

/** The rows of a heading that says the same on both pages, in rows and cells that came otherwise where no lines part them. */
function repeatedHeading(grid: PlacedGrid, next: PlacedGrid): number {
  const [own, again] = [grid, next].map((one) => {
    const rows = rowsOf(one);
    const body = rows.findIndex((row) => row.some(({ text }) => /\d[.．]\d/.test(text) || /^\d{3,7}$/.test(text)));
    const heading = rows.slice(0, Math.max(0, body)).flat();
    return {
      count: Math.max(0, body),
      words: heading
        .map(({ text }) => squeezed(text))
        .toSorted()
        .join(""),
    };
  });
  return own!.words.length >= LEAST_HEADING && own!.words === again!.words ? again!.count : 0;
}

const LEAST_HEADING = 12;
const LEAST_WORDS = 4;
