import { describe, expect, it } from "vitest";
import { facts } from "./read.test.support.ts";

describe("a difference", () => {
  it("between two quantities of one year is neither of them, and no change", () => {
    expect(
      facts("appropriation-totals", "财政拨款收支总计90万元。财政拨款收支总计较收入支出决算总计少10万元。"),
    ).toEqual(["90 → total-receipts{fund=appropriation}", "10 unbound"]);
    expect(facts("totals", "收、支总计90万元，与上年相比收、支总计各减少4万元。").at(-1)).toBe(
      "4 → total-receipts{measure=change} decrease",
    );
  });
});

describe("a comparison behind parts and their shares", () => {
  it("is of the sum where it opens a sentence", () => {
    expect(
      facts(
        "state-capital",
        "国有资本经营预算财政拨款支出63万元，其中：基本支出0万元，占0%；项目支出63万元，占100%。较上年决算数增加19万元。",
      ).at(-1),
    ).toBe("19 → expenditure{fund=state-capital,measure=change} increase");
  });
});

describe("a comparison with nothing", () => {
  it("names last year's amount: 上年数为0", () => {
    expect(facts("three-public", "公务用车购置费18万元（上年数为0，无法计算增长率）。")).toEqual([
      "18 → three-public{item=vehicle-purchase}",
      "0 → three-public{period=previous,item=vehicle-purchase}",
    ]);
  });
});
