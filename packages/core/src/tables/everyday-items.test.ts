import { expect, it } from "vitest";
import { itemCalled, itemsMeant } from "./everyday-items.ts";

it("knows the one item that a clerk's name stands for", () => {
  expect(itemCalled("接待费")).toBe("30217");
  expect(itemCalled("物业费")).toBe("30209");
  expect(itemsMeant("接待费")).toEqual(["30217"]);
});

it("binds nothing by a word for several items, and knows which it may mean", () => {
  expect(itemCalled("社保")).toBeUndefined();
  expect(itemsMeant("社保")).toEqual(["30108", "30110", "30111", "30112"]);
  expect(itemsMeant("离退休补贴")).toEqual(["30301", "30302"]);
});
