import { describe, expect, it } from "vitest";
import { bindWritten } from "./testing.ts";

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
