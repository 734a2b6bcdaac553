import type { BoundFigure, BoundTable, ReadDocument, UnboundFigure } from "@juesuan/core";
import type { TableReading } from "../binding/tables.ts";
import { blankTable } from "./blank.ts";
import { Choice, type ChoiceOptions } from "./choice.ts";
import { Drafts, type DraftTable } from "./drafts.ts";
import { formTable } from "./form-table.ts";
import { unitOf } from "./meaning.ts";
import { partsOf, type Part } from "./parts.ts";
import { Evaluations } from "./performance/index.ts";
import { strangeTable } from "./strange-table.ts";
import { bareTables, saysEmpty, type Range } from "./surroundings.ts";

// The tables of a document in the order of print: each is read as what it is, and what it holds is filed under its ids.

export interface BindTablesOptions extends ChoiceOptions {
  readonly firstFigureId: number;
}

/** Binds every table of a document to its declaration, every printed amount to its key or to the list of unbound ones. */
export function bindTables(document: ReadDocument, options: BindTablesOptions): TableReading {
  return new Binder(document, options).read();
}

class Binder {
  private readonly tables: BoundTable[] = [];
  private readonly figures: BoundFigure[] = [];
  private readonly unbound: UnboundFigure[] = [];
  private readonly consumed: Range[] = [];
  private readonly document: ReadDocument;
  private next: number;
  private readonly parts: readonly Part[];
  private readonly choice: Choice;
  private readonly drafts: Drafts;
  private readonly evaluations: Evaluations;

  constructor(document: ReadDocument, { firstFigureId, ...options }: BindTablesOptions) {
    this.document = document;
    this.next = firstFigureId;
    this.parts = partsOf(document);
    this.choice = new Choice(this.parts, options);
    this.drafts = new Drafts(document, unitOf(document, this.parts));
    this.evaluations = new Evaluations(document, this.drafts);
  }

  read(): TableReading {
    for (const part of this.parts) {
      this.consumed.push(...part.tables.map(({ table: { start, end } }) => ({ start, end })), ...part.around.ranges);
      const chosen = this.choice.of(part);
      if (chosen) {
        const from = this.figures.length;
        this.file(chosen.part, formTable(chosen, this.drafts));
        this.evaluations.end();
        this.choice.note(chosen, this.figures.slice(from));
      } else this.file(part, blankTable(part) ?? this.evaluations.read(part) ?? strangeTable(part, this.drafts));
    }
    for (const { title, match, notes, ranges, page } of bareTables(this.document, this.consumed)) {
      this.consumed.push(...ranges);
      this.tables.push({
        table: match.table.id,
        title,
        page,
        source: { table: match.table.id, page, ...ranges[0]!, text: title },
        columns: [],
        rows: [],
        cells: [],
        note: notes.join("\n"),
        empty: true,
      });
    }
    this.tables.sort((a, b) => a.source.start - b.source.start);
    return { tables: this.tables, figures: this.figures, unbound: this.unbound, consumed: this.consumed };
  }

  /** Gives ids in the order of print, and files the table. */
  private file({ around, tables }: Part, { table, cells, rest }: DraftTable): void {
    const drafts = [...cells.flatMap(({ draft }) => draft ?? []), ...rest].toSorted((a, b) => a.start - b.start);
    for (const draft of drafts) {
      draft.id = this.next++;
      const figure = { id: draft.id, ...draft.figure };
      if (draft.key) this.figures.push({ ...figure, ...draft.key });
      else this.unbound.push({ ...figure, reason: draft.reason });
    }
    const first = tables[0]!.table;
    const note = around.notes.join("\n");
    this.tables.push({
      ...table,
      ...(around.title === undefined ? {} : { title: around.title }),
      page: first.page,
      ...(around.unit === undefined ? {} : { unit: around.unit }),
      source: {
        ...(table.table === undefined ? {} : { table: table.table }),
        page: first.page,
        start: first.start,
        end: tables.at(-1)!.table.end,
        text: around.title ?? "",
      },
      columns: table.columns.toSorted((a, b) => a.index - b.index),
      cells: cells
        .map(({ draft, ...cell }) => ({ ...cell, ...(draft?.id === undefined ? {} : { figure: draft.id }) }))
        .toSorted((a, b) => a.row - b.row || a.column - b.column),
      ...(note === "" ? {} : { note }),
      empty: drafts.length === 0 || (cells.every(({ draft }) => !draft) && around.notes.some(saysEmpty)),
      ...(around.department === undefined ? {} : { department: around.department }),
      ...(tables.some(({ table: { cut } }) => cut) ? { cut: true } : {}),
    });
  }
}
