import { keyText, type Disclosure } from "@juesuan/core";
import type { WrittenDisclosure } from "./document.ts";

/** How well a disclosure was read that this project wrote, and so knows. */
export interface ReadingScore {
  readonly cells: number;
  readonly cellsRight: number;
  readonly narrative: number;
  readonly narrativeRight: number;
  /** Printed figures of the document: bound ones and unbound ones. */
  readonly bound: number;
  readonly unbound: number;
  /** The first few that were not read as they were written. */
  readonly missed: readonly string[];
}

/** Which budget 预算数 is follows from the words around it; for the score they are one. */
const alike = (key: string): string => key.replaceAll("stage=original-budget", "stage=budget");

/** Counts the figures that were read with the text that was written and the key that it states. */
export function scoreReading(written: WrittenDisclosure, read: Disclosure, tablesOnly = false): ReadingScore {
  const found = new Map<string, number>();
  for (const figure of read.figures) {
    const key = `${figure.text} ${alike(keyText(figure.concept, figure.dimensions))}`;
    found.set(key, (found.get(key) ?? 0) + 1);
  }
  const missed: string[] = [];
  const take = (printed: string, key: string): boolean => {
    const text = `${printed} ${alike(key)}`;
    const count = found.get(text) ?? 0;
    if (count === 0) {
      if (missed.length < 8) missed.push(text);
      return false;
    }
    found.set(text, count - 1);
    return true;
  };
  const cellsRight = written.cells.filter(({ printed, key }) => take(printed, key)).length;
  const narrative = tablesOnly ? [] : written.narrative;
  const narrativeRight = narrative.filter(({ printed, key }) => take(printed, key)).length;
  return {
    cells: written.cells.length,
    cellsRight,
    narrative: narrative.length,
    narrativeRight,
    bound: read.figures.length,
    unbound: read.unbound.length,
    missed,
  };
}
