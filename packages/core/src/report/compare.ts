import type { DocumentReport, Finding } from "./report.ts";

/** Two reports of one disclosure, before and after correction. */
export interface Comparison {
  /** No longer there. */
  readonly cured: readonly Finding[];
  /** Still there, as the later report words it. */
  readonly remaining: readonly Finding[];
  readonly new: readonly Finding[];
}

/** Findings are the same where their fingerprints are; differences that rounding explains are no findings. */
export function compareReports(
  before: Pick<DocumentReport, "findings">,
  after: Pick<DocumentReport, "findings">,
): Comparison {
  const earlier = before.findings.filter(isFinding);
  const later = after.findings.filter(isFinding);
  const known = new Set(earlier.map(({ fingerprint }) => fingerprint));
  const present = new Set(later.map(({ fingerprint }) => fingerprint));
  return {
    cured: earlier.filter(({ fingerprint }) => !present.has(fingerprint)),
    remaining: later.filter(({ fingerprint }) => known.has(fingerprint)),
    new: later.filter(({ fingerprint }) => !known.has(fingerprint)),
  };
}

function isFinding(finding: Finding): boolean {
  return finding.severity !== "rounding";
}
