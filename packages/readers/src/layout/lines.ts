import type { Glyph } from "./content.ts";
import { around, overlap, type Rectangle } from "./geometry.ts";
import type { Token } from "./tokens.ts";

/** A printed line: tokens from left to right. */
export interface Line extends Rectangle {
  readonly tokens: readonly Token[];
  readonly middle: number;
  /** The size of most of its characters. */
  readonly size: number;
}

interface OpenLine {
  tokens: Token[];
  middle: number;
  size: number;
  weight: number;
}

/** How far, in ems, characters of one line may drift apart when digits and Chinese come from different fonts. */
const DRIFT = 0.5;
/** How far a number may have dropped out of the gap it belongs in. */
const DROPPED = 0.95;

/** Puts tokens on lines, top to bottom. */
export function linesOf(tokens: readonly Token[]): Line[] {
  const sorted = [...tokens].sort((one, other) => one.middle - other.middle || one.left - other.left);
  const lines: OpenLine[] = [];
  for (const token of sorted) {
    let best: OpenLine | undefined;
    let nearest = Infinity;
    for (let index = lines.length - 1; index >= 0 && index >= lines.length - 4; index--) {
      const line = lines[index]!;
      const distance = Math.abs(line.middle - token.middle);
      if (distance < nearest && distance <= DRIFT * Math.max(line.size, token.size) && fits(line, token)) {
        best = line;
        nearest = distance;
      }
    }
    if (best) add(best, token);
    else lines.push({ tokens: [token], middle: token.middle, size: token.size, weight: token.glyphs.length });
  }
  for (const line of lines) line.tokens.sort((one, other) => one.left - other.left);
  returnDropped(lines);
  return lines
    .filter((line) => line.tokens.length > 0)
    .map(({ tokens }) => lineOf(tokens))
    .sort((one, other) => one.middle - other.middle);
}

export function lineOf(tokens: readonly Token[]): Line {
  const sorted = [...tokens].sort((one, other) => one.left - other.left);
  const weights = new Map<number, number>();
  let middle = 0;
  let count = 0;
  for (const token of sorted) {
    const size = Math.round(token.size * 2) / 2;
    weights.set(size, (weights.get(size) ?? 0) + token.glyphs.length);
    middle += token.middle * token.glyphs.length;
    count += token.glyphs.length;
  }
  const [size] = [...weights].reduce((most, entry) => (entry[1] > most[1] ? entry : most));
  return { ...around(sorted), tokens: sorted, middle: middle / count, size };
}

export function glyphsOf(line: { readonly tokens: readonly Token[] }): Glyph[] {
  return line.tokens.flatMap((token) => token.glyphs);
}

/** No token of the line already stands where this one does. */
function fits(line: OpenLine, token: Token): boolean {
  // Squeezed punctuation, 。（ or ），, overlaps by half a character.
  const room = Math.min(0.62 * token.size, 0.9 * (token.right - token.left));
  return line.tokens.every((other) => overlap(other.left, other.right, token.left, token.right) <= room);
}

function add(line: OpenLine, token: Token): void {
  line.tokens.push(token);
  const weight = line.weight + token.glyphs.length;
  line.middle = (line.middle * line.weight + token.middle * token.glyphs.length) / weight;
  line.weight = weight;
  line.size = Math.max(line.size, token.size);
}

/**
 * A number whose font has another idea of the baseline lies a little above or below its sentence, and the sentence has
 * a gap just as wide: it goes back there.
 */
function returnDropped(lines: OpenLine[]): void {
  for (const [index, line] of lines.entries()) {
    for (const neighbour of [lines[index - 1], lines[index + 1]]) {
      if (!neighbour || neighbour.tokens.length === 0 || line.weight >= neighbour.weight) continue;
      const distance = Math.abs(neighbour.middle - line.middle);
      if (distance > DROPPED * Math.max(line.size, neighbour.size)) continue;
      const belongs = line.tokens.every((token) => fits(neighbour, token) && fillsGap(neighbour, token));
      if (!belongs || line.tokens.length === 0) continue;
      for (const token of line.tokens) add(neighbour, token);
      neighbour.tokens.sort((one, other) => one.left - other.left);
      line.tokens = [];
    }
  }
}

function fillsGap(line: OpenLine, token: Token): boolean {
  const em = Math.max(line.size, token.size);
  const before = line.tokens.findLast((other) => other.right <= token.left + em * 0.5);
  const after = line.tokens.find((other) => other.left >= token.right - em * 0.5);
  return (
    before !== undefined &&
    after !== undefined &&
    token.left - before.right <= em * 0.8 &&
    after.left - token.right <= em * 0.8
  );
}
