import { describe, expect, it } from "vitest";
import { bindWritten } from "./testing.ts";

describe("the form of 相关信息统计表 under the title of the “three public” expenses", () => {
  it("is bound by its rows, the total printed twice and the counts below", () => {
    const { facts, left, tables } = bindWritten(`财政拨款“三公”经费支出决算表
| 项目 | 行次 | 全年预算数 | 决算统计数 |
| 栏次 | | 1 | 2 |
| 一、“三公”经费支出 | 1 | 3.00 | 2.50 |
| （一）支出合计 | 2 | 3.00 | 2.50 |
| 1.因公出国（境）费 | 3 | 0.00 | 0.00 |
| 2.公务用车购置及运行维护费 | 4 | 2.00 | 2.00 |
| 3.公务接待费 | 5 | 1.00 | 0.50 |
| （1）国内接待费 | 6 | — | 0.50 |
| （二）相关统计数 | 7 | — | — |
| 4.公务用车保有量（辆） | 8 | — | 2 |
| 5.国内公务接待批次（个） | 9 | — | 16 |`);
    expect(left).toEqual([]);
    expect(tables[0]!.table).toBe("three-public");
    expect(facts.filter((fact) => !fact.includes("stage"))).toEqual([
      "2.50 three-public",
      "2.50 three-public",
      "0.00 three-public{item=overseas}",
      "2.00 three-public{item=vehicles}",
      "0.50 three-public{item=receptions}",
      "0.50 three-public{item=domestic-receptions}",
      "2个 vehicles-held",
      "16个 reception-batches{item=domestic}",
    ]);
    expect(facts[0]).toBe("3.00 three-public{stage=adjusted-budget}");
  });
});

describe("vehicles by kind and equipment in one row", () => {
  it("are counts of what the department holds", () => {
    const { facts, left } = bindWritten(`国有资产占用情况表
| 车辆（台、辆）{1x9} | 单价100万元（含）以上设备（不含车辆）{2x1} |
| 合计 | 副部（省）级及以上领导用车 | 主要负责人用车 | 机要通信用车 | 应急保障用车 | 执法执勤用车 | 特种专业技术用车 | 离退休干部服务用车 | 其他用车 |
| 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 | 9 | 10 |
| 9 | 0 | 0 | 0 | 1 | 0 | 7 | 0 | 1 | 21 |`);
    expect(left).toEqual([]);
    expect(facts.filter((fact) => !fact.startsWith("0"))).toEqual([
      "9个 state-vehicles",
      "1个 state-vehicles{item=emergency}",
      "7个 state-vehicles{item=special}",
      "1个 state-vehicles{item=other}",
      "21个 large-equipment",
    ]);
  });
});

describe("vehicles by kind and equipment, a row for each", () => {
  it("are counts of what the department holds", () => {
    const { facts, left } = bindWritten(`国有资产占用情况表
| 项目 | 行次 | 数量 |
| 栏次 | | 1 |
| 一、车辆数合计（台、辆） | 1 | 5 |
| 1.副部（省）级及以上领导用车 | 2 | 0 |
| 5.执法执勤用车 | 6 | 4 |
| 8.其他用车 | 9 | 1 |
| 二、单价50万元（含）以上通用设备（台、套） | 10 | 3 |`);
    expect(left).toEqual([]);
    expect(facts).toEqual([
      "5个 state-vehicles",
      "0个 state-vehicles{item=deputy-minister}",
      "4个 state-vehicles{item=enforcement}",
      "1个 state-vehicles{item=other}",
      "3个 large-equipment{item=general}",
    ]);
  });
});

describe("a stroke in the row that heads 机关运行经费", () => {
  it("says that the rows below tell the amount", () => {
    const { tables } = bindWritten(`机构运行信息表
| 项目 | 预算数 | 决算统计数 |
| 一、“三公”经费支出 | — | — |
| （一）支出合计 | 3.00 | 2.50 |
| 1.因公出国（境）费 | 0.00 | 0.00 |
| 2.公务用车购置及运行维护费 | 2.00 | 2.00 |
| 3.公务接待费 | 1.00 | 0.50 |
| 二、机关运行经费 | — | — |
| （一）行政单位 | — | 31.00 |
| （二）参照公务员法管理事业单位 | — | 0.00 |`);
    const keys = tables[0]!.cells.flatMap(({ key }) => (key?.concept === "operating-costs" ? key.dimensions : []));
    expect(keys).not.toContainEqual({});
  });
});

describe("the three funds printed as 收入 above, and by their names where the balance is divided", () => {
  it("are each the row of their own", () => {
    const { facts, left } = bindWritten(`财政拨款收入支出决算总表
| 收入{1x2} | 支出{1x2} |
| 项目 | 决算数 | 项目 | 合计 |
| 一、一般公共预算财政拨款收入 | 114.00 | 一、一般公共服务支出 | 115.00 |
| 二、政府性基金预算财政拨款收入 | 2.00 | 二、外交支出 | |
| 本年收入合计 | 116.00 | 本年支出合计 | 115.00 |
| 年初财政拨款结转和结余 | 7.00 | 年末财政拨款结转和结余 | 8.00 |
| 一般公共预算财政拨款 | 7.00 | | |
| 政府性基金预算财政拨款 | | | |
| 总计 | 123.00 | 总计 | 123.00 |`);
    expect(left).toEqual([]);
    expect(facts).toContain("114.00 revenue{fund=general}");
    expect(facts).toContain("7.00 opening-carry-over{fund=general}");
  });
});

describe("procurement with what small firms were given, in one row", () => {
  it("has each under its column", () => {
    const { facts, left } = bindWritten(`政府采购情况表
| 项目 | 政府采购支出合计 | 政府采购货物支出 | 政府采购工程支出 | 政府采购服务支出 | 其中：授予中小企业合同金额 | 授予小微企业合同金额 |
| 合计 | 6.00 | 1.00 | 2.00 | 3.00 | 5.00 | 4.00 |`);
    expect(left).toEqual([]);
    expect(facts).toContain("5.00 procurement{item=sme}");
    expect(facts).toContain("4.00 procurement{item=micro}");
  });
});

describe("the units that the accounts cover", () => {
  it("have the staff of each, and of all", () => {
    const { facts, left } = bindWritten(`列入决算编制范围单位情况表
| 单位名称 | 经费性质 | 人员编制数 | 在职人数 |
| 某县水利局（本级） | 财政核拨 | 16 | 15 |
| 某县水利工作站 | 财政核拨 | 14 | 12 |
| 合计 | | 30 | 27 |`);
    expect(left).toEqual([]);
    expect(facts).toEqual([
      "16个 staff{item=establishment,label=某县水利局（本级）}",
      "15个 staff{item=actual,label=某县水利局（本级）}",
      "14个 staff{item=establishment,label=某县水利工作站}",
      "12个 staff{item=actual,label=某县水利工作站}",
      "30个 staff{item=establishment}",
      "27个 staff{item=actual}",
    ]);
  });
});

describe("a table of a fund", () => {
  it("whose flow is split by nature is that fund's, under two numbers of its form", () => {
    const { facts, left } = bindWritten(`政府性基金预算财政拨款收入支出决算表
附表8 公开08表
| 科目编码{3x1} | 科目名称{3x1} | 本年收入{1x2} | 本年支出{1x3} | 年末结转和结余{1x3} |
| 合计{2x1} | 项目支出{2x1} | 合计{2x1} | 基本支出 | 项目支出{2x1} | 合计{2x1} | 项目支出结转和结余{1x2} |
| 小计 | 小计 | 项目支出结转 |
| 212 | 城乡社区支出 | 6.00 | 6.00 | 5.00 | | 5.00 | 1.00 | 1.00 | 1.00 |`);
    expect(left).toEqual([]);
    expect(facts.map((fact) => fact.replace("fund=government-fund,functional=212", "212"))).toEqual([
      "6.00 revenue{212}",
      "6.00 revenue{212,nature=project}",
      "5.00 expenditure{212}",
      "5.00 expenditure{212,nature=project}",
      "1.00 closing-carry-over{212}",
      "1.00 closing-carry-over{212,nature=project}",
      "1.00 closing-carry-over{212,nature=project,label=项目支出结转}",
    ]);
  });

  it("of basic expenditure may head its whole 本年基本支出合计", () => {
    const { facts, left } = bindWritten(`一般公共预算财政拨款基本支出决算表
| 经济分类科目编码 | 科目名称 | 本年基本支出合计 | 人员经费 | 公用经费 |
| 301 | 工资福利支出 | 12.00 | 12.00 | |`);
    expect(left).toEqual([]);
    expect(facts[0]).toBe("12.00 expenditure{fund=general,economic=301,nature=basic}");
  });
});

describe("a list of projects whose columns have letters", () => {
  it("tells each by its words", () => {
    const { facts, left } = bindWritten(`项目绩效自评结果汇总表
| 项目名称 | 全年预算数(A) | 全年执行数(B) | 执行率(B/A) |
| 水利工程建设 | 50.00 | 40.00 | 80.00% |`);
    expect(left).toEqual([]);
    expect(facts).toEqual([
      "50.00 project-amount{stage=adjusted-budget,label=水利工程建设}",
      "40.00 project-amount{label=水利工程建设}",
      "80.00% project-amount{stage=adjusted-budget,label=水利工程建设,measure=completion}",
    ]);
  });
});

describe("all appropriations by item and by object", () => {
  it("are of all three funds in every column, in as many tables as the page is narrow", () => {
    const { facts, left } = bindWritten(`财政拨款支出决算明细表
| 项目{1x4} | 合计{2x1} | 工资福利支出{1x2} |
| 科目编码{1x3} | 科目名称 | 小计 | 基本工资 |
| 合计{1x4} | 10.00 | 4.00 | 4.00 |
| 208 | | | 社会保障和就业支出 | 10.00 | 4.00 | 4.00 |
| 208 | 05 | | 行政事业单位养老支出 | 10.00 | 4.00 | 4.00 |`);
    expect(left).toEqual([]);
    expect(facts.slice(3, 6)).toEqual([
      "10.00 expenditure{fund=appropriation,functional=208}",
      "4.00 expenditure{fund=appropriation,functional=208,economic=301}",
      "4.00 expenditure{fund=appropriation,functional=208,economic=30101}",
    ]);
  });
});

describe("headings of codes and names with brackets", () => {
  it("head codes set in columns of their own", () => {
    const { facts, left } = bindWritten(`一般公共预算财政拨款项目支出决算表
| 项目{1x4} | 金额{2x1} |
| 科目编码（类、款、项）{1x3} | 科目（项目）名称 |
| 合计{1x4} | 9.00 |
| 207 | | | 文化旅游体育与传媒支出 | 9.00 |
| 207 | 01 | | 文化和旅游 | 9.00 |
| 207 | 01 | 02 | 一般行政管理事务 | 9.00 |`);
    expect(left).toEqual([]);
    expect(facts.at(-1)).toBe("9.00 expenditure{fund=general,functional=2070102,nature=project}");
  });
});
