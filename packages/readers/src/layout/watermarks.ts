import { overlap } from "./geometry.ts";
import { median } from "./frame.ts";
import type { RuleGroup } from "./rules.ts";
import type { Token } from "./tokens.ts";

/** Lighter than this, on white paper, where the page's text is darker than {@link DARK}, a text may be a watermark. */
const PALE = 120;
const DARK = 100;
/** So many times as large as the page's text it may be one too, whatever its colour. */
const LARGE = 2.2;
/** One printed over by others is enough to tell, and a page may hold a hundred thousand. */
const MOST_LOOKED_AT = 200;
/** How much of a character must lie on another's, in ems of the smaller, for one to be printed over the other. */
const OVERPRINTED = 0.3;

/**
 * The watermarks of a page, which belong to no table and no sentence: text that runs obliquely; and text, pale or large,
 * that other text is printed over, or that the lines of a table run through, with all that is set in the same way.
 */
export function watermarksOf(
  tokens: readonly Token[],
  { horizontal, vertical }: RuleGroup,
  known: ReadonlySet<string> = new Set(),
): ReadonlySet<Token> {
  const found = new Set(
    tokens.filter((token) => token.glyphs[0]!.oblique === true || (known.size > 0 && known.has(markOf(token)))),
  );
  const upright = tokens.filter(({ glyphs }) => !glyphs[0]!.turned);
  if (upright.length === 0) return found;
  const usual = median(upright.map(({ size }) => size));
  const isDark = median(upright.map(({ glyphs }) => glyphs[0]!.shade ?? 0)) < DARK;
  const candidates = Map.groupBy(
    upright.filter(({ size, glyphs }) => size > LARGE * usual || (isDark && (glyphs[0]!.shade ?? 0) > PALE)),
    ({ size, glyphs }) => `${Math.round(size)} ${Math.round((glyphs[0]!.shade ?? 0) / 8)}`,
  );
  for (const group of candidates.values()) {
    const own = new Set(group);
    const others = upright.filter((token) => !own.has(token));
    if (
      group.slice(0, MOST_LOOKED_AT).some((token) => isCrossed(token) || others.some((other) => isOver(token, other)))
    )
      for (const token of group) found.add(token);
  }
  return found;

  /** Whether a line runs through the middle of a text: no table sets its text on its lines. */
  function isCrossed({ left, right, top, bottom, size }: Token): boolean {
    return (
      horizontal.some(
        ({ at, from, to }) =>
          at > top + 0.3 * size && at < bottom - 0.3 * size && overlap(from, to, left, right) > 0.5 * size,
      ) ||
      vertical.some(
        ({ at, from, to }) =>
          at > left + 0.3 * size && at < right - 0.3 * size && overlap(from, to, top, bottom) > 0.5 * size,
      )
    );
  }
}

/** What tells a watermark from other text: its words, size and shade. */
export function markOf({ glyphs, size }: Token): string {
  return `${glyphs.map(({ text }) => text).join("")} ${Math.round(size)} ${Math.round((glyphs[0]!.shade ?? 0) / 8)}`;
}

function isOver(one: Token, other: Token): boolean {
  const least = OVERPRINTED * Math.min(one.size, other.size);
  return (
    overlap(one.left, one.right, other.left, other.right) > least &&
    overlap(one.top, one.bottom, other.top, other.bottom) > Math.max(least, 0.5 * Math.min(one.size, other.size))
  );
}
