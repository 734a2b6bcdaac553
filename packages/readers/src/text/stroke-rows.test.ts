import { keyText } from "@juesuan/core";
import { describe, expect, it } from "vitest";
import { bindTables } from "../tables/index.ts";
import { readText } from "./index.ts";

/** Rows as they come: each cell on a line with its stroke, none for an empty one, strokes for all that is missing at the end. */
function written(width: number, rows: readonly (readonly string[])[]): string {
  return rows
    .map((row) => {
      const filled = row.filter((cell) => cell !== "");
      const lines = filled.map((cell) => `${cell} |`);
      const rest = "|".repeat(width - filled.length);
      if (row.at(-1) === "") return [...lines, rest].join("\n");
      return [...lines.slice(0, -1), `${lines.at(-1)}${rest === "" ? "" : ` ${rest.slice(1)}|`}`].join("\n");
    })
    .join("\n");
}

function bound(text: string) {
  const { figures, unbound } = bindTables(readText(new TextEncoder().encode(text)), { firstFigureId: 0 });
  return {
    facts: figures.map(({ value, concept, dimensions }) => `${value} ${keyText(concept, dimensions)}`),
    left: unbound.map(({ value }) => value),
  };
}

describe("a line for each cell, and rows that all end at one number of strokes", () => {
  it("binds the table of revenue and expenditure by the labels and the numbers of its lines", () => {
    const { facts, left } = bound(
      written(10, [
        ["收入支出决算总表"],
        ["公开01表"],
        ["单位：万元"],
        ["收入", "支出"],
        ["项目", "行次", "金额", "项目", "行次", "金额"],
        ["一、财政拨款收入", "1", "80.00", "一、一般公共服务支出", "30", ""],
        ["二、上级补助收入", "2", "", "二、外交支出", "31", ""],
        ["三、事业收入", "3", "15.50", "三、国防支出", "32", ""],
        ["", "7", "", "七、文化体育与传媒支出", "36", "90.00"],
        ["", "8", "", "八、社会保障和就业支出", "37", "5.50"],
        ["本年收入合计", "23", "95.50", "本年支出合计", "52", "95.50"],
      ]),
    );
    expect(left).toEqual([]);
    expect(facts).toEqual([
      "80.00 revenue{fund=appropriation}",
      "15.50 revenue{source=institutional}",
      "90.00 expenditure{functional=207}",
      "5.50 expenditure{functional=208}",
      "95.50 revenue",
      "95.50 expenditure",
    ]);
  });

  it("lists the figures of a table whose columns nothing tells", () => {
    const { facts, left } = bound(
      written(8, [
        ["某项统计表"],
        ["名称", "甲", "乙", "丙"],
        ["一、东区", "1.00", "", "2.00"],
        ["二、西区", "3.00", "4.00", ""],
        ["三、南区", "", "5.00", ""],
      ]),
    );
    expect(facts).toEqual([]);
    expect(left).toEqual(["1.00", "2.00", "3.00", "4.00", "5.00"]);
  });
});
