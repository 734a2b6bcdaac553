import type { Unit } from "@juesuan/core";
import type { Grid, GridCell, GridPart } from "./grid.ts";
import { dataAttributes } from "./document/twin.ts";
import { escapeMarkup as escape } from "./markup.ts";
import { widthsOf } from "./spreadsheet/widths.ts";

/** A grid as an HTML table with its title, unit and notes. Figures carry the key that they state. */
export function gridToHtml(grid: Grid): string {
  const row = (cells: readonly GridCell[], tag: "th" | "td"): string =>
    `<tr>${cells
      .map(({ kind, text, across, down, key, missing, parts, value, unit }) => {
        const isTotal = kind === "label" && (across ?? 1) > 1 && grid.printed === undefined;
        const attributes = [
          across === undefined ? "" : ` colspan="${across}"`,
          down === undefined ? "" : ` rowspan="${down}"`,
          kind === "heading" ? "" : ` class="${isTotal ? "total" : kind}"`,
        ].join("");
        const content = missing
          ? `<mark class="gap" data-gap="${escape(key ?? "")}">${escape(text)}</mark>`
          : parts
            ? parts.map((part) => stated(part, grid)).join("")
            : stated({ text, key, value, unit }, grid);
        return `<${tag}${attributes}>${content}</${tag}>`;
      })
      .join("")}</tr>`;
  const notes = [grid.remark, grid.emptiness].filter((note) => note !== undefined);
  return [
    `<p class="table-title">${escape(grid.title)}</p>`,
    ...(grid.mark === undefined ? [] : [`<p class="table-mark">${escape(grid.mark)}</p>`]),
    ...(grid.department === undefined ? [] : [`<p class="table-department">编制单位：${escape(grid.department)}</p>`]),
    ...(grid.unit === "" ? [] : [`<p class="table-unit">${escape(grid.unit)}</p>`]),
    `<table>${columnsOf(grid)}<thead>${grid.head.map((cells) => row(cells, "th")).join("")}</thead>`,
    `<tbody>${grid.rows.map((cells) => row(cells, "td")).join("")}</tbody></table>`,
    ...notes.map((note) => `<p class="table-note">${escape(note)}</p>`),
  ].join("\n");
}

type Stated = { readonly [K in "key" | "value" | "unit"]?: GridPart[K] | undefined } & Pick<GridPart, "text">;

function stated({ text, key, value, unit }: Stated, grid: Grid): string {
  if (key === undefined || text === "") return escape(text);
  const attributes = dataAttributes(key, value ?? text, unit ?? UNITS[grid.unit] ?? "ten-thousand-yuan");
  return `<data ${attributes}>${escape(text)}</data>`;
}

/** Columns as wide, among each other, as what they hold. */
function columnsOf(grid: Grid): string {
  const widths = widthsOf(grid);
  const whole = widths.reduce((sum, width) => sum + width, 0);
  return `<colgroup>${widths.map((width) => `<col style="width:${Math.round((width / whole) * 1000) / 10}%">`).join("")}</colgroup>`;
}

const UNITS: Readonly<Record<string, Unit>> = {
  "单位：元": "yuan",
  "单位：万元": "ten-thousand-yuan",
  "单位：亿元": "hundred-million-yuan",
};
