import { expect, it } from "vitest";
import { facts } from "../../read.test.support.ts";

it("counts no penalties (处罚) for offices (处)", () => {
  expect(facts("institutions", "我局内设3个行政处、2个处室。全年办结120个行政处罚案件。").slice(0, 2)).toEqual([
    "3 → units{item=offices}",
    "2 → units{item=offices}",
  ]);
  expect(facts("institutions", "全年办结120个行政处罚案件。").join()).not.toContain("offices");
});
