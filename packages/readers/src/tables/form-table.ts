import type { BoundColumn, BoundRow, Cell } from "@juesuan/core";
import type { Chosen } from "./choice.ts";
import { columnIdOf, type MatchedColumn } from "./columns.ts";
import { isCodePart, type DraftCell, type Drafts, type DraftTable } from "./drafts.ts";
import type { Fit, MatchedBlock } from "./fit.ts";
import { keyAt, unitAt } from "./meaning.ts";
import type { Part } from "./parts.ts";
import type { MatchedRow } from "./printed-rows.ts";
import { columnsAtEdge, RUNS_OFF, whyUnsure } from "./torn.ts";
import { classifierOf } from "./words.ts";

// A table of a known form: each amount under the key of its row and column, or listed with what keeps it from one.

/** A table under the columns and rows of its form. */
export function formTable({ part, fit }: Chosen, drafts: Drafts): DraftTable {
  const { around, grid, heading } = part;
  const { id: table } = fit.table;
  const title = around.title ?? fit.table.titles[0];
  const unsure = whyUnsure(part, fit);
  if (unsure !== undefined) {
    const rest = drafts.restOf(part, table, new Set(heading.strays), unsure);
    return { table: { table, title, columns: [], rows: [] }, cells: [], rest };
  }
  const several = fit.blocks.length > 1;
  const atEdge = columnsAtEdge(part);
  const columns = new Map<number, BoundColumn>();
  const rows: BoundRow[] = [];
  const cells: DraftCell[] = [];
  const seen = new Set<Cell>(heading.strays);
  for (const block of fit.blocks) {
    for (const column of block.columns) {
      const { index, path } = column.printed;
      // What the edge of the paper cuts is not read, and no term of a sum.
      const id = atEdge.has(index) ? undefined : columnIdOf(column);
      columns.set(index, { ...(id === undefined ? {} : { id }), heading: path.join("/"), index });
    }
    for (const row of block.rows) {
      for (const cell of row.cells) if (cell !== row.inline && !AMOUNT_ALONE.test(cell.text)) seen.add(cell);
      const id = row.fixed?.id ?? (row.level === "grand-total" ? "total" : undefined);
      rows.push({
        index: row.index,
        ...(id === undefined ? {} : { id }),
        ...(several ? { block: block.position } : {}),
        label: row.label,
        ...(row.code === undefined ? {} : { code: row.code }),
        level: row.level,
        source: drafts.sourceOf(row.cells, part, table, row.label),
      });
      if (row.inline) {
        cells.push(...inline(drafts, part, fit, block, row, several));
        seen.add(row.inline);
      }
      for (const column of block.columns) {
        if (atEdge.has(column.printed.index)) continue;
        const cell = grid.at(row.index, column.printed.index);
        if (!cell || seen.has(cell)) continue;
        seen.add(cell);
        // The number of a column in a cell that reaches down into the first row.
        if (cell.row < heading.rowCount && row.index >= heading.rowCount) continue;
        cells.push(...cellsOf(drafts, part, fit, block, row, column, cell, several));
      }
    }
  }
  const strange = atEdge.size > 0 ? RUNS_OFF : "所在的行或列不在该表的表式之内";
  const rest = drafts.restOf(part, table, seen, strange);
  return { table: { table, title, columns: [...columns.values()], rows }, cells, rest };
}

function cellsOf(
  drafts: Drafts,
  part: Part,
  fit: Fit,
  block: MatchedBlock,
  row: MatchedRow,
  column: MatchedColumn,
  cell: Cell,
  several: boolean,
): DraftCell[] {
  const heading = column.printed.path.join("/");
  const place = {
    row: row.index,
    column: column.printed.index,
    ...(several ? { block: block.position } : {}),
  };
  const key = keyAt(fit, block, row, column);
  const at = { ...place, ...(key ? { key } : {}) };
  const source = drafts.sourceOf([cell], part, fit.table.id, calledOf(row), heading);
  const content = part.grid.content(cell);
  if (content.kind === "dash" && row.fixed?.heads) return [];
  if (content.kind === "empty" || content.kind === "dash") return [{ ...at, blank: content.kind, source }];
  if (content.kind === "withheld") return [];
  if (content.kind === "words")
    return drafts.numbersIn(cell, source, part).map((draft) => ({ ...place, source: draft.figure.source, draft }));
  const draft = drafts.draftOf(cell, content, source, unitAt(row, column, content, part) ?? drafts.unit, {
    classifier: (row.fixed?.quantity ?? column.column?.quantity) === "count" ? classifierOf(row.label) : undefined,
    key: cell.hidden || isCodePart(cell.text) ? undefined : key,
    reason: cell.hidden
      ? "在隐藏的行或列中"
      : isCodePart(cell.text)
        ? "以0开头的整数是编码，不是金额"
        : row.known
          ? `该表的表式中没有“${heading}”一列`
          : row.label === ""
            ? "所在的行没有名称，也没有编码"
            : `该表的表式中没有“${row.label}”一行`,
  });
  return [{ ...at, source: draft.figure.source, draft }];
}

/** 其中：政府性基金预算财政拨款 3.00万元: the amount belongs under the first column. */
function inline(
  drafts: Drafts,
  part: Part,
  fit: Fit,
  block: MatchedBlock,
  row: MatchedRow,
  several: boolean,
): DraftCell[] {
  const cell = row.inline!;
  const column = block.columns.find(({ column: known, stage }) => known !== undefined && stage === "final");
  const source = drafts.sourceOf([cell], part, fit.table.id, calledOf(row), column?.printed.path.join("/"));
  const key = column && keyAt(fit, block, row, column);
  return drafts.numbersIn(cell, source, part).map((draft) => ({
    row: row.index,
    column: column?.printed.index ?? cell.column,
    ...(several ? { block: block.position } : {}),
    ...(key ? { key } : {}),
    source: draft.figure.source,
    draft: { ...draft, ...(key ? { key } : {}) },
  }));
}

/** What a row is called where its figures stand: its code where its name was lost. */
const calledOf = ({ label, code }: MatchedRow): string => label || code || "";

/** An amount that went astray among the names of rows: no name, and not lost. */
const AMOUNT_ALONE = /^[（(]?[-−－]?[\d,，]+[.．]\d{2}[)）]?$/;
