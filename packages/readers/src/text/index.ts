import type { Block, Oddity, Paragraph, ReadDocument } from "@juesuan/core";
import { decodeText } from "./decode.ts";
import { splitLines, type Line } from "./lines.ts";
import { stripMarkup, type MarkedLine } from "./markup.ts";
import { pagesOf, type Pages } from "./pages.ts";
import { isPrinted, readPrinted } from "./printed/index.ts";
import { comparable, isContentsLine, isContentsTitle, isNumberedHeading } from "./roles.ts";
import { isUnitLine, standsApart } from "./surroundings.ts";
import { tableFinder } from "./tables.ts";

export { decodeText, type DecodedText, type TextEncoding } from "./decode.ts";

/**
 * Reads plain or Markdown-like text. The document's text is the decoded file, without a byte order mark, character
 * for character, so that an offset into it is an offset into the file's characters: `written` may put other characters in
 * their places, one for one, and what a page prints of its own amid a sentence or a table is blanked out. Only a text that
 * is printed in columns ({@link isPrinted}) is laid out anew, and has a text of its own.
 *
 * ```ts
 * readText(new TextEncoder().encode("# 目录\n\n一、部门职责 .....\t4 页")).blocks.map((block) => block.kind)
 * // ["paragraph", "paragraph"], the second with the role "contents"
 * ```
 */
export function readText(bytes: Uint8Array, written = (text: string): string => text): ReadDocument {
  const { text: printed, encoding, truncated } = decodeText(bytes);
  const text = written(printed);
  const oddities: Oddity[] = [];
  if (encoding !== "utf-8")
    oddities.push({
      code: "encoding",
      message: `文件编码为 ${encoding.toUpperCase()}`,
      messageEn: `The file is encoded in ${encoding.toUpperCase()}`,
    });
  if (truncated)
    oddities.push({
      code: "truncated-text",
      message: "文件末尾的字符不完整，文件可能没有复制完整",
      messageEn: "The last character is cut: the file may be incomplete",
    });
  const lines = splitLines(text);
  const pages = pagesOf(lines);
  if (isPrinted(text)) return readPrinted(withPageBreaks(text, lines, pages), oddities);
  return { format: "text", pages: [{ number: 1 }], ...blocksOnPages(text, lines, pages), oddities };
}

/** Pages end with a form feed, or with their number. */
function withPageBreaks(text: string, lines: readonly Line[], { begins }: Pages): string {
  if (text.includes("\f")) return text;
  const starts = begins.flatMap((line) => (line < lines.length ? [lines[line]!.lineStart] : []));
  return [0, ...starts].map((start, index) => text.slice(start, starts[index])).join("\f");
}

/**
 * The blocks of a text with pages. What a page prints of its own in the middle of a sentence or a table, its
 * number and its head, is blanked out of the text; elsewhere it is a paragraph of its own.
 */
function blocksOnPages(
  text: string,
  lines: readonly Line[],
  pages: Pages,
): { readonly text: string; readonly blocks: readonly Block[] } {
  const apart = pages.furniture.map(({ line, role }) => ({ ...lines[line]!, role }));
  const told = blanked(text, apart);
  const begins = new Set(pages.begins);
  const ends = splitLines(told).map((line, index) =>
    begins.has(index + 1) ? { ...line, endsPage: true as const } : line,
  );
  const blocks = blocksOf(told, ends);
  let next = 0;
  const within = apart.filter(({ start }) => {
    while (next < blocks.length && blocks[next]!.end <= start) next++;
    return next < blocks.length && blocks[next]!.start < start;
  });
  const inner = new Set(within);
  const between = apart.filter((line) => !inner.has(line));
  const own = between.map(({ start, end, role }): Block => ({ kind: "paragraph", start, end, page: 1, role }));
  return {
    text: within.length === 0 ? text : blanked(text, within),
    blocks: own.length === 0 ? blocks : [...blocks, ...own].sort((one, other) => one.start - other.start),
  };
}

function blanked(text: string, ranges: readonly Pick<Line, "start" | "end">[]): string {
  const parts: string[] = [];
  let from = 0;
  for (const { start, end } of ranges) {
    parts.push(text.slice(from, start), " ".repeat(end - start));
    from = end;
  }
  return parts.join("") + text.slice(from);
}

/** The blocks of a text that is already decoded. */
export function blocksOf(text: string, lines: readonly Line[] = splitLines(text)): Block[] {
  const contents = unnumberedContents(text, lines);
  const tableAt = tableFinder(text, lines);
  const wrap = wrapWidth(lines);
  const full = wrap === undefined ? fullWidth(lines) : undefined;
  const dashed = dashedNumbers(lines);
  const blocks: Block[] = [];
  let at = 0;
  while (at < lines.length) {
    const line = lines[at]!;
    const found = line.blank ? undefined : tableAt(at);
    if (found) {
      blocks.push(found.table);
      at = found.to;
      continue;
    }
    if (!line.blank) {
      const marked = stripMarkup(text, line.start, line.end);
      let role: Paragraph["role"] =
        contents.has(at) || isContentsLine(line.text)
          ? "contents"
          : dashed.has(at) || isPageNumber(lines, at)
            ? "page-number"
            : roleOf(text, marked);
      let { end } = marked;
      const isBroken = role === "heading" && marked.level === 0 && isBrokenHeading(lines, at, { wrap, full });
      if (isBroken) role = "body";
      if (role === "body" && marked.end === line.end) {
        let width = displayWidth(line.text);
        for (;;) {
          const next = nextOver(lines, at) ?? overGap(lines, at, full ?? (wrap && wrap - FULL_PLAY), width);
          if (next === undefined || !continues(lines[at]!, lines[next]!, { wrap, full, width }, next > at + 1)) break;
          if (tableAt(next)) break;
          at = next;
          // What no line begins with was set on the line before it.
          width = (CANNOT_BEGIN.test(lines[at]!.text) ? width : 0) + displayWidth(lines[at]!.text);
          end = lines[at]!.end;
        }
      }
      if (marked.start < end) blocks.push(paragraph(marked, end, role));
    }
    at++;
  }
  return blocks;
}

function paragraph(marked: MarkedLine, end: number, role: Paragraph["role"]): Paragraph {
  const block: Paragraph = { kind: "paragraph", start: marked.start, end, page: 1, role };
  return role === "heading" && marked.level > 0 ? { ...block, level: marked.level } : block;
}

function roleOf(text: string, marked: MarkedLine): Paragraph["role"] {
  if (marked.level > 0) return "heading";
  if (marked.listed) return "body";
  const words = text.slice(marked.start, marked.end);
  return isNumberedHeading(words) || isContentsTitle(words) ? "heading" : "body";
}

/** Lines from here on are filled to one width: somebody broke them by hand. */
const HARD_WRAP_WIDTH = 30;

const STARTS_ANEW =
  /^(#|[-*+>]\s|\||<|\d{1,3}\s*[、)）]|\d{1,3}\s*[.．](?!\d)|\d{1,2}[.．](?=(?:19|20)\d{2}\s*年)|[（(]\s*[\d一二三四五六七八九十]+\s*[)）]|[一二三四五六七八九十]+、|[①-⑳]|其中[:：]|\s*第.{1,3}部分|(?:发布|公开|成文)(?:日期|时间)|(?:日期|时间)[:：]|(?:信息)?来源[:：])/;

/** 日期：2022-09-15 来源：区环卫中心 打印: what a web page says of itself; its words go on in no other line. */
const PUBLISHED = /^(?:(?:发布|公开|成文|发文)?(?:日期|时间)|(?:信息)?来源|发布机构|索引号)\s*[:：]/;

/** 青禾县水利局2023年度部门决算公开: a title, complete in its line. */
const WHOLE_TITLE =
  /^[^，。；：:,;]*(?:19|20)\d{2}\s*年[^，。；：:,;]{0,40}决算(?:信息)?(?:公开)?(?:情况)?(?:的)?(?:说明|报告|公开|公示)?(?:\.(?:pdf|docx?))?$/i;

/** Sentences that follow another in its paragraph. */
const GOES_ON =
  /^(?:决算数|主要(?:原因|用于|是|系)|年初预算|支出决算|具体情况|平均得分|(?:项目)?全年预算|累计|同?[与较比]\s*(?:上年|年初|预算|(?:19|20)\d{2}\s*年))/;

const PAGE_NUMBER = /^[-—–·\s]*(?:第\s*)?\d{1,4}\s*(?:页)?[-—–·\s]*$/;

/** —7—, - 11 -: with a dash on either side. */
const DASHED_NUMBER = /^[-—–·]\s*(\d{1,4})\s*[-—–·]$/;
/** More pages than this no number between dashes counts. */
const MOST_PAGES = 999;
/** So many pages may stand between two numbers. */
const FEW_PAGES = 3;

/**
 * Numbers between dashes that count up line by line: the pages of a text that lost its form feeds, from whichever page it
 * begins with.
 */
function dashedNumbers(lines: readonly Line[]): ReadonlySet<number> {
  const found = new Set<number>();
  let last: number | undefined;
  for (const [at, { text }] of lines.entries()) {
    const number = Number(DASHED_NUMBER.exec(text)?.[1]);
    // —2023— on a cover is no page: no disclosure has so many.
    if (
      Number.isNaN(number) ||
      number > MOST_PAGES ||
      (last !== undefined && !(number > last && number <= last + FEW_PAGES))
    )
      continue;
    found.add(at);
    last = number;
  }
  return found;
}

/** A number alone on the last line or the first of a page that a form feed ends. */
function isPageNumber(lines: readonly Line[], at: number): boolean {
  if (!PAGE_NUMBER.test(lines[at]!.text)) return false;
  const isBreak = (step: 1 | -1): boolean => {
    for (let next = at; lines[next] !== undefined; next += step) {
      if (next !== at && !lines[next]!.blank) return false;
      if ((step === 1 ? lines[next] : lines[next - 1])?.endsPage === true) return true;
    }
    return false;
  };
  return isBreak(1) || isBreak(-1);
}

/** The next line, also beyond the end of a page; undefined where an empty line parts it from this one. */
function nextOver(lines: readonly Line[], at: number): number | undefined {
  let overPage = lines[at]!.endsPage === true;
  for (let next = at + 1; next < lines.length; next++) {
    if (!lines[next]!.blank) return next === at + 1 || overPage ? next : undefined;
    overPage ||= lines[next]!.endsPage === true;
  }
  return undefined;
}

/** （三）2290402 其他地方自行试点项目收益专项债券收入安排的支⏎出2694.92万元，…: a sentence that begins as a heading does. */
function isBrokenHeading(lines: readonly Line[], at: number, { wrap, full }: Widths): boolean {
  const width = full ?? (wrap === undefined ? undefined : wrap - FULL_PLAY);
  const next = nextOver(lines, at);
  if (width === undefined || next === undefined) return false;
  const [{ text }, { text: rest }] = [lines[at]!, lines[next]!];
  if (CANNOT_BEGIN.test(rest)) return true;
  return (
    displayWidth(text) >= width &&
    /^[^，。；]*\d[^，。；]*[，。；]/.test(rest) &&
    !STARTS_ANEW.test(rest) &&
    !/(?:情况|说明|表)$/.test(text)
  );
}

/** No line of its own begins with these. */
const CANNOT_BEGIN = /^[，。；：、）”》]/;

/** A full line breaks off amid a sentence, and the next is of one too. */
function isUnended(text: string, next: string): boolean {
  return /[，。；、：]/.test(next) && !/[。：:！？!?]["”）)]*$/.test(text) && !isFigureRow(text);
}

/** The line behind a single empty one that a program put amid a sentence. */
function overGap(lines: readonly Line[], at: number, full: number | undefined, width: number): number | undefined {
  const [gap, next] = [lines[at + 1], lines[at + 2]];
  if (full === undefined || width < full || !gap?.blank || !next || next.blank) return undefined;
  const { text } = lines[at]!;
  return isUnended(text, next.text) && /[，、（(《“]|（[类款项]）/.test(text) && /[，。]/.test(next.text)
    ? at + 2
    : undefined;
}

/** Whether the next line goes on with the sentence of this one. The last line of a page need not be full. */
function continues(
  line: Line,
  next: Line,
  { wrap, full, width }: Widths & { readonly width: number },
  overPage: boolean,
): boolean {
  if (standsApart([next.text]) || isUnitLine(next.text)) return false;
  if (STARTS_ANEW.test(next.text) || isContentsLine(next.text)) return false;
  // An amount is at its end with its second decimal: what follows is the next cell of a table.
  if (/[.．]\d\d$/.test(line.text) && /^\d/.test(next.text)) return false;
  if (CANNOT_BEGIN.test(next.text) && !isFigureRow(line.text)) return true;
  if (PUBLISHED.test(line.text) || (WHOLE_TITLE.test(line.text) && !/[，。；,;]/.test(next.text))) return false;
  if (wrap !== undefined) {
    const hasUnit = /^(?:[百亿万]?元|%)/.test(next.text);
    if ((isFigureRow(line.text) && !hasUnit) || isFigureRow(next.text)) return false;
    // A number, or a mark that no line may begin with, went to the next line whole.
    const first = /^(?:[\d.,]+%?|.)[，。、；：）”]?/u.exec(next.text)![0];
    const isWhole = /[。！？!?]["”）)]?$/.test(line.text) && !GOES_ON.test(next.text);
    // 支出决算表: what opens a page without a mark may be the title of a table.
    if (overPage) return !isWhole && /[，。；：]/.test(next.text) && width > wrap / 2;
    return !isWhole && width + displayWidth(first) > wrap - WRAP_PLAY;
  }
  // Spaces that a program put between words and numbers make full lines of many widths: sentences are told by their marks.
  if (full !== undefined && width >= full && isUnended(line.text, next.text)) return true;
  return (
    line.text.length >= HARD_WRAP_WIDTH &&
    next.text.length <= line.text.length + 4 &&
    !/[。；;：:！？!?]["”）)]?$/.test(line.text)
  );
}

/** 20805 行政事业单位养老支出 12.00 12.00: a row of a table whose columns were lost. */
function isFigureRow(text: string): boolean {
  return /(?:^|[\s\u3000])-?[\d,]+\.\d\d$/.test(text) && !/[，。；：]/.test(text);
}

/** Full lines differ by a few columns: half-width figures, space taken out between them and the words. */
const WRAP_PLAY = 3;
const LEAST_FULL_LINES = 12;
const LEAST_WRAP = 40;

/**
 * The width, in half-width columns, to which a text copied from pages is broken: many lines fill it and next to none goes
 * beyond. Undefined where every paragraph is a line.
 */
function wrapWidth(lines: readonly Line[]): number | undefined {
  const long = lines.map(({ text }) => displayWidth(text)).filter((width) => width >= LEAST_WRAP);
  const counts = new Map<number, number>();
  for (const width of long) counts.set(width, (counts.get(width) ?? 0) + 1);
  const near = (width: number): number => [0, 1, 2, 3].reduce((sum, less) => sum + (counts.get(width - less) ?? 0), 0);
  const own = (width: number): number => counts.get(width) ?? 0;
  const [wrap] = [...counts.keys()].toSorted((one, other) => near(other) - near(one) || own(other) - own(one));
  if (wrap === undefined || near(wrap) < LEAST_FULL_LINES || near(wrap) * 3 < long.length) return undefined;
  return long.filter((width) => width > wrap + WRAP_PLAY).length * 20 <= long.length ? wrap : undefined;
}

/** How far lines of sentences go: `wrap` where all do, `full` where they do but for the spaces in them. */
interface Widths {
  readonly wrap: number | undefined;
  readonly full: number | undefined;
}

const LEAST_SENTENCES = 20;
/** Of the lines of sentences, so many are no wider than a full one. */
const FULL_SHARE = 0.9;
const WIDER = 1.25;
const FEW_WIDER = 0.04;
/** By the spaces taken out or put in, and a number that went to the next line. */
const FULL_PLAY = 12;

/** The width from which on a line of sentences may be full; undefined where too few are or a paragraph is a line. */
function fullWidth(lines: readonly Line[]): number | undefined {
  const widths = lines
    .filter(({ text }) => /[，。；]/.test(text))
    .map(({ text }) => displayWidth(text))
    .sort((one, other) => one - other);
  const widest = widths[Math.floor(FULL_SHARE * widths.length)];
  if (widest === undefined || widths.length < LEAST_SENTENCES || widest < LEAST_WRAP) return undefined;
  // Where paragraphs are lines, some are far longer than others.
  if (widths.filter((width) => width > WIDER * widest).length > FEW_WIDER * widths.length) return undefined;
  return widest - FULL_PLAY;
}

function displayWidth(text: string): number {
  let width = 0;
  for (const character of text) width += character >= "\u2010" ? 2 : 1;
  return width;
}

/**
 * The lines of a table of contents that prints no page numbers: they follow the title 目录 and end where the first of
 * them comes again, as the heading it announces.
 */
function unnumberedContents(text: string, lines: readonly Line[]): Set<number> {
  const found = new Set<number>();
  const title = lines.findIndex(
    (line) => !line.blank && isContentsTitle(text.slice(...range(stripMarkup(text, line.start, line.end)))),
  );
  if (title < 0) return found;
  let first: string | undefined;
  for (let at = title + 1; at < lines.length; at++) {
    const line = lines[at]!;
    if (line.blank) continue;
    const marked = stripMarkup(text, line.start, line.end);
    const words = text.slice(marked.start, marked.end);
    // 一、部门职责2: the number of the page stands right behind the title.
    if (first !== undefined && (comparable(words) === first || comparable(words) === first.replace(/\d{1,3}$/, "")))
      return found;
    if (isContentsLine(words) || (isNumberedHeading(words) && marked.level === 0)) {
      first ??= comparable(words);
      found.add(at);
    } else if (first !== undefined) break;
  }
  // The first entry never came again: these were not contents.
  found.clear();
  return found;
}

function range(marked: MarkedLine): [number, number] {
  return [marked.start, marked.end];
}
