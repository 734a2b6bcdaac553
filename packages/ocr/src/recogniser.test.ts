import { existsSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { drawPage } from "@juesuan/readers/pdf";
import { describe, expect, it } from "vitest";
import { openRecogniser } from "./recogniser.ts";

const REAL = fileURLToPath(new URL("../../../../shared/documents/putuo-finance-2024.pdf", import.meta.url));

describe.skipIf(!existsSync(REAL))("a page of a real PDF as a picture (skipped where it is not at hand)", () => {
  it("is recognised character by character, without a network", { timeout: 120_000 }, async () => {
    const image = (await drawPage(new Uint8Array(readFileSync(REAL)), 6))!;
    const { recognise, close } = await openRecogniser();
    try {
      const characters = await recognise(image);
      const text = characters.map((character) => character.text).join("");
      expect(text).toContain("收入支出决算总表");
      expect(text).toContain("2,940.05");
      for (const { left, right, confidence } of characters) {
        expect(right).toBeGreaterThan(left);
        expect(confidence).toBeGreaterThanOrEqual(0);
        expect(confidence).toBeLessThanOrEqual(1);
      }
    } finally {
      await close();
    }
  });
});
