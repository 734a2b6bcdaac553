import { describe, expect, it } from "vitest";
import { sentenceAround } from "./prose.ts";

describe("the sentence around some words", () => {
  const TEXT =
    "收入合计5.00万元。决算数大小于预算数的主要原因：按照工程进度，调减“某路沿线风貌提升工程（某段）”项目、“某敬老院装修工程”项目经费。其中：";
  const at = TEXT.indexOf("大小于");

  it("ends with the sentence where that is near", () => {
    expect(sentenceAround(TEXT, 0, 4)).toBe("收入合计5.00万元");
  });

  it("says that it is cut, and opens no quotation that it does not close", () => {
    expect(sentenceAround(TEXT, at, at + 3)).toBe(
      "决算数大小于预算数的主要原因：按照工程进度，调减“某路沿线风貌提升工程（某段）”项目…",
    );
  });
});
