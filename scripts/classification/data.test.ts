import { execFileSync } from "node:child_process";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { loadClassification } from "../../packages/core/src/classification/index.ts";

const root = new URL("../../", import.meta.url);
const classification = await loadClassification();
const generated = new URL("packages/core/src/classification/generated/data.ts", root);

describe("the generated module", () => {
  it("stays small: under 25 kB when compressed", () => {
    expect(gzipSync(readFileSync(generated)).length).toBeLessThan(25_000);
  });

  it("is what the CSV files give", () => {
    const before = readFileSync(generated, "utf8");
    execFileSync(process.execPath, [fileURLToPath(new URL("scripts/classification/build.mjs", root))]);
    expect(readFileSync(generated, "utf8")).toBe(before);
  });
});

describe("codes and names printed in the fixtures", () => {
  const fixtures = fileURLToPath(new URL("fixtures/", root));
  const texts = readdirSync(fixtures, { recursive: true, encoding: "utf8" }).filter((file) =>
    file.endsWith("source.txt"),
  );
  it.each(texts)("%s: every path of functional names has its code", (file) => {
    expect(existsSync(fixtures + file)).toBe(true);
    const text = readFileSync(fixtures + file, "utf8");
    const year = Number(/(20\d{2})\s*年度/.exec(text)![1]);
    const paths = [...text.matchAll(/\d+\. ([^：\n]+?)（类）([^：\n]+?)（款）([^：\n]+?)（项）/g)];
    expect(paths.length).toBeGreaterThan(25);
    for (const [whole, ...names] of paths) expect(classification.byPath(names, year)?.code, whole).toMatch(/^2\d{6}$/);
  });
});
