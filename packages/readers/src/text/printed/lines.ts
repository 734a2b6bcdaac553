import { isPageNumberText } from "../../layout/furniture.ts";
import { standsApart } from "../surroundings.ts";
import { squeezed } from "../../tables/words.ts";

// The lines of a page that is printed in columns of single characters, and what stands on each.

/** What stands in one column on one line; `from` counts characters. */
export interface Piece {
  readonly from: number;
  readonly text: string;
}

/** `heading` and `row` are those of a table. */
export type PartOfPage = "apart" | "heading" | "row" | "sentence";

export interface PrintedLine {
  readonly pieces: readonly Piece[];
  /** Blank lines above it. */
  readonly blank: number;
  readonly part: PartOfPage;
}

export function endOf({ from, text }: Piece): number {
  return from + text.length;
}

export function linesOf(page: string): PrintedLine[] {
  const lines: { pieces: Piece[]; blank: number }[] = [];
  let blank = 0;
  for (const line of page.split(/\r\n|[\r\n]/)) {
    const pieces = piecesOf(line);
    if (pieces.length === 0) {
      blank++;
      continue;
    }
    const above = lines.at(-1);
    const [first, ...others] = pieces;
    // 栏次 from top to bottom beside the numbers of the columns.
    const called =
      others.length === 0 && first!.text === "次" ? above?.pieces.findIndex(({ text }) => text === "栏") : undefined;
    if (above && called !== undefined && called >= 0) above.pieces[called] = { from: first!.from - 1, text: "栏次" };
    else if (above && others.length === 0 && YEAR.test(first!.text) && isAfterYear(above.pieces, first!))
      // 2023 below 年末，…: a number set a little lower comes out on a line of its own.
      above.pieces[0] = { from: first!.from, text: `${first!.text}${above.pieces[0]!.text}` };
    else lines.push({ pieces, blank });
    blank = 0;
  }
  let heading = true;
  return lines.map((line, index) => {
    const part = partOf(line, lines[index + 1], heading);
    if (part !== "heading") heading = part === "apart";
    return { ...line, part };
  });
}

const YEAR = /^20\d{2}$/;

function isAfterYear([above, ...others]: readonly Piece[], year: Piece): boolean {
  return others.length === 0 && above!.from > year.from && above!.text.startsWith("年");
}

function partOf(
  line: Omit<PrintedLine, "part">,
  next: Omit<PrintedLine, "part"> | undefined,
  heading: boolean,
): PartOfPage {
  if (standsApart(line.pieces.map(({ text }) => squeezed(text)))) return "apart";
  if (line.pieces.length === 1 && isPageNumberText(line.pieces[0]!.text) && !/^\d{3,}$/.test(line.pieces[0]!.text))
    return "sentence";
  if (isSentence(line)) return "sentence";
  if (!heading || hasFigures(line) || isLabel(line)) return "row";
  return next && isBeginning(line, next) ? "row" : "heading";
}

const WORD = /[\u4e00-\u9fff]/;
/** Words set apart: 合 计, 决 算 数. */
const SPREAD =
  /(?<!\S)(?:项\s+目|[合总小]\s+计|栏\s+次|行\s+次|决\s+算\s+数|预\s+算\s+数|金\s+额|收\s+入|支\s+出|编\s+码|类\s+别|单\s+位)(?!\S)/g;

/** The texts that two or more spaces part; in a table one space may be all that a narrow column leaves. */
function piecesOf(line: string): Piece[] {
  const spread = [...line.matchAll(SPREAD)].map(({ index, 0: { length } }) => ({ from: index, to: index + length }));
  const isSpread = (at: number) => spread.some(({ from, to }) => at > from && at < to);
  const fields: Piece[] = [];
  for (const { index, 0: word } of line.matchAll(/[^\s\u3000]+/g)) {
    const last = fields.at(-1);
    if (last && (isSpread(index - 1) || index - endOf(last) === 1))
      fields[fields.length - 1] = { ...last, text: line.slice(last.from, index + word.length) };
    else fields.push({ from: index, text: word });
  }
  if (isPageNumberText(line)) return [{ from: fields[0]!.from, text: line.trim() }];
  if (fields.length === 1 && WORD.test(line) && /[，。；：年月日元%]/.test(line)) return fields;
  return fields.flatMap((field) => (standsApart([squeezed(field.text)]) ? [field] : partsOf(field)));
}

function partsOf({ from, text }: Piece): Piece[] {
  if (text.search(SPREAD) === 0 && text.match(SPREAD)![0] === text) return [{ from, text }];
  return [...text.matchAll(/\S+/g)].map(({ index, 0: word }) => ({ from: from + index, text: word }));
}

/** Words and numbers in one go. */
function isSentence({ pieces: [first, ...others] }: Pick<PrintedLine, "pieces">): boolean {
  return others.length === 0 && WORD.test(first!.text) && /[\d，。：；]/.test(first!.text);
}

/** The beginning of a label that breaks, whose figures stand on the next line. */
function isBeginning(line: Pick<PrintedLine, "pieces">, next: Pick<PrintedLine, "pieces" | "blank">): boolean {
  const [first] = line.pieces;
  return (
    next.blank === 0 &&
    first!.text.length >= LEAST_BROKEN &&
    isBrokenBy(line, next) &&
    next.pieces.every(({ from, text }) => !WORD.test(text) || from > first!.from)
  );
}

/** No shorter label breaks over lines. */
const LEAST_BROKEN = 5;

const LABEL = /^(?:[（(]?[一二三四五六七八九十]{1,3}[)）、.．]|\d+[、.．](?!\d)|其中[:：])/;

export function isLabel({ pieces }: Pick<PrintedLine, "pieces">): boolean {
  return LABEL.test(pieces[0]!.text);
}

function hasFigures({ pieces }: Pick<PrintedLine, "pieces">): boolean {
  return pieces.some(({ text }) => /\d[.．]\d\d(?!\d)/.test(text) || /^\d{3,7}$/.test(text));
}

/** Whether the words of a line are parts of labels whose figures stand on the other line, half a line away. */
export function isBrokenBy(words: Pick<PrintedLine, "pieces">, figures: Pick<PrintedLine, "pieces">): boolean {
  return (
    !hasFigures(words) &&
    hasFigures(figures) &&
    words.pieces.every(
      (piece) =>
        WORD.test(piece.text) &&
        figures.pieces.every((other) => other.from >= endOf(piece) || endOf(other) <= piece.from),
    )
  );
}
