import { describe, expect, it } from "vitest";
import { bindWritten } from "./testing.ts";

/** 支出决算表 of a department whose units stand before the codes. */
const table = (second: string) => `支出决算表
  单位：万元
  | 单位名称 | 科目编码 | 科目名称 | 本年支出合计 | 基本支出 | 项目支出 |
  | 合计{1x3} | 10.00 | 7.00 | 3.00 |
  | 某区教育局 | | 小计 | 6.00 | 4.00 | 2.00 |
  | | 205 | 教育支出 | 6.00 | 4.00 | 2.00 |
  | ${second} | | 小计 | 4.00 | 3.00 | 1.00 |
  | | 205 | 教育支出 | 4.00 | 3.00 | 1.00 |`;

describe("units before the codes", () => {
  it("have each row for their own, and the department the total alone", () => {
    const { facts, left, tables } = bindWritten(table("某区第一小学"));
    expect(left).toEqual([]);
    expect(facts.filter((fact) => !fact.includes("nature"))).toEqual([
      "10.00 expenditure",
      "6.00 expenditure{label=某区教育局}",
      "6.00 expenditure{functional=205,label=某区教育局}",
      "4.00 expenditure{label=某区第一小学}",
      "4.00 expenditure{functional=205,label=某区第一小学}",
    ]);
    // Each is no class of the department's: no sum over the codes holds.
    expect(tables[0]!.rows.map(({ level }) => level)).toEqual(["grand-total", "line", "line", "line", "line"]);
  });

  it("are no units where there is but one", () => {
    const one = table("某区教育局").split("\n").slice(0, 6).join("\n");
    expect(bindWritten(one).facts).toContain("6.00 expenditure{functional=205}");
  });
});
