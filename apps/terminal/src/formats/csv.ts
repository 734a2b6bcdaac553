import type { Brief } from "../check/entry.ts";
import { errorOf, excuseOf, messageOf, pageOf, placesOf, SEVERITY, shownFindings } from "../check/wording.ts";
import type { Format, FormatContext } from "./format.ts";

const COLUMNS = {
  zh: [
    "文件",
    "部门",
    "年度",
    "程度",
    "检查项",
    "编号",
    "问题",
    "印作",
    "应为",
    "建议",
    "位置",
    "页码",
    "依据",
    "状态",
  ],
  en: [
    "file",
    "department",
    "fiscal year",
    "severity",
    "item",
    "relation",
    "problem",
    "stated",
    "expected",
    "suggestion",
    "place",
    "page",
    "basis",
    "status",
  ],
} as const;

/** RFC 4180, one finding a row. It begins with a byte order mark: without one, Excel takes Chinese for Latin. */
export function csv({ lang, rounding }: FormatContext): Format {
  let first = true;
  const header = () => {
    if (!first) return "";
    first = false;
    return `\ufeff${rowOf(COLUMNS[lang])}`;
  };
  return {
    add: ({ brief }) => header() + rowsOf(brief, lang, rounding).map(rowOf).join(""),
    finish: header,
  };
}

function rowsOf(brief: Brief, lang: "zh" | "en", rounding: boolean): string[][] {
  const document = [brief.file, brief.department ?? "", String(brief.fiscalYear ?? "")];
  if (brief.error) {
    const unread = lang === "en" ? "not checked" : "未检查";
    return [[...document, unread, "", brief.error.code, errorOf(brief, lang), "", "", "", "", "", "", ""]];
  }
  return shownFindings(brief, rounding).map((finding) => [
    ...document,
    SEVERITY[finding.severity][lang],
    lang === "en" ? finding.titleEn : finding.title,
    finding.relation,
    messageOf(finding, lang),
    finding.stated ?? "",
    finding.expected ?? "",
    (lang === "en" ? finding.suggestionEn : finding.suggestion) ?? "",
    placesOf(finding, brief, lang).join("；"),
    String(pageOf(finding, brief) ?? ""),
    finding.basis[lang],
    excuseOf(finding, brief, lang),
  ]);
}

const rowOf = (cells: readonly string[]) => `${cells.map(cellOf).join(",")}\r\n`;

function cellOf(text: string): string {
  // A spreadsheet would run a cell that begins like a formula; a number may keep its sign.
  const safe = /^[=+\-@\t\r]/.test(text) && !/^[+-]?\d[\d.,]*%?$/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
