import { keyText, loadClassification, nameLookup, recogniseTitle, type Cell, type Disclosure } from "@juesuan/core";
import { bindDisclosure, readDocument } from "@juesuan/readers";

// A document that is read in full, with what each cell of its tables states: what a disturbed copy of it is held against.

export interface StatedCell extends Pick<Cell, "row" | "column" | "rowSpan" | "columnSpan" | "text"> {
  /** What it states. */
  readonly key?: string;
  /** An amount that a disturbance added: it may be left unbound, or be said to be none of this year's final amounts. */
  readonly added?: true;
}

export interface StatedTable {
  readonly kind: "table";
  /** The declaration that it was read under. */
  readonly id?: string;
  /** Rows above the first that holds an amount. */
  readonly headRows: number;
  readonly rowCount: number;
  readonly columnCount: number;
  readonly cells: readonly StatedCell[];
  /** The places of columns of amounts, with the headings that they were read under. */
  readonly columns: readonly { readonly index: number; readonly heading: string }[];
}

export interface Line {
  readonly kind: "line";
  readonly text: string;
  /** The title of the table after it. */
  readonly titles?: true;
}

export interface StatedDocument {
  readonly name: string;
  readonly department: string;
  readonly fiscalYear: number;
  readonly blocks: readonly (Line | StatedTable)[];
}

const classification = await loadClassification();

export async function readOf(bytes: Uint8Array) {
  const document = await readDocument(bytes);
  return { document, disclosure: bindDisclosure(document, (year) => nameLookup(classification, year)) };
}

/** The document as it is read undisturbed. */
export async function statedDocument(name: string, bytes: Uint8Array): Promise<StatedDocument> {
  const { document, disclosure } = await readOf(bytes);
  const keys = keysOf(disclosure);
  const starts = [...keys.keys()];
  const blocks = document.blocks.map((block): Line | StatedTable => {
    if (block.kind !== "table") return { kind: "line", text: document.text.slice(block.start, block.end) };
    const bound = disclosure.tables.find(({ source }) => source.start >= block.start && source.start <= block.end);
    const cells = block.cells.map(({ row, column, rowSpan, columnSpan, text, start, end }): StatedCell => {
      const at = starts.find((place) => place >= start && place < end);
      return { row, column, rowSpan, columnSpan, text, ...(at === undefined ? {} : { key: keys.get(at)! }) };
    });
    const headRows = Math.min(block.rowCount, ...cells.flatMap(({ row, key }) => (key === undefined ? [] : [row])));
    return {
      kind: "table",
      ...(bound?.table === undefined ? {} : { id: bound.table }),
      headRows,
      rowCount: block.rowCount,
      columnCount: block.columnCount,
      cells,
      columns: bound?.columns.filter(({ id }) => id !== undefined) ?? [],
    };
  });
  return {
    name,
    department: disclosure.department ?? "",
    fiscalYear: disclosure.fiscalYear ?? 2023,
    blocks: blocks.map((block, at) => titled(blocks, block, at)),
  };
}

/** Marks the line that names the table below it. */
function titled(blocks: readonly (Line | StatedTable)[], block: Line | StatedTable, at: number): Line | StatedTable {
  if (block.kind === "table" || !block.text.trim().endsWith("表") || !recogniseTitle(block.text)) return block;
  const next = blocks.slice(at + 1).findIndex(({ kind }) => kind === "table");
  const between = blocks.slice(at + 1, at + 1 + next);
  const isNext = next >= 0 && next <= 3 && between.every((line) => line.kind === "line" && line.text.length < 60);
  return isNext ? { ...block, titles: true } : block;
}

/** What each figure of a table states, by where it stands. */
export function keysOf({ figures }: Disclosure): ReadonlyMap<number, string> {
  return new Map(
    figures
      .filter(({ source }) => source.table !== undefined)
      .map(({ source, concept, dimensions }) => [source.start, alike(keyText(concept, dimensions))]),
  );
}

/** Which budget 预算数 is follows from the words around it; for the score they are one. */
const alike = (key: string): string => key.replace(/stage=(?:original|adjusted)-budget/g, "stage=budget");

const escape = (text: string): string => text.replaceAll("&", "&amp;").replaceAll("<", "&lt;");

export function toPage(blocks: readonly (Line | StatedTable)[]): Uint8Array {
  const body = blocks.map((block) => (block.kind === "line" ? `<p>${escape(block.text)}</p>` : table(block)));
  return new TextEncoder().encode(
    `<!doctype html><html lang="zh-CN"><head><meta charset="utf-8"></head><body>${body.join("\n")}</body></html>`,
  );
}

function table({ cells, rowCount }: StatedTable): string {
  const rows = Map.groupBy(cells, ({ row }) => row);
  return `<table border="1">${Array.from({ length: rowCount }, (_, row) => {
    const own = (rows.get(row) ?? []).toSorted((a, b) => a.column - b.column);
    return `<tr>${own
      .map(({ text, rowSpan, columnSpan }) => `<td rowspan="${rowSpan}" colspan="${columnSpan}">${escape(text)}</td>`)
      .join("")}</tr>`;
  }).join("")}</table>`;
}
