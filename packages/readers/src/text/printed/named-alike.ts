import type { PlacedGrid } from "../../layout/cells.ts";
import { isNear, ordered, sumsHold } from "./column-sums.ts";
import { areCodesTorn, bodyColumns, firstRow, type Body } from "./grid-columns.ts";
import { BLANK, namedGrid, withSides, type NamedGrid } from "./named-grid.ts";
import type { NamedColumn, NamedSide } from "./named-sides.ts";

// The parts of one table on page after page: the columns of one as those of another.

/** A part of a table as another part of it: with as many columns of labels and of amounts on each side. */
export function namedLike(grid: PlacedGrid, other: NamedGrid | undefined): NamedGrid | undefined {
  const first = firstRow(grid);
  const body = first === undefined ? undefined : bodyColumns(grid, first);
  if (!other || first === undefined || !body || areCodesTorn(grid)) return undefined;
  const starts = body.filter(({ kind }) => kind === "words").map(({ column }) => column);
  if (starts.length !== other.sides.length) return undefined;
  const sides = other.sides.flatMap(({ block, labels, amounts }, index): NamedSide[] => {
    const side = body.filter(
      ({ column }) => (index === 0 || column >= starts[index]!) && column < (starts[index + 1] ?? Infinity),
    );
    const own = side.filter(({ kind }) => kind === "words" || kind === "whole");
    const filled = side.filter(({ kind }) => kind === "amounts");
    if (own.length !== labels.length || filled.length !== amounts.length) return [];
    if (amounts.some(({ column }) => !column)) return [];
    const columns = filled.map((body, at): NamedColumn => ({ body, column: amounts[at]!.column! }));
    return sumsHold(grid, first, block, columns) ? [{ block, labels: own, amounts: columns }] : [];
  });
  return sides.length === other.sides.length ? namedGrid(grid, first, sides) : undefined;
}

/**
 * The next part of a list: its columns are those of the part before, all of them or, where some are blank on this page,
 * those with which the classes make what each column comes to.
 */
export function continued(
  grid: PlacedGrid,
  first: number,
  body: readonly Body[],
  before: NamedGrid,
): NamedGrid | undefined {
  const [only, ...others] = before.sides;
  const filled = body.filter(({ kind }) => kind === "amounts");
  const labels = body.filter(({ kind }) => kind === "words" || kind === "whole");
  if (!only || others.length > 0 || labels.length !== only.labels.length) return undefined;
  const columns = only.amounts.flatMap(({ body: { kind }, column }) => (kind === "amounts" && column ? [column] : []));
  if (columns.length < only.amounts.length) return undefined;
  const found = ordered(columns, filled.length).flatMap((chosen) => {
    const amounts = filled.map((own, index) => ({ body: own, column: chosen[index]! }));
    if (!sumsHold(grid, first, only.block, amounts)) return [];
    // What is blank here is a column of the table all the same.
    const all = columns.map((column) => amounts.find((own) => own.column === column) ?? { body: BLANK, column });
    return [namedGrid(grid, first, [{ block: only.block, labels, amounts: all }], before)];
  });
  if (filled.length === columns.length) return found[0];
  const [one, ...more] = found.filter(({ totals, reached }) =>
    columns.every(({ id }) => isNear(totals.get(id) ?? 0n, reached.get(id) ?? 0n)),
  );
  return more.length === 0 ? one : undefined;
}

/**
 * The parts of one table, each under the columns of all: one that holds nothing on a page is a column of the table there too.
 * Nothing changes where they have not as many labels.
 */
export function underSameColumns(
  parts: readonly { readonly grid: PlacedGrid; readonly named: NamedGrid }[],
): NamedGrid[] {
  const own = parts.map(({ named: part }) => part);
  const [first, ...others] = own;
  const isAlike = ({ sides }: NamedGrid): boolean =>
    sides.length === first!.sides.length &&
    sides.every(
      ({ block, labels }, at) => block === first!.sides[at]!.block && labels.length === first!.sides[at]!.labels.length,
    );
  if (!first || others.length === 0 || !others.every(isAlike)) return own;
  const columns = first.sides.map(({ block }, at) => {
    const used = new Set(own.flatMap(({ sides }) => sides[at]!.amounts.map(({ column }) => column)));
    return block.columns.filter((column) => used.has(column));
  });
  return parts.map(({ grid, named: part }) => {
    const sides = part.sides.map((side, at) => ({
      ...side,
      amounts: columns[at]!.map(
        (column) => side.amounts.find((amount) => amount.column === column) ?? { body: BLANK, column },
      ),
    }));
    return withSides({ grid, named: part }, sides);
  });
}
