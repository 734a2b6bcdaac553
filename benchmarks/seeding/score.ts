import type { Finding } from "@juesuan/core";
import { examine } from "@juesuan/readers";
import type { Mistake } from "./mistake.ts";
import type { Original } from "./originals.ts";

/** What is said of a document after a mistake was put into it. */
export interface Said {
  /** Findings that the document did not have before, errors first. */
  readonly findings: readonly Finding[];
  readonly found: boolean;
  /** The first of them names what was done, and first. */
  readonly named: boolean;
  /** One mistake, one finding. */
  readonly single: boolean;
  /** The first of them says what the figure should be; undefined where it is not one figure that is wrong. */
  readonly right: boolean | undefined;
}

const serious = ({ severity }: Finding): boolean => severity === "error" || severity === "warning";

export async function said(original: Original, mistake: Mistake): Promise<Said> {
  const { report } = await examine(original.edited(mistake));
  const before = new Set(original.report.findings.map(({ relation, message }) => `${relation} ${message}`));
  const known = new Set(original.report.findings.map(sameFinding));
  const findings = report.findings.filter(
    (finding) => !before.has(`${finding.relation} ${finding.message}`) && !known.has(sameFinding(finding)),
  );
  const told = findings.filter(serious);
  const regions = regionsOf(mistake);
  const first = told[0];
  const pointed = (places: readonly { readonly start: number; readonly end: number }[], slack: number): boolean =>
    regions.some(({ start, end }) => places.some((place) => place.start <= end + slack && place.end >= start - slack));
  const named =
    first !== undefined &&
    (mistake.names !== undefined
      ? `${first.message}${first.suggestion ?? ""}`.includes(mistake.names)
      : first.culprits.length > 0
        ? pointed([first.culprits[0]!.source], SLACK)
        : pointed(first.sources, SLACK));
  return { findings, found: told.length > 0, named, single: told.length === 1, right: isRight(mistake, first) };
}

const numberOf = (text: string): number => Number(text.replaceAll(/[^\d.]/g, ""));

function isRight({ right }: Mistake, finding: Finding | undefined): boolean | undefined {
  if (right === undefined) return undefined;
  const value = finding?.culprits[0]?.expected ?? finding?.expected;
  return value !== undefined && value !== null && numberOf(value) === numberOf(right);
}

/** A place is named that overlaps the edit, or the word beside it. */
const SLACK = 12;

/** What was said before, if a word of it differs because something else was edited. */
const sameFinding = ({ fingerprint, severity, stated }: Finding): string => `${fingerprint} ${severity} ${stated}`;

/** Where the edits stand in the document that was made of them. */
function regionsOf({ replaced }: Mistake): readonly { readonly start: number; readonly end: number }[] {
  let moved = 0;
  return replaced
    .toSorted((a, b) => a.start - b.start)
    .map(({ start, end, text }) => {
      const at = start + moved;
      moved += text.length - (end - start);
      return { start: at, end: at + text.length };
    });
}
