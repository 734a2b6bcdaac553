import type { Cell, Table } from "@juesuan/core";
import type { FoundTable } from "./found-table.ts";
import type { Line } from "./lines.ts";
import { titleOn, wordsOfLine, type Word } from "./spaced-rows.ts";
import { isNote, isUnitLine, standsApart } from "./surroundings.ts";

/** Whether only what stands around tables parts a line from the title above: a list is tried once. */
export function isFirstBelowTitle(lines: readonly Line[], from: number): boolean {
  const isAround = ({ text }: Line): boolean => isUnitLine(text) || standsApart([text]);
  if (isAround(lines[from]!)) return false;
  for (let at = from - 1; at >= 0; at--) {
    const line = lines[at]!;
    if (line.blank || isAround(line)) continue;
    return titleOn(line) !== undefined;
  }
  return false;
}

/** So many lines of headings at most, each of its words on its own. */
const DEEPEST_EMPTY = 80;
const SAYS_EMPTY = /无数据|为空|空表|没有数据|无内容/;

/** The headings of a table in which nothing stands, as the note below them says. */
export function emptyTable(lines: readonly Line[], from: number): FoundTable | undefined {
  const rows: Word[][] = [];
  for (let at = from; at < lines.length && at < from + DEEPEST_EMPTY; at++) {
    const line = lines[at]!;
    if (line.blank) continue;
    if (isNote(line.text)) return SAYS_EMPTY.test(line.text) ? headingsAlone(from, at, rows) : undefined;
    if (isUnitLine(line.text) || standsApart([line.text])) continue;
    if (titleOn(line) || /[。；]|\d[.．]\d/.test(line.text)) return undefined;
    const words = wordsOfLine(line).filter(({ text }) => !/^(?:\d{1,2}|栏次|行次)$/.test(text));
    if (words.length > 0) rows.push(words);
  }
  return undefined;
}

function headingsAlone(from: number, to: number, rows: readonly (readonly Word[])[]): FoundTable | undefined {
  const words = rows.flat();
  if (words.length < LEAST_HEADINGS) return undefined;
  const cells = rows.flatMap((own, row) =>
    own.map(({ start, end, text }, column): Cell => ({
      row,
      column,
      rowSpan: 1,
      columnSpan: 1,
      page: 1,
      start,
      end,
      text,
    })),
  );
  const columnCount = Math.max(...rows.map(({ length }) => length));
  const [first, last] = [words[0]!, words.at(-1)!];
  const [start, end] = [first.start, last.end];
  const table: Table = { kind: "table", page: 1, ruled: false, start, end, rowCount: rows.length, columnCount, cells };
  return { from, to, table };
}

const LEAST_HEADINGS = 3;
