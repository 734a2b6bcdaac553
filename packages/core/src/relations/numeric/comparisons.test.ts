import { describe, expect, it } from "vitest";
import { parseKey } from "../../checking/naming.ts";
import type { StatementOf, Statement } from "../../facts/disclosure.ts";
import { disclosureOf, figureOf, type Printed } from "../../testing/printed.ts";
import { buildContext } from "../context.ts";
import { DIRECTION } from "./comparisons.ts";

type Comparison = Partial<Omit<StatementOf<"comparison">, "subject">>;

/** What is compared with what, of a sentence in section 五 about spending (or another quantity). */
function compared(
  printed: readonly Printed[],
  statement: Comparison,
  subject = "expenditure{fund=general}",
  others: readonly Statement[] = [],
): string | undefined {
  const said: Statement = {
    type: "comparison",
    against: "budget",
    direction: "decrease",
    word: "小于",
    figures: [],
    source: { start: 25, end: 27, text: "小于", section: "五" },
    ...statement,
    subject: parseKey(subject),
  };
  const context = buildContext(disclosureOf(printed.map(figureOf), { statements: [said, ...others] }));
  const [instance, ...more] = DIRECTION.instances!(context);
  expect(more).toEqual([]);
  if (instance?.form !== "linear") return undefined;
  expect(instance.words).toEqual([{ word: said.word, source: said.source }]);
  expect(instance.sources[0]).toBe(said.source);
  const terms = instance.terms.map(
    ({ key, coefficient, blank }) => `${coefficient > 0 ? "+" : "−"}${blank ? "空 " : ""}${key}`,
  );
  return `${terms.join(" ")} ${instance.comparator} 0${instance.severity ? `（${instance.severity}）` : ""}`;
}

const SPENT: Printed = ["五", "expenditure{fund=general}", "1511.89"];
const PLANNED: Printed = ["五", "expenditure{stage=original-budget,fund=general}", "1560.05"];
const REVISED: Printed = ["五", "expenditure{stage=adjusted-budget,fund=general}", "1600.00"];

describe("a direction word", () => {
  it("says that one amount is less than the other, more, or the same", () => {
    expect(compared([PLANNED, SPENT], {})).toBe(
      "+expenditure{fund=general} −expenditure{stage=original-budget,fund=general} < 0",
    );
    expect(compared([PLANNED, SPENT], { direction: "increase", word: "大于" })).toBe(
      "−expenditure{fund=general} +expenditure{stage=original-budget,fund=general} < 0",
    );
    expect(compared([PLANNED, SPENT], { direction: "unchanged", word: "等于" })).toBe(
      "+expenditure{fund=general} −expenditure{stage=original-budget,fund=general} = 0",
    );
  });

  it("compares with last year, printed or not, unless the sentence prints the change itself", () => {
    expect(compared([SPENT], { against: "previous-year", word: "减少" })).toBe(
      "+expenditure{fund=general} −expenditure{period=previous,fund=general} < 0",
    );
    expect(compared([SPENT], { against: "previous-year", word: "增加", direction: "increase" })).toBe(
      "−expenditure{fund=general} +expenditure{period=previous,fund=general} < 0",
    );
    expect(compared([SPENT], { against: "previous-year", word: "减少", figures: [7] })).toBeUndefined();
    expect(compared([PLANNED, SPENT], { figures: [7] })).toBeDefined();
  });

  it("compares with the budget that it names, or else the one that is printed nearest, in its own section first", () => {
    const named = (printed: readonly Printed[], stage?: "adjusted-budget" | "original-budget"): string | undefined =>
      compared(printed, stage ? { stage } : {})?.split(" ")[1];
    expect(named([PLANNED, REVISED, SPENT], "adjusted-budget")).toBe(
      "−expenditure{stage=adjusted-budget,fund=general}",
    );
    expect(named([PLANNED, SPENT], "adjusted-budget")).toBe("−expenditure{stage=original-budget,fund=general}");
    expect(named([PLANNED, REVISED, SPENT])).toBe("−expenditure{stage=adjusted-budget,fund=general}");
    expect(named([REVISED, SPENT, PLANNED])).toBe("−expenditure{stage=original-budget,fund=general}");
    expect(named([SPENT, PLANNED, ["三", REVISED[1], "1600.00"]])).toBe(
      "−expenditure{stage=original-budget,fund=general}",
    );
    expect(named([PLANNED, SPENT, ["三", REVISED[1], "1600.00"]])).toBe(
      "−expenditure{stage=original-budget,fund=general}",
    );
    expect(named([["五", "expenditure{stage=budget,fund=general}", "1560.05"], SPENT])).toBe(
      "−expenditure{stage=budget,fund=general}",
    );
  });

  it("is about the budget that is its subject", () => {
    expect(compared([REVISED, PLANNED, SPENT], {}, "expenditure{stage=original-budget,fund=general}")).toBe(
      "+expenditure{fund=general} −expenditure{stage=original-budget,fund=general} < 0",
    );
  });

  it("takes what is said to be nothing for nothing", () => {
    const none: Statement = {
      type: "none",
      subject: parseKey("expenditure{stage=original-budget,fund=general}"),
      source: { start: 3, end: 4, text: "无" },
    };
    expect(compared([SPENT], { direction: "increase", word: "大于" }, undefined, [none])).toBe(
      "−expenditure{fund=general} +空 expenditure{stage=original-budget,fund=general} < 0",
    );
    expect(compared([SPENT, REVISED], {}, undefined, [none])).toContain("adjusted-budget");
  });

  it("says nothing where one side is stated nowhere, or is no amount", () => {
    expect(compared([SPENT], {})).toBeUndefined();
    expect(compared([PLANNED], {})).toBeUndefined();
    expect(compared([PLANNED, SPENT], {}, "expenditure{fund=general,label=培训}")).toBeUndefined();
    expect(compared([PLANNED, SPENT], {}, "expenditure{fund=general,measure=change}")).toBeUndefined();
  });
});

describe("基本持平", () => {
  const near = (planned: string, word = "基本持平", spent = "1000.00"): string | undefined =>
    compared(
      [
        ["五", PLANNED[1], planned],
        ["五", SPENT[1], spent],
      ],
      { direction: "unchanged", word },
    );

  it.each(["基本持平", "大体相当", "大致相当", "总体持平"])(
    "%s is true within five per cent of the greater",
    (word) => {
      expect(near("950.00", word)).toBeUndefined();
      expect(near("1000.00", word, "950.00")).toBeUndefined();
      expect(near("949.99", word)).toContain("= 0（warning）");
      expect(near("1000.00", word, "949.99")).toContain("= 0（warning）");
    },
  );

  it("is only warned of, while 持平 and 等于 mean what they say", () => {
    expect(near("999.00", "持平")).toBe(
      "+expenditure{fund=general} −expenditure{stage=original-budget,fund=general} = 0",
    );
  });

  it("is no matter of more and less", () => {
    expect(
      compared(
        [
          ["五", PLANNED[1], "999.00"],
          ["五", SPENT[1], "1000.00"],
        ],
        { word: "基本", direction: "decrease" },
      ),
    ).toContain("< 0");
  });

  it("is left alone where last year's amount is not printed", () => {
    expect(compared([SPENT], { against: "previous-year", direction: "unchanged", word: "基本持平" })).toBeUndefined();
  });
});
