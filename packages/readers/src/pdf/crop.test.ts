import { unzlibSync } from "fflate";
import { boxOf } from "@juesuan/core";
import { describe, expect, it } from "vitest";
import { cropPdf, readPdf } from "./index.ts";
import { madePdf, text } from "./made.test.support.ts";

/** Pixels of a PNG without filters, red, green, blue. */
function pixelsOf(png: Uint8Array) {
  const view = new DataView(png.buffer, png.byteOffset);
  const [width, height] = [view.getUint32(16), view.getUint32(20)];
  const length = view.getUint32(33);
  const lines = unzlibSync(png.subarray(41, 41 + length));
  expect(lines.length).toBe(height * (width * 3 + 1));
  const at = (x: number, y: number) => {
    const from = y * (width * 3 + 1) + 1 + x * 3;
    return lines.slice(from, from + 3);
  };
  return { width, height, at };
}

describe("cropPdf", () => {
  it("cuts a figure out of its page, framed in red, with the words around it", async () => {
    const bytes = madePdf([{ content: text(72, 100, "支出总计3037.90万元") }]);
    const document = await readPdf(bytes.slice());
    const start = document.text.indexOf("3037.90");
    const { page, box } = boxOf(document, start, start + 7)!;
    const [crop, none] = await cropPdf(bytes, [
      { page, box },
      { page: 9, box },
    ]);
    expect(none).toBeUndefined();
    const { width, height, at } = pixelsOf(crop!.png);
    expect([width, height]).toEqual([crop!.width, crop!.height]);
    const colours = new Map<string, number>();
    for (let y = 0; y < height; y++)
      for (let x = 0; x < width; x++) {
        const colour = at(x, y).join(" ");
        colours.set(colour, (colours.get(colour) ?? 0) + 1);
      }
    const white = colours.get("255 255 255") ?? 0;
    const red = colours.get("217 45 32") ?? 0;
    expect(white / (width * height)).toBeGreaterThan(0.6);
    // A frame two pixels thick around a box of some sixty by thirty.
    expect(red).toBeGreaterThan(200);
    expect(red).toBeLessThan(1000);
    // The characters are on it too, smooth at their edges.
    const dark = [...colours].filter(([colour]) => colour.split(" ").every((value) => Number(value) < 128));
    expect(dark.reduce((sum, [, count]) => sum + count, 0)).toBeGreaterThan(100);
  });
});
