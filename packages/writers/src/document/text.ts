import type { DraftBlock, DraftDocument } from "../draft/document.ts";
import { wordsOf } from "../draft/document.ts";
import { gridToMarkdown } from "../text.ts";

/** The disclosure as Markdown: headings, paragraphs and tables; charts are told by their tables of numbers elsewhere. */
export function draftToMarkdown({ blocks }: DraftDocument): string {
  return `${blocks
    .map(markdown)
    .filter((text) => text !== "")
    .join("\n\n")}\n`;
}

function markdown(block: DraftBlock): string {
  switch (block.kind) {
    case "cover":
      return [`# ${block.lines.join("")}`, ...(block.date === undefined ? [] : [`公开时间：${block.date}`])].join(
        "\n\n",
      );
    case "contents":
      return ["# 目录", ...block.entries.map(({ level, text }) => (level === 0 ? `**${text}**` : text))].join("\n\n");
    case "part":
      return `# ${block.text}`;
    case "heading":
      return `${"#".repeat(block.level + 1)} ${block.text}`;
    case "paragraph":
      return wordsOf(block.runs);
    case "table":
      return gridToMarkdown(block.grid).trimEnd();
    case "chart":
      return "";
  }
}

/** The disclosure as plain text: one paragraph a line, tables with bars between their columns. */
export function draftToText({ blocks }: DraftDocument): string {
  return `${blocks
    .map((block) => {
      switch (block.kind) {
        case "cover":
          return [...block.lines, ...(block.date === undefined ? [] : [`公开时间：${block.date}`])].join("\n\n");
        case "contents":
          return ["目录", ...block.entries.map(({ text }) => text)].join("\n\n");
        case "part":
        case "heading":
          return block.text;
        default:
          return markdown(block);
      }
    })
    .filter((text) => text !== "")
    .join("\n\n")}\n`;
}
