import { describe, expect, it } from "vitest";
import { hang, pad, truncate, widthOf, wrap } from "./width.ts";

const sentence = "五(一)称一般公共预算财政拨款支出占本年支出合计的98.9%，但3030.4÷3037.9＝99.75%，应为99.8%。";

describe("width", () => {
  it("counts two columns for Chinese, none for marks", () => {
    expect(widthOf("决算 2023")).toBe(9);
    expect(widthOf("（三）：、。")).toBe(12);
    expect(widthOf("𠀀é")).toBe(3);
  });

  it("pads and cuts by columns", () => {
    expect(pad("决算", 6)).toBe("决算  ");
    expect(pad("12.5", 6, "right")).toBe("  12.5");
    expect(truncate("人力资源和社会保障局", 9)).toBe("人力资源…");
    expect(truncate("人力资源", 8)).toBe("人力资源");
  });

  it.each([10, 17, 20, 40, 80])("wraps to %i columns without loss", (width) => {
    const lines = wrap(sentence, width);
    expect(lines.join("")).toBe(sentence);
    for (const line of lines) expect(widthOf(line)).toBeLessThanOrEqual(width);
  });

  it("keeps figures whole and punctuation off the start of a line", () => {
    for (let width = 12; width < 90; width++) {
      const lines = wrap(sentence, width);
      for (const line of lines) {
        expect(line).not.toMatch(/^[，。）、%]/);
        expect(line).not.toMatch(/[（“]$/);
      }
      expect(lines.some((line) => line.includes("3030.4"))).toBe(true);
    }
  });

  it("breaks English between words", () => {
    expect(wrap("The stated share does not recompute.", 12)).toEqual(["The stated", "share does", "not", "recompute."]);
  });

  it("sets in the lines after the first", () => {
    expect(hang("错误 ", "甲乙丙丁", 9)).toEqual(["错误 甲乙", "     丙丁"]);
  });
});
