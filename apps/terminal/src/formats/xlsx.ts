import type { Brief } from "../check/entry.ts";
import { countOf, type Tally } from "../check/outcome.ts";
import { errorOf, messageOf, odditiesOf, SEVERITY, summaryOf, titleOf } from "../check/wording.ts";
import type { Language } from "../streams.ts";
import { checklistOf, RESULTS, type Result } from "./checklist.ts";
import { collecting, type Format, type FormatContext } from "./format.ts";
import { workbookOf, type Sheet, type SheetCell, type Style } from "./workbook.ts";

/** The workbook that a bureau sends back to departments: an overview, the checklist, and what was cured. */
export function xlsx(context: FormatContext): Format {
  return collecting((briefs, tally) => {
    const sheets = [overviewOf(briefs, tally, context), checklistSheet(briefs, context.lang)];
    return workbookOf(context.compared ? [...sheets, curedSheet(briefs, context.lang)] : sheets);
  });
}

const STYLE: Readonly<Record<Result, Style>> = {
  failed: "bad",
  passed: "good",
  accepted: "soft",
  "not-checkable": "soft",
  "not-applicable": "soft",
};

function overviewOf(briefs: readonly Brief[], tally: Tally, { lang, moment, version }: FormatContext): Sheet {
  const zh = lang === "zh";
  return {
    name: zh ? "总览" : "Overview",
    widths: [44, 9, 11, 9, 9, 11, 11, 40, 48],
    preamble: [
      zh ? "部门决算公开核对报告" : "Check of final accounts disclosures",
      `${summaryOf(tally, lang)} ${moment.toISOString().slice(0, 10)} · juesuan ${version}`,
    ],
    header: zh
      ? ["部门", "年度", "结论", "错误", "提示", "印出数字", "未识别", "文件", "说明"]
      : ["Department", "Year", "Result", "Errors", "Warnings", "Figures", "Unbound", "File", "Remark"],
    rows: briefs.map((brief) => {
      const errors = countOf(brief, "error");
      const verdict: SheetCell = brief.error
        ? { value: zh ? "未检查" : "not checked", style: "bad" }
        : { value: RESULTS[errors > 0 ? "failed" : "passed"][lang], style: errors > 0 ? "bad" : "good" };
      const counts: SheetCell[] = brief.error
        ? [{ value: "" }, { value: "" }, { value: "" }, { value: "" }]
        : [
            { value: errors },
            { value: countOf(brief, "warning") },
            { value: brief.figures.printed },
            { value: brief.figures.unbound },
          ];
      return [
        { value: brief.department ?? titleOf(brief, lang) },
        { value: brief.fiscalYear ?? "" },
        verdict,
        ...counts,
        { value: brief.file, style: "soft" },
        {
          value: brief.error
            ? errorOf(brief, lang)
            : [brief.ledger.headline[lang], ...odditiesOf(brief, lang)].join(" "),
          style: "soft",
        },
      ];
    }),
  };
}

/** In characters: as wide as the pieces of pages are shown. */
const PICTURE_WIDTH = 52;

function checklistSheet(briefs: readonly Brief[], lang: Language): Sheet {
  const zh = lang === "zh";
  return {
    name: zh ? "核对清单" : "Checklist",
    widths: [34, 8, 28, 12, 9, 70, 46, 44, 7, PICTURE_WIDTH, 44, 30],
    preamble: [],
    header: zh
      ? ["部门", "年度", "检查项", "结论", "程度", "问题", "建议", "位置", "页码", "原文截图", "依据", "文件"]
      : [
          "Department",
          "Year",
          "Item",
          "Result",
          "Severity",
          "Problem",
          "Suggestion",
          "Place",
          "Page",
          "As printed",
          "Basis",
          "File",
        ],
    rows: briefs.flatMap((brief) => {
      if (brief.error) return [];
      return checklistOf(brief, lang).map((row) => [
        { value: brief.department ?? brief.file },
        { value: brief.fiscalYear ?? "" },
        { value: row.item },
        { value: RESULTS[row.result][lang], style: STYLE[row.result] },
        { value: row.severity === undefined ? "" : SEVERITY[row.severity][lang] },
        { value: row.problem },
        { value: row.suggestion },
        { value: row.place, style: "soft" as const },
        { value: row.page ?? "" },
        { value: "", ...(row.crop ? { picture: row.crop } : {}) },
        { value: row.basis, style: "soft" as const },
        { value: brief.file, style: "soft" as const },
      ]);
    }),
  };
}

function curedSheet(briefs: readonly Brief[], lang: Language): Sheet {
  const zh = lang === "zh";
  return {
    name: zh ? "已改正" : "Cured",
    widths: [34, 8, 12, 80, 30],
    preamble: [],
    header: zh
      ? ["部门", "年度", "程度", "原先的问题", "检查项编号"]
      : ["Department", "Year", "Severity", "Problem that was", "Relation"],
    rows: briefs.flatMap((brief) =>
      (brief.baseline?.cured ?? []).map((finding) => [
        { value: brief.department ?? brief.file },
        { value: brief.fiscalYear ?? "" },
        { value: SEVERITY[finding.severity][lang] },
        { value: messageOf(finding, lang), style: "good" as const },
        { value: finding.relation, style: "soft" as const },
      ]),
    ),
  };
}
