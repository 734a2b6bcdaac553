import type { Glyph, PageContent } from "../../layout/content.ts";
import { median } from "../../layout/frame.ts";
import type { Transform } from "../../layout/geometry.ts";
import { withoutLines } from "./lines.ts";
import type { PageImage, RecognisedCharacter, Recogniser } from "@juesuan/core";

const POINTS = 72;
/** How high a Chinese character and a digit stand, in ems. */
const HAN = 0.92;
const DIGIT = 0.72;
const ASCENT = 0.86;
const DESCENT = 0.14;
/** A point may be set so loosely that its number falls apart: 4461. 67. */
const LOOSE_POINT = 0.9;
/** Words nearer than this, in ems, are written on. */
const CLOSE = 0.45;
const UPRIGHT: Transform = [1, 0, 0, 1, 0, 0];

/** Reads a scanned page with a recogniser: characters as if they were the file's own, and the lines of the picture. */
export async function readScanned(image: PageImage, number: number, recognise: Recogniser): Promise<PageContent> {
  const { lines, image: plain } = withoutLines(image);
  const scale = POINTS / image.resolution;
  const found = (await recognise(plain)).filter(({ text }) => text.trim() !== "");
  const rows = Map.groupBy(found, ({ line }) => line);
  let object = 0;
  const glyphs = [...rows.values()].flatMap((row) => {
    const words = spaced(wordsOf(row), sizeOf(row));
    return words.flatMap((word) => glyphsOf(word, sizeOf(row), middleOf(row), ++object));
  });
  return {
    number,
    width: image.width * scale,
    height: image.height * scale,
    toPage: UPRIGHT,
    glyphs,
    unseen: [],
    rules: lines.map(({ horizontal, at, from, to }) => ({
      horizontal,
      at: at * scale,
      from: from * scale,
      to: to * scale,
    })),
    pictures: [],
    fills: [],
  };

  function glyphsOf(word: readonly RecognisedCharacter[], size: number, middle: number, own: number): Glyph[] {
    const baseline = (middle + 0.36 * size) * scale;
    const em = size * scale;
    return word.map((character, index) => ({
      text: plainCharacter(word, index),
      left: character.left * scale,
      // To the next character: what stands between them is no gap.
      right: (word[index + 1]?.left ?? character.right) * scale,
      top: baseline - ASCENT * em,
      bottom: baseline + DESCENT * em,
      baseline,
      size: em,
      object: own,
      font: 0,
      spaced: false,
      turned: false,
      page: number,
      confidence: character.confidence,
    }));
  }
}

/** The words of a line; digits on both sides of a loose point are one. */
function wordsOf(row: readonly RecognisedCharacter[]): RecognisedCharacter[][] {
  const sorted = [...row].sort((one, other) => one.left - other.left);
  const words: RecognisedCharacter[][] = [];
  const size = sizeOf(row);
  for (const character of sorted) {
    const open = words.at(-1);
    const last = open?.at(-1);
    const goesOn =
      last !== undefined &&
      (last.word === character.word ||
        (character.left - last.right < LOOSE_POINT * size &&
          ((/[.,，．]/.test(last.text) && /\d/.test(character.text) && /\d/.test(open!.at(-2)?.text ?? "")) ||
            (/[.,，．]/.test(character.text) && /\d/.test(last.text)))));
    if (goesOn) open!.push(character);
    else words.push([character]);
  }
  return words;
}

/**
 * Recognition knows where words are, and only nearly where their characters: these are set evenly in the width of their
 * word, words do not overlap, and what is nearer than half a character is written on.
 */
function spaced(words: readonly (readonly RecognisedCharacter[])[], size: number): RecognisedCharacter[][] {
  const spans = words.map((word) => ({
    left: Math.min(...word.map(({ left }) => left)),
    right: Math.max(...word.map(({ right }) => right)),
  }));
  for (const [index, span] of spans.entries()) {
    const next = spans[index + 1];
    if (!next || next.left - span.right > CLOSE * size) continue;
    const border = Math.max(span.left, (span.right + next.left) / 2);
    span.right = border;
    next.left = border;
    next.right = Math.max(next.right, border);
  }
  return words.map((word, index) => {
    const { left, right } = spans[index]!;
    const weights = word.map(({ text }) => (/[!-~]/.test(text) ? 0.5 : 1));
    const unit = (right - left) / weights.reduce((sum, weight) => sum + weight, 0);
    let at = left;
    return word.map((character, place) => {
      const from = at;
      at += unit * weights[place]!;
      return { ...character, left: from, right: at };
    });
  });
}

function sizeOf(row: readonly RecognisedCharacter[]): number {
  const heights = row.flatMap(({ text, top, bottom, left, right }) => {
    if (/\p{sc=Han}/u.test(text)) return [Math.max(bottom - top, right - left) / HAN];
    return /[\dA-Z]/.test(text) ? [(bottom - top) / DIGIT] : [];
  });
  return heights.length > 0 ? median(heights) : Math.max(...row.map(({ top, bottom }) => bottom - top), 8);
}

function middleOf(row: readonly RecognisedCharacter[]): number {
  const tall = row.filter(({ text }) => /[\p{sc=Han}\dA-Z]/u.test(text));
  return median((tall.length > 0 ? tall : row).map(({ top, bottom }) => (top + bottom) / 2));
}

/** Between digits a round letter is a nought and an upright one a one. */
function plainCharacter(word: readonly RecognisedCharacter[], index: number): string {
  const { text } = word[index]!;
  const digits = word.filter((other) => /[\d.,]/.test(other.text)).length;
  if (digits * 2 <= word.length) return text;
  if (/[oO〇]/.test(text)) return "0";
  return /[lI|]/.test(text) ? "1" : text;
}
