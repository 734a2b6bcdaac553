import { firstAtLeast, normaliseLabel, type Cell } from "@juesuan/core";
import { stageCaptions } from "./captions.ts";
import type { Grid } from "./grid.ts";
import { accountWord, isGrandTotal, isHeadingWord, labelWord, squeezed } from "./words.ts";

/** What a column holds. */
export type ColumnRole = "code" | "name" | "line" | "remark" | "figure";

export interface PrintedColumn {
  readonly index: number;
  readonly role: ColumnRole;
  /** Its headings from the outside in, as printed, without white space. */
  readonly path: readonly string[];
}

export interface Heading {
  /** The body starts here. */
  readonly rowCount: number;
  readonly columns: readonly PrintedColumn[];
  /** Cells of the first row of the body that are headings all the same. */
  readonly strays: ReadonlySet<Cell>;
}

const MOST_ROWS = 9;

/** The headings of a grid: the rows above the first that holds figures, codes or labels. */
export function headingOf(grid: Grid): Heading {
  let rowCount = 0;
  const captions = stageCaptions(grid);
  for (let row = 0; row < Math.min(grid.rowCount, MOST_ROWS); row++) {
    if (captions.has(row)) break;
    const kind = kindOf(grid, row, rowCount);
    if (kind === "body") break;
    if (kind === "heading") rowCount = row + 1;
  }
  const strays = captions.has(rowCount) ? NONE : straysOf(grid, rowCount);
  const above = new Above(grid, rowCount, strays);
  const paths = Array.from({ length: grid.columnCount }, (_, column) => pathOf(above, column));
  const columns = paths.map((path, index) => ({ index, path, role: roleOf(grid, rowCount, index, path, strays) }));
  return { rowCount, columns, strays };
}

/** 类 | 款 | 项 | 合计 | 2,946.25, or 合计 | 0 | 小计 | 基本支出: headings that share their row with the grand total. */
function straysOf(grid: Grid, row: number): ReadonlySet<Cell> {
  const cells = row < grid.rowCount && row > 0 ? grid.filled(row) : [];
  const isTotal = cells[0]?.column === 0 && isGrandTotal(labelWord(cells[0].text));
  const above = new Above(grid, row);
  const strays = cells.filter((cell) => {
    if (grid.content(cell).kind !== "words") return false;
    if (/^[类款项]$/.test(squeezed(cell.text))) return true;
    const path = pathOf(above, cell.column);
    return (
      isHeadingWord(cell.text) && (path.length > 0 || isTotal) && !isLabelPath(path) && !(isTotal && cell === cells[0])
    );
  });
  // 2015年度预算数 before amounts is the label of its row, whatever heads it.
  return new Set(strays.length === 1 && strays[0] === cells[0] && strays[0]?.column === 0 ? [] : strays);
}

function kindOf(grid: Grid, row: number, headings: number): "heading" | "body" | "empty" {
  const cells = grid.filled(row);
  if (cells.length === 0) return "empty";
  if (isNumbering(grid, row)) return row === 0 ? "body" : "heading";
  const words = cells.filter((cell) => isHeadingWord(cell.text));
  const hasLabels = words.length * 2 >= cells.length;
  for (const cell of cells) {
    const { kind } = grid.content(cell);
    if (kind === "number" && !(hasLabels && /^(?:19|20)\d{2}$/.test(cell.text.trim())))
      return countsColumns(grid, row) ? "heading" : "body";
    if ((kind === "dash" || kind === "withheld") && !hasLabels) return "body";
  }
  const first = cells[0]!;
  // 合计 under the headings of codes and names begins the body, whatever headings share its row.
  if (headings > 0 && first.column === 0 && first.rowSpan === 1 && isGrandTotal(labelWord(first.text))) {
    if (cells.length === 1 || isLabelPath(pathOf(new Above(grid, headings), 0))) return "body";
  }
  if (hasLabels) return "heading";
  // Words that nobody has taught, beside 科目名称, or below a heading whose first cell reaches down to them.
  if (headings > 0 && isBelowHeading(grid, row) && cells.every((cell) => grid.content(cell).kind === "words"))
    return "heading";
  if (
    cells.some(({ text }) =>
      /^\s*(?:[一二三四五六七八九十]{1,3}|\d{1,2})[、.．](?!\d)|^\s*[（(][一二三四五六七八九十\d]{1,3}[)）]/.test(text),
    )
  )
    return "body";
  return headings === 0 ? "heading" : "body";
}

/** Whether a row is headed at its labels: by words for them, or by a cell that begins above. */
function isBelowHeading(grid: Grid, row: number): boolean {
  const first = grid.at(row, 0);
  if (first !== undefined && first.row < row && first.text !== "") return true;
  return grid.filled(row).some(({ text }) => {
    const word = accountWord(normaliseLabel(text));
    return CODE.test(word) || /^(?:功能|经济)?(?:分类)?科目名称$/.test(word);
  });
}

const LONG_COUNT = 5;

/** Every column of a heading asks of all its rows. */
const numbered = new WeakMap<Grid, Map<number, boolean>>();

/** 栏次 | 1 | 2 | 3: numbers that count the columns. */
export function isNumbering(grid: Grid, row: number): boolean {
  return perRow(numbered, grid, row, readNumbering);
}

/** What is read of a row once. */
function perRow(
  known: WeakMap<Grid, Map<number, boolean>>,
  grid: Grid,
  row: number,
  read: (grid: Grid, row: number) => boolean,
): boolean {
  let rows = known.get(grid);
  if (!rows) known.set(grid, (rows = new Map()));
  let value = rows.get(row);
  if (value === undefined) rows.set(row, (value = read(grid, row)));
  return value;
}

function readNumbering(grid: Grid, row: number): boolean {
  const all = grid.filled(row).map(({ text }) => squeezed(text));
  // 1 | 2 | 章3 | 4 | 5: the words of a seal over numbers that count without a gap.
  if (
    all.length >= LONG_COUNT &&
    all.every((text, index) => text.replace(/^\p{sc=Han}{1,4}/u, "") === String(index + 1))
  )
    return true;
  const texts = all.filter((text) => /^(?:[栏行项]次|栏目|[类款项]|[甲乙丙丁A-Z]|\(?\d{1,3}\)?(?:=.+)?)$/.test(text));
  // The end of a heading too long for its cell may lie over one of a hundred numbers: 组织补贴108.
  const strays = all.length - texts.length;
  if (texts.length === 0 || strays > all.length / 40) return false;
  const numbers = numbersOf(texts);
  const isNamed = texts.some((text) => /^(?:[栏行项]次|栏目)$/.test(text));
  return isNamed
    ? ascends(numbers, 1 + strays)
    : numbers.length >= 3 && numbers[0] === 1 && ascends(numbers, 1 + strays);
}

const counting = new WeakMap<Grid, Map<number, boolean>>();

/** 类 | 款 | 项 | 科目名称 | 1 | 2 | 3: numbers of columns beside headings. */
function countsColumns(grid: Grid, row: number): boolean {
  return perRow(counting, grid, row, readCounting);
}

function readCounting(grid: Grid, row: number): boolean {
  const cells = grid.filled(row);
  const numbers = numbersOf(cells.map(({ text }) => squeezed(text)));
  return (
    numbers.length >= 2 &&
    numbers[0] === 1 &&
    ascends(numbers) &&
    cells.every((cell) => isHeadingWord(cell.text) || /^\d{1,3}$/.test(squeezed(cell.text)))
  );
}

function numbersOf(texts: readonly string[]): number[] {
  return texts.flatMap((text) => (/^\(?\d{1,3}\)?(?:=|$)/.test(text) ? [Number(/\d+/.exec(text)![0])] : []));
}

function ascends(numbers: readonly number[], step = 1): boolean {
  return numbers.every((value, index) => {
    const before = numbers[index - 1];
    return before === undefined || (value > before && value <= before + step);
  });
}

const NONE: ReadonlySet<Cell> = new Set();

/** —15— among the headings that the next page repeats: the number of the page before. */
const PAGE_NUMBER = /^[-—–]\d{1,4}[-—–]$/;

function pathOf(above: Above, column: number): string[] {
  const { grid, rowCount, strays } = above;
  const path: string[] = [];
  let last: Cell | undefined;
  for (let row = 0; row <= rowCount; row++) {
    const cell = row < rowCount ? above.headingAt(row, column) : grid.at(row, column);
    if (!cell || cell === last || (row === rowCount && !strays.has(cell))) continue;
    last = cell;
    // Where a merged heading was filled into all its cells it stands again below itself.
    const text = squeezed(cell.text);
    if (path.at(-1) !== text && !PAGE_NUMBER.test(text)) path.push(text);
  }
  return path;
}

/** The headings above a body, each place looked at once. */
class Above {
  readonly grid: Grid;
  readonly rowCount: number;
  readonly strays: ReadonlySet<Cell>;
  private readonly known = new Map<number, Cell | undefined>();
  private readonly filled = new Map<number, readonly number[]>();

  constructor(grid: Grid, rowCount: number, strays: ReadonlySet<Cell> = NONE) {
    this.grid = grid;
    this.rowCount = rowCount;
    this.strays = strays;
  }

  /**
   * The heading over a place. Where cells are not merged, the heading of a group stands over its first column only: it
   * reaches as far to the right as headings below it go without one of their own, under one heading above.
   */
  headingAt(row: number, column: number): Cell | undefined {
    const place = row * this.grid.columnCount + column;
    if (this.known.has(place)) return this.known.get(place);
    const cell = this.find(row, column);
    this.known.set(place, cell);
    return cell;
  }

  private find(row: number, column: number): Cell | undefined {
    const { grid } = this;
    if (isNumbering(grid, row)) return undefined;
    const own = grid.at(row, column);
    if (own && own.text !== "")
      return /^\d{1,3}$/.test(squeezed(own.text)) && countsColumns(grid, row) ? undefined : own;
    if (!this.isHeadedBelow(row, column)) return undefined;
    const left = this.filledBefore(row, column);
    const cell = left === undefined ? undefined : grid.at(row, left);
    if (left === undefined || !cell || cell.rowSpan > 1 || !this.isHeadedBelow(row, left)) return undefined;
    for (let above = 0; above < row; above++)
      if (this.headingAt(above, left) !== this.headingAt(above, column)) return undefined;
    return cell;
  }

  private isHeadedBelow(row: number, column: number): boolean {
    const { grid, rowCount, strays } = this;
    for (let below = row + 1; below <= Math.min(rowCount, grid.rowCount - 1); below++) {
      const cell = grid.startingAt(below, column);
      if (!cell || cell.text === "" || isNumbering(grid, below)) continue;
      if (below < rowCount || strays.has(cell)) return true;
    }
    return false;
  }

  /** The next column to the left in which a row holds anything. */
  private filledBefore(row: number, column: number): number | undefined {
    let filled = this.filled.get(row);
    if (!filled) {
      filled = Array.from({ length: this.grid.columnCount }, (_, index) => index).filter(
        (index) => this.grid.text(row, index) !== "",
      );
      this.filled.set(row, filled);
    }
    return filled[firstAtLeast(filled, column, (index) => index) - 1];
  }
}

const OF_AMOUNTS = /(?:决算|预算|金额|[算计]数|合计|小计)$/;
const CODE = /(?:科目编码|科目代码|分类编码|类款项|^编码|^代码)$/;
const NAME =
  /^(?:.*科目名称|名称|项目|科目|收入项目|支出项目|预算科目|支出功能分类科目|(?:支出)?(?:功能|经济)分类(?:科目)?|(?:预算)?单位名称|项目名称|项目类别|支出内容|指标|指标名称|.*指标)(?:\(按.*\))?$/;

function isLabelPath(path: readonly string[]): boolean {
  const last = accountWord(normaliseLabel(path.at(-1) ?? ""));
  return CODE.test(last) || NAME.test(last) || /^[类款项]$/.test(path.at(-1) ?? "");
}

function roleOf(
  grid: Grid,
  from: number,
  column: number,
  path: readonly string[],
  strays: ReadonlySet<Cell>,
): ColumnRole {
  const last = accountWord(normaliseLabel(path.at(-1) ?? ""));
  if (/^(?:[行栏项]次|序号|行号|编号)$/.test(last)) return "line";
  // 120103230001: digits that count nothing.
  if (/项目(?:编码|代码|编号)$/.test(last) && !holdsDecimals(grid, from, column)) {
    const contents = contentsOf(grid, from, column, strays);
    return contents === "words" ? "name" : "line";
  }
  if (/^[类款项]$/.test(path.at(-1) ?? "") && !holdsDecimals(grid, from, column)) return "code";
  const contents = contentsOf(grid, from, column, strays);
  if (/^(?:备注|说明|.*(?:原因|情况说明|主要内容|用途))$/.test(last)) return "remark";
  // Columns of another table on the sheet, or of nothing.
  if (contents === "empty" && path.length === 0) return "remark";
  if (CODE.test(last)) return contents === "words" ? "name" : "code";
  if (contents === "words") return "name";
  // Whole 万元 (200, 317, 354) look like codes: the heading says what they are.
  if (contents === "codes" && OF_AMOUNTS.test(last)) return "figure";
  if (contents === "codes" && (column < 4 || path.some((text) => /编码|代码|分类/.test(text)))) return "code";
  if (NAME.test(last)) return contents === "figures" ? "figure" : "name";
  return contents === "lines" && path.length === 0 ? "line" : "figure";
}

/** Amounts stand under no code's heading: there a word was cut, 财政拨 | 款. */
function holdsDecimals(grid: Grid, from: number, column: number): boolean {
  for (let row = from; row < grid.rowCount; row++)
    if (/^[-−]?[\d,]+\.\d\d$/.test(grid.startingAt(row, column)?.text ?? "")) return true;
  return false;
}

/** What most of a column's filled cells are. */
function contentsOf(
  grid: Grid,
  from: number,
  column: number,
  strays: ReadonlySet<Cell>,
): "words" | "codes" | "lines" | "figures" | "empty" {
  let words = 0;
  let codes = 0;
  let figures = 0;
  const numbers: number[] = [];
  for (let row = from; row < grid.rowCount; row++) {
    const cell = grid.startingAt(row, column);
    if (!cell || cell.text === "" || strays.has(cell) || /^#+$/.test(cell.text)) continue;
    const text = squeezed(cell.text);
    const { kind } = grid.content(cell);
    if (/^\d{1,3}$/.test(text)) numbers.push(Number(text));
    if (/^[235]\d{2}(?:\d{2}){0,2}$/.test(text)) codes++;
    else if (kind === "words") words += cell.columnSpan > 1 ? 0.1 : 1;
    else if (kind === "number") figures++;
    // No names stand among dashes for nothing, though a seal over them may print its own.
    else if (kind === "dash") figures++;
  }
  if (words + codes + figures < 0.5) return "empty";
  if (words >= codes && words >= figures) return "words";
  if (codes > figures) return "codes";
  return numbers.length >= 3 && numbers.length === figures && ascends(numbers) ? "lines" : "figures";
}
