import { keyText } from "@juesuan/core";
import { expect, it } from "vitest";
import { bindDisclosure } from "../binding/bind.ts";
import { readText } from "./index.ts";
import { splitLines, type Line } from "./lines.ts";
import { tableFinder } from "./tables.ts";

/** How often a line is looked at while tables are looked for from every line, for each line. */
function looksPerLine(line: (index: number) => string, count: number): number {
  const text = Array.from({ length: count }, (_, index) => line(index)).join("\n");
  let looks = 0;
  const lines = new Proxy<readonly Line[]>(splitLines(text), {
    get(target, name, receiver) {
      if (typeof name === "string" && /^\d+$/.test(name)) looks++;
      return Reflect.get(target, name, receiver) as unknown;
    },
  });
  const tableAt = tableFinder(text, lines);
  for (let at = 0; at < count;) at = tableAt(at)?.to ?? at + 1;
  return looks / count;
}

const SMALL_TABLE = "项目 预算数 决算数 合计 1 2 甲 3 4 乙 5 6 丙 7 8 完。".split(" ");

it.each<[string, (index: number) => string]>([
  ["an amount to a line", (index) => `项目${index} ${index % 97}.25`],
  ["links parted by strokes", (index) => `新闻${index} | 公开`],
  ["words far apart", (index) => `甲${index}    乙`],
  ["words parted by tabs", (index) => `甲${index}\t乙`],
  ["a number to a line", (index) => `${index}.25`],
  ["titles over numbers", (index) => (index % 5 === 0 ? "收入决算表" : `${index}.25`)],
  ["a heading of labels to a line", () => "项目"],
  ["headings of labels, each with its amount", (index) => (index % 2 === 0 ? "项目" : "1.25")],
  ["headings of small tables that break off", (index) => ["项目", "预算数", "合计", "1.25"][index % 4]!],
  ["strokes with nothing between", () => "|"],
  ["strokes and dashes", () => "-|"],
  ["small tables in frames around one cell", (index) => `| ${SMALL_TABLE[index % SMALL_TABLE.length]} |`],
  ["sentences with amounts", (index) => `支出${index}.25万元，比上年增加1.20万元。`],
])("looks through a text of any length once: %s", (_, line) => {
  expect(looksPerLine(line, 4000)).toBeLessThan(1.2 * looksPerLine(line, 500) + 1);
});

it("puts the cells of a heading over their columns where a browser copied no trace of merged ones", () => {
  const { figures, unbound } = bindDisclosure(
    readText(
      new TextEncoder().encode(`某县民政局2018年度部门决算

政府性基金预算财政拨款收入支出决算表
公开08表
部门：某县民政局\t单位：万元
项目\t年初结转和结余\t本年收入\t本年支出\t年末结转和结余
功能分类科目编码\t科目名称\t小计\t基本支出\t项目支出
合计\t30.54\t273.47\t253.96\t0.00\t253.96\t50.05
229\t其他支出\t30.54\t273.47\t253.96\t0.00\t253.96\t50.05
22960\t彩票公益金安排的支出\t30.54\t273.47\t253.96\t0.00\t253.96\t50.05
`),
    ),
  );
  expect(unbound).toEqual([]);
  expect(figures.slice(0, 6).map(({ text, concept, dimensions }) => `${text} ${keyText(concept, dimensions)}`)).toEqual(
    [
      "30.54 opening-carry-over{fund=government-fund}",
      "273.47 revenue{fund=government-fund}",
      "253.96 expenditure{fund=government-fund}",
      "0.00 expenditure{fund=government-fund,nature=basic}",
      "253.96 expenditure{fund=government-fund,nature=project}",
      "50.05 closing-carry-over{fund=government-fund}",
    ],
  );
});

it("knows the row of 栏次 among such headings, and the empty cells at the end of a total", () => {
  const { figures, unbound } = bindDisclosure(
    readText(
      new TextEncoder().encode(`某县人民医院2023年度单位决算

一般公共预算财政拨款支出决算表
公开05表
单位：某县人民医院\t金额单位：万元
项目\t本年支出合计\t基本支出\t项目支出
功能分类科目编码\t科目名称
栏次\t1\t2\t3
合计\t871.58\t860.87\t10.71
206\t科学技术支出\t10.71\t\t10.71
208\t社会保障和就业支出\t860.87\t860.87\t
`),
    ),
  );
  expect(unbound).toEqual([]);
  expect(figures.map(({ text, concept, dimensions }) => `${text} ${keyText(concept, dimensions)}`)).toEqual([
    "871.58 expenditure{fund=general}",
    "860.87 expenditure{fund=general,nature=basic}",
    "10.71 expenditure{fund=general,nature=project}",
    "10.71 expenditure{fund=general,functional=206}",
    "10.71 expenditure{fund=general,functional=206,nature=project}",
    "860.87 expenditure{fund=general,functional=208}",
    "860.87 expenditure{fund=general,functional=208,nature=basic}",
  ]);
});
