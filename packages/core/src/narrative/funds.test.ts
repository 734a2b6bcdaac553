import { describe, expect, it } from "vitest";
import { facts, read } from "./read.test.support.ts";

describe("which fund 财政拨款支出 is of", () => {
  it("takes it for all funds where the same sentence divides it by fund, whatever the heading says", () => {
    const text = "2019年度财政拨款支出3424.92万元，比上年增加71.19万元，增长2.12%。";
    const first = (line: string) => facts("general-expenditure", line).slice(0, 2);
    expect(first(text)[0]).toBe("3424.92 → expenditure{fund=general}");
    expect(first(`${text}其中一般公共预算财政拨款支出3381.09万元，政府性基金预算财政拨款支出43.83万元。`)).toEqual([
      "3424.92 → expenditure{fund=appropriation}",
      "71.19 → expenditure{fund=appropriation,measure=change} increase",
    ]);
  });
});

describe("国有资本经营预算支出 among the classes of all appropriations", () => {
  it("is a class, whose items are its own", () => {
    const told = facts(
      "general-expenditure",
      "财政拨款支出127.11万元，包括：住房保障支出113.85万元，占89.6%；国有资本经营预算支出13.26万元，占10.4%。\n2.国有资本经营预算支出13.26万元，具体包括：\n（1）解决历史遗留问题及改革成本支出（款）国有企业改革成本支出（项）13.26万元。",
      "财政拨款支出决算情况",
    ).filter((fact) => fact.startsWith("13.26") || fact.startsWith("10.4"));
    const own = "expenditure{fund=appropriation,functional=国有资本经营预算支出";
    expect(told).toEqual([
      `13.26 → ${own}}`,
      `10.4 → ${own},measure=share,of=expenditure{fund=appropriation}}`,
      `13.26 → ${own}}`,
      `13.26 → ${own}/解决历史遗留问题及改革成本支出/国有企业改革成本支出}`,
    ]);
  });
});

describe("amounts of last year in a row", () => {
  it("are last year's, each under its own name", () => {
    expect(
      facts(
        "appropriation-totals",
        "2025年度财政拨款收入2261.31万元、支出2282.05万元，较上年收入2131.66万元、支出2122.05万元，分别增加129.65万元、160万元。",
      ),
    ).toEqual([
      "2261.31 → revenue{fund=appropriation}",
      "2282.05 → expenditure{fund=appropriation}",
      "2131.66 → revenue{period=previous,fund=appropriation}",
      "2122.05 → expenditure{period=previous,fund=appropriation}",
      "129.65 → revenue{fund=appropriation,measure=change} increase",
      "160 → expenditure{fund=appropriation,measure=change} increase",
    ]);
  });
});

describe("numbered items below a list by functions", () => {
  it("are of the fund that the list is of, where the heading speaks of all appropriations", () => {
    const text =
      "一般公共预算财政拨款支出118万元，按支出功能分类科目分，包括：社会保障和就业支出102万元，住房保障支出16万元。\n1.社会保障和就业支出102万元，完成年初预算的98.3%。\n财政拨款支出150万元。\n2.住房保障支出16万元。\n政府性基金预算财政拨款支出32万元，具体包括：城乡社区支出32万元。\n1.城乡社区支出32万元。";
    expect(facts("general-expenditure", text, "二、财政拨款支出决算情况说明").slice(3)).toEqual([
      "102 → expenditure{fund=general,functional=社会保障和就业}",
      "98.3 → expenditure{stage=original-budget,fund=general,functional=社会保障和就业,measure=completion}",
      "150 → expenditure{fund=appropriation}",
      "16 → expenditure{fund=general,functional=住房保障}",
      "32 → expenditure{fund=government-fund}",
      "32 → expenditure{fund=government-fund,functional=城乡社区}",
      "32 → expenditure{fund=government-fund,functional=城乡社区}",
    ]);
  });
});

describe("a list in the sentence behind its sum", () => {
  it("leaves the sum to the comparison behind it, where only that fits", () => {
    expect(
      facts(
        "revenue",
        "2025年度收入合计8214.65万元。其中：财政拨款收入8160.25万元，占总收入的99.34%；事业收入0万元，占总收入的0%；其他收入54.40万元，占总收入的0.66%。与上年对比，减少1327.06万元，下降13.91%。",
      ).slice(-2),
    ).toEqual(["1327.06 → revenue{measure=change} decrease", "13.91 → revenue{measure=growth} decrease"]);
  });
});

describe("a comparison behind a list", () => {
  it("is of all that the section tells of, with last year's amount in brackets", () => {
    expect(
      facts(
        "expenditure",
        "2025年度支出合计7048.19万元，其中：基本支出1610.57万元，占22.85%；项目支出5437.62万元，占77.15%；经营支出0万元，占0%。与上年（7230.60万元）相比支出减少182.41万元，下降2.52%。",
      ).slice(-3),
    ).toEqual([
      "7230.60 → expenditure{period=previous}",
      "182.41 → expenditure{measure=change} decrease",
      "2.52 → expenditure{measure=growth} decrease",
    ]);
    expect(
      facts(
        "government-fund",
        "年初结转和结余36.70万元，本年收入516.16万元，本年支出534.82万元，年末结转和结余18.04万元。与2024年度相比，支出增加122.78万元。",
      ).at(-1),
    ).toBe("122.78 → expenditure{fund=government-fund,measure=change} increase");
  });
});

describe("a total of all there was", () => {
  it("is one by the carry-over that it holds, though the other is the year's own", () => {
    const { figures } = read(
      "totals",
      "2025年部门决算总收入3883.17万元，其中：年初结转和结余34.31万元，本年收入3848.86万元。总支出3809.99万元，其中基本支出1602.38万元。",
    );
    expect(figures.map(({ concept }) => concept)).toEqual([
      "total-receipts",
      "opening-carry-over",
      "revenue",
      "expenditure",
      "expenditure",
    ]);
  });
});

describe("revenue from all but appropriations", () => {
  it("is none of the appropriations", () => {
    expect(
      facts("revenue", "其中：财政拨款收入2801.60万元，占100%；除财政拨款收入以外其他各项收入均为0万元。").at(-1),
    ).toBe("0 → revenue{label=除财政拨款收入以外其他各项收入均}");
  });
});

describe("what the flow of a fund is compared with", () => {
  it("is what was spent where the words say 支出, though what was left is told last", () => {
    expect(
      facts(
        "government-fund",
        "本年收入37.65万元，本年支出37.65万元，年末结转和结余6.44万元，比上年支出增加23.91万元，增长173.92%。",
      ).slice(-2),
    ).toEqual([
      "23.91 → expenditure{fund=government-fund,measure=change} increase",
      "173.92 → expenditure{fund=government-fund,measure=growth} increase",
    ]);
  });

  it("is all that was spent behind a list of what it was spent on, where only that fits", () => {
    expect(
      facts(
        "government-fund",
        "本年收入90.59万元，本年支出84.81万元，年末结转和结余12.30万元。本年支出包括：基础设施建设支出（项）78.81万元；彩票公益金支出（项）6.00万元。同比减少5.45万元，降幅6.04%。",
      ).slice(-2),
    ).toEqual([
      "5.45 → expenditure{fund=government-fund,measure=change} decrease",
      "6.04 → expenditure{fund=government-fund,measure=growth} decrease",
    ]);
  });
});

describe("spending by where the money came from", () => {
  it("is a share of all spending", () => {
    expect(
      facts("expenditure", "按资金来源分：财政拨款支出3273.86万元，占99.63%；其他资金支出12.26万元，占0.37%。"),
    ).toEqual([
      "3273.86 → expenditure{fund=appropriation}",
      "99.63 → expenditure{fund=appropriation,measure=share,of=expenditure}",
      "12.26 → expenditure{label=其他资金支出}",
      "0.37 → expenditure{label=其他资金支出,measure=share,of=expenditure}",
    ]);
  });
});

describe("what a fund was spent on, told in a report", () => {
  it("is told under its own name, and is not all that was spent of the fund", () => {
    expect(
      facts(
        "annex",
        "2025年政府性基金预算支出2100.45万元，其中征地和拆迁补偿支出1850.45万元，土地开发支出250万元。",
        "三、政府性基金预算支出情况",
      ),
    ).toEqual([
      "2100.45 → expenditure{fund=government-fund}",
      "1850.45 → expenditure{fund=government-fund,label=征地和拆迁补偿支出}",
      "250 → expenditure{fund=government-fund,label=土地开发支出}",
    ]);
  });
});

it("takes what was carried over for that of the fund told right before, where each fund has its own", () => {
  expect(
    facts(
      "appropriation-totals",
      "财政拨款收入总决算6300万元，其中：一般公共预算财政拨款本年收入4000万元、年初结转和结余300万元，政府性基金预算财政拨款本年收入1900万元、年初结转和结余100万元。",
    ),
  ).toEqual([
    "6300 → total-receipts{fund=appropriation}",
    "4000 → revenue{fund=general}",
    "300 → opening-carry-over{fund=general}",
    "1900 → revenue{fund=government-fund}",
    "100 → opening-carry-over{fund=government-fund}",
  ]);
});

describe("a fund", () => {
  it("is what came in behind 收到, and what was spent behind 支出", () => {
    expect(facts("government-fund", "当年收到政府性基金预算财政拨款53万元，支出59万元。")).toEqual([
      "53 → revenue{fund=government-fund}",
      "59 → expenditure{fund=government-fund}",
    ]);
  });

  it("named by the paragraph holds in a section that tells two", () => {
    expect(
      facts("government-fund", "国有资本经营预算财政拨款本年收入32万元，本年支出31万元，年末结转和结余1万元。"),
    ).toEqual([
      "32 → revenue{fund=state-capital}",
      "31 → expenditure{fund=state-capital}",
      "1 → closing-carry-over{fund=state-capital}",
    ]);
  });

  it("before the count of evaluated projects is theirs and that of their money", () => {
    expect(
      facts("performance", "对政府性基金预算2个项目开展绩效自评，涉及资金43万元，占政府性基金预算项目支出总额的90%。"),
    ).toEqual([
      "2 → performance-projects{fund=government-fund,item=self-evaluation}",
      "43 → performance-amount{fund=government-fund,item=self-evaluation}",
      "90 → performance-amount{fund=government-fund,item=self-evaluation,measure=share,of=expenditure{stage=budget,fund=government-fund,nature=project}}",
    ]);
  });
});
