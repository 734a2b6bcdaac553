import { describe, expect, it } from "vitest";
import { bindWritten } from "../testing.ts";
import { printedValue } from "./value.ts";

const FORM = `项目支出绩效自评表
| 项目名称 | 河道管护{1x6} |
| 主管部门 | 某某市水务局{1x3} | 实施单位 | 河道所{1x2} |
| 项目资金（万元）{3x1} | | 年初预算数 | 全年预算数（A） | 全年执行数（B） | 分值（10分） | 执行率（B/A）／得分 |
| 年度资金总额 | 120.00 | 110.00 | 99.00 | 10 | 90.00%／9.0 |
| 其中：当年财政拨款 | 120.00 | 110.00 | 99.00 | — | — |
| 年度总体目标 | 完成12条河道管护{1x3} | 已完成12条{1x3} |
| 一级指标 | 二级指标 | 三级指标 | 年度指标值 | 实际完成值 | 分值 | 得分 |
| 产出指标（50分）{2x1} | 数量指标 | 管护长度 | ≥5.2公里 | 5.20公里 | 30 | 30 |
| 时效指标 | 完成时间 | 12月底前 | 12月20日 | 20 | 18.5 |
| 效益指标 | 社会效益 | 河道环境 | 良好 | 良好 | 30 | 30 |
| 满意度指标 | 满意度 | 群众满意度 | ≥90% | 92% | 10 | 10 |
| 总分{1x5} | 100 | 97.5 |`;

describe("a self-evaluation of a project", () => {
  it("has its funds, the weights, scores and values of its indicators, and the total, by the project's name", () => {
    const { facts, left } = bindWritten(FORM);
    expect(facts).toEqual([
      "120.00 project-amount{stage=original-budget,label=河道管护}",
      "110.00 project-amount{stage=adjusted-budget,label=河道管护}",
      "99.00 project-amount{label=河道管护}",
      "10分 performance-weight{label=河道管护,indicator=预算执行率}",
      "90.00% project-amount{stage=adjusted-budget,label=河道管护,measure=completion}",
      "9.0分 performance-score{label=河道管护,indicator=预算执行率}",
      "120.00 project-amount{stage=original-budget,item=appropriation,label=河道管护}",
      "110.00 project-amount{stage=adjusted-budget,item=appropriation,label=河道管护}",
      "99.00 project-amount{item=appropriation,label=河道管护}",
      "50分 performance-weight{item=group,label=河道管护,indicator=产出指标}",
      "5.2个 performance-target{label=河道管护,indicator=管护长度}",
      "5.20个 performance-output{label=河道管护,indicator=管护长度}",
      "30分 performance-weight{label=河道管护,indicator=管护长度}",
      "30分 performance-score{label=河道管护,indicator=管护长度}",
      "20分 performance-weight{label=河道管护,indicator=完成时间}",
      "18.5分 performance-score{label=河道管护,indicator=完成时间}",
      "30分 performance-weight{label=河道管护,indicator=河道环境}",
      "30分 performance-score{label=河道管护,indicator=河道环境}",
      "90% performance-target{label=河道管护,indicator=群众满意度,measure=rate}",
      "92% performance-output{label=河道管护,indicator=群众满意度,measure=rate}",
      "10分 performance-weight{label=河道管护,indicator=群众满意度}",
      "10分 performance-score{label=河道管护,indicator=群众满意度}",
      "100分 performance-weight{label=河道管护}",
      "97.5分 performance-score{label=河道管护}",
    ]);
    // Words are words: 年度总体目标.
    expect(left.map((line) => line.slice(0, 2))).toEqual(["12", "12"]);
  });

  it("is not of the whole department for telling whose it is", () => {
    const { facts } = bindWritten(`项目支出绩效自评表
| 单位名称 | 某某市水务局{1x3} |
| 三级指标 | 实际完成值 | 分值 | 得分 |
| 管护长度 | 5公里 | 60 | 50 |`);
    expect(facts).toContain("50分 performance-score{label=项目支出绩效自评表,indicator=管护长度}");
  });

  it("keeps the unit that a value prints", () => {
    const { figures } = bindWritten(FORM);
    expect(figures.find(({ value }) => value === "5.20")).toMatchObject({ unit: "count", classifier: "公里" });
  });

  it("is known without a title, and its name from the line above it", () => {
    const { facts, left } = bindWritten(`项目名称：医疗设备购置
| 指标 | 分值 | 年度指标值 | 实际完成值 | 得分 |
| 预算执行率 | 10 | 916.48万元 | 874.57万元 | 9.54 |
| 质量指标：验收合格率 | 90 | 100% | 100% | 90 |
| 总分 | 100 | | | 99.54 |`);
    expect(left).toEqual([]);
    expect(facts.at(0)).toBe("10分 performance-weight{label=医疗设备购置,indicator=预算执行率}");
    expect(facts.at(1)).toBe("916.48 performance-target{label=医疗设备购置,indicator=预算执行率}");
    expect(facts.at(-1)).toBe("99.54分 performance-score{label=医疗设备购置}");
  });

  it("takes the unit of a value from a column of units, and the total score from the head", () => {
    const { facts } = bindWritten(`| 项目名称 | 保洁服务{1x2} | 自评总分 | 95.9{1x3} |
| 资金（万元） | 年初预算数 | 全年（调整）预算数 | 全年执行数 | 执行率 | 执行率权重 | 执行率得分 |
| 年度总金额 | 1250.00 | 1410.00 | 1388.97 | 98.5% | 10 | 9.9 |
| 指标名称 | 计量单位 | 指标性质 | 指标值 | 全年完成值 | 指标权重 | 指标得分 |
| 日产日清率 | % | ≥ | 98 | 99.2 | 90 | 86 |`);
    expect(facts).toContain("95.9分 performance-score{label=保洁服务}");
    expect(facts).toContain("98% performance-target{label=保洁服务,indicator=日产日清率,measure=rate}");
    expect(facts).toContain("9.9分 performance-score{label=保洁服务,indicator=预算执行率}");
  });
});

describe("forms of the provinces", () => {
  it("may give each level weights of its own, of which the deepest are those of the indicators", () => {
    const { facts, left } = bindWritten(`部门整体支出绩效自评表
| 一级指标 | 分值 | 二级指标 | 分值 | 三级指标 | 分值 | 得分 |
| 投入{2x1} | 30{2x1} | 目标设定 | 15 | 目标合理性 | 15 | 14 |
| 预算配置 | 15 | 人员控制率 | 15 | 15 |
| 过程 | 70 | 执行 | 70 | 预算完成率 | 70 | 68 |
| 合计 | 100 | | 100 | | 100 | 97 |`);
    expect(left).toEqual([]);
    expect(facts.slice(0, 4)).toEqual([
      "30分 performance-weight{item=group,label=部门整体支出,indicator=投入}",
      "15分 performance-weight{item=group,label=部门整体支出,indicator=目标设定}",
      "15分 performance-weight{label=部门整体支出,indicator=目标合理性}",
      "14分 performance-score{label=部门整体支出,indicator=目标合理性}",
    ]);
    expect(facts).toContain("97分 performance-score{label=部门整体支出}");
  });

  it("may set labels beside their amounts, and the appropriation under each", () => {
    const { facts } = bindWritten(`项目支出绩效自评表
| 项目名称 | 河道管护{1x5} |
| 预算执行情况（万元）{2x1} | 预算数： | 110.00 | 执行数： | 99.00 | |
| 其中：财政拨款 | 100.00 | 其中：财政拨款 | 90.00 | |
| 一级指标 | 二级指标 | 三级指标 | 年度指标值 | 实际完成值 | 得分 |
| 产出指标 | 数量指标 | 管护长度 | 5公里 | 5公里 | 20 |`);
    expect(facts.slice(0, 4)).toEqual([
      "110.00 project-amount{stage=budget,label=河道管护}",
      "99.00 project-amount{label=河道管护}",
      "100.00 project-amount{stage=budget,item=appropriation,label=河道管护}",
      "90.00 project-amount{item=appropriation,label=河道管护}",
    ]);
  });

  it("may have 绩效指标 beside its levels, codes and telephones, the marks of others, and the total under headings of its own", () => {
    const { facts, left } = bindWritten(`项目支出绩效自评表
| 项目名称 | 河道管护{1x2} | 项目编码 | 530100210{1x3} |
| 联系电话 | 69620000{1x6} |
| 绩效指标{3x1} | 一级指标 | 三级指标 | 实际完成值 | 分值 | 自评得分 | 评价得分 |
| 产出指标 | 管护长度 | 5公里 | 60 | 55 | 50 |
| 效益指标 | 河道环境 | 改善 | 40 | 40 | 39 |
| 总分{2x1} | 总分值{1x2} | 总得分{1x2} | 自评等级{1x2} |
| 100{1x2} | 95{1x2} | 优{1x2} |`);
    expect(facts).toEqual([
      "5个 performance-output{label=河道管护,indicator=管护长度}",
      "60分 performance-weight{label=河道管护,indicator=管护长度}",
      "55分 performance-score{label=河道管护,indicator=管护长度}",
      "40分 performance-weight{label=河道管护,indicator=河道环境}",
      "40分 performance-score{label=河道管护,indicator=河道环境}",
      "100分 performance-weight{label=河道管护}",
      "95分 performance-score{label=河道管护}",
    ]);
    expect(left.map((line) => line.split(" ")[0])).toEqual(["50", "39"]);
  });

  it("may change its targets in the year, and weigh an indicator behind its name", () => {
    const { facts, left } = bindWritten(`项目绩效自评表
| 项目名称 | 宣传服务{1x6} |
| 指标名称 | 计量单位 | 年初指标值 | 调整指标值 | 全年完成值 | 完成率 | 指标权重（分） |
| 播发稿件 | 篇 | ≥2000 | 2200 | 2859 | 130% | 10 |
| 一级指标 | 二级指标{1x2} | 三级指标{1x2} | 实际完成值 | 得分 |
| 部门决策（25分） | 目标任务（15分）{1x2} | 相关性（5分）{1x2} | 100百分比 | 4 |`);
    expect(left).toEqual([]);
    expect(facts).toEqual([
      "2000个 performance-target{item=original,label=宣传服务,indicator=播发稿件}",
      "2200个 performance-target{label=宣传服务,indicator=播发稿件}",
      "2859个 performance-output{label=宣传服务,indicator=播发稿件}",
      "130% performance-output{label=宣传服务,indicator=播发稿件,measure=completion}",
      "10分 performance-weight{label=宣传服务,indicator=播发稿件}",
      "25分 performance-weight{item=group,label=宣传服务,indicator=部门决策}",
      "15分 performance-weight{item=group,label=宣传服务,indicator=目标任务}",
      "5分 performance-weight{label=宣传服务,indicator=相关性}",
      "100% performance-output{label=宣传服务,indicator=相关性,measure=rate}",
      "4分 performance-score{label=宣传服务,indicator=相关性}",
    ]);
  });

  const ROWS = (score: number): string => `| 一级指标 | 三级指标 | 指标值 | 完成值 | 分值 | 得分 |
| 产出指标 | 管护长度 | 5公里 | 5公里 | 100 | ${score} |`;

  it("may print several projects below one another, or two of one name, each by itself", () => {
    const below = bindWritten(`项目支出绩效自评表
| 项目名称 | 河道管护{1x5} |
${ROWS(90)}
| 项目名称 | 农村供水{1x5} |
${ROWS(80)}`);
    expect(below.facts).toContain("90分 performance-score{label=河道管护,indicator=管护长度}");
    expect(below.facts).toContain("80分 performance-score{label=农村供水,indicator=管护长度}");
    const twice = bindWritten(
      ["甲", "乙"].map((unit) => `${unit}\n| 项目名称 | 河道管护{1x5} |\n${ROWS(90)}`).join("\n（一）说明如下。\n"),
    );
    expect(twice.facts).toContain("90分 performance-score{label=河道管护（第2张表）,indicator=管护长度}");
  });

  it("may print two projects side by side", () => {
    const { facts } = bindWritten(`项目支出绩效自评表
| 项目名称 | 河道管护{1x2} | 项目名称 | 农村供水{1x2} |
| 三级指标 | 分值 | 得分 | 三级指标 | 分值 | 得分 |
| 管护长度 | 100 | 90 | 供水人口 | 100 | 80 |`);
    expect(facts).toEqual([
      "100分 performance-weight{label=河道管护,indicator=管护长度}",
      "90分 performance-score{label=河道管护,indicator=管护长度}",
      "100分 performance-weight{label=农村供水,indicator=供水人口}",
      "80分 performance-score{label=农村供水,indicator=供水人口}",
    ]);
  });

  it("prints no forty side by side: their numbers are listed, and none is bound", () => {
    const row = (cells: string) => `| ${Array.from({ length: 40 }, () => cells).join(" | ")} |`;
    const { facts, left } = bindWritten(`项目支出绩效自评表
${row("项目名称 | 河道管护{1x2}")}
${row("三级指标 | 分值 | 得分")}
${row("管护长度 | 100 | 90")}`);
    expect(facts).toEqual([]);
    expect(left).toHaveLength(80);
  });

  it("may go on overleaf without headings", () => {
    const { facts } = bindWritten(`项目支出绩效自评表
| 项目名称 | 河道管护{1x3} |
| 三级指标 | 实际完成值 | 分值 | 得分 |
| 管护长度 | 5公里 | 60 | 50 |

| 群众满意度 | 95% | 40 | 40 |
| 总分{1x2} | 100 | 90 |`);
    expect(facts).toContain("40分 performance-score{label=河道管护,indicator=群众满意度}");
    expect(facts).toContain("90分 performance-score{label=河道管护}");
  });
});

describe("what is not sure", () => {
  it("is left unbound: a ratio without %, and a weight over rows that no level tells apart", () => {
    const { facts, left } = bindWritten(`项目支出绩效自评表
| 项目名称 | 河道管护{1x4} |
| 项目资金 | 全年预算数 | 全年执行数 | 执行率 | 得分 |
| 年度资金总额 | 100.00 | 95.00 | 0.95 | 9.5 |
| 二级指标 | 三级指标 | 实际完成值 | 分值 | 得分 |
| 数量指标 | 管护长度 | 5公里 | 90{2x1} | 50 |
| 质量指标 | 合格率 | 95% | 40 |`);
    expect(facts.filter((fact) => /^(?:0\.95|90分)/.test(fact))).toEqual([]);
    expect(left.map((line) => line.split(" ")[0])).toEqual(["0.95", "90"]);
  });

  it.each([
    ["≥95%", { unit: "%" }],
    ["412个", { unit: "个" }],
    ["不少于3次/年", { unit: "次/年" }],
    ["98", {}],
    ["≥5.2万亩", { unit: "万亩" }],
    ["良好", undefined],
    ["2023年12月底前", undefined],
    ["每月25日前", undefined],
    ["3-5个", undefined],
    ["完成3个村，受益2000人", undefined],
    ["大于等于3次", { unit: "次" }],
    ["不小于等于大于约95%以上", { unit: "%" }],
  ])("%s", (text, value) => {
    expect(printedValue(text)).toEqual(value);
  });

  it("is no value after a run of comparisons, which costs no more than its length", () => {
    expect(printedValue(`${"大于等于".repeat(60)}x`)).toBeUndefined();
  });
});

describe("lists of projects", () => {
  it("give parts of the money under a budget of their own, and the rate the budget of the year", () => {
    const { facts } = bindWritten(`重点项目支出情况表
| 序号{2x1} | 项目名称{2x1} | 全年预算数{1x2} | 执行数{2x1} | 执行率{2x1} |
| 小计 | 其中：财政拨款 |
| 1 | 河道管护 | 110.00 | 100.00 | 99.00 | 90.00% |
| 2 | 农村供水 | 50.00 | 50.00 | 40.00 | 80.00% |
| 合计{1x2} | 160.00 | 150.00 | 139.00 | 86.88% |`);
    expect(facts.slice(0, 4)).toEqual([
      "110.00 project-amount{stage=adjusted-budget,label=河道管护}",
      "100.00 project-amount{stage=adjusted-budget,item=appropriation,label=河道管护}",
      "99.00 project-amount{label=河道管护}",
      "90.00% project-amount{stage=adjusted-budget,label=河道管护,measure=completion}",
    ]);
    expect(facts).toContain("160.00 project-amount{stage=adjusted-budget,label=重点项目支出情况表合计}");
  });

  it("are no table of all projects where they tell how far each was carried out", () => {
    const { facts } = bindWritten(`项目支出情况表
| 项目名称 | 功能分类科目 | 全年预算数 | 执行数 | 执行率 |
| 河道管护 | 2130305水利工程建设 | 110.00 | 99.00 | 90.00% |
| 合计 | | 110.00 | 99.00 | 90.00% |`);
    expect(facts).toContain("99.00 project-amount{label=河道管护}");
    expect(facts).toContain("99.00 project-amount{label=项目支出情况表合计}");
  });

  it("name their rows by 项目名称, whatever else stands before it", () => {
    const { facts } = bindWritten(`政府购买服务支出情况表
| 序号 | 一级目录 | 项目名称 | 金额 |
| 1 | 公共服务 | 污水处理 | 10.00 |
| 2 | 公共服务 | 河道保洁 | 5.00 |`);
    expect(facts).toEqual(["10.00 project-amount{label=污水处理}", "5.00 project-amount{label=河道保洁}"]);
  });
});

describe("a self-evaluation without lines between its cells", () => {
  const read = (form: string) => bindWritten(form, {}, { ruled: false });

  it("is bound where its project and its indicators have their names", () => {
    expect(read(FORM).facts).toEqual(bindWritten(FORM).facts);
  });

  it("is listed where names came apart: no project, or an indicator that is called by the level above", () => {
    const nameless = read(FORM.replace(/\| 项目名称.*\n/, ""));
    expect(nameless.facts).toEqual([]);
    expect(nameless.left.length).toBeGreaterThan(10);
    expect(read(FORM.replace("管护长度", "数量指标")).facts).toEqual([]);
    expect(read(FORM.replace("管护长度", "管护长度≥5.2公里")).facts).toEqual([]);
  });
});
