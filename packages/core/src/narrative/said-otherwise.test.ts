import { describe, expect, it } from "vitest";
import { comparisons, facts, read } from "./read.test.support.ts";

describe("what a clerk says in words of his own", () => {
  it("is carried over, where that is said behind the amount", () => {
    expect(facts("totals", "支出总计除本年支出920万元外，尚有80万元结转下年，结余分配为0。")).toEqual([
      "920 → expenditure",
      "80 → closing-carry-over",
      "0 → surplus-distribution",
    ]);
  });

  it("is of the fund that paid for the projects", () => {
    expect(facts("expenditure", "项目支出按资金来源又可分为：一般公共预算安排150万元，政府性基金安排40万元。")).toEqual(
      ["150 → expenditure{fund=general,nature=project}", "40 → expenditure{fund=government-fund,nature=project}"],
    );
  });

  it("compares all that was spent, whatever the sentence before ended with", () => {
    expect(
      facts(
        "expenditure",
        "全年支出合计900万元。上缴上级支出、对附属单位补助支出均没有发生。与2024年880万元相比，支出增加20万元。使用其他资金的支出30万元，已包含在项目支出中。",
      ),
    ).toEqual([
      "900 → expenditure",
      "880 → expenditure{period=previous}",
      "20 → expenditure{measure=change} increase",
      "30 → expenditure{label=使用其他资金的支出}",
    ]);
  });

  it("is last year's under 同上年的…比, 上年同口径 and 上年支出", () => {
    expect(facts("appropriation-totals", "财政拨款收入、支出总计900万元。同上年的880万元比，增加20万元。")[1]).toBe(
      "880 → total-receipts{period=previous,fund=appropriation}",
    );
    expect(facts("totals", "收入、支出总计900万元，上年同口径为880万元。")[1]).toBe(
      "880 → total-receipts{period=previous}",
    );
    expect(
      facts(
        "general-expenditure.total",
        "一般公共预算财政拨款支出600万元。上年支出610万元，本年减少10万元，下降1.64%。",
      ),
    ).toEqual([
      "600 → expenditure{fund=general}",
      "610 → expenditure{period=previous,fund=general}",
      "10 → expenditure{fund=general,measure=change} decrease",
      "1.64 → expenditure{fund=general,measure=growth} decrease",
    ]);
  });

  it("goes on with all funds behind brackets that told two of them", () => {
    expect(
      facts(
        "appropriation-totals",
        "财政拨款总计的来源是：当年拨款800万元，年初结转100万元（一般公共预算60万元、政府性基金40万元）。年末仍结转30万元。",
      ),
    ).toEqual([
      "800 → revenue{fund=appropriation}",
      "100 → opening-carry-over{fund=appropriation}",
      "60 → opening-carry-over{fund=general}",
      "40 → opening-carry-over{fund=government-fund}",
      "30 → closing-carry-over{fund=appropriation}",
    ]);
  });

  it("completes a budget that it comes to, and exceeds it", () => {
    expect(
      facts(
        "general-expenditure.total",
        "年初预算500万元，由于资金在执行中下达，决算数相当于年初预算的120%，超出100万元。",
      ),
    ).toEqual([
      "500 → expenditure{stage=original-budget,fund=general}",
      "120 → expenditure{stage=original-budget,fund=general,measure=completion}",
      "100 → expenditure{stage=original-budget,fund=general,measure=change} increase",
    ]);
  });

  it("is a share of what stands before its name", () => {
    expect(
      facts("general-expenditure.structure", "卫生健康支出（类）支出27万元，在一般公共预算支出中的比重为4.50%。")[1],
    ).toBe("4.50 → expenditure{fund=general,functional=卫生健康支出,measure=share,of=expenditure{fund=general}}");
  });

  it("gives a reason as what a change comes from", () => {
    expect(
      comparisons(
        "appropriation-totals",
        "财政拨款收、支总计900万元，与上年决算数相比增加40万元，变动主要来自人员增资。",
      ),
    ).toEqual(["total-receipts{fund=appropriation} 增加 previous-year: 人员增资"]);
  });
});

describe("vehicles in words of a clerk's own", () => {
  it("stay those that are run where none was bought", () => {
    expect(
      facts(
        "three-public",
        "公务用车购置及运行费支出8.5万元，全部为运行费，未购置车辆，支出与上年相同，完成预算9.2万元的92.39%。",
      ),
    ).toEqual([
      "8.5 → three-public{item=vehicles}",
      "9.2 → three-public{stage=budget,item=vehicles}",
      "92.39 → three-public{stage=budget,item=vehicles,measure=completion}",
    ]);
  });

  it("cost so much each, the bought ones as the run ones", () => {
    expect(
      facts(
        "three-public",
        "购置费72万元（预算75万元，完成96%），平均每辆24万元；运行维护费306万元。保有量71辆，平均每辆4.31万元。",
      ).filter((fact) => fact.includes("平均每辆")),
    ).toEqual([
      "24 → three-public{item=vehicle-purchase,label=平均每辆,measure=average}",
      "4.31 → three-public{item=vehicle-running,label=平均每辆,measure=average}",
    ]);
  });

  it("were paid for out of basic expenditure and projects", () => {
    expect(facts("three-public", "运行维护费306万元。运行费中基本支出列支186万元、执法办案项目列支120万元。")).toEqual([
      "306 → three-public{item=vehicle-running}",
      "186 → three-public{item=vehicle-running,label=基本支出列支}",
      "120 → three-public{item=vehicle-running,label=执法办案项目列支}",
    ]);
  });
});

describe("an evaluation in words of a clerk's own", () => {
  it("tells projects and money of one fund beside the other, and of how many they are graded", () => {
    expect(
      facts(
        "performance",
        "对一般公共预算项目支出全面开展自评，涉及项目7个，资金180万元；同步对1个政府性基金项目开展自评，涉及47万元。8个项目中自评等级为“优”的6个、“良”的2个。",
      ),
    ).toEqual([
      "7 → performance-projects{fund=general,item=self-evaluation}",
      "180 → performance-amount{fund=general,item=self-evaluation}",
      "1 → performance-projects{fund=government-fund,item=self-evaluation}",
      "47 → performance-amount{fund=government-fund,item=self-evaluation}",
      "8 → performance-projects{item=self-evaluation}",
      "6 → performance-projects{item=excellent}",
      "2 → performance-projects{item=good}",
    ]);
  });

  it("scores the project that a numbered paragraph opens with", () => {
    const scores = facts(
      "performance",
      "1.总体情况。平均得分92.7分。\n2.牦牛暖棚项目。资金256万元。自评94.5分。\n3.草原管护员补助。支出116万元，执行率100%，自评98分。",
    ).filter((fact) => fact.includes("score"));
    expect(scores).toEqual([
      "92.7 → performance-score{label=项目平均}",
      "94.5 → performance-score{label=牦牛暖棚}",
      "98 → performance-score{label=草原管护员补助}",
    ]);
  });
});

describe("other counts", () => {
  it("are whom a mean is of, households, and prices from which equipment counts", () => {
    expect(facts("operating-costs", "机关运行经费支出1094万元。按在职民警及工勤286人计算，人均3.83万元。")).toEqual([
      "1094 → operating-costs",
      "286 → staff{item=other,label=在职民警及工勤}",
      "3.83 → operating-costs{label=人均,measure=average}",
    ]);
    expect(facts("institutions", "全乡辖9个行政村、31个牧业社，2,146户。")[2]).toBe(
      "2,146 → performance-output{label=户数}",
    );
    expect(facts("state-assets", "没有单位价值50万元以上的通用设备和100万元以上的专用设备。")).toEqual([
      "50 → threshold",
      "100 → threshold",
    ]);
  });

  it("are of the fund and not of its last item where the sentence after the items speaks of 支出", () => {
    expect(
      facts(
        "government-fund",
        "年初结转8万元，支出105万元。农林水支出（类）农村综合改革（款）生产支出（项）60万元；农林水支出（类）农村综合改革（款）建设支出（项）45万元。支出比上年增加75万元，增长250%。",
      ).slice(-2),
    ).toEqual([
      "75 → expenditure{fund=government-fund,measure=change} increase",
      "250 → expenditure{fund=government-fund,measure=growth} increase",
    ]);
  });

  it("stand in brackets between an item and its amount", () => {
    expect(
      facts("basic-expenditure", "人员经费100万元，具体用途包括基本工资77万元、生活补助（17名遗属）21.65万元。"),
    ).toContain("17 → performance-output{label=遗属}");
  });

  it("and amounts that are told only to be left out, or in other words, are no second value", () => {
    expect(
      facts(
        "operating-costs",
        "机关运行经费139万元（仅指行政运行科目的公用支出，不含事业中心公用经费17.95万元），即一般公共预算基本支出中的公用经费，较上年增加7万元，人均3.83万元。培训费支出4.86万元。",
      ),
    ).toEqual([
      "139 → operating-costs",
      "17.95 → expenditure{nature=basic,group=public,label=不含事业中心公用经费}",
      "7 → operating-costs{measure=change} increase",
      "3.83 → operating-costs{label=人均,measure=average}",
      "4.86 → three-public{item=training}",
    ]);
  });

  it("are of rooms that are counted, beside an area", () => {
    expect(facts("state-assets", "办公用房建筑面积1,862平方米，周转房24套。")).toEqual([
      "1,862 → state-asset-counts{label=办公用房建筑面积}",
      "24 → state-asset-counts{label=周转房}",
    ]);
  });

  it("are of the retired cadres, of whom there are none, and of projects of a fund", () => {
    expect(facts("institutions", "年末实有在职人员286人；另有离休0人、退休94人。")[1]).toBe(
      "0 → staff{item=retired-cadres}",
    );
    expect(
      facts(
        "performance",
        "对15个一般公共预算项目全部开展绩效自评，涉及资金1414万元；政府性基金2个项目、106万元也一并自评。",
      ).slice(2),
    ).toEqual([
      "2 → performance-projects{fund=government-fund,item=self-evaluation}",
      "106 → performance-amount{fund=government-fund,item=self-evaluation}",
    ]);
  });
});

it("divides costs by the staff that the words name", () => {
  expect(facts("operating-costs", "机关运行经费50万元；按在职人员25人计算，人均2万元。")).toEqual([
    "50 → operating-costs",
    "25 → staff{item=actual}",
    "2 → operating-costs{label=人均,measure=average}",
  ]);
});

it("compares all that was spent where an average in yuan stands before an amount in 万元", () => {
  expect(facts("three-public.detail", "公务接待费3万元，人均200元，比上年的3.5万元减少0.5万元。").slice(1)).toEqual([
    "200 → three-public{item=receptions,label=人均,measure=average}",
    "3.5 → three-public{period=previous,item=receptions}",
    "0.5 → three-public{item=receptions,measure=change} decrease",
  ]);
});

it("gives changes of both totals to the one amount that was told of both", () => {
  const text =
    "财政拨款收、支总计460万元。财政拨款总计的来源是：当年拨款450万元，年初结转10万元。与上年相比，各减少50万元，下降9.80%。";
  expect(facts("appropriation-totals", text).slice(-2)).toEqual([
    "50 → total-receipts{fund=appropriation,measure=change} decrease",
    "9.80 → total-receipts{fund=appropriation,measure=growth} decrease",
  ]);
});

it("is sure of a budget and an outturn named in turn", () => {
  const [budget, final] = read("three-public", "“三公”经费财政拨款支出预算、决算分别为10万元、8.5万元。").figures;
  expect([budget?.unknownWords, final?.unknownWords]).toEqual([undefined, undefined]);
  expect(
    read("three-public", "其他某类“三公”经费预算、决算分别为10万元、8.5万元。").figures[0]?.unknownWords,
  ).toBeDefined();
});

it("takes no part of a longer name for the whole of a shorter one", () => {
  expect(facts("revenue", "财政拨款收入450万元，非财政拨款收入50万元（其中事业收入42万元），占10%。").slice(1)).toEqual(
    [
      "50 → revenue{label=非财政拨款收入}",
      "42 → revenue{source=institutional}",
      "10 → revenue{label=非财政拨款收入,measure=share,of=revenue}",
    ],
  );
  expect(facts("general-expenditure", "上年结转安排支出20万元，当年预算安排支出430万元。")).toEqual([
    "20 → expenditure{label=上年结转安排支出}",
    "430 → expenditure{label=当年预算安排支出}",
  ]);
  expect(facts("three-public.detail", "公务用车购置0辆，保有2辆。")).toEqual([
    "0 → vehicles-bought",
    "2 → vehicles-held",
  ]);
});

it("tells in brackets what of each kind of procurement small firms were given", () => {
  expect(
    facts("procurement", "其中：货物70万元（授予中小企业60万元，占85.71%），服务50万元（授予中小企业48万元）。"),
  ).toEqual([
    "70 → procurement{item=goods}",
    "60 → procurement{item=sme-goods}",
    "85.71 → procurement{item=sme-goods,measure=share,of=procurement{item=goods}}",
    "50 → procurement{item=services}",
    "48 → procurement{item=sme-services}",
  ]);
});

it("counts foreign guests apart, by 外事 alone too", () => {
  expect(facts("three-public.detail", "公务接待20批次（其中外事1批次）、150人次（其中外事5人次）。")).toEqual([
    "20 → reception-batches",
    "1 → reception-batches{item=foreign}",
    "150 → reception-persons",
    "5 → reception-persons{item=foreign}",
  ]);
});
