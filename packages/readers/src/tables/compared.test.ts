import { describe, expect, it } from "vitest";
import { bindWritten } from "./testing.ts";

/** 一般公共预算财政拨款支出决算表 with a column that compares; each row gives what the budget was, what was spent, and the comparison. */
function compared(heading: string, rows: readonly (readonly [budget: string, final: string, compared: string])[]) {
  const body = rows.map(
    ([budget, final, last], at) =>
      `| 20805${String(at + 1).padStart(2, "0")} | 某项 | ${budget} | ${final} | ${last} |`,
  );
  const { facts, left } = bindWritten(
    `一般公共预算财政拨款支出决算表
    单位：万元
    | 科目编码 | 科目名称 | 年初预算数 | 决算数 | ${heading} |
    ${body.join("\n")}`,
    { fiscalYear: 2023 },
  );
  return { last: facts.filter((fact) => fact.includes("measure")), left, facts };
}

describe("columns that compare", () => {
  it("take a heading that names only a stage for the whole of each row", () => {
    expect(compared("完成预算%", [["50.00", "40.00", "80.00"]]).facts.slice(0, 2)).toEqual([
      "50.00 expenditure{stage=original-budget,fund=general,functional=2080501}",
      "40.00 expenditure{fund=general,functional=2080501}",
    ]);
  });

  it("are against the budget beside them, not against a year that the table does not print", () => {
    expect(compared("增减额", [["50.00", "40.00", "-10.00"]]).last).toEqual([
      "-10.00 expenditure{stage=original-budget,fund=general,functional=2080501,measure=change}",
    ]);
    expect(compared("决算数为预算数的%", [["50.00", "40.00", "80.00"]]).last).toEqual([
      "80.00% expenditure{stage=original-budget,fund=general,functional=2080501,measure=completion}",
    ]);
  });

  it("are against last year where they name it, and not where they name the year itself", () => {
    const withinYear = "-10.00 expenditure{stage=original-budget,fund=general,functional=2080501,measure=change}";
    expect(compared("2023年度预决算对比", [["50.00", "40.00", "-10.00"]]).last).toEqual([withinYear]);
    expect(compared("比2022年增减额", [["50.00", "40.00", "-10.00"]]).last).toEqual([
      "-10.00 expenditure{fund=general,functional=2080501,measure=change}",
    ]);
  });

  it("hold, under 比较 alone, what their amounts say: a difference, or a rate", () => {
    const amounts = [
      ["50.00", "40.00", "-10.00"],
      ["20.00", "30.00", "10.00"],
      // A slip in one row of three makes no other column of it.
      ["10.00", "12.00", "20.00"],
    ] as const;
    expect(compared("比较", amounts).last).toEqual([
      "-10.00 expenditure{stage=original-budget,fund=general,functional=2080501,measure=change}",
      "10.00 expenditure{stage=original-budget,fund=general,functional=2080502,measure=change}",
      "20.00 expenditure{stage=original-budget,fund=general,functional=2080503,measure=change}",
    ]);
    expect(compared("比较", [["50.00", "40.00", "80.00%"]]).last).toEqual([
      "80.00% expenditure{stage=original-budget,fund=general,functional=2080501,measure=completion}",
    ]);
    expect(compared("比较", [["50.00", "40.00", "-20.00"]]).last[0]).toContain("measure=growth");
  });

  it("are left unbound where the amounts bear no reading out", () => {
    const { last, left } = compared("比较", [
      ["50.00", "40.00", "33.00"],
      ["20.00", "30.00", "7.00"],
    ]);
    expect(last).toEqual([]);
    expect(left).toEqual(["33.00 该表的表式中没有“比较”一列", "7.00 该表的表式中没有“比较”一列"]);
    // What is left over of the budget is not what was added to it.
    expect(compared("增减额", [["50.00", "40.00", "10.00"]]).last).toEqual([]);
  });

  it("say by their own words that they are against last year", () => {
    const { facts } = bindWritten(
      `支出决算表
       单位：万元
       | 科目编码 | 科目名称 | 上年决算数 | 年初预算数 | 本年决算数 | 比上年增减% | 完成年初预算% |
       | 208 | 社会保障和就业支出 | 40.00 | 64.00 | 50.00 | 25.00 | 78.13 |`,
      { fiscalYear: 2023 },
    );
    expect(facts).toEqual([
      "40.00 expenditure{period=previous,functional=208}",
      "64.00 expenditure{stage=original-budget,functional=208}",
      "50.00 expenditure{functional=208}",
      "25.00% expenditure{functional=208,measure=growth}",
      "78.13% expenditure{stage=original-budget,functional=208,measure=completion}",
    ]);
  });
});

describe("comparisons side by side", () => {
  it("are told apart by what they are with", () => {
    const { facts, left } = bindWritten(
      `财政拨款“三公”经费支出决算表
       单位：万元
       | 项目 | 上年决算数 | 年初预算数 | 决算数 | 比预算增减 | 比上年增减 |
       | 合计 | 6.00 | 7.50 | 5.50 | -2.00 | -0.50 |
       | 公务接待费 | 6.00 | 7.50 | 5.50 | -2.00 | -0.50 |`,
      { fiscalYear: 2023 },
    );
    expect(left).toEqual([]);
    expect(facts.slice(3, 5)).toEqual([
      "-2.00 three-public{stage=original-budget,measure=change}",
      "-0.50 three-public{measure=change}",
    ]);
  });
});

describe("a column that says 增减 and no more", () => {
  const changed = (of: string, all: string): readonly string[] =>
    bindWritten(
      `财政拨款“三公”经费支出决算表
       单位：万元
       | 项目 | 2022年决算数 | 2023年决算数 | 增减 |
       | 合计 | 9.00 | 8.50 | ${all} |
       | 公务接待费 | 3.50 | 3.00 | ${of} |
       | 公务用车购置及运行维护费 | 5.50 | 5.50 | 0 |`,
      { fiscalYear: 2023 },
    ).facts.filter((fact) => fact.includes("measure"));

  it("is a difference or a rate, as its amounts say", () => {
    expect(changed("-0.50", "-0.50").slice(0, 2)).toEqual([
      "-0.50 three-public{measure=change}",
      "-0.50 three-public{item=receptions,measure=change}",
    ]);
    expect(changed("-14.29", "-5.56").slice(0, 2)).toEqual([
      "-5.56% three-public{measure=growth}",
      "-14.29% three-public{item=receptions,measure=growth}",
    ]);
    expect(changed("-1.11", "-2.22")).toEqual([]);
  });
});

/** 财决07表, also under the title of the expenditure alone. */
const flow = (title: string) => `${title}
  单位：万元
  | 项目{1x2} | 年初结转和结余{2x1} | 本年收入{2x1} | 本年支出{1x3} | 年末结转和结余{2x1} |
  | 功能分类科目编码 | 科目名称 | 合计 | 基本支出 | 项目支出 |
  | 合计{1x2} | 5.00 | 60.00 | 61.50 | 40.00 | 21.50 | 3.50 |
  | 212 | 城乡社区支出 | 5.00 | 60.00 | 61.50 | 40.00 | 21.50 | 3.50 |`;

describe("the flow of a fund under the title of its expenditure", () => {
  it.each([
    ["一般公共预算财政拨款支出决算表", "general-expenditure", "general"],
    ["政府性基金预算财政拨款支出决算表", "government-fund", "government-fund"],
    ["国有资本经营预算财政拨款支出决算表", "state-capital-expenditure", "state-capital"],
    ["财政拨款支出决算表", "appropriation-expenditure", "appropriation"],
  ])("is read: %s", (title, table, fund) => {
    const { facts, left, tables } = bindWritten(flow(title));
    expect(tables.map((one) => one.table)).toEqual([table]);
    expect(left).toEqual([]);
    expect(facts.slice(6)).toEqual([
      `5.00 opening-carry-over{fund=${fund},functional=212}`,
      `60.00 revenue{fund=${fund},functional=212}`,
      `61.50 expenditure{fund=${fund},functional=212}`,
      `40.00 expenditure{fund=${fund},functional=212,nature=basic}`,
      `21.50 expenditure{fund=${fund},functional=212,nature=project}`,
      `3.50 closing-carry-over{fund=${fund},functional=212}`,
    ]);
  });
});

describe("a code that stands between the lines of its name", () => {
  it("is read out of the name", () => {
    const { tables, left } = bindWritten(`支出决算表
      单位：万元
      | 项目 | 本年支出合计 | 基本支出 | 项目支出 |
      | 208社会保障和就业支出 | 9.00 | 9.00 | |
      | 行政事业单位养老支20805出 | 9.00 | 9.00 | |
      | 机关事业单位基本养2080505老保险缴费支出 | 9.00 | 9.00 | |`);
    expect(left).toEqual([]);
    expect(tables[0]!.rows.map(({ code, label }) => [code, label])).toEqual([
      ["208", "社会保障和就业支出"],
      ["20805", "行政事业单位养老支出"],
      ["2080505", "机关事业单位基本养老保险缴费支出"],
    ]);
  });
});

describe("rows that print names alone", () => {
  const NAMES = new Map([
    ["社会保障和就业支出/行政事业单位养老支出", "20805"],
    ["社会保障和就业支出/行政事业单位养老支出/事业单位离退休", "2080502"],
    ["社会保障和就业支出/其他社会保障和就业支出", "20899"],
    ["社会保障和就业支出/其他社会保障和就业支出/其他社会保障和就业支出", "2089999"],
  ]);

  it("are found below their class, an item under its group of the same name", () => {
    const { tables, left } = bindWritten(
      `支出决算表
       单位：万元
       | 科目名称 | 本年支出合计 | 基本支出 | 项目支出 |
       | 合计 | 9.00 | 8.00 | 1.00 |
       | 社会保障和就业支出 | 9.00 | 8.00 | 1.00 |
       | 行政事业单位养老支出 | 8.00 | 8.00 | |
       | 事业单位离退休 | 8.00 | 8.00 | |
       | 其他社会保障和就业支出 | 1.00 | | 1.00 |
       | 其他社会保障和就业支出 | 1.00 | | 1.00 |`,
      {
        lookup: { functional: (names) => NAMES.get(names.join("/")), economic: () => undefined, item: () => undefined },
      },
    );
    expect(left).toEqual([]);
    expect(tables[0]!.rows.map(({ code }) => code)).toEqual([undefined, "208", "20805", "2080502", "20899", "2089999"]);
  });
});
