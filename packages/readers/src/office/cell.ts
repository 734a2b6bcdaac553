import type { Oddity } from "@juesuan/core";
import { joinLines, trimmed } from "../text/assembly.ts";
import { displayed, isDateFormat } from "./number-format.ts";

/** A sheet as both generations of workbooks give it; rows and columns count from 0. */
export interface Sheet {
  readonly name: string;
  readonly hidden: boolean;
  /** Only cells that hold something. */
  readonly rows: ReadonlyMap<number, ReadonlyMap<number, SheetCell>>;
  readonly merges: readonly Merge[];
  readonly hiddenRows: ReadonlySet<number>;
  readonly isHiddenColumn: (column: number) => boolean;
}

export interface SheetCell {
  /** As the number format shows it; words on one line. */
  readonly text: string;
  /** The lines of words that were typed on several. */
  readonly lines?: readonly string[];
  readonly number?: string;
  readonly formula?: string;
  readonly oddity?: Pick<Oddity, "code" | "message" | "messageEn">;
}

export interface Merge {
  readonly row: number;
  readonly column: number;
  readonly rowSpan: number;
  readonly columnSpan: number;
}

/** A cell of words; `_x000D_` is how workbooks write a character that XML cannot hold. */
export function wordsCell(text: string, more: { formula?: string }): SheetCell | undefined {
  const plain = text.replaceAll(/_x([0-9A-Fa-f]{4})_/g, (_, code: string) =>
    String.fromCharCode(Number.parseInt(code, 16)),
  );
  const lines = plain.split(/[\r\n]+/);
  const words = joinLines(lines);
  if (words === "" && more.formula === undefined) return undefined;
  return { text: words, ...(lines.length > 1 ? { lines } : {}), ...more };
}

/** What a number shows and what it is; a date's serial number is no figure. */
export function numberCell(number: string, format: string, date1904: boolean, more: { formula?: string }): SheetCell {
  const text = trimmed(displayed(number, format, date1904));
  return { text, ...(isDateFormat(format) ? {} : { number }), ...more };
}

export function errorCell(text: string, more: { formula?: string }): SheetCell {
  return {
    text,
    ...more,
    oddity: { code: "error-cell", message: `单元格是错误值 ${text}`, messageEn: `The cell holds the error ${text}` },
  };
}

export function withoutValue(formula: string): NonNullable<SheetCell["oddity"]> {
  const shown = formula.length > 60 ? `${formula.slice(0, 60)}…` : formula;
  return {
    code: "formula-without-value",
    message: `公式没有保存计算结果（=${shown}），请用 Excel 或 WPS 打开并重新保存`,
    messageEn: `The formula was saved without its result (=${shown}); open and save the file with Excel or WPS`,
  };
}
