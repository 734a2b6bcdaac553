import {
  keyText,
  TABLES,
  tableOf,
  type Cell,
  type RowAxis,
  type TableBlock,
  type TableDeclaration,
} from "@juesuan/core";
import { matchColumns, type MatchedColumn } from "./columns.ts";
import { stageCaptions } from "./captions.ts";
import { settleComparisons } from "./compared.ts";
import type { Grid } from "./grid.ts";
import type { Heading, PrintedColumn } from "./heading.ts";
import { keyAt } from "./meaning.ts";
import type { NameBook } from "./names.ts";
import type { MatchedRow } from "./printed-rows.ts";
import { provenBlock } from "./proven.ts";
import { matchRows } from "./rows.ts";
import { stagedRowsOf } from "./staged-rows.ts";

/** A run of columns that begins with the labels of its rows. */
export interface Segment {
  readonly codes: readonly number[];
  readonly name?: number;
  /** 单位名称 before the codes: whose each row is. */
  readonly unit?: number;
  /** 项目名称 behind 科目名称: the projects of each item. */
  readonly project?: number;
  readonly figures: readonly PrintedColumn[];
  readonly heading: string;
}

/** A printed segment under its declaration. */
export interface MatchedBlock {
  readonly declared: TableBlock;
  /** The place of the declared block in its table; for a list set in several groups, the group. */
  readonly position: number;
  readonly columns: readonly MatchedColumn[];
  readonly rows: readonly MatchedRow[];
}

/** How a declaration fits a printed table. */
export interface Fit {
  readonly table: TableDeclaration;
  readonly blocks: readonly MatchedBlock[];
  /** Share of columns and rows that print and declaration have in common, 0 to 1. */
  readonly score: number;
}

/** What a fit is made from. */
export interface Printed {
  readonly grid: Grid;
  readonly heading: Heading;
  /** Rows of the body that are not of it: repeated headings, numbers of columns. */
  readonly skipped: (row: number) => boolean;
  readonly book: NameBook;
  readonly fiscalYear: number | undefined;
  /** What the tables before print. */
  readonly before: ReadonlyMap<string, ReadonlySet<string>>;
  /** Rows to look at; all where absent. */
  readonly rowLimit?: number;
}

/** Where a new run of labels begins, a new segment begins. */
export function segmentsOf({ columns }: Heading): Segment[] {
  const segments: {
    codes: number[];
    name?: number;
    unit?: number;
    project?: number;
    figures: PrintedColumn[];
    heading: string;
  }[] = [];
  let open: (typeof segments)[number] | undefined;
  for (const column of columns) {
    if (column.role === "line" || column.role === "remark") continue;
    const isLabel = column.role === "code" || column.role === "name";
    if (!open || (isLabel && open.figures.length > 0)) {
      open = { codes: [], figures: [], heading: column.path[0] ?? "" };
      segments.push(open);
    }
    if (column.role === "code") open.codes.push(column.index);
    else if (column.role === "name" && open.codes.length > 0 && open.name !== undefined && isOfProjects(column))
      open.project = column.index;
    else if (
      column.role === "name" &&
      open.name !== undefined &&
      isOfAccounts(column) &&
      isOfUnits(columns, open.name)
    ) {
      open.unit = open.name;
      open.name = column.index;
    } else if (column.role === "name") open.name = nameOf(columns, open.name, column);
    else open.figures.push(column);
  }
  return segments.filter(({ figures }) => figures.length > 0);
}

function isOfProjects({ path }: PrintedColumn): boolean {
  return (path.at(-1) ?? "").endsWith("项目名称");
}

function isOfAccounts({ path }: PrintedColumn): boolean {
  return (path.at(-1) ?? "").endsWith("科目名称");
}

function isOfUnits(columns: readonly PrintedColumn[], name: number): boolean {
  return /单位(?:名称)?$/.test(columns.find(({ index }) => index === name)?.path.at(-1) ?? "");
}

/** 项目类别 | 项目名称 | 项目编码: the column that names each row, among those of words before the figures. */
function nameOf(columns: readonly PrintedColumn[], before: number | undefined, column: PrintedColumn): number {
  const known = before === undefined ? undefined : columns.find(({ index }) => index === before);
  const isBetter = isOfProjects(column) && /(?:类别|类型|性质|编码|代码|编号)$/.test(known?.path.at(-1) ?? "");
  return before === undefined || isBetter ? column.index : before;
}

/** Fits one declaration, in the arrangement of the form or in another one met. */
export function fitTable(table: TableDeclaration, printed: Printed, isTitled = true): Fit {
  const segments = segmentsOf(printed.heading);
  const variants = (table.variants ?? []).filter(([block]) => isTitled || block.titleOnly !== true);
  const fits = [table.blocks, ...variants].map((blocks) => fitBlocks(table, blocks, segments, printed, isTitled));
  return { table, ...fits.reduce((best, fit) => (fit.score > best.score ? fit : best)) };
}

/** The first rows show what a table is. */
const SAMPLE = 150;
const WELL = 0.82;
const CLOSE = 0.12;
/** Tables of several funds fit to a hair alike. */
const ALIKE = 0.03;

/**
 * The declaration that a table without a title fits. Tables of one fund have the headings of another's: among those that
 * fit as well and agree with what is printed before, the next after the table before, in the order of the forms.
 */
export function fitByShape(
  printed: Printed,
  before: string | undefined,
  bound: ReadonlySet<string>,
  agrees: (fit: Fit, rivals: number) => boolean = () => true,
): Fit | undefined {
  const sample = { ...printed, rowLimit: SAMPLE };
  const fits = TABLES.filter(({ titleOnly }) => titleOnly !== true)
    .map((table) => fitTable(table, sample, false))
    .toSorted((a, b) => b.score - a.score);
  const best = fits[0];
  if (!best || best.score < WELL || !isEvidence(best)) return undefined;
  const last = before === undefined ? -1 : TABLES.indexOf(tableOf(before)!);
  const close = fits.filter(({ score }) => best.score - score < CLOSE).filter(({ score }) => score >= WELL);
  const rank = ({ table }: Fit): number => {
    const place = TABLES.indexOf(table);
    return (bound.has(table.id) ? 200 : 0) + (place > last ? 0 : 100) + place;
  };
  const chosen = close
    .toSorted((a, b) => rank(a) - rank(b))
    .find((fit) => {
      // A table that is there already is no rival, unless it is of the same columns: of another fund.
      const rivals = close.filter(
        (other) =>
          other !== fit &&
          (hasShapeOf(other, fit) || (other.score > fit.score - ALIKE && !bound.has(other.table.id))) &&
          !statesSame(fit, other),
      );
      return agrees(fit, rivals.length);
    });
  const fit = chosen && fitTable(chosen.table, printed, false);
  // The shape of the table before it, and no total: what the next page holds of that table, not another one.
  const isRest = close.some(({ table }) => table.id === before) && fit?.table.id !== before;
  return isRest && !hasTotal(fit) ? undefined : fit;
}

/** The first rows show it; a title that says of which matter a table is lets its headings be a little less those of the form. */
const LIKELY = 0.7;

/**
 * The declaration among a few that a table under a title of their matter fits best. Where another fits as well, what is
 * printed before must tell them apart.
 */
export function fitAmong(
  tables: readonly TableDeclaration[],
  printed: Printed,
  agrees: (fit: Fit, rivals: number) => boolean,
): Fit | undefined {
  const fits = tables.map((table) => fitTable(table, printed)).toSorted((a, b) => b.score - a.score);
  const likely = fits.filter((fit) => fit.score >= LIKELY && fit.score > fits[0]!.score - ALIKE && isEvidence(fit));
  return likely.find((fit) => agrees(fit, likely.filter((other) => other !== fit && !statesSame(fit, other)).length));
}

/** Whether two declarations make the same of every cell that both know: then it is no question which of them is meant. */
function statesSame(one: Fit, other: Fit): boolean {
  const stated = statementsOf(one);
  return [...statementsOf(other)].every(([place, key]) => (stated.get(place) ?? key) === key);
}

function statementsOf(fit: Fit): ReadonlyMap<string, string> {
  const stated = new Map<string, string>();
  for (const block of fit.blocks)
    for (const row of block.rows)
      for (const column of block.columns) {
        const key = keyAt(fit, block, row, column);
        if (key) stated.set(`${row.index} ${column.printed.index}`, keyText(key.concept, key.dimensions));
      }
  return stated;
}

/** Whether two tables have the same columns over rows of one kind, as those of several funds have. */
function hasShapeOf(one: Fit, other: Fit): boolean {
  const [shape, another] = [one, other].map(({ table: { blocks } }) =>
    blocks.map(({ rows, columns }) => [rows.kind, ...columns.map(({ id }) => id)].join()).join(";"),
  );
  return shape === another;
}

function hasTotal(fit: Fit | undefined): boolean {
  return fit?.blocks.some(({ rows }) => rows.some(({ level }) => level === "grand-total")) ?? false;
}

/** One column of amounts beside some names is no statutory table. */
function isEvidence({ table, blocks }: Fit): boolean {
  const columns = blocks.flatMap((block) => block.columns).filter(isKnown);
  const rows = blocks.flatMap((block) => block.rows).filter(({ known }) => known).length;
  if (columns.length >= 2 && rows >= 1 && columns.length + rows >= 4) return true;
  // Items of its own, under a heading that says which year's figures they are.
  return (
    table.telling === true &&
    rows >= TELLING_ROWS &&
    columns.some(({ stage, printed: { path } }) => stage === "final" && path.some((words) => /决算|支出/.test(words)))
  );
}

const TELLING_ROWS = 3;

function isKnown({ column, code }: MatchedColumn): boolean {
  return column !== undefined || code !== undefined;
}

function fitBlocks(
  table: TableDeclaration,
  declared: readonly TableBlock[],
  segments: readonly Segment[],
  printed: Printed,
  isTitled: boolean,
): { readonly blocks: readonly MatchedBlock[]; readonly score: number } {
  const used = new Set<TableBlock>();
  let weight = 0;
  let score = 0;
  const blocks = segments.map((segment, group): MatchedBlock => {
    const candidates = declared
      .filter((block) => !used.has(block) || isRepeatable(block, declared))
      .map((block) => fitBlock(table, block, segment, printed, isTitled));
    weight += segment.figures.length;
    // A list more than the table has: what it holds is known to no block.
    if (candidates.length === 0)
      return {
        declared: declared.at(-1)!,
        position: group,
        columns: segment.figures.map((column) => ({ printed: column, stage: "final" })),
        rows: [],
      };
    const best = candidates.reduce((a, b) => (b.score > a.score + 1e-9 ? b : a));
    used.add(best.declared);
    score += best.score * segment.figures.length;
    const position = declared.length > 1 ? declared.indexOf(best.declared) : group;
    return { declared: best.declared, position, columns: best.columns, rows: best.rows };
  });
  const missing = declared.filter((block) => !used.has(block)).length;
  return { blocks, score: weight === 0 ? 0 : Math.max(0, score / weight - 0.1 * missing) };
}

function isRepeatable(block: TableBlock, declared: readonly TableBlock[]): boolean {
  return block.repeats === true || declared.length === 1;
}

function fitBlock(
  table: TableDeclaration,
  declared: TableBlock,
  segment: Segment,
  printed: Printed,
  isTitled: boolean,
) {
  const { grid, heading, book, fiscalYear, rowLimit = Infinity } = printed;
  const skipped = (row: number): boolean => row >= heading.rowCount + rowLimit || printed.skipped(row);
  const matched = matchColumns(declared, segment.figures, fiscalYear, isTitled);
  const header = {
    codes: segment.codes,
    ...(segment.name === undefined ? {} : { name: segment.name }),
    ...(segment.project === undefined ? {} : { project: segment.project }),
    ...(segment.unit === undefined ? {} : { unit: segment.unit }),
    figures: segment.figures.map(({ index }) => index),
  };
  const matchedRows =
    declared.rows.kind === "single"
      ? singleRows(segment, { ...printed, skipped })
      : matchRows(
          axisOf(declared.rows, segment, heading),
          header,
          grid,
          heading.rowCount,
          skipped,
          heading.strays,
          book,
        );
  const settled = settleComparisons(matched, matchedRows, grid);
  const stagedRows = stagedRowsOf(declared, settled, matchedRows, grid, fiscalYear);
  // Under no title of its own a table is told by its headings and rows, which must then be those of the form.
  const read: MatchedBlock = { declared, position: 0, columns: settled, rows: stagedRows };
  const { columns, rows } = isTitled ? provenBlock({ table, grid, before: printed.before }, read) : read;
  const known = columns.filter(isKnown).length;
  const owed = declared.columns.filter((column) => column.owed !== false).length * (declared.stages?.length ?? 1);
  const axis = columns.filter(({ code }) => code !== undefined).length;
  // More stages of a column than the form asks for make no better fit than all that it asks for.
  const columnScore = Math.min(1, (2 * known) / (columns.length + Math.max(1, owed + axis)));
  const rowScore = rows.length === 0 ? 0.6 : rows.filter((row) => row.known).length / rows.length;
  const headed = declared.heading !== undefined && segment.heading.includes(declared.heading) ? 0.05 : 0;
  const misfit = fitsAxis(declared.rows, segment) ? 0 : 0.5;
  return { declared, columns, rows, score: Math.min(1, 0.65 * columnScore + 0.35 * rowScore + headed) - misfit };
}

/** What heads the names of rows that the form leaves to the department. */
const NAMES_OTHERS = { projects: /项目名称$/, units: /单位(?:名称)?$/ } as const;

/** Rows of any label name projects only where their column says so: under 科目名称 they would be accounts. */
function axisOf(axis: RowAxis, { name }: Segment, { columns }: Heading): RowAxis {
  if (axis.kind !== "fixed" || axis.others === undefined) return axis;
  const heading = columns.find(({ index }) => index === name)?.path.at(-1) ?? "";
  if (NAMES_OTHERS[axis.others].test(heading)) return axis;
  const { others: _, ...fixed } = axis;
  return fixed;
}

function fitsAxis(axis: RowAxis, segment: Segment): boolean {
  if (axis.kind === "single") return segment.codes.length === 0;
  if (axis.kind === "fixed")
    return (
      (segment.codes.length === 0 || (axis.others !== undefined && segment.project === undefined)) &&
      segment.name !== undefined
    );
  return segment.codes.length > 0 || segment.name !== undefined;
}

/** The rows of a table without labels. With several, each is one unit's, but for 合计. */
function singleRows(segment: Segment, { grid, heading, skipped }: Printed): MatchedRow[] {
  const filled: number[] = [];
  const captions = stageCaptions(grid);
  for (let row = heading.rowCount; row < grid.rowCount; row++) {
    if (skipped(row) || captions.has(row)) continue;
    const isFilled = segment.figures.some(({ index }) => {
      const cell = grid.at(row, index);
      return cell !== undefined && cell.text !== "" && !heading.strays.has(cell);
    });
    if (isFilled) filled.push(row);
  }
  if (filled.length === 0 && heading.rowCount < grid.rowCount) filled.push(heading.rowCount);
  return filled.map((index) => {
    const cell: Cell | undefined = segment.name === undefined ? undefined : grid.at(index, segment.name);
    const label = cell?.text.trim() ?? "";
    const caption = [...captions.keys()].findLast((row) => row < index);
    if (caption !== undefined) {
      const stage = captions.get(caption)!;
      const row = grid.text(caption, 0);
      const dimensions = stage === "final" ? {} : { stage };
      return {
        index,
        label: row,
        fixed: { id: stage, label: row, dimensions },
        level: "line" as const,
        cells: [],
        known: true,
      };
    }
    const isPart = filled.length > 1 && !/^(?:合\s*计|总\s*计|)$/.test(label);
    return {
      index,
      label,
      level: "line" as const,
      cells: cell ? [cell] : [],
      known: filled.length === 1 || label !== "",
      ...(isPart ? { part: label } : {}),
    };
  });
}
