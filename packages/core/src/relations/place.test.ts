import { describe, expect, it } from "vitest";
import { placeOf } from "./place.ts";

const at = (section: string | undefined, more: object = {}): readonly [string, string] => {
  const { zh, en } = placeOf({ ...(section === undefined ? {} : { section }), start: 0, end: 1, text: "", ...more });
  return [zh, en];
};

describe("where something stands, in a few words", () => {
  it("is the numbers of a section, said so that they do not run into a sentence", () => {
    expect(at("七、财政拨款“三公”经费支出决算情况说明 / （二）具体情况")).toEqual(["七（二）", "section 7(2)"]);
    expect(at("十一、其他重要事项 / （三）国有资产")).toEqual(["十一（三）", "section 11(3)"]);
    expect(at("五、一般公共预算 / （三）具体情况 / 12.住房")).toEqual(["五（三）12", "section 5(3)12"]);
    expect(at("三、支出决算情况说明")).toEqual(["第三节", "section 3"]);
    expect(at("十二、国有资产占有使用情况")).toEqual(["第十二节", "section 12"]);
  });

  it("is the title where a title above has no number, in quotes where it begins with one", () => {
    expect(at("部门预算绩效评价报告 / 二、部门资金收支情况")).toEqual([
      "“二、部门资金收支情况”",
      "section “二、部门资金收支情况”",
    ]);
    expect(at("第四部分 名词解释")).toEqual(["第四部分 名词解释", "section 第四部分 名词解释"]);
    expect(at(`${"长".repeat(30)}报告`)[0]).toBe(`${"长".repeat(22)}…`);
  });

  it("is a cell of a table, a page, or nothing better than the text", () => {
    expect(at(undefined, { table: "expenditure", row: "行政运行", column: "项目支出" })).toEqual([
      "《支出决算表》“行政运行”行“项目支出”列",
      "table “Expenditure”, row 行政运行, column 项目支出",
    ]);
    expect(at(undefined, { part: "附件" })).toEqual(["附件", "section 附件"]);
    expect(at(undefined, { page: 3 })).toEqual(["第3页", "page 3"]);
    expect(at(undefined)).toEqual(["文中", "the text"]);
  });
});
