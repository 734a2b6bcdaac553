import { describe, expect, it } from "vitest";
import { facts, read } from "./read.test.support.ts";
import { valueOfWords } from "./written.ts";

describe("amounts written in words", () => {
  it.each([
    ["三百二十", "320"],
    ["十二点五", "12.5"],
    ["三千二百零五", "3205"],
    ["二〇五", "205"],
    ["两", "2"],
    ["十", "10"],
    ["九点零八", "9.08"],
  ])("%s is %s", (words, value) => {
    expect(valueOfWords(words)).toBe(value);
  });

  it("is none where the weights do not fall", () => {
    expect(valueOfWords("三十二百")).toBeUndefined();
  });

  it("are figures of what they measure", () => {
    expect(
      facts("totals", "2025年度收入总计三百二十万元，支出总计三百二十万元，收入总计比上年增长百分之六点七。"),
    ).toEqual([
      "三百二十 → total-receipts",
      "三百二十 → total-disbursements",
      "六点七 → total-receipts{measure=growth} increase",
    ]);
  });

  it("are rates by tenths behind a word of change", () => {
    expect(facts("three-public", "“三公”经费支出8.6万元，比上年减少近两成。")).toEqual([
      "8.6 → three-public",
      "两成 → three-public{measure=growth} decrease",
    ]);
  });

  it("keep their places, and the numbers of lists their meaning", () => {
    const text = "一、收入。一般公共预算财政拨款收入五万元";
    const [figure] = read("revenue", text).figures;
    expect(figure).toMatchObject({ value: "5", decimals: 0, unit: "ten-thousand-yuan" });
    expect(text.slice(figure!.source.start, figure!.source.end)).toBe("五");
  });
});
