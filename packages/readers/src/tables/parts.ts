import type { ReadDocument, Table } from "@juesuan/core";
import { countCaptions } from "./captions.ts";
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
  const parts: Part[] = [];
  for (const [index, block] of document.blocks.entries()) {
    if (block.kind !== "table") continue;
    for (const part of cut(document, block, index)) {
      const before = parts.at(-1);
      const joined =
        before && !block.hidden ? (continued(document, before, part) ?? widened(document, before, part)) : undefined;
      if (joined) parts[parts.length - 1] = joined;
      else parts.push(part);
    }
  }
  return parts;
}

function cut(document: ReadDocument, table: Table, index: number): Part[] {
  const whole = Grid.of(document, table);
  const counts = new Set(countCaptions(whole));
  const starts = [...new Set([0, ...innerTitles(whole), ...counts])].toSorted((a, b) => a - b);
  const outside = surroundingsOf(document, index);
  return starts.map((start, at) => {
    const end = starts[at + 1] ?? whole.rowCount;
    const around: Surroundings =
      at === 0 ? outside : { notes: [], ranges: [], apart: false, ...(outside.unit && { unit: outside.unit }) };
    // 相关统计数 stands under the title of the money.
    if (counts.has(start)) Object.assign(around, titleOf(outside));
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

/** The table before with these rows, where they go on from it. */
function continued(document: ReadDocument, before: Part, part: Part): Part | undefined {
  if (!goesOn(before, part)) return undefined;
  const slice = part.tables[0]!;
  const isHeaded = part.heading.rowCount > 0 && sameHeading(before, part);
  const from = slice.from + (isHeaded ? part.heading.rowCount : 0);
  return partFrom(document, [...before.tables, { ...slice, from }], {
    ...before.around,
    notes: [...before.around.notes, ...part.around.notes],
    ranges: [...before.around.ranges, ...part.around.ranges],
  });
}

/**
 * The table before with more columns, where it is too wide for the page and goes on below: 续表 with the same rows, named
 * again, under other headings.
 */
function widened(document: ReadDocument, before: Part, part: Part): Part | undefined {
  const isRest =
    part.around.continues || (part.around.title !== undefined && part.around.title === before.around.title);
  if (!isRest || (part.around.match && part.around.match.table !== before.around.match?.table)) return undefined;
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
  const whole: Table = { ...table, cells, rowCount: grid.rowCount, columnCount, end: part.tables.at(-1)!.table.end };
  return partFrom(document, [{ table: whole, from: 0, to: grid.rowCount }], {
    ...before.around,
    notes: [...before.around.notes, ...part.around.notes],
    ranges: [...before.around.ranges, ...part.around.ranges],
  });
}

/** How many columns at the left name the rows. */
function labelsOf({ heading: { columns } }: Part): number {
  const first = columns.findIndex(({ role }) => role === "figure" || role === "remark");
  return first < 0 ? 0 : first;
}

function labelAt(grid: Grid, row: number, labels: number): string {
  return Array.from({ length: labels }, (_, column) => squeezed(grid.text(row, column))).join("|");
}

function goesOn(before: Part, part: Part): boolean {
  const { around } = part;
  if (before.grid.columnCount !== part.grid.columnCount && !isWithin(before, part)) return false;
  const isTitled = around.match !== undefined || around.title !== undefined;
  if (isTitled && around.match?.table !== before.around.match?.table) return false;
  if (isTitled && around.match === undefined && around.title !== before.around.title) return false;
  if (around.continues) return isHeadless(part, before) || sameHeading(before, part);
  if (!isTitled && (around.apart || before.around.notes.length > 0)) return false;
  if (isHeadless(part, before)) return !isTitled;
  const totals = totalsOf(before);
  return sameHeading(before, part) && !totalsOf(part).some((label) => totals.includes(label));
}

/**
 * A page without headings whose columns are those of the table before that hold anything: a heading too long for its cell may
 * reach over the edge of the page before, and make columns there of nothing.
 */
function isWithin(before: Part, part: Part): boolean {
  return (
    part.grid.columnCount < before.grid.columnCount &&
    isHeadless(part, before) &&
    lastFilled(before) === lastFilled(part)
  );
}

/** The last column of a body that holds anything. */
function lastFilled({ grid, heading }: Part): number {
  let last = -1;
  for (let row = heading.rowCount; row < grid.rowCount; row++)
    for (const { column } of grid.filled(row)) last = Math.max(last, column);
  return last;
}

/** A page that begins in the middle of a table has labels where headings would be. */
function isHeadless({ heading, grid }: Part, before: Part): boolean {
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

function sameHeading(before: Part, part: Part): boolean {
  const { rowCount } = part.heading;
  if (rowCount === 0) return false;
  if (sameHeadings(before, part)) return true;
  if (before.heading.rowCount < rowCount) return false;
  for (let row = 0; row < rowCount; row++) if (wordsOf(before.grid, row) !== wordsOf(part.grid, row)) return false;
  return true;
}

/** Every column under the same headings, whatever rows number them: 栏次 | 1 | 2 | 3 here, 栏次 | 123 in one cell there. */
function sameHeadings(before: Part, part: Part): boolean {
  const [own, other] = [part.heading.columns, before.heading.columns];
  return (
    own.some(({ path }) => path.length > 0) &&
    own.every(({ path }, column) => path.join("|") === other[column]?.path.join("|"))
  );
}

/** 合计; or 本年收入合计 on one page and 总计 on the next, of one table. */
function totalsOf({ grid, heading }: Part): string[] {
  const labels: string[] = [];
  for (let row = heading.rowCount; row < grid.rowCount; row++)
    for (const { text } of grid.filled(row)) {
      const label = labelWord(text);
      if (isGrandTotal(label)) labels.push(label);
    }
  return labels;
}

export type { Range };
