import { expect, it } from "vitest";
import { facts, read } from "../../read.test.support.ts";

it("tells one number of all that the words name", () => {
  expect(facts("revenue", "本年收入460万元，其中：上级补助收入、经营收入和其他收入均为0万元，占0%。")).toEqual([
    "460 → revenue",
    "0 → revenue{source=other}",
    "0 → revenue{source=operating}",
    "0 → revenue{source=superior-subsidy}",
    "0 → revenue{source=other,measure=share,of=revenue}",
  ]);
  expect(facts("state-capital", "年初结转和结余、本年收入、本年支出均为0.00万元。")).toEqual([
    "0.00 → expenditure{fund=state-capital}",
    "0.00 → revenue{fund=state-capital}",
    "0.00 → opening-carry-over{fund=state-capital}",
  ]);
});

it("takes counts in a row for what is counted, with a unit or without", () => {
  expect(facts("three-public.detail", "国内公务接待批次、人次均为0。公务用车购置数、公务接待批次均为0。")).toEqual([
    "0 → reception-persons{item=domestic}",
    "0 → reception-batches{item=domestic}",
    "0 → reception-batches",
    "0 → vehicles-bought",
  ]);
  expect(facts("state-assets", "一般公务用车、执法执勤用车均为0辆。")).toEqual([
    "0 → state-vehicles{item=enforcement}",
    "0 → state-vehicles{item=business}",
  ]);
});

it("gives nothing the unit of what it is of", () => {
  const { figures, unbound } = read("three-public.detail", "因公出国（境）费、公务用车购置费均为0。公务接待费为0。");
  expect(unbound).toEqual([]);
  expect(figures.map(({ unit, dimensions: { item } }) => `${item} ${unit}`)).toEqual([
    "vehicle-purchase ten-thousand-yuan",
    "overseas ten-thousand-yuan",
    "receptions ten-thousand-yuan",
  ]);
});

it("tells what was planned and spent of the one thing spoken of, in turn or as one", () => {
  expect(facts("three-public", "“三公”经费年初预算数、全年预算数、决算数分别为12万元、10万元和8万元。")).toEqual([
    "12 → three-public{stage=original-budget}",
    "10 → three-public{stage=adjusted-budget}",
    "8 → three-public",
  ]);
  expect(facts("three-public.detail", "因公出国（境）费年初预算、支出决算均为0万元。")).toEqual([
    "0 → three-public{item=overseas}",
    "0 → three-public{stage=original-budget,item=overseas}",
  ]);
});

it("tells each of those named, planned and spent", () => {
  expect(facts("three-public.detail", "公务用车购置费、公务接待费预算数与决算数均为0万元。")).toEqual([
    "0 → three-public{item=receptions}",
    "0 → three-public{item=vehicle-purchase}",
    "0 → three-public{stage=budget,item=receptions}",
    "0 → three-public{stage=budget,item=vehicle-purchase}",
  ]);
  expect(facts("procurement", "政府采购货物支出、工程支出、服务支出均为0万元。")).toEqual([
    "0 → procurement{item=services}",
    "0 → procurement{item=works}",
    "0 → procurement{item=goods}",
  ]);
});

it("tells counts in turn by their names, where their units are the same", () => {
  expect(facts("three-public.detail", "公务用车保有量、购置数分别为4辆和0辆。")).toEqual([
    "4 → vehicles-held",
    "0 → vehicles-bought",
  ]);
});

it("keeps a fund's own receipts and disbursements apart from those of all appropriations", () => {
  expect(facts("government-fund", "政府性基金预算财政拨款收支均为0万元。")).toEqual([
    "0 → total-receipts{fund=government-fund}",
  ]);
  expect(facts("government-fund", "政府性基金预算财政拨款收入、支出均为0万元。")).toEqual([
    "0 → expenditure{fund=government-fund}",
    "0 → revenue{fund=government-fund}",
  ]);
});

it("takes receipts and disbursements that differ for the year's own", () => {
  expect(facts("appropriation-totals", "财政拨款收入和支出分别为460万元和455万元。")).toEqual([
    "460 → revenue{fund=appropriation}",
    "455 → expenditure{fund=appropriation}",
  ]);
  expect(facts("appropriation-totals", "财政拨款收入支出总计分别为460万元和460万元。")).toEqual([
    "460 → total-receipts{fund=appropriation}",
    "460 → total-disbursements{fund=appropriation}",
  ]);
});
