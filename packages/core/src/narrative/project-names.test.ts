import { describe, expect, it } from "vitest";
import { facts } from "./read.test.support.ts";

describe("the name of a project", () => {
  it("stays with its budget, what was granted for it, what was done and its score", () => {
    expect(
      facts(
        "performance",
        "义务教育改善项目：全年预算数240万元，补助下达数238万元，执行数208.80万元，执行率87%，得分90.1分。",
      ),
    ).toEqual([
      "240 → project-amount{stage=adjusted-budget,label=义务教育改善}",
      "238 → project-amount{stage=budget,label=义务教育改善}",
      "208.80 → project-amount{label=义务教育改善}",
      "87 → project-amount{stage=adjusted-budget,label=义务教育改善,measure=completion}",
      "90.1 → performance-score{label=义务教育改善}",
    ]);
    expect(
      facts(
        "performance",
        "3.2024年结转的普通高中提升计划资金，可执行预算48万元，实际支出48万元，执行率100%，得分98分。",
      ),
    ).toEqual([
      "48 → project-amount{stage=budget,label=2024年结转的普通高中提升计划资金}",
      "48 → project-amount{label=2024年结转的普通高中提升计划资金}",
      "100 → project-amount{stage=budget,label=2024年结转的普通高中提升计划资金,measure=completion}",
      "98 → performance-score{label=2024年结转的普通高中提升计划资金}",
    ]);
  });

  it("stands in the line or the sentence before 该项目", () => {
    const told = [
      "64 → project-amount{stage=adjusted-budget,label=水库维护}",
      "63.68 → project-amount{label=水库维护}",
      "99.5 → project-amount{stage=adjusted-budget,label=水库维护,measure=completion}",
    ];
    const tail = "该项目全年预算数为64万元，执行数为63.68万元，完成预算的99.5%。";
    expect(facts("performance", `1.水库维护项目。\n${tail}`)).toEqual(told);
    expect(facts("performance", `我局在决算中反映“水库维护”项目绩效自评结果（自评表见附件）。${tail}`)).toEqual(told);
  });

  it("stays with the parts of its budget", () => {
    expect(
      facts(
        "performance",
        "1.主体班培训项目绩效自评综述：全年预算数66万元（年初62万元，年中追加4万元），执行数64.28万元，完成97.39%。",
      ),
    ).toEqual([
      "66 → project-amount{stage=adjusted-budget,label=主体班培训}",
      "62 → project-amount{stage=original-budget,label=主体班培训}",
      "4 → project-amount{label=主体班培训年中追加}",
      "64.28 → project-amount{label=主体班培训}",
      "97.39 → project-amount{stage=adjusted-budget,label=主体班培训,measure=completion}",
    ]);
  });

  it("is taken from those that scores are told of in turn", () => {
    expect(
      facts("performance", "其余3个项目（师资建设、能力提升培训、驻村工作）自评得分依次为98.88分、98分、97.5分。"),
    ).toEqual([
      "3 → performance-projects{item=self-evaluation,label=其余}",
      "98.88 → performance-score{label=师资建设}",
      "98 → performance-score{label=能力提升培训}",
      "97.5 → performance-score{label=驻村工作}",
    ]);
  });
});

describe("how many projects were evaluated", () => {
  it("keeps the level, and tells all that were graded under the word for it", () => {
    expect(facts("performance", "我院对一级项目4个、二级项目12个开展绩效自评，涉及预算资金189万元。")).toEqual([
      "4 → performance-projects{item=self-evaluation,label=一级项目}",
      "12 → performance-projects{item=self-evaluation,label=二级项目}",
      "189 → performance-amount{item=self-evaluation}",
    ]);
    expect(
      facts(
        "performance",
        "组织项目支出开展绩效自评。从评价情况看，评为“优”的41个、“良”的6个、“中”的1个，合计48个。",
      ).at(-1),
    ).toBe("48 → performance-projects{item=self-evaluation,label=合计}");
  });

  it("is told fund by fund behind a semicolon too, and of the department as a whole", () => {
    expect(
      facts(
        "performance",
        "我局对项目支出全面开展绩效自评，共14个项目，涉及一般公共预算资金896万元，占项目支出总额的100%；政府性基金预算项目2个，涉及资金241万元。",
      ).slice(-2),
    ).toEqual([
      "2 → performance-projects{fund=government-fund,item=self-evaluation}",
      "241 → performance-amount{fund=government-fund,item=self-evaluation}",
    ]);
    expect(facts("performance", "组织开展部门整体支出绩效自评，涉及财政拨款支出925.62万元。")).toEqual([
      "925.62 → performance-amount{item=self-evaluation,label=整体支出}",
    ]);
  });
});

describe("what came of money", () => {
  it("is told behind 主要成效 in any section", () => {
    expect(
      facts("general-expenditure.items", "农村饮水安全69.42万元，主要成效：新建供水工程23处，治理河长11.6公里。").slice(
        1,
      ),
    ).toEqual(["23 → performance-output{label=新建供水工程}", "11.6 → performance-output{label=治理河长}"]);
  });
});
