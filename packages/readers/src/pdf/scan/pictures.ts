import type { PageImage, Recogniser } from "@juesuan/core";
import type { PageContent } from "../../layout/content.ts";
import { contains, type Rectangle } from "../../layout/geometry.ts";
import { readScanned } from "./read.ts";

const POINTS = 72;
const WHITE = 255;
/** Recognised text has objects of its own, far from those of the page. */
const OBJECTS = 1_000_000;

/**
 * A page of text with what recognition reads in its pictures; undefined where it reads nothing, or where the page is not
 * upright.
 */
export async function readPictures(
  image: PageImage,
  page: PageContent,
  areas: readonly Rectangle[],
  recognise: Recogniser,
): Promise<PageContent | undefined> {
  const [a, b, c, d] = page.toPage;
  if (a !== 1 || b !== 0 || c !== 0 || d !== 1) return undefined;
  const found = await readScanned(cut(image, areas), page.number, recognise);
  const inside = found.glyphs.filter((glyph) => areas.some((area) => contains(area, glyph)));
  if (inside.length === 0) return undefined;
  return {
    ...page,
    glyphs: [...page.glyphs, ...inside.map((glyph) => ({ ...glyph, object: glyph.object + OBJECTS }))],
    rules: [...page.rules, ...found.rules],
    // A chart's labels belong to no table; what was read in these pictures may.
    pictures: page.pictures.filter((picture) => !areas.some((area) => contains(area, picture))),
  };
}

/** The pictures of a page alone: its own text need not be recognised. */
function cut({ width, height, resolution, grey }: PageImage, areas: readonly Rectangle[]): PageImage {
  const kept = new Uint8Array(grey.length).fill(WHITE);
  const scale = resolution / POINTS;
  for (const { left, top, right, bottom } of areas) {
    const [from, to] = [Math.max(0, Math.floor(left * scale)), Math.min(width, Math.ceil(right * scale))];
    for (let y = Math.max(0, Math.floor(top * scale)); y < Math.min(height, Math.ceil(bottom * scale)); y++)
      kept.set(grey.subarray(y * width + from, y * width + Math.max(from, to)), y * width + from);
  }
  return { width, height, resolution, grey: kept };
}
