import { describe, expect, it } from "vitest";
import { disclosureOf, figureOf, type Printed } from "../../testing/printed.ts";
import { buildContext } from "../context.ts";
import { IDENTITY_RELATIONS } from "./identities.ts";

/** The identities of a relation that a document states, as keys; `?` is stated nowhere. */
function stated(id: string, ...printed: readonly Printed[]): readonly string[] {
  const context = buildContext(disclosureOf(printed.map(figureOf)));
  const relation = IDENTITY_RELATIONS.find((one) => one.id === id)!;
  return [...relation.instances!(context)].map((instance) => {
    if (instance.form !== "linear") return "";
    expect(instance.relation).toBe(id);
    const terms = instance.terms.map(
      ({ key, coefficient }) => `${coefficient < 0 ? "−" : "+"}${context.facts.get(key)?.[0]?.text ?? "?"}`,
    );
    return `${terms.join(" ")} ${instance.comparator} 0${instance.severity ? `（${instance.severity}）` : ""}`;
  });
}

describe("personnel and public funds of all funds together", () => {
  const told = (section: string): readonly string[] =>
    stated(
      "identity.personnel-and-public",
      ["三", "expenditure{nature=basic}", "900.00"],
      [section, "expenditure{nature=basic,group=personnel}", "810.00"],
      [section, "expenditure{nature=basic,group=public}", "90.00"],
    );

  it("are basic expenditure where one passage tells the three", () => {
    expect(told("三")).toContain("+900.00 −810.00 −90.00 = 0");
    expect(told("六")).toEqual([]);
  });
});

describe("official vehicles held", () => {
  const held = (value: string): readonly string[] =>
    stated("count.vehicles-held", ["七", "vehicles-held", value], ["十", "state-vehicles", "5"]);

  it("are among the vehicles owned, and as many bear each other out", () => {
    expect(held("4")).toEqual(["−5 +4 <= 0"]);
    expect(held("5")).toEqual(["+5 −5 = 0（error）"]);
  });
});

describe("receptions", () => {
  const RECEIVED: readonly Printed[] = [
    ["七", "three-public{item=receptions}", "24.71"],
    ["七", "three-public{item=foreign-receptions}", "3.46"],
    ["七", "three-public{item=domestic-receptions}", "21.25"],
  ];
  const sums = (printed: readonly Printed[], text = "。".repeat(200)): readonly string[] => {
    const context = buildContext(disclosureOf(printed.map(figureOf)), { text });
    const relation = IDENTITY_RELATIONS.find(({ id }) => id === "three-public.sum")!;
    return [...relation.instances!(context)].map(({ relation: own }) => own);
  };

  it("at home and of foreign guests told side by side are all receptions", () => {
    expect(sums(RECEIVED)).toHaveLength(1);
  });

  it("at home may hold those of foreign guests: then they are as much as all", () => {
    expect(sums([RECEIVED[0]!, RECEIVED[1]!, ["七", "three-public{item=domestic-receptions}", "24.71"]])).toEqual([]);
  });

  it("abroad may be told beside both", () => {
    expect(sums([...RECEIVED, ["七", "three-public{item=receptions,label=国（境）外接待费}", "1.00"]])).toEqual([]);
  });
});

describe("sources of revenue of which some are told", () => {
  const revenue = (section: string, institutional = "10.00"): readonly string[] =>
    stated(
      "identity.revenue-sources",
      ["二", "revenue", "100.00"],
      [section, "revenue{fund=appropriation}", "80.00"],
      [section, "revenue{source=institutional}", institutional],
    );

  it("are within the revenue that the same passage tells", () => {
    expect(revenue("二")).toEqual(["−100.00 +80.00 +10.00 <= 0"]);
  });

  it("are the revenue where they come to it", () => {
    expect(revenue("二", "20.00")).toEqual(["+100.00 −80.00 −20.00 = 0"]);
  });

  it("are not judged where another passage tells them", () => {
    expect(revenue("四")).toEqual([]);
  });

  it("are not judged where one of them is a part of another: 其他收入15万元，其中上级补助收入5万元", () => {
    // Each figure stands ten characters behind the one before it.
    const sums = (between: string): number => {
      const printed: readonly Printed[] = [
        ["二", "revenue", "100.00"],
        ["二", "revenue{source=other}", "15.00"],
        ["二", "revenue{source=superior-subsidy}", "5.00"],
      ];
      const text = `${"。".repeat(15)}${between}`.padEnd(40, "。");
      const context = buildContext(disclosureOf(printed.map(figureOf)), { text });
      const relation = IDENTITY_RELATIONS.find(({ id }) => id === "identity.revenue-sources")!;
      return [...relation.instances!(context)].length;
    };
    expect(sums("，其中：")).toBe(0);
    expect(sums("（含")).toBe(0);
    expect(sums("、")).toBe(1);
  });
});

describe("“three public” expenses with vehicles told by their running costs alone", () => {
  const TOLD: readonly Printed[] = [
    ["七", "three-public", "8.53"],
    ["七", "three-public{item=overseas}", "0"],
    ["七", "three-public{item=vehicle-running}", "5.50"],
    ["七", "three-public{item=receptions}", "3.03"],
  ];

  it("are at least what is told: a purchase may be left out", () => {
    expect(stated("three-public.sum", ...TOLD)).toEqual(["−8.53 +0 +5.50 +3.03 <= 0"]);
  });

  it("are what is told where the purchase is too", () => {
    const purchase: Printed = ["七", "three-public{item=vehicle-purchase}", "0"];
    expect(stated("three-public.sum", ...TOLD, purchase)).toEqual(["+8.53 −0 −0 −5.50 −3.03 = 0"]);
  });

  it("say nothing of vehicles where only receptions are told", () => {
    expect(stated("three-public.sum", TOLD[0]!, TOLD[3]!)).toEqual([]);
  });
});

describe("vehicles", () => {
  const vehicles = (...items: readonly (readonly [string, string])[]): readonly string[] =>
    stated(
      "count.vehicles",
      ["十", "state-vehicles", "12个"],
      ...items.map(([item, count]): Printed => ["十", `state-vehicles{item=${item}}`, count]),
    );

  it("are as many as their kinds; a list that does not end in others may not be complete", () => {
    expect(vehicles(["duty", "8个"], ["other", "4个"])).toEqual(["+12 −8 −4 = 0"]);
    expect(vehicles(["duty", "8个"], ["law-enforcement", "3个"])).toEqual(["+12 −8 −3 = 0（warning）"]);
    expect(vehicles(["duty", "8个"])).toEqual([]);
    expect(vehicles(["sedan", "7个"], ["coach", "5个"])).toEqual(["+12 −7 −5 = 0（warning）"]);
  });

  it("told by build and by use are told twice, and each list is of all of them", () => {
    expect(vehicles(["sedan", "7个"], ["duty", "8个"], ["coach", "5个"], ["other", "4个"])).toEqual([
      "+12 −7 −5 = 0（warning）",
      "+12 −8 −4 = 0",
    ]);
    // 其他 alone is no use told: it ends the list of builds.
    expect(vehicles(["sedan", "7个"], ["coach", "2个"], ["other", "3个"])).toEqual(["+12 −7 −2 −3 = 0"]);
    expect(vehicles(["sedan", "7个"], ["duty", "8个"], ["other", "4个"])).toEqual(["+12 −8 −4 = 0"]);
  });
});

describe("performance", () => {
  it("sorts the projects assessed into four grades, and the issues found by whether they are put right", () => {
    const project = (item: string, count: string): Printed => ["十一", `performance-projects{item=${item}}`, count];
    expect(
      stated(
        "count.performance",
        project("self-evaluation", "16个"),
        project("excellent", "12个"),
        project("good", "3个"),
        project("pass", "1个"),
        project("fail", "0个"),
      ),
    ).toEqual(["+16 −12 −3 −1 −0 = 0（warning）"]);
    expect(
      stated(
        "count.performance",
        ["十一", "performance-issues", "9个"],
        ["十一", "performance-issues{item=rectified}", "7个"],
        ["十一", "performance-issues{item=rectifying}", "2个"],
      ),
    ).toEqual(["+9 −7 −2 = 0（warning）"]);
  });
});

describe("staff", () => {
  const staff = (...items: readonly (readonly [string, string])[]): readonly string[] =>
    stated("count.staff", ...items.map(([item, count]): Printed => ["一", `staff{item=${item}}`, count]));
  const told = [
    ["actual", "60个"],
    ["administrative", "30个"],
    ["civil-service-managed", "12个"],
    ["institutional", "15个"],
  ] as const;

  it("are those of each kind of post, and support staff where they are told", () => {
    expect(staff(...told)).toEqual(["+60 −30 −12 −15 = 0（warning）"]);
    expect(staff(...told, ["support", "3个"])).toEqual(["+60 −30 −12 −15 −3 = 0（warning）"]);
  });
});

describe("money", () => {
  const funds = (concept: string, rest = ""): readonly string[] =>
    stated(
      "identity.funds",
      ["一", `${concept}{fund=appropriation${rest}}`, "2826.88"],
      ["一", `${concept}{fund=general${rest}}`, "2819.38"],
      ["一", `${concept}{fund=government-fund${rest}}`, "0.00"],
      ["一", `${concept}{fund=state-capital${rest}}`, "7.50"],
    );

  it("appropriated is that of the three funds, and so are basic and project expenditure", () => {
    const whole = ["+2826.88 −2819.38 −0.00 −7.50 = 0"];
    expect(funds("revenue")).toEqual(whole);
    expect(funds("expenditure")).toEqual(whole);
    expect(funds("expenditure", ",nature=basic")).toEqual(whole);
    expect(funds("expenditure", ",nature=project")).toEqual(whole);
    expect(funds("revenue", ",nature=project")).toEqual([]);
  });

  const sources = (...extra: readonly Printed[]): readonly string[] =>
    stated(
      "identity.revenue-sources",
      ["二", "revenue", "300.00"],
      ["二", "revenue{fund=appropriation}", "100.00"],
      ...["superior-subsidy", "institutional", "operating", "subordinate", "other"].map((source): Printed => [
        "二",
        `revenue{source=${source}}`,
        "40.00",
      ]),
      ...extra,
    );

  it("received is from the statutory sources, unless the document names one of its own", () => {
    const whole = ["+300.00 −100.00 −40.00 −40.00 −40.00 −40.00 −40.00 = 0"];
    expect(sources()).toEqual(whole);
    expect(sources(["二", "revenue{label=财政专户管理教育收费}", "200.00"])).toEqual([]);
    expect(sources(["二", "revenue{label=财政专户管理教育收费,measure=share,of=revenue}", "40%"])).toEqual(whole);
    expect(sources(["二", "project-amount{label=教育收费}", "200.00"])).toEqual(whole);
  });
});
