/**
 * Marks of tagged figures within running text, until its offsets are known: characters of private use that no text brings
 * itself ({@link withoutMarks} takes those out).
 */
const OPEN = "\ue000";
const NAMED = "\ue001";
const CLOSE = "\ue002";

/** Before the figure that the tag of this number is about. */
export function openMark(number: number): string {
  return `${OPEN}${number}${NAMED}`;
}

export const closeMark = CLOSE;

/** A text of others', in which the marks mean nothing. */
export function withoutMarks(text: string): string {
  return text.replace(/[\ue000-\ue002]/g, "");
}

export interface Marked {
  readonly text: string;
  /** Where each tagged figure stands in the text, by the number of its tag. */
  readonly tags: readonly { readonly tag: number; readonly start: number; readonly end: number }[];
}

/** A text without its marks, and where they stood. */
export function unmarked(marked: string): Marked {
  if (!marked.includes(OPEN)) return { text: marked, tags: [] };
  const tags: { tag: number; start: number; end: number }[] = [];
  let text = "";
  let open: { tag: number; start: number } | undefined;
  let at = 0;
  for (const match of marked.matchAll(/\ue000(\d+)\ue001|\ue002/g)) {
    text += marked.slice(at, match.index);
    at = match.index + match[0].length;
    if (match[1] !== undefined) open = { tag: Number(match[1]), start: text.length };
    else if (open) {
      tags.push({ ...open, end: text.length });
      open = undefined;
    }
  }
  return { text: text + marked.slice(at), tags };
}
