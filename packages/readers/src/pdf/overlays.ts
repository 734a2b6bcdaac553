import type { Glyph } from "../layout/content.ts";

/** Recognises a character drawn twice in one place: imitated bold type, a shadow, a layer over a layer. */
export class Overlays {
  /** One glyph for each small square of the page, and a list where more than one stand in it. */
  readonly #squares = new Map<number, Glyph | Glyph[]>();

  has(glyph: Glyph): boolean {
    const reach = Math.max(0.3, glyph.size * 0.2);
    const { left, baseline } = glyph;
    for (let x = square(left - reach); x <= square(left + reach); x++)
      for (let y = square(baseline - reach); y <= square(baseline + reach); y++) {
        const others = this.#squares.get(x * ROW + y);
        if (others === undefined) continue;
        if (Array.isArray(others) ? others.some((other) => isSame(other, glyph, reach)) : isSame(others, glyph, reach))
          return true;
      }
    const key = square(left) * ROW + square(baseline);
    const known = this.#squares.get(key);
    if (known === undefined) this.#squares.set(key, glyph);
    else if (Array.isArray(known)) known.push(glyph);
    else this.#squares.set(key, [known, glyph]);
    return false;
  }
}

const ROW = 65_536;

function square(place: number): number {
  return Math.floor(place / 6);
}

function isSame(one: Glyph, other: Glyph, reach: number): boolean {
  return (
    one.text === other.text &&
    Math.abs(one.left - other.left) <= reach &&
    Math.abs(one.baseline - other.baseline) <= reach
  );
}
