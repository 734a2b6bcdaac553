import type { Cell, Table } from "@juesuan/core";
import type { Word } from "./spaced-rows.ts";

// A table that is set cell by cell from the words of lines, since nobody drew it.

interface Range {
  readonly start: number;
  readonly end: number;
}

export class TableSetter {
  private readonly cells: Cell[] = [];

  /** `at` is where the words of the cell stand in the text; headings of a form stand nowhere in it. */
  put(row: number, column: number, text: string, { start, end }: Range, columnSpan = 1, rowSpan = 1): void {
    this.cells.push({ row, column, rowSpan, columnSpan, start, end, page: 1, text });
  }

  /** The table, with its cells row by row. */
  table({ start, end }: Range, rowCount: number, columnCount: number): Table {
    const cells = this.cells.toSorted((one, other) => one.row - other.row || one.column - other.column);
    return { kind: "table", page: 1, ruled: false, start, end, rowCount, columnCount, cells };
  }
}

/** From where the first of some words begins to where the last ends. */
export function rangeOf(words: readonly Word[]): Range {
  return {
    start: words.reduce((least, { start }) => Math.min(least, start), Infinity),
    end: words.reduce((most, { end }) => Math.max(most, end), 0),
  };
}

/** Amounts of no known column: each is listed, and none may be bound. Spaces are found within numbers, so they part none. */
export function together(words: readonly Word[]): string {
  return words.map(({ text }) => text).join(" / ");
}
