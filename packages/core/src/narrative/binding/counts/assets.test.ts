import { describe, expect, it } from "vitest";
import { facts } from "../../read.test.support.ts";

describe("what those counted are worth", () => {
  it("is told right behind the count, with or without a word for it", () => {
    expect(facts("state-assets", "年末车辆共计23台，331.2万元；房屋5230平方米，价值1203万元。")).toEqual([
      "23 → state-vehicles",
      "331.2 → state-assets{label=车辆价值}",
      "5230 → state-asset-counts{label=房屋}",
      "1203 → state-assets{label=房屋价值}",
    ]);
    expect(facts("state-assets", "固定资产1126万元，其中房屋4200平方米，价值620万元。").at(-1)).toBe(
      "620 → state-assets{item=fixed,label=房屋}",
    );
  });
});
