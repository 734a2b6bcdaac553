import { describe, expect, it } from "vitest";
import { disclosureOf, figureOf, type Printed } from "../../testing/printed.ts";
import { buildContext } from "../context.ts";
import type { CheckContext, Relation } from "../relation.ts";
import { OPENING, REPEATED, RESTATED, SAME_TOTALS } from "./years.ts";

/** This year's figures beside last year's disclosure, if that is at hand. */
function contextOf(printed: readonly Printed[], previous?: readonly Printed[]): CheckContext {
  const before = previous && disclosureOf(previous.map(figureOf));
  return buildContext(disclosureOf(printed.map(figureOf)), { previous: before });
}

/** What is held against what: a figure as printed here, `~` one that is not, and last year's by its key. */
function held(relation: Relation, printed: readonly Printed[], previous?: readonly Printed[]): readonly string[] {
  const context = contextOf(printed, previous);
  return [...relation.instances!(context)].map((instance) => {
    if (instance.form !== "linear") return "";
    expect(instance.relation).toBe(relation.id);
    const ids = instance.terms.flatMap(({ figures }) => figures);
    expect(instance.sources).toEqual(ids.map((id) => context.figures.get(id)!.source));
    const terms = instance.terms.map(({ key, figures, coefficient }) => {
      const text = key.startsWith("last-year:")
        ? key
        : figures.length > 0
          ? context.figures.get(figures[0]!)!.text
          : "~";
      return `${coefficient < 0 ? "−" : "+"}${text}`;
    });
    return `${terms.join(" ")} ${instance.comparator} 0`;
  });
}

describe("what a year opens with", () => {
  const closed: Printed = ["一", "closing-carry-over", "211.02"];

  it("is what the last one closed with, of the same money", () => {
    expect(held(OPENING, [["一", "opening-carry-over", "201.02"]], [closed])).toEqual([
      "+201.02 −last-year:closing-carry-over = 0",
    ]);
    const fund: Printed = ["一", "opening-carry-over{fund=general}", "201.02"];
    expect(held(OPENING, [fund], [closed])).toEqual([]);
    expect(held(OPENING, [fund], [["一", "closing-carry-over{fund=general}", "201.02"]])).toHaveLength(1);
    expect(held(OPENING, [["一", "opening-carry-over", "201.02"]])).toEqual([]);
  });

  it("is no change, no amount of the year before, and nothing under a name of the document's own", () => {
    for (const dimension of ["measure=change", "period=previous", "label=专户"]) {
      const last: Printed = ["一", `closing-carry-over{${dimension}}`, "211.02"];
      expect(held(OPENING, [["一", `opening-carry-over{${dimension}}`, "211.02"]], [last])).toEqual([]);
    }
    expect(held(OPENING, [["一", "closing-carry-over", "211.02"]], [closed])).toEqual([]);
  });
});

describe("last year's amounts", () => {
  const before: Printed = ["一", "total-receipts", "3052.34"];
  const now: Printed = ["一", "total-receipts", "2995.39"];
  const change: Printed = ["一", "total-receipts{measure=change}", "↓56.95"];

  it("are those disclosed, where they are printed again", () => {
    expect(held(RESTATED, [["一", "total-receipts{period=previous}", "3025.34"]], [before])).toEqual([
      "+3025.34 −last-year:total-receipts = 0",
    ]);
    expect(held(RESTATED, [["一", "total-receipts{period=previous}", "3025.34"]])).toEqual([]);
    expect(held(RESTATED, [["一", "revenue{period=previous}", "3025.34"]], [before])).toEqual([]);
    expect(held(RESTATED, [now], [before])).toEqual([]);
    const own = (period: string): Printed => ["一", `total-receipts{${period}label=专户}`, "3.00"];
    expect(held(RESTATED, [own("period=previous,")], [own("")])).toEqual([]);
  });

  it("are those disclosed, where a change implies them", () => {
    expect(held(RESTATED, [now, change], [before])).toEqual(["+56.95 −2995.39 +last-year:total-receipts = 0"]);
    expect(held(RESTATED, [["二", now[1], now[2]], change], [before])).toEqual([
      "+56.95 −~ +last-year:total-receipts = 0",
    ]);
    expect(held(RESTATED, [now, change], [["一", "revenue", "3052.34"]])).toEqual([]);
    expect(held(RESTATED, [change], [before])).toEqual([]);
    const budget = "stage=original-budget";
    expect(
      held(
        RESTATED,
        [
          ["一", `total-receipts{${budget}}`, "9.00"],
          ["一", `total-receipts{${budget},measure=change}`, "↓1.00"],
        ],
        [["一", `total-receipts{${budget}}`, "8.00"]],
      ),
    ).toEqual([]);
    const earlier: Printed = ["一", "total-receipts{period=previous}", "8.00"];
    expect(
      held(RESTATED, [earlier, ["一", "total-receipts{period=previous,measure=change}", "↓1.00"]], [earlier]),
    ).toEqual([]);
  });
});

describe("an amount that is last year's to the last digit", () => {
  const said = (key: string, text: string, previous: string, of = key): readonly string[] =>
    [...REPEATED.judge!(contextOf([["一", key, text]], [["一", of, previous]]))].map(({ outcome }) => outcome);

  it("may have been left over from it", () => {
    expect(said("revenue", "2995.39", "2995.39")).toEqual(["violated"]);
    expect(said("revenue", "2995.39", "2995.38")).toEqual(["holds"]);
    expect(said("revenue", "299539.00元", "299539.00元")).toEqual(["violated"]);
    const [judgement] = REPEATED.judge!(contextOf([["一", "revenue", "2995.39"]], [["二", "revenue", "2995.39"]]));
    expect(judgement).toMatchObject({ stated: "2995.39", figures: [0], culprits: [{ figure: 0 }] });
    expect(judgement!.message!.zh).toContain("一的2995.39与上年决算公开的同一数据分毫不差");
  });

  it("is chance where it has few digits, however many zeros stand before them", () => {
    expect(said("revenue", "12.34", "12.34")).toEqual(["violated"]);
    expect(said("revenue", "1.23", "1.23")).toEqual([]);
    expect(said("revenue", "0.123", "0.123")).toEqual([]);
    expect(said("revenue", "0.1234", "0.1234")).toEqual(["violated"]);
    expect(said("revenue", "10.05", "10.05")).toEqual(["violated"]);
    expect(said("revenue", "-1.23", "-1.23")).toEqual([]);
  });

  it("is looked for in amounts of money of this year's accounts alone", () => {
    for (const key of ["measure=change", "label=专户", "period=previous", "stage=original-budget"]) {
      expect(said(`revenue{${key}}`, "2995.39", "2995.39")).toEqual([]);
    }
    expect(said("staff", "2995个", "2995个")).toEqual([]);
    expect(said("revenue", "2995.39", "2995.39", "expenditure")).toEqual([]);
    expect(said("revenue", "2995.39", "2995.39元")).toEqual([]);
  });

  it("cannot be told without last year's accounts", () => {
    expect([...REPEATED.judge!(contextOf([["一", "revenue", "2995.39"]]))]).toEqual([
      {
        outcome: "not-applicable",
        reason: { zh: "没有上年决算可以对照", en: "last year's accounts are not at hand" },
        sources: [],
      },
    ]);
  });
});

describe("two totals of one money", () => {
  const ONE = "total-receipts";
  const OTHER = "total-receipts{fund=appropriation}";
  const of = (key: string, measure: string): string =>
    key.endsWith("}") ? key.replace("}", `,measure=${measure}}`) : `${key}{measure=${measure}}`;
  const grown: readonly Printed[] = [
    ["一", ONE, "3037.90"],
    ["一", of(ONE, "change"), "↑1019.89"],
    ["一", of(ONE, "growth"), "↑50.5%"],
    ["四", OTHER, "3037.90"],
    ["四", of(OTHER, "change"), "↑1019.8"],
    ["四", of(OTHER, "growth"), "↑50.5%"],
  ];
  const same = (change: Readonly<Record<number, string>> = {}, left?: number): readonly string[] =>
    held(
      SAME_TOTALS,
      grown
        .map(([section, key, text], at): Printed => [section, key, change[at] ?? text])
        .filter((_, at) => at !== left),
    );

  it("grew by one amount", () => {
    expect(same()).toEqual(["+1019.8 −1019.89 = 0"]);
    expect(same({ 3: "3037.9" })).toHaveLength(1);
    const spent = grown.map(([section, key, text]): Printed => {
      const fund = key.includes("fund=") ? "general" : "appropriation";
      const measure = /measure=(\w+)/.exec(key);
      return [section, `expenditure{fund=${fund}${measure ? `,${measure[0]}` : ""}}`, text];
    });
    expect(held(SAME_TOTALS, spent)).toEqual(["+1019.8 −1019.89 = 0"]);
    expect(
      held(
        SAME_TOTALS,
        grown.map(([section, key, text]) => [section, key.replace("receipts", "disbursements"), text]),
      ),
    ).toEqual(["+1019.8 −1019.89 = 0"]);
  });

  it("are not judged where either lacks its change or rate", () => {
    for (const left of grown.keys()) expect(same({}, left)).toEqual([]);
  });

  it("are not judged where totals or rates differ, or are nothing", () => {
    expect(same({ 3: "3037.91" })).toEqual([]);
    expect(same({ 3: "3037.90元" })).toEqual([]);
    expect(same({ 0: "0.00", 3: "0.00" })).toEqual([]);
    expect(same({ 5: "↑50.6%" })).toEqual([]);
  });

  it("are two facts where the changes are more than half a per cent apart", () => {
    expect(same({ 1: "↑1000.00", 4: "↑1005.00" })).toHaveLength(1);
    expect(same({ 1: "↑1000.00", 4: "↑1005.01" })).toEqual([]);
    expect(same({ 1: "↑1000.00", 4: "↑994.99" })).toEqual([]);
  });
});
