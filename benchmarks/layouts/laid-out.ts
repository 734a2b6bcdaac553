import { keyText, type Dimensions } from "@juesuan/core";
import type { RandomAccounts } from "../disclosures/accounts.ts";
import type { CellTruth } from "../disclosures/document.ts";
import { factsOf } from "../disclosures/facts.ts";
import { DenseAccounts, hash } from "./dense.ts";

// Tables as departments lay them out, set down by hand from published ones: independent of the declarations that the
// readers know, so that what is measured is reading, not memory.

/** A cell as it is printed; one with a key states a figure. */
export interface LaidOutCell {
  readonly text: string;
  readonly across?: number;
  readonly down?: number;
  readonly key?: string;
}

export interface LaidOutTable {
  readonly title: string;
  /** The number of the form, 公开01表, at the right above the table. */
  readonly form?: string;
  readonly left?: string;
  readonly unit: string;
  readonly head: readonly (readonly LaidOutCell[])[];
  readonly rows: readonly (readonly LaidOutCell[])[];
  readonly notes: readonly string[];
  /** Relative widths. */
  readonly widths: readonly number[];
}

/** How a department prints its amounts and codes. */
export interface Habit {
  readonly seed: number;
  readonly unit: "yuan" | "ten-thousand-yuan";
  readonly separators: boolean;
  readonly zero: "blank" | "0.00" | "0" | "-" | "—";
  /** 类 | 款 | 项 in three columns; one code over three columns merged; one column. */
  readonly codes: "split" | "merged" | "joined";
  readonly lineNumbers: boolean;
  /** Every column holds amounts, or only those that a department usually has. */
  readonly dense: boolean;
}

/** One department's amounts under one habit, by key. */
export class Ledger {
  readonly habit: Habit;
  private readonly facts: ReadonlyMap<string, number>;
  private readonly dense: DenseAccounts | undefined;

  constructor(habit: Habit, accounts: RandomAccounts) {
    this.habit = habit;
    this.facts = factsOf(accounts);
    this.dense = habit.dense ? new DenseAccounts(accounts, habit.seed) : undefined;
  }

  /** The cell of one figure; where there is none it is empty, or whatever the department prints instead. */
  at(concept: string, dimensions: Dimensions = {}): LaidOutCell {
    const key = keyText(concept, dimensions);
    const amount = this.dense?.amount(concept, dimensions) ?? this.facts.get(key) ?? 0;
    if (amount === 0) {
      if (this.habit.zero === "blank") return { text: "" };
      const isNumber = this.habit.zero.startsWith("0");
      return { text: this.habit.zero, ...(isNumber ? { key } : {}) };
    }
    return { text: this.print(amount), key };
  }

  count(concept: string, dimensions: Dimensions = {}): LaidOutCell {
    const key = keyText(concept, dimensions);
    return { text: String(1 + (hash(key) % 40)), key };
  }

  private print(hundredths: number): string {
    const { unit, separators } = this.habit;
    const sign = hundredths < 0 ? "-" : "";
    const absolute = Math.abs(hundredths);
    // In 元 a hundredth of 万元 is 100.37, so that amounts have all digits and add up.
    const cents = unit === "yuan" ? absolute * 10_037 : absolute;
    const [whole, part] = [String(Math.floor(cents / 100)), String(cents % 100).padStart(2, "0")];
    return `${sign}${separators ? whole.replace(/\B(?=(?:\d{3})+$)/g, ",") : whole}.${part}`;
  }
}

export const cell = (text: string, across = 1, down = 1): LaidOutCell => ({
  text,
  ...(across > 1 ? { across } : {}),
  ...(down > 1 ? { down } : {}),
});

export const cells = (...texts: readonly string[]): LaidOutCell[] => texts.map((text) => cell(text));

/** What a table states. */
export function truthsOf(table: LaidOutTable): CellTruth[] {
  return table.rows
    .flat()
    .flatMap(({ key, text }) => (key === undefined || text === "" ? [] : [{ table: table.title, key, printed: text }]));
}
