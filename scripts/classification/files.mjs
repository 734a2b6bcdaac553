// The CSV files of the classification: read into rows, written back as they were.
import { readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

/** The folder of packages/core's classification. */
export const folder = fileURLToPath(new URL("../../packages/core/src/classification/", import.meta.url));
/** The lists of codes; the other files speak of them. */
export const LISTS = ["functional", "economic", "revenue"];

/** Rows of a file, as objects by its columns. */
export function rowsOf(name) {
  const [head, ...lines] = readFileSync(`${folder}data/${name}.csv`, "utf8").trimEnd().split("\n");
  const columns = head.split(",");
  return lines.map((line) => {
    const cells = [...line.matchAll(/("(?:[^"]|"")*"|[^,]*)(?:,|$)/g)].map(([, cell]) =>
      cell.replace(/^"|"$/g, "").replaceAll('""', '"'),
    );
    return Object.fromEntries(columns.map((column, index) => [column, cells[index] ?? ""]));
  });
}

export function writeRows(name, rows) {
  const columns = Object.keys(rows[0]);
  const cell = (text) => (/[",\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
  const lines = rows.map((row) => columns.map((column) => cell(row[column])).join(","));
  writeFileSync(`${folder}data/${name}.csv`, `${[columns.join(","), ...lines].join("\n")}\n`);
}

export const isValidIn = ({ from, to }, year) =>
  Number(from || 0) <= Number(year) && Number(year) <= Number(to || 9999);
export const levelOf = (code) => (code.length === 3 ? "类" : code.length === 5 ? "款" : "项");
