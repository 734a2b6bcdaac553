import { tableOf } from "../../tables/catalogue.ts";
import type { ProfileTable } from "../profile.ts";

/** A form's tables in their order. A title is given where the form's differs from the first in the table's declaration. */
export function numbered(...tables: readonly (string | readonly [table: string, title: string])[]): readonly ProfileTable[] {
  return tables.map((entry, index) => {
    const [table, own] = typeof entry === "string" ? [entry, undefined] : entry;
    const titles = tableOf(table)?.titles ?? [];
    return { table, number: index + 1, titles: own === undefined ? titles : [own, ...titles.filter((title) => title !== own)] };
  });
}
