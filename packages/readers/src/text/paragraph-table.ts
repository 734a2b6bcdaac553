import { recogniseTitle } from "@juesuan/core";
import type { FlowNode, FlowParagraph, FlowTable } from "./flow.ts";
import { splitLines } from "./lines.ts";
import { lostColumnsOf } from "./lost-columns/index.ts";
import { groupsOf, wordsOfLine, type Run } from "./spaced-rows.ts";
import { isNote, isUnitLine, standsApart } from "./surroundings.ts";

// Web pages whose tables an editor took apart: a paragraph for each row, its cells parted by wide spaces, or a paragraph
// for each cell, an empty one for an empty cell. The spaces and the empty paragraphs say where cells are that hold nothing.

const LONGEST_CELL = 40;
const LEAST_ROWS = 3;
const MOST_COLUMNS = 24;
const MOST_CELLS = 20_000;
/** The cells of the largest heading. */
const MOST_HEADINGS = 200;
/** What stands in the place of an amount that is not there while the columns are looked for. */
const NOTHING = "—";

/** The nodes with the paragraphs that are rows or cells put together as tables. */
export function withParagraphTables(nodes: readonly FlowNode[]): readonly FlowNode[] {
  if (!nodes.some((node) => node.kind === "paragraph" && titleOf(node) !== undefined)) return nodes;
  const found: FlowNode[] = [];
  for (let at = 0; at < nodes.length; at++) {
    const node = nodes[at]!;
    found.push(node);
    const title = node.kind === "paragraph" ? titleOf(node) : undefined;
    if (title === undefined) continue;
    let from = at + 1;
    while (isAround(nodes[from])) found.push(nodes[from++]!);
    let to = from;
    while (to - from < MOST_CELLS && isPart(nodes[to])) to++;
    const rows = nodes.slice(from, to) as FlowParagraph[];
    const table = rows.length > LEAST_ROWS ? tableOf(title, rows) : undefined;
    if (table) found.push(table);
    at = (table ? to : from) - 1;
  }
  return found;
}

function titleOf({ text }: FlowParagraph): string | undefined {
  const words = text.replaceAll(/\s/g, "");
  if (words.length > LONGEST_CELL || !/表(?:[（(].*[)）])?$/.test(words)) return undefined;
  return (recogniseTitle(words)?.score ?? 0) >= 0.9 ? words : undefined;
}

function isAround(node: FlowNode | undefined): boolean {
  if (node?.kind !== "paragraph") return false;
  const words = node.text.trim();
  return isUnitLine(words) || (words !== "" && !isNote(words) && standsApart(words.split(/[\s\u3000]{2,}/)));
}

/** A row, a cell, or nothing. */
function isPart(node: FlowNode | undefined): node is FlowParagraph {
  if (node?.kind !== "paragraph" || node.role === "outside" || node.marker !== undefined) return false;
  const { text } = node;
  return (
    !/[。；]/.test(text) &&
    !isNote(text) &&
    titleOf(node) === undefined &&
    !/^\s*第.{1,3}部分|情况(?:说明)?\s*$/.test(text)
  );
}

/** Rows of cells before their columns are known. */
interface Draft {
  readonly head: readonly (readonly string[])[];
  readonly rows: readonly (readonly string[])[];
}

function tableOf(title: string, paragraphs: readonly FlowParagraph[]): FlowTable | undefined {
  const sides = recogniseTitle(title)?.table.blocks.length ?? 1;
  const draft = rowsOf(paragraphs) ?? cellsOf(paragraphs, sides);
  if (!draft) return undefined;
  const head = draft.head.map((cells) => cells.filter((cell) => cell !== "").join(" ")).filter((words) => words !== "");
  const text = [title, ...head, ...draft.rows.map((cells) => cells.filter((cell) => cell !== "").join(" "))].join("\n");
  const lines = splitLines(text);
  const body = lines.slice(1 + head.length);
  const rows = body.map((line) => ({ groups: groupsOf(wordsOfLine(line)) }));
  const run: Run = { head: lines.slice(1, 1 + head.length), rows, to: lines.length };
  const table = lostColumnsOf(lines, 1, run, title);
  if (!table) return undefined;
  const { rowCount, cells } = table;
  const depth = rowCount - rows.length;
  const byRow = Map.groupBy(cells, ({ row }) => row);
  return {
    kind: "table",
    rows: Array.from({ length: rowCount }, (_, row) => {
      const own = byRow.get(row) ?? [];
      // Every place of the row, for the cells say no columns here.
      const placed: FlowTable["rows"][number][number][] = [];
      let next = 0;
      for (const cell of own) {
        for (; next < cell.column; next++) if (row >= depth) placed.push(cellOf(""));
        placed.push({
          ...cellOf(cell.text === NOTHING ? "" : cell.text),
          rowSpan: cell.rowSpan,
          columnSpan: cell.columnSpan,
        });
        next = cell.column + cell.columnSpan;
      }
      return placed;
    }),
  };
}

function cellOf(text: string): FlowTable["rows"][number][number] {
  return { nodes: [{ kind: "paragraph", text }], rowSpan: 1, columnSpan: 1 };
}

type Kind = "words" | "amount" | "number" | "code" | "empty";

function kindOf(cell: string): Kind {
  if (cell === "") return "empty";
  if (/^[-−]?[\d,，]+[.．]\d+%?$|^0$|^[-—－–]+$/.test(cell)) return "amount";
  if (/^\d{1,2}$/.test(cell)) return "number";
  return /^\d{3,7}$/.test(cell) ? "code" : "words";
}

/** Of so many rows one has an amount, at least. */
const FEWEST = 12;
/** The “three public” expenses have one row of so many amounts. */
const LEAST_ALONE = 6;

function wordsIn(text: string): string[] {
  return text.trim().split(/[\s\u3000]+/);
}

/** A row to a paragraph: what parts the cells is the narrowest of its wide spaces, and twice as much is an empty cell. */
function rowsOf(paragraphs: readonly FlowParagraph[]): Draft | undefined {
  const texts = paragraphs.map(({ text }) => text.replaceAll(/[\r\n]/g, "")).filter((text) => text.trim() !== "");
  const gaps = texts.flatMap((text) => [...text.matchAll(/[ \u00a0\u3000]{2,}/g)].map(([gap]) => gap.length));
  const amounts = texts.filter((text) => /\S[\s\u3000]+-?[\d,]+[.．]\d\d(?!\d)/.test(text));
  const isRow =
    amounts.length === 1 &&
    wordsIn(amounts[0]!).every((word) => kindOf(word) === "amount") &&
    wordsIn(amounts[0]!).length >= LEAST_ALONE;
  if (!isRow && (amounts.length < LEAST_ROWS || amounts.length * FEWEST < texts.length)) return undefined;
  const narrowest = gaps.reduce((least, gap) => Math.min(least, gap), Infinity);
  const isRegular = gaps.length > texts.length && gaps.every((gap) => gap % narrowest === 0);
  const split = (text: string): string[] =>
    isRegular ? text.split(new RegExp(`[ \\u00a0\\u3000]{${narrowest}}`)).map((cell) => cell.trim()) : wordsIn(text);
  const rows = texts.map(split);
  const first = rows.findIndex((cells) => cells.some((cell) => kindOf(cell) === "amount"));
  const [head, body] = [rows.slice(0, first), rows.slice(first)];
  if (!isRegular) return { head, rows: body };
  const width = usual(body.map((cells) => cells.length));
  const full = body.filter((cells) => cells.length === width);
  const figures = Array.from({ length: width }, (_, column) => isFigures(full.map((cells) => cells[column]!)));
  return { head, rows: body.map((cells) => (cells.length === width ? filled(cells, figures) : sum(cells, figures))) };
}

/** A cell to a paragraph: the body is where its kinds recur row by row. */
function cellsOf(paragraphs: readonly FlowParagraph[], sides: number): Draft | undefined {
  const cells = paragraphs.map(({ text }) => text.replaceAll(/\s/g, ""));
  if (cells.some((cell) => cell.length > LONGEST_CELL)) return undefined;
  const kinds = cells.map(kindOf);
  const first = kinds.indexOf("amount");
  if (first < 0 || first > MOST_HEADINGS) return undefined;
  // Sparse amounts recur at wider distances too: what a few long rows cover, many short ones cover as well.
  const covered = (found: { width: number; rows: number }) => (found.rows - LEAST_ROWS + 1) * found.width;
  let best: { from: number; width: number; rows: number } | undefined;
  for (let from = 0; from <= Math.min(first + MOST_COLUMNS, cells.length); from++)
    for (let width = 2; width <= MOST_COLUMNS; width++) {
      const rows = rowsFrom(kinds, from, width);
      if (rows >= LEAST_ROWS && (!best || covered({ width, rows }) > covered(best))) best = { from, width, rows };
    }
  if (!best) return onlyRow(cells, kinds);
  // Two sides that are alike recur twice in a row.
  const [twice, least] = [rowsFrom(kinds, best.from, sides * best.width), (best.rows - 1) * best.width];
  const hasWords = Array.from({ length: best.width }, (_, column) => column).filter((column) =>
    Array.from({ length: best!.rows }, (_, row) => kinds[best!.from + row * best!.width + column]).includes("words"),
  ).length;
  if (sides === 2 && hasWords === 1 && twice * sides * best.width >= least)
    best = { ...best, width: sides * best.width, rows: twice };
  const { from, width, rows } = best;
  const body = Array.from({ length: rows }, (_, row) => cells.slice(from + row * width, from + (row + 1) * width));
  const figures = Array.from({ length: width }, (_, column) => isFigures(body.map((row) => row[column]!)));
  // 合计 over code and name makes the row before the first shorter, and that behind the last.
  const amounts = figures.filter(Boolean).length;
  const start = from > first ? from - amounts - 1 : from;
  const total = cells.slice(start, from);
  if (start < 0 || (start > first && first < from)) return undefined;
  const rest = cells.slice(from + rows * width);
  return {
    head: [cells.slice(0, start)],
    rows: [
      ...(total.length > 0 ? [sum(total, figures)] : []),
      ...body.map((row) => filled(row, figures)),
      ...(rest.some((cell) => kindOf(cell) === "amount") ? [rest] : []),
    ],
  };
}

/** One row of amounts under as many numbers of columns. */
function onlyRow(cells: readonly string[], kinds: readonly Kind[]): Draft | undefined {
  const width = kinds.length - 1 - kinds.findLastIndex((kind) => kind === "number");
  const start = cells.length - width;
  const isCounted =
    width >= LEAST_ALONE && cells.slice(start - width, start).every((cell, index) => cell === String(index + 1));
  const row = cells.slice(start);
  if (!isCounted || !isFigures(row)) return undefined;
  return { head: [cells.slice(0, start)], rows: [row.map((cell) => (cell === "" ? NOTHING : cell))] };
}

/** How many rows of so many cells there are from a cell on, the kinds of each column alike: labels first, an amount last. */
function rowsFrom(kinds: readonly Kind[], from: number, width: number): number {
  const columns: Kind[] = Array.from({ length: width }, () => "empty");
  let rows = 0;
  for (; from + (rows + 1) * width <= kinds.length; rows++) {
    const own = kinds.slice(from + rows * width, from + (rows + 1) * width);
    if (own.every((kind) => kind === "empty")) break;
    if (own.some((kind, column) => kind !== "empty" && columns[column] !== "empty" && kind !== columns[column])) break;
    for (const [column, kind] of own.entries()) if (kind !== "empty") columns[column] = kind;
  }
  const isTable =
    (columns[0] === "words" || columns[0] === "code") &&
    (columns.at(-1) === "amount" || columns.at(-1) === "empty") &&
    columns.includes("words") &&
    columns.includes("amount");
  return isTable ? rows : 0;
}

function isFigures(column: readonly string[]): boolean {
  const kinds = column.map(kindOf);
  // A column in which nothing stands is one of amounts: every row has its labels.
  return kinds.every((kind) => kind === "amount" || kind === "empty");
}

/** The cells of a row, with a mark in those of its amounts that hold nothing; a side without a label has none. */
function filled(cells: readonly string[], figures: readonly boolean[]): string[] {
  let isLabelled = figures.every(Boolean);
  return cells.map((cell, column) => {
    if (figures[column] !== true) isLabelled = (isLabelled && figures[column - 1] !== true) || cell !== "";
    return cell === "" && figures[column] && isLabelled ? NOTHING : cell;
  });
}

/** 合计 over all columns of labels, with the amounts of all others. */
function sum(cells: readonly string[], figures: readonly boolean[]): string[] {
  const amounts = figures.filter(Boolean).length;
  const isWhole = cells.length === amounts + 1 && kindOf(cells[0]!) === "words";
  return cells.map((cell) => (cell === "" && isWhole ? NOTHING : cell));
}

function usual(lengths: readonly number[]): number {
  const counts = Map.groupBy(lengths, (length) => length);
  return [...counts].reduce(
    (best, [length, same]) => (same.length > best.count ? { length, count: same.length } : best),
    { length: 0, count: 0 },
  ).length;
}
