import { describe, expect, it } from "vitest";
import { foldAlike, foldEvidence, foldJudged, type Cause } from "./folding.ts";
import type { Finding } from "./report.ts";

/** As much of a finding as folding looks at, at a place of the text. */
function findingAt(start: number, own: Partial<Finding> = {}): Finding {
  const source = { start, end: start + 4, text: "", section: "五、支出" };
  return {
    relation: "wording.leftover",
    verdict: "violated",
    severity: "warning",
    message: `第${start}处`,
    messageEn: `place ${start}`,
    sources: [source],
    culprits: [],
    symptoms: [],
    ...own,
  } as unknown as Finding;
}

const causeOf = (start: number, end: number, spoils?: string): Cause => ({
  figures: new Set(),
  starts: new Set(),
  stretches: [{ start, end, spoils }],
});

const told = (findings: readonly Finding[]): string[] =>
  findings.map(({ message, symptoms }) => [message, ...symptoms.map((symptom) => symptom.message)].join(" < "));

describe("a finding about words that should not be there", () => {
  it("takes in what speaks of the same stretch, or misses what was never filled in there", () => {
    const blank = findingAt(10, { severity: "error" });
    const lacking = findingAt(90, { relation: "list.count" });
    const findings = [findingAt(0), blank, findingAt(20), findingAt(40), lacking];
    const causes = new Map([[blank, causeOf(10, 30, "五、支出")]]);
    expect(told(foldAlike(findings, causes))).toEqual(["第0处", "第10处 < 第20处 < 第90处", "第40处"]);
  });

  it("goes on into another with all that it has taken in, and nothing else is lost", () => {
    const inner = findingAt(20);
    const outer = findingAt(10, { severity: "error" });
    const findings = [findingAt(24), inner, outer, findingAt(100)];
    const causes = new Map([
      [inner, causeOf(22, 28)],
      [outer, causeOf(10, 21)],
    ]);
    expect(told(foldAlike(findings, causes))).toEqual(["第10处 < 第20处 < 第24处", "第100处"]);
  });

  it("is found without a look at all others", { timeout: 10_000 }, () => {
    const findings = Array.from({ length: 60_000 }, (_, index) => findingAt(10 * index));
    const causes = new Map(findings.map((finding, index) => [finding, causeOf(10 * index, 10 * index + 4)]));
    expect(foldAlike(findings, causes)).toHaveLength(60_000);
  });
});

describe("a finding about a number that another blames for certain", () => {
  const culprit = (figure: number, start: number) => ({
    figure,
    certainty: "unique" as const,
    text: "",
    source: { start, end: start + 4, text: "" },
  });
  const proven = (figure: number) =>
    findingAt(10 * figure, { verdict: "inconsistent", severity: "error", culprits: [culprit(figure, 10 * figure)] });

  it("is a symptom of the first that does", () => {
    const judged = findingAt(50, { culprits: [culprit(2, 50), culprit(1, 60)] });
    expect(told(foldJudged([judged, proven(1), proven(2), proven(3)]))).toEqual([
      "第10处 < 第50处",
      "第20处",
      "第30处",
    ]);
  });

  it("or of the empty cell that it shows to be empty", () => {
    const shown = findingAt(50);
    expect(told(foldEvidence([shown, proven(1), proven(2)], new Map([[shown, new Set([20, 10])]])))).toEqual([
      "第10处 < 第50处",
      "第20处",
    ]);
  });

  it("and is found without a look at all others", { timeout: 10_000 }, () => {
    const blamed = Array.from({ length: 40_000 }, (_, index) => proven(index));
    const judged = Array.from({ length: 40_000 }, (_, index) =>
      findingAt(10 * index, { culprits: [culprit(50_000 + index, 10 * index)] }),
    );
    expect(foldJudged([...judged, ...blamed])).toHaveLength(80_000);
  });
});
