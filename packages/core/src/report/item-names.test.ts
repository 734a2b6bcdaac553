import { describe, expect, it } from "vitest";
import type { BoundTable } from "../facts/disclosure.ts";
import { nameItems, namesOfCodes } from "./item-names.ts";
import type { Finding } from "./report.ts";

const source = { start: 0, end: 0, text: "" };
const rows = [
  { index: 0, code: "2050201", label: "学前教育", level: "item" as const, source },
  { index: 1, code: "2050299", label: "其他普通教育支出", level: "item" as const, source },
];
const tables = [{ rows, columns: [], cells: [], empty: false, page: 1, source } as BoundTable];

describe("codes in messages", () => {
  it.each([
    ["一般公共预算财政拨款“2050201”支出在五（三）为8.60万元", "一般公共预算财政拨款“学前教育”支出在五（三）为8.60万元"],
    ["“2050299”支出为4.05万元", "“其他普通教育支出”为4.05万元"],
    ["“2050299”基本支出为4.05万元", "“其他普通教育支出”基本支出为4.05万元"],
    ["一般公共预算财政拨款“2210201”支出为9.60万元", "一般公共预算财政拨款“住房公积金”支出为9.60万元"],
    ["补列“221”200.00万元", "补列“住房保障支出”200.00万元"],
    ["《支出决算表》中编码“2050204”没有名称", "《支出决算表》中编码“2050204”没有名称"],
  ])("%s", (message, expected) => {
    const finding = {
      message,
      messageEn: `of ${message}`,
      symptoms: [{ relation: "table.across", message, messageEn: `of ${message}`, sources: [] }],
    };
    const official = (code: string) => ({ 221: "住房保障支出", 2210201: "住房公积金" })[code];
    const [named] = nameItems(
      [{ ...finding, suggestion: message, suggestionEn: null } as unknown as Finding],
      { tables },
      official,
    );
    expect(named!.message).toBe(expected);
    expect(named!.suggestion).toBe(expected);
    expect(named!.messageEn).toBe(`of ${expected}`);
    expect(named!.suggestionEn).toBeNull();
    expect(named!.symptoms[0]!.message).toBe(expected);
    expect(named!.symptoms[0]!.messageEn).toBe(`of ${expected}`);
  });
});

it("says the names of the codes that facts have, once each, and none that is not known", () => {
  const asked: string[] = [];
  const official = (code: string): string | undefined => {
    asked.push(code);
    return { 208: "社会保障和就业支出", 301: "工资福利支出" }[code];
  };
  const facts = [
    { dimensions: { fund: "general", functional: "208" } },
    { dimensions: { functional: "208", nature: "basic" } },
    { dimensions: { functional: "2089999" } },
    { dimensions: { economic: "301" } },
    { dimensions: { functional: "教育支出/普通教育" } },
    { dimensions: {} },
  ];
  expect(namesOfCodes(facts, official)).toEqual({ 208: "社会保障和就业支出", 301: "工资福利支出" });
  expect(asked).toEqual(["208", "2089999", "301"]);
});
