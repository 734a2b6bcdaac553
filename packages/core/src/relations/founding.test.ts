import { describe, expect, it } from "vitest";
import type { BoundFigure, Disclosure, Section, SectionId } from "../facts/disclosure.ts";
import { buildContext } from "./context.ts";
import { isSaidToBeNew } from "./founding.ts";

/** Sections of a narrative, each as its id, its title and its paragraphs; every amount in 万元 is a figure. */
function newOf(...written: readonly (readonly [id: SectionId, ...lines: string[]])[]): string[] {
  let text = "";
  const sections = written.map(([id, ...lines]): Section => {
    const start = text.length;
    text += `${lines.join("\n")}\n`;
    const end = start + lines[0]!.length;
    const part = id === "institutions" ? "overview" : "narrative";
    const heading = { start, end, text: lines[0]! };
    return { id, part, title: lines[0]!, level: 1, heading, bodyStart: end + 1, bodyEnd: text.length };
  });
  const figures = [...text.matchAll(/\d+\.\d+(?=万元)/g)].map(({ 0: value, index }, id): BoundFigure => ({
    id,
    text: value,
    value,
    decimals: 2,
    unit: "ten-thousand-yuan",
    source: { start: index, end: index + value.length, text: value },
    concept: "expenditure",
    dimensions: {},
  }));
  const disclosure: Disclosure = {
    kind: "final-accounts",
    fiscalYear: 2024,
    profile: "unknown",
    unit: "ten-thousand-yuan",
    figures,
    unbound: [],
    sections,
    contents: [],
    tables: [],
    statements: [],
    oddities: [],
  };
  const context = buildContext(disclosure, { text });
  return figures.filter((figure) => isSaidToBeNew(context, figure)).map(({ value }) => value);
}

const TOTALS = ["totals", "一、总体情况", "收、支总计80.00万元，比上年增加20.00万元。"] as const;
const ITEMS = (...lines: readonly string[]) => ["general-expenditure.items", "二、具体情况", ...lines] as const;

describe("that there is no last year to compare with", () => {
  it.each(["与上年不可比", "无上年数据", "没有上年可比数据"])("may be said of what its sentence tells: %s", (words) => {
    const items = ITEMS(
      `1.行政运行50.00万元，增加9.00万元。事业运行3.00万元，增加3.00万元，${words}。`,
      "2.住房公积金8.00万元，增加2.00万元。",
    );
    expect(newOf(TOTALS, items).slice(-2)).toEqual(["3.00", "3.00"]);
    expect(newOf(TOTALS, items)).not.toContain("50.00");
    expect(newOf(TOTALS, items)).not.toContain("80.00");
  });

  it("is said of its paragraph where the sentence tells nothing itself", () => {
    const items = ITEMS("1.事业运行3.00万元，增加1.00万元。因科目调整，与上年不可比。", "2.住房公积金8.00万元。");
    expect(newOf(TOTALS, items)).toEqual(["3.00", "1.00"]);
  });

  it("is said of its section where the paragraph tells nothing either", () => {
    expect(newOf(TOTALS, ITEMS("1.事业运行3.00万元。", "因科目调整，以上与上年不可比。"))).toEqual(["3.00"]);
  });

  it.each(["本单位为2024年新成立单位。", "我局2024年起独立核算，无上年数据。", "因机构改革，与上年不可比。"])(
    "is said of the whole department by it and beside what it is: %s",
    (words) =>
      expect(newOf(["institutions", "一、机构设置", words], TOTALS, ITEMS("1.事业运行3.00万元。"))).toHaveLength(3),
  );

  it("is said of all by the totals, but not by what is a part of them", () => {
    const items = ITEMS("1.事业运行3.00万元。");
    const totals = (words: string) => ["totals", "一、总体情况", words] as const;
    expect(newOf(totals("收、支总计80.00万元，与上年不可比。"), items)).toEqual(["80.00", "3.00"]);
    expect(newOf(totals("收、支总计80.00万元，其中其他收入2.00万元，与上年不可比。"), items)).not.toContain("3.00");
  });

  it("is said of the department among items, where the words between name no amount", () => {
    expect(newOf(TOTALS, ITEMS("1.事业运行3.00万元。", "本单位首次独立核算，与上年不可比。"))).toHaveLength(3);
    expect(newOf(TOTALS, ITEMS("1.本单位事业运行支出3.00万元，与上年不可比。"))).toEqual(["3.00"]);
  });

  it("is found in one pass", { timeout: 20_000 }, () => {
    const words = "本单位公务接待费1.00万元，与上年不可比";
    const often = ITEMS(`${words}。`.repeat(20_000), words.repeat(10_000), "与上年不可比\n".repeat(20_000));
    expect(newOf(TOTALS, often).length).toBe(30_000);
  });
});
