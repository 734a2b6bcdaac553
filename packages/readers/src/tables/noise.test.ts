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

describe("rows by classification", () => {
  const HEAD = `支出决算表
| 项目{1x4} | 本年支出合计{2x1} | 基本支出{2x1} | 项目支出{2x1} |
| 类 | 款 | 项 | 科目名称 |`;
  const CODES = [
    "30.00 expenditure",
    "30.00 expenditure{functional=208}",
    "30.00 expenditure{functional=20805}",
    "30.00 expenditure{functional=2080505}",
  ];
  const totals = (written: string) => bindWritten(written).facts.filter((fact) => !fact.includes("nature"));

  it.each([
    ["split, complete", "| 208 | 05 | 05 |", "| 208 | 05 | |", "| 208 | | |"],
    ["split, each level in its own column only", "| | | 05 |", "| | 05 | |", "| 208 | | |"],
    ["split, without leading zeros", "| 208 | 5 | 5 |", "| 208 | 5 | |", "| 208 | | |"],
    ["split, every column with the whole code", "| 208 | 20805 | 2080505 |", "| 208 | 20805 | |", "| 208 | | |"],
    ["joined in the first column", "| 2080505 | | |", "| 20805 | | |", "| 208 | | |"],
    ["joined, spread by spaces", "| 208 05 05{1x3} |", "| 208 05{1x3} |", "| 208{1x3} |"],
  ])("codes %s", (_, item, group, own) => {
    expect(
      totals(`${HEAD}
| 合计{1x4} | 30.00 | 20.00 | 10.00 |
${own} 社会保障和就业支出 | 30.00 | 20.00 | 10.00 |
${group} 行政事业单位养老支出 | 30.00 | 20.00 | 10.00 |
${item} 机关事业单位基本养老保险缴费支出 | 30.00 | 20.00 | 10.00 |`),
    ).toEqual(CODES);
  });

  it("codes in one cell with the name", () => {
    const { facts, left, tables } = bindWritten(`支出决算表
| 项目 | 本年支出合计 | 基本支出 | 项目支出 |
| 合计 | 30.00 | 20.00 | 10.00 |
| 208社会保障和就业支出 | 30.00 | 20.00 | 10.00 |
| 20805 行政事业单位养老支出 | 30.00 | 20.00 | 10.00 |
| 2080505-机关事业单位基本养老保险缴费支出 | 30.00 | 20.00 | 10.00 |`);
    expect(left).toEqual([]);
    expect(facts.filter((fact) => !fact.includes("nature"))).toEqual(CODES);
    expect(tables[0]!.rows.at(-1)).toMatchObject({
      code: "2080505",
      label: "机关事业单位基本养老保险缴费支出",
      level: "item",
    });
  });

  it("the total last, and its label over the columns of the code", () => {
    expect(
      totals(`${HEAD}
| 208 | 05 | 05 | 机关事业单位基本养老保险缴费支出 | 30.00 | 20.00 | 10.00 |
| 合 计{1x4} | 30.00 | 20.00 | 10.00 |`),
    ).toEqual(["30.00 expenditure{functional=2080505}", "30.00 expenditure"]);
  });

  it("names alone, resolved by other tables of the document", () => {
    const { facts, left } = bindWritten(`支出决算表
| 科目编码 | 科目名称 | 本年支出合计 |
| 208 | 社会保障和就业支出 | 30.00 |
| 20805 | 行政事业单位养老支出 | 30.00 |
| 2080505 | 机关事业单位基本养老保险缴费支出 | 30.00 |
一般公共预算财政拨款支出决算表
| 科目名称 | 合计 | 基本支出 |
| 社会保障和就业支出 | 30.00 | 30.00 |
| 行政事业单位养老支出 | 30.00 | 30.00 |
| 机关事业单位基本养老保险缴费支出 | 30.00 | 30.00 |`);
    expect(left).toEqual([]);
    expect(facts.slice(3).filter((fact) => !fact.includes("nature"))).toEqual([
      "30.00 expenditure{fund=general,functional=208}",
      "30.00 expenditure{fund=general,functional=20805}",
      "30.00 expenditure{fund=general,functional=2080505}",
    ]);
  });

  it("a name that goes on in the next row", () => {
    const { tables, facts } = bindWritten(`支出决算表
| 科目编码 | 科目名称 | 本年支出合计 | 基本支出 |
| 2080505 | 机关事业单位基本养老保险缴 | 30.00 | 30.00 |
| | 费支出 | | |
| 2080506 | 机关事业单位职业年金缴费支出 | 15.00 | 15.00 |`);
    expect(facts).toHaveLength(4);
    expect(tables[0]!.rows.map(({ label }) => label)).toEqual([
      "机关事业单位基本养老保险缴费支出",
      "机关事业单位职业年金缴费支出",
    ]);
  });

  it("projects below their items", () => {
    const { facts, left } = bindWritten(`一般公共预算财政拨款项目支出决算表
| 科目编码 | 科目名称 | 合计 |
| 2080101 | 行政运行 | 30.00 |
| | 就业补助项目 | 20.00 |
| | 信息化项目 | 10.00 |`);
    expect(left).toEqual([]);
    expect(facts).toEqual([
      "30.00 expenditure{fund=general,functional=2080101,nature=project}",
      "20.00 expenditure{fund=general,functional=2080101,nature=project,label=就业补助项目}",
      "10.00 expenditure{fund=general,functional=2080101,nature=project,label=信息化项目}",
    ]);
  });
});

describe("cells", () => {
  it("print numbers in many ways", () => {
    const { tables, figures, left } = bindWritten(`支出决算表
| 科目编码 | 科目名称 | 本年支出合计 | 基本支出 | 项目支出 | 上缴上级支出 | 经营支出 | 对附属单位补助支出 |
| 208 | 社会保障和就业支出 | 1 ,234.50 | （３．２０） | －5.1 | 12.34① | 0 | ¥7.00万元 |
| 210 | 卫生健康支出 | | - | — | / | 0.00 | 8.5 * |`);
    expect(left).toEqual([]);
    expect(figures.map(({ value, decimals }) => `${value}/${decimals}`)).toEqual([
      "1234.50/2",
      "-3.20/2",
      "-5.1/1",
      "12.34/2",
      "0/0",
      "7.00/2",
      "0.00/2",
      "8.5/1",
    ]);
    expect(tables[0]!.cells.slice(6).map(({ blank }) => blank)).toEqual([
      "empty",
      "dash",
      "dash",
      "dash",
      undefined,
      undefined,
    ]);
  });

  it("give each figure its place: the number alone, in the text", () => {
    const { document, figures } = bindWritten(`支出决算表
| 科目编码 | 科目名称 | 本年支出合计 |
| 208 | 社会保障和就业支出 | 12.34万元① |`);
    const { source } = figures[0]!;
    expect(document.text.slice(source.start, source.end)).toBe("12.34");
    expect(source).toMatchObject({
      table: "expenditure",
      row: "社会保障和就业支出",
      column: "本年支出合计",
      text: "12.34",
    });
  });

  it("with several numbers or with words are listed, none is lost", () => {
    const { left } = bindWritten(`支出决算表
| 科目编码 | 科目名称 | 本年支出合计 | 基本支出 |
| 208 | 社会保障和就业支出 | 12.34 5.67 | 约3万元左右 |`);
    expect(left.map((text) => text.split(" ")[0])).toEqual(["12.34", "5.67", "3"]);
  });
});

describe("tables without figures", () => {
  it("are there with their note", () => {
    const { tables } = bindWritten(`国有资本经营预算财政拨款收入支出决算表
单位：万元
| 科目编码 | 科目名称 | 年初结转和结余 | 本年收入 | 本年支出 | 年末结转和结余 |
| | | | | | |
注：本表反映部门本年度国有资本经营预算财政拨款收入支出及结转和结余情况。
本部门2024年度没有国有资本经营预算财政拨款收入和支出，故本表为空。`);
    expect(tables[0]).toMatchObject({ table: "state-capital", empty: true });
    expect(tables[0]!.note).toContain("故本表为空");
  });

  it("have a note that the form's own instruction stands before", () => {
    const { tables } = bindWritten(`国有资本经营预算财政拨款收入支出决算表
| 科目编码 | 科目名称 | 年初结转和结余 | 本年收入 | 本年支出 | 年末结转和结余 |
| 合计{1x2} | | | | |
注：本表反映部门本年度国有资本经营预算财政拨款收入支出及结转和结余情况。
无国有资本经营预算财政拨款收入支出的，仍保留该表格式，并在本表下方作下述说明：
说明：某局本年度没有国有资本经营预算财政拨款收入和支出，故本表无数据。`);
    expect(tables[0]!.note).toContain("说明：某局");
  });

  it("are there when only title and note are printed", () => {
    const { tables } = bindWritten(`支出决算表
| 科目编码 | 科目名称 | 本年支出合计 |
| 208 | 社会保障和就业支出 | 12.34 |
十一、国有资本经营预算财政拨款收入支出决算表
说明：本部门没有国有资本经营预算收入和支出，故本表无数据。`);
    expect(tables.map(({ table, empty }) => `${table} ${empty}`)).toEqual(["expenditure false", "state-capital true"]);
  });
});

describe("columns and rows that the setting made", () => {
  it("are one where no cell begins between them: tables that share a sheet merge over each other's columns", () => {
    const { facts, left, tables } = bindWritten(`一般公共预算财政拨款支出决算表
      单位：万元
      | 类{1x1} | 款{1x3} | 项{1x2} | 科目名称{1x2} | 合计{1x3} | 基本支出{1x2} | 项目支出{1x4} |
      | 205 | {1x3} | {1x2} | 教育支出{1x2} | 9.00{1x3} | 6.00{1x2} | 3.00{1x4} |
      | 205 | 2{1x3} | {1x2} | 普通教育{1x2} | 9.00{1x3} | 6.00{1x2} | 3.00{1x4} |
      | 205 | 2{1x3} | 3{1x2} | 初中教育{1x2} | 9.00{1x3} | 6.00{1x2} | 3.00{1x4} |`);
    expect(left).toEqual([]);
    expect(tables[0]!.rows.map(({ code }) => code)).toEqual(["205", "20502", "2050203"]);
    expect(facts.slice(6)).toEqual([
      "9.00 expenditure{fund=general,functional=2050203}",
      "6.00 expenditure{fund=general,functional=2050203,nature=basic}",
      "3.00 expenditure{fund=general,functional=2050203,nature=project}",
    ]);
  });

  it("are a label that a page parts from its amounts", () => {
    const { facts, left } = bindWritten(`收入支出决算总表
      单位：万元
      | 收入{1x2} | 支出{1x2} |
      | 项目 | 决算数 | 项目 | 决算数 |
      | 一、一般公共预算财政拨款收入 | 9.00 | 五、教育支出 | 9.00 |
      | 本年收 | | 本年支 | |
      | 入合计 | 9.00 | 出合计 | 9.00 |
      | 总计 | 9.00 | 总计 | 9.00 |`);
    expect(left).toEqual([]);
    expect(facts).toContain("9.00 revenue");
    expect(facts).toContain("9.00 expenditure");
  });

  it("are columns of nothing that a heading too long for its page makes there", () => {
    const { facts, tables } = bindWritten(`支出决算表
      单位：万元
      | 科目编码 | 科目名称 | 本年支出合计 | 基本支出 | 项目支出 | 上缴上 | |
      | 205 | 教育支出 | 9.00 | 6.00 | 3.00 | | |

      | 208 | 社会保障和就业支出 | 5.00 | 5.00 | 0.00 |`);
    expect(tables.map(({ table }) => table)).toEqual(["expenditure"]);
    expect(facts).toContain("5.00 expenditure{functional=208,nature=basic}");
  });

  it("are the last line of a name that the page before begins, though it is a heading's word", () => {
    const { tables } = bindWritten(`支出决算表
      单位：万元
      | 类 | 款 | 项 | 科目名称 | 本年支出合计 | 基本支出 | 项目支出 |
      | 208 | 05 | 06 | 机关事业单位职业年金缴费 | 9.00 | 9.00 | |

      | | | | 支出 | | | |
      | 208 | 99 | | 其他社会保障和就业支出 | 5.00 | 5.00 | |`);
    expect(tables.map(({ rows }) => rows.map(({ code, label }) => [code, label]))).toEqual([
      [
        ["2080506", "机关事业单位职业年金缴费支出"],
        ["20899", "其他社会保障和就业支出"],
      ],
    ]);
  });

  it("are the number of a page among the headings that the next one repeats", () => {
    const { tables } = bindWritten(`支出决算表
      单位：万元
      | 科目编码 | 科目名称 | 本年支出合计 | 基本支出 | 项目支出 |
      | 合计{1x2} | 9.00 | 6.00 | 3.00 |
      | 205 | 教育支出 | 5.00 | 2.00 | 3.00 |

      | 科目编码{2x1} | 科目名称{2x1} | —15—{1x3} |
      | 本年支出合计 | 基本支出 | 项目支出 |
      | 221 | 住房保障支出 | 4.00 | 4.00 | |`);
    expect(tables.map(({ rows }) => rows.map(({ code }) => code))).toEqual([[undefined, "205", "221"]]);
  });
});
