import { expect, it } from "vitest";
import type { Fact } from "./facts.ts";
import { expectedAt, repairOf, type Culprit } from "./repair.ts";

const place = { start: 10, end: 14, text: "3.03" };
/** 公务接待费支出决算3.03元: the rest of the document has 3.03万元. */
const fact = { id: 67, value: "3.03", unit: "yuan", decimals: 2, source: place } as Fact;
const culprit: Culprit = { figure: 67, text: "3.03", kind: "figure", certainty: "unique", source: place };

it("tells a wrong unit with both units, since the digits are the same", () => {
  const wrong = { ...culprit, expected: "3.03", expectedUnit: "ten-thousand-yuan" } as const;
  expect(repairOf(wrong, [fact])).toEqual({
    printed: { zh: "3.03元", en: "3.03 yuan" },
    expected: { zh: "3.03万元", en: "3.03 ×10,000 yuan" },
  });
  expect(expectedAt({ culprits: [wrong] } as never, place, [fact])?.zh).toBe("3.03万元");
});

it("tells the unit alone where a whole table names the wrong one", () => {
  const table: Culprit = {
    text: "金额单位：元",
    kind: "unit",
    expectedUnit: "ten-thousand-yuan",
    certainty: "unique",
    source: place,
  };
  expect(repairOf(table, [])).toMatchObject({ printed: { zh: "金额单位：元" }, expected: { zh: "万元" } });
});

it("says nothing where nothing says what it should be", () => {
  expect(repairOf(culprit, [fact])).toBeUndefined();
  expect(repairOf({ ...culprit, expected: "3.03" }, [fact])).toBeUndefined();
  expect(repairOf({ ...culprit, expected: "3.30" }, [fact])?.expected.zh).toBe("3.30");
});
