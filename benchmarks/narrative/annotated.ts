import { keyText, type Disclosure } from "@juesuan/core";

/**
 * A text in which every figure is followed by what it measures: 收、支总计均为3037.9⟦total-receipts⟧万元. Behind the key stands
 * the direction that the words give, + - or =; ⟦⟧ marks a figure that no key foresees.
 */
export interface Annotated {
  readonly text: string;
  readonly figures: readonly { readonly end: number; readonly key: string }[];
}

export function parseAnnotated(source: string): Annotated {
  let text = "";
  const figures: { end: number; key: string }[] = [];
  for (const piece of source.split(/(⟦[^⟧]*⟧)/)) {
    if (piece.startsWith("⟦")) figures.push({ end: text.length, key: piece.slice(1, -1) });
    else text += piece;
  }
  return { text, figures };
}

export interface AnnotatedScore {
  readonly figures: number;
  readonly bound: number;
  readonly right: number;
  /** `printed: expected, read as …` */
  readonly wrong: readonly string[];
}

const SIGN = { increase: " +", decrease: " -", unchanged: " =" } as const;

/** How many figures were bound, and bound to what they measure. A figure read where none is annotated is wrong too. */
export function scoreAnnotated({ text, figures }: Annotated, disclosure: Disclosure): AnnotatedScore {
  const read = new Map<number, string>();
  for (const { source, concept, dimensions, direction } of disclosure.figures)
    read.set(source.end, keyText(concept, dimensions) + (direction === undefined ? "" : SIGN[direction]));
  for (const { source } of disclosure.unbound) read.set(source.end, "");
  const wrong: string[] = [];
  let bound = 0;
  for (const { end, key } of figures) {
    const found = read.get(end);
    read.delete(end);
    if (found) bound++;
    if (found !== key) wrong.push(`${textBefore(text, end)}: ${key || "unbound"}, read as ${found || "unbound"}`);
  }
  for (const [end, key] of read) wrong.push(`${textBefore(text, end)}: no figure, read as ${key || "unbound"}`);
  return { figures: figures.length, bound, right: figures.length - wrong.length, wrong };
}

const textBefore = (text: string, end: number): string => text.slice(Math.max(0, end - 24), end).replaceAll("\n", " ");
