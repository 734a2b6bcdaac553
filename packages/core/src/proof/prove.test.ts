import { describe, expect, it } from "vitest";
import type { BoundFigure, Disclosure } from "../facts/disclosure.ts";
import type { Dimensions } from "../facts/key.ts";
import { proveDisclosure } from "./prove.ts";

type Entry = readonly [concept: string, dimensions: Dimensions, text: string, more?: Partial<BoundFigure>];

function disclosure(entries: readonly Entry[], unbound: readonly string[] = []): Disclosure {
  const figures = entries.map(([concept, dimensions, text, more], id): BoundFigure => {
    const value = text.replaceAll(",", "");
    return {
      id,
      concept,
      dimensions,
      text,
      value,
      decimals: value.split(".")[1]?.length ?? 0,
      unit: ["share", "growth", "completion"].includes(dimensions.measure ?? "") ? "percent" : "ten-thousand-yuan",
      source: { start: 10 * id, end: 10 * id + text.length, text, section: "一" },
      ...more,
    };
  });
  return {
    kind: "final-accounts",
    profile: "unknown",
    unit: "ten-thousand-yuan",
    figures,
    unbound: unbound.map((text, id) => ({
      id: 900 + id,
      text,
      value: text,
      decimals: 0,
      unit: "count",
      reason: "没有读懂",
      source: { start: 900 + id, end: 900 + id + text.length, text },
    })),
    sections: [],
    contents: [],
    tables: [],
    statements: [],
    oddities: [],
  };
}

const ACCOUNTS = disclosure([
  ["expenditure", {}, "3,037.90"],
  ["expenditure", { nature: "basic" }, "1135.67"],
  ["expenditure", { fund: "general" }, "3030.40"],
  ["expenditure", { period: "previous" }, "2018.01"],
  ["three-public", {}, "3.03"],
]);

const verdicts = (entries: readonly Entry[]) =>
  proveDisclosure(disclosure(entries), ACCOUNTS).figures.map(({ verdict, accounts }) => [verdict, accounts]);

describe("A finished file against its accounts", () => {
  it("a figure equals them within what is printed, whatever its unit", () => {
    expect(
      verdicts([
        ["expenditure", {}, "3037.9"],
        ["expenditure", {}, "30379000.00", { unit: "yuan" }],
        ["expenditure", {}, "0.30", { unit: "hundred-million-yuan" }],
        ["expenditure", {}, "3037.91"],
        ["expenditure", {}, "3038.0"],
      ]),
    ).toEqual([
      ["equal", "3,037.90万元"],
      ["equal", "3,037.90万元"],
      ["equal", "3,037.90万元"],
      ["differs", "3,037.90万元"],
      ["differs", "3,037.90万元"],
    ]);
  });

  it("a share, a change and a rate follow from amounts of the accounts, with their calculation", () => {
    const share: Dimensions = { fund: "general", measure: "share", of: "expenditure" };
    const { figures } = proveDisclosure(
      disclosure([
        ["expenditure", share, "99.8"],
        ["expenditure", share, "98.9"],
        ["expenditure", { measure: "change" }, "1019.89", { direction: "increase" }],
        ["expenditure", { measure: "growth" }, "50.54", { direction: "increase" }],
        ["expenditure", { measure: "growth" }, "50.54", { direction: "decrease" }],
      ]),
      ACCOUNTS,
    );
    expect(figures.map(({ verdict, printed, calculation }) => [verdict, printed, calculation])).toEqual([
      ["derived", "99.8%", "3030.40万元÷3,037.90万元＝99.75%"],
      ["differs", "98.9%", "3030.40万元÷3,037.90万元＝99.75%"],
      ["derived", "增加1019.89万元", "3,037.90万元－2018.01万元＝1019.89"],
      ["derived", "增长50.54%", "（3,037.90万元－2018.01万元）÷2018.01万元＝50.539%"],
      ["differs", "下降50.54%", "（3,037.90万元－2018.01万元）÷2018.01万元＝50.539%"],
    ]);
  });

  it("says what is in one and not in the other, and what nobody could compare", () => {
    const { counts, missing, headline } = proveDisclosure(
      disclosure(
        [
          ["expenditure", {}, "3037.90"],
          ["operating-costs", {}, "80.35"],
          ["procurement", {}, "100", { approximate: true }],
        ],
        ["17"],
      ),
      ACCOUNTS,
    );
    expect(counts).toEqual({
      printed: 4,
      equal: 1,
      derived: 0,
      differs: 0,
      notInAccounts: 1,
      approximate: 1,
      unread: 1,
      missing: 4,
    });
    expect(missing.map(({ key }) => key)).toContain("three-public");
    expect(headline.zh).toBe(
      "印出的 4 个数字中 1 个与账一致，0 个不一致，1 个账上没有，1 个是约数，1 个没有读懂，账上另有 4 个数没有印出。",
    );
  });

  it("an empty cell of the finished file is right for nothing, and hides nothing else", () => {
    const cell = (concept: string) => ({
      row: 0,
      column: 0,
      key: { concept, dimensions: {} },
      blank: "empty" as const,
      source: { start: 0, end: 0, text: "" },
    });
    const printed: Disclosure = {
      ...disclosure([]),
      tables: [
        {
          source: { start: 0, end: 1, text: "" },
          columns: [],
          rows: [],
          cells: [cell("three-public"), cell("operating-costs")],
          empty: false,
        },
      ],
    };
    const accounts = disclosure([
      ["three-public", {}, "3.03"],
      ["operating-costs", {}, "0.00"],
    ]);
    expect(proveDisclosure(printed, accounts).missing.map(({ key }) => key)).toEqual(["three-public"]);
  });

  it("names items as the tables do, and says which tables are not there at all", () => {
    const source = { table: "expenditure", start: 0, end: 1, text: "" };
    const row = { index: 0, code: "2010301", label: "行政运行", level: "item" as const, source };
    const table = { table: "expenditure", source, columns: [], rows: [row], cells: [], empty: false };
    const spent = disclosure([["expenditure", { functional: "2010301" }, "855.02"]]);
    const accounts = {
      ...spent,
      figures: spent.figures.map((figure) => ({ ...figure, source: { ...figure.source, ...source } })),
      tables: [table],
    };
    const without = proveDisclosure(disclosure([["expenditure", { measure: "growth" }, "5.00"]]), accounts);
    expect(without.missing.map(({ name }) => [name.zh, name.en])).toEqual([
      ["“行政运行”支出", "expenditure of the year on “行政运行”"],
    ]);
    expect(without.absent).toEqual([
      { table: "expenditure", title: { zh: "《支出决算表》", en: "table “Expenditure”" }, figures: 1 },
    ]);
    // A table that is there lacks its figures one by one.
    const empty = proveDisclosure({ ...disclosure([]), tables: [table] }, accounts);
    expect([empty.missing.length, empty.absent]).toEqual([1, []]);
  });

  it("tells a rate by 增长 and 下降, an amount by 增加 and 减少", () => {
    const of = (measure: "growth" | "change") =>
      proveDisclosure(
        disclosure([["expenditure", { measure }, "5.00", { direction: "decrease" }]]),
        ACCOUNTS,
      ).figures.map(({ printed }) => printed.slice(0, 6));
    expect([of("growth"), of("change")]).toEqual([["下降5.00"], ["减少5.00"]]);
  });
});
