import type { Block, Paragraph, ReadDocument, Table } from "@juesuan/core";
import { strToU8, zipSync } from "fflate";
import { setAgain } from "../seeding/page.ts";

// A document that was read, in each format that needs no other program to write.

export type Format = "html" | "txt" | "docx";

export const FORMATS: Readonly<Record<Format, (document: ReadDocument) => Uint8Array>> = {
  html: (document) => strToU8(setAgain(document, { replaced: [], rows: [] })),
  txt: (document) => strToU8(`${document.blocks.map((block) => plain(document, block)).join("\n\n")}\n`),
  docx: word,
};

const wordsOf = ({ text }: ReadDocument, { start, end, marker = "" }: Paragraph): string =>
  marker + text.slice(start, end);

function rowsOf({ rowCount, cells }: Table) {
  return Array.from({ length: rowCount }, (_, row) => cells.filter((cell) => cell.row === row));
}

/** Markdown: what is merged is repeated over its rows and columns. */
function plain(document: ReadDocument, block: Block): string {
  if (block.kind === "paragraph") return wordsOf(document, block);
  const grid = Array.from({ length: block.rowCount }, () => Array.from({ length: block.columnCount }, () => ""));
  for (const { row, column, rowSpan, columnSpan, text } of block.cells)
    for (let down = row; down < row + rowSpan; down++)
      for (let across = column; across < column + columnSpan; across++) grid[down]![across] = text;
  const lines = grid.map((cells) => `| ${cells.join(" | ")} |`);
  return [lines[0], `|${"---|".repeat(block.columnCount)}`, ...lines.slice(1)].join("\n");
}

const NAMESPACE = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const PACKAGE = "http://schemas.openxmlformats.org/package/2006";
const escaped = (text: string): string => text.replaceAll("&", "&amp;").replaceAll("<", "&lt;");
/** Entries of the archive bear one date, so that the same seed gives the same bytes. */
const DATE = new Date("2024-01-01T00:00:00Z");

function word(document: ReadDocument): Uint8Array {
  const paragraph = (text: string): string => `<w:p><w:r><w:t xml:space="preserve">${escaped(text)}</w:t></w:r></w:p>`;
  const table = (block: Table): string => {
    const covered = new Map<string, number>();
    const rows = rowsOf(block).map((cells, row) => {
      let xml = "";
      for (let column = 0; column < block.columnCount;) {
        const continued = covered.get(`${row}:${column}`);
        const cell = cells.find((one) => one.column === column);
        const width = cell?.columnSpan ?? continued ?? 1;
        const merge = cell && cell.rowSpan > 1 ? '<w:vMerge w:val="restart"/>' : continued ? "<w:vMerge/>" : "";
        xml += `<w:tc><w:tcPr>${width > 1 ? `<w:gridSpan w:val="${width}"/>` : ""}${merge}</w:tcPr>${paragraph(cell?.text ?? "")}</w:tc>`;
        if (cell) for (let down = 1; down < cell.rowSpan; down++) covered.set(`${row + down}:${column}`, width);
        column += width;
      }
      return `<w:tr>${xml}</w:tr>`;
    });
    return `<w:tbl><w:tblPr/><w:tblGrid>${'<w:gridCol w:w="900"/>'.repeat(block.columnCount)}</w:tblGrid>${rows.join("")}</w:tbl>`;
  };
  const body = document.blocks
    .map((block) => (block.kind === "table" ? table(block) : paragraph(wordsOf(document, block))))
    .join("");
  const files = {
    "[Content_Types].xml": `${HEAD}<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>`,
    "_rels/.rels": `${HEAD}<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>`,
    "word/document.xml": `${HEAD}<w:document xmlns:w="${NAMESPACE}"><w:body>${body}<w:sectPr/></w:body></w:document>`,
  };
  return zipSync(
    Object.fromEntries(Object.entries(files).map(([name, xml]) => [name, [strToU8(xml), { mtime: DATE }] as const])),
  );
}
