import type { BoundFigure } from "../../../facts/disclosure.ts";
import type { NumberToken } from "../../numbers.ts";
import type { Reading } from "../../state.ts";
import { boundLast, tokensIn } from "../../places.ts";

// Parts of a count, and changes of two counts at once, by the words right before the number.

/** The words right before a number, up to the mark before them. */
export function wordsBefore(r: Reading, number: NumberToken): string {
  return /[^，、（）。；\d]*$/.exec(r.view.text.slice(Math.max(0, number.start - 16), number.start))![0];
}

/** 保有量为12辆（含租赁0辆）: a part of the count before the parenthesis, under words that no phrase knows. */
export function includedIn(r: Reading, number: NumberToken): string | undefined {
  if (r.outside.length === 0) return undefined;
  // 保有量4辆（其中1辆于12月划入）: of those before the parenthesis, whatever is said of them.
  if (/（其中：?$/.test(r.view.text.slice(Math.max(0, number.start - 4), number.start))) return "其中";
  const words = /（(含[^（），。；\d]{1,12})$/.exec(
    r.view.text.slice(Math.max(0, number.start - 16), number.start),
  )?.[1];
  if (words === undefined) return undefined;
  const from = number.start - words.length;
  const isSaid = tokensIn(r, from, number.start).some(({ type, start }) => type === "subject" && start >= from);
  return isSaid ? undefined : words;
}

/** 比上年减少2个团组、11人次: both by how many they changed. */
export function changedWith(r: Reading, number: NumberToken): BoundFigure | undefined {
  if (!/^[^，。；\d]{0,6}[、和]$/.test(r.view.text.slice(r.lastNumberEnd, number.start))) return undefined;
  const last = boundLast(r).at(-1);
  return last?.unit === "count" && last.dimensions.measure === "change" ? last : undefined;
}
