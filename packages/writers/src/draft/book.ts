import {
  conceptOf,
  keyOf,
  keyText,
  parseKey,
  tableOf,
  type BoundFigure,
  type Dimensions,
  type FinalAccounts,
  type Profile,
} from "@juesuan/core";
import { complete } from "./complete.ts";
import { equationsOf } from "./equations.ts";
import type { Correction } from "./corrections.ts";
import { NOTHING, slackOf, valueOf, type Value } from "./value.ts";

const STAGES = ["budget", "original-budget", "adjusted-budget"] as const;

/** The quantities of a department's year that its disclosure is written from, by canonical key. */
export class Book {
  private readonly values: ReadonlyMap<string, Value>;
  /** Percentages that the accounts state where what they are made of is not stated. */
  private readonly stated: ReadonlyMap<string, Value>;
  /** The functional codes with money, class above group above item. */
  readonly codes: readonly string[];

  constructor(values: ReadonlyMap<string, Value>, stated: ReadonlyMap<string, Value>, codes: readonly string[]) {
    this.values = values;
    this.stated = stated;
    this.codes = codes;
  }

  /** What a key states; a budget under any of its names. Undefined: not known. */
  get(key: string): Value | undefined {
    const own = this.values.get(key);
    if (own) return own;
    const { concept, dimensions } = parseKey(key);
    if (dimensions.stage === undefined) return undefined;
    for (const stage of STAGES) {
      const other = this.values.get(keyText(concept, { ...dimensions, stage }));
      if (other) return other;
    }
    return undefined;
  }

  previous(key: string): Value | undefined {
    return this.values.get(withDimensions(key, { period: "previous" }));
  }

  /** A percentage taken from the accounts because it cannot be computed. */
  completion(key: string): Value | undefined {
    for (const stage of STAGES) {
      const value = this.stated.get(withDimensions(key, { stage, measure: "completion" }));
      if (value) return value;
    }
    return undefined;
  }
}

export function withDimensions(key: string, more: Dimensions): string {
  const { concept, dimensions } = parseKey(key);
  return keyText(concept, { ...dimensions, ...more });
}

export interface BookOptions {
  readonly profile: Profile;
  /** Last year's accounts: what they call this year is last year here. */
  readonly last?: FinalAccounts;
  /** Figures of the accounts that are wrong, with what they should be. */
  readonly corrections?: readonly Correction[];
  /** Quantities that the accounts do not hold, by key, from the form. */
  readonly figures?: ReadonlyMap<string, Value>;
  /** The fund that pays for a functional item (2230105: 国有资本经营预算); undefined where nobody knows. */
  readonly fundOf?: (code: string) => string | undefined;
}

export function bookOf(
  accounts: FinalAccounts,
  { profile, last, corrections = [], figures, fundOf }: BookOptions,
): Book {
  const { values, stated } = statedIn(accounts, corrections);
  for (const [key, value] of figures ?? []) values.set(key, value);
  if (last) {
    for (const [key, value] of statedIn(last, []).values)
      if (!/(?:period|stage)=/.test(key)) values.set(withDimensions(key, { period: "previous" }), value);
  }
  const codes = codesOf(accounts, values);
  for (const code of codes) paidByOne(code, fundOf?.(code), values);
  complete(
    values,
    equationsOf(profile, codes, (key) => values.has(key)),
  );
  comparedWith(accounts, values);
  return new Book(values, stated, codes);
}

/** The quantities that accounts state, each as its best figure states it, and nothing where a cell or a sentence says so. */
function statedIn(
  accounts: FinalAccounts,
  corrections: readonly Correction[],
): { values: Map<string, Value>; stated: Map<string, Value> } {
  const corrected = new Map(corrections.map((correction) => [correction.figure, correction]));
  const best = new Map<string, { readonly value: Value; readonly rank: number }>();
  const stated = new Map<string, Value>();
  for (const figure of accounts.figures) {
    const correction = corrected.get(figure.id);
    const value = valueOf(correction ? { ...figure, ...correction.to } : figure);
    if (!value) continue;
    const key = keyText(figure.concept, figure.dimensions);
    if (figure.dimensions.measure !== undefined) {
      if (!stated.has(key)) stated.set(key, value);
      continue;
    }
    const rank = rankOf(figure, accounts.unit) - (correction ? 1000 : 0);
    const known = best.get(key);
    if (!known || known.rank < rank) best.set(key, { value, rank });
  }
  const values = new Map([...best].map(([key, { value }]) => [key, value]));
  const nothing = (concept: string, dimensions: Dimensions): void => {
    const key = keyText(concept, dimensions);
    const isCount = conceptOf(concept)?.kind === "count";
    // Counts are not budgeted: a blank there says nothing.
    if (values.has(key) || (isCount && dimensions.stage !== undefined)) return;
    values.set(key, isCount ? { ticks: 0, decimals: 0, unit: "count" } : NOTHING);
  };
  for (const table of accounts.tables) if (table.empty && "table" in table) emptyTable(table.table, nothing);
  for (const table of accounts.tables)
    for (const row of table.rows)
      for (const cell of [...Object.values(row.values), ...(row.others ?? [])])
        if (cell.key && cell.blank !== undefined) nothing(cell.key.concept, cell.key.dimensions);
  for (const statement of accounts.statements)
    if (statement.type === "none") nothing(statement.subject.concept, statement.subject.dimensions);
  return { values, stated };
}

/** A statutory table without a figure says that there is nothing of what it shows. */
function emptyTable(id: string | undefined, nothing: (concept: string, dimensions: Dimensions) => void): void {
  const declaration = id === undefined ? undefined : tableOf(id);
  for (const block of declaration?.blocks ?? [])
    for (const row of block.rows.kind === "fixed" ? block.rows.rows : [undefined])
      for (const column of block.columns)
        for (const stage of block.stages ?? (["final"] as const)) {
          const key = keyOf(declaration!, { ...(row ? { row } : {}), column, stage });
          nothing(key.concept, key.dimensions);
        }
}

/** A table's figure before a sentence's, the document's own unit before another, more decimals before fewer. */
function rankOf({ source, unit, decimals }: BoundFigure, own: string): number {
  return (source.table === undefined ? 0 : 100) + (unit === own || !/yuan/.test(unit) ? 10 : 0) + Math.min(decimals, 6);
}

const FUNDS = ["general", "government-fund", "state-capital"] as const;

/** The classification sets each item aside for one fund: the others spend nothing on it. */
function paidByOne(code: string, fund: string | undefined, values: Map<string, Value>): void {
  if (code.length < 7 || fund === undefined) return;
  for (const other of FUNDS) {
    const key = keyText("expenditure", { fund: other, functional: code });
    if (other !== fund && !values.has(key)) values.set(key, NOTHING);
  }
}

/** The codes that money or words are spent on, with those above them. */
function codesOf(accounts: FinalAccounts, values: ReadonlyMap<string, Value>): string[] {
  const codes = new Set<string>();
  const add = (code: string): void => {
    for (let length = 3; length <= code.length; length += 2) codes.add(code.slice(0, length));
  };
  for (const statement of accounts.statements)
    if (statement.type === "named-item" && /^2\d{6}$/.test(statement.code ?? "")) add(statement.code!);
  for (const [key, { ticks }] of values) {
    const code = ticks === 0 ? undefined : /functional=(\d{3}(?:\d{2}){0,2})[,}]/.exec(key)?.[1];
    if (code === undefined || /(?:period|stage)=/.test(key)) continue;
    add(code);
  }
  return [...codes].toSorted();
}

/**
 * Last year's quantity from what the accounts say of the change: what it came to, or that there was none. A quantity that
 * last year's own accounts state is not overruled.
 */
function comparedWith(accounts: FinalAccounts, values: Map<string, Value>): void {
  for (const { concept, dimensions, direction, ...figure } of accounts.figures) {
    if (dimensions.measure !== "change" || dimensions.stage !== undefined || dimensions.label !== undefined) continue;
    const { measure: _measure, ...own } = dimensions;
    const previous = keyText(concept, { ...own, period: "previous" });
    const now = values.get(keyText(concept, own));
    const change = valueOf(figure);
    if (!now || !change || values.has(previous) || direction === undefined) continue;
    const ticks = now.ticks + (direction === "decrease" ? 1 : -1) * (direction === "unchanged" ? 0 : change.ticks);
    if (ticks < 0) continue;
    values.set(previous, { ticks, decimals: Math.max(now.decimals, change.decimals), unit: now.unit, derived: true });
  }
  for (const { concept, dimensions, value } of accounts.figures) {
    // 完成预算100%: the budget is what was spent.
    if (dimensions.measure !== "completion" || dimensions.stage === undefined || Number(value) !== 100) continue;
    const { measure: _measure, stage: _stage, ...own } = dimensions;
    const now = values.get(keyText(concept, own));
    const budget = keyText(concept, { ...own, stage: dimensions.stage });
    if (now && !values.has(budget)) values.set(budget, { ...now, derived: true });
  }
  for (const statement of accounts.statements) {
    if (statement.type !== "comparison" || statement.direction !== "unchanged") continue;
    const { concept, dimensions } = statement.subject;
    const now = values.get(keyText(concept, dimensions));
    const other =
      statement.against === "previous-year"
        ? keyText(concept, { ...dimensions, period: "previous" })
        : keyText(concept, { ...dimensions, stage: "budget" });
    if (now && !values.has(other)) values.set(other, { ...now, derived: true });
  }
}

/** Whether two values can be one quantity, each as exact as it is printed. */
export function agrees(left: Value, right: Value): boolean {
  return Math.abs(left.ticks - right.ticks) <= slackOf(left) + slackOf(right);
}
