import { describe, expect, it } from "vitest";
import type { BoundFigure } from "../facts/disclosure.ts";
import type { Unit } from "../figure/figure.ts";
import { readingOf } from "../figure/interval.ts";
import { slipOf, type Surroundings } from "./slips.ts";

const NOTHING: Surroundings = {
  rows: [],
  columns: [],
  totals: [],
  lastYear: [],
  rates: [],
  usual: "ten-thousand-yuan",
};

function figure(value: string, unit: Unit = "ten-thousand-yuan", id = 0): BoundFigure {
  return {
    id,
    text: value,
    value,
    decimals: value.split(".")[1]?.length ?? 0,
    unit,
    concept: "expenditure",
    dimensions: {},
    source: { start: 0, end: 0, text: value },
  };
}

function found(
  printed: string,
  truth: string,
  surroundings: Partial<Surroundings> = {},
  unit?: Unit,
): string | undefined {
  const one = figure(printed, unit);
  const implied = readingOf({ value: truth, decimals: truth.split(".")[1]?.length ?? 0, unit: one.unit })!;
  return slipOf(one, implied, { ...NOTHING, ...surroundings }, truth)?.slip.id;
}

describe("the slip that leads from what should be printed to what is", () => {
  it.each([
    ["2946.52", "2946.25", "digits-swapped"],
    ["1066.51", "10661.51", "digit-dropped"],
    ["29466.25", "2946.25", "digit-doubled"],
    ["29846.25", "2946.25", "digit-added"],
    ["2976.25", "2946.25", "digit-wrong"],
    ["294.63", "2946.25", "decimal-point"],
    ["0.00", "2946.25", "set-to-zero"],
  ])("%s for %s: %s", (printed, truth, slip) => {
    expect(found(printed, truth)).toBe(slip);
  });

  it("is the digit that a long number lacks, though the row below prints the same slip", () => {
    expect(
      found("2038.64", "20238.64", {
        rows: [figure("2038.64", undefined, 1)],
        totals: [figure("2038.64", undefined, 2)],
      }),
    ).toBe("digit-dropped");
  });

  it("is no guess where only a bound is known", () => {
    const implied = { low: 0, high: readingOf({ value: "21.40", decimals: 2, unit: "ten-thousand-yuan" })!.high };
    expect(slipOf(figure("82.10"), implied, NOTHING)).toBeUndefined();
  });

  it("is a unit where the digits fit another", () => {
    const implied = readingOf({ value: "28193800", decimals: 0, unit: "yuan" })!;
    expect(slipOf(figure("2819.38", "yuan"), implied, NOTHING)).toMatchObject({
      slip: { id: "unit" },
      unit: "ten-thousand-yuan",
    });
  });

  it("is a copy of what stands nearby", () => {
    const other: BoundFigure = { ...figure("603.14", undefined, 1), dimensions: { nature: "project" } };
    expect(found("603.14", "2336.91", { rows: [other] })).toBe("neighbour-row");
    expect(found("603.14", "2336.91", { columns: [other] })).toBe("neighbour-column");
    expect(found("603.14", "2336.91", { totals: [other] })).toBe("copied-total");
    expect(found("603.14", "2336.91", { lastYear: [readingOf(other)!] })).toBe("last-year");
  });

  it("is no neighbour's value where the neighbour is the same quantity said twice", () => {
    // （项）135.00万元，…支出决算为135.00万元, where the table prints 105.00
    expect(found("135.00", "105.00", { rows: [figure("135.00", undefined, 1)] })).toBe("digit-wrong");
  });

  it("is a rate cut off instead of rounded", () => {
    expect(found("99.7", "99.755", {}, "percent")).toBe("truncated");
  });

  it("is none where nothing fits", () => {
    expect(found("1234.56", "9876.54")).toBeUndefined();
  });
});
