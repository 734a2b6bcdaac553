import { LIMITS } from "../../detect/limits.ts";
import { openOle } from "../../detect/ole.ts";
import { tooLarge } from "../../detect/too-large.ts";
import { ReadError } from "../../errors.ts";

// A Word file of 1997 to 2003 (MS-DOC): its text in pieces, and what its paragraphs and the rows of its tables are.

/** Where a part of the text stands in the file. */
interface TextPiece {
  /** Its first character, counted over the whole text. */
  readonly from: number;
  readonly to: number;
  readonly offset: number;
  /** A byte to a character, or two. */
  readonly narrow: boolean;
}

/** What a row of a table says of its cells. */
export interface RowDefinition {
  /** The borders of the cells, in twentieths of a point, one more than there are cells. */
  readonly edges: readonly number[];
  /** Of cells merged downwards: the first, and those below it. */
  readonly down: readonly ("first" | "below" | undefined)[];
  /** Cells merged with the one before. */
  readonly across: readonly boolean[];
}

/** What is said of a paragraph. */
export interface ParagraphProperties {
  readonly inTable: boolean;
  /** The mark that ends a row. */
  readonly endsRow: boolean;
  /** In how many tables it stands, one in another. */
  readonly depth: number;
  readonly row?: RowDefinition;
}

export interface WordText {
  /** The text of the document, its notes and headers left out. */
  readonly text: string;
  /** Properties of the paragraph that a character is of. */
  propertiesAt(character: number): ParagraphProperties;
}

const FIB = 0xa5ec;
const NOTHING: ParagraphProperties = { inTable: false, endsRow: false, depth: 0 };
/** Places of pointers in the file information block. */
const AT = { flags: 10, characters: 76, paragraphs: 258, pieces: 418 };
const PAGE = 512;
/** Bytes that stand in the place of properties longer than a page holds. */
const HUGE = [0x6645, 0x6646];

/** @throws ReadError for what is damaged, encrypted or older. */
export function openWord(bytes: Uint8Array): WordText {
  const { text, propertiesAt } = whole(() => opened(bytes));
  return { text, propertiesAt: (character) => whole(() => propertiesAt(character)) };
}

/** A place beyond the end of what there is: the file lost it. */
function whole<T>(read: () => T): T {
  try {
    return read();
  } catch (error) {
    if (error instanceof RangeError) throw damaged();
    throw error;
  }
}

function opened(bytes: Uint8Array): WordText {
  const ole = openOle(bytes);
  const main = ole.read("WordDocument");
  if (!main || main.length < 512) throw damaged();
  const view = viewOf(main);
  if (view.getUint16(0, true) !== FIB)
    throw new ReadError(
      "unsupported",
      "Word 95 或更早的文件读不了。请另存为 .docx 后再试。",
      "Files of Word 95 and before cannot be read. Please save it as .docx.",
    );
  const flags = view.getUint16(AT.flags, true);
  if ((flags & 0x100) !== 0)
    throw new ReadError(
      "encrypted",
      "文件加了密码，请去掉密码后再试。",
      "The file is encrypted. Please remove its password.",
    );
  const table = ole.read((flags & 0x200) === 0 ? "0Table" : "1Table");
  if (!table) throw damaged();
  const length = view.getUint32(AT.characters, true);
  if (length > LIMITS.characters) throw tooLarge("文字过多", "too much text");
  const pieces = piecesOf(viewOf(table), view.getUint32(AT.pieces, true), view.getUint32(AT.pieces + 4, true));
  const runs = runsOf(
    main,
    viewOf(table),
    view.getUint32(AT.paragraphs, true),
    view.getUint32(AT.paragraphs + 4, true),
    ole.read("Data"),
  );
  return {
    text: textOf(main, pieces, length),
    propertiesAt: (character) => {
      const piece = lastFrom(pieces, character, ({ from }) => from);
      if (!piece || character >= piece.to) return NOTHING;
      const at = piece.offset + (character - piece.from) * (piece.narrow ? 1 : 2);
      return lastFrom(runs, at, ({ from }) => from)?.properties() ?? NOTHING;
    },
  };
}

function viewOf(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}

function piecesOf(table: DataView, from: number, size: number): TextPiece[] {
  let at = from;
  const end = from + size;
  // Properties of pieces come first, and do not matter here.
  while (at < end && table.getUint8(at) === 1) at += 3 + table.getUint16(at + 1, true);
  if (at >= end || table.getUint8(at) !== 2) throw damaged();
  const count = Math.floor((table.getUint32(at + 1, true) - 4) / 12);
  const places = at + 5;
  return Array.from({ length: count }, (_, index) => {
    const described = table.getUint32(places + (count + 1) * 4 + index * 8 + 2, true);
    const narrow = (described & 0x4000_0000) !== 0;
    const offset = described & 0x3fff_ffff;
    return {
      from: table.getUint32(places + index * 4, true),
      to: table.getUint32(places + index * 4 + 4, true),
      offset: narrow ? offset / 2 : offset,
      narrow,
    };
  });
}

function textOf(main: Uint8Array, pieces: readonly TextPiece[], length: number): string {
  const decoders = { narrow: new TextDecoder("windows-1252"), wide: new TextDecoder("utf-16le") };
  let text = "";
  for (const { from, to, offset, narrow } of pieces) {
    if (from !== text.length || to < from) throw damaged();
    if (from >= length) break;
    const end = offset + (Math.min(to, length) - from) * (narrow ? 1 : 2);
    if (end > main.length) throw damaged();
    text += decoders[narrow ? "narrow" : "wide"].decode(main.subarray(offset, end));
  }
  return text;
}

interface Run {
  readonly from: number;
  properties(): ParagraphProperties;
}

/** A page of properties has room for no more. */
const MOST_RUNS = 29;

/** The properties of paragraphs by where their text stands in the file. */
function runsOf(main: Uint8Array, table: DataView, from: number, size: number, data: Uint8Array | undefined): Run[] {
  const count = Math.floor((size - 4) / 8);
  const view = viewOf(main);
  const runs: Run[] = [];
  // A file that names one page a million times would fill the memory with it.
  if (count > main.length / PAGE) throw damaged();
  for (let index = 0; index < count; index++) {
    const page = (table.getUint32(from + (count + 1) * 4 + index * 4, true) & 0x3f_ffff) * PAGE;
    const length = view.getUint8(page + PAGE - 1);
    if (length > MOST_RUNS) throw damaged();
    for (let run = 0; run < length; run++) {
      const place = view.getUint8(page + (length + 1) * 4 + run * 13) * 2;
      let known: ParagraphProperties | undefined;
      runs.push({
        from: view.getUint32(page + run * 4, true),
        properties: () => (known ??= place === 0 ? NOTHING : propertiesOf(main, page + place, data)),
      });
    }
  }
  return runs.sort((one, other) => one.from - other.from);
}

function propertiesOf(main: Uint8Array, at: number, data: Uint8Array | undefined): ParagraphProperties {
  const first = main[at]!;
  const [start, size] = first === 0 ? [at + 2, 2 * main[at + 1]!] : [at + 1, 2 * first - 1];
  // The style comes before.
  return read(main.subarray(start + 2, start + size), data);
}

/** Bytes of an operand by the kind of its modifier. */
const SIZES = [1, 1, 2, 4, 2, 2, undefined, 3];

function read(bytes: Uint8Array, data: Uint8Array | undefined): ParagraphProperties {
  const view = viewOf(bytes);
  let found = NOTHING;
  const downs: { cell: number; how: "first" | "below" | undefined }[] = [];
  let at = 0;
  while (at + 3 <= bytes.length) {
    const code = view.getUint16(at, true);
    at += 2;
    let size = SIZES[code >> 13];
    if (code === 0xd608) {
      size = view.getUint16(at, true) - 1;
      at += 2;
    } else if (size === undefined) size = view.getUint8(at++);
    if (at + size > bytes.length) break;
    const operand = bytes.subarray(at, at + size);
    if (HUGE.includes(code) && data) {
      const place = view.getUint32(at, true);
      const length = viewOf(data).getUint16(place, true);
      // No properties that point to others follow from those.
      return read(data.subarray(place + 2, place + 2 + length), undefined);
    }
    if (code === 0x2416) found = { ...found, inTable: operand[0] === 1, depth: Math.max(found.depth, operand[0]!) };
    else if (code === 0x2417) found = { ...found, endsRow: operand[0] === 1 };
    else if (code === 0x6649) found = { ...found, depth: view.getUint32(at, true) };
    else if (code === 0xd608) found = { ...found, row: rowOf(operand) };
    else if (code === 0xd62b && operand.length >= 2)
      downs.push({ cell: operand[0]!, how: operand[1] === 3 ? "first" : operand[1] === 1 ? "below" : undefined });
    at += size;
  }
  if (!found.row || downs.length === 0) return found;
  const down = [...found.row.down];
  for (const { cell, how } of downs) if (cell < down.length) down[cell] = how;
  return { ...found, row: { ...found.row, down } };
}

function rowOf(operand: Uint8Array): RowDefinition {
  const view = viewOf(operand);
  const count = operand[0]!;
  const edges = Array.from({ length: count + 1 }, (_, index) => view.getInt16(1 + index * 2, true));
  const described = 1 + (count + 1) * 2;
  // Cells that nothing is said of are not merged.
  const flags = Array.from({ length: count }, (_, index) => {
    const at = described + index * 20;
    return at + 2 <= operand.length ? view.getUint16(at, true) : 0;
  });
  return {
    edges,
    down: flags.map((flag) => ((flag & 0x40) !== 0 ? "first" : (flag & 0x20) !== 0 ? "below" : undefined)),
    across: flags.map((flag) => (flag & 3) === 1),
  };
}

function lastFrom<T>(sorted: readonly T[], value: number, place: (item: T) => number): T | undefined {
  let [low, high] = [0, sorted.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (place(sorted[middle]!) <= value) low = middle + 1;
    else high = middle;
  }
  return sorted[low - 1];
}

function damaged(): ReadError {
  return new ReadError(
    "damaged",
    "Word 文件已损坏或不完整，可能没有下载或复制完整",
    "The Word file is damaged or incomplete; it may not have been downloaded or copied to its end",
  );
}
