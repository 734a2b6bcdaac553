import type { Finding } from "@juesuan/core";
import { EXIT } from "../streams.ts";
import type { Brief } from "./entry.ts";

export const FAIL_ON = ["error", "warning", "info", "never"] as const;
export type FailOn = (typeof FAIL_ON)[number];

export type Severity = Finding["severity"];

export interface Tally {
  readonly documents: number;
  readonly unreadable: number;
  readonly errors: number;
  readonly warnings: number;
  readonly infos: number;
  /** Findings that the policy accepts, or that the baseline knows: shown, and not held against the document. */
  readonly excused: number;
}

export const NOTHING: Tally = { documents: 0, unreadable: 0, errors: 0, warnings: 0, infos: 0, excused: 0 };

/** Whether a finding is not held against the document. */
export function isExcused(finding: Finding, brief: Brief): boolean {
  return finding.acknowledged !== undefined || (brief.baseline?.known.includes(finding.fingerprint) ?? false);
}

/** How many findings of a severity stand against the document. */
export function countOf(brief: Brief, severity: Severity): number {
  return brief.findings.filter((finding) => finding.severity === severity && !isExcused(finding, brief)).length;
}

export function add(tally: Tally, brief: Brief): Tally {
  return {
    documents: tally.documents + 1,
    unreadable: tally.unreadable + (brief.error ? 1 : 0),
    errors: tally.errors + countOf(brief, "error"),
    warnings: tally.warnings + countOf(brief, "warning"),
    infos: tally.infos + countOf(brief, "info"),
    excused: tally.excused + brief.findings.filter((finding) => isExcused(finding, brief)).length,
  };
}

export const tallyOf = (briefs: readonly Brief[]): Tally => briefs.reduce(add, NOTHING);

/** 2 wins over 1: a batch with a file that nobody read has no result to rely on. */
export function exitCodeOf({ unreadable, errors, warnings, infos }: Tally, failOn: FailOn): number {
  if (unreadable > 0) return EXIT.failed;
  const counted = { error: errors, warning: errors + warnings, info: errors + warnings + infos, never: 0 }[failOn];
  return counted > 0 ? EXIT.found : EXIT.clean;
}
