import { describe, expect, it } from "vitest";
import { bindWritten } from "./testing.ts";

const idsOf = (written: string) => bindWritten(written).tables.map(({ table }) => table);

describe("a table is known by its title", () => {
  const BODY = `| 科目编码 | 科目名称 | 合计 | 基本支出 | 项目支出 |
| 合计{1x2} | 30.00 | 20.00 | 10.00 |
| 208 | 社会保障和就业支出 | 30.00 | 20.00 | 10.00 |`;

  it.each([
    ["alone", "一般公共预算财政拨款支出决算表"],
    ["with the number of the form", "公开05表\n一般公共预算财政拨款支出决算表\n部门：某局 金额单位：万元"],
    ["with number, year and department", "附件5：某市某局2024年度一般公共预算财政拨款支出决算表（公开05表）\n单位：元"],
    ["numbered", "五、一般公共预算财政拨款支出决算表"],
    ["broken over two lines", "一般公共预算财政拨款\n支出决算表\n单位：万元"],
    ["set wide", "一 般 公 共 预 算 财 政 拨 款 支 出 决 算 表"],
    ["with the unit on its line", "一般公共预算财政拨款支出决算表 单位：万元"],
    ["with department, year and unit below", "一般公共预算财政拨款支出决算表\n编制单位：某局 2024年度 金额单位：万元"],
    ["under the part's heading", "第二部分 某局2024年度部门决算表\n五、一般公共预算财政拨款支出决算表"],
  ])("%s", (_, above) => {
    const { tables, facts, left, consumed, document } = bindWritten(`${above}\n${BODY}`);
    expect(tables.map(({ table }) => table)).toEqual(["general-expenditure"]);
    expect(facts).toHaveLength(6);
    expect(left).toEqual([]);
    const taken = consumed.map(({ start, end }) => document.text.slice(start, end)).join("\n");
    for (const line of above.split("\n"))
      if (!line.startsWith("第二部分")) expect(taken).toContain(line.trim().slice(0, 6));
  });

  it("typed into its own first rows", () => {
    const { tables, facts } = bindWritten(`| 一般公共预算财政拨款支出决算表{1x5} |
|  |  |  |  | 公开05表 |
| 部门：某局{1x3} | 单位：元{1x2} |
${BODY}`);
    expect(tables[0]).toMatchObject({ table: "general-expenditure", unit: "yuan", department: "某局" });
    expect(facts).toHaveLength(6);
  });

  it("and not by the words of another", () => {
    expect(idsOf(`项目支出绩效自评表\n| 项目名称 | 得分 |\n| 信息化 | 99.5 |`)).toEqual([undefined]);
    expect(idsOf(`2025年部门预算支出表\n${BODY}`)).toEqual([undefined]);
    const three = "| 合计 | 因公出国（境）费 | 公务接待费 |\n| 预算数 | 决算数 | 决算数 |\n| 3.00 | 1.00 | 2.00 |";
    expect(idsOf(`政府性基金预算财政拨款“三公”经费支出决算表\n${three}`)).toEqual([undefined]);
  });
});

describe("a table without a title is known by its shape", () => {
  it.each([
    [
      "revenue-and-expenditure",
      `| 收入{1x2} | 支出{1x2} |
| 项目 | 决算数 | 项目 | 决算数 |
| 一、一般公共预算财政拨款收入 | 30.00 | 一、一般公共服务支出 | 20.00 |
| 四、上级补助收入 | | 八、社会保障和就业支出 | 10.00 |
| 本年收入合计 | 30.00 | 本年支出合计 | 30.00 |
| 总计 | 30.00 | 总计 | 30.00 |`,
    ],
    [
      "revenue",
      `| 项目{1x2} | 本年收入合计{2x1} | 财政拨款收入{2x1} | 上级补助收入{2x1} | 事业收入{2x1} | 经营收入{2x1} | 附属单位上缴收入{2x1} | 其他收入{2x1} |
| 功能分类科目编码 | 科目名称 |
| 合计{1x2} | 30.00 | 30.00 | | | | | |
| 208 | 社会保障和就业支出 | 30.00 | 30.00 | | | | | |`,
    ],
    [
      "expenditure",
      `| 科目编码 | 科目名称 | 本年支出合计 | 基本支出 | 项目支出 | 上缴上级支出 | 经营支出 | 对附属单位补助支出 |
| 208 | 社会保障和就业支出 | 30.00 | 20.00 | 10.00 | | | |`,
    ],
    [
      "appropriation",
      `| 收入{1x2} | 支出{1x5} |
| 项目 | 决算数 | 项目 | 合计 | 一般公共预算财政拨款 | 政府性基金预算财政拨款 | 国有资本经营预算财政拨款 |
| 一、一般公共预算财政拨款 | 30.00 | 一、一般公共服务支出 | 30.00 | 30.00 | | |
| 本年收入合计 | 30.00 | 本年支出合计 | 30.00 | 30.00 | | |
| 总计 | 30.00 | 总计 | 30.00 | 30.00 | | |`,
    ],
    [
      "basic-expenditure",
      `| 科目编码 | 科目名称 | 决算数 | 科目编码 | 科目名称 | 决算数 |
| 301 | 工资福利支出 | 12.00 | 302 | 商品和服务支出 | 3.00 |
| 30101 | 基本工资 | 12.00 | 30201 | 办公费 | 3.00 |
| 人员经费合计{1x2} | 12.00 | 公用经费合计{1x2} | 3.00 |`,
    ],
    [
      "three-public",
      `| 预算数{1x6} | 决算数{1x6} |
| 合计{2x1} | 因公出国（境）费{2x1} | 公务用车购置及运行维护费{1x3} | 公务接待费{2x1} | 合计{2x1} | 因公出国（境）费{2x1} | 公务用车购置及运行维护费{1x3} | 公务接待费{2x1} |
| 小计 | 公务用车购置费 | 公务用车运行维护费 | 小计 | 公务用车购置费 | 公务用车运行维护费 |
| 3.00 | | 2.00 | | 2.00 | 1.00 | 2.50 | | 2.00 | | 2.00 | 0.50 |`,
    ],
  ])("%s", (id, body) => {
    const { tables, left } = bindWritten(`某段话。\n${body}`);
    expect(tables.map(({ table }) => table)).toEqual([id]);
    expect(left).toEqual([]);
  });

  it("and by its place in the row of tables and by its amounts, where the shape fits several", () => {
    const flow = `| 科目编码 | 科目名称 | 年初结转和结余 | 本年收入 | 本年支出{1x3} | 年末结转和结余 |
| | | | | 小计 | 基本支出 | 项目支出 | |
| 合计{1x2} | | 5.00 | 5.00 | | 5.00 | |`;
    const general = `| 科目编码 | 科目名称 | 合计 | 基本支出 | 项目支出 |
| 208 | 社会保障和就业支出 | 30.00 | 20.00 | 10.00 |`;
    const all = `| 收入{1x2} | 支出{1x4} |
| 项目 | 决算数 | 项目 | 合计 | 一般公共预算财政拨款 | 政府性基金预算财政拨款 |
| 本年收入合计 | 35.00 | 八、社会保障和就业支出 | 35.00 | 30.00 | 5.00 |
| 总计 | 35.00 | 本年支出合计 | 35.00 | 30.00 | 5.00 |`;
    expect(
      idsOf(
        `财政拨款收入支出决算总表\n${all}\n单位：万元\n${general}\n单位：万元\n${flow}\n国有资本经营预算财政拨款收入支出决算表\n${flow}`,
      ),
    ).toEqual(["appropriation", "general-expenditure", "government-fund", "state-capital"]);
  });

  it("but not where it has the shape of the table before and no total: the rest of that one, as likely as not", () => {
    const heading = "| 科目编码 | 科目名称 | 合计 | 基本支出 | 项目支出 |";
    const { tables, left } = bindWritten(`一般公共预算财政拨款支出决算表
${heading}
| 合计{1x2} | 30.00 | 20.00 | 10.00 |
| 208 | 社会保障和就业支出 | 30.00 | 20.00 | 10.00 |
部门决算公开
${heading}
| 20805 | 行政事业单位养老支出 | 30.00 | 20.00 | 10.00 |`);
    expect(tables.map(({ table }) => table)).toEqual(["general-expenditure", undefined]);
    expect(left).toHaveLength(3);
  });
});
