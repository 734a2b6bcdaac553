import { normaliseLabel } from "@juesuan/core";
import type { Fit } from "./fit.ts";
import type { Part } from "./parts.ts";
import { hasTwoHeadings, isConfirmed, sumsBreak, sumsHold } from "./across.ts";
import { headingWord } from "./words.ts";

/** What is left of an amount at the end of a line: 3,969.86 set one digit to a line ends lines with 3, and with 9. */
const TORN = /^\d[\d,]*[,.]$/;
/** An amount without its decimals, or with one of them. */
const BEGUN = /^(?:\d{1,3}(?:,\d{3})+|\d{4,})(?:[.．]\d)?$/;
/** One such cell is a slip of the pen; a table of them was set too narrow for its amounts. */
const TORN_CELLS = 3;

/** Whether the amounts of a table stand in pieces, so that no cell can be taken at its word. */
function isTorn({ grid, heading, skipped, tables }: Part): boolean {
  let torn = 0;
  const figures = new Set(heading.columns.flatMap(({ role, index }) => (role === "figure" ? [index] : [])));
  const labels = heading.columns.filter(({ role }) => role === "name" || role === "code");
  const unruled = tables.some(({ table }) => table.ruled === false);
  const trims = isTrimmed(grid, heading.rowCount, figures);
  let [ends, beginnings] = [0, 0];
  for (let row = heading.rowCount; row < grid.rowCount; row++) {
    if (skipped.has(row)) continue;
    const cells = grid.row(row);
    // 104,328,325 in its row, and 48 in one of its own that has no name.
    const isNameless = unruled && labels.length > 0 && labels.every(({ index }) => grid.text(row, index).trim() === "");
    for (const { text, column } of cells) {
      if (!figures.has(column)) continue;
      // No table prints separators and one decimal, unless it leaves zeros at the end out of all its amounts.
      if (unruled && !trims && /,\d{3}[.．]\d$/.test(text.trim())) return true;
      if (/^[.．]\d\d$/.test(text.trim()) || (isNameless && /^[.．]?\d{1,2}$/.test(text.trim()))) ends++;
      else if (BEGUN.test(text.trim())) beginnings++;
    }
    torn += cells.filter(({ text }) => TORN.test(text.trim())).length;
    // 29 over .92: no table prints both an amount without decimals and one without its zero.
    if (cells.some(({ text, column }) => /^[.．]\d\d$/.test(text.trim()) && /^\d+$/.test(grid.text(row - 1, column))))
      return true;
  }
  return torn >= TORN_CELLS || (ends > 0 && beginnings > 0);
}

/** A column of figures without a heading beside one with a heading and nothing else: they are one, and others may be shifted too. */
function isHeadedBeside({ grid, heading, skipped }: Part): boolean {
  const filled = (column: number): number => {
    let cells = 0;
    for (let row = heading.rowCount; row < grid.rowCount; row++)
      if (!skipped.has(row) && (grid.startingAt(row, column)?.text ?? "") !== "") cells++;
    return cells;
  };
  const isOrphan = (index: number): boolean => {
    const column = heading.columns[index];
    return column?.role === "figure" && column.path.length === 0 && filled(index) >= TORN_CELLS;
  };
  return heading.columns.some(
    ({ role, path, index }) =>
      (role === "figure" || role === "remark") &&
      path.length > 0 &&
      filled(index) === 0 &&
      [index - 2, index - 1, index + 1, index + 2].some(isOrphan),
  );
}

/** One heading over two columns of amounts, and none over one of them: the headings beside it may be shifted too. */
function hasSharedHeading({ grid, heading, skipped }: Part): boolean {
  const filled = (column: number): boolean =>
    Array.from({ length: grid.rowCount - heading.rowCount }, (_, index) => heading.rowCount + index).some(
      (row) => !skipped.has(row) && /\d[.．]\d/.test(grid.startingAt(row, column)?.text ?? ""),
    );
  return heading.columns.some(({ role, path, index }, at) => {
    const next = heading.columns[at + 1];
    return (
      role === "figure" &&
      next?.role === "figure" &&
      next.index === index + 1 &&
      path.length > 0 &&
      path.join("/") === next.path.join("/") &&
      filled(index) &&
      filled(next.index)
    );
  });
}

/** Amounts that run into those beside them: cells with more than one number, or less. */
function isGarbled({ grid, heading, skipped }: Part): boolean {
  const figures = new Set(heading.columns.flatMap(({ role, index }) => (role === "figure" ? [index] : [])));
  let garbled = 0;
  for (let row = heading.rowCount; row < grid.rowCount; row++)
    if (!skipped.has(row))
      for (const cell of grid.row(row))
        if (figures.has(cell.column) && /^[\d,.，．\s-]+$/.test(cell.text) && grid.content(cell).kind === "words")
          garbled++;
  return garbled >= TORN_CELLS;
}

/** Amounts as a workbook shows them that was told no number of decimals: 135.5 and 9.4 beside 1,535.36. */
function isTrimmed(grid: Part["grid"], from: number, figures: ReadonlySet<number>): boolean {
  let short = 0;
  for (let row = from; row < grid.rowCount; row++)
    for (const { text, column } of grid.row(row))
      if (figures.has(column) && /^-?\d{1,3}[.．]\d$/.test(text.trim())) short++;
  return short >= TORN_CELLS;
}

/** 05 and 99 in a column taken for one of amounts, beside others that all have decimals: the heading went astray. */
function hasCodesForAmounts({ grid, heading, skipped, tables }: Part): boolean {
  if (!tables.some(({ table }) => table.inferred ?? table.ruled === false)) return false;
  return heading.columns.some(({ role, index: column }) => {
    if (role !== "figure") return false;
    const texts: string[] = [];
    for (let row = heading.rowCount; row < grid.rowCount; row++)
      if (!skipped.has(row) && grid.text(row, column) !== "") texts.push(grid.text(row, column).trim());
    const isCounted = texts.every((text, at) => /^\d{1,3}$/.test(text) && (at === 0 || +text === +texts[at - 1]! + 1));
    return (
      texts.length >= TORN_CELLS &&
      (isCounted ||
        areCodes(texts) ||
        (texts.every((text) => /^\d\d$/.test(text)) && texts.some((text) => text.startsWith("0"))))
    );
  });
}

/** 302, 30201, 30202: codes under that of their class, in their order. */
function areCodes(texts: readonly string[]): boolean {
  return texts.every(
    (text, at) =>
      /^[235]\d{2}(?:\d{2}){0,2}$/.test(text) && (at === 0 || (text > texts[at - 1]! && text[0] === texts[0]![0])),
  );
}

/** One row of figures without lines, under headings of which several make no sense: the others may have gone astray as well. */
function hasStrangeHeadings({ tables, grid }: Part, { blocks }: Fit): boolean {
  const columns = blocks.filter(({ declared }) => declared.rows.kind === "single").flatMap((block) => block.columns);
  const strange = columns.filter(({ column, printed }) => {
    if (column !== undefined) return false;
    return Array.from({ length: grid.rowCount }, (_, row) => grid.text(row, printed.index)).some((text) =>
      /\d\.\d/.test(text),
    );
  });
  // 合计 | … | 合计 | …, and 预算数 and 决算数 over them lost.
  const paths = new Set(columns.filter((one) => !strange.includes(one)).map(({ printed }) => printed.path.join("/")));
  if (strange.filter(({ printed }) => paths.has(printed.path.join("/"))).length > 1) return true;
  if (tables.some(({ table }) => table.ruled !== false)) return false;
  return strange.length > 1 && strange.length * 4 > columns.length;
}

/**
 * 本年财政拨款一般公共预算 over 财政拨款, or 其他资金 over it: where no lines part a list of projects, a heading that nobody knows, one over
 * what it is no part of, and amounts under none are headings that ran together.
 */
function hasFusedHeadings({ blocks }: Fit): boolean {
  return blocks.some(({ declared, columns }) => {
    const { rows } = declared;
    const isOfProjects =
      rows.kind === "fixed" ? rows.others !== undefined : rows.kind === "classification" && rows.projects;
    if (!isOfProjects || declared.columnAxis) return false;
    const names = declared.columns.flatMap(({ heading, aliases = [] }) => [...heading, ...aliases]);
    const known = new Set(names.map(headingWord));
    const groups = new Set(declared.columns.flatMap(({ heading }) => heading.slice(0, -1)).map(normaliseLabel));
    const isGroup = (text: string): boolean => [...groups].some((group) => headingWord(text).includes(group));
    return columns.some(
      ({ printed: { path } }) =>
        path.length === 0 || !path.every((text) => known.has(headingWord(text))) || !path.slice(0, -1).every(isGroup),
    );
  });
}

/** Why no cell of a table can be taken at its word; undefined where each can. */
export function whyUnsure(part: Part, fit: Fit): string | undefined {
  if (isTorn(part)) return "表格太窄，数字在格内断成几截";
  if (part.tables.some(({ table }) => table.adrift) || hasCodesForAmounts(part) || hasStrangeHeadings(part, fit))
    return "文本中各行没有对齐，分不清哪个数字在哪一栏";
  const isInferred = part.tables.some(({ table }) => table.inferred ?? table.ruled === false);
  if (isInferred && (isHeadedBeside(part) || hasSharedHeading(part) || hasTwoHeadings(fit) || hasFusedHeadings(fit)))
    return "各栏的表头没有对齐，分不清哪个数字在哪一栏";
  if (part.tables.some(({ table }) => table.headedLeft) && !isConfirmed(part, fit))
    return "表头靠左而没有框线，各行又没有相加可证，分不清哪个数字在哪一栏";
  if ((isInferred && sumsBreak(part, fit)) || (isGarbled(part) && !sumsHold(part, fit)))
    return "各栏分得不清，各行相加不符，不能确定哪个数字在哪一栏";
  return undefined;
}

export const RUNS_OFF = "表格超出纸边，右边的列没有印出";

/**
 * The columns of a table that runs off the paper which cannot be taken at their word: the last, of whose amounts the edge
 * of the paper may cut the end, and those under a heading whose words stand beyond the edge.
 */
export function columnsAtEdge({ grid, heading, tables }: Part): ReadonlySet<number> {
  const columns = new Set<number>();
  const cut = tables.filter(({ table }) => table.cut);
  if (cut.length === 0) return columns;
  if (!cut.every(({ table }) => table.closed)) columns.add(grid.columnCount - 1);
  for (let row = 0; row < heading.rowCount; row++)
    for (const cell of grid.row(row))
      if (cell.text === "" && cell.column + cell.columnSpan >= grid.columnCount)
        for (let column = cell.column; column < grid.columnCount; column++) columns.add(column);
  return columns;
}
