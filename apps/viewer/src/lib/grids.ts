import type { DocumentReport, Grid, GridCell } from "./data.ts";

/** By which column rows are sorted. */
export interface Sorting {
  readonly column: number;
  readonly descending: boolean;
}

export interface Row {
  readonly cells: readonly GridCell[];
  /** Its place in the table as it is. */
  readonly at: number;
}

/** The table that a page shows: the one that its address names, else the first. */
export function gridAt(grids: readonly Grid[], search: URLSearchParams): Grid | undefined {
  return grids.find(({ table }) => table === search.get("table")) ?? grids[0];
}

/**
 * Of a long table only the rows in view are made. A shorter one stands whole, so that it can be searched and read aloud as
 * one.
 */
export function isLong({ rows }: Grid): boolean {
  return rows.length > 300;
}

/** Whether rows can be filtered and sorted: in a table as printed a cell may reach over several rows. */
export function isArrangeable({ printed, head, rows }: Grid): boolean {
  return printed === undefined || (head.length > 0 && rows.every((row) => row.every(({ down = 1 }) => down === 1)));
}

/** Tables with a figure that is to blame for an error. */
export function disputedTables(
  grids: readonly Grid[],
  { findings, reading }: Pick<DocumentReport, "findings" | "reading">,
): ReadonlySet<string> {
  const blamed = findings.filter(({ severity }) => severity === "error").flatMap(({ culprits }) => culprits);
  const names = new Set(blamed.flatMap(({ source }) => source.table ?? []));
  const places = new Set(blamed.map(({ source }) => source.start));
  const figures = new Set(blamed.flatMap(({ figure }) => figure ?? []));
  const ids = new Set(
    reading.tables.flatMap(({ table, title }) => (table !== null && names.has(title) ? [table] : [])),
  );
  const isBlamed = ({ at, figure, parts = [] }: GridCell): boolean =>
    (at !== undefined && places.has(at)) ||
    [figure, ...parts.map((part) => part.figure)].some((id) => id !== undefined && figures.has(id));
  return new Set(
    grids
      .filter(({ table, printed, head, rows }) =>
        printed === undefined ? ids.has(table) : [...head, ...rows].flat().some(isBlamed),
      )
      .map(({ table }) => table),
  );
}

/** What a column holds, which says how wide it is (styles/tables.css). */
export type ColumnWidth = "code" | "code-long" | "label" | "figure-short" | "figure" | "figure-long" | "figure-longest";

/** As many characters fit a column of the width: 208 and 2080501; 127,434.19, 1,274,341.90 and 1,274,341,900.00. */
const FIT = { code: 3, "figure-short": 10, figure: 12, "figure-long": 16 } as const;

/** How wide each column is; all columns of figures as wide as the longest of them wants, and those of codes. */
export function columnsOf({ rows, columnCount }: Grid): readonly ColumnWidth[] {
  const longest = { code: 0, figure: 0 };
  for (const { kind, text, across } of rows.flat())
    if ((kind === "code" || kind === "figure") && across === undefined)
      longest[kind] = Math.max(longest[kind], text.length);
  const code = longest.code <= FIT.code ? "code" : "code-long";
  const figure =
    (["figure-short", "figure", "figure-long"] as const).find((width) => longest.figure <= FIT[width]) ??
    "figure-longest";
  const row = rows.find((cells) => cells.length === columnCount) ?? [];
  return Array.from({ length: columnCount }, (_, column) => {
    const kind = row[column]?.kind;
    return kind === "code" ? code : kind === "label" ? kind : figure;
  });
}

/** The rows that contain the words, in the order asked for. */
export function arranged({ rows }: Grid, words: string, sorting: Sorting | undefined): readonly Row[] {
  const wanted = words.trim();
  const kept = rows
    .map((cells, at) => ({ cells, at }))
    .filter(
      ({ cells }) =>
        wanted === "" ||
        cells.some(({ text, kind }) => kind !== "figure" && text.includes(wanted)) ||
        joinedCode(cells).startsWith(wanted),
    );
  if (!sorting) return kept;
  const valued = kept.map((row) => ({ row, text: textAt(row.cells, sorting.column) }));
  const sign = sorting.descending ? -1 : 1;
  return valued
    .sort((a, b) => {
      // What is empty comes last either way.
      if (a.text === "" || b.text === "") return Number(a.text === "") - Number(b.text === "");
      const [x, y] = [Number(a.text.replaceAll(",", "")), Number(b.text.replaceAll(",", ""))];
      return sign * (Number.isNaN(x) || Number.isNaN(y) ? a.text.localeCompare(b.text, "zh-CN") : x - y);
    })
    .map(({ row }) => row);
}

function joinedCode(cells: readonly GridCell[]): string {
  return cells
    .filter(({ kind }) => kind === "code")
    .map(({ text }) => text)
    .join("");
}

function textAt(cells: readonly GridCell[], column: number): string {
  let at = 0;
  for (const cell of cells) {
    at += cell.across ?? 1;
    if (column < at) return cell.text;
  }
  return "";
}

export interface PlacedHeading {
  readonly cell: GridCell;
  readonly column: number;
  readonly isLowest: boolean;
}

/** Each heading with the column that it begins at, minding those that reach down from above. */
export function placedHead({ head, columnCount }: Grid): readonly (readonly PlacedHeading[])[] {
  const reach = Array.from({ length: columnCount }, () => 0);
  return head.map((cells, row) => {
    let column = 0;
    return cells.map((cell) => {
      while ((reach[column] ?? 0) > row) column++;
      const { across = 1, down = 1 } = cell;
      const begin = column;
      for (let index = 0; index < across; index++) reach[column + index] = row + down;
      column += across;
      return { cell, column: begin, isLowest: row + down >= head.length };
    });
  });
}
