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

/** Counts the figures that were read with the text that was written and the key that it states, tables and words apart. */
export function scoreReading(written: WrittenDisclosure, read: Disclosure, tablesOnly = false): ReadingScore {
  const missed: string[] = [];
  /** Each figure read counts once: the same amount in a sentence makes up for none of a table. */
  const countRight = (owed: readonly { printed: string; key: string }[], figures: Disclosure["figures"]): number => {
    const found = new Map<string, number>();
    for (const { text, concept, dimensions } of figures) {
      const stated = `${text} ${alike(keyText(concept, dimensions))}`;
      found.set(stated, (found.get(stated) ?? 0) + 1);
    }
    return owed.filter(({ printed, key }) => {
      const stated = `${printed} ${alike(key)}`;
      const count = found.get(stated) ?? 0;
      if (count > 0) found.set(stated, count - 1);
      else if (missed.length < 8) missed.push(stated);
      return count > 0;
    }).length;
  };
  const isCell = ({ source }: Disclosure["figures"][number]): boolean => source.table !== undefined;
  const cellsRight = countRight(written.cells, read.figures.filter(isCell));
  const narrative = tablesOnly ? [] : written.narrative;
  const narrativeRight = countRight(
    narrative,
    read.figures.filter((figure) => !isCell(figure)),
  );
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
