import type { BoundCell, BoundFigure, BoundRow, BoundTable } from "../../facts/disclosure.ts";
import type { Source } from "../../figure/figure.ts";
import type { Sum, TableBlock, TableDeclaration } from "../../tables/declaration.ts";
import { tableOf } from "../../tables/catalogue.ts";
import { columnSumsOf, rowSumsOf } from "../../tables/relations-of.ts";
import { placeOf } from "../place.ts";
import { perContext } from "../per-context.ts";
import type { Bilingual, CheckContext, Instance, Term } from "../relation.ts";
import { blanksOf, keysOf } from "./terms.ts";

/** One cell as a term; `unread` where a number is printed that could not be read. */
export interface GridCell {
  readonly key: string | undefined;
  readonly figure: BoundFigure | undefined;
  readonly unread: boolean;
  readonly source: Source;
}

/** A bound table with its cells by row and column, and its rows and columns by the names that sums use. */
export class Grid {
  readonly declaration: TableDeclaration;
  readonly table: BoundTable;
  readonly columns: readonly string[];
  /** By block and row, then by column id. */
  private readonly lines = new Map<number, Map<string, GridCell>>();
  private readonly filled = new Set<string>();
  private readonly strays = new Set<string>();
  /** The amounts of each row that stand in columns without a name here, as the places of those columns. */
  private readonly unnamed = new Map<number, number[]>();
  private readonly places = new Map<string, number>();
  /** Amounts of rows that were not read, by block and column: where they stand. */
  private readonly unreadRows = new Map<string, number[]>();

  constructor(declaration: TableDeclaration, table: BoundTable, context: CheckContext) {
    this.declaration = declaration;
    this.table = table;
    const keys = keysOf(context);
    const blanks = blanksOf(context);
    const ids = new Map(table.columns.map(({ index, id }) => [index, id]));
    const shares = new Set(context.disclosure.unbound.flatMap(({ id, unit }) => (unit === "percent" ? id : [])));
    for (const cell of table.cells) {
      const id = ids.get(cell.column);
      const line = lineOf(cell.block, cell.row);
      if (id === undefined) {
        if (cell.figure === undefined || shares.has(cell.figure)) continue;
        const unnamed = this.unnamed.get(line);
        if (unnamed) unnamed.push(cell.column);
        else this.unnamed.set(line, [cell.column]);
        continue;
      }
      let cells = this.lines.get(line);
      if (!cells) {
        cells = new Map();
        this.lines.set(line, cells);
      }
      if (!cells.has(id)) cells.set(id, cellOf(cell, context, keys, blanks));
      if (cell.figure !== undefined) this.filled.add(`${cell.block ?? 0}:${id}`);
    }
    this.noteUnreadRows(ids, context);
    this.columns = [...new Set(table.columns.flatMap(({ id }) => id ?? []))];
    for (const { id, index } of table.columns) if (id !== undefined) this.places.set(id, index);
    for (const { source, unit } of context.disclosure.unbound) {
      const isInside = source.start >= table.source.start && source.start < table.source.end;
      if (isInside && source.row !== undefined && unit !== "percent") this.strays.add(source.row);
    }
  }

  /** Whether a number stands in the row that no column took: of a column that was not read, or cut off at the edge of a page. */
  hasStray({ label }: BoundRow): boolean {
    return this.strays.has(label);
  }

  private noteUnreadRows(ids: ReadonlyMap<number, string | undefined>, context: CheckContext): void {
    const known = new Set(
      this.table.rows.flatMap(({ id, code, level, block, index }) =>
        id !== undefined || code !== undefined || level === "grand-total" ? lineOf(block, index) : [],
      ),
    );
    const nothings = new Set(context.disclosure.unbound.flatMap(({ id, value }) => (Number(value) === 0 ? id : [])));
    for (const { block, row, column, figure } of this.table.cells) {
      const id = ids.get(column);
      if (id === undefined || figure === undefined || context.figures.has(figure) || nothings.has(figure)) continue;
      if (known.has(lineOf(block, row))) continue;
      const place = `${block ?? 0}:${id}`;
      const unread = this.unreadRows.get(place);
      if (unread) unread.push(row);
      else this.unreadRows.set(place, [row]);
    }
  }

  /** Whether an amount in a column stands in a row of these that was not read: a sum down the column may lack it. */
  hasUnreadRow({ block }: BoundRow, column: string, from = -1, to = Infinity): boolean {
    return (this.unreadRows.get(`${block ?? 0}:${column}`) ?? []).some((row) => from < row && row < to);
  }

  /** Whether a number of the row stands in a column that has no name here, between these: it may well be one more of them. */
  hasUnnamedBetween(row: BoundRow, columns: readonly string[]): boolean {
    const unnamed = this.unnamed.get(lineOf(row.block, row.index));
    if (!unnamed) return false;
    const places = columns.flatMap((column) => this.places.get(column) ?? []);
    return unnamed.some((place) => Math.min(...places) < place && place < Math.max(...places));
  }

  cell(row: BoundRow, column: string): GridCell | undefined {
    return this.lines.get(lineOf(row.block, row.index))?.get(column);
  }

  /** Whether the column holds any figure in the row's block. */
  isFilled(row: BoundRow, column: string): boolean {
    return this.filled.has(`${row.block ?? 0}:${column}`);
  }

  /** The declared blocks, each with the bound rows that stand in it. */
  *blocks(): Iterable<{
    readonly sums: { rows: readonly Sum[]; columns: readonly Sum[] };
    readonly rows: readonly BoundRow[];
    readonly block: TableBlock;
  }> {
    const { declaration, table } = this;
    const separate = declaration.blocks.length > 1;
    for (const [position, block] of declaration.blocks.entries()) {
      yield {
        block,
        rows: separate ? table.rows.filter((row) => (row.block ?? 0) === position) : table.rows,
        sums: sumsOf(declaration, position),
      };
    }
  }
}

function lineOf(block: number | undefined, row: number): number {
  return row * 8 + (block ?? 0);
}

function cellOf(
  cell: BoundCell,
  context: CheckContext,
  keys: ReadonlyMap<number, string>,
  blanks: ReadonlyMap<BoundCell, string>,
): GridCell {
  const figure = cell.figure === undefined ? undefined : context.figures.get(cell.figure);
  const key = figure ? keys.get(figure.id) : blanks.get(cell);
  return { key, figure, unread: cell.figure !== undefined && !figure, source: cell.source };
}

const SUMS = new Map<string, { rows: readonly Sum[]; columns: readonly Sum[] }>();

/** The sums of a block in every arrangement of its table. */
function sumsOf(declaration: TableDeclaration, position: number): { rows: readonly Sum[]; columns: readonly Sum[] } {
  const name = `${declaration.id}:${position}`;
  const known = SUMS.get(name);
  if (known) return known;
  const blocks = [
    declaration.blocks[position]!,
    ...(declaration.variants ?? []).flatMap((variant) => variant[position] ?? []),
  ];
  const sums = { rows: distinct(blocks.flatMap(rowSumsOf)), columns: distinct(blocks.flatMap(columnSumsOf)) };
  SUMS.set(name, sums);
  return sums;
}

function distinct(sums: readonly Sum[]): readonly Sum[] {
  return [...new Map(sums.map((sum) => [JSON.stringify(sum), sum])).values()];
}

export const gridsOf = perContext((context): readonly Grid[] =>
  context.disclosure.tables.flatMap((table) => {
    const declaration = table.table === undefined || table.empty ? undefined : tableOf(table.table);
    return declaration ? [new Grid(declaration, table, context)] : [];
  }),
);

export interface SumOfCells {
  readonly relation: string;
  readonly total: GridCell;
  readonly of: readonly GridCell[];
  readonly less?: readonly GridCell[];
  readonly parts?: boolean;
  readonly open?: Bilingual;
  readonly list?: string;
  /** Whether parts that are all empty still mean zeros. */
  readonly filled: boolean;
  /** Where this sum is milder than its relation. */
  readonly severity?: Instance["severity"];
}

/** An instance over cells; undefined where nothing is printed, or something printed cannot be read. */
export function sumInstance({
  relation,
  total,
  of,
  less = [],
  parts,
  open,
  list,
  filled,
  severity,
}: SumOfCells): Instance | undefined {
  const sign = parts ? -1 : 1;
  const terms: Term[] = [];
  const printed: BoundFigure[] = [];
  const add = (cell: GridCell, coefficient: number): boolean => {
    const { key, figure, unread, source } = cell;
    if (unread) return false;
    if (figure && key !== undefined) {
      printed.push(figure);
      terms.push({ key, figures: [figure.id], coefficient });
    } else if (key !== undefined) terms.push({ key, figures: NONE, coefficient, blank: true, source });
    return true;
  };
  if (!add(total, sign) || terms.length === 0) return undefined;
  const own = printed.length;
  for (const cell of of) if (!add(cell, -sign)) return undefined;
  for (const cell of less) if (!add(cell, sign)) return undefined;
  const parted = printed.length - own;
  if (terms.length < 2 || printed.length === 0 || (parted === 0 && !filled)) return undefined;
  if (parts && (own === 0 || parted === 0)) return undefined;
  return {
    relation,
    form: "linear",
    comparator: parts ? "<=" : "=",
    terms,
    get place() {
      return placeOf(total.source);
    },
    get sources() {
      return printed.map(({ source }) => source);
    },
    ...(open && { open }),
    ...(list !== undefined && { list }),
    ...(severity && { severity }),
  };
}

const NONE: readonly number[] = [];

/** The digits of a row's code; a dash has none. */
export function digitsOf(row: BoundRow): string | undefined {
  const digits = row.code?.replace(/\D/g, "");
  return digits === "" ? undefined : digits;
}

/** What a list of rows by code or name may lack. */
export const OPEN_ROWS: Bilingual = { zh: "可能漏列科目行", en: "a row may be missing" };
