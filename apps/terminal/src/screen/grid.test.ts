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
