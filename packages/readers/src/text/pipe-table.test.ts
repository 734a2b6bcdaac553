import type { Table } from "@juesuan/core";
import { describe, expect, it } from "vitest";
import { readText } from "./index.ts";

/** The cells of the first table, row by row; `>` for each further column that a cell is over. */
function rowsOf(text: string): string[] {
  const { blocks } = readText(new TextEncoder().encode(text));
  const table = blocks.find((block): block is Table => block.kind === "table");
  if (!table) return [];
  return Array.from({ length: table.rowCount }, (_, row) =>
    table.cells
      .filter((cell) => cell.row === row)
      .map((cell) => `${cell.column}:${cell.text}${">".repeat(cell.columnSpan - 1)}`)
      .join(" "),
  );
}

describe("lines of cells between strokes, as programs make them of web pages", () => {
  it("are a table without a frame and a line of dashes", () => {
    expect(rowsOf("项 目 | 预 算 数 | 决 算 数 |\n合 计 | 49.9 | 7.69 |\n1.因公出国（境）费 | 0 | 0 |\n")).toEqual([
      "0:项 目 1:预 算 数 2:决 算 数",
      "0:合 计 1:49.9 2:7.69",
      "0:1.因公出国（境）费 1:0 2:0",
    ]);
  });

  it("have the lower headings under the cell that was over them, not under the first columns", () => {
    const text =
      "项目 | 上年决算数 | 本年决算数 | 比上年增、减情况 | |\n增、减金额 | 增、减幅度 | |||\n合计 | 2911.47 | 2706.86 | -204.61 | -7.03% |\n";
    expect(rowsOf(text).slice(0, 2)).toEqual([
      "0:项目 1:上年决算数 2:本年决算数 3:比上年增、减情况>",
      "3:增、减金额 4:增、减幅度",
    ]);
  });

  it("have the amounts of 合计 in their columns where it was over the code and the name", () => {
    const text =
      "科目编码 | 科目名称 | 本年收入合计 | 财政拨款收入 |\n合计 | 208.76 | 207.76 |\n201 | 一般公共服务支出 | 107.76 | 107.76 |\n208 | 社会保障和就业支出 | 101.00 | 100.00 |\n";
    expect(rowsOf(text)[1]).toBe("0:合计> 2:208.76 3:207.76");
  });

  it("keep amounts together that are not as many as their columns", () => {
    const text =
      "科目编码 | 科目名称 | 本年收入合计 | 财政拨款收入 |\n合计 | 208.76 |\n201 | 一般公共服务支出 | 107.76 | 107.76 |\n208 | 社会保障和就业支出 | 101.00 | 100.00 |\n";
    expect(rowsOf(text)[1]).toBe("0:合计> 2:208.76>");
  });

  it("share out what a heading is over by what is repeated below it, where all its empty cells stand at the end", () => {
    const text =
      "项目 | 预算数 | 决算数 | ||||\n合计 | 一般公共预算 | 政府性基金 | 合计 | 一般公共预算 | 政府性基金 | |\n公务接待费 | 8 | 8 | 0 | 2.26 | 2.26 | 0 |\n";
    expect(rowsOf(text).slice(0, 2)).toEqual([
      "0:项目 1:预算数>> 4:决算数>>",
      "1:合计 2:一般公共预算 3:政府性基金 4:合计 5:一般公共预算 6:政府性基金",
    ]);
  });

  it("share out nothing to a remark at the end of the heading", () => {
    const text =
      "项目 | 预算数 | 决算数 | 备注 | ||||\n合计 | 一般公共预算 | 政府性基金 | 合计 | 一般公共预算 | 政府性基金 | |\n公务接待费 | 8 | 8 | 0 | 2.26 | 2.26 | 0 | 无 |\n";
    expect(rowsOf(text).slice(0, 2)).toEqual([
      "0:项目 1:预算数>> 4:决算数>> 7:备注",
      "1:合计 2:一般公共预算 3:政府性基金 4:合计 5:一般公共预算 6:政府性基金",
    ]);
  });

  it("keep their frame where one row has lost its stroke", () => {
    const text = "| 项目 | 预算数 | 决算数 |\n| 公务接待费 | 8 | 4 |\n合计 | 30 | 25 | 无\n";
    expect(rowsOf(text)[1]).toBe("0:公务接待费 1:8 2:4");
  });

  it("begin with an empty cell where a line begins with a stroke and others do not", () => {
    const text =
      "项目 | 行次 | 金额 | 项目 | 行次 | 金额 |\n三、事业收入 | 4 | 73.75 | 四、公共安全支出 | 38 | |\n| 8 | | 八、社会保障和就业支出 | 42 | 67.18 |\n";
    expect(rowsOf(text)[2]).toBe("0: 1:8 2: 3:八、社会保障和就业支出 4:42 5:67.18");
  });

  it("are links and not a table without any figure", () => {
    expect(rowsOf("首页 | 机构 | 公开\n上一篇 | 下一篇 | 返回\n")).toEqual([]);
  });
});
