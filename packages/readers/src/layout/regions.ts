import { isNote, isUnitLine, standsApart } from "../text/surroundings.ts";
import { isContentsEntry } from "./contents.ts";
import { isPageNumberText } from "./furniture.ts";
import { around } from "./geometry.ts";
import { isAmount, isCode, piecesByLine, type Piece } from "./pieces.ts";
import { usualSize } from "./rows.ts";
import type { Token } from "./tokens.ts";

/** The stretches of a page's free text that look like tables. */
export function alignedRegions(tokens: readonly Token[]): Token[][] {
  const lines = piecesByLine(tokens);
  const regions: Token[][] = [];
  /** Single texts on the lines above: they may be the top of a heading. */
  let above: Piece[][] = [];
  let open: Piece[][] = [];
  let figures = 0;
  let amounts = 0;
  /** The unit is printed above: a table follows, with figures or without. */
  let announced = false;
  const close = () => {
    // Labels and headings at the edges belong to the text around; 合计 without figures does not.
    while (open.length > 1 && isLoose(open.at(-2)!, open.at(-1)!)) open.pop();
    const figured = open.length >= LEAST_LINES && (figures >= LEAST_FIGURE_LINES || amounts >= LEAST_AMOUNTS);
    if ((figured && !isContents(open)) || (announced && open.filter(isSpread).length >= 2))
      regions.push(open.flat().map(({ token }) => token));
    if (open.length > 0) announced = false;
    open = [];
    figures = 0;
    amounts = 0;
  };
  for (const line of lines) {
    const texts = line.map(({ text }) => text);
    const wide = isSpread(line);
    // The code of a row whose name breaks above and below it stands alone on its line, as the number of a page does.
    const near = open.length > 0 && line[0]!.middle - open.at(-1)![0]!.middle < 1.2 * line[0]!.size;
    if ((isOutside(texts) || isPageNumber(line)) && !(near && texts.length === 1 && isCode(texts[0]!))) {
      close();
      announced = texts.some(isUnitLine);
    } else if (wide) {
      // The first line of a heading that breaks, over the middle of those that do not.
      if (open.length === 0) open.push(...above.slice(topOfHeading(above, line)));
      open.push(line);
      const found = line.filter(({ text }) => isAmount(text) && !isCode(text)).length;
      if (found > 0) figures++;
      amounts += found;
    } else if (open.length > 0 && isBetween(open, line)) open.push(line);
    else close();
    above = open.length === 0 && !standsApart(texts) ? [...above, line] : [];
  }
  close();
  return regions;
}

/** Lines that end a table, whatever stands in them. */
function isOutside(texts: readonly string[]): boolean {
  const words = texts.join(" ");
  return (
    isContentsEntry(words) ||
    standsApart(texts) ||
    isNote(words) ||
    ((texts.length === 1 || /page|页/i.test(words)) && isPageNumberText(words))
  );
}

/** — 3, or - 3 -, whose dashes are set apart from the number: a row's cells are further from each other. */
function isPageNumber(line: readonly Piece[]): boolean {
  return (
    line.every((piece, index) => index === 0 || piece.left - line[index - 1]!.right < NUMBER_GAP * piece.size) &&
    isPageNumberText(line.map(({ text }) => text).join(" "))
  );
}

/** In ems. */
const NUMBER_GAP = 1.5;

/** Names and, at the margin, the pages they stand on: contents without dots. */
function isContents(lines: readonly (readonly Piece[])[]): boolean {
  const pages = lines.filter((line) => line.length > 1).map((line) => line.at(-1)!.text);
  return pages.every((page, index) => /^\d{1,3}$/.test(page) && Number(page) >= Number(pages[index - 1] ?? 0));
}

const LEAST_LINES = 3;
const LEAST_FIGURE_LINES = 2;
/** The table of the “three public” expenses has one row. */
const LEAST_AMOUNTS = 2;

function isLoose(above: readonly Piece[], line: readonly Piece[]): boolean {
  if (line.length > 1 || isLevel(above, line) || /^[合总]\s*计$/.test(line[0]!.text)) return false;
  return !above.some((piece, index) => index > 0 && isUnderName(piece, line[0]!));
}

/**
 * A name under that of the row above: the end of it, whose figures stand half way down, or the beginning of a row that the
 * end of the page cuts. No note begins under the second column.
 */
function isUnderName(label: Piece, { text, left, middle, size }: Piece): boolean {
  return (
    Math.abs(left - label.left) < 0.5 * size &&
    middle - label.middle < ROW_PITCH * size &&
    /\p{sc=Han}{2}/u.test(label.text) &&
    /^[\p{sc=Han}（）()、“”]+$/u.test(text)
  );
}

/** Lines of neighbouring rows are at most so far apart, in ems. */
const ROW_PITCH = 2.2;

/** The half of a label that stands between two rows belongs to the one it overlaps. */
function isLevel(above: readonly Piece[], line: readonly Piece[]): boolean {
  return line[0]!.middle - above[0]!.middle < usualSize(line);
}

/** From which of the lines above on a heading begins. */
function topOfHeading(above: readonly (readonly Piece[])[], first: readonly Piece[]): number {
  let from = above.length;
  let next = first;
  while (from > 0 && above.length - from < 4 && isHeadingLine(above[from - 1]!, next)) next = above[--from]!;
  return from;
}

/** The top of a heading that stands alone on its line: 项目 over several columns, the first half of a broken word. */
function isHeadingLine(line: readonly Piece[], next: readonly Piece[]): boolean {
  const [piece] = line;
  const distance = next[0]!.middle - piece!.middle;
  if (line.length > 1) return distance < 2.2 * piece!.size;
  // Nearer than lines of text are: the first half of a name, over the middle of which its figures stand.
  if (distance < 0.9 * piece!.size && !/[。：:]/.test(piece!.text)) return true;
  return (
    distance < 2.2 * piece!.size &&
    piece!.text.length <= 14 &&
    piece!.size <= 1.15 * usualSize(next) &&
    !/表$|[。：:]/.test(piece!.text)
  );
}

/** Two texts on one line with a clear distance between them. */
function isSpread(line: readonly Piece[]): boolean {
  return line.some((piece, index) => index > 0 && piece.left - line[index - 1]!.right > 1.2 * piece.size);
}

/** The end of a label, or a label without figures, between the rows of a table. */
function isBetween(open: readonly (readonly Piece[])[], line: readonly Piece[]): boolean {
  const above = open.at(-1)!;
  const size = usualSize(line);
  const box = around(open.flat());
  const width = line.at(-1)!.right - line[0]!.left;
  return (
    line[0]!.middle - above[0]!.middle < 3.2 * size &&
    width < 0.6 * (box.right - box.left) &&
    !/[。；]$/.test(line.at(-1)!.text)
  );
}
