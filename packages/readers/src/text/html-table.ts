import type { Cell, Table } from "@juesuan/core";
import { placeCells, type FlowCell } from "./grid.ts";
import { trimRange, type Line } from "./lines.ts";

/** Tables that stand in a text as web pages write them: what tools that turn scans or PDFs into Markdown leave. */
const OPENING = /^(?:<(?:html|body|div|center|p)\b[^<>]*>\s*)*<table\b/i;
const CLOSING = /<\/table\s*>/i;
const TAG = /<(\/?)(tr|td|th|table)\b([^<>]*)>/gi;
const MOST_LINES = 20_000;

/** The table that opens on a line, to the line that closes it; nothing where none closes it. */
export function htmlTable(
  text: string,
  lines: readonly Line[],
  from: number,
): { readonly from: number; readonly to: number; readonly table: Table } | undefined {
  if (!OPENING.test(lines[from]!.text)) return undefined;
  let to = from;
  while (to < Math.min(lines.length, from + MOST_LINES) && !CLOSING.test(lines[to]!.text)) to++;
  if (to === lines.length || !CLOSING.test(lines[to]!.text)) return undefined;
  const { start, end } = { start: lines[from]!.start, end: lines[to]!.end };
  const rows = rowsOf(text, start, end);
  const ranges = rows.flat();
  const draft = placeCells(rows);
  if (draft.cells.length === 0) return undefined;
  const cells = draft.cells.map((cell, index): Cell => {
    const [left, right] = ranges[index]!.range;
    return { ...cell, start: left, end: right, page: 1 };
  });
  const table: Table = {
    kind: "table",
    start,
    end,
    page: 1,
    rowCount: draft.rowCount,
    columnCount: draft.columnCount,
    cells,
    ruled: true,
  };
  return { from, to: to + 1, table };
}

interface PlacedFlowCell extends FlowCell {
  readonly range: readonly [number, number];
}

function rowsOf(text: string, start: number, end: number): PlacedFlowCell[][] {
  const rows: PlacedFlowCell[][] = [];
  let open: { from: number; attributes: string } | undefined;
  const close = (at: number) => {
    if (!open) return;
    const range = trimRange(text, open.from, at);
    const words = wordsOf(text.slice(...range));
    // A cell of markup alone is an empty cell.
    const place: readonly [number, number] = words === "" ? [range[0], range[0]] : range;
    rows.at(-1)?.push({
      text: words,
      rowSpan: spanOf(open.attributes, "rowspan"),
      columnSpan: spanOf(open.attributes, "colspan"),
      range: place,
    });
    open = undefined;
  };
  TAG.lastIndex = start;
  for (let match = TAG.exec(text); match && match.index < end; match = TAG.exec(text)) {
    const name = match[2]!.toLowerCase();
    close(match.index);
    if (match[1] === "/") continue;
    if (name === "tr") rows.push([]);
    else if (name !== "table") {
      if (rows.length === 0) rows.push([]);
      open = { from: match.index + match[0].length, attributes: match[3]! };
    }
  }
  close(end);
  return rows.filter((row) => row.length > 0);
}

function spanOf(attributes: string, name: string): number {
  const value = new RegExp(`\\b${name}\\s*=\\s*["']?(\\d{1,9})`, "i").exec(attributes)?.[1];
  return value === undefined ? 1 : Number(value);
}

const ENTITIES: Readonly<Record<string, string>> = {
  nbsp: " ",
  lt: "<",
  gt: ">",
  amp: "&",
  quot: '"',
  emsp: " ",
  ensp: " ",
};

function wordsOf(markup: string): string {
  return markup
    .replaceAll(/\s*<br\s*\/?>\s*/gi, "")
    .replaceAll(/<\/?[a-z][^<>]*>/gi, "")
    .replaceAll(/&([a-z]+);/gi, (entity: string, name: string) => ENTITIES[name.toLowerCase()] ?? entity)
    .replaceAll(/&#(\d{1,6});/g, (_entity: string, code: string) =>
      String.fromCodePoint(Math.min(Number(code), 0x10ffff)),
    )
    .replaceAll(/\s+/g, " ")
    .trim();
}
