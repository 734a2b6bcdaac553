import { standsApart } from "../text/surroundings.ts";
import type { PlacedCell } from "./cells.ts";
import type { PlacedItem, PlacedTable } from "./page.ts";
import type { PlacedParagraph } from "./paragraphs.ts";
import type { Rule } from "./content.ts";
import { overlap } from "./geometry.ts";
import { joinPlaced, type PlacedText } from "./placed-text.ts";
import { withoutRepeatedLabels } from "./repeated-labels.ts";

/** Borders of two pages nearer than this, in points, are the border of one row. */
const SAME_BORDER = 2.5;
/** So many borders may stand on one of the pages alone: the steps of a heading. */
const MOST_ALONE = 3;
const LEAST_SHARED = 4;

/**
 * Joins the halves of tables too wide for the paper, which Excel prints on pages of their own: first all the left ones
 * from top to bottom, then the right ones, or each right one after its left one. The rows of both stand at the same
 * heights, and the right one has no title.
 */
export function joinSideBySide(pages: readonly (readonly PlacedItem[])[]): PlacedItem[][] {
  const joined = pages.map((items) => [...items]);
  /** The pages that hold left halves or whole tables, in order. */
  const open: number[] = [];
  for (let page = 0; page < joined.length; page++) {
    const repeats = rightParts(joined, open, page);
    const count = repeats > 0 ? repeats : rightHalves(joined, open, page);
    const lefts = open.slice(open.length - count);
    for (const [index, left] of lefts.entries()) joinPages(joined, left, page + index, repeats > 0);
    if (count === 0) open.push(page);
    else page += count - 1;
  }
  return joined;
}

/** How many pages from `page` on are the right halves of as many pages before it. */
function rightHalves(pages: readonly (readonly PlacedItem[])[], open: readonly number[], page: number): number {
  for (let count = Math.min(open.length, pages.length - page, MOST_PAGES); count > 0; count--) {
    const lefts = open.slice(open.length - count).map((left) => tableOf(pages[left]!));
    const rights = Array.from({ length: count }, (_, index) => tableOf(pages[page + index]!));
    const [first] = lefts;
    const [firstRight] = rights;
    if (!first || !firstRight) continue;
    // The title stands over the middle of the whole, on whichever page that is.
    if (!isOtherHead(first, firstRight) || countsAnew(first, firstRight)) continue;
    if (isTitledBelow(pages[open[open.length - count]!]!, first)) continue;
    if (isTitled(pages[page]!, firstRight) && isTitled(pages[open[open.length - count]!]!, first)) continue;
    const matches = rights.every(
      (right, index) =>
        right !== undefined &&
        lefts[index] !== undefined &&
        lefts[index].grid.columnCount === first.grid.columnCount &&
        right.grid.columnCount === firstRight.grid.columnCount &&
        (isOfOtherStage(headOf(lefts[index]), headOf(right)) || !hasSameColumns(lefts[index], right)) &&
        !hasSameLabels(lefts[index], right) &&
        // The last page of a table may hold a row or two.
        rowsMatch(lefts[index], right, index === 0 ? LEAST_SHARED : 2),
    );
    if (matches) return count;
  }
  return 0;
}

/** How many pages from `page` on name the rows of as many pages before it again, and have other columns beside them. */
function rightParts(pages: readonly (readonly PlacedItem[])[], open: readonly number[], page: number): number {
  for (let count = Math.min(open.length, pages.length - page, MOST_PAGES); count > 0; count--) {
    const begun = open[open.length - count]!;
    const [left, right] = [tableOf(pages[begun]!), tableOf(pages[page]!)];
    if (!left || !right || !isOtherHead(left, right) || !isOfOneTitle(pages[begun]!, left, pages[page]!, right))
      continue;
    const matches = Array.from({ length: count }, (_, index) => {
      const [own, other] = [tableOf(pages[open[open.length - count + index]!]!), tableOf(pages[page + index]!)];
      return own && other && withoutRepeatedLabels(own, other, index === 0 ? LEAST_SHARED : 1);
    });
    if (matches.every((match) => match !== undefined)) return count;
  }
  return 0;
}

/**
 * Whether a page has the title of the page before again, whole or cut, and no other words above its table: the next table
 * may name the same rows, and have its title on another page, over the middle of the whole.
 */
function isOfOneTitle(
  items: readonly PlacedItem[],
  left: PlacedTable,
  others: readonly PlacedItem[],
  right: PlacedTable,
): boolean {
  if (!isTitled(items, left)) return false;
  const words = others.filter(
    (item): item is PlacedParagraph =>
      item.kind === "paragraph" &&
      // The edge of the paper or of a cell may cut the title, and a title on every page looks like a header of pages.
      WRITTEN_ABOVE.has(item.role) &&
      item.box.bottom <= right.box.top + 2 &&
      !standsApart([item.text]),
  );
  return words.some(({ text }) => text.endsWith("表")) && words.every((one) => isRepeated(items, one));
}

const WRITTEN_ABOVE: ReadonlySet<PlacedParagraph["role"]> = new Set(["body", "heading", "header", "outside"]);

/** Words that stand on the page before as well, whole or as far as the edge of the paper lets them. */
function isRepeated(items: readonly PlacedItem[], { text }: PlacedParagraph): boolean {
  const before = items.flatMap((item) => (item.kind === "paragraph" ? [item.text.replaceAll(/\s/g, "")] : []));
  // 支出决算表 is no piece of 项目支出决算表.
  const isOf = (piece: string, words: string): boolean =>
    /\S{4}表$/.test(piece) ? words === piece : words.includes(piece);
  return text.split(/\s+/).every((piece) => before.some((words) => isOf(piece, words)));
}

/** A table as high as more pages is none that anybody prints. */
const MOST_PAGES = 60;

/** The one ruled table of a page. */
function tableOf(items: readonly PlacedItem[]): PlacedTable | undefined {
  const tables = items.filter((item) => item.kind === "table");
  return tables.length === 1 && tables[0]!.ruled && !tables[0]!.parts ? tables[0] : undefined;
}

/** Whether words stand above a table that are more than its unit, its department or the number of its form. */
function isTitled(items: readonly PlacedItem[], table: PlacedTable): boolean {
  return items.some(
    (item) =>
      isText(item) &&
      item.box.bottom <= table.box.top + 2 &&
      /表\s*(?:[（(].*[)）])?$/.test(item.text) &&
      !standsApart([item.text]),
  );
}

/** The title at the foot of a page is that of the table on the next. */
function isTitledBelow(items: readonly PlacedItem[], table: PlacedTable): boolean {
  return items.some(
    (item) => isText(item) && item.box.top >= table.box.bottom - 2 && /(?:决|预)算\S{0,8}表$/.test(item.text),
  );
}

/** 栏次 1 | 2 | 3 on both pages: the columns of two tables, of which the second counts its own. */
function countsAnew(left: PlacedTable, right: PlacedTable): boolean {
  return [left, right].every(({ grid }) => {
    const body = grid.cells.find(({ text }) => /\d[.．]\d/.test(text))?.row ?? grid.rowCount;
    const numbers = grid.cells.filter(({ row, text }) => row < body && /^\d{1,2}$/.test(text.trim()));
    return numbers.length > 1 && ["1", "2"].every((text, index) => numbers[index]!.text.trim() === text);
  });
}

function isText(item: PlacedItem): item is PlacedParagraph {
  return item.kind === "paragraph" && (item.role === "body" || item.role === "heading");
}

/**
 * Whether a page begins with headings, and others than those of the page it may belong beside: a page that goes on below
 * begins with a row of the body, or with the same headings.
 */
function isOtherHead(left: PlacedTable, right: PlacedTable): boolean {
  const [own, other] = [headOf(left), headOf(right)];
  if (own.length > 0 && other.length === 0) return false;
  if (isOfOtherStage(own, other)) return true;
  const same = other.filter((text, index) => text === own[index]).length;
  return same < SAME_HEAD * Math.max(own.length, other.length) || own.length === 0;
}

const SAME_HEAD = 0.85;

/** 预算数 over the columns of one page, 决算数 over the same of the other. */
function isOfOtherStage(own: readonly string[], other: readonly string[]): boolean {
  const [words, others] = [own, other].map((head) => head.filter((text) => STAGE.test(text)).join("|"));
  return words !== "" && others !== "" && words !== others;
}

const STAGE = /^(?:[上本]年度?|年初|全年|调整|\d{4}年度?)*(?:预|决)算数?$/;

/** The words above the first row that holds an amount. */
function headOf({ grid }: PlacedTable): string[] {
  const body = grid.cells.find(({ text }) => /\d[.．]\d/.test(text))?.row ?? grid.rowCount;
  return grid.cells
    .filter(({ row, text }) => row < body && /\p{sc=Han}/u.test(text))
    .map(({ text }) => text.replaceAll(/\s/g, ""));
}

/** The beginning of a title, cut at the edge of several pages alike, looks like a header that they repeat. */
function isCutHeader(item: PlacedItem, { box }: PlacedTable): item is PlacedParagraph {
  return (
    item.kind === "paragraph" &&
    item.role === "header" &&
    item.box.bottom <= box.top + 2 &&
    item.box.right > box.right - 1.5 * item.size
  );
}

/** The next page of the same half, which its own rows follow: not beside it but below it. */
function hasSameColumns(one: PlacedTable, other: PlacedTable): boolean {
  if (one.grid.columnCount !== other.grid.columnCount || beginsWithAmounts(one) !== beginsWithAmounts(other))
    return false;
  const [edges, others] = [edgesOf(one), edgesOf(other)];
  return edges.length === others.length && edges.every((edge, index) => Math.abs(edge - others[index]!) <= SAME_BORDER);
}

function beginsWithAmounts({ grid }: PlacedTable): boolean {
  const first = grid.cells.filter(({ column, text }) => column === 0 && text !== "");
  return 2 * first.filter(({ text }) => /\d[.．]\d/.test(text)).length > first.length;
}

function edgesOf({ grid, box }: PlacedTable): number[] {
  return [...new Set(grid.cells.map((cell) => Math.round(cell.box.left - box.left)))].sort((one, other) => one - other);
}

/** The table on the next sheet, of the same rows: it begins with their codes or names again. */
function hasSameLabels(one: PlacedTable, other: PlacedTable): boolean {
  const [labels, others] = [one, other].map(({ grid }) =>
    grid.cells.filter(({ column, text }) => column === 0 && text !== "").map(({ text }) => text),
  );
  const known = new Set(labels);
  return others!.length > 0 && others!.filter((text) => known.has(text)).length > 0.6 * others!.length;
}

const known = new WeakMap<PlacedTable, readonly number[]>();

/** The heights of all row borders of a table, from top to bottom; asked for again and again. */
function bordersOfTable(table: PlacedTable): readonly number[] {
  const found = known.get(table) ?? bordersOf(table.grid.cells);
  known.set(table, found);
  return found;
}

function bordersOf(cells: readonly PlacedCell[]): number[] {
  const borders: number[] = [];
  const places = new Set(cells.flatMap(({ box }) => [Math.round(4 * box.top), Math.round(4 * box.bottom)]));
  for (const place of [...places].sort((one, other) => one - other))
    if (borders.length === 0 || place / 4 - borders.at(-1)! > SAME_BORDER) borders.push(place / 4);
  return borders;
}

function rowsMatch(left: PlacedTable, right: PlacedTable, least: number): boolean {
  // A heading over all the columns of the right page has no line beside it there: its row is missing.
  if (right.box.top < left.box.top - SAME_BORDER || Math.abs(left.box.bottom - right.box.bottom) > SAME_BORDER)
    return false;
  const [lefts, rights] = [bordersOfTable(left), bordersOfTable(right)];
  const shared = lefts.filter((place) => rights.some((other) => Math.abs(other - place) <= SAME_BORDER)).length;
  return shared >= least && lefts.length - shared <= MOST_ALONE && rights.length - shared <= MOST_ALONE;
}

/** Moves the right half of a table, and what stands around it, to the page of the left half. */
function joinPages(pages: PlacedItem[][], leftPage: number, rightPage: number, repeats: boolean): void {
  const [items, others] = [pages[leftPage]!, pages[rightPage]!];
  const left = tableOf(items)!;
  const whole = tableOf(others)!;
  const right = repeats ? withoutRepeatedLabels(left, whole, 1)! : whole;
  const at = items.indexOf(left);
  const around = others.flatMap((item) => (isText(item) || isCutHeader(item, right) ? [item] : []));
  const inside = around.filter(({ box }) => box.top > left.box.top - 2 && box.bottom < right.box.top + 2);
  const again = new Set(repeats ? around.filter((words) => isRepeated(items, words)) : []);
  const rest = around.filter(
    (words) => !inside.includes(words) && !again.has(words) && !joinsWords(items, words, right),
  );
  const above = rest
    .filter(({ box }) => box.bottom <= right.box.top + 2)
    .map((words): PlacedParagraph => (words.role === "header" ? { ...words, role: "body" } : words));
  const below = rest.filter(({ box }) => box.bottom > right.box.top + 2);
  items.splice(at, 1, ...above, beside(left, right, inside, repeats), ...below);
  pages[rightPage] = others.filter((item) => item !== whole && !around.includes(item as PlacedParagraph));
}

/** A title or a note that the edge of the paper cuts goes on at the left of the next page, at the same height. */
function joinsWords(items: PlacedItem[], words: PlacedParagraph, right: PlacedTable): boolean {
  if (standsApart([words.text]) || words.box.left > right.box.left + 2 * words.size) return false;
  const index = items.findIndex(
    (item) => isText(item) && Math.abs(item.box.top - words.box.top) <= SAME_BORDER && !standsApart([item.text]),
  );
  const begun = items[index];
  if (begun?.kind !== "paragraph") return false;
  items[index] = { ...begun, ...joinCut(begun, words, right.box.left) };
  return true;
}

function beside(
  left: PlacedTable,
  right: PlacedTable,
  over: readonly PlacedParagraph[],
  repeats: boolean,
): PlacedTable {
  const borders = bordersOf([...left.grid.cells, ...right.grid.cells]);
  const rowAt = (place: number): number => {
    let row = 0;
    while (row < borders.length - 1 && borders[row]! < place - SAME_BORDER) row++;
    return row;
  };
  const placed = ({ grid }: PlacedTable, shift: number): PlacedCell[] =>
    grid.cells.map((cell) => {
      const row = rowAt(cell.box.top);
      return { ...cell, row, column: cell.column + shift, rowSpan: Math.max(1, rowAt(cell.box.bottom) - row) };
    });
  const rights = placed(right, left.grid.columnCount);
  const top = rowAt(right.box.top);
  if (top > 0) rights.push(headingOver(left, right, over, top));
  const cells = closeSeam(left, placed(left, 0), right, rights, repeats);
  return {
    ...left,
    ...(left.sides && right.sides && { sides: { left: left.sides.left, right: right.sides.right } }),
    grid: {
      rowCount: borders.length - 1,
      columnCount: left.grid.columnCount + right.grid.columnCount,
      cells: cells.sort((one, other) => one.row - other.row || one.column - other.column),
    },
  };
}

/** The heading that stands over all the columns of the right page. */
function headingOver(
  left: PlacedTable,
  { box, grid, page }: PlacedTable,
  words: readonly PlacedParagraph[],
  rowSpan: number,
): PlacedCell {
  const { text, glyphs } = joinPlaced(words, () => true);
  const place = { ...box, top: left.box.top, bottom: box.top };
  return {
    row: 0,
    column: left.grid.columnCount,
    rowSpan,
    columnSpan: grid.columnCount,
    text,
    glyphs,
    page,
    box: place,
  };
}

/** Cells that the edge of the paper cuts are one: no line was drawn along the cut. */
function closeSeam(
  left: PlacedTable,
  lefts: readonly PlacedCell[],
  right: PlacedTable,
  rights: readonly PlacedCell[],
  repeats: boolean,
): PlacedCell[] {
  const seam = left.grid.columnCount;
  const cells = new Set([...lefts, ...rights]);
  const firsts = new Map(rights.filter(({ column }) => column === seam).map((cell) => [cell.row, cell]));
  for (const cell of lefts) {
    if (cell.column + cell.columnSpan !== seam || isClosed(cell, left.sides?.right)) continue;
    const other = firsts.get(cell.row);
    if (!other || other.rowSpan !== cell.rowSpan) continue;
    // Beside labels that are printed again every cell is ruled, and a heading over the columns of both pages is on one of them.
    if (repeats ? cell.text !== "" && other.text !== "" : isClosed(other, right.sides?.left)) continue;
    const words =
      cell.text === "" ? other : other.text === "" ? cell : { ...cell, ...joinCut(cell, other, right.box.left) };
    cells.delete(cell);
    cells.delete(other);
    cells.add({ ...words, column: cell.column, columnSpan: cell.columnSpan + other.columnSpan });
  }
  return [...cells];
}

/** Words that the edge of the paper cuts; a character that it cuts through is printed on both pages. */
function joinCut(begun: PlacedText, rest: PlacedText, edge: number): PlacedText {
  const first = rest.glyphs[0];
  const isTwice = first !== undefined && first.left < edge && begun.text.endsWith(first.text);
  const end = begun.text.length - (isTwice ? first.text.length : 0);
  return joinPlaced([{ text: begun.text.slice(0, end), glyphs: begun.glyphs.slice(0, end) }, rest], () => true);
}

function isClosed({ box }: PlacedCell, side: readonly Rule[] = []): boolean {
  const drawn = side.reduce((sum, { from, to }) => sum + Math.max(0, overlap(from, to, box.top, box.bottom)), 0);
  return drawn > 0.5 * (box.bottom - box.top);
}
