import type { Frame, FrameCell } from "./frame.ts";
import { contains } from "./geometry.ts";
import { isAmount, isCode, piecesByLine, type Piece } from "./pieces.ts";
import { alignedRows, bordersBetween } from "./rows.ts";
import type { Token } from "./tokens.ts";

/** Figures below each other in one cell, from which on the cell is taken for a stretch of rows without lines. */
const STACKED = 3;
const SMALLEST_LINE = 7;

/**
 * Parts a frame's rows where lines are drawn only between columns: a cell with figures below each other is as many rows.
 */
export function splitBands(frame: Frame, tokens: readonly Token[]): Frame {
  const ys = [...frame.ys];
  let cells = [...frame.cells];
  for (let band = frame.ys.length - 2; band >= 0; band--) {
    // Three lines of the smallest print take this much.
    if (frame.ys[band + 1]! - frame.ys[band]! < STACKED * SMALLEST_LINE) continue;
    const inBand = cells
      .filter((cell) => cell.row === band && cell.rowSpan === 1)
      .sort((one, other) => one.column - other.column);
    if (inBand.length < 2) continue;
    const columns = inBand.map((cell) => piecesIn(cell, tokens));
    const tallest = Math.max(
      ...columns.map((pieces) => pieces.filter(({ text }) => isAmount(text) || isCode(text)).length),
    );
    if (tallest < STACKED) continue;
    const rows = alignedRows(columns);
    if (rows.length < 2) continue;
    const places = bordersBetween(rows, frame.ys[band]!, frame.ys[band + 1]!);
    const extra = rows.length - 1;
    cells = cells.flatMap((cell): FrameCell[] => {
      if (cell.row > band) return [{ ...cell, row: cell.row + extra }];
      if (cell.row + cell.rowSpan <= band) return [cell];
      if (cell.rowSpan > 1) return [{ ...cell, rowSpan: cell.rowSpan + extra }];
      return rows.map((_, row) => ({ ...cell, row: band + row, top: places[row]!, bottom: places[row + 1]! }));
    });
    ys.splice(band + 1, 0, ...places.slice(1, -1));
  }
  return ys.length === frame.ys.length ? frame : { ...frame, ys, cells };
}

function piecesIn(cell: FrameCell, tokens: readonly Token[]): Piece[] {
  return piecesByLine(tokens.filter((token) => contains(cell, token) && !token.glyphs[0]!.turned)).flat();
}
