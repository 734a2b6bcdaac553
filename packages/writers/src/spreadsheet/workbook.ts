import { strToU8, zipSync, type Zippable } from "fflate";
import type { Grid } from "../grid.ts";
import { escapeMarkup } from "../markup.ts";
import { sheetOf } from "./sheet.ts";
import { Styles } from "./styles.ts";

const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';
const RELATIONSHIPS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const PACKAGE = "http://schemas.openxmlformats.org/package/2006";
const TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml";

/**
 * Grids as a workbook (SpreadsheetML), one sheet each, in the official layout: title, mark of the form, department, unit,
 * merged headings, numbers as numbers at their printed precision, ready to print on A4. Amounts go from text to text and
 * are never binary numbers here.
 */
export function gridsToXlsx(grids: readonly Grid[]): Uint8Array {
  const styles = new Styles();
  const names = sheetNames(grids);
  const sheets = grids.map((grid, index) => ({ name: names[index]!, ...sheetOf(grid, styles) }));
  const quoted = (name: string): string => `'${escapeMarkup(name.replaceAll("'", "''"))}'`;
  const definedNames = sheets.flatMap(({ name, printArea, printTitles }, index) => [
    `<definedName name="_xlnm.Print_Area" localSheetId="${index}">${quoted(name)}!${printArea}</definedName>`,
    `<definedName name="_xlnm.Print_Titles" localSheetId="${index}">${quoted(name)}!${printTitles}</definedName>`,
  ]);
  const parts: Record<string, string> = {
    "[Content_Types].xml": `${XML}<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${TYPE}.sheet.main+xml"/><Override PartName="/xl/styles.xml" ContentType="${TYPE}.styles+xml"/>${sheets.map((_, index) => `<Override PartName="/xl/worksheets/sheet${index + 1}.xml" ContentType="${TYPE}.worksheet+xml"/>`).join("")}</Types>`,
    "_rels/.rels": `${XML}<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${RELATIONSHIPS}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    "xl/workbook.xml": `${XML}<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="${RELATIONSHIPS}"><sheets>${sheets.map(({ name }, index) => `<sheet name="${escapeMarkup(name)}" sheetId="${index + 1}" r:id="rId${index + 1}"/>`).join("")}</sheets><definedNames>${definedNames.join("")}</definedNames></workbook>`,
    "xl/_rels/workbook.xml.rels": `${XML}<Relationships xmlns="${PACKAGE}/relationships">${sheets.map((_, index) => `<Relationship Id="rId${index + 1}" Type="${RELATIONSHIPS}/worksheet" Target="worksheets/sheet${index + 1}.xml"/>`).join("")}<Relationship Id="rId${sheets.length + 1}" Type="${RELATIONSHIPS}/styles" Target="styles.xml"/></Relationships>`,
    "xl/styles.xml": styles.xml(),
  };
  for (const [index, { xml }] of sheets.entries()) parts[`xl/worksheets/sheet${index + 1}.xml`] = xml;
  return zipSync(packed(parts));
}

/** The same bytes for the same tables, whenever they are written. */
function packed(parts: Readonly<Record<string, string>>): Zippable {
  return Object.fromEntries(Object.entries(parts).map(([name, text]) => [name, [strToU8(text), { mtime: EPOCH }]]));
}

/** The first day that a zip can state. */
const EPOCH = new Date(1980, 0, 1);

/** The titles as names of sheets: at most 31 characters, none of those that Excel forbids, no two alike. */
function sheetNames(grids: readonly Grid[]): string[] {
  const names: string[] = [];
  for (const { title } of grids) {
    const plain = title.replace(/[:\\/?*[\]']/g, "");
    let name = plain.slice(0, 31);
    for (let again = 2; names.includes(name); again++) name = `${plain.slice(0, 28)}（${again}）`;
    names.push(name);
  }
  return names;
}
