import type { Paragraph } from "@juesuan/core";
import { isNumberedHeading } from "../text/roles.ts";
import type { AlignedPart } from "./aligned.ts";
import { isContentsEntry } from "./contents.ts";
import { standsApart } from "../text/surroundings.ts";
import { median } from "./frame.ts";
import { glyphsOf, lineOf, type Line } from "./lines.ts";
import { isIdeograph, isWide, joinPlaced, writeLine, type PlacedText } from "./placed-text.ts";
import type { Token } from "./tokens.ts";
import { around, type Rectangle } from "./geometry.ts";

/** A paragraph on one page, before pages are joined. */
export interface PlacedParagraph extends PlacedText {
  readonly kind: "paragraph";
  readonly page: number;
  readonly box: Rectangle;
  readonly size: number;
  role: Paragraph["role"];
  /** It begins like the rest of a sentence: at the margin, without a number. */
  readonly flush: boolean;
  /** Its last line runs to the margin. */
  readonly full: boolean;
  /** Rows at the top of a page, of which it is a text, that may be the rest of the table before. */
  readonly rows?: AlignedPart;
}

/** Wider than this inside a line, in ems, and what follows is another text: 部门：…        单位：万元. */
const APART = 3;
const INDENT = 1.2;
/** Lines whose sizes differ by more than this factor are different texts; real paragraphs mix 12 and 15 points. */
const OTHER_SIZE = 1.3;
const ENUMERATOR =
  /^(?:[（(]?[一二三四五六七八九十]{1,3}[)）、．]|[一二三四五六七八九十]{1,3}\.|\d{1,3}(?:、|[.．](?!\d))|[（(]\d{1,2}[)）]|\d{1,2}[)）]|第[一二三四五六七八九十百]+(?:部分|[条章节])|[①-⑳]|(?:备?注|说明)\s*\d*[:：]|附[件表录]\s*\d*[:：]?)/;
const BEGINS_PART = /^第[一二三四五六七八九十]{1,2}部分/;
const SENTENCE_END = /[。；：！？!?;:]["”’）)]*$/;

/** Joins printed lines to paragraphs. */
export function paragraphsOf(lines: readonly Line[], page: number): PlacedParagraph[] {
  const written = lines.flatMap(segmentsOf);
  const margins = marginsOf(written);
  const pitch = pitchOf(written);
  const paragraphs: PlacedParagraph[] = [];
  let open: WrittenLine[] = [];
  for (const line of written) {
    if (open.length > 0 && !goesOn(open, line, margins, pitch)) {
      paragraphs.push(paragraphOf(open, page, margins));
      open = [];
    }
    open.push(line);
  }
  if (open.length > 0) paragraphs.push(paragraphOf(open, page, margins));
  return paragraphs;
}

interface WrittenLine {
  readonly line: Line;
  readonly written: PlacedText;
  /** It shares its line with another text. */
  readonly shared: boolean;
  /** It leads to a page, or stands around a table: no sentence goes through it. */
  readonly alone: boolean;
  readonly heading: boolean;
}

function writtenLine(line: Line, written: PlacedText, shared: boolean): WrittenLine {
  const { text } = written;
  return {
    line,
    written,
    shared,
    alone: isContentsEntry(text) || standsApart([text]),
    heading: isNumberedHeading(text),
  };
}

interface Margins {
  readonly left: number;
  readonly right: number;
  /** Paragraphs of this page begin with an indented line. */
  readonly indents: boolean;
}

/** The texts on one line: most often one. */
function segmentsOf(line: Line): WrittenLine[] {
  const parts: Token[][] = [[]];
  let before: Token | undefined;
  for (const token of line.tokens) {
    if (before && token.left - before.right > APART * Math.max(token.size, before.size) && !isSpread(line))
      parts.push([]);
    parts.at(-1)!.push(token);
    before = token;
  }
  if (parts.length === 1) return [writtenLine(line, writeLine(glyphsOf(line)), false)];
  const last = writeLine(parts.at(-1)!.flatMap((token) => token.glyphs)).text;
  const first = writeLine(parts[0]!.flatMap((token) => token.glyphs)).text;
  // A line of the contents whose page number stands at the margin without dots.
  if (parts.length === 2 && /^[-—]?\s*\d{1,3}\s*[-—]?$/.test(last) && /^[\u4e00-\u9fff（(“]/.test(first))
    return [writtenLine(line, withTab(parts), false)];
  return parts.map((tokens) => {
    const segment = lineOf(tokens);
    return writtenLine(segment, writeLine(glyphsOf(segment)), true);
  });
}

function withTab(parts: readonly Token[][]): PlacedText {
  const [one, other] = parts.map((tokens) => writeLine(tokens.flatMap((token) => token.glyphs)));
  return { text: `${one!.text}\t${other!.text}`, glyphs: [...one!.glyphs, undefined, ...other!.glyphs] };
}

/** A title of single characters far apart: 目 录. */
function isSpread(line: Line): boolean {
  return line.tokens.every(({ glyphs }) => glyphs.length === 1 && isIdeograph(glyphs[0]!.text));
}

/** Where most full lines begin and end. */
function marginsOf(lines: readonly WrittenLine[]): Margins {
  const body = lines.filter(({ written, shared }) => !shared && written.text.length >= 12).map(({ line }) => line);
  if (body.length === 0) return { left: -Infinity, right: Infinity, indents: false };
  const size = median(body.map((line) => line.size));
  const left = -edge(
    body.map((line) => -line.left),
    size,
  );
  const right = edge(
    body.map((line) => line.right),
    size,
  );
  const indented = body.filter((line) => Math.abs(line.left - left - 2 * size) < 0.6 * size).length;
  return { left, right, indents: indented >= 2 };
}

/** The outermost place that at least two lines share, or the outermost of all. */
function edge(values: readonly number[], size: number): number {
  const sorted = [...values].sort((one, other) => other - one);
  for (let index = 0; index + 1 < sorted.length; index++) {
    if (sorted[index]! - sorted[index + 1]! <= size) return sorted[index]!;
    if (index >= 2) break;
  }
  return sorted[0]!;
}

/** The usual distance from line to line. */
function pitchOf(lines: readonly WrittenLine[]): number {
  const distances: number[] = [];
  for (let index = 1; index < lines.length; index++) {
    const distance = lines[index]!.line.middle - lines[index - 1]!.line.middle;
    if (distance > lines[index]!.line.size * 0.8 && distance < lines[index]!.line.size * 3.5) distances.push(distance);
  }
  if (distances.length === 0) return Infinity;
  distances.sort((one, other) => one - other);
  // Paragraph spacing only adds: the usual pitch is below the middle.
  return distances[Math.floor(distances.length * 0.4)]!;
}

function goesOn(open: readonly WrittenLine[], next: WrittenLine, margins: Margins, pitch: number): boolean {
  const last = open.at(-1)!;
  if (last.shared || next.shared) return false;
  const { size } = last.line;
  const scale = Math.max(size, next.line.size) / Math.min(size, next.line.size);
  const distance = next.line.middle - last.line.middle;
  if (scale > OTHER_SIZE || distance > 3.5 * size || distance > Math.max(2.2 * pitch, 1.25 * size)) return false;
  if (last.alone || next.alone) return false;
  // 公开时间：2024年9月18日⏎第一部分 部门概况: a part begins a line of its own.
  if (BEGINS_PART.test(next.written.text) && !/[，、见在的及和]$/.test(last.written.text)) return false;
  // 第五部分 附件⏎项目支出绩效自评表: nor does the title of a table go on with that of its part.
  if (BEGINS_PART.test(last.written.text) && TITLES_TABLE.test(next.written.text)) return false;
  const ended = SENTENCE_END.test(last.written.text);
  const indented = next.line.left > margins.left + INDENT * size;
  if (!indented && isBrokenByHand(open, next, margins)) return true;
  if (distance > Math.max(1.45 * pitch, 1.25 * size)) return false;
  if (last.heading && endsHeading(last, next, margins)) return scale < 1.05;
  if (last.heading && indented) return scale < 1.05 && goesOnCentred(last, next, margins);
  if (!isFull(last.line, next.line, margins)) return false;
  if (ENUMERATOR.test(next.written.text)) {
    const atMargin = next.line.left <= margins.left + 0.3 * size;
    if (ended || !atMargin || last.line.left < next.line.left + 0.3 * size)
      return ended || !atMargin ? false : !next.heading;
  }
  if (!indented) return true;
  const hanging = Math.abs(next.line.left - last.line.left) < 0.5 * size;
  return hanging && !ended && !last.heading;
}

/** 决算表 alone may be the end of 第二部分 …部门决算表. */
const TITLES_TABLE = /(?:自评|评价|结果|目标|情况|收入|支出|收支).{0,8}表\s*(?:[（(].{1,12}[)）])?$/;

/**
 * A line at the margin goes on with a sentence that somebody broke before its end: 主要原因： and then the reason. Where
 * paragraphs are not indented, only a line nearly full is broken so: text set without justification, its numbers whole.
 */
function isBrokenByHand(open: readonly WrittenLine[], next: WrittenLine, margins: Margins): boolean {
  const last = open.at(-1)!;
  const { size } = last.line;
  if (next.line.left > margins.left + 0.3 * next.line.size || next.written.text.length < 8) return false;
  if (!margins.indents && margins.right - last.line.right > RAGGED * size) return false;
  if (/[。；！？!?;]["”’）)]*$/.test(last.written.text) || ENUMERATOR.test(next.written.text)) return false;
  return !last.heading && open.some(({ written }) => /[，。]/.test(written.text));
}

/** Lines set without justification end within so many characters of the margin. */
const RAGGED = 5;

/** （八）关于项目支出及国有资本经营预算支出情 | 况说明: the few characters of a heading that its line has no room for. */
function endsHeading(heading: WrittenLine, next: WrittenLine, margins: Margins): boolean {
  const { text } = next.written;
  return (
    text.length <= LONGEST_END &&
    /(?:情\s*况|说\s*明)$/.test(heading.written.text + text) &&
    !/(?:情\s*况|说\s*明)$/.test(heading.written.text) &&
    !ENUMERATOR.test(text) &&
    isFull(heading.line, next.line, margins)
  );
}

const LONGEST_END = 8;

/** The end of a heading too long for its line. */
function goesOnCentred(heading: WrittenLine, next: WrittenLine, margins: Margins): boolean {
  if (
    ENUMERATOR.test(next.written.text) ||
    /[。；]|元，/.test(next.written.text) ||
    !isFull(heading.line, next.line, margins)
  )
    return false;
  const shift = next.line.left + next.line.right - heading.line.left - heading.line.right;
  return Math.abs(shift) < 5 * heading.line.size;
}

const OPENING = /[（《〈「『【〔“‘(]/;
const CLOSING = /[）》〉」』】〕”’)，。、；：！？,.;:!?%％]/;

/**
 * Whether what begins the next line would not have fitted on this one: a number or a Latin word stays whole, a bracket
 * stays with what it opens, and a comma with what it ends.
 */
function isFull(line: Line, next: Line, margins: Margins): boolean {
  const glyphs = glyphsOf(next);
  let at = 0;
  while (at < glyphs.length && OPENING.test(glyphs[at]!.text)) at++;
  if (at < glyphs.length && isWide(glyphs[at]!.text)) at++;
  else while (at < glyphs.length && !isWide(glyphs[at]!.text)) at++;
  while (at < glyphs.length && CLOSING.test(glyphs[at]!.text)) at++;
  const needed = at === 0 ? 0 : glyphs[at - 1]!.right - glyphs[0]!.left;
  return margins.right - line.right <= needed + 0.9 * line.size;
}

function paragraphOf(lines: readonly WrittenLine[], page: number, margins: Margins): PlacedParagraph {
  const joined = joinPlaced(
    lines.map(({ written }) => written),
    (index) => isNumberCut(lines[index]!, lines[index + 1], margins),
  );
  const first = lines[0]!;
  const last = lines.at(-1)!;
  return {
    kind: "paragraph",
    ...joined,
    page,
    box: around(lines.map(({ line }) => line)),
    size: first.line.size,
    role: "body",
    flush:
      !first.shared &&
      first.line.left <= margins.left + INDENT * first.line.size &&
      !ENUMERATOR.test(first.written.text),
    full: !last.shared && margins.right - last.line.right <= 4 * last.line.size,
  };
}

/** A number that reaches the margin goes on in the next line. */
function isNumberCut({ line, written }: WrittenLine, next: WrittenLine | undefined, margins: Margins): boolean {
  if (!next || !/[\d.,]$/.test(written.text) || !/^[\d.,%]/.test(next.written.text)) return false;
  const left = margins.right - line.right;
  return left < 0.7 * line.size || (left < 2.5 * line.size && isOneNumber(written.text, next.written.text));
}

/** 与上年的78 | 7.37万元: two numbers with no word between are no sentence, so lines of uneven ends cut one of them. */
function isOneNumber(one: string, other: string): boolean {
  if (one.length < 12) return false;
  const begun = /[\u4e00-\u9fff（]([\d.,]+)$/.exec(one)?.[1];
  const rest = /^([\d.,]+)(?=[万亿元%％])/.exec(other)?.[1];
  return begun !== undefined && rest !== undefined && WHOLE_NUMBER.test(begun + rest);
}

const WHOLE_NUMBER = /^(?:\d+|\d{1,3}(?:,\d{3})+)(?:\.\d{1,2})?$/;

/** Words set apart as the header of a page. */
export function asHeader(words: readonly PlacedText[], page: number, box: Rectangle): PlacedParagraph {
  const glyphs = words.flatMap((word, index) => (index === 0 ? word.glyphs : [undefined, ...word.glyphs]));
  const text = words.map((word) => word.text).join(" ");
  return { kind: "paragraph", text, glyphs, page, box, size: 0, role: "header", flush: false, full: false };
}

/** Pages with mirrored margins, and a first line with its indent, begin within so many characters of each other. */
const OTHER_MARGIN = 3.5;

/** 决算数小于预 | 算数的主要原因：…。 Somebody broke the page in the middle of a sentence, wherever its line ended. */
function isCutSentence(one: string, other: string): boolean {
  return /[，。；]/.test(one) && /[\u4e00-\u9fff，、]$/.test(one) && /^[\u4e00-\u9fff].*[，。；]/s.test(other);
}

/** Joins a sentence that a page break cuts. */
export function joinAcrossPages(one: PlacedParagraph, other: PlacedParagraph): PlacedParagraph | undefined {
  if (one.role !== "body" || other.role !== "body" || !other.flush) return undefined;
  if (!one.full && !isCutSentence(one.text, other.text)) return undefined;
  if (Math.max(one.size, other.size) > OTHER_SIZE * Math.min(one.size, other.size)) return undefined;
  // A title in the middle of a page of which it is the only text begins nowhere near the margin of the page before.
  if (Math.abs(other.box.left - one.box.left) > OTHER_MARGIN * one.size) return undefined;
  if (
    isNumberedHeading(one.text) ||
    isNumberedHeading(other.text) ||
    standsApart([one.text]) ||
    standsApart([other.text])
  )
    return undefined;
  return { ...one, ...joinPlaced([one, other], () => false), full: other.full };
}
