import type { Block, Cell, ReadDocument, Table } from "@juesuan/core";
import { projectColumn } from "../tables/other.ts";
import { labelWord } from "../tables/words.ts";
import type { FoundTable } from "./found-table.ts";
import { splitLines, type Line } from "./lines.ts";
import { wordsOfLine, type Word } from "./spaced-rows.ts";

// 项目支出绩效自评结果汇总表 in a text: 序号 项目名称 全年预算数 全年执行数 执行率 自评得分 自评等级. Its headings say what stands in each place of
// a row, and every row has a number for each of them, so that no gap has to be measured.

interface Head {
  readonly words: readonly Word[];
  /** The places of the columns of numbers among the words; they follow each other. */
  readonly first: number;
  readonly last: number;
  readonly name: number;
  /** The line after it. */
  readonly to: number;
}

interface Row {
  readonly ordinal: Word | undefined;
  readonly names: readonly Word[];
  readonly numbers: readonly Word[];
  readonly after: readonly Word[];
}

const NUMBER = /^[-−]?(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?%?$|^[-—–]{1,2}$/;
const ORDINAL = /^\d{1,3}$/;
const LEAST_ROWS = 2;

/** The list of projects whose headings stand on a line; undefined where a row does not fit them. */
export function projectListTable(lines: readonly Line[], from: number, withTabs = false): FoundTable | undefined {
  const head = !withTabs && lines[from]!.text.includes("\t") ? undefined : headOf(lines, from);
  if (!head) return undefined;
  const read = rowsOf(lines, head);
  if (!read || read.rows.filter(({ names }) => !isTotal(names)).length < LEAST_ROWS || !bears(head, read.rows))
    return undefined;
  return { from, to: read.to, table: laidOut(head, read.rows) };
}

function headOf(lines: readonly Line[], from: number): Head | undefined {
  const line = lines[from]!;
  if (!line.text.includes("项目名称") || /[|。；，]/.test(line.text)) return undefined;
  const words = wordsOfLine(line);
  let to = from + 1;
  const rest = lines[to];
  // 自评得 | 分: the last heading may go on below, or stand there whole.
  if (rest && !rest.blank && !/\s/.test(rest.text) && (isHead(rest.text) || !isHead(words.at(-1)!.text))) {
    const { start, text } = isHead(rest.text) ? { ...rest, text: "" } : words.pop()!;
    words.push({ start, end: rest.end, text: text + rest.text });
    to++;
  }
  if (words.length < 4 || !words.every(({ text }) => isHead(text))) return undefined;
  const name = words.findIndex(({ text }) => text === "项目名称");
  const first = words.findIndex(({ text }) => isFigureHead(text));
  const last = words.findLastIndex(({ text }) => isFigureHead(text));
  const isRun = words.slice(first, last + 1).every(({ text }) => isFigureHead(text));
  // 实施单位 beside 项目名称: where one name ends and the other begins, no row says.
  if (name < 0 || first !== name + 1 || !isRun || last === first || name > 1) return undefined;
  if (name === 1 && words[0]!.text !== "序号") return undefined;
  return words.length - last > 2 ? undefined : { words, first, last, name, to };
}

const isFigureHead = (text: string): boolean => projectColumn([text]) !== undefined;
const isHead = (text: string): boolean =>
  isFigureHead(text) || /^(?:序号|项目名称|备注|(?:自评|评价|绩效)?(?:等级|等次|结果))$/.test(text);
const isTotal = (names: readonly Word[]): boolean =>
  /^(?:合计|总计)$/.test(labelWord(names.map(({ text }) => text).join("")));

function rowsOf(lines: readonly Line[], head: Head): { rows: readonly Row[]; to: number } | undefined {
  const rows: Row[] = [];
  let to = head.to;
  let names: Word[] = [];
  let ordinal: Word | undefined;
  const count = head.last - head.first + 1;
  for (let at = head.to; at < lines.length; at++) {
    const line = lines[at]!;
    if (line.blank) {
      if (lines[at + 1]?.blank !== false) break;
      continue;
    }
    const words = wordsOfLine(line);
    const firstNumber = words.findIndex(({ text }, index) => NUMBER.test(text) && !(index === 0 && ORDINAL.test(text)));
    if (firstNumber < 0) {
      // 孤儿…保障 | 6 | …: a long name, and its number by itself between the halves.
      if (words.length !== 1 || /[。；：:]/.test(line.text) || line.text.length > 40) break;
      if (!ORDINAL.test(words[0]!.text)) {
        if (ordinal) return undefined;
        names.push(words[0]!);
      } else if (ordinal || names.length === 0) break;
      else ordinal = words[0]!;
      continue;
    }
    const isNumbered = ORDINAL.test(words[0]!.text) && firstNumber > 0;
    // Whether the line before ends the row above or begins this one is not told.
    if (isNumbered && (ordinal || names.length > 0)) return undefined;
    const numbers = words.slice(firstNumber).filter(({ text }) => NUMBER.test(text));
    const after = words.slice(firstNumber + numbers.length);
    const own = [...names, ...words.slice(isNumbered ? 1 : 0, firstNumber)];
    if (names.length > 0 && !ordinal) return undefined;
    if (own.length === 0 || after.some(({ text }) => NUMBER.test(text))) return undefined;
    if (numbers.length !== count && !(isTotal(own) && numbers.length < count)) return undefined;
    rows.push({ ordinal: isNumbered ? words[0]! : ordinal, names: own, numbers, after });
    [names, ordinal] = [[], undefined];
    to = at + 1;
    if (isTotal(own)) break;
  }
  return names.length > 0 || ordinal ? undefined : { rows, to };
}

/** Whether percentages stand under 执行率 and nowhere else, and the rates are those of the amounts before them. */
function bears(head: Head, rows: readonly Row[]): boolean {
  const columns = head.words.slice(head.first, head.last + 1).map(({ text }) => projectColumn([text])!);
  const rate = columns.findIndex(({ measure }) => measure === "completion");
  let agreeing = 0;
  let checked = 0;
  for (const { numbers } of rows) {
    for (const [index, { text }] of numbers.entries()) if (text.endsWith("%") && index !== rate) return false;
    if (rate < 0 || numbers[rate]?.text.endsWith("%") !== true) continue;
    const values = numbers.map(({ text }) => Number(text.replace(/[,%]/g, "")));
    const budget = columns.findLastIndex(
      ({ concept, stage }) => concept === "project-amount" && stage !== undefined && stage !== "original-budget",
    );
    const final = columns.findIndex(
      ({ concept, stage, measure }) => concept === "project-amount" && stage === undefined && measure === undefined,
    );
    const [of, done] = [values[budget], values[final]];
    if (of === undefined || done === undefined || !(of > 0)) continue;
    checked++;
    if (Math.abs((100 * done) / of - values[rate]!) < 0.06) agreeing++;
  }
  return checked === 0 ? rate < 0 : agreeing * 10 >= checked * 7;
}

function laidOut(head: Head, rows: readonly Row[]): Table {
  const columnCount = head.words.length;
  const cells: Cell[] = [];
  const put = (row: number, column: number, words: readonly Word[], at: number): void => {
    const start = words[0]?.start ?? at;
    const end = words.at(-1)?.end ?? at;
    cells.push({
      row,
      column,
      rowSpan: 1,
      columnSpan: 1,
      start,
      end,
      page: 1,
      text: words.map((word) => word.text).join(""),
    });
  };
  for (const [column, word] of head.words.entries()) put(0, column, [word], word.start);
  for (const [index, { ordinal, names, numbers, after }] of rows.entries()) {
    const { end } = numbers.at(-1)!;
    for (let column = 0; column < columnCount; column++) {
      const number = numbers[column - head.first];
      if (column < head.name) put(index + 1, column, ordinal ? [ordinal] : [], names[0]!.start);
      else if (column === head.name) put(index + 1, column, names, names[0]!.start);
      else if (column <= head.last) put(index + 1, column, number ? [number] : [], end);
      else put(index + 1, column, after, end);
    }
  }
  const start = head.words[0]!.start;
  const end = cells.reduce((last, cell) => Math.max(last, cell.end), start);
  return { kind: "table", start, end, page: 1, rowCount: rows.length + 1, columnCount, cells, ruled: false };
}

/**
 * A page whose columns are measured may take a long name for the end of its table: where the lines themselves are a list of projects
 * over several such pieces, they are one.
 */
export function withWholeLists(document: ReadDocument): ReadDocument {
  if (!document.text.includes("项目名称")) return document;
  const lines = splitLines(document.text);
  let blocks = document.blocks;
  for (let at = 0; at < lines.length; at++) {
    const found = projectListTable(lines, at, true);
    if (!found) continue;
    const { start, end } = found.table;
    const pieces = blocks.filter((block) => block.start < end && block.end > start);
    const isTorn = pieces.filter(({ kind }) => kind === "table").length > 1;
    // An empty cell may end the last row.
    const isInside = (piece: Block): boolean =>
      piece.start >= start && document.text.slice(end, piece.end).trim() === "";
    if (!isTorn || !pieces.every((piece) => isInside(piece) && piece.page === pieces[0]!.page)) continue;
    const { page } = pieces[0]!;
    const whole = { ...found.table, page, cells: found.table.cells.map((cell) => ({ ...cell, page })) };
    blocks = blocks.flatMap((block) => (block === pieces[0] ? [whole] : pieces.includes(block) ? [] : [block]));
    at = found.to - 1;
  }
  return blocks === document.blocks ? document : { ...document, blocks };
}
