import { rowsOf } from "../text/grid.ts";
import { isNote, standsApart } from "../text/surroundings.ts";
import type { PlacedCell, PlacedGrid } from "./cells.ts";

/**
 * The rows of a grid that are the table itself. Around it may be rows that were typed into the same grid: the title,
 * which ends in 表 and spans the table, 部门：, 单位：万元 above; notes below.
 */
export function surroundingRows(grid: PlacedGrid): { from: number; to: number } {
  const rows = rowsOf(grid).map((cells) => cells.filter(({ text }) => text !== ""));
  let from = 0;
  while (from < rows.length - 1 && isAbove(rows[from]!, grid)) from++;
  let to = rows.length;
  while (to > from + 1 && isBelow(rows[to - 1]!, grid)) to--;
  return { from, to };
}

function isAbove(filled: readonly PlacedCell[], grid: PlacedGrid): boolean {
  if (filled.length === 0) return false;
  if (standsApart(filled.map(({ text }) => text))) return true;
  return filled.length === 1 && spans(filled[0]!, grid) && /表\s*(?:[（(]续[)）])?$/.test(filled[0]!.text);
}

function isBelow(filled: readonly PlacedCell[], grid: PlacedGrid): boolean {
  return (
    filled.length === 1 && (isNote(filled[0]!.text) || (spans(filled[0]!, grid) && /[。；]$/.test(filled[0]!.text)))
  );
}

function spans(cell: PlacedCell, grid: PlacedGrid): boolean {
  return cell.columnSpan >= grid.columnCount - 1 && grid.columnCount > 1;
}
