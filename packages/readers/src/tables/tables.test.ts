import { keyText } from "@juesuan/core";
import { describe, expect, it } from "vitest";
import { readDocument } from "../read.ts";
import { readText } from "../text/index.ts";
import { bindTables } from "./index.ts";
import { readCell } from "./number.ts";
import { bindWritten } from "./testing.ts";

/** Binds the tables of a text; tables are Markdown. */
async function bind(text: string) {
  const document = await readText(new TextEncoder().encode(text));
  const reading = bindTables(document, { firstFigureId: 0 });
  return {
    ...reading,
    facts: reading.figures.map((figure) => `${figure.text} → ${keyText(figure.concept, figure.dimensions)}`),
  };
}

const SPLIT_CODES = `支出决算表

公开03表

部门：某局　　　　　　单位：万元

| 项目 |  |  |  | 本年支出合计 | 基本支出 | 项目支出 | 上缴上级支出 | 经营支出 | 对附属单位补助支出 |
|---|---|---|---|---|---|---|---|---|---|
| 类 | 款 | 项 | 科目名称 | 1 | 2 | 3 | 4 | 5 | 6 |
| 合计 |  |  |  | 30.00 | 20.00 | 10.00 |  |  |  |
| 208 |  |  | 社会保障和就业支出 | 30.00 | 20.00 | 10.00 |  |  |  |
|  | 05 |  | 行政事业单位养老支出 | 30.00 | 20.00 | 10.00 |  |  |  |
|  |  | 05 | 机关事业单位基本养老保险缴费支出 | 30.00 | 20.00 | 10.00 | — |  |  |

注：本表反映部门本年度各项支出情况。
`;

describe("tables by classification", () => {
  it("joins codes set in three columns, levels above left blank", async () => {
    const { facts, tables } = await bind(SPLIT_CODES);
    expect(facts.slice(0, 3)).toEqual([
      "30.00 → expenditure",
      "20.00 → expenditure{nature=basic}",
      "10.00 → expenditure{nature=project}",
    ]);
    expect(facts.at(-1)).toBe("10.00 → expenditure{functional=2080505,nature=project}");
    expect(tables[0]!.rows.map(({ code, level }) => [code, level])).toEqual([
      [undefined, "grand-total"],
      ["208", "class"],
      ["20805", "group"],
      ["2080505", "item"],
    ]);
  });

  const HTML = (rows: readonly (readonly string[])[]) =>
    `<table>${rows.map((row) => `<tr>${row.map((cell) => `<td>${cell}</td>`).join("")}</tr>`).join("")}</table>`;

  it("goes on with a page whose converter drew no lines between 类, 款 and 项", async () => {
    const document = await readDocument(
      new TextEncoder().encode(
        `<p>支出决算表</p><p>单位：万元</p>${HTML([
          ["项目", "", "", "", "本年支出合计", "基本支出", "项目支出"],
          ["类", "款", "项", "科目名称", "1", "2", "3"],
          ["合计", "", "", "", "9.00", "6.00", "3.00"],
          ["208", "", "", "社会保障和就业支出", "5.00", "5.00", "0.00"],
        ])}${HTML([
          ["20805", "行政事业单位养老支出", "5.00", "5.00", "0.00"],
          ["221", "住房保障支出", "4.00", "1.00", "3.00"],
        ])}`,
      ),
      { name: "a.html" },
    );
    const { figures, tables, unbound } = bindTables(document, { firstFigureId: 0 });
    expect(tables[0]!.rows.map(({ code }) => code)).toEqual([undefined, "208", "20805", "221"]);
    expect([figures.length, unbound.length]).toEqual([12, 0]);
  });

  it("goes on with a page that begins with names at the right and no amounts", async () => {
    const names = ["十六、金融支出", "十七、援助其他地区支出"];
    const document = await readDocument(
      new TextEncoder().encode(
        `<p>财政拨款收入支出决算总表</p><p>单位：万元</p>${HTML([
          ["项目", "决算数", "项目", "合计", "一般公共预算财政拨款", "政府性基金预算财政拨款"],
          ["一、一般公共预算财政拨款", "9.00", "一、一般公共服务支出", "5.00", "5.00", "0.00"],
        ])}${HTML([
          ...names.map((name) => ["", "", name, "", "", ""]),
          ["", "", "十九、住房保障支出", "4.00", "4.00", "0.00"],
          ["本年收入合计", "9.00", "本年支出合计", "9.00", "9.00", "0.00"],
        ])}`,
      ),
      { name: "a.html" },
    );
    const { figures, unbound } = bindTables(document, { firstFigureId: 0 });
    expect([figures.length, unbound.length]).toEqual([11, 0]);
  });

  it("keeps what stands around: title, unit, department, note, and the ranges they take", async () => {
    const { tables, consumed } = await bind(SPLIT_CODES);
    expect(tables[0]).toMatchObject({
      table: "expenditure",
      title: "支出决算表",
      unit: "ten-thousand-yuan",
      department: "某局",
      note: "注：本表反映部门本年度各项支出情况。",
    });
    expect(consumed.length).toBeGreaterThanOrEqual(4);
  });

  it("tells a dash from an empty cell, and neither from a figure", async () => {
    const { tables } = await bind(SPLIT_CODES);
    const blanks = tables[0]!.cells.filter((cell) => cell.blank !== undefined);
    expect(blanks.filter((cell) => cell.blank === "dash")).toHaveLength(1);
    expect(blanks[0]!.key).toBeDefined();
  });

  it("binds what stands beside cells that are still to be filled in, and takes these for no zeros", async () => {
    const { facts, unbound, tables } = await bind(
      SPLIT_CODES.replace("| 30.00 | 20.00 | 10.00 |  |  |  |", "| 待填 | 20.00 | XX |  |  |  |").replaceAll(
        "| 30.00 | 20.00 | 10.00 |",
        "| 30.00 | 待填 | 待填 |",
      ),
    );
    expect(unbound).toEqual([]);
    expect(facts.slice(0, 2)).toEqual(["20.00 → expenditure{nature=basic}", "30.00 → expenditure{functional=208}"]);
    expect(tables[0]!.cells.filter(({ source }) => /待填|XX/.test(source.text))).toEqual([]);
  });

  it("counts no line of column numbers as figures", async () => {
    const { unbound, facts } = await bind(SPLIT_CODES);
    expect(unbound).toEqual([]);
    expect(facts).toHaveLength(12);
  });
});

describe("side by side", () => {
  it("reads two lists of fixed rows with numbered lines", async () => {
    const { facts } = await bind(`收入支出决算总表

金额单位：元

| 收入 | 收入 | 收入 | 支出 | 支出 | 支出 |
|---|---|---|---|---|---|
| 项目 | 行次 | 决算数 | 项目 | 行次 | 决算数 |
| 一、一般公共预算财政拨款收入 | 1 | 500.00 | 一、一般公共服务支出 | 30 | 480.00 |
| 二、政府性基金预算财政拨款收入 | 2 |  | 二、外交支出 | 31 |  |
| 本年收入合计 | 27 | 500.00 | 本年支出合计 | 57 | 480.00 |
| 年初结转和结余 | 28 |  | 年末结转和结余 | 58 | 20.00 |
| 总计 | 29 | 500.00 | 总计 | 59 | 500.00 |
`);
    expect(facts).toEqual([
      "500.00 → revenue{fund=general}",
      "480.00 → expenditure{functional=201}",
      "500.00 → revenue",
      "480.00 → expenditure",
      "20.00 → closing-carry-over",
      "500.00 → total-receipts",
      "500.00 → total-disbursements",
    ]);
  });

  it("reads the economic list set in two groups, and its two totals", async () => {
    const { facts } = await bind(`一般公共预算财政拨款基本支出决算明细表

单位：万元

| 科目编码 | 科目名称 | 决算数 | 科目编码 | 科目名称 | 决算数 |
|---|---|---|---|---|---|
| 301 | 工资福利支出 | 12.00 | 302 | 商品和服务支出 | 3.00 |
| 30101 | 基本工资 | 12.00 | 30201 | 办公费 | 3.00 |
| 人员经费合计 |  | 12.00 | 公用经费合计 |  | 3.00 |
`);
    expect(facts).toEqual([
      "12.00 → expenditure{fund=general,economic=301,nature=basic}",
      "3.00 → expenditure{fund=general,economic=302,nature=basic}",
      "12.00 → expenditure{fund=general,economic=30101,nature=basic}",
      "3.00 → expenditure{fund=general,economic=30201,nature=basic}",
      "12.00 → expenditure{fund=general,nature=basic,group=personnel}",
      "3.00 → expenditure{fund=general,nature=basic,group=public}",
    ]);
  });
});

describe("“three public” expenses", () => {
  it("reads the items as rows under budget and final amount", async () => {
    const { facts } = await bind(`财政拨款“三公”经费支出决算表

单位：万元

| 项目 | 预算数 | 决算数 |
|---|---|---|
| 合计 | 2.00 | 1.50 |
| 1.因公出国（境）费 | 0.00 | 0.00 |
| 3.公务接待费 | 2.00 | 1.50 |
`);
    expect(facts).toEqual([
      "2.00 → three-public{stage=budget}",
      "1.50 → three-public",
      "0.00 → three-public{stage=budget,item=overseas}",
      "0.00 → three-public{item=overseas}",
      "2.00 → three-public{stage=budget,item=receptions}",
      "1.50 → three-public{item=receptions}",
    ]);
  });
});

describe("without figures", () => {
  it("knows an empty table with its note", async () => {
    const { tables } = await bind(`政府性基金预算财政拨款收入支出决算表

| 项目 | 项目 | 年初结转和结余 | 本年收入 | 本年支出 | 本年支出 | 本年支出 | 年末结转和结余 |
|---|---|---|---|---|---|---|---|
| 功能分类科目编码 | 科目名称 | 年初结转和结余 | 本年收入 | 合计 | 基本支出 | 项目支出 | 年末结转和结余 |

说明：某局本年度没有政府性基金预算财政拨款收入和支出，故本表无数据。
`);
    expect(tables[0]).toMatchObject({ table: "government-fund", empty: true });
    expect(tables[0]!.note).toMatch(/^说明/);
  });
});

describe("a table without lines", () => {
  it("goes on below rows without figures that its page lost at its end", () => {
    const head = "| 项目 | 决算数 | 项目 | 决算数 |";
    const { tables, left } = bindWritten(
      `收入支出决算总表
${head}
| 一、一般公共预算财政拨款收入 | 9.00 | 一、一般公共服务支出 |  |
| 二、政府性基金预算财政拨款收入 |  | 二十、粮油物资储备支出 | 6.00 |
二十一、国有资本经营预算支出
二十二、灾害防治及应急管理支出
${head}
|  |  | 二十三、其他支出 | 3.00 |
| 本年收入合计 | 9.00 | 本年支出合计 | 9.00 |
| 总计 | 9.00 | 总计 | 9.00 |`,
      {},
      { inferred: true },
    );
    expect(tables.map(({ rows }) => rows.map(({ label }) => label).includes("总计"))).toEqual([true]);
    expect(left).toEqual([]);
  });
});

describe("what no form knows", () => {
  it("is listed figure by figure, with row and column", async () => {
    const { unbound, figures } = await bind(
      `| 序号 | 食堂菜品 | 价格 |\n|---|---|---|\n| 1 | 红烧肉 | 12.50 |\n| 2 | 青菜 | 3.00 |\n`,
    );
    expect(figures).toEqual([]);
    expect(unbound.map(({ text, source }) => [text, source.row, source.column])).toEqual([
      ["12.50", "红烧肉", "价格"],
      ["3.00", "青菜", "价格"],
    ]);
  });
});

describe("cells", () => {
  it.each([
    ["1,234.50", "1234.50", 2],
    ["１２．３", "12.3", 1],
    ["1 234.50", "1234.50", 2],
    ["(3.20)", "-3.20", 2],
    ["-3.2", "-3.2", 1],
    ["12.5①", "12.5", 1],
    ["12.5［1］", "12.5", 1],
    [".5", "0.5", 1],
    ["(0.00)", "0.00", 2],
    ["0", "0", 0],
  ])("reads %s", (text, value, decimals) => {
    expect(readCell(text)).toMatchObject({ kind: "number", value, decimals });
  });

  it.each([
    ["99.8%", "percent", undefined],
    ["3.5亿元", "hundred-million-yuan", undefined],
    ["16批次", undefined, "批次"],
  ])("takes the unit of %s from the cell", (text, unit, classifier) => {
    expect(readCell(text)).toMatchObject({
      kind: "number",
      ...(unit === undefined ? {} : { unit }),
      ...(classifier === undefined ? {} : { classifier }),
    });
  });

  it("takes words, codes with letters and broken numbers for words", () => {
    for (const text of ["合计", "A12", "1.2.3", "(12", "12)", "2024年"]) expect(readCell(text).kind).toBe("words");
  });
});
