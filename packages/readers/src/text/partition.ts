import type { DraftCell, DraftTable } from "./assembly.ts";
import { rowsOf, sliceRows } from "./grid.ts";
import { isFigureText, isNote, standsApart } from "./surroundings.ts";

export interface PartitionedTable {
  /** Title, department, unit and form number, in order; the title is a heading. */
  readonly before: readonly (ApartCell & { readonly title: boolean })[];
  /** Header and data; absent when nothing is left. */
  readonly table?: DraftTable;
  readonly after: readonly ApartCell[];
}

/** A cell that turned out to be a paragraph. */
export interface ApartCell {
  readonly text: string;
  readonly hidden: boolean;
  readonly origins?: DraftCell["origins"];
}

/**
 * Parts a table from the rows around it that were typed into the same grid: title, 部门：, 金额单位：万元, 公开01表 above;
 * notes below. A row stands apart when its words say so or when all it has is one cell, before the header starts.
 */
export function partition(table: DraftTable): PartitionedTable {
  const rows = rowsOf(table).map((cells) => cells.filter((cell) => cell.text !== ""));
  let from = 0;
  const before: PartitionedTable["before"][number][] = [];
  for (; from < rows.length; from++) {
    const filled = rows[from]!;
    const apart = standsApart(filled.map(({ text }) => text));
    if (filled.length > 1 && !apart) break;
    if (filled.length === 1 && !apart && !isTitle(filled[0]!, table, from)) break;
    for (const cell of filled) before.push({ ...apartCell(cell), title: !apart && !isNote(cell.text) });
  }
  // No row with two cells at all: a list of lines, a cover or a page of notes.
  if (from === rows.length) return { before, after: [] };
  let to = rows.length;
  const after: PartitionedTable["after"][number][] = [];
  for (; to > from + 1; to--) {
    const filled = rows[to - 1]!;
    if (filled.length > 1 && !standsApart(filled.map(({ text }) => text))) break;
    if (filled.length === 1 && !isBelow(filled[0]!, table)) break;
    after.unshift(...filled.map(apartCell));
  }
  return { before, table: sliceRows(table, from, to), after };
}

function apartCell({ text, hidden, origins }: DraftCell): ApartCell {
  return { text, hidden: hidden === true, ...(origins && { origins }) };
}

/** 十六、金融支出 in the names at the right, without an amount: the table of the page before goes on with it. */
const EMPTY_ITEM = /^[一二三四五六七八九十]{1,3}、(?![^]*表(?:[（(][^]*)?$)/;

/** 预算数 across the whole table heads its columns. */
const STAGE = /^\s*(?:\d{4}年度?)?(?:年初|全年|调整|本年)?[预决]算数?\s*$/;

/** One cell alone in a row above the header: across the table, or standing free in an unmerged row. */
function isTitle(cell: DraftCell, table: DraftTable, row: number): boolean {
  if (isFigureText(cell.text) || STAGE.test(cell.text)) return false;
  if (cell.rowSpan > 1 && cell.columnSpan < table.columnCount) return false;
  if (cell.column > 0 && cell.columnSpan === 1 && EMPTY_ITEM.test(cell.text)) return false;
  return table.columnCount > 1 || row === 0;
}

/** One cell alone in a row below the data: a note, or words across the whole table. */
function isBelow(cell: DraftCell, table: DraftTable): boolean {
  if (isNote(cell.text)) return true;
  if (isFigureText(cell.text) || table.columnCount < 2) return false;
  const across = cell.columnSpan >= table.columnCount - cell.column && cell.column === 0 && cell.columnSpan > 1;
  return (
    across || (cell.column === 0 && (/[。；]$/.test(cell.text) || (cell.text.length > 16 && /[，：]/.test(cell.text))))
  );
}
