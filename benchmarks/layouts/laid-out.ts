import { keyText, type Dimensions } from "@juesuan/core";
import type { CellTruth } from "../disclosures/document.ts";

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
  /** Every cell holds an amount, or only those that a department usually has. */
  readonly dense: boolean;
}

/** One department's amounts under one habit, by key. */
export class Ledger {
  readonly habit: Habit;
  private readonly facts: ReadonlyMap<string, number>;

  constructor(habit: Habit, facts: ReadonlyMap<string, number>) {
    this.habit = habit;
    this.facts = facts;
  }

  /** The cell of one figure; where there is none it is empty, or whatever the department prints instead. */
  at(concept: string, dimensions: Dimensions = {}): LaidOutCell {
    const key = keyText(concept, dimensions);
    const amount = this.facts.get(key) ?? (this.habit.dense ? hash(`${this.habit.seed} ${key}`) : 0);
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
    const [whole, part] =
      unit === "yuan"
        ? [String(absolute * 100 + (absolute % 89)), String(absolute % 97).padStart(2, "0")]
        : [String(Math.floor(absolute / 100)), String(absolute % 100).padStart(2, "0")];
    return `${sign}${separators ? whole.replace(/\B(?=(?:\d{3})+$)/g, ",") : whole}.${part}`;
  }
}

/** A number for a text, spread over what departments spend. */
export function hash(text: string): number {
  let value = 2166136261;
  for (const character of text) value = Math.imul(value ^ character.codePointAt(0)!, 16777619) >>> 0;
  const spread = (value % 7) + 2;
  return (value % 10 ** spread) + 1;
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
