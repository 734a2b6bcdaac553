import { describe, expect, it } from "vitest";
import { bindWritten } from "./testing.ts";

describe("headings", () => {
  it("without merged cells reach over the empty ones to their right", () => {
    const { facts, left } = bindWritten(`财政拨款“三公”经费支出决算表
| 预算数 | | | | | | 决算数 | | | | | |
| 合计 | 因公出国（境）费 | 公务用车购置及运行维护费 | | | 公务接待费 | 合计 | 因公出国（境）费 | 公务用车购置及运行维护费 | | | 公务接待费 |
| | | 小计 | 公务用车购置费 | 公务用车运行维护费 | | | | 小计 | 公务用车购置费 | 公务用车运行维护费 | |
| 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 | 9 | 10 | 11 | 12 |
| 3.00 | | 2.00 | | 2.00 | 1.00 | 2.50 | | 2.10 | | 2.10 | 0.40 |`);
    expect(left).toEqual([]);
    expect(facts).toEqual([
      "3.00 three-public{stage=budget}",
      "2.00 three-public{stage=budget,item=vehicles}",
      "2.00 three-public{stage=budget,item=vehicle-running}",
      "1.00 three-public{stage=budget,item=receptions}",
      "2.50 three-public",
      "2.10 three-public{item=vehicles}",
      "2.10 three-public{item=vehicle-running}",
      "0.40 three-public{item=receptions}",
    ]);
  });

  it("may share a row with the grand total", () => {
    const { facts, left } = bindWritten(`政府性基金预算财政拨款收入支出决算表
| 项目{1x2} | 年初结转和结余{2x1} | 本年收入{2x1} | 本年支出{2x3} | 年末结转和结余{2x1} |
| 功能分类科目编码 | 科目名称 |
| 合计{1x2} | 0 | 2002.80 | 合计 | 基本支出 | 项目支出 | 0 |
| 212 | 城乡社区支出 | | 2002.80 | 2002.80 | | 2002.80 | |`);
    expect(left).toEqual([]);
    expect(facts).toEqual([
      "0 opening-carry-over{fund=government-fund}",
      "2002.80 revenue{fund=government-fund}",
      "0 closing-carry-over{fund=government-fund}",
      "2002.80 revenue{fund=government-fund,functional=212}",
      "2002.80 expenditure{fund=government-fund,functional=212}",
      "2002.80 expenditure{fund=government-fund,functional=212,nature=project}",
    ]);
  });

  it("may reach over unmerged cells down to the row that they share with the grand total", () => {
    const { facts, left } = bindWritten(`政府性基金预算财政拨款收入支出决算表
| 项目 | | 年初结转和结余 | 本年收入 | 本年支出 | | | 年末结转和结余 |
| 功能分类科目编码 | 科目名称 | | | | | | |
| 合计 | | | 105.00 | 合计 | 基本支出 | 项目支出 | |
| 221 | 住房保障支出 | | 105.00 | 105.00 | | 105.00 | |`);
    expect(left).toEqual([]);
    expect(facts).toEqual([
      "105.00 revenue{fund=government-fund}",
      "105.00 revenue{fund=government-fund,functional=221}",
      "105.00 expenditure{fund=government-fund,functional=221}",
      "105.00 expenditure{fund=government-fund,functional=221,nature=project}",
    ]);
  });

  it("may stand in every cell that they were merged over", () => {
    const { facts, left } = bindWritten(`一般公共预算财政拨款支出决算明细表
| 项目 | 项目 | 合计 | 工资福利支出 | 工资福利支出 | 资本性支出 | 资本性支出 |
| 科目编码 | 科目名称 | 合计 | 小计 | 基本工资 | 小计 | 办公设备购置 |
| 科目编码 | 科目名称 | 合计 | 小计 | 基本工资 | 小计 | 办公设备购置 |
| 208 | 社会保障和就业支出 | 10.00 | 3.00 | 3.00 | 7.00 | 7.00 |`);
    expect(left).toEqual([]);
    expect(facts.map((fact) => /economic=(\d+)/.exec(fact)?.[1])).toEqual([undefined, "301", "30101", "310", "31002"]);
  });

  it("end where another heading above begins", () => {
    const { facts, left } = bindWritten(`财政拨款“三公”经费支出决算表
| 财政拨款“三公”经费 | | | | | | | | | | | |
| 合计 | | 因公出国（境）费 | | 公务用车购置及运行维护费 | | | | | | 公务接待费 | |
| | | | | 小计 | | 公务用车购置费 | | 公务用车运行维护费 | | | |
| 预算数 | 决算数 | 预算数 | 决算数 | 预算数 | 决算数 | 预算数 | 决算数 | 预算数 | 决算数 | 预算数 | 决算数 |
| 31.47 | 19.86 | | | 30.67 | 19.56 | | | 30.67 | 19.56 | 0.80 | 0.30 |`);
    expect(left).toEqual([]);
    expect(facts.filter((fact) => !fact.includes("stage"))).toEqual([
      "19.86 three-public",
      "19.56 three-public{item=vehicles}",
      "19.56 three-public{item=vehicle-running}",
      "0.30 three-public{item=receptions}",
    ]);
  });

  it("may have lost a character or have its lines mixed up", () => {
    const { facts, left } = bindWritten(`收入决算表
| 科目编码 | 科目名称 | 本年收入 合计 | 财政拨款收入 | 上级补助收入 | 事业收入 | 经营收入 | 附属单上位缴收入 | 其他收 |
| 合计{1x2} | 10.00 | 4.00 | 1.00 | 2.00 | 0.50 | 1.50 | 1.00 |`);
    expect(left).toEqual([]);
    expect(facts).toEqual([
      "10.00 revenue",
      "4.00 revenue{fund=appropriation}",
      "1.00 revenue{source=superior-subsidy}",
      "2.00 revenue{source=institutional}",
      "0.50 revenue{source=operating}",
      "1.50 revenue{source=subordinate}",
      "1.00 revenue{source=other}",
    ]);
  });

  it("may split what others do not: fees within institutional revenue, funds within appropriation", () => {
    const { facts, left } = bindWritten(`收入决算表
| 科目编码{2x1} | 科目名称{2x1} | 本年收入合计{2x1} | 财政拨款收入{1x2} | 事业收入{1x2} | 其他收入{2x1} |
| 小计 | 其中：政府性基金预算财政拨款 | 小计 | 其中：教育收费 |
| 205 | 教育支出 | 10.00 | 6.00 | 1.00 | 3.00 | 2.00 | 1.00 |`);
    expect(left).toEqual([]);
    expect(facts).toEqual([
      "10.00 revenue{functional=205}",
      "6.00 revenue{fund=appropriation,functional=205}",
      "1.00 revenue{fund=government-fund,functional=205}",
      "3.00 revenue{source=institutional,functional=205}",
      "2.00 revenue{source=institutional,functional=205,label=教育收费}",
      "1.00 revenue{source=other,functional=205}",
    ]);
  });

  it("may give budgets, last year and comparisons beside the final figures", () => {
    const { facts, left } = bindWritten(
      `收入支出决算总表
单位：万元
| 收入{1x5} | 支出{1x4} |
| 项目 | 年初预算数 | 全年预算数 | 决算数 | 完成预算% | 项目 | 年初预算数 | 2024年决算数 | 2023年决算数 |
| 一、一般公共预算财政拨款收入 | 9.00 | 10.00 | 9.50 | 95.00 | 一、一般公共服务支出 | 9.00 | 9.50 | 8.00 |`,
      { fiscalYear: 2024 },
    );
    expect(left).toEqual([]);
    expect(facts).toEqual([
      "9.00 revenue{stage=original-budget,fund=general}",
      "10.00 revenue{stage=adjusted-budget,fund=general}",
      "9.50 revenue{fund=general}",
      "95.00% revenue{stage=adjusted-budget,fund=general,measure=completion}",
      "9.00 expenditure{stage=original-budget,functional=201}",
      "9.50 expenditure{functional=201}",
      "8.00 expenditure{period=previous,functional=201}",
    ]);
  });

  it("may say the unit themselves", () => {
    const { facts } = bindWritten(`支出决算表
| 科目编码 | 科目名称 | 本年支出合计（元） | 基本支出（元） | 项目支出（元） |
| 208 | 社会保障和就业支出 | 30000.00 | 20000.00 | 10000.00 |`);
    expect(facts[0]).toBe("30000.00元 expenditure{functional=208}");
  });
});

describe("a table of two rows whose columns no lines part", () => {
  it("is not bound where its total holds in neither", () => {
    const { facts, left } = bindWritten(
      `财政拨款“三公”经费支出决算表
| 项目 | 合计 | 因公出国（境）费 | 公务用车购置及运行维护费{1x3} | 公务接待费 |
| | | | 小计 | 公务用车购置费 | 公务用车运行维护费 | |
| 预算数 | | 21.50 | 18.00 | 0.00 | 18.00 | 3.50 |
| 决算数 | | 17.23 | 14.86 | 0.00 | 14.86 | 2.37 |`,
      {},
      { inferred: true },
    );
    expect(facts).toEqual([]);
    expect(left).toHaveLength(10);
  });
});

describe("a heading gone astray over “three public” expenses that put receptions first", () => {
  it("is told by the order, which the sums bear out", () => {
    const { facts, left } = bindWritten(
      `财政拨款“三公”经费及会议费、培训费支出决算表
| 项目{1x2} | 一般公共预算财政拨款安排的“三公”经费{1x5} | 会议费{1x2} | 培训费 |
| | 小计{1x2} | 公务接待费{1x2} | 公务用车购置及运行维护费{1x3} | | |
| | | 因公出国（境）费用{1x2} | 小计{1x2} | 公务用车购置费 | 公务用车运行维护费 | | |
| | 栏次 | 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 |
| 预算数 | | 21.50 | 1.00 | 3.50 | 17.00 | 0.00 | 17.00 | 2.00 | 3.50 |
| 决算数 | | 17.23 | 0.00 | 2.37 | 14.86 | 0.00 | 14.86 | 1.64 | 3.92 |`,
      {},
      { inferred: true },
    );
    expect(left).toEqual([]);
    expect(facts.slice(8)).toEqual([
      "17.23 three-public",
      "0.00 three-public{item=overseas}",
      "2.37 three-public{item=receptions}",
      "14.86 three-public{item=vehicles}",
      "0.00 three-public{item=vehicle-purchase}",
      "14.86 three-public{item=vehicle-running}",
      "1.64 three-public{item=meetings}",
      "3.92 three-public{item=training}",
    ]);
  });
});
