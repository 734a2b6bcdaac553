import type { Cell, Origin, Paragraph, ReadDocument } from "@juesuan/core";
import { SPACE, type WordParagraph } from "./paragraphs.ts";

/** Letters `from` to `to` (excluded) of one paragraph of a part; an empty cell has none. */
export interface Place {
  readonly origin: Origin;
  readonly from: number;
  readonly to: number;
}

const withoutSpace = (text: string): string => text.replaceAll(new RegExp(SPACE, "g"), "");

/**
 * Finds a stretch of what was read in the file that it was read from. Between the two only white space differs and
 * numbers that Word generates, so letters are counted. Undefined where the two do not agree: nothing is written then.
 */
export function placeOfText(
  document: ReadDocument,
  span: { readonly start: number; readonly end: number },
  paragraphOf: (origin: Origin) => WordParagraph | undefined,
): Place | undefined {
  const target = document.blocks
    .flatMap((block): readonly (Paragraph | Cell)[] => (block.kind === "table" ? block.cells : [block]))
    .find(({ start, end }) => start <= span.start && span.start <= end);
  if (!target?.origins || target.origins.length === 0) return undefined;
  const text = withoutSpace(document.text.slice(target.start, target.end));
  const first = withoutSpace(document.text.slice(target.start, span.start)).length;
  const last = withoutSpace(document.text.slice(target.start, Math.min(span.end, target.end))).length;
  if (text === "") return { origin: target.origins[0]!, from: 0, to: 0 };
  let reached = 0;
  for (const origin of target.origins) {
    const letters = paragraphOf(origin)
      ?.letters.map(({ sign }) => sign)
      .join("");
    if (letters === undefined) return undefined;
    const at = text.indexOf(letters, reached);
    if (at < 0) return undefined;
    reached = at + letters.length;
    if (first >= at && first < reached) return { origin, from: first - at, to: Math.min(last, reached) - at };
  }
  return undefined;
}
