/**
 * What a number measures in. Money keeps the unit that is printed (元, 万元, 亿元); the rest are rates, counts and scores.
 * `count` carries its classifier (人次, 批次, 辆, 个 …) in {@link Figure.classifier}.
 */
export type Unit =
  | "yuan"
  | "ten-thousand-yuan"
  | "hundred-million-yuan"
  | "percent"
  | "percentage-point"
  | "count"
  | "score";

/** A rectangle on a page in points, origin at the top left. */
export interface Box {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** Where a figure, a phrase or a cell stands in the document. Offsets are UTF-16 units into the document's text. */
export interface Source {
  /** The part's title as printed, such as 第二部分 2023年度部门决算情况说明. */
  readonly part?: string;
  /** The section's path of titles as printed, joined by " / ". */
  readonly section?: string;
  /** The id of the table in the profile ("T01" … "T13", "N05" …), or the printed title of an unknown one. */
  readonly table?: string;
  /** The row's label as printed, or its number. */
  readonly row?: string;
  /** The column's heading as printed (path joined by "/"). */
  readonly column?: string;
  /** Page (PDF), sheet (workbook), counted from 1. */
  readonly page?: number;
  readonly start: number;
  readonly end: number;
  /** The text as printed. For a figure: the number itself; see {@link Source.context} for the words around it. */
  readonly text: string;
  /** The sentence or the row around it, shortened, for messages. */
  readonly context?: string;
  readonly box?: Box;
}

/**
 * A printed number at one place (数字). Nothing else is evidence.
 *
 * `value` is the printed number as a plain decimal string in the printed `unit`, always as printed: the direction
 * word 减少 does not make it negative (see `direction` on the bound figure). `decimals` is how many decimals are printed.
 */
export interface Figure {
  /** Unique in its document, counted from 0 in reading order. */
  readonly id: number;
  readonly text: string;
  readonly value: string;
  readonly decimals: number;
  readonly unit: Unit;
  /** The classifier of a count as printed: 人次, 批次, 个, 辆, 台（套）, 人 … */
  readonly classifier?: string;
  /** 余, 约, 近, 多: the number is printed as an approximation. */
  readonly approximate?: boolean;
  /** Confidence of optical recognition, 0 to 1; absent where text was read directly. */
  readonly confidence?: number;
  readonly source: Source;
}

/** Whether the number is nothing: 0, 0.00. */
export function isZero({ value }: Pick<Figure, "value">): boolean {
  return /^-?0*(?:\.0*)?$/.test(value);
}
