import { describe, expect, it } from "vitest";
import { bindWritten } from "./testing.ts";

const expenditure = (...headings: readonly string[]) => `支出决算表
| 科目编码 | 科目名称 | ${headings.join(" | ")} |
| 合计{1x2} | 12.00 | 5.00 | 7.00 | 0.00 |
| 201 | 一般公共服务支出 | 9.00 | 5.00 | 4.00 | 0.00 |
| 205 | 教育支出 | 3.00 | 0.00 | 3.00 | 0.00 |`;

describe("a column under words that nobody has taught", () => {
  it("is the total where it is the sum of the others in every row", () => {
    const { facts, left } = bindWritten(expenditure("全部开支", "基本支出", "项目支出", "经营支出"));
    expect(left).toEqual([]);
    expect(facts).toContain("9.00 expenditure{functional=201}");
  });

  it("is the part that is missing, if its words share one with the form's", () => {
    const { facts, left } = bindWritten(expenditure("本年支出合计", "日常基本开支", "项目支出", "经营支出"));
    expect(left).toEqual([]);
    expect(facts).toContain("5.00 expenditure{functional=201,nature=basic}");
  });

  it("costs its own amounts and no others where it may be a part that the form does not know", () => {
    const { facts, left } = bindWritten(expenditure("本年支出合计", "核定口径", "项目支出", "经营支出"));
    expect(left.map((text) => text.split(" ")[0])).toEqual(["5.00", "5.00", "0.00"]);
    expect(facts).toContain("4.00 expenditure{functional=201,nature=project}");
  });

  it("is not bound where the sums break with it, or it says that it is only a part", () => {
    const broken = expenditure("本年支出合计", "日常基本开支", "项目支出", "经营支出").replaceAll("5.00", "4.00");
    expect(bindWritten(broken).facts.filter((fact) => fact.includes("basic"))).toEqual([]);
    const part = expenditure("本年支出合计", "其中：基建性基本开支", "项目支出", "经营支出");
    expect(bindWritten(part).facts.filter((fact) => fact.includes("basic"))).toEqual([]);
  });

  it("is one of several such, which share words with the form's in its order and make the sums hold together", () => {
    const { facts, left } = bindWritten(expenditure("支出总额", "基本经费", "专项支出", "经营性支出"));
    expect(left).toEqual([]);
    expect(facts.slice(4, 8)).toEqual([
      "9.00 expenditure{functional=201}",
      "5.00 expenditure{functional=201,nature=basic}",
      "4.00 expenditure{functional=201,nature=project}",
      "0.00 expenditure{functional=201,nature=operating}",
    ]);
  });
});

describe("the one column of amounts of a list", () => {
  const summary = (heading: string) => `收入支出决算总表
| 收入{1x2} | 支出{1x2} |
| 项目 | ${heading} | 项目 | 决算数 |
| 一、一般公共预算财政拨款收入 | 90.00 | 一、一般公共服务支出 | 100.00 |
| 二、政府性基金预算财政拨款收入 | 10.00 | | |
| 本年收入合计 | 100.00 | 本年支出合计 | 100.00 |`;

  it("holds what the form's does, whatever its words, where it adds up down the rows", () => {
    const { facts, left } = bindWritten(summary("本期发生"));
    expect(left).toEqual([]);
    expect(facts).toContain("90.00 revenue{fund=general}");
  });

  it("is left where its words name another stage, or it does not add up", () => {
    expect(bindWritten(summary("批复的年初安排")).facts).toEqual([
      "100.00 expenditure{functional=201}",
      "100.00 expenditure",
    ]);
    expect(bindWritten(summary("本期发生").replace("90.00", "91.00")).facts).not.toContain(
      "91.00 revenue{fund=general}",
    );
  });
});

describe("a row of headings all of which are unknown", () => {
  it("is no row of the list below a heading whose first cell reaches down to it", () => {
    const { facts, left } = bindWritten(`一般公共预算财政拨款支出决算表
| 科目编码{2x1} | 科目名称{2x1} | 本年支出{1x3} |
| 小计数 | 基本经费 | 专项支出 |
| 201 | 一般公共服务支出 | 9.00 | 5.00 | 4.00 |`);
    expect(left).toEqual([]);
    expect(facts).toContain("5.00 expenditure{fund=general,functional=201,nature=basic}");
  });
});

describe("a row under a label that nobody has taught", () => {
  const summary = (label: string, amount = "10.00") => `收入支出决算总表
| 收入{1x2} | 支出{1x2} |
| 项目 | 决算数 | 项目 | 决算数 |
| 一、一般公共预算财政拨款收入 | 90.00 | 一、一般公共服务支出 | 100.00 |
| 二、政府性基金预算财政拨款收入 | 0.00 | | |
| 三、国有资本经营预算财政拨款收入 | 0.00 | | |
| 四、${label} | ${amount} | | |
| 五、事业收入 | 0.00 | | |
| 本年收入合计 | 100.00 | 本年支出合计 | 100.00 |`;

  it("is the form's that is left out there, if it shares a word with it and the sums hold", () => {
    const { facts, left } = bindWritten(summary("主管部门拨付的补助"));
    expect(left).toEqual([]);
    expect(facts).toContain("10.00 revenue{source=superior-subsidy}");
  });

  it.each([
    ["it says that it is only a part", summary("其中：上级专项补助")],
    ["its words are not the form's", summary("财政专户返还")],
    ["the sums break with it", summary("主管部门拨付的补助", "11.00")],
  ])("is left where %s", (_, written) => {
    expect(bindWritten(written).facts.filter((fact) => fact.includes("superior"))).toEqual([]);
  });
});
