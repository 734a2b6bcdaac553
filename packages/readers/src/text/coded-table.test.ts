import { keyText } from "@juesuan/core";
import { describe, expect, it } from "vitest";
import { bindDisclosure } from "../binding/bind.ts";
import { readText } from "./index.ts";

function read(text: string) {
  const disclosure = bindDisclosure(readText(new TextEncoder().encode(text)));
  return {
    tables: disclosure.tables.map(({ table, title }) => `${table} ${title ?? ""}`),
    facts: disclosure.figures.map(({ text, concept, dimensions }) => `${text} ${keyText(concept, dimensions)}`),
    left: disclosure.unbound.map(({ text }) => text),
  };
}

// As `pdftotext -raw` copies a table: a space between cells, nothing for those that are empty, names over lines.
const GENERAL = `一般公共预算财政拨款支出决算表
单位：万元
项目
合计 基本支出 项目支出
功能分类科目编码 科目名称
合计 12.00 7.00 5.00
208 社会保障和就业支出 3.00 3.00
20805 行政事业单位养老支出 3.00 3.00
2080505 机关事业单位基本
养老保险缴费支出 3.00 3.00
213 农林水支出 9.00 4.00 5.00
21303 水利 9.00 4.00 5.00
2130301
行政运行
4.00 4.00
2130305 水利工程建设 5.00 5.00
注：本表反映部门本年度一般公共预算财政拨款支出情况。
`;

describe("a list by codes whose empty cells left nothing behind", () => {
  it("has its amounts in the columns in which rows and their parts add up", () => {
    const { facts, left } = read(GENERAL);
    expect(left).toEqual([]);
    expect(facts.filter((fact) => fact.includes("nature=") && fact.includes("functional="))).toEqual([
      "3.00 expenditure{fund=general,functional=208,nature=basic}",
      "3.00 expenditure{fund=general,functional=20805,nature=basic}",
      "3.00 expenditure{fund=general,functional=2080505,nature=basic}",
      "4.00 expenditure{fund=general,functional=213,nature=basic}",
      "5.00 expenditure{fund=general,functional=213,nature=project}",
      "4.00 expenditure{fund=general,functional=21303,nature=basic}",
      "5.00 expenditure{fund=general,functional=21303,nature=project}",
      "4.00 expenditure{fund=general,functional=2130301,nature=basic}",
      "5.00 expenditure{fund=general,functional=2130305,nature=project}",
    ]);
  });

  it("lists what may stand in either of two columns", () => {
    const { facts, left } = read(
      GENERAL.replace("2130301\n行政运行\n4.00 4.00\n", "2130301 行政运行 4.50 4.50\n").replace(
        "5.00 5.00\n注",
        "4.50 4.50\n注",
      ),
    );
    expect(left).toEqual(["4.50", "4.50", "4.50", "4.50"]);
    expect(facts).toContain("4.00 expenditure{fund=general,functional=21303,nature=basic}");
  });

  it("binds only what every way has in common, where nothing says which columns the totals stand in", () => {
    const revenue = (other: string): string => `收入决算表
单位：万元
科目编码 科目名称 本年收入合计 财政拨款收入 上级补助收入 事业收入 经营收入 附属单位上缴收入 其他收入
合计 9.00 8.00 1.00
208 社会保障和就业支出 4.00 4.00
20805 行政事业单位养老支出 4.00 4.00
213 农林水支出 5.00 4.00 1.00
21303 水利 5.00 4.00 1.00
注：本表反映部门本年度取得的各项收入情况。
${other}`;
    const open = read(revenue(""));
    expect(open.facts).toContain("5.00 revenue{functional=213}");
    expect(open.facts.some((fact) => fact.startsWith("1.00"))).toBe(false);
    expect(open.left).toContain("1.00");
    const told = read(
      revenue("二、收入决算情况说明\n本年收入合计9.00万元，其中：财政拨款收入8.00万元；其他收入1.00万元。\n"),
    );
    expect(told.facts).toContain("1.00 revenue{source=other,functional=213}");
    expect(told.facts).toContain("4.00 revenue{fund=appropriation,functional=208}");
  });

  it("goes on over a page whose headings were copied behind its rows", () => {
    const text = GENERAL.replace("合计 基本支出 项目支出\n", "").replace(
      "213 农林水支出",
      "合计 基本支出 项目支出\n一般公共预算财政拨款支出决算表\n项目\n功能分类科目编码 科目名称\n213 农林水支出",
    );
    expect(read(text).facts).toContain("5.00 expenditure{fund=general,functional=2130305,nature=project}");
  });

  it("has the total once more on each page", () => {
    const { facts } = read(GENERAL.replace("21303 水利", "合计 12.00 7.00 5.00\n21303 水利"));
    expect(facts).toContain("5.00 expenditure{fund=general,functional=2130305,nature=project}");
  });

  it("spent of one fund in no other nature than of all", () => {
    const all = GENERAL.replace("一般公共预算财政拨款支出决算表", "支出决算表").replaceAll(
      "合计 基本支出",
      "本年支出合计 基本支出",
    );
    const fund = `政府性基金预算财政拨款收入支出决算表
单位：万元
项目
年初结转和结余 本年收入 本年支出 年末结转和结余
功能分类科目编码 科目名称 小计 基本支出 项目支出
合计 1.00 5.00 4.00 4.00 2.00
213 农林水支出 1.00 5.00 4.00 4.00 2.00
2130305 水利工程建设 1.00 5.00 4.00 4.00 2.00
`;
    const key = "expenditure{fund=government-fund,functional=2130305,nature=project}";
    expect(read(`${all}${fund}`).facts).toContain(`4.00 ${key}`);
    expect(read(fund).facts.some((fact) => fact.includes("nature="))).toBe(false);
  });

  it("is no table of its title where its codes were copied beside the amounts of others", () => {
    const slipped = GENERAL.replace("合计 12.00 7.00 5.00\n", "")
      .replace("208 社会保障和就业支出 3.00", "208 社会保障和就业支出 12.00")
      .replace("213 农林水支出 9.00", "213 农林水支出 1.00");
    expect(read(slipped).facts.filter((fact) => fact.includes("nature="))).toEqual([]);
  });
});

describe("a table in which nothing stands", () => {
  it("is that of its title, as the note below its headings says", () => {
    const { tables } = read(`国有资本经营预算财政拨款支出决算表
公开09表
部门：某某县水利局 金额单位：万元
功能分类科目编码 科目名称 合计 基本支出 项目支出
类 款 项 栏次 1 2 3
注：本部门没有国有资本经营预算财政拨款支出，本表为空表。
`);
    expect(tables).toEqual(["state-capital-expenditure 国有资本经营预算财政拨款支出决算表"]);
  });
});

describe("a self-evaluation that was copied cell by cell", () => {
  it("is listed, and no indicator is told by the words before it", () => {
    const { facts, left } = read(`九、预算绩效情况说明
本部门对1个项目开展绩效自评，自评得分96分。
项目支出绩效自评表
（2023年度）
项目名称 河道管护
一级指标 二级指标 三级指标 年度指标值 实际完成值 分值 得分
产出指标 数量指标 管护河道
长度 ≥52公里 52公里 50 50
效益指标 社会效益 群众满意 ≥90% 92% 50 46
总分 100 96
十、国有资产占用情况说明
年末共有车辆3辆。
`);
    expect(left).toContain("52");
    expect(facts.filter((fact) => /^(?:52|92|46) /.test(fact))).toEqual([]);
    expect(facts.some((fact) => fact.startsWith("3 "))).toBe(true);
  });
});
