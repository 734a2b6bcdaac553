import type { Finding, Fact } from "@juesuan/core";
import type { Language } from "../streams.ts";
import type { Brief } from "./entry.ts";
import { countOf, isExcused, type Severity, type Tally } from "./outcome.ts";

// The words of the check, shared by every format that people read.

type Source = Fact["source"];

export const SEVERITY: Readonly<
  Record<Severity, { mark: string; zh: string; en: string; color: "red" | "yellow" | "cyan" | "gray" }>
> = {
  error: { mark: "✗", zh: "错误", en: "error", color: "red" },
  warning: { mark: "!", zh: "提示", en: "warning", color: "yellow" },
  info: { mark: "·", zh: "参考", en: "info", color: "cyan" },
  rounding: { mark: "≈", zh: "舍入", en: "rounding", color: "gray" },
};

/** Worst first; what rounding explains is not shown to people unless they ask. */
export function shownFindings(brief: Pick<Brief, "findings">, withRounding = false): Finding[] {
  const order: Severity[] = ["error", "warning", "info", ...(withRounding ? (["rounding"] as const) : [])];
  return order.flatMap((severity) => brief.findings.filter((finding) => finding.severity === severity));
}

export function titleOf(brief: Brief, lang: Language): string {
  if (brief.error || !brief.department) return brief.file;
  const year = brief.fiscalYear ?? "?";
  return lang === "zh" ? `${year} 年度 ${brief.department}` : `${brief.department}, ${year}`;
}

export function figuresOf(brief: Brief, lang: Language): string {
  const { printed, bound, unbound } = brief.figures;
  const rate = printed === 0 ? "" : ` (${((100 * bound) / printed).toFixed(1)}%)`;
  const [errors, warnings] = [countOf(brief, "error"), countOf(brief, "warning")];
  return lang === "zh"
    ? `数字 ${printed} 个，识别 ${bound} 个${rate}，未识别 ${unbound} 个；错误 ${errors} 处，提示 ${warnings} 处`
    : `${printed} figures, ${bound} bound${rate}, ${unbound} unbound; ${errors} error(s), ${warnings} warning(s)`;
}

/** What was odd about a document is listed so far; a file with a note on every page would bury its findings. */
const ODDITIES = 5;

/** What was odd in reading: a page that is scanned, a sheet that is hidden, a statement that is no whole disclosure. */
export function odditiesOf({ reading: { oddities } }: Pick<Brief, "reading">, lang: Language): string[] {
  const all = [...new Set(oddities.map(({ message, messageEn }) => (lang === "en" ? messageEn : message)))];
  const hidden = all.length - ODDITIES;
  const more = hidden > 0 ? [lang === "zh" ? `……另有 ${hidden} 条` : `… and ${hidden} more`] : [];
  return [...all.slice(0, ODDITIES), ...more];
}

export function messageOf(finding: Pick<Finding, "message" | "messageEn">, lang: Language): string {
  return lang === "en" ? finding.messageEn : finding.message;
}

export function errorOf(brief: Brief, lang: Language): string {
  if (!brief.error) return "";
  return lang === "en" ? brief.error.messageEn : brief.error.message;
}

/** Why a finding is not held against the document; "" where it is. */
export function excuseOf(finding: Finding, brief: Brief, lang: Language): string {
  if (finding.acknowledged) {
    const { reason, by } = finding.acknowledged;
    const who = by === undefined ? "" : lang === "zh" ? `（${by}）` : ` (${by})`;
    return (lang === "zh" ? "已认可：" : "accepted: ") + reason + who;
  }
  if (isExcused(finding, brief)) return lang === "zh" ? "先前已有" : "known from the earlier report";
  return "";
}

/** Formats whose pages a person can turn to; the others are one page, whose number says nothing. */
const PAGED = new Set(["pdf", "xlsx", "xls"]);

/** The places of a finding, each once, what is to blame first: 五、… › 表6 行 列 第12页 “98.9”. */
export function placesOf(finding: Finding, brief: Brief, lang: Language): string[] {
  const sources = [...finding.culprits.map(({ source }) => source), ...finding.sources];
  const places = [...new Set(sources.map((source) => placeOf(source, brief, lang)))];
  // Where a number was left out nothing is printed: what is printed around it says the same place and more.
  return places.filter((place) => place !== "" && !places.some((other) => other.startsWith(`${place} `)));
}

export function placeOf(source: Source, { format }: Pick<Brief, "format">, lang: Language): string {
  // The section says in which part it stands.
  const path = [
    source.section ? "" : source.part,
    ...(source.section?.split(" / ") ?? []),
    source.table,
    source.row,
    source.column,
  ]
    .filter((step): step is string => step !== undefined && step !== "")
    .filter((step, index, steps) => step !== steps[index - 1])
    .join(" › ");
  const number = PAGED.has(format) ? source.page : undefined;
  const page = number === undefined ? "" : lang === "zh" ? `第${number}页` : `page ${number}`;
  const printed = source.text ? `“${source.text}”` : "";
  return [path, page, printed].filter((part) => part !== "").join(" ");
}

/** The page that a finding is on, for a person who turns to it. */
export function pageOf(finding: Finding, { format }: Pick<Brief, "format">): number | undefined {
  if (!PAGED.has(format)) return undefined;
  return [...finding.culprits.map(({ source }) => source), ...finding.sources].find(({ page }) => page !== undefined)
    ?.page;
}

export function summaryOf({ documents, unreadable, errors, warnings, excused }: Tally, lang: Language): string {
  if (lang === "en") {
    const more = [
      ...(excused > 0 ? [`${excused} accepted or known`] : []),
      ...(unreadable > 0 ? [`${unreadable} not checked`] : []),
    ];
    return `${documents} document(s): ${[`${errors} error(s)`, `${warnings} warning(s)`, ...more].join(", ")}.`;
  }
  const more = [
    ...(excused > 0 ? [`已认可或先前已有 ${excused} 处`] : []),
    ...(unreadable > 0 ? [`未能检查 ${unreadable} 份`] : []),
  ];
  return `共 ${documents} 份：${[`错误 ${errors} 处`, `提示 ${warnings} 处`, ...more].join("，")}。`;
}
