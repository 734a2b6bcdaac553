import type { Block, WrittenCell, WrittenDisclosure, WrittenTable } from "./document.ts";

/** How the page is set; differs from department to department. */
export interface Style {
  readonly font: string;
  /** `dotted`: only horizontal lines are ruled. */
  readonly rules: "full" | "horizontal" | "none";
  readonly size: number;
}

/** The disclosure as one HTML page for printing. */
export function toHtml(disclosure: WrittenDisclosure, style: Style): string {
  const border = {
    full: "td,th{border:0.6pt solid #000}",
    horizontal: "td,th{border-bottom:0.6pt solid #000}",
    none: "",
  }[style.rules];
  return `<!doctype html><html lang="zh-CN"><head><meta charset="utf-8"><title>${disclosure.department}${disclosure.fiscalYear}年度部门决算</title><style>
@page{size:A4;margin:20mm 18mm}
@page wide{size:A4 landscape}
@page huge{size:841mm 420mm}
body{font-family:${style.font};font-size:${style.size}pt;line-height:1.6}
p{margin:0;text-indent:2em;text-align:justify}
h1{font-size:22pt;text-align:center;margin-top:60mm}h2{font-size:16pt;text-align:center;margin:0 0 6mm}h3{font-size:${style.size}pt;margin:0}
table{border-collapse:collapse;width:100%;font-size:9pt;line-height:1.25}td,th{padding:1.5pt 2pt;font-weight:normal}
td.n{text-align:right}.unit{text-align:right;text-indent:0;font-size:9pt}.t{text-align:center;text-indent:0;font-size:14pt}.note{text-indent:0;font-size:9pt}
.c p{text-indent:0}.page{break-after:page}.wide{page:wide}.huge{page:huge}.huge table{font-size:7pt}${border}
</style></head><body>${disclosure.blocks.map(render).join("\n")}</body></html>`;
}

function render(block: Block): string {
  switch (block.kind) {
    case "cover":
      return block.lines.map((line) => `<h1>${line}</h1>`).join("");
    case "contents":
      return `<h2>目 录</h2><div class="c">${block.entries.map((entry) => `<p>${entry}</p>`).join("")}</div>`;
    case "part":
      return `<h2>${block.text}</h2>`;
    case "heading":
      return `<h3>${block.text}</h3>`;
    case "paragraph":
      return `<p>${block.text}</p>`;
    case "note":
      return `<p class="note">${block.text}</p>`;
    case "table":
      return table(block);
    case "page":
      return `<div class="page"></div>`;
  }
}

function table({ title, unit, head, rows, widths, landscape }: WrittenTable): string {
  const total = widths.reduce((sum, width) => sum + width, 0);
  const columns = widths.map((width) => `<col style="width:${((100 * width) / total).toFixed(2)}%">`).join("");
  const cells = (row: readonly WrittenCell[], tag: "td" | "th"): string =>
    row
      .map((cell) => {
        const { text, across = 1, down = 1 } = typeof cell === "string" ? { text: cell } : cell;
        const spans = `${across > 1 ? ` colspan="${across}"` : ""}${down > 1 ? ` rowspan="${down}"` : ""}`;
        const numeric = tag === "td" && /^[\d,]+\.\d\d$/.test(text) ? ' class="n"' : "";
        return `<${tag}${spans}${numeric}>${text}</${tag}>`;
      })
      .join("");
  return `<div${widths.length > 20 ? ' class="huge"' : landscape ? ' class="wide"' : ""}><p class="t">${title}</p><p class="unit">${unit}</p><table><colgroup>${columns}</colgroup><thead>${head
    .map((row) => `<tr>${cells(row, "th")}</tr>`)
    .join("")}</thead><tbody>${rows.map((row) => `<tr>${cells(row, "td")}</tr>`).join("")}</tbody></table></div>`;
}
