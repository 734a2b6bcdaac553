import { strToU8, zipSync } from "fflate";
import type { LaidOutCell, LaidOutTable } from "./laid-out.ts";
import type { Heading } from "./spreadsheet.ts";

// Word files as word processors write them themselves, not as LibreOffice makes them of a page: cells merged by gridSpan
// and vMerge, numbers in several runs, the heading row repeated on every page.

const NAMESPACE = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';
const TYPES = `<?xml version="1.0" encoding="UTF-8"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>`;
const RELATIONSHIPS = `<?xml version="1.0" encoding="UTF-8"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>`;

const escape = (text: string): string => text.replaceAll("&", "&amp;").replaceAll("<", "&lt;");
const run = (text: string): string => `<w:r><w:t xml:space="preserve">${escape(text)}</w:t></w:r>`;
const paragraph = (runs: string, align = "left"): string => `<w:p><w:pPr><w:jc w:val="${align}"/></w:pPr>${runs}</w:p>`;

/** The tables as a Word file. */
export function toWord(tables: readonly LaidOutTable[], heading: Heading): Uint8Array {
  const body = tables.map((table) => render(table, heading)).join('<w:p><w:r><w:br w:type="page"/></w:r></w:p>');
  const document = `<?xml version="1.0" encoding="UTF-8"?><w:document ${NAMESPACE}><w:body>${body}</w:body></w:document>`;
  return zipSync({
    "[Content_Types].xml": strToU8(TYPES),
    "_rels/.rels": strToU8(RELATIONSHIPS),
    "word/document.xml": strToU8(document),
  });
}

function render(table: LaidOutTable, { department, unit }: Heading): string {
  const grid = table.widths.map((width) => `<w:gridCol w:w="${Math.round(width * 20)}"/>`).join("");
  const rows = merged([...table.head, ...table.rows], table.widths.length).map(
    (cells, row) =>
      `<w:tr>${row < table.head.length ? "<w:trPr><w:tblHeader/></w:trPr>" : ""}${cells.map(written).join("")}</w:tr>`,
  );
  return [
    paragraph(run(table.title), "center"),
    ...(table.form === undefined ? [] : [paragraph(run(table.form), "right")]),
    paragraph(`${run(`部门：${department}`)}<w:r><w:tab/></w:r>${run(`金额单位：${unit}`)}`),
    `<w:tbl><w:tblGrid>${grid}</w:tblGrid>${rows.join("")}</w:tbl>`,
    ...table.notes.map((text) => paragraph(run(text))),
  ].join("");
}

interface WordCell {
  readonly cell?: LaidOutCell;
  readonly across: number;
  readonly merge?: "restart" | "continue";
}

/** Rows in which a cell over several rows stands once, and is continued by empty ones below. */
function merged(rows: readonly (readonly LaidOutCell[])[], columnCount: number): WordCell[][] {
  const open = new Map<number, { rows: number; across: number }>();
  return rows.map((row) => {
    const cells: WordCell[] = [];
    const rest = [...row];
    for (let column = 0; column < columnCount;) {
      const above = open.get(column);
      if (above && above.rows > 0) {
        above.rows--;
        cells.push({ across: above.across, merge: "continue" });
        column += above.across;
        continue;
      }
      const cell = rest.shift();
      if (!cell) break;
      const { across = 1, down = 1 } = cell;
      if (down > 1) open.set(column, { rows: down - 1, across });
      cells.push({ cell, across, ...(down > 1 ? { merge: "restart" as const } : {}) });
      column += across;
    }
    return cells;
  });
}

function written({ cell, across, merge }: WordCell): string {
  const span = across > 1 ? `<w:gridSpan w:val="${across}"/>` : "";
  const down = merge === undefined ? "" : `<w:vMerge${merge === "restart" ? ' w:val="restart"' : ""}/>`;
  const { text = "", key } = cell ?? {};
  // A proofreader parts a number into runs.
  const runs = key === undefined ? run(text) : run(text.slice(0, 2)) + run(text.slice(2));
  return `<w:tc><w:tcPr>${span}${down}</w:tcPr>${paragraph(text === "" ? "" : runs, key === undefined ? "left" : "right")}</w:tc>`;
}
