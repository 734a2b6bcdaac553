import {
  compact,
  scanNumbers,
  type BoundCell,
  type BoundTable,
  type Cell,
  type ConceptKey,
  type Figure,
  type ReadDocument,
  type Source,
} from "@juesuan/core";
import type { PrintedColumn } from "./heading.ts";
import type { CellContent, PrintedNumber } from "./number.ts";
import type { Part } from "./parts.ts";
import { unitOfHeading } from "./words.ts";

/** A figure whose id follows from its place among the figures of its table. */
export interface Draft {
  readonly start: number;
  readonly key?: ConceptKey;
  readonly reason: string;
  readonly figure: Omit<Figure, "id">;
  id?: number;
}

export type DraftCell = Omit<BoundCell, "figure"> & { readonly draft?: Draft };

/** A table with what is bound of it and what is listed. */
export interface DraftTable {
  readonly table: Pick<BoundTable, "table" | "title" | "columns" | "rows">;
  readonly cells: readonly DraftCell[];
  readonly rest: readonly Draft[];
}

/** 05 of 208 | 05 | 05: no amount is printed so. */
export function isCodePart(text: string): boolean {
  return /^0\d+$/.test(text.trim());
}

/** Makes figures of the cells of a document's tables, each with its place. */
export class Drafts {
  private readonly document: ReadDocument;
  /** The unit of the tables that print none. */
  readonly unit: Figure["unit"];

  constructor(document: ReadDocument, unit: Figure["unit"]) {
    this.document = document;
    this.unit = unit;
  }

  /** Every number of the body that no row and column took: nothing printed is lost. */
  restOf(part: Part, table: string | undefined, seen: Set<Cell>, reason: string, from?: number): Draft[] {
    const { grid, heading, skipped } = part;
    const name = heading.columns.find(({ role }) => role === "name");
    const drafts: Draft[] = [];
    for (let row = from ?? heading.rowCount; row < grid.rowCount; row++) {
      if (skipped.has(row)) continue;
      for (const cell of grid.row(row)) {
        const column = heading.columns[cell.column]!;
        if (seen.has(cell) || (/^[\d\s]*$/.test(cell.text) && (column.role === "line" || column.role === "code")))
          continue;
        seen.add(cell);
        const content = grid.content(cell);
        const label = (name && grid.at(row, name.index)?.text.trim()) || `第${row + 1}行`;
        const source = this.sourceOf([cell], part, table, label, column.path.join("/"));
        if (content.kind === "number") drafts.push(this.bare(cell, content, source, column, part, reason));
        else if (content.kind === "words") drafts.push(...this.numbersIn(cell, source, part, reason));
      }
    }
    return drafts;
  }

  private bare(
    cell: Cell,
    content: PrintedNumber,
    source: Source,
    column: PrintedColumn,
    part: Part,
    reason: string,
  ): Draft {
    const unit =
      content.unit ??
      (content.classifier === undefined ? unitOfHeading(column.path) : "count") ??
      (content.decimals > 0 ? (part.around.unit ?? this.unit) : "count");
    return this.draftOf(cell, content, source, unit, { reason });
  }

  draftOf(
    cell: Cell,
    content: Extract<CellContent, { kind: "number" }>,
    source: Source,
    unit: Figure["unit"],
    more: { readonly key?: ConceptKey | undefined; readonly reason: string; readonly classifier?: string | undefined },
  ): Draft {
    const start = cell.start + content.start;
    const end = cell.start + content.end;
    const text = this.document.text.slice(start, end);
    const classifier = content.classifier ?? more.classifier;
    return {
      start,
      ...(more.key ? { key: more.key } : {}),
      reason: more.reason,
      figure: {
        text,
        value: content.value,
        decimals: content.decimals,
        unit: content.classifier === undefined ? unit : "count",
        ...(classifier === undefined ? {} : { classifier }),
        ...(content.approximate ? { approximate: true } : {}),
        source: { ...source, start, end, text },
      },
    };
  }

  /** The figures within the words of a cell. */
  numbersIn(cell: Cell, source: Source, part: Part, reason = "单元格中是文字或几个数，不是一个数"): Draft[] {
    const words = this.document.text.slice(cell.start, cell.end);
    // Two numbers that only a space parts would grow together, and of two that a stroke parts one would be left out.
    const pieces = /^(?:[-−]?[\d.,，．]+|\/)(?:\s+(?:[-−]?[\d.,，．]+|\/))*$/.test(words.trim())
      ? [...words.matchAll(/\S+/g)]
      : [...words.matchAll(/[\s\S]+/g)];
    return pieces.flatMap((piece) => {
      const from = cell.start + piece.index;
      const view = compact(this.document.text, [{ start: from, end: from + piece[0].length, hard: false }]);
      return scanNumbers(view.text)
        .filter(({ role }) => role === "figure")
        .map((number): Draft => {
          const start = view.offsets[number.start]!;
          const end = view.offsets[number.end - 1]! + 1;
          const text = this.document.text.slice(start, end);
          const isBare = number.unit === "count" && number.classifier === undefined;
          return {
            start,
            reason,
            figure: {
              text,
              value: number.value,
              decimals: number.decimals,
              unit: isBare && number.decimals > 0 ? (part.around.unit ?? this.unit) : number.unit,
              ...(number.classifier === undefined ? {} : { classifier: number.classifier }),
              ...(number.approximate ? { approximate: true } : {}),
              source: { ...source, start, end, text },
            },
          };
        });
    });
  }

  sourceOf(cells: readonly Cell[], part: Part, table: string | undefined, row: string, column?: string): Source {
    const first = part.tables[0]!.table;
    const filled = cells.filter(({ text }) => text !== "");
    const places = filled.length > 0 ? filled : cells;
    const start = Math.min(...places.map((cell) => cell.start));
    const end = Math.max(...places.map((cell) => cell.end));
    const isPlaced = places.length > 0;
    const title = part.around.title ?? "";
    return {
      ...(table === undefined ? {} : { table }),
      ...(row === "" ? {} : { row }),
      ...(column === undefined || column === "" ? {} : { column }),
      page: places[0]?.page ?? first.page,
      start: isPlaced ? start : first.start,
      end: isPlaced ? end : first.start,
      text: places.length === 1 ? places[0]!.text : isPlaced ? this.document.text.slice(start, end) : "",
      ...(column === undefined ? {} : { context: [title, row, column].filter((text) => text !== "").join("，") }),
    };
  }
}
