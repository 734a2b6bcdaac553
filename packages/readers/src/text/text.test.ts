import { readFileSync, existsSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import type { ReadDocument, Table } from "@juesuan/core";
import { readText } from "./index.ts";

const encode = (text: string) => new TextEncoder().encode(text);
const words = (document: ReadDocument) =>
  document.blocks.map((block) =>
    block.kind === "table" ? "表" : `${block.role}:${document.text.slice(block.start, block.end)}`,
  );
const grid = (table: Table) => {
  const rows = Array.from({ length: table.rowCount }, () => Array.from({ length: table.columnCount }, () => ""));
  for (const cell of table.cells) rows[cell.row]![cell.column] = cell.text;
  return rows;
};
const tableOf = (document: ReadDocument) => document.blocks.find((block) => block.kind === "table")!;
const digits = (text: string) => text.match(/\d/g)!.length;
const checkOffsets = (document: ReadDocument) => {
  let before = 0;
  for (const block of document.blocks) {
    expect(block.start).toBeGreaterThanOrEqual(before);
    before = block.end;
    if (block.kind === "table")
      for (const cell of block.cells) expect(document.text.slice(cell.start, cell.end)).toBe(cell.text);
  }
};

describe("paragraphs", () => {
  it("takes headings, contents and bold lines apart from the body", () => {
    const document = readText(
      encode(
        "# 目录\n\n<b>第一部分 部门概况</b> .....\t4 页\n一、部门职责 .....\t4 页\n\n## **一、部门职责**\n\n1、贯彻执行。\n\n**（一）目的。**通过自评。\n",
      ),
    );
    expect(words(document)).toEqual([
      "heading:目录",
      "contents:<b>第一部分 部门概况</b> .....\t4 页",
      "contents:一、部门职责 .....\t4 页",
      "heading:一、部门职责",
      "body:1、贯彻执行。",
      "body:**（一）目的。**通过自评。",
    ]);
  });
  it("goes on over the end of a page within a sentence and behind one, but not into the title of a table", () => {
    const full = "某某局对所属单位的各项支出作了统一安排并按规定程序报批后执行完毕了的，\n".repeat(14);
    const document = readText(
      encode(
        `${full}主要用于局本部的各个项目支出。年初预算为 18.80\n\f\n万元，支出决算为 17.99 万元，由于各单位厉行节约的缘故。\n\f决算数小于预算数的主要原因：厉行节约，控制成本。\n注：本表反映本年度的总收支情况，以万元为单位填列\n\f支出决算表\n`,
      ),
    );
    const told = words(document).join("\n");
    expect(told).toContain("18.80\n\f\n万元，支出");
    expect(told).toContain("缘故。\n\f决算数小于");
    expect(told).toContain("\nbody:支出决算表");
  });
  it("joins a sentence whose lines differ by their spaces, one that begins as a heading does, and what no line begins with", () => {
    const filler = Array.from(
      { length: 24 },
      (_, index) => `${index}．本年度按照计划完成了各项任务，${"并检查".repeat(index % 3)}有关资金的使用情况。`,
    ).join("\n");
    const document = readText(
      encode(`${filler}
（三）2290402 其他地方自行试点项目收益专项债券收入安排的支
出 2694.92 万元，较上年决算数减少 2802.71 万元，下降 50.98%。
15.社会保障和就业支出（类）行政事业单位养老支出（款）职业年金缴费支出（项）
。年初预算为645.30万元。
`),
    );
    expect(words(document).slice(-2)).toEqual([
      "body:（三）2290402 其他地方自行试点项目收益专项债券收入安排的支\n出 2694.92 万元，较上年决算数减少 2802.71 万元，下降 50.98%。",
      "body:15.社会保障和就业支出（类）行政事业单位养老支出（款）职业年金缴费支出（项）\n。年初预算为645.30万元。",
    ]);
  });

  it("sets the number of a page apart where a form feed ends it", () => {
    const document = readText(encode("支出决算为55.00万元。\n- 12 -\n\f决算数小于预算数的主要原因：人员调出。\n13\n"));
    expect(words(document)).toEqual([
      "body:支出决算为55.00万元。",
      "page-number:- 12 -",
      "body:决算数小于预算数的主要原因：人员调出。",
      "body:13",
    ]);
  });
  it("sets numbers between dashes apart that count the pages of a text without form feeds", () => {
    const document = readText(encode("支出决算为\n  - 1 -\n55.00万元，\n—2—\n比上年多\n- 3 -\n5.00万元。\n"));
    expect(words(document).filter((line) => line.startsWith("page-number"))).toHaveLength(3);
  });
  it("knows headings of plain text by their numbers and contents without page numbers by their return", () => {
    const document = readText(
      encode("目 录\n第一部分 概况\n一、职责\n二、机构\n\n第一部分 概况\n一、职责\n负责财政。\n"),
    );
    expect(words(document)).toEqual([
      "heading:目 录",
      "contents:第一部分 概况",
      "contents:一、职责",
      "contents:二、机构",
      "heading:第一部分 概况",
      "heading:一、职责",
      "body:负责财政。",
    ]);
  });
  it("leaves a paragraph that a page end cuts in two blocks, and joins lines broken at a fixed width", () => {
    const cut = readText(encode("轿车0辆、金额0万元，越野车0\n\n辆、金额 0 万元。"));
    expect(words(cut)).toEqual(["body:轿车0辆、金额0万元，越野车0", "body:辆、金额 0 万元。"]);
    const wrapped = readText(
      encode("2023年度收、支总计均为3037.9万元。与2022年相比，收、支总计各增加101\n9.89万元，增长50.5%。\n"),
    );
    expect(wrapped.blocks).toHaveLength(1);
  });
});

describe("tables", () => {
  it("reads a Markdown table with its offsets", () => {
    const document = readText(encode("| 项目 | 决算数 |\n|---|---:|\n| **合计** | 1,234.50 |\n| 其中 | |\n"));
    expect(grid(tableOf(document))).toEqual([
      ["项目", "决算数"],
      ["合计", "1,234.50"],
      ["其中", ""],
    ]);
    checkOffsets(document);
  });
  it("reads a table pasted from a workbook and leaves its surroundings outside", () => {
    const document = readText(
      encode(
        "收入决算表\n部门：某局\t\t单位：万元\n科目编码\t名称\t合计\n208\t社会保障和就业支出\t2,832.41\n\t合计\t2,832.41\n注：本表反映收入。\n",
      ),
    );
    expect(words(document)).toEqual([
      "body:收入决算表",
      "body:部门：某局\t\t单位：万元",
      "表",
      "body:注：本表反映收入。",
    ]);
    expect(grid(tableOf(document))).toEqual([
      ["科目编码", "名称", "合计"],
      ["208", "社会保障和就业支出", "2,832.41"],
      ["", "合计", "2,832.41"],
    ]);
    checkOffsets(document);
  });
  it("keeps rows whose first or last cells are empty in the table, line numbers included", () => {
    const document = readText(
      encode(
        "项目\t行次\t决算数\t项目\t行次\t决算数\n一、事业收入\t1\t7.50\t一、教育支出\t30\t\n\t\t\t二、科学技术支出\t31\t\n合计\t2\t7.50\t合计\t32\t7.50\n",
      ),
    );
    expect(grid(tableOf(document))).toEqual([
      ["项目", "行次", "决算数", "项目", "行次", "决算数"],
      ["一、事业收入", "1", "7.50", "一、教育支出", "30", ""],
      ["", "", "", "二、科学技术支出", "31", ""],
      ["合计", "2", "7.50", "合计", "32", "7.50"],
    ]);
  });
  it("infers aligned columns", () => {
    const document = readText(
      encode(
        "项目              决算数      上年数\n一、财政拨款      2819.38     1000.00\n二、其他收入         7.50\n合计              2826.88     1000.00\n",
      ),
    );
    expect(grid(tableOf(document))).toEqual([
      ["项目", "决算数", "上年数"],
      ["一、财政拨款", "2819.38", "1000.00"],
      ["二、其他收入", "7.50", ""],
      ["合计", "2826.88", "1000.00"],
    ]);
    expect(tableOf(document).ruled).toBe(false);
    checkOffsets(document);
  });
});

describe("text copied from pages", () => {
  const filler = Array.from({ length: 14 }, (_, index) => [
    `（${index + 1}）组织开展群众文化活动，指导基层文化馆站做好免费开放工`,
    "作。",
  ]).flat();
  const lines = (...own: readonly string[]) => words(readText(encode([...filler, ...own].join("\n")))).slice(14);

  it("joins lines that fill the page, whatever half-width figures stand in them", () => {
    expect(
      lines(
        "支出决算为 412.75 万元，完成年初预算的 96.4%。决算数小于预算",
        "数的主要原因：厉行节约。",
        "六、一般公共预算财政拨款基本支出决算情况说明",
        "一般公共预算财政拨款基本支出 1,268.30 万元，其中人员经费",
        "1,020.18 万元。",
      ),
    ).toEqual([
      "body:支出决算为 412.75 万元，完成年初预算的 96.4%。决算数小于预算\n数的主要原因：厉行节约。",
      "heading:六、一般公共预算财政拨款基本支出决算情况说明",
      "body:一般公共预算财政拨款基本支出 1,268.30 万元，其中人员经费\n1,020.18 万元。",
    ]);
  });

  it("joins a comparison to the sentence that fills its line, and a unit to its amount", () => {
    expect(
      lines(
        "财政拨款收入 382.17 万元，为财政部门本年度拨付的项目资金。",
        "较 2022 年度决算数减少 157.86 万元，其中年初预算为 312.00",
        "万元。",
      ),
    ).toHaveLength(1);
  });

  it("keeps short lines, and rows of tables whose columns are lost", () => {
    expect(
      lines("政府采购情况如下。", "机关事业单位基本养老保险缴费支出等方面的支出 518.00 518.00", "缴费"),
    ).toHaveLength(3);
  });
});

describe("encodings", () => {
  const gb = new Uint8Array([0xca, 0xd5, 0xc8, 0xeb, 0x33, 0x30, 0x2e, 0x35, 0xcd, 0xf2, 0xd4, 0xaa]);
  it("joins neither what a web page says of itself nor a whole title to the next line", () => {
    const lines = [
      "青禾市月河区环境卫生服务中心2021年度部门决算情况说明",
      "青禾市月河区环境卫生服务中心",
      "日期:2022-09-15 来源:区环境卫生服务中心 打印页面 关闭页面",
      "2021年度部门决算公开",
    ];
    expect(words(readText(encode(lines.join("\n"))))).toEqual(lines.map((line) => `body:${line}`));
  });

  it("reads UTF-8 with a mark, UTF-16 and GB18030", () => {
    expect(readText(encode("\ufeff收入30.5万元")).text).toBe("收入30.5万元");
    expect(readText(gb).text).toBe("收入30.5万元");
    const little = new Uint8Array([
      0xff,
      0xfe,
      ...[..."收入3"].flatMap((character) => [character.charCodeAt(0) & 255, character.charCodeAt(0) >> 8]),
    ]);
    expect(readText(little).text).toBe("收入3");
    expect(readText(gb).oddities.map(({ code }) => code)).toEqual(["encoding"]);
  });
  it("refuses what is neither", () => {
    expect(() => readText(new Uint8Array([...gb, 0xff, 0xff, 0x00, 0x01]))).toThrow(/编码/);
  });
});

const REAL = fileURLToPath(new URL("../../../../../shared/documents/renhe-hrss-2023.txt", import.meta.url));
describe.skipIf(!existsSync(REAL))("the real text (skipped where it is not at hand)", () => {
  // Called even where the tests are skipped.
  const document = readText(existsSync(REAL) ? readFileSync(REAL) : new Uint8Array());
  it("keeps the file as it is", () => {
    expect(document.text).toBe(readFileSync(REAL, "utf8"));
    checkOffsets(document);
    expect(document.blocks.filter((block) => block.kind === "table")).toEqual([]);
    expect(digits(document.blocks.map((block) => document.text.slice(block.start, block.end)).join(""))).toBe(
      digits(document.text),
    );
  });
  it("finds contents and headings", () => {
    expect(document.blocks.filter((block) => block.kind === "paragraph" && block.role === "contents")).toHaveLength(30);
    expect(words(document)).toContain("heading:八、政府性基金预算支出决算情况说明");
    expect(words(document)).toContain("heading:第三部分 名词解释");
  });
});
