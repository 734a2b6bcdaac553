import { expect, it } from "vitest";
import { facts, read } from "../read.test.support.ts";

it("takes where an amount went from for last year's, and what it came to for this year's", () => {
  expect(
    facts(
      "three-public.detail",
      "公务接待费由上年的3.00万元增加到5.00万元，增长66.67%；公务用车运行维护费由2024年的7.00万元压减为4.00万元。公务接待由30批次减少到20批次。",
    ),
  ).toEqual([
    "3.00 → three-public{period=previous,item=receptions}",
    "5.00 → three-public{item=receptions}",
    "66.67 → three-public{item=receptions,measure=growth} increase",
    "7.00 → three-public{period=previous,item=vehicle-running}",
    "4.00 → three-public{item=vehicle-running}",
    "30 → reception-batches{period=previous}",
    "20 → reception-batches",
  ]);
});

it("takes shares that went from one to the other for shares of two years", () => {
  expect(facts("revenue", "财政拨款收入由430万元提高到440万元，占本年收入的比重由上年的90.00%提高到95.65%。")).toEqual([
    "430 → revenue{period=previous,fund=appropriation}",
    "440 → revenue{fund=appropriation}",
    "90.00 → revenue{period=previous,fund=appropriation,measure=share,of=revenue{period=previous}}",
    "95.65 → revenue{fund=appropriation,measure=share,of=revenue}",
  ]);
});

it("keeps another year under its name, and the budget that was adjusted a budget", () => {
  expect(facts("totals", "收入总计由2021年的300万元增加到500万元。")).toEqual([
    "300 → total-receipts{label=2021年}",
    "500 → total-receipts",
  ]);
  expect(facts("expenditure", "本年支出年初预算由100万元调整为120万元，支出决算为110万元。")).toEqual([
    "100 → expenditure{stage=original-budget}",
    "120 → expenditure{stage=adjusted-budget}",
    "110 → expenditure",
  ]);
  expect(facts("three-public.detail", "公务接待费由年初预算的5.00万元压减到4.00万元。")).toEqual([
    "5.00 → three-public{stage=original-budget,item=receptions}",
    "4.00 → three-public{item=receptions}",
  ]);
});

it("tells years in a row, and what each gets, under their own names", () => {
  expect(facts("three-public", "“三公”经费支出由2023年的12.00万元、2024年的10.00万元下降到2025年的8.00万元。")).toEqual(
    ["12.00 → three-public{label=2023年}", "10.00 → three-public{period=previous}", "8.00 → three-public"],
  );
  expect(facts("expenditure", "本年支出450万元。城乡低保标准由每人每月500元提高到550元。").slice(1)).toEqual([
    "500 → expenditure{period=previous,label=城乡低保标准}",
    "550 → expenditure{label=城乡低保标准}",
  ]);
});

it("does not stand upon words that leave the year open", () => {
  const [from, to] = read("three-public.detail", "公务接待费从3.00万元增加到5.00万元。").figures;
  expect(from?.unknownWords).toBeDefined();
  expect(to?.unknownWords).toBeUndefined();
});

it("takes what there was at the beginning of the year for what was carried into it", () => {
  const text = "年末结转和结余由年初的40.00万元减少到10.00万元；财政拨款结转结余从年初15.00万元增加到年末20.00万元。";
  expect(facts("totals", text).slice(0, 2)).toEqual(["40.00 → opening-carry-over", "10.00 → closing-carry-over"]);
  expect(facts("totals", "年末结转和结余从年初40.00万元减少到年末10.00万元。")).toEqual([
    "40.00 → opening-carry-over",
    "10.00 → closing-carry-over",
  ]);
  expect(facts("three-public.detail", "公务接待费由年初的5.00万元压减到3.00万元。")).toEqual([
    "5.00 → three-public{stage=original-budget,item=receptions}",
    "3.00 → three-public{item=receptions}",
  ]);
});

it("takes no words that only say from where for the name of a part", () => {
  expect(facts("operating-costs", "机关运行经费支出50.00万元，由上年的52.00万元下降到50.00万元，降幅3.85%。")).toEqual([
    "50.00 → operating-costs",
    "52.00 → operating-costs{period=previous}",
    "50.00 → operating-costs",
    "3.85 → operating-costs{measure=growth} decrease",
  ]);
});
