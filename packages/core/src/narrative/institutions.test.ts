import { expect, it } from "vitest";
import { facts } from "./read.test.support.ts";

// Wordings of small institutions and of the press, with figures of this project's own.

it("takes 上年收入 for last year's", () => {
  expect(facts("revenue", "本年收入合计100万元，上年收入合计120万元，与上年相比减少20万元。")).toEqual([
    "100 → revenue",
    "120 → revenue{period=previous}",
    "20 → revenue{measure=change} decrease",
  ]);
  expect(facts("revenue", "本年收入合计100万元，其中：其他收入3万元，占3%。上年收入80万元。").at(-1)).toBe(
    "80 → revenue{period=previous}",
  );
});

it("takes a headline for what the sentence below it tells again", () => {
  expect(
    facts(
      "totals",
      "收支总计200万元\n年度总收入：180万元\n2025年度收入合计180万元。\n年度总支出：190万元\n2025年度支出合计190万元。",
    ),
  ).toEqual(["200 → total-receipts", "180 → revenue", "180 → revenue", "190 → expenditure", "190 → expenditure"]);
  expect(facts("totals", "收支总计200万元\n年度总收入：200万元\n2025年度收入合计180万元。")[1]).toBe(
    "200 → total-receipts",
  );
});

it("gives what 2026 is to spend to the year to come, though only 安排 says so", () => {
  expect(
    facts("three-public", "公务用车运行维护费支出65万元。2026年安排公务用车运行维护费69.55万元，较2025年决算增长7%。"),
  ).toEqual([
    "65 → three-public{item=vehicle-running}",
    "69.55 → three-public{stage=budget,item=vehicle-running,label=2026年}",
    "7 → three-public{item=vehicle-running,label=2026年,measure=growth} increase",
  ]);
});

it("knows what was carried over for projects and for basic expenditure", () => {
  expect(
    facts("totals", "年末结转和结余164万元（其中：项目支出结转和结余28万元，基本支出结转和结余136万元）。"),
  ).toEqual([
    "164 → closing-carry-over",
    "28 → closing-carry-over{nature=project}",
    "136 → closing-carry-over{nature=basic}",
  ]);
  expect(facts("totals", "年初结转和结余20万元，其中：项目支出结转12万元。")[1]).toBe(
    "12 → opening-carry-over{nature=project}",
  );
});

it("reads 多支, 少支 and 多出 as changes and 预算总额 as a budget", () => {
  expect(
    facts(
      "three-public",
      "“三公”经费预算总额20万元，实际支出18万元，比上年多出近2万元。公务接待费3万元，比上年少支1万元。",
    ),
  ).toEqual([
    "20 → three-public{stage=budget}",
    "18 → three-public",
    "2 → three-public{measure=change} increase",
    "3 → three-public{item=receptions}",
    "1 → three-public{item=receptions,measure=change} decrease",
  ]);
});

it("tells missions of one kind from all, though the kind repeats what they are", () => {
  expect(
    facts("three-public", "派出出国（境）团组20个，其中：出国（境）考察团组12个，出国（境）培训团组8个。"),
  ).toEqual(["20 → missions", "12 → missions{label=考察}", "8 → missions{label=培训}"]);
});

it("gives an account that its class is not named with its own words, and not all that was spent", () => {
  expect(facts("expenditure", "本年支出合计100万元。其中：其他普通教育支出6万元，其他职业教育支出94万元。")).toEqual([
    "100 → expenditure",
    "6 → expenditure{label=其他普通教育支出}",
    "94 → expenditure{label=其他职业教育支出}",
  ]);
});

it("takes the number of units that spent an amount for no guests, and their shares for their own", () => {
  expect(facts("three-public", "公务接待费13万元，其中：局本级及9个督察局6万元，其他单位7万元。")).toEqual([
    "13 → three-public{item=receptions}",
    "6 → three-public{item=receptions,label=督察局}",
    "7 → three-public{item=receptions,label=其他单位}",
    "9 unbound",
  ]);
  expect(facts("three-public", "“三公”经费支出10万元，机关支出占12.26%，31个省局支出占22.84%。").slice(1, 3)).toEqual([
    "12.26 → three-public{label=机关,measure=share,of=three-public}",
    "22.84 → three-public{label=31个省局,measure=share,of=three-public}",
  ]);
});

it("takes 机关运行经费为0 for nothing, with no unit behind it", () => {
  expect(facts("totals", "本校为全额拨款事业单位，机关运行经费为0。")).toEqual(["0 → operating-costs"]);
});

it("leaves amounts in a row unbound where the first has no unit", () => {
  expect(facts("three-public", "因公出国（境）费和公务接待费分别为26和35万元。")).toEqual(["26 unbound", "35 unbound"]);
});
