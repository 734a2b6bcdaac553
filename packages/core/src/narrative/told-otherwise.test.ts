import { describe, expect, it } from "vitest";
import { facts, read } from "./read.test.support.ts";

describe("changes of both totals", () => {
  const text = (change: string): string =>
    `财政拨款总收入1440万元，由当年收入1350万元和上年结转90万元构成。财政拨款总支出1440万元，由当年支出1320万元和年末结转120万元构成。${change}`;

  it("are of the totals where the sentence names nothing", () => {
    expect(
      facts("appropriation-totals", text("同上年比，分别增加100万元、100万元，增幅均为7.46%。")).slice(-3),
    ).toEqual([
      "100 → total-receipts{fund=appropriation,measure=change} increase",
      "100 → total-disbursements{fund=appropriation,measure=change} increase",
      "7.46 → total-receipts{fund=appropriation,measure=growth} increase",
    ]);
    expect(facts("appropriation-totals", text("与上年相比，各增加100万元，增长7.46%。")).slice(-2)).toEqual([
      "100 → total-receipts{fund=appropriation,measure=change} increase",
      "7.46 → total-receipts{fund=appropriation,measure=growth} increase",
    ]);
  });

  it("are compared as the totals, too", () => {
    const { statements } = read("appropriation-totals", text("同上年比，分别增加100万元、100万元，增幅均为7.46%。"));
    expect(statements.flatMap((own) => (own.type === "comparison" ? own.subject.concept : []))).toEqual([
      "total-receipts",
    ]);
  });
});

describe("items", () => {
  it("are told behind a path between dashes, also with the year or the amount right behind it", () => {
    expect(
      facts(
        "general-expenditure.items",
        "1.教育支出-普通教育-小学教育2025年预算为48万元，支出决算为50万元。\n2.教育支出-普通教育-初中教育40万元，与预算持平。",
      ),
    ).toEqual([
      "48 → expenditure{stage=budget,fund=general,functional=教育支出/普通教育/小学教育}",
      "50 → expenditure{fund=general,functional=教育支出/普通教育/小学教育}",
      "40 → expenditure{fund=general,functional=教育支出/普通教育/初中教育}",
    ]);
  });

  it("are completed against what was added as well", () => {
    expect(
      facts("general-expenditure.items", "教育支出（类）支出600万元，年初预算550万元，追加50万元，执行率100%。").slice(
        1,
      ),
    ).toEqual([
      "550 → expenditure{stage=original-budget,fund=general,functional=教育支出}",
      "50 → expenditure{fund=general,functional=教育支出,label=追加}",
      "100 → expenditure{stage=adjusted-budget,fund=general,functional=教育支出,measure=completion}",
    ]);
  });
});

describe("what was spent on", () => {
  it("people, offices and projects is told by their ‘side’", () => {
    expect(
      facts(
        "expenditure",
        "本年支出100万元。其中，用于人员方面的支出50万元，用于公用方面的支出20万元，用于项目方面的支出30万元。",
      ),
    ).toEqual([
      "100 → expenditure",
      "50 → expenditure{nature=basic,group=personnel}",
      "20 → expenditure{nature=basic,group=public}",
      "30 → expenditure{nature=project}",
    ]);
  });
});

describe("what paid for all that was spent", () => {
  it("is told fund by fund", () => {
    expect(
      facts(
        "expenditure",
        "经营支出0万元。若按资金来源划分，财政拨款安排205.73万元，由事业收入、其他收入及以前年度结余安排的有244.68万元。",
      ).slice(1),
    ).toEqual([
      "205.73 → expenditure{fund=appropriation}",
      "244.68 → expenditure{label=由事业收入、其他收入及以前年度结余安排的有}",
    ]);
  });
});

describe("several matters under one heading", () => {
  it("are each told by their own words", () => {
    expect(facts("other-matters", "机关运行费75.6万元，同比压减2万元。年末车辆1台；50万元以上设备2台（套）。")).toEqual(
      [
        "75.6 → operating-costs",
        "2 → operating-costs{measure=change} decrease",
        "1 → state-vehicles",
        "50 → threshold",
        "2 → large-equipment",
      ],
    );
  });
});

describe("budgets", () => {
  it("are told as 年初安排, and completed in brackets", () => {
    expect(
      facts("general-expenditure.items", "教育支出（类）年初安排132万元，决算131.42万元，完成年初预算的99.56%。").slice(
        0,
        2,
      ),
    ).toEqual([
      "132 → expenditure{stage=original-budget,fund=general,functional=教育支出}",
      "131.42 → expenditure{fund=general,functional=教育支出}",
    ]);
    expect(
      facts("general-expenditure.items", "教育支出（类）年初预算420万元，决算341.82万元（完成81.39%）。").at(-1),
    ).toBe("81.39 → expenditure{stage=original-budget,fund=general,functional=教育支出,measure=completion}");
  });

  it("stand in brackets before the rate that is of them", () => {
    expect(facts("general-expenditure", "支出完成年初预算（118.26万元）的129.71%，比年初预算增加35.14万元。")).toEqual([
      "118.26 → expenditure{stage=original-budget,fund=general}",
      "129.71 → expenditure{stage=original-budget,fund=general,measure=completion}",
      "35.14 → expenditure{stage=original-budget,fund=general,measure=change} increase",
    ]);
  });
});

describe("what falls to each", () => {
  it("is not what the next sentence compares", () => {
    expect(
      facts(
        "three-public.detail",
        "公务用车运行维护费支出126.82万元。保有量41辆，车均运维费3.09万元。较上年减少7.35万元，降低5.48%。",
      ).slice(2),
    ).toEqual([
      "3.09 → three-public{item=vehicle-running,label=车均,measure=average}",
      "7.35 → three-public{item=vehicle-running,measure=change} decrease",
      "5.48 → three-public{item=vehicle-running,measure=growth} decrease",
    ]);
  });
});

describe("houses", () => {
  it("are counted where no address is told", () => {
    expect(facts("performance", "改造小区12个、楼栋126幢。办公地址：青禾路8号3幢201室。")).toEqual([
      "12 → performance-output{label=改造小区}",
      "126 → performance-output{label=楼栋}",
    ]);
  });
});

describe("where money mainly comes from and goes to", () => {
  it("is a list of parts where no change is explained", () => {
    expect(
      facts("revenue", "本年收入合计500万元，主要来源于财政拨款收入450万元，占90%；事业收入50万元，占10%。"),
    ).toEqual([
      "500 → revenue",
      "450 → revenue{fund=appropriation}",
      "90 → revenue{fund=appropriation,measure=share,of=revenue}",
      "50 → revenue{source=institutional}",
      "10 → revenue{source=institutional,measure=share,of=revenue}",
    ]);
    expect(
      facts("general-expenditure", "一般公共预算财政拨款支出450万元，主要集中在教育支出400万元，占88.89%。").slice(1),
    ).toEqual([
      "400 → expenditure{fund=general,functional=教育}",
      "88.89 → expenditure{fund=general,functional=教育,measure=share,of=expenditure{fund=general}}",
    ]);
  });

  it("leaves what the next sentence compares to the sum of the list", () => {
    expect(
      facts(
        "revenue",
        "本年收入合计500万元，主要来源于：财政拨款收入450万元、事业收入50万元。与上年相比增加20万元，增长4.17%。",
      ).slice(-2),
    ).toEqual(["20 → revenue{measure=change} increase", "4.17 → revenue{measure=growth} increase"]);
  });

  it("is the reason of a change that was told", () => {
    expect(facts("revenue", "本年收入合计500万元，比上年增加20万元，主要来源于事业收入增加20万元。").slice(1)).toEqual([
      "20 → revenue{measure=change} increase",
      "20 → project-amount{label=主要来源于事业收入,measure=change} increase",
    ]);
  });
});

describe("what is told of last year and then of this one", () => {
  it("is last year's where the same words of this year follow", () => {
    const text = "2024年末结转和结余55.54万元，2025年末结转和结余54.54万元。";
    expect(facts("totals", text)).toEqual([
      "55.54 → closing-carry-over{period=previous}",
      "54.54 → closing-carry-over",
    ]);
  });

  it("is this year's where the year may be a slip", () => {
    expect(facts("totals", "2024年末结转和结余55.54万元。")).toEqual(["55.54 → closing-carry-over"]);
  });
});

describe("what is left, divided by fund", () => {
  it("keeps each part a balance, with a remark in brackets between them", () => {
    const text =
      "年末结转和结余55.54万元，其中：一般公共预算40万元（公墓建设），政府性基金14.22万元，其他资金1.32万元。";
    expect(facts("totals", text).slice(1)).toEqual([
      "40 → closing-carry-over{fund=general}",
      "14.22 → closing-carry-over{fund=government-fund}",
      "1.32 → closing-carry-over{label=其他资金}",
    ]);
  });
});

describe("决算收入 behind what was planned", () => {
  it("is what came in", () => {
    expect(facts("totals", "2023年年初预算收入168.27万元，决算收入201.29万元。").at(-1)).toBe("201.29 → revenue");
  });
});

describe("what was carried over, divided behind other words", () => {
  it("stays a balance", () => {
    const text =
      "上年结转和结余218.95万元，占收入总计的2.9%。其中：财政拨款结转182.11万元，非财政拨款结转36.84万元。\n7.年初结转和结余55.58万元，为上年度未用完的补助和捐赠，其中财政拨款结转50.89万元。";
    expect(facts("totals", text).filter((fact) => /^(?:182|36|50)/.test(fact))).toEqual([
      "182.11 → opening-carry-over{fund=appropriation}",
      "36.84 → opening-carry-over{label=非财政拨款结转}",
      "50.89 → opening-carry-over{fund=appropriation}",
    ]);
  });
});

describe("basic expenditure by what paid for it", () => {
  it("is a part of it", () => {
    const text =
      "1.基本支出5179.69万元。其中：财政拨款安排的人员经费4409.41万元，公用经费756.12万元；事业收入安排的基本支出14.16万元。";
    expect(facts("totals", text).slice(1)).toEqual([
      "4409.41 → expenditure{fund=appropriation,nature=basic,group=personnel}",
      "756.12 → expenditure{fund=appropriation,nature=basic,group=public}",
      expect.stringMatching(/^14.16 → expenditure\{.*label=事业收入安排/),
    ]);
  });
});

describe("what other years and budgets are told beside the year", () => {
  it("is theirs", () => {
    expect(facts("three-public", "2025年“三公”经费支出8万元，2024年9万元，2023年10万元。")).toEqual([
      "8 → three-public",
      "9 → three-public{period=previous}",
      "10 → three-public{label=2023年}",
    ]);
    const text = "2025年度收、支总计均为1000万元。与2023年相比增加100万元；与2024年相比增加50万元。";
    expect(facts("totals", text).slice(1)).toEqual([
      expect.stringContaining("100 → total-receipts{label=较2023年,measure=change}"),
      expect.stringContaining("50 → total-receipts{measure=change}"),
    ]);
    expect(facts("procurement", "2025年度政府采购预算120万元，实际支出100万元，其中货物100万元。")).toEqual([
      "120 → procurement{stage=budget}",
      "100 → procurement",
      "100 → procurement{item=goods}",
    ]);
  });
});

describe("budgets and averages told beside what was spent", () => {
  it("keep what was planned, what was completed and what fell to each apart", () => {
    const planned = "2025年度政府采购计划130万元、预算120万元，实际支出100万元。其中货物预算100万元、支出90万元。";
    expect(facts("procurement", planned)).toEqual([
      "130 → procurement{label=政府采购计划}",
      "120 → procurement{stage=budget}",
      "100 → procurement",
      "100 → procurement{stage=budget,item=goods}",
      "90 → procurement{item=goods}",
    ]);
    const completed =
      "教育支出（类）年初预算100万元，调整预算120万元，决算110万元，分别完成年初预算和调整预算的110%和91.67%。";
    expect(facts("general-expenditure.items", completed).slice(-2)).toEqual([
      expect.stringMatching(/^110 → .*stage=original-budget.*measure=completion/),
      expect.stringMatching(/^91.67 → .*stage=adjusted-budget.*measure=completion/),
    ]);
    const each = "2025年度机关运行经费支出60万元，人均1.2万元，较2024年人均1.3万元减少0.1万元。";
    expect(facts("operating-costs", each).at(-1)).toBe("0.1 → operating-costs{label=人均,measure=change} decrease");
  });
});

describe("shares of receipts with what was carried over", () => {
  it("are of all receipts, and never of one of the parts", () => {
    const text = "2024年度收入总计500万元、支出总计500万元。其中本年收入480万元、年初结转和结余20万元，分别占96%和4%。";
    expect(facts("totals", text).slice(-2)).toEqual([
      "96 → revenue{measure=share,of=total-receipts}",
      "4 → opening-carry-over{measure=share,of=total-receipts}",
    ]);
  });
});
