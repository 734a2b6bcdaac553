import { describe, expect, it } from "vitest";
import { tableOf } from "@juesuan/core";
import { tableGrid } from "../grid.ts";
import { heightsOf, linesIn, ROW_HEIGHT } from "./heights.ts";

describe("rows of a sheet", () => {
  it("are as high as the words that wrap in them", () => {
    expect([linesIn("合计", 12), linesIn("一般公共预算财政拨款", 12), linesIn("国有资本经营预算财政拨款", 12)]).toEqual(
      [1, 2, 2],
    );
    expect([linesIn("", 12), linesIn("机关事业单位基本养老保险缴费支出", 10)]).toEqual([1, 4]);
  });

  it("grow in the last row that a cell reaches into, and only by what the others leave short", () => {
    const grid = tableGrid(
      tableOf("appropriation")!,
      { department: "某局", figure: () => "1.00", functional: [], economicName: () => undefined },
      {},
    );
    const narrow = Array.from({ length: grid.columnCount }, () => 12);
    const heights = heightsOf(grid, narrow);
    expect(heights).toHaveLength(grid.head.length + grid.rows.length);
    // 收入 and 支出 over all their columns; 一般公共预算财政拨款 below them in two lines.
    expect(heights.slice(0, 2)).toEqual([ROW_HEIGHT, ROW_HEIGHT + 13.5]);
    const tall = {
      ...grid,
      head: [
        [
          { kind: "heading" as const, text: "长".repeat(36), down: 2 },
          { kind: "heading" as const, text: "短" },
        ],
        [{ kind: "heading" as const, text: "短" }],
      ],
      rows: [],
      columnCount: 2,
    };
    // Six lines need 83.25 points; two rows have 31.5.
    expect(heightsOf(tall, [12, 12])).toEqual([ROW_HEIGHT, 83.25 - ROW_HEIGHT]);
  });
});
