import { describe, expect, it } from "vitest";
import { bindWritten } from "./testing.ts";

const TITLE = "某县水务局2015年“三公”经费决算情况表\n单位：万元\n";
const PLAIN = "三公经费的情况见下表。\n";
const ITEMS = `| 项目{2x1} | 合计{2x1} | 因公出国（境）费用{2x1} | 公务用车购置及运行费{1x3} | 公务接待费{2x1} |
| 小计 | 公务用车购置费 | 公务用车运行费 |
`;

describe("“three public” expenses as older forms print them", () => {
  it("with the final figures alone, counts below the money", () => {
    const written = `| 项目 | 本年决算数 |
| 一、支出合计 | 7.15 |
| 1、因公出国（境）费用 | |
| 2、公务接待费 | 3.05 |
| 3、公务用车费 | 4.10 |
| 其中：（1）公务用车运行维护费 | 4.10 |
| （2）公务用车购置 | |
| 二、相关统计数 | |
| 1.公务用车保有数量（辆） | 2 |
| 2.公务接待批次（批） | 61 |
| 3.公务接待人数（人次） | 540 |`;
    for (const above of [TITLE, PLAIN]) {
      const { facts, left } = bindWritten(above + written, { fiscalYear: 2015 });
      expect(left).toEqual([]);
      expect(facts).toEqual([
        "7.15 three-public",
        "3.05 three-public{item=receptions}",
        "4.10 three-public{item=vehicles}",
        "4.10 three-public{item=vehicle-running}",
        "2个 vehicles-held",
        "61个 reception-batches",
        "540个 reception-persons",
      ]);
    }
  });

  it("with stages, last year and comparisons as rows", () => {
    const written = `${ITEMS}| 2014年度决算数 | 6.00 | | 4.00 | | 4.00 | 2.00 |
| 2015年度预算数 | 8.00 | | 5.00 | | 5.00 | 3.00 |
| 2015年度决算数 | 7.50 | | 4.50 | | 4.50 | 3.00 |
| 决算对比 | 1.50 | | 0.50 | | 0.50 | 1.00 |
| 比上年增减% | 25.00 | | 12.50 | | 12.50 | 50.00 |
| 完成预算% | 93.75 | | 90.00 | | 90.00 | 100.00 |`;
    for (const above of [TITLE, PLAIN]) {
      const { facts, left } = bindWritten(above + written, { fiscalYear: 2015 });
      expect(left).toEqual([]);
      expect(facts.filter((fact) => fact.endsWith("three-public") || !fact.includes("item="))).toEqual([
        "6.00 three-public{period=previous}",
        "8.00 three-public{stage=budget}",
        "7.50 three-public",
        "1.50 three-public{measure=change}",
        "25.00% three-public{measure=growth}",
        "93.75% three-public{stage=budget,measure=completion}",
      ]);
      expect(facts).toContain("0.50 three-public{item=vehicle-running,measure=change}");
    }
  });

  it("does not bind a comparison that the rows do not bear out", () => {
    const { facts, left } = bindWritten(
      `${TITLE}${ITEMS}| 预算数 | 8.00 | | 5.00 | | 5.00 | 3.00 |
| 决算数 | 7.50 | | 4.50 | | 4.50 | 3.00 |
| 对比 | 3.33 | | 2.22 | | 2.22 | 1.11 |`,
      { fiscalYear: 2015 },
    );
    expect(facts).toHaveLength(8);
    expect(left).toHaveLength(4);
  });

  it("beside next year's budget, which is not this year's", () => {
    const { facts, left } = bindWritten(
      `${PLAIN}| 项目 | 2015年决算（万元） | 2016年预算（万元） |
| 因公出国（境）经费 | 1.20 | |
| 公务接待费 | 3.05 | 3.00 |
| 公务用车购置及运行维护费 | 4.10 | 4.60 |`,
      { fiscalYear: 2015 },
    );
    expect(left).toEqual([]);
    expect(facts).toEqual([
      "1.20 three-public{item=overseas}",
      "3.05 three-public{item=receptions}",
      "3.00 three-public{stage=budget,item=receptions,label=2016年}",
      "4.10 three-public{item=vehicles}",
      "4.60 three-public{stage=budget,item=vehicles,label=2016年}",
    ]);
  });

  it("with counts in columns beside the money, each of its own item", () => {
    const { facts, left } = bindWritten(
      `${TITLE}| 项目 | 金额 | 团组数（个） | 人次（人） | 批次（批） | 车辆数（辆） |
| 合计 | 8.35 | | | | |
| 因公出国（境）费 | 1.20 | 1 | 2 | | |
| 公务接待费 | 3.05 | | 540 | 61 | |
| 公务用车购置及运行费 | 4.10 | | | | 3 |
| 公务用车运行维护费 | 4.10 | | | | 2 |`,
    );
    // Vehicles beside purchase and running together may be bought or held.
    expect(left).toEqual([expect.stringMatching(/^3 /)]);
    expect(facts.filter((fact) => fact.includes("个"))).toEqual([
      "1个 missions",
      "2个 mission-persons",
      "540个 reception-persons",
      "61个 reception-batches",
      "2个 vehicles-held",
    ]);
  });

  it("with money and counts under the heading of each item", () => {
    const { facts, left } = bindWritten(
      `${TITLE}| “三公”经费合计{2x1} | 因公出国（境）{1x3} | 公务接待{1x3} | 公务用车购置及运行维护{1x4} |
| 金额 | 团组数（个） | 人次（人） | 金额 | 批次（批） | 人次（人） | 购置金额 | 购置数（辆） | 运行维护费 | 保有量（辆） |
| 8.35 | 1.20 | 1 | 2 | 3.05 | 61 | 540 | 0 | 0 | 4.10 | 2 |`,
    );
    expect(left).toEqual([]);
    expect(facts).toEqual([
      "8.35 three-public",
      "1.20 three-public{item=overseas}",
      "1个 missions",
      "2个 mission-persons",
      "3.05 three-public{item=receptions}",
      "61个 reception-batches",
      "540个 reception-persons",
      "0 three-public{item=vehicle-purchase}",
      "0个 vehicles-bought",
      "4.10 three-public{item=vehicle-running}",
      "2个 vehicles-held",
    ]);
  });

  it("under a title of its own, with last year and both comparisons", () => {
    const { facts, left } = bindWritten(
      `2015年“三公”经费支出统计表
| 序号 | 项目 | 上年决算数 | 本年预算数 | 本年决算数 | 决算比上年增减 | 决算比预算增减 |
| 1 | 因公出国（境）费 | 0 | 0 | 0 | 0 | 0 |
| 2 | 公务接待费 | 2.00 | 4.00 | 3.05 | 1.05 | -0.95 |
| 3 | 公务用车购置及运行费 | 4.00 | 4.50 | 4.10 | 0.10 | -0.40 |
| | 合计 | 6.00 | 8.50 | 7.15 | 1.15 | -1.35 |`,
      { fiscalYear: 2015 },
    );
    expect(left).toEqual([]);
    expect(facts.slice(-5)).toEqual([
      "6.00 three-public{period=previous}",
      "8.50 three-public{stage=budget}",
      "7.15 three-public",
      "1.15 three-public{measure=change}",
      "-1.35 three-public{stage=budget,measure=change}",
    ]);
  });

  it("takes a budget of some year under no title for none of them", () => {
    const { facts } = bindWritten("| 项目 | 预算数 |\n| 合计 | 8.50 |\n| 公务接待费 | 4.00 |\n| 公务用车费 | 4.50 |");
    expect(facts).toEqual([]);
  });
});
