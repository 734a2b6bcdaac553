import type { Sum, Table, TableBlock, TableColumn, TableDeclaration } from "@juesuan/core";
import { codedListFrom, type CodedList, type CodedRow } from "./coded-list.ts";
import { deducedWays, placedSums, waysAcross, type ListedRow, type PlacedSum, type Way } from "./deduced.ts";
import type { Line } from "./lines.ts";
import type { Attested, Denied } from "./printed/attested.ts";
import type { Refusal } from "./refusal.ts";
import type { Word } from "./spaced-rows.ts";
import { rangeOf, TableSetter, together } from "./set-table.ts";
import { exact, printedColumns } from "./sums-across.ts";

// A list by codes some of whose cells are empty, in a text that keeps no columns: which amounts stand where is told by the
// sums, and by what the document says elsewhere that a column comes to.

/** What the document says elsewhere: of what an amount is, and of what there is nothing. */
export interface SaidElsewhere {
  readonly attested: Attested;
  readonly denied: Denied;
  /** Of what nature the spending on each code was, as the table of all expenditure has it, once that is read. */
  readonly natures?: Map<string, ReadonlySet<string>>;
}

export interface FoundList {
  readonly table: Table;
  /** The line behind it. */
  readonly to: number;
  /** Every amount has its column. */
  readonly whole: boolean;
}

/** Over a column that may be any of several. */
const UNSURE = "（不能确定的栏）";
/** The least share of rows whose amounts are placed, and of sums down the list that hold. */
const MOSTLY = 0.75;
const DOWN_SHARE = 0.6;
const MOST_ROOTS = 20;
/** Longer lists are tried in one way alone. */
const MANY_ROWS = 600;

/** The list under the title of a table by codes; nothing where it is none, or where its sums do not tell its columns. */
export function codedTable(
  lines: readonly Line[],
  from: number,
  { id, concept, blocks, variants = [] }: TableDeclaration,
  said: SaidElsewhere,
  refused: Refusal,
): FoundList | undefined {
  if (refused.covers(from)) return undefined;
  const arrangements = [blocks, ...variants].flatMap((own) => (own.length === 1 && isList(own[0]) ? [own[0]] : []));
  if (arrangements.length === 0) return undefined;
  const list = codedListFrom(lines, from, id, refused);
  if (!list) return undefined;
  if (!addsUp(list.rows)) return refused.until(list.to);
  // The fullest first: what the headings do not print is no column of it.
  const choices = [list.head, `${list.head} ${list.loose}`].flatMap((head) =>
    arrangements
      .flatMap((block) => {
        const all = printedColumns(block, head);
        return [nested(all), all, all.filter(({ owed }) => owed !== false)].map((columns) => ({ block, columns }));
      })
      .toSorted((one, other) => other.columns.length - one.columns.length),
  );
  let inPart: FoundList | undefined;
  const tried = new Set<string>();
  for (const { block, columns } of choices) {
    const named = `${arrangements.indexOf(block)} ${columns.map((column) => column.id).join(" ")}`;
    if (tried.has(named)) continue;
    tried.add(named);
    const ways = waysOf(list.rows, columns, block.sums ?? [], said, concept);
    if (!ways) continue;
    if (id === "expenditure" && !ways.unsure) noteNatures(list.rows, columns, ways.ways, said);
    const whole = !ways.unsure && ways.ways.every((way, row) => way || list.rows[row]!.amounts.length === 0);
    const found = { table: laidOut(lines, from, list, columns, ways), to: list.to, whole };
    if (whole) return found;
    inPart ??= found;
  }
  return inPart ?? refused.until(list.to);
}

/** 基本支出 with 人员经费 and 公用经费 behind it, where a form has the parts of a column behind all columns. */
function nested(columns: readonly TableColumn[]): TableColumn[] {
  const isPart = ({ id }: TableColumn): boolean => columns.some((other) => id.startsWith(`${other.id}.`));
  return columns
    .filter((column) => !isPart(column))
    .flatMap((column) => [column, ...columns.filter(({ id }) => id.startsWith(`${column.id}.`))]);
}

function isList({ rows, stages = ["final"], repeats, columnAxis, sums = [] }: TableBlock): boolean {
  return (
    rows.kind === "classification" &&
    rows.projects !== true &&
    stages.length === 1 &&
    !repeats &&
    !columnAxis &&
    sums.length > 0
  );
}

/** Where the amounts of each row stand; a column of −1 is one that may be any of several. */
interface PlacedRows {
  readonly ways: readonly (Way | undefined)[];
  /** Not every column is told. */
  readonly unsure: boolean;
}

function waysOf(
  coded: readonly CodedRow[],
  columns: readonly TableColumn[],
  owed: readonly Sum[],
  { attested, denied, natures }: SaidElsewhere,
  concept: string,
): PlacedRows | undefined {
  const rows = listed(coded);
  const root = coded.findIndex(({ code }) => code === undefined);
  if (!rows || root < 0 || columns.length < 2) return undefined;
  const sums = placedSums(
    owed,
    columns.map(({ id }) => id),
  );
  if (sums.length === 0) return undefined;
  const ways = waysAcross(rows[root]!.amounts, [...columns.keys()], sums);
  const chosen = chosenWay(ways, coded[root]!, columns, sums, attested, (column) =>
    denied(column, (column.concept ?? concept) === "revenue"),
  );
  const candidates = chosen ? [chosen] : ways;
  if (candidates.length === 0 || candidates.length > (rows.length > MANY_ROWS ? 1 : MOST_ROOTS)) return undefined;
  const solved = candidates
    .map((way) => deducedWays(rows, { row: root, way }, sums))
    .filter((own) => !own.some((way, row) => way && isOfOtherNature(coded[row]!, columns, way, natures)))
    .filter((own) => own.filter((way) => way).length >= MOSTLY * own.length);
  const [first, ...others] = solved;
  if (!first) return undefined;
  const common = first.map((way, row) => {
    const own = others.map((other) => other[row]);
    if (!way || !own.every((other) => other)) return undefined;
    return way.map((column, index) => (own.every((other) => other![index] === column) ? column : -1));
  });
  const placed = common.filter((way) => way?.some((column) => column >= 0)).length;
  return placed >= MOSTLY * rows.length ? { ways: common, unsure: others.length > 0 } : undefined;
}

function noteNatures(
  rows: readonly CodedRow[],
  columns: readonly TableColumn[],
  ways: readonly (Way | undefined)[],
  { natures }: SaidElsewhere,
): void {
  for (const [row, { code }] of rows.entries()) {
    const own = ways[row]?.flatMap((column) => columns[column]?.dimensions?.nature ?? []);
    if (code !== undefined && own && own.length > 0) natures?.set(code, new Set(own));
  }
}

/** Whether one fund would have spent on a code what no fund did: 基本支出 where all was 项目支出. */
function isOfOtherNature(
  { code, amounts }: CodedRow,
  columns: readonly TableColumn[],
  way: Way,
  natures: SaidElsewhere["natures"],
): boolean {
  const known = code === undefined ? undefined : natures?.get(code);
  if (!known) return false;
  return way.some((column, index) => {
    const { id, dimensions, concept = "expenditure" } = columns[column]!;
    const nature = dimensions?.nature;
    const isSpent = concept === "expenditure" && !id.startsWith("opening") && !id.startsWith("closing");
    return isSpent && nature !== undefined && !known.has(nature) && exact(amounts[index]!.text) !== 0n;
  });
}

/** The way of the total that is the only one, or that the rest of the document bears out. */
function chosenWay(
  ways: readonly Way[],
  { amounts }: CodedRow,
  columns: readonly TableColumn[],
  sums: readonly PlacedSum[],
  attested: Attested,
  isDenied: (column: TableColumn) => boolean,
): Way | undefined {
  if (ways.length === 1) return ways[0];
  const isTotal = (column: number): boolean => sums.some(({ total }) => total === column);
  const borne = ways.filter((way) =>
    way.every((column, index) => isTotal(column) || attested(columns[column]!, amounts[index]!.text)),
  );
  if (borne.length === 1) return borne[0];
  const left = ways.filter((way) => !way.some((column) => isDenied(columns[column]!)));
  return left.length === 1 ? left[0] : undefined;
}

/** The rows with what each is a part of: the nearest row above it whose code begins its own. */
function listed(coded: readonly CodedRow[]): ListedRow[] | undefined {
  const byCode = new Map(coded.flatMap(({ code }, index) => (code === undefined ? [] : [[code, index] as const])));
  const rows: ListedRow[] = [];
  for (const { code, amounts } of coded) {
    const values = amounts.map(({ text }) => exact(text));
    if (!values.every((value) => value !== undefined)) return undefined;
    const above = code === undefined ? [] : [code.slice(0, 5), code.slice(0, 3)].filter((own) => own !== code);
    const parent = above.map((own) => byCode.get(own)).find((index) => index !== undefined);
    rows.push({ amounts: values, parent, again: code === undefined });
  }
  return rows;
}

/** Whether the first amounts of most codes are the sums of those below them: codes copied apart have those of others. */
function addsUp(coded: readonly CodedRow[]): boolean {
  const rows = listed(coded);
  if (!rows) return false;
  const totals = coded.filter(({ code }) => code === undefined);
  if (
    totals.some(
      ({ amounts }) => amounts.map(({ text }) => text).join() !== totals[0]!.amounts.map(({ text }) => text).join(),
    )
  )
    return false;
  let [held, broken] = [0, 0];
  const below = Map.groupBy(rows, ({ parent }) => parent);
  for (const [index, { amounts }] of rows.entries()) {
    const parts = below.get(index) ?? [];
    if (parts.length === 0) continue;
    const off = parts.reduce((rest, part) => rest - (part.amounts[0] ?? 0n), amounts[0] ?? 0n);
    if ((off < 0n ? -off : off) <= 100n * BigInt(parts.length)) held++;
    else broken++;
  }
  return held >= DOWN_SHARE * (held + broken);
}

function laidOut(
  lines: readonly Line[],
  from: number,
  { rows, to }: CodedList,
  columns: readonly TableColumn[],
  { ways, unsure }: PlacedRows,
): Table {
  const start = lines[from]!.start;
  const end = lines[to - 1]!.end;
  const shown = [...columns.keys()].filter((column) => !unsure || ways.some((way) => way?.includes(column)));
  const depth = Math.max(1, ...shown.map((column) => columns[column]!.heading.length));
  const set = new TableSetter();
  const nowhere = { start, end: start };
  set.put(0, 0, "科目编码", nowhere, 1, depth);
  set.put(0, 1, "科目名称", nowhere, 1, depth);
  for (const [index, column] of shown.entries()) {
    const { heading } = columns[column]!;
    for (const [row, text] of heading.entries())
      set.put(row, LABELS + index, text, nowhere, 1, row === heading.length - 1 ? depth - row : 1);
  }
  const columnCount = LABELS + shown.length + (unsure ? 1 : 0);
  if (unsure) set.put(0, columnCount - 1, UNSURE, nowhere, 1, depth);
  for (const [index, { code, label, names, torn, amounts }] of rows.entries()) {
    const row = depth + index;
    const way = ways[index];
    const words = label.map(({ text }) => text).join("");
    set.put(row, code === undefined ? 1 : 0, words, rangeOf(label));
    // The code is the row's name where what stands beside it may be the half of another's.
    if (code !== undefined && names.length > 0 && !torn)
      set.put(row, 1, names.map(({ text }) => text).join(""), rangeOf(names));
    if (!way && amounts.length > 0) {
      // Amounts together: each number is listed, and none is in a column.
      set.put(row, LABELS, together(amounts), rangeOf(amounts), columnCount - LABELS);
      continue;
    }
    const loose: Word[] = [];
    for (const [at, amount] of amounts.entries()) {
      const column = shown.indexOf(way![at]!);
      if (column < 0) loose.push(amount);
      else set.put(row, LABELS + column, amount.text, amount);
    }
    if (loose.length > 0) set.put(row, columnCount - 1, together(loose), rangeOf(loose));
  }
  return set.table({ start, end }, depth + rows.length, columnCount);
}

/** Code and name. */
const LABELS = 2;
