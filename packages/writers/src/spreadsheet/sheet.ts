import type { Grid, GridCell } from "../grid.ts";
import { escapeMarkup } from "../markup.ts";
import { placeCells, type PlacedCell } from "../rectangle.ts";
import { heightsOf, ROW_HEIGHT } from "./heights.ts";
import type { CellLook, Styles } from "./styles.ts";
import { widthsOf } from "./widths.ts";

/** One sheet ready for its part, and the names that its printing needs. */
export interface SheetParts {
  readonly xml: string;
  /** The area that is printed: `$A$1:$G$30`. */
  readonly printArea: string;
  /** The rows that every page repeats: `$1:$5`. */
  readonly printTitles: string;
}

/** Rows above the table's own: the title, the mark of the form, the department and the unit. */
const LEAD = 3;

/** So many rows are still legible on one page. */
const ONE_PAGE = 48;

/** A table as a sheet in the official layout, on one page's width, lying where it is wide. */
export function sheetOf(grid: Grid, styles: Styles): SheetParts {
  const last = grid.columnCount - 1;
  const widths = widthsOf(grid);
  const rows = new Map<number, Map<number, string>>();
  const merges: string[] = [];
  const put = (row: number, column: number, look: CellLook, cell?: { text: string; kind: GridCell["kind"] }): void => {
    const line = rows.get(row) ?? new Map<number, string>();
    rows.set(row, line);
    line.set(column, cellXml(reference(row, column), look, cell, styles));
  };
  const merge = (row: number, column: number, down: number, across: number): void => {
    if (down > 1 || across > 1)
      merges.push(`${reference(row, column)}:${reference(row + down - 1, column + across - 1)}`);
  };
  const line = (row: number, look: CellLook, text: string): void => {
    put(row, 0, look, { text, kind: "label" });
    merge(row, 0, 1, grid.columnCount);
  };
  line(0, "title", grid.title);
  if (grid.mark !== undefined) put(1, last, "unit", { text: grid.mark, kind: "label" });
  if (grid.department !== undefined && last > 0)
    put(2, 0, "mark", { text: `编制单位：${grid.department}`, kind: "label" });
  put(2, last, "unit", { text: grid.unit, kind: "label" });
  for (const { row, column, cell } of placeCells(grid)) {
    const { across = 1, down = 1 } = cell;
    const at = row + LEAD;
    for (let below = 0; below < down; below++)
      for (let beside = 0; beside < across; beside++)
        put(at + below, column + beside, lookOf(cell, grid), below + beside === 0 ? cell : undefined);
    merge(at, column, down, across);
  }
  const body = LEAD + grid.head.length;
  let end = body + grid.rows.length;
  for (const note of [grid.remark, grid.emptiness]) if (note !== undefined) line(end++, "note", note);
  const area = `${reference(0, 0)}:${reference(end - 1, last)}`;
  const landscape = widths.reduce((sum, width) => sum + width, 0) > 95;
  const heights = new Map([
    [0, 30],
    ...heightsOf(grid, widths).flatMap((height, index) =>
      height > ROW_HEIGHT ? [[index + LEAD, height] as const] : [],
    ),
  ]);
  const notes = new Set(Array.from({ length: end - body - grid.rows.length }, (_, index) => end - 1 - index));
  const xml = [
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>',
    '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">',
    '<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>',
    `<dimension ref="${area}"/>`,
    `<sheetViews><sheetView workbookViewId="0"><pane ySplit="${body}" topLeftCell="A${body + 1}" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews>`,
    `<sheetFormatPr defaultRowHeight="${ROW_HEIGHT}"/>`,
    `<cols>${widths.map((width, index) => `<col min="${index + 1}" max="${index + 1}" width="${width}" customWidth="1"/>`).join("")}</cols>`,
    `<sheetData>${[...rows]
      .toSorted(([left], [right]) => left - right)
      .map(([row, cells]) => {
        const height = heights.get(row) ?? (notes.has(row) ? noteHeight(grid, row === end - 1, widths) : undefined);
        const columns = [...cells].toSorted(([left], [right]) => left - right).map(([, cell]) => cell);
        return `<row r="${row + 1}"${height === undefined ? "" : ` ht="${height}" customHeight="1"`}>${columns.join("")}</row>`;
      })
      .join("")}</sheetData>`,
    merges.length === 0
      ? ""
      : `<mergeCells count="${merges.length}">${merges.map((range) => `<mergeCell ref="${range}"/>`).join("")}</mergeCells>`,
    '<printOptions horizontalCentered="1"/>',
    '<pageMargins left="0.6" right="0.6" top="0.75" bottom="0.75" header="0.3" footer="0.3"/>',
    `<pageSetup paperSize="9" orientation="${landscape ? "landscape" : "portrait"}" fitToWidth="1" fitToHeight="${rows.size > ONE_PAGE ? 0 : 1}"/>`,
    "</worksheet>",
  ].join("");
  return {
    xml,
    printArea: area.replace(/[A-Z]+|\d+/g, "$$$&"),
    printTitles: `$1:$${body}`,
  };
}

/** Long notes take as many lines as the width of the table makes of them. */
function noteHeight(grid: Grid, isLast: boolean, widths: readonly number[]): number {
  const text = (isLast ? (grid.emptiness ?? grid.remark) : grid.remark) ?? "";
  const lines = Math.ceil((text.length * 2) / widths.reduce((sum, width) => sum + width, 0));
  return 16 * Math.max(1, lines);
}

/** In the layout of a form only a total's label reaches over columns; documents print any cell so. */
function lookOf(cell: PlacedCell["cell"], { printed }: Grid): CellLook {
  return cell.kind === "label" && (cell.across ?? 1) > 1 && printed === undefined ? "total" : cell.kind;
}

/** The printed precision becomes the number's format, so that the sheet shows what the accounts state. */
function cellXml(
  at: string,
  look: CellLook,
  cell: { readonly text: string; readonly kind: GridCell["kind"] } | undefined,
  styles: Styles,
): string {
  const text = cell?.text ?? "";
  if (text === "") return `<c r="${at}" s="${styles.indexOf(look)}"/>`;
  const plain = text.replaceAll(",", "");
  if (cell?.kind === "figure" && /^-?\d+(?:\.\d+)?$/.test(plain)) {
    const decimals = plain.includes(".") ? plain.length - plain.indexOf(".") - 1 : 0;
    const whole = text.includes(",") || look === "figure" ? "#,##0" : "0";
    const format = decimals === 0 ? whole : `${whole}.${"0".repeat(decimals)}`;
    return `<c r="${at}" s="${styles.indexOf(look, format)}"><v>${plain}</v></c>`;
  }
  const format = cell?.kind === "code" ? "@" : "";
  return `<c r="${at}" s="${styles.indexOf(look, format)}" t="inlineStr"><is><t xml:space="preserve">${escapeMarkup(text)}</t></is></c>`;
}

/** Row and column counted from 0: `A1`. */
export function reference(row: number, column: number): string {
  let letters = "";
  for (let rest = column + 1; rest > 0; rest = Math.floor((rest - 1) / 26))
    letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters;
  return `${letters}${row + 1}`;
}
