import type { Paragraph, ReadDocument, Table } from "@juesuan/core";

/** What is done to a document, at offsets of its text. */
export interface Edits {
  readonly replaced: readonly Replacement[];
  /** Rows of tables that are left out. */
  readonly rows: readonly { readonly table: Table; readonly row: number }[];
}

export interface Replacement {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** A document that was read, set as a web page of the same paragraphs and tables. */
export function setAgain(document: ReadDocument, { replaced, rows }: Edits): string {
  const within = (start: number, end: number, text: string): string => {
    const own = replaced.filter((edit) => edit.start >= start && edit.end <= end);
    if (own.length === 0) return text;
    let words = document.text.slice(start, end);
    for (const edit of own.toSorted((a, b) => b.start - a.start))
      words = words.slice(0, edit.start - start) + edit.text + words.slice(edit.end - start);
    return words;
  };
  const isGone = (start: number, end: number): boolean =>
    replaced.some((edit) => edit.text === "" && edit.start <= start && edit.end >= end);
  const paragraph = (block: Paragraph): string => {
    const words = escaped(within(block.start, block.end, document.text.slice(block.start, block.end)));
    const tag = block.role === "heading" ? `h${Math.min(6, block.level ?? 3)}` : "p";
    return `<${tag}>${words}</${tag}>`;
  };
  const table = (block: Table): string => {
    const gone = new Set(rows.filter((entry) => entry.table === block).map(({ row }) => row));
    const lines = Array.from({ length: block.rowCount }, (_, row) => {
      if (gone.has(row)) return "";
      const cells = block.cells
        .filter((cell) => cell.row === row)
        .map((cell) => {
          const spans = `${cell.columnSpan > 1 ? ` colspan="${cell.columnSpan}"` : ""}${cell.rowSpan > 1 ? ` rowspan="${cell.rowSpan}"` : ""}`;
          return `<td${spans}>${escaped(within(cell.start, cell.end, cell.text))}</td>`;
        });
      return `<tr>${cells.join("")}</tr>`;
    });
    return `<table>${lines.join("\n")}</table>`;
  };
  const body = document.blocks
    .filter(({ start, end }) => !isGone(start, end))
    .map((block) => (block.kind === "table" ? table(block) : paragraph(block)));
  return `<!doctype html><html lang="zh-CN"><head><meta charset="utf-8"></head><body>\n${body.join("\n")}\n</body></html>`;
}

function escaped(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
}
