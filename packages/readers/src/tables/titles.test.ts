import { describe, expect, it } from "vitest";
import { bindWritten } from "./testing.ts";
import { namedBy } from "./titles.ts";

const SUMMARY = `收入支出决算总表
| 收入{1x2} | 支出{1x2} |
| 项目 | 决算数 | 项目 | 决算数 |
| 一、一般公共预算财政拨款收入 | 90.00 | 一、一般公共服务支出 | 80.00 |
| 二、政府性基金预算财政拨款收入 | 10.00 | 二、教育支出 | 20.00 |
| 本年收入合计 | 100.00 | 本年支出合计 | 100.00 |
| 总计 | 100.00 | 总计 | 100.00 |`;

const HEADING = `| 项目{1x2} | 本年支出{1x3} |
| 科目编码 | 科目名称 | 小计 | 基本支出 | 项目支出 |`;

describe("a title that nobody has taught", () => {
  it.each([
    ["政府性基金收支情况表", ["government-fund"]],
    ["公共预算基本经费情况表", ["basic-expenditure"]],
    ["各项收入决算情况表", ["revenue"]],
    ["财政拨款收支总表", ["appropriation"]],
    // The budget of a year, and no table of the accounts.
    ["收入支出预算总表", []],
    ["专项资金绩效评价支出情况表", []],
  ])("%s says which tables it can be of", (title, ids) => {
    expect(namedBy(title).tables.map(({ id }) => id)).toEqual(ids);
  });

  it("is that of the one table of which it says the same, where the shape is that table's", () => {
    const { facts, left } = bindWritten(`${SUMMARY}
国资预算拨款支出情况表
${HEADING}
| 合计{1x2} | 7.00 | 0.00 | 7.00 |
| 223 | 国有资本经营预算支出 | 7.00 | 0.00 | 7.00 |`);
    expect(left).toEqual([]);
    expect(facts).toContain("7.00 expenditure{fund=state-capital,functional=223,nature=project}");
  });

  it("is any table's where it says nothing, if what is printed before agrees with that one alone", () => {
    const totals = `财政拨款收入支出决算总表
| 收入{1x2} | 支出{1x5} |
| 项目 | 决算数 | 项目 | 合计 | 一般公共预算财政拨款 | 政府性基金预算财政拨款 | 国有资本经营预算财政拨款 |
| 一、一般公共预算财政拨款 | 90.00 | 一、一般公共服务支出 | 70.00 | 70.00 | | |
| 二、政府性基金预算财政拨款 | 10.00 | 二、城乡社区支出 | 30.00 | 20.00 | 10.00 | |
| 总计 | 100.00 | 总计 | 100.00 | 90.00 | 10.00 | |`;
    const strange = `附列事项统计表（甲类）
${HEADING}
| 合计{1x2} | 90.00 | 60.00 | 30.00 |
| 201 | 一般公共服务支出 | 70.00 | 60.00 | 10.00 |
| 212 | 城乡社区支出 | 20.00 | 0.00 | 20.00 |`;
    expect(bindWritten(`${totals}\n${strange}`).facts).toContain("70.00 expenditure{fund=general,functional=201}");
    const other = strange.replace("| 70.00 |", "| 71.00 |").replaceAll("90.00", "91.00");
    expect(bindWritten(`${totals}\n${other}`).tables.map(({ table }) => table)).toEqual(["appropriation", undefined]);
  });

  it("names no table that the document prints under its own title", () => {
    const { tables } = bindWritten(`支出决算表
${HEADING}
| 合计{1x2} | 7.00 | 3.00 | 4.00 |
| 201 | 一般公共服务支出 | 7.00 | 3.00 | 4.00 |
各项支出分项情况表
${HEADING}
| 合计{1x2} | 7.00 | 3.00 | 4.00 |
| 201 | 一般公共服务支出 | 7.00 | 3.00 | 4.00 |`);
    expect(tables.map(({ table }) => table)).toEqual(["expenditure", undefined]);
  });
});

describe("a table without a title", () => {
  it("keeps another with its headings from being taken for it", () => {
    const list = (amount: string) => `| 科目编码 | 科目名称 | 本年基本支出合计 | 人员经费 | 公用经费 |
| 合计{1x2} | ${amount} | ${amount} | |
| 301 | 工资福利支出 | ${amount} | ${amount} | |`;
    const { tables } = bindWritten(`财政拨款基本支出决算表
${list("9.00")}
某段落与表无关。
${list("7.00")}`);
    expect(tables.map(({ table }) => table)).toEqual(["appropriation-basic", "basic-expenditure"]);
  });
});
