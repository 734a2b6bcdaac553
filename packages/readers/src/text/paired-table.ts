import type { FixedRow, Table, TableBlock, TableColumn, TableDeclaration } from "@juesuan/core";
import { labelWord } from "../tables/words.ts";
import type { SaidElsewhere } from "./coded-table.ts";
import { deducedWays, placedSums, waysAcross, type ListedRow, type Way } from "./deduced.ts";
import type { Line } from "./lines.ts";
import { rangeOf, TableSetter, together } from "./set-table.ts";
import type { Group, Run } from "./spaced-rows.ts";
import { exact, printedColumns } from "./sums-across.ts";

// A form of two sides (财政拨款收入支出决算总表) whose empty cells left nothing behind: on the left one amount to a row, on the
// right those of each fund. Which fund an amount on the right is of, the sums tell: each row's, those down to 总计, and what the
// left says that each fund came to.

/** The two sides of a run of rows, where each row says by its labels which side its groups are of. */
interface Side {
  readonly block: TableBlock;
  readonly rows: ReadonlyMap<Group, FixedRow>;
}

/** The form under a title; nothing where its rows are none of it, or its sums do not tell its columns. */
export function pairedTable(
  lines: readonly Line[],
  from: number,
  run: Run,
  { blocks }: TableDeclaration,
  { attested }: SaidElsewhere,
): Table | undefined {
  const [first, second, ...others] = blocks;
  if (!second || others.length > 0 || first.columns.length !== 1 || (second.sums ?? []).length === 0) return undefined;
  const sides = sidesOf([first, second], run);
  if (!sides) return undefined;
  const columns = printedColumns(second, run.head.map(({ text }) => text).join(""));
  const ways = columns.length > 1 ? waysOf(sides, columns, attested) : undefined;
  return ways && laidOut(lines, from, run, sides, columns, ways);
}

/** Each label by its side: the rows of a form have names of their own, but for 总计, which stands on both. */
function sidesOf(blocks: readonly [TableBlock, TableBlock], { rows }: Run): [Side, Side] | undefined {
  const sides: [Map<Group, FixedRow>, Map<Group, FixedRow>] = [new Map(), new Map()];
  let strange = 0;
  let count = 0;
  for (const { groups } of rows) {
    for (const [index, group] of groups.entries()) {
      // An amount of no row may be any row's.
      if (group.amounts.length > 0 && group.codes.length + group.names.length === 0) return undefined;
      count++;
      const known = blocks.map((block) => rowOf(block, group));
      const at =
        known[0] && known[1] ? (groups.length === 2 ? index : undefined) : known[0] ? 0 : known[1] ? 1 : undefined;
      // A label that no form has, or two groups of one side, or the left behind the right.
      if (at === undefined || (at === 0 && group.amounts.length > 1) || (groups.length === 2 && at !== index))
        strange++;
      else if (groups.length <= 2) sides[at]!.set(group, known[at]!);
    }
  }
  if (strange > Math.max(MOST_STRANGE, STRANGE_SHARE * count)) return undefined;
  return [
    { block: blocks[0], rows: sides[0] },
    { block: blocks[1], rows: sides[1] },
  ];
}

const MOST_STRANGE = 2;
const STRANGE_SHARE = 0.1;

function rowOf({ rows }: TableBlock, { names }: Group): FixedRow | undefined {
  if (rows.kind !== "fixed" || names.length === 0) return undefined;
  const label = labelWord(names.map(({ text }) => text).join(""));
  return rows.rows.find((row) => [row.label, ...(row.aliases ?? [])].some((name) => labelWord(name) === label));
}

function waysOf(
  [left, right]: readonly [Side, Side],
  columns: readonly TableColumn[],
  attested: SaidElsewhere["attested"],
): ReadonlyMap<Group, Way> | undefined {
  const { rows: axis, sums = [] } = right.block;
  if (axis.kind !== "fixed") return undefined;
  const groups = [...right.rows].filter(([{ amounts }]) => amounts.length > 0);
  const byId = new Map(groups.map(([, { id }], index) => [id, index]));
  if (byId.size < groups.length) return undefined;
  const parents = new Map((axis.sums ?? []).flatMap(({ total, of }) => of.map((id) => [id, total] as const)));
  const rows: ListedRow[] = [];
  for (const [{ amounts }, { id }] of groups) {
    const values = amounts.map(({ text }) => exact(text));
    if (!values.every((value) => value !== undefined)) return undefined;
    rows.push({ amounts: values, parent: byId.get(parents.get(id) ?? "") });
  }
  const root = byId.get("total");
  if (root === undefined) return undefined;
  const placed = placedSums(
    sums,
    columns.map(({ id }) => id),
  );
  if (placed.length === 0) return undefined;
  const isTotal = (column: number): boolean => placed.some(({ total }) => total === column);
  const received = receivedBy(left);
  const possible = waysAcross(rows[root]!.amounts, [...columns.keys()], placed);
  const fits = (way: Way): boolean =>
    columns.every((column, at) => {
      const fund = column.dimensions?.fund;
      if (isTotal(at) || fund === undefined) return true;
      const index = way.indexOf(at);
      return (index < 0 ? 0n : rows[root]!.amounts[index]!) === (received.get(fund) ?? 0n);
    });
  const borne = possible.filter(fits);
  const told = possible.filter((way) =>
    way.every((column, index) => isTotal(column) || attested(columns[column]!, groups[root]![0].amounts[index]!.text)),
  );
  const [way, ...more] = possible.length === 1 ? possible : borne.length > 0 ? borne : told;
  if (!way || more.length > 0) return undefined;
  const found = deducedWays(rows, { row: root, way }, placed);
  if (found.filter((own) => own).length < MOSTLY * rows.length) return undefined;
  return new Map(groups.flatMap(([group], index) => (found[index] ? [[group, found[index]] as const] : [])));
}

const MOSTLY = 0.75;

/** What each fund received and had left over, as the left says. */
function receivedBy({ rows }: Side): ReadonlyMap<string, bigint> {
  const sums = new Map<string, bigint>();
  for (const [{ amounts }, { dimensions, style }] of rows) {
    const fund = dimensions?.fund;
    const value = amounts[0] && exact(amounts[0].text);
    if (fund === undefined || style === "total" || value === undefined) continue;
    sums.set(fund, (sums.get(fund) ?? 0n) + value);
  }
  return sums;
}

function laidOut(
  lines: readonly Line[],
  from: number,
  run: Run,
  [left, right]: readonly [Side, Side],
  columns: readonly TableColumn[],
  ways: ReadonlyMap<Group, Way>,
): Table {
  const { start } = lines[from]!;
  const set = new TableSetter();
  const nowhere = { start, end: start };
  const headings = ["项目", "决算数", "项目", ...columns.map(({ heading }) => heading.at(-1) ?? "决算数")];
  for (const [column, text] of headings.entries()) set.put(0, column, text, nowhere);
  for (const [index, { groups }] of run.rows.entries()) {
    const row = index + 1;
    for (const group of groups) {
      const { codes, names, amounts } = group;
      const isLeft = left.rows.has(group);
      const way = isLeft ? [0] : right.rows.has(group) ? ways.get(group) : undefined;
      const label = [...codes, ...names];
      if (way || amounts.length === 0) {
        if (label.length > 0 && (isLeft || right.rows.has(group)))
          set.put(row, isLeft ? 0 : RIGHT, names.map(({ text }) => text).join(""), rangeOf(names));
        for (const [at, amount] of amounts.entries())
          set.put(row, (isLeft ? 0 : RIGHT) + 1 + way![at]!, amount.text, amount);
        continue;
      }
      // Amounts together: each number is listed, and none is in a column.
      const isRight = !isLeft && (groups.length === 1 || group === groups.at(-1));
      set.put(row, isRight ? RIGHT : 0, label.map(({ text }) => text).join(""), rangeOf(label));
      set.put(row, (isRight ? RIGHT : 0) + 1, together(amounts), rangeOf(amounts), isRight ? columns.length : 1);
    }
  }
  const { end } = lines[run.to - 1]!;
  return set.table({ start, end }, run.rows.length + 1, headings.length);
}

/** The column in which the labels of the right stand. */
const RIGHT = 2;
