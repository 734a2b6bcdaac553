import {
  columnIdAt,
  keyOf,
  type BoundCell,
  type BoundColumn,
  type BoundFigure,
  type BoundRow,
  type BoundTable,
  type Cell,
  type ConceptKey,
  type Figure,
  type ReadDocument,
  type Source,
  type Table,
  type UnboundFigure,
} from "@juesuan/core";
import type { NameLookup } from "../binding/resolver.ts";
import type { TableReading } from "../binding/tables.ts";
import { contentOf } from "./amounts.ts";
import { aroundOf, type Around } from "./around.ts";
import type { MatchedColumn } from "./columns.ts";
import { headOf, type Head } from "./head.ts";
import { matrixOf, type Matrix } from "./matrix.ts";
import type { MatchedRow } from "./rows.ts";
import { fitByShape, fitTable, type Fit, type MatchedBlock } from "./shape.ts";

export interface BindTablesOptions {
  readonly firstFigureId: number;
  /** Names to codes, for rows that print no code. */
  readonly lookup?: NameLookup;
}

/** Binds every table of a document to its declaration, every printed amount to its key or to the list of unbound ones. */
export function bindTables(document: ReadDocument, options: BindTablesOptions): TableReading {
  const binder = new Binder(document, options);
  document.blocks.forEach((block, index) => {
    if (block.kind === "table" && !block.hidden) binder.bind(block, index);
  });
  return binder.reading;
}

/** What the tables before leave for one that goes on without headings of its own. */
interface Open {
  readonly fit: Fit;
  readonly head: Head;
  readonly around: Around;
  readonly end: number;
}

class Binder {
  private readonly tables: BoundTable[] = [];
  private readonly figures: BoundFigure[] = [];
  private readonly unbound: UnboundFigure[] = [];
  private readonly consumed: { start: number; end: number }[] = [];
  private readonly document: ReadDocument;
  private readonly lookup: NameLookup | undefined;
  private next: number;
  private open: Open | undefined;

  constructor(document: ReadDocument, { firstFigureId, lookup }: BindTablesOptions) {
    this.document = document;
    this.next = firstFigureId;
    this.lookup = lookup;
  }

  get reading(): TableReading {
    return { tables: this.tables, figures: this.figures, unbound: this.unbound, consumed: this.consumed };
  }

  bind(table: Table, index: number): void {
    const around = aroundOf(this.document, index);
    this.consumed.push({ start: table.start, end: table.end }, ...around.ranges);
    const matrix = matrixOf(table, around.leadingRows);
    const head = headOf(matrix);
    const continued = this.continuation(table, around, head, matrix);
    const fit =
      continued ??
      (around.match ? fitTable(around.match.table, head, matrix, this.lookup) : fitByShape(head, matrix, this.lookup));
    // A title alone does not make a table: its headings must be those of the declaration.
    const accepted =
      fit !== undefined && (fit.score >= 0.5 || (around.match !== undefined && fit.blocks.length > 0 && isEmpty(fit)));
    if (!accepted || !fit) {
      this.open = undefined;
      this.leave(table, around, head, matrix);
      return;
    }
    this.open = { fit, head, around, end: table.end };
    this.put(table, around, head, matrix, fit);
  }

  /** A table that goes on from the one before: the same columns, no title and no headings of its own. */
  private continuation(table: Table, around: Around, head: Head, matrix: Matrix): Fit | undefined {
    const { open } = this;
    if (!open || around.match || around.title || head.rowCount > 0 || table.columnCount !== open.head.columns.length)
      return undefined;
    const columns = open.head.columns;
    return fitTable(open.fit.table, { rowCount: 0, columns }, matrix, this.lookup);
  }

  private put(table: Table, around: Around, head: Head, matrix: Matrix, fit: Fit): void {
    const unit = around.unit;
    const title = around.title ?? fit.table.titles[0];
    const columns = new Map<number, BoundColumn>();
    const rows: BoundRow[] = [];
    const cells: BoundCell[] = [];
    const seen = new Set<Cell>();
    fit.blocks.forEach((block, blockIndex) => {
      const several = fit.blocks.length > 1;
      for (const column of block.columns) {
        const id = columnId(column);
        columns.set(column.printed.index, {
          ...(id === undefined ? {} : { id }),
          heading: column.printed.path.join("/"),
          index: column.printed.index,
        });
      }
      for (const row of block.rows) {
        const id = row.fixed?.id ?? (row.level === "grand-total" ? "total" : undefined);
        rows.push({
          index: row.index + around.leadingRows,
          ...(id === undefined ? {} : { id }),
          ...(several ? { block: blockIndex } : {}),
          label: row.label,
          ...(row.code === undefined ? {} : { code: row.code }),
          level: row.level,
          source: this.sourceOf(row.cells, table, title, row.label, undefined),
        });
        for (const cell of row.cells) seen.add(cell);
        for (const column of block.columns) {
          const cell = matrix.at(row.index, column.printed.index);
          if (!cell || seen.has(cell)) continue;
          seen.add(cell);
          cells.push(
            this.putCell({
              cell,
              row,
              column,
              block,
              several: several ? blockIndex : undefined,
              fit,
              title,
              unit,
              around,
              table,
            }),
          );
        }
      }
    });
    this.leaveCells(table, head, matrix, around, title, seen, "这一行或这一列不在该表的表式中");
    this.tables.push({
      table: fit.table.id,
      ...(around.title === undefined ? {} : { title: around.title }),
      page: table.page,
      ...(unit === undefined ? {} : { unit }),
      source: { page: table.page, start: table.start, end: table.end, text: around.title ?? "" },
      columns: [...columns.values()].sort((a, b) => a.index - b.index),
      rows,
      cells,
      ...(around.note === undefined ? {} : { note: around.note }),
      empty: !cells.some((cell) => cell.figure !== undefined),
      ...(around.department === undefined ? {} : { department: around.department }),
    });
  }

  private putCell(place: {
    readonly cell: Cell;
    readonly row: MatchedRow;
    readonly column: MatchedColumn;
    readonly block: MatchedBlock;
    readonly several: number | undefined;
    readonly fit: Fit;
    readonly title: string;
    readonly unit: Figure["unit"] | undefined;
    readonly around: Around;
    readonly table: Table;
  }): BoundCell {
    const { cell, row, column, block, several, fit, title, around } = place;
    const heading = column.printed.path.join("/");
    const source = this.sourceOf([cell], place.table, title, row.label, heading);
    const at = {
      row: row.index + around.leadingRows,
      column: column.printed.index,
      ...(several === undefined ? {} : { block: several }),
      source,
    };
    const key = keyAt(fit, block, row, column);
    const content = contentOf(cell.text);
    if (content.kind === "blank") return { ...at, ...(key ? { key } : {}), blank: content.blank };
    if (content.kind === "words") return { ...at, ...(key ? { key } : {}) };
    const isCount = (row.fixed?.quantity ?? column.column?.quantity) === "count";
    const figure: Figure = {
      id: this.next++,
      text: source.text.trim(),
      value: content.value,
      decimals: content.decimals,
      unit: content.percent ? "percent" : isCount ? "count" : (place.unit ?? "ten-thousand-yuan"),
      source,
    };
    if (!key) {
      this.unbound.push({ ...figure, reason: row.known ? `不认识的列“${heading}”` : `不认识的行“${row.label}”` });
      return at;
    }
    this.figures.push({ ...figure, ...key });
    return { ...at, key, figure: figure.id };
  }

  /** A table that is none of the statutory ones: its figures are listed, its numbers of lines are not figures. */
  private leave(table: Table, around: Around, head: Head, matrix: Matrix): void {
    const before = this.unbound.length;
    this.leaveCells(table, head, matrix, around, around.title ?? "", new Set(), "不是决算公开的表式，未绑定");
    this.tables.push({
      ...(around.title === undefined ? {} : { title: around.title }),
      page: table.page,
      ...(around.unit === undefined ? {} : { unit: around.unit }),
      source: { page: table.page, start: table.start, end: table.end, text: around.title ?? "" },
      columns: head.columns
        .filter(({ role }) => role === "figure")
        .map(({ index, path }) => ({ heading: path.join("/"), index })),
      rows: [],
      cells: [],
      ...(around.note === undefined ? {} : { note: around.note }),
      empty: this.unbound.length === before,
      ...(around.department === undefined ? {} : { department: around.department }),
    });
  }

  private leaveCells(
    table: Table,
    head: Head,
    matrix: Matrix,
    around: Around,
    title: string,
    seen: Set<Cell>,
    reason: string,
  ): void {
    for (let row = head.rowCount; row < matrix.rowCount; row++) {
      for (const column of head.columns) {
        const cell = matrix.at(row, column.index);
        if (!cell || seen.has(cell) || column.role === "line" || column.role === "code") continue;
        seen.add(cell);
        const content = contentOf(cell.text);
        if (content.kind !== "amount") continue;
        const label = head.columns
          .filter(({ role }) => role === "name")
          .map(({ index }) => matrix.at(row, index)?.text.trim() ?? "")
          .find((text) => text !== "");
        const source = this.sourceOf(
          [cell],
          table,
          title,
          label ?? `第${row + around.leadingRows + 1}行`,
          column.path.join("/"),
        );
        this.unbound.push({
          id: this.next++,
          text: source.text.trim(),
          value: content.value,
          decimals: content.decimals,
          unit: content.percent ? "percent" : content.decimals > 0 ? (around.unit ?? "ten-thousand-yuan") : "count",
          reason,
          source,
        });
      }
    }
  }

  private sourceOf(
    cells: readonly Cell[],
    table: Table,
    title: string,
    row: string,
    column: string | undefined,
  ): Source {
    const filled = cells.filter((cell) => cell.text.trim() !== "");
    const places = filled.length > 0 ? filled : cells;
    const start = places.length === 0 ? table.start : Math.min(...places.map((cell) => cell.start));
    const end = places.length === 0 ? table.start : Math.max(...places.map((cell) => cell.end));
    return {
      ...(title === "" ? {} : { table: title }),
      row,
      ...(column === undefined ? {} : { column }),
      page: places[0]?.page ?? table.page,
      start,
      end,
      text: places.length === 1 ? places[0]!.text : this.document.text.slice(start, end),
      ...(column === undefined ? {} : { context: [title, row, column].filter((text) => text !== "").join("，") }),
    };
  }
}

function isEmpty(fit: Fit): boolean {
  return fit.blocks.every((block) => block.rows.length === 0);
}

function columnId({ column, code, stage }: MatchedColumn): string | undefined {
  if (code !== undefined) return columnIdAt(code, stage);
  return column === undefined ? undefined : columnIdAt(column, stage);
}

/** What the meeting of a row and a column states; undefined where the declaration does not know one of them. */
function keyAt(
  fit: Fit,
  block: MatchedBlock,
  row: MatchedRow,
  { column, code, stage }: MatchedColumn,
): ConceptKey | undefined {
  if (!row.known || (column === undefined && code === undefined)) return undefined;
  const axis = block.declared.rows;
  return keyOf(fit.table, {
    ...(row.fixed ? { row: row.fixed } : {}),
    ...(row.code !== undefined && axis.kind === "classification"
      ? { rowCode: { scheme: axis.scheme, code: row.code } }
      : {}),
    ...(row.project === undefined ? {} : { project: row.project }),
    ...(column ? { column } : {}),
    ...(code !== undefined && block.declared.columnAxis
      ? { columnCode: { scheme: block.declared.columnAxis.scheme, code } }
      : {}),
    stage,
  });
}
