import {
  columnIdAt,
  ECONOMIC_ITEMS,
  normaliseLabel,
  type Dimensions,
  type Stage,
  type TableBlock,
  type TableColumn,
} from "@juesuan/core";
import type { PrintedColumn } from "./heading.ts";
import { qualify, type Base, type Qualifiers } from "./qualifiers.ts";
import { headingWord, isOfWhole, likeness } from "./words.ts";

/** A printed figure column and what the declaration makes of it. */
export interface MatchedColumn {
  readonly printed: PrintedColumn;
  readonly column?: TableColumn;
  /** The code of a column that stands for one. */
  readonly code?: string;
  readonly stage: Stage;
  /** Last year's figures. */
  readonly previous?: boolean;
  /** A comparison instead of an amount: 增减额, 增减率, 完成预算%. */
  readonly measure?: NonNullable<Dimensions["measure"]>;
  /** 比较: it compares, and only its amounts tell how. */
  readonly compares?: true;
  /** What its heading says that it compares with. */
  readonly base?: Base;
  /** The stage of the budget that it was found to compare with. */
  readonly against?: Exclude<Stage, "final">;
  /** The year of its figures, where that is neither this year nor the last. */
  readonly year?: number;
}

/** 2020年, 2021年, 2022年 side by side: columns of years that are neither this one nor the last. In one column alone it is a slip. */
export function yearsAside(printed: readonly (number | undefined)[], fiscalYear: number | undefined): Set<number> {
  const years = new Set(printed.filter((year) => year !== undefined));
  if (fiscalYear === undefined || !years.has(fiscalYear) || years.size < 2) return new Set();
  return new Set([...years].filter((year) => year !== fiscalYear && year !== fiscalYear - 1));
}

/** Gives each printed figure column of a block its declared column: by its own heading, the headings above it, and order. */
export function matchColumns(
  block: TableBlock,
  printed: readonly PrintedColumn[],
  fiscalYear: number | undefined,
  isTitled = true,
): MatchedColumn[] {
  const paths = threePublicTotals(printed.map(({ path }) => path));
  const read = printed.map((column, at) => ({ column, ...qualify(block, paths[at] ?? [], fiscalYear) }));
  const whole = isTitled ? wholeOf(block) : undefined;
  const codes = block.columnAxis ? economicCodes(read.map(({ rest }) => rest)) : [];
  const aside = yearsAside(
    read.map(({ qualifiers }) => qualifiers.year),
    fiscalYear,
  );
  for (const { qualifiers } of read) if (!aside.has(qualifiers.year ?? NaN)) delete qualifiers.year;
  const pairs: { readonly at: number; readonly candidate: number; readonly score: number }[] = [];
  for (const [at, { rest }] of read.entries()) {
    if (paths[at] === undefined) continue;
    for (const [candidate, column] of block.columns.entries()) {
      const isBare = column === whole && rest.length === 0 && paths[at]!.length > 0;
      const score = isBare ? BARE : scoreOf(block, column, rest);
      if (score >= LEAST && (codes[at] === undefined || score >= 0.9)) pairs.push({ at, candidate, score });
    }
  }
  // The best first; among equals the order of print, then of the form.
  pairs.sort((a, b) => b.score - a.score || a.at - b.at || a.candidate - b.candidate);
  const chosen = new Map<number, number>();
  const taken = new Set<string>();
  for (const { at, candidate } of pairs) {
    const slot = `${candidate} ${slotOf(read[at]!.qualifiers)}`;
    if (chosen.has(at) || taken.has(slot)) continue;
    chosen.set(at, candidate);
    taken.add(slot);
  }
  return read.map(({ column, qualifiers }, at) => {
    const candidate = chosen.get(at);
    const { stage = "final", previous, measure, compares, base, year } = qualifiers;
    const code = candidate === undefined ? codes[at] : undefined;
    return {
      printed: column,
      ...(candidate === undefined ? {} : { column: block.columns[candidate]! }),
      ...(code === undefined ? {} : { code }),
      stage,
      ...(previous === undefined ? {} : { previous }),
      ...(measure === undefined ? {} : { measure }),
      ...(compares === undefined ? {} : { compares }),
      ...(base === undefined ? {} : { base }),
      ...(year === undefined ? {} : { year }),
    };
  });
}

/** 合计 | “三公”经费: 小计, … | 会议费 | 培训费: the total of the three is the 小计; 合计, with meetings and training, is none of the form's. */
function threePublicTotals(paths: readonly (readonly string[])[]): readonly (readonly string[] | undefined)[] {
  const isOwn = (path: readonly string[]): boolean =>
    path.length === 2 && /三公/.test(path[0]!) && /^[小合]计$/.test(path[1]!);
  if (!paths.some(isOwn)) return paths;
  return paths.map((path) => {
    if (isOwn(path)) return [path[0]!, "合计"];
    return path.length === 1 && /^[合总]计$/.test(path[0]!) ? undefined : path;
  });
}

const LEAST = 0.5;
/** 年初预算数 without 合计 below it; where 合计 is printed as well, that is the whole. */
const BARE = 0.55;

/** What a column of a list by codes holds that names nothing but its stage: the whole of each row. */
function wholeOf({ rows, columns }: TableBlock): TableColumn | undefined {
  return rows.kind === "classification"
    ? columns.find(({ id, heading }) => id === "total" && heading.length > 0)
    : undefined;
}

function slotOf({ stage = "final", previous, measure, compares, base, year }: Qualifiers): string {
  return `${stage} ${previous ?? ""} ${measure ?? ""} ${compares ?? ""} ${base ?? ""} ${year ?? ""}`;
}

/** The id that sums name; a comparison or last year's figure is no term of them. */
export function columnIdOf(column: MatchedColumn): string | undefined {
  const { column: declared, code, stage } = column;
  if (column.previous || column.compares || column.measure !== undefined || column.year !== undefined) return undefined;
  if (code !== undefined) return columnIdAt(code, stage);
  return declared === undefined ? undefined : columnIdAt(declared, stage);
}

const GENERIC = /^(?:小计|合计|计|总计|金额)$/;

const NAMES = new WeakMap<TableColumn, { own: string; names: readonly string[]; parents: readonly string[] }>();

function namesOf(column: TableColumn) {
  let names = NAMES.get(column);
  if (!names) {
    const heading = column.heading.map(normaliseLabel);
    names = {
      own: heading.at(-1) ?? "",
      names: (column.aliases ?? []).map((alias) => headingWord(alias)),
      parents: heading.slice(0, -1),
    };
    NAMES.set(column, names);
  }
  return names;
}

/** How well a column's declared heading fits the words printed over it, 0 to 1. */
function scoreOf(block: TableBlock, column: TableColumn, rest: readonly string[]): number {
  const { own, names, parents } = namesOf(column);
  const last = rest.at(-1);
  if (own === "") {
    if (last === undefined) return 1;
    return names.includes(last) ? 0.95 : GENERIC.test(last) && rest.length === 1 ? 0.6 : 0;
  }
  if (last === undefined) return 0;
  const above = rest.slice(0, -1);
  // The subtotal under the column's own heading: 财政拨款收入 / 小计.
  if (GENERIC.test(last) && !GENERIC.test(own) && above.length > 0 && parents.length === 0) {
    const parent = above.at(-1)!;
    return parent === own || names.includes(parent) ? 0.9 : 0;
  }
  const alike = last === own ? 1 : names.includes(last) ? 0.92 : fuzzy(last, [own, ...names]);
  if (alike === 0) return 0;
  if (parents.length > 0) {
    const met = parents.filter((parent) => above.some((word) => isSameGroup(word, parent))).length;
    if (met === parents.length) return alike;
    // 小计 or 基本支出 alone names nothing; 公务用车购置费 does.
    if (above.length > 0 && met === 0 && above.some((word) => isOther(block, column, word))) return alike - 0.6;
    return alike - (GENERIC.test(own) || GENERIC.test(last) ? 0.2 : 0.08) * (parents.length - met);
  }
  if (above.length === 0) return alike;
  if (GENERIC.test(last)) return alike - 0.45;
  return above.some((word) => isOther(block, column, word)) ? alike - 0.3 : alike - 0.03;
}

function fuzzy(word: string, names: readonly string[]): number {
  const best = Math.max(...names.map((name) => likeness(word, name)));
  return best >= 0.8 ? best - 0.15 : 0;
}

function isSameGroup(word: string, parent: string): boolean {
  // One character tells 年末结转和结余 from 年初结转和结余.
  if (word.includes("年末") !== parent.includes("年末")) return false;
  return word === parent || word.startsWith(parent) || parent.startsWith(word) || likeness(word, parent) >= 0.75;
}

/** Whether a group's heading is that of another column of the block. */
function isOther(block: TableBlock, column: TableColumn, word: string): boolean {
  return block.columns.some((other) => {
    if (other === column) return false;
    const { own, parents } = namesOf(other);
    return own === word || (parents[0] !== undefined && parents[0] === word);
  });
}

const NAMED = ECONOMIC_ITEMS.map(([code, ...names]) => ({
  code,
  names: names.map((name) => headingWord(name)),
}));

/** The economic codes of the columns of a wide table: printed, or by name under the class, or by name in their order. */
function economicCodes(paths: readonly (readonly string[])[]): (string | undefined)[] {
  let previous = "";
  return paths.map((rest) => {
    const last = rest.at(-1);
    if (last === undefined) return undefined;
    const printed = /^(3\d{2}(?:\d{2})?)(?!\d)/.exec(last)?.[1];
    if (printed !== undefined) return (previous = printed);
    const own = last.replace(/^\d+/, "");
    const parent = rest.at(-2)?.replace(/^3\d{2}/, "");
    const classes = NAMED.filter(({ code, names }) => code.length === 3 && names.includes(parent ?? own));
    if (parent !== undefined && classes.length > 0 && isOfWhole(own)) return (previous = classes[0]!.code);
    let candidates = NAMED.filter(({ names }) => names.includes(own));
    if (parent !== undefined && classes.length > 0)
      candidates = candidates.filter(({ code }) => code.length === 5 && code.startsWith(classes[0]!.code));
    const next =
      candidates.find(({ code }) => code > previous && (code.length === 3 || code.startsWith(previous.slice(0, 3)))) ??
      candidates.find(({ code }) => code > previous) ??
      candidates[0];
    if (next) previous = next.code;
    return next?.code;
  });
}
