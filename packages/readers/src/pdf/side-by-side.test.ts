import type { Table } from "@juesuan/core";
import { describe, expect, it } from "vitest";
import { bindDisclosure } from "../binding/bind.ts";
import { readPdf } from "./index.ts";
import { line, madePdf, ruled, text } from "./made.test.support.ts";

/** A page of a table: its columns from x = 40, its rows 16 points high from y = 100. */
function half(widths: readonly number[], rows: readonly (readonly string[])[], above = ""): { content: string } {
  const xs = widths.reduce((edges, width) => [...edges, edges.at(-1)! + width], [40]);
  const ys = Array.from({ length: rows.length + 1 }, (_, row) => 100 + 16 * row);
  return { content: above + ruled(xs, ys, rows) };
}

const NAMES = ["一般公共服务支出", "教育支出", "科学技术支出", "社会保障和就业支出", "卫生健康支出", "住房保障支出"];
const HEAD = ["科目编码", "科目名称", "本年支出合计"];
const left = (from: number, to: number) =>
  NAMES.slice(from, to).map((name, index) => [`20${from + index + 1}`, name, `${10 * (from + index)}.01`]);
const right = (from: number, to: number) =>
  NAMES.slice(from, to).map((_, index) => [`${from + index}.50`, `${from + index}.60`]);

async function tablesOf(pages: readonly { content: string }[]): Promise<string[][]> {
  const document = await readPdf(madePdf(pages));
  return document.blocks
    .filter((block): block is Table => block.kind === "table")
    .map(({ cells, rowCount }) =>
      Array.from({ length: rowCount }, (_, row) =>
        cells
          .filter((cell) => cell.row === row)
          .map((cell) => cell.text)
          .join("|"),
      ),
    );
}

const TITLE = text(60, 80, "支出决算表");
const FORM = text(60, 90, "公开03表", 8);
const WHOLE = [
  "科目编码|科目名称|本年支出合计|基本支出|项目支出",
  ...NAMES.map((name, index) => `20${index + 1}|${name}|${10 * index}.01|${index}.50|${index}.60`),
];

describe("a table wider than the paper", () => {
  it("is joined from pages that go down first, then to the right", async () => {
    const pages = [
      half([80, 160, 120], [HEAD, ...left(0, 4)], TITLE),
      half([80, 160, 120], left(4, 6)),
      half([120, 120], [["基本支出", "项目支出"], ...right(0, 4)], FORM),
      half([120, 120], right(4, 6)),
    ];
    expect(await tablesOf(pages)).toEqual([WHOLE]);
  });

  it("is none where the next page counts its columns anew, or has its title at the foot of the page before", async () => {
    const other = [
      ["合计", "因公出国（境）费"],
      ["1", "2"],
      ["", ""],
      ["", ""],
      ["9.00", "3.00"],
    ];
    const first = half(
      [80, 160, 120, 120],
      [["编码", "名称", "小计", "基本支出"], ["", "栏次", "1", "2"], ...left(0, 3).map((row) => [...row, "0.00"])],
      TITLE,
    );
    expect(await tablesOf([first, half([120, 120], other)])).toHaveLength(2);
    const foot = text(60, 300, "财政拨款“三公”经费支出决算表");
    const pages = [
      half([80, 160, 120], [HEAD, ...left(0, 4)], TITLE + foot),
      half([120, 120], [["合计", "公务接待费"], ...right(0, 4)]),
    ];
    expect(await tablesOf(pages)).toHaveLength(2);
  });

  it("ends where another of the same columns begins, whose title stands over the middle of the whole", async () => {
    const dept = text(60, 90, "部门：青禾县财政局", 8);
    const heads = ["基本支出决算明细", "项目支出表"];
    const whole = (title: string) => [
      half([80, 160, 120], [HEAD, ...left(0, 6)], dept),
      half([120, 120], [heads, ...right(0, 6)], text(60, 80, title)),
    ];
    expect(await tablesOf([...whole("支出决算明细表"), ...whole("基本支出决算明细表")])).toHaveLength(2);
  });

  it("is joined from pages that go to the right first", async () => {
    const pages = [
      half([80, 160, 120], [HEAD, ...left(0, 4)], TITLE),
      half([120, 120], [["基本支出", "项目支出"], ...right(0, 4)], FORM),
      half([80, 160, 120], [HEAD, ...left(4, 6)]),
      half([120, 120], [["基本支出", "项目支出"], ...right(4, 6)]),
    ];
    expect(await tablesOf(pages)).toEqual([WHOLE]);
  });

  it("has the columns that name its rows on every page, as Excel prints them again", async () => {
    const named = left(0, 6).map((row) => row.slice(0, 2));
    const more = [
      ["科目编码", "科目名称", "基本支出", "项目支出"],
      ...right(0, 6).map((row, at) => [...named[at]!, ...row]),
    ];
    const pages = [half([80, 160, 120], [HEAD, ...left(0, 6)], TITLE), half([80, 160, 120, 120], more, TITLE + FORM)];
    expect(await tablesOf(pages)).toEqual([WHOLE]);
    const others = [pages[0]!, half([80, 160, 120, 120], more, text(60, 80, "收入决算表"))];
    expect(await tablesOf(others)).toHaveLength(2);
    // The next table may name the same rows, and have its title on another page.
    expect(await tablesOf([pages[0]!, half([80, 160, 120, 120], more, FORM)])).toHaveLength(2);
    const bare = [half([80, 160, 120], [HEAD, ...left(0, 6)]), half([80, 160, 120, 120], more)];
    expect(await tablesOf(bare)).toHaveLength(2);
  });

  it("has columns of one width on both pages under 预算数 and 决算数", async () => {
    const staged = (stage: string) => [
      [stage, ""],
      ["合计", "公务接待费"],
      ["1", "2"],
      ["9.00", "3.00"],
      ["8.00", "2.00"],
    ];
    const title = text(60, 80, "“三公”经费支出决算表");
    const [table, ...rest] = await tablesOf([
      half([120, 120], staged("预算数"), title),
      half(
        [120, 120],
        staged("决算数").map((row) => (row[0] === "1" ? ["3", "4"] : row)),
      ),
    ]);
    expect(rest).toEqual([]);
    expect(table!.slice(1, 4)).toEqual(["合计|公务接待费|合计|公务接待费", "1|2|3|4", "9.00|3.00|9.00|3.00"]);
  });

  it("has one heading over columns of both pages where no line was drawn along the cut", async () => {
    const rows = (start: number) => [116, 132, 148, 164, 180].map((y) => line(start, y, start + 200, y)).join("");
    const cut = (start: number, open: number, words: string) =>
      line(start, 100, start + 200, 100) +
      rows(start) +
      [start, start + 100, start + 200]
        .map((x) => line(x, x === open || x === start + 100 ? 116 : 100, x, 180))
        .join("") +
      words;
    const cells = (start: number, values: readonly string[]) =>
      values
        .map((value, index) => text(start + 100 * (index % 2) + 4, 128 + 16 * Math.floor(index / 2), value, 10))
        .join("");
    const pages = [
      {
        content:
          TITLE +
          cut(
            40,
            240,
            text(200, 112, "本年支", 10) + cells(40, ["名称", "小计", "甲", "9.00", "乙", "8.00", "丙", "7.00"]),
          ),
      },
      {
        content: cut(
          40,
          40,
          text(40, 112, "出", 10) + cells(40, ["基本支出", "项目支出", "4.00", "5.00", "4.00", "4.00", "3.00", "4.00"]),
        ),
      },
    ];
    expect((await tablesOf(pages))[0]!.slice(0, 3)).toEqual([
      "本年支出",
      "名称|小计|基本支出|项目支出",
      "甲|9.00|4.00|5.00",
    ]);
  });

  it("is not joined with the next table, which has a title of its own", async () => {
    const other = half([80, 160], [["科目编码", "金额"], ...right(0, 4)], text(60, 80, "收入决算表"));
    const tables = await tablesOf([half([80, 160, 120], [HEAD, ...left(0, 4)], TITLE), other]);
    expect(tables).toHaveLength(2);
  });

  it("is not taken for one where the next page goes on with its rows in fewer columns", async () => {
    const rows = ["甲", "乙", "丙", "丁"].map((name) => [name, "1.00", "2.00"]);
    const below = ["戊", "己", "庚", "辛"].map((name) => [name, "3.00"]);
    const tables = await tablesOf([
      half([160, 120, 120], [["项目", "基本支出", "项目支出"], ...rows], TITLE),
      half([160, 240], [...below, ["壬", "3.00"]]),
    ]);
    expect(tables).toHaveLength(2);
  });

  const START = text(60, 60, "某局2024年度部门决算") + TITLE;
  const boundOf = async (page: { content: string }) => {
    const document = await readPdf(madePdf([page]));
    expect(document.oddities.map(({ code }) => code)).toEqual(["cut-table"]);
    const { figures, unbound } = bindDisclosure(document);
    return {
      bound: figures.map(({ text: words, dimensions: { nature = "total" } }) => `${words} ${nature}`),
      reasons: unbound.map(({ text: words, reason }) => `${words} ${reason}`),
    };
  };
  const OFF = "表格超出纸边，右边的列没有印出";
  const rows = (...more: readonly string[]) => left(1, 3).map((row) => [...row, ...more]);

  it("is believed in the columns that are whole where it runs off the paper, and not in the one that the edge cuts", async () => {
    const page = half([80, 160, 100, 100, 115], [[...HEAD, "基本支出", "项目支出"], ...rows("8.00", "9.00")], START);
    expect(await boundOf(page)).toEqual({
      bound: ["10.01 total", "8.00 basic", "20.01 total", "8.00 basic"],
      reasons: [`9.00 ${OFF}`, `9.00 ${OFF}`],
    });
  });

  it("is believed in its last column where a line closes it before the edge of the paper", async () => {
    const beyond = [100, 116, 132, 148].map((y) => line(480, y, 595, y)).join("");
    const page = half([80, 160, 100, 100, 112], [[...HEAD, "基本支出", "项目支出"], ...rows("8.00", "9.00")], START);
    expect((await boundOf({ content: page.content + beyond + line(595, 100, 595, 148) })).bound).toEqual(
      ["10.01", "20.01"].flatMap((total) => [`${total} total`, "8.00 basic", "9.00 project"]),
    );
  });

  it("is not believed under a heading whose words stand beyond the edge", async () => {
    const page = half([80, 160, 140, 175], [[...HEAD, ""], ...rows("8.00")], START);
    expect((await boundOf(page)).bound).toEqual(["10.01 total", "20.01 total"]);
  });
});
