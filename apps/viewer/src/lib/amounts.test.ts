import { describe, expect, it } from "vitest";
import {
  grouped,
  intervalOf,
  minus,
  perHead,
  plus,
  quotientOf,
  shareOf,
  sumOf,
  nearTenThousand,
  tenThousand,
  wholeYuan,
} from "./amounts.ts";

describe("amounts", () => {
  it("adds and subtracts printed decimals exactly", () => {
    expect(plus("2819.38", "7.5")).toBe("2826.88");
    expect(minus("3037.9", "1019.89")).toBe("2018.01");
    expect(minus("0.3", "0.36")).toBe("-0.06");
    expect(sumOf(["0.1", "0.2", "0.3"])).toBe("0.6");
  });

  it("takes shares with one decimal, half up, and none of nothing", () => {
    expect(shareOf("3030.4", "3037.9")).toBe("99.8");
    expect(shareOf("0.25", "100")).toBe("0.3");
    expect(shareOf("0", "5")).toBe("0.0");
    expect(shareOf("1", "0.00")).toBeUndefined();
  });

  it("divides among so many to the decimals that are wanted", () => {
    expect(quotientOf("8", "5", 2)).toBe("1.60");
    expect(quotientOf("2", "3", 2)).toBe("0.67");
    expect(quotientOf("1", "0", 2)).toBeUndefined();
  });

  it("groups thousands and keeps the decimals that are printed", () => {
    expect(grouped("16973.65")).toBe("16,973.65");
    expect(grouped("1234567")).toBe("1,234,567");
    expect(grouped("-1234.50")).toBe("-1,234.50");
    expect(grouped("999.10")).toBe("999.10");
  });

  it("knows what a printed value stands for", () => {
    expect(intervalOf("1019.8", 1)).toEqual(["1019.75", "1019.85"]);
    expect(intervalOf("3", 0)).toEqual(["2.5", "3.5"]);
  });

  it("shares an amount among heads to the whole 元", () => {
    // 3,037.9 万元 among 54.
    expect(wholeYuan(perHead(3_037_900_000, 54))).toBe("562,574");
    expect(wholeYuan(perHead(-5400, 54))).toBe("-1");
  });

  it("shows whole 分 as 万元, to the decimals that they need", () => {
    expect(tenThousand(16_973_650_000)).toBe("16,973.65");
    expect(tenThousand(1_000_000)).toBe("1.00");
    expect(tenThousand(12_345)).toBe("0.012345");
    expect(tenThousand(-3_600_000)).toBe("-3.60");
    expect(nearTenThousand(13_957_161_941)).toBe("13,957.16");
    expect(nearTenThousand(-12_345)).toBe("-0.01");
  });
});
