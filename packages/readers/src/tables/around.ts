import {
  recogniseTitle,
  type Block,
  type Figure,
  type Paragraph,
  type ReadDocument,
  type TitleMatch,
} from "@juesuan/core";
import { filledCells, matrixOf, type Matrix } from "./matrix.ts";

/** What stands around a table and belongs to it. */
export interface Around {
  readonly title?: string;
  readonly match?: TitleMatch;
  readonly unit?: Figure["unit"];
  readonly department?: string;
  readonly note?: string;
  /** Ranges of the text that belong to the table. */
  readonly ranges: readonly { readonly start: number; readonly end: number }[];
  /** Rows at the top of the table itself that hold title and unit. */
  readonly leadingRows: number;
}

const FARTHEST = 6;
const UNIT = /单\s*位\s*[:：]?\s*(?:人民币)?\s*(亿元|万元|元)/;
const DEPARTMENT =
  /^(?:编制|公开|填报)?\s*(?:部\s*门|单\s*位)(?:名称)?\s*[:：]\s*(?!\s*(?:人民币)?(?:万|亿)?元)(\S.*?)(?=\s{2,}|\s*(?:金额)?单位[:：]|$)/;
const FORM_NUMBER = /^\(?(?:附[表件]\s*\d*|(?:公开|财决(?:公开|批复|附)?|表)\s*\d{1,2}(?:[-—]\d)?\s*表?)\)?[:：]?$/;
const NOTE = /^(?:备?\s*注|说\s*明|填表说明)\s*\d*\s*[:：、.．]|^本表(?:反映|无|为空)|^[*＊※]/;

const UNITS: Readonly<Record<string, Figure["unit"]>> = {
  元: "yuan",
  万元: "ten-thousand-yuan",
  亿元: "hundred-million-yuan",
};

export function aroundOf(document: ReadDocument, index: number): Around {
  const { blocks, text } = document;
  const table = blocks[index]!;
  if (table.kind !== "table") return { ranges: [], leadingRows: 0 };
  const found: { title?: string; match?: TitleMatch; unit?: Figure["unit"]; department?: string; notes: string[] } = {
    notes: [],
  };
  const ranges: { start: number; end: number }[] = [];
  const leadingRows = readLeadingRows(matrixOf(table), found);
  for (let at = index - 1, steps = 0; at >= 0 && steps < FARTHEST && !found.match; at--) {
    const block = blocks[at]!;
    if (block.kind === "table") break;
    if (block.role !== "body" && block.role !== "heading") continue;
    steps++;
    const words = text.slice(block.start, block.end).trim();
    if (words === "") continue;
    if (NOTE.test(words)) break;
    const claimed = readLine(words, found) || readTitle(document, at, found);
    if (claimed) ranges.push({ start: block.start, end: block.end });
    else if (words.length > 60 || /[。；]$/.test(words)) break;
  }
  for (let at = index + 1; at < blocks.length; at++) {
    const block = blocks[at]!;
    if (!isBody(block)) {
      if (block.kind === "table") break;
      continue;
    }
    const words = text.slice(block.start, block.end).trim();
    if (!NOTE.test(words)) break;
    found.notes.push(words);
    ranges.push({ start: block.start, end: block.end });
  }
  return {
    ...(found.title === undefined ? {} : { title: found.title }),
    ...(found.match === undefined ? {} : { match: found.match }),
    ...(found.unit === undefined ? {} : { unit: found.unit }),
    ...(found.department === undefined ? {} : { department: found.department }),
    ...(found.notes.length === 0 ? {} : { note: found.notes.join("\n") }),
    ranges,
    leadingRows,
  };
}

type Found = { title?: string; match?: TitleMatch; unit?: Figure["unit"]; department?: string };

function isBody(block: Block): block is Paragraph {
  return block.kind === "paragraph" && (block.role === "body" || block.role === "heading");
}

/** Title, unit, department and number of the form as rows of the table itself, as workbooks have them. */
function readLeadingRows(matrix: Matrix, found: Found): number {
  let row = 0;
  for (; row < Math.min(6, matrix.rowCount - 1); row++) {
    const cells = filledCells(matrix, row);
    const texts = cells.map((cell) => cell.text.trim());
    if (texts.length === 0) continue;
    const title = texts.length === 1 ? recogniseTitle(texts[0]!) : undefined;
    if (title) {
      found.match ??= title;
      found.title ??= texts[0]!;
      continue;
    }
    if (texts.every((text) => readLine(text, found) || /^\d{4}\s*年度?$/.test(text))) continue;
    break;
  }
  // Blank rows alone are no surroundings.
  return found.match || found.unit || found.department ? row : 0;
}

function readLine(words: string, found: Found): boolean {
  let claimed = false;
  const unit = UNIT.exec(words);
  if (unit && words.length < 80) {
    found.unit ??= UNITS[unit[1]!]!;
    claimed = true;
  }
  const department = DEPARTMENT.exec(words);
  if (department && words.length < 100) {
    found.department ??= department[1]!.trim();
    claimed = true;
  }
  return claimed || FORM_NUMBER.test(words.replace(/\s/g, "").normalize("NFKC"));
}

/** A title, alone or broken over two lines. */
function readTitle(document: ReadDocument, at: number, found: Found): boolean {
  const block = document.blocks[at]!;
  const own = document.text.slice(block.start, block.end).trim();
  const match = recogniseTitle(own);
  if (match) {
    found.match = match;
    found.title = own.replace(/\s+/g, "");
    return true;
  }
  const before = document.blocks[at - 1];
  if (before && isBody(before) && own.length < 30) {
    const joined = `${document.text.slice(before.start, before.end).trim()}${own}`;
    const broken = recogniseTitle(joined);
    if (broken) {
      found.match = broken;
      found.title = joined.replace(/\s+/g, "");
      return true;
    }
  }
  return false;
}
