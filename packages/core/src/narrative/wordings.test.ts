import { describe, expect, it } from "vitest";
import { facts } from "./read.test.support.ts";

describe("parts under words of their own", () => {
  it("belong to the revenue that the sentence names, not to all of it", () => {
    expect(
      facts("revenue", "本年收入合计1000万元，其中：事业收入800万元。事业收入中，门急诊收入304万元，占事业收入的38%。"),
    ).toEqual([
      "1000 → revenue",
      "800 → revenue{source=institutional}",
      "304 → revenue{source=institutional,label=门急诊收入}",
      "38 → revenue{source=institutional,label=门急诊收入,measure=share,of=revenue{source=institutional}}",
    ]);
    expect(
      facts(
        "totals",
        "（一）收入总计500万元，包括：\n2.事业收入80万元，占收入总计的16%，包括财政专户管理资金收入60万元，其他资金收入20万元。",
      ).slice(3),
    ).toEqual([
      "60 → revenue{source=institutional,label=财政专户管理资金收入}",
      "20 → revenue{source=institutional,label=其他资金收入}",
    ]);
  });

  it("may be 其他项目支出, which is not all of them", () => {
    expect(
      facts(
        "expenditure",
        "项目支出400万元，主要用于：1.森林资源培育300万元，主要用于造林。2.其他项目支出100万元。",
      ).at(-1),
    ).toBe("100 → project-amount{label=其他项目支出}");
  });

  it("are of operating costs what these were used for", () => {
    expect(
      facts("operating-costs", "机关运行经费主要用于机关办公费8.6万元、邮电费5.3万元、公务用车运行维护费11.4万元等。"),
    ).toEqual([
      "8.6 → operating-costs{label=机关办公费}",
      "5.3 → operating-costs{label=邮电费}",
      "11.4 → operating-costs{label=公务用车运行维护费}",
    ]);
  });

  it("leave the budget behind their list to the class where its misprinted amount nearly makes its completion true", () => {
    expect(
      facts(
        "general-expenditure.items",
        "9.卫生健康支出（类）135.15万元。其中：卫生健康支出（类）行政事业单位医疗（款）行政单位医疗（项）129.41万元；卫生健康支出（类）行政事业单位医疗（款）其他行政事业单位医疗支出（项）5.65万元。年初预算141.37万元，完成年初预算的95.53%。",
      ).slice(-2),
    ).toEqual([
      "141.37 → expenditure{stage=original-budget,fund=general,functional=卫生健康支出}",
      "95.53 → expenditure{stage=original-budget,fund=general,functional=卫生健康支出,measure=completion}",
    ]);
  });

  it("are what an amount was paid from, and leave the completion told before its budget to all of it", () => {
    expect(
      facts(
        "general-expenditure",
        "2023年度一般公共预算财政拨款支出850万元，其中：使用上年结转60万元，当年拨款790万元。完成年初预算的118.06%，年初预算为720万元。",
      ).slice(-3),
    ).toEqual([
      "790 → expenditure{fund=general,label=当年拨款}",
      "118.06 → expenditure{stage=original-budget,fund=general,measure=completion}",
      "720 → expenditure{stage=original-budget,fund=general}",
    ]);
  });

  it("leave the budget behind their list to the class where only that makes its completion true", () => {
    expect(
      facts(
        "general-expenditure.items",
        "8.教育支出（类）316.34万元。其中：教育支出（类）普通教育（款）小学教育（项）37.66万元；教育支出（类）普通教育（款）初中教育（项）22.08万元。年初预算275.51万元，完成年初预算的114.82%。",
      ).slice(-2),
    ).toEqual([
      "275.51 → expenditure{stage=original-budget,fund=general,functional=教育支出}",
      "114.82 → expenditure{stage=original-budget,fund=general,functional=教育支出,measure=completion}",
    ]);
    expect(facts("other-matters", "2025年度政府性基金预算财政拨款收入64.6万元，支出56万元，年末结转8.6万元。")).toEqual(
      [
        "64.6 → revenue{fund=government-fund}",
        "56 → expenditure{fund=government-fund}",
        "8.6 → closing-carry-over{fund=government-fund}",
      ],
    );
  });

  it("are no second value of project expenditure", () => {
    expect(
      facts(
        "totals",
        "2.项目支出151万元，占支出总计的30%。主要包括：校园维修项目支出102万元；学生资助项目支出49万元。",
      ).slice(2),
    ).toEqual(["102 → project-amount{label=校园维修项目支出}", "49 → project-amount{label=学生资助项目支出}"]);
    expect(
      facts(
        "general-expenditure.items",
        "其中：项目支出501万元。项目支出主要用于学前教育161万元，主要成效是改善办园条件；校舍维修40万元。",
      ),
    ).toEqual([
      "501 → expenditure{fund=general,nature=project}",
      "161 → expenditure{fund=general,nature=project,label=学前教育}",
      "40 → expenditure{fund=general,nature=project,label=校舍维修}",
    ]);
  });

  it("are summed under all that is named, not under the last of it", () => {
    expect(facts("operating-costs", "机关运行经费186万元，其中：办公费56万元，水费、电费、取暖费合计37万元。")).toEqual(
      ["186 → operating-costs", "56 → operating-costs{label=办公费}", "37 → operating-costs{label=水费、电费、取暖费}"],
    );
  });
});

it("counts no penalties (处罚) for offices (处)", () => {
  expect(facts("institutions", "我局内设3个行政处、2个处室。全年办结120个行政处罚案件。").slice(0, 2)).toEqual([
    "3 → units{item=offices}",
    "2 → units{item=offices}",
  ]);
  expect(facts("institutions", "全年办结120个行政处罚案件。").join()).not.toContain("offices");
});

describe("digits that are no amounts", () => {
  it("are the codes of an account told level by level behind the number of its entry", () => {
    expect(
      facts("general-expenditure.items", "1.201（类）03（款）01（项）行政运行支出决算数为60.00万元。").map((fact) =>
        fact.slice(0, fact.indexOf(" ")),
      ),
    ).toEqual(["60.00"]);
  });

  it("are the number of a telephone, and not how many there are or what they cost", () => {
    const told = facts(
      "operating-costs",
      "机关运行经费支出30万元，用于购置电话120部，支付电话1200元。电话：88120000。",
    );
    expect(told.map((fact) => fact.slice(0, fact.indexOf(" ")))).toEqual(["30", "120", "1200"]);
  });
});

describe("a list behind 主要是", () => {
  it("is of what project expenditure went to, and no second value of it", () => {
    expect(
      facts("expenditure", "项目支出1105万元，占35.02%，主要是办案业务费580万元、信息化建设325万元。").slice(2),
    ).toEqual([
      "580 → expenditure{nature=project,label=办案业务费}",
      "325 → expenditure{nature=project,label=信息化建设}",
    ]);
    expect(
      facts("expenditure", "其中：项目支出1105万元，占35.02%，主要是办案业务费580万元、信息化建设325万元。").slice(2),
    ).toEqual([
      "580 → expenditure{nature=project,label=办案业务费}",
      "325 → expenditure{nature=project,label=信息化建设}",
    ]);
  });

  it("is a reason where it tells by how much the parts changed, and no second change of the whole", () => {
    expect(
      facts("operating-costs", "机关运行经费35.6万元，比上年减少2.2万元，主要是印刷费减少1.3万元、差旅费减少0.9万元。"),
    ).toEqual([
      "35.6 → operating-costs",
      "2.2 → operating-costs{measure=change} decrease",
      "1.3 → project-amount{label=印刷费,measure=change} decrease",
      "0.9 → project-amount{label=差旅费,measure=change} decrease",
    ]);
    expect(
      facts("expenditure", "项目支出1000万元，比上年增加100万元，主要是增加办案费60万元、信息化40万元。").slice(2),
    ).toEqual(["60 → project-amount{label=增加办案费}", "40 → project-amount{label=信息化}"]);
  });

  it("of changes under names of their own is none of changes of the whole", () => {
    expect(
      facts("operating-costs", "机关运行经费35.6万元，比上年减少2.2万元，其中：印刷费减少3.1万元，差旅费增加0.9万元。"),
    ).toEqual([
      "35.6 → operating-costs",
      "2.2 → operating-costs{measure=change} decrease",
      "3.1 → operating-costs{label=印刷费,measure=change} decrease",
      "0.9 → operating-costs{label=差旅费,measure=change} increase",
    ]);
  });
});

describe("what those counted are worth", () => {
  it("is told right behind the count, with or without a word for it", () => {
    expect(facts("state-assets", "年末车辆共计23台，331.2万元；房屋5230平方米，价值1203万元。")).toEqual([
      "23 → state-vehicles",
      "331.2 → state-assets{label=车辆价值}",
      "5230 → state-asset-counts{label=房屋}",
      "1203 → state-assets{label=房屋价值}",
    ]);
    expect(facts("state-assets", "固定资产1126万元，其中房屋4200平方米，价值620万元。").at(-1)).toBe(
      "620 → state-assets{item=fixed,label=房屋}",
    );
  });
});

describe("a reason", () => {
  it("ends where a price tells the next kind of equipment", () => {
    expect(
      facts(
        "state-assets",
        "单位价值50万元以上通用设备4台，比上年增加1台，主要是更新设备，单位价值100万元以上专用设备2台。",
      ),
    ).toEqual([
      "50 → threshold",
      "4 → large-equipment{item=general}",
      "1 → large-equipment{item=general,measure=change} increase",
      "100 → threshold",
      "2 → large-equipment{item=special}",
    ]);
  });
});

describe("the share of 财政拨款支出", () => {
  it("is of the section's fund where the amounts say so", () => {
    expect(
      facts(
        "government-fund",
        "政府性基金预算财政拨款支出120万元，主要用于以下方面（按大类）：其他支出120万元，占本年财政拨款支出100%。",
      ),
    ).toEqual([
      "120 → expenditure{fund=government-fund}",
      "120 → expenditure{fund=government-fund,functional=其他支出}",
      "100 → expenditure{fund=government-fund,functional=其他支出,measure=share,of=expenditure{fund=government-fund}}",
    ]);
  });
});

describe("words of older forms", () => {
  it("公共财政预算 is the general public budget, 今年结转结余 what is carried over", () => {
    expect(facts("appropriation-totals", "公共财政预算财政拨款支出86万元。")).toEqual([
      "86 → expenditure{fund=general}",
    ]);
    expect(facts("totals", "与上年相比，今年结转结余增加3万元，增长12%。")).toEqual([
      "3 → closing-carry-over{measure=change} increase",
      "12 → closing-carry-over{measure=growth} increase",
    ]);
  });
});

describe("a label", () => {
  it("is no ordinal and no year, and says what was paid for", () => {
    expect(facts("performance", "一是新建幼儿园6所；二是培训教师320人次；举办群众文化活动，开支65万元。")).toEqual([
      "6 → performance-output{label=新建幼儿园}",
      "320 → performance-output{label=培训教师}",
      "65 → project-amount{label=举办群众文化活动开支}",
    ]);
    expect(facts("performance", "举办节庆、晚会等活动，开支65万元。")).toEqual([
      "65 → project-amount{label=举办节庆、晚会等活动开支}",
    ]);
  });
});

describe("a difference", () => {
  it("between two quantities of one year is neither of them, and no change", () => {
    expect(
      facts("appropriation-totals", "财政拨款收支总计90万元。财政拨款收支总计较收入支出决算总计少10万元。"),
    ).toEqual(["90 → total-receipts{fund=appropriation}", "10 unbound"]);
    expect(facts("totals", "收、支总计90万元，与上年相比收、支总计各减少4万元。").at(-1)).toBe(
      "4 → total-receipts{measure=change} decrease",
    );
  });
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

describe("classes", () => {
  it("head what is told of them, and stand before 2024年初预算", () => {
    const told = (code: string, budget: number, final: number) => [
      `${budget} → expenditure{stage=original-budget,fund=general,functional=${code}}`,
      `${final} → expenditure{fund=general,functional=${code}}`,
    ];
    expect(facts("general-expenditure", "（1）住房保障支出。年初预算88万元，支出决算74万元。")).toEqual(
      told("住房保障支出", 88, 74),
    );
    expect(facts("general-expenditure.items", "1.住房保障支出2025年初预算数为88万元，决算数为74万元。")).toEqual(
      told("住房保障", 88, 74),
    );
  });
});

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

describe("shares without amounts", () => {
  it("are of the class that is named before them", () => {
    expect(facts("general-expenditure.structure", "教育支出占82.6%，住房保障支出占17.4%。")).toEqual([
      "82.6 → expenditure{fund=general,functional=教育,measure=share,of=expenditure{fund=general}}",
      "17.4 → expenditure{fund=general,functional=住房保障,measure=share,of=expenditure{fund=general}}",
    ]);
  });

  it("of 总支出 are of the total where only that gives them", () => {
    expect(
      facts("totals", "（二）支出100万元。其中：基本支出40万元，占总支出的40%；年末结转和结余10万元。").slice(0, 3),
    ).toEqual([
      "100 → total-disbursements",
      "40 → expenditure{nature=basic}",
      "40 → expenditure{nature=basic,measure=share,of=total-disbursements}",
    ]);
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

describe("a comparison behind parts and their shares", () => {
  it("is of the sum where it opens a sentence", () => {
    expect(
      facts(
        "state-capital",
        "国有资本经营预算财政拨款支出63万元，其中：基本支出0万元，占0%；项目支出63万元，占100%。较上年决算数增加19万元。",
      ).at(-1),
    ).toBe("19 → expenditure{fund=state-capital,measure=change} increase");
  });
});

describe("a parenthesis", () => {
  it("ends the reason that it tells", () => {
    expect(facts("totals", "结余分配568万元（主要原因是提取基金），年末结转和结余817万元。")).toEqual([
      "568 → surplus-distribution",
      "817 → closing-carry-over",
    ]);
    expect(facts("totals", "当年结余分配150万元，年初结转和结余31万元，其中财政拨款结转和结余8万元。")).toEqual([
      "150 → surplus-distribution",
      "31 → opening-carry-over",
      "8 → opening-carry-over{fund=appropriation}",
    ]);
  });
});

describe("a path between dashes", () => {
  it("heads what is told of its item", () => {
    expect(
      facts(
        "general-expenditure.items",
        "1.住房保障支出—住房改革支出—住房公积金：年初预算70万元，支出决算64万元，完成年初预算的91.43%。",
      ),
    ).toEqual([
      "70 → expenditure{stage=original-budget,fund=general,functional=住房保障支出/住房改革支出/住房公积金}",
      "64 → expenditure{fund=general,functional=住房保障支出/住房改革支出/住房公积金}",
      "91.43 → expenditure{stage=original-budget,fund=general,functional=住房保障支出/住房改革支出/住房公积金,measure=completion}",
    ]);
  });
});

describe("uses and parts", () => {
  it("of operating costs, of rooms and of evaluated projects that are named", () => {
    expect(facts("operating-costs", "机关运行经费主要用于：办公费29万元、邮电费19万元。")).toEqual([
      "29 → operating-costs{label=办公费}",
      "19 → operating-costs{label=邮电费}",
    ]);
    expect(facts("state-assets", "房屋建筑面积4820平方米，其中办公用房2100平方米、其他2720平方米。")).toEqual([
      "4820 → state-asset-counts{label=房屋建筑面积}",
      "2100 → state-asset-counts{label=办公用房}",
      "2720 → state-asset-counts{label=其他}",
    ]);
    expect(facts("performance", "选取营养改善、校舍维修两个项目开展重点评价，涉及资金188万元。")).toEqual([
      "188 → performance-amount{item=department-evaluation}",
    ]);
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

describe("a word whose end is lost", () => {
  it("still tells what went out from what came in", () => {
    expect(facts("totals", "2020年度收入总计100.00万元，支出总120.00万元。")).toEqual([
      "100.00 → total-receipts",
      "120.00 → total-disbursements",
    ]);
  });
});

describe("amounts within a reason", () => {
  it("are kept under their own words, without those that open the reason", () => {
    expect(
      facts(
        "totals",
        "2023年度收入合计1028.56万元，较上年增加94.61万元，增长10.13%，主要原因是一般公共财政拨款收入较上年增加96.45万元，政府性基金减少1.84万元。",
      ).slice(3),
    ).toEqual([
      "96.45 → revenue{fund=general,measure=change} increase",
      "1.84 → project-amount{label=政府性基金,measure=change} decrease",
    ]);
  });
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

describe("a comparison with nothing", () => {
  it("names last year's amount: 上年数为0", () => {
    expect(facts("three-public", "公务用车购置费18万元（上年数为0，无法计算增长率）。")).toEqual([
      "18 → three-public{item=vehicle-purchase}",
      "0 → three-public{period=previous,item=vehicle-purchase}",
    ]);
  });
});

describe("a report in the annexes", () => {
  it("tells the “three public” expenses with what was spent, last year and the change", () => {
    expect(
      facts(
        "annex",
        "2025年“三公”经费预算37.39万元，实际支出27.88万元，较上年28.44万元减少0.56万元，下降1.97%。",
        "部门整体支出绩效评价报告 / （一）基本支出情况",
      ),
    ).toEqual([
      "37.39 → three-public{stage=budget}",
      "27.88 → three-public",
      "28.44 → three-public{period=previous}",
      "0.56 → three-public{measure=change} decrease",
      "1.97 → three-public{measure=growth} decrease",
    ]);
  });
});

describe("a path between double dashes", () => {
  it("begins at its class", () => {
    expect(
      facts("general-expenditure.items", "1.教育支出——普通教育——小学教育：年初预算10万元，支出决算9万元。"),
    ).toEqual([
      "10 → expenditure{stage=original-budget,fund=general,functional=教育支出/普通教育/小学教育}",
      "9 → expenditure{fund=general,functional=教育支出/普通教育/小学教育}",
    ]);
  });
});

describe("收入决算 with the year's own among its parts", () => {
  it("is the total where a share of it says so, also where nothing is carried over in the sentence", () => {
    expect(
      facts("totals", "2025年度收入决算500万元，其中：本年收入400万元，占总收入80%，包括财政拨款收入390万元。")[0],
    ).toBe("500 → total-receipts");
    expect(facts("expenditure", "2025年度支出合计490万元，其中：本年支出490万元，占总支出100%。")[0]).toBe(
      "490 → expenditure",
    );
  });

  it("is all that there was, and the shares are of that", () => {
    expect(
      facts("totals", "2025年度收入决算500万元，其中：本年收入400万元，占总收入80%；年初结转100万元，占总收入20%。"),
    ).toEqual([
      "500 → total-receipts",
      "400 → revenue",
      "80 → revenue{measure=share,of=total-receipts}",
      "100 → opening-carry-over",
      "20 → opening-carry-over{measure=share,of=total-receipts}",
    ]);
    expect(
      facts(
        "totals",
        "2025年度收入决算500万元，其中：本年收入400万元，包括财政拨款收入390万元；专户资金10万元；年初结转100万元。",
      ).slice(2),
    ).toEqual(["390 → revenue{fund=appropriation}", "10 → revenue{label=专户资金}", "100 → opening-carry-over"]);
    expect(facts("totals", "2025年度支出决算500万元，其中：本年支出480万元，年末结转20万元。")[0]).toBe(
      "500 → total-disbursements",
    );
    expect(
      facts("appropriation-totals", "2025年度财政拨款收入决算500万元，其中：本年收入400万元，年初结转100万元。"),
    ).toEqual([
      "500 → total-receipts{fund=appropriation}",
      "400 → revenue{fund=appropriation}",
      "100 → opening-carry-over{fund=appropriation}",
    ]);
    expect(facts("totals", "2025年度收入决算500万元，其中：财政拨款收入400万元。")[0]).toBe("500 → revenue");
  });
});

describe("年度预算", () => {
  it("is a budget that is completed, exceeded or compared with", () => {
    expect(
      facts(
        "general-expenditure",
        "一般公共预算财政拨款支出96万元，完成年度预算的96%，决算数小于年度预算数4万元。支出比年度预算减少4万元。",
      ),
    ).toEqual([
      "96 → expenditure{fund=general}",
      "96 → expenditure{stage=budget,fund=general,measure=completion}",
      "4 → expenditure{stage=budget,fund=general,measure=change} decrease",
      "4 → expenditure{stage=budget,fund=general,measure=change} decrease",
    ]);
  });
});

it("takes 支出合计 for a total with carry-over only where one is told", () => {
  expect(facts("expenditure", "2025年度支出合计490万元，其中：本年支出490万元。")[0]).toBe("490 → expenditure");
});
