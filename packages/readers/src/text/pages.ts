import type { Paragraph } from "@juesuan/core";
import type { Line } from "./lines.ts";

// A text that was taken from pages keeps their numbers and running heads, in the middle of sentences and of tables. What
// tells a number of a page from any other is that the next page has the next one.

/** A line that belongs to a page and not to what is told on it. */
export interface Furniture {
  readonly line: number;
  readonly role: Extract<Paragraph["role"], "page-number" | "header">;
}

export interface Pages {
  /** In the order of the text. */
  readonly furniture: readonly Furniture[];
  /** The lines that a page begins with, but for the first page; none where nothing shows where pages end. */
  readonly begins: readonly number[];
}

const NUMBER = /^([-—–－·•\s]*)(第?)\s*(\d{1,4})\s*(页?)((?:\s*[/／,，]?\s*共?\s*\d{1,4}\s*页?)?)([-—–－·•\s]*)$/;

/** So many pages follow each other by their numbers. */
const LEAST_PAGES = 3;
/** Numbers without 第…页 or dashes might be those of anything: more of them, and farther apart. */
const LEAST_BARE = 4;
const LEAST_BARE_LINES = 8;

interface Numbered {
  readonly line: number;
  readonly number: number;
  readonly length: number;
  readonly before?: Numbered;
}

/** The numbers of pages and what stands beside them on most pages. */
export function pagesOf(lines: readonly Line[]): Pages {
  const ends = lines.flatMap(({ endsPage }, index) => (endsPage ? [index + 1] : []));
  const numbers = [...new Set([...numbersOf(lines), ...numbersAtEnds(lines, ends)])].sort((one, other) => one - other);
  if (numbers.length === 0 && ends.length === 0) return { furniture: [], begins: [] };
  const first = lines.findIndex(({ blank }) => !blank);
  const begins = ends.length > 0 ? ends : numbers[0] === first ? numbers.slice(1) : numbers.map((line) => line + 1);
  const furniture = new Map<number, Furniture>(numbers.map((line) => [line, { line, role: "page-number" }]));
  for (const line of runningHeads(lines, begins, furniture)) furniture.set(line, { line, role: "header" });
  return { furniture: [...furniture.values()].sort((one, other) => one.line - other.line), begins };
}

/** So many numbers that are as far from the count of their pages are those of pages. */
const LEAST_AT_ENDS = 3;

/**
 * The numbers that pages begin or end with, where form feeds part them: bare ones that count up with the pages, and any that
 * is written as the number of a page is.
 */
function numbersAtEnds(lines: readonly Line[], ends: readonly number[]): number[] {
  if (ends.length === 0) return [];
  const found: number[] = [];
  const bare = new Map<number, number[]>();
  for (const [page, start] of [0, ...ends].entries()) {
    const end = ends[page] ?? lines.length;
    const filled = (from: number, step: 1 | -1): number => {
      let at = from;
      while (at >= start && at < end && lines[at]!.blank) at += step;
      return at;
    };
    for (const at of new Set([filled(start, 1), filled(end - 1, -1)])) {
      const line = at >= start && at < end ? lines[at]! : undefined;
      const number = line && line.text.length <= LONGEST_NUMBER ? NUMBER.exec(line.text) : undefined;
      if (!number) continue;
      const [, left, ordinal, digits, , , right] = number;
      const isBare = ordinal === "" && left!.trim() === "" && right!.trim() === "";
      if (!isBare) found.push(at);
      else bare.set(page - Number(digits), [...(bare.get(page - Number(digits)) ?? []), at]);
    }
  }
  for (const same of bare.values()) if (same.length >= LEAST_AT_ENDS) found.push(...same);
  return found;
}

/** The lines with the number of a page. */
function numbersOf(lines: readonly Line[]): number[] {
  // The longest sequence that ends with each number, for each way of writing it: one pass, whatever the text is.
  const ending = new Map<string, Map<number, Numbered>>();
  let best: Numbered | undefined;
  let seen = 0;
  const written = new Map<number, number>();
  for (const [line, { text, blank }] of lines.entries()) {
    if (blank) continue;
    seen++;
    const found = text.length <= LONGEST_NUMBER ? NUMBER.exec(text) : undefined;
    if (!found) continue;
    const [, left, ordinal, digits, page, total, right] = found;
    const style = [left, ordinal, page, total, right].map((part) => part!.replaceAll(/\s/g, "")).join(" ");
    const isBare = ordinal === "" && left!.trim() === "" && right!.trim() === "";
    const number = Number(digits);
    const sequences = ending.get(style) ?? new Map<number, Numbered>();
    ending.set(style, sequences);
    const before = sequences.get(number - 1) ?? (isBare ? undefined : sequences.get(number - 2));
    const isFar = !before || seen - written.get(before.line)! >= (isBare ? LEAST_BARE_LINES : 2);
    const own: Numbered = {
      line,
      number,
      length: 1 + (isFar ? (before?.length ?? 0) : 0),
      ...(before && isFar && { before }),
    };
    written.set(line, seen);
    if ((sequences.get(number)?.length ?? 0) < own.length) sequences.set(number, own);
    if (own.length >= (isBare ? LEAST_BARE : LEAST_PAGES) && own.length > (best?.length ?? 0)) best = own;
  }
  const found: number[] = [];
  for (let at = best; at; at = at.before) found.unshift(at.line);
  return found;
}

const LONGEST_NUMBER = 24;
/** A head stands on so many pages at least, and on such a share of all. */
const LEAST_HEADS = 3;
const HEAD_SHARE = 0.6;
const LONGEST_HEAD = 60;

/** The lines that most pages begin or end with, their numbers aside; on the first it may be the title of the document. */
function runningHeads(
  lines: readonly Line[],
  begins: readonly number[],
  furniture: ReadonlyMap<number, Furniture>,
): number[] {
  const heads = new Map<string, number[]>();
  const isOwn = (line: number): boolean => lines[line]!.blank || furniture.has(line);
  const put = (line: number, exact: boolean): void => {
    const words = exact ? lines[line]!.text.replaceAll(/\s/g, "") : runningWords(lines[line]!.text);
    if (words === "" || lines[line]!.text.length > LONGEST_HEAD) return;
    const same = heads.get(words) ?? [];
    heads.set(words, same);
    if (same.at(-1) !== line) same.push(line);
  };
  for (const [index, begin] of begins.entries()) {
    const end = begins[index + 1] ?? lines.length;
    let first = begin;
    while (first < end && isOwn(first)) first++;
    if (first < end) put(first, true);
    // The address and the hour of print, one under the other.
    for (let last = end - 1, count = 0; last > first && count < FOOT_LINES; last--) {
      if (isOwn(last)) continue;
      put(last, false);
      count++;
    }
  }
  return [...heads.values()].filter((same) => same.length >= Math.max(LEAST_HEADS, HEAD_SHARE * begins.length)).flat();
}

const FOOT_LINES = 2;
/** 合计, or the number of a line, is no such line. */
const LEAST_LETTERS = 6;

/** The words of a line that pages may end with, but for their numbers; none where it may be a part of a table. */
function runningWords(text: string): string {
  if (/表(?:[（(].*[)）])?$|\d[.．]\d\d(?!\d)/.test(text)) return "";
  const words = text.replaceAll(/\s/g, "").replaceAll(/\d+/g, "0");
  return words.replaceAll(/[^\p{L}]/gu, "").length < LEAST_LETTERS ? "" : words;
}
