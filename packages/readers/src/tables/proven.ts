import { columnIdAt, keyText, type Sum, type TableColumn, type TableDeclaration } from "@juesuan/core";
import { amountOf, type Printed } from "./agreement.ts";
import { hundredthsAt } from "./across.ts";
import type { MatchedColumn } from "./columns.ts";
import { isAmount } from "./compared.ts";
import { addsUpDown } from "./down.ts";
import type { MatchedBlock } from "./fit.ts";
import type { Grid } from "./grid.ts";
import { keyAt } from "./meaning.ts";
import { provenRows } from "./proven-rows.ts";
import { BUDGET_OF_FUND } from "./titles.ts";
import { headingWord, sharesWord } from "./words.ts";

// A column under words that nobody has taught (基本经费, 总额, 本期数) costs its own amounts and no others. It is read all the same
// where it can be one column of the form alone: one that the table does not print otherwise, at that column's place among the
// others, whose amounts make the sums across the rows hold. Where a sum has many parts (the sources of revenue) an office may
// have one that the form does not know: there its words must share one with the form's, or its amounts be those that a table
// before prints.

/** What a list of columns is proved from. */
export interface Evidence {
  readonly table: TableDeclaration;
  readonly grid: Grid;
  /** What the tables before print. */
  readonly before: Printed;
}

/** A block with the columns and the rows that their amounts prove. */
export function provenBlock(evidence: Evidence, block: MatchedBlock): MatchedBlock {
  return provenRows(evidence.grid, provenColumns(evidence, block));
}

function provenColumns(evidence: Evidence, block: MatchedBlock): MatchedBlock {
  let own = block;
  // Each that is found may be what the sum of another wants.
  for (;;) {
    const open = own.columns.filter(isOpen).length;
    if (open === 0 || open > MOST_OPEN) return own;
    const found = eachProven(evidence, own) ?? togetherProven(evidence, own);
    if (!found) return own;
    own = found;
  }
}

function withColumns(block: MatchedBlock, found: ReadonlyMap<MatchedColumn, TableColumn>): MatchedBlock {
  const columns = block.columns.map((open) => {
    const column = found.get(open);
    return column ? { ...open, column } : open;
  });
  return { ...block, columns };
}

/** Columns that are proved one by one: each can be one column of the form alone. */
function eachProven(evidence: Evidence, block: MatchedBlock): MatchedBlock | undefined {
  const found = block.columns.flatMap((open) => {
    if (!isOpen(open)) return [];
    const [only, ...others] = missingFrom(block, open).filter((column) => proves(evidence, block, open, column));
    return only && others.length === 0 ? [{ open, column: only }] : [];
  });
  const sure = found.filter(({ open, column }) =>
    found.every((other) => other.open === open || other.column !== column || other.open.stage !== open.stage),
  );
  return sure.length === 0 ? undefined : withColumns(block, new Map(sure.map(({ open, column }) => [open, column])));
}

/** A table most of whose words are unknown is another one. */
const MOST_OPEN = 12;
const MOST_CHOICES = 64;

/**
 * Several columns under such words at once: each shares a word with a column of the form, they stand in the form's order, and
 * with all of them the sums hold. Of several choices that do, what all have in common is sure.
 */
function togetherProven(evidence: Evidence, block: MatchedBlock): MatchedBlock | undefined {
  const stage = block.columns.find(isOpen)!.stage;
  const opens = block.columns.filter((column) => isOpen(column) && column.stage === stage);
  if (opens.length < 2) return undefined;
  const rank = (column: TableColumn): number => block.declared.columns.indexOf(column);
  let choices: (readonly (readonly [MatchedColumn, TableColumn])[])[] = [[]];
  for (const open of opens) {
    const word = headingWord(open.printed.path.at(-1)!);
    const options = missingFrom(block, open).filter((column) => sharesWord(word, namesOf(column)));
    if (options.length === 0) continue;
    choices = choices.flatMap((choice) =>
      options
        .filter((column) => choice.every(([, other]) => rank(other) < rank(column)))
        .map((column) => [...choice, [open, column] as const]),
    );
    if (choices.length > MOST_CHOICES) return undefined;
  }
  const valid = choices.filter((choice) => choice.length > 1 && bearOut(evidence, block, choice));
  const [first, ...others] = valid;
  const common = (first ?? []).filter(([open, column]) =>
    others.every((choice) => choice.some(([one, other]) => one === open && other === column)),
  );
  return common.length === 0 ? undefined : withColumns(block, new Map(common));
}

/** Whether the sums hold with all the columns of a choice, each of which that holds amounts is a term of one that does. */
function bearOut(
  { grid }: Evidence,
  block: MatchedBlock,
  choice: readonly (readonly [MatchedColumn, TableColumn])[],
): boolean {
  const whole = withColumns(block, new Map(choice));
  // All its columns are of one stage: each sum stands in a row as it does, whichever of them is looked at.
  const sums = sumsOf(whole).map((sum) => ({ sum, rows: rowsOf(grid, whole, choice[0]![0], choice[0]![1], sum) }));
  return choice.every(([open, column]) => {
    let [held, broken, idle, off] = [0, 0, 0, 0];
    for (const { sum, rows } of sums) {
      const tally = rows && isTerm(column, sum) ? tallied(grid, open, rows) : undefined;
      held += tally?.held ?? 0;
      broken += tally?.broken ?? 0;
      idle += tally?.idle ?? 0;
      off += tally?.off ?? 0;
    }
    return held + idle > 0 && broken * SELDOM <= held && off * SELDOM <= held + idle;
  });
}

/** Words that say what an unknown column is not: a part that the sums leave out, another year, a comparison. */
const OTHERWISE = /^(?:其中|含)|上年|去年|年初|预算|计划|比|率|%|增减|差|备注|说明/;

function isOpen({ column, code, previous, measure, compares, printed: { path } }: MatchedColumn): boolean {
  const words = path.at(-1) ?? "";
  return (
    column === undefined &&
    code === undefined &&
    previous === undefined &&
    measure === undefined &&
    compares === undefined &&
    words !== "" &&
    !/\d{4}年/.test(path.join()) &&
    !OTHERWISE.test(words.replaceAll(BUDGET_OF_FUND, ""))
  );
}

function isAt(column: MatchedColumn, at: MatchedColumn["stage"]): boolean {
  return column.column !== undefined && column.stage === at && column.previous === undefined && isAmount(column);
}

/** The columns of the form that a block does not print otherwise, and whose place among the others is that of a printed one. */
function missingFrom({ declared, columns }: MatchedBlock, open: MatchedColumn): TableColumn[] {
  const known = columns.filter((column) => isAt(column, open.stage));
  const rank = (column: TableColumn | undefined): number => declared.columns.indexOf(column!);
  const left = known.findLast(({ printed }) => printed.index < open.printed.index);
  const right = known.find(({ printed }) => printed.index > open.printed.index);
  return declared.columns.filter(
    (column) =>
      column.owed !== false &&
      !known.some((other) => other.column === column) &&
      (!left || rank(left.column) < rank(column)) &&
      (!right || rank(column) < rank(right.column)),
  );
}

/** A true table breaks a sum by a slip of the pen now and then. */
const SELDOM = 4;
/** A sum of so few parts names them all: no office has another fund, or another nature of expenditure beside 基本 and 项目. */
const ALL_PARTS = 3;

function proves(evidence: Evidence, block: MatchedBlock, open: MatchedColumn, column: TableColumn): boolean {
  if (column.heading.length === 0) return isOnlyAmount(evidence, block, open);
  let [held, broken, idle, off, whole, closed] = [0, 0, 0, 0, false, false];
  for (const sum of sumsOf(block)) {
    const tally = tallyOf(evidence.grid, block, open, column, sum);
    if (!tally) continue;
    held += tally.held;
    broken += tally.broken;
    idle += tally.idle;
    off += tally.off;
    if (tally.held > 0 && sum.total === column.id) whole = true;
    if (sum.of.length <= ALL_PARTS) closed = true;
  }
  if (broken * SELDOM > held || off * SELDOM > held + idle) return false;
  const isLike = sharesWord(headingWord(open.printed.path.at(-1)!), namesOf(column));
  if (held === 0) return idle > 0 && isLike;
  return whole || closed || isLike || isPrintedBefore(evidence, block, open, column);
}

function namesOf({ heading, aliases = [] }: TableColumn): string[] {
  return [heading.at(-1) ?? "", ...aliases].map(headingWord);
}

/** The sums across the rows; in a wide table 合计 is that of the columns for classes. */
function sumsOf({ declared, columns }: MatchedBlock): readonly Sum[] {
  const own = declared.sums ?? [];
  const whole = declared.columns.find(({ dimensions, concept }) => dimensions === undefined && concept === undefined);
  const classes = columns.flatMap(({ code }) => (code?.length === 3 ? [code] : []));
  return declared.columnAxis && whole && classes.length > 1 ? [...own, { total: whole.id, of: classes }] : own;
}

interface Tally {
  /** Rows in which the column holds an amount, by whether the sum holds with it. */
  readonly held: number;
  readonly broken: number;
  /** Rows in which it holds none, and others do, by whether the sum holds without. */
  readonly idle: number;
  readonly off: number;
}

/** How a sum stands in each row if a printed column is one of its terms; undefined where it has no such term or lacks others. */
function tallyOf(
  grid: Grid,
  block: MatchedBlock,
  open: MatchedColumn,
  column: TableColumn,
  sum: Sum,
): Tally | undefined {
  const rows = isTerm(column, sum) ? rowsOf(grid, block, open, column, sum) : undefined;
  return rows && tallied(grid, open, rows);
}

const isTerm = ({ id }: TableColumn, { total, of, less = [] }: Sum): boolean => [total, ...of, ...less].includes(id);

interface SummedRow {
  readonly index: number;
  readonly holds: boolean;
}

/** The rows in which the terms of a sum hold amounts; undefined where it lacks columns. */
function rowsOf(
  grid: Grid,
  { columns, rows }: MatchedBlock,
  open: MatchedColumn,
  column: TableColumn,
  { total, of, less = [], relation, requires = [] }: Sum,
): SummedRow[] | undefined {
  const { stage } = open;
  if (relation === "parts") return undefined;
  const places = new Map([[columnIdAt(column.id, stage), open.printed.index]]);
  for (const other of columns)
    if (other.code !== undefined && other.stage === stage)
      places.set(columnIdAt(other.code, stage), other.printed.index);
    else if (isAt(other, stage)) places.set(columnIdAt(other.column!.id, stage), other.printed.index);
  const placeOf = (id: string): number | undefined => places.get(columnIdAt(id, stage));
  const whole = placeOf(total);
  const terms = of.flatMap((id) => placeOf(id) ?? []);
  const others = less.map(placeOf);
  if (whole === undefined || terms.length < 2 || others.includes(undefined)) return undefined;
  if (!requires.every((id) => placeOf(id) !== undefined)) return undefined;
  const summed: SummedRow[] = [];
  for (const { index } of rows) {
    const at = (place: number): bigint | undefined => hundredthsAt(grid, index, place);
    const amounts = [at(whole), ...terms.map(at), ...others.map((place) => at(place!))];
    if (amounts.includes(undefined) || amounts.every((amount) => amount === 0n)) continue;
    const parts = terms.reduce((all, place) => all + at(place)!, 0n);
    const gap = others.reduce((all, place) => all - at(place!)!, parts) - at(whole)!;
    summed.push({ index, holds: (gap < 0n ? -gap : gap) <= BigInt(amounts.length) });
  }
  return summed;
}

function tallied(grid: Grid, open: MatchedColumn, rows: readonly SummedRow[]): Tally {
  let [held, broken, idle, off] = [0, 0, 0, 0];
  for (const { index, holds } of rows) {
    const isIdle = hundredthsAt(grid, index, open.printed.index) === 0n;
    if (isIdle && holds) idle++;
    else if (isIdle) off++;
    else if (holds) held++;
    else broken++;
  }
  return { held, broken, idle, off };
}

/** The one column of a list that no other of its columns is: what it holds adds up down the rows. */
function isOnlyAmount({ grid }: Evidence, block: MatchedBlock, open: MatchedColumn): boolean {
  const isOnly = block.columns.every(
    (column) => column === open || (column.column !== undefined && !isAt(column, open.stage)),
  );
  if (!isOnly || open.stage !== "final") return false;
  const { held, broken } = addsUpDown(grid, block, open.printed.index);
  return held > 0 && broken * SELDOM <= held;
}

/** Whether its amounts are those that a table before prints of what it would state. */
function isPrintedBefore(
  { table, grid, before: printed }: Evidence,
  block: MatchedBlock,
  open: MatchedColumn,
  column: TableColumn,
): boolean {
  let [same, other] = [0, 0];
  for (const row of block.rows) {
    const cell = grid.at(row.index, open.printed.index);
    const content = cell && grid.content(cell);
    if (content?.kind !== "number" || /^0*(?:\.0*)?$/.test(content.value)) continue;
    const key = keyAt({ table }, block, row, { ...open, column });
    const before = key && printed.get(keyText(key.concept, key.dimensions));
    if (before?.has(amountOf(content.value))) same++;
    else if (before) other++;
  }
  return same > 0 && other === 0;
}
