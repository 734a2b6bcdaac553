import type { Table } from "@juesuan/core";
import { describe, expect, it } from "vitest";
import { blocksOf } from "./index.ts";

const tableIn = (text: string): Table => blocksOf(text).find((block) => block.kind === "table")!;

describe("a table written as markup in a text", () => {
  const TEXT = `三、支出决算表

<table><tr><td rowspan="2">科目编码</td><td colspan=2>本年支出</td></tr><tr><td>合计</td><td>基本<br>支出</td></tr>
<tr><td>208</td><td> <b>30.00</b> </td><td>&nbsp;</td></tr></table>

注：本表反映本年度支出情况。`;

  it("is a table with its spans, between the paragraphs around it", () => {
    expect(blocksOf(TEXT).map(({ kind }) => kind)).toEqual(["paragraph", "table", "paragraph"]);
    const table = tableIn(TEXT);
    expect(`${table.rowCount}×${table.columnCount}`).toBe("3×3");
    expect(
      table.cells.map(({ row, column, rowSpan, columnSpan, text }) => [row, column, rowSpan, columnSpan, text]),
    ).toEqual([
      [0, 0, 2, 1, "科目编码"],
      [0, 1, 1, 2, "本年支出"],
      [1, 1, 1, 1, "合计"],
      [1, 2, 1, 1, "基本支出"],
      [2, 0, 1, 1, "208"],
      [2, 1, 1, 1, "30.00"],
      [2, 2, 1, 1, ""],
    ]);
  });

  it("has cells whose places are those of their words in the file", () => {
    const cell = tableIn(TEXT).cells.find(({ text }) => text === "30.00")!;
    expect(TEXT.slice(cell.start, cell.end)).toBe("<b>30.00</b>");
  });

  it("is none where nothing closes it", () => {
    expect(blocksOf("<table><tr><td>1</td></tr>\n后面的话。").every(({ kind }) => kind === "paragraph")).toBe(true);
  });
});
