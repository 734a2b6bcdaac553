import { expect, it } from "vitest";
import { facts } from "../read.test.support.ts";

it("takes rates in turn for those of the changes told right before", () => {
  expect(
    facts(
      "three-public.detail",
      "较上年，公务用车运行维护费减少0.50万元，公务接待费减少0.40万元，分别下降9.09%和14.29%。",
    ).slice(2),
  ).toEqual([
    "9.09 → three-public{item=vehicle-running,measure=growth} decrease",
    "14.29 → three-public{item=receptions,measure=growth} decrease",
  ]);
  expect(
    facts(
      "revenue",
      "财政拨款收入、事业收入较上年分别增长2.33%和1.50%。财政拨款收入、事业收入较上年分别增长2.33%和持平。",
    ),
  ).toEqual([
    "2.33 → revenue{fund=appropriation,measure=growth} increase",
    "1.50 → revenue{source=institutional,measure=growth} increase",
    "2.33 → revenue{fund=appropriation,measure=growth} increase",
  ]);
});

it("takes shares in turn of what the printed amounts give them of", () => {
  expect(
    facts(
      "totals",
      "收入总计500万元。收入总计由三部分构成：财政拨款收入440万元，事业收入20万元，上年结转40万元，分别占88.00%、4.00%和8.00%。",
    ).slice(4),
  ).toEqual([
    "88.00 → revenue{fund=appropriation,measure=share,of=total-receipts}",
    "4.00 → revenue{source=institutional,measure=share,of=total-receipts}",
    "8.00 → opening-carry-over{measure=share,of=total-receipts}",
  ]);
});

it("goes back to the sum behind what is named in turn", () => {
  expect(
    facts(
      "basic-expenditure",
      "一般公共预算财政拨款基本支出700万元，人员经费和公用经费分别为600万元和100万元；与上年的710万元相比减少10万元。",
    ).slice(3),
  ).toEqual([
    "710 → expenditure{period=previous,fund=general,nature=basic}",
    "10 → expenditure{fund=general,nature=basic,measure=change} decrease",
  ]);
});

it("takes the sum of what was told in turn for the sum", () => {
  expect(
    facts(
      "three-public.detail",
      "公务用车购置费和运行维护费分别为18.00万元和15.00万元，合计33.00万元，占91.67%。",
    ).slice(2),
  ).toEqual([
    "33.00 → three-public{item=vehicles}",
    "91.67 → three-public{item=vehicles,measure=share,of=three-public}",
  ]);
});

it("takes rates in turn for those of two comparisons, with what is compared between them", () => {
  expect(
    facts(
      "operating-costs",
      "机关运行经费120万元，比年初预算数125万元节约5万元，比2024年130万元减少10万元，分别降低4%、7.69%。",
    ).slice(5),
  ).toEqual([
    "4 → operating-costs{stage=original-budget,measure=growth} decrease",
    "7.69 → operating-costs{measure=growth} decrease",
  ]);
});

it("takes shares in turn of all that was spent where only that gives them", () => {
  expect(
    facts(
      "expenditure",
      "本年支出1950万元，其中：基本支出1200万元。人员经费1000万元、公用经费200万元、项目支出750万元，占比分别为51.28%、10.26%、38.46%。",
    ).slice(5),
  ).toEqual([
    "51.28 → expenditure{nature=basic,group=personnel,measure=share,of=expenditure}",
    "10.26 → expenditure{nature=basic,group=public,measure=share,of=expenditure}",
    "38.46 → expenditure{nature=project,measure=share,of=expenditure}",
  ]);
});
