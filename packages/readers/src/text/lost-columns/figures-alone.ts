import type { FoundTable } from "../found-table.ts";
import type { Line } from "../lines.ts";
import { rangeOf, TableSetter } from "../set-table.ts";
import { wordsOfLine, type Run } from "../spaced-rows.ts";

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
  const set = new TableSetter();
  // A heading of its own, or the first row would be taken for one.
  set.put(0, 0, "项目", { start, end: start });
  for (const [index, { groups }] of run.rows.entries()) {
    const words = groups.flatMap(({ codes, names, line, amounts }) => [
      ...codes,
      ...names,
      ...(line ? [line] : []),
      ...amounts,
    ]);
    set.put(index + 1, 0, words.map(({ text }) => text).join(" "), rangeOf(words));
  }
  const { end } = lines[run.to - 1]!;
  return { from, to: run.to, table: { ...set.table({ start, end }, run.rows.length + 1, 1), adrift: true } };
}
