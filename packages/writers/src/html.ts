import type { Grid, GridCell } from "./grid.ts";
import { escapeMarkup as escape } from "./markup.ts";

/** A grid as an HTML table with its title, unit and notes. Figures carry the key that they state. */
export function gridToHtml(grid: Grid): string {
  const row = (cells: readonly GridCell[], tag: "th" | "td"): string =>
    `<tr>${cells
      .map(({ kind, text, across, down, key }) => {
        const attributes = [
          across === undefined ? "" : ` colspan="${across}"`,
          down === undefined ? "" : ` rowspan="${down}"`,
          kind === "heading" ? "" : ` class="${kind}"`,
          key === undefined || text === "" ? "" : ` data-key="${escape(key)}"`,
        ].join("");
        return `<${tag}${attributes}>${escape(text)}</${tag}>`;
      })
      .join("")}</tr>`;
  const notes = [grid.remark, grid.emptiness].filter((note) => note !== undefined);
  return [
    `<p class="table-title">${escape(grid.title)}</p>`,
    `<p class="table-unit">${escape(grid.unit)}</p>`,
    `<table><thead>${grid.head.map((cells) => row(cells, "th")).join("")}</thead>`,
    `<tbody>${grid.rows.map((cells) => row(cells, "td")).join("")}</tbody></table>`,
    ...notes.map((note) => `<p class="table-note">${escape(note)}</p>`),
  ].join("\n");
}
