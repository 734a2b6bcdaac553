import { LIMITS } from "../detect/limits.ts";
import { tooLarge } from "../detect/too-large.ts";
import type { Glyph, PageContent } from "../layout/content.ts";
import { compose, contains, overlap, transformed, type Rectangle, type Transform } from "../layout/geometry.ts";
import type { Pdfium } from "./engine.ts";
import { isSpace, normalise } from "./normalise.ts";
import { readPainted } from "./painted.ts";

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

/** A character as PDFium gives it, in the coordinates of the file. */
interface RawGlyph {
  readonly text: string;
  readonly box: Rectangle;
  readonly x: number;
  readonly y: number;
  readonly style: Style;
  readonly spaced: boolean;
}

/** What the characters of one text object share. */
interface Style {
  readonly pointer: number;
  readonly object: number;
  readonly font: number;
  readonly size: number;
  /** Quarter turns clockwise on the page as shown; undefined for an oblique line of text. */
  readonly turn: number | undefined;
  readonly invisible: boolean;
  readonly white: boolean;
  /** How light it is, 0 to 255. */
  readonly shade: number;
  /** What is painted outside of it is cut off; in the coordinates of the file. */
  readonly clip: Rectangle | undefined;
}

const INVISIBLE = 3;
const CLIPPED = 7;
const WHITE = 250;
const LARGEST_TEXT = 1000;
/** How much of an em lies above the baseline. */
const ASCENT = 0.86;
const DESCENT = 0.14;
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

function movedBy(
  { box, style, ...character }: RawGlyph,
  x: number,
  y: number,
  place: Pick<Style, "object" | "clip">,
): RawGlyph {
  return {
    ...character,
    box: { left: box.left + x, right: box.right + x, top: box.top + y, bottom: box.bottom + y },
    x: character.x + x,
    y: character.y + y,
    style: { ...style, ...place },
  };
}

/** Whether a character is cut off as a whole. (In a clip, `top` is the smaller y of the file.) */
function isClipped({ box, style: { clip } }: RawGlyph): boolean {
  if (!clip) return false;
  const x = (box.left + box.right) / 2;
  const y = (box.top + box.bottom) / 2;
  return x < clip.left - 1 || x > clip.right + 1 || y < clip.top - 1 || y > clip.bottom + 1;
}

/** The direction of writing on the page as shown (y downwards) in quarter turns clockwise. */
function quarterTurn(x: number, y: number): number | undefined {
  if (x === 0 && y === 0) return 0;
  const quarters = Math.atan2(y, x) / (Math.PI / 2);
  const nearest = Math.round(quarters);
  return Math.abs(quarters - nearest) < 0.08 ? (nearest + 4) % 4 : undefined;
}

function dominantTurn(characters: readonly RawGlyph[]): number {
  const votes = [0, 0, 0, 0];
  for (const { style } of characters) if (style.turn !== undefined && !style.invisible) votes[style.turn]!++;
  return votes.indexOf(Math.max(...votes));
}

/** Turns the page as shown so that its text runs from left to right. */
function turnedBack(
  turn: number,
  width: number,
  height: number,
): { transform: Transform; inverse: Transform; width: number; height: number } {
  switch (turn) {
    case 1:
      return { transform: [0, -1, 1, 0, 0, width], inverse: [0, 1, -1, 0, width, 0], width: height, height: width };
    case 2:
      return { transform: [-1, 0, 0, -1, width, height], inverse: [-1, 0, 0, -1, width, height], width, height };
    case 3:
      return { transform: [0, 1, -1, 0, height, 0], inverse: [0, -1, 1, 0, 0, height], width: height, height: width };
    default:
      return { transform: [1, 0, 0, 1, 0, 0], inverse: [1, 0, 0, 1, 0, 0], width, height };
  }
}

function placed({ text, box, x, y, style, spaced }: RawGlyph, toReading: Transform, turn: number, page: number): Glyph {
  const { left, top, right, bottom } = transformed(toReading, box);
  const { object, font, shade } = style;
  if (style.turn !== turn || !(style.size > 0 && style.size <= LARGEST_TEXT)) {
    const size = Math.max(1, Math.min(style.size, LARGEST_TEXT));
    return {
      text,
      left,
      top,
      right,
      bottom,
      baseline: bottom,
      size,
      object,
      font,
      shade,
      spaced,
      turned: true,
      page,
      ...(style.turn === undefined ? { oblique: true } : {}),
    };
  }
  const { size } = style;
  const baseline = toReading[1] * x + toReading[3] * y + toReading[5];
  return {
    text,
    left,
    top: baseline - ASCENT * size,
    right: right > left ? right : left + size / 2,
    bottom: baseline + DESCENT * size,
    baseline,
    size,
    object,
    font,
    shade,
    spaced,
    turned: false,
    page,
  };
}

/** Recognises a character drawn twice in one place: imitated bold type, a shadow, a layer over a layer. */
class Overlays {
  /** One glyph for each small square of the page, and a list where more than one stand in it. */
  readonly #squares = new Map<number, Glyph | Glyph[]>();

  has(glyph: Glyph): boolean {
    const reach = Math.max(0.3, glyph.size * 0.2);
    const { left, baseline } = glyph;
    for (let x = square(left - reach); x <= square(left + reach); x++)
      for (let y = square(baseline - reach); y <= square(baseline + reach); y++) {
        const others = this.#squares.get(x * ROW + y);
        if (others === undefined) continue;
        if (Array.isArray(others) ? others.some((other) => isSame(other, glyph, reach)) : isSame(others, glyph, reach))
          return true;
      }
    const key = square(left) * ROW + square(baseline);
    const known = this.#squares.get(key);
    if (known === undefined) this.#squares.set(key, glyph);
    else if (Array.isArray(known)) known.push(glyph);
    else this.#squares.set(key, [known, glyph]);
    return false;
  }
}

const ROW = 65_536;

function square(place: number): number {
  return Math.floor(place / 6);
}

function isSame(one: Glyph, other: Glyph, reach: number): boolean {
  return (
    one.text === other.text &&
    Math.abs(one.left - other.left) <= reach &&
    Math.abs(one.baseline - other.baseline) <= reach
  );
}

const LEAST_PICTURE = { width: 200, height: 70 };
/** More characters than this over a picture, and it is the ground that they are printed on. */
const MOST_OVER = 12;

function isLarge({ left, top, right, bottom }: Rectangle, sheet: Rectangle): boolean {
  return (
    Math.min(right, sheet.right) - Math.max(left, sheet.left) >= LEAST_PICTURE.width &&
    Math.min(bottom, sheet.bottom) - Math.max(top, sheet.top) >= LEAST_PICTURE.height
  );
}

function isGround(image: Rectangle, glyphs: readonly Glyph[]): boolean {
  let over = 0;
  for (const glyph of glyphs) if (contains(image, glyph) && ++over > MOST_OVER) return true;
  return false;
}

/** How much of the sheet the largest areas cover; overlaps are counted once only as far as a sum capped at 1 does. */
function coveredShare(areas: readonly Rectangle[], sheet: Rectangle): number {
  let covered = 0;
  for (const area of areas) {
    const width = Math.min(area.right, sheet.right) - Math.max(area.left, sheet.left);
    const height = Math.min(area.bottom, sheet.bottom) - Math.max(area.top, sheet.top);
    if (width > 0 && height > 0) covered += width * height;
  }
  return Math.min(1, covered / (sheet.right * sheet.bottom));
}
