import { describe, expect, it } from "vitest";
import { greatestOf, leastOf } from "./geometry.ts";

describe("the least and the greatest of numbers", () => {
  it("are found among more of them than a function takes arguments", () => {
    const numbers = Array.from({ length: 300_000 }, (_, index) => index);
    expect([leastOf(numbers), greatestOf(numbers)]).toEqual([0, 299_999]);
  });
});
