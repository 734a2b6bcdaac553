import { expect, it } from "vitest";
import { facts } from "../read.test.support.ts";

it("gives totals in the words of a chart to their years", () => {
  const text =
    "2025年度收、支总计均为352.63万元。主要变动原因是项目增加。（图1：收、支决算总计变动情况图，单位：万元2024年329.88 2025年352.63）";
  expect(facts("totals", text).slice(1)).toEqual([
    "329.88 → total-receipts{period=previous}",
    "352.63 → total-receipts",
  ]);
});
