import type { Grid } from "../grid.ts";
import { namesProject, rolesOf } from "./declaration.ts";

/** Columns from `from` up to `to`. */
export interface Band {
  readonly from: number;
  readonly to: number;
}

/** No sheet has more projects side by side: one that seems to is none, and each of its bands would cost a reading of it. */
const MOST_BANDS = 30;

/** Projects side by side (项目名称 | 甲 | … | 项目名称 | 乙 | …) are read each by itself, under headings of their own. */
export function bandsOf(grid: Grid): readonly Band[] {
  for (let row = 0; row < grid.rowCount; row++) {
    const cells = grid.filled(row);
    const starts = cells
      .filter(
        ({ text }, index) => namesProject(text) && cells[index + 1] && rolesOf(cells[index + 1]!.text).length === 0,
      )
      .map(({ column }) => column);
    if (starts.length < 2) continue;
    if (starts.length > MOST_BANDS) return [];
    return starts.map((from, index) => ({ from: index === 0 ? 0 : from, to: starts[index + 1] ?? grid.columnCount }));
  }
  return [{ from: 0, to: grid.columnCount }];
}
