import type { TableBlock, TableColumn } from "@juesuan/core";
import type { PlacedGrid } from "../../layout/cells.ts";
import type { Attested } from "./attested.ts";
import { AMOUNT, type Body } from "./grid-columns.ts";
import type { NamedColumn, NamedSide } from "./named-sides.ts";

// Which columns the document makes sure of elsewhere: what it says that they come to.

/** Each column with amounts as the one that the document says it comes to; the first is the total, which the sums tell. */
export function assignedByWords(
  grid: PlacedGrid,
  own: readonly Body[],
  { sums = [] }: TableBlock,
  columns: readonly TableColumn[],
  attested: Attested,
): NamedColumn[] | undefined {
  const filled = own.filter(({ kind }) => kind === "amounts");
  const found: NamedColumn[] = [];
  for (const [index, body] of filled.entries()) {
    const isTotal = index === 0 && sums.some(({ total }) => total === columns[0]?.id);
    const amounts = totalsOf(grid, body);
    const own = isTotal
      ? columns.slice(0, 1)
      : columns.filter((column) => amounts.some((amount) => attested(column, amount)));
    const last = found.at(-1);
    if (own.length !== 1 || (last && columns.indexOf(own[0]!) <= columns.indexOf(last.column!))) return undefined;
    found.push({ body, column: own[0]! });
  }
  return found;
}

/** What a column of amounts comes to: 合计, 本年支出合计, 总计. */
function totalsOf({ cells }: PlacedGrid, { column }: Body): string[] {
  const rows = new Set(cells.filter(({ text }) => /[合总]计$/.test(text)).map(({ row }) => row));
  return cells
    .filter((cell) => cell.column === column && rows.has(cell.row) && AMOUNT.test(cell.text))
    .map(({ text }) => text);
}

/** Where some columns are blank and headings do not tell, the document must say of what each of the others comes to that it is that. */
export function isSure(
  grid: PlacedGrid,
  { sums = [] }: TableBlock,
  columns: readonly TableColumn[],
  amounts: NamedSide["amounts"],
  attested: Attested,
): boolean {
  if (amounts.length === columns.length) return true;
  const rest = columns.filter((column) => !amounts.some((named) => named.column === column));
  return amounts.every(({ body, column, under }) => {
    // The total is told by the sums across the rows.
    if (!column) return false;
    const isTotal = sums.some(
      ({ total, of }) => total === column.id && amounts.some((other) => other.column && of.includes(other.column.id)),
    );
    if (under || isTotal) return true;
    return totalsOf(grid, body).some(
      (amount) => attested(column, amount) && !rest.some((other) => attested(other, amount)),
    );
  });
}
