import { EXIT } from "../streams.ts";
import type { Entry } from "./entries.ts";

export type FailOn = "error" | "warning" | "never";

export interface Tally {
  documents: number;
  unreadable: number;
  errors: number;
  warnings: number;
}

export function countOf(entry: Entry, severity: "error" | "warning" | "info" | "rounding"): number {
  return entry.findings.filter((finding) => finding.severity === severity).length;
}

export function tallyOf(entries: readonly Entry[]): Tally {
  const tally: Tally = { documents: 0, unreadable: 0, errors: 0, warnings: 0 };
  for (const entry of entries) {
    tally.documents++;
    if (entry.error) tally.unreadable++;
    tally.errors += countOf(entry, "error");
    tally.warnings += countOf(entry, "warning");
  }
  return tally;
}

/** 2 wins over 1: a batch with a file that nobody read has no result to rely on. */
export function exitCodeOf({ unreadable, errors, warnings }: Tally, failOn: FailOn): number {
  if (unreadable > 0) return EXIT.failed;
  if (failOn === "never") return EXIT.clean;
  return errors > 0 || (failOn === "warning" && warnings > 0) ? EXIT.found : EXIT.clean;
}
