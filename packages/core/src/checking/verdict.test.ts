import { describe, expect, it } from "vitest";
import type { BoundFigure } from "../facts/disclosure.ts";
import { TICKS } from "../figure/interval.ts";
import { buildContext } from "../relations/context.ts";
import { NUMERIC_RELATIONS } from "../relations/numeric/index.ts";
import type { Instance, LinearInstance, Term } from "../relations/relation.ts";
import { disclosureOf, figureOf } from "../testing/printed.ts";
import { Observations } from "./observe.ts";
import type { InstanceResult } from "./result.ts";
import { holdsReversed, isReversible, judge } from "./verdict.ts";

const RELATION = NUMERIC_RELATIONS[0]!;

/** A term as [coefficient, key, printed]; `空` is an empty cell, `别处` stands elsewhere. */
type Written = readonly [coefficient: number, key: string, printed: string];

/** Judges what is printed in one place, with what the document prints elsewhere as [key, printed]. */
function judged(
  make: (terms: readonly Term[]) => Instance,
  written: readonly Written[],
  elsewhere: readonly (readonly [key: string, printed: string])[] = [],
): InstanceResult {
  const here: BoundFigure[] = [];
  const terms = written.map(([coefficient, key, printed], index): Term => {
    if (printed === "空") {
      return { key, coefficient, figures: [], blank: true, source: { start: index, end: index, text: "" } };
    }
    if (printed === "别处") return { key, coefficient, figures: [] };
    here.push(figureOf(["", key, printed], index));
    return { key, coefficient, figures: [index] };
  });
  const others = elsewhere.map(([key, printed], index) => figureOf(["别处", key, printed], 100 + index));
  const context = buildContext(disclosureOf(others));
  return judge(RELATION, make(terms), new Observations(context), (id) => here.find((figure) => figure.id === id));
}

const BASE = { relation: RELATION.id, place: { zh: "表5", en: "table 5" }, sources: [] } as const;

function sum(comparator: LinearInstance["comparator"], ...written: readonly Written[]): InstanceResult {
  return judged((terms) => ({ ...BASE, form: "linear", comparator, terms }), written);
}

/** Vehicles are counted, procurement is paid. */
const conceptOf = (printed: string): string => (printed.endsWith("个") ? "vehicles-held" : "procurement");

/** A total and its parts. */
function parts(total: string, ...of: readonly string[]): InstanceResult {
  const concept = conceptOf(total);
  return sum("=", [1, concept, total], ...of.map((part, index): Written => [-1, `${concept}{label=${index}}`, part]));
}

/** One amount that the words say is at most, or less than, another. */
function most(comparator: "<=" | "<", least: string, greatest: string): InstanceResult {
  return sum(comparator, [1, "expenditure", least], [-1, "revenue", greatest]);
}

function rate(
  printed: string,
  numerator: readonly Written[],
  denominator: readonly Written[],
  elsewhere: readonly (readonly [string, string])[] = [],
): InstanceResult {
  const end = 1 + numerator.length;
  return judged(
    (terms) => ({
      ...BASE,
      form: "ratio",
      result: terms[0]!,
      numerator: terms.slice(1, end),
      denominator: terms.slice(end),
    }),
    [[1, "expenditure{measure=rate}", printed], ...numerator, ...denominator],
    elsewhere,
  );
}

/** What share one amount is of another. */
const share = (printed: string, part: string, whole: string): InstanceResult =>
  rate(printed, [[1, `${conceptOf(part)}{label=part}`, part]], [[1, conceptOf(whole), whole]]);

const CHANGE = "expenditure{measure=change}";

/** The growth that a change makes, of what there was before: change ÷ (now − change). */
function growth(printed: string, now: string, change: string): InstanceResult {
  return judged(
    (terms) => ({
      ...BASE,
      form: "ratio",
      result: terms[0]!,
      numerator: [terms[1]!],
      denominator: [terms[2]!, { ...terms[1]!, coefficient: -1 }],
    }),
    [
      [1, "expenditure{measure=growth}", printed],
      [1, CHANGE, change],
      [1, "expenditure", now],
    ],
  );
}

/** Beyond every rounding by how much, in units of print. */
const beyond = ({ excess }: InstanceResult): number => excess / TICKS;

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

describe("a share", () => {
  it.each([
    ["99.8%", "3030.4", "3037.9", "exact"],
    // 3030.35 ÷ 3037.95 is 99.74983…%, which rounds to 99.7.
    ["99.7%", "3030.4", "3037.9", "rounding"],
    ["99.7%", "3030.40", "3037.90", "inconsistent"],
    // 3030.45 ÷ 3037.85 is 99.7564%, which does not reach 99.85.
    ["99.9%", "3030.4", "3037.9", "inconsistent"],
    ["98.9%", "3030.4", "3037.9", "inconsistent"],
    // One in eight is 12.5%, which is printed as 13 and, by those who round down, as 12.
    ["12%", "1个", "8个", "exact"],
    ["13%", "1个", "8个", "exact"],
    ["12.4%", "1个", "8个", "inconsistent"],
    ["12.6%", "1个", "8个", "inconsistent"],
    // Half of what is printed with one place: 0.05 ÷ 0.25 to 0.15 ÷ 0.15.
    ["20%", "0.1", "0.2", "rounding"],
    ["100%", "0.1", "0.2", "rounding"],
    ["19%", "0.1", "0.2", "inconsistent"],
    ["101%", "0.1", "0.2", "inconsistent"],
    ["50%", "0.1", "0.2", "exact"],
    ["-50%", "-0.1", "0.2", "exact"],
    ["-20%", "-0.1", "0.2", "rounding"],
    ["-100%", "-0.1", "0.2", "rounding"],
    ["-19%", "-0.1", "0.2", "inconsistent"],
    ["-101%", "-0.1", "0.2", "inconsistent"],
  ])("%s, %s of %s: %s", (printed, part, whole, verdict) => {
    expect(share(printed, part, whole).verdict).toBe(verdict);
  });

  it("says what it is, and by how much the print is off beyond every rounding", () => {
    const less = share("12%", "1个", "5个");
    expect(less.computed! / TICKS).toBe(20);
    expect(less).toMatchObject({ undefinedRate: false, missing: [], slight: false });
    expect(beyond(less)).toBe(7.5);
    expect(beyond(share("28%", "1个", "5个"))).toBe(7.5);
    expect(share("20%", "1个", "5个").excess).toBe(0);
    expect(share("99.7%", "3030.4", "3037.9").excess).toBe(0);
    // The whole is coarse, so its far end counts: 9.995 ÷ 40.5 is 24.68%, 10.005 ÷ 39.5 is 25.33%.
    expect(beyond(share("20%", "10.00", "40"))).toBeCloseTo(999.5 / 40.5 - 20.5, 6);
    expect(beyond(share("30%", "10.00", "40"))).toBeCloseTo(29.5 - 1000.5 / 39.5, 6);
  });

  it.each([
    ["11%", true],
    ["10%", false],
    ["14%", true],
    ["15%", false],
    ["12%", false],
  ])("is slightly off by one unit of its last place and no more: 1 of 8 as %s", (printed, slight) => {
    expect(share(printed, "1个", "8个").slight).toBe(slight);
  });

  it("of several is of their sum, and a quantity that stands on both sides is one number", () => {
    const both = (printed: string): InstanceResult =>
      rate(
        printed,
        [[1, "a", "10"]],
        [
          [1, "a", "10"],
          [1, "b", "10"],
        ],
      );
    expect(both("50%").verdict).toBe("exact");
    // 9.5 ÷ (9.5 + 10.5) = 47.5%, not 9.5 ÷ (10.5 + 10.5).
    expect(both("47%").verdict).toBe("rounding");
    expect(both("53%").verdict).toBe("rounding");
    expect(both("46%").verdict).toBe("inconsistent");
    expect(both("54%").verdict).toBe("inconsistent");
  });
});

describe("a growth", () => {
  it.each([
    ["↑50.2%", "3030.4", "↑1012.39", "exact"],
    ["↑50.1%", "3030.40", "↑1012.39", "inconsistent"],
    ["↓50.2%", "3030.4", "↑1012.39", "inconsistent"],
    ["↓25.04%", "3030.40", "↓1012.39", "exact"],
    ["↓25.05%", "3030.40", "↓1012.39", "inconsistent"],
    // 0.10 of 0.11 leaves between nothing and 0.02 before: at least 0.095 ÷ 0.02, and no most.
    ["↑1000%", "0.11", "↑0.10", "exact"],
    ["↑475%", "0.11", "↑0.10", "rounding"],
    ["↑474%", "0.11", "↑0.10", "inconsistent"],
    ["↑99999%", "0.11", "↑0.10", "rounding"],
  ])("%s, now %s after %s: %s", (printed, now, change, verdict) => {
    expect(growth(printed, now, change).verdict).toBe(verdict);
  });

  it("is off by what is beyond the nearest rate that the amounts allow", () => {
    expect(beyond(growth("↑400%", "0.11", "↑0.10"))).toBeCloseTo(74.5, 6);
  });

  it("of more than there is now excludes itself, whatever the rate", () => {
    const result = growth("↑20.0%", "10.00", "↑12.00");
    expect(result).toMatchObject({
      verdict: "inconsistent",
      excess: Infinity,
      slight: false,
      undefinedRate: false,
      missing: [],
    });
    expect(result.computed! / TICKS).toBe(-600);
    expect(result.terms).toHaveLength(4);
  });
});

describe("a rate of nothing", () => {
  const completion = (printed: string, spent: string, budget: string): InstanceResult =>
    rate(printed, [[1, "expenditure", spent]], [[1, "expenditure{stage=budget}", budget]]);

  it.each([
    // 0% of nothing is how people print nothing.
    ["0%", "0.00", "0", "exact"],
    ["100%", "3.03", "0", "inconsistent"],
    ["100%", "0.00", "0", "inconsistent"],
    ["0%", "3.03", "0", "inconsistent"],
    // The budget is printed as nothing, and nobody reads 0.004 out of it.
    ["200%", "0.01", "0.00", "inconsistent"],
  ])("%s, %s of %s: %s", (printed, spent, budget, verdict) => {
    expect(completion(printed, spent, budget)).toMatchObject({
      verdict,
      undefinedRate: true,
      missing: [],
      excess: 0,
      slight: false,
    });
    expect(completion(printed, spent, budget).computed).toBeUndefined();
  });

  it("is one of very little where only rounding makes it nothing", () => {
    // 0.1 now after 0.1 more: before it may have been up to 0.10, so that the rate is at least 50%.
    expect(growth("↑61.2%", "0.1", "↑0.1")).toMatchObject({ verdict: "rounding", undefinedRate: false, missing: [] });
    expect(growth("↑50.0%", "0.1", "↑0.1").verdict).toBe("rounding");
    expect(growth("↑49.9%", "0.1", "↑0.1")).toMatchObject({ verdict: "inconsistent", undefinedRate: true });
    expect(growth("↑40.0%", "0.1", "↑0.1").verdict).toBe("inconsistent");
    expect(growth("0.0%", "0.1", "↑0.1").verdict).toBe("inconsistent");
  });

  it("is no rate of very little where the change itself may be nothing", () => {
    expect(growth("↑61.2%", "0.0", "↑0.0")).toMatchObject({ verdict: "inconsistent", undefinedRate: true });
    // A decrease to nothing less than nothing.
    expect(growth("↑61.2%", "-0.1", "↓0.1")).toMatchObject({ verdict: "inconsistent", undefinedRate: true });
  });
});

describe("a direction word", () => {
  it("would be right the other way round where change and rate fit with it", () => {
    const wrong = growth("↓50.2%", "3030.4", "↓1012.39");
    expect(wrong.verdict).toBe("inconsistent");
    expect(holdsReversed(wrong)).toBe(true);
    // Also where it then holds by rounding alone: 0.11 − 0.10 is nearly nothing.
    expect(growth("↓475%", "0.11", "↓0.10").verdict).toBe("inconsistent");
    expect(holdsReversed(growth("↓475%", "0.11", "↓0.10"))).toBe(true);
  });

  it("would not where the figures fit neither way", () => {
    expect(holdsReversed(growth("↓52.0%", "3030.4", "↓1012.39"))).toBe(false);
  });

  it("is no matter of shares, which have none, nor of sums", () => {
    expect(holdsReversed(share("99.8%", "3030.4", "3037.9"))).toBe(false);
    expect(holdsReversed(share("98.9%", "3030.4", "3037.9"))).toBe(false);
    const change: Written = [1, CHANGE, "↓1012.39"];
    expect(holdsReversed(sum("=", [1, "expenditure", "3030.40"], change, [-1, "before", "2018.01"]))).toBe(false);
  });

  it.each([
    [CHANGE, "↑1012.39", true],
    [CHANGE, "↓1012.39", true],
    [CHANGE, "-1012.39", false],
    [CHANGE, "→0.00", false],
    ["expenditure{measure=growth}", "↓50.2%", true],
    ["expenditure", "↑1012.39", false],
  ])("stands by %s %s: %s", (key, printed, reversible) => {
    expect(isReversible(figureOf(["", key, printed], 0))).toBe(reversible);
  });

  it("stands by no empty cell", () => {
    expect(isReversible(undefined)).toBe(false);
  });
});
