import type { ReadDocument } from "@juesuan/core";
import type { Glyph, PageContent } from "../../layout/content.ts";
import { assemble } from "../../layout/document.ts";
import type { PlacedCell, PlacedGrid } from "../../layout/cells.ts";
import { joinPlaced, NOTHING, type PlacedText } from "../../layout/placed-text.ts";
import { median } from "../../layout/frame.ts";
import { layOutPage, type PageLayout } from "../../layout/page.ts";
import type { PlacedParagraph } from "../../layout/paragraphs.ts";
import { withWholeLists } from "../project-list.ts";
import { standsApart } from "../surroundings.ts";
import { attestedIn, deniedIn } from "./attested.ts";
import { withNames } from "./named-parts.ts";
import { flattenedTables, type FlattenedTable } from "./flattened.ts";
import { isBrokenBy, isLabel, linesOf, type Piece, type PrintedLine } from "./lines.ts";
import { runningLines, type RunningLine } from "./running.ts";
import { straightened } from "./straight.ts";
import { squeezed } from "../../tables/words.ts";

// Text as `pdftotext -layout` and its like print a page: every character is one column wide, ideographs too, and what
// stood under each other on the page still does, or nearly. Such a text is a page without lines, and is laid out as one.

/** A column of the text, in the units of a page. */
const COLUMN = 10;
/** From line to line; lines that were half a line apart on the page come nearer. */
const PITCH = 1.5 * COLUMN;
const NEAR = 0.75 * COLUMN;
/** Half of the height of a character. */
const HALF = 0.3 * COLUMN;

const AMOUNT = /\s{2}-?\d[\d,]*[.．]\d\d(?![\d.])/g;
const LEAST_AMOUNTS = 12;
/** Counting every character as one column must set amounts under each other this much better than as displayed. */
const CLEARLY = 0.75;

/** No page holds more; what does is no page. */
const MOST_CHARACTERS = 60_000;

/** Whether the columns of a text line up when ideographs count as one column: so no typist sees them. */
export function isPrinted(text: string): boolean {
  const displayed = new Set<number>();
  const counted = new Set<number>();
  let amounts = 0;
  for (const line of text.split(/\r\n|[\r\n\f]/)) {
    if (!/[\u4e00-\u9fff]/.test(line) || line.includes("\t")) continue;
    let width = 0;
    let at = 0;
    for (const { index, 0: amount } of line.matchAll(AMOUNT)) {
      const to = index + amount.length;
      for (; at < to; at++) width += isIdeographic(line[at]!) ? 2 : 1;
      displayed.add(width);
      counted.add(to);
      amounts++;
    }
  }
  if (text.split("\f").some(({ length }) => length > MOST_CHARACTERS)) return false;
  return amounts >= LEAST_AMOUNTS && counted.size < CLEARLY * displayed.size;
}

/** Reads a text whose pages are printed in columns of single characters. */
export function readPrinted(text: string, oddities: ReadDocument["oddities"]): ReadDocument {
  const pages = text.replace(/\f\s*$/, "").split("\f");
  const lines = pages.map(linesOf);
  const running = runningLines(lines);
  const told = { attested: attestedIn(text), denied: deniedIn(text), natures: new Map<string, ReadonlySet<string>>() };
  const apart = lines.map((own, page) => own.map((line, at) => (isIn(running[page]!, at) ? BLANK : line)));
  const laidOut = (tables: readonly FlattenedTable[]) => {
    const taken = running.map((own) => new Set(own.map(({ line }) => line)));
    for (const table of tables) for (const { page, line } of table.lines) taken[page]!.add(line);
    const contents = lines.map((own, page) => contentOf(own, taken[page]!, page + 1));
    const layouts = contents.map(({ content }, page) => withoutPlaces(layOutPage(content), isStacked(pages[page]!)));
    return { contents, tables, named: withNames(layouts, told) };
  };
  let found = laidOut(flattenedTables(apart, told, () => false));
  // What neither the order of the words nor their places tell whole, the order tells in part.
  const { sure } = found.named;
  const more = flattenedTables(apart, told, (title) => !sure.has(title));
  if (more.some(({ whole }) => !whole)) found = laidOut(more);
  const { contents, tables, named } = found;
  const { boxes: _, ...document } = assemble(
    named.pages
      .map((layout, page) =>
        withTables(
          layout,
          tables.flatMap(({ table, lines: [first] }) =>
            first!.page === page ? [{ table, top: contents[page]!.tops[first!.line]! }] : [],
          ),
        ),
      )
      .map((layout, page) => withRunning(layout, lines[page]!, running[page]!)),
    contents.map(({ content: { number } }) => ({ number })),
    oddities,
  );
  return withWholeLists({ ...document, format: "text" });
}

function isIn(running: readonly RunningLine[], at: number): boolean {
  return running.some(({ line }) => line === at);
}

/** In the place of a line that is set apart. */
const BLANK: PrintedLine = { pieces: [], blank: 0, part: "apart" };

/** A page with what every page begins and ends with. */
function withRunning(layout: PageLayout, lines: readonly PrintedLine[], running: readonly RunningLine[]): PageLayout {
  const { number: page, width, height } = layout.content;
  const placed = running.map(({ line, role }): PlacedParagraph => {
    const at = role === "header" ? 0 : height;
    const text = lines[line]!.pieces.map((piece) => piece.text).join(" ");
    const box = { left: 0, right: width, top: at, bottom: at };
    return { kind: "paragraph", text, glyphs: [], page, box, size: COLUMN, role, flush: false, full: false };
  });
  const of = (role: RunningLine["role"]): PlacedParagraph[] => placed.filter((own) => own.role === role);
  return { ...layout, items: [...of("header"), ...layout.items, ...of("footer")] };
}

/** A page with the tables that were read without their places, each where its first line stood. */
function withTables(
  layout: PageLayout,
  tables: readonly { readonly table: FlattenedTable["table"]; readonly top: number }[],
): PageLayout {
  if (tables.length === 0) return layout;
  const own = tables.map(({ table, top }) => ({
    ...table,
    box: { left: 0, right: layout.content.width, top: top - HALF, bottom: top + HALF },
  }));
  const items = [...layout.items, ...own].sort((one, other) => one.box.top - other.box.top);
  return { ...layout, items };
}

/**
 * Each page has columns of its own: a table goes on over pages by the number and the headings of its columns, not by
 * where they stand.
 */
function withoutPlaces(layout: PageLayout, stacked: boolean): PageLayout {
  const items = layout.items.map((item) => {
    if (item.kind !== "table") return item;
    const { parts: _, headedLeft, ...table } = item;
    const grid = withoutBlank(item.grid);
    const { cells: sure, adrift } = sureCells(grid);
    const cells = sure.map((cell) => ({
      ...cell,
      box: { ...cell.box, left: cell.column * WIDTH, right: (cell.column + cell.columnSpan) * WIDTH },
    }));
    const box = { ...item.box, left: 0, right: grid.columnCount * WIDTH };
    return { ...table, grid: { ...grid, cells }, box, ...(adrift || stacked || headedLeft ? { adrift: true } : {}) };
  });
  return { ...layout, items };
}

/**
 * Without columns in which nothing stands but a heading, where the heading numbers the columns of figures: 科目名称 printed
 * beside short names, not over them. Its words go to the column before.
 */
function withoutBlank(grid: PlacedGrid): PlacedGrid {
  const body = bodyOf(grid);
  const numbers = grid.cells.filter(({ row, text }) => row < body && /^\d{1,2}$/.test(text)).length;
  if (numbers < 2) return grid;
  const blank = (column: number) =>
    grid.cells.every(
      (cell) =>
        cell.column > column ||
        column >= cell.column + cell.columnSpan ||
        cell.text === "" ||
        (cell.row < body && !/^\d{1,2}$/.test(cell.text)),
    );
  const dropped = Array.from({ length: grid.columnCount }, (_, column) => column).find(
    (column) => column > 0 && blank(column),
  );
  if (dropped === undefined) return grid;
  const own = grid.cells.filter(({ column, columnSpan }) => column === dropped && columnSpan === 1);
  const words = own.filter(({ text }) => text !== "");
  const rest = grid.cells.filter((cell) => !own.includes(cell));
  const under = rest.findLast(({ row, column, columnSpan }) => row < body && column + columnSpan === dropped);
  if (words.length > 0 && !under) return grid;
  const cells = rest.map((cell) => ({
    ...cell,
    ...(cell === under && words.length > 0 ? joinPlaced([cell, ...words], () => true) : {}),
    column: cell.column > dropped ? cell.column - 1 : cell.column,
    columnSpan:
      cell.column < dropped && cell.column + cell.columnSpan > dropped ? cell.columnSpan - 1 : cell.columnSpan,
  }));
  return withoutBlank({ ...grid, columnCount: grid.columnCount - 1, cells });
}

/** The first row with an amount. */
function bodyOf({ cells, rowCount }: PlacedGrid): number {
  return cells.find(({ text }) => DECIMAL.test(text))?.row ?? rowCount;
}

/**
 * What stands on one line is of one row, and no two numbers of it of one cell. Where they came otherwise, the line is not
 * where its columns are: its figures stay together, and so are bound to nothing.
 */
function sureCells(grid: PlacedGrid): {
  readonly cells: readonly PlacedCell[];
  readonly adrift?: boolean;
} {
  const { cells, rowCount } = grid;
  const rowsOfLines = new Map<number, Set<number>>();
  const unsure = new Set<number>();
  // The numbers of columns are no figures of a row.
  const first = bodyOf(grid);
  const body = cells.filter(({ row }) => row >= first);
  for (const cell of body) {
    if (!/\d/.test(cell.text)) continue;
    for (const glyph of cell.glyphs) {
      if (!glyph) continue;
      const rows = rowsOfLines.get(glyph.baseline) ?? new Set();
      rowsOfLines.set(glyph.baseline, rows.add(cell.row));
    }
  }
  for (const cell of [...strayNumbers(body), ...astray(body)]) unsure.add(cell.row);
  for (const rows of rowsOfLines.values()) if (rows.size > 1) for (const row of rows) unsure.add(row);
  // The numbers of columns over no amounts at all.
  if (first === grid.rowCount && cells.filter(({ text }) => /^\d{1,2}$/.test(text)).length > 1)
    return { cells, adrift: true };
  const rows = new Set(body.filter(({ text }) => DECIMAL.test(text)).map(({ row }) => row)).size;
  if (unsure.size > Math.max(FEW_UNSURE, MOST_UNSURE * rows) || !isCounted(cells, first))
    return { cells, adrift: true };
  if (unsure.size === 0) return { cells };
  const kept = [...cells];
  const amountsIn = (column: number) => body.filter((cell) => cell.column === column && DECIMAL.test(cell.text)).length;
  for (let row = 0; row < rowCount; row++) {
    if (!unsure.has(row)) continue;
    const figures = kept.filter((cell) => cell.row === row && /^[-−]?[\d,.]+$/.test(cell.text));
    const [first, ...others] = figures;
    if (!first) continue;
    // A row of one line that came as two.
    if (others.length === 0) return { cells, adrift: true };
    // In a column of many amounts they are not taken for its words.
    const target = figures.reduce((best, cell) => (amountsIn(cell.column) > amountsIn(best.column) ? cell : best));
    for (const figure of figures)
      kept[kept.indexOf(figure)] = { ...figure, ...(figure === target ? sideBySide(figures) : NOTHING) };
  }
  return { cells: kept };
}

/** So many rows may be beside their columns in a table whose others are under each other. */
const MOST_UNSURE = 0.1;
const FEW_UNSURE = 2;

/** Whether the numbers of the columns, where the heading has them, stand one over each column of amounts. */
function isCounted(cells: readonly PlacedCell[], body: number): boolean {
  const heading = cells.filter(({ row }) => row < body);
  if (heading.some(({ text }) => /^\d{1,2}(?:\s\d{1,2})+$|次\s?\d|^\d{3,}$/.test(text))) return false;
  const numbers = heading.filter(({ text }) => /^\d{1,2}$/.test(text));
  if (!numbers.every(({ columnSpan, text }, index) => columnSpan === 1 && text === String(index + 1))) return false;
  const amounts = cells.filter(({ row, text }) => row >= body && DECIMAL.test(text)).map(({ column }) => column);
  const isAlone =
    new Set(cells.filter(({ row, text }) => row >= body && DECIMAL.test(text)).map(({ row }) => row)).size === 1;
  if (isAlone && ![...numbers.map(({ column }) => column), ...amounts].every((column) => isHeaded(column, heading)))
    return false;
  const counted = new Set(numbers.map(({ column }) => column));
  return numbers.length < 2 || amounts.every((column) => counted.has(column));
}

/** Whether the words nearest above a column are over it alone. */
function isHeaded(column: number, heading: readonly PlacedCell[]): boolean {
  const words = heading.filter(({ text }) => text !== "" && !/^\d{1,2}$/.test(text));
  const above = words.filter((cell) => cell.column <= column && column < cell.column + cell.columnSpan);
  return words.length === 0 || above.toSorted((one, other) => one.row - other.row).at(-1)?.columnSpan === 1;
}

function sideBySide(texts: readonly PlacedText[]): PlacedText {
  const glyphs = texts.flatMap((text, index) =>
    index === 0 ? text.glyphs : [...SEPARATOR].map(() => undefined).concat(text.glyphs as []),
  );
  return { text: texts.map(({ text }) => text).join(SEPARATOR), glyphs };
}

/** Spaces are found within numbers. */
const SEPARATOR = " / ";

const DECIMAL = /\d[.．]\d\d$/;

/** Amounts so far from those of their column that they may be another's, and those that share a cell with words. */
function astray(cells: readonly PlacedCell[]): PlacedCell[] {
  const amounts = cells.filter(({ text }) => DECIMAL.test(text));
  const columns = [...Map.groupBy(amounts, ({ column, page }) => `${page} ${column}`).values()].map((members) => ({
    members,
    right: median(members.map(rightOf)),
  }));
  const strays = columns.flatMap(({ members, right }) => {
    const distances = columns.map((other) => Math.abs(other.right - right)).filter((distance) => distance > COLUMN);
    const most = ASTRAY * Math.min(...distances, 100 * COLUMN);
    return members.filter((member) => Math.abs(rightOf(member) - right) > most);
  });
  return [...strays, ...amounts.filter(({ text }) => !/^[-−]?[\d,]+[.．]\d\d$/.test(text))];
}

function rightOf({ glyphs }: PlacedCell): number {
  return glyphs.findLast((glyph) => glyph)?.right ?? 0;
}

/** Of the way to the next column. */
const ASTRAY = 0.4;

/** Whole numbers, those of lines and of codes, among amounts that all have decimals. */
function strayNumbers(cells: readonly PlacedCell[]): PlacedCell[] {
  const columns = Map.groupBy(cells, ({ column }) => column);
  return [...columns.values()].flatMap((column) => {
    const decimal = column.filter(({ text }) => DECIMAL.test(text)).length;
    const whole = column.filter(({ text }) => /^\d{1,7}$/.test(text) && text !== "0");
    return decimal > 2 * whole.length ? whole : [];
  });
}

/** 2 over 0 over 8: codes in columns narrower than they are, whose digits are no rows of their own. */
function isStacked(page: string): boolean {
  return page.split(/\r\n|[\r\n]/).filter((line) => /^\s*\d(?:\s+\d)*\s*$/.test(line)).length >= LEAST_STACKED;
}

const LEAST_STACKED = 3;

/** Of a column, where columns have no place. */
const WIDTH = 100;

/** A page without the lines that are taken, and where each of its lines stands. */
function contentOf(
  printed: readonly PrintedLine[],
  taken: ReadonlySet<number>,
  number: number,
): { readonly content: PageContent; readonly tops: readonly number[] } {
  const kept = printed.flatMap((line, at) => (taken.has(at) ? [] : [{ line, at }]));
  const straight = new Map(straightened(kept.map(({ line }) => line)).map((line, index) => [kept[index]!.at, line]));
  const lines = printed.map((line, at) => straight.get(at) ?? line);
  const glyphs: Glyph[] = [];
  const tops: number[] = [];
  let y = 0;
  let width = 0;
  for (const [index, line] of lines.entries()) {
    y += isNear(line, lines[index - 1]) ? NEAR : PITCH * (1 + line.blank);
    tops.push(y);
    if (taken.has(index)) continue;
    for (const piece of line.pieces) glyphs.push(...glyphsOf(piece, y, number, line.part, glyphs.length));
    width = Math.max(width, glyphs.at(-1)!.right);
  }
  const content: PageContent = {
    number,
    width: width + COLUMN,
    // The page ends with its last line: the number of the page, where it has one.
    height: y + HALF,
    toPage: [1, 0, 0, 1, 0, 0],
    glyphs,
    unseen: [],
    rules: [],
    pictures: [],
    fills: [],
  };
  return { content, tops };
}

/** Whether a line stood nearer to the one above than a line of text does: in headings, and in labels that break. */
function isNear(line: PrintedLine, before: PrintedLine | undefined): boolean {
  if (!before) return false;
  if (line.part === "heading") return true;
  if (line.part !== "row" || line.blank > 0) return false;
  return isBrokenBy(before, line) || (!isLabel(line) && isBrokenBy(line, before));
}

/**
 * A character each. A sentence is set as it was printed, digits half as wide as ideographs, so that full lines end at one
 * margin; in a table each stands in its column.
 */
function glyphsOf({ from, text }: Piece, y: number, page: number, part: PrintedLine["part"], object: number): Glyph[] {
  const isSentence = part === "sentence" && !standsApart([squeezed(text)]);
  const glyphs: Glyph[] = [];
  // A sentence is indented by spaces, which are half as wide as its characters.
  let x = (from * COLUMN) / (isSentence ? 2 : 1);
  let spaced = false;
  for (const character of text) {
    const width = isSentence && !isIdeographic(character) ? COLUMN / 2 : COLUMN;
    if (/\s/.test(character)) {
      spaced = true;
      // What is one text stays one: the character before the space reaches up to the next.
      const last = glyphs.at(-1);
      if (last) glyphs[glyphs.length - 1] = { ...last, right: x + (isSentence ? 0 : 0.8 * COLUMN) };
      x += isSentence ? COLUMN / 5 : COLUMN;
      continue;
    }
    const [top, bottom] = [y - HALF, y + HALF];
    const own = { text: character, left: x, right: x + width, top, bottom, baseline: bottom, size: COLUMN };
    glyphs.push({ ...own, object, font: 0, spaced, turned: false, page });
    spaced = false;
    x += width;
  }
  return glyphs;
}

/** Characters that take two columns where they are displayed. */
function isIdeographic(character: string): boolean {
  const code = character.charCodeAt(0);
  return (
    (code >= 0x2e80 && code <= 0xa4cf) ||
    (code >= 0xf900 && code <= 0xfaff) ||
    (code >= 0xfe30 && code <= 0xfe6f) ||
    (code >= 0xff00 && code <= 0xff60) ||
    (code >= 0x2014 && code <= 0x201d)
  );
}
