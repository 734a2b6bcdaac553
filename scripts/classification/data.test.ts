import { execFileSync } from "node:child_process";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { loadClassification } from "../../packages/core/src/classification/index.ts";
import { examine } from "../../packages/readers/src/index.ts";
import { isValidIn, LISTS, rowsOf } from "./files.mjs";

const root = new URL("../../", import.meta.url);
const classification = await loadClassification();
const generated = new URL("packages/core/src/classification/generated/data.ts", root);
const SHARED = fileURLToPath(new URL("../shared/documents", root));

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

describe("the lists", () => {
  it.each(LISTS)("%s: codes in order, spans that do not overlap, evidence that names its source", (list) => {
    let last = "";
    for (const { code, from, to, evidence, source, name } of rowsOf(list)) {
      expect(code >= last, `${code} after ${last}`).toBe(true);
      last = code;
      expect(code, name).toMatch(/^\d{3}(?:\d{2}){0,2}$/);
      expect(name, code).not.toMatch(/\s|[A-Za-z]/);
      if (from !== "" && to !== "") expect(Number(from), code).toBeLessThanOrEqual(Number(to));
      expect(["attested", "catalogue", "uncertain"], code).toContain(evidence);
      if (evidence === "attested") expect(source, code).not.toBe("");
    }
  });

  it("know both ends of every move", () => {
    for (const { from, to, year } of rowsOf("moves")) {
      const rows = LISTS.flatMap((list) => rowsOf(list));
      const at = (code: string, when: number) => rows.some((row) => row.code === code && isValidIn(row, when));
      expect(at(from, Number(year) - 1), `${from} before ${year}`).toBe(true);
      expect(at(to, Number(year)), `${to} in ${year}`).toBe(true);
    }
  });
});

describe("codes and names that published documents print", () => {
  it("resolve, but for those that the files say a document got wrong", () => {
    const wrong = rowsOf("evidence")
      .filter(({ code, name, year }) => !isGood(classification.verdict(code, name, Number(year)).verdict))
      .map(({ document, code }) => `${document} ${code}`);
    const remarked = rowsOf("evidence")
      .filter(({ remark }) => remark !== "")
      .map(({ document, code }) => `${document} ${code}`);
    expect(wrong).toEqual(remarked);
  });

  const fixtures = fileURLToPath(new URL("fixtures/", root));
  const texts = readdirSync(fixtures, { recursive: true, encoding: "utf8" })
    .filter((file) => file.endsWith("source.txt"))
    .map((file) => join(fixtures, file));
  const documents = existsSync(SHARED) ? readdirSync(SHARED).map((file) => join(SHARED, file)) : [];
  it.skipIf(documents.length === 0)(
    `resolve in the real documents${documents.length === 0 ? " (not at hand: ../shared)" : ""}`,
    async () => {
      for (const file of documents) await resolves(file);
    },
    60_000,
  );

  it.each(texts)("resolve in %s", resolves, 60_000);
});

function isGood(verdict: string): boolean {
  return verdict === "agrees" || verdict === "alias";
}

/** Every code that a table prints beside a name, and every path of 类, 款 and 项 in the words. */
async function resolves(file: string) {
  const { disclosure, document } = await examine(readFileSync(file));
  const year = disclosure.fiscalYear ?? Number(/20\d{2}/.exec(document.text)![0]);
  let seen = 0;
  for (const { code, label, level } of disclosure.tables.flatMap(({ rows }) => rows)) {
    if (code === undefined || level === "line" || !/^[235]\d{2}(?:\d{2}){0,2}$/.test(code)) continue;
    seen++;
    const { verdict, name = "" } = classification.verdict(code, label, year);
    // A name cut at the end of a line or of its cell is still that name.
    const cut = label !== "" && (name.startsWith(label) || name.endsWith(label));
    expect(isGood(verdict) || label === "" || cut, `${file}: ${code} ${label} (${verdict} ${name})`).toBe(true);
  }
  for (const [whole, ...names] of document.text.matchAll(
    /([\u4e00-\u9fff]{2,20})（类）([^（\n]{2,30}(?:（室）[^（\n]{2,20})?)（款）([^（\n]{2,40})（项）/g,
  )) {
    if (/X/.test(whole)) continue;
    seen++;
    expect(classification.byPath(names, year)?.code ?? "unresolved", `${file}: ${whole}`).toMatch(/^2\d{6}$/);
  }
  expect(seen, file).toBeGreaterThan(5);
}
