import { LIMITS } from "../detect/limits.ts";
import { tooLarge } from "../detect/too-large.ts";
import type { Glyph, PageContent } from "../layout/content.ts";
import { compose, contains, overlap, type Rectangle, type Transform } from "../layout/geometry.ts";
import type { Pdfium } from "./engine.ts";
import { isSpace, normalise } from "./normalise.ts";
import { Overlays } from "./overlays.ts";
import { readPainted } from "./painted.ts";
import { coveredShare, isGround, isLarge } from "./pictures.ts";
import {
  dominantTurn,
  isClipped,
  movedBy,
  placed,
  quarterTurn,
  turnedBack,
  type RawGlyph,
  type Style,
} from "./raw-glyph.ts";

export interface PdfPage {
  readonly content: PageContent;
  /** Of the page as shown, in points. */
  readonly width: number;
  readonly height: number;
  /** The share of the page that pictures cover, 0 to 1. */
  readonly pictured: number;
  /** Pictures large enough for a table that no text is printed over, in the coordinates of the glyphs. */
  readonly pictures: readonly Rectangle[];
  /** Characters laid invisibly over a picture, as text recognition does. */
  readonly recognised: number;
  /** Characters that the file does not map to text. */
  readonly unmapped: number;
  readonly drawings: number;
}

const INVISIBLE = 3;
const CLIPPED = 7;
const WHITE = 250;
const SCRATCH = 128;
const PDFIUM_LOOKS_BACK = 6;
/** Clips of more paths or points than this are drawings, not the edge of a cell. */
const MOST_CLIPS = 16;
/** A picture as large as this with hardly any text is a scan. */
export const SCANNED_SHARE = 0.5;

/** Reads one page: its characters with their places, its lines and areas. */
export function readPage(pdfium: Pdfium, document: number, index: number): PdfPage | undefined {
  const { calls } = pdfium;
  const page = calls.FPDF_LoadPage(document, index);
  if (page === 0) return undefined;
  const textPage = calls.FPDFText_LoadPage(page);
  const scratch = calls.malloc(SCRATCH);
  try {
    return new PageReader(pdfium, page, textPage, scratch, index + 1).read();
  } finally {
    calls.free(scratch);
    if (textPage !== 0) calls.FPDFText_ClosePage(textPage);
    calls.FPDF_ClosePage(page);
  }
}

interface Views {
  readonly memory: ArrayBuffer;
  readonly floats: Float32Array;
  readonly integers: Uint32Array;
  readonly doubles: Float64Array;
}

class PageReader {
  readonly #pdfium: Pdfium;
  readonly #page: number;
  readonly #textPage: number;
  readonly #scratch: number;
  readonly #number: number;
  #objects = 0;
  #unmapped = 0;
  /** The text objects that PDFium made characters of, spaces too. */
  readonly #read = new Set<number>();
  #open: Views | undefined;

  constructor(pdfium: Pdfium, page: number, textPage: number, scratch: number, number: number) {
    this.#pdfium = pdfium;
    this.#page = page;
    this.#textPage = textPage;
    this.#scratch = scratch;
    this.#number = number;
  }

  read(): PdfPage {
    const { toShown, width, height } = this.#frame();
    const raw = this.#characters(toShown);
    const turn = dominantTurn(raw);
    const turned = turnedBack(turn, width, height);
    const toReading = compose(turned.transform, toShown);
    const painted = readPainted(this.#pdfium, this.#page, toReading, this.#scratch);
    const characters = [...raw, ...this.#dropped(raw, painted.texts)];
    const sheet = { left: 0, top: 0, right: turned.width, bottom: turned.height };
    const pictured = coveredShare(painted.images, sheet);
    const dark = [...painted.fills, ...painted.images];
    const glyphs: Glyph[] = [];
    const unseen: Glyph[] = [];
    const known = new Overlays();
    let recognised = 0;
    const shown = new Set<number>();
    for (const character of characters) if (!isClipped(character)) shown.add(character.style.object);
    for (const character of characters) {
      const glyph = placed(character, toReading, turn, this.#number);
      if (known.has(glyph)) continue;
      const { invisible, white } = character.style;
      // A number too wide for its cell is cut, and is no smaller number for that.
      const isCut = isClipped(character) && !(/[\d,.，．]/.test(glyph.text) && shown.has(character.style.object));
      if (!contains(sheet, glyph) || isCut) unseen.push(glyph);
      else if (invisible && pictured >= SCANNED_SHARE) {
        recognised++;
        glyphs.push(glyph);
      } else if (invisible || (white && !dark.some((area) => contains(area, glyph)))) unseen.push(glyph);
      else glyphs.push(glyph);
    }
    return {
      content: {
        number: this.#number,
        width: turned.width,
        height: turned.height,
        toPage: turned.inverse,
        glyphs,
        unseen,
        rules: painted.rules,
        pictures: [...painted.images, ...painted.curves],
        fills: painted.fills,
      },
      width,
      height,
      pictured,
      pictures: painted.images.filter((image) => isLarge(image, sheet) && !isGround(image, glyphs)),
      recognised,
      unmapped: this.#unmapped,
      drawings: painted.rules.length + painted.curves.length + painted.fills.length,
    };
  }

  /** The page as shown: its box, turned as /Rotate says, with the origin at the top left. */
  #frame(): { toShown: Transform; width: number; height: number } {
    const { calls } = this.#pdfium;
    calls.FPDF_GetPageBoundingBox(this.#page, this.#scratch);
    const box = this.#views().floats;
    const [left, top, right, bottom] = [box[0]!, box[1]!, box[2]!, box[3]!];
    const [wide, high] = [right - left, top - bottom];
    if (![wide, high].every((side) => Number.isFinite(side) && side > 0 && side <= LIMITS.pageSide))
      throw tooLarge("页面尺寸异常", "the size of a page is out of bounds");
    switch (calls.FPDFPage_GetRotation(this.#page) & 3) {
      case 1:
        return { toShown: [0, 1, 1, 0, -bottom, -left], width: high, height: wide };
      case 2:
        return { toShown: [-1, 0, 0, 1, right, -bottom], width: wide, height: high };
      case 3:
        return { toShown: [0, -1, -1, 0, top, right], width: high, height: wide };
      default:
        return { toShown: [1, 0, 0, -1, -left, top], width: wide, height: high };
    }
  }

  #characters(toShown: Transform): RawGlyph[] {
    const { calls } = this.#pdfium;
    const textPage = this.#textPage;
    const scratch = this.#scratch;
    if (textPage === 0) return [];
    const count = calls.FPDFText_CountChars(textPage);
    if (count > LIMITS.pageCharacters) throw tooLarge("一页上的文字过多", "too much text on one page");
    const found: RawGlyph[] = [];
    let spaced = false;
    let object = 0;
    let style: Style | undefined;
    for (let index = 0; index < count; index++) {
      if (calls.FPDFText_IsGenerated(textPage, index) === 1) continue;
      const next = calls.FPDFText_GetTextObject(textPage, index);
      this.#read.add(next);
      const code = calls.FPDFText_GetUnicode(textPage, index);
      if (isSpace(code)) {
        spaced = true;
        continue;
      }
      let text = normalise(code);
      if (text === "" && code !== 0) continue;
      if (text === "" || calls.FPDFText_HasUnicodeMapError(textPage, index) === 1) {
        this.#unmapped++;
        if (text === "") text = "\ufffd";
      }
      if (next !== object || !style) {
        object = next;
        style = this.#style(index, object, toShown);
      }
      calls.FPDFText_GetLooseCharBox(textPage, index, scratch);
      calls.FPDFText_GetCharOrigin(textPage, index, scratch + 16, scratch + 24);
      const { floats: box, doubles: origin } = this.#views();
      found.push({
        text,
        box: { left: box[0]!, top: box[1]!, right: box[2]!, bottom: box[3]! },
        x: origin[2]!,
        y: origin[3]!,
        style,
        spaced,
      });
      spaced = false;
    }
    return found;
  }

  #style(index: number, object: number, toShown: Transform): Style {
    const { calls } = this.#pdfium;
    const scratch = this.#scratch;
    calls.FPDFText_GetMatrix(this.#textPage, index, scratch);
    const matrix = this.#views().floats;
    const [a, b, c, d] = [matrix[0]!, matrix[1]!, matrix[2]!, matrix[3]!];
    const size = calls.FPDFText_GetFontSize(this.#textPage, index) * Math.hypot(c, d);
    const mode = object === 0 ? 0 : calls.FPDFTextObj_GetTextRenderMode(object);
    let white = false;
    let clear = false;
    let shade = 0;
    if (object !== 0 && calls.FPDFPageObj_GetFillColor(object, scratch, scratch + 4, scratch + 8, scratch + 12) !== 0) {
      const [red, green, blue, alpha] = this.#views().integers;
      white = mode === 0 && red! >= WHITE && green! >= WHITE && blue! >= WHITE;
      clear = mode === 0 && alpha! < 8;
      if (mode === 0) shade = 255 - ((255 - (red! * 77 + green! * 150 + blue! * 29) / 256) * alpha!) / 255;
    }
    const [e, f, g, h] = toShown;
    return {
      pointer: object,
      object: ++this.#objects,
      font: object === 0 ? 0 : calls.FPDFTextObj_GetFont(object),
      size,
      turn: quarterTurn(e * a + g * b, f * a + h * b),
      invisible: mode === INVISIBLE || mode === CLIPPED || clear,
      white,
      shade,
      clip: object === 0 ? undefined : this.#clip(object),
    };
  }

  /**
   * PDFium leaves out a text when one of the five before it reads the same and lies near, taking it for imitated bold;
   * how near grows with the length of the text and the height of its font, so that a line below, or the same label in
   * the next row, is lost. Its characters are those of its twin, moved.
   */
  #dropped(raw: readonly RawGlyph[], texts: readonly number[]): RawGlyph[] {
    if (texts.every((text) => this.#read.has(text))) return [];
    const read = new Map<number, RawGlyph[]>();
    for (const character of raw) {
      const known = read.get(character.style.pointer);
      if (known) known.push(character);
      else read.set(character.style.pointer, [character]);
    }
    const found: RawGlyph[] = [];
    for (const [index, text] of texts.entries()) {
      if (this.#read.has(text)) continue;
      const twin = this.#twinOf(texts, index, read);
      if (!twin) continue;
      const { x, y, characters } = twin;
      const place = { object: ++this.#objects, clip: this.#clip(text) };
      const moved = characters.map((character) => movedBy(character, x, y, place));
      // Nearer than this it was imitated bold indeed.
      if (Math.hypot(x, y) > 0.3 * moved[0]!.style.size) {
        read.set(text, moved);
        found.push(...moved);
      }
    }
    return found;
  }

  /** The text that PDFium took a dropped one for, and how far it is from there: the nearest of those alike before it. */
  #twinOf(
    texts: readonly number[],
    index: number,
    read: ReadonlyMap<number, readonly RawGlyph[]>,
  ): { x: number; y: number; characters: readonly RawGlyph[] } | undefined {
    const frame = this.#frameOf(texts[index]!);
    if (!frame) return undefined;
    let nearest: { x: number; y: number; characters: readonly RawGlyph[] } | undefined;
    for (let before = index - 1; before >= 0 && before >= index - PDFIUM_LOOKS_BACK; before--) {
      const characters = read.get(texts[before]!);
      const other = characters && this.#frameOf(texts[before]!);
      if (!other || frame.shape !== other.shape) continue;
      const [x, y] = [frame.x - other.x, frame.y - other.y];
      // A 3 beside a 6, as wide and as high, is no twin of it: a twin lies over it, above or below.
      const shared = frame.upright
        ? overlap(frame.bottom, frame.top, other.bottom, other.top) / (frame.top - frame.bottom)
        : overlap(frame.left, frame.right, other.left, other.right) / (frame.right - frame.left);
      if (shared < 0.5) continue;
      if (!nearest || Math.hypot(x, y) < Math.hypot(nearest.x, nearest.y)) nearest = { x, y, characters };
    }
    return nearest;
  }

  /** Where a text object begins and lies, and what tells it from others: font, size, direction and width. */
  #frameOf(text: number): (Rectangle & { x: number; y: number; upright: boolean; shape: string }) | undefined {
    const { calls } = this.#pdfium;
    const scratch = this.#scratch;
    const { floats } = this.#views();
    calls.FPDFPageObj_GetBounds(text, scratch, scratch + 4, scratch + 8, scratch + 12);
    const [left, bottom, right, top] = [floats[0]!, floats[1]!, floats[2]!, floats[3]!];
    const [width, height] = [right - left, top - bottom];
    if (!(width > 0)) return undefined;
    calls.FPDFPageObj_GetMatrix(text, scratch);
    const [a, b, c, d, x, y] = floats;
    const parts = [a!, b!, c!, d!, width, height].map((part) => part.toFixed(1));
    const upright = Math.abs(b!) > Math.abs(a!);
    return {
      x: x!,
      y: y!,
      left,
      right,
      top,
      bottom,
      upright,
      shape: `${calls.FPDFTextObj_GetFont(text)} ${parts.join(" ")}`,
    };
  }

  /** The rectangle around what an object is clipped to. */
  #clip(object: number): Rectangle | undefined {
    const { calls } = this.#pdfium;
    const clip = calls.FPDFPageObj_GetClipPath(object);
    const paths = clip === 0 ? 0 : calls.FPDFClipPath_CountPaths(clip);
    if (paths < 1 || paths > MOST_CLIPS) return undefined;
    let inner = { left: -Infinity, top: -Infinity, right: Infinity, bottom: Infinity };
    const { floats: place } = this.#views();
    for (let path = 0; path < paths; path++) {
      const segments = calls.FPDFClipPath_CountPathSegments(clip, path);
      if (segments < 2 || segments > MOST_CLIPS) continue;
      let left = Infinity;
      let top = Infinity;
      let right = -Infinity;
      let bottom = -Infinity;
      // Of a rectangle two opposite corners tell all, and every glyph of some files has its own clip.
      const [end, step] = segments === 4 || segments === 5 ? [3, 2] : [segments, 1];
      for (let segment = 0; segment < end; segment += step) {
        const point = calls.FPDFClipPath_GetPathSegment(clip, path, segment);
        calls.FPDFPathSegment_GetPoint(point, this.#scratch, this.#scratch + 4);
        const x = place[0]!;
        const y = place[1]!;
        if (x < left) left = x;
        if (x > right) right = x;
        if (y < top) top = y;
        if (y > bottom) bottom = y;
      }
      inner = {
        left: Math.max(inner.left, left),
        top: Math.max(inner.top, top),
        right: Math.min(inner.right, right),
        bottom: Math.min(inner.bottom, bottom),
      };
    }
    return inner;
  }

  /** The scratch memory as numbers; made anew only when PDFium's memory has grown. */
  #views(): Views {
    const memory = this.#pdfium.memory();
    if (this.#open?.memory !== memory)
      this.#open = {
        memory,
        floats: new Float32Array(memory, this.#scratch, 8),
        integers: new Uint32Array(memory, this.#scratch, 8),
        doubles: new Float64Array(memory, this.#scratch, 8),
      };
    return this.#open;
  }
}
