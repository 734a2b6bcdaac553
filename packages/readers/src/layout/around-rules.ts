import { firstAtLeast } from "@juesuan/core";
import { isNote, standsApart } from "../text/surroundings.ts";
import { beginsHeading, isHeadingWord } from "../tables/words.ts";
import type { Glyph, Rule } from "./content.ts";
import { isPageNumberText } from "./furniture.ts";
import { headingBlocks } from "./heading.ts";
import { piecesByLine, type Piece } from "./pieces.ts";
import type { Token } from "./tokens.ts";

/** Pieces may stand over the ends of lines by this. */
const SIDE = 3;
/** Lines of a heading of three rows, each broken. */
const HIGHEST_HEAD = 8;
/** Lines of a row whose names and amounts break. */
const MOST_LINES = 6;

/**
 * What stands around a stack of horizontal lines and is of its table: rows of the heading above the first line, where only
 * the lower edges of cells are drawn, and the row that the end of the page cuts. The lines of a page are looked through once.
 */
export class AroundRules {
  private readonly lines: readonly (readonly Piece[])[];
  /** Where words stand that are of no table: titles, units, notes. */
  private readonly outside: readonly number[];

  constructor(free: readonly Token[]) {
    this.lines = piecesByLine(free);
    this.outside = this.lines.filter(isAround).map(middleOf);
  }

  /** Lines as wide as each other may be of several tables, where a title, a unit or a note stands between them. */
  apart(stack: readonly Rule[]): Rule[][] {
    const parts: Rule[][] = [];
    for (const rule of stack) {
      const above = parts.at(-1)?.at(-1);
      const next = above && this.outside[firstAtLeast(this.outside, above.at, (place) => place)];
      if (above && (next === undefined || next >= rule.at)) parts.at(-1)!.push(rule);
      else parts.push([rule]);
    }
    return parts.filter((part) => part.length > 1);
  }

  headOver({ at: top, from, to }: Rule, taken: ReadonlySet<Glyph>): Token[] {
    const head: Piece[][] = [];
    let below = top;
    const first = firstAtLeast(this.lines, top, middleOf);
    for (let at = first - 1; at >= 0 && first - at <= HIGHEST_HEAD; at--) {
      const line = this.lines[at]!.filter((piece) => isFree(piece, taken));
      if (line.length === 0) break;
      const isFar = below - line[0]!.middle > 2.2 * line[0]!.size;
      if (isFar || !isWithin(line, from, to) || isAround(line)) break;
      if (line.some(({ text }) => /[。；]|\d[.．]\d/.test(text))) break;
      head.push(line);
      below = line[0]!.middle;
    }
    const blocks = headingBlocks(head.flat()).map(({ pieces }) => pieces.map(({ text }) => text).join(""));
    const words = blocks.filter((text) => isHeadingWord(text) || beginsHeading(text));
    return blocks.length > 1 && words.length * 2 >= blocks.length ? tokensOf(head) : [];
  }

  /** The row below the last line, which the end of the page cuts: its figures, and nothing after them but a page's number. */
  cutRow({ at: bottom, from, to }: Rule, taken: ReadonlySet<Glyph>): Token[] {
    const first = firstAtLeast(this.lines, bottom, middleOf);
    if (this.lines.length - first > MOST_LINES + 1) return [];
    const lines = this.lines
      .slice(first)
      .map((line) => line.filter((piece) => isFree(piece, taken)))
      .filter((line) => line.length > 0);
    const last = lines.at(-1);
    if (last && isPageNumberText(last.map(({ text }) => text).join(" "))) lines.pop();
    let above = bottom;
    for (const line of lines) {
      const isNear = line[0]!.middle - above < 1.75 * line[0]!.size;
      if (!isNear || !isWithin(line, from, to)) return [];
      above = line[0]!.middle;
    }
    return lines.some((line) => line.length > 1 && line.some(({ text }) => /\d[.．]\d/.test(text)))
      ? tokensOf(lines)
      : [];
  }
}

function middleOf(line: readonly Piece[]): number {
  return line[0]!.middle;
}

function tokensOf(lines: readonly (readonly Piece[])[]): Token[] {
  return lines.flatMap((line) => line.map(({ token }) => token));
}

function isFree({ token }: Piece, taken: ReadonlySet<Glyph>): boolean {
  return !taken.has(token.glyphs[0]!);
}

function isWithin(line: readonly Piece[], from: number, to: number): boolean {
  return line.every(({ left, right }) => left >= from - SIDE && right <= to + SIDE);
}

/** Words that stand above or below a table. */
function isAround(line: readonly Piece[]): boolean {
  const texts = line.map(({ text }) => text);
  return (
    standsApart(texts) || isNote(texts.join("")) || (texts.length === 1 && /(?:决|预)算\S{0,8}表$/.test(texts[0]!))
  );
}
