import type { BoundCell, BoundTable } from "../facts/disclosure.ts";
import type { AccountsCell, AccountsRow, AccountsTable } from "./schema/table.ts";

/** A bound table with its cells in their rows, by the ids of their columns. */
export function accountsTable({ cells, rows, columns, ...table }: BoundTable): AccountsTable {
  const ids = new Map(columns.map(({ index, id }) => [index, id]));
  const byRow = new Map<string, BoundCell[]>();
  for (const cell of cells) {
    const place = placeOf(cell);
    const same = byRow.get(place);
    if (same) same.push(cell);
    else byRow.set(place, [cell]);
  }
  return {
    ...table,
    columns: [...columns],
    rows: rows.map((row): AccountsRow => {
      const values: Record<string, AccountsCell> = {};
      const others: AccountsCell[] = [];
      for (const { row: _row, block: _block, ...cell } of byRow.get(placeOf({ row: row.index, ...row })) ?? []) {
        const id = ids.get(cell.column);
        if (id === undefined || id in values) others.push(cell);
        else values[id] = cell;
      }
      return { ...row, values, ...(others.length === 0 ? {} : { others }) };
    }),
  };
}

/** The way back. Cells stand in the order of rows, then columns, as they are bound. */
export function boundTable({ rows, ...table }: AccountsTable): BoundTable {
  const cells: BoundCell[] = [];
  for (const { values, others = [], index, block } of rows) {
    for (const cell of [...Object.values(values), ...others])
      cells.push({ row: index, ...(block === undefined ? {} : { block }), ...cell });
  }
  return {
    ...table,
    rows: rows.map(({ values: _values, others: _others, ...row }) => row),
    cells: cells.toSorted((a, b) => a.row - b.row || a.column - b.column),
  };
}

function placeOf({ row, block }: { readonly row: number; readonly block?: number }): string {
  return `${block ?? 0}:${row}`;
}
