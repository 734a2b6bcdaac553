import type { Glyph } from "./content.ts";
import { median } from "./frame.ts";

/** Distances between characters of one text below this, in ems, are those of any font. */
const LEAST_TRACKING = 0.12;
/** No text is set more widely: larger distances are those between words and columns. */
const MOST_TRACKING = 0.7;
/** How much farther apart characters of one text may be, where a font is narrower than the other. */
const UNEVEN = 0.22;
/** The share of a line's distances that are wide where it is set widely. */
const MOSTLY = 0.75;
/** So many distances on a line, and so many such lines on a page, show how widely its characters are set. */
const TELLING = { gaps: 3, lines: 2 };

interface SetLine {
  readonly glyphs: Glyph[];
  /** The distances between characters, in ems, as far as they may be those within a text. */
  readonly gaps: number[];
}

/**
 * Lines whose characters are all set apart by the same distance (`letter-spacing`, 字符间距): the distance is given to the
 * character before it, so that words and numbers do not fall into pieces as they would at such gaps elsewhere.
 */
export function closedUp(glyphs: readonly Glyph[]): readonly Glyph[] {
  const lines = linesAsWritten(glyphs);
  const wide = lines.filter(({ gaps }) => gaps.length >= TELLING.gaps && isWide(gaps));
  if (wide.length < TELLING.lines) return glyphs;
  const tracking = median(wide.flatMap(({ gaps }) => gaps));
  return lines.flatMap((line) => (isWide(line.gaps) ? closed(line.glyphs, tracking) : line.glyphs));
}

function isWide(gaps: readonly number[]): boolean {
  return gaps.filter((gap) => gap >= LEAST_TRACKING).length >= MOSTLY * gaps.length;
}

function closed(glyphs: readonly Glyph[], tracking: number): Glyph[] {
  return glyphs.map((glyph, index) => {
    const gap = gapTo(glyphs[index + 1], glyph);
    const isTracked = gap !== undefined && gap >= LEAST_TRACKING && gap <= tracking + UNEVEN;
    return isTracked ? { ...glyph, right: glyph.right + Math.min(gap, tracking) * glyph.size } : glyph;
  });
}

/** Characters written one after the other on one line. */
function linesAsWritten(glyphs: readonly Glyph[]): SetLine[] {
  const lines: SetLine[] = [];
  for (const glyph of glyphs) {
    const line = lines.at(-1);
    const gap = line && gapTo(glyph, line.glyphs.at(-1)!);
    if (!line || gap === undefined) lines.push({ glyphs: [glyph], gaps: [] });
    else {
      line.glyphs.push(glyph);
      if (gap <= MOST_TRACKING) line.gaps.push(gap);
    }
  }
  return lines;
}

/** The distance in ems to the character written next; undefined where that is no further one of the line. */
function gapTo(next: Glyph | undefined, glyph: Glyph): number | undefined {
  if (!next || glyph.turned || next.turned || next.baseline !== glyph.baseline) return undefined;
  return (next.left - glyph.right) / glyph.size;
}
