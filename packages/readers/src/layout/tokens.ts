import type { Glyph } from "./content.ts";
import type { Rectangle } from "./geometry.ts";

/** Glyphs that were written one after the other without a gap: a word, a number, a stretch of Chinese. */
export interface Token extends Rectangle {
  readonly glyphs: readonly Glyph[];
  readonly size: number;
  /** Half way up the characters: where a line of text is recognised, whatever font a character is set in. */
  readonly middle: number;
}

const WIDEST_GAP = 0.3;
/** Squeezed punctuation overlaps by half a character. */
const LARGEST_OVERLAP = 0.62;
/** Two numbers overlap by at least this, in ems, where one runs into the other. */
const RUN_INTO = 0.1;
const BASELINE_DRIFT = 0.12;

/** Parts glyphs, in the order they were written, into tokens. */
export function tokensOf(glyphs: readonly Glyph[]): Token[] {
  const tokens: Token[] = [];
  let open: Glyph[] = [];
  for (const glyph of glyphs) {
    const before = open.at(-1);
    if (before && !goesOn(before, glyph)) {
      tokens.push(tokenOf(open));
      open = [];
    }
    open.push(glyph);
  }
  if (open.length > 0) tokens.push(tokenOf(open));
  return tokens;
}

function goesOn(before: Glyph, glyph: Glyph): boolean {
  const em = Math.min(before.size, glyph.size);
  // Turned text runs in a direction of its own: what is written in one go or stays near belongs together.
  if (before.turned && glyph.turned)
    return before.object === glyph.object || Math.hypot(before.left - glyph.left, before.top - glyph.top) < 2.5 * em;
  const gap = glyph.left - before.right;
  // An amount too long for its cell runs into the code in the next, which was written on its own.
  if (before.object !== glyph.object && gap < -RUN_INTO * em && /\d/.test(before.text) && /\d/.test(glyph.text))
    return false;
  return (
    before.page === glyph.page &&
    before.turned === glyph.turned &&
    Math.abs(before.baseline - glyph.baseline) <= BASELINE_DRIFT * em &&
    gap <= WIDEST_GAP * em &&
    gap >= -LARGEST_OVERLAP * em
  );
}

export function tokenOf(glyphs: readonly Glyph[]): Token {
  let left = Infinity;
  let top = Infinity;
  let right = -Infinity;
  let bottom = -Infinity;
  let size = 0;
  for (const glyph of glyphs) {
    left = Math.min(left, glyph.left);
    top = Math.min(top, glyph.top);
    right = Math.max(right, glyph.right);
    bottom = Math.max(bottom, glyph.bottom);
    size = Math.max(size, glyph.size);
  }
  return { left, top, right, bottom, size, glyphs, middle: (top + bottom) / 2 };
}
