import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { forcedShares, percentOf } from "./rates.ts";

describe("percentages", () => {
  it.each([
    [30304, 30379, 1, "99.8"],
    [5925, 303040, 1, "2.0"],
    [1, 3, 2, "33.33"],
    [1, 100_000, 1, "0.001"],
    [0, 100, 2, "0"],
    [-1, 4, 1, "25.0"],
  ] as const)("%i of %i at %i decimals is %s", (part, whole, decimals, text) => {
    expect(percentOf(part, whole, decimals)).toBe(text);
  });
});

describe("shares that are forced to 100%", () => {
  it("give what is left over to those that lost most", () => {
    expect(forcedShares([1, 1, 1], 3, 2)).toEqual(["33.34", "33.33", "33.33"]);
  });

  it("are not made where the parts do not make up the whole", () => {
    expect(forcedShares([1, 1], 3, 2)).toBeUndefined();
  });

  it("add up to exactly 100, each within one unit of its own share", () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 10_000_000 }), { minLength: 1, maxLength: 12 }), (parts) => {
        const whole = parts.reduce((sum, part) => sum + part, 0);
        fc.pre(whole > 0);
        const steps = forcedShares(parts, whole, 2)!.map((text) => Number(text.replace(".", "")));
        expect(steps.reduce((sum, step) => sum + step, 0)).toBe(10_000);
        for (const [index, step] of steps.entries())
          expect(Math.abs(step - (parts[index]! / whole) * 10_000)).toBeLessThan(1);
      }),
    );
  });
});
