import type { LaidOutCell, LaidOutTable } from "./laid-out.ts";
import type { Heading } from "./spreadsheet.ts";

export interface PageStyle {
  readonly font: string;
  readonly size: number;
  readonly rules: "full" | "horizontal" | "outer" | "none";
  readonly landscape: boolean;
  /** Headings repeated on each page. */
  readonly repeat: boolean;
  /** Narrow columns: names break over lines. */
  readonly narrow?: boolean;
}

const escape = (text: string): string => text.replaceAll("&", "&amp;").replaceAll("<", "&lt;");

/** The tables as a web page, or for printing. */
export function toPage(tables: readonly LaidOutTable[], style: PageStyle, heading: Heading): string {
  const border = {
    full: "td,th{border:0.6pt solid #000}",
    horizontal: "td,th{border-top:0.6pt solid #000;border-bottom:0.6pt solid #000}",
    outer: "table{border:1pt solid #000}th{border-bottom:0.6pt solid #000}",
    none: "",
  }[style.rules];
  return `<!doctype html><html lang="zh-CN"><head><meta charset="utf-8"><title>部门决算</title><style>
@page{size:A4${style.landscape ? " landscape" : ""};margin:15mm}
body{font-family:${style.font};font-size:${style.size}pt;line-height:1.25}
table{border-collapse:collapse;width:${style.narrow ? "80%" : "100%"}}td,th{padding:1pt 2pt;font-weight:normal}
thead{display:${style.repeat ? "table-header-group" : "table-row-group"}}
td.n{text-align:right}.t{text-align:center;font-size:15pt;margin:0}.r{text-align:right;margin:0}.page{break-after:page}${border}
</style></head><body>${tables.map((table) => render(table, heading, style)).join('<div class="page"></div>')}</body></html>`;
}

function render(table: LaidOutTable, { department, unit }: Heading, style: PageStyle): string {
  const total = table.widths.reduce((sum, width) => sum + width, 0);
  const columns = table.widths.map((width) => `<col style="width:${((100 * width) / total).toFixed(2)}%">`).join("");
  const rows = (all: readonly (readonly LaidOutCell[])[], tag: "td" | "th"): string =>
    all.map((row) => `<tr>${row.map((cell) => written(cell, tag)).join("")}</tr>`).join("");
  return `<p class="t">${escape(table.title)}</p>${table.form === undefined ? "" : `<p class="r">${table.form}</p>`}<p class="r">部门：${escape(department)}　　　　　　　　金额单位：${unit}</p><table${style.rules === "full" ? ' border="1" cellspacing="0"' : ""}><colgroup>${columns}</colgroup><thead>${rows(table.head, "th")}</thead><tbody>${rows(table.rows, "td")}</tbody></table>${table.notes.map((text) => `<p>${escape(text)}</p>`).join("")}`;
}

function written({ text, across = 1, down = 1, key }: LaidOutCell, tag: "td" | "th"): string {
  const spans = `${across > 1 ? ` colspan="${across}"` : ""}${down > 1 ? ` rowspan="${down}"` : ""}`;
  return `<${tag}${spans}${key === undefined ? "" : ' class="n"'}>${escape(text)}</${tag}>`;
}
