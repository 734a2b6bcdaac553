import { describe, expect, it } from "vitest";
import { factsByKey, lastYearOf, pagingOf, placeWords, type Fact } from "./facts.ts";

const base: Fact = {
  id: 1,
  concept: "total-receipts",
  dimensions: {},
  key: "total-receipts",
  value: "3037.9",
  unit: "ten-thousand-yuan",
  decimals: 1,
  source: { start: 0, end: 6, text: "3037.9" },
};

it("says where a figure stands in either language", () => {
  const place = { start: 0, end: 1, text: "1", page: 1, table: "支出决算表", row: "合计", column: "本年支出合计" };
  expect(placeWords(place, "pages")).toEqual({
    zh: "第1页 《支出决算表》“合计”行“本年支出合计”列",
    en: "p. 1, 《支出决算表》, row “合计”, column “本年支出合计”",
  });
  expect(placeWords({ start: 0, end: 1, text: "1", section: "三、支出决算情况说明" }, "pages")).toEqual({
    zh: "三、支出决算情况说明",
    en: "三、支出决算情况说明",
  });
});

it("names no page of a document that has none, and a sheet of a workbook for what it is", () => {
  const place = { start: 0, end: 1, text: "1", page: 1, section: "三、支出决算情况说明" };
  const facts = [{ ...base, source: place }];
  expect(pagingOf({ format: "html", facts })).toBe("none");
  expect(placeWords(place, "none").zh).toBe("三、支出决算情况说明");
  expect(pagingOf({ format: "text", facts: [...facts, { ...base, source: { ...place, page: 3 } }] })).toBe("pages");
  expect(pagingOf({ format: "xlsx", facts })).toBe("sheets");
  expect(placeWords(place, "sheets").zh).toBe("第1个工作表 三、支出决算情况说明");
});

describe("lastYearOf", () => {
  it("follows from the printed change where last year is not printed itself", () => {
    const change: Fact = {
      ...base,
      key: "total-receipts{measure=change}",
      value: "1019.89",
      decimals: 2,
      direction: "increase",
    };
    expect(lastYearOf(base, factsByKey([base, change]))).toEqual({ value: "2018.01", stated: false });
  });

  it("is unknown where neither is printed", () => {
    expect(lastYearOf(base, factsByKey([base]))).toBeUndefined();
  });
});
