import type { Glyph } from "./content.ts";
import { around, type Rectangle } from "./geometry.ts";
import { glyphsOf, linesOf, type Line } from "./lines.ts";
import { isWide } from "./placed-text.ts";
import { tokenOf, type Token } from "./tokens.ts";

/** The words or the number that one cell has on one line, as far as distances tell. */
export interface Piece extends Rectangle {
  readonly token: Token;
  readonly text: string;
  readonly middle: number;
  readonly size: number;
}

/** Characters are one text up to this distance, in ems: columns can be as near as a third of a character. */
const WORD_GAP = 0.26;
const TOUCHING = 0.06;
const TOUCHED = 0.3;

/** What stands on each line, from left to right. */
export function piecesByLine(tokens: readonly Token[]): Piece[][] {
  return linesOf(tokens).map((line) => closedWords(piecesOf(line)));
}

/** Words of two characters that tables set far apart: 项    目. */
const SPACED = new Set("项目 合计 总计 小计 收入 支出 金额 栏次 行次".split(" "));
/** How far, in ems. */
const MOST_APART = 10;

function closedWords(pieces: readonly Piece[]): Piece[] {
  const closed: Piece[] = [];
  for (const piece of pieces) {
    const before = closed.at(-1);
    const isOneWord =
      before && SPACED.has(before.text + piece.text) && piece.left - before.right < MOST_APART * piece.size;
    if (isOneWord) closed[closed.length - 1] = pieceOf([...before.token.glyphs, ...piece.token.glyphs]);
    else closed.push(piece);
  }
  return closed;
}

export function piecesOf(line: Line): Piece[] {
  const groups: Glyph[][] = [];
  const glyphs = glyphsOf(line);
  for (const [index, glyph] of glyphs.entries()) {
    const open = groups.at(-1);
    const before = open?.at(-1);
    const isWhole = glyphs[index + LEAST_CODE - 1]?.object === glyph.object;
    if (open && before && isNear(before, glyph) && !endsInAmount(open, glyph, isWhole)) groups.at(-1)!.push(glyph);
    else groups.push([glyph]);
  }
  return groups.map(pieceOf);
}

const LEAST_CODE = 3;

/**
 * An amount at the right of its column may nearly touch the words or the code at the left of the next. `isWhole` tells
 * whether what follows was written in one go with more, and not digit by digit.
 */
function endsInAmount(glyphs: readonly Glyph[], next: Glyph, isWhole: boolean): boolean {
  const last = glyphs.at(-1)!;
  if (last.object === next.object || (!isWide(next.text) && !/[\d\-−－—–]/.test(next.text))) return false;
  const gap = next.left - last.right;
  // A dash for nothing, and not the sign of what follows.
  if (glyphs.every(({ text }) => /[-−－—–]/.test(text))) return isWide(next.text) || gap >= TOUCHING * next.size;
  const endsAmount = /\d[.．]\d\d$/.test(
    glyphs
      .slice(-4)
      .map(({ text }) => text)
      .join(""),
  );
  if (/[-−－—–]/.test(next.text)) return endsAmount && gap >= TOUCHING * next.size;
  // Words behind an amount are not its own, unless they are its unit, however near a layer of recognised text sets them.
  const isOther = /\p{sc=Han}/u.test(next.text) ? !/[万亿元个人]/.test(next.text) : isWhole && /\d/.test(next.text);
  if (endsAmount && isOther) return gap >= -TOUCHED * next.size;
  const usual = last.left - (glyphs.at(-2)?.right ?? last.left);
  return endsAmount && gap >= TOUCHING * next.size && gap - usual >= TOUCHING * next.size;
}

function isNear(before: Glyph, glyph: Glyph): boolean {
  const gap = (glyph.left - before.right) / Math.max(before.size, glyph.size);
  return gap <= WORD_GAP;
}

function pieceOf(glyphs: readonly Glyph[]): Piece {
  const token = tokenOf(glyphs);
  const { left, top, right, bottom, middle, size } = token;
  return { left, top, right, bottom, middle, size, token, text: glyphs.map((glyph) => glyph.text).join("") };
}

/** Two texts beside each other as one. */
export function joined(one: Piece, other: Piece): Piece {
  return pieceOf([...one.token.glyphs, ...other.token.glyphs]);
}

/** An amount as tables print it. */
export function isAmount(text: string): boolean {
  return /^[（(]?[-−－+]?(?:\d{1,3}(?:[,，]\d{3})+|\d+)(?:[.．]\d+)?%?[)）]?$|^[-—－]+$/.test(text);
}

/** The code of a class, whole (2080505) or a part of it (208, 05). */
export function isCode(text: string): boolean {
  return /^\d{2,7}$/.test(text);
}

export function boxOfPieces(pieces: readonly Piece[]): Rectangle {
  return around(pieces);
}
