import type { BoundFigure, BoundTable, Direction, Disclosure, Statement } from "../facts/disclosure.ts";
import { parseKey } from "../checking/naming.ts";
import type { Unit } from "../figure/figure.ts";

/** A sentence's figure as [section, key, printed]; what is printed is read by {@link figureOf}. */
export type Printed = readonly [section: string, key: string, printed: string];

const DIRECTIONS: Readonly<Record<string, Direction>> = { "↑": "increase", "↓": "decrease", "→": "unchanged" };

const UNITS: readonly (readonly [ending: string, unit: Unit])[] = [
  ["%", "percent"],
  ["亿元", "hundred-million-yuan"],
  ["元", "yuan"],
  ["个", "count"],
  ["分", "score"],
];

/**
 * A figure as tests write it: `↑1019.89` is 增加1019.89万元, `→0` 持平, `约300` an approximation, `98.9%` a rate, `2819.38元` in
 * yuan, `16个` a count, `91.4分` a score; anything else is 万元.
 */
export function figureOf([section, key, printed]: Printed, id: number): BoundFigure {
  const direction = DIRECTIONS[printed[0]!];
  const approximate = printed.startsWith("约");
  const [ending, unit] = UNITS.find(([end]) => printed.endsWith(end)) ?? ["", "ten-thousand-yuan" as const];
  const value = printed.slice(direction || approximate ? 1 : 0, printed.length - ending.length);
  return {
    id,
    text: value,
    value,
    decimals: value.split(".")[1]?.length ?? 0,
    unit,
    source: { start: id * 10, end: id * 10 + value.length, text: value, section },
    ...parseKey(key),
    ...(direction && { direction }),
    ...(approximate && { approximate }),
  };
}

/** The same figure as a cell of a table prints it. */
export function cellOf(table: string, key: string, printed: string, id: number): BoundFigure {
  const { source, ...figure } = figureOf(["", key, printed], id);
  return { ...figure, source: { start: source.start, end: source.end, text: source.text, table } };
}

export function disclosureOf(
  figures: readonly BoundFigure[],
  { tables = [], statements = [] }: { tables?: readonly BoundTable[]; statements?: readonly Statement[] } = {},
): Disclosure {
  return {
    kind: "final-accounts",
    profile: "unknown",
    unit: "ten-thousand-yuan",
    figures,
    unbound: [],
    sections: [],
    contents: [],
    tables,
    statements,
    oddities: [],
  };
}
