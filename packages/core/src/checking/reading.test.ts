import { describe, expect, it } from "vitest";
import { TICKS } from "../figure/interval.ts";
import { cellOf, figureOf } from "../testing/printed.ts";
import { isSigned, measurableOfKey, negated, signedReading } from "./reading.ts";

const CHANGE = "expenditure{fund=general,measure=change}";
const GROWTH = "expenditure{fund=general,measure=growth}";

/** From, to, the value printed, and one unit of the last place, in the unit it is printed in. */
function read(key: string, printed: string): readonly number[] | undefined {
  const reading = signedReading(figureOf(["五（一）", key, printed], 0));
  return reading && [reading.low, reading.high, reading.middle, reading.step].map((ticks) => ticks / TICKS);
}

describe("the sign of a difference stands in its words", () => {
  it.each([
    // 增加1012.39万元, 减少56.95万元, 减少-12.3万元 (which says the decrease twice), 下降50.2%.
    [CHANGE, "↑1012.39", [1012.385, 1012.395, 1012.39, 0.01]],
    [CHANGE, "↓56.95", [-56.955, -56.945, -56.95, 0.01]],
    [CHANGE, "↓-12.3", [-12.35, -12.25, -12.3, 0.1]],
    [GROWTH, "↓50.2%", [-50.25, -50.15, -50.2, 0.1]],
    [GROWTH, "↓0.0%", [-0.05, 0.05, 0, 0.1]],
  ])("%s %s", (key, printed, expected) => {
    expect(read(key, printed)).toEqual(expected);
  });

  it("is not needed where the words say that nothing changed: the amount is how far it may be off either way", () => {
    expect(read(CHANGE, "→0.00")).toEqual([-0.005, 0.005, 0, 0.01]);
    expect(read(CHANGE, "→0.2")).toEqual([-0.25, 0.25, 0, 0.1]);
    expect(read(CHANGE, "→-0.2")).toEqual([-0.25, 0.25, 0, 0.1]);
  });

  it("is its own in the column 增减额 of a table, and where it is printed", () => {
    expect(signedReading(cellOf("expenditure", CHANGE, "56.95", 0))!.middle).toBe(56.95 * TICKS);
    expect(signedReading(cellOf("expenditure", CHANGE, "-56.95", 0))!.middle).toBe(-56.95 * TICKS);
    expect(read(CHANGE, "-56.95")).toEqual([-56.955, -56.945, -56.95, 0.01]);
    expect(read(CHANGE, "0.00")).toEqual([-0.005, 0.005, 0, 0.01]);
  });

  it("is unknown in a sentence without a direction word, which then says nothing", () => {
    expect(read(CHANGE, "56.95")).toBeUndefined();
    expect(read(GROWTH, "50.2%")).toBeUndefined();
  });

  it("is no matter of amounts, shares and completions", () => {
    expect(read("expenditure{fund=general}", "↓56.95")).toEqual([56.945, 56.955, 56.95, 0.01]);
    expect(read("expenditure{measure=share,of=revenue}", "↓50.2%")).toEqual([50.15, 50.25, 50.2, 0.1]);
    const signs = ["change", "growth", "share", "completion", "rate", "count", "score"] as const;
    expect(signs.map((measure) => isSigned({ dimensions: { measure } }))).toEqual([
      true,
      true,
      false,
      false,
      false,
      false,
      false,
    ]);
  });

  it("turned round twice is as it was", () => {
    const reading = signedReading(figureOf(["", CHANGE, "↑1012.39"], 0))!;
    expect(negated(reading)).toEqual({
      low: -1012.395 * TICKS,
      high: -1012.385 * TICKS,
      middle: -1012.39 * TICKS,
      step: 0.01 * TICKS,
    });
    expect(negated(negated(reading))).toEqual(reading);
  });
});

describe("a figure in a unit that does not measure its quantity was printed about something else", () => {
  it.each([
    ["expenditure{fund=general}", "2819.38元", true],
    ["expenditure{fund=general}", "2819.38", true],
    ["expenditure{fund=general}", "98.9%", false],
    ["expenditure{fund=general}", "16个", false],
    [GROWTH, "↑50.2%", true],
    [GROWTH, "↑50.2", false],
    ["expenditure{measure=share,of=revenue}", "12", false],
    ["expenditure{stage=original-budget,measure=completion}", "98%", true],
    ["expenditure{stage=original-budget,measure=completion}", "98", false],
    ["procurement{measure=rate}", "45.2%", true],
    ["procurement{measure=rate}", "45.2", false],
    ["official-reception{measure=count}", "16个", true],
    ["official-reception{measure=count}", "1.6", false],
    ["performance-projects{measure=score}", "91.4分", true],
    ["performance-projects{measure=score}", "91.4%", false],
    // By the concept alone: the officials counted, the score given, the rate of the procurement.
    ["staff", "16个", true],
    ["staff", "1.6", false],
    ["performance-score", "91.4分", true],
    ["performance-score", "91.4个", false],
    // Nobody has said what an unknown quantity is measured in.
    ["something-new", "45.2%", true],
    ["something-new", "45.2", true],
  ])("%s in %s: %s", (key, printed, isRead) => {
    expect(signedReading(figureOf(["", key, printed], 0)) !== undefined).toBe(isRead);
  });

  it("takes concepts that are rates for percentages", () => {
    expect(measurableOfKey({ concept: "performance-output", dimensions: { measure: "rate" } })).toBe("percent");
    expect(measurableOfKey({ concept: "expenditure", dimensions: {} })).toBe("money");
    expect(measurableOfKey({ concept: "something-new", dimensions: {} })).toBeUndefined();
  });
});

describe("a figure that bounds nothing", () => {
  it("is an approximation", () => {
    expect(read("expenditure{fund=general}", "约300")).toBeUndefined();
  });

  it("is found out once, however often it is asked for", () => {
    const figure = figureOf(["", CHANGE, "↓56.95"], 0);
    expect(signedReading(figure)).toBe(signedReading(figure));
  });
});
