import type { Cell, Field } from "./fields.ts";

/** RFC 4180; text that a spreadsheet would run as a formula gets an apostrophe, a signed number does not. */
export function csvRow(cells: readonly Cell[]): string {
  const fields = cells.map((cell) => {
    const text = String(cell ?? "");
    const safe = /^[=+\-@\t\r]/.test(text) && !/^[+-]?\d[\d.,]*%?$/.test(text) ? `'${text}` : text;
    return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
  });
  return `${fields.join(",")}\r\n`;
}

export const csvHeader = (fields: readonly Field[]) => csvRow(fields.map(({ name }) => name));
