import { recogniseTitle } from "@juesuan/core";
import { completed, continued } from "./broken-rows.ts";
import { withinStrokes, type Line } from "./lines.ts";
import { isNote, isUnitLine, standsApart } from "./surroundings.ts";

// Rows of a table whose columns were lost: a text copied from a PDF parts all cells by one space, one made of a web page
// may have a line for each cell.

/** A stretch without a space. */
export interface Word {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** Labels and the amounts after them; a row of side-by-side lists has several. */
export interface Group {
  readonly codes: readonly Word[];
  readonly names: readonly Word[];
  /** The number of the line, 行次. */
  readonly line?: Word;
  readonly amounts: readonly Word[];
}

export interface SpacedRow {
  readonly groups: readonly Group[];
}

/** Consecutive lines: headings, then rows. */
export interface Run {
  readonly head: readonly Line[];
  readonly rows: readonly SpacedRow[];
  /** The line after the last row. */
  readonly to: number;
}

const AMOUNT = /^[-−－+]?(?:\d{1,3}(?:[,，]\d{3})+|\d+)[.．]\d+%?$/;
const NOTHING = /^(?:0|[-—－–]+)$/;
const WHOLE = /^\d{1,7}$/;
const CODE = /^(?:\d{2}|[235]\d{2}(?:\d{2}){0,2})$/;
const SENTENCE = /[。；，：:;]/;
const DEEPEST_HEAD = 14;
/** Below a title that is known, each word of a heading may break over lines. */
const DEEPEST_BELOW_TITLE = 30;
const LONGEST_LABEL = 30;
/** All headings of a table on one line. */
const LONGEST_TITLED = 200;
const MOST_LABELS = 3;
const LEAST_ROWS = 3;

export function wordsOfLine({ start, text }: Line): Word[] {
  return [...text.matchAll(/[^\s\u3000]+/g)].map((found) => ({
    start: start + found.index,
    end: start + found.index + found[0].length,
    text: found[0],
  }));
}

/** Labels and amounts, or amounts alone, parted by single spaces. */
export function isSpacedRow(line: Line | undefined): boolean {
  if (!line || line.blank || SENTENCE.test(line.text) || /[|\t]|\S\s{2,}\S/.test(line.text)) return false;
  const words = line.text.split(/[\s\u3000]+/);
  const last = words.at(-1)!;
  return words.length > 1 && words.some((word) => AMOUNT.test(word)) && (AMOUNT.test(last) || NOTHING.test(last));
}

/**
 * 30103 奖金 916.98 30203 咨询费 or 二、政府性基金预算财政拨款收入 二、外交支出: a row within a table whose last amount is blank,
 * or every one. Each label is told by its code or its numeral.
 */
function isLabelRow(line: Line): boolean {
  if (line.blank || SENTENCE.test(line.text) || /[|\t]|\S\s{2,}\S/.test(line.text)) return false;
  const words = line.text.split(/[\s\u3000]+/);
  // 八、其他收入 8 13.35 20: a line is counted on the right where nothing stands on it.
  if (words.length > 2 && /^\d{1,3}$/.test(words.at(-1)!) && AMOUNT.test(words.at(-2)!)) return true;
  // 四、上级补助收入 4 四、公共安全支出 34
  if (words.length > 2 && NUMERAL.test(words[0]!) && /^\d{1,3}$/.test(words.at(-1)!)) words.pop();
  // 201 03 政府办公厅（室）及相关机构: a code in two or three columns, whose name goes on below.
  if (/^\d{3}(?:\s\d{2}){1,2}\s[^\s\d]\S*$/.test(line.text) && LONG_CODE.test(words[0]!)) return true;
  const isName = (word: string): boolean => !AMOUNT.test(word) && !NOTHING.test(word) && !/^\d+$/.test(word);
  if (!isName(words.at(-1)!) || !words.every((word) => word.length <= LONGEST_LABEL)) return false;
  const codes = words.filter((word, index) => LONG_CODE.test(word) && isName(words[index + 1] ?? "0")).length;
  const labels = codes + words.filter((word) => NUMERAL.test(word)).length;
  // A line of one label may be the first half of a broken name.
  return LONG_CODE.test(words[0]!) || NUMERAL.test(words[0]!)
    ? labels > 1 || (codes === 1 && (words.length === 2 || words.some((word) => AMOUNT.test(word))))
    : labels > 0 && words.some((word) => AMOUNT.test(word));
}

/** 30231 公务用车运行维护费 4.68 39908: the name of the last code stands on the lines below. */
function endsOpen({ text }: Line): boolean {
  const words = text.split(/[\s\u3000]+/);
  return words.length > 3 && LONG_CODE.test(words[0]!) && LONG_CODE.test(words.at(-1)!) && AMOUNT.test(words.at(-2)!);
}

const LONG_CODE = /^[235]\d{2}(?:\d{2}){0,2}$/;
/** 二十二、 */
const NUMERAL = /^[一二三四五六七八九十]{1,3}、\S/;

const COUNTED = /^(?:\d{1,2}\s)?[一二三四五六七八九十]{1,3}、\S+(?:\s\d{1,2})?$/;

/** 二十二、灾害防治及应急管理支 | 98.23 | 出: an amount on a line of its own, set half-way down a name of two lines. */
function brokenRow(lines: readonly Line[], at: number): { row: SpacedRow; to: number } | undefined {
  const [amount, ...others] = wordsOfLine(lines[at]!);
  const before = lines[at - 1];
  const after = lines[at + 1];
  if (!amount || others.length > 0 || !AMOUNT.test(amount.text) || !before || !after) return undefined;
  const [head, ...more] = wordsOfLine(before);
  const [tail, ...rest] = wordsOfLine(after);
  if (!head || !tail || more.length + rest.length > 0 || !NUMERAL.test(head.text)) return undefined;
  if (/^[\d一二三四五六七八九十]/.test(tail.text) || isOutside(after)) return undefined;
  return { row: { groups: [{ codes: [], names: [head, tail], amounts: [amount] }] }, to: at + 2 };
}

/** A line of cells far apart with amounts among them: a row of a table, whatever its columns are. */
function isWideRow({ text }: Line): boolean {
  return (
    /\S[ \u3000]{2,}\S/.test(text) &&
    !/[|\t]/.test(text) &&
    !SENTENCE.test(text) &&
    text.split(/\s+/).some((word) => AMOUNT.test(word))
  );
}

/** Rows of cells far apart, with their labels, that made no table by their places: all that stands on each line. */
export function wideRowsFrom(lines: readonly Line[], from: number): Run | undefined {
  if (!isWideRow(lines[from]!)) return undefined;
  const rows: SpacedRow[] = [];
  let kept = 0;
  let to = from;
  for (let at = from; at < lines.length && rows.length - kept <= MOST_LABELS; at++) {
    const line = lines[at]!;
    if (line.blank) continue;
    const isWide = isWideRow(line);
    if (!isWide && (SENTENCE.test(line.text) || isHeading(line) || isNote(line.text))) break;
    rows.push({ groups: [{ codes: [], names: wordsOfLine(line), amounts: [] }] });
    if (isWide) [kept, to] = [rows.length, at + 1];
  }
  return kept >= LEAST_ROWS ? { head: [], rows: rows.slice(0, kept), to } : undefined;
}

/**
 * All that stands below the title of a table and can be none of its columns: what was copied column by column, or in no
 * order at all. Up to its note, the next title or the next sentence.
 */
export function scatteredFrom(lines: readonly Line[], from: number): Run | undefined {
  if (isUnitLine(lines[from]!.text) || standsApart([lines[from]!.text]) || /[|\t]/.test(lines[from]!.text))
    return undefined;
  const rows: SpacedRow[] = [];
  let kept = 0;
  let to = from;
  for (let at = from; at < lines.length; at++) {
    const line = lines[at]!;
    if (line.blank) continue;
    if (isNote(line.text) || titleOn(line) || /[。；，]|^第.{1,3}部分/.test(line.text)) break;
    rows.push({ groups: [{ codes: [], names: wordsOfLine(line), amounts: [] }] });
    if (wordsOfLine(line).some(({ text }) => AMOUNT.test(text))) [kept, to] = [rows.length, at + 1];
  }
  return kept >= LEAST_ROWS ? { head: [], rows: rows.slice(0, kept), to } : undefined;
}

function isHeading(line: Line): boolean {
  return titleOn(line) !== undefined || isUnitLine(line.text) || /^第.{1,3}部分|情况(?:说明)?$/.test(line.text);
}

/** The title of a statutory table on a line of its own. */
export function titleOn(line: Pick<Line, "text" | "blank">): ReturnType<typeof recogniseTitle> {
  // 收入决算表 公开02表: the number of the form may stand on the line of the title.
  const text = line.text.replace(
    /(?<=表)\s*(?:附[表件]\s*\d{1,2})?\s*(?:(?<=[\s\d])(?:财决)?公开\s*\d{1,2}\s*表)?$/,
    "",
  );
  if (line.blank || text.length > 60 || !/表(?:[（(].*[)）])?$/.test(text)) return undefined;
  const match = recogniseTitle(text.replaceAll(/\s/g, ""));
  return match && match.score >= 0.9 ? match : undefined;
}

/** The title above a line, with nothing but the unit, the department and the number of the form between. */
export function titleAbove(lines: readonly Line[], from: number): ReturnType<typeof recogniseTitle> {
  for (let at = from - 1; at >= 0 && at >= from - 6; at--) {
    const line = lines[at]!;
    if (line.blank) continue;
    const match = titleOn(line);
    if (match) return match;
    if (!isUnitLine(line.text) && !standsApart([line.text])) return undefined;
  }
  return undefined;
}

/** The lines from here on that make a table, if they do. */
export function runFrom(lines: readonly Line[], from: number, titled = false): Run | undefined {
  const deepest = titled ? DEEPEST_BELOW_TITLE : DEEPEST_HEAD;
  let at = from;
  const head: Line[] = [];
  const isRow = (line: Line): boolean => isSpacedRow(line) || (titled && isLabelRow(line));
  while (at < lines.length && !isRow(lines[at]!)) {
    const line = lines[at]!;
    if (!line.blank) {
      if (head.length >= deepest || isOutside(line) || line.text.length > (titled ? LONGEST_TITLED : 2 * LONGEST_LABEL))
        return undefined;
      head.push(line);
    }
    at++;
  }
  const known = new Set(head.flatMap(({ text }) => text.split(/[\s\u3000]+/)));
  /** The headings that the next page repeats, however it breaks them over lines. */
  const isRepeated = (text: string): boolean => text.split(/[\s\u3000]+/).every((word) => known.has(word));
  const rows: SpacedRow[] = [];
  let to = at;
  let labels = 0;
  let code: readonly Word[] = [];
  /** The row whose names were ended by the line below it. */
  let ended: SpacedRow | undefined;
  /** Nothing came between the last row and this line. */
  let near = false;
  for (; at < lines.length; at++) {
    const line = lines[at]!;
    if (line.blank) continue;
    const last = rows.at(-1);
    const whole = last && last !== ended ? completed(last, wordsOfLine(line)) : undefined;
    if (whole) {
      rows[rows.length - 1] = ended = whole;
      to = at + 1;
      continue;
    }
    // The number of a page, and the headings that the next repeats.
    if (isRepeated(line.text) || /^[-—–\s]*\d{1,2}[-—–\s]*$/.test(line.text)) continue;
    const broken = labels > 0 ? brokenRow(lines, at) : undefined;
    if (broken) {
      rows.push(broken.row);
      ({ to } = broken);
      at = to - 1;
      labels = 0;
      continue;
    }
    const rest = near ? continued(rows.at(-1), groupsOf(wordsOfLine(line))) : undefined;
    if (rest && line.text.length <= LONGEST_TITLED && !SENTENCE.test(line.text) && !isOutside(line)) {
      rows[rows.length - 1] = rest;
      to = at + 1;
      labels = 0;
      continue;
    }
    near = false;
    if (isLabelRow(line) || endsOpen(line)) {
      rows.push({ groups: groupsOf(wordsOfLine(line)) });
      near = true;
      to = at + 1;
      labels = 0;
      code = [];
      continue;
    }
    if (isSpacedRow(line)) {
      const groups = groupsOf(wordsOfLine(line));
      const [only] = groups;
      // The code, its name and the amounts of one row on three lines.
      const isRest = code.length > 0 && groups.length === 1 && only!.codes.length + only!.names.length === 0;
      rows.push({ groups: isRest ? [{ ...only!, codes: code }] : groups });
      to = at + 1;
      labels = 0;
      code = [];
      continue;
    }
    // 12 十二、农林水支出 42: nothing stands in the row, or the rest of it follows.
    if (COUNTED.test(line.text) && line.text.length <= LONGEST_LABEL) {
      rows.push({ groups: groupsOf(wordsOfLine(line)) });
      labels = 1;
      near = true;
      continue;
    }
    if (isOutside(line) || line.text.length > LONGEST_LABEL || ++labels > MOST_LABELS) break;
    // What is no row is skipped as a part of a name; an amount never is.
    if (wordsOfLine(line).some(({ text }) => AMOUNT.test(text))) break;
    if (CODE.test(line.text) && line.text.length > 2) code = wordsOfLine(line);
  }
  return rows.length >= LEAST_ROWS || (rows.length > 0 && head.length > 1) ? { head, rows, to } : undefined;
}

/** Whether more rows stand right after a run: it broke off at a line that is none, and what it read is no whole table. */
export function breaksOff(lines: readonly Line[], { to }: Run): boolean {
  let looked = 0;
  for (let at = to; at < lines.length && looked < FURTHEST_ROW; at++) {
    const line = lines[at]!;
    if (line.blank) continue;
    if (isOutside(line) || SENTENCE.test(line.text)) return false;
    if (isSpacedRow(line) || isLabelRow(line)) return true;
    looked++;
  }
  return false;
}

const FURTHEST_ROW = 8;
const LEAST_CELLS = 6;

/** The lines from here on that hold one cell each, as rows: labels begin anew after amounts. */
export function cellsFrom(lines: readonly Line[], from: number): Run | undefined {
  const cells: { line: Line; word: Word }[] = [];
  let to = from;
  for (let at = from; at < lines.length; at++) {
    const line = lines[at]!;
    if (line.blank) continue;
    const word = cellOn(line);
    if (!word) break;
    cells.push({ line, word });
    to = at + 1;
  }
  const first = cells.findIndex(({ word }) => AMOUNT.test(word.text));
  if (first < 1 || cells.length < LEAST_CELLS) return undefined;
  // The labels of the first row stand right before its amounts; whole numbers before them count the columns.
  let body = WHOLE.test(cells[first - 1]!.word.text) ? first : first - 1;
  while (body > 0 && CODE.test(cells[body - 1]!.word.text) && cells[body - 1]!.word.text.length > 1) body--;
  const groups = groupsOf(cells.slice(body).map(({ word }) => word));
  const head = cells.slice(0, body);
  if (head.length === 0 || groups.length === 0) return undefined;
  const text = head.map(({ word }) => word.text).join(" ");
  return { head: [{ ...head[0]!.line, text }], rows: groups.map((group) => ({ groups: [group] })), to };
}

/** The only cell on a line, whatever parts it from the next. */
function cellOn(line: Line): Word | undefined {
  const [from, to] = withinStrokes(line.text);
  const text = line.text.slice(from, to);
  const isCell = text !== "" && text.length <= LONGEST_LABEL && !/[|。；，：]/.test(text);
  if (!isCell || isOutside({ ...line, text }) || (/\s/.test(text) && /\d/.test(text))) return undefined;
  const start = line.start + from;
  return { start, end: start + text.length, text: text.replaceAll(/\s/g, "") };
}

/** What is no line of a table. */
function isOutside(line: Line): boolean {
  return isNote(line.text) || isHeading(line) || /[。；]|[:：]$|[|\t]|\S\s{2,}\S/.test(line.text);
}

/** Parts the words of a row: labels begin anew after amounts. */
export function groupsOf(words: readonly Word[]): Group[] {
  const groups: { codes: Word[]; names: Word[]; line?: Word; amounts: Word[] }[] = [];
  for (const [index, word] of words.entries()) {
    let open = groups.at(-1);
    const isAmount = AMOUNT.test(word.text) || (NOTHING.test(word.text) && open !== undefined);
    const begins =
      !isAmount &&
      (open === undefined ||
        open.amounts.length > 0 ||
        (open.line && !isLabelled(open, word)) ||
        (open.names.length > 0 && isAnother(open, word, words[index + 1])));
    if (open === undefined || begins) groups.push((open = { codes: [], names: [], amounts: [] }));
    if (isAmount) open.amounts.push(word);
    else if (!WHOLE.test(word.text)) {
      // 类 款 项 are headings that share their line with 合计.
      if (!/^[类款项]$/.test(word.text) || words.length === 1) open.names.push(word);
    } else if (
      open.names.length === 0 &&
      CODE.test(word.text) &&
      (index < words.length - 1 || (index > 0 && LONG_CODE.test(word.text)))
    )
      open.codes.push(word);
    else open.line = word;
  }
  return groups;
}

/** The code or the numeral of another label, after a label without an amount. */
function isAnother({ codes, names }: Group, word: Word, next: Word | undefined): boolean {
  if (NUMERAL.test(word.text)) return NUMERAL.test(names[0]!.text);
  return codes.length > 0 && LONG_CODE.test(word.text) && next !== undefined && !/^[\d,.]+$/.test(next.text);
}

function isLabelled(group: { names: readonly Word[] }, word: Word): boolean {
  return group.names.length === 0 || WHOLE.test(word.text);
}
