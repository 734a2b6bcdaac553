import { firstAtLeast, type Oddity } from "@juesuan/core";
import type { Sheet } from "./cell.ts";
import { LIMITS } from "../detect/limits.ts";
import { tooLarge } from "../detect/too-large.ts";
import type { Assembly, DraftCell, DraftTable } from "../text/assembly.ts";
import { rowsOf, sliceRows } from "../text/grid.ts";
import { partition } from "../text/partition.ts";
import { isFigureText, standsApart } from "../text/surroundings.ts";

/** More empty rows or columns than this are no part of a table; a cell at XFD1048576 costs nothing. */
const WIDEST_GAP = 10;

/** Writes a sheet: its name if nothing in it says it, then each table with what stands around it. */
export function writeSheet(sheet: Sheet, page: number, assembly: Assembly): void {
  assembly.pages.push({ number: page, name: sheet.name, ...(sheet.hidden ? { hidden: true } : {}) });
  if (sheet.hidden) {
    assembly.report("hidden-sheet", `工作表“${sheet.name}”是隐藏的`, `Sheet "${sheet.name}" is hidden`, { page });
  }
  const bands = bandsOf(sheet);
  if (bands.length === 0) {
    if (!sheet.hidden) nameParagraph(sheet, [], page, assembly);
    return;
  }
  const merges = sheet.merges.toSorted((one, other) => one.row - other.row);
  const grids = bands.map((band) => gridOf({ ...sheet, merges }, band, page, assembly));
  const regions = grids.flatMap(regionsOf).map(partition);
  nameParagraph(
    sheet,
    regions.flatMap(({ before }) => before.map(({ text }) => text)),
    page,
    assembly,
  );
  const aside = sheet.hidden ? "outside" : undefined;
  const contents =
    /^\s*目\s*[录次]/.test(sheet.name) || regions.some(({ before }) => /^目\s*[录次]$/.test(before[0]?.text ?? ""));
  for (const { before, table, after } of regions) {
    let titled = false;
    for (const { text, title, hidden } of before) {
      const lone = !table && before.length > 1;
      const role = title && !titled ? "heading" : contents && lone ? "contents" : "body";
      assembly.paragraph(text, aside ?? (hidden ? "outside" : role), page);
      titled ||= title;
    }
    if (table) assembly.table(table, page, sheet.hidden ? { hidden: true } : {});
    for (const { text, hidden } of after) assembly.paragraph(text, aside ?? (hidden ? "outside" : "body"), page);
  }
  reportHidden(sheet, page, assembly);
}

/** A sheet's name is a heading unless a title says the same, or it is the program's own (Sheet1). */
function nameParagraph(sheet: Sheet, titles: readonly string[], page: number, assembly: Assembly): void {
  if (/^(sheet|工作表|表)\s*\d*$/i.test(sheet.name.trim())) return;
  const name = bare(sheet.name);
  const repeated = titles.some((title) => {
    const words = bare(title);
    return words.length > 3 && (name.includes(words) || words.includes(name));
  });
  if (!repeated) assembly.paragraph(sheet.name, sheet.hidden ? "outside" : "heading", page);
}

function bare(text: string): string {
  return text.normalize("NFKC").replaceAll(/[\s\p{P}]/gu, "");
}

function reportHidden(sheet: Sheet, page: number, assembly: Assembly): void {
  const rows = [...sheet.hiddenRows]
    .filter((row) => (sheet.rows.get(row)?.size ?? 0) > 0)
    .sort((one, other) => one - other);
  if (rows.length > 0) {
    const list = rows
      .slice(0, 20)
      .map((row) => row + 1)
      .join("、");
    assembly.report(
      "hidden-row",
      `工作表“${sheet.name}”有 ${rows.length} 个隐藏行含有内容：第 ${list} 行`,
      `Sheet "${sheet.name}" has ${rows.length} hidden row(s) with content: ${list.replaceAll("、", ", ")}`,
      { page },
    );
  }
  const columns = new Set<number>();
  for (const row of sheet.rows.values())
    for (const column of row.keys()) if (sheet.isHiddenColumn(column)) columns.add(column);
  if (columns.size > 0) {
    const list = [...columns]
      .sort((one, other) => one - other)
      .slice(0, 20)
      .map(columnName)
      .join("、");
    assembly.report(
      "hidden-column",
      `工作表“${sheet.name}”有 ${columns.size} 个隐藏列含有内容：${list} 列`,
      `Sheet "${sheet.name}" has ${columns.size} hidden column(s) with content: ${list.replaceAll("、", ", ")}`,
      { page },
    );
  }
}

/** A, B … Z, AA …: how people name columns. */
export function columnName(column: number): string {
  let name = "";
  for (let rest = column + 1; rest > 0; rest = Math.floor((rest - 1) / 26))
    name = String.fromCharCode(65 + ((rest - 1) % 26)) + name;
  return name;
}

interface Band {
  readonly from: number;
  readonly to: number;
}

/** Stretches of rows without a wide gap. */
function bandsOf(sheet: Sheet): Band[] {
  const used = [...sheet.rows]
    .filter(([, cells]) => cells.size > 0)
    .map(([row]) => row)
    .sort((one, other) => one - other);
  const bands: { from: number; to: number }[] = [];
  for (const row of used) {
    const last = bands.at(-1);
    if (last && row - last.to <= WIDEST_GAP) last.to = row + 1;
    else bands.push({ from: row, to: row + 1 });
  }
  return bands;
}

function gridOf(sheet: Sheet, band: Band, page: number, assembly: Assembly): DraftTable {
  const columns = columnsOf(sheet, band);
  const height = band.to - band.from;
  if (height * columns.length > LIMITS.cells) throw tooLarge("工作表区域过大", "a sheet's used area");
  const merges = mergesOf(sheet, band, columns);
  const freeFrom = new Uint32Array(columns.length);
  const cells: DraftCell[] = [];
  for (let row = 0; row < height; row++) {
    const source = sheet.rows.get(band.from + row);
    const rowHidden = sheet.hiddenRows.has(band.from + row);
    for (let column = 0; column < columns.length; column++) {
      const held = source?.get(columns[column]!);
      if (freeFrom[column]! > row) {
        if (held && held.text !== "")
          assembly.report(
            "value-under-merge",
            `工作表“${sheet.name}”合并单元格下方藏有内容：${columnName(columns[column]!)}${band.from + row + 1}`,
            `Sheet "${sheet.name}" hides a value under a merged cell: ${columnName(columns[column]!)}${band.from + row + 1}`,
            { page },
          );
        continue;
      }
      const merge = merges.get(row * columns.length + column);
      const rowSpan = merge?.rowSpan ?? 1;
      let columnSpan = merge?.columnSpan ?? 1;
      for (let next = 1; next < columnSpan; next++) if (freeFrom[column + next]! > row) columnSpan = next;
      if (rowSpan > 1 || columnSpan > 1) freeFrom.fill(row + rowSpan, column, column + columnSpan);
      const hidden = rowHidden || sheet.isHiddenColumn(columns[column]!);
      const oddity = held?.oddity && {
        ...held.oddity,
        ...named(held.oddity, `${sheet.name}!${columnName(columns[column]!)}${band.from + row + 1}`),
      };
      cells.push({
        row,
        column,
        rowSpan,
        columnSpan,
        text: held?.text ?? "",
        ...(held?.number === undefined ? {} : { number: held.number }),
        ...(held?.formula === undefined ? {} : { formula: held.formula }),
        ...(hidden ? { hidden } : {}),
        ...(oddity ? { oddity } : {}),
      });
    }
  }
  return { rowCount: height, columnCount: columns.length, cells };
}

function named(oddity: Pick<Oddity, "message" | "messageEn">, place: string): Pick<Oddity, "message" | "messageEn"> {
  return { message: `${place}：${oddity.message}`, messageEn: `${place}: ${oddity.messageEn}` };
}

/** The columns of a band: all between the first and the last used, without wide gaps. */
function columnsOf(sheet: Sheet, band: Band): number[] {
  const used = new Set<number>();
  for (let row = band.from; row < band.to; row++)
    for (const column of sheet.rows.get(row)?.keys() ?? []) used.add(column);
  const sorted = [...used].sort((one, other) => one - other);
  const columns: number[] = [];
  for (const column of sorted) {
    const last = columns.at(-1);
    if (last !== undefined && column - last <= WIDEST_GAP)
      for (let between = last + 1; between < column; between++) columns.push(between);
    columns.push(column);
  }
  return columns;
}

/** Merges by the place of their first cell in the grid, cut to the grid; the sheet gives them in row order. */
function mergesOf(
  sheet: Sheet,
  band: Band,
  columns: readonly number[],
): Map<number, { rowSpan: number; columnSpan: number }> {
  const found = new Map<number, { rowSpan: number; columnSpan: number }>();
  const from = firstAtLeast(sheet.merges, band.from, ({ row }) => row);
  const to = firstAtLeast(sheet.merges, band.to, ({ row }) => row);
  for (const merge of sheet.merges.slice(from, to)) {
    const { row } = merge;
    const first = firstAtLeast(columns, merge.column, Number);
    const past = firstAtLeast(columns, merge.column + merge.columnSpan, Number);
    if (past <= first) continue;
    found.set((row - band.from) * columns.length + first, {
      rowSpan: Math.min(merge.rowSpan, band.to - row),
      columnSpan: past - first,
    });
  }
  return found;
}

/**
 * Several tables on one sheet: a new one starts where, after an empty row or after figures, a title stands alone and a
 * header follows.
 */
function regionsOf(grid: DraftTable): DraftTable[] {
  const rows = rowsOf(grid).map((cells) => cells.filter(({ text }) => text !== ""));
  const starts = [0];
  let figures = rows[0]?.some(({ text }) => isFigureText(text)) ?? false;
  for (let row = 1; row < rows.length; row++) {
    const here = rows[row]!;
    const afterGap = rows[row - 1]!.length === 0;
    const lone = here.length === 1 && !isFigureText(here[0]!.text);
    const opens = afterGap
      ? lone || standsApart(here.map(({ text }) => text))
      : lone && /表\s*(?:[（(].*[)）])?$/.test(here[0]!.text) && figures;
    if (
      opens &&
      headerFollows(rows, row) &&
      rows
        .slice(starts.at(-1), row)
        .some((earlier) => earlier.length > 1 && !standsApart(earlier.map(({ text }) => text)))
    ) {
      starts.push(row);
      figures = false;
    }
    figures ||= here.some(({ text }) => isFigureText(text));
  }
  return starts.map((start, index) => sliceRows(grid, start, starts[index + 1] ?? grid.rowCount));
}

/** Within a few rows: two cells or more, none a figure. */
function headerFollows(rows: readonly (readonly DraftCell[])[], from: number): boolean {
  for (let row = from + 1; row < Math.min(rows.length, from + 6); row++) {
    const filled = rows[row]!;
    if (filled.length < 2 || standsApart(filled.map(({ text }) => text))) continue;
    return filled.every(({ text }) => !isFigureText(text));
  }
  return false;
}
