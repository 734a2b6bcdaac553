import { describe, expect, it } from "vitest";
import { ledger, ratio } from "../testing/ledger.ts";
import { contradiction, left, POSSIBLE } from "./propagation.test.support.ts";

const GROWTH = "expenditure{measure=growth}";
const CHANGE = "expenditure{measure=change}";

const NEARLY = 5;

describe("a share", () => {
  const share = [ratio("rate{measure=share,of=whole}", ["part"], ["whole"])];
  const RATE = "rate{measure=share,of=whole}";
  const near = (range: readonly [number, number] | false, low: number, high: number): void => {
    expect(range).not.toBe(false);
    const [from, to] = range as readonly [number, number];
    if (Number.isFinite(low)) expect(from).toBeCloseTo(low, NEARLY);
    else expect(from).toBe(low);
    if (Number.isFinite(high)) expect(to).toBeCloseTo(high, NEARLY);
    else expect(to).toBe(high);
  };

  it("is what its amounts make, at the ends that make it least and most", () => {
    near(left(ledger({ part: "3030.4", whole: "3037.9" }, share), RATE), 303_035 / 3037.95, 303_045 / 3037.85);
    near(left(ledger({ part: "-0.1", whole: "0.2" }, share), RATE), -15 / 0.15, -5 / 0.25);
    near(left(ledger({ part: "0.0", whole: "0.2" }, share), RATE), -5 / 0.15, 5 / 0.15);
  });

  it("gives an amount from the rate and the other", () => {
    near(left(ledger({ [RATE]: "50%", whole: "10.00" }, share), "part"), 9.995 * 0.495, 10.005 * 0.505);
    near(left(ledger({ [RATE]: "50%", part: "10.00" }, share), "whole"), 9.995 / 0.505, 10.005 / 0.495);
    near(left(ledger({ [RATE]: "-50%", whole: "10.00" }, share), "part"), -10.005 * 0.505, -9.995 * 0.495);
    near(left(ledger({ [RATE]: "-50%", part: "-10.00" }, share), "whole"), 9.995 / 0.505, 10.005 / 0.495);
    near(left(ledger({ [RATE]: "0%", whole: "10.00" }, share), "part"), -10.005 * 0.005, 10.005 * 0.005);
  });

  it("gives nothing of a whole where the rate may be nothing", () => {
    near(left(ledger({ [RATE]: "0%", part: "0.00" }, share), "whole"), -Infinity, Infinity);
  });

  it("gives nothing where two are printed nowhere but what is more than nothing", () => {
    near(left(ledger({ [RATE]: "50%" }, share), "part"), 0, Infinity);
    near(left(ledger({ [RATE]: "-50%" }, share), "part"), -Infinity, 0);
    near(left(ledger({ whole: "10.00" }, share), RATE), -Infinity, Infinity);
    near(left(ledger({ part: "10.00" }, share), RATE), 0, Infinity);
  });

  it("of what may be nothing may be any", () => {
    near(left(ledger({ part: "0.10", whole: "0.00" }, share), RATE), 0.095 / 0.00005, Infinity);
    near(left(ledger({ part: "-0.10", whole: "0.00" }, share), RATE), -Infinity, -0.095 / 0.00005);
    near(left(ledger({ part: "0.00", whole: "0.00" }, share), RATE), -Infinity, Infinity);
  });

  it("of less than nothing is left to others", () => {
    expect(contradiction(ledger({ [RATE]: "50%", part: "10.00", whole: "-20.00" }, share))).toEqual(POSSIBLE);
  });

  it("is impossible where no values make it", () => {
    expect(contradiction(ledger({ [RATE]: "98.9%", part: "3030.4", whole: "3037.9", other: "1.00" }, share))).toEqual([
      "part 3030.4",
      `${RATE} 98.9%`,
      "whole 3037.9",
    ]);
    expect(contradiction(ledger({ [RATE]: "99.9%", part: "3030.4", whole: "3037.9" }, share))).toHaveLength(3);
    expect(contradiction(ledger({ [RATE]: "99.7%", part: "3030.4", whole: "3037.9" }, share))).toEqual(POSSIBLE);
  });
});

describe("a growth", () => {
  const onChange = [ratio(GROWTH, [CHANGE], ["now", `-${CHANGE}`])];
  const onBefore = [ratio(GROWTH, ["now", "-before"], ["before"])];
  const close = (range: readonly [number, number] | false, low: number, high: number): void => {
    expect(range).not.toBe(false);
    const [from, to] = range as readonly [number, number];
    expect(from).toBeCloseTo(low, NEARLY);
    expect(to).toBeCloseTo(high, NEARLY);
  };

  it("is what a change makes of what there was before", () => {
    close(
      left(ledger({ now: "3030.4", [CHANGE]: "↑1012.4" }, onChange), GROWTH),
      (100 * 1012.35) / (3030.45 - 1012.35),
      (100 * 1012.45) / (3030.35 - 1012.45),
    );
    close(
      left(ledger({ now: "3030.4", [CHANGE]: "↓1012.4" }, onChange), GROWTH),
      (-100 * 1012.45) / (3030.35 + 1012.45),
      (-100 * 1012.35) / (3030.45 + 1012.35),
    );
  });

  it("gives the change, and what there is now", () => {
    close(
      left(ledger({ now: "150.0", [GROWTH]: "↑50%" }, onChange), CHANGE),
      (149.95 * 49.5) / 149.5,
      (150.05 * 50.5) / 150.5,
    );
    close(
      left(ledger({ [CHANGE]: "↑50.0", [GROWTH]: "↑50%" }, onChange), "now"),
      (49.95 * 150.5) / 50.5,
      (50.05 * 149.5) / 49.5,
    );
    close(
      left(ledger({ [CHANGE]: "↓50.0", [GROWTH]: "↓50%" }, onChange), "now"),
      (49.95 * 49.5) / 50.5,
      (50.05 * 50.5) / 49.5,
    );
  });

  it("is what this year makes of last year, and gives each of them", () => {
    close(
      left(ledger({ now: "150.0", before: "100.0" }, onBefore), GROWTH),
      (100 * 149.95) / 100.05 - 100,
      (100 * 150.05) / 99.95 - 100,
    );
    close(left(ledger({ now: "150.0", [GROWTH]: "↑50%" }, onBefore), "before"), 149.95 / 1.505, 150.05 / 1.495);
    close(left(ledger({ before: "100.0", [GROWTH]: "↓50%" }, onBefore), "now"), 99.95 * 0.495, 100.05 * 0.505);
  });

  it("has no most where there may have been nothing before", () => {
    const range = left(ledger({ now: "0.11", [CHANGE]: "↑0.10" }, onChange), GROWTH) as readonly [number, number];
    expect(range[0]).toBeCloseTo(475, NEARLY);
    expect(range[1]).toBe(Infinity);
    expect(contradiction(ledger({ now: "0.11", [CHANGE]: "↑0.10", [GROWTH]: "↑99999%" }, onChange))).toEqual(POSSIBLE);
    expect(contradiction(ledger({ now: "0.11", [CHANGE]: "↑0.10", [GROWTH]: "↑474%" }, onChange))).toHaveLength(3);
  });

  it("is impossible with the wrong sign", () => {
    expect(contradiction(ledger({ now: "3030.4", [CHANGE]: "↓1012.4", [GROWTH]: "↑50.2%" }, onChange))).toEqual(
      [`${CHANGE} ↓1012.4`, `${GROWTH} ↑50.2%`].concat("now 3030.4").toSorted(),
    );
  });

  it("of less than nothing is left to others", () => {
    expect(contradiction(ledger({ now: "150.0", before: "-100.0", [GROWTH]: "↑50%" }, onBefore))).toEqual(POSSIBLE);
  });
});

describe("a rate over several quantities", () => {
  const of = [ratio("rate{measure=rate}", ["a"], ["b", "c"])];
  const RATE = "rate{measure=rate}";

  it("is of their sum, and gives each of them", () => {
    const near = (range: readonly [number, number] | false, low: number, high: number): void => {
      const [from, to] = range as readonly [number, number];
      expect(from).toBeCloseTo(low, NEARLY);
      expect(to).toBeCloseTo(high, NEARLY);
    };
    near(left(ledger({ a: "30.0", b: "40.0", c: "20.0" }, of), RATE), 2995 / 60.1, 3005 / 59.9);
    near(left(ledger({ [RATE]: "50%", b: "40.0", c: "20.0" }, of), "a"), 59.9 * 0.495, 60.1 * 0.505);
    near(left(ledger({ [RATE]: "50%", a: "30.0", c: "20.0" }, of), "b"), 29.95 / 0.505 - 20.05, 30.05 / 0.495 - 19.95);
    near(left(ledger({ [RATE]: "-50%", b: "40.0", c: "20.0" }, of), "a"), -60.1 * 0.505, -59.9 * 0.495);
    near(left(ledger({ a: "-30.0", b: "40.0", c: "20.0" }, of), RATE), -3005 / 59.9, -2995 / 60.1);
  });

  it("takes a quantity on both sides for one: the growth of a sum", () => {
    const growth = [ratio(RATE, ["now", "-b", "-c"], ["b", "c"])];
    const range = left(ledger({ now: "90.0", b: "40.0", c: "20.0" }, growth), RATE) as readonly [number, number];
    expect(range[0]).toBeCloseTo(8995 / 60.1 - 100, NEARLY);
    expect(range[1]).toBeCloseTo(9005 / 59.9 - 100, NEARLY);
    const part = [ratio(RATE, ["b"], ["b", "c", "d"])];
    const made = ledger({ b: "10.0", c: "20.0", d: "20.0" }, part);
    const [low, high] = left(made, RATE) as readonly [number, number];
    expect(low).toBeLessThanOrEqual(1000 / 50);
    expect(high).toBeGreaterThanOrEqual(1000 / 50);
  });

  it("is impossible where no values make it", () => {
    expect(contradiction(ledger({ [RATE]: "52%", a: "30.0", b: "40.0", c: "20.0", d: "1.0" }, of))).toEqual([
      "a 30.0",
      "b 40.0",
      "c 20.0",
      `${RATE} 52%`,
    ]);
    expect(contradiction(ledger({ [RATE]: "48%", a: "30.0", b: "40.0", c: "20.0" }, of))).toHaveLength(4);
    expect(contradiction(ledger({ [RATE]: "50%", a: "30.0", b: "40.0", c: "20.0" }, of))).toEqual(POSSIBLE);
    expect(contradiction(ledger({ [RATE]: "50%", a: "30.0", b: "-40.0", c: "-20.0" }, of))).toEqual(POSSIBLE);
  });

  it("says nothing of two that are printed nowhere", () => {
    expect(left(ledger({ [RATE]: "50%", a: "30.0" }, of), "b")).toEqual([-Infinity, Infinity]);
  });
});

describe("a rate of exactly nothing", () => {
  const RATE = "rate{measure=share,of=whole}";
  const share = [ratio(RATE, ["vehicles-held"], ["vehicles-bought"])];

  it("is any rate where there is nothing of it, and says nothing of what was divided", () => {
    expect(contradiction(ledger({ "vehicles-held": "0个", "vehicles-bought": "0个", [RATE]: "0%" }, share))).toEqual(
      POSSIBLE,
    );
    expect(left(ledger({ "vehicles-held": "5个", "vehicles-bought": "0个" }, share), "vehicles-held")).toEqual([5, 5]);
    expect(left(ledger({ "vehicles-bought": "0个", [RATE]: "0%" }, share), "vehicles-held")).toEqual([0, 0]);
  });

  it("is impossible where there is something", () => {
    expect(
      contradiction(ledger({ "vehicles-held": "5个", "vehicles-bought": "0个", [RATE]: "50%" }, share)),
    ).toHaveLength(3);
  });
});
