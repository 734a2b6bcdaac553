import { describe, expect, it } from "vitest";
import { facts } from "./read.test.support.ts";

// How departments of one place or another word what the usual form words otherwise.

describe("entries of accounts headed by code and name", () => {
  it("may be numbered in brackets", () => {
    expect(
      facts(
        "general-expenditure.items",
        "（1）2130101行政运行：年初预算数56.00万元，决算数61.60万元，预决算差异率10.00%。",
      ),
    ).toEqual([
      "56.00 → expenditure{stage=original-budget,fund=general,functional=2130101}",
      "61.60 → expenditure{fund=general,functional=2130101}",
      "10.00 → expenditure{stage=original-budget,fund=general,functional=2130101,measure=growth} increase",
    ]);
  });

  it("may end in a full stop", () => {
    expect(
      facts("general-expenditure.items", "1.2130153农田建设。年初预算18万元，支出决算24.2万元。").map(
        (fact) => fact.split("functional=")[1],
      ),
    ).toEqual(["2130153}", "2130153}"]);
  });
});

it("compares both totals after what they are compared with", () => {
  expect(
    facts(
      "totals",
      "本部门2025年度收入总计110万元，支出总计110万元。与2024年度决算相比收入增加10万元，增长10%，支出增加10万元，增长10%。",
    ).slice(2),
  ).toEqual([
    "10 → total-receipts{measure=change} increase",
    "10 → total-receipts{measure=growth} increase",
    "10 → total-disbursements{measure=change} increase",
    "10 → total-disbursements{measure=growth} increase",
  ]);
});

it("tells a debt and by how much it changed", () => {
  expect(facts("annex", "截至2025年底，银行贷款余额240万元，比上年末减少60万元。")).toEqual([
    "240 → project-amount{label=银行贷款余额}",
    "60 → project-amount{label=银行贷款余额,measure=change} decrease",
  ]);
});

it("tells what was sold and let, and a rate of its own name", () => {
  expect(
    facts(
      "state-assets",
      "资产总额380万元，其中在建工程30万元。资产负债率8.03%。全年处置资产原值8.6万元，处置收入0.3万元；房屋出租面积120平方米，取得出租收入3.6万元。",
    ).slice(2),
  ).toEqual([
    "8.03 → state-assets{label=资产负债率,measure=rate}",
    "8.6 → state-assets{label=处置资产原值}",
    "0.3 → state-assets{label=处置收入}",
    "120 → state-asset-counts{label=房屋出租面积}",
    "3.6 → state-assets{label=出租收入}",
  ]);
});
