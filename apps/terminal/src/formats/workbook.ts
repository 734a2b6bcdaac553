import { strToU8, zipSync } from "fflate";
import { widthOf } from "../text/width.ts";
import { escapeMarkup } from "./markup.ts";

// The little of SpreadsheetML that a report needs: text that wraps, a header that stays, a filter, colours of results.

export type Style = "text" | "header" | "bad" | "good" | "soft" | "title";

export interface SheetCell {
  readonly value: string | number;
  readonly style?: Style;
  /** A PNG that stands in the cell; the row is made as high as it is. */
  readonly picture?: { readonly png: Uint8Array; readonly width: number; readonly height: number };
}

export interface Sheet {
  readonly name: string;
  /** Widths in characters. */
  readonly widths: readonly number[];
  /** Lines above the table, across its width. */
  readonly preamble: readonly string[];
  readonly header: readonly string[];
  readonly rows: readonly (readonly SheetCell[])[];
}

const STYLES: readonly Style[] = ["text", "header", "bad", "good", "soft", "title"];

const STYLE_SHEET = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">
<fonts count="6"><font><sz val="11"/><name val="宋体"/></font><font><b/><sz val="11"/><name val="宋体"/></font><font><b/><sz val="11"/><color rgb="FFB3261E"/><name val="宋体"/></font><font><sz val="11"/><color rgb="FF1D6B3A"/><name val="宋体"/></font><font><sz val="11"/><color rgb="FF5B6470"/><name val="宋体"/></font><font><b/><sz val="14"/><name val="宋体"/></font></fonts>
<fills count="3"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill><fill><patternFill patternType="solid"><fgColor rgb="FFE8EDF3"/></patternFill></fill></fills>
<borders count="2"><border/><border><left style="thin"><color rgb="FFBFC6CF"/></left><right style="thin"><color rgb="FFBFC6CF"/></right><top style="thin"><color rgb="FFBFC6CF"/></top><bottom style="thin"><color rgb="FFBFC6CF"/></bottom></border></borders>
<cellStyleXfs count="1"><xf/></cellStyleXfs>
<cellXfs count="6">${STYLES.map((style, index) => {
  const fill = style === "header" ? 2 : 0;
  const border = style === "title" ? 0 : 1;
  return `<xf fontId="${index}" fillId="${fill}" borderId="${border}" applyFont="1" applyFill="1" applyBorder="1" applyAlignment="1"><alignment vertical="top"${style === "title" ? "" : ' wrapText="1"'}/></xf>`;
}).join("")}</cellXfs>
</styleSheet>`;

/** The bytes of an .xlsx file. */
export function workbookOf(sheets: readonly Sheet[]): Uint8Array {
  const files: Record<string, string> = {
    "[Content_Types].xml": `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Default Extension="png" ContentType="image/png"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/><Override PartName="/xl/styles.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml"/>${sheets.map((_, index) => `<Override PartName="/xl/worksheets/sheet${index + 1}.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/>`).join("")}${sheets.map((sheet, index) => (picturesOf(sheet).length === 0 ? "" : `<Override PartName="/xl/drawings/drawing${index + 1}.xml" ContentType="application/vnd.openxmlformats-officedocument.drawing+xml"/>`)).join("")}</Types>`,
    "_rels/.rels": `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    "xl/workbook.xml": `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets>${sheets.map(({ name }, index) => `<sheet name="${escapeMarkup(name)}" sheetId="${index + 1}" r:id="rId${index + 1}"/>`).join("")}</sheets><definedNames>${sheets.map(namesOf).join("")}</definedNames></workbook>`,
    "xl/_rels/workbook.xml.rels": `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${sheets.map((_, index) => `<Relationship Id="rId${index + 1}" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet${index + 1}.xml"/>`).join("")}<Relationship Id="styles" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/styles" Target="styles.xml"/></Relationships>`,
    "xl/styles.xml": STYLE_SHEET,
  };
  const media: Record<string, Uint8Array> = {};
  for (const [index, sheet] of sheets.entries()) {
    files[`xl/worksheets/sheet${index + 1}.xml`] = sheetOf(sheet);
    Object.assign(files, drawingOf(sheet, index + 1, media));
  }
  const entries = [
    ...Object.entries(files).map(([name, text]) => [name, strToU8(text)] as const),
    ...Object.entries(media),
  ];
  // One moment for every file: the same report gives the same bytes.
  return zipSync(Object.fromEntries(entries), { mtime: new Date(1980, 0, 1) });
}

function sheetOf(sheet: Sheet): string {
  const { widths, preamble, header, rows } = sheet;
  const head = preamble.length + 1;
  const lines = [
    ...preamble.map((text) => [{ value: text, style: "title" as const }]),
    header.map((value) => ({ value, style: "header" as const })),
    ...rows,
  ];
  const body = lines.map(
    (cells, row) =>
      `<row r="${row + 1}"${heightOf(cells, widths)}>${cells.map((cell, column) => cellOf(cell, row, column)).join("")}</row>`,
  );
  return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheetPr><pageSetUpPr fitToPage="1"/></sheetPr><sheetViews><sheetView workbookViewId="0"><pane ySplit="${head}" topLeftCell="A${head + 1}" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews><cols>${widths.map((width, index) => `<col min="${index + 1}" max="${index + 1}" width="${width}" customWidth="1"/>`).join("")}</cols><sheetData>${body.join("")}</sheetData><autoFilter ref="${filterOf(sheet)}"/><pageSetup paperSize="9" orientation="landscape" fitToWidth="1" fitToHeight="0"/><headerFooter><oddFooter>&amp;C&amp;P / &amp;N</oddFooter></headerFooter>${picturesOf(sheet).length === 0 ? "" : '<drawing r:id="rId1"/>'}</worksheet>`;
}

/** A picture's pixels are drawn at this share of a point each: readable, and two to a screen's width. */
const POINTS_PER_PIXEL = 0.6;
const EMU_PER_POINT = 12_700;
const ROOM = 3;

interface Picture extends Required<Pick<SheetCell, "picture">> {
  readonly row: number;
  readonly column: number;
}

function picturesOf({ rows, preamble }: Sheet): Picture[] {
  return rows.flatMap((cells, row) =>
    cells.flatMap(({ picture }, column) => (picture ? [{ picture, row: row + preamble.length + 1, column }] : [])),
  );
}

/** Points of one line of text, and of a row without need of more; of one line of a title. */
const LINE = 14.5;
const TITLE_LINE = 21;

/**
 * As high as its picture, and as its text once wrapped: not every program works that out when it opens a file, and words
 * cut off are words not read.
 */
function heightOf(cells: readonly SheetCell[], widths: readonly number[]): string {
  const heights = cells.map(({ value, picture, style }, column) => {
    if (style === "title") return TITLE_LINE;
    const lines = Math.ceil(widthOf(String(value)) / Math.max(1, (widths[column] ?? 10) - 2));
    return Math.max(lines * LINE + 1, picture ? picture.height * POINTS_PER_PIXEL + 2 * ROOM : 0);
  });
  // 409 points are the most a row may have.
  const height = Math.min(409, Math.max(0, ...heights));
  return height <= LINE + 1 ? "" : ` ht="${height.toFixed(0)}" customHeight="1"`;
}

/** The drawing of a sheet's pictures, and its relations; the pictures themselves go into `media`. */
function drawingOf(sheet: Sheet, number: number, media: Record<string, Uint8Array>): Record<string, string> {
  const pictures = picturesOf(sheet);
  if (pictures.length === 0) return {};
  const emu = (points: number) => Math.round(points * EMU_PER_POINT);
  const anchors = pictures.map(({ picture, row, column }, index) => {
    media[`xl/media/image${number}-${index + 1}.png`] = picture.png;
    return `<xdr:oneCellAnchor><xdr:from><xdr:col>${column}</xdr:col><xdr:colOff>${emu(ROOM)}</xdr:colOff><xdr:row>${row}</xdr:row><xdr:rowOff>${emu(ROOM)}</xdr:rowOff></xdr:from><xdr:ext cx="${emu(picture.width * POINTS_PER_PIXEL)}" cy="${emu(picture.height * POINTS_PER_PIXEL)}"/><xdr:pic><xdr:nvPicPr><xdr:cNvPr id="${index + 1}" name="${index + 1}"/><xdr:cNvPicPr/></xdr:nvPicPr><xdr:blipFill><a:blip r:embed="rId${index + 1}"/><a:stretch><a:fillRect/></a:stretch></xdr:blipFill><xdr:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="${emu(picture.width * POINTS_PER_PIXEL)}" cy="${emu(picture.height * POINTS_PER_PIXEL)}"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></xdr:spPr></xdr:pic><xdr:clientData/></xdr:oneCellAnchor>`;
  });
  const relations = (targets: readonly { type: string; target: string }[]) =>
    `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${targets.map(({ type, target }, index) => `<Relationship Id="rId${index + 1}" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/${type}" Target="${target}"/>`).join("")}</Relationships>`;
  return {
    [`xl/drawings/drawing${number}.xml`]: `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<xdr:wsDr xmlns:xdr="http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships">${anchors.join("")}</xdr:wsDr>`,
    [`xl/drawings/_rels/drawing${number}.xml.rels`]: relations(
      pictures.map((_, index) => ({ type: "image", target: `../media/image${number}-${index + 1}.png` })),
    ),
    [`xl/worksheets/_rels/sheet${number}.xml.rels`]: relations([
      { type: "drawing", target: `../drawings/drawing${number}.xml` },
    ]),
  };
}

function cellOf({ value, style = "text" }: SheetCell, row: number, column: number): string {
  const at = `r="${columnName(column)}${row + 1}" s="${STYLES.indexOf(style)}"`;
  if (typeof value === "number") return `<c ${at}><v>${value}</v></c>`;
  if (value === "") return `<c ${at}/>`;
  // Text is text: a cell that begins with = is never a formula here. 32,767 characters are the most a cell may hold.
  return `<c ${at} t="inlineStr"><is><t xml:space="preserve">${escapeMarkup(value.slice(0, 32_767))}</t></is></c>`;
}

/** What its filter covers, and the rows that every printed page repeats. */
function namesOf(sheet: Sheet, index: number): string {
  const name = `'${escapeMarkup(sheet.name)}'`;
  const head = sheet.preamble.length + 1;
  return (
    `<definedName name="_xlnm._FilterDatabase" localSheetId="${index}" hidden="1">${name}!${filterOf(sheet, true)}</definedName>` +
    `<definedName name="_xlnm.Print_Titles" localSheetId="${index}">${name}!$${head}:$${head}</definedName>`
  );
}

function filterOf({ header, preamble, rows }: Sheet, absolute = false): string {
  const sign = absolute ? "$" : "";
  const first = preamble.length + 1;
  return `${sign}A${sign}${first}:${sign}${columnName(header.length - 1)}${sign}${first + rows.length}`;
}

/** @example columnName(0) // "A" */
function columnName(index: number): string {
  return (index >= 26 ? columnName(Math.floor(index / 26) - 1) : "") + String.fromCodePoint(65 + (index % 26));
}
