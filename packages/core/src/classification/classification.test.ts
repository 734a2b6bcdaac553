import { describe, expect, it } from "vitest";
import { ECONOMIC_ITEMS, isEconomicItemOf } from "../tables/economic-items.ts";
import { FUNCTIONAL_CLASSES } from "../tables/functional-classes.ts";
import { LAST_EDITION, FIRST_EDITION, loadClassification, nameLookup } from "./index.ts";

const classification = await loadClassification();
const YEARS = Array.from({ length: LAST_EDITION - FIRST_EDITION + 1 }, (_, index) => FIRST_EDITION + index);

/** The first year whose tables list the economic items as they are now (财预〔2017〕98号). */
const FORMS_FROM = 2018;

describe("the data", () => {
  it("give every code one name in every year, and every code its parent", () => {
    for (const year of YEARS) {
      const seen = new Map<string, string>();
      for (const entry of classification.entries) {
        if ((entry.from ?? 0) > year || (entry.to ?? 9999) < year) continue;
        expect(seen.get(entry.code), `${entry.code} in ${year}`).toBeUndefined();
        seen.set(entry.code, entry.name);
      }
      for (const code of seen.keys())
        if (code.length > 3) expect(seen.has(code.slice(0, -2)), `parent of ${code} in ${year}`).toBe(true);
    }
  });

  it("agree with the classes and the economic items that the statutory tables print", () => {
    for (const [code, ...names] of FUNCTIONAL_CLASSES) {
      const spans = classification.history(code).map(({ name }) => name);
      expect(spans.length, code).toBeGreaterThan(0);
      expect(
        names.some((name) => spans.includes(name)),
        `${code} ${names[0]} / ${spans.join(" ")}`,
      ).toBe(true);
    }
    for (const [code, ...names] of ECONOMIC_ITEMS) {
      for (const year of YEARS.filter((one) => one >= FORMS_FROM))
        expect(isEconomicItemOf(code, year), `${code} in ${year}`).toBe(classification.entry(code, year) !== undefined);
      const spans = classification.history(code).map(({ name }) => name);
      expect(
        spans.some((span) =>
          names.some((name) => classification.verdict(code, name, 2024).verdict === "agrees" || name === span),
        ),
        `${code} ${names[0]} / ${spans.join(" ")}`,
      ).toBe(true);
    }
  });
});

describe("lookup", () => {
  it("finds a code in its year", () => {
    expect(classification.entry("20805", 2019)!.name).toBe("行政事业单位离退休");
    expect(classification.entry("20805", 2023)!.name).toBe("行政事业单位养老支出");
    expect(classification.entry("2999999", 2023)).toBeUndefined();
  });

  it("tells names that recur apart by their parent", () => {
    expect(classification.byName("行政运行", 2023).length).toBeGreaterThan(50);
    expect(classification.byName("行政运行", 2023, { parent: "20106" }).map(({ code }) => code)).toEqual(["2010601"]);
  });

  it("writes and reads paths in every form", () => {
    const path = "社会保障和就业支出（类）行政事业单位养老支出（款）机关事业单位基本养老保险缴费支出（项）";
    expect(classification.path("2080505", 2023)).toBe(path);
    for (const written of [
      path,
      "2080505",
      "208 05 05",
      "社会保障和就业(类)行政事业单位养老支出(款)机关事业单位基本养老保险缴费支出(项)",
    ])
      expect(classification.parsePath(written, 2023)?.code, written).toBe("2080505");
  });

  it("finds children and ancestors", () => {
    expect(classification.children("22102", 2023).map(({ name }) => name)).toEqual([
      "住房公积金",
      "提租补贴",
      "购房补贴",
    ]);
    expect(classification.ancestors("2210203", 2023).map(({ code }) => code)).toEqual(["221", "22102", "2210203"]);
  });

  it("finds a misread name with a score, and what one types: digits, characters, initials", () => {
    const [best] = classification.fuzzy("机关事业单位基木养老保险缴费支出", 2023, { parent: "20805" });
    expect(best).toMatchObject({ entry: { code: "2080505" } });
    expect(best!.score).toBeGreaterThan(0.8);
    expect(classification.search("22102", 2023).map(({ code }) => code)).toContain("2210201");
    expect(classification.search("购房", 2023).map(({ code }) => code)).toContain("2210203");
    expect(classification.search("gfbt", 2023).map(({ code }) => code)).toContain("2210203");
    // 调查 is read dc, 行业 hy, 重建 cj.
    expect(classification.search("tjcydc", 2023).map(({ code }) => code)).toEqual(["2010508"]);
  });
});

describe("COFOG", () => {
  it("goes by the class, and by the group where that clearly belongs elsewhere", () => {
    expect(classification.cofog("2080505")).toEqual({ division: "10" });
    expect(classification.cofog("2120501")?.division).toBe("05");
    expect(classification.cofog("2120104")?.division).toBe("06");
  });
});

describe("verdicts", () => {
  it.each([
    ["2080505", "机关事业单位基本养老保险缴费支出", 2024, "agrees", true],
    ["208", "社会保障和就业", 2023, "alias", true],
    ["20805", "行政事业单位离退休", 2025, "former-name", true],
    ["2111101", "减排专项支出", 2025, "other-name", true],
    ["2210204", "安居补贴", 2024, "no-such-code", true],
    ["2010777", "不知道", 2024, "no-such-code", false],
    ["20139", "社会工作事务", 2021, "other-year", true],
    ["A12", undefined, 2024, "unknown-scheme", false],
  ] as const)("%s %s in %i: %s", (code, name, year, verdict, certain) => {
    expect(classification.verdict(code, name, year)).toMatchObject({ verdict, certain });
  });

  it("names the code that carries the printed name", () => {
    expect(classification.verdict("2111101", "减排专项支出", 2025)).toMatchObject({
      name: "生态环境监测与信息",
      code: "2111103",
    });
  });

  it("names what a code became", () => {
    expect(classification.verdict("2049901", "其他公共安全支出", 2024)).toMatchObject({
      verdict: "other-year",
      code: "2049999",
    });
    expect(classification.moves("20822").later).toEqual([{ from: "20822", to: "21372", year: 2024, kind: "moved" }]);
    expect(classification.moves("2080501").earlier.map(({ from }) => from)).toEqual(["2080504"]);
  });

  it("finds an item under a group it does not belong to, where one code alone carries its name", () => {
    expect(classification.misplaced(["公共安全支出", "司法", "其他公共安全支出"], 2025)).toMatchObject({
      code: "2049999",
      certain: false,
    });
    expect(classification.misplaced(["住房保障支出", "住房改革支出", "死亡抚恤"], 2025)).toMatchObject({
      certain: true,
    });
    // Under its group, under many groups, and under none that is known.
    expect(classification.misplaced(["公共安全支出", "司法", "普法宣传"], 2025)).toBeUndefined();
    expect(classification.misplaced(["住房保障支出", "住房改革支出", "行政运行"], 2025)).toBeUndefined();
    expect(classification.misplaced(["住房保障支出", "住房改革支出", "安居补贴"], 2025)).toBeUndefined();
  });

  it("accepts both names around the year of a change", () => {
    expect(classification.verdict("20805", "行政事业单位离退休", 2020).verdict).toBe("alias");
  });
});

describe("nameLookup", () => {
  const lookup = nameLookup(classification, 2024);
  it("leads from a path to its code, past a short class name and a lost character", () => {
    expect(lookup.functional(["社会保障和就业", "行政事业单位养老支出", "机关事业单位职业年金缴费支出"])).toBe(
      "2080506",
    );
    expect(lookup.functional(["住房保障支出", "住房改革支出", "住房公积"])).toBe("2210201");
    expect(lookup.functional(["没有这一类"])).toBeUndefined();
    // A part of the class that it is nearly called as.
    expect(lookup.functional(["其他社会保障和就业支出"])).toBeUndefined();
  });

  it("leads from an economic name to its one code", () => {
    expect(lookup.economic("奖励金")).toBe("30309");
    expect(lookup.economic("饭贴")).toBeUndefined();
  });
});
