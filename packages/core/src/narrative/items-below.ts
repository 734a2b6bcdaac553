import type { ConceptKey } from "../facts/key.ts";
import type { Reading } from "./state.ts";

// 1、财政拨款100万元，占本年收入90%。其中：⏎（1）教育（类）96万元…⏎2、事业收入10万元: the entries of the list below an entry are parts of it, up to the
// next entry of its own kind.

/** What opens the entry of a list: 1、, （1）, 一、, ①. */
const NUMBERED = /^(（?)(?:(\d{1,2})|([一二三四五六七八九十]{1,3})|[①-⑳])([）、.．]{0,2})/;
/** As far as a list may be from the start of the line that opens it. */
const REACH = 400;

/** The entries below an entry, and how that one is numbered. */
export interface ItemsBelow {
  readonly of: ConceptKey;
  readonly numbering: string | undefined;
}

/** At the end of a line: the entry that the next line tells a part of. */
export function itemsBelow(r: Reading, end: number): ItemsBelow | undefined {
  const { text } = r.view;
  if (r.base?.concept !== "revenue") return undefined;
  if (/其中：?$/.test(text.slice(Math.max(0, end - 3), end)) && r.subject && isOneSource(r.subject)) {
    const start = text.lastIndexOf("\n", end - 1) + 1;
    return end - start > REACH ? undefined : { of: r.subject, numbering: numberingAt(text, start) };
  }
  const next = numberingAt(text, end + 1);
  return next === undefined || next === r.itemsBelow?.numbering ? undefined : r.itemsBelow;
}

/** Of one fund or source, and of nothing narrower. */
function isOneSource({ concept, dimensions }: ConceptKey): boolean {
  const { fund, source, ...rest } = dimensions;
  return concept === "revenue" && (fund ?? source) !== undefined && Object.keys(rest).length === 0;
}

function numberingAt(text: string, at: number): string | undefined {
  const [all, open, digits, , close] = NUMBERED.exec(text.slice(at, at + 8)) ?? [];
  return all === undefined ? undefined : `${open}${digits === undefined ? "一" : "1"}${close}`;
}
