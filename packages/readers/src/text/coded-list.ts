import type { Line } from "./lines.ts";
import type { Refusal } from "./refusal.ts";
import { titleOn, wordsOfLine, type Word } from "./spaced-rows.ts";
import { isNote, isUnitLine, standsApart } from "./surroundings.ts";

// A list by codes as a text has it: each row begins with its code, and all that follows up to the next is its: its name,
// over however many lines, and its amounts.

export interface CodedRow {
  /** Absent in the row of the total. */
  readonly code?: string;
  readonly label: readonly Word[];
  readonly names: readonly Word[];
  /** Words stand behind its amounts, or behind those of the row before it: whose name they are of, nothing tells. */
  readonly torn: boolean;
  readonly amounts: readonly Word[];
}

export interface CodedList {
  readonly head: string;
  /** The words of lines that are neither: ends of names, and headings that were copied behind the rows. */
  readonly loose: string;
  readonly rows: readonly CodedRow[];
  readonly to: number;
}

const AMOUNT = /^[-−－+]?(?:\d{1,3}(?:[,，]\d{3})+|\d+)(?:[.．]\d+)?$/;
const DECIMAL = /[.．]\d/;
const NOTHING = /^[-—－–]+$/;
const CLASS = /^[1-5]\d{2}$/;
const WHOLE_CODE = /^[1-5]\d{2}(?:\d{2}){1,2}$/;
const TOTAL = /^(?:[合总]计|[合总]|本年(?:收入|支出)合计)$/;
const ORDINALS = /^(?:类|款|项|栏次|行次|栏|次)$/;
const SENTENCE = /[。；]|，.*，/;
const HEADING = /^第.{1,3}部分|^[一二三四五六七八九十]{1,3}、.*(?:说明|情况|表)$/;
const LONGEST = 240;
const DEEPEST_HEAD = 40;
/** So many lines of words and no row among them end a list. */
const MOST_LABELS = 8;

interface OpenRow {
  code?: string;
  label: Word[];
  names: Word[];
  amounts: Word[];
  torn: boolean;
}

/** The list that begins with its headings on a line; nothing where what stands there is none, up to where it was looked at. */
export function codedListFrom(
  lines: readonly Line[],
  from: number,
  table: string,
  refused: Refusal,
): CodedList | undefined {
  const head: string[] = [];
  const loose: string[] = [];
  const rows: OpenRow[] = [];
  const seen = new Set<string>();
  let total: Word[] | undefined;
  let to = from;
  let labels = 0;
  for (let at = from; at < lines.length; at++) {
    const line = lines[at]!;
    if (line.blank) continue;
    if (isNote(line.text) || SENTENCE.test(line.text) || HEADING.test(line.text) || line.text.length > LONGEST) break;
    const title = titleOn(line);
    if (title) {
      if (title.table.id !== table || rows.length === 0) break;
      continue;
    }
    if (isUnitLine(line.text) || standsApart([line.text]) || isPageNumber(line.text) || /[|\t]/.test(line.text))
      continue;
    const words = withoutOrdinals(wordsOfLine(line));
    if (words.length === 0) continue;
    const begun = begunBy(words);
    if (begun) {
      if (begun.code !== undefined && seen.has(begun.code)) return refused.until(at);
      if (begun.code !== undefined) seen.add(begun.code);
      // The beginning of its own name may stand above it.
      rows.push({ ...begun, torn: rows.at(-1)?.torn === true && labels > 0 });
      labels = 0;
      if (begun.amounts.length > 0) to = at + 1;
      continue;
    }
    const open = rows.at(-1);
    const amounts = words.filter(({ text }) => isAmount(text));
    if (!open) {
      if (amounts.length > 0 && total && amounts.length === words.length)
        rows.push({ label: total, names: [], amounts: words, torn: false });
      else if (amounts.length > 0 || head.length >= DEEPEST_HEAD) return refused.until(from + 1);
      else head.push(line.text);
      total = words.length === 1 && TOTAL.test(words[0]!.text) ? words : undefined;
      if (rows.length > 0) to = at + 1;
      continue;
    }
    if (amounts.length === 0 && head.includes(line.text)) continue;
    if (open.amounts.length > 0) open.torn = true;
    open.names.push(...words.filter(({ text }) => !isAmount(text)));
    open.amounts.push(...amounts);
    if (amounts.length === 0) loose.push(line.text);
    if (amounts.length > 0) [labels, to] = [0, at + 1];
    else if (++labels > MOST_LABELS) break;
  }
  // What stands behind the last amount may be anything.
  while (rows.length > 0 && rows.at(-1)!.amounts.length === 0) rows.pop();
  return rows.length > 1 ? { head: head.join(" "), loose: loose.join(" "), rows, to } : undefined;
}

function isPageNumber(text: string): boolean {
  return /^(?:[-—–\s]*\d{1,3}[-—–\s]*|第\s*\d{1,3}\s*页.*)$/.test(text);
}

/** Without 类 款 项, 栏次 and the numbers of columns behind them. */
function withoutOrdinals(words: readonly Word[]): Word[] {
  let at = 0;
  while (at < words.length && ORDINALS.test(words[at]!.text)) at++;
  const rest = words.slice(at);
  let counted = 0;
  while (rest[counted]?.text === String(counted + 1)) counted++;
  return counted > 1 || (counted === 1 && rest.length === 1) ? rest.slice(counted) : rest;
}

/** The row that begins on a line with its code, in one or in its parts, or with 合计 and amounts. */
function begunBy(words: readonly Word[]): OpenRow | undefined {
  const [first, second, third] = words;
  let codes = 0;
  if (WHOLE_CODE.test(first!.text)) codes = 1;
  else if (CLASS.test(first!.text))
    codes = /^\d{2}$/.test(second?.text ?? "") ? (/^\d{2}$/.test(third?.text ?? "") ? 3 : 2) : 1;
  else if (TOTAL.test(first!.text)) {
    const own = first!.text.length === 1 && second?.text === "计" ? 2 : 1;
    const amounts = words.slice(own);
    if (amounts.length === 0 || !amounts.every(({ text }) => isAmount(text))) return undefined;
    if (!amounts.some(({ text }) => DECIMAL.test(text))) return undefined;
    return { label: words.slice(0, own), names: [], amounts: [...amounts], torn: false };
  }
  if (codes === 0) return undefined;
  const rest = words.slice(codes);
  return {
    code: words
      .slice(0, codes)
      .map(({ text }) => text)
      .join(""),
    label: words.slice(0, codes),
    names: rest.filter(({ text }) => !isAmount(text)),
    amounts: rest.filter(({ text }) => isAmount(text)),
    torn: false,
  };
}

function isAmount(text: string): boolean {
  return AMOUNT.test(text) || NOTHING.test(text);
}
