import type { Piece } from "./pieces.ts";

// A column too narrow for an amount breaks it between two digits: 124,523,7 over 38.48. The lines are one number where
// the first can be no figure of its own and all of them together are one, with two decimals as tables print them.

const WHOLE = /^[（(]?[-−－+]?(?:\d{1,3}(?:[,，]\d{3})+|\d+)[.．]\d{2}[)）]?$/;
/** What no table prints for an amount: a group of less than three digits, a point with one decimal or none. */
const BEGUN = /^[（(]?[-−－+]?(?:\d{1,3}(?:[,，]\d{3})*[,，]\d{0,2}|\d[\d,，]*[.．]\d?)$/;
const MIDDLE = /^[\d,，.．]+$/;
const MOST_LINES = 12;
/** Lines of one cell are at most this far apart, in ems. */
const LINE_PITCH = 1.75;
/** A line of digits alone is broken where it takes this share of what the column has room for. */
const FILLED = 0.85;

/** Whether a text is the beginning of an amount and no figure of its own. */
export function isBegun(text: string): boolean {
  return BEGUN.test(text);
}

export function isWholeAmount(text: string): boolean {
  return WHOLE.test(text);
}

/** The pieces of one column, those that are one amount together; each of the others alone. */
export function wholeAmounts(pieces: readonly Piece[]): Piece[][] {
  const sorted = [...pieces].sort((one, other) => one.middle - other.middle || one.left - other.left);
  const room = sorted.reduce(
    (most, { left, right, text }) => (MIDDLE.test(text) ? Math.max(most, right - left) : most),
    0,
  );
  // Only where amounts have decimals are digits alone no amount.
  const decimal = sorted.filter(({ text }) => /[.．]\d{1,2}$/.test(text)).length * 2 > sorted.length;
  const groups: Piece[][] = [];
  for (let at = 0; at < sorted.length; at++) {
    const first = sorted[at]!;
    const isOpen =
      isBegun(first.text) ||
      (decimal && /^(?:\d{1,3}(?:[,，]\d{3})+|\d{3,})$/.test(first.text) && first.right - first.left >= FILLED * room);
    const group = isOpen ? groupFrom(sorted, at) : undefined;
    groups.push(group ?? [first]);
    at += (group?.length ?? 1) - 1;
  }
  return groups;
}

function groupFrom(sorted: readonly Piece[], from: number): Piece[] | undefined {
  let { text } = sorted[from]!;
  for (let at = from + 1; at < sorted.length && at - from < MOST_LINES; at++) {
    const [above, piece] = [sorted[at - 1]!, sorted[at]!];
    const distance = piece.middle - above.middle;
    if (distance < 0.5 * piece.size || distance > LINE_PITCH * piece.size || !MIDDLE.test(piece.text)) return undefined;
    text += piece.text;
    if (isWholeAmount(text)) return sorted.slice(from, at + 1);
  }
  return undefined;
}
