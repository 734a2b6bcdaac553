import { describe, expect, it } from "vitest";
import { MEASURES, measureOf, ranked, type Fare } from "./fare.ts";

const PUTUO: Fare & { readonly name: string } = {
  name: "普陀区",
  count: 5,
  withErrors: 3,
  errorsFound: 8,
  figures: { printed: 12_571, bound: 12_571 },
};
const RENHE = { name: "仁和区", count: 1, withErrors: 1, errorsFound: 2, figures: { printed: 276, bound: 270 } };
const QUIET = { name: "嘉定区", count: 2, withErrors: 0, errorsFound: 0, figures: { printed: 0, bound: 0 } };

describe("how disclosures fare", () => {
  it("is written by each measure as the numbers beside it divide", () => {
    expect(MEASURES.map(({ name, written }) => [name, written(PUTUO), written(RENHE)])).toEqual([
      ["share", "60.0%", "100.0%"],
      ["errors", "1.60", "2.00"],
      ["read", "100.0%", "97.8%"],
      ["accounts", "5", "1"],
    ]);
    for (const { columns, written, name } of MEASURES) {
      const [first, second] = columns.map(({ of }) => of(RENHE));
      if (second === undefined) expect(written(RENHE)).toBe(String(first));
      else
        expect({ name, value: Number.parseFloat(written(RENHE)!) }).toEqual({
          name,
          value: Number(((name === "errors" ? 1 : 100) * (second / first!)).toFixed(name === "errors" ? 2 : 1)),
        });
    }
  });

  it("writes no share of no figures", () => {
    expect(measureOf("read").written(QUIET)).toBeUndefined();
  });

  it("puts first what needs looking at", () => {
    const order = (name: string) => ranked([QUIET, PUTUO, RENHE], measureOf(name)).map((one) => one.name);
    expect(order("share")).toEqual(["仁和区", "普陀区", "嘉定区"]);
    expect(order("errors")).toEqual(["仁和区", "普陀区", "嘉定区"]);
    expect(order("read")).toEqual(["嘉定区", "仁和区", "普陀区"]);
    expect(order("accounts")).toEqual(["普陀区", "嘉定区", "仁和区"]);
  });

  it("falls back to the share with errors where the address names no measure", () => {
    expect(measureOf(null).name).toBe("share");
    expect(measureOf("nonsense").name).toBe("share");
  });
});
