import type { Crop } from "@juesuan/readers/pdf";
import type { Brief } from "../check/entry.ts";
import { isExcused } from "../check/outcome.ts";
import { excuseOf, messageOf, pageOf, placesOf, shownFindings } from "../check/wording.ts";
import type { Language } from "../streams.ts";

// The reviewers' own checklist: every item that was looked at, with its result, not only the problems.

export type Result = "failed" | "accepted" | "passed" | "not-checkable" | "not-applicable";

export const RESULTS: Readonly<Record<Result, { zh: string; en: string }>> = {
  failed: { zh: "不合格", en: "fail" },
  accepted: { zh: "已认可", en: "accepted" },
  passed: { zh: "合格", en: "pass" },
  "not-checkable": { zh: "无法核对", en: "not checkable" },
  "not-applicable": { zh: "不适用", en: "not applicable" },
};

export interface ChecklistRow {
  readonly item: string;
  readonly relation: string;
  readonly result: Result;
  readonly severity?: "error" | "warning" | "info";
  /** The problem in one sentence, or why it was not checked; "" for what passed. */
  readonly problem: string;
  readonly suggestion: string;
  readonly place: string;
  readonly page?: number;
  /** The place as the page shows it. */
  readonly crop?: Crop;
  readonly basis: string;
}

const ORDER: readonly Result[] = ["failed", "accepted", "not-checkable", "passed", "not-applicable"];

/** The rows of one document: problems first, each a row; then what passed and what does not apply, an item a row. */
export function checklistOf(brief: Brief, lang: Language): ChecklistRow[] {
  const rows: ChecklistRow[] = shownFindings(brief).map((finding) => {
    const excuse = excuseOf(finding, brief, lang);
    const page = pageOf(finding, brief);
    const crop = brief.crops?.[finding.fingerprint];
    return {
      item: lang === "en" ? finding.titleEn : finding.title,
      relation: finding.relation,
      // A finding of the lowest severity is a remark: it fails nothing.
      result: isExcused(finding, brief) ? "accepted" : finding.severity === "info" ? "passed" : "failed",
      severity: finding.severity as "error" | "warning" | "info",
      problem: messageOf(finding, lang) + (excuse === "" ? "" : lang === "zh" ? `（${excuse}）` : ` (${excuse})`),
      suggestion: (lang === "en" ? finding.suggestionEn : finding.suggestion) ?? "",
      place: placesOf(finding, brief, lang).slice(0, 3).join("；"),
      ...(page === undefined ? {} : { page }),
      ...(crop === undefined ? {} : { crop }),
      basis: finding.basis[lang],
    };
  });
  const found = new Set(rows.map(({ relation }) => relation));
  for (const { relation, title, titleEn, notApplicable, notCheckable, holds, rounding } of brief.ledger.relations) {
    if (found.has(relation)) continue;
    const result: Result = notApplicable
      ? "not-applicable"
      : holds + rounding === 0 && notCheckable.length > 0
        ? "not-checkable"
        : "passed";
    const why = notApplicable ?? (result === "not-checkable" ? notCheckable[0] : undefined);
    const item = lang === "en" ? titleEn : title;
    rows.push({ item, relation, result, problem: why?.[lang] ?? "", suggestion: "", place: "", basis: "" });
  }
  return rows.sort((left, right) => ORDER.indexOf(left.result) - ORDER.indexOf(right.result));
}
