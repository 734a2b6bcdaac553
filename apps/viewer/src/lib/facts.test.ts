import { describe, expect, it } from "vitest";
import { factsByKey, lastYearOf, withDimension, type Fact } from "./facts.ts";

const base: Fact = {
  id: 1,
  concept: "total-receipts",
  dimensions: {},
  key: "total-receipts",
  value: "3037.9",
  unit: "ten-thousand-yuan",
  decimals: 1,
  source: { start: 0, end: 6, text: "3037.9" },
};

describe("withDimension", () => {
  it("puts a dimension where canonical keys have it", () => {
    expect(withDimension("expenditure", "period", "previous")).toBe("expenditure{period=previous}");
    expect(withDimension("expenditure{fund=general}", "measure", "growth")).toBe(
      "expenditure{fund=general,measure=growth}",
    );
    expect(withDimension("expenditure{stage=budget,functional=208}", "fund", "general")).toBe(
      "expenditure{stage=budget,fund=general,functional=208}",
    );
    expect(withDimension("expenditure{nature=basic}", "period", "previous")).toBe(
      "expenditure{period=previous,nature=basic}",
    );
  });
});

describe("lastYearOf", () => {
  it("follows from the printed change where last year is not printed itself", () => {
    const change: Fact = {
      ...base,
      key: "total-receipts{measure=change}",
      value: "1019.89",
      decimals: 2,
      direction: "increase",
    };
    expect(lastYearOf(base, factsByKey([base, change]))).toEqual({ value: "2018.01", stated: false });
  });

  it("is unknown where neither is printed", () => {
    expect(lastYearOf(base, factsByKey([base]))).toBeUndefined();
  });
});
