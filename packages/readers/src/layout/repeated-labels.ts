import type { PlacedCell } from "./cells.ts";
import type { PlacedTable } from "./page.ts";

/** Places on two pages nearer than this, in points, are the same. */
const SAME_PLACE = 2.5;
const AMOUNT = /\d[.．]\d/;

/**
 * The right part of a table too wide for the paper, where Excel prints the columns that name the rows again on each page
 * (打印标题列), without these columns: nothing where the pages do not name the same rows in the same places.
 */
export function withoutRepeatedLabels(left: PlacedTable, right: PlacedTable, least: number): PlacedTable | undefined {
  if (Math.abs(left.box.top - right.box.top) > SAME_PLACE || Math.abs(left.box.bottom - right.box.bottom) > SAME_PLACE)
    return undefined;
  const count = repeatedColumns(left, right);
  const { cells, rowCount, columnCount } = right.grid;
  if (count === 0 || count >= Math.min(columnCount, left.grid.columnCount)) return undefined;
  const labels = cells.filter(({ column }) => column < count);
  if (labels.some(({ column, columnSpan }) => column + columnSpan > count)) return undefined;
  const names = new Set(labels.map(({ text }) => text.trim()).filter((text) => text !== ""));
  if (names.size < least || ![...names].some((text) => /\p{sc=Han}/u.test(text))) return undefined;
  const rest = cells.filter(({ column }) => column >= count).map((cell) => ({ ...cell, column: cell.column - count }));
  if (rest.length === 0) return undefined;
  const box = { ...right.box, left: Math.min(...rest.map(({ box: own }) => own.left)) };
  return { ...right, box, grid: { rowCount, columnCount: columnCount - count, cells: rest } };
}

/** How many columns from the left on hold the same words in the same places on both pages, and no amount. */
function repeatedColumns(left: PlacedTable, right: PlacedTable): number {
  for (let count = 0; ; count++) {
    const [own, other] = [left, right].map(({ grid }) => grid.cells.filter(({ column }) => column === count));
    if (own!.length === 0 || own!.length !== other!.length || own!.every(({ text }) => text === "")) return count;
    if (!own!.every((cell) => !AMOUNT.test(cell.text) && other!.some((twin) => isSame(cell, twin)))) return count;
  }
}

function isSame(one: PlacedCell, other: PlacedCell): boolean {
  return (
    one.text === other.text &&
    Math.abs(one.box.top - other.box.top) <= SAME_PLACE &&
    Math.abs(one.box.left - other.box.left) <= SAME_PLACE &&
    Math.abs(one.box.right - other.box.right) <= SAME_PLACE
  );
}
