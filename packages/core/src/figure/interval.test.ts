import { describe, expect, it } from "vitest";
import type { Unit } from "./figure.ts";
import { formatExact, formatTicks, isRateOf, productAtMost, readingOf, TICKS } from "./interval.ts";

const reading = (value: string, unit: Unit = "ten-thousand-yuan", decimals = value.split(".")[1]?.length ?? 0) =>
  readingOf({ value, decimals, unit })!;

describe("what a printed number stands for", () => {
  it.each([
    ["1019.8", "ten-thousand-yuan", 1019.75, 1019.85],
    ["1019.89", "ten-thousand-yuan", 1019.885, 1019.895],
    ["98.9", "percent", 98.85, 98.95],
    ["-3.2", "ten-thousand-yuan", -3.25, -3.15],
    ["28193800.00", "yuan", 2819.3799995, 2819.3800005],
    ["1.1", "hundred-million-yuan", 10500, 11500],
    ["16", "count", 16, 16],
    ["3.5", "count", 3.45, 3.55],
  ] as const)("%s %s", (value, unit, low, high) => {
    const { low: from, high: to } = reading(value, unit);
    expect([from / TICKS, to / TICKS]).toEqual([low, high]);
  });

  it("is nothing for an approximation, and for a number too large to be exact", () => {
    expect(readingOf({ value: "400", decimals: 0, unit: "count", approximate: true })).toBeUndefined();
    expect(readingOf({ value: "99999999999999999", decimals: 0, unit: "count" })).toBeUndefined();
  });

  it("widens rather than narrows what is finer than a tick", () => {
    const { low, high, middle } = reading("0.1234567891");
    expect(Number.isInteger(low) && Number.isInteger(high)).toBe(true);
    expect(low).toBeLessThanOrEqual(middle);
    expect(high).toBeGreaterThanOrEqual(middle);
  });
});

describe("ticks in print", () => {
  it("rounds half up at the decimals asked for", () => {
    expect(formatTicks(reading("99.755").middle, "percent", 2)).toBe("99.76");
    expect(formatTicks(reading("-0.005").middle, "ten-thousand-yuan", 2)).toBe("-0.01");
    expect(formatTicks(reading("0.04").middle, "ten-thousand-yuan", 1)).toBe("0.0");
    expect(formatTicks(reading("2819.38").middle, "yuan", 0)).toBe("28193800");
  });

  it("prints exactly what is exact", () => {
    expect(formatExact(reading("3037.90").middle, "ten-thousand-yuan")).toBe("3037.9");
    expect(formatExact(reading("100").middle, "percent")).toBe("100");
  });
});

it("compares products beyond what a double holds", () => {
  const large = 2 ** 52 - 1;
  expect(productAtMost(large, large, large + 1, large - 1)).toBe(false);
  expect(productAtMost(large + 1, large - 1, large, large)).toBe(true);
  expect(productAtMost(3, 4, 6, 2)).toBe(true);
});

describe("isRateOf", () => {
  const money = (value: string): number => reading(value).middle;

  it("takes a rate for that of two amounts to one unit of its last place", () => {
    // 2106.66 ÷ 2940.05 = 71.654 %.
    expect(isRateOf(reading("71.65", "percent"), money("2106.66"), money("2940.05"))).toBe(true);
    expect(isRateOf(reading("71.66", "percent"), money("2106.66"), money("2940.05"))).toBe(true);
    expect(isRateOf(reading("71.73", "percent"), money("2106.66"), money("2940.05"))).toBe(false);
  });

  it("holds the very edge, which a binary fraction would miss", () => {
    expect(isRateOf(reading("0.2", "percent"), money("0.30"), money("100.00"))).toBe(true);
    expect(isRateOf(reading("0.2", "percent"), money("0.31"), money("100.00"))).toBe(false);
  });

  it("knows no rate of nothing", () => {
    expect(isRateOf(reading("0", "percent"), money("0.00"), money("0.00"))).toBe(false);
  });
});
