import type { BoundTable } from "@juesuan/core";
import { describe, expect, it } from "vitest";
import { resolverOf } from "./resolver.ts";

const ROWS = [
  ["204", "公共安全支出"],
  ["20406", "司法"],
  ["2040607", "公共法律服务"],
  ["20499", "其他公共安全支出"],
  ["2049999", "其他公共安全支出"],
  ["208", "社会保障和就业支出"],
  ["20805", "行政事业单位养老支出"],
  ["2080501", "行政单位离退休"],
  ["2080502", "事业单位离退休"],
  ["212", "城乡社区支出"],
  ["21201", "城乡社区管理事务"],
  ["2120102", "一般行政管理事务"],
  ["2120199", "其他城乡社区管理事务支出"],
] as const;

function resolver(known: Readonly<Record<string, string>> = {}) {
  const source = { start: 0, end: 0, text: "" };
  const rows = ROWS.map(([code, label], index) => ({ index, label, code, level: "line" as const, source }));
  const table = { rows, columns: [], cells: [], empty: false, page: 1, source } as BoundTable;
  return resolverOf([table], {
    functional: (names) => known[names.join("/")],
    economic: () => undefined,
    item: () => undefined,
  });
}

describe("names that no list has", () => {
  it.each([
    ["characters in another order", ["城乡社区支出", "城乡社区管理事务", "其他社区城乡管理事务支出"], "2120199"],
    ["an item under another group of its class", ["公共安全支出", "司法", "其他公共安全支出"], "2049999"],
    [
      "the longer name of earlier years",
      ["社会保障和就业支出", "行政事业单位养老支出", "归口管理的行政单位离退休"],
      "2080501",
    ],
  ])("finds the row meant: %s", (_, names, code) => {
    expect(resolver().functional(names)).toBe(code);
  });

  it("finds an item told right below its class, where the class has one of that name", () => {
    expect(resolver().functional(["城乡社区支出", "一般行政管理事务"])).toBe("2120102");
    expect(resolver().functional(["城乡社区支出", "行政运行"])).toBeUndefined();
  });

  it("leaves a name open that is like no row, or like several", () => {
    expect(resolver().functional(["城乡社区支出", "城乡社区管理事务", "工程建设标准规范编制与监管"])).toBeUndefined();
    expect(resolver().functional(["社会保障和就业支出", "行政事业单位养老支出", "单位离退休"])).toBeUndefined();
  });

  it("asks the classification first: a row of a like name is another's", () => {
    const names = ["社会保障和就业支出", "行政事业单位养老支出", "企业单位离退休"];
    expect(resolver({ [names.join("/")]: "2080599" }).functional(names)).toBe("2080599");
  });
});

describe("items by their names alone", () => {
  it("are those that the tables print once, whatever their group is called", () => {
    expect(resolver().item!("行政单位离退休")).toBe("2080501");
    expect(resolver().item!("其他公共安全支出")).toBe("2049999");
    expect(resolver().item!("司法")).toBe("20406");
    // A name that no row has is nobody's, and a class is no account.
    expect(resolver().item!("死亡抚恤")).toBeUndefined();
    expect(resolver().item!("社会保障和就业支出")).toBeUndefined();
  });
});
