import { nameLookup, keyText, loadClassification } from "@juesuan/core";
import { describe, expect, it } from "vitest";
import { bindDisclosure } from "../../binding/bind.ts";
import { readText } from "../index.ts";

// Two pages as `pdftotext -layout` prints them: a character is a column, a name that breaks stands above and below its
// figures, and the second page has columns of its own.
const TEXT = `                                    一般公共预算财政拨款支出决算表
                                                                                       公开05表
部门：某市水利局                                                                          金额单位：万元
              项目                                                本年支出
功能分类科                                      小计             基本支出          项目支出
                  科目名称
 目编码
             栏次                               1               2              3
合计                                         13,679.46        8,261.17       5,418.29
205       教育支出                                965.82                         965.82
20502     普通教育                                965.82                         965.82
2050202   小学教育                                183.91                         183.91
2050203   初中教育                                781.91                         781.91


                                            — 9 —
\f             项目                                     本年支出
功能分类科                              小计            基本支出        项目支出
                科目名称
 目编码
             栏次                    1             2             3
208       社会保障和就业支出            3,546.62      2,243.17      1,303.45
20805     行政事业单位养老支出           1,844.76      1,143.39        701.37
          机关事业单位基本养老保险缴费支
2080505                           151.00        151.00
          出
2080506   机关事业单位职业年金缴费支出          493.37        300.63        192.74
注：本表反映部门本年度一般公共预算财政拨款支出情况。
`;

const read = async (text: string) => {
  const classification = await loadClassification();
  return bindDisclosure(readText(new TextEncoder().encode(text)), (year) => nameLookup(classification, year));
};

describe("a text printed in columns of single characters", () => {
  it("is read as a page without lines, its table over both pages", async () => {
    const { figures, unbound } = await read(TEXT);
    const of = (code: string) =>
      figures
        .filter(({ dimensions }) => dimensions.functional === code)
        .map(({ text, concept, dimensions }) => `${text} ${keyText(concept, dimensions)}`);
    expect(unbound).toEqual([]);
    expect(figures).toHaveLength(22);
    expect(of("2050203")).toEqual([
      "781.91 expenditure{fund=general,functional=2050203}",
      "781.91 expenditure{fund=general,functional=2050203,nature=project}",
    ]);
    expect(of("2080505")).toEqual([
      "151.00 expenditure{fund=general,functional=2080505}",
      "151.00 expenditure{fund=general,functional=2080505,nature=basic}",
    ]);
  });

  it("keeps its pages, and sets their numbers apart", () => {
    const document = readText(new TextEncoder().encode(TEXT));
    expect(document.format).toBe("text");
    expect(document.pages).toHaveLength(2);
    expect(document.boxes).toBeUndefined();
    expect(document.blocks.filter((block) => block.kind === "paragraph" && block.role === "page-number")).toHaveLength(
      1,
    );
  });

  it("binds nothing of a table whose codes are printed a digit to a line", async () => {
    const stacked = TEXT.replaceAll(
      /^(\d)(\d+)( +)/gm,
      (_, first: string, rest: string, gap: string) => `${first}\n${[...rest].join("\n")}${gap}`,
    );
    const { figures, unbound } = await read(stacked);
    expect(figures).toEqual([]);
    expect(unbound.length).toBeGreaterThan(20);
  });
});
