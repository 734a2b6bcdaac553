import { describe, expect, it } from "vitest";
import { facts } from "./read.test.support.ts";

describe("an average (人均, 车均, 批均)", () => {
  it("is never a second amount of what was named before it", () => {
    expect(facts("general-expenditure", "村干部报酬412.80万元，涉及66名村干部，人均6.25万元。").slice(-2)).toEqual([
      "6.25 → expenditure{fund=general,label=村干部报酬人均,measure=average}",
      "66 unbound",
    ]);
    expect(facts("procurement", "政府采购支出48.26万元，其余零星购买，批均0.38万元。").at(-1)).toBe(
      "0.38 → procurement{label=批均,measure=average}",
    );
  });

  it("is of the amount that its brackets are behind", () => {
    expect(
      facts("basic-expenditure", "公用经费65.34万元（按在编30人计，人均2.18万元），主要包括办公费、电费。").slice(0, 3),
    ).toEqual([
      "65.34 → expenditure{fund=general,nature=basic,group=public}",
      "30 → staff{item=actual}",
      "2.18 → expenditure{fund=general,nature=basic,group=public,label=人均,measure=average}",
    ]);
  });

  it("is one of areas too, and not what 批次、人次均为0 tells", () => {
    expect(facts("state-assets", "人均办公用房面积8.6平方米。")).toEqual([
      "8.6 → state-asset-counts{label=人均办公用房面积,measure=average}",
    ]);
    expect(facts("three-public", "国内公务接待批次、人次均为0。")).not.toContainEqual(
      expect.stringContaining("average"),
    );
  });
});
