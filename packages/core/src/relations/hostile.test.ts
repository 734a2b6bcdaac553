import { describe, expect, it } from "vitest";
import type { BoundFigure, BoundTable, Disclosure, SectionId } from "../facts/disclosure.ts";
import { relationOf } from "./catalogue.ts";
import { buildContext } from "./context.ts";
import type { CheckContext } from "./relation.ts";
import { isSaidToBeNew } from "./founding.ts";
import { misnamedItems } from "./misnamed.ts";
import { endsIn } from "./numeric/classes.ts";

/** A narrative of one paragraph a line, its amounts bound to what `dimensions` say. */
function contextOf(
  text: string,
  dimensions: BoundFigure["dimensions"] = {},
  id: SectionId = "totals",
  bind: (figure: BoundFigure) => BoundFigure = (figure) => figure,
): CheckContext {
  const figures = [...text.matchAll(/\d+\.\d+/g)].map(({ 0: value, index }, id): BoundFigure => ({
    id,
    text: value,
    value,
    decimals: 2,
    unit: "ten-thousand-yuan",
    source: { start: index, end: index + value.length, text: value },
    concept: "expenditure",
    dimensions,
  }));
  const disclosure: Disclosure = {
    figures: figures.map(bind),
    kind: "final-accounts",
    department: "某某市水务局",
    fiscalYear: 2024,
    profile: "unknown",
    unit: "ten-thousand-yuan",
    unbound: [],
    sections: [
      {
        id,
        part: "narrative",
        title: "收入支出决算总体情况说明",
        marker: "一",
        level: 1,
        heading: { start: 0, end: 0, text: "" },
        bodyStart: 0,
        bodyEnd: text.length,
      },
    ],
    contents: [],
    tables: [],
    statements: [],
    oddities: [],
  };
  const classification = { verdict: () => ({ verdict: "agrees" as const }), misplaced: () => undefined };
  return buildContext(disclosure, { text, classification });
}

function judgedBy(relation: string, text: string, dimensions: BoundFigure["dimensions"] = {}): number {
  const context = contextOf(text, dimensions);
  return [...relationOf(relation)!.judge!(context)].filter(({ outcome }) => outcome === "violated").length;
}

// What grew with the square of these would run into the limit of the test.
describe("text that repeats itself without end is judged in one pass", { timeout: 20_000 }, () => {
  it("a blank of strokes", () => {
    expect(judgedBy("wording.leftover", "_".repeat(300_000))).toBe(0);
    expect(judgedBy("wording.leftover", `支出${"_".repeat(1000)}万元。`)).toBe(1);
  });

  it("one sentence again and again, each told once however many clauses it has", () => {
    expect(judgedBy("wording.repeated", "这一年的工作都已完成；再无其他。\n".repeat(40_001))).toBe(40_000);
  });

  it("amounts that no sum was spent before", () => {
    expect(judgedBy("list.parts", "收入1.50万元，按规定2.50万元，".repeat(60_000))).toBe(0);
  });

  it("a list of uses", () => {
    expect(judgedBy("list.parts", `支出9.00万元${"，主要用于物资1.50万元".repeat(20_000)}。`)).toBe(0);
  });

  it("amounts beside which nothing says that they are new", () => {
    const context = contextOf(
      `${"比上年减少1.50万元".repeat(60_000)}\n${"减少1.50万元\n".repeat(30_000)}上年无此项支出，增加1.50万元。`,
    );
    const { figures } = context.disclosure;
    expect(figures.filter((figure) => isSaidToBeNew(context, figure))).toEqual([figures.at(-1)]);
  });

  it("years that are compared with others", () => {
    const plain = "2024年“三公”经费预算9万元，较2023年增加1万元。";
    expect(judgedBy("agreement.year", plain.repeat(20_000))).toBe(0);
  });

  it("classes before their amounts", () => {
    const text = `${"教育支出（类）1.50万元，".repeat(20_000)}\n${"教育支出（类）1.50万元\n".repeat(60_000)}`;
    expect(judgedBy("classification.narrative-name", text, { functional: "205" })).toBe(0);
  });
});

describe("what is told of items", { timeout: 20_000 }, () => {
  it("owes its reason paragraph by paragraph", () => {
    const text = "行政运行年初预算1.50万元，支出决算2.50万元。\n".repeat(40_000);
    const context = contextOf(text, { functional: "2010101" }, "general-expenditure.items", (figure) =>
      figure.value === "1.50" ? { ...figure, dimensions: { ...figure.dimensions, stage: "original-budget" } } : figure,
    );
    const judged = [...relationOf("reasons.budget")!.judge!(context)];
    expect(judged.filter(({ outcome }) => outcome === "violated").length).toBeGreaterThan(0);
  });

  it("is found in the row of another without a look at all rows", () => {
    const count = 40_000;
    // Every amount of the table stands one row too high.
    const amounts = Array.from({ length: 2 * count }, (_, index) => `${(index % count) + (index < count ? 2 : 1)}.50`);
    const code = (id: number): string => String(2_000_000 + (id % count));
    const context = contextOf(amounts.join("万元，"), {}, "general-expenditure.items", (figure) => ({
      ...figure,
      dimensions: { functional: code(figure.id) },
      source: { ...figure.source, ...(figure.id < count && { table: "expenditure" }) },
    }));
    const source = { start: 0, end: 1, text: "" };
    const table: BoundTable = {
      table: "expenditure",
      source,
      columns: [],
      rows: Array.from({ length: count }, (_, index) => ({
        index,
        code: code(index),
        label: "",
        level: "item",
        source,
      })),
      cells: Array.from({ length: count }, (_, row) => ({ row, column: 0, figure: row, source })),
      empty: false,
    };
    const own = { ...context, disclosure: { ...context.disclosure, tables: [table] } };
    expect([...relationOf("table.rows-slipped")!.judge!(own)].map(({ outcome }) => outcome)).toEqual(["violated"]);
  });
});

describe("names of items that the narrative confuses", { timeout: 20_000 }, () => {
  it("are looked for in each paragraph among its own amounts", () => {
    const code = "2010101";
    const text = "行政运行1.50万元。\n".repeat(60_000);
    const context = contextOf(text, { functional: code, fund: "general" });
    const own = { concept: "expenditure", dimensions: { functional: code } };
    const source = { start: 0, end: 1, text: "" };
    const table: BoundTable = {
      table: "general-expenditure",
      source,
      columns: [],
      rows: [{ index: 0, code, label: "行政运行", level: "item", source }],
      cells: [{ row: 0, column: 0, key: own, figure: 0, source }],
      empty: false,
    };
    expect(misnamedItems({ ...context, disclosure: { ...context.disclosure, tables: [table] } })).toEqual([]);
  });
});

describe("where the rows below a code end", () => {
  const rowsOf = (list: readonly (readonly [index: number, code: string])[]) =>
    list.map(([index, code]) => ({
      index,
      code,
      label: code,
      level: "item" as const,
      source: { start: 0, end: 0, text: "" },
    }));

  it("is at the next code of another class, below it in its own list or from there on in the one beside it", () => {
    const rows = rowsOf([
      [0, "301"],
      [1, "30101"],
      [2, "302"],
      [0, "303"],
      [1, "30301"],
      [3, "310"],
    ]);
    const endOf = endsIn(rows);
    expect(endOf(rows[0]!, "301")).toBe(2);
    expect(endOf(rows[3]!, "303")).toBe(1);
    expect(endOf(rows[5]!, "310")).toBe(Infinity);
  });

  it("is found without a look at the rows before, in order or not", { timeout: 20_000 }, () => {
    const codes = Array.from({ length: 150_000 }, (_, index) => [index, String(2_000_000 + index)] as const);
    const rows = rowsOf([...codes.slice(1), codes[0]!]);
    const endOf = endsIn(rows);
    expect(rows.slice(0, -2).every((row) => endOf(row, row.code) === row.index + 1)).toBe(true);
  });
});
