import type { PlacedGrid } from "../../layout/cells.ts";
import { exact } from "../sums-across.ts";
import { firstRow, inRow, type Body } from "./grid-columns.ts";
import { headed, type NamedSide } from "./named-sides.ts";

// A grid whose columns are named, with what each of them comes to.

/** A grid under the headings of its form, and how they were found. */
export interface NamedGrid {
  readonly grid: PlacedGrid;
  readonly sides: readonly NamedSide[];
  /** What each column comes to, and what of it the classes down to here make, where it is a list. */
  readonly totals: ReadonlyMap<string, bigint>;
  readonly reached: ReadonlyMap<string, bigint>;
}

/** The grid under the headings of its sides, and what its columns come to: after those of the part before, if it goes on. */
export function namedGrid(grid: PlacedGrid, first: number, sides: readonly NamedSide[], before?: NamedGrid): NamedGrid {
  const totals = new Map(before?.totals);
  const reached = new Map(before?.reached);
  for (let row = first; row < grid.rowCount; row++) {
    const own = inRow(grid, row);
    const isTotal = totals.size === 0 && own.some(({ text }) => /^[合总]计$/.test(text));
    if (!isTotal && !own.some(({ text }) => /^\d{3}$/.test(text))) continue;
    for (const { body: at, column } of sides.flatMap(({ amounts }) => amounts)) {
      if (!column) continue;
      const value = exact(own.find((cell) => cell.column === at.column)?.text ?? "") ?? 0n;
      if (isTotal) totals.set(column.id, value);
      else reached.set(column.id, (reached.get(column.id) ?? 0n) + value);
    }
  }
  return { grid: headed(grid, first, sides), sides, totals, reached };
}

/** A grid under the headings of other columns. */
export function withSides(
  { grid, named: part }: { readonly grid: PlacedGrid; readonly named: NamedGrid },
  sides: readonly NamedSide[],
): NamedGrid {
  return { ...part, sides, grid: headed(grid, firstRow(grid)!, sides) };
}

/** A column of the form that holds nothing on the page. */
export const BLANK: Body = { column: -1, kind: "amounts", size: 0, left: 0, right: 0 };
