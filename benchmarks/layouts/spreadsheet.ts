import type { LaidOutCell, LaidOutTable } from "./laid-out.ts";

// A workbook as flat OpenDocument, which LibreOffice turns into .xlsx, .xls and PDF.

export interface SheetStyle {
  readonly font: string;
  readonly size: number;
  readonly rules: "full" | "horizontal" | "none";
  /** Sheets as wide as one page, or as wide as they are, so that they break into pages side by side. */
  readonly fit: boolean;
  readonly landscape: boolean;
  /** Amounts as numbers with a format, or as text. */
  readonly numbers: "numbers" | "text";
  /** Headings repeated on each page. */
  readonly repeat: boolean;
  /** All tables below each other on one sheet, or a sheet for each. */
  readonly together?: boolean;
  /** What a sheet is called; the title where absent. */
  readonly sheetName?: (table: LaidOutTable, index: number) => string;
}

export interface Heading {
  readonly department: string;
  readonly unit: string;
}

const escape = (text: string): string =>
  text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll('"', "&quot;");

export function toSpreadsheet(tables: readonly LaidOutTable[], style: SheetStyle, heading: Heading): string {
  const edge = "0.5pt solid #000000";
  const border = {
    full: `fo:border="${edge}"`,
    horizontal: `fo:border-bottom="${edge}" fo:border-top="${edge}"`,
    none: "",
  }[style.rules];
  const sheets = style.together
    ? sheet("Sheet1", tables, style, heading)
    : tables
        .map((table, index) =>
          sheet((style.sheetName?.(table, index) ?? table.title).slice(0, 31), [table], style, heading),
        )
        .join("");
  const text = `<style:text-properties fo:font-size="${style.size}pt" style:font-size-asian="${style.size}pt" style:font-name="F" style:font-name-asian="F"/>`;
  return `<?xml version="1.0" encoding="UTF-8"?>
<office:document xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0" xmlns:number="urn:oasis:names:tc:opendocument:xmlns:datastyle:1.0" xmlns:svg="urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0" office:version="1.3" office:mimetype="application/vnd.oasis.opendocument.spreadsheet">
<office:font-face-decls><style:font-face style:name="F" svg:font-family="'${style.font}'"/></office:font-face-decls>
<office:automatic-styles>
<number:number-style style:name="N1"><number:number number:decimal-places="2" number:min-decimal-places="2" number:min-integer-digits="1" number:grouping="true"/></number:number-style>
<number:number-style style:name="N2"><number:number number:decimal-places="2" number:min-decimal-places="2" number:min-integer-digits="1"/></number:number-style>
${[1, 2, 3, 4, 5, 6, 10, 11, 12].map((width) => `<style:style style:name="w${width}" style:family="table-column"><style:table-column-properties style:column-width="${(width * 0.42).toFixed(2)}cm"/></style:style>`).join("")}
<style:style style:name="row" style:family="table-row"><style:table-row-properties style:use-optimal-row-height="true"/></style:style>
<style:style style:name="t" style:family="table-cell"><style:paragraph-properties fo:text-align="center"/><style:text-properties fo:font-size="16pt" style:font-size-asian="16pt" style:font-name="F" style:font-name-asian="F"/></style:style>
<style:style style:name="plain" style:family="table-cell">${text}</style:style>
<style:style style:name="right" style:family="table-cell"><style:paragraph-properties fo:text-align="end"/>${text}</style:style>
<style:style style:name="h" style:family="table-cell"><style:table-cell-properties fo:wrap-option="wrap" style:vertical-align="middle" ${border}/><style:paragraph-properties fo:text-align="center"/>${text}</style:style>
<style:style style:name="l" style:family="table-cell"><style:table-cell-properties fo:wrap-option="wrap" style:vertical-align="middle" ${border}/>${text}</style:style>
<style:style style:name="n" style:family="table-cell"><style:table-cell-properties style:vertical-align="middle" ${border}/><style:paragraph-properties fo:text-align="end"/>${text}</style:style>
<style:style style:name="n1" style:family="table-cell" style:data-style-name="N1"><style:table-cell-properties style:vertical-align="middle" ${border}/><style:paragraph-properties fo:text-align="end"/>${text}</style:style>
<style:style style:name="n2" style:family="table-cell" style:data-style-name="N2"><style:table-cell-properties style:vertical-align="middle" ${border}/><style:paragraph-properties fo:text-align="end"/>${text}</style:style>
<style:style style:name="ta" style:family="table" style:master-page-name="P"><style:table-properties table:display="true"/></style:style>
<style:page-layout style:name="pl"><style:page-layout-properties fo:page-width="${style.landscape ? "29.7cm" : "21cm"}" fo:page-height="${style.landscape ? "21cm" : "29.7cm"}" style:print-orientation="${style.landscape ? "landscape" : "portrait"}" fo:margin="1.5cm" ${style.fit ? 'style:scale-to-X="1" style:scale-to-Y="0"' : ""}/><style:header-style/><style:footer-style/></style:page-layout>
</office:automatic-styles>
<office:master-styles><style:master-page style:name="P" style:page-layout-name="pl"><style:header style:display="false"/><style:footer><text:p>第 <text:page-number>1</text:page-number> 页，共 <text:page-count>9</text:page-count> 页</text:p></style:footer></style:master-page></office:master-styles>
<office:body><office:spreadsheet>${sheets}</office:spreadsheet></office:body></office:document>`;
}

function sheet(name: string, tables: readonly LaidOutTable[], style: SheetStyle, heading: Heading): string {
  const widths =
    tables.length === 1
      ? tables[0]!.widths
      : Array.from({ length: Math.max(...tables.map((table) => table.widths.length)) }, () => 5);
  const columns = widths.map((width) => `<table:table-column table:style-name="w${width}"/>`).join("");
  const body = tables
    .map((table) => rowsOf(table, style, heading))
    .join(`<table:table-row><table:table-cell/></table:table-row>`);
  return `<table:table table:name="${escape(name)}" table:style-name="ta">${columns}${body}</table:table>`;
}

function rowsOf(table: LaidOutTable, style: SheetStyle, { department, unit }: Heading): string {
  const width = table.widths.length;
  const line = (left: string, right: string): string =>
    `<table:table-row>${plain(left, "plain")}${width > 2 ? `<table:table-cell table:number-columns-repeated="${width - 2}"/>` : ""}${plain(right, "right")}</table:table-row>`;
  const plain = (text: string, name: string): string =>
    `<table:table-cell table:style-name="${name}" office:value-type="string"><text:p>${escape(text)}</text:p></table:table-cell>`;
  const title = `<table:table-row><table:table-cell table:style-name="t" table:number-columns-spanned="${width}" office:value-type="string"><text:p>${escape(table.title)}</text:p></table:table-cell></table:table-row>`;
  const head = grid(table.head, width, (cell) => written(cell, "h", false));
  const top =
    title + (table.form === undefined ? "" : line("", table.form)) + line(`部门：${department}`, `金额单位：${unit}`);
  const numeric = (cell: LaidOutCell): string => {
    if (cell.key === undefined) return written(cell, /^[-—]$/.test(cell.text) ? "n" : "l", false);
    return written(
      cell,
      style.numbers === "text" ? "n" : cell.text.includes(",") || /^\d{1,3}\.\d\d$/.test(cell.text) ? "n1" : "n2",
      style.numbers === "numbers",
    );
  };
  const body = grid(table.rows, width, numeric);
  const notes = table.notes
    .map(
      (text) =>
        `<table:table-row><table:table-cell table:style-name="plain" table:number-columns-spanned="${width}" office:value-type="string"><text:p>${escape(text)}</text:p></table:table-cell></table:table-row>`,
    )
    .join("");
  const repeated = style.repeat ? `<table:table-header-rows>${top}${head}</table:table-header-rows>` : top + head;
  return repeated + body + notes;
}

function written({ text, across = 1, down = 1 }: LaidOutCell, name: string, asNumber: boolean): string {
  const spans = `${across > 1 ? ` table:number-columns-spanned="${across}"` : ""}${down > 1 ? ` table:number-rows-spanned="${down}"` : ""}`;
  if (text === "") return `<table:table-cell table:style-name="${name}"${spans}/>`;
  const value = asNumber
    ? `office:value-type="float" office:value="${text.replaceAll(",", "")}"`
    : 'office:value-type="string"';
  return `<table:table-cell table:style-name="${name}"${spans} ${value}><text:p>${escape(text)}</text:p></table:table-cell>`;
}

/** Rows with the places that cells above or to the left cover marked as covered. */
function grid(rows: readonly (readonly LaidOutCell[])[], width: number, render: (cell: LaidOutCell) => string): string {
  const taken = rows.map(() => Array.from({ length: width }, () => false));
  return rows
    .map((row, at) => {
      const rest = [...row];
      let out = "";
      for (let column = 0; column < width; column++) {
        if (taken[at]![column]) {
          out += "<table:covered-table-cell/>";
          continue;
        }
        const cell = rest.shift() ?? { text: "" };
        out += render(cell);
        for (let down = 0; down < (cell.down ?? 1); down++)
          for (let across = 0; across < (cell.across ?? 1); across++)
            if (taken[at + down]) taken[at + down]![column + across] = true;
      }
      return `<table:table-row table:style-name="row">${out}</table:table-row>`;
    })
    .join("");
}
