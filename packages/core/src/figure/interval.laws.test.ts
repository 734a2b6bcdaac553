import { array, assert, constant, constantFrom, integer, oneof, pre, property, tuple } from "fast-check";
import { describe, expect, it } from "vitest";
import type { Unit } from "./figure.ts";
import {
  formatExact,
  formatTicks,
  measurableOf,
  productAtMost,
  readingOf,
  roundTicks,
  ticksPerStep,
  TICKS,
  type Reading,
} from "./interval.ts";

const read = (value: string, unit: Unit = "ten-thousand-yuan"): Reading | undefined =>
  readingOf({ value, unit, decimals: value.split(".")[1]?.length ?? 0 });

/** Hundredths of a yuan, as money really is; up to a hundred billion yuan. */
const fen = integer({ min: -10_000_000_000_000, max: 10_000_000_000_000 });
const unit = constantFrom<Unit>("yuan", "ten-thousand-yuan", "hundred-million-yuan");
/** A unit, and as many decimals as are whole ticks in it. */
const setting = oneof(
  tuple(constant<Unit>("yuan"), integer({ min: 0, max: 2 })),
  tuple(constantFrom<Unit>("ten-thousand-yuan", "hundred-million-yuan"), integer({ min: 0, max: 6 })),
);

/** In ticks: half a millionth of 万元, of which a fen has two. */
const ticksOfFen = (amount: number): number => 2 * amount;

describe("laws of printed numbers", () => {
  it("what was rounded lies within what is printed", () => {
    assert(
      property(fen, setting, (amount, [of, places]) => {
        const truth = ticksOfFen(amount);
        const value = formatTicks(truth, of, places);
        const reading = readingOf({ value, unit: of, decimals: places })!;
        // 0 with no decimals claims to be nothing.
        pre(!(Number(value) === 0 && places === 0));
        expect(reading.low).toBeLessThanOrEqual(truth);
        expect(reading.high).toBeGreaterThanOrEqual(truth);
        expect(reading.low).toBeLessThanOrEqual(reading.middle);
        expect(reading.middle).toBeLessThanOrEqual(reading.high);
      }),
    );
  });

  it("what lies within prints as printed, and what lies beyond does not", () => {
    assert(
      property(integer({ min: 1, max: 10_000_000 }), integer({ min: 1, max: 4 }), (digits, places) => {
        const value = formatTicks(digits * ticksPerStep("ten-thousand-yuan", places), "ten-thousand-yuan", places);
        const { low, high, step } = readingOf({ value, unit: "ten-thousand-yuan", decimals: places })!;
        expect(high - low).toBe(step);
        expect(formatTicks(low, "ten-thousand-yuan", places)).toBe(value);
        expect(formatTicks(high - 1, "ten-thousand-yuan", places)).toBe(value);
        expect(formatTicks(low - 1, "ten-thousand-yuan", places)).not.toBe(value);
        expect(formatTicks(high, "ten-thousand-yuan", places)).not.toBe(value);
      }),
    );
  });

  it("a sign turns everything round", () => {
    assert(
      property(integer({ min: 1, max: 10 ** 9 }), setting, (digits, [of, places]) => {
        const value = formatTicks(digits * ticksPerStep(of, places), of, places);
        const plus = readingOf({ value, unit: of, decimals: places });
        const minus = readingOf({ value: `-${value}`, unit: of, decimals: places });
        expect(minus === undefined).toBe(plus === undefined);
        if (!plus || !minus) return;
        expect([-minus.high, -minus.low, -minus.middle, minus.step]).toEqual([
          plus.low,
          plus.high,
          plus.middle,
          plus.step,
        ]);
      }),
    );
  });

  it("万元 with four decimals more are 元", () => {
    assert(
      property(integer({ min: 0, max: 10 ** 10 }), integer({ min: 0, max: 2 }), (digits, places) => {
        const yuan = formatTicks(digits * ticksPerStep("yuan", places), "yuan", places);
        const tenThousand = formatTicks(digits * ticksPerStep("yuan", places), "ten-thousand-yuan", places + 4);
        if (digits === 0 && places === 0) return;
        expect(readingOf({ value: yuan, unit: "yuan", decimals: places })).toEqual(
          readingOf({ value: tenThousand, unit: "ten-thousand-yuan", decimals: places + 4 }),
        );
      }),
    );
  });

  it("rounding again changes nothing, and is what print does", () => {
    assert(
      property(fen, setting, (amount, [of, places]) => {
        const once = roundTicks(ticksOfFen(amount), of, places);
        expect(roundTicks(once, of, places) - once).toBe(0);
        expect(Math.abs(once - ticksOfFen(amount))).toBeLessThanOrEqual(ticksPerStep(of, places) / 2);
        expect(formatTicks(once, of, places)).toBe(formatTicks(ticksOfFen(amount), of, places));
        expect(roundTicks(-ticksOfFen(amount), of, places) + once).toBe(0);
      }),
    );
  });

  it("prints exactly what it was given", () => {
    assert(
      property(fen, unit, (amount, of) => {
        const text = formatExact(ticksOfFen(amount), of);
        expect(text).not.toMatch(/\.\d*0$/);
        expect(read(text, of)?.middle ?? ticksOfFen(amount)).toBe(ticksOfFen(amount));
      }),
    );
  });

  it("sums of what is true lie within the sums of what is printed", () => {
    assert(
      property(array(integer({ min: 0, max: 10 ** 10 }), { minLength: 1, maxLength: 30 }), (amounts) => {
        const print = (amount: number): Reading =>
          readingOf({
            value: formatTicks(ticksOfFen(amount), "ten-thousand-yuan", 2),
            unit: "ten-thousand-yuan",
            decimals: 2,
          })!;
        const parts = amounts.map(print);
        const total = print(amounts.reduce((sum, amount) => sum + amount, 0));
        const low = parts.reduce((sum, part) => sum + part.low, 0);
        const high = parts.reduce((sum, part) => sum + part.high, 0);
        expect(low).toBeLessThanOrEqual(total.high);
        expect(high).toBeGreaterThanOrEqual(total.low);
      }),
    );
  });

  it("compares products as whole numbers do", () => {
    const large = integer({ min: -(2 ** 52), max: 2 ** 52 });
    assert(
      property(large, large, large, large, (a, b, c, d) => {
        expect(productAtMost(a, b, c, d)).toBe(BigInt(a) * BigInt(b) <= BigInt(c) * BigInt(d));
      }),
    );
    // Next to each other, where doubles see no difference.
    assert(
      property(integer({ min: 2 ** 40, max: 2 ** 52 - 2 }), (a) => {
        expect(productAtMost(a, a, a + 1, a - 1)).toBe(false);
        expect(productAtMost(a + 1, a - 1, a, a)).toBe(true);
        expect(productAtMost(a, a, a, a)).toBe(true);
      }),
    );
  });
});

describe("where print claims more or less than its digits", () => {
  it.each([
    // 0万元 says that there is nothing; 0%, 0.0 and 0 things are what they are.
    ["0", "ten-thousand-yuan", -0.005, 0.005],
    ["0", "yuan", -0.000_000_5, 0.000_000_5],
    ["0.0", "ten-thousand-yuan", -0.05, 0.05],
    ["0", "percent", -0.5, 0.5],
    ["0", "count", 0, 0],
    ["5", "ten-thousand-yuan", 4.5, 5.5],
    ["5", "percentage-point", 4.5, 5.5],
    ["91.4", "score", 91.35, 91.45],
    ["7", "score", 6.5, 7.5],
  ] as const)("%s %s", (value, of, low, high) => {
    const reading = read(value, of)!;
    expect([reading.low / TICKS, reading.high / TICKS]).toEqual([low, high]);
  });

  it("says how much one unit of the last place is", () => {
    expect(read("3037.9")!.step).toBe(0.1 * TICKS);
    expect(read("16", "count")!.step).toBe(TICKS);
    expect(ticksPerStep("hundred-million-yuan", 2)).toBe(100 * TICKS);
  });

  it("is silent where whole numbers end", () => {
    expect(read("2251799813", "ten-thousand-yuan")).toBeDefined();
    expect(read("2251799814", "ten-thousand-yuan")).toBeUndefined();
    expect(read("9007199254740992", "yuan")).toBeUndefined();
    expect(read("-2251799814", "ten-thousand-yuan")).toBeUndefined();
  });

  it("knows what can be compared", () => {
    const units: Unit[] = [
      "yuan",
      "ten-thousand-yuan",
      "hundred-million-yuan",
      "percent",
      "percentage-point",
      "count",
      "score",
    ];
    expect(units.map(measurableOf)).toEqual(["money", "money", "money", "percent", "percent", "count", "score"]);
  });
});
