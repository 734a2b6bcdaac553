import { expect, it } from "vitest";
import { rowName } from "./row-names.ts";

it("calls a class of spending by its own name, and begins as headings do", () => {
  expect(rowName("expenditure{functional=205}")).toEqual({ zh: "教育支出", en: "Education" });
  expect(rowName("expenditure{nature=basic}")).toEqual({ zh: "基本支出", en: "Basic expenditure" });
});
