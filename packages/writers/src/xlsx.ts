import { utils, write, type CellObject, type WorkSheet } from "@e965/xlsx";
import type { Grid } from "./grid.ts";
import { placeCells } from "./rectangle.ts";

/** Grids as a workbook, one sheet each, in the official layout: title, unit, merged headings, numbers as numbers. */
export function gridsToXlsx(grids: readonly Grid[]): Uint8Array {
  const book = utils.book_new();
  for (const [index, grid] of grids.entries()) utils.book_append_sheet(book, sheetOf(grid), sheetName(grid, index));
  return new Uint8Array(write(book, { type: "array", bookType: "xlsx", compression: true }) as ArrayBuffer);
}

const TITLE_ROWS = 2;

function sheetOf(grid: Grid): WorkSheet {
  const sheet: WorkSheet = {};
  const set = (row: number, column: number, cell: CellObject): void => {
    sheet[utils.encode_cell({ r: row, c: column })] = cell;
  };
  set(0, 0, { t: "s", v: grid.title });
  set(1, grid.columnCount - 1, { t: "s", v: grid.unit });
  const merges = [{ s: { r: 0, c: 0 }, e: { r: 0, c: grid.columnCount - 1 } }];
  for (const { row, column, cell } of placeCells(grid)) {
    const at = row + TITLE_ROWS;
    set(at, column, cellOf(cell.text, cell.kind === "figure"));
    const { across = 1, down = 1 } = cell;
    if (across > 1 || down > 1)
      merges.push({ s: { r: at, c: column }, e: { r: at + down - 1, c: column + across - 1 } });
  }
  let last = TITLE_ROWS + grid.head.length + grid.rows.length;
  for (const note of [grid.remark, grid.emptiness]) {
    if (note === undefined) continue;
    set(last, 0, { t: "s", v: note });
    merges.push({ s: { r: last, c: 0 }, e: { r: last, c: grid.columnCount - 1 } });
    last++;
  }
  sheet["!ref"] = utils.encode_range({ s: { r: 0, c: 0 }, e: { r: last - 1, c: grid.columnCount - 1 } });
  sheet["!merges"] = merges;
  sheet["!cols"] = widthsOf(grid).map((wch) => ({ wch }));
  return sheet;
}

/** The printed precision becomes the number's format, so that the sheet shows what the accounts state. */
function cellOf(text: string, isFigure: boolean): CellObject {
  const plain = text.replaceAll(",", "");
  if (!isFigure || !/^-?\d+(?:\.\d+)?$/.test(plain)) return { t: "s", v: text };
  const decimals = plain.includes(".") ? plain.length - plain.indexOf(".") - 1 : 0;
  const whole = text.includes(",") ? "#,##0" : "0";
  return { t: "n", v: Number(plain), z: decimals === 0 ? whole : `${whole}.${"0".repeat(decimals)}` };
}

/** Chinese characters take two columns of a spreadsheet's width. */
function widthsOf(grid: Grid): number[] {
  const widths = Array.from({ length: grid.columnCount }, () => 6);
  for (const { column, cell } of placeCells(grid)) {
    if ((cell.across ?? 1) > 1) continue;
    const width = [...cell.text].reduce((sum, character) => sum + (character > "\u00ff" ? 2 : 1), 0);
    widths[column] = Math.min(40, Math.max(widths[column]!, width + 2));
  }
  return widths;
}

function sheetName(grid: Grid, index: number): string {
  return `${String(index + 1).padStart(2, "0")} ${grid.title.replace(/[:\\/?*[\]]/g, "")}`.slice(0, 31);
}
