import type { Stage } from "@juesuan/core";
import type { Grid } from "./grid.ts";
import { stageOf } from "./qualifiers.ts";

// Rows that hold one text over the whole table and say what the rows below it are, where no column names them: Jiangsu sets
// 预算数 and 决算数 so over the amounts of 三公经费, and 相关统计数 over what they bought.

/** Rows that name a stage for those below them; none where the table names but one, for that heads its columns. */
export function stageCaptions(grid: Grid): ReadonlyMap<number, Stage> {
  const found = new Map<number, Stage>();
  for (let row = 1; row < grid.rowCount - 1; row++) {
    const stage = stageOf(captionAt(grid, row) ?? "");
    if (stage !== undefined && captionAt(grid, row + 1) === undefined) found.set(row, stage);
  }
  return new Set(found.values()).size > 1 ? found : new Map();
}

/** Rows at which a table begins anew under another stage: 决算数 over the headings that 预算数 has in the first rows. */
export function repeatedCaptions(grid: Grid): number[] {
  const first = stageOf(captionAt(grid, 0) ?? "");
  if (first === undefined) return [];
  const headings = wordsOf(grid, 1);
  return Array.from({ length: grid.rowCount }, (_, row) => row).filter((row) => {
    const stage = row > 1 ? stageOf(captionAt(grid, row) ?? "") : undefined;
    return stage !== undefined && stage !== first && wordsOf(grid, row + 1) === headings;
  });
}

function wordsOf(grid: Grid, row: number): string {
  const cells = row < grid.rowCount ? grid.filled(row) : [];
  return cells.map(({ column, text }) => `${column}:${text.replace(/\s/g, "")}`).join("|");
}

/** Rows at which the counts behind a table's money begin, a list with headings of its own. */
export function countCaptions(grid: Grid): number[] {
  return Array.from({ length: grid.rowCount }, (_, row) => row).filter(
    (row) => row > 1 && row < grid.rowCount - 2 && /^相关统计(?:数据?|信息)?[：:]?$/.test(captionAt(grid, row) ?? ""),
  );
}

/** The one text of a row; undefined where it holds several, or another cell reaches into it. */
function captionAt(grid: Grid, row: number): string | undefined {
  const [cell, ...others] = grid.filled(row);
  return cell !== undefined && others.length === 0 && cell.column === 0 && grid.rowIsOpen(row)
    ? cell.text.replace(/\s/g, "")
    : undefined;
}
