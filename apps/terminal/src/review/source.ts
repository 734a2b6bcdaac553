import type { Finding, ReadDocument } from "@juesuan/core";
import { pad, truncate, widthOf } from "../text/width.ts";
import { fitted, markedLines, type Line, type Mark, type Segment } from "./segments.ts";

// The place of a finding as it stands in the document: a stretch of text, or the rows of a table, with figures marked.

type Source = Finding["sources"][number];
type TableBlock = Extract<ReadDocument["blocks"][number], { kind: "table" }>;
type Cell = TableBlock["cells"][number];

export interface SourceView {
  readonly lines: readonly Line[];
  /** The line that the place stands on. */
  readonly focus: number;
}

/** What a figure is in this finding: to blame, or compared with. */
export function marksOf(finding: Finding): Mark[] {
  const culprits = finding.culprits.map(({ source }) => source);
  const blamed = (source: Source) => culprits.some(({ start, end }) => start === source.start && end === source.end);
  return [
    ...culprits.map(({ start, end }) => ({ start, end, style: "culprit" as const })),
    ...finding.sources
      .filter((source) => !blamed(source))
      .map(({ start, end }) => ({ start, end, style: "evidence" as const })),
  ];
}

export function sourceView(document: ReadDocument, source: Source, marks: readonly Mark[], width: number): SourceView {
  const block = document.blocks.find(({ start, end }) => start <= source.start && source.start < end);
  return block?.kind === "table"
    ? tableView(block, source, marks, width)
    : textView(document.text, source, marks, width);
}

/** How much text around the place can be scrolled to. */
const AROUND = 1500;

function textView(text: string, source: Source, marks: readonly Mark[], width: number): SourceView {
  const from = text.lastIndexOf("\n", Math.max(0, source.start - AROUND)) + 1;
  const line = text.indexOf("\n", Math.min(text.length, source.end + AROUND));
  const to = line === -1 ? text.length : line;
  const shift = ({ start, end, style }: Mark): Mark => ({ start: start - from, end: end - from, style });
  const lines = markedLines(text.slice(from, to), marks.map(shift), width);
  const before = markedLines(text.slice(from, source.start), [], width).length - 1;
  return { lines, focus: Math.max(0, Math.min(before, lines.length - 1)) };
}

const WIDEST_CELL = 26;
const WIDEST_FIGURE = 14;
const GAP = "  ";

/** The heading rows and every row of the table, with as many columns around the cell as there is room for. */
function tableView(table: TableBlock, source: Source, marks: readonly Mark[], width: number): SourceView {
  const at = table.cells.find(({ start, end }) => start <= source.start && source.start <= end);
  const focusColumn = at?.column ?? 0;
  const rows = new Map<number, Map<number, Cell>>();
  for (const cell of table.cells) {
    const row = rows.get(cell.row) ?? new Map<number, Cell>();
    rows.set(cell.row, row.set(cell.column, cell));
  }
  const widths = Array.from({ length: table.columnCount }, (_, column) => {
    const texts = table.cells.filter((cell) => cell.column === column && cell.columnSpan === 1).map(({ text }) => text);
    const figures = texts.some((text) => /\d/.test(text)) && column > 1;
    return Math.min(figures ? WIDEST_FIGURE : WIDEST_CELL, Math.max(2, ...texts.map(widthOf)));
  });
  const shown = columnsThatFit(widths, focusColumn, nameOf(table, focusColumn), width);
  const lines: Line[] = [];
  let focus = 0;
  for (const [row, cells] of [...rows].toSorted(([left], [right]) => left - right)) {
    if (row === at?.row) focus = lines.length;
    const line: Segment[] = [];
    for (const column of shown) {
      const cell = cells.get(column);
      const text = cell?.text.replace(/\s+/g, " ") ?? "";
      const mark = cell && marks.find(({ start, end }) => start < cell.end && end > cell.start);
      const room = widths[column]!;
      const cut = pad(truncate(text, room), room, column > 0 && /^[-\d.,%—]+$/.test(text) ? "right" : "left");
      line.push(mark ? { text: cut, style: mark.style } : { text: cut }, { text: GAP });
    }
    lines.push(fitted(line, width));
  }
  return { lines, focus };
}

/** The column that names the rows of a cell: of side-by-side lists (收入 | 支出) each has its own. */
function nameOf(table: TableBlock, focus: number): number {
  for (let column = focus - 1; column > 0; column--) {
    const texts = table.cells.filter((cell) => cell.column === column && cell.text !== "").map(({ text }) => text);
    const words = texts.filter((text) => !/\d/.test(text) && /\p{Script=Han}{2}/u.test(text));
    // A column of amounts has its heading in words, and no more.
    if (words.length * 2 > texts.length && words.length >= LEAST_NAMES) return column;
  }
  return 0;
}

const LEAST_NAMES = 3;

/** The columns that name the row stay; then those nearest to the cell. */
function columnsThatFit(widths: readonly number[], focus: number, name: number, width: number): number[] {
  const order = [
    focus,
    name,
    ...[0, 1, 2].filter((column) => column < widths.length),
    ...widths.map((_, column) => column).toSorted((left, right) => Math.abs(left - focus) - Math.abs(right - focus)),
  ];
  const chosen = new Set<number>();
  let left = width;
  for (const column of order) {
    if (chosen.has(column)) continue;
    const needed = widths[column]! + GAP.length;
    if (needed > left) continue;
    chosen.add(column);
    left -= needed;
  }
  return [...chosen].toSorted((one, other) => one - other);
}
