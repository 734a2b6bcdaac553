import type { ReadDocument } from "@juesuan/core";
import { LIMITS } from "../detect/limits.ts";
import { tooLarge } from "../detect/too-large.ts";
import { Assembly } from "../text/assembly.ts";
import { shiftFormula } from "./formula.ts";
import { builtInFormat, shortestDecimal } from "./number-format.ts";
import { openPackage, type OfficePackage } from "./package.ts";
import { errorCell, numberCell, withoutValue, wordsCell, type Merge, type Sheet, type SheetCell } from "./cell.ts";
import { writeSheet } from "./sheet.ts";
import { attribute, isOn, parseXml, type Attributes } from "./xml.ts";

/**
 * Reads a workbook of Excel 2007 and later (or of WPS, LibreOffice). Stored values are read from the XML itself, because
 * a library hands over binary numbers; and cells are counted while they are read, so that a sheet that claims to reach
 * XFD1048576 costs what it holds.
 */
export function readXlsx(bytes: Uint8Array, written?: (text: string) => string): ReadDocument {
  const office = openPackage(bytes, "xl/workbook.xml", written);
  const assembly = new Assembly();
  let number = 0;
  for (const { name, hidden, sheet } of sheetsOf(office)) {
    number++;
    if (sheet) writeSheet(sheet, number, assembly);
    else assembly.pages.push({ number, name, ...(hidden ? { hidden } : {}) });
  }
  if (office.archive.names.some((name) => /^xl\/(?:threadedComments\/|comments)/i.test(name))) {
    assembly.report("comment", "工作簿含有批注，批注内容未读取", "The workbook holds comments; they were not read");
  }
  return assembly.document("xlsx");
}

/** A sheet of a workbook, cell by cell: only what holds something, by row and column from 0, lines as they were typed. */
export interface CellSheet {
  readonly name: string;
  readonly rows: ReadonlyMap<number, ReadonlyMap<number, string>>;
}

/**
 * The cells of a workbook as they stand, for files that people fill in.
 *
 * @throws ReadError for what is no workbook, or is too large
 */
export function readCells(bytes: Uint8Array): CellSheet[] {
  const textOf = ({ text, lines }: SheetCell): string => lines?.join("\n") ?? text;
  return [...sheetsOf(openPackage(bytes, "xl/workbook.xml"))].map(({ name, sheet }) => ({
    name,
    rows: new Map(
      [...(sheet?.rows ?? [])].map(
        ([row, cells]) => [row, new Map([...cells].map(([column, cell]) => [column, textOf(cell)] as const))] as const,
      ),
    ),
  }));
}

/** Every sheet in its order; without cells where the file has no part for it. */
function* sheetsOf(
  office: OfficePackage,
): Generator<{ readonly name: string; readonly hidden: boolean; readonly sheet?: Sheet }> {
  const workbook = readWorkbook(office);
  const styles = readStyles(office, workbook.parts.get("styles"));
  const strings = readStrings(office, workbook.parts.get("sharedStrings"));
  const counter = new CellCounter();
  for (const { name, hidden, part } of workbook.sheets) {
    const content = office.archive.read(part);
    if (!content) yield { name, hidden };
    else {
      const context = { name, hidden, styles, strings, counter, date1904: workbook.date1904 };
      yield { name, hidden, sheet: readSheet(content, context) };
    }
  }
}

interface Workbook {
  readonly sheets: readonly { readonly name: string; readonly hidden: boolean; readonly part: string }[];
  /** Parts by the type of their relationship. */
  readonly parts: ReadonlyMap<string, string>;
  readonly date1904: boolean;
}

function readWorkbook(office: OfficePackage): Workbook {
  const relationships = office.relationshipsOf(office.main).filter(({ external }) => !external);
  const targets = new Map(relationships.map(({ id, target }) => [id, target]));
  const sheets: { name: string; hidden: boolean; part: string }[] = [];
  let date1904 = false;
  const types = new Map(relationships.map(({ id, type }) => [id, type]));
  parseXml(office.archive.read(office.main)!, {
    open(name, attributes) {
      if (name === "workbookPr") date1904 = isOn(attribute(attributes, "date1904"));
      if (name !== "sheet") return;
      const id = attributes["r:id"] ?? attribute(attributes, "id") ?? "";
      // Charts, dialogs and macros of Excel 4 are sheets as well; they hold no cells.
      if ((types.get(id) ?? "worksheet") !== "worksheet") return;
      const state = attribute(attributes, "state") ?? "visible";
      sheets.push({
        name: attribute(attributes, "name") ?? "",
        hidden: state !== "visible",
        part: targets.get(id) ?? "",
      });
    },
    close() {},
  });
  return { sheets, date1904, parts: new Map(relationships.map(({ type, target }) => [type, target])) };
}

/** The number format of each cell style. */
function readStyles(office: OfficePackage, part: string | undefined): string[] {
  const content = part === undefined ? undefined : office.archive.read(part);
  const formats: string[] = [];
  if (!content) return formats;
  const declared = new Map<number, string>();
  let inCellFormats = false;
  parseXml(content, {
    open(name, attributes) {
      if (name === "numFmt")
        declared.set(Number(attribute(attributes, "numFmtId")), attribute(attributes, "formatCode") ?? "");
      if (name === "cellXfs") inCellFormats = true;
      if (name === "xf" && inCellFormats) {
        const id = Number(attribute(attributes, "numFmtId") ?? 0);
        formats.push(declared.get(id) ?? builtInFormat(id) ?? "General");
      }
    },
    close(name) {
      if (name === "cellXfs") inCellFormats = false;
    },
  });
  return formats;
}

function readStrings(office: OfficePackage, part: string | undefined): string[] {
  const content = part === undefined ? undefined : office.archive.read(part);
  const strings: string[] = [];
  if (!content) return strings;
  const run = new RichText();
  parseXml(content, {
    open(name) {
      if (name === "si") run.clear();
      run.open(name);
    },
    close(name) {
      run.close(name);
      if (name === "si") strings.push(run.text);
    },
    text: (text) => run.add(text),
  });
  return strings;
}

/** The text of `<si>` and `<is>`: their `<t>`s, without the phonetic guides of `<rPh>`. */
class RichText {
  text = "";
  #inText = false;
  #phonetic = 0;

  clear(): void {
    this.text = "";
  }
  open(name: string): void {
    if (name === "t") this.#inText = true;
    if (name === "rPh") this.#phonetic++;
  }
  close(name: string): void {
    if (name === "t") this.#inText = false;
    if (name === "rPh") this.#phonetic--;
  }
  add(text: string): void {
    if (this.#inText && this.#phonetic === 0) this.text += text;
  }
}

class CellCounter {
  #cells = 0;
  #merges = 0;
  #characters = 0;

  cell(): void {
    if (++this.#cells > LIMITS.cells) throw tooLarge("工作簿单元格过多", "too many cells in the workbook");
  }
  characters(count: number): void {
    this.#characters += count;
    if (this.#characters > LIMITS.characters) throw tooLarge("工作簿文字过多", "too much text in the workbook");
  }
  merge(): void {
    if (++this.#merges > LIMITS.mergedRanges) throw tooLarge("合并单元格过多", "too many merged cells");
  }
}

interface SheetContext {
  readonly name: string;
  readonly hidden: boolean;
  readonly styles: readonly string[];
  readonly strings: readonly string[];
  readonly counter: CellCounter;
  readonly date1904: boolean;
}

interface OpenCell {
  readonly row: number;
  readonly column: number;
  readonly type: string;
  readonly format: string;
  value: string | undefined;
  formula: string | undefined;
}

function readSheet(content: Uint8Array, context: SheetContext): Sheet {
  const rows = new Map<number, Map<number, SheetCell>>();
  const merges: Merge[] = [];
  const hiddenRows = new Set<number>();
  const hiddenColumns = new Set<number>();
  const shared = new Map<string, { formula: string; row: number; column: number }>();
  const inline = new RichText();
  let row = -1;
  let column = -1;
  let cell: OpenCell | undefined;
  let sharing: string | undefined;
  let reading: "value" | "formula" | undefined;
  let zeroHeight = false;
  let columnsSeen = 0;

  const openFormula = (attributes: Attributes, at: OpenCell) => {
    at.formula = "";
    reading = "formula";
    sharing = attribute(attributes, "t") === "shared" ? attribute(attributes, "si") : undefined;
  };
  const closeFormula = (at: OpenCell) => {
    reading = undefined;
    if (sharing === undefined) return;
    const master = shared.get(sharing);
    if (at.formula !== "") shared.set(sharing, { formula: at.formula!, row: at.row, column: at.column });
    else if (master) at.formula = shiftFormula(master.formula, at.row - master.row, at.column - master.column);
  };

  parseXml(content, {
    open(name, attributes) {
      inline.open(name);
      switch (name) {
        case "sheetFormatPr":
          zeroHeight = isOn(attribute(attributes, "zeroHeight"));
          break;
        case "col": {
          const last = Math.min(Number(attribute(attributes, "max")), MOST_COLUMNS);
          const gone = isOn(attribute(attributes, "hidden")) || attribute(attributes, "width") === "0";
          // Ranges of columns ascend; one that steps back is not counted twice.
          const first = Math.max(Number(attribute(attributes, "min")), columnsSeen + 1);
          if (gone) for (let at = first; at <= last; at++) hiddenColumns.add(at - 1);
          if (last > columnsSeen) columnsSeen = last;
          break;
        }
        case "row": {
          row = indexOf(attribute(attributes, "r"), row + 1);
          column = -1;
          const gone = attribute(attributes, "hidden");
          if (isOn(gone, zeroHeight) || attribute(attributes, "ht") === "0") hiddenRows.add(row);
          break;
        }
        case "c": {
          context.counter.cell();
          const place = placeOf(attribute(attributes, "r"));
          column = place?.column ?? column + 1;
          const style = Number(attribute(attributes, "s") ?? 0);
          cell = {
            row: place?.row ?? Math.max(row, 0),
            column,
            type: attribute(attributes, "t") ?? "n",
            format: context.styles[style] ?? "General",
            value: undefined,
            formula: undefined,
          };
          inline.clear();
          break;
        }
        case "v":
          if (cell) cell.value = "";
          reading = "value";
          break;
        case "f":
          if (cell) openFormula(attributes, cell);
          break;
        case "mergeCell": {
          const merge = mergeOf(attribute(attributes, "ref") ?? "");
          context.counter.merge();
          if (merge) merges.push(merge);
        }
      }
    },
    close(name) {
      inline.close(name);
      if (name === "v") reading = undefined;
      if (name === "f" && cell) closeFormula(cell);
      if (name === "is" && cell) cell.value = inline.text;
      if (name !== "c" || !cell) return;
      const held = cellOf(cell, context);
      if (held) {
        context.counter.characters(held.text.length + (held.formula?.length ?? 0));
        let cells = rows.get(cell.row);
        if (!cells) rows.set(cell.row, (cells = new Map()));
        cells.set(cell.column, held);
      }
      cell = undefined;
    },
    text(text) {
      inline.add(text);
      if (!cell || !reading) return;
      cell[reading] = (cell[reading] ?? "") + text;
    },
  });
  return {
    name: context.name,
    hidden: context.hidden,
    rows,
    merges,
    hiddenRows,
    isHiddenColumn: (at) => hiddenColumns.has(at),
  };
}

function cellOf(cell: OpenCell, context: SheetContext): SheetCell | undefined {
  const { value, type } = cell;
  const formula = cell.formula === undefined || cell.formula === "" ? {} : { formula: cell.formula };
  if (value === undefined || (value === "" && cell.formula !== undefined && type !== "str")) {
    return cell.formula === undefined ? undefined : { text: "", ...formula, oddity: withoutValue(cell.formula) };
  }
  switch (type) {
    case "s":
      return wordsCell(context.strings[Number(value)] ?? "", formula);
    case "inlineStr":
    case "str":
      return wordsCell(value, formula);
    case "d":
      return { text: value, ...formula };
    case "b":
      return { text: value === "1" ? "TRUE" : "FALSE", ...formula };
    case "e":
      return errorCell(value, formula);
    default: {
      const number = shortestDecimal(value);
      if (number === undefined) return wordsCell(value, formula);
      return numberCell(number, cell.format, context.date1904, formula);
    }
  }
}

const MOST_ROWS = 1_048_576;
const MOST_COLUMNS = 16_384;

function indexOf(text: string | undefined, otherwise: number): number {
  const number = Number(text);
  return text !== undefined && Number.isInteger(number) && number >= 1 && number <= 1_048_576
    ? number - 1
    : Math.min(otherwise, 1_048_575);
}

function placeOf(reference: string | undefined): { row: number; column: number } | undefined {
  const parts = /^\$?([A-Z]{1,3})\$?(\d{1,7})$/i.exec(reference ?? "");
  if (!parts) return undefined;
  let column = 0;
  for (const letter of parts[1]!.toUpperCase()) column = column * 26 + letter.charCodeAt(0) - 64;
  const row = Number(parts[2]);
  return column > MOST_COLUMNS || row < 1 || row > MOST_ROWS ? undefined : { row: row - 1, column: column - 1 };
}

function mergeOf(reference: string): Merge | undefined {
  const [first, last] = reference.split(":").map((corner) => placeOf(corner));
  if (!first || !last || last.row < first.row || last.column < first.column) return undefined;
  return { ...first, rowSpan: last.row - first.row + 1, columnSpan: last.column - first.column + 1 };
}
