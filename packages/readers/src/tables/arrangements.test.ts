import { describe, expect, it } from "vitest";
import { bindWritten } from "./testing.ts";

describe("three public expenses", () => {
  it("with the counts behind them in a table that goes on, two in each line", () => {
    const { facts, left } = bindWritten(`财政拨款“三公”经费、会议费和培训费支出决算表（相关统计数）
公开09表（续）
| 项目 | 统计数 | 项目 | 统计数 |
| 因公出国（境）团组数（个） | 0 | 因公出国（境）人次数（人） | 0 |
| 公务用车购置数（辆） | 0 | 公务用车保有量（辆） | 6 |
| 国内公务接待批次（个） | 208 | 国内公务接待人次（人） | 1874 |
| 召开会议次数（个） | 7 | 参加会议人次（人） | 388 |
| 组织培训次数（个） | 9 | 参加培训人次（人） | 281 |`);
    expect(left).toEqual([]);
    expect(facts).toEqual([
      "0个 missions",
      "0个 mission-persons",
      "0个 vehicles-bought",
      "6个 vehicles-held",
      "208个 reception-batches{item=domestic}",
      "1874个 reception-persons{item=domestic}",
      "7个 meetings",
      "388个 meeting-persons",
      "9个 trainings",
      "281个 training-persons",
    ]);
  });
});

describe("a total of “three public” expenses, meetings and training", () => {
  it("is not the total of the three, which is their subtotal", () => {
    const { facts, left } = bindWritten(`财政拨款“三公”经费、会议费和培训费支出决算表
| 合计{3x1} | “三公”经费{1x6} | 会议费{3x1} | 培训费{3x1} |
| 小计{2x1} | 因公出国（境）费{2x1} | 公务用车购置及运行维护费{1x3} | 公务接待费{2x1} |
| 小计 | 公务用车购置费 | 公务用车运行维护费 |
| 36.50 | 3.42 | | 2.74 | | 2.74 | 0.68 | | 33.08 |`);
    expect(facts.slice(0, 2)).toEqual(["3.42 three-public", "2.74 three-public{item=vehicles}"]);
    expect(left).toHaveLength(1);
  });
});

describe("labels that the edge of their cell cuts", () => {
  it("are known where one name begins so", () => {
    const { facts, left } = bindWritten(`财政拨款收入支出决算总表
| 收入{1x2} | 支出{1x2} |
| 项目 | 决算数 | 项目 | 合计 |
| 一、一般公共预算财 | 9.00 | 一、一般公共服务支出 | 9.00 |
| 本年收入合计 | 9.00 | 本年支出合计 | 9.00 |
| 年初财政拨款结转和结 | 1.00 | 年末财政拨款结转和结 | 1.00 |
| 总计 | 10.00 | 总计 | 10.00 |`);
    expect(left).toEqual([]);
    expect(facts).toContain("1.00 opening-carry-over{fund=appropriation}");
  });
});

describe("years side by side", () => {
  it("binds this one and the last, and lists the others", () => {
    const { facts, left } = bindWritten(
      "2021—2023年“三公”经费支出情况表\n| 项目 | 2021年 | 2022年 | 2023年 |\n| 公务接待费 | 4.96 | 4.39 | 5.39 |\n| 合计 | 4.96 | 4.39 | 5.39 |",
      { fiscalYear: 2023 },
    );
    expect(facts).toEqual([
      "4.39 three-public{period=previous,item=receptions}",
      "5.39 three-public{item=receptions}",
      "4.39 three-public{period=previous}",
      "5.39 three-public",
    ]);
    expect(left).toHaveLength(2);
  });
});

describe("a table too wide for its page", () => {
  it("is one with what goes on below it under other headings, its rows named again", () => {
    const { tables, facts, left } = bindWritten(`一般公共预算财政拨款支出决算明细表
| 项目{1x2} | 合计{2x1} | 工资福利支出{1x2} |
| 科目编码 | 科目名称 | 小计 | 基本工资 |
| 合计{1x2} | 9.00 | 6.00 | 6.00 |
| 208 | 社会保障和就业支出 | 9.00 | 6.00 | 6.00 |

一般公共预算财政拨款支出决算明细表（续表1）
| 项目{1x2} | 商品和服务支出{1x2} |
| 科目编码 | 科目名称 | 小计 | 办公费 |
| 合计{1x2} | 3.00 | 3.00 |
| 208 | 社会保障和就业支出 | 3.00 | 3.00 |`);
    expect(left).toEqual([]);
    expect(tables).toHaveLength(1);
    expect(facts.filter((fact) => !fact.includes("functional"))).toEqual([
      "9.00 expenditure{fund=general}",
      "6.00 expenditure{fund=general,economic=301}",
      "6.00 expenditure{fund=general,economic=30101}",
      "3.00 expenditure{fund=general,economic=302}",
      "3.00 expenditure{fund=general,economic=30201}",
    ]);
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

describe("information on “three public” expenses beside assets and procurement", () => {
  it("is bound by the names of its lines on both sides", () => {
    const { facts, left } = bindWritten(`部门决算公开相关信息统计表
| 项目 | 预算数 | 决算统计数 | 项目 | 统计数 |
| （一）支出合计 | 24.79 | 18.77 | （一）车辆数合计（辆） | 8 |
| 3.公务接待费 | 5.12 | 2.21 | （二）单价50万元以上通用设备（台，套） | 1 |`);
    expect(left).toEqual([]);
    expect(facts.filter((fact) => fact.includes("large-equipment"))).toEqual([
      expect.stringContaining("{item=general}"),
    ]);
  });
});

describe("information on “three public” expenses", () => {
  it("with the unit behind each label, and a heading that is no empty cell", () => {
    const { facts, left } = bindWritten(`机构运行信息表
| 项目 | 统计数 |
| 一、“三公”经费支出 | |
| （一）支出合计（万元） | 8.34 |
| 1．公务接待费 | 0.97 |
| 国内公务接待批次（个） | 15 |
| 二、会议费（万元） | 1.45 |
| 三、培训费（元） | 72,100 |
| 四、机关运行经费（万元） | 78.23 |`);
    expect(left).toEqual([]);
    expect(facts).toEqual([
      "8.34 three-public",
      "0.97 three-public{item=receptions}",
      "15个 reception-batches{item=domestic}",
      "1.45 three-public{item=meetings}",
      "72100元 three-public{item=training}",
      "78.23 operating-costs",
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

describe("a table stamped with a seal", () => {
  it("has its columns counted and its amounts read though the words of the seal fell into cells", () => {
    const { facts, left } = bindWritten(`收入决算表
| 科目编码 | 科目名称 | 本年收入合计 | 财政拨款收入 | 事业收入 | 其他收入 |
| 1 | 2 | 3 | 财务专4 | 章5 | 6 |
| 205 | 教育支出 | 3.00 | 3.00 | — | ★— |
| 20502 | 普通教育 | 3.00 | 3.00 | — | — |
| 2050201 | 学前教育 | 1.00 | 1.00 | — | — |
| 2050202 | 小学教育 | 2.00 | 2.00 | — | 财务专 章— |
| 合计{1x2} | 3.00 | 3.00 | — | 0.50 |`);
    expect(left).toEqual([]);
    expect(facts.at(-1)).toBe("0.50 revenue{source=other}");
  });

  it("keeps a code in one cell with its name though a line broke in the code", () => {
    const { facts, left } = bindWritten(`支出决算表
| 科目 | 本年支出合计 | 基本支出 | 项目支出 |
| 205教育支出 | 3.00 | 3.00 | |
| 20502普通教育 | 3.00 | 3.00 | |
| 205020 2小学教育 | 3.00 | 3.00 | |
| 合计 | 3.00 | 3.00 | |`);
    expect(left).toEqual([]);
    expect(facts).toContain("3.00 expenditure{functional=2050202}");
  });
});

describe("a table whose heading came in pieces", () => {
  it("is bound in no column where what tells 预算数 from 决算数 is lost", () => {
    const { facts, left } = bindWritten(`财政拨款“三公”经费支出决算表
| 合计 | 因公出国（境）费 | 公务接待费 | 合计 | 因公出国（境）费 | 公务接待费 |
| 9.00 | 4.00 | 5.00 | 8.00 | 3.50 | 4.50 |`);
    expect(facts).toEqual([]);
    expect(left).toHaveLength(6);
  });

  it("is the table of its title all the same, and no other whose rows have the same names", () => {
    const { facts } = bindWritten(`一般公共预算财政拨款“三公”经费支出决算表
| 项 | 目 | 预算数 | 决算数 |
| 合计 | | 5.86 | 8.29 |
| 一、因公出国（境）费 | | — | — |
| 二、公务用车购置及运行维护费 | | 5.86 | 8.29 |
| 其中：公务用车购置费 | | — | — |
| 公务用车运行维护费 | | 5.86 | 8.29 |
| 三、公务接待费 | | — | — |`);
    expect(facts.filter((fact) => fact.includes("expenditure"))).toEqual([]);
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

describe("“three public” expenses in other arrangements", () => {
  it("stages as rows", () => {
    const { facts, left } = bindWritten(`财政拨款“三公”经费支出决算表
| 项目{2x1} | 合计{2x1} | 因公出国（境）费{2x1} | 公务用车购置及运行维护费{1x3} | 公务接待费{2x1} |
| 小计 | 购置费 | 运行费 |
| 预算数 | 3.00 | | 2.00 | | 2.00 | 1.00 |
| 决算数 | 2.50 | | 2.00 | | 2.00 | 0.50 |`);
    expect(left).toEqual([]);
    expect(facts.slice(0, 2)).toEqual([
      "3.00 three-public{stage=budget}",
      "2.00 three-public{stage=budget,item=vehicles}",
    ]);
    expect(facts.at(-1)).toBe("0.50 three-public{item=receptions}");
  });

  it("with meetings and training beside them", () => {
    const { facts, left } = bindWritten(`一般公共预算财政拨款“三公”经费及会议费、培训费支出决算表
| 项目{3x1} | “三公”经费{1x6} | 会议费{3x1} | 培训费{3x1} |
| 小计{2x1} | 因公出国（境）费用{2x1} | 公务接待费{2x1} | 公务用车购置及运行维护费{1x3} |
| 小计 | 公务用车购置费 | 公务用车运行维护费 |
| 栏次 | 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 |
| 预算数 | 3.00 | | 1.00 | 2.00 | | 2.00 | 0.30 | 0.40 |
| 决算数 | 2.50 | | 0.50 | 2.00 | | 2.00 | 0.20 | 0.10 |`);
    expect(left).toEqual([]);
    expect(facts.slice(6)).toEqual([
      "2.50 three-public",
      "0.50 three-public{item=receptions}",
      "2.00 three-public{item=vehicles}",
      "2.00 three-public{item=vehicle-running}",
      "0.20 three-public{item=meetings}",
      "0.10 three-public{item=training}",
    ]);
  });

  it("items as rows, parts named 其中", () => {
    const { facts, left } = bindWritten(`财政拨款“三公”经费支出决算表
| 项目 | 年初预算数 | 决算数 |
| 合计 | 3.00 | 2.50 |
| 1、因公出国（境）费用 | 0.00 | 0.00 |
| 2、公务接待费 | 1.00 | 0.50 |
| 3、公务用车费 | 2.00 | 2.00 |
| 其中：（1）公务用车运行维护费 | 2.00 | 2.00 |
| （2）公务用车购置 | 0.00 | 0.00 |`);
    expect(left).toEqual([]);
    expect(facts.filter((fact) => !fact.includes("stage"))).toEqual([
      "2.50 three-public",
      "0.00 three-public{item=overseas}",
      "0.50 three-public{item=receptions}",
      "2.00 three-public{item=vehicles}",
      "2.00 three-public{item=vehicle-running}",
      "0.00 three-public{item=vehicle-purchase}",
    ]);
  });

  it("with the agency's operating costs as a thirteenth column", () => {
    const { facts, left } = bindWritten(`财政拨款“三公”经费支出及机关运行经费决算表
| 合计{1x2} | 因公出国（境）费{1x2} | 公务接待费{1x2} | 机关运行经费{2x1} |
| 预算数 | 决算数 | 预算数 | 决算数 | 预算数 | 决算数 |
| 3.00 | 2.50 | | | 3.00 | 2.50 | 184.65 |`);
    expect(left).toEqual([]);
    expect(facts.at(-1)).toBe("184.65 operating-costs");
  });

  it("as Yunnan has them, with counts and operating costs", () => {
    const { facts, left } = bindWritten(`公开10表
财政拨款“三公”经费、行政参公单位机关运行经费情况表
部门：某局 金额单位：万元
| 项目 | 行次 | 年初预算数 | 全年预算数 | 决算数 |
| 栏次 | | 1 | 2 | 3 |
| 一、“三公”经费支出 | 1 | — | — | — |
| （一）支出合计 | 2 | 3.00 | 3.00 | 2.50 |
| 1．因公出国（境）费 | 3 | | | |
| 2．公务用车购置及运行维护费 | 4 | 2.00 | 2.00 | 2.00 |
| （1）公务用车购置费 | 5 | | | |
| （2）公务用车运行维护费 | 6 | 2.00 | 2.00 | 2.00 |
| 3．公务接待费 | 7 | 1.00 | 1.00 | 0.50 |
| （1）国内接待费 | 8 | — | — | 0.50 |
| 其中：外事接待费 | 9 | — | — | |
| （2）国（境）外接待费 | 10 | — | — | |
| （二）相关统计数 | 11 | — | — | — |
| 1．因公出国（境）团组数（个） | 12 | — | — | |
| 4．公务用车保有量（辆） | 15 | — | — | 2 |
| 5．国内公务接待批次（个） | 16 | — | — | 16 |
| 其中：外事接待批次（个） | 17 | — | — | |
| 6．国内公务接待人次（人） | 18 | — | — | 186 |
| 二、机关运行经费 | 23 | — | — | 80.35 |
| （一）行政单位 | 24 | — | — | 80.35 |
| （二）参照公务员法管理事业单位 | 25 | — | — | |`);
    expect(left).toEqual([]);
    expect(facts.filter((fact) => !fact.includes("stage"))).toEqual([
      "2.50 three-public",
      "2.00 three-public{item=vehicles}",
      "2.00 three-public{item=vehicle-running}",
      "0.50 three-public{item=receptions}",
      "0.50 three-public{item=domestic-receptions}",
      "2个 vehicles-held",
      "16个 reception-batches{item=domestic}",
      "186个 reception-persons{item=domestic}",
      "80.35 operating-costs",
      "80.35 operating-costs{label=行政单位}",
    ]);
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

describe("a table over several pages", () => {
  const HEAD = `| 科目编码 | 科目名称 | 本年支出合计 | 基本支出 | 项目支出 |`;
  const ROW = `| 208 | 社会保障和就业支出 | 30.00 | 20.00 | 10.00 |`;
  const NEXT = `| 210 | 卫生健康支出 | 3.00 | 2.00 | 1.00 |`;

  it.each([
    ["without heading", `支出决算表\n${HEAD}\n${ROW}\n— 3 —\n${NEXT}`],
    ["with its heading again", `支出决算表\n${HEAD}\n${ROW}\n- 3 -\n${HEAD}\n${NEXT}`],
    [
      "with title and heading again",
      `支出决算表\n单位：万元\n${HEAD}\n${ROW}\n支出决算表（续）\n单位：万元\n${HEAD}\n${NEXT}`,
    ],
  ])("%s is one table", (_, written) => {
    const { tables, facts, left } = bindWritten(written);
    expect(tables.map(({ table, rows }) => `${table} ${rows.length}`)).toEqual(["expenditure 2"]);
    expect(facts).toHaveLength(6);
    expect(left).toEqual([]);
    const [table] = tables;
    expect(new Set(table!.rows.map(({ index }) => index)).size).toBe(2);
  });

  it("may go on in the middle of its labels, a label cut by the page", () => {
    const { tables, facts, left } = bindWritten(`财政拨款收入支出决算总表
| 收入 | | 支出 | | | | |
| 项目 | 决算数 | 项目 | 合计 | 一般公共预算财政拨款 | 政府性基金预算财政拨款 | 国有资本经营预算财政拨款 |
| 一、一般公共预算财政拨款 | 20.00 | 一、一般公共服务支出 | 2.00 | 2.00 | | |
| | | 十五、商业服务业等支出 | | | | |
7
| | | 十六、金融支出 | | | | |
| | | 十九、住房保障支出 | 18.00 | 18.00 | | |
| | | 二十二、灾害防治及应急管理支 | | | | |
8
| | | 出 | | | | |
| 本年收入合计 | 20.00 | 本年支出合计 | 20.00 | 20.00 | | |`);
    expect(tables.map(({ table }) => table)).toEqual(["appropriation"]);
    expect(left).toEqual([]);
    expect(facts).toHaveLength(8);
    expect(tables[0]!.rows.map(({ id }) => id)).toContain("class.224");
    expect(tables[0]!.rows.filter(({ id }) => id === undefined)).toEqual([]);
  });

  it("goes on under 续表, whatever row numbers its columns there", () => {
    const { facts, left } = bindWritten(`一般公共预算财政拨款支出决算表
| 项目{1x2} | 本年支出{1x3} |
| 科目编码 | 科目名称 | 小计 | 基本支出 | 项目支出 |
| 栏次{1x2} | 1 | 2 | 3 |
| 合计{1x2} | 9.00 | 4.00 | 5.00 |
| 205 | 教育支出 | 5.00 | 4.00 | 1.00 |
续表
单位：万元
| 项目{1x2} | 本年支出{1x3} |
| 科目编码 | 科目名称 | 小计 | 基本支出 | 项目支出 |
| 栏次 | 123 |  |  |  |
| 206 | 科学技术支出 | 4.00 |  | 4.00 |`);
    expect(left).toEqual([]);
    expect(facts.slice(-2)).toEqual([
      "4.00 expenditure{fund=general,functional=206}",
      "4.00 expenditure{fund=general,functional=206,nature=project}",
    ]);
  });

  it("goes on under its title and heading again where one page has 本年收入合计 and the next 总计", () => {
    const heading = `收入支出决算总表
| 收入{1x2} | 支出{1x2} |
| 项目 | 决算数 | 项目 | 决算数 |`;
    const { tables } = bindWritten(`${heading}
| 一、一般公共预算财政拨款收入 | 9.00 | 一、一般公共服务支出 | 9.00 |
| 本年收入合计 | 9.00 | 本年支出合计 | 9.00 |
${heading}
| 年初结转和结余 | 1.00 | 年末结转和结余 | 1.00 |
| 总计 | 10.00 | 总计 | 10.00 |`);
    expect(tables).toHaveLength(1);
  });

  it("several tables in one grid are several tables", () => {
    const { tables, left } = bindWritten(`| 收入决算表{1x5} |
| 科目编码 | 科目名称 | 本年收入合计 | 财政拨款收入 | 其他收入 |
| 208 | 社会保障和就业支出 | 30.00 | 20.00 | 10.00 |
| 支出决算表{1x5} |
${HEAD}
${ROW}`);
    expect(tables.map(({ table }) => table)).toEqual(["revenue", "expenditure"]);
    expect(left).toEqual([]);
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
    const { left } = bindWritten(`部门整体支出绩效自评表
| 指标 | 分值 | 得分 |
| 产出数量 | 20 | 19.5 |`);
    expect(left).toHaveLength(2);
    expect(left[0]).toContain("部门整体支出绩效自评表");
  });
});
