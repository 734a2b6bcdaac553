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
