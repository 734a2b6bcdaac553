import { recogniseTitle, type Figure, type Paragraph, type ReadDocument, type TitleMatch } from "@juesuan/core";
import type { Grid } from "./grid.ts";
import { namesClass, UNITS } from "./words.ts";

export interface Range {
  readonly start: number;
  readonly end: number;
}

/** What stands around a table and belongs to it. */
export interface Surroundings {
  title?: string;
  match?: TitleMatch;
  unit?: Figure["unit"];
  department?: string;
  readonly notes: string[];
  readonly ranges: Range[];
  /** Words that are no part of any table stand between this table and the one before. */
  apart: boolean;
  /** Its title, or a word above it, says that it goes on from the table before: 续表. */
  continues?: boolean;
}

/** A line above a table, taken apart. */
interface Line {
  readonly unit?: Figure["unit"];
  readonly department?: string;
  /** What is left: a title, or nothing. */
  readonly rest: string;
  readonly continues?: boolean;
}

/** 收入决算表（续表一）, 收入决算表续, and 续表 alone. */
const CONTINUED =
  /[([]?(?<![手继连持延接后])续表?[一二三四五六七八九十\d]{0,2}[)\]]?$|^[([]?续表[一二三四五六七八九十\d]{0,2}[)\]]?[:：]?/;

const UNIT = /\(?(?:金额|货币|计量)?单位[:：]?(?:人民币)?(亿元|万元|千元|元)\)?/;
const DEPARTMENT =
  /^\(?(?:编制|公开|填报|编报|预算)?(?:部门|单位)(?:名称|\(单位\)|\/单位)?\(?(?:公章|盖章)?\)?[:：](?:\[?\d{3,12}\]?[-—]?)?(.*?)(?=\d{4}年|公开\d|财决|$)/;
/** (编制部门:青禾市水务局): the bracket that closes one which the name does not open. */
const CLOSES = /^([^()]*)\)$/;
/** Some lines of work print their mark before the number, as a document number has one: 粤检决公开01表. */
const FORM_NUMBER =
  /^[一-龥]{1,5}公开\d{1,2}(?:[-—]\d{1,2})?表[:：]?$|\(?(?:附[表件]|公开|财决(?:公开|批复|附)?|决算公开|部门公开|部门决算|[A-Z]{1,3})\d{1,2}(?:[-—]\d{1,2})?表?\)?[:：]?$|^表\d{1,2}(?:[-—]\d{1,2})?[:：]?$/;
/** 附表1 公开01表: a table's number in the document, and that of the form. */
const TWO_NUMBERS = /^\(?附[表件]?\d{1,2}(?:-\d{1,2})?\)?[:：、]?(?=\(?(?:公开|财决|决算公开)\d)/;
const DATE = /\d{4}年(?:度|\d{1,2}月(?:\d{1,2}日)?)?/g;
const PAGE_NUMBER = /^[-—–－·\s]*(?:第?\s*\d{1,3}\s*页?(?:\s*[共/]\s*\d{1,3}\s*页?)?)[-—–－·\s]*$/;

const NOTE =
  /^[(（]?(?:备?注|说明|填表说明|备注|注释)\d{0,2}[:：、.．]|^本表(?!\d)|^[*＊※]\S|(?:本表|此表|该表).{0,8}(?:无数据|为空|空表|无内容|没有数据)|故.{0,8}(?:无数据|为空|空表)/;
/** Why a table is empty. 注：本表反映… alone does not say so. */
const NO_DATA = /(?:无数据|为空|空表|没有数据|无内容)/;

const FARTHEST = 8;
/** Lines between a title and its table that are neither. */
const MOST_UNKNOWN = 2;

export function isNote(text: string): boolean {
  return NOTE.test(squeeze(text));
}

export function saysEmpty(text: string): boolean {
  return NO_DATA.test(text) && isNote(text);
}

function squeeze(text: string): string {
  return text
    .normalize("NFKC")
    .replace(/[\s\u200b\ufeff]/g, "")
    .replace(/^[-*+#•]+(?=[^\d])/, "");
}

function takeApart(text: string): Line {
  let rest = squeeze(text);
  const unit = UNIT.exec(rest);
  if (unit) rest = rest.replace(UNIT, "");
  const department = DEPARTMENT.exec(rest);
  if (department) rest = rest.replace(DEPARTMENT, "");
  const form = rest.replace(TWO_NUMBERS, "");
  if (form.replace(FORM_NUMBER, "") === "") rest = form;
  if (!rest.endsWith("表") || rest.replace(FORM_NUMBER, "") === "") rest = rest.replace(FORM_NUMBER, "");
  if (rest.replace(DATE, "") === "") rest = "";
  const continues = CONTINUED.test(rest);
  if (continues) rest = rest.replace(CONTINUED, "");
  // 公开09表（续）
  if (continues && rest.replace(FORM_NUMBER, "") === "") rest = "";
  return {
    ...(continues ? { continues } : {}),
    ...(unit && UNITS[unit[1]!] !== undefined ? { unit: UNITS[unit[1]!]! } : {}),
    ...(department && department[1] !== "" ? { department: department[1]!.replace(CLOSES, "$1") } : {}),
    rest: rest.replace(/^[\s:：,，;；|]+|[\s:：,，;；|]+$/g, ""),
  };
}

/** A paragraph that carries words of the document. */
function isText(block: ReadDocument["blocks"][number]): block is Paragraph {
  return block.kind === "paragraph" && (block.role === "body" || block.role === "heading");
}

/** Reads upwards from a table to its title, then downwards to its notes. */
export function surroundingsOf(document: ReadDocument, index: number): Surroundings {
  const { blocks, text } = document;
  const found: Surroundings = { notes: [], ranges: [], apart: false };
  const wordsAt = (at: number): string => text.slice(blocks[at]!.start, blocks[at]!.end).trim();
  let unknown = 0;
  for (let at = index - 1, steps = 0; at >= 0 && steps < FARTHEST; at--) {
    const block = blocks[at]!;
    if (block.kind === "table") break;
    const words = wordsAt(at);
    // 续表 at the top of every other page looks like a header of pages.
    if (block.role === "header" && takeApart(words).continues) found.continues = true;
    if (!isText(block) || words === "") continue;
    if (PAGE_NUMBER.test(words)) {
      found.ranges.push({ start: block.start, end: block.end });
      continue;
    }
    steps++;
    if (isNote(words)) break;
    const line = words.length <= 120 ? takeApart(words) : { rest: words };
    if (line.unit !== undefined) found.unit ??= line.unit;
    if (line.department !== undefined) found.department ??= line.department;
    if (line.continues) found.continues = true;
    if (line.rest === "") {
      found.ranges.push({ start: block.start, end: block.end });
      continue;
    }
    const titled = titleAt(document, at, line.rest);
    if (titled) {
      found.title = titled.title;
      if (titled.match) found.match = titled.match;
      for (const part of titled.blocks) found.ranges.push({ start: part.start, end: part.end });
      // The lines of a title stand one right above the other.
      readAboveTitle(document, at - (titled.blocks.length - 1), found);
      break;
    }
    if (line.unit !== undefined || line.department !== undefined) {
      found.ranges.push({ start: block.start, end: block.end });
      continue;
    }
    // A row without figures that a table without lines lost at the end of its page: 二十二、灾害防治及应急管理支出.
    if (/^二?十/.test(line.rest) && namesClass(line.rest)) continue;
    found.apart = true;
    if (++unknown > MOST_UNKNOWN || words.length > 60 || /[。；;：:]$/.test(words)) break;
  }
  if (found.match === undefined && found.title === undefined) useSheetName(document, index, found);
  readNotes(document, index + 1, found);
  return found;
}

/** 公开05表, 附件5 may stand above the title. */
function readAboveTitle(document: ReadDocument, title: number, found: Surroundings): void {
  for (let at = title - 1, steps = 0; at >= 0 && steps < 3; at--, steps++) {
    const block = document.blocks[at]!;
    if (!isText(block)) break;
    const words = document.text.slice(block.start, block.end).trim();
    const line = takeApart(words);
    if (words === "" || line.rest !== "" || isNote(words)) break;
    if (line.unit !== undefined) found.unit ??= line.unit;
    if (line.department !== undefined) found.department ??= line.department;
    if (line.continues) found.continues = true;
    found.ranges.push({ start: block.start, end: block.end });
  }
}

/** A title on one line or broken over up to three. */
function titleAt(
  document: ReadDocument,
  at: number,
  own: string,
): { title: string; match?: TitleMatch; blocks: Paragraph[] } | undefined {
  const blocks = [document.blocks[at] as Paragraph];
  let best: { title: string; match?: TitleMatch; blocks: Paragraph[] } | undefined;
  const match = own.length <= 100 ? recogniseTitle(own) : undefined;
  if (match && endsAsTitle(own)) best = { title: own, match, blocks: [...blocks] };
  let joined = own;
  for (let above = at - 1; above >= 0 && blocks.length < 3; above--) {
    const block = document.blocks[above]!;
    if (!isText(block)) break;
    const words = squeeze(document.text.slice(block.start, block.end));
    // What closes a line of its own is no first half of a title.
    if (words === "" || words.length > 50 || /[表。；;：:]$/.test(words) || isNote(words) || UNIT.test(words)) break;
    if (/^(?:第[一二三四五六七八九十]+部分|目录)/.test(words)) break;
    joined = words + joined;
    blocks.push(block);
    const whole = recogniseTitle(joined);
    // The second half may be another table's whole title: …财政拨款 | 支出决算表.
    if (whole && endsAsTitle(joined) && (!best?.match || (whole.score >= 0.9 && whole.table !== best.match.table)))
      best = { title: joined, match: whole, blocks: [...blocks] };
  }
  if (best) return best;
  return /(?:表|清单|一览|明细)$/.test(own.replace(/\([^()]*\)$/, "")) &&
    own.length <= 60 &&
    !/部门决算(?:公开)?(?:报)?表$/.test(own)
    ? { title: own, blocks: blocks.slice(0, 1) }
    : undefined;
}

function endsAsTitle(text: string): boolean {
  return /表(?:\(.*\))?$|表[\d-]*$|公开\d+表/.test(text);
}

/** A workbook may name its sheets after the tables: Z01 收入支出决算总表(财决01表). */
function useSheetName(document: ReadDocument, index: number, found: Surroundings): void {
  const { page } = document.blocks[index]!;
  const name = document.pages.find(({ number }) => number === page)?.name;
  const match = name === undefined ? undefined : recogniseTitle(name.replace(/^[A-Z]{1,3}\d{1,2}[-_]?\d?\s*/, ""));
  if (name === undefined || !match) return;
  if (!document.blocks.slice(0, index).some((block) => block.kind === "table" && block.page === page)) {
    found.title = name;
    found.match = match;
  }
}

function readNotes(document: ReadDocument, from: number, found: Surroundings): void {
  let between = 0;
  for (let at = from; at < document.blocks.length; at++) {
    const block = document.blocks[at]!;
    if (block.kind === "table") break;
    if (!isText(block)) continue;
    const words = document.text.slice(block.start, block.end).trim();
    if (words === "" || PAGE_NUMBER.test(words)) continue;
    const goesOn = found.notes.length > 0 && /^\d{1,2}[、.．]\s*(?:本表|本套|金额|由于|四舍五入)/.test(words);
    // Once something else was read, only a note that says why the table is empty still belongs to it.
    if (between === 0 ? !isNote(words) && !goesOn : !saysEmpty(words)) {
      if (++between > 1 || block.role === "heading" || words.length > 80 || recogniseTitle(words)) break;
      continue;
    }
    found.notes.push(words);
    found.ranges.push({ start: block.start, end: block.end });
  }
}

/** Rows of a grid from `from` on that hold title, unit and department; adds what they say. */
export function readLeadingRows(grid: Grid, from: number, to: number, found: Surroundings): number {
  let row = from;
  let body = from;
  for (; row < Math.min(from + 8, to - 1); row++) {
    const cells = grid.filled(row);
    if (cells.length === 0) continue;
    const lines = cells.map(({ text }) => takeApart(text));
    const title = cells.length === 1 && grid.rowIsOpen(row) ? lines[0]!.rest : "";
    const match = title === "" ? undefined : recogniseTitle(title);
    if (match && endsAsTitle(title)) {
      found.match = match;
      found.title = title;
    } else if (title !== "" && endsAsTitle(title) && spansMost(grid, row)) {
      found.title ??= title;
    } else if (lines.some(({ rest }, index) => rest !== "" && !isLoose(rest, cells.length, lines, index))) break;
    for (const { unit, department, continues } of lines) {
      if (continues) found.continues = true;
      if (unit !== undefined) found.unit = unit;
      if (department !== undefined) found.department ??= department;
    }
    body = row + 1;
  }
  return body;
}

/** 部门： | 某局 | 单位： | 万元: a word beside the label of a row that is nothing else. */
function isLoose(rest: string, count: number, lines: readonly Line[], index: number): boolean {
  return (
    count <= 4 && rest.length <= 40 && !/\d/.test(rest) && index > 0 && lines.some(({ unit }) => unit !== undefined)
  );
}

function spansMost(grid: Grid, row: number): boolean {
  const [cell] = grid.filled(row);
  return cell !== undefined && (cell.columnSpan >= grid.columnCount - 1 || grid.row(row).length > 1);
}

/** Notes typed into the last rows of a grid; the end of its body. */
export function readTrailingRows(grid: Grid, from: number, to: number, found: Surroundings): number {
  let end = to;
  while (end > from + 1) {
    const cells = grid.filled(end - 1);
    if (cells.length === 1 && isNote(cells[0]!.text)) found.notes.unshift(cells[0]!.text);
    else if (cells.length > 0 || !hasNoteAbove(grid, from, end)) break;
    end--;
  }
  return end;
}

function hasNoteAbove(grid: Grid, from: number, end: number): boolean {
  for (let row = end - 2; row > from; row--) {
    const cells = grid.filled(row);
    if (cells.length > 0) return cells.length === 1 && isNote(cells[0]!.text);
  }
  return false;
}

/** Rows inside a grid at which another table begins with its title. */
export function innerTitles(grid: Grid): number[] {
  const rows: number[] = [];
  for (let row = 1; row < grid.rowCount - 1; row++) {
    const cells = grid.filled(row);
    if (cells.length !== 1 || !grid.rowIsOpen(row)) continue;
    const { rest } = takeApart(cells[0]!.text);
    if (rest.length < 5 || !endsAsTitle(rest)) continue;
    const match = recogniseTitle(rest);
    if (match && match.score >= 0.9 && grid.filled(row + 1).length > 0) rows.push(row);
  }
  return rows;
}

/** Titles without any grid whose note says that there is nothing to show. */
export function bareTables(
  document: ReadDocument,
  taken: readonly Range[],
): { title: string; match: TitleMatch; notes: string[]; ranges: Range[]; page: number }[] {
  const starts = new Set(taken.map(({ start }) => start));
  const bare: { title: string; match: TitleMatch; notes: string[]; ranges: Range[]; page: number }[] = [];
  for (const [at, block] of document.blocks.entries()) {
    if (!isText(block) || starts.has(block.start) || block.end - block.start > 80) continue;
    const { rest } = takeApart(document.text.slice(block.start, block.end));
    if (!endsAsTitle(rest)) continue;
    const match = recogniseTitle(rest);
    if (!match || match.score < 0.9) continue;
    const found: Surroundings = { notes: [], ranges: [{ start: block.start, end: block.end }], apart: false };
    readNotes(document, skipLabels(document, at + 1), found);
    if (found.notes.some(saysEmpty) && !starts.has(found.ranges[1]!.start))
      bare.push({ title: rest, match, notes: found.notes, ranges: found.ranges, page: block.page });
  }
  return bare;
}

function skipLabels(document: ReadDocument, from: number): number {
  let at = from;
  while (at < Math.min(from + 3, document.blocks.length)) {
    const block = document.blocks[at]!;
    if (!isText(block) || takeApart(document.text.slice(block.start, block.end)).rest !== "") break;
    at++;
  }
  return at;
}
