import { evaluate, NUMERIC_RELATIONS, type Problem } from "@juesuan/core";
import { examine } from "@juesuan/readers";
import { draftToHtml } from "@juesuan/writers";
import { describe, expect, it } from "vitest";
import { Random } from "../disclosures/random.ts";
import { Bound, programOf } from "./bound.ts";
import { generate } from "./generate.ts";
import { SLIPS } from "./inject.ts";
import { peculiarDraft } from "./peculiar.ts";
import { PRINTS, printedAs } from "./prints.ts";
import { contextOf, score } from "./score.ts";

const errors = (problems: readonly Problem[]): readonly Problem[] =>
  problems.filter(({ severity }) => severity === "error");

/** Many disclosures, on a machine that may have other work. */
const PATIENCE = 180_000;

describe("disclosures that are true", { timeout: PATIENCE }, () => {
  it("have no error, however strictly they are looked at", () => {
    for (let seed = 1; seed <= 60; seed++) {
      const context = contextOf(generate(seed).disclosure);
      expect(errors(evaluate(context, NUMERIC_RELATIONS).problems), `seed ${seed}`).toEqual([]);
      expect(errors(evaluate(context, NUMERIC_RELATIONS, { strict: true }).problems), `seed ${seed}`).toEqual([]);
    }
  });

  it("have no error where some tables were added up by hand from rounded parts", () => {
    for (let seed = 1; seed <= 40; seed++) {
      const context = contextOf(generate(seed, { addsPrinted: true }).disclosure);
      expect(errors(evaluate(context, NUMERIC_RELATIONS).problems), `seed ${seed}`).toEqual([]);
    }
  });

  it("have no error and no warning however they print their money", async () => {
    const draft = await peculiarDraft(3, "national", "结余分配");
    for (const [name, print] of Object.entries(PRINTS)) {
      const html = draftToHtml(printedAs(draft.document, print)).replaceAll(/<\/?data\b[^>]*>/g, "");
      const { disclosure, report } = await examine(new TextEncoder().encode(html), { name: "clean.html" });
      const told = report.findings.filter(({ severity }) => severity === "error" || severity === "warning");
      expect(
        told.map(({ message }) => message),
        name,
      ).toEqual([]);
      expect(disclosure.unbound, name).toEqual([]);
    }
  });

  it("have no error where there is nothing but sentences", () => {
    for (let seed = 1; seed <= 40; seed++) {
      const context = contextOf(generate(seed, { narrativeOnly: true }).disclosure);
      expect(errors(evaluate(context, NUMERIC_RELATIONS).problems), `seed ${seed}`).toEqual([]);
    }
  });
});

describe.each(Object.entries(SLIPS))("a slip: %s", { timeout: PATIENCE }, (_, inject) => {
  it("is seen exactly where linear programming sees it, and blamed on what was done", async () => {
    const bound = await Bound.load();
    let possible = 0;
    let first = 0;
    for (let seed = 1; seed <= 5; seed++) {
      const injected = inject(generate(seed), new Random(seed + 7777));
      if (!injected) continue;
      const result = score(injected);
      const detectable = !bound.admits(programOf(contextOf(injected.disclosure), NUMERIC_RELATIONS));
      expect(result.proven, `seed ${seed}`).toBe(detectable);
      if (!detectable || !result.found) continue;
      possible++;
      if (result.first) first++;
      // What is said to be the only culprit is the culprit.
      if (result.sure) expect(result.first, `seed ${seed}`).toBe(true);
    }
    expect(possible).toBeGreaterThan(0);
    expect(first / possible).toBeGreaterThan(0.6);
  });
});
