import { firstAtLeast } from "../document/sorted.ts";
import type { BoundFigure } from "../facts/disclosure.ts";
import type { Source } from "../figure/figure.ts";
import type { Token } from "./grammar.ts";
import type { Reading } from "./state.ts";

export function placeOf(r: Reading, start: number, end: number): Source {
  const from = r.view.offsets[start] ?? 0;
  const to = (r.view.offsets[end - 1] ?? from) + 1;
  const page = r.context.pageOf(from);
  return {
    ...(r.passage.part === undefined ? {} : { part: r.passage.part }),
    section: r.passage.title,
    ...(page === undefined ? {} : { page }),
    start: from,
    end: to,
    text: r.context.text.slice(from, to),
    context: sentenceAround(r, start, end),
  };
}

const SENTENCE_ENDS = "。；\n";

export function sentenceAround(r: Reading, start: number, end: number): string {
  const text = r.printed;
  let from = start;
  while (from > 0 && !SENTENCE_ENDS.includes(text[from - 1]!) && start - from < 60) from--;
  let to = end;
  while (to < text.length && !SENTENCE_ENDS.includes(text[to]!) && to - end < 40) to++;
  return text.slice(from, to);
}

export function startsClause(r: Reading, start: number): boolean {
  return /[，。；：\n]/.test(r.view.text[start - 1] ?? "\n");
}

/** How far back a sentence and what was told before it are looked at: hostile files have sentences and paragraphs without end. */
const REACH = 400;
const LAST = 120;

/** The words of a sentence before a place in it. */
export function sentenceBefore(r: Reading, at: number): string {
  return wordsBefore(r, at, SENTENCE_ENDS);
}

/** The words of a paragraph before a place in it. */
export function paragraphBefore(r: Reading, at: number): string {
  return wordsBefore(r, at, "\n");
}

function wordsBefore(r: Reading, at: number, ends: string): string {
  const { text } = r.view;
  let from = at;
  while (from > 0 && at - from < REACH && !ends.includes(text[from - 1]!)) from--;
  return text.slice(from, at);
}

/** The tokens that reach into a stretch of the text. */
export function tokensIn({ tokens }: Reading, from: number, to: number): readonly Token[] {
  const start = ({ start: at }: Token): number => at;
  // No token is longer than the reach of a sentence.
  return tokens
    .slice(firstAtLeast(tokens, from - REACH, start), firstAtLeast(tokens, to, start))
    .filter(({ end }) => end > from);
}

/** The figures that were bound last. */
export function boundLast(r: Reading): readonly BoundFigure[] {
  return r.figures.slice(-LAST);
}
