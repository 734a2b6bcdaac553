import { rowsOf, sliceRows } from "../text/grid.ts";
import type { PlacedCell, PlacedGrid } from "./cells.ts";
import { isCode } from "./pieces.ts";
import { joinPlaced } from "./placed-text.ts";
import { isBegun, isWholeAmount } from "./torn-amounts.ts";
import { squeezed } from "../tables/words.ts";

// A row that a page break cuts in two: its cells begin on one page and end on the next.

/**
 * A row that the page break cuts. Its rest on the next page is empty, or ends texts that had begun; or the words begin
 * on one page and the figures, set half way down the row, stand with the rest of the words on the next.
 */
export function closeCutRow(grid: PlacedGrid, rest: PlacedGrid): { grid: PlacedGrid; rest: PlacedGrid } {
  const first = rowsOf(rest)[0];
  if (!first || rest.rowCount === 0 || first.some((cell) => cell.rowSpan > 1)) return { grid, rest };
  const lastRow = new Map(
    grid.cells.filter((cell) => cell.row + cell.rowSpan === grid.rowCount).map((cell) => [cell.column, cell]),
  );
  const filled = first.filter(({ text }) => text !== "");
  const inAmounts = isCutInAmounts(grid, lastRow, first);
  const isEnd = (cell: PlacedCell) => {
    const above = lastRow.get(cell.column);
    return above !== undefined && (inAmounts || isCut(above, cell));
  };
  const ends = filled.filter(isEnd);
  const onlyEnds = ends.length === filled.length && filled.length < first.length;
  const begun = [...lastRow.values()].filter(({ text }) => text !== "");
  // Nothing but the beginnings of words above, and their ends below among the figures.
  const wordsFirst = ends.length > 0 && begun.every((above) => ends.some(({ column }) => column === above.column));
  if (filled.length > 0 && !onlyEnds && !wordsFirst) return { grid, rest };
  if (filled.some(({ column }) => !lastRow.has(column))) return { grid, rest };
  const tails = new Map(filled.map((cell) => [lastRow.get(cell.column)!, cell]));
  const cells = grid.cells.map((cell) => {
    const tail = tails.get(cell);
    if (!tail) return cell;
    return cell.text === ""
      ? { ...cell, text: tail.text, glyphs: tail.glyphs, page: tail.page }
      : { ...cell, ...joinPlaced([cell, tail], () => true) };
  });
  return { grid: { ...grid, cells }, rest: sliceRows(rest, 1, rest.rowCount) };
}

/** How the rows below the classes of a table begin: no end of 二十四、抗疫特别国债安排的支出. */
const ROW_OF_ITS_OWN = /^(?:本年(?:收入|支出)|(?:收入|支出)?总计|合计|年[初末]|上年|使用(?:非财政|专用)|结余分配)/;

/** A row cut through its amounts: what stands above and below is one amount in every column that has figures in both parts. */
function isCutInAmounts(
  grid: PlacedGrid,
  lastRow: ReadonlyMap<number, PlacedCell>,
  first: readonly PlacedCell[],
): boolean {
  const parts = first.flatMap(({ column, text }) => {
    const [above, below] = [squeezed(lastRow.get(column)?.text ?? ""), squeezed(text)];
    return above === "" || below === "" ? [] : [{ column, above, below }];
  });
  const amounts = parts.filter(({ above, below }) => /^[\d,.]+$/.test(above) && /^[\d,.]+$/.test(below));
  // Nothing on the next page but the last digits of a code: 399 over 10.
  if (parts.every(({ above, below }) => WHOLE_CODE.test(above + below) && isCode(above)) && parts.length > 0)
    return first.filter(({ text }) => text !== "").length === parts.length;
  const wordless = first.every(({ text }) => !/\p{sc=Han}/u.test(text));
  const codes = new Set(amounts.filter((part) => isCodeCut(grid, part, LEAST_CODES)).map(({ column }) => column));
  return (
    amounts.slice(0, MOST_AMOUNTS).some(
      ({ column, above, below }) =>
        codes.has(column) ||
        isBegun(above) ||
        // No figure begins with its point.
        (/^[.．]\d/.test(below) && isWholeAmount(above + below)) ||
        (wordless && /^\d{3,}$/.test(above) && isWholeAmount(above + below) && hasDecimalsOnly(grid, column)),
    ) &&
    amounts.every(
      ({ column, above, below }) =>
        (isCode(above) && isCode(below)) ||
        isWholeAmount(above + below) ||
        isCodeCut(grid, { column, above, below }, 0),
    ) &&
    !first.some(
      ({ column, text }) => text !== "" && (lastRow.get(column)?.text ?? "") === "" && !/^[\d,.]+$/.test(text),
    )
  );
}

/** 2 over 05 where the other codes of the column have three digits: one code, which a column narrower than it breaks. */
function isCodeCut(
  grid: PlacedGrid,
  { column, above, below }: { readonly column: number; readonly above: string; readonly below: string },
  least: number,
): boolean {
  const digits = `${above}${below}`.length;
  if (!/^\d+$/.test(above + below) || !CODE_DIGITS.has(digits)) return false;
  const codes = grid.cells.filter(
    (cell) =>
      cell.column === column &&
      cell.columnSpan === 1 &&
      cell.row + cell.rowSpan < grid.rowCount &&
      /^[\d,.]+$/.test(squeezed(cell.text)),
  );
  return codes.length >= least && codes.every(({ text }) => /^\d+$/.test(text) && squeezed(text).length === digits);
}

const LEAST_CODES = 2;
/** 类, 款 or 项 in a column each, or a whole code. */
const CODE_DIGITS: ReadonlySet<number> = new Set([2, 3, 5, 7]);

/** Whether every amount of a column but its last has decimals, so that digits alone are none. */
function hasDecimalsOnly(grid: PlacedGrid, column: number): boolean {
  const numbers = grid.cells.filter(
    (cell) =>
      cell.column === column &&
      cell.row + cell.rowSpan < grid.rowCount &&
      /^[\d,.\s]*\d{3}[\d,.\s]*$/.test(cell.text) &&
      !/^\d{1,3}$/.test(squeezed(cell.text)),
  );
  return numbers.length >= LEAST_AMOUNTS && numbers.every(({ text }) => isWholeAmount(squeezed(text)));
}

const LEAST_AMOUNTS = 3;
/** So many columns show whether a row was cut; each is looked through from top to bottom. */
const MOST_AMOUNTS = 12;
const WHOLE_CODE = /^[235]\d{2}(?:\d{2}){1,2}$/;

/** The words above fill their cell and these end them. */
function isCut(above: PlacedCell, below: PlacedCell): boolean {
  if (above.text === "" || /^[\d.,%\-—]+$/.test(below.text)) return false;
  if (/^(?:[（(]?[一二三四五六七八九十]{1,3}[)）、]|\d+[、.])/.test(below.text) || ROW_OF_ITS_OWN.test(below.text))
    return false;
  const last = above.glyphs.findLast((glyph) => glyph !== undefined);
  return last !== undefined && above.box.right - last.right < 2.2 * last.size;
}
