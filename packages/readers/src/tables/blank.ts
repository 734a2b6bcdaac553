import type { TableDeclaration } from "@juesuan/core";
import type { DraftTable } from "./drafts.ts";
import type { Part } from "./parts.ts";
import { isHeadingWord } from "./words.ts";

// A table that is printed without a single amount: 公开07表 of a department that has no such money. Where no lines are drawn
// its headings may stand in pieces, and no column can be told by what it holds; its title still says which table it is.

/** Under a title such words show that a table was meant, and not a line of a list. */
const LEAST_HEADINGS = 2;

/** A table in which nothing is printed, under the declaration that its title names; undefined where it is none. */
export function blankTable(part: Part): DraftTable | undefined {
  const blank = blankOf(part);
  if (!blank) return undefined;
  const title = part.around.title ?? blank.titles[0];
  return { table: { table: blank.id, title, columns: [], rows: [] }, cells: [], rest: [] };
}

/** The declaration that a blank table's title names; undefined where the table holds a number or a dash, or is none. */
function blankOf({ around, grid, heading, tables }: Part): TableDeclaration | undefined {
  const { match } = around;
  if (!match || match.score < KNOWN || tables.some(({ table }) => table.hidden || table.cut)) return undefined;
  let headings = 0;
  for (let row = 0; row < grid.rowCount; row++) {
    const cells = grid.filled(row);
    const numbers = cells.filter((cell) => /\d/.test(cell.text));
    // A dash is a figure, whose column is not known.
    if (cells.some((cell) => grid.content(cell).kind === "dash")) return undefined;
    if (numbers.length > 0 && row >= heading.rowCount && !countsColumns(numbers.map(({ text }) => text)))
      return undefined;
    headings += cells.filter(({ text }) => isHeadingWord(text)).length;
  }
  return headings >= LEAST_HEADINGS ? match.table : undefined;
}

/** A title of its own, or one with the department before it. */
const KNOWN = 0.9;

/** 栏次 | 科目名称 | 1 | 2 | 3 */
function countsColumns(texts: readonly string[]): boolean {
  return texts.every((text, at) => text.trim() === String(at + 1));
}
