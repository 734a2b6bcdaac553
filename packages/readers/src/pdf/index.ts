import type { Oddity, Page, PageImage, ReadDocument, Recogniser } from "@juesuan/core";
import { LIMITS } from "../detect/limits.ts";
import { tooLarge } from "../detect/too-large.ts";
import { ReadError } from "../errors.ts";
import { assemble } from "../layout/document.ts";
import type { PageContent } from "../layout/content.ts";
import type { Rectangle } from "../layout/geometry.ts";
import { layOutPages } from "../layout/pages.ts";
import { discardPdfium, loadPdfium, type Pdfium, type PdfiumSource } from "./engine.ts";
import { withDocument } from "./open.ts";
import { pictureOf } from "./scan/picture.ts";
import { readPictures } from "./scan/pictures.ts";
import { readScanned } from "./scan/read.ts";

import { readPage, SCANNED_SHARE, type PdfPage } from "./page.ts";

export type { PdfiumSource } from "./engine.ts";
export { cropPdf, type Crop, type Region } from "./crop.ts";

export interface PdfOptions {
  /** Where PDFium's WebAssembly is; not needed in Node. */
  readonly wasm?: PdfiumSource;
  readonly password?: string;
  /** Reads scanned pages; without it they are said to be scanned, and not read. */
  readonly recognise?: Recogniser;
  /** Puts other characters in the places of its words, one for one. */
  readonly written?: (text: string) => string;
}

/**
 * Reads a PDF: paragraphs and tables in reading order, with the box of every character.
 *
 * ```ts
 * const document = await readPdf(await readFile("部门决算.pdf"));
 * boxOf(document, 0, 4); // { page: 1, box: { left, top, right, bottom } }
 * ```
 */
export async function readPdf(bytes: Uint8Array, options: PdfOptions = {}): Promise<ReadDocument> {
  if (bytes.length > LIMITS.inputBytes) throw tooLarge("文件过大", "the file is too large");
  const pdfium = await loadPdfium(options.wasm);
  try {
    const password = options.password ?? "";
    const read = withDocument(pdfium, bytes, password, (document) => readPages(pdfium, document));
    const { recognise } = options;
    if (recognise && read.scanned.size + read.pictured.size > 0)
      await recogniseScanned(read, recognise, (index) =>
        withDocument(pdfium, bytes, password, (document) => pictureOf(pdfium, document, index)),
      );
    return whole(options.written ? inCharacters(read, options.written) : read);
  } catch (error) {
    if (error instanceof ReadError) throw error;
    // PDFium ran out of memory or trapped: its state is lost, and the file is to blame.
    discardPdfium();
    if (pdfium.memory().byteLength > LIMITS.pdfiumBytes / 4)
      throw tooLarge("PDF 展开后占用内存过多", "the PDF takes too much memory once unpacked");
    throw new ReadError("damaged", "PDF 文件已损坏，无法读取", "The PDF is damaged and cannot be read", {
      cause: error,
    });
  }
}

/**
 * A page as it looks, in shades of grey; undefined for a page that there is not.
 *
 * @throws ReadError for a PDF that cannot be opened.
 */
export async function drawPage(
  bytes: Uint8Array,
  page: number,
  options: Pick<PdfOptions, "wasm" | "password"> = {},
): Promise<PageImage | undefined> {
  const pdfium = await loadPdfium(options.wasm);
  return withDocument(pdfium, bytes, options.password ?? "", (document) => pictureOf(pdfium, document, page - 1));
}

/** The pages of a file, before they are put together. */
interface ReadPages {
  readonly contents: PageContent[];
  readonly pages: Page[];
  readonly oddities: Oddity[];
  /** Scanned pages without text, by their number. */
  readonly scanned: Set<number>;
  /** The pictures on other pages that may be tables, by the number of the page. */
  readonly pictured: Map<number, readonly Rectangle[]>;
}

/** Pages whose words stand in other characters, each in the place of its own. */
function inCharacters(read: ReadPages, written: (text: string) => string): ReadPages {
  const contents = read.contents.map((content) => ({
    ...content,
    glyphs: content.glyphs.map((glyph) => ({ ...glyph, text: written(glyph.text) })),
  }));
  return { ...read, contents };
}

function whole({ contents, pages, oddities, scanned }: ReadPages): ReadDocument {
  if (scanned.size > 0 && contents.every(({ glyphs }) => glyphs.length === 0))
    oddities.unshift({
      code: "scanned-document",
      message: "整份 PDF 为扫描件，没有文字层，需要光学识别后才能读取",
      messageEn: "The whole PDF is scanned and holds no text: it needs optical recognition",
    });
  return assemble(layOutPages(contents), pages, oddities);
}

/** Reads the scanned pages, and the pictures on others, one by one, as far as the limit allows: each takes seconds. */
async function recogniseScanned(
  { contents, oddities, scanned, pictured }: ReadPages,
  recognise: Recogniser,
  picture: (index: number) => PageImage | undefined,
): Promise<void> {
  let left = LIMITS.recognisedPages;
  for (const number of scanned) {
    const image = left-- > 0 ? picture(number - 1) : undefined;
    if (!image) continue;
    const content = await readScanned(image, number, recognise);
    if (content.glyphs.length === 0) continue;
    const at = contents.findIndex((page) => page.number === number);
    contents[at] = content;
    scanned.delete(number);
    const sure = content.glyphs.reduce((sum, { confidence = 1 }) => sum + confidence, 0) / content.glyphs.length;
    const percent = Math.round(100 * sure);
    const told = oddities.findIndex(({ code, page }) => code === "scanned-page" && page === number);
    oddities[told] = {
      code: "recognised-page",
      message: `第 ${number} 页为扫描件，文字由光学识别得出，平均可信度 ${percent}%，数字请对照原件`,
      messageEn: `Page ${number} is scanned; its text was recognised, ${percent}% sure on average: compare figures with the original`,
      page: number,
    };
  }
  for (const [number, areas] of pictured) {
    const image = left-- > 0 ? picture(number - 1) : undefined;
    const at = contents.findIndex((page) => page.number === number);
    if (!image || at < 0) continue;
    const found = await readPictures(image, contents[at]!, areas, recognise);
    if (!found) continue;
    contents[at] = found;
    for (let told = oddities.length - 1; told >= 0; told--)
      if (oddities[told]!.code === "picture" && oddities[told]!.page === number) oddities.splice(told, 1);
    oddities.push({
      code: "recognised-page",
      message: `第 ${number} 页的图片由光学识别读取，数字请对照原件`,
      messageEn: `The picture on page ${number} was read by recognition: compare its figures with the original`,
      page: number,
    });
  }
}

function readPages(pdfium: Pdfium, document: number): ReadPages {
  const count = pdfium.calls.FPDF_GetPageCount(document);
  if (count > LIMITS.pages) throw tooLarge(`共 ${count} 页`, `${count} pages`);
  const deadline = Date.now() + LIMITS.pdfMilliseconds;
  const contents: PageContent[] = [];
  const scanned = new Set<number>();
  const pictured = new Map<number, readonly Rectangle[]>();
  const pages: Page[] = [];
  const oddities: Oddity[] = [];
  let characters = 0;
  let unread = 0;
  for (let index = 0; index < count; index++) {
    if (Date.now() > deadline)
      throw new ReadError("timeout", "读取 PDF 超过时限", "Reading the PDF took longer than it may");
    const page = readPage(pdfium, document, index);
    if (!page) {
      unread++;
      oddities.push({
        code: "damaged-page",
        message: `第 ${index + 1} 页已损坏，无法读取`,
        messageEn: `Page ${index + 1} is damaged and cannot be read`,
        page: index + 1,
      });
      pages.push({ number: index + 1 });
      continue;
    }
    characters += page.content.glyphs.length;
    if (characters > LIMITS.pdfCharacters) throw tooLarge("文字过多", "too much text");
    const isScanned = page.pictured >= SCANNED_SHARE && page.content.glyphs.length - page.recognised < FEW_CHARACTERS;
    oddities.push(...odditiesOf(page, isScanned));
    const sides = { width: page.width, height: page.height };
    pages.push({ number: index + 1, ...sides, ...(isScanned ? { scanned: true } : {}) });
    if (isScanned && page.recognised === 0) scanned.add(index + 1);
    else if (!isScanned && page.pictures.length > 0) pictured.set(index + 1, page.pictures);
    contents.push(page.content);
  }
  if (count === 0 || unread === count)
    throw new ReadError("damaged", "PDF 中没有可读取的页面", "The PDF has no page that can be read");
  return { contents, pages, oddities, scanned, pictured };
}

/** A scanned page may carry a printed page number or a stamp as text. */
const FEW_CHARACTERS = 20;
const UNMAPPED_SHARE = 0.02;

function odditiesOf(page: PdfPage, scanned: boolean): Oddity[] {
  const { number, glyphs, unseen } = page.content;
  const found: Oddity[] = [];
  const tell = (code: string, message: string, messageEn: string) =>
    found.push({ code, message, messageEn, page: number });
  if (scanned && page.recognised > 0)
    tell(
      "scanned-page",
      `第 ${number} 页为扫描件，文字来自原有的识别层，可能有误`,
      `Page ${number} is scanned; its text comes from a recognition layer and may be wrong`,
    );
  else if (scanned)
    tell("scanned-page", `第 ${number} 页为扫描件，没有文字层`, `Page ${number} is scanned and holds no text`);
  else if (glyphs.length === 0 && page.drawings > 200)
    tell(
      "outlined-page",
      `第 ${number} 页的文字已转为图形，无法读取`,
      `The text of page ${number} was turned into drawings and cannot be read`,
    );
  if (!scanned)
    for (const { left, top, right, bottom } of page.pictures) {
      const [wide, high] = [right - left, bottom - top].map((points) => Math.round((points / 72) * 25.4));
      tell(
        "picture",
        `第 ${number} 页有一张 ${wide}×${high} 毫米的图片，图中如有表格，其数字没有读取`,
        `Page ${number} holds a picture of ${wide} by ${high} mm; figures of a table in it were not read`,
      );
    }
  if (unseen.length > 0)
    tell(
      "unseen-text",
      `第 ${number} 页有 ${unseen.length} 个字符在页面之外或不可见`,
      `${unseen.length} characters of page ${number} lie outside the page or are invisible`,
    );
  if (page.unmapped > UNMAPPED_SHARE * (glyphs.length + 1))
    tell(
      "unmapped-text",
      `第 ${number} 页有 ${page.unmapped} 个字符没有对应的文字编码`,
      `${page.unmapped} characters of page ${number} have no known text`,
    );
  return found;
}
