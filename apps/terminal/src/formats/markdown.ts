import type { Brief } from "../check/entry.ts";
import { countOf } from "../check/outcome.ts";
import {
  errorOf,
  excuseOf,
  figuresOf,
  messageOf,
  odditiesOf,
  placesOf,
  SEVERITY,
  shownFindings,
  summaryOf,
  titleOf,
} from "../check/wording.ts";
import { collecting, type Format, type FormatContext } from "./format.ts";

/** For an issue, a merge request or a wiki: a table of all documents, then each with its findings. */
export function markdown({ lang, rounding }: FormatContext): Format {
  return collecting((briefs, tally) => {
    const zh = lang === "zh";
    const lines = [
      zh ? "# 部门决算核对报告" : "# Check of final accounts",
      "",
      summaryOf(tally, lang),
      "",
      zh ? "| 部门 | 错误 | 提示 | 文件 |" : "| Department | Errors | Warnings | File |",
      "|---|---:|---:|---|",
      ...briefs.map((brief) => {
        const counts = brief.error ? ["—", "—"] : [countOf(brief, "error"), countOf(brief, "warning")];
        return `| ${escape(titleOf(brief, lang))} | ${counts.join(" | ")} | ${escape(brief.file)} |`;
      }),
      "",
    ];
    for (const brief of briefs) lines.push(...documentOf(brief, lang, rounding));
    return `${lines.join("\n").trimEnd()}\n`;
  });
}

function documentOf(brief: Brief, lang: "zh" | "en", rounding: boolean): string[] {
  const lines = [`## ${escape(titleOf(brief, lang))}`, ""];
  if (brief.error)
    return [...lines, `**${lang === "zh" ? "未检查" : "Not checked"}**: ${escape(errorOf(brief, lang))}`, ""];
  lines.push(figuresOf(brief, lang), "");
  const oddities = odditiesOf(brief, lang);
  if (oddities.length > 0) lines.push(...oddities.map((oddity) => `> ${escape(oddity)}  `), "");
  for (const finding of shownFindings(brief, rounding)) {
    const { mark, [lang]: word } = SEVERITY[finding.severity];
    lines.push(`- ${mark} **${word}** ${escape(messageOf(finding, lang))} \`${finding.relation}\``);
    const excuse = excuseOf(finding, brief, lang);
    const suggestion = lang === "en" ? finding.suggestionEn : finding.suggestion;
    for (const more of [suggestion ? `→ ${suggestion}` : "", excuse, ...placesOf(finding, brief, lang)]) {
      if (more !== "") lines.push(`  - ${escape(more)}`);
    }
  }
  for (const cured of brief.baseline?.cured ?? []) {
    lines.push(`- ✓ **${lang === "zh" ? "已改正" : "cured"}** ${escape(messageOf(cured, lang))}`);
  }
  return [...lines, ""];
}

/** What Markdown would take for its own signs. */
const escape = (text: string) => text.replace(/[\\`*_[\]<>|#]/g, "\\$&").replace(/\r?\n/g, " ");
