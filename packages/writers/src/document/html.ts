import type { DraftBlock, DraftDocument, Run } from "../draft/document.ts";
import { gridToHtml } from "../html.ts";
import { escapeMarkup as escape } from "../markup.ts";
import { chartToSvg } from "./chart.ts";
import { datasetOf } from "./dataset.ts";
import { STYLE } from "./style.ts";
import { dataAttributes } from "./twin.ts";

/**
 * The disclosure as one page that a browser shows and prints, and that programs read without guessing: every figure says
 * what it states (see docs/twin.md).
 */
export function draftToHtml(document: DraftDocument): string {
  return `<!doctype html>
<html lang="zh-CN" data-juesuan="1" data-profile="${escape(document.profile)}" data-department="${escape(document.department)}" data-fiscal-year="${document.fiscalYear}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escape(document.title)}</title>
<script type="application/ld+json">${datasetOf(document)}</script>
<style>${STYLE}</style>
</head>
<body>
<main>
${document.blocks.map(block).join("\n")}
</main>
</body>
</html>
`;
}

function block(own: DraftBlock): string {
  switch (own.kind) {
    case "cover":
      return `<div class="cover">${own.lines.map((line) => `<h1>${escape(line)}</h1>`).join("")}${own.date === undefined ? "" : `<p>公开时间：${escape(own.date)}</p>`}</div>`;
    case "contents":
      return `<div class="contents"><p class="contents-title">目录</p>${own.entries.map(({ level, text, anchor }) => `<p class="level-${level}"><a href="#${anchor}">${escape(text)}</a></p>`).join("")}</div>`;
    case "part":
      return `<h2 id="${own.anchor}">${escape(own.text)}</h2>`;
    case "heading":
      return `<h${own.level + 2} id="${own.anchor}">${escape(own.text)}</h${own.level + 2}>`;
    case "paragraph":
      return `<p>${own.runs.map(run).join("")}</p>`;
    case "chart":
      return `<figure>${chartToSvg(own.chart)}<figcaption>${escape(own.chart.title)}</figcaption></figure>`;
    case "table":
      return `<div class="table${paperOf(own.grid.columnCount)}" id="${own.anchor}">${gridToHtml(own.grid)}</div>`;
  }
}

/** The paper that a table of so many columns is printed on; none of it may be cut off. */
function paperOf(columns: number): string {
  if (columns > 28) return " vast";
  if (columns > 14) return " huge";
  return columns > 8 ? " wide" : "";
}

function run(own: Run): string {
  if (own.kind === "text") return escape(own.text);
  if (own.kind === "gap") return `<mark class="gap" data-gap="${escape(own.id)}">${escape(own.text)}</mark>`;
  return `<data ${dataAttributes(own.key, own.text, own.unit, own.direction)}>${escape(own.text)}</data>`;
}
