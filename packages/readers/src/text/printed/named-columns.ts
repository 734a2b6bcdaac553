import type { TableBlock, TableColumn, TableDeclaration } from "@juesuan/core";
import type { Glyph } from "../../layout/content.ts";
import type { PlacedCell, PlacedGrid } from "../../layout/cells.ts";
import { printedColumns, trySums } from "../sums-across.ts";

// In a printed text the amounts of a table keep under each other, while its headings, wider than the columns are in
// characters, stand anywhere. Which columns the form has is known: what is owed is which of them each column of amounts is,
// and that the sums across the rows hold.

interface Range {
  readonly left: number;
  readonly right: number;
}

interface Body extends Range {
  readonly column: number;
  readonly kind: "words" | "whole" | "amounts" | "blank";
}

const AMOUNT = /^[-−]?[\d,]+[.．]\d\d$/;
const NOTHING = /^(?:0|[-—－–]+)$/;
const WHOLE = /^\d{1,7}$/;
/** The share of sums that must hold. */
const MOSTLY = 0.9;
/** How much nearer a heading must be than the next. */
const NEARER = 0.7;

/** The grid under the headings of its form; nothing where it is not sure which column is which. */
export function namedColumns(grid: PlacedGrid, { blocks, variants = [] }: TableDeclaration): PlacedGrid | undefined {
  const first = grid.cells.find(({ text }) => AMOUNT.test(text) || /^[235]\d{2}(?:\d{2}){0,2}$/.test(text))?.row;
  if (first === undefined) return undefined;
  const body = bodyColumns(grid, first);
  if (!body) return undefined;
  const heading = wordsOf(grid, first);
  for (const arrangement of [blocks, ...variants]) {
    const named = sidesOf(grid, first, body, heading, arrangement);
    if (named) return headed(grid, first, body, named);
  }
  return undefined;
}

/** What each column of a grid holds under its headings; nothing where an amount is in none. */
function bodyColumns({ cells, columnCount }: PlacedGrid, first: number): Body[] | undefined {
  const columns: Body[] = [];
  const own = Map.groupBy(
    cells.filter(({ row, text }) => row >= first && text !== ""),
    ({ column }) => column,
  );
  for (const list of own.values())
    if (list.some(({ text, columnSpan }) => /\d/.test(text) && (columnSpan > 1 || (/\d[.．]\d\d/.test(text) && !AMOUNT.test(text)))))
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
    columns.push({ column, kind, left, right });
  }
  return columns;
}

interface HeadingWord extends Range {
  readonly text: string;
}

/** The words above the body, each with its place on its line. */
function wordsOf({ cells }: PlacedGrid, first: number): HeadingWord[] {
  const glyphs = cells
    .filter(({ row }) => row < first)
    .flatMap((cell) => cell.glyphs.filter((glyph) => glyph !== undefined));
  const lines = Map.groupBy(glyphs, ({ page, baseline }) => `${page} ${baseline}`);
  return [...lines.values()].flatMap((line) => {
    const words: { text: string; left: number; right: number }[] = [];
    let before: Glyph | undefined;
    for (const glyph of line.toSorted((one, other) => one.left - other.left)) {
      const last = words.at(-1);
      if (last && before && !glyph.spaced && glyph.left - before.right < 0.5 * glyph.size) {
        last.text += glyph.text;
        last.right = glyph.right;
      } else words.push({ text: glyph.text, left: glyph.left, right: glyph.right });
      before = glyph;
    }
    return words;
  });
}

interface Named {
  readonly block: TableBlock;
  /** The columns that name the rows. */
  readonly labels: readonly Body[];
  readonly amounts: readonly { readonly body: Body; readonly column: TableColumn }[];
}

/** Which column of the form each column of amounts is, for each side of the table. */
function sidesOf(
  grid: PlacedGrid,
  first: number,
  body: readonly Body[],
  heading: readonly HeadingWord[],
  blocks: readonly TableBlock[],
): Named[] | undefined {
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
    const named: Named[] = [];
    let at = 0;
    for (const [index, block] of blocks.entries()) {
      const side = sides[index]!;
      const columns = declared[index]!;
      const start = side.findLastIndex(({ kind }) => kind === "words" || kind === "whole") + 1;
      const own = side.slice(start);
      const amounts = assigned(own, columns, places?.slice(at, at + columns.length));
      at += columns.length;
      if (!amounts || !holds(grid, first, block, amounts)) break;
      named.push({ block, labels: side.slice(0, start), amounts });
    }
    if (named.length === blocks.length) return named;
  }
  return undefined;
}

/** Where the heading of each column stands: above its number, where columns are counted, or by its words. */
function placesOf(columns: readonly TableColumn[], heading: readonly HeadingWord[]): (number | undefined)[] {
  const numbers = heading.filter(({ text }) => /^\d{1,2}$/.test(text)).toSorted((one, other) => one.left - other.left);
  if (numbers.length === columns.length && numbers.every(({ text }, index) => text === String(index + 1)))
    return numbers.map(middleOf);
  const namesOf = ({ heading: words, aliases = [] }: TableColumn): string[] => [words.at(-1) ?? "", ...aliases];
  const own = columns.map((): HeadingWord[] => []);
  for (const word of heading) {
    if (word.text.length < 2) continue;
    const whole = columns.flatMap((column, index) => (namesOf(column).includes(word.text) ? [index] : []));
    const part = columns.flatMap((column, index) => (namesOf(column).some((name) => name.includes(word.text)) ? [index] : []));
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
    return middle ?? (before !== undefined && after !== undefined ? (before + after) / 2 : undefined);
  });
}

function middleOf({ left, right }: Range): number {
  return (left + right) / 2;
}

/** As many columns as the form has, or each that has amounts under the heading that is clearly nearest. */
function assigned(
  own: readonly Body[],
  columns: readonly TableColumn[],
  places: readonly (number | undefined)[] | undefined,
): Named["amounts"] | undefined {
  if (own.length === columns.length) return own.map((body, index) => ({ body, column: columns[index]! }));
  const filled = own.filter(({ kind }) => kind === "amounts");
  if (filled.length === columns.length) return filled.map((body, index) => ({ body, column: columns[index]! }));
  if (filled.length > columns.length || !places || places.includes(undefined)) return undefined;
  let last = -1;
  const found: Named["amounts"][number][] = [];
  for (const body of filled) {
    const distances = places.map((place) => Math.abs(place! - middleOf(body)));
    const [nearest, next] = distances.map((distance, index) => ({ distance, index })).sort((one, other) => one.distance - other.distance);
    if (!nearest || nearest.index <= last || (next && nearest.distance > NEARER * next.distance)) return undefined;
    last = nearest.index;
    found.push({ body, column: columns[last]! });
  }
  return found;
}

function holds({ cells, rowCount }: PlacedGrid, first: number, block: TableBlock, amounts: Named["amounts"]): boolean {
  if ((block.sums ?? []).length === 0) return amounts.length === 1;
  const rows: (string | undefined)[][] = [];
  for (let row = first; row < rowCount; row++) {
    const own = cells.filter((cell) => cell.row === row);
    rows.push(amounts.map(({ body }) => own.find(({ column }) => column === body.column)?.text));
  }
  const { held, broken } = trySums(
    block.sums!,
    amounts.map(({ column }) => ({ column, stage: "final" as const })),
    rows,
    true,
  );
  return held > 0 && held >= MOSTLY * (held + broken);
}

/** The body under headings as the form words them. */
function headed(grid: PlacedGrid, first: number, body: readonly Body[], named: readonly Named[]): PlacedGrid {
  const depth = Math.max(1, ...named.flatMap(({ amounts }) => amounts.map(({ column }) => column.heading.length)));
  const kept = new Set(named.flatMap(({ labels, amounts }) => [...labels, ...amounts.map((amount) => amount.body)]).map(({ column }) => column));
  const columns = body.map(({ column }) => column).filter((column) => kept.has(column));
  const at = new Map(columns.map((column, index) => [column, index]));
  const page = grid.cells[0]!.page;
  const head: PlacedCell[] = [];
  const put = (row: number, column: number, text: string, rowSpan: number) =>
    head.push({ row, column: at.get(column)!, rowSpan, columnSpan: 1, text, glyphs: [], page, box: { left: 0, right: 1, top: 0, bottom: 1 } });
  for (const { block, labels, amounts } of named) {
    const isList = block.rows.kind === "classification";
    for (const { column, kind } of labels)
      put(0, column, kind === "whole" ? (isList ? "科目编码" : "行次") : isList ? "科目名称" : "项目", depth);
    for (const { body: { column }, column: { heading } } of amounts) {
      const words = heading.length === 0 ? ["决算数"] : heading;
      for (const [row, word] of words.entries()) put(row, column, word, row === words.length - 1 ? depth - row : 1);
    }
  }
  head.sort((one, other) => one.row - other.row || one.column - other.column);
  const rest = grid.cells.flatMap((cell) => {
    if (cell.row < first) return [];
    const column = at.get(cell.column);
    if (column === undefined) return [];
    // A label over code and name: 合计.
    const columnSpan = columns.filter((own) => own >= cell.column && own < cell.column + cell.columnSpan).length;
    return [{ ...cell, row: cell.row - first + depth, column, columnSpan, rowSpan: Math.min(cell.rowSpan, grid.rowCount - cell.row) }];
  });
  return { rowCount: grid.rowCount - first + depth, columnCount: columns.length, cells: [...head, ...rest] };
}
