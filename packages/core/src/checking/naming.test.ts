import { describe, expect, it } from "vitest";
import { withDimension } from "./naming.ts";

describe("withDimension", () => {
  it("puts a dimension where canonical keys have it", () => {
    expect(withDimension("expenditure", "period", "previous")).toBe("expenditure{period=previous}");
    expect(withDimension("expenditure{fund=general}", "measure", "growth")).toBe(
      "expenditure{fund=general,measure=growth}",
    );
    expect(withDimension("expenditure{stage=budget,functional=208}", "fund", "general")).toBe(
      "expenditure{stage=budget,fund=general,functional=208}",
    );
    expect(withDimension("expenditure{nature=basic}", "period", "previous")).toBe(
      "expenditure{period=previous,nature=basic}",
    );
    expect(withDimension("expenditure{measure=share,of=expenditure{fund=general}}", "nature", "basic")).toBe(
      "expenditure{nature=basic,measure=share,of=expenditure{fund=general}}",
    );
  });
});
