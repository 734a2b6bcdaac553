import { describe, expect, it } from "vitest";
import { bindWritten } from "./testing.ts";

describe("a table printed without an amount", () => {
  // As a page without lines gives it: the headings in pieces, over other columns than their own.
  const inPieces = (last: string) => `政府性基金预算财政拨款收入支出决算表
    单位：万元
    | 项目 | 本年支出{1x7} |
    | 功能分类科 | 年初结转和 | | | | | | 年末结转和 |
    | 目编码 | 科目名称 | 结余 | 本年收入 | 小计 | 基本支出 | 项目支出 | 结余 |
    | 合计 | | | | ${last} | | | |`;

  it("is the one that its title names", () => {
    expect(bindWritten(inPieces("")).tables).toMatchObject([{ table: "government-fund", empty: true }]);
  });

  it("is not known by its title where it holds a number that nobody can place", () => {
    const { tables, unbound } = bindWritten(inPieces("12.00"));
    expect(tables).toMatchObject([{ empty: false }]);
    expect(unbound).toHaveLength(1);
    expect(bindWritten(inPieces("—")).tables[0]!.table).toBeUndefined();
  });

  it("may still count its columns", () => {
    const counted = inPieces("").replace("| 合计 |", "| 栏次 | 科目名称 | 1 | 2 | 3 | 4 | 5 | 6 |\n| 合计 |");
    expect(bindWritten(counted).tables).toMatchObject([{ table: "government-fund" }]);
  });
});
