import type { Rectangle, Transform } from "./geometry.ts";

/**
 * One printed character. Coordinates are those of the page turned so that its text runs from left to right, origin at
 * the top left, in points.
 */
export interface Glyph extends Rectangle {
  /** Normalised; more than one character for a ligature. */
  readonly text: string;
  readonly baseline: number;
  readonly size: number;
  /** Characters of one text object were written together. */
  readonly object: number;
  readonly font: number;
  /** A space was written before it. */
  spaced: boolean;
  /** It does not run in the direction of the page's text: a watermark, a turned heading. */
  readonly turned: boolean;
  /** It runs in no direction that a table's text does. */
  readonly oblique?: boolean;
  /** How light it is on white paper, 0 (black) to 255; absent where that is not known. */
  readonly shade?: number;
  readonly page: number;
  /** How sure optical recognition is, 0 to 1; absent for the file's own text. */
  readonly confidence?: number;
}

/** A straight horizontal or vertical line, however it was drawn. */
export interface Rule {
  readonly horizontal: boolean;
  /** y of a horizontal line, x of a vertical one. */
  readonly at: number;
  readonly from: number;
  readonly to: number;
}

/** What stands on one page, before anything is understood. */
export interface PageContent {
  readonly number: number;
  /** In the coordinates of the glyphs. */
  readonly width: number;
  readonly height: number;
  /** From the coordinates of the glyphs to those of the page as shown. */
  readonly toPage: Transform;
  readonly glyphs: readonly Glyph[];
  /** Beyond the edge of the page, or painted so that nobody sees it. */
  readonly unseen: readonly Glyph[];
  readonly rules: readonly Rule[];
  /** Areas painted with curves or colours: charts and pictures. */
  readonly pictures: readonly Rectangle[];
  /** Areas filled with a colour, such as the heading of a table. */
  readonly fills: readonly Rectangle[];
}
