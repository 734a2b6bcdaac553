/** The report of one document (issue 2's shape). */
export interface DocumentReport {
  file: string;
  sha256: string;
  kind: "final-accounts" | "budget" | "other";
  department?: string | null;
  fiscalYear?: number | null;
  profile: string;
  unit: string;
  figures: { printed: number; bound: number; unbound: number };
  facts: unknown[];
  unbound: unknown[];
  findings: Finding[];
}
export interface Finding {
  relation: string;
  severity: "error" | "warning" | "info" | "rounding";
  message: string;
  [more: string]: unknown;
}
