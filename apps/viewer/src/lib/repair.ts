import { unitOf, type Fact, type Finding, type Place } from "./facts.ts";
import type { Words } from "./language.tsx";

export type Culprit = Finding["culprits"][number];

/** What a place prints, and what the rest of the document says it should. */
export interface Repair {
  readonly printed: Words;
  readonly expected: Words;
}

/**
 * What would repair a place; undefined where nothing says what it should be. Where the unit is wrong (计量单位写错) the
 * digits are the same: both are told with their units. Of a whole table it is the unit that its head names.
 */
export function repairOf(
  { figure, text, expected, expectedUnit }: Culprit,
  facts: readonly Fact[],
): Repair | undefined {
  if (expectedUnit !== undefined) {
    const unit = unitOf({ unit: expectedUnit });
    const fact = facts.find(({ id }) => id === figure);
    const own = fact && unitOf(fact);
    if (expected === undefined) return { printed: { zh: text, en: text }, expected: unit };
    return { printed: withUnit(text, own), expected: withUnit(expected, unit) };
  }
  if (expected === undefined || expected === text) return undefined;
  return { printed: { zh: text, en: text }, expected: { zh: expected, en: expected } };
}

/** What the finding says a place should print instead, where it says so. */
export function expectedAt({ culprits }: Finding, { start, end }: Place, facts: readonly Fact[]): Words | undefined {
  const culprit = culprits.find(({ source }) => source.start === start && source.end === end);
  return culprit && repairOf(culprit, facts)?.expected;
}

function withUnit(number: string, unit: Words | undefined): Words {
  if (!unit || number === "") return { zh: number, en: number };
  return { zh: `${number}${unit.zh}`, en: `${number} ${unit.en}`.trim() };
}
