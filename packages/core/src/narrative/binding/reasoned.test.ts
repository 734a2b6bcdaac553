import { describe, expect, it } from "vitest";
import { facts } from "../read.test.support.ts";

describe("amounts within a reason", () => {
  it("are kept under their own words, without those that open the reason", () => {
    expect(
      facts(
        "totals",
        "2023年度收入合计1028.56万元，较上年增加94.61万元，增长10.13%，主要原因是一般公共财政拨款收入较上年增加96.45万元，政府性基金减少1.84万元。",
      ).slice(3),
    ).toEqual([
      "96.45 → revenue{fund=general,measure=change} increase",
      "1.84 → project-amount{label=政府性基金,measure=change} decrease",
    ]);
  });
});
