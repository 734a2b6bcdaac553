import type { Part } from "./parts.ts";

/** What is left of an amount at the end of a line: 3,969.86 set one digit to a line ends lines with 3, and with 9. */
const TORN = /^\d[\d,]*[,.]$/;
/** One such cell is a slip of the pen; a table of them was set too narrow for its amounts. */
const TORN_CELLS = 3;

/** Whether the amounts of a table stand in pieces, so that no cell can be taken at its word. */
function isTorn({ grid, heading, skipped }: Part): boolean {
  let torn = 0;
  for (let row = heading.rowCount; row < grid.rowCount; row++) {
    if (skipped.has(row)) continue;
    const cells = grid.row(row);
    torn += cells.filter(({ text }) => TORN.test(text.trim())).length;
    // 29 over .92: no table prints both an amount without decimals and one without its zero.
    if (cells.some(({ text, column }) => /^[.．]\d\d$/.test(text.trim()) && /^\d+$/.test(grid.text(row - 1, column))))
      return true;
  }
  return torn >= TORN_CELLS;
}

/** 05 and 99 in a column taken for one of amounts, beside others that all have decimals: the heading went astray. */
function hasCodesForAmounts({ grid, heading, skipped, tables }: Part): boolean {
  if (tables.some(({ table }) => table.ruled !== false)) return false;
  return heading.columns.some(({ role, index: column }) => {
    if (role !== "figure") return false;
    const texts: string[] = [];
    for (let row = heading.rowCount; row < grid.rowCount; row++)
      if (!skipped.has(row) && grid.text(row, column) !== "") texts.push(grid.text(row, column).trim());
    return (
      texts.length >= TORN_CELLS &&
      texts.every((text) => /^\d\d$/.test(text)) &&
      texts.some((text) => text.startsWith("0"))
    );
  });
}

/** Why no cell of a table can be taken at its word; undefined where each can. */
export function whyUnsure(part: Part): string | undefined {
  if (isTorn(part)) return "表格太窄，数字在格内断成几截";
  if (part.tables.some(({ table }) => table.adrift) || hasCodesForAmounts(part))
    return "文本中各行没有对齐，分不清哪个数字在哪一栏";
  return part.tables.some(({ table }) => table.cut) ? "表格超出纸边，右边的列没有印出" : undefined;
}
