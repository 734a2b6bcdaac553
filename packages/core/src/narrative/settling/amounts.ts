import type { BoundFigure } from "../../facts/disclosure.ts";
import { keyText } from "../../facts/key.ts";
import { readingOf } from "../../figure/interval.ts";

/** What is told in more ways than these is no one quantity, and decides nothing. */
const MOST = 40;

/** The different amounts that a disclosure gives for a quantity, in their order, gathered once for all that ask. */
export function amountsIn(figures: readonly BoundFigure[]): (key: string) => readonly number[] {
  let gathered: Map<string, Set<number>> | undefined;
  return (key) => {
    gathered ??= gather(figures);
    const amounts = gathered.get(key);
    return amounts === undefined || amounts.size > MOST ? [] : [...amounts];
  };
}

function gather(figures: readonly BoundFigure[]): Map<string, Set<number>> {
  const gathered = new Map<string, Set<number>>();
  for (const figure of figures) {
    const reading = readingOf(figure);
    if (!reading) continue;
    const key = keyText(figure.concept, figure.dimensions);
    const amounts = gathered.get(key);
    if (amounts) amounts.add(reading.middle);
    else gathered.set(key, new Set([reading.middle]));
  }
  return gathered;
}

/** Whether what stands before a figure in its sentence is as the pattern has it. */
export function says({ text, source: { context = "" } }: BoundFigure, words: RegExp): boolean {
  return context
    .split(text)
    .slice(0, -1)
    .some((before) => words.test(before));
}
