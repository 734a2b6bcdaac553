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
