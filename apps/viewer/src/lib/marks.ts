import type { DocumentReport } from "./data.ts";
import type { Fact, Finding, Place } from "./facts.ts";
import { findingsByPlace } from "./report-context.tsx";

/** A stretch of the text that means something: a bound figure, an unbound one, words that a finding blames. */
export interface Mark {
  readonly start: number;
  readonly end: number;
  /** Where it stands on a page, in formats that have pages. */
  readonly page?: number;
  readonly box?: NonNullable<Place["box"]>;
  readonly fact?: Fact;
  readonly findings: readonly Finding[];
}

/** All marks of a document in reading order, none inside another. */
export function marksOf(report: DocumentReport): readonly Mark[] {
  const blamed = findingsByPlace(report);
  const marks: Mark[] = report.facts.map((fact) => ({
    ...placed(fact.source),
    fact,
    findings: blamed.get(`${fact.source.start}-${fact.source.end}`) ?? [],
  }));
  const known = new Set(marks.map(({ start, end }) => `${start}-${end}`));
  for (const { source } of report.unbound) marks.push({ ...placed(source), findings: [] });
  for (const { culprits, sources } of report.findings) {
    for (const source of [...culprits.map((culprit) => culprit.source), ...sources]) {
      const key = `${source.start}-${source.end}`;
      const findings = blamed.get(key);
      const length = source.end - source.start;
      if (!findings || known.has(key) || length <= 0 || length >= LONGEST) continue;
      known.add(key);
      marks.push({ ...placed(source), findings });
    }
  }
  marks.sort((a, b) => a.start - b.start || a.end - b.end);
  const apart: Mark[] = [];
  for (const mark of marks) if (mark.start >= (apart.at(-1)?.end ?? 0) && mark.end > mark.start) apart.push(mark);
  return apart;
}

/** Longer stretches are sentences and tables, which hold marks of their own. */
const LONGEST = 40;

function placed({ start, end, page, box }: Place): Pick<Mark, "start" | "end" | "page" | "box"> {
  return { start, end, ...(page === undefined ? {} : { page }), ...(box === undefined ? {} : { box }) };
}
