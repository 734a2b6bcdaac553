import type { BoundFigure, TableDeclaration } from "@juesuan/core";
import type { NameLookup } from "../binding/resolver.ts";
import { sumsBreak } from "./across.ts";
import { agreementOf, notePrinted } from "./agreement.ts";
import { headedByOrder } from "./by-order.ts";
import { declarationsFor, namedTables, titledTables } from "./declared.ts";
import { fitAmong, fitByShape, fitTable, segmentsOf, type Fit, type Printed } from "./fit.ts";
import { NameBook } from "./names.ts";
import { isOfChosenProjects } from "./other.ts";
import type { Part } from "./parts.ts";
import { provenBlock } from "./proven.ts";
import { isOfBudget, namedBy } from "./titles.ts";
import { whyUnsure } from "./torn.ts";

// Which declared table a table is: by its title, or by its shape where that says nothing, the tables before it bearing witness.

/** What is known of a document before its tables are. */
export interface ChoiceOptions {
  /** Tells last year's columns (2023年决算数) from this year's. */
  readonly fiscalYear?: number | undefined;
  /** Names to codes, for rows that print no code. */
  readonly lookup?: NameLookup;
}

/** A table with the declaration that it fits. */
export interface Chosen {
  readonly part: Part;
  readonly fit: Fit;
}

/** Which declared table each table of a document is, asked of one after the other in the order of print. */
export class Choice {
  private readonly fiscalYear: number | undefined;
  private readonly book: NameBook;
  private readonly titled: ReadonlySet<string>;
  private readonly named: ReadonlySet<string>;
  private readonly bound = new Set<string>();
  private readonly printedBefore = new Map<string, Set<string>>();
  private before: string | undefined;

  constructor(parts: readonly Part[], { fiscalYear, lookup }: ChoiceOptions) {
    this.fiscalYear = fiscalYear;
    this.book = new NameBook(lookup);
    for (const part of parts) this.noteNames(part);
    this.titled = titledTables(parts);
    this.named = namedTables(parts, this.titled);
  }

  /** What a table is, and the table as its columns are then to be read; nothing where it is none that is declared. */
  of(part: Part): Chosen | undefined {
    const fit = this.fit(part, this.before);
    return this.sure(part, fit && this.proven(part, fit));
  }

  /** What was bound of a table tells of those after it. */
  note({ fit }: Chosen, figures: readonly BoundFigure[]): void {
    notePrinted(this.printedBefore, figures);
    this.before = fit.table.id;
    this.bound.add(this.before);
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
  private sure(part: Part, fit: Fit | undefined): Chosen | undefined {
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
}

/** A true table prints another amount than the table before it by a slip of the pen now and then. */
const SELDOM = 4;
/** A table that has the headings and rows of its form, whatever its rows add up to. */
const SURE = 0.95;

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

/** Below this a title and the table under it do not belong together. */
const FAIR = 0.5;
