import { describe, expect, it } from "vitest";
import { blamed, check, errors, tableOf } from "./evaluate.test.support.ts";
import { explainProblem } from "./index.ts";

/** 支出决算表 of two items, the second of which is spent on projects. */
const spent = (second: readonly [total: string, basic: string, project: string]) =>
  check(
    tableOf({
      合计: ["100.00", "40.00", "60.00"],
      "213": ["100.00", "40.00", "60.00"],
      "21301": ["100.00", "40.00", "60.00"],
      "2130101": ["40.00", "40.00", ""],
      "2130102": second,
    }),
  );

describe("an amount that stands in the wrong column", () => {
  it("is one slip, and belongs into the empty cell of its row", () => {
    const [problem, ...others] = errors(spent(["60.00", "60.00", ""]));
    expect(others).toEqual([]);
    expect(blamed(problem!)[0]).toBe("60.00 → 0.00 & blank → 60.00");
    expect(explainProblem(problem!).zh).toContain("填错了列");
  });

  it("is none where the row is right", () => {
    expect(errors(spent(["60.00", "", "60.00"]))).toEqual([]);
  });
});

describe("an amount below zero that should not be", () => {
  it("has a minus sign too many", () => {
    const [problem] = errors(spent(["60.00", "", "-60.00"]));
    expect(blamed(problem!)).toEqual(["-60.00 → 60.00"]);
    expect(explainProblem(problem!).zh).toMatch(/但.*算得－60万元，.*应为60\.00万元（疑为误写负号）。$/);
  });
});
