import type { TableBlock, TableColumn, TableDeclaration } from "@juesuan/core";
import type { PlacedCell, PlacedGrid } from "../../layout/cells.ts";
import type { Attested, Denied } from "./attested.ts";
import {
  AMOUNT,
  areCodesTorn,
  bodyColumns,
  firstRow,
  wordsOf,
  type Body,
  type HeadingWord,
  type Range,
} from "./grid-columns.ts";
import { exact, printedColumns, trySums } from "../sums-across.ts";

// In a printed text the amounts of a table keep under each other, while its headings, wider than the columns are in
// characters, stand anywhere. Which columns the form has is known: what is owed is which of them each column of amounts is,
// and that the sums across the rows hold.

/** The share of sums that must hold: a document may have faults. */
const MOSTLY = 0.75;
/** How much nearer a heading must be than the next. */
const NEARER = 0.7;
/** Lines that are filled push each other aside by some characters: so near, and so far, no heading is another's. */
const NEAR = 4;
const FAR = 10;

/** What the document says elsewhere: of what an amount is, and of what there is nothing. */
export interface Told {
  readonly attested: Attested;
  readonly denied: Denied;
}

/** A grid under the headings of its form, and how they were found. */
export interface NamedGrid {
  readonly grid: PlacedGrid;
  readonly sides: readonly NamedSide[];
  /** What each column comes to, and what of it the classes down to here make, where it is a list. */
  readonly totals: ReadonlyMap<string, bigint>;
  readonly reached: ReadonlyMap<string, bigint>;
}

/**
 * The grid under the headings of its form; nothing where it is not sure which column is which.
 *
 * @param told what the document says elsewhere of the amounts of its columns
 * @param before the part of the table on the page before: the next may have no headings of its own
 */
export function namedColumns(
  grid: PlacedGrid,
  { concept, blocks, variants = [] }: TableDeclaration,
  { attested, denied }: Told,
  before?: NamedGrid,
): NamedGrid | undefined {
  const first = firstRow(grid);
  if (first === undefined || areCodesTorn(grid)) return undefined;
  const body = bodyColumns(grid, first);
  if (!body) return undefined;
  const after = before && continued(grid, first, body, before);
  if (after || first === 0) return after;
  const heading = wordsOf(grid, first);
  for (const arrangement of [blocks, ...variants]) {
    const isDenied = (column: TableColumn): boolean => denied(column, (column.concept ?? concept) === "revenue");
    const sides = sidesOf(grid, first, body, heading, arrangement, attested, isDenied);
    if (sides) return named(grid, first, sides);
  }
  return undefined;
}

/** A part of a table as another part of it: with as many columns of labels and of amounts on each side. */
export function namedLike(grid: PlacedGrid, other: NamedGrid | undefined): NamedGrid | undefined {
  const first = firstRow(grid);
  const body = first === undefined ? undefined : bodyColumns(grid, first);
  if (!other || first === undefined || !body || areCodesTorn(grid)) return undefined;
  const starts = body.filter(({ kind }) => kind === "words").map(({ column }) => column);
  if (starts.length !== other.sides.length) return undefined;
  const sides = other.sides.flatMap(({ block, labels, amounts }, index): NamedSide[] => {
    const side = body.filter(
      ({ column }) => (index === 0 || column >= starts[index]!) && column < (starts[index + 1] ?? Infinity),
    );
    const own = side.filter(({ kind }) => kind === "words" || kind === "whole");
    const filled = side.filter(({ kind }) => kind === "amounts");
    if (own.length !== labels.length || filled.length !== amounts.length) return [];
    if (amounts.some(({ column }) => !column)) return [];
    const columns = filled.map((body, at): NamedColumn => ({ body, column: amounts[at]!.column! }));
    return sumsHold(grid, first, block, columns) ? [{ block, labels: own, amounts: columns }] : [];
  });
  return sides.length === other.sides.length ? named(grid, first, sides) : undefined;
}

function named(grid: PlacedGrid, first: number, sides: readonly NamedSide[], before?: NamedGrid): NamedGrid {
  const totals = new Map(before?.totals);
  const reached = new Map(before?.reached);
  for (let row = first; row < grid.rowCount; row++) {
    const own = inRow(grid, row);
    const isTotal = totals.size === 0 && own.some(({ text }) => /^[合总]计$/.test(text));
    if (!isTotal && !own.some(({ text }) => /^\d{3}$/.test(text))) continue;
    for (const { body: at, column } of sides.flatMap(({ amounts }) => amounts)) {
      if (!column) continue;
      const value = exact(own.find((cell) => cell.column === at.column)?.text ?? "") ?? 0n;
      if (isTotal) totals.set(column.id, value);
      else reached.set(column.id, (reached.get(column.id) ?? 0n) + value);
    }
  }
  return { grid: headed(grid, first, sides), sides, totals, reached };
}

/**
 * The next part of a list: its columns are those of the part before, all of them or, where some are blank on this page,
 * those with which the classes make what each column comes to.
 */
function continued(grid: PlacedGrid, first: number, body: readonly Body[], before: NamedGrid): NamedGrid | undefined {
  const [only, ...others] = before.sides;
  const filled = body.filter(({ kind }) => kind === "amounts");
  const labels = body.filter(({ kind }) => kind === "words" || kind === "whole");
  if (!only || others.length > 0 || labels.length !== only.labels.length) return undefined;
  const columns = only.amounts.flatMap(({ body: { kind }, column }) => (kind === "amounts" && column ? [column] : []));
  if (columns.length < only.amounts.length) return undefined;
  const found = ordered(columns, filled.length).flatMap((chosen) => {
    const amounts = filled.map((own, index) => ({ body: own, column: chosen[index]! }));
    if (!sumsHold(grid, first, only.block, amounts)) return [];
    // What is blank here is a column of the table all the same.
    const all = columns.map((column) => amounts.find((own) => own.column === column) ?? { body: BLANK, column });
    return [named(grid, first, [{ block: only.block, labels, amounts: all }], before)];
  });
  if (filled.length === columns.length) return found[0];
  const [one, ...more] = found.filter(({ totals, reached }) =>
    columns.every(({ id }) => isNear(totals.get(id) ?? 0n, reached.get(id) ?? 0n)),
  );
  return more.length === 0 ? one : undefined;
}

/**
 * The parts of one table, each under the columns of all: one that holds nothing on a page is a column of the table there too.
 * Nothing changes where they have not as many labels.
 */
export function underSameColumns(
  parts: readonly { readonly grid: PlacedGrid; readonly named: NamedGrid }[],
): NamedGrid[] {
  const own = parts.map(({ named: part }) => part);
  const [first, ...others] = own;
  const isAlike = ({ sides }: NamedGrid): boolean =>
    sides.length === first!.sides.length &&
    sides.every(
      ({ block, labels }, at) => block === first!.sides[at]!.block && labels.length === first!.sides[at]!.labels.length,
    );
  if (!first || others.length === 0 || !others.every(isAlike)) return own;
  const columns = first.sides.map(({ block }, at) => {
    const used = new Set(own.flatMap(({ sides }) => sides[at]!.amounts.map(({ column }) => column)));
    return block.columns.filter((column) => used.has(column));
  });
  return parts.map(({ grid, named: part }) => {
    const sides = part.sides.map((side, at) => ({
      ...side,
      amounts: columns[at]!.map(
        (column) => side.amounts.find((amount) => amount.column === column) ?? { body: BLANK, column },
      ),
    }));
    return withSides({ grid, named: part }, sides);
  });
}

/** A grid under the headings of other columns. */
export function withSides(
  { grid, named: part }: { readonly grid: PlacedGrid; readonly named: NamedGrid },
  sides: readonly NamedSide[],
): NamedGrid {
  return { ...part, sides, grid: headed(grid, firstRow(grid)!, sides) };
}

const BLANK: Body = { column: -1, kind: "amounts", size: 0, left: 0, right: 0 };

/** So many classes are rounded: a unit of the last place for each. */
export function isNear(one: bigint, other: bigint): boolean {
  const off = one - other;
  return (off < 0n ? -off : off) <= ROUNDED;
}

const ROUNDED = 1_500n;

/** Every choice of so many of a list, in its order. */
export function ordered<T>(list: readonly T[], count: number): T[][] {
  if (count === 0) return [[]];
  return list.flatMap((item, index) => ordered(list.slice(index + 1), count - 1).map((rest) => [item, ...rest]));
}

export interface NamedSide {
  readonly block: TableBlock;
  /** The columns that name the rows. */
  readonly labels: readonly Body[];
  readonly amounts: readonly NamedColumn[];
}

export interface NamedColumn {
  readonly body: Body;
  /** Absent where it may be any of several. */
  readonly column?: TableColumn;
  /** Its heading stands right above it, and every other far away. */
  readonly under?: boolean;
}

/** Which column of the form each column of amounts is, for each side of the table. */
function sidesOf(
  grid: PlacedGrid,
  first: number,
  body: readonly Body[],
  heading: readonly HeadingWord[],
  blocks: readonly TableBlock[],
  attested: Attested,
  isDenied: (column: TableColumn) => boolean,
): NamedSide[] | undefined {
  if (blocks.some(({ rows, stages = ["final"], repeats }) => rows.kind === "single" || stages.length > 1 || repeats))
    return undefined;
  const starts = body.filter(({ kind }) => kind === "words").map(({ column }) => column);
  if (starts.length !== blocks.length) return undefined;
  // A list may have its codes before the names.
  const sides = blocks.map((_, index) =>
    body.filter(({ column }) => (index === 0 || column >= starts[index]!) && column < (starts[index + 1] ?? Infinity)),
  );
  const text = heading.map((word) => word.text).join("");
  const sets = blocks.map((block) => {
    const all = printedColumns(block, text);
    return [all, all.filter(({ owed }) => owed !== false)];
  });
  for (const which of [0, 1]) {
    const declared = sets.map((set) => set[which]!);
    const places = placesOf(declared.flat(), heading);
    const named: NamedSide[] = [];
    let at = 0;
    for (const [index, block] of blocks.entries()) {
      const side = sides[index]!;
      const columns = declared[index]!;
      const start = side.findLastIndex(({ kind }) => kind === "words" || kind === "whole") + 1;
      const own = side.slice(start);
      const under = assigned(own, columns, places.slice(at, at + columns.length));
      at += columns.length;
      const amounts =
        [under, assignedByWords(grid, own, block, columns, attested)].find(
          (found) =>
            found && sumsHold(grid, first, block, found, columns) && isSure(grid, block, columns, found, attested),
        ) ??
        whollyCertain(grid, first, block, own, columns, isDenied) ??
        certainOf(grid, first, block, own, columns);
      if (!amounts) break;
      named.push({ block, labels: side.slice(0, start), amounts });
    }
    if (named.length === blocks.length) return named;
  }
  return undefined;
}

/** Where the heading of each column stands: above its number, where columns are counted, or by its words. */
function placesOf(columns: readonly TableColumn[], heading: readonly HeadingWord[]): readonly HeadingPlace[] {
  const numbers = heading.filter(({ text }) => /^\d{1,2}$/.test(text)).toSorted((one, other) => one.left - other.left);
  if (numbers.length === columns.length && numbers.every(({ text }, index) => text === String(index + 1)))
    return numbers.map((number) => ({ middle: middleOf(number), isPushed: false }));
  const namesOf = ({ heading: words, aliases = [] }: TableColumn): string[] => [words.at(-1) ?? "", ...aliases];
  const own = columns.map((): HeadingWord[] => []);
  for (const word of heading) {
    if (word.text.length < 2) continue;
    const whole = columns.flatMap((column, index) => (namesOf(column).includes(word.text) ? [index] : []));
    const part = columns.flatMap((column, index) =>
      namesOf(column).some((name) => name.includes(word.text)) ? [index] : [],
    );
    const [only, ...others] = whole.length > 0 ? whole : part;
    if (only !== undefined && others.length === 0) own[only]!.push(word);
  }
  const middles = own.map((words) =>
    words.length === 0
      ? undefined
      : middleOf({
          left: words.reduce((least, { left }) => Math.min(least, left), Infinity),
          right: words.reduce((most, { right }) => Math.max(most, right), 0),
        }),
  );
  return middles.map((middle, index) => {
    const [before, after] = [middles[index - 1], middles[index + 1]];
    return {
      middle: middle ?? (before !== undefined && after !== undefined ? (before + after) / 2 : undefined),
      isPushed: own[index]!.some(({ pushed }) => pushed),
    };
  });
}

interface HeadingPlace {
  readonly middle: number | undefined;
  readonly isPushed: boolean;
}

function middleOf({ left, right }: Range): number {
  return (left + right) / 2;
}

/** As many columns as the form has, or each that has amounts under the heading that is clearly nearest. */
function assigned(
  own: readonly Body[],
  columns: readonly TableColumn[],
  places: readonly HeadingPlace[],
): NamedSide["amounts"] | undefined {
  const filled = own.filter(({ kind }) => kind === "amounts");
  if (filled.length === columns.length) return filled.map((body, index) => ({ body, column: columns[index]! }));
  if (filled.length > columns.length || places.some(({ middle }) => middle === undefined)) return undefined;
  let last = -1;
  const found: NamedColumn[] = [];
  for (const body of filled) {
    const [nearest, next] = places
      .map(({ middle }, index) => ({ distance: Math.abs(middle! - middleOf(body)), index }))
      .sort((one, other) => one.distance - other.distance);
    if (!nearest || nearest.index <= last || (next && nearest.distance > NEARER * next.distance)) return undefined;
    last = nearest.index;
    const isNear = nearest.distance <= NEAR * body.size && (!next || next.distance >= FAR * body.size);
    const under = isNear && !places[nearest.index]!.isPushed;
    found.push({ body, column: columns[last]!, under });
  }
  return found;
}

/** What the sums alone make sure of: columns that are the same in every way in which they hold. The others have no heading. */
function certainOf(
  grid: PlacedGrid,
  first: number,
  block: TableBlock,
  own: readonly Body[],
  columns: readonly TableColumn[],
): NamedColumn[] | undefined {
  const filled = own.filter(({ kind }) => kind === "amounts");
  if (filled.length < 2 || filled.length > columns.length || columns.length > MOST_COLUMNS) return undefined;
  const ways = ordered(columns, filled.length)
    .map((chosen) => filled.map((body, index): NamedColumn => ({ body, column: chosen[index]! })))
    .filter((way) => sumsHold(grid, first, block, way, columns));
  const [way, ...others] = ways;
  return way?.map(({ body, column }, index) => ({
    body,
    ...(column && others.every((other) => other[index]!.column === column) && { column }),
  }));
}

/** The same where the document says of some columns that there is nothing in them, and every other is then sure. */
function whollyCertain(
  grid: PlacedGrid,
  first: number,
  block: TableBlock,
  own: readonly Body[],
  columns: readonly TableColumn[],
  isDenied: (column: TableColumn) => boolean,
): NamedColumn[] | undefined {
  const rest = columns.filter((column) => !isDenied(column));
  const found = rest.length < columns.length ? certainOf(grid, first, block, own, rest) : undefined;
  return found?.every(({ column }) => column) ? found : undefined;
}

/** So that there are not too many ways. */
const MOST_COLUMNS = 9;

/** Each column with amounts as the one that the document says it comes to; the first is the total, which the sums tell. */
function assignedByWords(
  grid: PlacedGrid,
  own: readonly Body[],
  { sums = [] }: TableBlock,
  columns: readonly TableColumn[],
  attested: Attested,
): NamedColumn[] | undefined {
  const filled = own.filter(({ kind }) => kind === "amounts");
  const found: NamedColumn[] = [];
  for (const [index, body] of filled.entries()) {
    const isTotal = index === 0 && sums.some(({ total }) => total === columns[0]?.id);
    const amounts = totalsOf(grid, body);
    const own = isTotal
      ? columns.slice(0, 1)
      : columns.filter((column) => amounts.some((amount) => attested(column, amount)));
    const last = found.at(-1);
    if (own.length !== 1 || (last && columns.indexOf(own[0]!) <= columns.indexOf(last.column!))) return undefined;
    found.push({ body, column: own[0]! });
  }
  return found;
}

/** What a column of amounts comes to: 合计, 本年支出合计, 总计. */
function totalsOf({ cells }: PlacedGrid, { column }: Body): string[] {
  const rows = new Set(cells.filter(({ text }) => /[合总]计$/.test(text)).map(({ row }) => row));
  return cells
    .filter((cell) => cell.column === column && rows.has(cell.row) && AMOUNT.test(cell.text))
    .map(({ text }) => text);
}

/** Where some columns are blank and headings do not tell, the document must say of what each of the others comes to that it is that. */
function isSure(
  grid: PlacedGrid,
  { sums = [] }: TableBlock,
  columns: readonly TableColumn[],
  amounts: NamedSide["amounts"],
  attested: Attested,
): boolean {
  if (amounts.length === columns.length) return true;
  const rest = columns.filter((column) => !amounts.some((named) => named.column === column));
  return amounts.every(({ body, column, under }) => {
    // The total is told by the sums across the rows.
    if (!column) return false;
    const isTotal = sums.some(
      ({ total, of }) => total === column.id && amounts.some((other) => other.column && of.includes(other.column.id)),
    );
    if (under || isTotal) return true;
    return totalsOf(grid, body).some(
      (amount) => attested(column, amount) && !rest.some((other) => attested(other, amount)),
    );
  });
}

/**
 * Whether the sums across the rows hold with these columns, all of which are known.
 *
 * @param printed every column that the headings print: those without amounts are blank
 */
export function sumsHold(
  grid: PlacedGrid,
  first: number,
  block: TableBlock,
  amounts: NamedSide["amounts"],
  printed: readonly TableColumn[] = amounts.map(({ column }) => column!),
): boolean {
  if ((block.sums ?? []).length === 0) return amounts.length === 1;
  const bodies = printed.map((column) => amounts.find((named) => named.column === column)?.body.column);
  const rows: (string | undefined)[][] = [];
  for (let row = first; row < grid.rowCount; row++) {
    const own = inRow(grid, row);
    rows.push(bodies.map((body) => own.find(({ column }) => column === body)?.text));
  }
  const places = printed.map((column) => ({ column, stage: "final" as const }));
  const { held, broken } = trySums(block.sums!, places, rows, true);
  return held > 0 && held >= MOSTLY * (held + broken);
}

const byRow = new WeakMap<PlacedGrid, ReadonlyMap<number, readonly PlacedCell[]>>();

/** The cells that begin in a row. Grids are asked for their rows once for each choice of columns. */
function inRow(grid: PlacedGrid, row: number): readonly PlacedCell[] {
  let rows = byRow.get(grid);
  if (!rows) byRow.set(grid, (rows = Map.groupBy(grid.cells, (cell) => cell.row)));
  return rows.get(row) ?? [];
}

/** Over a column that may be any of several. */
const UNSURE = "（表头没有对齐的栏）";

/** The body under headings as the form words them. */
function headed(grid: PlacedGrid, first: number, sides: readonly NamedSide[]): PlacedGrid {
  const depth = Math.max(
    1,
    ...sides.flatMap(({ amounts }) => amounts.map(({ column }) => column?.heading.length ?? 1)),
  );
  const { page } = grid.cells[0]!;
  const head: PlacedCell[] = [];
  /** The columns of the grid in their new order. */
  const columns: number[] = [];
  /** 类, 款 and 项 apart: the parts of one code, which another page of the table may print in one. */
  const codes = new Map<number, number>();
  const put = (row: number, text: string, rowSpan: number) => {
    const box = { left: 0, right: 1, top: 0, bottom: 1 };
    head.push({ row, column: columns.length, rowSpan, columnSpan: 1, text, glyphs: [], page, box });
  };
  for (const { block, labels, amounts } of sides) {
    const isList = block.rows.kind === "classification";
    for (const [index, { column, kind }] of labels.entries()) {
      if (isList && kind === "whole" && labels[index - 1]?.kind === "whole") {
        codes.set(column, columns.length - 1);
        continue;
      }
      put(0, kind === "whole" ? (isList ? "科目编码" : "行次") : isList ? "科目名称" : "项目", depth);
      columns.push(column);
    }
    for (const { body, column } of amounts) {
      const words = !column ? [UNSURE] : column.heading.length === 0 ? ["决算数"] : column.heading;
      for (const [row, word] of words.entries()) put(row, word, row === words.length - 1 ? depth - row : 1);
      columns.push(body.column);
    }
  }
  const labelled = new Set(sides.flatMap(({ labels }) => labels.map(({ column }) => column)));
  head.sort((one, other) => one.row - other.row || one.column - other.column);
  const named = new Set(
    grid.cells.flatMap(({ row, column, text }) => (text !== "" && labelled.has(column) ? [row] : [])),
  );
  const cells = grid.cells.flatMap((cell) => {
    // 合计 105.00 合计 基本支出 项目支出, a line of the heading too: what is blank in a row that lost its label may be a word.
    if (cell.row < first || (cell.text === "" && !named.has(cell.row))) return [];
    const own = columns.flatMap((column, index) =>
      column >= cell.column && column < cell.column + cell.columnSpan ? [index] : [],
    );
    if (own.length === 0 && codes.has(cell.column) && cell.columnSpan === 1) own.push(codes.get(cell.column)!);
    if (own.length === 0) return [];
    // A label over code and name: 合计.
    const columnSpan = own.at(-1)! - own[0]! + 1;
    const rowSpan = Math.min(cell.rowSpan, grid.rowCount - cell.row);
    return [{ ...totalAlone(cell), row: cell.row - first + depth, column: own[0]!, columnSpan, rowSpan }];
  });
  return { rowCount: grid.rowCount - first + depth, columnCount: columns.length, cells: [...head, ...joined(cells)] };
}

/** The cells with those that are parts of one code, side by side in one row, made one. */
function joined(cells: readonly PlacedCell[]): PlacedCell[] {
  const whole = new Map<string, PlacedCell>();
  for (const cell of cells) {
    const place = `${cell.row} ${cell.column}`;
    const before = whole.get(place);
    whole.set(
      place,
      before ? { ...before, text: before.text + cell.text, glyphs: [...before.glyphs, ...cell.glyphs] } : cell,
    );
  }
  return [...whole.values()];
}

/** 科目名称 合计: the heading of the labels set against the first of them. */
function totalAlone(cell: PlacedCell): PlacedCell {
  const total = /^(?:科目名称|项目|栏次)\s*([合总]计)$/.exec(cell.text)?.[1];
  return total === undefined ? cell : { ...cell, text: total, glyphs: cell.glyphs.slice(-total.length) };
}
