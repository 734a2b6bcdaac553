import type { ReadDocument, Table } from "@juesuan/core";

// Documents as tests compare them.

export const tablesOf = (document: ReadDocument) => document.blocks.filter((block) => block.kind === "table");
/** The role and the words of each paragraph. */
export const paragraphsOf = (document: ReadDocument) =>
  document.blocks.flatMap((block) =>
    block.kind === "paragraph" ? [`${block.role}: ${document.text.slice(block.start, block.end)}`] : [],
  );
/** A row a line, cells parted by |, spans in braces as rows × columns. */
export const shown = (table: Table) => {
  const rows: string[][] = Array.from({ length: table.rowCount }, () => []);
  for (const { row, rowSpan, columnSpan, text: words } of table.cells)
    rows[row]!.push(words + (rowSpan > 1 || columnSpan > 1 ? `{${rowSpan}×${columnSpan}}` : ""));
  return rows.map((row) => row.join("|"));
};
