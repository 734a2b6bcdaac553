import { isNote, standsApart } from "../text/surroundings.ts";
import { headAndBody, type AlignedPart } from "./aligned.ts";
import type { PlacedCell, PlacedGrid } from "./cells.ts";
import { columnsOf, type ColumnSpan } from "./columns.ts";
import { overlap } from "./geometry.ts";
import { isAmount, isCode, piecesByLine, type Piece } from "./pieces.ts";
import type { Token } from "./tokens.ts";

/** Headers that may stand over the first row of a page. */
const MOST_ABOVE = 2;
/** A sentence whose words stand apart, since its line is justified: 5,392.46万元，支出决算为…. */
const OF_PROSE = /[，。；]|\d(?:万元|%)|(?:决算|预算)为$/;
/** More rows than these look like a table by themselves. */
const MOST_ROWS = 4;

/**
 * The row or two at the top of a page that may be what is left of a table that no lines part: too few to be told for a
 * table by themselves.
 */
export function remainderOf(tokens: readonly Token[]): Token[] {
  const lines = piecesByLine(tokens);
  const first = lines.findIndex(isRow);
  if (first < 0 || first > MOST_ABOVE || lines.slice(0, first).some((line) => line.length > 1)) return [];
  const end = lines.findIndex((line, index) => index >= first && !isRow(line));
  const rows = lines.slice(first, end < 0 ? lines.length : end);
  if (rows.length > MOST_ROWS || !rows.flat().some(isFigure)) return [];
  return rows.flat().map(({ token }) => token);
}

/** Codes or amounts beside other texts. */
function isRow(line: readonly Piece[]): boolean {
  const texts = line.map(({ text }) => text);
  if (line.length < 2 || standsApart(texts) || isNote(texts.join(""))) return false;
  return texts.some((text) => isAmount(text) || isCode(text)) && !texts.some((text) => OF_PROSE.test(text));
}

/**
 * Whether rows keep to the columns of a table: each text in one of them, unless it sums, and amounts below amounts or in a
 * column that has had nothing but a heading.
 */
export function keepsToColumns(rows: AlignedPart, parts: readonly AlignedPart[], grid: PlacedGrid): boolean {
  const body = parts.flatMap(({ tokens }) => headAndBody(tokens).body).flat();
  const columns = columnsOf(body);
  const figures = body.filter(isFigure);
  const last = grid.cells.filter(({ row }) => row === grid.rowCount - 1);
  return piecesByLine(rows.tokens)
    .flat()
    .every((piece) => {
      if (/[合总小]\s*计$/.test(piece.text)) return true;
      const own = columns.filter((column) => sharesWidth(column, piece));
      // The last column is known to reach no further than its heading does.
      const isFree = ({ text, column, box }: PlacedCell): boolean =>
        text === "" && piece.left >= box.left && (piece.right <= box.right || column === grid.columnCount - 1);
      if (own.length === 0) return last.some(isFree);
      if (own.length > 1) return false;
      return !isFigure(piece) || figures.some((figure) => sharesWidth(figure, own[0]!));
    });
}

function sharesWidth(one: ColumnSpan, other: ColumnSpan): boolean {
  return overlap(one.left, one.right, other.left, other.right) > 0;
}

function isFigure({ text }: Piece): boolean {
  return isAmount(text) && /\d[.．]\d/.test(text);
}
