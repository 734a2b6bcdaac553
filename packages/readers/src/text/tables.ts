import type { Cell, Table } from "@juesuan/core";
import { cellAt, tableOfFields, widest, type FoundTable } from "./found-table.ts";
import { cellLinesTable } from "./cell-lines.ts";
import { htmlTable } from "./html-table.ts";
import type { Line } from "./lines.ts";
import { evaluationsIn } from "./evaluations.ts";
import { linesAlone } from "./lost-columns/figures-alone.ts";
import { lostColumnsTable } from "./lost-columns/index.ts";
import type { SaidElsewhere } from "./coded-table.ts";
import { attestedIn, deniedIn } from "./printed/attested.ts";
import { pipeTable } from "./pipe-table.ts";
import { projectListTable } from "./project-list.ts";
import { refusal, type Refusal } from "./refusal.ts";
import { isContentsLine } from "./roles.ts";
import { isApartInStrokes, strokeRowsTable } from "./stroke-rows.ts";
import { isFigureText, isNote, isUnitLine, standsApart } from "./surroundings.ts";

interface AlignedField {
  readonly start: number;
  readonly end: number;
  /** Display columns, where an ideograph is two wide. */
  readonly left: number;
  readonly right: number;
}

/** Finds the table that starts at a given line: of strokes, of tabs, of aligned columns, or of columns that were lost. */
export function tableFinder(text: string, lines: readonly Line[]): (from: number) => FoundTable | undefined {
  const strokes = { empty: refusal(), loose: refusal() };
  const refused = {
    narrow: refusal(),
    tabs: refusal(),
    aligned: refusal(),
    lost: refusal(),
    cells: refusal(),
    coded: refusal(),
  };
  let told: SaidElsewhere | undefined;
  const said = (): SaidElsewhere =>
    (told ??= { attested: attestedIn(text), denied: deniedIn(text), natures: new Map() });
  const lostColumns = (from: number) => lostColumnsTable(lines, from, refused, said);
  let evaluations: ReadonlyMap<number, number> | undefined;
  return (from) => {
    const first = lines[from]!;
    if (first.blank) return undefined;
    const evaluated = (evaluations ??= evaluationsIn(lines)).get(from);
    if (evaluated !== undefined && !lines.slice(from, evaluated).some(({ text: own }) => /[|\t]/.test(own)))
      return linesAlone(lines, from, evaluated);
    if (first.text.startsWith("<")) {
      const table = htmlTable(text, lines, from);
      if (table) return table;
    }
    if (first.text.includes("|")) {
      if (isApartInStrokes(lines, from)) return undefined;
      const rows = strokeRowsTable(lines, from);
      if (rows) return rows;
      // Of one column from its first line, and so from all others.
      const isNarrow = refused.narrow.covers(from + 1);
      const table = isNarrow ? undefined : pipeTable(text, lines, from, strokes);
      if (table && table.table.columnCount > 1) return table;
      if (table) refused.narrow.until(table.to);
      // A line for each cell, each with its stroke.
      const apart = cellLinesTable(text, lines, from, refused.cells) ?? ((table || isNarrow) && lostColumns(from));
      return apart || (isNarrow ? pipeTable(text, lines, from, strokes) : table);
    }
    const cellLines = cellLinesTable(text, lines, from, refused.cells);
    if (cellLines) return cellLines;
    const list = projectListTable(lines, from);
    if (list) return list;
    const table = first.text.includes("\t")
      ? tabTable(text, lines, from, refused.tabs)
      : alignedTable(text, lines, from, refused.aligned);
    return table ?? lostColumns(from);
  };
}

// Tabs: what a table pasted from a workbook looks like.

function tabTable(text: string, lines: readonly Line[], from: number, refused: Refusal): FoundTable | undefined {
  if (refused.covers(from)) return undefined;
  const wordsOf = (row: readonly (readonly [number, number])[]) =>
    row.map(([start, end]) => text.slice(start, end).trim());
  // A row of the surroundings (部门：…  金额单位：万元) that is set with tabs is a paragraph, not a row.
  const first = wordsOf(tabFields(text, lines[from]!));
  if (standsApart(first) || first.filter(Boolean).length < 2) return undefined;
  let to = from;
  // A row with few filled cells is framed by its tabs; a line of the contents is not.
  const isRow = ({ blank, text: words, lineStart, lineEnd }: Line): boolean => {
    const line = text.slice(lineStart, lineEnd);
    return !blank && line.includes("\t") && (line.startsWith("\t") || line.endsWith("\t") || !isContentsLine(words));
  };
  while (to < lines.length && isRow(lines[to]!)) to++;
  const runEnd = to;
  const rows = lines.slice(from, to).map((line) => tabFields(text, line));
  while (
    rows.length > 0 &&
    (isNote(wordsOf(rows.at(-1)!).find(Boolean) ?? "") || wordsOf(rows.at(-1)!).filter(Boolean).length === 0)
  ) {
    rows.pop();
    to--;
  }
  const width = widest(rows);
  const figures = rows.filter((row) => wordsOf(row).some(isFigureText)).length;
  if (rows.length < 2 || (width < 3 && figures === 0)) return refused.until(runEnd);
  return tableOfFields(text, from, to, rows, true);
}

/** Cells between tabs; tabs before the first word are empty cells, so the line's own space counts. */
function tabFields(text: string, line: Line): (readonly [number, number])[] {
  const fields: [number, number][] = [];
  let start = line.lineStart;
  for (let at = start; at <= line.lineEnd; at++) {
    if (at === line.lineEnd || text[at] === "\t") {
      fields.push([start, at]);
      start = at + 1;
    }
  }
  return fields;
}

// Aligned columns: what `pdftotext -layout` or a typist makes. Columns are the gaps that no row of figures crosses.

const LEAST_ALIGNED_ROWS = 3;

function alignedTable(text: string, lines: readonly Line[], from: number, refused: Refusal): FoundTable | undefined {
  if (refused.covers(from) || fieldsOf(text, lines[from]!).length < 2 || !canBeAligned(lines[from]!)) return undefined;
  const chosen: { line: number; fields: AlignedField[] }[] = [];
  let to = from;
  for (let at = from; at < lines.length; at++) {
    const line = lines[at]!;
    // One empty line between rows is how wide line spacing comes out.
    if (line.blank) {
      const next = lines[at + 1];
      if (!next || next.blank || fieldsOf(text, next).length < 2) break;
      continue;
    }
    const fields = fieldsOf(text, line);
    if (!canBeAligned(line) || fields.length < 2) break;
    chosen.push({ line: at, fields });
    to = at + 1;
  }
  const figureRows = chosen.filter(({ fields }) =>
    fields.some(({ start, end }) => isFigureText(text.slice(start, end))),
  );
  if (chosen.length < LEAST_ALIGNED_ROWS || figureRows.length < 2) return refused.until(to);
  const columns = columnsOf(figureRows.map(({ fields }) => fields));
  if (columns.length < 2) return refused.until(to);
  const cells: Cell[] = [];
  for (const [row, { fields }] of chosen.entries()) {
    const placed = placeFields(fields, columns);
    let last = fields[0]!.start;
    let column = 0;
    while (column < columns.length) {
      const here = placed.get(column);
      if (!here) {
        cells.push(cellAt(text, row, column++, 1, last, last));
        continue;
      }
      cells.push(cellAt(text, row, column, here.span, here.start, here.end));
      last = here.end;
      column += here.span;
    }
  }
  const start = chosen[0]!.fields[0]!.start;
  const end = chosen.at(-1)!.fields.at(-1)!.end;
  const table: Table = {
    kind: "table",
    start,
    end,
    page: 1,
    rowCount: chosen.length,
    columnCount: columns.length,
    cells,
    ruled: false,
  };
  return { from, to, table };
}

function canBeAligned(line: Line): boolean {
  return !isContentsLine(line.text) && !isUnitLine(line.text) && !isNote(line.text) && !/[。；]$/.test(line.text);
}

/** The parts of a line that two or more spaces (or a tab, or an ideographic space) part. */
function fieldsOf(text: string, line: Line): AlignedField[] {
  if (!/\s{2}|\u3000|\t/.test(line.text)) return [];
  const fields: AlignedField[] = [];
  let width = 0;
  let open: { start: number; end: number; left: number; right: number } | undefined;
  for (let at = line.lineStart; at < line.lineEnd; at++) {
    const character = text[at]!;
    const isSpace = /[\s\u3000]/.test(character);
    const step = character === "\t" ? 8 - (width % 8) : isWide(character) ? 2 : 1;
    if (isSpace) {
      if (open && width + step - open.right >= 2) {
        fields.push(open);
        open = undefined;
      }
    } else if (open) {
      open.end = at + 1;
      open.right = width + step;
    } else open = { start: at, end: at + 1, left: width, right: width + step };
    width += step;
  }
  if (open) fields.push(open);
  return fields;
}

function isWide(character: string): boolean {
  const code = character.charCodeAt(0);
  return (
    (code >= 0x1100 && code <= 0x115f) ||
    (code >= 0x2e80 && code <= 0xa4cf) ||
    (code >= 0xac00 && code <= 0xd7a3) ||
    (code >= 0xf900 && code <= 0xfaff) ||
    (code >= 0xfe30 && code <= 0xfe6f) ||
    (code >= 0xff00 && code <= 0xff60) ||
    (code >= 0x2014 && code <= 0x201d)
  );
}

function columnsOf(rows: readonly (readonly AlignedField[])[]): { left: number; right: number }[] {
  const spans = rows
    .flat()
    .map(({ left, right }) => ({ left, right }))
    .sort((one, other) => one.left - other.left);
  const columns: { left: number; right: number }[] = [];
  for (const span of spans) {
    const last = columns.at(-1);
    if (last && span.left <= last.right) last.right = Math.max(last.right, span.right);
    else columns.push({ ...span });
  }
  return columns;
}

function placeFields(
  fields: readonly AlignedField[],
  columns: readonly { left: number; right: number }[],
): Map<number, { start: number; end: number; span: number }> {
  const placed = new Map<number, { start: number; end: number; span: number }>();
  let next = 0;
  for (const [index, field] of fields.entries()) {
    const over = columns.flatMap((column, at) => (column.left < field.right && field.left < column.right ? [at] : []));
    const nearest = columns.reduce(
      (best, column, at) => (distance(column, field) < distance(columns[best]!, field) ? at : best),
      0,
    );
    const first = Math.max(over[0] ?? nearest, next);
    const room = columns.length - first - (fields.length - index - 1);
    if (room <= 0 || first >= columns.length) {
      // More words than columns: they belong to the cell before, so that no figure is lost.
      const before = placed.get(next - 1) ?? [...placed.values()].at(-1);
      if (before) before.end = field.end;
      continue;
    }
    const span = Math.max(1, Math.min((over.at(-1) ?? first) - first + 1, columns.length - first));
    placed.set(first, { start: field.start, end: field.end, span });
    next = first + span;
  }
  return placed;
}

function distance(column: { left: number; right: number }, field: AlignedField): number {
  return Math.abs((column.left + column.right) / 2 - (field.left + field.right) / 2);
}
