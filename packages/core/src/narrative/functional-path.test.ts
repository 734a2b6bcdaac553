import { describe, expect, it } from "vitest";
import { facts } from "./read.test.support.ts";

describe("classes", () => {
  it("head what is told of them, and stand before 2024年初预算", () => {
    const told = (code: string, budget: number, final: number) => [
      `${budget} → expenditure{stage=original-budget,fund=general,functional=${code}}`,
      `${final} → expenditure{fund=general,functional=${code}}`,
    ];
    expect(facts("general-expenditure", "（1）住房保障支出。年初预算88万元，支出决算74万元。")).toEqual(
      told("住房保障支出", 88, 74),
    );
    expect(facts("general-expenditure.items", "1.住房保障支出2025年初预算数为88万元，决算数为74万元。")).toEqual(
      told("住房保障", 88, 74),
    );
  });
});

describe("a path between dashes", () => {
  it("heads what is told of its item", () => {
    expect(
      facts(
        "general-expenditure.items",
        "1.住房保障支出—住房改革支出—住房公积金：年初预算70万元，支出决算64万元，完成年初预算的91.43%。",
      ),
    ).toEqual([
      "70 → expenditure{stage=original-budget,fund=general,functional=住房保障支出/住房改革支出/住房公积金}",
      "64 → expenditure{fund=general,functional=住房保障支出/住房改革支出/住房公积金}",
      "91.43 → expenditure{stage=original-budget,fund=general,functional=住房保障支出/住房改革支出/住房公积金,measure=completion}",
    ]);
  });
});

describe("a path between double dashes", () => {
  it("begins at its class", () => {
    expect(
      facts("general-expenditure.items", "1.教育支出——普通教育——小学教育：年初预算10万元，支出决算9万元。"),
    ).toEqual([
      "10 → expenditure{stage=original-budget,fund=general,functional=教育支出/普通教育/小学教育}",
      "9 → expenditure{fund=general,functional=教育支出/普通教育/小学教育}",
    ]);
  });
});
