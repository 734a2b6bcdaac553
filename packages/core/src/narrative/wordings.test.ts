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

describe("what those counted are worth", () => {
  it("is told right behind the count, with or without a word for it", () => {
    expect(facts("state-assets", "年末车辆共计23台，331.2万元；房屋5230平方米，价值1203万元。")).toEqual([
      "23 → state-vehicles",
      "331.2 → state-assets{label=车辆价值}",
      "5230 → state-asset-counts{label=房屋}",
      "1203 → state-assets{label=房屋价值}",
    ]);
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

describe("performance", () => {
  it("knows a grade behind 自评结果等级, projects of one level, and money of the department as a whole", () => {
    expect(facts("performance", "对6个项目开展绩效自评，自评结果等级为优2个，良1个。")).toEqual([
      "6 → performance-projects{item=self-evaluation}",
      "2 → performance-projects{item=excellent}",
      "1 → performance-projects{item=good}",
    ]);
    expect(facts("performance", "反映所有项目绩效自评结果，共涉及16个一级项目。")).toEqual([
      "16 → performance-projects{label=一级项目}",
    ]);
    expect(facts("performance", "组织开展部门整体支出绩效评价，涉及一般公共预算支出663万元。")).toEqual([
      "663 → performance-amount{fund=general,label=整体支出}",
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
  });
});
