import type { Rule } from "./content.ts";
import { frameOf, type Frame, type FrameCell } from "./frame.ts";
import { around, contains } from "./geometry.ts";
import { isAmount, isCode, piecesByLine, type Piece } from "./pieces.ts";
import { alignedRows, bordersBetween } from "./rows.ts";
import type { RuleGroup } from "./rules.ts";
import type { Token } from "./tokens.ts";
import { isBegun, isWholeAmount } from "./torn-amounts.ts";

/** Figures below each other in one cell, from which on the cell is taken for a stretch of rows without lines. */
const STACKED = 3;
const SMALLEST_LINE = 7;

/**
 * Parts a frame's rows where lines are drawn only between columns: a cell with figures below each other is as many rows.
 * The borders between them are added to the lines, and the cells made anew, so that a sum that spans columns does.
 */
export function splitBands(group: RuleGroup, frame: Frame, tokens: readonly Token[]): Frame {
  const added: Rule[] = [];
  for (let band = 0; band + 1 < frame.ys.length; band++) {
    const [top, bottom] = [frame.ys[band]!, frame.ys[band + 1]!];
    // Three lines of the smallest print take this much.
    if (bottom - top < STACKED * SMALLEST_LINE) continue;
    const cells = frame.cells.filter((cell) => cell.row === band && cell.rowSpan === 1);
    if (cells.length < 2) continue;
    const columns = cells.map((cell) => piecesIn(cell, tokens));
    const tallest = Math.max(
      ...columns.map((pieces) =>
        isBrokenCode(pieces) ? 0 : pieces.filter(({ text }) => isAmount(text) || isCode(text)).length,
      ),
    );
    if (tallest < STACKED || isBroken(columns)) continue;
    const spans = columns.map((pieces, index) => (pieces.length > 0 ? around(pieces) : cells[index]!));
    for (const at of bordersBetween(alignedRows(columns, spans), top, bottom).slice(1, -1))
      added.push(...cells.map(({ left, right }) => ({ horizontal: true, at, from: left, to: right })));
  }
  if (added.length === 0) return frame;
  return frameOf({ horizontal: [...group.horizontal, ...added], vertical: group.vertical }) ?? frame;
}

/** 2 over 0 over 8 in a column narrower than a code; numbers of lines go up by one. */
function isBrokenCode(pieces: readonly Piece[]): boolean {
  return (
    pieces.length >= STACKED &&
    pieces.every(({ text }) => /^\d$/.test(text)) &&
    pieces.some(({ text }, index) => index > 0 && Number(text) !== Number(pieces[index - 1]!.text) + 1)
  );
}

/** One row whose columns are too narrow for its amounts: some begin on a line, and no column has two whole ones. */
function isBroken(columns: readonly (readonly Piece[])[]): boolean {
  return (
    columns.some((pieces) => pieces.some(({ text }) => isBegun(text) || /^[.,．，]\d{0,3}$/.test(text))) &&
    columns.every((pieces) => pieces.filter(({ text }) => isWholeAmount(text)).length < 2)
  );
}

function piecesIn(cell: FrameCell, tokens: readonly Token[]): Piece[] {
  return piecesByLine(tokens.filter((token) => contains(cell, token) && !token.glyphs[0]!.turned)).flat();
}
