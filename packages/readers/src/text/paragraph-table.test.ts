import { keyText, loadClassification, nameLookup } from "@juesuan/core";
import { describe, expect, it } from "vitest";
import { bindDisclosure } from "../binding/bind.ts";
import { readHtml } from "../html/index.ts";

const TITLE = "<p>支出决算表</p><p>公开03表</p><p>部门：某县林业局　　　单位：万元</p>";
const HEAD = [
  ["项目", "本年支出合计", "基本支出", "项目支出", "上缴上级支出", "经营支出", "对附属单位补助支出"],
  ["功能分类科目编码", "科目名称"],
  ["栏次", "1", "2", "3", "4", "5", "6"],
];
const ROWS = [
  ["合计", "2,946.25", "2,336.91", "609.34", "", "", ""],
  ["205", "教育支出", "2,106.66", "2,106.66", "", "", "", ""],
  ["20502", "普通教育", "2,106.66", "2,106.66", "", "", "", ""],
  ["2050202", "小学教育", "2,106.66", "2,106.66", "", "", "", ""],
  ["221", "住房保障支出", "839.59", "230.25", "609.34", "", "", ""],
  ["22102", "住房改革支出", "839.59", "230.25", "609.34", "", "", ""],
  ["2210201", "住房公积金", "230.25", "230.25", "", "", "", ""],
  ["2210203", "购房补贴", "609.34", "", "609.34", "", "", ""],
];
const NOTE = "<p>注：本表反映部门本年度各项支出情况。</p>";

const read = async (html: string) => {
  const classification = await loadClassification();
  const page = new TextEncoder().encode(`<html><meta charset="utf-8"><body>${html}</body></html>`);
  const { figures, unbound } = bindDisclosure(readHtml(page), (year) => nameLookup(classification, year));
  return {
    figures: figures.map(({ text, concept, dimensions }) => `${text} ${keyText(concept, dimensions)}`),
    unbound,
  };
};

const STATED = [
  "2,946.25 expenditure",
  "609.34 expenditure{functional=2210203,nature=project}",
  "230.25 expenditure{functional=2210201,nature=basic}",
  "609.34 expenditure{functional=221,nature=project}",
];

describe("a table that a web page holds as paragraphs", () => {
  it("is put together of its rows, wide spaces saying where cells are empty", async () => {
    const rows = [...HEAD, ...ROWS].map((cells) => `<p>${cells.join("&nbsp;&nbsp;")}</p>`);
    const { figures, unbound } = await read(TITLE + rows.join("") + NOTE);
    expect(unbound).toEqual([]);
    expect(figures).toHaveLength(19);
    expect(figures).toEqual(expect.arrayContaining(STATED));
  });

  it("is put together of its cells, one to a paragraph, whose kinds recur row by row", async () => {
    const cells = [...HEAD, ...ROWS].flat().map((text) => `<p>${text === "" ? "&nbsp;" : text}</p>`);
    const { figures, unbound } = await read(TITLE + cells.join("") + NOTE);
    expect(unbound).toEqual([]);
    expect(figures).toHaveLength(19);
    expect(figures).toEqual(expect.arrayContaining(STATED));
  });

  it("is left apart, and bound to nothing, where the sums across its rows do not bear out its columns", async () => {
    const wrong = ROWS.map((cells) =>
      cells.map((text) => (text === "609.34" ? "906.43" : text === "230.25" ? "17.20" : text)),
    );
    const cells = [...HEAD, ...wrong].flat().map((text) => `<p>${text === "" ? "&nbsp;" : text}</p>`);
    const { figures, unbound } = await read(TITLE + cells.join("") + NOTE);
    expect(figures).toEqual([]);
    expect(unbound.length).toBeGreaterThanOrEqual(19);
  });
});
