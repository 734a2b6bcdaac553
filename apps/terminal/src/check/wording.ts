import type { Source } from "@juesuan/core";
import type { Language } from "../streams.ts";
import type { Entry } from "./entries.ts";
import { countOf, type Tally } from "./outcome.ts";

// The words of the check, shared by the plain text and the screen.

type Finding = Entry["findings"][number];
export type Severity = Finding["severity"];

export const SEVERITY: Readonly<Record<Severity, { mark: string; zh: string; en: string; color: "red" | "yellow" | "cyan" | "gray" }>> = {
  error: { mark: "✗", zh: "错误", en: "error", color: "red" },
  warning: { mark: "!", zh: "提示", en: "warning", color: "yellow" },
  info: { mark: "·", zh: "参考", en: "info", color: "cyan" },
  rounding: { mark: "≈", zh: "舍入", en: "rounding", color: "gray" },
};

/** Worst first; what rounding explains is not shown to people unless they ask. */
export function shownFindings(entry: Entry, withRounding: boolean): Finding[] {
  const order: Severity[] = ["error", "warning", "info", ...(withRounding ? (["rounding"] as const) : [])];
  return order.flatMap((severity) => entry.findings.filter((finding) => finding.severity === severity));
}

export function titleOf(entry: Entry, lang: Language): string {
  if (entry.error || !entry.department) return entry.file;
  return lang === "zh" ? `${entry.fiscalYear ?? "?"} 年度 ${entry.department}` : `${entry.department}, ${entry.fiscalYear ?? "?"}`;
}

export function figuresOf(entry: Entry, lang: Language): string {
  const { printed, bound, unbound } = entry.figures;
  const rate = printed === 0 ? "" : ` (${((100 * bound) / printed).toFixed(1)}%)`;
  const [errors, warnings] = [countOf(entry, "error"), countOf(entry, "warning")];
  return lang === "zh"
    ? `数字 ${printed} 个，识别 ${bound} 个${rate}，未识别 ${unbound} 个；错误 ${errors} 处，提示 ${warnings} 处`
    : `${printed} figures, ${bound} bound${rate}, ${unbound} unbound; ${errors} error(s), ${warnings} warning(s)`;
}

export function messageOf(finding: Finding, lang: Language): string {
  const { messageEn } = finding as { messageEn?: unknown };
  return lang === "en" && typeof messageEn === "string" ? messageEn : finding.message;
}

/** The places of a finding, each once: 第二部分 › 五、… › 表6 行 列 · 第12页. */
export function placesOf(finding: Finding, lang: Language): string[] {
  const { sources } = finding as { sources?: readonly Source[] };
  return [...new Set((sources ?? []).map((source) => placeOf(source, lang)))].filter((place) => place !== "");
}

function placeOf(source: Source, lang: Language): string {
  const path = [source.part, ...(source.section?.split(" / ") ?? []), source.table, source.row, source.column]
    .filter((step): step is string => step !== undefined && step !== "")
    .filter((step, index, steps) => step !== steps[index - 1])
    .join(" › ");
  const page = source.page === undefined ? "" : lang === "zh" ? `第${source.page}页` : `page ${source.page}`;
  const printed = source.text ? `“${source.text}”` : "";
  return [path, page, printed].filter((part) => part !== "").join(" ");
}

export function summaryOf({ documents, unreadable, errors, warnings }: Tally, lang: Language): string {
  if (lang === "en") {
    return `${documents} document(s): ${errors} error(s), ${warnings} warning(s)${unreadable > 0 ? `, ${unreadable} not checked` : ""}.`;
  }
  return `共 ${documents} 份：错误 ${errors} 处，提示 ${warnings} 处${unreadable > 0 ? `，未能检查 ${unreadable} 份` : ""}。`;
}
