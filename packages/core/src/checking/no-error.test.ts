import { array, assert, integer, property } from "fast-check";
import { describe, expect, it } from "vitest";
import { cellOf, disclosureOf, figureOf, type Printed } from "../testing/printed.ts";
import { blamed, check, read } from "./evaluate.test.support.ts";
import { explainProblem, type Problem } from "./index.ts";

describe("what is no error", () => {
  it.each<[string, readonly Printed[]]>([
    [
      "parts rounded one by one",
      [
        ["十", "procurement", "251.25"],
        ["十", "procurement{item=goods}", "4.79"],
        ["十", "procurement{item=works}", "0"],
        ["十", "procurement{item=services}", "246.47"],
      ],
    ],
    [
      "two tables rounded apart",
      [
        ["三", "expenditure", "326.71"],
        ["五", "expenditure", "326.72"],
      ],
    ],
    [
      "a coarser print of the same",
      [
        ["三", "expenditure", "3037.9"],
        ["五", "expenditure", "3037.90"],
      ],
    ],
    [
      "a completion without decimals",
      [
        ["五", "expenditure{stage=original-budget,fund=general}", "100"],
        ["五", "expenditure{fund=general}", "97.64"],
        ["五", "expenditure{stage=original-budget,fund=general,measure=completion}", "98%"],
      ],
    ],
    [
      "a base that only rounding makes nothing",
      [
        ["七", "three-public", "0.1"],
        ["七", "three-public{measure=change}", "↑0.1"],
        ["七", "three-public{measure=growth}", "↑61.2%"],
      ],
    ],
    [
      "0% of nothing",
      [
        ["七", "three-public{stage=budget}", "0"],
        ["七", "three-public", "0"],
        ["七", "three-public{stage=budget,measure=completion}", "0%"],
      ],
    ],
    [
      "outputs that share their words",
      [
        ["附件", "performance-output{label=培训}", "16个"],
        ["附件", "performance-output{label=培训}", "18个"],
      ],
    ],
  ])("%s", (_, printed) => {
    expect(read(...printed).problems).toEqual([]);
  });

  it("is a share bent to make the list add up to 100%, which is only mentioned", () => {
    const of = "measure=share,of=expenditure{fund=general}}";
    const result = read(
      ["五（二）", "expenditure{fund=general}", "3030.4"],
      ["五（二）", "expenditure{fund=general,functional=208}", "2832.4"],
      ["五（二）", `expenditure{fund=general,functional=208,${of}`, "93.5%"],
      ["五（二）", "expenditure{fund=general,functional=210}", "59.25"],
      ["五（二）", `expenditure{fund=general,functional=210,${of}`, "1.9%"],
      ["五（二）", "expenditure{fund=general,functional=213}", "44.25"],
      ["五（二）", `expenditure{fund=general,functional=213,${of}`, "1.5%"],
      ["五（二）", "expenditure{fund=general,functional=221}", "94.5"],
      ["五（二）", `expenditure{fund=general,functional=221,${of}`, "3.1%"],
    );
    expect(result.problems.map(({ severity, verdict }) => [severity, verdict])).toEqual([["info", "suspect"]]);
  });

  it("any sums of amounts that were rounded once", () => {
    const amounts = array(integer({ min: 0, max: 10 ** 11 }), { minLength: 3, maxLength: 3 });
    assert(
      property(amounts, integer({ min: 1, max: 2 }), ([goods = 0, works = 0, services = 0], decimals) => {
        const print = (fen: number): string =>
          (Math.round(fen / 10 ** (6 - decimals)) / 10 ** decimals).toFixed(decimals);
        const result = check(
          disclosureOf(
            (
              [
                ["十", "procurement", print(goods + works + services)],
                ["十", "procurement{item=goods}", print(goods)],
                ["十", "procurement{item=works}", print(works)],
                ["十", "procurement{item=services}", print(services)],
              ] as const
            ).map(figureOf),
          ),
          true,
        );
        expect(result.problems.filter(({ severity }) => severity === "error")).toEqual([]);
      }),
      { numRuns: 200 },
    );
  });
});

describe("a rate of nothing", () => {
  const completed = (rate: string): readonly Problem[] =>
    read(
      ["七", "three-public{stage=budget}", "0"],
      ["七", "three-public", "3.03"],
      ["七", "three-public{stage=budget,measure=completion}", rate],
    ).problems;

  it("has no meaning", () => {
    const [problem] = completed("87.5%");
    expect(problem!.severity).toBe("error");
    expect(problem!.main.relation.id).toBe("narrative.rate-of-nothing");
    expect(explainProblem(problem!).zh).toContain("没有意义");
  });

  it("is filled in awkwardly, and nothing miscalculated, where it is 100%; 0% is what systems print for what cannot be divided", () => {
    for (const [rate, severity] of [
      ["0%", "info"],
      ["100%", "warning"],
    ] as const) {
      const [problem, ...others] = completed(rate);
      expect(others).toEqual([]);
      expect(problem!.severity).toBe(severity);
      expect(blamed(problem!)).toEqual([rate.slice(0, -1)]);
    }
  });

  it("is only noted where the column of a table was filled in by its formula", () => {
    const keys = [
      "expenditure{stage=original-budget,functional=2080803}",
      "expenditure{functional=2080803}",
      "expenditure{stage=original-budget,functional=2080803,measure=completion}",
    ];
    for (const rate of ["0.00%", "100.00%"]) {
      const printed = ["0.00", "3.03", rate];
      const { problems } = check(disclosureOf(keys.map((key, id) => cellOf("expenditure", key, printed[id]!, id))));
      expect(problems.map(({ severity }) => severity)).toEqual(["info"]);
    }
  });
});
