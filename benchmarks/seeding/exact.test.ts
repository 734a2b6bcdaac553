import { expect, it } from "vitest";
import { exact, printedExact, printedQuotient, stepOf } from "./exact.ts";

it("keeps every place of a printed figure, and rounds a half up", () => {
  expect(printedExact(exact("-0.07") + exact("100.1"), 2)).toBe("100.03");
  expect(printedExact(exact("12.35"), 1)).toBe("12.4");
  expect(printedExact(exact("0.05") + 2n * stepOf(2), 2)).toBe("0.07");
  expect(printedQuotient(100n * exact("2"), exact("-3"), 2)).toBe("66.67");
  expect(printedQuotient(exact("1"), exact("3"), 0)).toBe("0");
});
