import { columnIdAt, type Stage, type TableBlock, type TableColumn, type TableDeclaration } from "@juesuan/core";
import { isConfirmed } from "./across.ts";
import { segmentsOf, type Fit, type Segment } from "./fit.ts";
import type { ColumnRole, PrintedColumn } from "./heading.ts";
import type { Part } from "./parts.ts";
import { squeezed, STAGE_WORDS } from "./words.ts";

// Where no lines part columns, a heading of several lines may fall into pieces that stand over none, or over another. The
// title still says which columns a table has, the characters of its headings which of them it prints, and the order of
// those that are whole that it prints them as its form does; there must be as many columns of amounts, and the sums across
// the rows must bear them out.

interface Place {
  readonly column: TableColumn;
  readonly stage: Stage;
}

/** The table with the headings of its form over its columns, where they are sure. */
export function headedByOrder(part: Part, table: TableDeclaration, fitOf: (part: Part) => Fit): Headed | undefined {
  const arrangements = [table.blocks, ...(table.variants ?? [])].filter(
    (blocks) => !blocks.some(({ columnAxis }) => columnAxis),
  );
  const isSingle = table.blocks.every(({ rows }) => rows.kind === "single");
  const own = isSingle ? withWholeHeading(part) : part;
  const roles = rolesOf(own);
  if (!roles) return undefined;
  // A column in which nothing stands may be one of the form, or a heading gone astray.
  return (
    headedAs(own, roles, arrangements, fitOf) ??
    headedAs(
      own,
      roles.map((column) => (isEmpty(own, column) ? { ...column, role: "remark" } : column)),
      arrangements,
      fitOf,
    )
  );
}

interface Headed {
  readonly part: Part;
  readonly fit: Fit;
}

function headedAs(
  part: Part,
  roles: readonly PrintedColumn[],
  arrangements: readonly (readonly TableBlock[])[],
  fitOf: (part: Part) => Fit,
): Headed | undefined {
  const segments = segmentsOf({ ...part.heading, columns: roles });
  if (segments.length === 0) return undefined;
  const found = new Map<string, Headed>();
  for (const blocks of arrangements) {
    const repeats = blocks.length === 1 && (segments.length === 1 || blocks[0]!.repeats === true);
    if (!repeats && blocks.length !== segments.length) continue;
    const owner = (index: number): TableBlock => blocks[index] ?? blocks[0]!;
    for (const places of choices(segments.map((segment, index) => ordersOf(owner(index), segment, part)))) {
      const own: Part = { ...part, heading: { ...part.heading, columns: headed(roles, segments, places, owner) } };
      const fit = fitOf(own);
      if (!isWhole(fit) || !isConfirmed(own, fit)) continue;
      const id = fit.blocks.map((block) =>
        block.columns.map(({ column, stage }) => columnIdAt(column!.id, stage)).join(),
      );
      found.set(id.join("|"), { part: own, fit });
    }
  }
  const [only, ...others] = found.values();
  return others.length === 0 ? only : undefined;
}

function isEmpty({ grid, heading }: Part, { index }: PrintedColumn): boolean {
  for (let row = heading.rowCount; row < grid.rowCount; row++) if (grid.text(row, index) !== "") return false;
  return true;
}

/** One row of amounts: what stands above it is the heading, the ends of broken words too. */
function withWholeHeading(part: Part): Part {
  const { grid, heading } = part;
  let { rowCount } = heading;
  while (rowCount < grid.rowCount && !grid.filled(rowCount).some(({ text }) => /\d[.．]\d/.test(text))) rowCount++;
  return rowCount < grid.rowCount ? { ...part, heading: { ...heading, rowCount, strays: new Set() } } : part;
}

/** Whether every column of amounts has one of the form. */
function isWhole({ blocks }: Fit): boolean {
  return blocks.every((block) => block.columns.every(({ column }) => column !== undefined));
}

/** What the columns hold by what stands below the heading; nothing where that is not sure. */
function rolesOf({ grid, heading, skipped }: Part): PrintedColumn[] | undefined {
  const roles: PrintedColumn[] = [];
  for (let column = 0; column < grid.columnCount; column++) {
    const texts: string[] = [];
    for (let row = heading.rowCount; row < grid.rowCount; row++) {
      const cell = skipped.has(row) ? undefined : grid.startingAt(row, column);
      // 合计 over codes and names.
      if (cell && cell.text !== "" && cell.columnSpan === 1) texts.push(squeezed(cell.text));
    }
    const role = roleOf(texts);
    if (!role) return undefined;
    roles.push({ index: column, role, path: [] });
  }
  return roles;
}

function roleOf(texts: readonly string[]): ColumnRole | undefined {
  const share = (pattern: RegExp): number => texts.filter((text) => pattern.test(text)).length / texts.length;
  if (texts.length === 0) return "figure";
  if (share(/^[-—－–]+$|^[（(]?[-−－]?(?:\d{1,3}(?:[,，]\d{3})+|\d+)[.．]\d{2}[)）]?$|^0$/) >= MOST) return "figure";
  if (share(/\p{sc=Han}/u) >= MOST) return "name";
  const codes = texts.filter((text) => !/\p{sc=Han}/u.test(text));
  if (codes.length > 0 && codes.every((text) => /^(?:\d{2}|[235]\d{2}(?:\d{2}){0,2})$/.test(text))) {
    const isCounted = codes.every((text, index) => index === 0 || Number(text) === Number(codes[index - 1]!) + 1);
    if (!isCounted || codes.length < LEAST_LINES) return "code";
  }
  if (
    codes.every(
      (text, index) => /^\d{1,3}$/.test(text) && (index === 0 || Number(text) === Number(codes[index - 1]!) + 1),
    )
  )
    return "line";
  return undefined;
}

const MOST = 0.9;
const LEAST_LINES = 3;

/** The columns that a block prints, in the orders in which forms do, as many as the segment has. */
function ordersOf(block: TableBlock, segment: Segment, part: Part): readonly (readonly Place[])[] {
  const printed = charactersOf(part);
  const columns = block.columns.filter(
    ({ heading, aliases = [], quantity }) =>
      // No sum tells a count beside the money, and 购置数 is made of the characters of 购置费 and 预算数.
      (quantity !== "count" || block.sums === undefined) &&
      (heading.length === 0 ||
        [heading.at(-1)!, ...aliases].some((name) => [...name].every((one) => printed.has(one)))),
  );
  const stages: readonly Stage[] = block.stages ?? ["final"];
  const whole = new Set(headCells(part).map(({ text }) => squeezed(text)));
  const isWhole = ({ heading, aliases = [] }: TableColumn): boolean =>
    [heading.at(-1) ?? "", ...aliases].some((name) => whole.has(name));
  const lists = [columns, columns.filter(({ owed }) => owed !== false), columns.filter(isWhole)];
  // 预算数 | 决算数 under each heading, or all headings under 预算数 and again under 决算数.
  const orders = lists.flatMap((list) => [
    { places: list.flatMap((column) => stages.map((stage) => ({ column, stage }))), times: 1 },
    { places: stages.flatMap((stage) => list.map((column) => ({ column, stage }))), times: stages.length },
  ]);
  const found = new Map<string, readonly Place[]>();
  for (const { places, times } of orders)
    if (
      places.length === segment.figures.length &&
      isSpelt(new Set(places.map(({ column }) => column)), times, whole, printed) &&
      isOrdered(places, segment, part)
    )
      found.set(places.map(({ column, stage }) => columnIdAt(column.id, stage)).join(), places);
  return [...found.values()];
}

/** Whether the headings have the characters of all these columns, each as often as they print them. */
function isSpelt(
  columns: ReadonlySet<TableColumn>,
  times: number,
  whole: ReadonlySet<string>,
  printed: ReadonlyMap<string, number>,
): boolean {
  const left = new Map(printed);
  for (const { heading, aliases = [] } of columns) {
    const name = [heading.at(-1) ?? "", ...aliases].find((one) => whole.has(one)) ?? heading.at(-1) ?? "";
    for (const character of name) left.set(character, (left.get(character) ?? 0) - times);
  }
  return [...left.values()].every((count) => count >= 0);
}

function headCells({ grid, heading }: Part) {
  return Array.from({ length: heading.rowCount }, (_, row) => grid.filled(row)).flat();
}

/** How often each character stands in the headings of amounts. */
function charactersOf(part: Part): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { text } of headCells(part))
    if (!LABELS.test(squeezed(text)))
      for (const character of squeezed(text)) counts.set(character, (counts.get(character) ?? 0) + 1);
  return counts;
}

/** What heads the names, codes and numbers of rows. */
const LABELS = /^(?:[类款项]|[栏行项]次|项目|.*(?:名称|编码|代码))$/;

/** Whether the headings that stand whole, or whose first lines do, are printed from left to right as the places are. */
function isOrdered(places: readonly Place[], segment: Segment, part: Part): boolean {
  const [from, to] = [segment.figures[0]!.index, segment.figures.at(-1)!.index];
  const cells = headCells(part)
    .map(({ column, columnSpan, text }) => ({ column: column + columnSpan / 2, text: squeezed(text) }))
    .sort((one, other) => one.column - other.column);
  if (new Set(places.map(({ stage }) => stage)).size > 1) {
    const [budget, final] = [/预算数?$/, /决算数?$/].map(
      (pattern) => cells.find(({ text }) => pattern.test(text))?.column,
    );
    if (budget === undefined || final === undefined || budget >= final) return false;
  }
  const names = places.map(({ column: { heading } }) => heading.at(-1) ?? "");
  const used = new Map<string, number>();
  let [last, seen] = [-1, 0];
  for (const name of names) {
    if (name === "" || name.length < LEAST_NAME) continue;
    const own = cells.filter(
      ({ column, text }) =>
        column >= from - ASIDE &&
        column <= to + ASIDE &&
        text.length >= LEAST_NAME &&
        name.startsWith(text) &&
        !names.some((other) => other !== name && other.startsWith(text)),
    );
    const at = used.get(name) ?? 0;
    used.set(name, at + 1);
    const cell = own.length === names.filter((other) => other === name).length ? own[at] : undefined;
    if (!cell) continue;
    if (cell.column < last - NEARLY) return false;
    last = Math.max(last, cell.column);
    seen++;
  }
  return seen * 2 >= names.filter((name) => name.length >= LEAST_NAME).length;
}

/** 小计 and 合计 stand in many places. */
const LEAST_NAME = 3;
/** A heading that went astray stands over the column beside its own. */
const ASIDE = 1;
/** So far, in columns, the middle of a heading may be off. */
const NEARLY = 0.5;

const MOST_CHOICES = 16;

function choices<T>(lists: readonly (readonly T[])[]): T[][] {
  return lists.reduce<T[][]>(
    (all, list) => all.flatMap((one) => list.map((next) => [...one, next])).slice(0, MOST_CHOICES),
    [[]],
  );
}

function headed(
  roles: readonly PrintedColumn[],
  segments: readonly Segment[],
  places: readonly (readonly Place[])[],
  owner: (index: number) => TableBlock,
): PrintedColumn[] {
  const paths = new Map<number, readonly string[]>();
  for (const [index, { figures }] of segments.entries()) {
    const { heading } = owner(index);
    const own = places[index]!;
    const isStaged = new Set(own.map(({ stage }) => stage)).size > 1;
    for (const [order, { column, stage }] of own.entries())
      paths.set(figures[order]!.index, [
        ...(heading === undefined ? [] : [heading]),
        ...(isStaged || column.heading.length === 0 ? [STAGE_WORDS[stage]] : []),
        ...column.heading,
      ]);
  }
  return roles.map((column) => ({
    ...column,
    path: paths.get(column.index) ?? [
      { code: "科目编码", name: "项目", line: "行次", figure: "", remark: "" }[column.role],
    ],
  }));
}
