import { describe, expect, it } from "vitest";
import { Random } from "../disclosures/random.ts";
import { twice } from "./inspections.ts";
import { MISTAKES } from "./mistakes.ts";
import { originals } from "./originals.ts";
import { said } from "./score.ts";

const documents = await originals(1);

describe("disclosures that are true", () => {
  it.each(documents.filter(({ isGenerated }) => isGenerated))("$name has no error and no warning", ({ report }) => {
    const told = report.findings.filter(({ severity }) => severity === "error" || severity === "warning");
    expect(told.map(({ message }) => message)).toEqual([]);
  });
});

/** What no reader should miss, wherever it stands. */
const NEVER_MISSED = [
  "cell: digits swapped",
  "cell: digit dropped",
  "cell: point moved",
  "cell: emptied",
  "cell: total set to zero",
  "cells swapped in a row",
  "row missing",
  "table missing",
  "table: unit 元 for 万元",
  "text: 元 for 万元",
  "text: date of another year",
  "text: note of the blank left",
  "text: sentence twice",
  "text: item missing",
  "table: not broken down to 项",
  "text: counts of receptions left out",
  "text: batches and persons exchanged",
];

/** Yunnan's tables are others, and a list under no heading of its own is held against none of them. */
const OWING_ITEMS = /Shanghai|Sichuan|national/;

/** Each is read and checked anew, on a machine that may have other work. */
describe("a mistake", { timeout: 120_000 }, () => {
  it.each(NEVER_MISSED)("%s is found, and told as one", async (kind) => {
    let done = 0;
    for (const [position, original] of documents.entries()) {
      if (kind === "text: item missing" && !OWING_ITEMS.test(original.name)) continue;
      const random = new Random(1000 * position + kind.length);
      for (let tries = 0, own = 0; tries < 8 && own < 2; tries++) {
        const mistake = MISTAKES[kind]!(original, random);
        if (!mistake) continue;
        own++;
        done++;
        const { findings, found } = await said(original, mistake);
        expect(found, `${original.name}: ${mistake.what}`).toBe(true);
        const told = findings.filter(({ severity }) => severity === "error" || severity === "warning");
        // A fault that the document had before may be told anew beside it.
        expect(told.length, `${original.name}: ${mistake.what}`).toBeLessThanOrEqual(original.isGenerated ? 1 : 2);
      }
    }
    expect(done).toBeGreaterThan(0);
  });

  it("beside another in one sentence is told as well as that one", async () => {
    let done = 0;
    for (const [position, original] of documents.entries()) {
      const mistake = twice(original, new Random(position + 1));
      if (!mistake) continue;
      done++;
      const { findings } = await said(original, mistake);
      const told = findings
        .filter(({ severity }) => severity === "error")
        .map(({ culprits }) => culprits[0]?.source.start);
      expect(new Set(told).size, `${original.name}: ${mistake.what}`).toBe(2);
    }
    expect(done).toBeGreaterThan(3);
  });
});
