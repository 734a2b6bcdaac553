import { expect, it } from "vitest";
import { figureOf } from "../../testing/printed.ts";
import { settleWholes } from "./wholes.ts";

it("takes 支出总额 for the year's own expenditure where only that gives the share", () => {
  const of = (words: string, share: string) => {
    const told = figureOf(["五", "expenditure{fund=general,measure=share,of=total-disbursements}", share], 4);
    return settleWholes([
      figureOf(["一", "total-disbursements", "2345.67"], 1),
      figureOf(["三", "expenditure", "2301.05"], 2),
      figureOf(["五", "expenditure{fund=general}", "2282.05"], 3),
      { ...told, source: { ...told.source, context: `支出2282.05万元，${words}${share}。` } },
    ]).at(-1)!.dimensions.of;
  };
  expect(of("占支出总额的", "99.17%")).toBe("expenditure");
  expect(of("占支出总额的", "97.29%")).toBe("total-disbursements");
  // Words that say which, and a share that neither gives, are left as they are.
  expect(of("占支出总计的", "99.17%")).toBe("total-disbursements");
  expect(of("占支出总额的", "90.00%")).toBe("total-disbursements");
});

it("takes 本年财政拨款支出 for that of all funds where only that gives the share", () => {
  const of = (share: string) => {
    const told = figureOf(
      ["四", "expenditure{fund=general,functional=208,measure=share,of=expenditure{fund=general}}", share],
      4,
    );
    return settleWholes([
      figureOf(["四", "expenditure{fund=general}", "118.00"], 1),
      figureOf(["四", "expenditure{fund=general,functional=208}", "23.60"], 2),
      figureOf(["五", "expenditure{fund=government-fund}", "32.00"], 3),
      { ...told, source: { ...told.source, context: `支出23.60万元，占本年财政拨款支出${share}；` } },
    ]).at(-1)!.dimensions.of;
  };
  expect(of("15.73%")).toBe("expenditure{fund=appropriation}");
  expect(of("20.00%")).toBe("expenditure{fund=general}");
});

it("takes nothing for a share of what the section's other shares are of", () => {
  const share = (id: number, key: string, value: string) => {
    const told = figureOf(["二", `${key},measure=share,of=revenue}`, value], id);
    return { ...told, source: { ...told.source, context: `占总收入${value}` } };
  };
  expect(
    settleWholes([
      figureOf(["二", "total-receipts", "500.00"], 1),
      figureOf(["二", "revenue", "400.00"], 2),
      figureOf(["二", "revenue{source=institutional}", "50.00"], 3),
      share(4, "revenue{source=institutional", "10.00%"),
      figureOf(["二", "revenue{source=other}", "0.00"], 5),
      share(6, "revenue{source=other", "0.00%"),
    ])
      .filter(({ dimensions }) => dimensions.measure === "share")
      .map(({ dimensions }) => dimensions.of),
  ).toEqual(["total-receipts", "total-receipts"]);
});
