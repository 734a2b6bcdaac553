import { describe, expect, it } from "vitest";
import { bindWritten } from "./testing.ts";

describe("years side by side", () => {
  it("binds this one and the last, and the others with their year", () => {
    const { facts, left } = bindWritten(
      "2021—2023年“三公”经费支出情况表\n| 项目 | 2021年 | 2022年 | 2023年 |\n| 公务接待费 | 4.96 | 4.39 | 5.39 |\n| 合计 | 4.96 | 4.39 | 5.39 |",
      { fiscalYear: 2023 },
    );
    expect(facts).toEqual([
      "4.96 three-public{item=receptions,label=2021年}",
      "4.39 three-public{period=previous,item=receptions}",
      "5.39 three-public{item=receptions}",
      "4.96 three-public{label=2021年}",
      "4.39 three-public{period=previous}",
      "5.39 three-public",
    ]);
    expect(left).toEqual([]);
  });
});

describe("project expenditure by object", () => {
  it("in lists side by side", () => {
    const { facts, left } = bindWritten(`一般公共预算财政拨款项目支出决算表
| 科目编码 | 科目名称 | 金额 | 科目编码 | 科目名称 | 金额 |
| 301 | 工资福利支出 | | 302 | 商品和服务支出 | 1,302.59 |
| 30101 | 基本工资 | | 30201 | 办公费 | 82.17 |`);
    expect(left).toEqual([]);
    expect(facts).toEqual([
      "1302.59 expenditure{fund=general,economic=302,nature=project}",
      "82.17 expenditure{fund=general,economic=30201,nature=project}",
    ]);
  });
});

describe("whole 万元", () => {
  it("are no codes under 决算数, however much they look like them", () => {
    const { facts, left } = bindWritten(`一般公共预算财政拨款基本支出决算表
| 科目编码 | 科目名称 | 决算数 | 科目编码 | 科目名称 | 决算数 |
| 301 | 工资福利支出 | 554 | 302 | 商品和服务支出 | 223 |
| 30101 | 基本工资 | 200 | 30201 | 办公费 | 223 |
| 30107 | 绩效工资 | 354 | | | |
| 人员经费合计{1x2} | 554 | 公用经费合计{1x2} | 223 |`);
    expect(left).toEqual([]);
    expect(facts).toContain("200 expenditure{fund=general,economic=30101,nature=basic}");
  });
});

describe("basic expenditure", () => {
  it("in three groups, codes and names in one cell, totals below", () => {
    const { facts, left } = bindWritten(`一般公共预算财政拨款基本支出决算明细表
| 人员经费{1x2} | 公用经费{1x4} |
| 科目名称 | 决算数 | 科目名称 | 决算数 | 科目名称 | 决算数 |
| 301 工资福利支出 | 12.00 | 302 商品和服务支出 | 3.00 | 310 资本性支出 | 1.00 |
| 30101 基本工资 | 12.00 | 30201 办公费 | 3.00 | 31002 办公设备购置 | 1.00 |
| 人员经费合计 | 12.00 | 公用经费合计{1x3} | 4.00 |`);
    expect(left).toEqual([]);
    expect(facts.map((fact) => fact.replace("expenditure{fund=general,", "{"))).toEqual([
      "12.00 {economic=301,nature=basic}",
      "3.00 {economic=302,nature=basic}",
      "1.00 {economic=310,nature=basic}",
      "12.00 {economic=30101,nature=basic}",
      "3.00 {economic=30201,nature=basic}",
      "1.00 {economic=31002,nature=basic}",
      "12.00 {nature=basic,group=personnel}",
      "4.00 {nature=basic,group=public}",
    ]);
  });

  it("by names alone, where one name belongs to two classes", () => {
    const { facts, left } = bindWritten(`一般公共预算财政拨款基本支出决算表
| 项目 | 决算数 |
| 工资福利支出 | 12.00 |
| 基本工资 | 12.00 |
| 资本性支出 | 1.00 |
| 房屋建筑物购建 | 0.40 |
| 其他资本性支出 | 0.60 |
| 其他支出 | 2.00 |
| 合计 | 15.00 |`);
    expect(left).toEqual([]);
    expect(facts.map((fact) => /economic=(\d+)/.exec(fact)?.[1])).toEqual([
      "301",
      "30101",
      "310",
      "31001",
      "31099",
      "399",
      undefined,
    ]);
  });

  it("with personnel and public funds as columns", () => {
    const { facts, left } = bindWritten(`一般公共预算财政拨款基本支出决算表
| 经济分类科目编码 | 科目名称 | 合计 | 人员经费 | 公用经费 |
| 合计{1x2} | 15.00 | 12.00 | 3.00 |
| 301 | 工资福利支出 | 12.00 | 12.00 | |
| 302 | 商品和服务支出 | 3.00 | | 3.00 |`);
    expect(left).toEqual([]);
    expect(facts.slice(0, 4)).toEqual([
      "15.00 expenditure{fund=general,nature=basic}",
      "12.00 expenditure{fund=general,nature=basic,group=personnel}",
      "3.00 expenditure{fund=general,nature=basic,group=public}",
      "12.00 expenditure{fund=general,economic=301,nature=basic}",
    ]);
  });
});

describe("tables of several funds without titles", () => {
  const ALL = `财政拨款收入支出决算总表
| 收入{1x2} | 支出{1x5} |
| 项目 | 金额 | 项目 | 合计 | 一般公共预算财政拨款 | 政府性基金预算财政拨款 | 国有资本经营预算财政拨款 |
| 一、一般公共预算财政拨款 | 9.00 | 五、教育支出 | 9.00 | 9.00 | | |
| 三、国有资本经营预算财政拨款 | 4.00 | 二十一、国有资本经营预算支出 | 4.00 | | | 4.00 |
| 本年收入合计 | 13.00 | 本年支出合计 | 13.00 | 9.00 | | 4.00 |`;
  const table = (code: string, name: string, amount: string) => `单位：万元
| 科目编码 | 科目名称 | 合计 | 基本支出 | 项目支出 |
| 合计{1x2} | ${amount} | | ${amount} |
| ${code} | ${name} | ${amount} | | ${amount} |`;

  it("are those whose amounts the table of all funds prints, in whatever order they stand", () => {
    const { facts, left } = bindWritten(
      [ALL, table("223", "国有资本经营预算支出", "4.00"), "以上为附表。", table("205", "教育支出", "9.00")].join("\n"),
    );
    expect(left).toEqual([]);
    expect(facts).toContain("4.00 expenditure{fund=state-capital,nature=project}");
    expect(facts).toContain("9.00 expenditure{fund=general,nature=project}");
  });

  it("are left unbound where nothing printed before tells the fund", () => {
    const { facts, left } = bindWritten(table("229", "其他支出", "5.00"));
    expect(facts).toEqual([]);
    expect(left).toHaveLength(4);
  });
});

describe("the wide tables", () => {
  it("have a column for each object, its class above it", () => {
    const { facts, left } = bindWritten(`一般公共预算财政拨款支出决算明细表
| 项目{1x2} | 合计{2x1} | 工资福利支出{1x3} | 商品和服务支出{1x2} | 资本性支出（基本建设）{1x2} | 资本性支出{1x2} |
| 科目编码 | 科目名称 | 小计 | 基本工资 | 津贴补贴 | 小计 | 办公费 | 小计 | 房屋建筑物购建 | 小计 | 房屋建筑物购建 |
| 208 | 社会保障和就业支出 | 10.00 | 3.00 | 1.00 | 2.00 | 3.00 | 3.00 | 1.00 | 1.00 | 3.00 | 3.00 |`);
    expect(left).toEqual([]);
    expect(facts.map((fact) => /economic=(\d+)/.exec(fact)?.[1])).toEqual([
      undefined,
      "301",
      "30101",
      "30102",
      "302",
      "30201",
      "309",
      "30901",
      "310",
      "31001",
    ]);
  });

  it("may be set as several tables one after the other", () => {
    const { tables, facts, left } = bindWritten(`一般公共预算财政拨款支出决算明细表
| 科目编码 | 科目名称 | 合计 | 工资福利支出 | 基本工资 |
| 208 | 社会保障和就业支出 | 10.00 | 3.00 | 3.00 |
一般公共预算财政拨款支出决算明细表（续）
| 科目编码 | 科目名称 | 商品和服务支出 | 办公费 |
| 208 | 社会保障和就业支出 | 7.00 | 7.00 |`);
    expect(left).toEqual([]);
    expect(tables.map(({ table }) => table)).toEqual(["general-expenditure-detail"]);
    expect(facts.at(-1)).toBe("7.00 expenditure{fund=general,functional=208,economic=30201}");
  });
});

describe("the ministry's table of operation", () => {
  it("goes on to assets and procurement in a second group", () => {
    const { facts, left } = bindWritten(`机构运行信息表
金额单位：万元
| 项目 | 行次 | 预算数 | 统计数 | 项目 | 行次 | 统计数 |
| 栏次 | | 1 | 2 | 栏次 | | 3 |
| 一、“三公”经费支出 | 1 | — | — | 二、机关运行经费 | 20 | 80.35 |
| （一）支出合计 | 2 | 3.00 | 2.50 | 三、国有资产占用情况 | 23 | — |
| 3．公务接待费 | 7 | 3.00 | 2.50 | （一）车辆数合计（辆） | 24 | 5 |
| （二）相关统计数 | 11 | — | — | 5．执法执勤用车 | 29 | 4 |
| 5．国内公务接待批次（个） | 16 | — | 16 | 8．其他用车 | 32 | 1 |
| | | | | （二）单价100万元（含）以上设备（不含车辆） | 33 | 0 |
| | | | | （一）政府采购支出合计 | 35 | 9.00 |
| | | | | 1．政府采购货物支出 | 36 | 9.00 |`);
    expect(left).toEqual([]);
    expect(facts.filter((fact) => !fact.includes("stage"))).toEqual([
      "80.35 operating-costs",
      "2.50 three-public",
      "2.50 three-public{item=receptions}",
      "5个 state-vehicles",
      "4个 state-vehicles{item=enforcement}",
      "16个 reception-batches{item=domestic}",
      "1个 state-vehicles{item=other}",
      "0个 large-equipment",
      "9.00 procurement",
      "9.00 procurement{item=goods}",
    ]);
  });
});

describe("summary tables", () => {
  it("with rows that older forms print", () => {
    const { facts, left } = bindWritten(`收入支出决算总表
| 收入{1x3} | 支出{1x3} |
| 项目 | 行次 | 金额 | 项目（按功能分类） | 行次 | 金额 |
| 栏次 | | 1 | 栏次 | | 2 |
| 一、财政拨款收入 | 1 | 28.00 | 一、一般公共服务支出 | 29 | |
| 其中：政府性基金预算财政拨款 | 2 | 3.00 | 七、文化体育与传媒支出 | 35 | 30.00 |
| 二、上级补助收入 | 3 | | | 36 | |
| 六、其他收入 | 7 | 2.00 | | 37 | |
| 本年收入合计 | 24 | 30.00 | 本年支出合计 | 52 | 30.00 |
| 用事业基金弥补收支差额 | 25 | | 结余分配 | 53 | |
| 年初结转和结余 | 26 | 1.00 | 年末结转和结余 | 54 | 1.00 |
| 其中：项目支出结转和结余 | 27 | 1.00 | 其中：项目支出结转和结余 | 55 | 1.00 |
| 总计 | 28 | 31.00 | 总计 | 56 | 31.00 |`);
    expect(left).toEqual([]);
    expect(facts).toEqual([
      "28.00 revenue{fund=appropriation}",
      "3.00 revenue{fund=government-fund}",
      "30.00 expenditure{functional=207}",
      "2.00 revenue{source=other}",
      "30.00 revenue",
      "30.00 expenditure",
      "1.00 opening-carry-over",
      "1.00 closing-carry-over",
      "1.00 opening-carry-over{nature=project}",
      "1.00 closing-carry-over{nature=project}",
      "31.00 total-receipts",
      "31.00 total-disbursements",
    ]);
  });

  it("with an amount written into the label", () => {
    const { facts, left } = bindWritten(`收入支出决算总表
| 收入{1x2} | 支出{1x2} |
| 项目 | 决算数 | 项目 | 决算数 |
| 一、财政拨款收入 | 28.00 | 一、一般公共服务支出 | 28.00 |
| 其中：政府性基金预算财政拨款 3.00万元{1x2} | | |`);
    expect(left).toEqual([]);
    expect(facts).toContain("3.00 revenue{fund=government-fund}");
  });
});

describe("other tables", () => {
  it("list projects: amounts, rates and scores by the project's name", () => {
    const { facts, left } = bindWritten(`2024年度项目支出绩效自评情况汇总表
单位：万元
| 序号 | 项目名称 | 年初预算数 | 全年执行数 | 执行率 | 自评得分 |
| 1 | 信息化建设 | 135.90 | 135.25 | 99.52% | 98.5 |
| 2 | 委托业务 | 450.52 | 449.52 | 99.78% | 97 |`);
    expect(left).toEqual([]);
    expect(facts.slice(0, 4)).toEqual([
      "135.90 project-amount{stage=original-budget,label=信息化建设}",
      "135.25 project-amount{label=信息化建设}",
      "99.52% project-amount{label=信息化建设,measure=completion}",
      "98.5分 performance-score{label=信息化建设}",
    ]);
  });

  it("list units, whose numbers are no figures", () => {
    const { tables, facts, left } = bindWritten(`纳入决算编制范围的单位包括：
| 序号 | 单位名称 | 备注 |
| 1 | 某局（本级） | |
| 2 | 某中心 | 预算不单列 |`);
    expect([...facts, ...left]).toEqual([]);
    expect(tables[0]!.rows.map(({ label }) => label)).toEqual(["某局（本级）", "某中心"]);
  });

  it("are no tables of the accounts where title and headings say 预算, though the words are nearly the same", () => {
    const { facts, left } = bindWritten(`收入支出预算总表
| 收入{1x2} | 支出{1x2} |
| 项目 | 预算数 | 项目 | 预算数 |
| 一、一般公共预算财政拨款收入 | 9.00 | 一、一般公共服务支出 | 9.00 |
| 本年收入合计 | 9.00 | 本年支出合计 | 9.00 |
| 总计 | 9.00 | 总计 | 9.00 |`);
    expect(facts).toEqual([]);
    expect(left).toHaveLength(6);
  });

  it("say why their figures are not bound", () => {
    const { left } = bindWritten(`绩效评价工作开展情况表
| 事项 | 数值 |
| 评价报告 | 20 |`);
    expect(left).toHaveLength(1);
    expect(left[0]).toContain("绩效评价工作开展情况表");
  });
});
