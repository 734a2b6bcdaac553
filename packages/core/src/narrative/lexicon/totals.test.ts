import { describe, expect, it } from "vitest";
import { facts } from "../read.test.support.ts";

describe("words of older forms", () => {
  it("公共财政预算 is the general public budget, 今年结转结余 what is carried over", () => {
    expect(facts("appropriation-totals", "公共财政预算财政拨款支出86万元。")).toEqual([
      "86 → expenditure{fund=general}",
    ]);
    expect(facts("totals", "与上年相比，今年结转结余增加3万元，增长12%。")).toEqual([
      "3 → closing-carry-over{measure=change} increase",
      "12 → closing-carry-over{measure=growth} increase",
    ]);
  });
});

describe("a word whose end is lost", () => {
  it("still tells what went out from what came in", () => {
    expect(facts("totals", "2020年度收入总计100.00万元，支出总120.00万元。")).toEqual([
      "100.00 → total-receipts",
      "120.00 → total-disbursements",
    ]);
  });
});

describe("收入决算 with the year's own among its parts", () => {
  it("is the total where a share of it says so, also where nothing is carried over in the sentence", () => {
    expect(
      facts("totals", "2025年度收入决算500万元，其中：本年收入400万元，占总收入80%，包括财政拨款收入390万元。")[0],
    ).toBe("500 → total-receipts");
    expect(facts("expenditure", "2025年度支出合计490万元，其中：本年支出490万元，占总支出100%。")[0]).toBe(
      "490 → expenditure",
    );
  });

  it("is all that there was, and the shares are of that", () => {
    expect(
      facts("totals", "2025年度收入决算500万元，其中：本年收入400万元，占总收入80%；年初结转100万元，占总收入20%。"),
    ).toEqual([
      "500 → total-receipts",
      "400 → revenue",
      "80 → revenue{measure=share,of=total-receipts}",
      "100 → opening-carry-over",
      "20 → opening-carry-over{measure=share,of=total-receipts}",
    ]);
    expect(
      facts(
        "totals",
        "2025年度收入决算500万元，其中：本年收入400万元，包括财政拨款收入390万元；专户资金10万元；年初结转100万元。",
      ).slice(2),
    ).toEqual(["390 → revenue{fund=appropriation}", "10 → revenue{label=专户资金}", "100 → opening-carry-over"]);
    expect(facts("totals", "2025年度支出决算500万元，其中：本年支出480万元，年末结转20万元。")[0]).toBe(
      "500 → total-disbursements",
    );
    expect(
      facts("appropriation-totals", "2025年度财政拨款收入决算500万元，其中：本年收入400万元，年初结转100万元。"),
    ).toEqual([
      "500 → total-receipts{fund=appropriation}",
      "400 → revenue{fund=appropriation}",
      "100 → opening-carry-over{fund=appropriation}",
    ]);
    expect(facts("totals", "2025年度收入决算500万元，其中：财政拨款收入400万元。")[0]).toBe("500 → revenue");
  });
});

it("takes 支出合计 for a total with carry-over only where one is told", () => {
  expect(facts("expenditure", "2025年度支出合计490万元，其中：本年支出490万元。")[0]).toBe("490 → expenditure");
});
