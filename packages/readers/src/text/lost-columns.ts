import {
  columnIdAt,
  ECONOMIC_ITEMS,
  recogniseTitle,
  type Cell,
  type Stage,
  type Sum,
  type Table,
  type TableBlock,
} from "@juesuan/core";
import { labelWord, STAGE_WORDS } from "../tables/words.ts";
import { codedTable, type SaidElsewhere } from "./coded-table.ts";
import { emptyTable, isFirstBelowTitle } from "./empty-table.ts";
import type { FoundTable } from "./found-table.ts";
import type { Line } from "./lines.ts";
import { pairedTable } from "./paired-table.ts";
import type { Refusal } from "./refusal.ts";
import { exact, printedColumns, trySums, type Place } from "./sums-across.ts";
import {
  breaksOff,
  cellsFrom,
  isSpacedRow,
  runFrom,
  scatteredFrom,
  titleAbove,
  wideRowsFrom,
  wordsOfLine,
  type Group,
  type Run,
  type SpacedRow,
  type Word,
} from "./spaced-rows.ts";

// A table whose columns were lost, for its cells are parted by single spaces or stand one below the other: the title says
// which columns there are, the headings that they are printed, and the sums across each row that the amounts stand in
// their order.

/** Where no table was found, and where no list by codes was. */
interface Refused {
  readonly lost: Refusal;
  readonly coded: Refusal;
}

interface Layout {
  readonly blocks: readonly TableBlock[];
  /** The columns of amounts of each group from left to right. */
  readonly places: readonly (readonly Place[])[];
}

/**
 * The table that begins on a line. Where its columns are not sure it is a table without headings: its figures are listed
 * and bound to nothing, as they would be to any words around them were they taken for sentences.
 */
export function lostColumnsTable(
  lines: readonly Line[],
  from: number,
  { lost: refused, coded: refusedLists }: Refused,
  said: () => SaidElsewhere,
): FoundTable | undefined {
  if (refused.covers(from)) return undefined;
  const wide = wideRowsFrom(lines, from);
  if (wide) return figuresAlone(lines, from, wide);
  const title = titleAbove(lines, from);
  if (!title && !isSpacedRow(lines[from])) return undefined;
  const coded =
    title && isFirstBelowTitle(lines, from) ? codedTable(lines, from, title.table, said(), refusedLists) : undefined;
  if (coded) return { from, to: coded.to, table: coded.table };
  const empty = title && isFirstBelowTitle(lines, from) ? emptyTable(lines, from) : undefined;
  if (empty) return empty;
  const run = runFrom(lines, from, title !== undefined);
  // A part of a table is told from none by nothing: its sums would seem to fail for the rows that were not read.
  const arrangements =
    title && !(run && breaksOff(lines, run)) ? [title.table.blocks, ...(title.table.variants ?? [])] : [];
  for (const blocks of arrangements) {
    const cells = run ? undefined : countedWhole(cellsFrom(lines, from));
    const found = run ?? (cells && { ...cells, rows: pairedRows(blocks, cells.rows) });
    const layout = found && layoutOf(blocks, found);
    const isSure = layout !== undefined && (run !== undefined || holdsDown(blocks, found!.rows));
    if (found && isSure) return laidOut(lines, from, found, layout);
  }
  const paired =
    title && run && !breaksOff(lines, run) ? pairedTable(lines, from, run, title.table, said()) : undefined;
  if (paired) return { from, to: run!.to, table: paired };
  const scattered = title && scatteredFrom(lines, from);
  if (scattered) return figuresAlone(lines, from, scattered);
  // A list with one amount to a line may be told in words as well.
  const isTable = run && (title || run.rows.some(({ groups }) => groups.some(({ amounts }) => amounts.length > 1)));
  if (isTable) return figuresAlone(lines, from, run);
  return run && refused.until(run.to);
}

/** The table of rows that are known to be its; nothing where its columns are not sure. */
export function lostColumnsOf(lines: readonly Line[], from: number, run: Run, title: string): Table | undefined {
  const match = recogniseTitle(title);
  const layouts = new Map<string, Layout>();
  for (const blocks of match ? [match.table.blocks, ...(match.table.variants ?? [])] : []) {
    const layout = layoutOf(blocks, run);
    // Arrangements that state the same are one.
    const meant = layout?.places.map((list) => list.map((place) => meaningOf(place, match!.table.concept)).join(" "));
    if (layout && !layouts.has(meant!.join(" | "))) layouts.set(meant!.join(" | "), layout);
  }
  // The sums of a row with little in it hold in more orders than one.
  const [only, ...others] = layouts.values();
  return only && others.length === 0 ? laidOut(lines, from, run, only).table : undefined;
}

function meaningOf({ column: { concept, dimensions = {} }, stage }: Place, ofTable: string): string {
  return JSON.stringify([concept ?? ofTable, Object.entries(dimensions).sort(), stage]);
}

/** Cells one below the other whose rows are counted, all or none: otherwise columns were copied apart. */
function countedWhole(run: Run | undefined): Run | undefined {
  const counted = run?.rows.filter(({ groups }) => groups.some(({ line }) => line)).length ?? 0;
  return counted === 0 || counted * 2 > run!.rows.length ? run : undefined;
}

/** Of cells one below the other, those of the right side of a row follow those of its left. */
function pairedRows(blocks: readonly TableBlock[], rows: readonly SpacedRow[]): SpacedRow[] {
  if (blocks.length !== 2) return [...rows];
  const paired: { groups: Group[] }[] = [];
  for (const { groups } of rows) {
    const open = paired.at(-1);
    const isPair = open?.groups.length === 1 && isOf(blocks[0]!, open.groups[0]!) && isOf(blocks[1]!, groups[0]!);
    if (isPair) open.groups.push(...groups);
    else paired.push({ groups: [...groups] });
  }
  return paired;
}

/** Whether a block has a row of the group's label. */
function isOf({ rows }: TableBlock, { names }: Group): boolean {
  const label = labelWord(names.map(({ text }) => text).join(""));
  return (
    rows.kind === "fixed" &&
    rows.rows.some((row) => [row.label, ...(row.aliases ?? [])].some((name) => labelWord(name) === label))
  );
}

/** 3,553,976.34 五、教育支出⏎五、事业收入⏎18,600.00: amounts before the labels of the other side, and so not behind their own. */
function isAheadOfLabels(blocks: readonly TableBlock[], { rows }: Run): boolean {
  if (blocks.length < 2 || blocks.some(({ rows: axis }) => axis.kind !== "fixed")) return false;
  const ahead = rows.filter(
    ({ groups: [first, ...others] }) =>
      first!.codes.length + first!.names.length === 0 && !first!.line && others.some(({ names }) => names.length > 0),
  );
  return ahead.length >= LEAST_AHEAD;
}

const LEAST_AHEAD = 3;

function layoutOf(blocks: readonly TableBlock[], run: Run): Layout | undefined {
  const dealt = isAheadOfLabels(blocks, run) ? undefined : deal(blocks, run);
  if (!dealt) return undefined;
  if (blocks.length === 1 && !addUp(blocks[0]!, run)) return undefined;
  const places = dealt.map((groups, index) => placesOf(blocks[index] ?? blocks[0]!, groups, run));
  return places.every((found) => found !== undefined) ? { blocks, places } : undefined;
}

/**
 * Whether cells one below the other are those of their labels: a column of labels that was copied before a column of amounts
 * has them by chance. The sums that a form owes down its rows hold, where its rows are no codes.
 */
function holdsDown(blocks: readonly TableBlock[], rows: readonly SpacedRow[]): boolean {
  if (blocks.every(({ rows: axis }) => axis.kind !== "fixed")) return true;
  let [held, broken] = [0, 0];
  for (const { rows: axis } of blocks) {
    if (axis.kind !== "fixed") continue;
    const amounts = new Map<string, bigint>();
    for (const { names, amounts: own } of rows.flatMap(({ groups }) => groups)) {
      const label = labelWord(names.map(({ text }) => text).join(""));
      const row = axis.rows.find(({ label: known, aliases = [] }) =>
        [known, ...aliases].some((name) => labelWord(name) === label),
      );
      if (row && !amounts.has(row.id)) amounts.set(row.id, (own[0] && exact(own[0].text)) ?? 0n);
    }
    for (const { total, of, less = [], relation } of axis.sums ?? []) {
      const whole = amounts.get(total);
      if (relation === "parts" || whole === undefined || !of.some((id) => amounts.has(id))) continue;
      const rest = less.reduce((sum, id) => sum + (amounts.get(id) ?? 0n), whole);
      const off = of.reduce((sum, id) => sum - (amounts.get(id) ?? 0n), rest);
      if ((off < 0n ? -off : off) <= 100n * BigInt(of.length)) held++;
      else broken++;
    }
  }
  // A row that is not read breaks a sum: one that fails among few tells nothing.
  return broken < LEAST_BROKEN || held >= MOSTLY * (held + broken);
}

const LEAST_BROKEN = 2;

/** Of so many sums down a list, such a share must hold: codes that were copied apart from their amounts have those of others. */
const LEAST_DOWN = 3;
const DOWN_SHARE = 0.6;

/** Whether the first amounts of most codes are the sums of those below them. */
function addUp({ rows: { kind, ...rows } }: TableBlock, run: Run): boolean {
  // Projects have the codes of their items.
  if (kind !== "classification" || ("projects" in rows && rows.projects)) return true;
  let twice = 0;
  const amounts = new Map<string, bigint>();
  for (const { codes, amounts: own } of run.rows.flatMap(({ groups }) => groups)) {
    const code = codes.map(({ text }) => text).join("");
    if (code.length < 3) continue;
    if (amounts.has(code)) twice++;
    amounts.set(code, (own[0] && exact(own[0].text)) ?? 0n);
  }
  // 行政运行 of which class? Where codes were copied elsewhere, a name that comes twice tells nothing.
  const names = run.rows.flatMap(({ groups }) =>
    groups.flatMap(({ codes, names: own }) => (codes.length > 0 ? [] : [own.map(({ text }) => text).join("")])),
  );
  if (amounts.size < names.length && new Set(names).size < names.length) return false;
  let held = 0;
  let broken = twice;
  const byParent = Map.groupBy(amounts, ([code]) => code.slice(0, -2));
  for (const [code, amount] of amounts) {
    const below = byParent.get(code) ?? [];
    if (below.length === 0) continue;
    const off = below.reduce((rest, [, other]) => rest - other, amount);
    if ((off < 0n ? -off : off) <= 100n * BigInt(below.length)) held++;
    else broken++;
  }
  return held + broken < LEAST_DOWN || held >= DOWN_SHARE * (held + broken);
}

/** The groups of all rows by the place in which they stand; nothing where that is not sure. */
function deal(blocks: readonly TableBlock[], run: Run): Group[][] | undefined {
  const most = run.rows.reduce((count, { groups }) => Math.max(count, groups.length), 0);
  const [first] = blocks;
  const isList = blocks.length === 1 && first!.rows.kind === "classification";
  if (first!.rows.kind === "fixed" && isCoded(run)) return undefined;
  if (isList && lacksProjects(first!, run)) return undefined;
  if (isList ? most > 1 && first!.repeats !== true : most > blocks.length) return undefined;
  const dealt: Group[][] = Array.from({ length: Math.max(most, blocks.length) }, () => []);
  for (const { groups } of run.rows)
    for (const [index, group] of groups.entries()) {
      const at = placeOf(blocks, group, isInOrder(blocks, groups, dealt.length) ? index : undefined);
      if (at !== undefined) dealt[at]!.push(group);
    }
  return dealt.every((groups) => groups.length > 0) ? dealt : undefined;
}

/** Whether several rows of a list by projects have one code, and nothing tells the projects. */
function lacksProjects(block: TableBlock, { rows }: Run): boolean {
  if (block.rows.kind !== "classification" || block.rows.projects !== true) return false;
  const groups = rows.flatMap((row) => row.groups);
  const codes = groups.flatMap((group) =>
    group.codes.length > 0 ? [group.codes.map(({ text }) => text).join("")] : [],
  );
  return new Set(codes).size < codes.length && !hasProjects(block, groups);
}

/** Whether most rows have codes, so that they are no rows of a form. */
function isCoded({ rows }: Run): boolean {
  return (
    rows.filter(({ groups: [first] }) => first!.codes.some(({ text }) => text.length > 2)).length * 2 > rows.length
  );
}

/** Whether the order of a row's groups says where each stands: it is full, or any side of the list may hold any label. */
function isInOrder([first]: readonly TableBlock[], groups: readonly Group[], places: number): boolean {
  return groups.length === places || (first!.repeats === true && groups.length <= places);
}

/** Where a group stands: by its order in a full row, by its label in one of a single side. */
function placeOf(blocks: readonly TableBlock[], group: Group, index: number | undefined): number | undefined {
  if (index !== undefined) return index;
  // 10 十、节能环保支出: on the left is only the number of the line.
  const isCounted = group.codes.every(({ text }) => text.length < 3);
  if (blocks.length === 1 || !isCounted) return 0;
  const own = [...blocks.entries()].filter(([, block]) => isOf(block, group));
  return own.length === 1 ? own[0]![0] : undefined;
}

/** The columns of a block that the headings print, as many as most of its rows have amounts, in an order that their sums bear out. */
function placesOf(block: TableBlock, groups: readonly Group[], run: Run): readonly Place[] | undefined {
  const count = usual(groups.flatMap(({ amounts }) => (amounts.length > 0 ? [amounts.length] : [])));
  const columns = printedColumns(block, run.head.map(({ text }) => text).join(""));
  const stages: readonly Stage[] = block.stages ?? ["final"];
  const orders = [columns, columns.filter(({ owed }) => owed !== false)].flatMap((list) => [
    list.flatMap((column) => stages.map((stage) => ({ column, stage }))),
    stages.flatMap((stage) => list.map((column) => ({ column, stage }))),
  ]);
  const found = new Map<string, readonly Place[]>();
  for (const places of orders)
    if (places.length === count && isOrdered(places, run.head) && bears(block.sums ?? [], places, groups))
      found.set(places.map(({ column, stage }) => columnIdAt(column, stage)).join(" "), places);
  const [only, ...others] = found.values();
  return others.length === 0 ? only : undefined;
}

function usual(counts: readonly number[]): number {
  const times = new Map<number, number>();
  for (const count of counts) times.set(count, (times.get(count) ?? 0) + 1);
  return [...times].reduce((best, entry) => (entry[1] > best[1] ? entry : best), [0, 0])[0];
}

/** No line of the headings prints the columns in another order. */
function isOrdered(places: readonly Place[], head: readonly Line[]): boolean {
  const stages = [...new Set(places.map(({ stage }) => stage))];
  if (stages.length > 1) return areStagesOrdered(stages, head);
  return head.every(({ text }) => {
    const words = text.split(/[\s\u3000]+/);
    let last = -1;
    return places.every(({ column: { heading, aliases = [] } }) => {
      const at = words.findIndex((word, index) => index > last && [heading.at(-1), ...aliases].includes(word));
      const isEarlier =
        at < 0 &&
        words
          .slice(0, Math.max(0, last))
          .some((word) => heading.at(-1) === word && words.indexOf(word) === words.lastIndexOf(word));
      if (at > last) last = at;
      return !isEarlier;
    });
  });
}

/**
 * Where all columns come once for 预算数 and once for 决算数, their broken headings begin lines anywhere, and each comes
 * twice: the order of the stages is what can be told.
 */
function areStagesOrdered(stages: readonly Stage[], head: readonly Line[]): boolean {
  const text = head.map((line) => line.text).join(" ");
  const [one, other] = stages.map((stage) => text.indexOf(stage === "final" ? "决算" : "预算"));
  return stages.length === 2 && one! >= 0 && other! > one!;
}

/** The share of rows that must have an amount in every column. */
const FULL = 0.9;
/** The share of sums that must hold: a document may have faults, but columns out of order would break most of them. */
const MOSTLY = 0.7;
function bears(sums: readonly Sum[], places: readonly Place[], groups: readonly Group[]): boolean {
  const full = groups.filter(({ amounts }) => amounts.length === places.length);
  if (full.length < FULL * groups.filter(({ amounts }) => amounts.length > 0).length) return false;
  const rows = full.map(({ amounts }) => amounts.map(({ text }) => text));
  const { held, broken } = trySums(sums, places, rows);
  return held >= MOSTLY * (held + broken);
}

/** The labels that a group has before its amounts. */
type LabelKind = "code" | "name" | "project" | "line";

function laidOut(lines: readonly Line[], from: number, run: Run, { blocks, places }: Layout): FoundTable {
  const start = lines[from]!.start;
  const end = lines[run.to - 1]!.end;
  const cells: Cell[] = [];
  const paths = places.map((list) =>
    list.map(({ column, stage }) => [
      ...column.heading,
      ...(column.heading.length === 0 || new Set(list.map((place) => place.stage)).size > 1
        ? [STAGE_WORDS[stage]]
        : []),
    ]),
  );
  const depth = Math.max(1, ...paths.flat().map((path) => path.length));
  const put = (
    row: number,
    column: number,
    text: string,
    at: { start: number; end: number },
    columnSpan = 1,
    rowSpan = 1,
  ) => cells.push({ row, column, rowSpan, columnSpan, start: at.start, end: at.end, page: 1, text });
  const nowhere = { start, end: start };
  let next = 0;
  const columns = places.map((list, index) => {
    const block = blocks[index] ?? blocks[0]!;
    const groups = run.rows.flatMap(({ groups }) => groups);
    const kinds: LabelKind[] = [];
    if (block.rows.kind === "classification") kinds.push("code");
    if (block.rows.kind !== "single") kinds.push("name");
    if (hasProjects(block, groups)) kinds.push("project");
    if (groups.some(({ line }) => line)) kinds.push("line");
    const labels = new Map(kinds.map((kind) => [kind, next++]));
    for (const [kind, column] of labels)
      put(
        0,
        column,
        {
          code: "科目编码",
          name: block.rows.kind === "fixed" ? "项目" : "科目名称",
          project: "项目名称",
          line: "行次",
        }[kind],
        nowhere,
        1,
        depth,
      );
    const first = next;
    for (const path of paths[index]!) {
      for (const [row, text] of path.entries())
        put(row, next, text, nowhere, 1, row === path.length - 1 ? depth - row : 1);
      next++;
    }
    return { labels, first, count: list.length };
  });
  for (const [index, { groups }] of run.rows.entries()) {
    const row = depth + index;
    for (const [order, group] of groups.entries()) {
      const at = placeOf(blocks, group, isInOrder(blocks, groups, columns.length) ? order : undefined);
      const target = columns[at ?? 0]!;
      const isSure = at !== undefined && group.amounts.length === target.count;
      const all = [...group.codes, ...group.names, ...(group.line ? [group.line] : []), ...group.amounts];
      if (!isSure && group.amounts.length > 0) {
        // Labels and amounts together: each number is listed, and none is in a column.
        put(row, target.first, all.map(({ text }) => text).join(" "), rangeOf(all), target.count);
        continue;
      }
      const [codeColumn, nameColumn, projectColumn, lineColumn] = (["code", "name", "project", "line"] as const).map(
        (kind) => target.labels.get(kind),
      );
      // A part of a name that stands beside no code of its own: the row above it would be called by it.
      const isPart = codeColumn !== undefined && group.codes.length + group.amounts.length === 0;
      if (isPart && projectColumn === undefined) continue;
      const [item, ...project] = group.names;
      if (codeColumn !== undefined && group.codes.length > 0)
        put(row, codeColumn, group.codes.map(({ text }) => text).join(""), rangeOf(group.codes));
      if (projectColumn !== undefined && item) {
        put(row, nameColumn!, item.text, item);
        if (project.length > 0) put(row, projectColumn, project.map(({ text }) => text).join(""), rangeOf(project));
      }
      // The code is the row's name where there is one: what stands beside it may be the half of a broken name.
      else if (
        nameColumn !== undefined &&
        group.names.length > 0 &&
        (codeColumn === undefined || group.codes.length === 0 || isItsName(group))
      )
        put(row, nameColumn, group.names.map(({ text }) => text).join(""), rangeOf(group.names));
      if (lineColumn !== undefined && group.line) put(row, lineColumn, group.line.text, group.line);
      for (const [column, amount] of group.amounts.entries()) put(row, target.first + column, amount.text, amount);
    }
  }
  cells.sort((one, other) => one.row - other.row || one.column - other.column);
  return found(from, run.to, { start, end, rowCount: depth + run.rows.length, columnCount: next, cells });
}

/** 31002 办公设备购置: the whole name of the item that a code is. */
function isItsName({ codes, names }: Group): boolean {
  const code = codes.map(({ text }) => text).join("");
  const name = labelWord(names.map(({ text }) => text).join(""));
  return ECONOMIC_ITEMS.some(([known, ...own]) => known === code && own.some((other) => labelWord(other) === name));
}

/** Whether rows name a project behind the item it is of. */
function hasProjects({ rows }: TableBlock, groups: readonly Group[]): boolean {
  const coded = groups.filter(({ codes }) => codes.length > 0);
  const both = coded.filter(({ names }) => names.length > 1);
  return rows.kind === "classification" && rows.projects === true && coded.length > 0 && both.length * 2 > coded.length;
}

/** Lines of which nothing but their figures is known. */
export function linesAlone(lines: readonly Line[], from: number, to: number): FoundTable {
  const own = lines.slice(from, to).filter(({ blank }) => !blank);
  const rows = own.map((line) => ({ groups: [{ codes: [], names: wordsOfLine(line), amounts: [] }] }));
  return figuresAlone(lines, from, { head: [], rows, to });
}

/** A table of which nothing but its figures is known. */
export function figuresAlone(lines: readonly Line[], from: number, run: Run): FoundTable {
  const { start } = lines[from]!;
  const place = { column: 0, rowSpan: 1, columnSpan: 1, page: 1 };
  // A heading of its own, or the first row would be taken for one.
  const cells: Cell[] = [{ ...place, row: 0, start, end: start, text: "项目" }];
  for (const [index, { groups }] of run.rows.entries()) {
    const words = groups.flatMap(({ codes, names, line, amounts }) => [
      ...codes,
      ...names,
      ...(line ? [line] : []),
      ...amounts,
    ]);
    cells.push({ ...place, row: index + 1, ...rangeOf(words), text: words.map(({ text }) => text).join(" ") });
  }
  const end = lines[run.to - 1]!.end;
  return found(from, run.to, { start, end, rowCount: cells.length, columnCount: 1, cells, adrift: true });
}

function found(from: number, to: number, table: Omit<Table, "kind" | "page" | "ruled">): FoundTable {
  return { from, to, table: { kind: "table", page: 1, ruled: false, ...table } };
}

function rangeOf(words: readonly Word[]): { start: number; end: number } {
  return {
    start: words.reduce((least, { start }) => Math.min(least, start), Infinity),
    end: words.reduce((most, { end }) => Math.max(most, end), 0),
  };
}
