import type { Source } from "../figure/figure.ts";
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

export function sentenceAround(r: Reading, start: number, end: number): string {
  const { text } = r.view;
  let from = start;
  while (from > 0 && !/[。；\n]/.test(text[from - 1]!) && start - from < 60) from--;
  let to = end;
  while (to < text.length && !/[。；\n]/.test(text[to]!) && to - end < 40) to++;
  return text.slice(from, to);
}

export function startsClause(r: Reading, start: number): boolean {
  return /[，。；：\n]/.test(r.view.text[start - 1] ?? "\n");
}
