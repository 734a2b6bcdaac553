import { describe, expect, it } from "vitest";
import { facts } from "./read.test.support.ts";

describe("年度预算", () => {
  it("is a budget that is completed, exceeded or compared with", () => {
    expect(
      facts(
        "general-expenditure",
        "一般公共预算财政拨款支出96万元，完成年度预算的96%，决算数小于年度预算数4万元。支出比年度预算减少4万元。",
      ),
    ).toEqual([
      "96 → expenditure{fund=general}",
      "96 → expenditure{stage=budget,fund=general,measure=completion}",
      "4 → expenditure{stage=budget,fund=general,measure=change} decrease",
      "4 → expenditure{stage=budget,fund=general,measure=change} decrease",
    ]);
  });
});
