import type { Cell } from "@juesuan/core";
import { describe, expect, it } from "vitest";
import { Grid } from "./grid.ts";
import { headingOf } from "./heading.ts";
import { bindWritten, documentOf } from "./testing.ts";

const HEADINGS = "| 科目编码 | 科目名称 | 本年支出合计 | 基本支出 | 项目支出 |";

// What grew with the square of these would run into the limit of the test.
describe("tables without end are read in one pass", { timeout: 20_000 }, () => {
  it("one over thousands of pages", () => {
    const pages = Array.from(
      { length: 4000 },
      (_, page) => `支出决算表\n${HEADINGS}\n| ${2_010_101 + page} | 某事务${page} | 9.00 | 1.00 | 8.00 |`,
    );
    const { tables, figures, left } = bindWritten(
      [...pages, "| 合计{1x2} | 36000.00 | 4000.00 | 32000.00 |"].join("\n"),
    );
    expect(tables).toHaveLength(1);
    expect(figures).toHaveLength(12_003);
    expect(left).toEqual([]);
  });

  it("each with its own total, so that none goes on from another", () => {
    const table = `支出决算表\n${HEADINGS}\n| 201 | 某事务 | 9.00 | 1.00 | 8.00 |\n| 合计{1x2} | 9.00 | 1.00 | 8.00 |`;
    expect(bindWritten(Array.from({ length: 600 }, () => table).join("\n")).tables).toHaveLength(600);
  });

  it("a total on a page that was not read with those before it yet ends the table all the same", () => {
    const page = (words: string) => `支出决算表\n${HEADINGS}\n| ${words} | 9.00 | 1.00 | 8.00 |`;
    const pages = Array.from({ length: 45 }, (_, index) => page(`${2_010_101 + index} | 某事务`));
    const { tables } = bindWritten([...pages, page("合计{1x2}"), page("合计{1x2}")].join("\n"));
    expect(tables.map(({ rows }) => rows.length)).toEqual([46, 1]);
  });

  it("one of thousands of columns, under headings that are not merged", () => {
    const count = 20_000;
    const document = documentOf("");
    const rowOf = (row: number, words: string, columns: number): Cell[] =>
      Array.from({ length: columns }, (_, column) => ({
        row,
        column,
        rowSpan: 1,
        columnSpan: 1,
        start: 0,
        end: 0,
        page: 1,
        text: words,
      }));
    const cells = [...rowOf(0, "支出", 1), ...rowOf(1, "合计", count), ...rowOf(2, "1.50", count)];
    const { columns } = headingOf(new Grid(document, cells, 3, count));
    expect(columns.filter(({ path }) => path.join() === "支出,合计")).toHaveLength(count);
  });

  it("several columns under words that nobody has taught", () => {
    const row = (name: string) => `| ${name} | 9.00 | 1.00 | 1.00 | 1.00 | 1.00 | 1.00 | 4.00 |`;
    const rows = Array.from({ length: 10_000 }, (_, index) => row(`${2_010_101 + index} | 某事务${index}`));
    const headings = "总额 | 财政款收入 | 上级款收入 | 事业款收入 | 经营款收入 | 附属款收入 | 其他款收入";
    const { figures, left } = bindWritten(["收入决算表", `| 科目编码 | 科目名称 | ${headings} |`, ...rows].join("\n"));
    expect(figures.length + left.length).toBe(70_000);
  });
});
