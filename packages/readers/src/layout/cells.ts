import { LIMITS } from "../detect/limits.ts";
import { tooLarge } from "../detect/too-large.ts";
import type { DraftCell } from "../text/assembly.ts";
import { compact, type GridOf } from "../text/grid.ts";
import type { Glyph } from "./content.ts";
import type { Frame, FrameCell } from "./frame.ts";
import { overlap, type Rectangle } from "./geometry.ts";
import { glyphsOf, linesOf, type Line } from "./lines.ts";
import { isWide, joinPlaced, NOTHING, writeLine, type PlacedText } from "./placed-text.ts";
import { tokenOf, type Token } from "./tokens.ts";

/** A cell with the place of each of its characters. */
export interface PlacedCell extends DraftCell {
  readonly page: number;
  readonly glyphs: PlacedText["glyphs"];
  readonly box: Rectangle;
}

export type PlacedGrid = GridOf<PlacedCell>;

/** A number that runs over a border is still one number, and stands in the cell that holds most of it. */
const NUMERIC = /^[\d.,%()+\-−－—（）]+$/;

/** Fills the cells of a frame. */
export function fillFrame(frame: Frame, tokens: readonly Token[], page: number): PlacedGrid {
  const contents = new Map<FrameCell, Token[]>();
  const at = cellFinder(frame);
  for (const { cell, piece } of withoutOverflow(tokens.flatMap((token) => dealt(token, at)))) {
    const list = contents.get(cell);
    if (list) list.push(piece);
    else contents.set(cell, [piece]);
  }
  const cells = frame.cells.map(({ row, column, rowSpan, columnSpan, ...box }, index): PlacedCell => {
    const inside = contents.get(frame.cells[index]!);
    const written = inside ? writeCell(inside, box) : NOTHING;
    return { row, column, rowSpan, columnSpan, text: written.text, glyphs: written.glyphs, page, box };
  });
  return compact({ rowCount: frame.ys.length - 1, columnCount: frame.xs.length - 1, cells });
}

type CellFinder = (x: number, y: number) => FrameCell;

function cellFinder({ xs, ys, cells }: Frame): CellFinder {
  const columns = xs.length - 1;
  const rows = ys.length - 1;
  if (rows * columns > LIMITS.cells) throw tooLarge("表格单元格过多", "too many table cells");
  const owners: FrameCell[] = [];
  for (const cell of cells)
    for (let row = cell.row; row < cell.row + cell.rowSpan; row++)
      for (let column = cell.column; column < cell.column + cell.columnSpan; column++)
        owners[row * columns + column] = cell;
  return (x, y) => owners[bandOf(ys, y) * columns + bandOf(xs, x)]!;
}

function bandOf(places: readonly number[], value: number): number {
  let band = 0;
  while (band < places.length - 2 && value >= places[band + 1]!) band++;
  return band;
}

/** Deals a token to its cell, or its pieces to theirs where a border parts it between two characters. */
function dealt(token: Token, at: CellFinder): { cell: FrameCell; piece: Token }[] {
  const cellOf = (glyph: Glyph) => at((glyph.left + glyph.right) / 2, middleOf(glyph));
  const [first] = token.glyphs;
  const owner = cellOf(first!);
  if (token.right <= owner.right + 1 && token.left >= owner.left - 1 && inside(token, owner))
    return [{ cell: owner, piece: token }];
  const owners = token.glyphs.map(cellOf);
  if (owners.every((cell) => cell === owner)) return [{ cell: owner, piece: token }];
  const pieces: { cell: FrameCell; glyphs: Glyph[] }[] = [];
  for (const [index, glyph] of token.glyphs.entries()) {
    const last = pieces.at(-1);
    const before = token.glyphs[index - 1];
    const next = owners[index]!;
    const goesOn = before && !isParted(before, glyph, next) && !beginsAlike(last!.glyphs[0]!, last!.cell, glyph, next);
    const isNew = beginsAmount(token.glyphs, index, at) || beginsClipped(token.glyphs, index, cellOf);
    if (last && !isNew && (next === last.cell || goesOn)) last.glyphs.push(glyph);
    else pieces.push({ cell: owners[index]!, glyphs: [glyph] });
  }
  return pieces.map(({ glyphs }) => ({ cell: mostly(glyphs, cellOf), piece: tokenOf(glyphs) }));
}

/** A piece of text with the cell it stands in. */
interface Dealt {
  readonly cell: FrameCell;
  readonly piece: Token;
}

/**
 * Rows of one height, whatever their names need: the last line of a name is printed over the first of the name below. It was
 * written right behind the line it goes on with, and goes back to that one's cell.
 */
function withoutOverflow(pieces: readonly Dealt[]): readonly Dealt[] {
  const standing = Map.groupBy(pieces, ({ cell }) => cell);
  let before: Dealt | undefined;
  return pieces.map((dealt) => {
    const { cell, piece } = dealt;
    const isOverflow =
      before !== undefined &&
      goesOnBelow(before, dealt) &&
      standing.get(cell)!.some((other) => other !== dealt && isPrintedOver(other.piece, piece));
    return (before = isOverflow ? { cell: before!.cell, piece } : dealt);
  });
}

const LINE_PITCH = 1.6;

/** Whether a line of words begins right under the one written before it, and in the cell below that one's. */
function goesOnBelow(before: Dealt, { cell, piece }: Dealt): boolean {
  const pitch = piece.middle - before.piece.middle;
  return (
    before.cell !== cell &&
    before.cell.column === cell.column &&
    before.cell.row + before.cell.rowSpan === cell.row &&
    Math.abs(piece.left - before.piece.left) < SAME_INDENT * piece.size &&
    pitch > 0 &&
    pitch < LINE_PITCH * piece.size &&
    isWide(piece.glyphs.at(-1)!.text)
  );
}

function isPrintedOver(one: Token, other: Token): boolean {
  return (
    overlap(one.top, one.bottom, other.top, other.bottom) > PRINTED_OVER * other.size &&
    overlap(one.left, one.right, other.left, other.right) > PRINTED_OVER * other.size
  );
}

/** Lines of one text stand apart, or touch. */
const PRINTED_OVER = 0.2;

function inside(token: Token, cell: FrameCell): boolean {
  return token.middle >= cell.top && token.middle <= cell.bottom;
}

/** Whether a border before a glyph parts it from the glyph before, or the text merely runs over the border. */
function isParted(before: Glyph, glyph: Glyph, cell: FrameCell): boolean {
  const cut = cell.left - before.right > -0.25 * glyph.size && glyph.left - cell.left > -0.25 * glyph.size;
  if (NUMERIC.test(before.text) && NUMERIC.test(glyph.text))
    return cut && before.object !== glyph.object && glyph.left - before.right > 0.12 * glyph.size;
  if (isWide(before.text) !== isWide(glyph.text)) return true;
  return cut && (before.object !== glyph.object || glyph.left - before.right > 0.12 * glyph.size);
}

/**
 * Two texts that begin as far from the left border of their cells, the second right behind the border: digits of codes in
 * columns hardly wider than one. A number that runs over a border begins nowhere so, or goes on in what was written with it.
 */
function beginsAlike(first: Glyph, cell: FrameCell, glyph: Glyph, next: FrameCell): boolean {
  const [left, right] = [first.left - cell.left, glyph.left - next.left];
  return first.object !== glyph.object && left >= 0 && right >= 0 && Math.abs(left - right) < SAME_INDENT;
}

const SAME_INDENT = 0.35;

const WHOLE = /^[（(]?-?(?:\d{1,3}(?:,\d{3})+|\d+)\.\d{2}[)）]?$/;

/**
 * Whether an amount written by itself begins that runs over the left border of its cell up to the number of its row, which
 * stands within a cell of its own: 27 | 124,984,437.69.
 */
function beginsAmount(glyphs: readonly Glyph[], index: number, at: CellFinder): boolean {
  const [before, first] = [glyphs[index - 1], glyphs[index]!];
  if (!before || before.object === first.object || !/\d/.test(before.text)) return false;
  let end = index;
  while (glyphs[end]?.object === first.object) end++;
  const own = glyphs.slice(index, end);
  if (!WHOLE.test(own.map(({ text }) => text).join(""))) return false;
  const cell = mostly(own, (glyph) => at((glyph.left + glyph.right) / 2, middleOf(glyph)));
  const last = at((before.left + before.right) / 2, middleOf(before));
  return cell !== last && before.right <= last.right;
}

/**
 * Headings too long for their cells, which a workbook clips at the borders: each fills its own, and the next begins on the
 * border where it ends.
 */
function beginsClipped(glyphs: readonly Glyph[], index: number, cellOf: (glyph: Glyph) => FrameCell): boolean {
  const [before, first] = [glyphs[index - 1], glyphs[index]!];
  if (!before || before.object === first.object || !isWide(before.text) || !isWide(first.text)) return false;
  let [from, to] = [index, index];
  while (from > 0 && glyphs[from - 1]!.object === before.object) from--;
  while (glyphs[to]?.object === first.object) to++;
  const [own, other] = [glyphs.slice(from, index), glyphs.slice(index, to)];
  const [cell, next] = [mostly(own, cellOf), mostly(other, cellOf)];
  return cell !== next && fillsCell(own, cell) && fillsCell(other, next);
}

function fillsCell(glyphs: readonly Glyph[], { left, right }: FrameCell): boolean {
  return glyphs.at(-1)!.right - glyphs[0]!.left > CLIPPED * (right - left);
}

const CLIPPED = 0.85;

function mostly(glyphs: readonly Glyph[], cellOf: (glyph: Glyph) => FrameCell): FrameCell {
  const counts = new Map<FrameCell, number>();
  for (const glyph of glyphs) {
    const cell = cellOf(glyph);
    counts.set(cell, (counts.get(cell) ?? 0) + 1);
  }
  return [...counts].reduce((most, entry) => (entry[1] > most[1] ? entry : most))[0];
}

function middleOf(glyph: Glyph): number {
  return (glyph.top + glyph.bottom) / 2;
}

/** A cell's lines as one text. */
export function writeCell(tokens: readonly Token[], box: Rectangle): PlacedText {
  const upright = tokens.filter((token) => !token.glyphs[0]!.turned);
  if (runsDown(upright)) return writeTurned(upright.flatMap(({ glyphs }) => glyphs));
  const lines = linesOf(upright);
  const turned = tokens.filter((token) => token.glyphs[0]!.turned);
  const written = [
    ...lines.map((line) => writeLine(glyphsOf(line))),
    ...turned.map(({ glyphs }) => writeTurned(glyphs)),
  ];
  return joinPlaced(written, (line) => lines[line + 1] !== undefined && fills(lines[line]!, lines[line + 1]!, box));
}

/**
 * Characters one below the other, column after column from the right, in the order they were written: a heading set from
 * top to bottom. One column alone reads the same line by line.
 */
function runsDown(tokens: readonly Token[]): boolean {
  if (tokens.length < 3 || tokens.some(({ glyphs }) => glyphs.length > 1)) return false;
  let down = 0;
  let columns = 1;
  for (let index = 1; index < tokens.length; index++) {
    const [before, token] = [tokens[index - 1]!, tokens[index]!];
    const [x, y] = [token.left - before.left, token.middle - before.middle];
    if (Math.abs(x) < 0.3 * token.size && y > 0.5 * token.size) down++;
    else if (x < -0.5 * token.size && y < 0.3 * token.size) columns++;
    else return false;
  }
  return columns > 1 && down >= columns;
}

function writeTurned(glyphs: readonly Glyph[]): PlacedText {
  return {
    text: glyphs.map((glyph) => glyph.text).join(""),
    glyphs: glyphs.flatMap((glyph) => [...glyph.text].map(() => glyph)),
  };
}

/** Whether a line was broken because the cell ends, inside a number too long for it. */
function fills(line: Line, next: Line, box: Rectangle): boolean {
  const width = box.right - box.left;
  const used = line.right - line.left;
  const needed = next.tokens[0]!.glyphs[0]!;
  return (
    used + (needed.right - needed.left) > width - 0.6 * line.size &&
    overlap(line.left, line.right, next.left, next.right) > 0
  );
}
