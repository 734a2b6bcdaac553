import { keyOf, keyText, type BoundFigure, type ConceptKey } from "@juesuan/core";
import { hundredthsAt } from "./across.ts";
import type { MatchedColumn } from "./columns.ts";
import { isAmount } from "./compared.ts";
import type { Fit, MatchedBlock } from "./fit.ts";
import { keyAt } from "./meaning.ts";
import type { Part } from "./parts.ts";

// Tables of one fund have the headings and the rows of another's. Which one a table without a title is, the tables before
// it tell: 财政拨款收入支出决算总表 prints what each fund spent on each class.

/** What the tables before print of each quantity, by its key. */
export type Printed = ReadonlyMap<string, ReadonlySet<string>>;

export interface Agreement {
  /** Quantities that a table before prints with the same amount, and with another. */
  readonly same: number;
  readonly other: number;
  /** Amounts that the table prints under keys of its own, known before or not. */
  readonly amounts: number;
}

/** How what a table would state under a declaration agrees with what the tables before it state. */
export function agreementOf({ grid }: Part, fit: Fit, printed: Printed): Agreement {
  let [same, other, amounts] = [0, 0, 0];
  for (const block of fit.blocks)
    for (const row of block.rows)
      for (const column of block.columns) {
        const cell = grid.at(row.index, column.printed.index);
        const content = cell && grid.content(cell);
        const key = content?.kind === "number" ? keyAt(fit, block, row, column) : undefined;
        if (content?.kind !== "number" || !key) continue;
        amounts++;
        const before = printed.get(keyText(key.concept, key.dimensions));
        if (before?.has(amountOf(content.value))) same++;
        else if (before) other++;
      }
  for (const { key, amount } of wholesOf(grid, fit)) {
    const before = printed.get(keyText(key.concept, key.dimensions));
    if (before?.has(amount)) same++;
    else if (before) other++;
  }
  return { same, other, amounts };
}

/** What each column of a list by codes that prints no total adds up to: what its fund spent in all on 基本支出. */
function wholesOf(grid: Part["grid"], fit: Fit): { readonly key: ConceptKey; readonly amount: string }[] {
  const [{ declared }] = fit.blocks as [MatchedBlock];
  const rows = fit.blocks.flatMap((block) => block.rows);
  if (declared.rows.kind !== "classification" || rows.some(({ level }) => level === "grand-total")) return [];
  return declared.columns.flatMap((column) => {
    let sum = 0n;
    for (const block of fit.blocks) {
      const own = block.columns.find((one) => one.column === column && isFinal(one));
      for (const { index, level } of own ? block.rows : [])
        if (level === "class") sum += hundredthsAt(grid, index, own!.printed.index) ?? 0n;
    }
    const digits = String(sum).padStart(3, "0");
    const amount = amountOf(`${digits.slice(0, -2)}.${digits.slice(-2)}`);
    return sum > 0n ? [{ key: keyOf(fit.table, { column }), amount }] : [];
  });
}

function isFinal(column: MatchedColumn): boolean {
  return column.stage === "final" && column.previous === undefined && isAmount(column);
}

/** Adds what a table states. */
export function notePrinted(printed: Map<string, Set<string>>, figures: readonly BoundFigure[]): void {
  for (const { concept, dimensions, value } of figures) {
    const key = keyText(concept, dimensions);
    const values = printed.get(key) ?? new Set();
    values.add(amountOf(value));
    printed.set(key, values);
  }
}

/** 10.50 and 10.5 are one amount. */
export function amountOf(value: string): string {
  return value.includes(".") ? value.replace(/\.?0+$/, "") : value;
}
