import type { Grid } from "./grid.ts";
import { placeCells } from "./rectangle.ts";

function rectangle(grid: Grid): string[][] {
  const rows = Array.from({ length: grid.head.length + grid.rows.length }, () =>
    Array.from({ length: grid.columnCount }, () => ""),
  );
  for (const { row, column, cell } of placeCells(grid)) rows[row]![column] = cell.text;
  return rows;
}

/** A grid as CSV (RFC 4180), heading rows included, merged cells at their top left. */
export function gridToCsv(grid: Grid): string {
  const field = (text: string): string => {
    // A cell that opens like a formula must not be run by a spreadsheet.
    const safe = /^[=+@\t\r]/.test(text) ? `'${text}` : text;
    return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
  };
  return rectangle(grid)
    .map((row) => `${row.map(field).join(",")}\r\n`)
    .join("");
}

/** A grid as a Markdown table; the last heading row heads it, those above are its first lines. */
export function gridToMarkdown(grid: Grid): string {
  const rows = rectangle(grid);
  const line = (row: readonly string[]): string => `| ${row.map((text) => text.replaceAll("|", "\\|")).join(" | ")} |`;
  const [first, ...rest] = rows;
  if (!first) return "";
  return [
    grid.unit === "" ? grid.title : `${grid.title}（${grid.unit}）`,
    "",
    line(first),
    `|${first.map(() => " --- ").join("|")}|`,
    ...rest.map(line),
    ...[grid.remark, grid.emptiness].filter((note) => note !== undefined).flatMap((note) => ["", note]),
    "",
  ].join("\n");
}
