import { describe, expect, it } from "vitest";
import { parseKey } from "../../checking/naming.ts";
import type { Disclosure, SectionId, Statement } from "../../facts/disclosure.ts";
import { profileOf } from "../../profile/catalogue.ts";
import { disclosureOf, figureOf, type Printed } from "../../testing/printed.ts";
import { buildContext } from "../context.ts";
import type { CheckContext, Relation } from "../relation.ts";
import { ITEM_BUDGETS, ITEMS } from "./item-lists.ts";
import { LIST_COUNT, LIST_SUM, STRUCTURE } from "./lists.ts";

interface Around {
  readonly statements?: readonly Statement[];
  readonly text?: string;
  /** A known form, which owes every item. */
  readonly profile?: string;
  readonly unbound?: Disclosure["unbound"];
}

/** All of it in one section of that id; figures stand at ten times their number. */
function contextOf(
  id: SectionId,
  printed: readonly Printed[],
  { statements = [], text, profile, unbound = [] }: Around = {},
): CheckContext {
  const heading = { start: 0, end: 0, text: "" };
  const section = { id, title: "", level: 1, heading, bodyStart: 0, bodyEnd: 100_000 };
  const disclosure = { ...disclosureOf(printed.map(figureOf), { statements }), sections: [section], unbound };
  return buildContext(disclosure, { text, profile: profile === undefined ? undefined : profileOf(profile) });
}

/** The sums made, as they are printed; `~` is printed in another section. */
function sums(relation: Relation, context: CheckContext): readonly string[] {
  return [...relation.instances!(context)].map((instance) => {
    if (instance.form !== "linear") return "";
    expect(instance.relation).toBe(relation.id);
    const terms = instance.terms.map(({ figures, coefficient }) => {
      const text = figures.length === 0 ? "~" : context.figures.get(figures[0]!)!.text;
      return `${coefficient < 0 ? "−" : "+"}${text}`;
    });
    const rest = [instance.leftOut, instance.severity, instance.list].filter((one) => one !== undefined);
    return [`${terms.join(" ")} ${instance.comparator} 0`, ...rest].join("; ");
  });
}

const share = (part: string, whole = "expenditure"): string =>
  part.includes("{") ? part.replace("}", `,measure=share,of=${whole}}`) : `${part}{measure=share,of=${whole}}`;

describe("classes told behind their whole", () => {
  const told = (...classes: readonly Printed[]): readonly string[] =>
    sums(STRUCTURE, contextOf("expenditure", [["三", "expenditure", "1000.00"], ...classes]));

  it("lie within it, whether or not all are told", () => {
    expect(
      told(["三", "expenditure{functional=208}", "120.00"], ["三", "expenditure{functional=213}", "820.00"]),
    ).toEqual(["−1000.00 +120.00 +820.00 <= 0"]);
  });

  it("are no list where one alone is told, or those of a fund stand behind all expenditure", () => {
    expect(told(["三", "expenditure{functional=208}", "120.00"])).toEqual([]);
    expect(
      told(
        ["三", "expenditure{fund=general,functional=208}", "120.00"],
        ["三", "expenditure{fund=general,functional=213}", "820.00"],
      ),
    ).toEqual([]);
  });
});

describe("a structure", () => {
  const basic = "expenditure{nature=basic}";
  const project = "expenditure{nature=project}";
  const structure = (...printed: readonly Printed[]): readonly string[] =>
    sums(STRUCTURE, contextOf("expenditure", printed));
  const WHOLE: readonly Printed[] = [
    ["三", "expenditure", "3037.90"],
    ["三", basic, "1135.67"],
    ["三", share(basic), "37.4%"],
    ["三", project, "1902.23"],
    ["三", share(project), "62.6%"],
  ];

  it("adds up to the whole that its shares are of", () => {
    expect(structure(...WHOLE)).toEqual(["+3037.90 −1135.67 −1902.23 = 0"]);
    const [instance] = STRUCTURE.instances!(contextOf("expenditure", WHOLE));
    expect(instance).toMatchObject({ open: { en: "an entry may be left out" }, place: { zh: "三" } });
    expect(instance!.sources).toHaveLength(3);
  });

  it("is whole where its shares, each rounded, can be a hundred", () => {
    const shares = (first: string, second: string): readonly string[] =>
      structure(
        ...WHOLE.map(([section, key, text]): Printed => [
          section,
          key,
          text === "37.4%" ? first : text === "62.6%" ? second : text,
        ]),
      );
    expect(shares("37.5%", "62.6%")).toHaveLength(1);
    expect(shares("37.3%", "62.6%")).toHaveLength(1);
    expect(shares("37.7%", "62.6%")).toEqual([]);
    expect(shares("37.1%", "62.6%")).toEqual([]);
    expect(shares("38%", "63%")).toHaveLength(1);
    expect(shares("36%", "61%")).toEqual([]);
  });

  it("is one of a section, whose amounts stand in it", () => {
    expect(structure(...WHOLE.slice(0, 3))).toEqual([]);
    expect(
      structure(...WHOLE.map(([section, key, text]): Printed => [text === "62.6%" ? "四" : section, key, text])),
    ).toEqual([]);
    expect(structure(...WHOLE.filter(([, key]) => key !== project))).toEqual([]);
    expect(structure(...WHOLE.slice(1))).toEqual(["+~ −1135.67 −1902.23 = 0"]);
    const shifted = WHOLE.map(([, key, text]): Printed => ["五", key, text]);
    expect(structure(...WHOLE, ...shifted)).toHaveLength(2);
  });

  it("is none of shares of different wholes, of the whole itself, or of small firms that lie across it", () => {
    const other = share(project, "revenue");
    expect(
      structure(...WHOLE.map(([section, key, text]): Printed => [section, text === "62.6%" ? other : key, text])),
    ).toEqual([]);
    expect(
      structure(
        ["三", "expenditure", "3037.90"],
        ["三", share("expenditure"), "100%"],
        ["三", basic, "0.00"],
        ["三", share(basic), "0%"],
      ),
    ).toEqual([]);
    const sme = "procurement{item=sme}";
    const micro = "procurement{item=micro}";
    expect(
      structure(
        ["十", "procurement", "10.00"],
        ["十", sme, "6.00"],
        ["十", share(sme, "procurement"), "60%"],
        ["十", micro, "4.00"],
        ["十", share(micro, "procurement"), "40%"],
      ),
    ).toEqual([]);
    const goods = "procurement{item=goods}";
    const works = "procurement{item=works}";
    expect(
      structure(
        ["十", "procurement", "10.00"],
        ["十", goods, "6.00"],
        ["十", share(goods, "procurement"), "60%"],
        ["十", works, "4.00"],
        ["十", share(works, "procurement"), "40%"],
      ),
    ).toHaveLength(1);
  });
});

const item = (code: string, rest = ""): string => `expenditure{${rest}fund=general,functional=${code}}`;
const TOTAL: Printed = ["五（一）", "expenditure{fund=general}", "445.69"];
const FUND: Printed = ["五（三）", item("2210201"), "187.19"];
const ALLOWANCE: Printed = ["五（三）", item("2210203"), "258.50"];
const HOUSING: Printed = ["五（二）", item("221"), "445.69"];

describe("the items told one by one", () => {
  const items = (
    printed: readonly Printed[],
    around: Around = {},
    id: SectionId = "general-expenditure.items",
  ): readonly string[] => sums(ITEMS, contextOf(id, printed, around));

  it("add up to their class and to the whole", () => {
    expect(items([TOTAL, HOUSING, FUND, ALLOWANCE])).toEqual([
      "+~ −187.19 −258.50 = 0; items 221",
      "+~ −187.19 −258.50 = 0; items ",
    ]);
    expect(items([TOTAL, ["五（三）", HOUSING[1], "445.69"], FUND, ALLOWANCE])[0]).toBe(
      "+445.69 −187.19 −258.50 = 0; items 221",
    );
    expect(items([FUND, ALLOWANCE])).toEqual([]);
  });

  it("are not summed where amounts under names of no account are what lacks", () => {
    const unnamed = (name: string, amount: string): Printed => [
      "五（三）",
      `expenditure{fund=general,label=${name}}`,
      amount,
    ];
    const whole: Printed = ["五（一）", "expenditure{fund=general}", "500.00"];
    const rest = [unnamed("行政运行", "40.00"), unnamed("一般行政管理事务", "14.31"), unnamed("其中", "3.00")];
    expect(items([whole, FUND, ALLOWANCE, ...rest])).toEqual([]);
    expect(items([whole, FUND, ALLOWANCE, ...rest.slice(1)])).toHaveLength(1);
  });

  it("add up class by class, each with its own", () => {
    const health: Printed = ["五（三）", item("2101101"), "59.25"];
    const ofHealth: Printed = ["五（二）", item("210"), "59.25"];
    expect(items([["五（一）", TOTAL[1], "504.94"], HOUSING, ofHealth, FUND, ALLOWANCE, health])).toEqual([
      "+~ −187.19 −258.50 = 0; items 221",
      "+~ −59.25 = 0; items 210",
      "+~ −187.19 −258.50 −59.25 = 0; items ",
    ]);
  });

  it("go by names where there are no codes", () => {
    const named = (name: string): string => item(name);
    expect(
      items([
        TOTAL,
        ["五（二）", named("住房保障支出"), "445.69"],
        ["五（三）", named("住房保障/住房改革支出/住房公积金"), "187.19"],
        ["五（三）", named("住房保障支出/住房改革支出/购房补贴"), "258.50"],
      ]),
    ).toEqual(["+~ −187.19 −258.50 = 0; items 住房保障", "+~ −187.19 −258.50 = 0; items "]);
  });

  it("may be only the larger ones where the form is not known and less is listed", () => {
    expect(items([["五（一）", TOTAL[1], "500.00"], FUND, ALLOWANCE])).toEqual([
      "+~ −187.19 −258.50 = 0; warning; items ",
    ]);
    expect(items([["五（一）", TOTAL[1], "400.00"], FUND, ALLOWANCE])).toEqual(["+~ −187.19 −258.50 = 0; items "]);
    expect(items([["五（一）", TOTAL[1], "500.00"], FUND, ALLOWANCE], { profile: "sichuan" })).toEqual([
      "+~ −187.19 −258.50 = 0; items ",
    ]);
  });

  it("are no budgets, shares, groups of a class, or amounts of other sections, tables and funds", () => {
    const without = (...extra: readonly Printed[]): readonly string[] => items([TOTAL, FUND, ALLOWANCE, ...extra]);
    const alone = ["+~ −187.19 −258.50 = 0; items "];
    expect(without(["五（三）", item("2210202", "stage=original-budget,"), "9.00"])).toEqual(alone);
    expect(without(["五（三）", item("22102"), "9.00"])).toEqual(alone);
    expect(without(["五（三）", item("2210202").replace("}", ",nature=basic}"), "9.00"])).toEqual(alone);
    expect(without(["五（三）", item("2210202").replace("}", ",label=培训}"), "9.00"])).toEqual(alone);
    expect(without(["五（三）", "expenditure{functional=2210202}", "9.00"])).toEqual(alone);
    expect(without(["五（三）", "revenue{fund=general,functional=2210202}", "9.00"])).toEqual(alone);
    expect(without(["五（三）", item("2210202").replace("}", ",measure=share,of=x}"), "9%"])).toEqual(alone);
    expect(items([TOTAL, FUND, ALLOWANCE], {}, "general-expenditure.total")).toEqual([]);
  });

  it("are none where there is one, or where an amount could not be read", () => {
    expect(items([TOTAL, FUND])).toEqual([]);
    const unread = (unit: "ten-thousand-yuan" | "count" | "percent", section = "五（三）"): Around => {
      const source = { start: 5, end: 6, text: "9", section };
      return { unbound: [{ id: 99, text: "9", value: "9", decimals: 0, unit, source, reason: "" }] };
    };
    expect(items([TOTAL, FUND, ALLOWANCE], unread("ten-thousand-yuan"))).toEqual([]);
    expect(items([TOTAL, FUND, ALLOWANCE], unread("count"))).toHaveLength(1);
    expect(items([TOTAL, FUND, ALLOWANCE], unread("percent"))).toHaveLength(1);
    expect(items([TOTAL, FUND, ALLOWANCE], unread("ten-thousand-yuan", "九"))).toHaveLength(1);
  });

  it("are of a fund's own section too, which only warns; where the form is not known, if they come to more", () => {
    const one: readonly Printed[] = [
      ["八", "expenditure{fund=government-fund}", "61.50"],
      ["八", "expenditure{fund=government-fund,functional=2120801}", "61.50"],
    ];
    expect(items(one, { profile: "sichuan" }, "government-fund")).toEqual(["+61.50 −61.50 = 0; warning; items "]);
    expect(items(one, {}, "government-fund")).toEqual([]);
    // More than the fund spent is told of it: that is a slip in any form.
    const more: readonly Printed[] = [one[0]!, ["八", "expenditure{fund=government-fund,functional=2120801}", "91.50"]];
    expect(items(more, {}, "government-fund")).toEqual(["+61.50 −91.50 = 0; warning; items "]);
    expect(items(one, { profile: "sichuan" }, "state-capital")).toEqual([]);
  });

  it("stand under no heading of their own in many forms, which owe none of them", () => {
    const at = "general-expenditure" as const;
    // Fewer may be told than there are.
    expect(items([TOTAL, FUND, ["五", item("2210203"), "200.00"]], {}, at)).toEqual([]);
    // That they come to more than the whole, or than their class, is a slip all the same.
    expect(items([TOTAL, FUND, ["五", item("2210203"), "285.50"]], {}, at)).toEqual([
      "+~ −187.19 −285.50 = 0; warning; items ",
    ]);
    const more: readonly Printed[] = [["五", TOTAL[1], "999.00"], ["五", HOUSING[1], "445.69"], FUND];
    expect(items([...more, ["五", item("2210203"), "285.50"]], {}, at)).toEqual([
      "+~ −187.19 −285.50 = 0; warning; items 221",
    ]);
  });

  it("lack the one item that the glossary explains and they do not name", () => {
    const text = [
      "1.住房保障支出（类）住房改革支出（款）住房公积金（项）:支出决算为187.19万元。",
      "2.社会保障和就业支出（类）人力资源事务（款）行政运行（项）:支出决算为100.00万元。",
    ];
    const pad = (line: string): string => line.padEnd(60, " ");
    const all = text.map(pad).join("\n");
    const printed: readonly Printed[] = [
      TOTAL,
      HOUSING,
      ["五（三）", item("2210201"), "187.19"],
      ...Array.from({ length: 4 }, (_, index): Printed => ["二", `project-amount{label=${index}}`, "1.00"]),
      ["五（三）", item("2080101"), "100.00"],
    ];
    const glossary = (name: string, code = "2210203"): Statement => ({
      type: "named-item",
      list: "glossary",
      name,
      code,
      source: { start: 900, end: 901, text: name },
    });
    const allowance = glossary("住房保障支出（类）住房改革支出（款）购房补贴（项）");
    const lists = (...statements: readonly Statement[]): readonly string[] =>
      items(printed, { text: all, statements, profile: "sichuan" });
    expect(lists(allowance)).toEqual([
      "+~ −187.19 = 0; 购房补贴; items 221",
      "+~ −187.19 −100.00 = 0; 购房补贴; items 221",
    ]);
    // What it names already, what belongs to another fund, and two of a class say nothing.
    const none = ["+~ −187.19 = 0; items 221", "+~ −187.19 −100.00 = 0; items 221"];
    expect(lists()).toEqual(none);
    expect(lists(glossary("住房保障支出（类）住房改革支出（款）住房公积金（项）"))).toEqual(none);
    expect(lists(glossary("国有资本经营预算支出（类）其他支出（款）其他支出（项）", "2239901"))).toEqual(none);
    expect(lists(allowance, glossary("住房保障支出（类）住房改革支出（款）提租补贴（项）"))).toEqual(none);
    expect(lists({ ...allowance, list: "personnel" } as Statement)).toEqual(none);
    expect(lists(glossary("购房补贴"))).toEqual(none);
  });
});

describe("the budgets of the items", () => {
  const budgets = (...printed: readonly Printed[]): readonly string[] =>
    sums(ITEM_BUDGETS, contextOf("general-expenditure.items", printed));
  const planned = (code: string, text: string): Printed => ["五（三）", item(code, "stage=original-budget,"), text];
  const whole: Printed = ["五（三）", "expenditure{stage=original-budget,fund=general}", "446.25"];

  it("are within the budget of the whole", () => {
    expect(budgets(whole, planned("2210201", "187.75"), planned("2210203", "258.50"))).toEqual([
      "+187.75 +258.50 −446.25 <= 0",
    ]);
    expect(
      budgets(planned("2210201", "187.75"), whole, planned("2210201", "187.75"), planned("2210203", "258.50")),
    ).toEqual(["+187.75 +258.50 −446.25 <= 0"]);
  });

  it("may stand under no heading of their own, which only warns", () => {
    const printed = [whole, planned("2210201", "187.75"), planned("2210203", "258.50")];
    const [instance] = ITEM_BUDGETS.instances!(contextOf("general-expenditure", printed));
    expect(instance).toMatchObject({ severity: "warning", comparator: "<=", parts: { zh: "逐项说明的年初预算" } });
    const [headed] = ITEM_BUDGETS.instances!(contextOf("general-expenditure.items", printed));
    expect(headed!.severity).toBeUndefined();
  });

  it("are none of one item, of what was spent, or without a whole", () => {
    expect(budgets(whole, planned("2210201", "187.75"))).toEqual([]);
    expect(budgets(planned("2210201", "187.75"), planned("2210203", "258.50"))).toEqual([]);
    expect(budgets(whole, FUND, ALLOWANCE)).toEqual([]);
    expect(budgets(whole, planned("22102", "1.00"), planned("221", "2.00"))).toEqual([]);
    expect(
      sums(ITEM_BUDGETS, contextOf("totals", [whole, planned("2210201", "187.75"), planned("2210203", "258.50")])),
    ).toEqual([]);
  });
});

describe("a list of receptions", () => {
  const list = (of: string, figures: readonly number[]): Statement => ({
    type: "list",
    of: parseKey(of),
    figures,
    source: { start: 50, end: 51, text: "" },
  });
  const entries: readonly Printed[] = [
    ["七", "three-public{item=domestic-receptions}", "0.36"],
    ["七", "reception-batches{item=domestic}", "2个"],
    ["七", "three-public{label=省人社厅}", "0.32"],
    ["七", "three-public{label=市人社局}", "0.04"],
  ];
  const received = (statement: Statement, printed = entries): readonly string[] =>
    sums(LIST_SUM, contextOf("three-public", printed, { statements: [statement] }));

  it("adds up to what they cost, at home or of foreign guests", () => {
    expect(received(list("reception-batches{item=domestic}", [2, 3]))).toEqual(["+0.36 −0.32 −0.04 = 0"]);
    const foreign = entries.map(([section, key, text]): Printed => [
      section,
      key.replace("domestic-receptions", "foreign-receptions"),
      text,
    ]);
    expect(received(list("reception-batches{item=foreign}", [2, 3]), foreign)).toEqual(["+0.36 −0.32 −0.04 = 0"]);
    expect(received(list("reception-batches{item=foreign}", [2, 3]))).toEqual([]);
  });

  it("of one entry, of something else, or without a total, is not judged", () => {
    expect(received(list("reception-batches{item=domestic}", [2]))).toEqual([]);
    expect(received(list("missions", [2, 3]))).toEqual([]);
    expect(
      received(list("reception-batches{item=domestic}", [2, 3]), [["七", "x", "1.00"], ...entries.slice(1)]),
    ).toEqual([]);
  });

  it("has as many entries as are counted", () => {
    const counted = (figures: readonly number[], printed = entries) => [
      ...LIST_COUNT.judge!(
        contextOf("three-public", printed, { statements: [list("reception-batches{item=domestic}", figures)] }),
      ),
    ];
    expect(counted([2, 3])).toMatchObject([{ outcome: "holds", figures: [1] }]);
    expect(counted([2, 3])[0]).not.toHaveProperty("message");
    const [wrong] = counted([2]);
    expect(wrong).toMatchObject({
      outcome: "violated",
      stated: "2",
      expected: "1",
      figures: [1],
      culprits: [{ figure: 1 }],
    });
    expect(wrong!.message).toEqual({
      zh: "七称共2项，但所列明细有1项。",
      en: "section 七 says there are 2, but 1 entries are listed.",
    });
    expect(counted([2], [entries[0]!])).toMatchObject([
      { outcome: "not-checkable", reason: { zh: "没有印出应有的个数" } },
    ]);
  });
});
