import { describe, expect, it } from "vitest";
import { buildContext } from "../relations/context.ts";
import { onlyCertain } from "./certain.ts";
import { NUMERIC_RELATIONS } from "../relations/numeric/index.ts";
import { disclosureOf, figureOf, type Printed } from "../testing/printed.ts";
import { evaluate } from "./index.ts";

/** What is claimed of figures of which some, by their places, stand beside words that no phrase knows. */
function claims(printed: readonly Printed[], unknown: readonly number[]): string[] {
  const figures = printed
    .map(figureOf)
    .map((figure, index) => (unknown.includes(index) ? { ...figure, unknownWords: "某类" } : figure));
  const { problems } = evaluate(buildContext(disclosureOf(figures)), NUMERIC_RELATIONS);
  return problems.map(({ severity, main }) => `${severity} ${main.relation.id}`);
}

const TWICE: readonly Printed[] = [
  ["三", "expenditure", "1430"],
  ["三", "expenditure", "430"],
];

const SHARES: readonly Printed[] = [
  ["二", "revenue", "2826.88"],
  ["二", "revenue{fund=general}", "2819.38"],
  ["二", "revenue{fund=general,measure=share,of=revenue}", "98.7%"],
];

const VEHICLES: readonly Printed[] = [
  ["十", "state-vehicles", "4个"],
  ["十", "state-vehicles{item=confidential}", "1个"],
  ["十", "state-vehicles{item=other}", "1个"],
  ["十", "performance-output{label=某类用车}", "2个"],
];

describe("what rests on words that nobody knows", () => {
  it("is an error only where every word is known", () => {
    expect(claims(TWICE, [])).toEqual(["error agreement.quantity"]);
    expect(claims(TWICE, [1])).toEqual(["info agreement.quantity"]);
  });

  it("leaves an error that stands without it", () => {
    const printed: Printed[] = [...SHARES, ["三", "revenue{fund=general}", "12"]];
    expect(claims(printed, [3]).toSorted()).toEqual(["error narrative.share"]);
  });

  it("is a share said mildly", () => {
    expect(claims(SHARES, [])).toEqual(["error narrative.share"]);
    expect(claims(SHARES, [1])).toEqual(["info narrative.share"]);
  });

  it("is no entry that a list lacks where it only tells the kinds of one of its parts", () => {
    const list: Printed[] = [
      ["十", "state-vehicles", "9个"],
      ["十", "state-vehicles{item=enforcement}", "4个"],
      ["十", "state-vehicles{item=special}", "7个"],
      ["十", "state-vehicles{item=special,label=囚车}", "5个"],
      ["十", "state-vehicles{item=special,label=勘查车}", "2个"],
    ];
    expect(claims(list, [])).toEqual(["warning count.vehicles"]);
  });

  it("is no entry that a list lacks: without it the list proves nothing", () => {
    const list: Printed[] = [
      ...VEHICLES.slice(0, 3),
      ["十", "state-vehicles{item=special}", "2个"],
      ["七", "state-vehicles{item=special}", "3个"],
    ];
    expect(claims(list, [])).toEqual(["error agreement.quantity"]);
    expect(claims(list, [3])).toEqual(["info agreement.quantity"]);
  });

  it("is a list whose missing part an entry makes up that was not understood", () => {
    expect(claims(VEHICLES.slice(0, 3), [])).toEqual(["error count.vehicles"]);
    expect(claims(VEHICLES, [3])).toEqual(["info count.vehicles"]);
    // What stands before the list, under another heading, is none of its entries.
    expect(
      claims(
        [["七", "state-vehicles", "4个"], ["七", "performance-output{label=某类}", "2个"], ...VEHICLES.slice(1, 3)],
        [1],
      ),
    ).toEqual(["error count.vehicles"]);
  });

  // Each problem with a look at all entries would run into the limit of the test.
  it("is looked for beside each of many lists", { timeout: 20_000 }, () => {
    const entries = Array.from({ length: 40_000 }, (_, index): Printed => [
      "十",
      `performance-output{label=${index}}`,
      "2个",
    ]);
    const figures = [...VEHICLES.slice(0, 3), ...entries].map(figureOf).map((figure, index) => {
      const far = index < 3 ? 0 : 10_000;
      return {
        ...figure,
        source: { ...figure.source, start: figure.source.start + far, end: figure.source.end + far },
      };
    });
    const context = buildContext(disclosureOf(figures));
    const { problems, ...rest } = evaluate(context, NUMERIC_RELATIONS);
    const many = { ...rest, problems: Array.from({ length: 40_000 }, () => problems[0]!) };
    expect(onlyCertain(context, () => many).problems.every(({ severity }) => severity === "error")).toBe(true);
  });
});
