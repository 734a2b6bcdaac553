import { describe, expect, it } from "vitest";
import { facts } from "./read.test.support.ts";

describe("a reason before what it explains", () => {
  it("ends where the heading's own quantity is told", () => {
    expect(facts("operating-costs", "变动原因是厉行节约，压缩开支，机关运行经费较上年减少5万元。")).toEqual([
      "5 → operating-costs{measure=change} decrease",
    ]);
    expect(facts("operating-costs", "由于人员增加3人，2025年机关运行经费支出80万元，比上年减少5万元。")).toEqual([
      "3 → performance-output{label=人员,measure=change} increase",
      "80 → operating-costs",
      "5 → operating-costs{measure=change} decrease",
    ]);
  });

  it("ends where one of the items is told that the sentence opens the reason of", () => {
    expect(facts("three-public", "1.由于接待减少，公务接待费支出4万元，比上年减少1万元。")).toEqual([
      "4 → three-public{item=receptions}",
      "1 → three-public{item=receptions,measure=change} decrease",
    ]);
    expect(facts("expenditure", "支出合计500万元。其中：由于调出2人，基本支出300万元，占60%。").slice(2)).toEqual([
      "300 → expenditure{nature=basic}",
      "60 → expenditure{nature=basic,measure=share,of=expenditure}",
    ]);
    expect(facts("three-public", "减少原因是接待减少，公务接待费支出4万元，公务用车运行维护费支出12万元。")).toEqual([
      "4 → three-public{item=receptions}",
      "12 → three-public{item=vehicle-running}",
    ]);
  });

  it("ends where a change or a share of the whole is told", () => {
    expect(facts("totals", "与上年相比，由于项目减少，收、支总计各减少100万元，下降9.09%。")).toEqual([
      "100 → total-receipts{measure=change} decrease",
      "9.09 → total-receipts{measure=growth} decrease",
    ]);
    expect(facts("revenue", "比上年减少50万元，主要原因是补助减少，其他收入50万元，占5.26%。").slice(1)).toEqual([
      "50 → revenue{source=other}",
      "5.26 → revenue{source=other,measure=share,of=revenue}",
    ]);
  });

  it("goes on where it tells by how much a part changed", () => {
    expect(
      facts("operating-costs", "比上年减少5万元，主要原因是一是节约，办公费减少3万元，机关运行经费减少5万元。").slice(
        1,
      ),
    ).not.toContain("5 → operating-costs{measure=change} decrease");
  });

  it("may count whom it is about", () => {
    expect(facts("operating-costs", "机关运行经费支出80万元，与上年相比，因人员调出3人，减少5万元。")).toEqual([
      "80 → operating-costs",
      "3 → performance-output{label=因人员调出}",
      "5 → operating-costs{measure=change} decrease",
    ]);
  });
});

it("ends where the same is told to have come from one amount to another", () => {
  expect(
    facts(
      "operating-costs",
      "机关运行经费支出80万元，比年初预算减少5万元，主要原因是压减开支，机关运行经费由上年的90万元减少到80万元。",
    ).slice(-2),
  ).toEqual(["90 → operating-costs{period=previous}", "80 → operating-costs"]);
});

describe("a reason", () => {
  it("ends where a price tells the next kind of equipment", () => {
    expect(
      facts(
        "state-assets",
        "单位价值50万元以上通用设备4台，比上年增加1台，主要是更新设备，单位价值100万元以上专用设备2台。",
      ),
    ).toEqual([
      "50 → threshold",
      "4 → large-equipment{item=general}",
      "1 → large-equipment{item=general,measure=change} increase",
      "100 → threshold",
      "2 → large-equipment{item=special}",
    ]);
  });
});

describe("a parenthesis", () => {
  it("ends the reason that it tells", () => {
    expect(facts("totals", "结余分配568万元（主要原因是提取基金），年末结转和结余817万元。")).toEqual([
      "568 → surplus-distribution",
      "817 → closing-carry-over",
    ]);
    expect(facts("totals", "当年结余分配150万元，年初结转和结余31万元，其中财政拨款结转和结余8万元。")).toEqual([
      "150 → surplus-distribution",
      "31 → opening-carry-over",
      "8 → opening-carry-over{fund=appropriation}",
    ]);
  });
});
