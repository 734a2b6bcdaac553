import type { Table } from "@juesuan/core";
import type { FoundTable } from "../found-table.ts";
import type { Word } from "../spaced-rows.ts";

// A table found in lines, and where its words stand in the text.

export function foundTable(from: number, to: number, table: Omit<Table, "kind" | "page" | "ruled">): FoundTable {
  return { from, to, table: { kind: "table", page: 1, ruled: false, ...table } };
}

export function rangeOf(words: readonly Word[]): { start: number; end: number } {
  return {
    start: words.reduce((least, { start }) => Math.min(least, start), Infinity),
    end: words.reduce((most, { end }) => Math.max(most, end), 0),
  };
}
