import {
  type BoundColumn,
  type BoundFigure,
  type BoundRow,
  type BoundTable,
  type Cell,
  type ReadDocument,
  type TableDeclaration,
  type UnboundFigure,
} from "@juesuan/core";
import type { NameLookup } from "../binding/resolver.ts";
import type { TableReading } from "../binding/tables.ts";
import { agreementOf, notePrinted } from "./agreement.ts";
import { blankOf } from "./blank.ts";
import { headedByOrder } from "./by-order.ts";
import { columnIdOf, type MatchedColumn } from "./columns.ts";
import { isCodePart, Drafts, type Draft, type DraftCell } from "./drafts.ts";
import { declarationsFor, namedTables, titledTables } from "./declared.ts";
import { fitAmong, fitByShape, fitTable, segmentsOf, type Fit, type MatchedBlock, type Printed } from "./fit.ts";
import { NameBook } from "./names.ts";
import {
  isOfChosenProjects,
  isOfProjects,
  isProjectList,
  projectColumns,
  projectKey,
  isTotalOfList,
  reasonFor,
} from "./other.ts";
import { keyAt, unitAt, unitOf } from "./meaning.ts";
import { partsOf, type Part } from "./parts.ts";
import { Evaluations } from "./performance/index.ts";
import type { MatchedRow } from "./printed-rows.ts";
import { provenBlock } from "./proven.ts";
import { sumsBreak } from "./across.ts";
import { isOfBudget, namedBy } from "./titles.ts";
import { columnsAtEdge, RUNS_OFF, whyUnsure } from "./torn.ts";
import { bareTables, saysEmpty, type Range } from "./surroundings.ts";
import { classifierOf, unitOfHeading } from "./words.ts";

export interface BindTablesOptions {
  readonly firstFigureId: number;
  /** Tells last year's columns (2023年决算数) from this year's. */
  readonly fiscalYear?: number | undefined;
  /** Names to codes, for rows that print no code. */
  readonly lookup?: NameLookup;
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
  private readonly fiscalYear: number | undefined;
  private readonly book: NameBook;
  private next: number;
  private titled: ReadonlySet<string> = new Set();
  private named: ReadonlySet<string> = new Set();
  private readonly bound = new Set<string>();
  private readonly printedBefore = new Map<string, Set<string>>();
  private readonly parts: readonly Part[];
  private readonly drafts: Drafts;
  private readonly evaluations: Evaluations;

  constructor(document: ReadDocument, { firstFigureId, fiscalYear, lookup }: BindTablesOptions) {
    this.document = document;
    this.next = firstFigureId;
    this.fiscalYear = fiscalYear;
    this.book = new NameBook(lookup);
    this.parts = partsOf(document);
    this.drafts = new Drafts(document, unitOf(document, this.parts));
    this.evaluations = new Evaluations(document, this.drafts);
  }

  read(): TableReading {
    const { parts } = this;
    for (const part of parts) this.noteNames(part);
    this.titled = titledTables(parts);
    this.named = namedTables(parts, this.titled);
    let before: string | undefined;
    for (const part of parts) {
      this.consumed.push(...part.tables.map(({ table: { start, end } }) => ({ start, end })), ...part.around.ranges);
      const fit = this.fit(part, before);
      const found = this.sure(part, fit && this.proven(part, fit));
      if (found) {
        const from = this.figures.length;
        this.put(found.part, found.fit);
        this.evaluations.end();
        notePrinted(this.printedBefore, this.figures.slice(from));
        before = found.fit.table.id;
        this.bound.add(before);
      } else this.leave(part);
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

  private proven({ grid }: Part, fit: Fit): Fit {
    const evidence = { table: fit.table, grid, before: this.printedBefore };
    return { ...fit, blocks: fit.blocks.map((block) => provenBlock(evidence, block)) };
  }

  private printed(part: Part): Printed {
    return {
      grid: part.grid,
      heading: part.heading,
      skipped: (row) => part.skipped.has(row),
      book: this.book,
      fiscalYear: this.fiscalYear,
      before: this.printedBefore,
    };
  }

  /** Codes and names that stand side by side anywhere help where one of them is missing. */
  private noteNames({ grid, heading, skipped }: Part): void {
    for (const { codes, name } of segmentsOf(heading)) {
      if (codes.length === 0 || name === undefined) continue;
      for (let row = heading.rowCount; row < grid.rowCount; row++) {
        if (skipped.has(row)) continue;
        const code = codes.map((column) => grid.startingAt(row, column)?.text.replace(/\s/g, "") ?? "").join("");
        const label = grid.startingAt(row, name)?.text ?? "";
        if (/^2\d{2}(?:\d{2}){0,2}$/.test(code)) this.book.note("functional", code, label);
        else if (/^3\d{2}(?:\d{2})?$/.test(code)) this.book.note("economic", code, label);
      }
    }
  }

  private fit(part: Part, before: string | undefined): Fit | undefined {
    const { bound } = this;
    const { around, tables } = part;
    if (tables[0]!.table.hidden || part.heading.columns.every(({ role }) => role !== "figure")) return undefined;
    if (isOfChosenProjects(around.title, part.heading.columns)) return undefined;
    const printed = this.printed(part);
    // Of a table that runs off the page the columns that would tell it from others may not be there.
    if (!around.match && tables.some(({ table }) => table.cut)) return undefined;
    if (!around.match) {
      if (around.title !== undefined) return this.fitUnderStrangeTitle(part, around.title, before);
      return fitByShape(printed, before, bound, (fit, rivals) => this.agrees(part, fit, rivals));
    }
    const fit = declarationsFor(around.match, this.named)
      .map((table) => fitTable(table, printed))
      .reduce((best, other) => (other.score > best.score ? other : best));
    if (isBudget(around.title, fit)) return undefined;
    if (fit.score >= FAIR) return fit;
    const other = fitByShape(printed, before, bound);
    if (other && other.score > fit.score + 0.25 && mayName(around.match.title, other, bound)) return other;
    return fit.blocks.some(({ columns }) => columns.some((column) => column.column ?? column.code)) ? fit : undefined;
  }

  /**
   * A table under a title that nobody has taught: by its shape, among the tables of which the title says the same, or among
   * all where it says nothing. A table that the document prints elsewhere under its own title is not printed again.
   */
  private fitUnderStrangeTitle(part: Part, title: string, before: string | undefined): Fit | undefined {
    const { bound } = this;
    const printed = this.printed(part);
    const { tables, says } = namedBy(title);
    const isFree = ({ id }: TableDeclaration): boolean => !bound.has(id) && !this.titled.has(id);
    if (says) {
      const fit = fitAmong(tables.filter(isFree), printed, (fit, rivals) => this.agrees(part, fit, rivals));
      return fit && (fit.score > SURE || !sumsBreak(part, fit)) ? fit : undefined;
    }
    const fit = fitByShape(printed, before, bound, (fit, rivals) => this.agrees(part, fit, rivals));
    return fit && isFree(fit.table) && hasFinal(fit) ? fit : undefined;
  }

  /**
   * A table as its headings have it, or, where no lines part its columns and some are not to be told by them, as its form
   * does: the first that is sure.
   */
  private sure(part: Part, fit: Fit | undefined): { readonly part: Part; readonly fit: Fit } | undefined {
    const { match } = part.around;
    const isInferred = part.tables.every(({ table }) => table.inferred && !table.cut);
    // One row of amounts bears out a heading one column aside as well as its own: there the order comes first.
    const isSingle = fit?.table.blocks.every(({ rows }) => rows.kind === "single") === true;
    const isTold =
      !isSingle &&
      fit !== undefined &&
      whyUnsure(part, fit) === undefined &&
      fit.blocks.every(({ columns, rows }) =>
        columns.every(
          ({ column, code, printed: { index } }) =>
            column !== undefined ||
            code !== undefined ||
            !rows.some((row) => /\d/.test(part.grid.startingAt(row.index, index)?.text ?? "")),
        ),
      );
    if (!match || !isInferred || isTold) return fit && { part, fit };
    for (const table of declarationsFor(match, this.named)) {
      const found = headedByOrder(part, table, (own) => fitTable(table, this.printed(own)));
      if (found && whyUnsure(found.part, found.fit) === undefined) return found;
    }
    return fit && { part, fit };
  }

  /** Where tables of several funds have its shape, a table is the one whose amounts the tables before print as well. */
  private agrees(part: Part, fit: Fit, rivals: number): boolean {
    const { same, other, amounts } = agreementOf(part, fit, this.printedBefore);
    // A table that is bound already goes on here with other rows, or is another one.
    const contradicts = this.bound.has(fit.table.id) ? other > 0 : other * SELDOM > same;
    return !contradicts && (rivals === 0 || amounts === 0 || same > 0);
  }

  private put(part: Part, fit: Fit): void {
    const { around, grid, heading } = part;
    const { id: table } = fit.table;
    const title = around.title ?? fit.table.titles[0];
    const unsure = whyUnsure(part, fit);
    if (unsure !== undefined) {
      const rest = this.drafts.restOf(part, table, new Set(heading.strays), unsure);
      this.finish(part, { table, title, columns: [], rows: [] }, [], rest);
      return;
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
          source: this.drafts.sourceOf(row.cells, part, table, row.label),
        });
        if (row.inline) {
          cells.push(...this.inline(part, fit, block, row, several));
          seen.add(row.inline);
        }
        for (const column of block.columns) {
          if (atEdge.has(column.printed.index)) continue;
          const cell = grid.at(row.index, column.printed.index);
          if (!cell || seen.has(cell)) continue;
          seen.add(cell);
          // The number of a column in a cell that reaches down into the first row.
          if (cell.row < heading.rowCount && row.index >= heading.rowCount) continue;
          cells.push(...this.cellsOf(part, fit, block, row, column, cell, several));
        }
      }
    }
    const strange = atEdge.size > 0 ? RUNS_OFF : "所在的行或列不在该表的表式之内";
    const rest = this.drafts.restOf(part, table, seen, strange);
    this.finish(part, { table, title, columns: [...columns.values()], rows }, cells, rest);
  }

  private cellsOf(
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
    const source = this.drafts.sourceOf([cell], part, fit.table.id, calledOf(row), heading);
    const content = part.grid.content(cell);
    if (content.kind === "dash" && row.fixed?.heads) return [];
    if (content.kind === "empty" || content.kind === "dash") return [{ ...at, blank: content.kind, source }];
    if (content.kind === "withheld") return [];
    if (content.kind === "words")
      return this.drafts
        .numbersIn(cell, source, part)
        .map((draft) => ({ ...place, source: draft.figure.source, draft }));
    const draft = this.drafts.draftOf(cell, content, source, unitAt(row, column, content, part) ?? this.drafts.unit, {
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
  private inline(part: Part, fit: Fit, block: MatchedBlock, row: MatchedRow, several: boolean): DraftCell[] {
    const cell = row.inline!;
    const column = block.columns.find(({ column: known, stage }) => known !== undefined && stage === "final");
    const source = this.drafts.sourceOf([cell], part, fit.table.id, calledOf(row), column?.printed.path.join("/"));
    const key = column && keyAt(fit, block, row, column);
    return this.drafts.numbersIn(cell, source, part).map((draft) => ({
      row: row.index,
      column: column?.printed.index ?? cell.column,
      ...(several ? { block: block.position } : {}),
      ...(key ? { key } : {}),
      source: draft.figure.source,
      draft: { ...draft, ...(key ? { key } : {}) },
    }));
  }

  /** A table that is none of the statutory ones: a list of projects is bound, of others the figures are listed. */
  private leave(part: Part): void {
    const { around, grid, heading, skipped } = part;
    const title = around.title;
    const blank = blankOf(part);
    if (blank) {
      this.finish(part, { table: blank.id, title: title ?? blank.titles[0], columns: [], rows: [] }, [], []);
      return;
    }
    const evaluation = this.evaluations.read(part);
    if (evaluation) {
      this.finish(part, evaluation.table, evaluation.cells, evaluation.rest);
      return;
    }
    const isList = isProjectList(heading.columns) && !part.tables[0]!.table.hidden;
    const names = heading.columns.filter(({ role }) => role === "name");
    const name = (isList ? names.find(isOfProjects) : undefined) ?? names[0];
    const figures = heading.columns.filter(({ role }) => role === "figure");
    const meanings = projectColumns(figures);
    const isLost = around.match !== undefined && figures.length === 0;
    const reason = part.tables[0]!.table.hidden ? "在隐藏的表中" : reasonFor(title, isLost, around.match !== undefined);
    const rows: BoundRow[] = [];
    const cells: DraftCell[] = [];
    const seen = new Set<Cell>(heading.strays);
    for (let row = heading.rowCount; row < grid.rowCount; row++) {
      if (skipped.has(row)) continue;
      const nameCell = name && grid.at(row, name.index);
      const label = nameCell?.text.trim() ?? "";
      if (label === "" || (nameCell && nameCell.row < row)) continue;
      rows.push({ index: row, label, level: "line", source: this.drafts.sourceOf([nameCell!], part, title, label) });
      if (!isList || ((nameCell?.columnSpan ?? 1) > 1 && !isTotalOfList(label))) continue;
      for (const column of figures) {
        const cell = grid.startingAt(row, column.index);
        const meaning = meanings.get(column.index);
        const content = cell && grid.content(cell);
        if (!cell || !meaning || content?.kind !== "number" || cell.hidden) continue;
        seen.add(cell);
        const source = this.drafts.sourceOf([cell], part, title, label, column.path.join("/"));
        const unit = content.unit ?? meaning.unit ?? unitOfHeading(column.path) ?? around.unit ?? this.drafts.unit;
        const key = projectKey(meaning, label, title);
        const draft = this.drafts.draftOf(cell, content, source, unit, { key, reason });
        cells.push({ row, column: column.index, key, source: draft.figure.source, draft });
      }
    }
    const rest = this.drafts.restOf(part, title, seen, reason);
    const columns = figures.map(({ index, path }) => ({ heading: path.join("/"), index }));
    const named = name ? [{ heading: name.path.join("/"), index: name.index }, ...columns] : columns;
    this.finish(part, { ...(title === undefined ? {} : { title }), columns: named, rows }, cells, rest);
  }

  /** Gives ids in the order of print, and files the table. */
  private finish(
    part: Part,
    table: Pick<BoundTable, "table" | "title" | "columns" | "rows">,
    cells: readonly DraftCell[],
    rest: readonly Draft[],
  ): void {
    const { around, tables } = part;
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

/** A true table prints another amount than the table before it by a slip of the pen now and then. */
const SELDOM = 4;
/** A table that has the headings and rows of its form, whatever its rows add up to. */
const SURE = 0.95;

/** What a row is called where its figures stand: its code where its name was lost. */
const calledOf = ({ label, code }: MatchedRow): string => label || code || "";

function hasFinal({ blocks }: Fit): boolean {
  return blocks.some(({ columns }) => columns.some(({ column, stage }) => column !== undefined && stage === "final"));
}

/** Whether a title that is another table's, or misspelt, can still be that of a table of this shape. */
function mayName(title: string, { table }: Fit, bound: ReadonlySet<string>): boolean {
  const known = table.titles[0];
  return (
    title.includes("决算") &&
    !bound.has(table.id) &&
    ["政府性基金", "国有资本", "一般公共", "三公", "项目", "基本"].every(
      (word) => title.includes(word) === known.includes(word),
    )
  );
}

/** 收入支出预算总表 with 预算数 in every column: the budget of a year, and no slip for the accounts. */
function isBudget(title: string | undefined, { blocks }: Fit): boolean {
  return (
    title !== undefined &&
    isOfBudget(title) &&
    blocks.every(({ columns }) => columns.every(({ stage }) => stage !== "final"))
  );
}

/** An amount that went astray among the names of rows: no name, and not lost. */
const AMOUNT_ALONE = /^[（(]?[-−－]?[\d,，]+[.．]\d{2}[)）]?$/;

/** Below this a title and the table under it do not belong together. */
const FAIR = 0.5;
