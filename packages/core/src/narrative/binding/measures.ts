import type { Direction } from "../../facts/disclosure.ts";
import type { ConceptKey, Measure } from "../../facts/key.ts";
import type { NumberToken } from "../numbers.ts";
import { boundLast } from "../places.ts";
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

/** 收入A万元，支出B万元，分别增加C万元和D万元，分别增长E%和F%: the first of a pair is the first amount's, the second the second's. */
export function oneOfEach(
  r: Reading,
  number: NumberToken,
  measure: "change" | "growth",
): (ConceptKey & { direction?: Direction }) | undefined {
  const [first, second] = r.amounts;
  if (!first || !second || first.concept.startsWith("total-")) return undefined;
  const last = r.lastBound;
  if (/^(?:万元|元|%)?[，、和及]$/.test(between(r, number)) && last && last.dimensions.measure === measure && r.each)
    return withMeasure(r, keyOf(second), measure, last.direction);
  const cue = r.cue;
  if (cue?.kind !== "direction" || !isEach(r, number)) return undefined;
  r.each = true;
  r.cue = undefined;
  return withMeasure(r, keyOf(first), measure, cue.direction);
}

function isEach(r: Reading, number: NumberToken): boolean {
  const { text } = r.view;
  return (
    /(?:分别|各)[^，。；\d]{0,6}(?:(?:19|20)\d{2}年度?)?[^，。；\d]{0,10}$/.test(
      text.slice(Math.max(0, number.start - 28), number.start),
    ) && /^[，、和及]\d/.test(text.slice(number.unitEnd, number.unitEnd + 2))
  );
}

const keyOf = ({ concept, dimensions }: ConceptKey): ConceptKey => ({ concept, dimensions });

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

/** …运行费3万元，保有量1辆，完成年初预算的85.71%；比上年减少0.1万元: measures of what was spent, the vehicles counted between. */
export function spentOn(r: Reading): ConceptKey | undefined {
  if (!r.section?.startsWith("three-public") || r.subject?.concept !== "vehicles-held") return undefined;
  if (r.cue?.kind !== "direction" && r.cue?.kind !== "completion" && r.completion === undefined) return undefined;
  const from = r.view.offsets[r.view.text.lastIndexOf("\n", r.lastNumberEnd) + 1] ?? 0;
  const last = boundLast(r).findLast(
    ({ concept, dimensions: { measure, label }, source }) =>
      source.start >= from && concept === "three-public" && measure === undefined && label === undefined,
  );
  if (!last) return undefined;
  const { stage: _, period: __, ...rest } = last.dimensions;
  return { concept: last.concept, dimensions: rest };
}
