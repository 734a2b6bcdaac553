import { describe, expect, it } from "vitest";
import type { Grid, GridCell } from "./data.ts";
import { arranged, columnsOf, placedHead } from "./grids.ts";

const heading = (text: string, across = 1, down = 1): GridCell => ({ kind: "heading", text, across, down });
const row = (code: string, name: string, amount: string): readonly GridCell[] => [
  { kind: "code", text: code },
  { kind: "label", text: name },
  { kind: "figure", text: amount },
];

const GRID: Grid = {
  table: "expenditure",
  title: "支出决算表",
  unit: "单位：万元",
  columnCount: 3,
  head: [
    [heading("项目", 2), heading("本年支出合计", 1, 2)],
    [heading("编码"), heading("名称")],
  ],
  rows: [
    row("208", "社会保障和就业支出", "2,832.4"),
    row("210", "卫生健康支出", "59.25"),
    row("221", "住房保障支出", ""),
  ],
};

const namesOf = (
  words: string,
  sorting?: { readonly column: number; readonly descending: boolean },
): readonly string[] => arranged(GRID, words, sorting).map(({ cells }) => cells[1]!.text);

describe("rows of a table", () => {
  it("are found by name and by the beginning of their code", () => {
    expect(namesOf("卫生")).toEqual(["卫生健康支出"]);
    expect(namesOf("22")).toEqual(["住房保障支出"]);
  });

  it("are sorted as amounts, what is empty last either way", () => {
    expect(namesOf("", { column: 2, descending: true })).toEqual([
      "社会保障和就业支出",
      "卫生健康支出",
      "住房保障支出",
    ]);
    expect(namesOf("", { column: 2, descending: false })).toEqual([
      "卫生健康支出",
      "社会保障和就业支出",
      "住房保障支出",
    ]);
  });
});

describe("headings", () => {
  it("begin at the column that those from above leave free, the lowest of each column known", () => {
    expect(
      placedHead(GRID).map((cells) => cells.map(({ cell, column, isLowest }) => [cell.text, column, isLowest])),
    ).toEqual([
      [
        ["项目", 0, false],
        ["本年支出合计", 2, true],
      ],
      [
        ["编码", 0, true],
        ["名称", 1, true],
      ],
    ]);
  });
});

describe("columns of a table", () => {
  it("are as wide as what they hold; all figures as wide as the longest wants", () => {
    expect(columnsOf(GRID)).toEqual(["code", "label", "figure-short"]);
    const inYuan = { ...GRID, rows: [row("208", "社会保障和就业支出", "28,324,000.00")] };
    expect(columnsOf(inYuan)).toEqual(["code", "label", "figure-long"]);
    const joined = { ...GRID, rows: [row("2080501", "行政单位离退休", "283.24")] };
    expect(columnsOf(joined)).toEqual(["code-long", "label", "figure-short"]);
  });

  it("are there where a table has no rows", () => {
    expect(columnsOf({ ...GRID, rows: [] })).toEqual(["figure-short", "figure-short", "figure-short"]);
  });
});
