import { array, assert, constantFrom, integer, property, tuple } from "fast-check";
import { describe, expect, it } from "vitest";
import { TICKS, type Reading } from "../figure/interval.ts";
import type { Instance } from "../relations/relation.ts";
import { figureOf } from "../testing/printed.ts";
import { ratio, sum } from "../testing/ledger.ts";
import { Network } from "./network.ts";
import { Propagation } from "./propagation.ts";

describe("contradictions finer than a tick", () => {
  const found = (name: "pair" | "quotient", low: number, high: number): boolean => {
    const one = (value: number): Reading => ({ low: value, high: value, middle: value, step: 1 });
    const readings: Readonly<Record<string, Reading>> = {
      r: { low, high, middle: low, step: 1 },
      x: one(TICKS),
      y: one((name === "pair" ? 3 : 2) * TICKS),
      z: one(TICKS),
    };
    const network = new Network(
      (key) => [{ reading: readings[key]!, figure: figureOf(["", key, "1.00"], "rxyz".indexOf(key)), foreign: false }],
      () => 1,
    );
    network.constrain(name === "pair" ? ratio("r", ["x"], ["y"]) : ratio("r", ["x"], ["y", "z"]), 0);
    const propagation = new Propagation(network, false);
    return !(propagation.enforce(network.observations.keys()) && propagation.run());
  };

  it.each(["pair", "quotient"] as const)("are contradictions: one third, as a %s", (name) => {
    const third = (100 * TICKS) / 3;
    expect(found(name, Math.ceil(third), Math.ceil(third) + 100)).toBe(true);
    expect(found(name, Math.floor(third) - 100, Math.floor(third))).toBe(true);
    expect(found(name, Math.floor(third), Math.ceil(third))).toBe(false);
  });
});

describe("laws of what is left of quantities", () => {
  const T = TICKS;
  /** Every form that relations come in, with what the truth of its last quantities makes of the first, and of each the others. */
  const FORMS: Readonly<
    Record<
      string,
      {
        readonly instance: Instance;
        readonly keys: readonly string[];
        readonly solve: (at: number, values: readonly number[]) => number;
      }
    >
  > = {
    sum: {
      instance: sum("t", ["a", "b", "-c"]),
      keys: ["t", "a", "b", "c"],
      solve: (at, [t, a, b, c]) => [a! + b! - c!, t! - b! + c!, t! - a! + c!, a! + b! - t!][at]!,
    },
    share: {
      instance: ratio("r", ["x"], ["y"]),
      keys: ["r", "x", "y"],
      solve: (at, [r, x, y]) => [(100 * T * x!) / y!, (r! * y!) / (100 * T), (100 * T * x!) / r!][at]!,
    },
    growthOnChange: {
      instance: ratio("r", ["c"], ["n", "-c"]),
      keys: ["r", "c", "n"],
      solve: (at, [r, c, n]) =>
        [(100 * T * c!) / (n! - c!), (r! * n!) / (100 * T + r!), (c! * (100 * T + r!)) / r!][at]!,
    },
    growthOnBefore: {
      instance: ratio("r", ["n", "-p"], ["p"]),
      keys: ["r", "n", "p"],
      solve: (at, [r, n, p]) => [(100 * T * (n! - p!)) / p!, p! * (1 + r! / (100 * T)), n! / (1 + r! / (100 * T))][at]!,
    },
    doubled: {
      instance: sum("t", ["a", "a", "b"]),
      keys: ["t", "a", "b"],
      solve: (at, [t, a, b]) => [2 * a! + b!, (t! - b!) / 2, t! - 2 * a!][at]!,
    },
    shareOfBoth: {
      instance: ratio("r", ["x"], ["x", "y"]),
      keys: ["r", "x", "y"],
      solve: (at, [r, x, y]) =>
        [(100 * T * x!) / (x! + y!), (r! * y!) / (100 * T - r!), (x! * (100 * T - r!)) / r!][at]!,
    },
    difference: {
      instance: ratio("r", ["x", "-w"], ["y", "z"]),
      keys: ["r", "x", "y", "z", "w"],
      solve: (at, [r, x, y, z, w]) =>
        [
          (100 * T * (x! - w!)) / (y! + z!),
          (r! * (y! + z!)) / (100 * T) + w!,
          (100 * T * (x! - w!)) / r! - z!,
          (100 * T * (x! - w!)) / r! - y!,
          x! - (r! * (y! + z!)) / (100 * T),
        ][at]!,
    },
    overDifference: {
      instance: ratio("r", ["x"], ["y", "-z"]),
      keys: ["r", "x", "y", "z"],
      solve: (at, [r, x, y, z]) =>
        [(100 * T * x!) / (y! - z!), (r! * (y! - z!)) / (100 * T), (100 * T * x!) / r! + z!, y! - (100 * T * x!) / r!][
          at
        ]!,
    },
    quotient: {
      instance: ratio("r", ["x"], ["y", "z"]),
      keys: ["r", "x", "y", "z"],
      solve: (at, [r, x, y, z]) =>
        [(100 * T * x!) / (y! + z!), (r! * (y! + z!)) / (100 * T), (100 * T * x!) / r! - z!, (100 * T * x!) / r! - y!][
          at
        ]!,
    },
  };

  /** A base of nothing or less has no rate, and what is too small is not exact. */
  const isOdd = (name: string, truth: readonly number[]): boolean =>
    (name !== "sum" && name !== "doubled" && truth[0]! < 1000) ||
    (name === "growthOnChange" && truth[2]! <= truth[1]! * 1.2) ||
    (name === "shareOfBoth" && truth[0]! > 95 * T) ||
    (name === "difference" && truth[1]! <= truth[4]! * 1.3) ||
    (name === "overDifference" && truth[2]! <= truth[3]! * 1.3);

  const networkOf = (
    keys: readonly string[],
    instance: Instance,
    ranges: readonly (readonly [number, number])[],
  ): Network => {
    const network = new Network(
      (key) => {
        const [low, high] = ranges[keys.indexOf(key)]!;
        const reading: Reading = { low, high, middle: Math.round((low + high) / 2), step: high - low };
        return [{ reading, figure: figureOf(["", key, "1.00"], keys.indexOf(key)), foreign: false }];
      },
      () => 1,
    );
    network.constrain(instance, 0);
    return network;
  };

  const amount = integer({ min: 2_000, max: 2_000_000_000 });
  const widths = array(tuple(integer({ min: 1, max: 400 }), integer({ min: 0, max: 1 })), {
    minLength: 5,
    maxLength: 5,
  });
  const form = constantFrom(...Object.keys(FORMS));

  it("the truth is never excluded, and what is left is what the others leave, no more", () => {
    assert(
      property(form, array(amount, { minLength: 5, maxLength: 5 }), widths, (name, amounts, wide) => {
        const { instance, keys, solve } = FORMS[name]!;
        const truth = keys.map((_, index) => amounts[index]!);
        truth[0] = solve(0, truth);
        if (!truth.every((value) => Math.abs(value) < 2 ** 50) || isOdd(name, truth)) return;

        const ranges = truth.map((value, index): readonly [number, number] => {
          const [per, side] = wide[index]!;
          const reach = Math.max(2, (Math.abs(value) * per) / 8000);
          return [Math.floor(value - reach * (1 + side)), Math.ceil(value + reach)];
        });
        const network = networkOf(keys, instance, ranges);
        const propagation = new Propagation(network, false);
        expect(propagation.enforce(network.observations.keys()) && propagation.run()).toBe(true);
        for (const [at, key] of keys.entries()) {
          const variable = network.variableOf(key)!;
          const [low, high] = [propagation.low[variable]!, propagation.high[variable]!];
          expect(low).toBeLessThanOrEqual(Math.ceil(truth[at]!));
          expect(high).toBeGreaterThanOrEqual(Math.floor(truth[at]!));
          const [from, to] = hull(at, ranges, solve);
          const [ownLow, ownHigh] = ranges[at]!;
          // A bound is left where moving it would hardly narrow anything.
          const slack = (ownHigh - ownLow) * 0.003 + 3 + Math.abs(truth[at]!) * 1e-9;
          expect(low).toBeGreaterThanOrEqual(Math.max(ownLow, from) - slack);
          expect(high).toBeLessThanOrEqual(Math.min(ownHigh, to) + slack);
          expect(low).toBeLessThanOrEqual(Math.max(ownLow, from) + 3 + Math.abs(truth[at]!) * 1e-9);
          expect(high).toBeGreaterThanOrEqual(Math.min(ownHigh, to) - 3 - Math.abs(truth[at]!) * 1e-9);
        }
      }),
      { numRuns: 150 },
    );
  });

  it("what the others exclude is impossible", () => {
    assert(
      property(
        form,
        array(amount, { minLength: 5, maxLength: 5 }),
        integer({ min: 0, max: 3 }),
        integer({ min: 2, max: 50 }),
        (name, amounts, which, per) => {
          const { instance, keys, solve } = FORMS[name]!;
          const truth = keys.map((_, index) => amounts[index]!);
          truth[0] = solve(0, truth);
          if (!truth.every((value) => Math.abs(value) < 2 ** 48) || isOdd(name, truth)) return;

          const at = which % keys.length;
          const ranges = truth.map((value): [number, number] => [Math.floor(value) - 2, Math.ceil(value) + 2]);
          const [from, to] = hull(at, ranges, solve);
          const far = Math.max(10, Math.abs(truth[at]!) / per);
          ranges[at] =
            per % 2 === 0
              ? [Math.ceil(to + far), Math.ceil(to + 2 * far)]
              : [Math.floor(from - 2 * far), Math.floor(from - far)];
          // Less than nothing below is left to others, be it one quantity or the difference of two.
          if (ranges[at]![0] <= 0 && name !== "sum" && name !== "doubled") return;
          if (name === "overDifference" && ranges[2]![1] < ranges[3]![0]) return;
          const network = networkOf(keys, instance, ranges);
          const propagation = new Propagation(network, false);
          expect(propagation.enforce(network.observations.keys()) && propagation.run()).toBe(false);
        },
      ),
      {
        numRuns: 150,
        // A difference below that has become less than nothing, which a seed once met with.
        examples: [["overDifference", [2000, 2517, 1666423600, 1163023600, 2000], 3, 2]],
      },
    );
  });

  it("a base of less than nothing has no rate, and is left to what gives the base", () => {
    const { instance, keys } = FORMS["overDifference"]!;
    const network = networkOf(keys, instance, [
      [0, 2],
      [2515, 2519],
      [1_666_423_598, 1_666_423_602],
      [1_744_535_402, 2_326_047_202],
    ]);
    const propagation = new Propagation(network, false);
    expect(propagation.enforce(network.observations.keys()) && propagation.run()).toBe(true);
  });
});

/** What a quantity can be where the others are anywhere in their ranges: at their corners, since each way it is monotone. */
function hull(
  at: number,
  ranges: readonly (readonly [number, number])[],
  solve: (at: number, values: readonly number[]) => number,
): readonly [number, number] {
  const values: number[] = [];
  for (let corner = 0; corner < 2 ** ranges.length; corner++) {
    values.push(
      solve(
        at,
        ranges.map((range, index) => range[(corner >> index) & 1]!),
      ),
    );
  }
  return [Math.min(...values), Math.max(...values)];
}
