import { describe, expect, it } from "vitest";
import { figureOf } from "../testing/printed.ts";
import type { InstanceResult } from "./result.ts";
import { TICKS } from "../figure/interval.ts";
import { CHANGE, beyond, growth, rate, share, sum, type Written } from "./verdict.test.support.ts";
import { holdsReversed, isReversible } from "./verdict.ts";

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

describe("the rate of a change that rounds to nothing", () => {
  it("is any that the change may have been of what there was", () => {
    // 0.03 less of 0.11, printed to one place.
    expect(growth("↓27.27%", "0.1", "↓0.0").verdict).toBe("rounding");
    expect(growth("↑45.00%", "0.1", "↑0.0").verdict).toBe("rounding");
    expect(growth("↓65.00%", "0.1", "↓0.0").verdict).toBe("inconsistent");
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
