import type { Crop } from "@juesuan/readers/pdf";
import type { Brief } from "../check/entry.ts";
import { countOf, type Tally } from "../check/outcome.ts";
import { errorOf, figuresOf, messageOf, odditiesOf, SEVERITY, summaryOf, titleOf } from "../check/wording.ts";
import { checklistOf, RESULTS, type ChecklistRow } from "./checklist.ts";
import { collecting, type Format, type FormatContext } from "./format.ts";
import { escapeMarkup } from "./markup.ts";

/** The report that a bureau sends back: one page that needs nothing else, for the screen and for paper. */
export function html(context: FormatContext): Format {
  return collecting((briefs, tally) => pageOf(briefs, tally, context));
}

const STYLE = `
:root { color-scheme: light dark; --ink: #1c1f24; --soft: #5b6470; --line: #d5dae1; --ground: #fff; --bad: #b3261e; --warn: #8a5a00; --good: #1d6b3a }
@media (prefers-color-scheme: dark) { :root { --ink: #e7eaee; --soft: #9aa4b0; --line: #3a4049; --ground: #16191d; --bad: #ff8a80; --warn: #f0b95a; --good: #7fd09b } }
* { box-sizing: border-box }
body { margin: 0 auto; max-width: 72rem; padding: 1.5rem; font: 15px/1.6 system-ui, "Noto Sans CJK SC", "PingFang SC", "Microsoft YaHei", sans-serif; color: var(--ink); background: var(--ground) }
h1 { font-size: 1.6rem } h2 { font-size: 1.2rem; margin-top: 2.5rem; border-top: 2px solid var(--line); padding-top: 1rem }
table { width: 100%; border-collapse: collapse; margin: .75rem 0 }
th, td { border: 1px solid var(--line); padding: .35rem .5rem; text-align: left; vertical-align: top; overflow-wrap: anywhere }
th { white-space: nowrap } td.n { text-align: right; font-variant-numeric: tabular-nums; white-space: nowrap }
.soft { color: var(--soft) } .failed { color: var(--bad); font-weight: 600; white-space: nowrap } .passed, .cured { color: var(--good); white-space: nowrap }
.accepted, .not-checkable, .not-applicable { color: var(--soft); white-space: nowrap } .warning { color: var(--warn) }
img { max-width: 100%; height: auto; border: 1px solid var(--line); background: #fff; margin-top: .25rem }
summary { cursor: pointer; color: var(--soft) }
@media print { body { padding: 0; font-size: 11pt } h2 { break-before: page; border: 0 } details { display: none } }
`;

function pageOf(briefs: readonly Brief[], tally: Tally, { lang, version, moment }: FormatContext): string {
  const zh = lang === "zh";
  const title = zh ? "部门决算公开核对报告" : "Check of final accounts disclosures";
  const heads = zh ? ["部门", "错误", "提示", "文件"] : ["Department", "Errors", "Warnings", "File"];
  const overview = briefs.map((brief, index) => {
    const counts = brief.error
      ? `<td colspan="2" class="failed">${zh ? "未检查" : "not checked"}</td>`
      : `<td class="n">${countOf(brief, "error")}</td><td class="n">${countOf(brief, "warning")}</td>`;
    return `<tr><td><a href="#d${index + 1}">${escapeMarkup(titleOf(brief, lang))}</a></td>${counts}<td class="soft">${escapeMarkup(brief.file)}</td></tr>`;
  });
  return `<!doctype html>
<html lang="${zh ? "zh-CN" : "en"}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title}</title>
<style>${STYLE}</style>
</head>
<body>
<h1>${title}</h1>
<p>${escapeMarkup(summaryOf(tally, lang))} <span class="soft">${moment.toISOString().slice(0, 10)} · juesuan ${escapeMarkup(version)}</span></p>
<table><thead><tr>${heads.map((head) => `<th>${head}</th>`).join("")}</tr></thead>
<tbody>
${overview.join("\n")}
</tbody></table>
${briefs.map((brief, index) => sectionOf(brief, index, lang)).join("\n")}
</body>
</html>
`;
}

function sectionOf(brief: Brief, index: number, lang: "zh" | "en"): string {
  const zh = lang === "zh";
  const heading = `<h2 id="d${index + 1}">${escapeMarkup(titleOf(brief, lang))}</h2>\n<p class="soft">${escapeMarkup(brief.file)}</p>`;
  if (brief.error) return `${heading}\n<p class="failed">${escapeMarkup(errorOf(brief, lang))}</p>`;
  const rows = checklistOf(brief, lang);
  const problems = rows.filter(({ severity }) => severity !== undefined);
  const others = rows.filter(({ severity }) => severity === undefined);
  const cured = (brief.baseline?.cured ?? []).map(
    (finding) => `<li class="cured">✓ ${escapeMarkup(messageOf(finding, lang))}</li>`,
  );
  return `${heading}
<p>${escapeMarkup(figuresOf(brief, lang))} <span class="soft">${escapeMarkup(brief.ledger.headline[lang])}</span></p>
${odditiesOf(brief, lang)
  .map((oddity) => `<p class="soft">${escapeMarkup(oddity)}</p>`)
  .join("")}
${problems.length === 0 ? `<p class="passed">${zh ? "没有发现问题。" : "No problem was found."}</p>` : tableOf(problems, lang)}
${cured.length === 0 ? "" : `<p>${zh ? "较上次已改正" : "Cured since the earlier report"}</p><ul>${cured.join("")}</ul>`}
${others.length === 0 ? "" : `<details><summary>${zh ? `其余 ${others.length} 项` : `${others.length} other items`}</summary>${tableOf(others, lang)}</details>`}`;
}

function tableOf(rows: readonly ChecklistRow[], lang: "zh" | "en"): string {
  const heads =
    lang === "zh" ? ["检查项", "结论", "问题", "页", "依据"] : ["Item", "Result", "Problem", "Page", "Basis"];
  const body = rows.map(({ item, result, severity, problem, suggestion, place, page, crop, basis }) => {
    const remark =
      severity === undefined || severity === "error" ? "" : ` <span class="warning">${SEVERITY[severity][lang]}</span>`;
    const sentence = [
      escapeMarkup(problem),
      suggestion === "" ? "" : `→ ${escapeMarkup(suggestion)}`,
      place === "" ? "" : `<span class="soft">${escapeMarkup(place)}</span>`,
      crop ? pictureOf(crop, place, lang) : "",
    ].filter((line) => line !== "");
    return `<tr><td>${escapeMarkup(item)}</td><td><span class="${result}">${RESULTS[result][lang]}</span>${remark}</td><td>${sentence.join("<br>")}</td><td class="n">${page ?? ""}</td><td class="soft">${escapeMarkup(basis)}</td></tr>`;
  });
  return `<table><thead><tr>${heads.map((head) => `<th>${head}</th>`).join("")}</tr></thead><tbody>\n${body.join("\n")}\n</tbody></table>`;
}

/** The piece of the page itself, in the file: the report goes out as one. */
function pictureOf({ png, width, height }: Crop, place: string, lang: "zh" | "en"): string {
  const alt = lang === "zh" ? `原文截图：${place}` : `as printed: ${place}`;
  return `<img src="data:image/png;base64,${Buffer.from(png).toString("base64")}" width="${Math.round(width / 1.25)}" height="${Math.round(height / 1.25)}" alt="${escapeMarkup(alt)}">`;
}
