/** A page as it looks, in shades of grey: what a recogniser is given. */
export interface PageImage {
  readonly width: number;
  readonly height: number;
  /** Pixels an inch. */
  readonly resolution: number;
  /** One byte a pixel, row by row; 0 is black. */
  readonly grey: Uint8Array;
}

/** One character found in a picture, in pixels from the top left. */
export interface RecognisedCharacter {
  readonly text: string;
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
  /** 0 to 1. */
  readonly confidence: number;
  /** Characters of one line of print, of one word, share these numbers. */
  readonly line: number;
  readonly word: number;
}

/**
 * Optical recognition, which the user switches on: an optional part, so that reading needs no models. `@juesuan/ocr` has
 * one; any other that finds characters with their places does.
 */
export type Recogniser = (image: PageImage) => Promise<readonly RecognisedCharacter[]>;
