import { expect, it } from "vitest";
import { figureOf } from "../../testing/printed.ts";
import { settleEvaluated } from "./evaluated.ts";

it("takes a share of 项目支出总额 for one of what was spent where the amounts give it, and leaves it else", () => {
  const told = (share: string) =>
    settleEvaluated(
      (
        [
          ["表", "expenditure{fund=general,nature=project}", "200.00"],
          ["十", "performance-amount{item=self-evaluation}", "190.00"],
          [
            "十",
            "performance-amount{item=self-evaluation,measure=share,of=expenditure{stage=budget,fund=general,nature=project}}",
            share,
          ],
        ] as const
      ).map(figureOf),
    ).at(-1)!.dimensions.of;
  expect(told("95.00%")).toBe("expenditure{fund=general,nature=project}");
  expect(told("100.00%")).toBe("expenditure{stage=budget,fund=general,nature=project}");
});

it("leaves a share of what the words call a budget, whatever was spent", () => {
  const told = (words: string) => {
    const share = figureOf(
      ["十", "performance-amount{measure=share,of=expenditure{stage=budget,nature=project}}", "100%"],
      3,
    );
    return settleEvaluated([
      figureOf(["表", "expenditure{nature=project}", "190.00"], 1),
      figureOf(["十", "performance-amount", "190.00"], 2),
      { ...share, source: { ...share.source, context: `涉及资金190.00万元，${words}100%` } },
    ]).at(-1)!.dimensions.of;
  };
  expect(told("占年初安排项目支出预算的")).toBe("expenditure{stage=budget,nature=project}");
  expect(told("占项目支出预算总额的")).toBe("expenditure{stage=budget,nature=project}");
  expect(told("占部门预算项目支出总额的")).toBe("expenditure{nature=project}");
});

it("takes all appropriations for what their funds come to, where no table gives them in one", () => {
  const of = settleEvaluated(
    (
      [
        ["表", "expenditure{fund=general,nature=project}", "150.00"],
        ["表", "expenditure{fund=government-fund,nature=project}", "50.00"],
        ["十", "performance-amount{item=self-evaluation}", "190.00"],
        [
          "十",
          "performance-amount{item=self-evaluation,measure=share,of=expenditure{stage=budget,fund=appropriation,nature=project}}",
          "95.00%",
        ],
      ] as const
    ).map(figureOf),
  ).at(-1)!.dimensions.of;
  expect(of).toBe("expenditure{fund=appropriation,nature=project}");
});
