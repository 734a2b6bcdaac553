import type { Cell } from "@juesuan/core";
import type { FoundTable } from "../found-table.ts";
import type { Line } from "../lines.ts";
import { wordsOfLine, type Run } from "../spaced-rows.ts";
import { foundTable, rangeOf } from "./found.ts";

// Rows of which nothing but their figures is known: a table whose figures are listed, and bound to nothing.

/** Lines of which nothing but their figures is known. */
export function linesAlone(lines: readonly Line[], from: number, to: number): FoundTable {
  const own = lines.slice(from, to).filter(({ blank }) => !blank);
  const rows = own.map((line) => ({ groups: [{ codes: [], names: wordsOfLine(line), amounts: [] }] }));
  return figuresAlone(lines, from, { head: [], rows, to });
}

/** A table of which nothing but its figures is known. */
export function figuresAlone(lines: readonly Line[], from: number, run: Run): FoundTable {
  const { start } = lines[from]!;
  const place = { column: 0, rowSpan: 1, columnSpan: 1, page: 1 };
  // A heading of its own, or the first row would be taken for one.
  const cells: Cell[] = [{ ...place, row: 0, start, end: start, text: "项目" }];
  for (const [index, { groups }] of run.rows.entries()) {
    const words = groups.flatMap(({ codes, names, line, amounts }) => [
      ...codes,
      ...names,
      ...(line ? [line] : []),
      ...amounts,
    ]);
    cells.push({ ...place, row: index + 1, ...rangeOf(words), text: words.map(({ text }) => text).join(" ") });
  }
  const end = lines[run.to - 1]!.end;
  return foundTable(from, run.to, { start, end, rowCount: cells.length, columnCount: 1, cells, adrift: true });
}
