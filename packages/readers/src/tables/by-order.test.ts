import { describe, expect, it } from "vitest";
import { bindWritten } from "./testing.ts";

// Tables whose columns were found by how their texts stand, under headings that broke and went astray.

const bound = (rows: string) =>
  bindWritten(
    `支出决算表
    单位：万元
    | 项目{1x2} | | 本年支出合计{2x1} | 基本支出{2x1} | 对附属单位补助支{1x3} |
    | 科目编码 | 科目名称 | 项目支出 | 出{1x2} |
    ${rows}`,
    {},
    { inferred: true },
  );

describe("a table without lines whose headings went astray", () => {
  it("is headed as its form is, where its rows add up under those headings and no others", () => {
    const { facts, left } = bindWritten(
      `支出决算表
      单位：万元
      | 项目{1x2} | 本年支出合计{2x1} | 基本支出{2x1} | 项目支出{2x1} | 对附属单位补助支{1x3} |
      | 科目编码 | 科目名称 | 上缴上级支出 | 经营支出 | 出 |
      | 合计{1x2} | 21.00 | 1.00 | 2.00 | 3.00 | 4.00 | 11.00 |
      | 201 | 一般公共服务支出 | 11.00 | 1.00 | 2.00 | 3.00 | 4.00 | 1.00 |
      | 205 | 教育支出 | 10.00 |  |  |  |  | 10.00 |`,
      {},
      { inferred: true },
    );
    expect(left).toEqual([]);
    expect(facts.slice(0, 6)).toEqual([
      "21.00 expenditure",
      "1.00 expenditure{nature=basic}",
      "2.00 expenditure{nature=project}",
      "3.00 expenditure{nature=superior-payment}",
      "4.00 expenditure{nature=operating}",
      "11.00 expenditure{nature=subordinate-subsidy}",
    ]);
  });

  it("is left unbound where its rows do not", () => {
    const { facts } = bound(`| 合计{1x2} | 21.00 | 1.00 | 2.00 | 3.00 |
      | 201 | 一般公共服务支出 | 11.00 | 1.00 | 2.00 | 3.00 |
      | 205 | 教育支出 | 10.00 | 5.00 | 9.00 | 3.00 |`);
    expect(facts).toEqual([]);
  });

  it("takes the numbers of columns for no amounts, though the end of a heading stands above them", () => {
    const { facts } = bindWritten(`财政拨款“三公”经费支出决算表
      单位：万元
      | 预算数 | 因公出国（境）费{3x1} | 公务用车购置及运行维护费{1x2} | 公务用车运行{2x1} | 公务接待费{3x1} |
      | 合计{2x1} | 小计{2x1} | 公务用车购置 |
      | 费 | 维护费 |
      | 1 | 2 | 3 | 4 | 5 | 6 |
      | 13.48 |  | 13.48 |  | 13.48 |  |`);
    expect(facts.filter((fact) => /^[1-6] /.test(fact))).toEqual([]);
  });

  it("is left unbound where one heading stands over two columns of amounts", () => {
    const { facts } = bindWritten(
      `支出决算表
      单位：万元
      | 项目 | 本年支出合计 | 基本支出{1x2} | 经营支出 |
      | 教育支出 | 6.00 | 3.00 | 2.00 | 1.00 |
      | 合计 | 6.00 | 3.00 | 2.00 | 1.00 |`,
      {},
      { inferred: true },
    );
    expect(facts).toEqual([]);
  });

  it("takes codes under the heading of amounts for none", () => {
    const { facts } = bindWritten(
      `机关运行经费支出决算表
      单位：万元
      | 机关运行经费支出决算 | 科目名称 |
      | 302 | 商品和服务支出 |
      | 30201 | 办公费 |
      | 30202 | 印刷费 |`,
      {},
      { inferred: true },
    );
    expect(facts).toEqual([]);
  });

  it("is headed as its form is where it has one row of amounts", () => {
    const { facts } = bindWritten(
      `财政拨款“三公”经费支出决算表
      单位：万元
      | 预算数{1x6} | 决算数{1x6} |
      | 公务用车购置及运行维护费{1x7} | 公务用车购置及运行维护费{1x5} |
      | 因公出国（境）费{1x3} | 公务用车购置费 | 公务用车运行维护费{2x1} |  | 因公出国（境）费{1x3} | 公务用车购置费 | 公务用车运行维护费{2x1} |  |
      | 合计 | 小计{1x3} | 公务接待费 | 合计 | 小计{1x3} | 公务接待费 |
      | 5.00 |  | 5.00 |  | 5.00 |  | 7.00 |  | 7.00 |  | 7.00 |  |`,
      {},
      { inferred: true },
    );
    expect(facts).toEqual([
      "5.00 three-public{stage=budget}",
      "5.00 three-public{stage=budget,item=vehicles}",
      "5.00 three-public{stage=budget,item=vehicle-running}",
      "7.00 three-public",
      "7.00 three-public{item=vehicles}",
      "7.00 three-public{item=vehicle-running}",
    ]);
  });
});
