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

  it("with what each fund paid, and older names of the items", () => {
    const { facts, left } = bindWritten(`一般公共预算及政府性基金财政拨款“三公”经费支出决算表
| 项目{2x1} | 预算数{1x3} | 决算数{1x3} |
| 合计 | 一般公共预算 | 政府性基金 | 合计 | 一般公共预算 | 政府性基金 |
| 因公出国（境）经费 | 1.00 | 0.60 | 0.40 | 0.90 | 0.60 | 0.30 |
| 公车购置及运行费 | 3.00 | 3.00 | 0.00 | 2.00 | 2.00 | 0.00 |
| 其中：购置经费 | 0.50 | 0.50 | 0.00 | 0.50 | 0.50 | 0.00 |`);
    expect(left).toEqual([]);
    expect(facts.filter((fact) => !fact.includes("stage"))).toEqual([
      "0.90 three-public{item=overseas}",
      "0.60 three-public{fund=general,item=overseas}",
      "0.30 three-public{fund=government-fund,item=overseas}",
      "2.00 three-public{item=vehicles}",
      "2.00 three-public{fund=general,item=vehicles}",
      "0.00 three-public{fund=government-fund,item=vehicles}",
      "0.50 three-public{item=vehicle-purchase}",
      "0.50 three-public{fund=general,item=vehicle-purchase}",
      "0.00 three-public{fund=government-fund,item=vehicle-purchase}",
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
