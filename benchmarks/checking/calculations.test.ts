import { readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import {
  buildContext,
  classificationJudge,
  loadClassification,
  NUMERIC_RELATIONS,
  profileOf,
  recogniseProfile,
  type CheckContext,
  type Disclosure,
  type ReadDocument,
} from "@juesuan/core";
import { examplesOf } from "@juesuan/core/examples";
import { bindDisclosure, readDocument } from "@juesuan/readers";
import { describe, expect, it } from "vitest";
import { calculations } from "./calculations.ts";
import { generate } from "./generate.ts";
import { contextOf } from "./score.ts";

// Which calculations the checker makes in a document is what it is worth; here they are, written down once and read. Where a
// change to the relations is meant, `RECORD=1 vitest run benchmarks/checking/calculations.test.ts` writes them anew.

const at = (name: string): string => fileURLToPath(new URL(name, import.meta.url));
const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);
const RECORDED = at("../../fixtures/calculations.txt");

const classification = classificationJudge(await loadClassification());

interface Read {
  readonly document: ReadDocument;
  readonly disclosure: Disclosure;
}

async function read(text: string): Promise<Read> {
  const document = await readDocument(bytesOf(text));
  return { document, disclosure: bindDisclosure(document) };
}

const documents: (readonly [title: string, context: () => CheckContext, only?: string])[] = [];

const RENHE = await read(readFileSync(at("../../fixtures/renhe-hrss-2023/source.txt"), "utf8"));
documents.push([
  "仁和区人力资源和社会保障局2023年度",
  () =>
    buildContext(RENHE.disclosure, {
      document: RENHE.document,
      profile: recogniseProfile(RENHE.disclosure).profile,
      classification,
    }),
]);
for (const [seed, narrativeOnly] of [
  [1, false],
  [4, true],
  [5, true],
] as const) {
  const { disclosure } = generate(seed, { narrativeOnly });
  documents.push([`生成的决算 ${seed}`, () => contextOf(disclosure)]);
}
for (const { id } of NUMERIC_RELATIONS) {
  for (const [index, { text, fiscalYear, profile, previous }] of examplesOf(id).entries()) {
    const { document, disclosure: bound } = await read(text);
    const disclosure = fiscalYear === undefined ? bound : { ...bound, fiscalYear };
    const before = previous === undefined ? undefined : (await read(previous)).disclosure;
    documents.push([
      `${id} ${index + 1} ${text.replaceAll(/\s+/g, " ")}`,
      () =>
        buildContext(disclosure, {
          document,
          profile: profile === undefined ? recogniseProfile(disclosure).profile : profileOf(profile),
          previous: before,
          classification,
        }),
      id,
    ]);
  }
}

/** By the title of the document. */
function recorded(): ReadonlyMap<string, readonly string[]> {
  const found = new Map<string, string[]>();
  let lines: string[] = [];
  for (const line of readFileSync(RECORDED, "utf8").split("\n")) {
    if (line.startsWith("# ")) found.set(line.slice(2), (lines = []));
    else if (line !== "") lines.push(line);
  }
  return found;
}

const made = (context: CheckContext, only: string | undefined): readonly string[] =>
  calculations(
    context,
    NUMERIC_RELATIONS.filter(({ id }) => only === undefined || id === only),
  );

if (process.env["RECORD"]) {
  const text = documents.map(([title, context, only]) => `# ${title}\n${made(context(), only).join("\n")}\n`);
  writeFileSync(RECORDED, text.join("\n"));
}

describe("the calculations made in", () => {
  const expected = recorded();
  // A relation, or an example, that is new has not been written down yet.
  const relationOf = (line: string): string => line.slice(0, line.indexOf(" "));
  const known = new Set([...expected.values()].flatMap((lines) => lines.map(relationOf)));
  for (const [title, context, only] of documents) {
    const lines = expected.get(title);
    if (!lines) continue;
    it(title.slice(0, 60), () => {
      expect(made(context(), only).filter((line) => known.has(relationOf(line)))).toEqual(lines);
    });
  }

  it("most documents are written down", () => {
    expect(documents.filter(([title]) => expected.has(title)).length).toBeGreaterThan(0.8 * documents.length);
  });
});
