import type { ConceptKey } from "../facts/key.ts";
import type { Box } from "../figure/figure.ts";

/** The formats that can be read. `text` includes Markdown-like text; `accounts` is juesuan's own JSON. */
export type DocumentFormat = "text" | "pdf" | "docx" | "doc" | "xlsx" | "xls" | "html" | "accounts";

/**
 * What a reader makes of bytes: one text in reading order, and blocks that point into it. Every offset in the system is
 * a UTF-16 offset into {@link ReadDocument.text}. Table cells are part of the text too, so that a figure in a table has
 * offsets like any other.
 */
export interface ReadDocument {
  readonly format: DocumentFormat;
  readonly text: string;
  readonly pages: readonly Page[];
  /** In reading order; `start` ascends; blocks do not overlap. */
  readonly blocks: readonly Block[];
  /** For paged formats: the box of each character of `text`. */
  readonly boxes?: CharacterBoxes;
  /** Web pages that carry their data: what the markup says of figures of the text (docs/twin.md). */
  readonly tags?: readonly FigureTag[];
  /** Where pages were read by optical recognition: how sure it is of each character of `text`, in percent. */
  readonly confidences?: Uint8Array;
  /** What a person should know about this reading: a scanned page, a hidden sheet, a tracked change … */
  readonly oddities: readonly Oddity[];
}

/** What markup says of the figure that stands at a place of the text. */
export interface FigureTag extends ConceptKey {
  readonly start: number;
  readonly end: number;
  /** A plain decimal. */
  readonly value: string;
  readonly direction?: "increase" | "decrease" | "unchanged";
}

/** A page of a PDF or a sheet of a workbook; a text, a web page or a Word file is one page. */
export interface Page {
  /** Counted from 1. */
  readonly number: number;
  /** The name of a sheet. */
  readonly name?: string;
  /** In points, after the page's own rotation is undone. */
  readonly width?: number;
  readonly height?: number;
  readonly scanned?: boolean;
  readonly hidden?: boolean;
}

/**
 * `body` and `heading` carry the disclosure. The others are set apart: `header`, `footer` and `page-number` repeat on
 * pages; `contents` is a line of the table of contents; `outside` lies outside the page box or in a text box that is not
 * shown; `deleted` is struck by a tracked change; `chart` is text of a picture.
 */
export type ParagraphRole =
  | "body"
  | "heading"
  | "contents"
  | "header"
  | "footer"
  | "page-number"
  | "outside"
  | "deleted"
  | "chart";

/** A paragraph of a Word file: which of the paragraphs (`p`) of which part, counted from 0 in the order they open. */
export interface Origin {
  readonly part: string;
  readonly paragraph: number;
}

export interface Paragraph {
  readonly kind: "paragraph";
  readonly start: number;
  readonly end: number;
  readonly page: number;
  readonly role: ParagraphRole;
  /** Level of a heading, from 1, where the format says so (Word style, h1 …). */
  readonly level?: number;
  /** A number that the file generates and the text does not contain (Word numbering): 一、 or (1). */
  readonly marker?: string;
  /** Word files: the paragraphs of the file that its text comes from, so that it can be corrected there. */
  readonly origins?: readonly Origin[];
}

export interface Table {
  readonly kind: "table";
  readonly start: number;
  readonly end: number;
  /** The first page it stands on. */
  readonly page: number;
  readonly rowCount: number;
  readonly columnCount: number;
  /** In row order, then column order. A merged cell stands once, at its top left, with its spans. */
  readonly cells: readonly Cell[];
  /** Whether lines separate its cells (false: cells were inferred from alignment). */
  readonly ruled?: boolean;
  /** Its columns were inferred from how texts stand under each other: no lines part them, though lines may part its rows. */
  readonly inferred?: boolean;
  /** It runs off the page: columns beyond the edge of the paper are not there, nor is all of the last one. */
  readonly cut?: boolean;
  /** With `cut`: the line behind its last column is drawn, so that this column is whole. */
  readonly closed?: boolean;
  /** Its lines do not keep to its columns, as those of a page printed as text: which is over which cannot be told. */
  readonly adrift?: boolean;
  /** No lines part its columns, and its headings stand at the left of theirs: sums must confirm what is whose. */
  readonly headedLeft?: boolean;
  readonly hidden?: boolean;
}

export interface Cell {
  readonly row: number;
  readonly column: number;
  readonly rowSpan: number;
  readonly columnSpan: number;
  readonly start: number;
  readonly end: number;
  readonly page: number;
  /** The cell's text with wrapped lines joined and outer space removed. Empty for an empty cell. */
  readonly text: string;
  /** The cell stands in a hidden row or column. */
  readonly hidden?: boolean;
  /** Workbooks: the exact stored number as a decimal string, when the cell holds a number. */
  readonly number?: string;
  /** Workbooks: the formula, when the cell has one. */
  readonly formula?: string;
  /** Word files: the paragraphs in the cell, empty ones too. */
  readonly origins?: readonly Origin[];
}

export type Block = Paragraph | Table;

/** One entry per character of the text; a character without a box (a joined space, a line break) has page 0. */
export interface CharacterBoxes {
  readonly page: Uint16Array;
  /** left, top, right, bottom for each character. */
  readonly rectangles: Float32Array;
}

/** Something odd that the reader met; `message` is Chinese, `messageEn` English. */
export interface Oddity {
  readonly code: string;
  readonly message: string;
  readonly messageEn: string;
  readonly page?: number;
  readonly start?: number;
  readonly end?: number;
}

/** The union of the boxes of the characters from `start` to `end` on the first page they stand on. */
export function boxOf(document: ReadDocument, start: number, end: number): { page: number; box: Box } | undefined {
  const { boxes } = document;
  if (!boxes) return undefined;
  let page = 0;
  let left = Infinity;
  let top = Infinity;
  let right = -Infinity;
  let bottom = -Infinity;
  for (let index = start; index < end; index++) {
    const onPage = boxes.page[index] ?? 0;
    if (onPage === 0) continue;
    if (page === 0) page = onPage;
    if (onPage !== page) break;
    const at = index * 4;
    left = Math.min(left, boxes.rectangles[at]!);
    top = Math.min(top, boxes.rectangles[at + 1]!);
    right = Math.max(right, boxes.rectangles[at + 2]!);
    bottom = Math.max(bottom, boxes.rectangles[at + 3]!);
  }
  return page === 0 ? undefined : { page, box: { left, top, right, bottom } };
}
