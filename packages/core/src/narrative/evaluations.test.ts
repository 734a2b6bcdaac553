import { describe, expect, it } from "vitest";
import { facts } from "./read.test.support.ts";

describe("performance", () => {
  it("knows a grade behind 自评结果等级, projects of one level, and money of the department as a whole", () => {
    expect(facts("performance", "对6个项目开展绩效自评，自评结果等级为优2个，良1个。")).toEqual([
      "6 → performance-projects{item=self-evaluation}",
      "2 → performance-projects{item=excellent}",
      "1 → performance-projects{item=good}",
    ]);
    expect(facts("performance", "反映所有项目绩效自评结果，共涉及16个一级项目。")).toEqual([
      "16 → performance-projects{item=self-evaluation,label=一级项目}",
    ]);
    expect(facts("performance", "组织开展部门整体支出绩效评价，涉及一般公共预算支出663万元。")).toEqual([
      "663 → performance-amount{fund=general,label=整体支出}",
    ]);
  });
});

describe("counts in turn", () => {
  it("are of vehicles bought and held", () => {
    expect(facts("three-public", "公务用车购置数及保有量分别为0辆、11辆。")).toEqual([
      "0 → vehicles-bought",
      "11 → vehicles-held",
    ]);
  });

  it("tell units of several kinds under any heading", () => {
    expect(facts("totals", "我局共有预算单位5个，其中行政单位1个，财政补助事业单位4个。")).toEqual([
      "5 → units{item=covered}",
      "1 → units{item=administrative}",
      "4 → units{item=institutional}",
    ]);
  });

  it("tell an evaluation of the department as a whole", () => {
    expect(facts("performance", "本部门共开展1项部门整体支出绩效自评价。")).toEqual([
      "1 → performance-projects{item=self-evaluation,label=整体支出}",
    ]);
  });
});

describe("the fund of an evaluation", () => {
  it("is told of both where the passage tells two", () => {
    expect(
      facts(
        "performance",
        "组织对2025年度一般公共预算项目支出全面开展绩效自评，共涉及项目19个，涉及资金99万元。组织对2个政府性基金预算项目支出开展绩效自评，共涉及资金8万元。",
      ),
    ).toEqual([
      "19 → performance-projects{fund=general,item=self-evaluation}",
      "99 → performance-amount{fund=general,item=self-evaluation}",
      "2 → performance-projects{fund=government-fund,item=self-evaluation}",
      "8 → performance-amount{fund=government-fund,item=self-evaluation}",
    ]);
  });
});

describe("an evaluation", () => {
  it("tells the accounts of the department once more", () => {
    expect(
      facts("performance", "本部门2025年度部门整体支出335万元，其中人员经费63万元、公用经费10万元、项目支出262万元。"),
    ).toEqual([
      "335 → expenditure",
      "63 → expenditure{nature=basic,group=personnel}",
      "10 → expenditure{nature=basic,group=public}",
      "262 → expenditure{nature=project}",
    ]);
  });

  it("tells what several projects were given and spent, and parts of a score", () => {
    expect(facts("performance", "6个重点项目全年预算数合计46万元，执行数43万元，执行率93.48%。")).toEqual([
      "6 → performance-projects{label=重点项目}",
      "46 → project-amount{stage=adjusted-budget,label=重点项目}",
      "43 → project-amount{label=重点项目}",
      "93.48 → project-amount{stage=adjusted-budget,label=重点项目,measure=completion}",
    ]);
    expect(
      facts("performance", "组织对7个重点项目开展绩效自评，涉及预算资金111万元，实际执行105万元。").slice(1),
    ).toEqual([
      "111 → performance-amount{stage=budget,item=self-evaluation}",
      "105 → performance-amount{item=self-evaluation}",
    ]);
    expect(facts("performance", "预算执行率得分9.52分（满分10分），自评得分最高100分，最低93.3分。")).toEqual([
      "9.52 → performance-score{label=预算执行率}",
      "10 → performance-score{label=满分}",
      "100 → performance-score{label=最高}",
      "93.3 → performance-score{label=最低}",
    ]);
  });
});

describe("people and offices", () => {
  it("in post by the kind of their posts, beside those whom no list foresees", () => {
    expect(
      facts("institutions", "年末实有在职人员38人，其中行政编制8人，事业编制30人。另有政府购买服务岗位人员6人。"),
    ).toEqual([
      "38 → staff{item=actual}",
      "8 → staff{item=administrative}",
      "30 → staff{item=institutional}",
      "6 → staff{item=other,label=政府购买服务岗位人员}",
    ]);
  });

  it("of several kinds are parts", () => {
    expect(facts("institutions", "内设职能科室14个，临床科室12个。本部门内设综合机构11个。")).toEqual([
      "14 → units{item=offices,label=职能科室}",
      "12 → units{item=offices,label=临床科室}",
      "11 → units{item=offices}",
    ]);
  });
});

describe("a project", () => {
  it("may be named behind 从评价情况来看", () => {
    expect(facts("performance", "从评价情况来看，营养改善计划项目预算92万元，执行89万元，自评得分98.5分。")).toEqual([
      "92 → project-amount{stage=budget,label=营养改善计划}",
      "89 → project-amount{label=营养改善计划}",
      "98.5 → performance-score{label=营养改善计划}",
    ]);
  });
});

describe("a rate that says which projects", () => {
  it("measures none of them, and 主要包括 is no part of a label", () => {
    expect(facts("performance", "对预算执行率低于90%的项目加强管理。")).toEqual(["90 → threshold"]);
    expect(facts("institutions", "主要包括公益性岗位补贴12.5万元。")).toEqual([
      "12.5 → project-amount{label=公益性岗位补贴}",
    ]);
  });
});

describe("grades in one sentence with the money", () => {
  it("leave the money to all that were evaluated", () => {
    expect(facts("performance", "2025年度项目自评5个，自评等级优4个、良1个，项目资金370万元。")).toEqual([
      "5 → performance-projects{item=self-evaluation}",
      "4 → performance-projects{item=excellent}",
      "1 → performance-projects{item=good}",
      "370 → performance-amount{item=self-evaluation}",
    ]);
  });
});

describe("the parts of a score in a report", () => {
  it("is the score of the project that the report's title names", () => {
    const title = "附件2 某专项经费项目绩效自评报告";
    expect(facts("annex", "项目自评得分91分。", title)).toEqual(["91 → performance-score{label=某专项经费}"]);
    expect(facts("annex", "自评得分91分。", "附件1 部门整体支出绩效自评报告")).toEqual(["91 → performance-score"]);
  });

  it("stand in a row under names of their own", () => {
    expect(facts("annex", "从自评情况看，履职效能得46.5分、预算管理得22分、采购管理得7分，自评总得分75.5分。")).toEqual(
      [
        "46.5 → performance-score{label=履职效能}",
        "22 → performance-score{label=预算管理}",
        "7 → performance-score{label=采购管理}",
        "75.5 → performance-score",
      ],
    );
  });

  it("are no second score of what is reported on", () => {
    expect(facts("annex", "部门整体支出绩效自评得分95.5分，其中投入14.5分、过程36分、产出25分、效果20分。")).toEqual([
      "95.5 → performance-score",
      "14.5 → performance-score{label=投入}",
      "36 → performance-score{label=过程}",
      "25 → performance-score{label=产出}",
      "20 → performance-score{label=效果}",
    ]);
  });
});
