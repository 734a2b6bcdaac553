import { keyText, type Disclosure, type UnboundFigure } from "@juesuan/core";
import { truthsOf, type LaidOutTable } from "./laid-out.ts";

/** How the tables of a laid out document were read. */
export interface LayoutScore {
  readonly cells: number;
  readonly right: number;
  readonly missed: readonly string[];
  /** Figures of tables bound to what the document does not state. */
  readonly wrong: readonly string[];
  readonly unbound: readonly UnboundFigure[];
}

/** Full-width digits and spaces around a number are set in many ways, and read as one. */
const plain = (text: string): string => text.normalize("NFKC").replaceAll("，", ",").replaceAll(/\s/g, "");

/** Which budget 预算数 is follows from the words around it; for the score they are one. */
const alike = (key: string): string => key.replace(/stage=(?:original|adjusted)-budget/g, "stage=budget");

export function scoreLayout(tables: readonly LaidOutTable[], { figures, unbound }: Disclosure): LayoutScore {
  const found = new Map<string, number>();
  for (const { text, concept, dimensions, source } of figures) {
    if (source.table === undefined) continue;
    const stated = `${plain(text)} ${alike(keyText(concept, dimensions))}`;
    found.set(stated, (found.get(stated) ?? 0) + 1);
  }
  const truth = tables.flatMap(truthsOf);
  const missed: string[] = [];
  for (const { table, key, printed } of truth) {
    const stated = `${plain(printed)} ${alike(key)}`;
    const count = found.get(stated) ?? 0;
    if (count === 0) missed.push(`${table}: ${stated}`);
    else found.set(stated, count - 1);
  }
  const wrong = [...found].flatMap(([stated, count]) => (count > 0 ? [`${stated} ×${count}`] : []));
  return { cells: truth.length, right: truth.length - missed.length, missed, wrong, unbound };
}
