import { describe, expect, it } from "vitest";
import { facts } from "../../read.test.support.ts";

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

it("takes amounts in turn for those of the classes that the words name", () => {
  expect(
    facts(
      "expenditure",
      "本年支出3000万元，由教育支出、社会保障和就业支出、住房保障支出构成，分别为2400万元、400万元、200万元，占80%、13.33%、6.67%。",
    ).slice(1),
  ).toEqual([
    "2400 → expenditure{functional=教育支出}",
    "400 → expenditure{functional=社会保障和就业支出}",
    "200 → expenditure{functional=住房保障支出}",
    "80 → expenditure{functional=教育支出,measure=share,of=expenditure}",
    "13.33 → expenditure{functional=社会保障和就业支出,measure=share,of=expenditure}",
    "6.67 → expenditure{functional=住房保障支出,measure=share,of=expenditure}",
  ]);
});

it("takes amounts and shares in a row for nothing that was spoken of before, where nobody knows whose they are", () => {
  expect(
    facts("expenditure", "本年支出3000万元，甲类、乙类和丙类分别为2400万元、400万元、200万元，占80%、13.33%、6.67%。"),
  ).toEqual([
    "3000 → expenditure",
    ...["2400", "400", "200", "80", "13.33", "6.67"].map((printed) => `${printed} unbound`),
  ]);
});

it("takes 年初 and 年末 that share their name for both", () => {
  expect(facts("appropriation-totals", "年初、年末财政拨款结转和结余分别为30万元和10万元。")).toEqual([
    "30 → opening-carry-over{fund=appropriation}",
    "10 → closing-carry-over{fund=appropriation}",
  ]);
});

it("takes receipts and disbursements that change differently for the year's own", () => {
  expect(facts("appropriation-totals", "财政拨款收入、支出分别增加120万元、130万元，增长4.84%、5.22%。")).toEqual([
    "120 → revenue{fund=appropriation,measure=change} increase",
    "130 → expenditure{fund=appropriation,measure=change} increase",
    "4.84 → revenue{fund=appropriation,measure=growth} increase",
    "5.22 → expenditure{fund=appropriation,measure=growth} increase",
  ]);
});

it("takes changes in turn for those of the parts told before, each with its rate in brackets or as many as there are", () => {
  expect(
    facts(
      "expenditure",
      "本年支出940万元，其中：基本支出540万元（占57.45%）、项目支出400万元（占42.55%），分别比上年增加40万元（增长8.00%）、50万元（增长14.29%）。",
    ).slice(5),
  ).toEqual([
    "40 → expenditure{nature=basic,measure=change} increase",
    "8.00 → expenditure{nature=basic,measure=growth} increase",
    "50 → expenditure{nature=project,measure=change} increase",
    "14.29 → expenditure{nature=project,measure=growth} increase",
  ]);
  expect(
    facts(
      "expenditure",
      "本年支出950万元，其中：基本支出540万元、项目支出400万元、经营支出10万元，分别比上年增加40万元、50万元、2万元。",
    ).slice(4),
  ).toEqual([
    "40 → expenditure{nature=basic,measure=change} increase",
    "50 → expenditure{nature=project,measure=change} increase",
    "2 → expenditure{nature=operating,measure=change} increase",
  ]);
});

it("takes changes in turn for those of as many as the words name", () => {
  expect(
    facts(
      "three-public.detail",
      "与预算相比，“三公”经费、公务用车购置及运行维护费、公务接待费分别节约3万元、2万元和1万元，分别下降12.50%、10.00%和25.00%。",
    ),
  ).toEqual([
    "3 → three-public{stage=budget,measure=change} decrease",
    "2 → three-public{stage=budget,item=vehicles,measure=change} decrease",
    "1 → three-public{stage=budget,item=receptions,measure=change} decrease",
    "12.50 → three-public{stage=budget,measure=growth} decrease",
    "10.00 → three-public{stage=budget,item=vehicles,measure=growth} decrease",
    "25.00 → three-public{stage=budget,item=receptions,measure=growth} decrease",
  ]);
});

it("goes on with the rates of those whose changes were told in turn", () => {
  const text = "基本支出、项目支出分别为540.00万元、400.00万元，较上年分别增加30.00万元、10.00万元，增长5.88%、2.56%。";
  expect(facts("expenditure", text).slice(2)).toEqual([
    "30.00 → expenditure{nature=basic,measure=change} increase",
    "10.00 → expenditure{nature=project,measure=change} increase",
    "5.88 → expenditure{nature=basic,measure=growth} increase",
    "2.56 → expenditure{nature=project,measure=growth} increase",
  ]);
});

it("leaves changes in turn open where nobody knows whose they are", () => {
  const text =
    "公务用车购置费、运行维护费分别为0万元和5.50万元，合计5.50万元。较上年分别增加0万元和0.50万元，分别增长0%和10.00%。";
  expect(facts("three-public.detail", text).slice(2)).toEqual([
    "5.50 → three-public{item=vehicles}",
    "0 unbound",
    "0.50 unbound",
    "0 unbound",
    "10.00 unbound",
  ]);
});

it("tells a sum behind the shares of its parts, and one that opens the next sentence, of all of them", () => {
  expect(
    facts(
      "expenditure",
      "基本支出、项目支出分别为540.00万元、400.00万元，占比分别为57.45%、42.55%，合计940.00万元。",
    ).at(-1),
  ).toBe("940.00 → expenditure{label=合计}");
  expect(
    facts(
      "three-public.detail",
      "公务用车购置费18万元、公务用车运行维护费15万元，合计33万元；公务接待费2万元；因公出国（境）费0万元。全年共计35万元。",
    ).slice(-2),
  ).toEqual(["0 → three-public{item=overseas}", "35 → three-public"]);
});

it("takes completions in turn for those of the budgets that were told", () => {
  const text =
    "“三公”经费年初预算10.00万元，调整预算9.00万元，支出决算8.50万元，分别完成85.00%和94.44%，较上年减少0.50万元。";
  expect(facts("three-public", text).slice(3)).toEqual([
    "85.00 → three-public{stage=original-budget,measure=completion}",
    "94.44 → three-public{stage=adjusted-budget,measure=completion}",
    "0.50 → three-public{measure=change} decrease",
  ]);
});

describe("amounts in turn", () => {
  it("are of the kinds of purchases, and of small companies behind 其中", () => {
    expect(
      facts(
        "procurement",
        "政府采购支出总额297万元，货物、工程、服务支出分别为89万元、82万元、126万元，授予中小企业合同金额240万元，其中小微企业151万元。",
      ),
    ).toEqual([
      "297 → procurement",
      "89 → procurement{item=goods}",
      "82 → procurement{item=works}",
      "126 → procurement{item=services}",
      "240 → procurement{item=sme}",
      "151 → procurement{item=micro}",
    ]);
    expect(
      facts("three-public", "其中购置费预算24万元，实际支出20万元；运行费预算28万元，实际支出27万元。").slice(2),
    ).toEqual(["28 → three-public{stage=budget,item=vehicle-running}", "27 → three-public{item=vehicle-running}"]);
  });
});
