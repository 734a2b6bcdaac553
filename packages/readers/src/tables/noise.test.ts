import { describe, expect, it } from "vitest";
import { bindWritten } from "./testing.ts";

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
