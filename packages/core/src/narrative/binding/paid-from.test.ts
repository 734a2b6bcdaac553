import { expect, it } from "vitest";
import { facts } from "../read.test.support.ts";

it("gives parts of an amount the names of what they were paid from", () => {
  const text = "公务用车运行维护费9.00万元，其中6.50万元在基本支出列支、2.50万元在巡查项目中列支。";
  expect(facts("three-public.detail", text)).toEqual([
    "9.00 → three-public{item=vehicle-running}",
    "6.50 → three-public{item=vehicle-running,label=基本支出}",
    "2.50 → three-public{item=vehicle-running,label=巡查项目}",
  ]);
});

it("keeps an amount whole that is said to be paid from one place", () => {
  expect(facts("three-public.detail", "公务接待费0.80万元，在公用经费中列支。")).toEqual([
    "0.80 → three-public{item=receptions}",
  ]);
});

it("takes an item of last year alone for last year's", () => {
  const text =
    "住房公积金（项）年初预算3.00万元，支出决算3.00万元。此外，购房补贴（项）上年支出0.40万元，本年未再发生。";
  expect(facts("general-expenditure.items", text).at(-1)).toMatch(/^0.40 → expenditure\{period=previous,/);
});

it("takes a difference printed with its sign for the change on the budget", () => {
  const text = "行政运行（项）：决算21.00万元（预算20.00万元，差额+1.00万元，完成率105%）。";
  expect(facts("general-expenditure.items", text)).toContainEqual(
    expect.stringMatching(/^1.00 → expenditure\{stage=budget,.*measure=change\}/),
  );
});

it("takes a share of the appropriation total for one of the total, and not of the year's revenue", () => {
  const text = "收入总计110.00万元。收入方面，当年一般公共预算财政拨款100.00万元，占财政拨款总计的90.91%。";
  expect(facts("appropriation-totals", text).at(-1)).toBe(
    "90.91 → revenue{fund=general,measure=share,of=total-receipts{fund=appropriation}}",
  );
});

it("takes no part of an amount spent for all that was carried over", () => {
  const text = "案件执行支出48.62万元，其中使用上年结转资金8.62万元。";
  expect(facts("general-expenditure.items", text).at(-1)).toBe("8.62 → project-amount{label=上年结转资金}");
  // What a flow tells behind what was spent is the balance.
  expect(facts("government-fund", "政府性基金本年支出50.00万元，年初结转和结余5.00万元。").at(-1)).toMatch(
    /opening-carry-over/,
  );
});
