import type { ReadDocument } from "@juesuan/core";
import { ReadError } from "../errors.ts";
import { LIMITS } from "../detect/limits.ts";
import { openOle } from "../detect/ole.ts";
import { tooLarge } from "../detect/too-large.ts";
import { Assembly } from "../text/assembly.ts";
import { builtInFormat, shortestDecimal } from "./number-format.ts";
import { errorCell, numberCell, wordsCell, type Merge, type SheetCell } from "./cell.ts";
import { writeSheet } from "./sheet.ts";

/** Records of a workbook stream, as [MS-XLS] numbers them. */
const RECORD = {
  formula: 0x06,
  endOfStream: 0x0a,
  date1904: 0x22,
  filePass: 0x2f,
  continuation: 0x3c,
  codePage: 0x42,
  columns: 0x7d,
  boundSheet: 0x85,
  manyRk: 0xbd,
  richString: 0xd6,
  cellStyle: 0xe0,
  merges: 0xe5,
  sharedStrings: 0xfc,
  sharedString: 0xfd,
  number: 0x203,
  label: 0x204,
  truthOrError: 0x205,
  string: 0x207,
  row: 0x208,
  defaultRowHeight: 0x225,
  rk: 0x27e,
  format: 0x41e,
  beginning: 0x809,
} as const;

const ERRORS: Readonly<Record<number, string>> = {
  0x00: "#NULL!",
  0x07: "#DIV/0!",
  0x0f: "#VALUE!",
  0x17: "#REF!",
  0x1d: "#NAME?",
  0x24: "#NUM!",
  0x2a: "#N/A",
};

/** Code pages of Windows by the name that decoders know them by. */
const CODE_PAGES: Readonly<Record<number, string>> = {
  936: "gb18030",
  950: "big5",
  932: "shift_jis",
  949: "euc-kr",
  1200: "utf-16le",
  1250: "windows-1250",
  1251: "windows-1251",
  1252: "windows-1252",
  65_001: "utf-8",
};

interface MutableSheet {
  readonly name: string;
  readonly hidden: boolean;
  readonly rows: Map<number, Map<number, SheetCell>>;
  readonly merges: Merge[];
  readonly hiddenRows: Set<number>;
  readonly hiddenColumns: Set<number>;
  zeroHeight: boolean;
}

/**
 * Reads a workbook of Excel 5 to 2003. Its records are walked once, each costing what it holds: a library that also
 * follows hyperlinks over whole sheets and parses formulas can be held up for minutes by a file of a few kilobytes.
 * Formulas count with their stored results; their text is not kept.
 */
export function readXls(bytes: Uint8Array): ReadDocument {
  const ole = openOle(bytes);
  const stream = ole.read("Workbook") ?? ole.read("Book");
  if (!stream)
    throw new ReadError("damaged", "文件已损坏：找不到工作簿内容", "The file is damaged: it holds no workbook");
  const assembly = new Assembly();
  for (const [index, { hiddenColumns, ...sheet }] of new WorkbookStream(stream).sheets().entries()) {
    writeSheet({ ...sheet, isHiddenColumn: (column) => hiddenColumns.has(column) }, index + 1, assembly);
  }
  return assembly.document("xls");
}

class WorkbookStream {
  readonly #view: DataView;
  readonly #bytes: Uint8Array;
  #wide = true;
  #codePage = "gb18030";
  #date1904 = false;
  #cells = 0;
  #characters = 0;
  readonly #formats = new Map<number, string>();
  readonly #styles: number[] = [];
  #strings: string[] = [];
  readonly #bound = new Map<number, MutableSheet>();

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes;
    this.#view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  }

  sheets(): MutableSheet[] {
    try {
      this.#walk();
    } catch (error) {
      if (error instanceof RangeError) throw broken();
      throw error;
    }
    return [...this.#bound.values()];
  }

  #walk(): void {
    const view = this.#view;
    let depth = 0;
    let sheet: MutableSheet | undefined;
    let awaiting: { row: number; column: number } | undefined;
    for (let at = 0; at + 4 <= view.byteLength;) {
      const type = view.getUint16(at, true);
      const length = view.getUint16(at + 2, true);
      const start = at + 4;
      const end = start + length;
      if (end > view.byteLength) throw broken();
      if (type === RECORD.beginning) {
        if (depth === 0) {
          const version = view.getUint16(start, true);
          if (version !== 0x600 && version !== 0x500)
            throw new ReadError(
              "unsupported",
              "不支持 Excel 4.0 及更早版本的工作簿，请另存为 .xlsx",
              "Workbooks of Excel 4.0 and earlier are not supported; save the file as .xlsx",
            );
          this.#wide = version === 0x600;
          sheet = view.getUint16(start + 2, true) === 0x10 ? this.#bound.get(at) : undefined;
        }
        depth++;
      } else if (depth === 0) {
        // Padding after the last stream.
        break;
      } else if (type === RECORD.endOfStream) {
        if (--depth === 0) sheet = undefined;
      } else if (depth === 1 && sheet) awaiting = this.#sheetRecord(type, start, end, sheet, awaiting);
      else if (depth === 1) this.#globalRecord(type, start, end);
      at = end;
    }
    if (depth > 0) throw broken();
  }

  #globalRecord(type: number, start: number, end: number): void {
    const view = this.#view;
    switch (type) {
      case RECORD.filePass:
        throw new ReadError(
          "encrypted",
          "文件设有密码，请去除密码后再读取",
          "The file is protected by a password; remove it and try again",
        );
      case RECORD.codePage:
        this.#codePage = CODE_PAGES[view.getUint16(start, true)] ?? "gb18030";
        break;
      case RECORD.date1904:
        this.#date1904 = view.getUint16(start, true) === 1;
        break;
      case RECORD.format:
        this.#formats.set(
          view.getUint16(start, true),
          this.#wide ? this.#string(start + 2, end, 2) : this.#string(start + 2, end, 1),
        );
        break;
      case RECORD.cellStyle:
        this.#styles.push(view.getUint16(start + 2, true));
        break;
      case RECORD.sharedStrings:
        this.#strings = this.#sharedStrings(start, end);
        break;
      case RECORD.boundSheet: {
        // Byte 5 tells sheets of cells (0) from charts and macros.
        if (this.#bytes[start + 5] !== 0) break;
        const hidden = (this.#bytes[start + 4]! & 3) !== 0;
        const name = this.#string(start + 6, end, 1);
        this.#bound.set(view.getUint32(start, true), {
          name,
          hidden,
          rows: new Map(),
          merges: [],
          hiddenRows: new Set(),
          hiddenColumns: new Set(),
          zeroHeight: false,
        });
      }
    }
  }

  /** Returns the cell of a formula whose text comes in a later record. */
  #sheetRecord(
    type: number,
    start: number,
    end: number,
    sheet: MutableSheet,
    awaiting: { row: number; column: number } | undefined,
  ): { row: number; column: number } | undefined {
    const view = this.#view;
    const place = () => ({ row: view.getUint16(start, true), column: view.getUint16(start + 2, true) });
    const style = () => view.getUint16(start + 4, true);
    switch (type) {
      case RECORD.number:
        this.#number(sheet, place(), view.getFloat64(start + 6, true), style());
        break;
      case RECORD.rk:
        this.#number(sheet, place(), rkNumber(view.getUint32(start + 6, true)), style());
        break;
      case RECORD.manyRk: {
        const { row, column } = place();
        for (let index = 0; start + 4 + index * 6 + 6 <= end - 2; index++) {
          const from = start + 4 + index * 6;
          this.#number(
            sheet,
            { row, column: column + index },
            rkNumber(view.getUint32(from + 2, true)),
            view.getUint16(from, true),
          );
        }
        break;
      }
      case RECORD.sharedString:
        this.#put(sheet, place(), wordsCell(this.#strings[view.getUint32(start + 6, true)] ?? "", {}));
        break;
      case RECORD.label:
      case RECORD.richString:
        this.#put(sheet, place(), wordsCell(this.#string(start + 6, end, 2), {}));
        break;
      case RECORD.truthOrError: {
        const value = this.#bytes[start + 6]!;
        this.#put(sheet, place(), this.#bytes[start + 7] === 0 ? truth(value) : errorCell(ERRORS[value] ?? "#N/A", {}));
        break;
      }
      case RECORD.formula:
        return this.#formula(sheet, place(), start);
      case RECORD.string:
        if (awaiting) this.#put(sheet, awaiting, wordsCell(this.#string(start, end, 2), {}));
        return undefined;
      case RECORD.merges:
        this.#merges(sheet, start, end);
        break;
      case RECORD.row:
        if ((view.getUint32(start + 12, true) & 0x20) !== 0) sheet.hiddenRows.add(view.getUint16(start, true));
        break;
      case RECORD.columns:
        if ((view.getUint16(start + 8, true) & 1) !== 0 || view.getUint16(start + 4, true) === 0) {
          const last = Math.min(view.getUint16(start + 2, true), 255);
          for (let column = view.getUint16(start, true); column <= last; column++) sheet.hiddenColumns.add(column);
        }
    }
    return awaiting;
  }

  #formula(
    sheet: MutableSheet,
    place: { row: number; column: number },
    start: number,
  ): { row: number; column: number } | undefined {
    const view = this.#view;
    if (view.getUint16(start + 12, true) !== 0xffff) {
      this.#number(sheet, place, view.getFloat64(start + 6, true), view.getUint16(start + 4, true));
      return undefined;
    }
    const value = this.#bytes[start + 8]!;
    const kind = this.#bytes[start + 6];
    if (kind === 0) return place;
    if (kind === 1) this.#put(sheet, place, truth(value));
    if (kind === 2) this.#put(sheet, place, errorCell(ERRORS[value] ?? "#N/A", {}));
    return undefined;
  }

  #number(sheet: MutableSheet, place: { row: number; column: number }, value: number, style: number): void {
    const number = shortestDecimal(value);
    if (number === undefined) throw broken();
    const id = this.#styles[style] ?? 0;
    this.#put(
      sheet,
      place,
      numberCell(number, this.#formats.get(id) ?? builtInFormat(id) ?? "General", this.#date1904, {}),
    );
  }

  #put(sheet: MutableSheet, { row, column }: { row: number; column: number }, cell: SheetCell | undefined): void {
    if (!cell) return;
    this.#characters += cell.text.length;
    if (++this.#cells > LIMITS.cells) throw tooLarge("工作簿单元格过多", "too many cells in the workbook");
    if (this.#characters > LIMITS.characters) throw tooLarge("工作簿文字过多", "too much text in the workbook");
    let cells = sheet.rows.get(row);
    if (!cells) sheet.rows.set(row, (cells = new Map()));
    cells.set(column, cell);
  }

  #merges(sheet: MutableSheet, start: number, end: number): void {
    for (let at = start + 2; at + 8 <= end; at += 8) {
      const [row, lastRow, column, lastColumn] = [0, 2, 4, 6].map((offset) =>
        this.#view.getUint16(at + offset, true),
      ) as [number, number, number, number];
      if (lastRow < row || lastColumn < column) continue;
      if (sheet.merges.length >= LIMITS.mergedRanges) throw tooLarge("合并单元格过多", "too many merged cells");
      sheet.merges.push({ row, column, rowSpan: lastRow - row + 1, columnSpan: lastColumn - column + 1 });
    }
  }

  /** A string within one record: its length in one or two bytes, in Excel 97 and later a byte that tells its width. */
  #string(at: number, end: number, lengthBytes: 1 | 2): string {
    const count = lengthBytes === 1 ? this.#view.getUint8(at) : this.#view.getUint16(at, true);
    const start = at + lengthBytes;
    if (!this.#wide)
      return new TextDecoder(this.#codePage).decode(this.#bytes.subarray(start, Math.min(start + count, end)));
    const wide = (this.#bytes[start]! & 1) !== 0;
    const from = start + 1;
    return decodeCharacters(this.#bytes.subarray(from, Math.min(from + (wide ? count * 2 : count), end)), wide);
  }

  /** The table of strings, which runs on over continuation records; a string that is cut there tells its width again. */
  #sharedStrings(start: number, end: number): string[] {
    const reader = new ContinuedReader(this.#bytes, start, end);
    reader.skip(4);
    const count = reader.uint32();
    const strings: string[] = [];
    for (let index = 0; index < count && !reader.atEnd; index++) {
      const length = reader.uint16();
      const flags = reader.uint8();
      const runs = (flags & 8) !== 0 ? reader.uint16() : 0;
      const extension = (flags & 4) !== 0 ? reader.uint32() : 0;
      strings.push(reader.characters(length, (flags & 1) !== 0));
      reader.skip(runs * 4 + extension);
    }
    return strings;
  }
}

class ContinuedReader {
  readonly #bytes: Uint8Array;
  readonly #view: DataView;
  #at: number;
  #end: number;

  constructor(bytes: Uint8Array, start: number, end: number) {
    this.#bytes = bytes;
    this.#view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    this.#at = start;
    this.#end = end;
  }

  get atEnd(): boolean {
    return this.#at >= this.#end && !this.#follows();
  }

  uint8(): number {
    if (this.#at >= this.#end) this.#continue();
    return this.#bytes[this.#at++]!;
  }
  uint16(): number {
    return this.uint8() | (this.uint8() << 8);
  }
  uint32(): number {
    return (this.uint16() | (this.uint16() << 16)) >>> 0;
  }

  skip(count: number): void {
    for (let rest = count; rest > 0;) {
      if (this.#at >= this.#end) this.#continue();
      const step = Math.min(rest, this.#end - this.#at);
      this.#at += step;
      rest -= step;
    }
  }

  characters(count: number, startsWide: boolean): string {
    let wide = startsWide;
    let text = "";
    for (let rest = count; rest > 0;) {
      if (this.#at >= this.#end) {
        this.#continue();
        wide = (this.#bytes[this.#at++]! & 1) !== 0;
      }
      const size = wide ? 2 : 1;
      const step = Math.min(rest, Math.floor((this.#end - this.#at) / size));
      if (step === 0) throw broken();
      text += decodeCharacters(this.#bytes.subarray(this.#at, this.#at + step * size), wide);
      this.#at += step * size;
      rest -= step;
    }
    return text;
  }

  #follows(): boolean {
    return this.#end + 4 <= this.#bytes.length && this.#view.getUint16(this.#end, true) === RECORD.continuation;
  }

  #continue(): void {
    do {
      if (!this.#follows()) throw broken();
      this.#at = this.#end + 4;
      this.#end = this.#at + this.#view.getUint16(this.#at - 2, true);
      if (this.#end > this.#bytes.length) throw broken();
    } while (this.#at === this.#end);
  }
}

function decodeCharacters(bytes: Uint8Array, wide: boolean): string {
  // The narrow form holds the low bytes of UTF-16 units, which is Latin-1, not Windows-1252.
  if (wide) return new TextDecoder("utf-16le").decode(bytes);
  let text = "";
  for (const byte of bytes) text += String.fromCharCode(byte);
  return text;
}

/** A number packed in 30 bits: an integer or the upper half of a double, either of them in hundredths. */
function rkNumber(packed: number): number {
  const inHundredths = (packed & 1) !== 0;
  let value: number;
  if ((packed & 2) !== 0) value = (packed | 0) >> 2;
  else {
    const view = new DataView(new ArrayBuffer(8));
    view.setUint32(4, (packed & 0xfffffffc) >>> 0, true);
    value = view.getFloat64(0, true);
  }
  return inHundredths ? value / 100 : value;
}

function truth(value: number): SheetCell {
  return { text: value === 0 ? "FALSE" : "TRUE" };
}

function broken(): ReadError {
  return new ReadError(
    "damaged",
    "文件已损坏或不完整（工作簿记录错误）",
    "The file is damaged or incomplete (a broken workbook record)",
  );
}
