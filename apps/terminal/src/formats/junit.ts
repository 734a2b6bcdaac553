import type { Brief } from "../check/entry.ts";
import { isExcused, type FailOn } from "../check/outcome.ts";
import { errorOf, messageOf, placesOf, shownFindings, titleOf } from "../check/wording.ts";
import { collecting, type Format, type FormatContext } from "./format.ts";
import { escapeMarkup } from "./markup.ts";

const RANK = { error: 0, warning: 1, info: 2, rounding: 3 } as const;
const LIMIT: Readonly<Record<FailOn, number>> = { error: 0, warning: 1, info: 2, never: -1 };

/** JUnit's XML: a suite for each document, a case for each relation that was looked at. */
export function junit({ lang, failOn }: FormatContext): Format {
  return collecting((briefs) => {
    const suites = briefs.map((brief) => suiteOf(brief, lang, failOn));
    return `<?xml version="1.0" encoding="UTF-8"?>\n<testsuites name="juesuan">\n${suites.join("\n")}\n</testsuites>\n`;
  });
}

function suiteOf(brief: Brief, lang: "zh" | "en", failOn: FailOn): string {
  const name = escapeMarkup(titleOf(brief, lang));
  const file = escapeMarkup(brief.file);
  if (brief.error) {
    const message = escapeMarkup(errorOf(brief, lang));
    return `  <testsuite name="${name}" tests="1" failures="0" errors="1" skipped="0">
    <testcase classname="${file}" name="read"><error type="${escapeMarkup(brief.error.code)}" message="${message}"/></testcase>
  </testsuite>`;
  }
  const findings = shownFindings(brief);
  const counted = findings.filter((finding) => RANK[finding.severity] <= LIMIT[failOn] && !isExcused(finding, brief));
  const titles = new Map<string, { title: string; skipped?: string }>();
  for (const { relation, title, titleEn, notApplicable } of brief.ledger.relations) {
    titles.set(relation, {
      title: lang === "en" ? titleEn : title,
      ...(notApplicable ? { skipped: notApplicable[lang] } : {}),
    });
  }
  for (const { relation, title, titleEn } of findings) {
    if (!titles.has(relation)) titles.set(relation, { title: lang === "en" ? titleEn : title });
  }
  const cases = [...titles].map(([relation, { title, skipped }]) => {
    const lines = findings
      .filter((finding) => finding.relation === relation)
      .map((finding) => {
        const text = escapeMarkup(messageOf(finding, lang));
        const places = escapeMarkup(placesOf(finding, brief, lang).join("\n"));
        return counted.includes(finding)
          ? `<failure type="${finding.severity}" message="${text}">${places}</failure>`
          : `<system-out>${text}</system-out>`;
      });
    if (lines.length === 0 && skipped !== undefined) lines.push(`<skipped message="${escapeMarkup(skipped)}"/>`);
    return `    <testcase classname="${escapeMarkup(relation)}" name="${escapeMarkup(title)}" file="${file}">${lines.join("")}</testcase>`;
  });
  const failing = new Set(counted.map(({ relation }) => relation)).size;
  const skipped = cases.filter((text) => text.includes("<skipped ")).length;
  return `  <testsuite name="${name}" tests="${cases.length}" failures="${failing}" errors="0" skipped="${skipped}">\n${cases.join("\n")}\n  </testsuite>`;
}
