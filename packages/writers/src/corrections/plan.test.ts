import type { Culprit, DocumentReport, ReadDocument } from "@juesuan/core";
import { describe, expect, it } from "vitest";
import { planCorrections, printedLike } from "./plan.ts";

/** What becomes of one finding that blames `words` in `text`. */
function corrected(text: string, words: string, culprit: Partial<Culprit>, relation = "narrative.share"): string {
  const start = text.indexOf(words);
  const source = { start, end: start + words.length, text: words };
  const finding = {
    relation,
    severity: "error",
    fingerprint: "1",
    sources: [source],
    culprits: [{ text: words, certainty: "unique", kind: "figure", figure: 1, source, ...culprit }],
  };
  const [plan] = planCorrections({
    report: { findings: [finding] } as unknown as DocumentReport,
    document: { text } as ReadDocument,
  });
  return plan!.changes
    .toSorted((one, other) => other.start - one.start)
    .reduce((result, change) => result.slice(0, change.start) + change.text + result.slice(change.end), text);
}

describe("What is changed for a finding", () => {
  it("the figure alone, as the wrong one was printed", () => {
    expect(corrected("占98.9%。", "98.9", { expected: "99.8" })).toBe("占99.8%。");
    expect(printedLike("3,037.90", "12345.60")).toBe("12,345.60");
    expect(printedLike("９８．９", "99.8")).toBe("９９．８");
    expect(printedLike("98.9%", "99.8")).toBe("99.8%");
  });

  it("with thousands separated as its neighbours are, where the wrong one does not show it", () => {
    const row = "合计 12,670.85 4,882.78 0.00 一般公共服务支出 1,822.27";
    expect(corrected(row, "0.00", { expected: "7788.07" })).toContain(" 7,788.07 ");
    const sentence = "2024年度收入总计12670.85万元，支出总计0.3万元，其中基本支出4882.78万元。";
    expect(corrected(sentence, "0.3", { expected: "12670.85" })).toContain("支出总计12670.85万元");
  });

  it("the unit behind it, where only that is wrong", () => {
    expect(
      corrected("拨款收入2819.38元。", "2819.38", { expected: "2819.38", expectedUnit: "ten-thousand-yuan" }),
    ).toBe("拨款收入2819.38万元。");
  });

  it("the unit above a table", () => {
    expect(corrected("金额单位：元", "金额单位：元", { kind: "unit", expectedUnit: "ten-thousand-yuan" })).toBe(
      "金额单位：万元",
    );
  });

  it("the direction word of its own sentence", () => {
    const text = "收入增加5.00万元。支出比上年减少1019.89万元，增长50.5%。";
    expect(corrected(text, "1019.89", { expectedDirection: "increase" })).toBe(
      "收入增加5.00万元。支出比上年增加1019.89万元，增长50.5%。",
    );
    expect(corrected("支出1019.89万元。", "1019.89", { expectedDirection: "increase" })).toBe("支出1019.89万元。");
  });

  it("with thousands separated as numbers farther off are, where those around are small", () => {
    const small = "12.50 | ".repeat(40);
    const far = (number: string): string =>
      corrected(`${number} | ${small}0.00 | ${small}`, "0.00", { expected: "2936.29" }).slice(-small.length - 11);
    expect(far("3,101.20")).toBe(`2,936.29 | ${small}`);
    expect(far("3101.20")).toBe(` 2936.29 | ${small}`);
  });

  it("a word by the word that should stand there, a year by the year", () => {
    expect(
      corrected("列有个人农业生产补贴", "个人农业生产补贴", { kind: undefined, figure: undefined, expected: "奖励金" }),
    ).toBe("列有奖励金");
    expect(corrected("2022年度收支", "2022年度", { kind: undefined, figure: undefined, expected: "2023" })).toBe(
      "2023年度收支",
    );
  });

  it("a note of the blank form goes, what stands for a figure is filled in where the document tells it", () => {
    const leftover = (text: string, words: string, expected?: string) =>
      corrected(text, words, { kind: undefined, figure: undefined, expected }, "wording.leftover");
    expect(leftover("减少XX万元，而非1,234.00万元。", "XX", "4321.00")).toBe("减少4,321.00万元，而非1,234.00万元。");
    expect(leftover("减少2.00万元（如持平作持平表述）。", "（如持平作持平表述）")).toBe("减少2.00万元。");
    expect(leftover("减少XX万元。", "XX")).toBe("减少XX万元。");
  });

  it("nothing where one of several may be wrong, and each of them is told of", () => {
    const [text, places] = ["增加1019.8万元；增加1019.89万元。", [2, 12]];
    const culprits = places.map((start) => ({ certainty: "one-of", text: "x", source: { start, end: start + 6 } }));
    const finding = { relation: "r", severity: "warning", fingerprint: "1", sources: [], culprits };
    const [plan] = planCorrections({
      report: { findings: [finding] } as unknown as DocumentReport,
      document: { text } as ReadDocument,
    });
    expect(plan).toMatchObject({ changes: [], place: { start: 2 }, others: [{ source: { start: 12 } }] });
  });

  it("nothing where one of several may be wrong, or an entry is missing", () => {
    expect(corrected("占98.9%。", "98.9", { expected: "99.8", certainty: "one-of" })).toBe("占98.9%。");
    expect(corrected("包括：差旅费3万元", "差旅费3万元", { kind: "omission", expected: "5" })).toBe(
      "包括：差旅费3万元",
    );
  });
});
