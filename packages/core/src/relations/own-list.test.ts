import { expect, it } from "vitest";
import type { Disclosure } from "../facts/disclosure.ts";
import { buildContext } from "./context.ts";
import { isOutsideOwnList } from "./own-list.ts";

const numbered = (titles: readonly string[]) =>
  buildContext({
    kind: "final-accounts",
    profile: "inner-mongolia",
    unit: "ten-thousand-yuan",
    figures: [],
    unbound: [],
    sections: [],
    contents: [],
    statements: [],
    oddities: [],
    tables: titles.map((title) => ({
      title,
      source: { start: 0, end: 0, page: 1, text: title },
      columns: [],
      rows: [],
      cells: [],
      empty: false,
    })),
  } as unknown as Disclosure);

const NINE = [
  "附表1收入支出决算总表",
  "附表2收入决算表",
  "附表3支出决算表",
  "附表4财政拨款收入支出决算总表",
  "附表5一般公共预算财政拨款支出决算表",
  "附表6一般公共预算财政拨款基本支出决算表",
  "附表7政府性基金预算财政拨款收入支出决算表",
  "附表8国有资本经营预算财政拨款收入支出决算表",
  "附表9一般公共预算财政拨款“三公”经费支出决算表",
];

it("owes no table of the place's form that is none of those which the document numbers without a gap", () => {
  expect(isOutsideOwnList(numbered(NINE), "project-expenditure")).toBe(true);
});

it("takes numbers in words, and behind the title", () => {
  const words = ["一", "二", "三", "四", "五", "六", "七", "八"].map((number) => `表${number}收入决算表`);
  expect(isOutsideOwnList(numbered(words), "project-expenditure")).toBe(true);
  const behind = NINE.map((title, index) => `${title.slice(3)}（表${index + 1}）`);
  expect(isOutsideOwnList(numbered(behind), "project-expenditure")).toBe(true);
});

it("owes it where a number is missing, where few are numbered, and what the Ministry asks of everybody", () => {
  expect(isOutsideOwnList(numbered(NINE.toSpliced(6, 1)), "project-expenditure")).toBe(false);
  expect(isOutsideOwnList(numbered(NINE.slice(0, 5)), "project-expenditure")).toBe(false);
  expect(isOutsideOwnList(numbered(NINE), "three-public")).toBe(false);
});
