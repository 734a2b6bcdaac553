import type { TableBlock, TableColumn } from "@juesuan/core";
import type { PlacedGrid } from "../../layout/cells.ts";
import { trySums } from "../sums-across.ts";
import { inRow } from "./grid-columns.ts";
import type { NamedSide } from "./named-sides.ts";

// Whether the sums across the rows hold with a choice of columns, and the choices there are.

/** The share of sums that must hold: a document may have faults. */
const MOSTLY = 0.75;

/** So many classes are rounded: a unit of the last place for each. */
export function isNear(one: bigint, other: bigint): boolean {
  const off = one - other;
  return (off < 0n ? -off : off) <= ROUNDED;
}

const ROUNDED = 1_500n;

/** Every choice of so many of a list, in its order. */
export function ordered<T>(list: readonly T[], count: number): T[][] {
  if (count === 0) return [[]];
  return list.flatMap((item, index) => ordered(list.slice(index + 1), count - 1).map((rest) => [item, ...rest]));
}

/**
 * Whether the sums across the rows hold with these columns, all of which are known.
 *
 * @param printed every column that the headings print: those without amounts are blank
 */
export function sumsHold(
  grid: PlacedGrid,
  first: number,
  block: TableBlock,
  amounts: NamedSide["amounts"],
  printed: readonly TableColumn[] = amounts.map(({ column }) => column!),
): boolean {
  if ((block.sums ?? []).length === 0) return amounts.length === 1;
  const bodies = printed.map((column) => amounts.find((named) => named.column === column)?.body.column);
  const rows: (string | undefined)[][] = [];
  for (let row = first; row < grid.rowCount; row++) {
    const own = inRow(grid, row);
    rows.push(bodies.map((body) => own.find(({ column }) => column === body)?.text));
  }
  const places = printed.map((column) => ({ column, stage: "final" as const }));
  const { held, broken } = trySums(block.sums!, places, rows, true);
  return held > 0 && held >= MOSTLY * (held + broken);
}
