import type { Block, WrittenCell, WrittenDisclosure, WrittenTable } from "./document.ts";

/** The disclosure as plain text with Markdown tables: what is merged is repeated. */
export function toText(disclosure: WrittenDisclosure): string {
  return `${disclosure.blocks.map(render).join("\n\n")}\n`;
}

function render(block: Block): string {
  switch (block.kind) {
    case "cover":
      return block.lines.join("\n\n");
    case "contents":
      return ["目录", ...block.entries].join("\n\n");
    case "part":
    case "heading":
    case "paragraph":
    case "note":
      return block.text;
    case "table":
      return table(block);
    case "page":
      return "";
  }
}

function table({ title, unit, head, rows, widths }: WrittenTable): string {
  const lines = rectangle([...head, ...rows], widths.length, head.length);
  const line = (cells: readonly string[]): string => `| ${cells.join(" | ")} |`;
  return [
    title,
    "",
    unit,
    "",
    line(lines[0]!),
    `|${widths.map(() => "---").join("|")}|`,
    ...lines.slice(1).map(line),
  ].join("\n");
}

/** Rows of equal length: a merged heading is repeated over its columns and rows, a merged label stands once. */
function rectangle(rows: readonly (readonly WrittenCell[])[], width: number, headings: number): string[][] {
  const grid: (string | undefined)[][] = rows.map(() => Array.from({ length: width }, () => undefined));
  rows.forEach((cells, row) => {
    let column = 0;
    for (const cell of cells) {
      while (grid[row]![column] !== undefined) column++;
      const { text, across = 1, down = 1 } = typeof cell === "string" ? { text: cell } : cell;
      const isLabel = row >= headings;
      for (let below = 0; below < down; below++) {
        for (let beside = 0; beside < across; beside++) {
          const place = grid[row + below];
          if (place) place[column + beside] = isLabel && beside > 0 ? "" : text;
        }
      }
      column += across;
    }
  });
  return grid.map((cells) => cells.map((cell) => cell ?? ""));
}
