import { isPageNumberText } from "../../layout/furniture.ts";
import { squeezed } from "../../tables/words.ts";
import type { PrintedLine } from "./lines.ts";

// What every page begins or ends with: the name of the disclosure, the day and the hour of print, the address of a web page.
// It is set apart before a page is laid out, for over the first row of a table that goes on it would be its heading.

export interface RunningLine {
  readonly line: number;
  readonly role: "header" | "footer";
}

const LEAST_PAGES = 3;
/** On such a share of the pages; a cover and pages that lie on their side may have none. */
const SHARE = 0.5;
/** 合计, or the number of a line, is no such line. */
const LEAST_LETTERS = 6;
/** The title of a table that is repeated on each of its pages is that table's. */
const TITLE = /表(?:[（(].*[)）])?$/;

/** The lines of each page that it has in common with the others, its numbers aside. */
export function runningLines(pages: readonly (readonly PrintedLine[])[]): RunningLine[][] {
  const found = pages.map((): RunningLine[] => []);
  for (const role of ["header", "footer"] as const) {
    const outermost = pages.map((lines) => (role === "header" ? 0 : lines.length - 1));
    const words = pages.map((lines, page) => wordsOf(lines[outermost[page]!]));
    const counts = new Map<string, number>();
    for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
    for (const [page, word] of words.entries())
      if (word !== "" && counts.get(word)! >= Math.max(LEAST_PAGES, SHARE * pages.length))
        found[page]!.push({ line: outermost[page]!, role });
  }
  return found;
}

/** The words of a line without its numbers; nothing where it is a number of a page or may be a part of a table. */
function wordsOf(line: PrintedLine | undefined): string {
  if (!line) return "";
  const text = line.pieces.map((piece) => squeezed(piece.text)).join(" ");
  if (isPageNumberText(text) || TITLE.test(text) || /\d[.．]\d\d(?!\d)/.test(text)) return "";
  const words = text.replaceAll(/\d+/g, "0");
  return words.replaceAll(/[^\p{L}]/gu, "").length < LEAST_LETTERS ? "" : words;
}
