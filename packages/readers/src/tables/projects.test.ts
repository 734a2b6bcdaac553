import { describe, expect, it } from "vitest";
import { bindWritten } from "./testing.ts";

/** Tianjin's table of what each project cost. */
const PROJECTS = `项目支出决算表
  单位：万元
  | 项目名称{2x1} | 项目代码{2x1} | 合计{2x1} | 财政拨款{1x4} | 单位资金{2x1} |
  | 小计 | 一般公共预算 | 政府性基金预算 | 国有资本经营预算 |
  | 合计{1x2} | 60.00 | 55.00 | 30.00 | 25.00 | | 5.00 |
  | 信息化运行维护 | 120000001 | 35.00 | 30.00 | 30.00 | | | 5.00 |
  | 公园改造、绿化提升 | 120000002 | 25.00 | 25.00 | | 25.00 | | |`;

describe("a list of the projects of appropriations", () => {
  it("binds what each project was given, fund by fund, past the item that it belongs to", () => {
    const { facts, left, tables } = bindWritten(`财政拨款项目支出决算明细表
      单位：万元
      | 序号 | 项目名称 | 功能分类科目 | 支出决算数 | 一般公共预算 | 政府性基金预算 |
      | 合计{1x3} | 9.00 | 4.00 | 5.00 |
      | 1 | 镇人民代表大会会议费 | 2010104 人大会议 | 4.00 | 4.00 | |
      | 2 | 管网改造 | 2120804 农村基础设施建设支出 | 5.00 | | 5.00 |`);
    expect(left).toEqual([]);
    expect(tables[0]!.table).toBe("appropriated-projects");
    expect(facts).toEqual([
      "9.00 expenditure{fund=appropriation,nature=project}",
      "4.00 expenditure{fund=general,nature=project}",
      "5.00 expenditure{fund=government-fund,nature=project}",
      "4.00 expenditure{fund=appropriation,nature=project,label=镇人民代表大会会议费}",
      "4.00 expenditure{fund=general,nature=project,label=镇人民代表大会会议费}",
      "5.00 expenditure{fund=appropriation,nature=project,label=管网改造}",
      "5.00 expenditure{fund=government-fund,nature=project,label=管网改造}",
    ]);
  });
});

describe("a list of projects", () => {
  it("binds each amount to its project and the money that paid for it", () => {
    const { facts, left, tables } = bindWritten(PROJECTS);
    expect(left).toEqual([]);
    expect(tables[0]!.table).toBe("projects");
    expect(facts).toEqual([
      "60.00 expenditure{nature=project}",
      "55.00 expenditure{fund=appropriation,nature=project}",
      "30.00 expenditure{fund=general,nature=project}",
      "25.00 expenditure{fund=government-fund,nature=project}",
      "5.00 expenditure{source=other,nature=project}",
      "35.00 expenditure{nature=project,label=信息化运行维护}",
      "30.00 expenditure{fund=appropriation,nature=project,label=信息化运行维护}",
      "30.00 expenditure{fund=general,nature=project,label=信息化运行维护}",
      "5.00 expenditure{source=other,nature=project,label=信息化运行维护}",
      "25.00 expenditure{nature=project,label=公园改造、绿化提升}",
      "25.00 expenditure{fund=appropriation,nature=project,label=公园改造、绿化提升}",
      "25.00 expenditure{fund=government-fund,nature=project,label=公园改造、绿化提升}",
    ]);
  });

  it("finds the names beside kinds and codes, and keeps two projects of one name apart", () => {
    const { facts, left } = bindWritten(`项目支出决算表
      单位：万元
      | 项目类别 | 项目名称 | 合计 | 财政拨款 | 其他资金 |
      | 运转类 | 公用经费补助 | 3.00 | 3.00 | |
      | 运转类 | 公用经费补助 | 4.00 | 4.00 | |`);
    expect(left).toEqual([]);
    expect(facts.filter((fact) => !fact.includes("fund"))).toEqual([
      "3.00 expenditure{nature=project,label=公用经费补助}",
      "4.00 expenditure{nature=project,label=公用经费补助（2）}",
    ]);
  });

  it("takes accounts for no projects", () => {
    const { facts } = bindWritten(PROJECTS.replace("项目名称", "科目名称").replace("项目代码", "科目编码"));
    expect(facts.filter((fact) => fact.includes("label"))).toEqual([]);
  });

  it("is no table of items of the general budget", () => {
    const { tables } = bindWritten(PROJECTS.replace("项目支出决算表", "一般公共预算财政拨款项目支出决算表"));
    expect(tables[0]!.table).not.toBe("projects");
  });
});

describe("projects behind the items that they belong to", () => {
  const LIST = `项目支出决算表
    单位：万元
    | 功能分类科目编码 | 科目名称 | 项目名称 | 合计 | 财政拨款 | 其他资金 |
    | | 合计 | | 30.00 | 25.00 | 5.00 |
    | 2040504 | 案件审判 | 办案业务费 | 10.00 | 10.00 | |
    | 2040504 | 案件审判 | 业务装备费 | 20.00 | 15.00 | 5.00 |`;

  it("are told with the code of the item", () => {
    const { facts, left, tables } = bindWritten(LIST);
    expect(left).toEqual([]);
    expect(facts[3]).toBe("10.00 expenditure{functional=2040504,nature=project,label=办案业务费}");
    expect(facts.at(-1)).toBe("5.00 expenditure{source=other,functional=2040504,nature=project,label=业务装备费}");
    expect(tables[0]!.rows.map(({ label, code, level }) => [label, code, level])).toEqual([
      ["合计", undefined, "grand-total"],
      ["办案业务费", "2040504", "line"],
      ["业务装备费", "2040504", "line"],
    ]);
  });
});

describe("other lists of departments", () => {
  it("tell what was bought by kind and by the money that paid for it", () => {
    const { facts, left } = bindWritten(`政府采购情况表
      金额单位：万元
      | 项目 | 合计 | 采购货物支出 | 采购工程支出 | 采购服务支出 |
      | 合计 | 9.00 | 4.00 | 3.00 | 2.00 |
      | 一般公共预算财政拨款 | 6.00 | 4.00 | 0.00 | 2.00 |
      | 政府性基金预算财政拨款 | 3.00 | 0.00 | 3.00 | 0.00 |`);
    expect(left).toEqual([]);
    expect(facts.slice(0, 6)).toEqual([
      "9.00 procurement",
      "4.00 procurement{item=goods}",
      "3.00 procurement{item=works}",
      "2.00 procurement{item=services}",
      "6.00 procurement{fund=general}",
      "4.00 procurement{fund=general,item=goods}",
    ]);
  });

  it("set purchases, operating costs and vehicles in one, money and counts under one heading", () => {
    const { facts, left } = bindWritten(`表十一 政府采购、机关运行经费及国有资产情况表
      | 项目 | 金额（万元）/数量 |
      | 一、政府采购支出合计 | 9.00 |
      | （一）政府采购货物支出 | 9.00 |
      | 二、机关运行经费 | 7.00 |
      | 三、车辆数合计（辆） | 3 |
      | （一）机要通信用车 | 3 |
      | 四、单价100万元（含）以上设备（不含车辆）（台/套） | 0 |`);
    expect(left).toEqual([]);
    expect(facts).toEqual([
      "9.00 procurement",
      "9.00 procurement{item=goods}",
      "7.00 operating-costs",
      "3个 state-vehicles",
      "3个 state-vehicles{item=confidential}",
      "0个 large-equipment",
    ]);
  });
});
