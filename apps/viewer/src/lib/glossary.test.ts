import { describe, expect, it } from "vitest";
import type { Block, SourceDocument } from "./data.ts";
import { explanationOf, glossaryOf } from "./glossary.ts";

function documentOf(
  ...lines: readonly (readonly [role: "heading" | "body" | "contents", line: string])[]
): SourceDocument {
  let text = "";
  const blocks: Block[] = lines.map(([role, line]) => {
    const start = text.length;
    text += `${line}\n`;
    return { kind: "paragraph", start, end: start + line.length, page: 1, role };
  });
  return { text, blocks, pages: [] };
}

const SOURCE = documentOf(
  ["contents", "第三部分 名词解释 ..... 20 页"],
  ["heading", "第三部分 名词解释"],
  ["body", "1. 财政拨款收入：指从同级财政取得的资金。"],
  ["body", "包括一般公共预算财政拨款。"],
  ["body", "（二）“三公”经费：因公出国（境）、公务用车与公务接待。"],
  ["body", "23. 住房保障支出（类）住房改革支出（款）住房公积金（项）：反映缴纳的住房公积金。"],
  ["body", "24. 教育支出（类）普通教育（款）其他支出（含补助）（项）：反映其他支出。"],
  ["heading", "第四部分 附件"],
  ["body", "1. 项目概况：不是名词。"],
);

describe("the document's own glossary", () => {
  it("lists terms with their explanations until the next part", () => {
    expect(glossaryOf(SOURCE).map(({ term }) => term)).toEqual([
      "财政拨款收入",
      "“三公”经费",
      "住房保障支出（类）住房改革支出（款）住房公积金（项）",
      "教育支出（类）普通教育（款）其他支出（含补助）（项）",
    ]);
    expect(glossaryOf(SOURCE)[0]?.text).toBe("指从同级财政取得的资金。\n包括一般公共预算财政拨款。");
  });

  it("finds a term by its name, whatever its quotes, and an item by its last name", () => {
    const glossary = glossaryOf(SOURCE);
    expect(explanationOf(glossary, '"三公"经费')?.text).toMatch(/公务接待/);
    expect(explanationOf(glossary, "住房公积金")?.text).toMatch(/缴纳/);
    expect(explanationOf(glossary, "其他支出(含补助)")?.text).toBe("反映其他支出。");
    expect(explanationOf(glossary, "项目概况")).toBeUndefined();
  });

  it("is empty where a document has none", () => {
    expect(glossaryOf(documentOf(["body", "名词解释见附件。"]))).toEqual([]);
  });
});
