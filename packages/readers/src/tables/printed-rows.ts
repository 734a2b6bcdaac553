import type { Cell, FixedRow } from "@juesuan/core";

/** The columns that label the rows of one block. */
export interface RowHeader {
  readonly codes: readonly number[];
  readonly name?: number;
  readonly project?: number;
  readonly unit?: number;
  readonly figures: readonly number[];
}

/** One line of one block. */
export interface MatchedRow {
  readonly index: number;
  readonly label: string;
  readonly code?: string;
  readonly fixed?: FixedRow;
  /** A project below an item, or one unit of several: it has no code of its own. */
  readonly part?: string;
  readonly level: "grand-total" | "class" | "group" | "item" | "line";
  /** The cells of code and name. */
  readonly cells: readonly Cell[];
  /** An amount written into the label: 其中：政府性基金 3.00万元. */
  readonly inline?: Cell;
  /** Whether the declaration knows the row. */
  readonly known: boolean;
}

/** The texts that label a line, and whether anything stands in its other cells. */
export interface PrintedRow {
  readonly index: number;
  readonly codes: readonly string[];
  readonly name: string;
  readonly project: string;
  /** What stands in the column of units; nothing where the cell is empty. */
  readonly unit: string;
  readonly cells: Cell[];
  readonly hasFigures: boolean;
  readonly isBlank: boolean;
}
