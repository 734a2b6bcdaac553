import type { BoundTable } from "../facts/disclosure.ts";
import type { Figure } from "../figure/figure.ts";
import { perContext } from "./per-context.ts";

// A table of which some rows could not be read lacks nothing in print: its totals are not held against the rest, and no
// row is missed that may be among them.

/** The tables with rows that were printed and not read: in themselves, or on a page where their columns were not found. */
export const incompleteTables = perContext((context): ReadonlySet<BoundTable> => {
  const { tables, unbound, figures } = context.disclosure;
  const unread = unbound.filter(({ unit }) => unit !== "percent");
  if (unread.length === 0) return new Set();
  const lostIn = byPlace(unread);
  const readIn = byPlace(figures.filter(({ source }) => source.table !== undefined));
  const lost = tables.map(lostIn);
  const read = tables.map(readIn);
  const whollyUnread = tables.map((_, index) => lost[index]!.length > 0 && read[index]!.length === 0);
  // How many tables of each kind are wholly unread.
  const unreadOf = new Map<string | undefined, number>();
  for (const [index, { table }] of tables.entries())
    if (whollyUnread[index]) unreadOf.set(table, (unreadOf.get(table) ?? 0) + 1);
  const isUnnamed = ({ table, title = "" }: BoundTable): boolean => table === undefined && title === "";
  const found = tables.filter((table, index) => {
    if (table.table === undefined) return false;
    const parts = (unreadOf.get(table.table) ?? 0) > (whollyUnread[index] ? 1 : 0);
    // Without a title it goes on with the one before.
    const next = tables[index + 1];
    if (parts || (next && isUnnamed(next) && whollyUnread[index + 1])) return true;
    if (lost[index]!.length === 0) return false;
    const rows = new Set(read[index]!.flatMap(({ source }) => source.row ?? []));
    return lost[index]!.some(({ source }) => source.row !== undefined && !rows.has(source.row));
  });
  return new Set(found);
});

/** The figures that stand within a table. */
function byPlace(figures: readonly Figure[]): (table: BoundTable) => readonly Figure[] {
  const sorted = figures.toSorted((left, right) => left.source.start - right.source.start);
  /** How many of them stand before a place. */
  const before = (place: number): number => {
    let [low, high] = [0, sorted.length];
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (sorted[middle]!.source.start < place) low = middle + 1;
      else high = middle;
    }
    return low;
  };
  return ({ source: { start, end } }) => sorted.slice(before(start), before(end));
}
