import { comparable, isContentsLine, isContentsTitle, isNumberedHeading } from "../text/roles.ts";
import type { PlacedParagraph } from "./paragraphs.ts";

/** Words and a row of dots, with or without the page they lead to. */
const LEADER = /\S\s*[.．…·‥⋯_]{4,}\s*$/;

export function isContentsEntry(text: string): boolean {
  if (!/[\d.．…·‥⋯_]\D{0,3}$/.test(text)) return false;
  return LEADER.test(text) || isContentsLine(text);
}

/**
 * Marks the lines of the table of contents: those that lead to a page anywhere, and after the title 目录 those that
 * follow it until the first of them comes again as the heading it announces.
 */
export function markContents(paragraphs: readonly PlacedParagraph[]): void {
  for (const paragraph of paragraphs)
    if (paragraph.role === "body" && isContentsEntry(paragraph.text)) paragraph.role = "contents";
  const body = paragraphs.filter(({ role }) => role === "body" || role === "contents");
  const title = body.findIndex(({ text }) => isContentsTitle(text));
  if (title < 0) return;
  const entries: PlacedParagraph[] = [];
  for (const paragraph of body.slice(title + 1)) {
    const first = entries[0];
    if (first && comparable(paragraph.text) === comparable(first.text)) {
      for (const entry of entries) entry.role = "contents";
      return;
    }
    if (paragraph.role === "contents" || isNumberedHeading(paragraph.text)) entries.push(paragraph);
    // A name that goes on in the next line, or a line that has lost its number.
    else if (first && paragraph.text.length < 40 && !/[。；]/.test(paragraph.text)) entries.push(paragraph);
    else if (first) return;
  }
}
