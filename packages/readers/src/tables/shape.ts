import { TABLES, type RowAxis, type TableBlock, type TableDeclaration } from "@juesuan/core";
import type { NameLookup } from "../binding/resolver.ts";
import { matchColumns, type MatchedColumn } from "./columns.ts";
import type { Head, PrintedColumn } from "./head.ts";
import type { Matrix } from "./matrix.ts";
import { matchRows, type MatchedRow } from "./rows.ts";

/** A run of columns that begins with the labels of its rows. */
interface PrintedBlock {
  readonly codes: readonly number[];
  readonly name?: number;
  readonly figures: readonly PrintedColumn[];
  readonly heading: string;
}

/** A printed block under its declaration. */
export interface MatchedBlock {
  readonly declared: TableBlock;
  readonly columns: readonly MatchedColumn[];
  readonly rows: readonly MatchedRow[];
}

/** How a declaration fits a printed table. */
export interface Fit {
  readonly table: TableDeclaration;
  readonly blocks: readonly MatchedBlock[];
  /** Share of columns and rows that the declaration knows, 0 to 1. */
  readonly score: number;
}

/** Where a new run of labels begins, a new block begins. */
function printedBlocks(columns: readonly PrintedColumn[]): PrintedBlock[] {
  const blocks: { codes: number[]; name?: number; figures: PrintedColumn[]; heading: string }[] = [];
  let open: (typeof blocks)[number] | undefined;
  for (const column of columns) {
    if (column.role === "line" || column.role === "remark") continue;
    const isLabel = column.role === "code" || column.role === "name";
    if (!open || (isLabel && open.figures.length > 0)) {
      open = { codes: [], figures: [], heading: column.path[0] ?? "" };
      blocks.push(open);
    }
    if (column.role === "code") open.codes.push(column.index);
    else if (column.role === "name" && open.name === undefined) open.name = column.index;
    else if (column.role === "figure") open.figures.push(column);
  }
  return blocks.filter((block) => block.figures.length > 0);
}

/** Fits one declaration, in the arrangement of the form or another one met. */
export function fitTable(table: TableDeclaration, head: Head, matrix: Matrix, lookup: NameLookup | undefined): Fit {
  const printed = printedBlocks(head.columns);
  const arrangements = [table.blocks, ...(table.variants ?? [])];
  const fits = arrangements.map((blocks) => fitBlocks(blocks, printed, head, matrix, lookup));
  const best = fits.reduce((a, b) => (b.score > a.score ? b : a));
  return { table, ...best };
}

/** The declaration that a table without a title fits best; undefined where none fits well and alone. */
export function fitByShape(head: Head, matrix: Matrix, lookup: NameLookup | undefined): Fit | undefined {
  const fits = TABLES.map((table) => fitTable(table, head, matrix, lookup)).sort((a, b) => b.score - a.score);
  const [first, second] = fits;
  if (!first || first.score < 0.9) return undefined;
  // Tables of one fund have the headings of another's: without a title they cannot be told apart.
  return second && first.score - second.score < 0.08 ? undefined : first;
}

function fitBlocks(
  declared: readonly TableBlock[],
  printed: readonly PrintedBlock[],
  head: Head,
  matrix: Matrix,
  lookup: NameLookup | undefined,
): { readonly blocks: readonly MatchedBlock[]; readonly score: number } {
  const used = new Set<TableBlock>();
  let known = 0;
  let total = 0;
  const blocks = printed.map((block) => {
    const candidates = declared
      .filter((candidate) => candidate.repeats || !used.has(candidate))
      .map((candidate) => fitBlock(candidate, block, head, matrix, lookup));
    const fallback = declared.at(-1)!;
    const best =
      candidates.length > 0
        ? candidates.reduce((a, b) => (b.score > a.score ? b : a))
        : fitBlock(fallback, block, head, matrix, lookup);
    used.add(best.matched.declared);
    known += best.known;
    total += best.total;
    return best.matched;
  });
  const owed = declared.filter((block) => !block.repeats).length;
  const missing = Math.max(0, owed - new Set(blocks.map((block) => block.declared)).size);
  return { blocks, score: total === 0 ? 0 : known / total - 0.2 * missing };
}

function fitBlock(
  declared: TableBlock,
  block: PrintedBlock,
  head: Head,
  matrix: Matrix,
  lookup: NameLookup | undefined,
) {
  const columns = matchColumns(declared, block.figures);
  const isSingle = declared.rows.kind === "single";
  const hasLabels = block.codes.length > 0 || block.name !== undefined;
  const rows = isSingle
    ? singleRows(matrix, head, block)
    : matchRows(
        declared.rows,
        { codes: block.codes, ...(block.name === undefined ? {} : { name: block.name }) },
        matrix,
        head.rowCount,
        lookup,
      );
  const knownColumns = columns.filter((column) => column.column !== undefined || column.code !== undefined).length;
  const knownRows = rows.filter((row) => row.known).length;
  const fixedBonus = fitsAxis(declared.rows, block) ? 0 : -2;
  // Columns weigh more than rows: rows by classification fit every such table.
  const known = knownColumns * 3 + knownRows + fixedBonus - (isSingle && hasLabels && rows.length !== 1 ? 3 : 0);
  const total = columns.length * 3 + rows.length;
  return { matched: { declared, columns, rows }, known, total, score: total === 0 ? 0 : known / total };
}

function fitsAxis(axis: RowAxis, block: PrintedBlock): boolean {
  if (axis.kind === "single") return block.codes.length === 0;
  if (axis.kind === "fixed") return block.codes.length === 0 && block.name !== undefined;
  return block.codes.length > 0 || block.name !== undefined;
}

/** The rows of a table without labels: those that hold anything; more than one means that the table is another. */
function singleRows(matrix: Matrix, head: Head, block: PrintedBlock): MatchedRow[] {
  const rows: MatchedRow[] = [];
  for (let index = head.rowCount; index < matrix.rowCount; index++) {
    if (!block.figures.some(({ index: column }) => (matrix.at(index, column)?.text.trim() ?? "") !== "")) continue;
    const label = block.name === undefined ? "" : (matrix.at(index, block.name)?.text.trim() ?? "");
    rows.push({ index, label, level: "line", cells: [], known: true });
  }
  return rows;
}
