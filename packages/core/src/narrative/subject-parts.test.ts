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
