import type { Block, Cell, DocumentFormat, Oddity, Origin, Page, Paragraph, ReadDocument, Table } from "@juesuan/core";
import { LIMITS } from "../detect/limits.ts";
import { tooLarge } from "../detect/too-large.ts";
import { unmarked } from "./tags.ts";

/** A cell that knows its place but not yet its offsets. */
export interface DraftCell {
  readonly row: number;
  readonly column: number;
  readonly rowSpan: number;
  readonly columnSpan: number;
  readonly text: string;
  readonly hidden?: boolean;
  readonly number?: string;
  readonly formula?: string;
  readonly origins?: readonly Origin[];
  /** Where a table runs over pages: the cell's own page. */
  readonly page?: number;
  /** The number of the tag that says what the cell states. */
  readonly tag?: number;
  /** Told with the cell's place once it has one. */
  readonly oddity?: Pick<Oddity, "code" | "message" | "messageEn">;
}

export interface DraftTable {
  readonly rowCount: number;
  readonly columnCount: number;
  /** In row order, then column order. */
  readonly cells: readonly DraftCell[];
}

const MOST_OF_A_KIND = 200;

/**
 * Puts a document's text together in reading order: a paragraph is a line, a table's row is a line whose cells are parted
 * by tabs. So every block and every cell has offsets, and the text between them is only white space.
 */
export class Assembly {
  readonly pages: Page[] = [];
  readonly oddities: Oddity[] = [];
  readonly #blocks: Block[] = [];
  readonly #parts: string[] = [];
  #length = 0;
  #cells = 0;
  readonly #told = new Map<string, Set<string>>();
  /** Where tagged figures stand, by the numbers of their tags. */
  readonly tagged: { readonly tag: number; readonly start: number; readonly end: number }[] = [];

  get length(): number {
    return this.#length;
  }

  paragraph(
    text: string,
    role: Paragraph["role"],
    page: number,
    more: { level?: number; marker?: string; origins?: readonly Origin[] } = {},
  ): void {
    const { text: words, tags } = unmarked(trimmed(text));
    if (words === "" && more.marker === undefined) return;
    const start = this.#append(words);
    for (const { tag, start: from, end } of tags) this.tagged.push({ tag, start: start + from, end: start + end });
    this.#blocks.push({ kind: "paragraph", start, end: this.#length, page, role, ...more });
    this.#append("\n");
  }

  table(
    draft: DraftTable,
    page: number,
    more: Pick<Table, "hidden" | "ruled" | "inferred" | "cut" | "closed" | "adrift" | "headedLeft"> = {},
  ): void {
    if (draft.rowCount === 0 || draft.columnCount === 0 || draft.cells.length === 0) return;
    this.#cells += draft.cells.length;
    if (this.#cells > LIMITS.cells) throw tooLarge("表格单元格过多", "too many table cells");
    const start = this.#length;
    let end = start;
    let row = 0;
    const cells: Cell[] = [];
    for (const { oddity, text, tag, ...cell } of draft.cells) {
      if (cells.length > 0) this.#append(cell.row > row ? "\n" : "\t");
      ({ row } = cell);
      const from = this.#append(text);
      cells.push({ page, ...cell, start: from, end: this.#length, text });
      end = this.#length;
      if (tag !== undefined) this.tagged.push({ tag, start: from, end });
      if (oddity) this.report(oddity.code, oddity.message, oddity.messageEn, { page, start: from, end: this.#length });
    }
    const table: Table = {
      kind: "table",
      start,
      end,
      page,
      rowCount: draft.rowCount,
      columnCount: draft.columnCount,
      cells,
      ruled: true,
    };
    this.#blocks.push({ ...table, ...more });
    this.#append("\n");
  }

  /** Reports something once, and of one kind no more than anybody reads. */
  report(
    code: string,
    message: string,
    messageEn: string,
    place: { page?: number; start?: number; end?: number } = {},
  ): void {
    const told = this.#told.get(code) ?? new Set();
    this.#told.set(code, told);
    const key = `${place.page} ${message}`;
    if (told.has(key) || told.size >= MOST_OF_A_KIND) return;
    told.add(key);
    this.oddities.push({ code, message, messageEn, ...place });
  }

  document(format: DocumentFormat): ReadDocument {
    return { format, text: this.#parts.join(""), pages: this.pages, blocks: this.#blocks, oddities: this.oddities };
  }

  #append(text: string): number {
    const at = this.#length;
    this.#parts.push(text);
    this.#length += text.length;
    if (this.#length > LIMITS.characters) throw tooLarge("文字过多", "too much text");
    return at;
  }
}

/** Without outer space of any width. */
export function trimmed(text: string): string {
  return text.replace(/^[\s\u3000\u200b\ufeff]+/, "").replace(TRAILING, "");
}

// Anchored by look-behind: a run of spaces inside a long text is visited once.
const TRAILING = /(?<![\s\u3000\u200b\ufeff])[\s\u3000\u200b\ufeff]+$/;

/**
 * A cell's lines as one: Chinese words are joined without a space, numbers and Latin words with one, so that two figures
 * below each other in one cell stay two.
 */
export function joinLines(lines: readonly string[]): string {
  let joined = "";
  for (const line of lines) {
    const words = trimmed(line.replaceAll(/[\s\u200b\ufeff]+/g, " "));
    if (words === "") continue;
    const cut = /[.,，．]$/.test(joined) && /^\d/.test(words);
    const apart = /[\w%.,)]$/.test(joined) && /^[\w.(+-]/.test(words) && !cut;
    joined += apart ? ` ${words}` : words;
  }
  return joined;
}
