import {
  firstAtLeast,
  keyText,
  type BoundFigure,
  type Block,
  type BoundTable,
  type Cell,
  type Disclosure,
  type ReadDocument,
  type Table,
  type UnboundFigure,
} from "@juesuan/core";
import type { Grid, GridCell, GridOptions, GridPart } from "./grid.ts";
import { gridsOf, unitLine } from "./source.ts";

// Forms have tables that no declaration knows (绩效自评表, 部门自己的表), and print columns that the declared layout has not.
// What is printed there is set as it is printed, so that no face of the document lacks it.

/**
 * Every table of a document: those of its form in the official layout, and, cell by cell as printed, those of which that
 * layout would lose something, then those that no form declares.
 */
export function tablesOf(disclosure: Disclosure, document?: ReadDocument, options?: GridOptions): Grid[] {
  const official = gridsOf(disclosure, options);
  const printed = printedTables(disclosure, document);
  const used = new Set<PrintedTable>();
  const places = new Map(disclosure.tables.toReversed().map(({ table, source }) => [table, source.start]));
  const placeOf = ({ table }: Grid): number => places.get(table) ?? Infinity;
  // In the order that the document has; what it does not print, and only its text tells, comes after.
  const inOrder = official
    .filter((grid) => places.has(grid.table) || !isTold(grid, disclosure))
    .toSorted((a, b) => (placeOf(a) < placeOf(b) ? -1 : placeOf(a) > placeOf(b) ? 1 : 0));
  const ofForm = Map.groupBy(printed, ({ bound }) => bound.table);
  const first = inOrder.flatMap((set) => {
    const grid = withNote(set, disclosure);
    const own = ofForm.get(grid.table) ?? [];
    for (const table of own) used.add(table);
    const [only, ...more] = own;
    const isEmpty = grid.emptiness !== undefined;
    const shows = shownBy(grid);
    if (only === undefined || (!isEmpty && own.every(({ figures }) => shows(figures)))) return [grid];
    return [only, ...more].map((table, index): Grid => {
      const { remark, ...whole } = table.grid(index === 0 ? grid.table : `${grid.table}-${index + 1}`);
      const note = isEmpty ? { emptiness: remark ?? EMPTY } : remark === undefined ? {} : { remark };
      return { ...whole, ...note, ...(index === 0 && grid.mark !== undefined ? { mark: grid.mark } : {}) };
    });
  });
  const others = printed.filter((table) => !used.has(table)).map((table, index) => table.grid(`printed-${index + 1}`));
  return toldApart([...first, ...others]);
}

/** Whether all figures of a table of the form stand in other tables: it was not printed, and says nothing new. */
function isTold({ rows }: Grid, { figures }: Disclosure): boolean {
  const told = new Set(
    figures
      .filter(({ source }) => source.table !== undefined)
      .map(({ concept, dimensions }) => keyText(concept, dimensions)),
  );
  return told.size > 0 && rows.flat().every(({ key, text }) => key === undefined || text === "" || told.has(key));
}

/** Tables of one title (a 绩效自评表 for each project) by the project that each is about, or by their page. */
function toldApart(grids: readonly Grid[]): Grid[] {
  const times = new Map<string, number>();
  for (const { title } of grids) times.set(title, (times.get(title) ?? 0) + 1);
  return grids.map((grid) => {
    const { about, page } = grid.printed ?? {};
    if (times.get(grid.title) === 1) return grid;
    const mark = about ?? (page === undefined ? undefined : `第${page}页`);
    return mark === undefined ? grid : { ...grid, title: `${grid.title}（${mark}）` };
  });
}

/** What is said of an empty table that says nothing itself. */
const EMPTY = "这张表没有印出数字。";

/** Why a table is empty, in the document's own words where it has any. */
function withNote(grid: Grid, { tables }: Disclosure): Grid {
  const note = tables.find(({ table }) => table === grid.table)?.note;
  return grid.emptiness === undefined || note === undefined ? grid : { ...grid, emptiness: note };
}

interface PrintedTable {
  readonly bound: BoundTable;
  readonly figures: readonly PlacedFigure[];
  readonly grid: (id: string) => Grid;
}

type PlacedFigure = BoundFigure | UnboundFigure;

function isUnread(figure: PlacedFigure): figure is UnboundFigure {
  return "reason" in figure;
}

/** Whether a grid has a cell for each of some figures: a table may print one amount twice. */
function shownBy(grid: Grid): (figures: readonly PlacedFigure[]) => boolean {
  const counts = new Map<string, number>();
  for (const { kind, text } of grid.rows.flat())
    if (kind === "figure") counts.set(plain(text), (counts.get(plain(text)) ?? 0) + 1);
  return (figures) => {
    if (figures.some(isUnread)) return false;
    const owed = new Map<string, number>();
    for (const { text } of figures) owed.set(plain(text), (owed.get(plain(text)) ?? 0) + 1);
    return [...owed].every(([text, count]) => count <= (counts.get(text) ?? 0));
  };
}

function plain(text: string): string {
  return text.replace(/[,，\s]/g, "");
}

function printedTables(disclosure: Disclosure, document: ReadDocument | undefined): PrintedTable[] {
  const figures: PlacedFigure[] = [...disclosure.figures, ...disclosure.unbound].toSorted(
    (a, b) => a.source.start - b.source.start,
  );
  const within = (start: number, end: number): readonly PlacedFigure[] =>
    figures.slice(
      firstAtLeast(figures, start, ({ source }) => source.start),
      firstAtLeast(figures, end + 1, ({ source }) => source.start),
    );
  const isPaged = (document?.pages.length ?? 0) > 1;
  const blocks = (document?.blocks ?? [])
    .filter((block) => block.kind === "table")
    .toSorted((a, b) => a.start - b.start);
  const order = new Map<Block, number>(document?.blocks.map((block, index) => [block, index]));
  const set = new Set<Table>();
  return disclosure.tables.flatMap((bound): PrintedTable[] => {
    const { start, end } = bound.source;
    const own = blocks
      .slice(
        firstAtLeast(blocks, start, (block) => block.start),
        firstAtLeast(blocks, end + 1, (block) => block.start),
      )
      .filter((block) => block.end <= end && !set.has(block));
    const inside = within(start, end);
    const about = subjectOf(inside);
    const above = own[0] && document && wordsAbove(document, order.get(own[0])!);
    const title = bound.title || above || titleOf(bound, disclosure, about, isPaged);
    const printed = {
      at: start,
      ...(isPaged && bound.page !== undefined ? { page: bound.page } : {}),
      ...(about === undefined ? {} : { about }),
      ...(bound.table === undefined ? {} : { declared: bound.table }),
    };
    if (document === undefined) {
      return inside.length === 0
        ? []
        : [{ bound, figures: inside, grid: (id) => listed({ id, title, printed }, bound, inside) }];
    }
    if (own.every(({ cells }) => cells.every(({ text }) => text === ""))) return [];
    // Two tables may stand in one grid of lines: it is set once, with all that it holds.
    for (const block of own) set.add(block);
    return [{ bound, figures: inside, grid: (id) => asPrinted({ id, title, printed }, bound, own, within) }];
  });
}

/** The project that most of its figures are of. */
function subjectOf(figures: readonly PlacedFigure[]): string | undefined {
  const counts = new Map<string, number>();
  for (const figure of figures) {
    const label = isUnread(figure) ? undefined : figure.dimensions.label;
    if (label !== undefined) counts.set(label, (counts.get(label) ?? 0) + 1);
  }
  const [most] = [...counts].toSorted(([, a], [, b]) => b - a);
  return most !== undefined && most[1] * 2 > figures.length ? most[0] : undefined;
}

/** Longer words above a table are a sentence. */
const LONGEST_TITLE = 40;

/** The unit, the year and numbers of pages stand between a table and its title. */
const NO_TITLE = /单位[:：]|^附[件表]\s*\d*$|^[（(]?\s*\d{4}\s*年度?\s*[)）]?$|^[^\p{L}]*$/u;

/** The short line right above a table that no one would know for a title: 巡护里程登记. */
function wordsAbove({ blocks, text }: ReadDocument, table: number): string | undefined {
  const before = blocks.slice(Math.max(0, table - 3), table).toReversed();
  for (const block of before) {
    if (block.kind === "table") return undefined;
    const words = text.slice(block.start, block.end).trim();
    if (words === "" || NO_TITLE.test(words)) continue;
    // 自评表（1）, 自评表（2） at the top of one page after the other passes for a page's header.
    if (SET_APART.has(block.role) && !(block.role === "header" && /表(?:（.{1,6}）)?$/.test(words))) continue;
    return words.length <= LONGEST_TITLE && !/[。；：:！？]$/.test(words) ? words : undefined;
  }
  return undefined;
}

const SET_APART: ReadonlySet<string> = new Set(["header", "footer", "page-number", "outside", "deleted", "chart"]);

/** What a table without a title is about, or stands under. */
function titleOf(
  { source: { start }, page }: BoundTable,
  { sections }: Disclosure,
  about: string | undefined,
  isPaged: boolean,
): string {
  const where = isPaged && page !== undefined ? `（第${page}页）` : "";
  if (about !== undefined) return `没有表名：${about}${where}`;
  const section = sections.findLast(({ heading }) => heading.start <= start);
  return where === "" && section !== undefined ? `没有表名，在“${section.title.slice(0, 24)}”下` : `没有表名${where}`;
}

type Named = { readonly id: string; readonly title: string; readonly printed: Omit<Printed, "figures" | "unread"> };
type Printed = NonNullable<Grid["printed"]>;

/** More rows than this no heading has. */
const MOST_HEADINGS = 6;

function asPrinted(
  { id, title, printed }: Named,
  bound: BoundTable,
  blocks: readonly Table[],
  within: (start: number, end: number) => readonly PlacedFigure[],
): Grid {
  const codes = new Set(bound.rows.flatMap(({ code }) => code ?? []));
  const lines = blocks.flatMap(linesOf);
  const set = lines.map((cells) => cells.map((cell) => cellOf(cell, within, codes)));
  const body = bodyOf(lines, set, bound);
  const cells = set.flat();
  const unread = cells.flatMap(({ unread: reason, parts = [] }) => [
    ...(reason === undefined ? [] : [reason]),
    ...parts.flatMap((part) => part.unread ?? []),
  ]);
  return {
    table: id,
    title,
    unit: bound.unit === undefined ? "" : unitLine(bound.unit),
    ...(bound.department === undefined ? {} : { department: bound.department }),
    head: set.slice(0, body).map((row) => row.map((cell): GridCell => ({ ...cell, kind: "heading" }))),
    rows: set.slice(body),
    ...(bound.note === undefined ? {} : { remark: bound.note }),
    columnCount: blocks.reduce((most, { columnCount }) => Math.max(most, columnCount), 1),
    printed: {
      ...printed,
      figures: cells.reduce(
        (sum, { figure, parts = [] }) => sum + (figure === undefined ? 0 : 1) + numbersIn(parts),
        0,
      ),
      unread: unread.length,
    },
  };
}

function numbersIn(parts: readonly GridPart[]): number {
  return parts.filter(({ figure }) => figure !== undefined).length;
}

/** The cells of each row; a place that no cell takes is empty, so that what follows keeps to its column. */
function linesOf({ cells, rowCount, columnCount, page }: Table): Cell[][] {
  const lines = Array.from({ length: rowCount }, (): Cell[] => []);
  const taken = lines.map(() => new Set<number>());
  for (const cell of cells) {
    lines[cell.row]?.push(cell);
    for (let down = 0; down < cell.rowSpan; down++)
      for (let across = 0; across < cell.columnSpan; across++) taken[cell.row + down]?.add(cell.column + across);
  }
  return lines.map((line, row) => {
    for (let column = 0; column < columnCount; column++)
      if (!taken[row]!.has(column))
        line.push({ row, column, rowSpan: 1, columnSpan: 1, start: NOWHERE, end: NOWHERE, page, text: "" });
    return line.toSorted((a, b) => a.column - b.column);
  });
}

/** Where a place without a cell stands. */
const NOWHERE = -1;

/** The first row of the body: rows of nothing but words above the first row that was read head the columns. */
function bodyOf(lines: readonly (readonly Cell[])[], set: readonly (readonly GridCell[])[], bound: BoundTable): number {
  // Not `Math.min(...rows)`: a hundred thousand arguments overflow the stack.
  const from = bound.rows.reduce((least, { source }) => Math.min(least, source.start), Infinity);
  const first = lines.findIndex((cells) => cells.some(({ start, text }) => text !== "" && start >= from));
  if (first <= 0 || first > MOST_HEADINGS || bound.columns.length === 0) return 0;
  const isWords = set.slice(0, first).every((row) => row.every(({ figure }) => figure === undefined));
  const isWhole = set.slice(0, first).every((row, index) => row.every(({ down = 1 }) => index + down <= first));
  return isWords && isWhole ? first : 0;
}

const CODE = /^\d{3,7}$/;

function cellOf(
  cell: Cell,
  within: (start: number, end: number) => readonly PlacedFigure[],
  codes: ReadonlySet<string>,
): GridCell {
  const { text, rowSpan, columnSpan, start, end } = cell;
  const place = {
    text,
    ...(columnSpan > 1 ? { across: columnSpan } : {}),
    ...(rowSpan > 1 ? { down: rowSpan } : {}),
    ...(start === NOWHERE ? {} : { at: start }),
  };
  const figures = text === "" ? [] : within(start, end).filter(({ source }) => source.end <= end);
  const [only] = figures;
  if (only === undefined) {
    const isCode = CODE.test(text) && codes.has(text);
    return { kind: isCode ? "code" : "label", ...place };
  }
  const isAlone = figures.length === 1 && /^[^\p{L}]*(?:[元分%％人辆个]|万元|亿元)?[^\p{L}]*$/u.test(text);
  if (isAlone) return { kind: "figure", ...place, ...statedBy(only) };
  return { kind: "label", ...place, parts: partsOf(text, figures) };
}

function statedBy(figure: PlacedFigure): Omit<GridPart, "text"> {
  const { id, value, unit } = figure;
  return {
    figure: id,
    value,
    unit,
    ...(isUnread(figure) ? { unread: figure.reason } : { key: keyText(figure.concept, figure.dimensions) }),
  };
}

/** Words with the figures among them; one that wraps within its number is left among the words. */
function partsOf(text: string, figures: readonly PlacedFigure[]): GridPart[] {
  const parts: GridPart[] = [];
  let from = 0;
  for (const figure of figures) {
    const at = figure.text === "" ? -1 : text.indexOf(figure.text, from);
    if (at < 0) continue;
    if (at > from) parts.push({ text: text.slice(from, at) });
    parts.push({ text: figure.text, ...statedBy(figure) });
    from = at + figure.text.length;
  }
  if (from < text.length) parts.push({ text: text.slice(from) });
  return parts;
}

const LIST = ["行", "列", "数"];

/** Where the document is not at hand, what was read of a table: each figure with its row and its column. */
function listed({ id, title, printed }: Named, bound: BoundTable, figures: readonly PlacedFigure[]): Grid {
  return {
    table: id,
    title,
    unit: bound.unit === undefined ? "" : unitLine(bound.unit),
    head: [LIST.map((text): GridCell => ({ kind: "heading", text }))],
    rows: figures.map((figure): readonly GridCell[] => [
      { kind: "label", text: figure.source.row ?? "" },
      { kind: "label", text: figure.source.column ?? "" },
      { kind: "figure", text: figure.text, ...statedBy(figure) },
    ]),
    ...(bound.note === undefined ? {} : { remark: bound.note }),
    columnCount: 3,
    printed: {
      ...printed,
      figures: figures.length,
      unread: figures.filter(isUnread).length,
    },
  };
}
