import { describe, expect, it } from "vitest";
import { bindDisclosure } from "../binding/bind.ts";
import { readPdf } from "./index.ts";
import { madePdf, ruled, text } from "./made.test.support.ts";
import { paragraphsOf, shown, tablesOf } from "./shown.test.support.ts";

// How programs that write PDF put tables down: coloured cells for lines, numbers of pages over tables, recognised text that
// keeps to no column. benchmarks/layouts/quirks.ts has whole pages of them.

const read = async (...pages: readonly string[]) => readPdf(madePdf(pages.map((content) => ({ content }))));
const table = (rows: readonly (readonly string[])[]) =>
  ruled(
    [40, 240, 400],
    rows.concat([[]]).map((_, row) => 100 + 20 * row),
    rows,
  );

describe("cells that are coloured and not ruled", () => {
  it("are a table and no chart, though those of the heading are higher", async () => {
    const area = (left: number, top: number, right: number, bottom: number) =>
      `0.9 g ${left} ${842 - bottom} ${right - left} ${bottom - top} re f 0 g\n`;
    const xs = [60, 200, 300, 400];
    const rows = [
      ["教育支出", "3.00", "2.00"],
      ["科学支出", "5.00", "1.00"],
      ["卫生支出", "7.00", "4.00"],
      ["合计", "15.00", "7.00"],
    ];
    const cells = rows.flatMap((row, at) =>
      row.map((words, column) => {
        const top = 140 + 20 * at;
        const ground = area(xs[column]!, top, xs[column + 1]!, top + 19);
        return ground + text(xs[column]! + 5, top + 14, words, 10);
      }),
    );
    const content =
      area(60, 100, 200, 139) +
      text(80, 124, "项目", 10) +
      area(200, 100, 400, 119) +
      text(280, 114, "支出", 10) +
      area(200, 120, 300, 139) +
      text(240, 134, "小计", 10) +
      area(300, 120, 400, 139) +
      text(330, 134, "基本支出", 10) +
      cells.join("");
    expect(shown(tablesOf(await read(content))[0]!).slice(-2)).toEqual(["卫生支出|7.00|4.00", "合计|15.00|7.00"]);
  });
});

describe("the number of a page", () => {
  it("is none of the table that it is printed over, on page after page", async () => {
    const page = (number: number) =>
      table([
        ["项目", "金额"],
        ["教育支出", `${number}.00`],
      ]) + text(260, 136, `- ${number} -`, 9);
    const document = await read(page(3), page(4), page(5));
    expect(
      tablesOf(document)
        .flatMap((one) => shown(one))
        .filter((row) => row.startsWith("教育")),
    ).toEqual(["教育支出|3.00", "教育支出|4.00", "教育支出|5.00"]);
    expect(paragraphsOf(document).filter((words) => words.startsWith("page-number"))).toHaveLength(3);
  });
});

describe("a watermark", () => {
  it("takes the numbers of pages away from no page that is told of it by another", async () => {
    const rows = [
      ["项目", "金额"],
      ["教育支出", "3.00"],
    ];
    const mark = (y: number) => `0.8 g ${text(60, y, "内部资料", 30)} 0 g `;
    const number = (page: number) => text(260, 800, `- ${page} -`, 9);
    const document = await read(
      table(rows) + mark(138) + number(1),
      text(60, 100, "正文。") + mark(300) + number(2),
      text(60, 100, "后文。") + number(3),
    );
    expect(paragraphsOf(document).filter((words) => words.startsWith("page-number"))).toEqual([
      "page-number: -1-",
      "page-number: -2-",
      "page-number: -3-",
    ]);
  });

  it("is one on every page, though no other text crosses it on some", async () => {
    const rows = [
      ["项目", "金额"],
      ["教育支出", "3.00"],
    ];
    const mark = (y: number) => `0.8 g ${text(60, y, "内部资料", 30)} 0 g `;
    const document = await read(table(rows) + mark(138), text(60, 100, "正文。") + mark(300));
    expect(paragraphsOf(document)).toEqual(["chart: 内部资料", "body: 正文。", "chart: 内部资料"]);
  });
});

describe("an amount wider than its cell", () => {
  it("is no part of the number of its row, up to which it reaches", async () => {
    const content =
      ruled(
        [40, 140, 160, 220],
        [100, 120, 140],
        [
          ["项目", "行次", "金额"],
          ["合计", "", ""],
        ],
      ) +
      text(147, 135, "27", 10) +
      text(157, 135, "1,124,984,437.69", 8);
    expect(shown(tablesOf(await read(content))[0]!)[1]).toBe("合计|27|1,124,984,437.69");
  });
});

describe("recognised text over a picture, which keeps to no column", () => {
  const row = (at: number, ...words: readonly (readonly [x: number, words: string])[]) =>
    words.map(([x, one], index) => text(x, at + (index % 2), one, 10)).join("");

  it("parts amounts from the codes that touch them", async () => {
    const content =
      row(100, [60, "科目名称"], [160, "金额"], [200, "编码"], [260, "科目名称"]) +
      row(120, [60, "工资福利支出"], [155, "1,234.50"], [194, "302"], [260, "商品服务"]) +
      row(140, [60, "基本工资"], [165, "234.50"], [195, "30201"], [260, "办公费"]) +
      row(160, [60, "津贴补贴"], [155, "1,000.00"], [194.5, "30202"], [260, "印刷费"]);
    expect(shown(tablesOf(await read(content))[0]!).slice(1)).toEqual([
      "工资福利支出|1,234.50|302|商品服务",
      "基本工资|234.50|30201|办公费",
      "津贴补贴|1,000.00|30202|印刷费",
    ]);
  });

  it("lists an amount that it sets among the names of rows, and loses none", async () => {
    const content =
      text(160, 40, "某局2024年度部门决算", 16) +
      text(160, 80, "支出决算表", 16) +
      table([
        ["项目", "本年支出合计"],
        ["教育支出", "3.00"],
        ["5.00", ""],
      ]);
    const { figures, unbound } = bindDisclosure(await read(content));
    expect([...figures, ...unbound].map((figure) => figure.text)).toEqual(["3.00", "5.00"]);
  });
});

describe("the line of a part", () => {
  it("begins a paragraph, though it stands at the margin and the line before runs from the middle to the other", async () => {
    const lines = [
      "公开的文字由本局财务科编写并且按有关规定在网站上",
      "第一部分 部门概况",
      "公开的文字由本局财务科编写并且按有关规定在网站上",
    ];
    const content =
      text(168, 82, "公开时间为九月十八日九月十九日改") +
      lines
        .slice(1)
        .map((words, at) => text(72, 100 + 18 * at, words))
        .join("") +
      text(72, 154, lines[0]!);
    expect(paragraphsOf(await read(content))[1]).toBe("heading: 第一部分 部门概况");
  });
});

describe("rows of one height, whatever their names need", () => {
  it("have the last line of a name printed over the name below, and keep it", async () => {
    const columns = [40, 100, 240, 400];
    const names = [["机关事业单位基本养老保险", "缴费支出"], ["机关事业单位职业年金缴费", "支出"], ["合计"]];
    const grid = ruled(
      columns,
      names.concat([[]]).map((_, row) => 100 + 16 * row),
      [],
    );
    const rows = names.map((lines, row) => {
      const y = 111 + 16 * row;
      const code = ["2080505", "2080506", ""][row]!;
      return (
        (code === "" ? "" : text(43, y, code, 10)) +
        lines.map((words, at) => text(103, y + 11 * at, words, 10)).join("") +
        text(350, y, `${row + 1}.50`, 10)
      );
    });
    expect(shown(tablesOf(await read(grid + rows.join("")))[0]!)).toEqual([
      "2080505|机关事业单位基本养老保险缴费支出|1.50",
      "2080506|机关事业单位职业年金缴费支出|2.50",
      "|合计|3.50",
    ]);
  });
});
