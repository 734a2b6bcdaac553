import type { Direction } from "../../facts/disclosure.ts";
import type { ConceptKey, Measure } from "../../facts/key.ts";
import type { NumberToken } from "../numbers.ts";
import type { Reading } from "../state.ts";

/** 收、支总计各减少A、B万元，各下降C、D: the second of a pair speaks of disbursements. */
export function secondOfPair(
  r: Reading,
  subject: ConceptKey,
  number: NumberToken,
  measure: "change" | "growth",
): (ConceptKey & { direction?: Direction }) | undefined {
  const last = r.lastBound;
  if (subject.concept !== "total-receipts" || last?.dimensions.measure !== measure || last.concept !== "total-receipts")
    return undefined;
  if (!/^[，、和,]$/.test(between(r, number))) return undefined;
  return withMeasure(r, { concept: "total-disbursements", dimensions: subject.dimensions }, measure, last.direction);
}

export function between(r: Reading, number: NumberToken): string {
  return r.view.text.slice(r.lastNumberEnd, number.start);
}

export function withMeasure(
  r: Reading,
  subject: ConceptKey,
  measure: Measure,
  direction: Direction | undefined,
): ConceptKey & { direction?: Direction } {
  const stage = r.against === "budget" ? { stage: r.againstStage ?? ("budget" as const) } : {};
  const base = r.against === "previous-year" && r.otherYear !== undefined ? { label: `较${r.otherYear}年` } : {};
  return {
    concept: subject.concept,
    dimensions: { ...subject.dimensions, ...stage, ...base, measure },
    ...(direction === undefined ? {} : { direction }),
  };
}
