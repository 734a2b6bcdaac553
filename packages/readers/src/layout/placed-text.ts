import type { Glyph } from "./content.ts";

/** Text with the glyph of each UTF-16 unit; a joining space has none. */
export interface PlacedText {
  readonly text: string;
  readonly glyphs: readonly (Glyph | undefined)[];
}

export const NOTHING: PlacedText = { text: "", glyphs: [] };

const DIGIT = /\d/;

/** Set as wide as it is high: Chinese characters and their punctuation. Asked of every character: no regular expression. */
export function isWide(text: string): boolean {
  const code = text.codePointAt(0)!;
  if (code < 0x2014) return false;
  return (
    code === 0x2014 ||
    (code >= 0x2018 && code <= 0x201d) ||
    code === 0x2026 ||
    (code >= 0x2e80 && code <= 0x9fff) ||
    (code >= 0xf900 && code <= 0xfaff) ||
    (code >= 0xfe30 && code <= 0xfe4f) ||
    (code >= 0xff00 && code <= 0xff60) ||
    (code >= 0xffe0 && code <= 0xffe6) ||
    code >= 0x20000
  );
}

export function isIdeograph(text: string): boolean {
  const code = text.codePointAt(0)!;
  return (
    (code >= 0x3400 && code <= 0x9fff) ||
    (code >= 0x2e80 && code <= 0x2fff) ||
    (code >= 0x3005 && code <= 0x3007) ||
    (code >= 0xf900 && code <= 0xfaff) ||
    code >= 0x20000
  );
}

/**
 * Writes the glyphs of one line, from left to right, as text. A space stands for a distance that a reader sees as one:
 * between Chinese characters about a whole character, because justified and letter-spaced lines have smaller ones
 * everywhere, and a space that was typed between Chinese and digits is a matter of style.
 */
export function writeLine(glyphs: readonly Glyph[]): PlacedText {
  const letters: (Glyph | undefined)[] = [];
  let text = "";
  const tracking = trackingOf(glyphs);
  let spaces = 0;
  for (const [index, glyph] of glyphs.entries()) {
    const before = glyphs[index - 1];
    if (before && (isApart(before, glyph, tracking) || isNumbered(text, before, glyph))) {
      spaces++;
      text += " ";
      letters.push(undefined);
    }
    for (let unit = 0; unit < glyph.text.length; unit++) letters.push(glyph);
    text += glyph.text;
  }
  // 合 计, 目 录 with wide spaces: one word spread over its width.
  if (spaces > 0 && spaces <= 3 && /^\S( \S)+$/u.test(text) && glyphs.every((glyph) => isIdeograph(glyph.text))) {
    return { text: text.replaceAll(" ", ""), glyphs: letters.filter((letter) => letter !== undefined) };
  }
  return { text, glyphs: letters };
}

/** 第一部分 概况, 第二条 …: a narrower space parts the number of a part from its words. */
function isNumbered(text: string, before: Glyph, glyph: Glyph): boolean {
  return glyph.left - before.right > 0.2 * glyph.size && /^第[一二三四五六七八九十百]+(?:部分|[条章节])$/.test(text);
}

/** The distance that a line's letter spacing puts between all its Chinese characters. */
function trackingOf(glyphs: readonly Glyph[]): number {
  if (glyphs.length < 4) return 0;
  const gaps: number[] = [];
  for (let index = 1; index < glyphs.length; index++) {
    const before = glyphs[index - 1]!;
    const glyph = glyphs[index]!;
    if (isWide(before.text) && isWide(glyph.text)) gaps.push(glyph.left - before.right);
  }
  if (gaps.length < 3) return 0;
  gaps.sort((one, other) => one - other);
  return Math.max(0, gaps[Math.floor(gaps.length / 2)]!);
}

function isApart(before: Glyph, glyph: Glyph, tracking: number): boolean {
  const em = Math.max(before.size, glyph.size);
  const gap = (glyph.left - before.right) / em;
  const wideBefore = isWide(before.text);
  const wide = isWide(glyph.text);
  if (wideBefore && wide) return gap - tracking / em >= 0.7;
  if (wideBefore || wide) return gap - tracking / em >= 0.62;
  const last = before.text.at(-1)!;
  const first = glyph.text[0]!;
  // Inside a number: 4461. 67, 1, 234, 12.5 %.
  if ((DIGIT.test(last) && /[.,%‰]/.test(first)) || (/[.,]/.test(last) && DIGIT.test(first))) return gap >= 0.62;
  if (DIGIT.test(last) && DIGIT.test(first)) return gap >= (glyph.spaced ? 0.18 : 0.3);
  return gap >= (glyph.spaced ? 0.08 : 0.2);
}

/** How a line goes on in the next: a word broken at the edge, or a new word. */
export function joinPlaced(lines: readonly PlacedText[], isBroken: (line: number) => boolean): PlacedText {
  let text = "";
  const glyphs: (Glyph | undefined)[] = [];
  for (const [index, line] of lines.entries()) {
    if (line.text === "") continue;
    const last = text.at(-1);
    const first = line.text[0]!;
    if (last !== undefined && !isBroken(index - 1) && isNarrowWord(last) && isNarrowWord(first)) {
      text += " ";
      glyphs.push(undefined);
    }
    text += line.text;
    for (const glyph of line.glyphs) glyphs.push(glyph);
  }
  return { text, glyphs };
}

function isNarrowWord(character: string): boolean {
  return !isWide(character) && /[\w%.,)(+-]/.test(character);
}
