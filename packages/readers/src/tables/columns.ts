import { ECONOMIC_ITEMS, normaliseLabel, type Stage, type TableBlock, type TableColumn } from "@juesuan/core";
import type { PrintedColumn } from "./head.ts";

/** A printed figure column and what the declaration makes of it. */
export interface MatchedColumn {
  readonly printed: PrintedColumn;
  readonly column?: TableColumn;
  readonly code?: string;
  readonly stage: Stage;
}

const STAGES: readonly { readonly words: RegExp; readonly stage: Stage }[] = [
  { words: /年初预算/, stage: "original-budget" },
  { words: /(?:调整|全年|变更).{0,2}预算|预算调整/, stage: "adjusted-budget" },
  { words: /决算|实际支出/, stage: "final" },
  { words: /^(?:\d{4}年度?)?(?:本年)?(?:支出)?预算(?:数|金额)?$/, stage: "budget" },
];

/** Words that say only the stage or that a number follows. */
const BARE =
  /^(?:\d{4}年度?)?(?:(?:年初|调整|全年)?预算|(?:支出|收入)?决算)?(?:数|金额|额|统计数|安排)?(?:\((?:万元|元)\))?$|^金额(?:\((?:万元|元)\))?$/;

/** Gives each printed figure column of a block its declared column: by its own heading, the headings above it, and order. */
export function matchColumns(block: TableBlock, printed: readonly PrintedColumn[]): MatchedColumn[] {
  const taken = new Set<string>();
  let last = -1;
  return printed.map((column) => {
    const words = column.path.map((text) => normaliseLabel(text));
    const stage = stageOf(words);
    const rest = words.filter(
      (word, index) => !BARE.test(word) && !(index === 0 && isBlockHeading(block, word, words.length)),
    );
    const code = block.columnAxis ? economicCode(rest) : undefined;
    let best: { readonly index: number; readonly score: number } | undefined;
    block.columns.forEach((candidate, index) => {
      if (taken.has(`${index}@${stage}`)) return;
      const score = scoreOf(candidate, rest) - (index < last ? 0.05 : 0);
      if (score > 0.5 && (!best || score > best.score)) best = { index, score };
    });
    if (code !== undefined && (!best || best.score < 0.9)) return { printed: column, code, stage };
    if (!best) return { printed: column, stage };
    taken.add(`${best.index}@${stage}`);
    last = best.index;
    return { printed: column, column: block.columns[best.index]!, stage };
  });
}

function stageOf(words: readonly string[]): Stage {
  for (let index = words.length - 1; index >= 0; index--) {
    for (const { words: pattern, stage } of STAGES) if (pattern.test(words[index]!)) return stage;
  }
  return "final";
}

/** 收入, 支出, 财政拨款“三公”经费 over all columns of a block name no column. */
function isBlockHeading(block: TableBlock, word: string, depth: number): boolean {
  if (block.heading !== undefined && normaliseLabel(block.heading) === word) return true;
  return (
    depth > 1 &&
    /^(?:收入|支出|项目|本年度|(?:财政拨款|一般公共预算|一般公共预算财政拨款)?三公经费(?:支出)?)$/.test(word)
  );
}

function scoreOf(candidate: TableColumn, rest: readonly string[]): number {
  const heading = candidate.heading.map((text) => normaliseLabel(text));
  if (heading.length === 0) {
    if (rest.length === 0) return 1;
    return (candidate.aliases ?? []).some((alias) => normaliseLabel(alias) === rest.at(-1)) ? 0.9 : 0;
  }
  const own = rest.at(-1);
  if (own === undefined) return 0;
  const isOwn = own === heading.at(-1);
  const isAlias = !isOwn && (candidate.aliases ?? []).some((alias) => normaliseLabel(alias) === own);
  if (!isOwn && !isAlias) {
    // The heading over a single column: 公务接待费 / 小计.
    return rest.length > 1 && /^(?:小计|合计)$/.test(own) && heading.length === 1 && heading[0] === rest.at(-2)
      ? 0.85
      : 0;
  }
  let score = isOwn ? 0.9 : 0.8;
  const parents = heading.slice(0, -1);
  const above = rest.slice(0, -1);
  if (parents.length > 0) {
    const met = parents.filter((parent) =>
      above.some((word) => word === parent || word.startsWith(parent) || parent.startsWith(word)),
    );
    score += met.length === parents.length ? 0.1 : -0.25 * (parents.length - met.length);
  } else if (above.length > 0) {
    // 小计 under another heading is that heading's subtotal, not the table's.
    score -= /^(?:小计|合计)$/.test(own) ? 0.35 : 0.05;
  }
  return score;
}

const CLASSES = new Map(
  ECONOMIC_ITEMS.filter(([code]) => code.length === 3).map(([code, ...names]) => [code, names.map(normaliseLabel)]),
);

/** The economic code of a column of the wide tables: printed, or by its name under its class. */
function economicCode(rest: readonly string[]): string | undefined {
  const printedCode = /^(3\d{2}(?:\d{2})?)/.exec(rest.at(-1) ?? "")?.[1];
  if (printedCode !== undefined) return printedCode;
  const own = rest.at(-1)?.replace(/^\d+/, "");
  if (own === undefined) return undefined;
  const parent = rest.at(-2)?.replace(/^\d+/, "");
  const classCode = [...CLASSES].find(
    ([, names]) => names.includes(parent ?? own) || names.includes((parent ?? own).replace(/\(.*\)$/, "")),
  )?.[0];
  if (classCode === undefined) return undefined;
  if (parent === undefined || /^(?:小计|合计)$/.test(own)) return classCode;
  return ECONOMIC_ITEMS.find(
    ([code, ...names]) =>
      code.length === 5 && code.startsWith(classCode) && names.some((name) => normaliseLabel(name) === own),
  )?.[0];
}
