import { describe, expect, it } from "vitest";
import type { BoundFigure } from "../facts/disclosure.ts";
import type { Unit } from "../figure/figure.ts";
import { readingOf, TICKS } from "../figure/interval.ts";
import { figureOf } from "../testing/printed.ts";
import { slip, slipOf, strengthOf, type Surroundings } from "./slips.ts";

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

describe("what would have been printed but for the slip", () => {
  const meant = (printed: string, low: number, high: number): string | undefined =>
    slipOf(figure(printed), { low: low * TICKS, high: high * TICKS }, NOTHING)?.value;

  it("is the one number among the possible ones that the slip leads back to", () => {
    expect(meant("20990.00", 2098.3, 2099.6)).toBe("2099.00");
    expect(meant("5275.40", 527.2, 527.7)).toBe("527.54");
    expect(meant("209.56", 209.6, 209.7)).toBe("209.65");
    expect(meant("29466.25", 2946.2, 2946.3)).toBe("2946.25");
  });

  it("is not known where digits fell off the end, or where several would do", () => {
    expect(meant("21234.56", 2123.3, 2123.6)).toBeUndefined();
    expect(meant("12.34", 123.3, 123.5)).toBeUndefined();
    expect(meant("8787.00", 7880, 8880)).toBeUndefined();
    expect(meant("1221.00", 1120, 1215)).toBeUndefined();
  });
});

describe("the slip that leads from what should be printed to what is", () => {
  it("moves no point in what is counted, nor is its unit another's", () => {
    expect(found("250", "2500")).toBe("decimal-point");
    expect(found("250", "2500", {}, "count")).not.toBe("decimal-point");
    expect(found("2500", "25", {}, "count")).toBeUndefined();
    expect(found("20", "2", {}, "count")).not.toBe("digits-swapped");
  });

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

  it("is the digit in front that any shorter number lacks as well: told, and less likely than one digit wrong", () => {
    expect(found("746634.79", "1746634.79")).toBe("lead-dropped");
    expect(found("5687321.75", "6687321.75")).toBe("digit-wrong");
    expect(strengthOf(slip("lead-dropped"))).toBeLessThan(strengthOf(slip("digit-wrong")));
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

/** The slip where the rest says what the figure is at its own precision: `printed` and `truth` as tests write figures. */
function told(printed: string, truth: string, surroundings: Partial<Surroundings> = {}): string | undefined {
  const one = figureOf(["", "expenditure", printed], 0);
  const other = figureOf(["", "expenditure", truth], 1);
  return slipOf(one, readingOf(other)!, { ...NOTHING, ...surroundings }, other.text)?.slip.id;
}

/** The slip where the rest leaves a range (in the figure's own unit of measure), and no one value is expected. */
function within(
  printed: string,
  [low, high]: readonly [number, number],
  surroundings: Partial<Surroundings> = {},
): string | undefined {
  const implied = { low: Math.round(low * TICKS), high: Math.round(high * TICKS) };
  return slipOf(figureOf(["", "expenditure", printed], 0), implied, { ...NOTHING, ...surroundings })?.slip.id;
}

/** The figures of a neighbour, a total, a rate: each another figure than the one that is looked at. */
const others = (...printed: readonly string[]): readonly BoundFigure[] =>
  printed.map((text, index) => figureOf(["", "revenue", text], 10 + index));

describe("two digits that changed places", () => {
  it.each([
    ["2946.52", "2946.25", "digits-swapped"],
    ["9246.25", "2946.25", "digits-swapped"],
    ["2942.65", "2946.25", "digits-swapped"],
    ["-2946.52", "-2946.25", "digits-swapped"],
    // Not next to each other: no slip of the finger.
    ["6942.25", "2946.25", undefined],
  ])("%s for %s: %s", (printed, truth, expected) => {
    expect(told(printed, truth)).toBe(expected);
  });

  it("are told by a range that is narrow: twenty units of the last place, or two per cent", () => {
    expect(within("0.52", [0.15, 0.35])).toBe("digits-swapped");
    expect(within("0.52", [0.15, 0.351])).toBeUndefined();
    expect(within("2946.52", [2900, 2900 + 58.9304])).toBe("digits-swapped");
    expect(within("2946.52", [2900, 2900 + 58.931])).toBeUndefined();
    expect(within("-2946.52", [-2958, -2900])).toBe("digits-swapped");
  });

  it("are no explanation of a figure that may be right", () => {
    expect(within("2266.25", [2266.25, 2266.25])).toBeUndefined();
  });

  it("fit at the very edge of what the rest leaves, and not beyond", () => {
    expect(within("2946.52", [2946.255, 2946.3])).toBe("digits-swapped");
    expect(within("2946.52", [2946.2551, 2946.3])).not.toBe("digits-swapped");
    expect(within("2946.52", [2946.2, 2946.245])).toBe("digits-swapped");
    expect(within("2946.52", [2946.2, 2946.2449])).not.toBe("digits-swapped");
  });
});

describe("a point in the wrong place", () => {
  it.each([
    ["29462.50", "2946.25"],
    ["294625.00", "2946.25"],
    ["2946250.00", "2946.25"],
    ["294625", "2946.25"],
    // To the left, the last digits fall off the print.
    ["294.63", "2946.25"],
    ["29.46", "2946.25"],
    ["2.95", "2946.25"],
    ["0.50", "5.00"],
    ["0.05", "5.00"],
    ["0.01", "5.00"],
    ["3.5", "3500.0"],
    ["-294.63", "-2946.25"],
    ["-29462.50", "-2946.25"],
    ["99.8%", "9.98%"],
  ])("%s for %s", (printed, truth) => {
    expect(told(printed, truth)).toBe("decimal-point");
  });

  it("is told by what the rest leaves too", () => {
    expect(within("29462.50", [2946.2, 2946.3])).toBe("decimal-point");
    expect(within("294.625", [2946.2, 2946.3])).toBe("decimal-point");
    expect(within("-29462.50", [-2946.3, -2946.2])).toBe("decimal-point");
    expect(within("-294.63", [-2946.4, -2946.2])).toBe("decimal-point");
    expect(within("29462.50", [2947.2, 2947.3])).toBeUndefined();
  });

  it("is four places off by no slip of the point", () => {
    expect(told("29462500.00", "2946.25")).not.toBe("decimal-point");
    expect(told("0.29", "2946.25")).not.toBe("decimal-point");
  });

  it("leaves more than a single digit, which any number may leave", () => {
    expect(told("1", "63")).not.toBe("decimal-point");
  });

  it("is no explanation of what may be nothing", () => {
    expect(within("29.46", [0, 3])).not.toBe("decimal-point");
    expect(within("-29.46", [-3, 0])).not.toBe("decimal-point");
    const implied = { low: 0.001 * TICKS, high: 0.004 * TICKS };
    expect(slipOf(figure("3.00"), implied, NOTHING, "0.00")?.slip.id).not.toBe("decimal-point");
    expect(slipOf(figure("3.00"), implied, NOTHING)?.slip.id).toBe("decimal-point");
  });
});

describe("nothing where something should be", () => {
  it("is set to zero", () => {
    expect(told("0.00", "-12.50")).toBe("set-to-zero");
    expect(within("0.00", [0.1, 90])).toBe("set-to-zero");
    expect(within("0.00", [-90, -0.1])).toBe("set-to-zero");
  });

  it("is not, where nothing is possible", () => {
    expect(within("0.00", [0, 90])).toBeUndefined();
    expect(within("0.00", [-90, 0])).toBeUndefined();
  });

  it("is no copy of nothing nearby", () => {
    expect(within("0.00", [0, 90], { rows: others("0.00") })).toBeUndefined();
  });
});

describe("a unit that is not the document's", () => {
  it("is the slip where the digits fit the usual one", () => {
    expect(within("2819.38元", [2819.3, 2819.4])).toBe("unit");
    expect(within("2819.38亿元", [2819.3, 2819.4])).toBe("unit");
    expect(within("2819.38", [0.2819, 0.282], { usual: "yuan" })).toBe("unit");
  });

  it("is not where they do not, and not where it is the document's own", () => {
    expect(within("2819.38元", [281.9, 282])).not.toBe("unit");
    expect(within("2819.38", [2819.3, 2819.4])).not.toBe("unit");
    expect(within("98.9%", [98.8, 99])).not.toBe("unit");
    expect(within("2819.38元", [2819.3, 2819.4], { usual: "percent" })).not.toBe("unit");
  });

  it("is not told by a digit or two of 亿元", () => {
    expect(within("1.2亿元", [1.15, 1.25])).not.toBe("unit");
    expect(within("0.012亿元", [0.0115, 0.0125])).not.toBe("unit");
    expect(within("1.25亿元", [1.245, 1.255])).toBe("unit");
    expect(within("0.0125亿元", [0.01245, 0.01255])).toBe("unit");
    expect(within("-1.2亿元", [-1.25, -1.15])).not.toBe("unit");
    expect(within("1.2元", [1.15, 1.25])).toBe("unit");
  });
});

describe("a digit too few", () => {
  it.each([
    ["1066.51", "10661.51"],
    ["2946.25", "20946.25"],
    ["-946.25", "-2946.25"],
    ["2940.5", "2940.05"],
    ["12.50", "12.53"],
  ])("%s for %s", (printed, truth) => {
    expect(told(printed, truth)).toBe("digit-dropped");
  });

  it.each([
    ["1066.51", [10661.5, 10661.52]],
    ["946.25", [2946.2, 2946.3]],
    ["294.25", [2946.2, 2946.3]],
    ["-946.25", [-2946.3, -2946.2]],
    ["946", [2945, 2947]],
    ["26.51", [266.5, 266.52]],
  ] as const)("%s, where the rest leaves %j", (printed, range) => {
    expect(within(printed, range)).toBe("digit-dropped");
  });

  it("is no explanation of one digit, nor of a figure that may be right", () => {
    const wide = (printed: string, from: number, to: number, truth: string): string | undefined =>
      slipOf(figure(printed), { low: from * TICKS, high: to * TICKS }, NOTHING, truth)?.slip.id;
    expect(wide("3", 31, 75, "53")).toBeUndefined();
    expect(wide("23", 100, 150, "123")).toBe("lead-dropped");
    expect(within("2946.25", [2946.25, 2946.25])).toBeUndefined();
    expect(within("946.25", [2000, 3000])).toBeUndefined();
  });

  it("is told before a copy where the number is long", () => {
    const totals = { totals: others("206.51", "26.51") };
    expect(told("206.51", "2066.51", totals)).toBe("digit-dropped");
    expect(told("26.51", "266.51", totals)).toBe("copied-total");
    expect(told("26.51", "266.51")).toBe("digit-dropped");
  });
});

describe("a digit too many", () => {
  it.each([
    ["29466.25", "2946.25", "digit-doubled"],
    ["22946.25", "2946.25", "digit-doubled"],
    ["2946.255", "2946.25", "digit-doubled"],
    ["29846.25", "2946.25", "digit-added"],
    ["-29846.25", "-2946.25", "digit-added"],
    ["12.53", "12.50", "digit-added"],
  ])("%s for %s: %s", (printed, truth, expected) => {
    expect(told(printed, truth)).toBe(expected);
  });

  it.each([
    ["29466.25", [2946.2, 2946.3], "digit-doubled"],
    ["82946.25", [2946.2, 2946.3], "digit-added"],
    ["29468.25", [2946.2, 2946.3], "digit-added"],
    ["-82946.25", [-2946.3, -2946.2], "digit-added"],
    ["82946", [2945.5, 2946.5], "digit-added"],
    ["82", [1.9, 2.1], "digit-added"],
    // What is left would have no digit before its point.
    ["5.25", [0.24, 0.26], "digit-wrong"],
    ["-5.25", [-0.26, -0.24], "digit-wrong"],
    ["82946.25", [1000, 3000], undefined],
    ["22946.25", [2700, 3200], undefined],
  ] as const)("%s, where the rest leaves %j: %s", (printed, range, expected) => {
    expect(within(printed, range)).toBe(expected);
  });
});

describe("one digit that is another", () => {
  it.each([
    ["2976.25", "2946.25", "digit-wrong"],
    ["2946.28", "2946.25", "digit-wrong"],
    ["9946.25", "2946.25", "digit-wrong"],
    ["1.2", "1.5", "digit-wrong"],
    // Two digits are no slip, one of two is half the number.
    ["2979.25", "2946.25", undefined],
    ["12", "15", undefined],
  ])("%s for %s: %s", (printed, truth, expected) => {
    expect(told(printed, truth)).toBe(expected);
  });

  it("is told by what the rest leaves, of three digits and more", () => {
    expect(within("2976.25", [2946.2, 2946.3])).toBe("digit-wrong");
    expect(within("2976.25", [2940, 3000])).toBeUndefined();
    expect(within("127", [157, 157])).toBe("digit-wrong");
    expect(within("12", [15, 15])).toBeUndefined();
    expect(within("2946.25", [2946.25, 2946.25])).toBeUndefined();
  });
});

describe("a copy of what stands nearby", () => {
  it("is one of the same number in another place, not the figure itself", () => {
    const itself = [figureOf(["", "expenditure", "603.14"], 0)];
    expect(told("603.14", "2336.91", { rows: itself, columns: itself, totals: itself })).toBeUndefined();
    expect(told("603.14", "2336.91", { rows: others("603.1"), columns: others("60.314") })).toBeUndefined();
    expect(told("603.14", "2336.91", { rows: others("约603.14", "603.140") })).toBe("neighbour-row");
  });

  it("is none where a count of one digit is met nearby: 2辆 beside 2辆", () => {
    const rows = [{ ...figure("2", "count", 1), dimensions: { item: "other" } }];
    const few = slipOf(figure("2", "count"), { low: 0, high: 0 }, { ...NOTHING, rows });
    expect(few).toBeUndefined();
    const more = [{ ...figure("21", "count", 1), dimensions: { item: "other" } }];
    expect(slipOf(figure("21", "count"), { low: 3, high: 3 }, { ...NOTHING, rows: more })?.slip.id).toBe(
      "neighbour-row",
    );
  });

  it("is a total before last year, last year before a neighbour, a row before a column", () => {
    const near = others("603.14");
    const lastYear = [readingOf(near[0]!)!];
    expect(told("603.14", "2336.91", { totals: near, lastYear, rows: near, columns: near })).toBe("copied-total");
    expect(told("603.14", "2336.91", { lastYear, rows: near, columns: near })).toBe("last-year");
    expect(told("603.14", "2336.91", { rows: near, columns: near })).toBe("neighbour-row");
    expect(told("603.14", "2336.91", { columns: near })).toBe("neighbour-column");
  });

  it("is a rate where it is one: of the total, or of another quantity", () => {
    expect(told("45.2%", "13.8%", { totals: others("45.2%") })).toBe("copied-rate");
    expect(told("45.2%", "13.8%", { rates: others("45.2%") })).toBe("copied-rate");
    expect(told("45.2", "13.8", { rates: others("45.2%") })).toBeUndefined();
  });

  it("is of last year where that may be what is printed, to the edge", () => {
    const from = (low: number, high: number): string | undefined =>
      told("603.14", "2336.91", { lastYear: [{ low: low * TICKS, high: high * TICKS }] });
    expect(from(603.145, 604)).toBe("last-year");
    expect(from(603.1455, 604)).toBeUndefined();
    expect(from(602, 603.135)).toBe("last-year");
    expect(from(602, 603.1345)).toBeUndefined();
  });
});

describe("a rate cut off instead of rounded", () => {
  it("is one step short at most", () => {
    expect(within("99.7%", [99.75, 99.8])).toBe("truncated");
    expect(within("99.7%", [99.75, 99.8001])).toBe("digit-wrong");
    expect(within("99.7%", [99.7499, 99.8])).toBe("digit-wrong");
    expect(within("99.7", [99.75, 99.8])).toBe("digit-wrong");
  });
});

describe("where only a bound is known", () => {
  it("little is told from it, whatever fits", () => {
    expect(within("82.10", [100, Infinity])).toBeUndefined();
    expect(within("82.10", [-Infinity, 81.9], { columns: others("82.10") })).toBeUndefined();
  });

  it("but a number of many digits that stands nearby as well", () => {
    expect(within("82.10", [-Infinity, 10], { rows: others("82.10") })).toBe("neighbour-row");
    expect(within("0.40", [-Infinity, 0.3], { rows: others("0.40") })).toBeUndefined();
  });

  it("and one far from the bound that would be near it with its point moved", () => {
    expect(within("91.96", [798.58, Infinity])).toBe("decimal-point");
    expect(within("6622.60", [-Infinity, 814.02])).toBe("decimal-point");
    expect(within("91.96", [500, Infinity])).toBe("decimal-point");
    expect(within("91.96", [450, Infinity])).toBeUndefined();
    expect(within("91.96", [2000, Infinity])).toBeUndefined();
    expect(within("9.2", [79.86, Infinity])).toBeUndefined();
  });

  it("but that nothing is too little", () => {
    expect(within("0.00", [0.1, Infinity])).toBe("set-to-zero");
    expect(within("0.00", [0, Infinity])).toBeUndefined();
    expect(within("0.01", [0.1, Infinity])).toBeUndefined();
    expect(within("0.00", [-Infinity, 5])).toBeUndefined();
  });

  it("and a unit, where the amount in the usual one is near the bound", () => {
    const one = figureOf(["", "expenditure", "2819.38元"], 0);
    const bounded = (low: number, high: number) => slipOf(one, { low: low * TICKS, high: high * TICKS }, NOTHING);
    expect(bounded(2819.38, Infinity)).toMatchObject({ slip: { id: "unit" }, unit: "ten-thousand-yuan" });
    expect(bounded(2819.39, Infinity)).toBeUndefined();
    expect(bounded(1409.7, Infinity)?.slip.id).toBe("unit");
    expect(bounded(1409.69, Infinity)).toBeUndefined();
    expect(bounded(-Infinity, 2819.38)?.slip.id).toBe("unit");
    expect(bounded(-Infinity, 2819.37)).toBeUndefined();
    expect(bounded(-Infinity, 5638.75)?.slip.id).toBe("unit");
    expect(bounded(-Infinity, 5638.76)).toBeUndefined();
    expect(bounded(-Infinity, Infinity)).toBeUndefined();
    expect(within("2819.38", [2819, Infinity])).toBeUndefined();
  });
});

it("explains nothing of an approximation", () => {
  const about = figureOf(["", "expenditure", "约2946.52"], 0);
  expect(slipOf(about, readingOf(figure("2946.25"))!, NOTHING, "2946.25")).toBeUndefined();
});

it("says what each slip is in both languages, and trusts one that needs no luck before one that many numbers fit", () => {
  expect(slip("digits-swapped")).toEqual({ id: "digits-swapped", zh: "相邻数字颠倒", en: "adjacent digits swapped" });
  expect(strengthOf(slip("decimal-point"))).toBeGreaterThan(strengthOf(slip("digit-wrong")));
  expect(strengthOf(slip("digit-wrong"))).toBeGreaterThan(strengthOf(undefined));
});
