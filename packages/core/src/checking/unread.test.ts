import { describe, expect, it } from "vitest";
import type { UnboundFigure } from "../facts/disclosure.ts";
import { disclosureOf, figureOf, type Printed } from "../testing/printed.ts";
import { blamed, check, errors, read } from "./evaluate.test.support.ts";
import { explainProblem } from "./index.ts";

const BASIC: readonly Printed[] = [
  ["五", "expenditure{fund=general,nature=basic}", "1618.12"],
  ["六", "expenditure{fund=general,nature=basic,group=personnel}", "1438.31"],
  ["六", "expenditure{fund=general,nature=basic,group=public}", "149.81"],
];

/** Numbers of a table that nobody could read. */
const unread = (...printed: readonly string[]): readonly UnboundFigure[] =>
  printed.map((text, index) => {
    const { concept: _, dimensions: __, ...figure } = figureOf(["", "revenue", text], 100 + index);
    const source = { ...figure.source, table: "一般公共预算财政拨款基本支出决算表" };
    return { ...figure, source, unit: "count", reason: "分不清哪个数字在哪一栏" };
  });

describe("of several figures that may be wrong", () => {
  it("none is named where nothing speaks for either", () => {
    expect(errors(read(...BASIC))[0]).toMatchObject({ certainty: "ambiguous" });
  });

  it("the one is, that a table which was not understood prints as it should be", () => {
    const [problem] = errors(
      check({ ...disclosureOf(BASIC.map(figureOf)), unbound: unread("1468.31", "149.81", "12.00") }),
    );
    expect(problem).toMatchObject({ certainty: "unique" });
    expect(blamed(problem!)).toEqual(["1438.31 → 1468.31"]);
    expect(explainProblem(problem!).zh).toContain("应为1468.31万元（疑为写错一位数字，另处印有此数）。");
  });

  it("none is named by a number that stands in no table", () => {
    const { start, end, text } = unread("1468.31")[0]!.source;
    const loose = [{ ...unread("1468.31")[0]!, source: { start, end, text } }];
    const [problem] = errors(check({ ...disclosureOf(BASIC.map(figureOf)), unbound: loose }));
    expect(problem).toMatchObject({ certainty: "ambiguous" });
  });

  it("none is where what stands in the sentence is printed there as well", () => {
    const [problem] = errors(check({ ...disclosureOf(BASIC.map(figureOf)), unbound: unread("1468.31", "1438.31") }));
    expect(problem).toMatchObject({ certainty: "ambiguous" });
  });
});

describe("a contradiction of milder kind", () => {
  it("is told by itself, whatever else is wrong in the document", () => {
    const { problems } = read(...BASIC, ["十", "performance-score", "100分"], ["十", "performance-score", "93.3分"]);
    expect(problems.map(({ main }) => main.relation.id)).toEqual([
      "identity.personnel-and-public",
      "agreement.quantity",
    ]);
    expect(problems[0]!.symptoms).toEqual([]);
  });
});
