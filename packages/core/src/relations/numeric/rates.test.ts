import { describe, expect, it } from "vitest";
import { parseKey } from "../../checking/naming.ts";
import type { Statement } from "../../facts/disclosure.ts";
import { disclosureOf, figureOf, type Printed } from "../../testing/printed.ts";
import { buildContext } from "../context.ts";
import type { CheckContext, Relation, Term } from "../relation.ts";
import { CHANGE, COMPLETION, GROWTH, RATE_OF_NOTHING, SHARE } from "./rates.ts";

/** A sentence of figures, and the quantities of which the document says that there are none. */
function contextOf(printed: readonly Printed[], none: readonly string[] = []): CheckContext {
  const statements = none.map((key): Statement => {
    return { type: "none", subject: parseKey(key), source: { start: 900, end: 901, text: "无" } };
  });
  return buildContext(disclosureOf(printed.map(figureOf), { statements }));
}

/** What a relation works out, as it is printed; `~` is not printed beside the rate, 空 is said to be nothing. */
function worked(relation: Relation, printed: readonly Printed[], none: readonly string[] = []): readonly string[] {
  const context = contextOf(printed, none);
  const shown = ({ figures, blank, coefficient, source }: Term): string => {
    expect(source?.text).toBe(blank ? "无" : undefined);
    const text = figures.length > 0 ? context.figures.get(figures[0]!)!.text : blank ? "空" : "~";
    return `${coefficient < 0 ? "−" : "+"}${text}`;
  };
  return [...relation.instances!(context)].map((instance) => {
    expect(instance.relation).toBe(relation.id);
    const milder = instance.severity ? `（${instance.severity}）` : "";
    if (instance.form === "linear") {
      expect(instance.sources).toHaveLength(instance.terms.filter(({ figures }) => figures.length > 0).length);
      return `${instance.terms.map(shown).join(" ")} ${instance.comparator} 0${milder}`;
    }
    const { result, numerator, denominator } = instance;
    expect(instance.sources[0]).toBe(context.figures.get(result.figures[0]!)!.source);
    return `${shown(result)} = ${numerator.map(shown).join(" ")} / ${denominator.map(shown).join(" ")}${milder}`;
  });
}

const REVENUE = "revenue";
const BEFORE = "revenue{period=previous}";
const CHANGED = "revenue{measure=change}";
const GREW = "revenue{measure=growth}";
const SPENT = "expenditure{fund=general}";
const PLANNED = "expenditure{stage=original-budget,fund=general}";
const COMPLETED = "expenditure{stage=original-budget,fund=general,measure=completion}";

describe("a share", () => {
  const part = "revenue{fund=general}";
  const share = "revenue{fund=general,measure=share,of=revenue}";

  it("is of the whole beside it", () => {
    const printed: readonly Printed[] = [
      ["二", REVENUE, "2826.88"],
      ["二", part, "2819.38"],
      ["二", share, "99.73%"],
    ];
    expect(worked(SHARE, printed)).toEqual(["+99.73 = +2819.38 / +2826.88"]);
    expect(worked(RATE_OF_NOTHING, printed)).toEqual([]);
    expect(worked(SHARE, [["一", REVENUE, "2826.88"], ...printed.slice(1)])).toEqual(["+99.73 = +2819.38 / +~"]);
  });

  it("takes a part that is said to be none for nothing, but not one that is merely printed elsewhere", () => {
    const whole: readonly Printed[] = [
      ["二", REVENUE, "2826.88"],
      ["二", share, "0%"],
    ];
    expect(worked(SHARE, whole, [part])).toEqual(["+0 = +空 / +2826.88"]);
    expect(worked(SHARE, [...whole, ["二", part, "0.00"]], [part])).toEqual(["+0 = +0.00 / +2826.88"]);
    expect(worked(SHARE, [...whole, ["三", part, "0.00"]], [part])).toEqual(["+0 = +~ / +2826.88"]);
    expect(worked(SHARE, whole)).toEqual(["+0 = +~ / +2826.88"]);
  });

  it("is of no meaning where the whole is nothing", () => {
    const printed: readonly Printed[] = [
      ["二", REVENUE, "0.00"],
      ["二", part, "3.03"],
      ["二", share, "100%"],
    ];
    expect(worked(SHARE, printed)).toEqual([]);
    expect(worked(RATE_OF_NOTHING, printed)).toEqual(["+100 = +3.03 / +0.00"]);
    expect(worked(RATE_OF_NOTHING, [["二", share, "100%"]], [REVENUE, part])).toEqual(["+100 = +空 / +空（warning）"]);
    expect(worked(RATE_OF_NOTHING, [["二", "revenue{measure=share}", "100%"]], [REVENUE])).toEqual([]);
    expect(worked(SHARE, [["二", "revenue{measure=share}", "100%"]])).toEqual([]);
  });

  it("is left alone where the document's own words name the part", () => {
    const own = "revenue{label=教育收费,measure=share,of=revenue}";
    expect(
      worked(SHARE, [
        ["二", REVENUE, "2826.88"],
        ["二", own, "1.5%"],
      ]),
    ).toEqual([]);
  });
});

describe("a change", () => {
  it("is this year's amount less last year's, printed or not", () => {
    expect(
      worked(CHANGE, [
        ["二", REVENUE, "3037.90"],
        ["二", BEFORE, "2018.01"],
        ["二", CHANGED, "↑1019.89"],
      ]),
    ).toEqual(["+1019.89 −3037.90 +2018.01 = 0"]);
    expect(
      worked(CHANGE, [
        ["二", REVENUE, "3037.90"],
        ["二", CHANGED, "↑1019.89"],
      ]),
    ).toEqual(["+1019.89 −3037.90 +~ = 0"]);
    expect(
      worked(
        CHANGE,
        [
          ["二", REVENUE, "3037.90"],
          ["二", CHANGED, "↑3037.90"],
        ],
        [BEFORE],
      ),
    ).toEqual(["+3037.90 −3037.90 +空 = 0"]);
    expect(worked(CHANGE, [["二", "revenue{period=previous,measure=change}", "↑9.00"]])).toEqual([]);
  });

  it("on the budget is measured from the budget, and only warned of: whose it is is not always said", () => {
    const change = "expenditure{stage=original-budget,fund=general,measure=change}";
    expect(
      worked(CHANGE, [
        ["五", PLANNED, "2993.92"],
        ["五", SPENT, "2940.05"],
        ["五", change, "↓53.87"],
      ]),
    ).toEqual(["+53.87 −2940.05 +2993.92 = 0（warning）"]);
  });
});

describe("a growth rate", () => {
  it("is of last year's amount where that is printed, here or elsewhere", () => {
    const printed: readonly Printed[] = [
      ["二", REVENUE, "3037.90"],
      ["二", BEFORE, "2018.01"],
      ["二", GREW, "↑50.5%"],
    ];
    expect(worked(GROWTH, printed)).toEqual(["+50.5 = +3037.90 −2018.01 / +2018.01"]);
    expect(worked(GROWTH, [...printed, ["二", CHANGED, "↑1019.89"]])).toEqual(["+50.5 = +3037.90 −2018.01 / +2018.01"]);
    expect(
      worked(GROWTH, [
        ["二", REVENUE, "3037.90"],
        ["二", GREW, "↑50.5%"],
      ]),
    ).toEqual(["+50.5 = +3037.90 −~ / +~"]);
    expect(worked(GROWTH, [["二", "revenue{period=previous,measure=growth}", "↑50.5%"]])).toEqual([]);
    expect(worked(RATE_OF_NOTHING, printed)).toEqual([]);
  });

  it("is otherwise of what is left when the change beside it is taken back", () => {
    expect(
      worked(GROWTH, [
        ["二", REVENUE, "3037.90"],
        ["二", CHANGED, "↑1019.89"],
        ["二", GREW, "↑50.5%"],
      ]),
    ).toEqual(["+50.5 = +1019.89 / +3037.90 −1019.89"]);
    expect(
      worked(GROWTH, [
        ["二", REVENUE, "3037.90"],
        ["三", CHANGED, "↑1019.89"],
        ["二", GREW, "↑50.5%"],
      ]),
    ).toEqual(["+50.5 = +3037.90 −~ / +~"]);
  });

  it("on the budget is of the budget, and only warned of", () => {
    const grew = "expenditure{stage=original-budget,fund=general,measure=growth}";
    expect(
      worked(GROWTH, [
        ["五", PLANNED, "2993.92"],
        ["五", SPENT, "2940.05"],
        ["五", grew, "↓1.8%"],
      ]),
    ).toEqual(["+1.8 = +2940.05 −2993.92 / +2993.92（warning）"]);
  });

  it("has no meaning where there was nothing: printed, said, or because all of it is increase", () => {
    const none = (printed: readonly Printed[], said: readonly string[] = []): readonly string[] => {
      expect(worked(GROWTH, printed, said)).toEqual([]);
      return worked(RATE_OF_NOTHING, printed, said);
    };
    const now: Printed = ["二", REVENUE, "7.50"];
    expect(none([now, ["二", BEFORE, "0.00"], ["二", GREW, "↑750%"]])).toEqual(["+750 = +7.50 −0.00 / +0.00"]);
    expect(none([now, ["二", GREW, "↑750%"]], [BEFORE])).toEqual(["+750 = +7.50 −空 / +空"]);
    expect(none([now, ["二", CHANGED, "↑7.50"], ["二", GREW, "↑75%"]])).toEqual(["+75 = +7.50 / +7.50 −7.50"]);
    // 100% is how many say that all of it is new; nothing out of nothing is filled in somehow.
    expect(none([now, ["二", BEFORE, "0.00"], ["二", GREW, "↑100%"]])).toEqual([
      "+100 = +7.50 −0.00 / +0.00（warning）",
    ]);
    expect(
      none([
        ["二", REVENUE, "0.00"],
        ["二", BEFORE, "0.00"],
        ["二", GREW, "↑9%"],
      ]),
    ).toEqual(["+9 = +0.00 −0.00 / +0.00（warning）"]);
    expect(worked(RATE_OF_NOTHING, [["二", "revenue{period=previous,measure=growth}", "↑9%"]], [BEFORE])).toEqual([]);
  });

  it("has a meaning where it fell by as much, rose by less, or last year's amount is printed", () => {
    const some = (...printed: readonly Printed[]): void => {
      expect(worked(GROWTH, printed)).toHaveLength(1);
      expect(worked(RATE_OF_NOTHING, printed)).toEqual([]);
    };
    const now: Printed = ["二", REVENUE, "7.50"];
    const grew: Printed = ["二", GREW, "↓50%"];
    some(now, ["二", CHANGED, "↓7.50"], grew);
    some(now, ["二", CHANGED, "↑2.50"], grew);
    some(now, ["二", CHANGED, "↑7.50元"], grew);
    some(now, ["三", CHANGED, "↑7.50"], grew);
    some(now, ["二", BEFORE, "15.00"], ["二", CHANGED, "↑7.50"], grew);
    some(["二", CHANGED, "↑7.50"], grew);
    some(grew);
  });
});

describe("a completion rate", () => {
  const printed: readonly Printed[] = [
    ["五", PLANNED, "2993.92"],
    ["五", SPENT, "2940.05"],
    ["五", COMPLETED, "98.20%"],
  ];

  it("is of the budget that it names", () => {
    expect(worked(COMPLETION, printed)).toEqual(["+98.20 = +2940.05 / +2993.92"]);
    expect(worked(RATE_OF_NOTHING, printed)).toEqual([]);
    const unnamed: Printed = ["五", "expenditure{fund=general,measure=completion}", "98.20%"];
    expect(worked(COMPLETION, [...printed.slice(0, 2), unnamed])).toEqual([]);
    expect(worked(RATE_OF_NOTHING, [["五", SPENT, "0.00"], unnamed])).toEqual([]);
  });

  it("has no meaning where nothing was planned", () => {
    const none = (spent: string): readonly string[] => {
      const rated: readonly Printed[] = [
        ["五", PLANNED, "0.00"],
        ["五", SPENT, spent],
        ["五", COMPLETED, "100%"],
      ];
      expect(worked(COMPLETION, rated)).toEqual([]);
      return worked(RATE_OF_NOTHING, rated);
    };
    expect(none("3.03")).toEqual(["+100 = +3.03 / +0.00（warning）"]);
    expect(none("0.00")).toEqual(["+100 = +0.00 / +0.00（info）"]);
    expect(worked(RATE_OF_NOTHING, printed.slice(1), [PLANNED])).toEqual(["+98.20 = +2940.05 / +空"]);
  });
});
