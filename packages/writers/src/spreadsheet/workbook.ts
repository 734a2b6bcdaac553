import type { Grid } from "../grid.ts";
import { escapeMarkup } from "../markup.ts";
import { packWorkbook } from "./pack.ts";
import { sheetOf } from "./sheet.ts";
import { Styles } from "./styles.ts";

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
  return packWorkbook(sheets, styles, definedNames.join(""));
}

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
