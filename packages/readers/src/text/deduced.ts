import type { Sum } from "@juesuan/core";

// Amounts of a list whose empty cells left nothing behind: on each line there are fewer than columns, in their order. Which
// column each stands in, sums tell: those across a row, and those down the list, for each row is the sum of the rows below
// it. Only what no other way of placing the amounts allows is taken.

/** A row of a list: its amounts in their order, in ten-thousandths, and the row that it is a part of. */
export interface ListedRow {
  readonly amounts: readonly bigint[];
  readonly parent: number | undefined;
  /** The row of the total once more, on the next page. */
  readonly again?: boolean;
}

/** The column of each amount of a row. */
export type Way = readonly number[];

/** No more ways are looked through, across a row, across all, or down a list: bounded whatever the amounts are. */
const MOST_WAYS = 1_500;
const MOST_WAYS_OF_ALL = 60_000;
const MOST_STATES = 60_000;

/** Each amount was rounded to its last place: half of it at most for each term and for their sum. */
const HALF = 50n;

/** A sum over columns by their places: nothing but what the headings print. */
export interface PlacedSum {
  readonly total: number;
  readonly of: readonly number[];
  readonly less: readonly number[];
}

/** The sums across a row that columns owe. */
export function placedSums(sums: readonly Sum[], ids: readonly string[]): PlacedSum[] {
  return sums.flatMap(({ total, of, less = [], requires = [], relation }) => {
    const at = (list: readonly string[]): number[] => list.map((id) => ids.indexOf(id)).filter((index) => index >= 0);
    const own = { total: ids.indexOf(total), of: at(of), less: at(less) };
    const isOwed = relation !== "parts" && requires.every((id) => ids.includes(id));
    return isOwed && own.total >= 0 && own.of.length > 0 ? [own] : [];
  });
}

/** Every way to place amounts, in their order, in columns so that the sums across hold: exactly, or else but for rounding. */
export function waysAcross(amounts: readonly bigint[], allowed: readonly number[], sums: readonly PlacedSum[]): Way[] {
  if (amounts.length > allowed.length || choices(allowed.length, amounts.length) > MOST_WAYS) return [];
  const all: number[][] = [];
  const chosen: number[] = [];
  const choose = (from: number): void => {
    if (chosen.length === amounts.length) {
      all.push([...chosen]);
      return;
    }
    for (let at = from; at <= allowed.length - (amounts.length - chosen.length); at++) {
      chosen.push(allowed[at]!);
      choose(at + 1);
      chosen.pop();
    }
  };
  choose(0);
  const off = all.map((way) => largestOff(amounts, way, sums));
  const exact = all.filter((_, index) => off[index] === 0n);
  return exact.length > 0 ? exact : all.filter((_, index) => off[index] === 1n);
}

/** 0 where all sums hold, 1 where they do but for rounding, 2 where one does not. */
function largestOff(amounts: readonly bigint[], way: Way, sums: readonly PlacedSum[]): bigint {
  const at = (column: number): bigint => {
    const index = way.indexOf(column);
    return index < 0 ? 0n : amounts[index]!;
  };
  let worst = 0n;
  for (const { total, of, less } of sums) {
    const rest = less.reduce((sum, column) => sum + at(column), at(total));
    const off = of.reduce((sum, column) => sum - at(column), rest);
    const own = (off < 0n ? -off : off) > HALF * BigInt(of.length + less.length + 1) ? 2n : off === 0n ? 0n : 1n;
    if (own > worst) worst = own;
  }
  return worst;
}

function choices(from: number, count: number): number {
  if (count > from) return 0;
  let found = 1;
  for (let index = 0; index < count; index++) found = (found * (from - index)) / (index + 1);
  return found;
}

/**
 * The way of each row of a list, where it is the only one: from the row that all others are parts of down to those that have
 * no parts.
 *
 * @param root the row of the total, and the way that is known to be its
 */
export function deducedWays(
  rows: readonly ListedRow[],
  root: { readonly row: number; readonly way: Way },
  sums: readonly PlacedSum[],
): (Way | undefined)[] {
  const found: (Way | undefined)[] = rows.map(() => undefined);
  found[root.row] = root.way;
  const allowed = [...root.way];
  let count = 0;
  for (const { amounts } of rows) count += choices(allowed.length, amounts.length);
  if (count > MOST_WAYS_OF_ALL) return found;
  const budget = { states: MOST_STATES };
  const below = Map.groupBy(
    [...rows.keys()].filter((index) => index !== root.row && !rows[index]!.again),
    (index) => rows[index]!.parent ?? root.row,
  );
  for (const [index, { again }] of rows.entries()) if (again && index !== root.row) found[index] = root.way;
  const open = [root.row];
  for (let parent = open.pop(); parent !== undefined; parent = open.pop()) {
    const own = below.get(parent) ?? [];
    // What stands in the row above says which columns its parts can have.
    const known = found[parent];
    const above = known ?? allowed;
    const ways = own.map((index) => {
      const { amounts } = rows[index]!;
      const narrow = waysAcross(amounts, [...above].sort(ascending), sums);
      return narrow.length > 0 || above === allowed ? narrow : waysAcross(amounts, allowed, sums);
    });
    // A row with an amount in every column has its way, whether its own sum holds or not.
    for (const [at, index] of own.entries())
      if (ways[at]!.length === 0 && rows[index]!.amounts.length === allowed.length) ways[at] = [allowed];
    const kept = known ? waysDown(rows, { parent, way: known, parts: own }, ways, budget) : ways;
    for (const [at, index] of own.entries()) {
      if (kept[at]!.length === 1) found[index] = kept[at]![0]!;
      open.push(index);
    }
  }
  return found;
}

const ascending = (one: number, other: number): number => one - other;

/** Of the ways of the parts of a row, those that some choice for all of them makes its sum with. */
function waysDown(
  rows: readonly ListedRow[],
  { parent, way, parts }: { readonly parent: number; readonly way: Way; readonly parts: readonly number[] },
  ways: readonly (readonly Way[])[],
  budget: { states: number },
): readonly (readonly Way[])[] {
  if (parts.length === 0 || ways.some((own) => own.length === 0)) return ways;
  if (ways.every((own) => own.length === 1)) return ways;
  const columns = [...way].sort(ascending);
  const vector = (row: number, own: Way): bigint[] =>
    columns.map((column) => {
      const index = own.indexOf(column);
      return index < 0 ? 0n : rows[row]!.amounts[index]!;
    });
  const vectors = parts.map((row, at) => ways[at]!.map((own) => vector(row, own)));
  const target = vector(parent, way);
  const isPlain = [target, ...vectors.flat()].every((own) => own.every((amount) => amount >= 0n));
  const play = HALF * BigInt(parts.length + 1);
  const layers: Map<string, bigint[]>[] = [new Map([["", columns.map(() => 0n)]])];
  for (const own of vectors) {
    const next = new Map<string, bigint[]>();
    for (const state of layers.at(-1)!.values())
      for (const one of own) {
        const sum = state.map((amount, index) => amount + one[index]!);
        if (isPlain && sum.filter((amount, index) => amount > target[index]! + play).length > 1) continue;
        next.set(sum.join(" "), sum);
        if (next.size > budget.states) return ways;
      }
    budget.states -= next.size;
    layers.push(next);
  }
  const last = [...layers.at(-1)!.values()];
  const near = (bound: bigint) =>
    last.filter((sum) => sum.every((amount, index) => distance(amount, target[index]!) <= bound));
  // One number may be wrong: then the other columns tell, if exactly.
  const butOne = (): bigint[][] =>
    last.filter((sum) => sum.filter((amount, index) => amount !== target[index]!).length === 1);
  const ends = [() => near(0n), () => near(play), butOne].map((way) => way()).find((own) => own.length > 0) ?? [];
  if (ends.length === 0) return ways.map((own) => (own.length === 1 ? own : []));
  let reach = new Set(ends.map((sum) => sum.join(" ")));
  const kept: Way[][] = [];
  for (let at = parts.length - 1; at >= 0; at--) {
    const before = new Set<string>();
    const own = new Set<number>();
    for (const [key, state] of layers[at]!)
      for (const [index, one] of vectors[at]!.entries())
        if (reach.has(state.map((amount, column) => amount + one[column]!).join(" "))) {
          before.add(key);
          own.add(index);
        }
    kept.unshift(ways[at]!.filter((_, index) => own.has(index)));
    reach = before;
  }
  return kept;
}

function distance(one: bigint, other: bigint): bigint {
  return one > other ? one - other : other - one;
}
