import type { TableColumn } from "@juesuan/core";
import type { PlacedGrid } from "../../layout/cells.ts";
import { exact } from "../sums-across.ts";
import { isNear, ordered, sumsHold } from "./column-sums.ts";
import { firstRow } from "./grid-columns.ts";
import { withSides, type NamedGrid } from "./named-grid.ts";
import type { NamedColumn, NamedSide } from "./named-sides.ts";

// A table goes on over a page, and on one of its pages holds amounts in some of its columns only: which they are, that page does
// not tell. The page with the total does: what stands in each column on all pages must come to it.

/** A page of a table as it was laid out, and what its columns were found to be. */
export interface PartOfTable {
  readonly grid: PlacedGrid;
  readonly named: NamedGrid;
}

/** A page of which some columns may be any of several, as the other pages tell it; nothing where they leave a choice. */
export function toldByParts(unsure: PartOfTable, others: readonly PartOfTable[]): NamedGrid | undefined {
  const sides = unsure.named.sides.map((side, at): NamedSide | undefined => {
    if (side.amounts.every(({ column }) => column)) return side;
    const same = others.map(({ grid, named }) => ({ grid, side: named.sides[at] }));
    const used = new Set(same.flatMap((other) => other.side?.amounts.map(({ column }) => column) ?? []));
    const columns = side.block.columns.filter((column) => used.has(column));
    if (columns.length > MOST_COLUMNS || side.amounts.length > columns.length) return undefined;
    const ways = ordered(columns, side.amounts.length)
      .map((chosen) => side.amounts.map(({ body }, index): Sure => ({ body, column: chosen[index]! })))
      .filter((amounts) => sumsHold(unsure.grid, firstRow(unsure.grid)!, side.block, amounts))
      .filter((amounts) => {
        const pages = [
          { grid: unsure.grid, side: { ...side, amounts } },
          ...same.flatMap(({ grid, side: own }) => (own ? [{ grid, side: own }] : [])),
        ];
        return columns.every((column) => comesTo(column, pages));
      });
    return ways.length === 1 ? { ...side, amounts: ways[0]! } : undefined;
  });
  if (!sides.every((side) => side !== undefined)) return undefined;
  return withSides(unsure, sides);
}

type Sure = NamedColumn & { readonly column: TableColumn };

const MOST_COLUMNS = 9;
/** 八、社会保障和就业支出, and a class of a list. */
const ITEM = /^(?:[一二三四五六七八九十]{1,3}、|[235]\d{2}$)/;
const TOTAL = /^(?:本年(?:收入|支出)合计|合计)$/;

/** Whether the items of a column make its total, which one of the pages prints. */
function comesTo(
  column: TableColumn,
  pages: readonly { readonly grid: PlacedGrid; readonly side: NamedSide }[],
): boolean {
  let [total, items]: [bigint | undefined, bigint] = [undefined, 0n];
  for (const { grid, side } of pages) {
    const at = side.amounts.find((own) => own.column === column)?.body.column;
    const labels = new Set(side.labels.map(({ column: label }) => label));
    const named = new Map<number, string>();
    for (const cell of grid.cells)
      if (labels.has(cell.column) && (ITEM.test(cell.text) || TOTAL.test(cell.text.replaceAll(/\s/g, ""))))
        named.set(cell.row, cell.text.replaceAll(/\s/g, ""));
    const amounts = new Map(
      grid.cells.flatMap((cell) => (cell.column === at ? [[cell.row, exact(cell.text) ?? 0n] as const] : [])),
    );
    for (const [row, label] of named) {
      const amount = amounts.get(row) ?? 0n;
      // A total that a line of the heading shares stands there without its amounts.
      if (TOTAL.test(label)) total ??= amount === 0n ? undefined : amount;
      else items += amount;
    }
  }
  return total !== undefined && isNear(total, items);
}
