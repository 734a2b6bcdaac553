import { describe, expect, it } from "vitest";
import { deducedWays, placedSums, waysAcross } from "./deduced.ts";

const amounts = (...printed: number[]): bigint[] => printed.map((amount) => BigInt(Math.round(amount * 10_000)));
/** 合计 = 基本支出 + 项目支出. */
const SUMS = placedSums([{ total: "total", of: ["basic", "project"] }], ["total", "basic", "project"]);

describe("the columns of amounts between which nothing was kept of empty cells", () => {
  it("are those with which the sum across the row holds", () => {
    expect(waysAcross(amounts(9, 4, 5), [0, 1, 2], SUMS)).toEqual([[0, 1, 2]]);
    expect(waysAcross(amounts(9, 9), [0, 1, 2], SUMS)).toEqual([
      [0, 1],
      [0, 2],
    ]);
    expect(waysAcross(amounts(9, 8), [0, 1, 2], SUMS)).toEqual([]);
  });

  it("are told by the row that a row is a part of, where the row itself leaves a choice", () => {
    const rows = [
      { amounts: amounts(12, 7, 5), parent: undefined },
      { amounts: amounts(3, 3), parent: 0 },
      { amounts: amounts(5, 5), parent: 0 },
      { amounts: amounts(4, 4), parent: 0 },
    ];
    expect(deducedWays(rows, { row: 0, way: [0, 1, 2] }, SUMS).slice(1)).toEqual([
      [0, 1],
      [0, 2],
      [0, 1],
    ]);
  });

  it("stay open where two rows could change places", () => {
    const rows = [
      { amounts: amounts(8, 4, 4), parent: undefined },
      { amounts: amounts(4, 4), parent: 0 },
      { amounts: amounts(4, 4), parent: 0 },
    ];
    expect(deducedWays(rows, { row: 0, way: [0, 1, 2] }, SUMS)).toEqual([[0, 1, 2], undefined, undefined]);
  });

  it("takes a time that does not grow with the ways there are", () => {
    const parts = Array.from({ length: 400 }, (_, index) => ({
      amounts: amounts(index + 0.01, index + 0.01),
      parent: 0,
    }));
    const rows = [{ amounts: amounts(1, 0.5, 0.5), parent: undefined }, ...parts];
    expect(
      deducedWays(rows, { row: 0, way: [0, 1, 2] }, SUMS)
        .slice(1)
        .every((way) => !way),
    ).toBe(true);
  });
});
