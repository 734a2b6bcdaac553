import { describe, expect, it } from "vitest";
import { buildContext } from "../relations/context.ts";
import { NUMERIC_RELATIONS } from "../relations/numeric/index.ts";
import { disclosureOf, figureOf, type Printed } from "../testing/printed.ts";
import { evaluate, explainProblem, type Problem } from "./index.ts";

const problems = (...printed: readonly Printed[]): readonly Problem[] =>
  evaluate(buildContext(disclosureOf(printed.map(figureOf))), NUMERIC_RELATIONS).problems;

/** What is blamed, best first, with the slip that explains it. */
const blamed = (...printed: readonly Printed[]): readonly string[] =>
  problems(...printed).flatMap(({ culprits }) =>
    culprits.flatMap(({ blames }) =>
      blames.map(
        ({ figure, expected, about, slip }) =>
          `${figure?.text} → ${about === undefined ? expected : `约${about}`}${slip ? ` ${slip.zh}` : ""}`,
      ),
    ),
  );

const EXPENDITURE: readonly Printed[] = [
  ["一", "expenditure", "3037.90"],
  ["一", "expenditure{period=previous}", "2018.01"],
  ["一", "expenditure{measure=change}", "↑1019.89"],
];

describe("a rate that a wrong calculation gives", () => {
  it("is growth over this year's amount", () => {
    const printed: readonly Printed[] = [...EXPENDITURE, ["一", "expenditure{measure=growth}", "↑33.57%"]];
    expect(blamed(...printed)).toEqual(["33.57 → 50.54 误以本年数为分母"]);
    expect(explainProblem(problems(...printed)[0]!).zh).toBe(
      "一称本年支出增长33.57%，但（3037.90－2018.01）÷2018.01＝50.539%，应为50.54%（疑为误以本年数为分母）。",
    );
  });

  it("is this year's amount in percent of last year's", () => {
    expect(blamed(...EXPENDITURE, ["一", "expenditure{measure=growth}", "↑150.54%"])).toEqual([
      "150.54 → 50.54 误填本年数占上年数的百分比",
    ]);
  });

  it("is a completion turned round, or without the hundred that was completed", () => {
    const completion = (rate: string): readonly string[] =>
      blamed(
        ["五（三）", "expenditure{fund=general}", "108.10"],
        ["五（三）", "expenditure{fund=general,stage=original-budget}", "100.00"],
        ["五（三）", "expenditure{fund=general,measure=completion,stage=original-budget}", rate],
      );
    expect(completion("108.10%")).toEqual([]);
    expect(completion("92.51%")[0]).toBe("92.51 → 108.10 分子、分母颠倒");
    expect(completion("8.10%")[0]).toBe("8.10 → 108.10 误填决算数超出（低于）预算数的百分比");
  });

  it("is growth of a budget over what was spent", () => {
    const [first] = blamed(
      ["七", "three-public", "6.00"],
      ["七", "three-public{stage=original-budget}", "8.00"],
      ["七", "three-public{measure=change,stage=original-budget}", "↓2.00"],
      ["七", "three-public{measure=growth,stage=original-budget}", "↓33.33%"],
    );
    expect(first).toBe("33.33 → 25.00 误以决算数为分母");
  });

  it("is not looked for where the two calculations round to the same, or nearly", () => {
    const small = blamed(
      ["一", "expenditure", "3037.90"],
      ["一", "expenditure{period=previous}", "3036.90"],
      ["一", "expenditure{measure=growth}", "↑0.05%"],
    );
    expect(small.join()).not.toContain("分母");
  });
});

describe("last year's amount where this year's should be", () => {
  const COSTS: readonly Printed[] = [
    ["十", "operating-costs", "1123.70"],
    ["十", "operating-costs{measure=change}", "↓270.13"],
    ["十", "operating-costs{measure=growth}", "↓24.04%"],
  ];

  it("is told by the change and the growth, which may be taken of this year's as well", () => {
    expect(blamed(...COSTS)).toEqual([
      "24.04 → 19.38 误以本年数为分母",
      "1123.70 → 853.57 误用上年数",
      "270.13 → 约355.6",
    ]);
    expect(explainProblem(problems(...COSTS)[0]!).zh).toContain(
      "机关运行经费下降24.04%（应为19.38%，疑为误以本年数为分母）、机关运行经费的1123.70万元（应为853.57万元，疑为误用上年数）",
    );
  });

  it("comes first, to the cent, where the quantity that is usually the same would be right", () => {
    const [first] = blamed(...COSTS, ["六", "expenditure{fund=general,group=public,nature=basic}", "853.57"]);
    expect(first).toBe("1123.70 → 853.57 误用上年数");
  });

  it("is no explanation of what is printed as last year's", () => {
    const told = blamed(
      ["二", "total-receipts", "494.55"],
      ["二", "total-receipts{period=previous}", "558.71"],
      ["二", "total-receipts{measure=growth}", "↓11.57%"],
    );
    expect(told).toHaveLength(3);
    expect(told.join()).not.toContain("误用上年数");
  });

  it("comes last where that quantity is what is printed", () => {
    const [first, second] = blamed(...COSTS, ["六", "expenditure{fund=general,group=public,nature=basic}", "1123.70"]);
    expect([first, second]).toEqual(["24.04 → 19.38 误以本年数为分母", "1123.70 → 853.57 误用上年数"]);
  });
});
