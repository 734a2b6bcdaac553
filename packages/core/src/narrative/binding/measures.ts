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

/** …增加40万元（增长8%）: the rate in brackets is of the change that it stands behind. */
export function rateInBrackets(r: Reading, number: NumberToken): (ConceptKey & { direction: Direction }) | undefined {
  const { lastBound: last, cue } = r;
  if (last?.dimensions.measure !== "change" || cue?.kind !== "direction" || cue.direction === undefined)
    return undefined;
  if (cue.direction !== last.direction) return undefined;
  if (!/^（[一-龥]{2,3}$/.test(between(r, number)) || number.unit !== "percent" || last.unit === "count")
    return undefined;
  r.cue = undefined;
  return { concept: last.concept, dimensions: { ...last.dimensions, measure: "growth" }, direction: cue.direction };
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
  const base = r.against === "previous-year" && r.otherBase !== undefined ? { label: r.otherBase } : {};
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
