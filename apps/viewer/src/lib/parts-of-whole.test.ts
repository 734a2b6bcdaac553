import { describe, expect, it } from "vitest";
import type { Fact } from "./facts.ts";
import { partsOf } from "./parts-of-whole.ts";

const amount = (value: string, code = ""): Fact => ({
  id: 0,
  concept: "expenditure",
  dimensions: { functional: code },
  key: code === "" ? "expenditure" : `expenditure{functional=${code}}`,
  value,
  unit: "ten-thousand-yuan",
  decimals: value.split(".")[1]?.length ?? 0,
  source: { start: 0, end: 1, text: value },
});

describe("partsOf", () => {
  it("shows the largest and makes one of the rest", () => {
    const parts = partsOf(
      [amount("44.25", "213"), amount("2832.4", "208"), amount("94.5", "221"), amount("59.25", "210")],
      amount("3030.4"),
      3,
    );
    expect(parts?.map(({ value, share, count }) => [value, share, count])).toEqual([
      ["2832.4", "93.5", 1],
      ["94.5", "3.1", 1],
      ["103.50", "3.4", 2],
    ]);
  });

  it("counts what no part names as the rest", () => {
    const parts = partsOf([amount("60.00", "208")], amount("100.00"), 6);
    expect(parts?.map(({ value }) => value)).toEqual(["60.00", "40.00"]);
  });

  it("takes a difference that rounding explains for none", () => {
    expect(partsOf([amount("33.3", "208"), amount("66.6", "210")], amount("100.0"), 6)).toHaveLength(2);
  });

  it("has no picture for parts that exceed their whole", () => {
    expect(partsOf([amount("80.00", "208"), amount("70.00", "210")], amount("100.00"), 6)).toBeUndefined();
  });
});
