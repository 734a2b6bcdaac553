import { describe, expect, it } from "vitest";
import { facts } from "./read.test.support.ts";

describe("“three public” expenses", () => {
  it("under a numbered heading are no receptions in a list", () => {
    expect(
      facts(
        "three-public",
        "2.具体情况。公务用车购置及运行维护费支出决算25万元，占88.65%；公务接待费支出决算3.2万元，占11.35%。",
      ).slice(2, 3),
    ).toEqual(["3.2 → three-public{item=receptions}"]);
  });
});

describe("a line that only names", () => {
  it("says what the next line tells", () => {
    expect(facts("three-public.total", "4.公务接待费支出情况。\n年初预算3万元，支出决算2万元。\n预算5万元。")).toEqual([
      "3 → three-public{stage=original-budget,item=receptions}",
      "2 → three-public{item=receptions}",
      "5 → three-public{stage=budget}",
    ]);
  });
});

describe("what nothing was spent of", () => {
  it("has no parts", () => {
    expect(
      facts(
        "basic-expenditure",
        "一般公共预算财政拨款基本支出50万元，国有资本经营预算财政拨款基本支出0万元。其中：人员经费合计40万元。",
      ).at(-1),
    ).toBe("40 → expenditure{fund=general,nature=basic,group=personnel}");
  });
});

describe("words by the way", () => {
  it("narrow nothing: 全部为项目支出, and what operating costs are paid from", () => {
    expect(
      facts("government-fund", "政府性基金预算财政拨款支出386万元，全部为项目支出，较上年减少135万元。").at(-1),
    ).toBe("135 → expenditure{fund=government-fund,measure=change} decrease");
    expect(
      facts(
        "operating-costs",
        "使用一般公共预算财政拨款安排的基本支出中的日常公用经费支出，合计188万元，比上年减少18万元。",
      ),
    ).toEqual(["188 → operating-costs", "18 → operating-costs{measure=change} decrease"]);
  });

  it("of a reason end where the next of two is compared", () => {
    expect(facts("expenditure", "其中基本支出增加55万元，主要原因是人员工资增加，项目支出减少270万元。").at(-1)).toBe(
      "270 → expenditure{nature=project,measure=change} decrease",
    );
  });
});
