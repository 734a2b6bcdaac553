import { normaliseLabel, type Cell } from "@juesuan/core";
import { contentOf, isPlainlyAmount } from "./amounts.ts";
import { filledCells, type Matrix } from "./matrix.ts";

/** What a column of a table holds, by its headings and its contents. */
export type ColumnRole = "code" | "name" | "line" | "remark" | "figure";

export interface PrintedColumn {
  readonly index: number;
  readonly role: ColumnRole;
  /** Its headings from the outside in, as printed. */
  readonly path: readonly string[];
}

export interface Head {
  /** How many rows are headings; the body starts there. */
  readonly rowCount: number;
  readonly columns: readonly PrintedColumn[];
}

const FIRST_LABEL = /^(?:一[、.．]|[1１][、.．](?!\d))/;
const LEVEL_WORDS = /^(?:类|款|项)$/;

/** The headings of a table: the rows above the first row of figures, codes or labels. */
export function headOf(matrix: Matrix): Head {
  let rowCount = 0;
  while (rowCount < matrix.rowCount && !startsBody(matrix, rowCount)) rowCount++;
  const headings: number[] = [];
  for (let row = 0; row < rowCount; row++) if (!isSequence(matrix, row)) headings.push(row);
  // 类 | 款 | 项 | 合计 | 2,946.25: the total may stand on the last row of the headings.
  const shared =
    rowCount < matrix.rowCount && filledCells(matrix, rowCount).some((cell) => LEVEL_WORDS.test(cell.text.trim()));
  const columns: PrintedColumn[] = [];
  for (let index = 0; index < matrix.columnCount; index++) {
    const path: string[] = [];
    let last: Cell | undefined;
    for (const row of shared ? [...headings, rowCount] : headings) {
      const cell = matrix.at(row, index);
      if (!cell || cell === last || cell.text.trim() === "") continue;
      if (/^\d{1,3}$/.test(cell.text.trim()) && countsColumns(matrix, row)) continue;
      if (row === rowCount && !LEVEL_WORDS.test(cell.text.trim())) continue;
      last = cell;
      // A heading merged downwards may be repeated instead, where a format knows no merged cells.
      const words = cell.text.replace(/\s+/g, "");
      if (words !== path.at(-1)) path.push(words);
    }
    columns.push({ index, role: roleOf(matrix, rowCount, index, path), path });
  }
  return { rowCount, columns };
}

/** 栏次 | 1 | 2 | 3: numbers that count the columns. */
function isSequence(matrix: Matrix, row: number): boolean {
  const texts = filledCells(matrix, row).map((cell) => cell.text.replace(/\s+/g, ""));
  const numbers = texts.filter((text) => /^\d{1,3}$/.test(text)).map(Number);
  if (numbers.length < 2 && !/^[栏行]次$/.test(texts[0] ?? "")) return false;
  if (texts.some((text) => !/^\d{1,3}$/.test(text) && !/^[栏行]次$|^类$|^款$|^项$|^\d{1,2}(?:=.*)?$/.test(text)))
    return false;
  return numbers.every((value, index) => index === 0 || value === numbers[index - 1]! + 1);
}

/** 类 | 款 | 项 | 科目名称 | 1 | 2 | 3: numbers of columns beside headings. */
function countsColumns(matrix: Matrix, row: number): boolean {
  const numbers = filledCells(matrix, row)
    .map((cell) => cell.text.trim())
    .filter((text) => /^\d{1,3}$/.test(text))
    .map(Number);
  return numbers.length >= 2 && numbers.every((value, index) => value === numbers[0]! + index);
}

function startsBody(matrix: Matrix, row: number): boolean {
  if (isSequence(matrix, row)) return false;
  const cells = filledCells(matrix, row);
  if (cells.length === 0) return row > 0 && hasHeadingAbove(matrix, row);
  if (cells.some((cell) => isPlainlyAmount(cell.text))) return true;
  const texts = cells.map((cell) => cell.text.trim());
  if (texts.some((text) => FIRST_LABEL.test(text))) return true;
  if (/^[12358]\d{2}(?:\s*\d{2}){0,2}$/.test(texts[0]!) && texts.length > 1) return true;
  // 合计 alone in its row heads a body without figures.
  return (
    row > 0 &&
    cells.length === 1 &&
    /^(?:合计|总计)$/.test(normaliseLabel(texts[0]!)) &&
    cells[0]!.rowSpan === 1 &&
    cells[0]!.columnSpan < matrix.columnCount &&
    cells[0]!.column === 0
  );
}

/** An empty row under headings is an empty body. */
function hasHeadingAbove(matrix: Matrix, row: number): boolean {
  return filledCells(matrix, row - 1).length > 0;
}

function roleOf(matrix: Matrix, from: number, column: number, path: readonly string[]): ColumnRole {
  const last = path.at(-1) ?? "";
  const all = path.join("/");
  if (/^[行栏]次$|^序号$/.test(last)) return "line";
  if (/^备注$|^说明$/.test(last)) return "remark";
  if (/编码|代码/.test(last) || LEVEL_WORDS.test(last) || /类款项/.test(last)) return "code";
  if (/科目名称|项目名称|单位名称|^名称$/.test(last)) return "name";
  const shape = shapeOf(matrix, from, column);
  if (/编码/.test(all) && shape !== "words") return "code";
  if (shape === "words") return "name";
  if (shape === "codes" && column < 4) return "code";
  if (
    /^(?:项目|科目|收入项目|支出项目|预算科目|支出功能分类科目|经济分类科目|功能分类科目)(?:\(按.*\))?$/.test(
      last.normalize("NFKC"),
    )
  )
    return "name";
  return "figure";
}

/** What most of a column's filled cells are. */
function shapeOf(matrix: Matrix, from: number, column: number): "words" | "codes" | "amounts" | "empty" {
  let words = 0;
  let codes = 0;
  let amounts = 0;
  for (let row = from; row < matrix.rowCount; row++) {
    const cell = matrix.at(row, column);
    if (!cell || cell.text.trim() === "" || (cell.columnSpan > 1 && cell.column !== column)) continue;
    const text = cell.text.trim();
    if (/^[12358]\d{2}(?:\s*\d{2}){0,2}$/.test(text)) codes++;
    else if (contentOf(text).kind === "words") words++;
    else amounts++;
  }
  if (words + codes + amounts === 0) return "empty";
  if (words >= codes && words >= amounts && words > 0) return "words";
  return codes > amounts ? "codes" : "amounts";
}
