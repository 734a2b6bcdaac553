import type { Glyph } from "../layout/content.ts";
import { transformed, type Rectangle, type Transform } from "../layout/geometry.ts";

/** A character as PDFium gives it, in the coordinates of the file. */
export interface RawGlyph {
  readonly text: string;
  readonly box: Rectangle;
  readonly x: number;
  readonly y: number;
  readonly style: Style;
  readonly spaced: boolean;
}

/** What the characters of one text object share. */
export interface Style {
  readonly pointer: number;
  readonly object: number;
  readonly font: number;
  readonly size: number;
  /** Quarter turns clockwise on the page as shown; undefined for an oblique line of text. */
  readonly turn: number | undefined;
  readonly invisible: boolean;
  readonly white: boolean;
  /** How light it is, 0 to 255. */
  readonly shade: number;
  /** What is painted outside of it is cut off; in the coordinates of the file. */
  readonly clip: Rectangle | undefined;
}

const LARGEST_TEXT = 1000;
/** How much of an em lies above the baseline. */
const ASCENT = 0.86;
const DESCENT = 0.14;

/** A character as another text object prints it elsewhere. */
export function movedBy(
  { box, style, ...character }: RawGlyph,
  x: number,
  y: number,
  place: Pick<Style, "object" | "clip">,
): RawGlyph {
  return {
    ...character,
    box: { left: box.left + x, right: box.right + x, top: box.top + y, bottom: box.bottom + y },
    x: character.x + x,
    y: character.y + y,
    style: { ...style, ...place },
  };
}

/** Whether a character is cut off as a whole. (In a clip, `top` is the smaller y of the file.) */
export function isClipped({ box, style: { clip } }: RawGlyph): boolean {
  if (!clip) return false;
  const x = (box.left + box.right) / 2;
  const y = (box.top + box.bottom) / 2;
  return x < clip.left - 1 || x > clip.right + 1 || y < clip.top - 1 || y > clip.bottom + 1;
}

/** The direction of writing on the page as shown (y downwards) in quarter turns clockwise. */
export function quarterTurn(x: number, y: number): number | undefined {
  if (x === 0 && y === 0) return 0;
  const quarters = Math.atan2(y, x) / (Math.PI / 2);
  const nearest = Math.round(quarters);
  return Math.abs(quarters - nearest) < 0.08 ? (nearest + 4) % 4 : undefined;
}

/** The direction of most of a page's text. */
export function dominantTurn(characters: readonly RawGlyph[]): number {
  const votes = [0, 0, 0, 0];
  for (const { style } of characters) if (style.turn !== undefined && !style.invisible) votes[style.turn]!++;
  return votes.indexOf(Math.max(...votes));
}

/** Turns the page as shown so that its text runs from left to right. */
export function turnedBack(
  turn: number,
  width: number,
  height: number,
): { transform: Transform; inverse: Transform; width: number; height: number } {
  switch (turn) {
    case 1:
      return { transform: [0, -1, 1, 0, 0, width], inverse: [0, 1, -1, 0, width, 0], width: height, height: width };
    case 2:
      return { transform: [-1, 0, 0, -1, width, height], inverse: [-1, 0, 0, -1, width, height], width, height };
    case 3:
      return { transform: [0, 1, -1, 0, height, 0], inverse: [0, -1, 1, 0, 0, height], width: height, height: width };
    default:
      return { transform: [1, 0, 0, 1, 0, 0], inverse: [1, 0, 0, 1, 0, 0], width, height };
  }
}

/** A character in the coordinates of the page turned so that its text runs from left to right. */
export function placed(
  { text, box, x, y, style, spaced }: RawGlyph,
  toReading: Transform,
  turn: number,
  page: number,
): Glyph {
  const { left, top, right, bottom } = transformed(toReading, box);
  const { object, font, shade } = style;
  if (style.turn !== turn || !(style.size > 0 && style.size <= LARGEST_TEXT)) {
    const size = Math.max(1, Math.min(style.size, LARGEST_TEXT));
    return {
      text,
      left,
      top,
      right,
      bottom,
      baseline: bottom,
      size,
      object,
      font,
      shade,
      spaced,
      turned: true,
      page,
      ...(style.turn === undefined ? { oblique: true } : {}),
    };
  }
  const { size } = style;
  const baseline = toReading[1] * x + toReading[3] * y + toReading[5];
  return {
    text,
    left,
    top: baseline - ASCENT * size,
    right: right > left ? right : left + size / 2,
    bottom: baseline + DESCENT * size,
    baseline,
    size,
    object,
    font,
    shade,
    spaced,
    turned: false,
    page,
  };
}
