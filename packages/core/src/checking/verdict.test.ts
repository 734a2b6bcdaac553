import { describe, expect, it } from "vitest";
import { disclosureOf, figureOf } from "../testing/printed.ts";
import { TICKS } from "../figure/interval.ts";
import { buildContext } from "../relations/context.ts";
import { Observations } from "./observe.ts";
import { BASE, RELATION, beyond, judged, most, parts, share, sum, type Written } from "./verdict.test.support.ts";
import type { InstanceResult } from "./result.ts";
import type { Instance } from "../relations/relation.ts";
import { judge } from "./verdict.ts";

describe("a total and its parts", () => {
  it.each([
    ["251.25", ["4.79", "0.00", "246.46"], "exact"],
    // Three parts may each be half a fen more or less than they are printed, and so may the total.
    ["251.26", ["4.79", "0.00", "246.46"], "rounding"],
    ["251.24", ["4.79", "0.00", "246.46"], "rounding"],
    // Only if every one of the four stands at the far end of what it may be.
    ["251.27", ["4.79", "0.00", "246.46"], "suspect"],
    ["251.23", ["4.79", "0.00", "246.46"], "suspect"],
    ["251.28", ["4.79", "0.00", "246.46"], "inconsistent"],
    ["251.22", ["4.79", "0.00", "246.46"], "inconsistent"],
    // Two prints that touch in one point are what rounding apart gives.
    ["326.71", ["326.72"], "rounding"],
    ["326.72", ["326.71"], "rounding"],
    ["326.73", ["326.71"], "inconsistent"],
    // A coarse total is off by less than its own last place, in either order of print.
    ["10.1", ["5.02", "5.02"], "rounding"],
    ["10.0", ["5.03", "5.03"], "rounding"],
    ["10.0", ["5.03", "5.04"], "inconsistent"],
    ["251.3", ["4.79", "0.00", "246.46"], "rounding"],
  ] as const)("%s = %s: %s", (total, of, verdict) => {
    expect(parts(total, ...of).verdict).toBe(verdict);
  });

  it("says what the parts make", () => {
    const off = parts("251.52", "4.79", "0.00", "246.46");
    expect(off.computed! / TICKS).toBe(251.25);
    expect(off.missing).toEqual([]);
    expect(off.undefinedRate).toBe(false);
    expect(off.terms.map(({ role, coefficient, figure }) => [role, coefficient, figure!.text])).toEqual([
      ["sum", 1, "251.52"],
      ["sum", -1, "4.79"],
      ["sum", -1, "0.00"],
      ["sum", -1, "246.46"],
    ]);
    expect(parts("251.25", "4.79", "0.00", "246.46").computed! / TICKS).toBe(251.25);
    // 12 months of 3.5 are 42: what one of them is.
    expect(sum("=", [12, "basic", "3.6"], [-1, "expenditure", "42.00"]).computed! / TICKS).toBeCloseTo(3.5, 6);
    expect(sum("=", [-1, "revenue", "9.00"], [1, "expenditure", "8.00"]).computed! / TICKS).toBe(8);
  });

  it("says by how much it is off beyond every rounding", () => {
    expect(beyond(parts("251.52", "4.79", "0.00", "246.46"))).toBe(0.25);
    expect(beyond(parts("250.98", "4.79", "0.00", "246.46"))).toBe(0.25);
    expect(parts("251.27", "4.79", "0.00", "246.46").excess).toBe(0);
    expect(parts("251.23", "4.79", "0.00", "246.46").excess).toBe(0);
    expect(parts("251.25", "4.79", "0.00", "246.46").excess).toBe(0);
  });

  it("takes parts that are counted twice, twice", () => {
    expect(sum("=", [1, "revenue", "20.00"], [-2, "basic", "10.00"]).verdict).toBe("exact");
    // 10.00 may be 10.005, and twice that is 20.01.
    expect(sum("=", [1, "revenue", "20.01"], [-2, "basic", "10.00"]).verdict).toBe("rounding");
    expect(sum("=", [1, "revenue", "20.02"], [-2, "basic", "10.00"]).verdict).toBe("inconsistent");
    // Up to one unit of each last place, of which the doubled one has two.
    expect(sum("=", [1, "revenue", "20.04"], [-2, "basic", "10.00"]).slight).toBe(true);
    expect(sum("=", [1, "revenue", "20.05"], [-2, "basic", "10.00"]).slight).toBe(false);
  });
});

describe("a difference that accountants leave when they round twice", () => {
  it.each([
    ["is no more than one unit of the last place of each", "10.03", ["10.00"], true],
    ["is no more", "10.04", ["10.00"], false],
    ["may be either way", "9.97", ["10.00"], true],
    ["may be either way, and no more", "9.96", ["10.00"], false],
    ["may be more where more are added", "30.06", ["10.00", "10.00", "10.00"], true],
    ["may be more where more are added, and no more", "30.07", ["10.00", "10.00", "10.00"], false],
    ["is none where all holds", "10.01", ["10.00"], false],
    ["is none where all is exact", "10.00", ["10.00"], false],
  ])("%s: %s = %s", (_, total, of, slight) => {
    expect(parts(total, ...of).slight).toBe(slight);
  });

  it("is none of counts, which have no places to round", () => {
    const counted = parts("17个", "8个", "8个");
    expect(counted).toMatchObject({ verdict: "inconsistent", slight: false });
    expect(parts("16个", "8个", "8个").verdict).toBe("exact");
  });
});

describe("at most, and less than", () => {
  it.each([
    ["<=", "97.64", "100.00", "exact"],
    ["<=", "100.00", "100.00", "exact"],
    ["<=", "100.01", "100.00", "rounding"],
    ["<=", "100.02", "100.00", "inconsistent"],
    ["<", "97.64", "100.00", "exact"],
    ["<", "99.99", "100.00", "exact"],
    // 小于 between equal prints: it may be less by what is not printed, but nobody would say so.
    ["<", "100.00", "100.00", "suspect"],
    ["<", "100.01", "100.00", "rounding"],
    ["<", "100.02", "100.00", "inconsistent"],
  ] as const)("%s: %s, %s: %s", (comparator, least, greatest, verdict) => {
    expect(most(comparator, least, greatest).verdict).toBe(verdict);
  });

  it("is never off by being far below", () => {
    expect(most("<=", "1.00", "100.00")).toMatchObject({ excess: 0, slight: false });
    expect(most("<", "1.00", "100.00")).toMatchObject({ excess: 0, slight: false });
  });

  it("is off by what it is above", () => {
    expect(beyond(most("<=", "101.00", "100.00"))).toBe(0.99);
    expect(most("<=", "100.02", "100.00").slight).toBe(true);
  });

  it("is suspect where parts exceed their whole only by every rounding together", () => {
    const over: readonly Written[] = [
      [1, "a", "4.00"],
      [1, "b", "4.00"],
      [1, "c", "4.02"],
      [-1, "procurement", "12.00"],
    ];
    expect(sum("<=", ...over).verdict).toBe("suspect");
    expect(sum("=", ...over).verdict).toBe("suspect");
    expect(sum("<=", ...over.slice(1)).verdict).toBe("exact");
  });
});

describe("what is not printed in the place", () => {
  const place = (printed: string, elsewhere: readonly (readonly [string, string])[] = []): InstanceResult =>
    judged(
      (terms) => ({ ...BASE, form: "linear", comparator: "=", terms }),
      [
        [1, "expenditure", "100.00"],
        [-1, "expenditure{nature=basic}", "60.00"],
        [-1, "expenditure{nature=project}", printed],
      ],
      elsewhere,
    );

  it("is nothing where its cell is empty", () => {
    const result = place("空", [["expenditure{nature=project}", "40.00"]]);
    expect(result.verdict).toBe("inconsistent");
    expect(result.terms[2]).toStrictEqual({
      key: "expenditure{nature=project}",
      role: "sum",
      coefficient: -1,
      reading: { low: 0, high: 0, middle: 0, step: 0 },
      blank: true,
      borrowed: false,
      source: { start: 2, end: 2, text: "" },
    });
  });

  it("is nothing where the form says so, and no cell is there to point at", () => {
    const result = judged(
      (terms) => ({
        ...BASE,
        form: "linear",
        comparator: "=",
        terms: [...terms, { key: "revenue", coefficient: -1, figures: [], blank: true }],
      }),
      [[1, "expenditure", "0.00"]],
    );
    expect(result.verdict).toBe("exact");
    expect(result.terms[1]).not.toHaveProperty("source");
  });

  it("is taken from elsewhere, and marked as borrowed", () => {
    const result = place("别处", [["expenditure{nature=project}", "40.00"]]);
    expect(result.verdict).toBe("exact");
    expect(result.terms.map(({ borrowed, blank }) => [borrowed, blank])).toEqual([
      [false, false],
      [false, false],
      [true, false],
    ]);
    expect(result.terms[2]!.figure!.source.section).toBe("别处");
    expect(place("别处", [["expenditure{nature=project}", "41.00"]]).verdict).toBe("inconsistent");
  });

  it("leaves the sum unchecked where it is printed nowhere", () => {
    expect(place("别处")).toMatchObject({
      verdict: "not-checkable",
      missing: ["expenditure{nature=project}"],
      undefinedRate: false,
      excess: 0,
      slight: false,
    });
    expect(place("别处").terms).toHaveLength(2);
    expect(place("别处").computed).toBeUndefined();
  });

  it("is taken from elsewhere where what is printed here bounds nothing", () => {
    const result = place("约40", [["expenditure{nature=project}", "40.00"]]);
    expect(result.verdict).toBe("exact");
    expect(result.terms[2]).toMatchObject({ borrowed: true, figure: { text: "40.00" } });
  });

  it("is the next figure of the place where the first bounds nothing", () => {
    const figures = [
      figureOf(["", "expenditure", "约100"], 0),
      figureOf(["", "expenditure", "100.00"], 1),
      figureOf(["", "revenue", "100.00"], 2),
    ];
    const terms = [
      { key: "expenditure", coefficient: 1, figures: [7, 0, 1] },
      { key: "revenue", coefficient: -1, figures: [2] },
    ];
    const instance: Instance = { ...BASE, form: "linear", comparator: "=", terms };
    const nothing = new Observations(buildContext(disclosureOf([])));
    const result = judge(RELATION, instance, nothing, (id) => figures[id]);
    expect(result.verdict).toBe("exact");
    expect(result.terms.map(({ figure, borrowed }) => [figure!.id, borrowed])).toEqual([
      [1, false],
      [2, false],
    ]);
  });

  it("leaves a rate unchecked, whichever of its amounts is missing", () => {
    expect(share("37.4%", "1135.67", "别处")).toMatchObject({ verdict: "not-checkable", missing: ["procurement"] });
    expect(share("37.4%", "别处", "3037.90").missing).toEqual(["procurement{label=part}"]);
    expect(share("别处", "别处", "3037.90").missing).toEqual(["expenditure{measure=rate}", "procurement{label=part}"]);
    expect(share("37.4%", "1135.67", "3037.90").terms.map(({ role }) => role)).toEqual([
      "result",
      "numerator",
      "denominator",
    ]);
  });
});
