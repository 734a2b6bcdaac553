import { describe, expect, it } from "vitest";
import { facts } from "./read.test.support.ts";

describe("performance", () => {
  it("binds the budget of a project, what was spent of it and the rate to the project", () => {
    const item = "label=高标准农田建设";
    expect(
      facts(
        "performance",
        "1.高标准农田建设项目绩效自评综述：项目全年预算数为1,200万元，执行数为1,176万元，完成预算的98%。\n（二）公租房建设项目年初预算7,000.00万元，全年预算7,200.00万元，执行7,200.00万元，执行率100%。",
      ),
    ).toEqual([
      `1,200 → project-amount{stage=adjusted-budget,${item}}`,
      `1,176 → project-amount{${item}}`,
      `98 → project-amount{stage=adjusted-budget,${item},measure=completion}`,
      "7,000.00 → project-amount{stage=original-budget,label=公租房建设}",
      "7,200.00 → project-amount{stage=adjusted-budget,label=公租房建设}",
      "7,200.00 → project-amount{label=公租房建设}",
      "100 → project-amount{stage=adjusted-budget,label=公租房建设,measure=completion}",
    ]);
  });

  it("takes no money that projects were granted by the centre for the grade 中, nor those projects for all that were evaluated", () => {
    expect(facts("performance", "绩效自评项目10个，其中3个项目获得中央财政资金支持。其中2个项目获得优。")).toEqual([
      "10 → performance-projects{item=self-evaluation}",
      "3 → performance-projects{label=项目获得中央财政资金支持}",
      "2 → performance-projects{item=excellent}",
    ]);
  });

  it("gives the money to the projects that the sentence has counted", () => {
    expect(
      facts(
        "performance",
        "本部门对5个二级项目开展了绩效自评，涉及资金224.06万元。我单位对1个项目实施了部门评价，涉及一般公共预算支出60.00万元。纳入预算绩效管理的项目25个，资金8,245.20万元。",
      ),
    ).toEqual([
      "5 → performance-projects{item=self-evaluation}",
      "224.06 → performance-amount{item=self-evaluation}",
      "1 → performance-projects{item=department-evaluation}",
      "60.00 → performance-amount{fund=general,item=department-evaluation}",
      "25 → performance-projects{label=纳入预算绩效管理的项目}",
      "8,245.20 → performance-amount{label=纳入预算绩效管理的项目}",
    ]);
  });

  it("counts projects in a band of scores under its words, and the ends of the band as no score", () => {
    expect(
      facts("performance", "自评得分90分以上的项目16个，80至90分的项目2个，占11.11%，平均得分94.8分。其中60-80分0个。"),
    ).toEqual([
      "90 → threshold",
      "16 → performance-projects{label=90分以上}",
      "80 → threshold",
      "90 → threshold",
      "2 → performance-projects{label=80至90分}",
      "11.11 → performance-projects{label=80至90分,measure=share}",
      "94.8 → performance-score{label=项目平均}",
      "60 → threshold",
      "80 → threshold",
      "0 → performance-projects{label=60-80分}",
    ]);
  });

  it.each([
    "自评等次为优的项目10个，良的项目2个",
    "自评优秀10个、良好2个",
    "其中：优10个，良2个",
    "其中10个为优、2个为良",
  ])("knows grades: %s", (text) => {
    expect(facts("performance", `${text}。`)).toEqual([
      "10 → performance-projects{item=excellent}",
      "2 → performance-projects{item=good}",
    ]);
  });
});

describe("measures past a count", () => {
  it("gives them to what was spent", () => {
    expect(
      facts(
        "three-public",
        "公务用车运行费3.00万元，年末公务用车保有量1辆，完成年初预算的85.71%；比上年减少0.10万元，下降3.23%。",
      ).slice(2),
    ).toEqual([
      "85.71 → three-public{stage=original-budget,item=vehicle-running,measure=completion}",
      "0.10 → three-public{item=vehicle-running,measure=change} decrease",
      "3.23 → three-public{item=vehicle-running,measure=growth} decrease",
    ]);
  });

  it("gives the money of levels of projects to all that were looked at, and plans before what came of them", () => {
    expect(
      facts(
        "performance",
        "开展绩效自评，其中一级项目3个、二级项目12个，共涉及资金100万元。对62个项目实施了绩效自评，项目预算金额60万元，执行金额59万元，预算执行率98.33%。",
      ).slice(2),
    ).toEqual([
      "100 → performance-amount{item=self-evaluation}",
      "62 → performance-projects{item=self-evaluation}",
      "60 → performance-amount{stage=budget,item=self-evaluation}",
      "59 → performance-amount{item=self-evaluation}",
      "98.33 → performance-amount{stage=budget,item=self-evaluation,measure=completion}",
    ]);
  });
});

describe("evaluations beside the self-evaluation", () => {
  it("have grades of their own, and shares of the amount told before", () => {
    expect(
      facts(
        "performance",
        "对28个项目支出进行了绩效自评，涉及一般公共预算支出240万元，占项目支出总额的84%。组织对2个重点项目开展了部门评价，其中，评价等级为优的2个。",
      ).slice(1),
    ).toEqual([
      "240 → performance-amount{fund=general,item=self-evaluation}",
      "84 → performance-amount{fund=general,item=self-evaluation,measure=share,of=expenditure{stage=budget,nature=project}}",
      "2 → performance-projects{item=department-evaluation}",
      "2 → performance-projects{item=excellent,label=部门评价}",
    ]);
  });
});

describe("what projects were planned at and what was spent on them", () => {
  it("are two quantities", () => {
    expect(
      facts(
        "performance",
        "对项目支出开展绩效自评，共8个项目，预算资金641.2万元，实际支出616.85万元，预算执行率96.2%。",
      ),
    ).toEqual([
      "8 → performance-projects{item=self-evaluation}",
      "641.2 → performance-amount{stage=budget,item=self-evaluation}",
      "616.85 → performance-amount{item=self-evaluation}",
      "96.2 → performance-amount{stage=budget,item=self-evaluation,measure=completion}",
    ]);
  });
});

describe("projects by grade", () => {
  it("are counted beside those evaluated, in whatever verb", () => {
    expect(facts("performance", "对15个项目开展了绩效自评，其中13个项目评为“优”，2个项目获评“良”。")).toEqual([
      "15 → performance-projects{item=self-evaluation}",
      "13 → performance-projects{item=excellent}",
      "2 → performance-projects{item=good}",
    ]);
  });
});

describe("projects of each fund", () => {
  it("are counted among those evaluated", () => {
    expect(
      facts(
        "performance",
        "对项目支出开展绩效自评，共涉及项目14个。其中，一般公共预算项目11个，政府性基金预算项目3个。差异率×100%。",
      ).slice(1),
    ).toEqual([
      "11 → performance-projects{fund=general,item=self-evaluation}",
      "3 → performance-projects{fund=government-fund,item=self-evaluation}",
    ]);
  });
});

describe("the money evaluated, fund by fund", () => {
  it("is that of the fund named last, in one sentence", () => {
    expect(
      facts(
        "performance",
        "对项目支出全面开展绩效自评，涵盖项目26个，涉及预算资金5713.75万元，其中一般公共预算5352.01万元、政府性基金预算361.74万元。“国际比对”项目绩效评价综合得分为91.65分。",
      ).slice(2),
    ).toEqual([
      "5352.01 → performance-amount{fund=general,item=self-evaluation}",
      "361.74 → performance-amount{fund=government-fund,item=self-evaluation}",
      "91.65 → performance-score{label=国际比对}",
    ]);
  });
});

describe("one project, told of after its name", () => {
  it("keeps the name where the next sentence says 该项目, 为例, or what it scored", () => {
    const told = (text: string) => facts("performance", text).filter((fact) => /project-amount|score/.test(fact));
    expect(
      told(
        "在部门决算中反映“集镇保洁”项目绩效自评结果。该项目全年预算数75.11万元，全年执行数70.80万元，执行率94.26%，自评得分97.43分。",
      ),
    ).toEqual([
      "75.11 → project-amount{stage=adjusted-budget,label=集镇保洁}",
      "70.80 → project-amount{label=集镇保洁}",
      "94.26 → project-amount{stage=adjusted-budget,label=集镇保洁,measure=completion}",
      "97.43 → performance-score{label=集镇保洁}",
    ]);
    expect(told("以“蚕桑扶持”项目为例：全年预算108.70万元，执行82.15万元。")).toEqual([
      "108.70 → project-amount{stage=adjusted-budget,label=蚕桑扶持}",
      "82.15 → project-amount{label=蚕桑扶持}",
    ]);
    expect(
      told(
        "（二）项目绩效自评结果。公共卫生服务项目：自评得分98.7分，等级为“优”。全年预算数4681.85万元，执行数4557.26万元。",
      ),
    ).toEqual([
      "98.7 → performance-score{label=公共卫生服务}",
      "4681.85 → project-amount{stage=adjusted-budget,label=公共卫生服务}",
      "4557.26 → project-amount{label=公共卫生服务}",
    ]);
  });
});

describe("a report on what the whole department did", () => {
  it("tells its projects, its targets and the parts of its score beside what each could have been", () => {
    expect(
      facts(
        "annex",
        "2025年部门预算项目共12个，涉及预算资金316.80万元。年初目标编制12个，编制率100%。预算执行率在90%以上的项目11个。\n自评得分94.5分，其中：履职效能得38分（满分40分）、预算管理得23分（满分25分）。",
      ),
    ).toEqual([
      "12 → performance-projects{label=部门预算项目共}",
      "316.80 → performance-amount{label=部门预算项目共}",
      "12 → performance-projects{item=targets}",
      "100 → performance-output{label=编制率,measure=rate}",
      "90 → threshold",
      "11 → performance-output{label=以上的项目}",
      "94.5 → performance-score",
      "38 → performance-score{label=履职效能}",
      "40 → performance-score{label=满分}",
      "23 → performance-score{label=预算管理}",
      "25 → performance-score{label=满分}",
    ]);
  });
});
