/** A rectangle; y grows downwards. */
export interface Rectangle {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** x' = a·x + c·y + e, y' = b·x + d·y + f. */
export type Transform = readonly [a: number, b: number, c: number, d: number, e: number, f: number];

/** First `inner`, then `outer`. */
export function compose(outer: Transform, inner: Transform): Transform {
  const [a, b, c, d, e, f] = outer;
  const [g, h, i, j, k, l] = inner;
  return [a * g + c * h, b * g + d * h, a * i + c * j, b * i + d * j, a * k + c * l + e, b * k + d * l + f];
}

/** The rectangle around a transformed rectangle. The transforms of pages turn by quarters, so two corners tell. */
export function transformed([a, b, c, d, e, f]: Transform, { left, top, right, bottom }: Rectangle): Rectangle {
  const x = a * left + c * top + e;
  const y = b * left + d * top + f;
  const otherX = a * right + c * bottom + e;
  const otherY = b * right + d * bottom + f;
  return {
    left: x < otherX ? x : otherX,
    top: y < otherY ? y : otherY,
    right: x < otherX ? otherX : x,
    bottom: y < otherY ? otherY : y,
  };
}

export function overlap(from: number, to: number, otherFrom: number, otherTo: number): number {
  return Math.min(to, otherTo) - Math.max(from, otherFrom);
}

/** The least of numbers, however many: there are fewer arguments of a function than glyphs that a file can have. */
export function leastOf(numbers: readonly number[]): number {
  return numbers.reduce((one, other) => Math.min(one, other), Infinity);
}

/** The greatest of numbers, however many. */
export function greatestOf(numbers: readonly number[]): number {
  return numbers.reduce((one, other) => Math.max(one, other), -Infinity);
}

export function around(rectangles: readonly Rectangle[]): Rectangle {
  let left = Infinity;
  let top = Infinity;
  let right = -Infinity;
  let bottom = -Infinity;
  for (const rectangle of rectangles) {
    left = Math.min(left, rectangle.left);
    top = Math.min(top, rectangle.top);
    right = Math.max(right, rectangle.right);
    bottom = Math.max(bottom, rectangle.bottom);
  }
  return { left, top, right, bottom };
}

export function contains(outer: Rectangle, { left, top, right, bottom }: Rectangle): boolean {
  const x = (left + right) / 2;
  const y = (top + bottom) / 2;
  return x >= outer.left && x <= outer.right && y >= outer.top && y <= outer.bottom;
}
