import { describe, expect, it } from "vitest";
import { comparisons, facts } from "./read.test.support.ts";

describe("the budget of the year to come", () => {
  it("stands under its year, to the end of its sentence, and is compared with nothing of this year's", () => {
    const text =
      "“三公”经费预算数16万元、决算数15万元，2026年预算数14万元。2026年“三公”经费财政拨款预算13万元，其中：公务用车购置及运行费9万元（较2025年压缩10%），公务接待费4万元（零增长）。公务接待费支出5万元。";
    expect(facts("three-public", text)).toEqual([
      "16 → three-public{stage=budget}",
      "15 → three-public",
      "14 → three-public{stage=budget,label=2026年}",
      "13 → three-public{stage=budget,label=2026年}",
      "9 → three-public{stage=budget,item=vehicles,label=2026年}",
      "10 → three-public{item=vehicles,label=2026年,measure=growth} decrease",
      "4 → three-public{stage=budget,item=receptions,label=2026年}",
      "5 → three-public{item=receptions}",
    ]);
    expect(comparisons("three-public", text)).toEqual([]);
  });

  it("goes on behind 其中, and is none where the same words tell what was spent", () => {
    expect(facts("three-public", "2026年度“三公”经费预算14万元。其中：公务接待费4万元。")).toEqual([
      "14 → three-public{stage=budget,label=2026年}",
      "4 → three-public{stage=budget,item=receptions,label=2026年}",
    ]);
    expect(facts("three-public", "2026年“三公”经费预算为16万元，支出决算为15万元。")[0]).toBe(
      "16 → three-public{stage=budget}",
    );
  });

  it("is told of 下年度 too, whatever it is compared with, and of what is to be bought", () => {
    expect(
      facts(
        "three-public",
        "下年度预算安排公务接待费4万元，比本年决算减少1万元。2026年拟购置公务用车2辆，预算36万元。",
      ),
    ).toEqual([
      "4 → three-public{stage=budget,item=receptions,label=2026年}",
      "1 → three-public{item=receptions,label=2026年,measure=change} decrease",
      "2 → vehicles-bought{label=2026年}",
      "36 → three-public{stage=budget,item=vehicle-purchase,label=2026年}",
    ]);
  });

  it("goes on where the next sentence compares it with this year, and counts what will be done", () => {
    expect(facts("three-public", "2026年公务接待费预算4万元。较2025年预算减少1万元。").at(-1)).toBe(
      "1 → three-public{stage=budget,item=receptions,label=2026年,measure=change} decrease",
    );
    expect(facts("performance", "2026年，我部门将对15个项目开展绩效目标管理。")).toEqual([
      "15 → performance-projects{item=targets,label=2026年}",
    ]);
  });

  it("may be that of procurement, under a heading on other matters", () => {
    expect(
      facts(
        "three-public",
        "公务接待费支出5万元。2026年政府采购预算200万元，其中：货物50万元，工程100万元，服务50万元。",
      ),
    ).toEqual([
      "5 → three-public{item=receptions}",
      "200 → procurement{stage=budget,label=2026年}",
      "50 → procurement{stage=budget,item=goods,label=2026年}",
      "100 → procurement{stage=budget,item=works,label=2026年}",
      "50 → procurement{stage=budget,item=services,label=2026年}",
    ]);
    expect(
      facts("operating-costs", "机关运行经费80万元。政府采购支出总额30万元，其中：政府采购货物支出30万元。"),
    ).toEqual(["80 → operating-costs", "30 → procurement", "30 → procurement{item=goods}"]);
  });

  it("is not what is carried over to that year", () => {
    expect(facts("general-expenditure", "年末结转2026年使用的预算资金3万元。").at(-1)).not.toContain("2026年");
  });

  it("is compared with this year", () => {
    expect(facts("three-public", "与上年的14万元相比，2026年“三公”经费预算减少1万元。")).toEqual([
      "14 → three-public{label=2026年的上年}",
      "1 → three-public{label=2026年,measure=change} decrease",
    ]);
  });
});

it("takes 压缩 for a decrease and 零增长 for none", () => {
  expect(facts("three-public", "公务接待费支出9万元，比上年压缩1万元。").at(-1)).toBe(
    "1 → three-public{item=receptions,measure=change} decrease",
  );
  expect(comparisons("three-public", "公务接待费支出9万元，与上年相比，零增长。")).toEqual([
    "three-public{item=receptions} 零增长 previous-year: no reason",
  ]);
});

it("takes no budget that an amount is only compared with for the year to come's: the year is a slip", () => {
  expect(facts("operating-costs", "2026年度机关运行经费支出38万元，比年初预算数减少2万元。")).toEqual([
    "38 → operating-costs",
    "2 → operating-costs{stage=original-budget,measure=change} decrease",
  ]);
  expect(facts("three-public", "2026年度公务接待费支出4万元，与预算持平，比2024年减少1万元。").at(-1)).toBe(
    "1 → three-public{item=receptions,measure=change} decrease",
  );
});
