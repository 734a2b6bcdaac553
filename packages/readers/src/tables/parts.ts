import type { Cell, ReadDocument, Table } from "@juesuan/core";
import { countCaptions, repeatedCaptions } from "./captions.ts";
import { Grid, joinGrids } from "./grid.ts";
import { headingOf, isNumbering, type Heading } from "./heading.ts";
import {
  innerTitles,
  readLeadingRows,
  readTrailingRows,
  surroundingsOf,
  type Range,
  type Surroundings,
} from "./surroundings.ts";
import { isGrandTotal, isHeadingWord, labelWord, squeezed } from "./words.ts";

/** One printed table, over all the blocks that it takes. */
export interface Part {
  readonly tables: readonly Slice[];
  readonly around: Surroundings;
  readonly grid: Grid;
  readonly heading: Heading;
  /** Rows of the body that are not of it. */
  readonly skipped: ReadonlySet<number>;
}

interface Slice {
  readonly table: Table;
  readonly from: number;
  readonly to: number;
}

/** The tables of a document: grids that hold several are cut, those that go on over pages are joined. */
export function partsOf(document: ReadDocument): Part[] {
  const printed: Printed[] = [];
  for (const [index, block] of document.blocks.entries()) {
    if (block.kind !== "table") continue;
    for (const part of cut(document, block, index))
      if (block.hidden || !printed.at(-1)?.takes(part)) printed.push(new Printed(document, part));
  }
  return printed.map((table) => table.whole());
}

/**
 * So many tables that go on from one another are read as one again with each of them; from then on with every quarter more,
 * lest each of thousands cost as much as all before it.
 */
const READ_EACH = 32;

/** A printed table as its pages are turned, one after the other. */
class Printed {
  private readonly document: ReadDocument;
  /** As it was last read, with its notes and all around it. */
  private read: Part;
  /** Tables that go on from it and were not read with it yet. */
  private unread: Slice[] = [];
  private known: { readonly totals: Set<string>; last: number } | undefined;

  constructor(document: ReadDocument, part: Part) {
    this.document = document;
    this.read = { ...part, around: withOwnLists(part.around) };
  }

  get grid(): Grid {
    return this.read.grid;
  }

  get heading(): Heading {
    return this.read.heading;
  }

  get around(): Surroundings {
    return this.read.around;
  }

  /** The labels of its grand totals: 合计; or 本年收入合计 on one page and 总计 on the next, of one table. */
  get totals(): ReadonlySet<string> {
    return this.body().totals;
  }

  /** The last column of its body that holds anything. */
  get last(): number {
    return this.body().last;
  }

  /** The table with all that go on from it. */
  whole(): Part {
    if (this.unread.length > 0) this.become([...this.read.tables, ...this.unread]);
    return this.read;
  }

  /** Takes a table that goes on from this one; says whether it does. */
  takes(other: Part): boolean {
    const part = withCodesApart(this, other, this.document);
    if (goesOn(this, part)) this.append(part);
    else if (isRestOf(this, part)) {
      const table = widened(this.whole(), part);
      if (!table) return false;
      this.takeAround(part);
      this.become([{ table, from: 0, to: table.rowCount }]);
    } else return false;
    return true;
  }

  private append(part: Part): void {
    const slice = part.tables[0]!;
    const repeated = part.heading.rowCount > 0 && sameHeading(this, part) ? part.heading.rowCount : 0;
    const { totals, last } = this.body();
    for (const total of totalsOf(part.grid, repeated)) totals.add(total);
    this.known = { totals, last: Math.max(last, lastFilled(part.grid, repeated)) };
    this.takeAround(part);
    this.unread.push({ ...slice, from: slice.from + repeated });
    const count = this.read.tables.length;
    if (count < READ_EACH || this.unread.length * 4 >= count) this.whole();
  }

  private takeAround({ around }: Part): void {
    this.around.notes.push(...around.notes);
    this.around.ranges.push(...around.ranges);
  }

  private become(tables: readonly Slice[]): void {
    this.read = partFrom(this.document, tables, this.around);
    this.unread = [];
    this.known = undefined;
  }

  private body(): { readonly totals: Set<string>; readonly last: number } {
    const { grid, heading } = this.read;
    this.known ??= {
      totals: new Set(totalsOf(grid, heading.rowCount)),
      last: lastFilled(grid, heading.rowCount),
    };
    return this.known;
  }
}

/** What is asked of a table when another may go on from it. */
type Before = Pick<Printed, "grid" | "heading" | "around" | "totals" | "last">;

/** What is asked of the headings of either. */
type Headed = Pick<Part, "grid" | "heading">;

function withOwnLists(around: Surroundings): Surroundings {
  return { ...around, notes: [...around.notes], ranges: [...around.ranges] };
}

function cut(document: ReadDocument, table: Table, index: number): Part[] {
  const whole = Grid.of(document, table);
  const counts = new Set(countCaptions(whole));
  const stages = new Set(repeatedCaptions(whole));
  const starts = [...new Set([0, ...innerTitles(whole), ...counts, ...stages])].toSorted((a, b) => a - b);
  const outside = surroundingsOf(document, index);
  return starts.map((start, at) => {
    const end = starts[at + 1] ?? whole.rowCount;
    const around: Surroundings =
      at === 0 ? outside : { notes: [], ranges: [], apart: false, ...(outside.unit && { unit: outside.unit }) };
    // 相关统计数 stands under the title of the money, and 决算数 under that of 预算数.
    if (counts.has(start) || stages.has(start)) Object.assign(around, titleOf(outside));
    // Notes below the block are those of its last table.
    if (at === 0 && starts.length > 1) around.notes.length = 0;
    if (at === starts.length - 1 && at > 0) around.notes.push(...outside.notes);
    const from = counts.has(start) ? start + 1 : readLeadingRows(whole, start, end, around);
    const to = readTrailingRows(whole, from, end, around);
    return partFrom(document, [{ table, from, to }], around);
  });
}

function titleOf({ title, match }: Surroundings): Partial<Surroundings> {
  return { ...(title === undefined ? {} : { title }), ...(match === undefined ? {} : { match }) };
}

function partFrom(document: ReadDocument, tables: readonly Slice[], around: Surroundings): Part {
  const grid = joinGrids(document, tables);
  const heading = headingOf(grid);
  return { tables, around, grid, heading, skipped: repeatedRows(grid, heading) };
}

/** Headings and numbers of columns that a page repeats within the body. */
function repeatedRows(grid: Grid, heading: Heading): ReadonlySet<number> {
  const known = new Set<string>();
  for (let row = 0; row < heading.rowCount; row++) known.add(wordsOf(grid, row));
  const skipped = new Set<number>();
  for (let row = heading.rowCount; row < grid.rowCount; row++) {
    const words = wordsOf(grid, row);
    if (words !== "" && known.has(words)) skipped.add(row);
    else if (isNumbering(grid, row)) {
      const filled = grid.filled(row);
      // 1 | 2 | 3 | 4: no table has such amounts.
      if (filled.length >= LEAST_COUNT || filled.some(({ text }) => /^[栏行项]\s*次$/.test(text))) skipped.add(row);
    }
  }
  return skipped;
}

const LEAST_COUNT = 4;

function wordsOf(grid: Grid, row: number): string {
  return grid
    .filled(row)
    .map(({ column, text }) => `${column}:${squeezed(text)}`)
    .join("|");
}

/**
 * The table before with more columns, where it is too wide for the page and goes on below: 续表 with the same rows, named
 * again, under other headings.
 */
function widened(before: Part, part: Part): Table | undefined {
  const labels = labelsOf(before);
  const { grid } = before;
  const isSame =
    labels > 0 &&
    labels === labelsOf(part) &&
    grid.rowCount === part.grid.rowCount &&
    before.heading.rowCount === part.heading.rowCount &&
    Array.from({ length: grid.rowCount }, (_, row) => row)
      .slice(before.heading.rowCount)
      .every((row) => labelAt(grid, row, labels) === labelAt(part.grid, row, labels));
  if (!isSame || sameHeadings(before, part)) return undefined;
  const cells = Array.from({ length: grid.rowCount }, (_, row) => [
    ...grid.row(row),
    ...part.grid.row(row).flatMap((cell) => {
      const column = cell.column - labels + grid.columnCount;
      return cell.column < labels ? [] : [{ ...cell, column }];
    }),
  ]).flat();
  const { table } = before.tables[0]!;
  const columnCount = grid.columnCount + part.grid.columnCount - labels;
  return { ...table, cells, rowCount: grid.rowCount, columnCount, end: part.tables.at(-1)!.table.end };
}

/** Whether a table says of itself that it is more of the one before. */
function isRestOf({ around: before }: Before, { around }: Part): boolean {
  const isRest = around.continues === true || (around.title !== undefined && around.title === before.title);
  return isRest && (around.match === undefined || around.match.table === before.match?.table);
}

/** How many columns at the left name the rows. */
function labelsOf({ heading: { columns } }: Part): number {
  const first = columns.findIndex(({ role }) => role === "figure" || role === "remark");
  return first < 0 ? 0 : first;
}

function labelAt(grid: Grid, row: number, labels: number): string {
  return Array.from({ length: labels }, (_, column) => squeezed(grid.text(row, column))).join("|");
}

/**
 * A page without headings whose codes stand in one column, where the page before parts them in 类, 款 and 项: a converter
 * drew only the lines that it saw.
 */
function withCodesApart(before: Before, part: Part, document: ReadDocument): Part {
  const codes = before.heading.columns.filter(({ role }) => role === "code").map(({ index }) => index);
  const more = before.grid.columnCount - part.grid.columnCount;
  const isApart = codes.length > 1 && codes.every((column, at) => column === at) && more === codes.length - 1;
  if (!isApart || part.heading.rowCount > 0 || !hasCodesFirst(part.grid)) return part;
  const [{ table, from, to }] = part.tables as readonly [Slice];
  const cells = table.cells.flatMap((cell) => {
    if (cell.column > 0) return [{ ...cell, column: cell.column + more }];
    const blanks = Array.from({ length: more }, (_, at): Cell => ({
      ...cell,
      column: 1 + at,
      text: "",
      start: cell.end,
    }));
    return [cell, ...blanks];
  });
  const apart = { ...table, cells, columnCount: table.columnCount + more };
  return partFrom(document, [{ table: apart, from, to }], part.around);
}

function hasCodesFirst(grid: Grid): boolean {
  let codes = 0;
  for (let row = 0; row < grid.rowCount; row++) {
    const text = squeezed(grid.text(row, 0));
    if (/^\d{3}(?:\d{2}){0,2}$/.test(text)) codes++;
    else if (text !== "" && !isGrandTotal(labelWord(text))) return false;
  }
  return codes > 0;
}

function goesOn(before: Before, part: Part): boolean {
  const { around } = part;
  if (before.grid.columnCount !== part.grid.columnCount && !isWithin(before, part)) return false;
  const isTitled = around.match !== undefined || around.title !== undefined;
  if (isTitled && around.match?.table !== before.around.match?.table) return false;
  if (isTitled && around.match === undefined && around.title !== before.around.title) return false;
  if (around.continues) return isHeadless(part, before) || sameHeading(before, part);
  if (!isTitled && (around.apart || before.around.notes.length > 0)) return false;
  if (isHeadless(part, before)) return !isTitled;
  return (
    sameHeading(before, part) && !totalsOf(part.grid, part.heading.rowCount).some((label) => before.totals.has(label))
  );
}

/**
 * A page without headings whose columns are those of the table before that hold anything: a heading too long for its cell may
 * reach over the edge of the page before, and make columns there of nothing.
 */
function isWithin(before: Before, part: Part): boolean {
  return (
    part.grid.columnCount < before.grid.columnCount &&
    isHeadless(part, before) &&
    before.last === lastFilled(part.grid, part.heading.rowCount)
  );
}

/** The last column that holds anything in the rows from one on. */
function lastFilled(grid: Grid, from: number): number {
  let last = -1;
  for (let row = from; row < grid.rowCount; row++)
    for (const { column } of grid.filled(row)) last = Math.max(last, column);
  return last;
}

/** A page that begins in the middle of a table has labels where headings would be. */
function isHeadless({ heading, grid }: Headed, before: Headed): boolean {
  const names = new Set(before.heading.columns.flatMap(({ role, index }) => (role === "name" ? [index] : [])));
  for (let row = 0; row < heading.rowCount; row++) {
    const cells = grid.filled(row);
    // 支出 alone under the names: the last line of 机关事业单位职业年金缴费支出, which the page before begins.
    if (cells.length === 1 && cells[0]!.columnSpan === 1 && cells[0]!.column > 0 && names.has(cells[0]!.column))
      continue;
    if (cells.some(({ text }) => isHeadingWord(text))) return false;
  }
  return true;
}

function sameHeading(before: Headed, part: Headed): boolean {
  const { rowCount } = part.heading;
  if (rowCount === 0) return false;
  if (sameHeadings(before, part)) return true;
  if (before.heading.rowCount < rowCount) return false;
  for (let row = 0; row < rowCount; row++) if (wordsOf(before.grid, row) !== wordsOf(part.grid, row)) return false;
  return true;
}

/** Every column under the same headings, whatever rows number them: 栏次 | 1 | 2 | 3 here, 栏次 | 123 in one cell there. */
function sameHeadings(before: Headed, part: Headed): boolean {
  const [own, other] = [part.heading.columns, before.heading.columns];
  return (
    own.some(({ path }) => path.length > 0) &&
    own.every(({ path }, column) => path.join("|") === other[column]?.path.join("|"))
  );
}

function totalsOf(grid: Grid, from: number): string[] {
  const labels: string[] = [];
  for (let row = from; row < grid.rowCount; row++)
    for (const { text } of grid.filled(row)) {
      const label = labelWord(text);
      if (isGrandTotal(label)) labels.push(label);
    }
  return labels;
}

export type { Range };
