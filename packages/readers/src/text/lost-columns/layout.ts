import { columnIdAt, type Stage, type Sum, type TableBlock } from "@juesuan/core";
import { labelWord } from "../../tables/words.ts";
import type { Line } from "../lines.ts";
import type { Group, Run } from "../spaced-rows.ts";
import { printedColumns, trySums, type Place } from "../sums-across.ts";
import { addUp, MOSTLY } from "./sums-down.ts";

// In which columns of the form the amounts of each row stand: by the order of the groups, the headings and the sums.

/** A table as one arrangement of its form has it. */
export interface Layout {
  readonly blocks: readonly TableBlock[];
  /** The columns of amounts of each group from left to right. */
  readonly places: readonly (readonly Place[])[];
}

/** Whether a block has a row of the group's label. */
export function isOf({ rows }: TableBlock, { names }: Group): boolean {
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

export function layoutOf(blocks: readonly TableBlock[], run: Run): Layout | undefined {
  const dealt = isAheadOfLabels(blocks, run) ? undefined : deal(blocks, run);
  if (!dealt) return undefined;
  if (blocks.length === 1 && !addUp(blocks[0]!, run)) return undefined;
  const places = dealt.map((groups, index) => placesOf(blocks[index] ?? blocks[0]!, groups, run));
  return places.every((found) => found !== undefined) ? { blocks, places } : undefined;
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
export function isInOrder([first]: readonly TableBlock[], groups: readonly Group[], places: number): boolean {
  return groups.length === places || (first!.repeats === true && groups.length <= places);
}

/** Where a group stands: by its order in a full row, by its label in one of a single side. */
export function placeOf(blocks: readonly TableBlock[], group: Group, index: number | undefined): number | undefined {
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

function bears(sums: readonly Sum[], places: readonly Place[], groups: readonly Group[]): boolean {
  const full = groups.filter(({ amounts }) => amounts.length === places.length);
  if (full.length < FULL * groups.filter(({ amounts }) => amounts.length > 0).length) return false;
  const rows = full.map(({ amounts }) => amounts.map(({ text }) => text));
  const { held, broken } = trySums(sums, places, rows);
  return held >= MOSTLY * (held + broken);
}

/** Whether rows name a project behind the item it is of. */
export function hasProjects({ rows }: TableBlock, groups: readonly Group[]): boolean {
  const coded = groups.filter(({ codes }) => codes.length > 0);
  const both = coded.filter(({ names }) => names.length > 1);
  return rows.kind === "classification" && rows.projects === true && coded.length > 0 && both.length * 2 > coded.length;
}
