import type { Glyph } from "../layout/content.ts";
import { contains, type Rectangle } from "../layout/geometry.ts";

const LEAST_PICTURE = { width: 200, height: 70 };
/** More characters than this over a picture, and it is the ground that they are printed on. */
const MOST_OVER = 12;

/** Whether a picture is large enough for a table. */
export function isLarge({ left, top, right, bottom }: Rectangle, sheet: Rectangle): boolean {
  return (
    Math.min(right, sheet.right) - Math.max(left, sheet.left) >= LEAST_PICTURE.width &&
    Math.min(bottom, sheet.bottom) - Math.max(top, sheet.top) >= LEAST_PICTURE.height
  );
}

/** Whether text is printed over a picture. */
export function isGround(image: Rectangle, glyphs: readonly Glyph[]): boolean {
  let over = 0;
  for (const glyph of glyphs) if (contains(image, glyph) && ++over > MOST_OVER) return true;
  return false;
}

/** How much of the sheet the largest areas cover; overlaps are counted once only as far as a sum capped at 1 does. */
export function coveredShare(areas: readonly Rectangle[], sheet: Rectangle): number {
  let covered = 0;
  for (const area of areas) {
    const width = Math.min(area.right, sheet.right) - Math.max(area.left, sheet.left);
    const height = Math.min(area.bottom, sheet.bottom) - Math.max(area.top, sheet.top);
    if (width > 0 && height > 0) covered += width * height;
  }
  return Math.min(1, covered / (sheet.right * sheet.bottom));
}
