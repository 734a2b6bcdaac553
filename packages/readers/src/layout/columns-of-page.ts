import type { PageContent, Rule } from "./content.ts";
import { greatestOf, leastOf, type Rectangle } from "./geometry.ts";
import { piecesByLine, type Piece } from "./pieces.ts";
import { tokensOf } from "./tokens.ts";

// Two tables with their titles beside each other on one page are two columns, each read from top to bottom.

/** The title of a table, and not a row that names one: 一般公共预算财政拨款支出决算表. */
const TITLE = /(?:收入|支出|收支|决算|预算|经费|情况)\S{0,16}表(?:[（(][^（）()]*[）)])?$/;
/** Lines below both tables that may reach from one to the other: notes, the number of the page. */
const MOST_BELOW = 6;
/** The stretch between the tables is at least so wide, in points. */
const LEAST_GAP = 2;

/** The columns of a page, with what stands above and below them, in the order of reading; nothing where it has none. */
export function columnsOfPage(content: PageContent): PageContent[] | undefined {
  const lines = piecesByLine(tokensOf(content.glyphs.filter(({ turned }) => !turned)));
  const at = lines.findIndex((line) => line.length === 2 && line.every(({ text }) => TITLE.test(text)));
  if (at < 0) return undefined;
  const [left, right] = lines[at] as [Piece, Piece];
  const top = Math.min(left.top, right.top);
  for (let end = lines.length; end > at + 1 && lines.length - end <= MOST_BELOW; end--) {
    const bottom = lines[end]?.reduce((least, piece) => Math.min(least, piece.top), Infinity) ?? Infinity;
    const inside = lines.slice(at, end).flat();
    const rules = content.rules.filter(({ horizontal, at: y }) => horizontal && y > top && y < bottom);
    const border = gapBetween(left, right, [...inside, ...rules.map(spanOf)]);
    if (border !== undefined) return partsOf(content, top, bottom, border);
  }
  return undefined;
}

interface Span {
  readonly left: number;
  readonly right: number;
}

const spanOf = ({ from, to }: Rule): Span => ({ left: from, right: to });

/**
 * The middle of the stretch between two titles over which nothing reaches, of several that where the titles say that one
 * table ends and the other begins: they stand over the middle of theirs, or begin where theirs do.
 */
function gapBetween(one: Piece, other: Piece, spans: readonly Span[]): number | undefined {
  const [start, end] = [leastOf(spans.map(({ left }) => left)), greatestOf(spans.map(({ right }) => right))];
  const isFlush = one.left - start < one.size;
  const expected = isFlush ? other.left : (one.left + one.right - start + (other.left + other.right - end)) / 2;
  let best: number | undefined;
  let reached = one.right;
  const between = spans
    .filter(({ left, right }) => right > one.right && left < other.left)
    .toSorted((first, second) => first.left - second.left);
  for (const { left, right } of [...between, { left: other.left, right: other.left }]) {
    const middle = (left + reached) / 2;
    const isNearer = best === undefined || Math.abs(middle - expected) < Math.abs(best - expected);
    if (left - reached >= LEAST_GAP && isNearer) best = middle;
    reached = Math.max(reached, right);
  }
  return best;
}

function partsOf(content: PageContent, top: number, bottom: number, border: number): PageContent[] {
  const within = (holds: (area: Rectangle) => boolean, unseen: PageContent["unseen"] = []): PageContent => ({
    ...content,
    unseen,
    glyphs: content.glyphs.filter(holds),
    rules: content.rules.filter(({ horizontal, at, from, to }) =>
      holds(
        horizontal ? { left: from, right: to, top: at, bottom: at } : { left: at, right: at, top: from, bottom: to },
      ),
    ),
    pictures: content.pictures.filter(holds),
    fills: content.fills.filter(holds),
  });
  const middleOf = (area: Rectangle): number => (area.top + area.bottom) / 2;
  const isAbove = (area: Rectangle): boolean => middleOf(area) < top;
  const isBelow = (area: Rectangle): boolean => middleOf(area) > bottom;
  const isLeft = ({ left, right }: Rectangle): boolean => (left + right) / 2 < border;
  const isBeside = (area: Rectangle): boolean => !isAbove(area) && !isBelow(area);
  return [
    within(isAbove),
    within((area) => isBeside(area) && isLeft(area)),
    within((area) => isBeside(area) && !isLeft(area)),
    within(isBelow, content.unseen),
  ];
}
