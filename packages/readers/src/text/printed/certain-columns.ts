import type { TableBlock, TableColumn } from "@juesuan/core";
import type { PlacedGrid } from "../../layout/cells.ts";
import { ordered, sumsHold } from "./column-sums.ts";
import type { Body } from "./grid-columns.ts";
import type { NamedColumn } from "./named-sides.ts";

// Which columns the sums alone make sure of, with or without what the document says is nothing.

/** What the sums alone make sure of: columns that are the same in every way in which they hold. The others have no heading. */
export function certainOf(
  grid: PlacedGrid,
  first: number,
  block: TableBlock,
  own: readonly Body[],
  columns: readonly TableColumn[],
): NamedColumn[] | undefined {
  const filled = own.filter(({ kind }) => kind === "amounts");
  if (filled.length < 2 || filled.length > columns.length || columns.length > MOST_COLUMNS) return undefined;
  const ways = ordered(columns, filled.length)
    .map((chosen) => filled.map((body, index): NamedColumn => ({ body, column: chosen[index]! })))
    .filter((way) => sumsHold(grid, first, block, way, columns));
  const [way, ...others] = ways;
  return way?.map(({ body, column }, index) => ({
    body,
    ...(column && others.every((other) => other[index]!.column === column) && { column }),
  }));
}

/** The same where the document says of some columns that there is nothing in them, and every other is then sure. */
export function whollyCertain(
  grid: PlacedGrid,
  first: number,
  block: TableBlock,
  own: readonly Body[],
  columns: readonly TableColumn[],
  isDenied: (column: TableColumn) => boolean,
): NamedColumn[] | undefined {
  const rest = columns.filter((column) => !isDenied(column));
  const found = rest.length < columns.length ? certainOf(grid, first, block, own, rest) : undefined;
  return found?.every(({ column }) => column) ? found : undefined;
}

/** So that there are not too many ways. */
const MOST_COLUMNS = 9;
