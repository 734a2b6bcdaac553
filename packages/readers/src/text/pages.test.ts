import { keyText } from "@juesuan/core";
import { describe, expect, it } from "vitest";
import { bindDisclosure } from "../binding/bind.ts";
import { readText } from "./index.ts";
import { splitLines } from "./lines.ts";
import { pagesOf } from "./pages.ts";

const HEAD = "某县水利局 2023 年度部门决算";
const page = (number: number, told: string): string => `${told}\n第 ${number} 页\n\n${HEAD}\n`;

/** A text as copied from pages, with their numbers at the foot and the name of the document at the head of each. */
const COPIED = [
  page(1, `${HEAD}\n部门概况`),
  page(2, "一、部门职责\n主管全县水利工作。"),
  page(
    3,
    `二、一般公共预算财政拨款支出决算情况说明
2023 年度一般公共预算财政拨款支出年初预算为 40 万元，支出决算为 35.2 万元，完成年初`,
  ),
  page(
    4,
    `预算的 88.00%。
支出决算表
单位：万元
科目编码 科目名称 本年支出合计 基本支出 项目支出
合计 35.20 30.20 5.00
208 社会保障和就业支出 30.20 30.20 0.00`,
  ),
  `科目编码 科目名称 本年支出合计 基本支出 项目支出
213 农林水支出 5.00 0.00 5.00
注：本表反映部门本年度各项支出情况。
第 5 页
`,
].join("");

describe("the pages of a copied text", () => {
  const document = readText(new TextEncoder().encode(COPIED));
  const told = document.blocks.map((block) =>
    block.kind === "table"
      ? "table"
      : `${block.role} ${document.text.slice(block.start, block.end).replaceAll(/\s+/g, "")}`,
  );

  it("are told by their numbers, and what each of them begins with is set apart", () => {
    const lines = splitLines(COPIED);
    const { furniture } = pagesOf(lines);
    expect(furniture.map(({ line, role }) => `${role} ${lines[line]!.text}`)).toEqual([
      "page-number 第 1 页",
      `header ${HEAD}`,
      "page-number 第 2 页",
      `header ${HEAD}`,
      "page-number 第 3 页",
      `header ${HEAD}`,
      "page-number 第 4 页",
      `header ${HEAD}`,
      "page-number 第 5 页",
    ]);
    expect(told.slice(0, 3)).toEqual(["body 某县水利局2023年度部门决算", "body 部门概况", "page-number 第1页"]);
  });

  it("cut neither a sentence nor a table", () => {
    const { figures, unbound } = bindDisclosure(document);
    const facts = figures.map(({ text, concept, dimensions }) => `${text} ${keyText(concept, dimensions)}`);
    expect(facts).toContain("88.00 expenditure{stage=original-budget,fund=general,measure=completion}");
    expect(facts).toContain("5.00 expenditure{functional=213,nature=project}");
    expect(told.filter((block) => block === "table")).toHaveLength(1);
    expect(unbound).toEqual([]);
  });

  it("are as long as the file, so that every place in it stays what it was", () => {
    expect(document.text).toHaveLength(COPIED.length);
  });

  it("are not taken from the numbers of lines that stand one below the other", () => {
    const cells = [
      "项目",
      "行次",
      "决算数",
      "一、事业收入",
      "1",
      "5.00",
      "二、经营收入",
      "2",
      "0.00",
      "三、其他收入",
      "3",
      "2.00",
      "四、上级补助收入",
      "4",
    ];
    expect(pagesOf(splitLines(cells.join("\n"))).furniture).toEqual([]);
  });
});

it("a number between dashes is that of a page, also where there is but one", () => {
  const { blocks, text } = readText(
    new TextEncoder().encode("收入合计100.00万元，比上年增加\n—5—\n10.00万元，增长11.11%。\n"),
  );
  expect(
    blocks.map((block) => (block.kind === "paragraph" ? `${block.role}: ${text.slice(block.start, block.end)}` : "")),
  ).toContain("page-number: —5—");
});

describe("pages that form feeds part", () => {
  it("begin with their numbers, which are no part of a sentence", () => {
    const pages = [
      "某县水利局",
      "一、部门职责",
      "支出决算为192.36万元，完成预算",
      "的90.56%，公务接待费支出7.94万元。",
    ];
    const text = pages.map((told, index) => (index === 0 ? told : `${index + 1}\n${told}`)).join("\n\f");
    const lines = splitLines(text);
    expect(pagesOf(lines).furniture.map(({ line }) => lines[line]!.text)).toEqual(["2", "3", "4"]);
  });

  it("end with the hour of print and the address, their numbers aside", () => {
    const foot = (page: number) => `2024/9/18 10:0${page} 某县水利局部门决算公开\nfile:///js2023.html ${page}/4`;
    const text = [1, 2, 3, 4]
      .map((page) => `${"一二三四"[page - 1]}、内容${"甲乙丙丁"[page - 1]}\n${foot(page)}`)
      .join("\n\f");
    expect(pagesOf(splitLines(text)).furniture.filter(({ role }) => role === "header").length).toBe(6);
  });
});
