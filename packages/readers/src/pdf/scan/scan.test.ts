import type { PageImage, RecognisedCharacter } from "@juesuan/core";
import { describe, expect, it } from "vitest";
import { withoutLines } from "./lines.ts";
import { readScanned } from "./read.ts";

const blank = (width: number, height: number): PageImage => ({
  width,
  height,
  resolution: 200,
  grey: new Uint8Array(width * height).fill(255),
});

function paint({ grey, width }: PageImage, left: number, top: number, right: number, bottom: number): void {
  for (let y = top; y < bottom; y++) grey.fill(0, y * width + left, y * width + right);
}

/** A table of two rows and two columns as a scanner sees it: lines three pixels thick. */
function table(): PageImage {
  const image = blank(800, 300);
  for (const y of [20, 120, 220]) paint(image, 50, y, 750, y + 3);
  for (const x of [50, 400, 747]) paint(image, x, 20, x + 3, 223);
  paint(image, 100, 60, 130, 90);
  return image;
}

/** Characters of one word in boxes twenty pixels wide. */
const word = (text: string, left: number, top: number, at: number, confidence = 0.98): RecognisedCharacter[] =>
  [...text].map((character, index) => ({
    text: character,
    left: left + 22 * index,
    top,
    right: left + 22 * index + 20,
    bottom: top + 24,
    confidence,
    line: at,
    word: at,
  }));

describe("the lines of a scanned page", () => {
  it("are found and taken out of the picture; characters stay", () => {
    const image = table();
    const { lines, image: plain } = withoutLines(image);
    expect(lines.filter(({ horizontal }) => horizontal).map(({ at }) => Math.round(at))).toEqual([22, 122, 222]);
    expect(lines.filter(({ horizontal }) => !horizontal).map(({ at }) => Math.round(at))).toEqual([52, 402, 749]);
    expect(plain.grey[121 * 800 + 300]).toBe(255);
    expect(plain.grey[75 * 800 + 110]).toBe(0);
    expect(image.grey[121 * 800 + 300]).toBe(0);
  });
});

describe("a scanned page", () => {
  it("becomes characters in points with the confidence of each", async () => {
    const content = await readScanned(table(), 4, async () => [
      ...word("合计", 70, 60, 1),
      ...word("30.00", 450, 60, 2, 0.71),
    ]);
    expect(content.rules).toHaveLength(6);
    expect(content.glyphs.map(({ text }) => text).join("")).toBe("合计30.00");
    expect(content.glyphs[0]).toMatchObject({ page: 4, confidence: 0.98 });
    expect(content.glyphs[0]!.left).toBeCloseTo((70 * 72) / 200);
  });

  it("joins a number that falls apart at its point, and reads letters among digits as digits", async () => {
    const content = await readScanned(blank(800, 100), 1, async () => [
      ...word("4461.", 100, 40, 1),
      ...word("6O", 222, 40, 1).map((character) => ({ ...character, word: 9 })),
    ]);
    expect(content.glyphs.map(({ text }) => text).join("")).toBe("4461.60");
    expect(new Set(content.glyphs.map(({ object }) => object)).size).toBe(1);
  });
});
