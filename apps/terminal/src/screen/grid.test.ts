import type { Grid } from "@juesuan/writers";
import { expect, it } from "vitest";
import { widthOf } from "../text/width.ts";
import { gridLines } from "./grid.ts";

const heading = (text: string, more: object = {}) => ({ kind: "heading" as const, text, ...more });
const label = (text: string) => ({ kind: "label" as const, text });
const figure = (text: string) => ({ kind: "figure" as const, text });

const SIDES: Grid = {
  table: "revenue-and-expenditure",
  title: "收入支出决算总表",
  unit: "单位：万元",
  head: [
    [heading("收入", { across: 2 }), heading("支出", { across: 2 })],
    [heading("项目"), heading("决算数"), heading("项目"), heading("决算数")],
  ],
  rows: [
    [label("一、一般公共预算财政拨款收入"), figure("2819.38"), label("八、社会保障和就业支出"), figure("2832.41")],
    [label("二、政府性基金预算财政拨款收入"), figure(""), label("九、卫生健康支出"), figure("")],
    [label("总计"), figure("3037.90"), label("总计"), figure("3037.90")],
  ],
  columnCount: 4,
};

it("sets blocks one below the other, without rows and columns that state nothing", () => {
  expect(gridLines(SIDES, 60)).toEqual([
    "收入",
    "项目                           决算数",
    "─────────────────────────────────────",
    "一、一般公共预算财政拨款收入  2819.38",
    "总计                          3037.90",
    "",
    "支出",
    "项目                     决算数",
    "───────────────────────────────",
    "八、社会保障和就业支出  2832.41",
    "总计                    3037.90",
  ]);
});

it("goes on below with the labels repeated where a table is too wide, no line wider than the terminal", () => {
  const names = Array.from({ length: 12 }, (_, index) => `栏目${index + 1}`);
  const wide: Grid = {
    ...SIDES,
    head: [[heading("科目"), ...names.map((name) => heading(name))]],
    rows: [[label("社会保障和就业支出"), ...names.map((_, index) => figure(`${index + 1}00.00`))]],
    columnCount: 13,
  };
  const lines = gridLines(wide, 50);
  expect(lines.filter((line) => line.includes("社会保障和就业支出")).length).toBeGreaterThan(2);
  expect(lines.join(" ")).toMatch(/100\.00.*1200\.00/);
  for (const line of lines) expect(widthOf(line)).toBeLessThanOrEqual(50);
});

const EVALUATION: Grid = {
  table: "printed-1",
  title: "项目支出绩效自评表",
  unit: "",
  head: [],
  rows: [
    [label("项目名称"), { ...label("护林站维修"), across: 3 }],
    [{ ...label("资金"), down: 2 }, label("预算数"), label("执行数"), label("得分")],
    [figure("120.00"), figure("118.00"), figure("9.8")],
    [label("年度目标"), { ...label("维修护林站三座，修好全部漏雨的屋面，并于防火期之前交付使用。"), across: 3 }],
  ],
  columnCount: 4,
  printed: { at: 0, figures: 3, unread: 0 },
};

it("leaves nothing out of a table as the document prints it, its words wrapped in their cells", () => {
  expect(gridLines(EVALUATION, 44)).toEqual([
    "项目名称 │ 护林站维修",
    "资金     │ 预算数 │ 执行数 │ 得分",
    "         │ 120.00 │ 118.00 │  9.8",
    "年度目标 │ 维修护林站三座，修好全",
    "         │ 部漏雨的屋面，并于防火",
    "         │ 期之前交付使用。",
  ]);
  // Where the columns do not fit side by side, a row is a paragraph.
  const narrow = gridLines(EVALUATION, 20);
  expect(narrow.join("")).toContain("120.00 │ 118.00 │");
  for (const line of narrow) expect(widthOf(line)).toBeLessThanOrEqual(20);
});
