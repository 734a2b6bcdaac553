import type { BoundTable } from "../facts/disclosure.ts";
import type { Source } from "../figure/figure.ts";
import { perContext } from "./per-context.ts";

// A table of which some rows could not be read lacks nothing in print: its totals are not held against the rest, and no
// row is missed that may be among them.

/** The tables with rows that were printed and not read: in themselves, or on a page where their columns were not found. */
export const incompleteTables = perContext((context): ReadonlySet<BoundTable> => {
  const { tables, unbound, figures } = context.disclosure;
  const isWithin = (source: Source, { source: { start, end } }: BoundTable): boolean =>
    source.start >= start && source.start < end;
  const unread = unbound.filter(({ unit }) => unit !== "percent");
  if (unread.length === 0) return new Set();
  const read = figures.filter(({ source }) => source.table !== undefined);
  const lost = tables.map((table) => unread.filter(({ source }) => isWithin(source, table)));
  const isWhollyUnread = (index: number): boolean =>
    lost[index]!.length > 0 && !read.some(({ source }) => isWithin(source, tables[index]!));
  const isUnnamed = ({ table, title = "" }: BoundTable): boolean => table === undefined && title === "";
  const found = tables.filter((table, index) => {
    if (table.table === undefined) return false;
    const parts = tables.some((other, at) => at !== index && other.table === table.table && isWhollyUnread(at));
    // Without a title it goes on with the one before.
    const next = tables[index + 1];
    if (parts || (next && isUnnamed(next) && isWhollyUnread(index + 1))) return true;
    if (lost[index]!.length === 0) return false;
    const rows = new Set(read.flatMap(({ source }) => (isWithin(source, table) ? (source.row ?? []) : [])));
    return lost[index]!.some(({ source }) => source.row !== undefined && !rows.has(source.row));
  });
  return new Set(found);
});
