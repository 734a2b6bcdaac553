import { expect, it } from "vitest";
import { editDistance } from "./edit-distance.ts";

it.each([
  ["收入决算表", "收入决算表", 2, 0],
  ["收入决算表", "支出决算表", 2, 2],
  ["收入支出决算总表", "收支决算总表", 2, 2],
  // More than was asked for is one more than that, however much it is.
  ["收入支出决算总表", "收支决算总表", 1, 2],
  ["国有资本经营预算支出表", "三公经费支出表", 3, 4],
  ["表", "", 3, 1],
  // What is moved from one end to the other lies beside the diagonal all the way.
  ["决算表收入", "收入决算表", 4, 4],
])("the distance of %s and %s, up to %d, is %d", (left, right, limit, expected) => {
  expect(editDistance(left, right, limit)).toBe(expected);
  expect(editDistance(right, left, limit)).toBe(expected);
});
