import { describe, expect, it } from "vitest";
import { facts } from "../read.test.support.ts";

const WHOLE = "附件1 2025年部门整体（含部门预算项目）绩效自评报告";

describe("the annex of one project", () => {
  it("calls it 该项目", () => {
    expect(
      facts(
        "annex",
        "该项目预算安排24.62万元，实际支出21.04万元，结余指标3.58万元。自评得分91分。",
        "附件2 2025年路灯养护经费专项预算项目绩效自评报告",
      ),
    ).toEqual([
      "24.62 → project-amount{stage=budget,label=路灯养护经费}",
      "21.04 → project-amount{label=路灯养护经费}",
      "3.58 → project-amount{label=结余指标}",
      "91 → performance-score{label=路灯养护经费}",
    ]);
  });
});

describe("the annex on the department as a whole", () => {
  it("tells its accounts once more, though its title speaks of projects by the way", () => {
    expect(
      facts(
        "annex",
        "2025年度部门决算收入总计352.4万元，其中本年收入342.4万元、年初结转和结余10万元；本年支出342.8万元，年末结转和结余9.6万元。",
        `${WHOLE} / 二、部门资金收支情况`,
      ),
    ).toEqual([
      "352.4 → total-receipts",
      "342.4 → revenue",
      "10 → opening-carry-over",
      "342.8 → expenditure",
      "9.6 → closing-carry-over",
    ]);
  });

  it("does so under a heading that opens the paragraph", () => {
    expect(
      facts(
        "annex",
        "二、部门资金收支情况。2025年度部门决算收入总计352.4万元，其中年初结转和结余10万元；年末结转和结余9.6万元。",
        WHOLE,
      ),
    ).toEqual(["352.4 → total-receipts", "10 → opening-carry-over", "9.6 → closing-carry-over"]);
  });

  it("gives the parts of its score their words, and a rate of execution to the project named", () => {
    expect(facts("annex", "履职效能得46.5分、预算管理得22分、采购管理得7分，自评总得分75.5分。", WHOLE)).toEqual([
      "46.5 → performance-score{label=履职效能}",
      "22 → performance-score{label=预算管理}",
      "7 → performance-score{label=采购管理}",
      "75.5 → performance-score",
    ]);
    expect(facts("annex", "支付进度不够均衡，路灯养护经费项目预算执行率为87.60%。", WHOLE)).toEqual([
      "87.60 → project-amount{stage=budget,label=路灯养护经费,measure=completion}",
    ]);
  });
});

describe("projects that are published", () => {
  it("are a part of those that were evaluated, with their money", () => {
    expect(
      facts("performance", "本部门对2025年度项目支出全面开展绩效自评，其中重点公开项目4个，涉及资金215.33万元。"),
    ).toEqual([
      "4 → performance-projects{item=self-evaluation,label=重点公开项目}",
      "215.33 → performance-amount{item=self-evaluation,label=重点公开项目}",
    ]);
  });
});

it("tells the budget, the spending and the score of the annex's project, though no word says 该项目", () => {
  const title = "附件2 2025年路灯养护经费专项预算项目绩效自评报告";
  expect(
    facts(
      "annex",
      "项目预算119.91万元，实际支出119.91万元，预算执行率100%。用于公共设施维护，群众满意度94.8%，自评得分90分。",
      title,
    ),
  ).toEqual([
    "119.91 → project-amount{stage=budget,label=路灯养护经费}",
    "119.91 → project-amount{label=路灯养护经费}",
    "100 → project-amount{stage=budget,label=路灯养护经费,measure=completion}",
    "94.8 → performance-output{label=群众满意度,measure=rate}",
    "90 → performance-score{label=路灯养护经费}",
  ]);
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
