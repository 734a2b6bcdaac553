import { describe, expect, it } from "vitest";
import { byClass } from "./branch.ts";
import { Classification, isValid } from "./classification.ts";
import { levelOf, parentOf, type ClassificationEntry } from "./entry.ts";
import { classificationJudge } from "./judge.ts";
import { nameLookup } from "./lookup.ts";
import { likenessTo, nameKeyOf } from "./names.ts";

const entry = (code: string, name: string, more: Partial<ClassificationEntry> = {}): ClassificationEntry => ({
  code,
  name,
  scheme: code.startsWith("3") ? "economic" : "functional",
  ...(code.startsWith("3") ? { economic: "department" } : { fund: "general" }),
  level: levelOf(code),
  evidence: "attested",
  ...more,
});

/** A classification small enough to be read: one class renamed in 2022, one item that moved, one list that is whole. */
const small = new Classification({
  classes: byClass([
    entry("201", "一般公共服务支出"),
    entry("20106", "财政事务"),
    entry("2010601", "行政运行"),
    entry("2010602", "一般行政管理事务"),
    entry("20107", "税收事务"),
    entry("2010701", "行政运行"),
    entry("2010799", "其他税收事务支出", { evidence: "catalogue" }),
    entry("208", "社会保障和就业支出"),
    entry("20805", "行政事业单位离退休", { to: 2021 }),
    entry("20805", "行政事业单位养老支出", { from: 2022 }),
    entry("2080505", "机关事业单位基本养老保险缴费支出"),
    entry("2080599", "其他行政事业单位养老支出", { from: 2022, evidence: "uncertain" }),
    entry("20822", "大中型水库移民后期扶持基金支出", { to: 2019 }),
    entry("213", "农林水支出"),
    entry("21372", "大中型水库移民后期扶持基金支出", { from: 2020 }),
    entry("301", "工资福利支出"),
    entry("30101", "基本工资"),
    entry("30199", "其他工资福利支出"),
    entry("302", "商品和服务支出"),
    entry("30299", "其他商品和服务支出"),
    entry("501", "机关工资福利支出", { scheme: "economic", economic: "government" }),
    entry("50101", "基本工资", { scheme: "economic", economic: "government" }),
  ]),
  complete: ["20106"],
  cofog: new Map([
    ["208", { division: "10" }],
    ["20822", { note: "none holds it" }],
  ]),
  moves: [{ from: "20822", to: "21372", year: 2020, kind: "moved" }],
  initials: new Map([
    ["基", "j"],
    ["本", "b"],
    ["工", "g"],
    ["资", "z"],
  ]),
  readings: new Map([["行政运行", "xzyx"]]),
});

const codes = (entries: readonly ClassificationEntry[]): string[] => entries.map(({ code }) => code);

describe("codes", () => {
  it("have levels and parents by their length", () => {
    expect(["208", "20805", "2080505"].map(levelOf)).toEqual(["class", "group", "item"]);
    expect(["208", "20805", "2080505"].map(parentOf)).toEqual([undefined, "208", "20805"]);
  });

  it("are valid from their first year to their last, both included", () => {
    const span = entry("20805", "", { from: 2020, to: 2022 });
    expect([2019, 2020, 2022, 2023].map((year) => isValid(span, year))).toEqual([false, true, true, false]);
    expect(isValid(entry("208", ""), 1990)).toBe(true);
  });

  it("are found in their year, and in their latest span without one", () => {
    expect(small.entry("20805", 2021)?.name).toBe("行政事业单位离退休");
    expect(small.entry("20805", 2022)?.name).toBe("行政事业单位养老支出");
    expect(small.entry("20805")?.name).toBe("行政事业单位养老支出");
    expect(small.entry("20822", 2020)).toBeUndefined();
    expect(small.entry("999")).toBeUndefined();
    expect(small.history("20805").length).toBe(2);
    expect(small.history("999")).toEqual([]);
  });

  it("have children, each once, and classes by scheme", () => {
    expect(codes(small.children("208", 2023))).toEqual(["20805"]);
    expect(codes(small.children("208", 2019))).toEqual(["20805", "20822"]);
    expect(codes(small.children("2080505"))).toEqual([]);
    expect(codes(small.classes("functional", 2023))).toEqual(["201", "208", "213"]);
    expect(codes(small.classes("economic"))).toEqual(["301", "302", "501"]);
    expect(small.isComplete("20106")).toBe(true);
    expect(small.isComplete("20107")).toBe(false);
  });

  it("know what became of them, and their division", () => {
    expect(small.moves("20822").later.map(({ to }) => to)).toEqual(["21372"]);
    expect(small.moves("20822").earlier).toEqual([]);
    expect(small.moves("21372").earlier.map(({ from }) => from)).toEqual(["20822"]);
    expect(small.cofog("2080505")).toEqual({ division: "10" });
    expect(small.cofog("2082201")).toEqual({ note: "none holds it" });
    expect(small.cofog("201")).toBeUndefined();
  });
});

describe("names", () => {
  it("are compared without spaces, quotation marks, brackets and the ending 支出", () => {
    expect(nameKeyOf("社会保障和就业支出")).toBe(nameKeyOf(" 社会保障和就业"));
    expect(nameKeyOf("“三公”经费（本级）")).toBe("三公经费本级");
    expect(nameKeyOf("其它工资福利")).toBe("其他工资福利");
    // What is left must still be a name.
    expect(nameKeyOf("其他支出")).toBe("其他支出");
    expect(nameKeyOf("农林水支出")).toBe("农林水");
  });

  it("are alike by the pairs of characters that they share", () => {
    expect(likenessTo("行政运行")("行政运行")).toBe(1);
    expect(likenessTo("行政运行")("行政远行")).toBeCloseTo(1 / 3);
    expect(likenessTo("行政运行")("税收事务")).toBe(0);
    expect(likenessTo("事务事务")("事务")).toBeCloseTo(0.5);
    // Too short to be so like: said at once.
    expect(likenessTo("机关事业单位养老", 0.8)("养老")).toBe(0);
    expect(likenessTo("a")("b")).toBe(0);
  });

  it("are found by year, scheme and parent", () => {
    expect(codes(small.byName("行政运行", 2023))).toEqual(["2010601", "2010701"]);
    expect(codes(small.byName("行政运行", 2023, { parent: "20107" }))).toEqual(["2010701"]);
    expect(codes(small.byName("基本工资", 2023, { scheme: "functional" }))).toEqual([]);
    expect(codes(small.byName("行政事业单位离退休", 2023))).toEqual([]);
    expect(codes(small.byName("行政事业单位离退休", undefined))).toEqual(["20805"]);
    expect(codes(small.byName("没有这个", 2023))).toEqual([]);
  });

  it("lead along a path, and back to words", () => {
    expect(small.byPath(["一般公共服务", "税收事务", "行政运行"], 2023)?.code).toBe("2010701");
    expect(small.byPath(["一般公共服务", "行政运行"], 2023)).toBeUndefined();
    expect(small.byPath(["社会保障和就业", "行政事业单位离退休"], 2023)?.name).toBe("行政事业单位离退休");
    expect(small.byPath([])).toBeUndefined();
    expect(small.path("2010701")).toBe("一般公共服务支出（类）税收事务（款）行政运行（项）");
    expect(codes(small.ancestors("2080505", 2021))).toEqual(["208", "20805", "2080505"]);
    expect(codes(small.ancestors("2089999"))).toEqual(["208"]);
  });

  it.each([
    ["201 07 01", "2010701"],
    ["201.07", "20107"],
    ["２０１", "201"],
    ["一般公共服务（201类）税收事务（20107款）行政运行（2010701项）", "2010701"],
    ["一般公共服务(类)税收事务(款)", "20107"],
    [" 农林水支出（类） ", "213"],
    ["2010", undefined],
    ["行政运行（项）", undefined],
    ["行政运行", undefined],
  ])("%s is %s", (text, code) => {
    expect(small.parsePath(text, 2023)?.code).toBe(code);
  });

  it("are found although misread, best first, among those asked for", () => {
    const found = small.fuzzy("一般行政管理事物", 2023);
    expect(codes(found.map((match) => match.entry))).toEqual(["2010602"]);
    expect(found[0]!.score).toBeCloseTo(12 / 14);
    const namesLike = (year?: number): string[] =>
      small.fuzzy("行政事业单位离退体", year).map((match) => match.entry.name);
    expect(namesLike(2023)).toEqual(["行政事业单位养老支出"]);
    expect(namesLike()).toEqual(["行政事业单位离退休", "行政事业单位养老支出"]);
    expect(small.fuzzy("基本工资", 2023, { scheme: "functional" })).toEqual([]);
    expect(codes(small.fuzzy("税收事物", 2023, { parent: "201", least: 0.5 }).map((match) => match.entry))).toEqual([
      "20107",
    ]);
    expect(small.fuzzy("税收事物", 2023, { parent: "20106", least: 0.5 })).toEqual([]);
    const [best, next] = small.fuzzy("其他工资福利", 2023, { scheme: "economic", least: 0.3 });
    expect([best!.entry.code, best!.score]).toEqual(["30199", 1]);
    expect(next!.score).toBeLessThan(1);
  });

  it("are found as one types", () => {
    expect(codes(small.search("2010", 2023))).toEqual(["20106", "2010601", "2010602", "20107", "2010701", "2010799"]);
    expect(codes(small.search("2010", 2023, 2))).toEqual(["20106", "2010601"]);
    expect(codes(small.search("基本"))).toEqual(["2080505", "30101", "50101"]);
    expect(codes(small.search("jbgz"))).toEqual(["30101", "50101"]);
    expect(codes(small.search("XZYX", 2023))).toEqual(["2010601", "2010701"]);
    // Each code once, as its latest span has it; in a year, as it was then.
    expect(small.search("20805").map(({ name }) => name)[0]).toBe("行政事业单位养老支出");
    expect(small.search("20805", 2020).map(({ name }) => name)[0]).toBe("行政事业单位离退休");
    expect(codes(small.search("离退休", 2023))).toEqual([]);
    expect(codes(small.search("  "))).toEqual([]);
  });
});

describe("what is said of a printed code and its name", () => {
  it.each([
    ["2010601", "行政运行", 2023, { verdict: "agrees", name: "行政运行", certain: true }],
    ["2010601", undefined, 2023, { verdict: "agrees", name: "行政运行", certain: true }],
    ["2010601", "行政 运行", 2023, { verdict: "agrees", name: "行政运行", certain: true }],
    ["208", "社会保障和就业", 2023, { verdict: "alias", name: "社会保障和就业支出", certain: true }],
    ["2080599", undefined, 2023, { verdict: "agrees", name: "其他行政事业单位养老支出", certain: false }],
    ["2080599", "其他行政事业单位养老", 2023, { verdict: "alias", name: "其他行政事业单位养老支出", certain: false }],
    // Around the year of a change both names are met; later the old one is old.
    ["20805", "行政事业单位离退休", 2022, { verdict: "alias", name: "行政事业单位养老支出", certain: false }],
    ["20805", "行政事业单位养老支出", 2021, { verdict: "alias", name: "行政事业单位离退休", certain: false }],
    ["20805", "行政事业单位离退休", 2024, { verdict: "former-name", name: "行政事业单位养老支出", certain: true }],
    // 2026 was not yet seen.
    ["20805", "行政事业单位离退休", 2026, { verdict: "former-name", name: "行政事业单位养老支出", certain: false }],
    ["2010601", "一般行政管理事务", 2023, { verdict: "other-name", name: "行政运行", code: "2010602", certain: true }],
    ["2010601", "不知道", 2023, { verdict: "other-name", name: "行政运行", certain: true }],
    ["2010799", "不知道", 2023, { verdict: "other-name", name: "其他税收事务支出", certain: false }],
    ["2010601", "一般行政管理事务", 2018, { verdict: "other-name", name: "行政运行", code: "2010602", certain: false }],
    // A list that is whole has no other code; another may.
    ["2010605", "行政运行", 2023, { verdict: "no-such-code", certain: true }],
    [
      "2010603",
      "一般行政管理事务",
      2023,
      { verdict: "no-such-code", code: "2010602", name: "一般行政管理事务", certain: true },
    ],
    ["2010705", undefined, 2023, { verdict: "no-such-code", certain: false }],
    ["299", undefined, 2023, { verdict: "no-such-code", certain: false }],
    [
      "20822",
      undefined,
      2024,
      { verdict: "other-year", name: "大中型水库移民后期扶持基金支出", code: "21372", certain: true },
    ],
    [
      "20822",
      undefined,
      2020,
      { verdict: "other-year", name: "大中型水库移民后期扶持基金支出", code: "21372", certain: false },
    ],
    ["2080599", undefined, 2019, { verdict: "other-year", name: "其他行政事业单位养老支出", certain: false }],
    ["401", undefined, 2023, { verdict: "unknown-scheme", certain: false }],
    ["2010", undefined, 2023, { verdict: "unknown-scheme", certain: false }],
  ] as const)("%s %s in %i", (code, name, year, expected) => {
    expect(small.verdict(code, name, year)).toEqual(expected);
  });

  it("tells what stands under another group than its own", () => {
    expect(small.misplaced(["一般公共服务", "财政事务", "其他税收事务"], 2023)).toEqual({
      code: "2010799",
      path: "一般公共服务支出（类）税收事务（款）其他税收事务支出（项）",
      certain: true,
    });
    expect(small.misplaced(["一般公共服务", "税收事务", "一般行政管理事务"], 2023)).toMatchObject({ certain: false });
    expect(small.misplaced(["一般公共服务", "财政事务", "行政运行"], 2023)).toBeUndefined();
    expect(small.misplaced(["社会保障和就业", "行政事业单位养老支出", "行政运行"], 2023)).toBeUndefined();
    expect(small.misplaced(["没有", "财政事务"], 2023)).toBeUndefined();
    expect(small.misplaced([], 2023)).toBeUndefined();
  });

  it("reaches the relations in their own words", () => {
    const judge = classificationJudge(small);
    expect(judge.verdict("208", "社会保障和就业", 2023)).toEqual({
      verdict: "agrees",
      name: "社会保障和就业支出",
      certain: true,
    });
    expect(judge.verdict("20805", "行政事业单位离退休", 2024)).toEqual({
      verdict: "other-name",
      former: true,
      name: "行政事业单位养老支出",
      certain: true,
    });
    expect(judge.verdict("2010601", "一般行政管理事务", 2023)).toEqual({
      verdict: "other-name",
      name: "行政运行",
      code: "2010602",
      certain: true,
    });
    expect(judge.verdict("2010605", undefined, 2023)).toEqual({ verdict: "no-such-code", certain: true });
    expect(judge.verdict("20822", undefined, 2024)).toMatchObject({ verdict: "no-such-code", code: "21372" });
    expect(judge.verdict("A", undefined, 2024)).toEqual({ verdict: "unknown-scheme", certain: false });
    // Of what is not published nothing is known.
    expect(judge.verdict("201", undefined, 2027)).toEqual({ verdict: "unknown-year", certain: false });
    expect(judge.verdict("201", undefined, 2026)).toMatchObject({ verdict: "agrees" });
    expect(judge.misplaced?.(["一般公共服务", "财政事务", "其他税收事务"], 2026)).toMatchObject({ code: "2010799" });
    expect(judge.misplaced?.(["一般公共服务", "财政事务", "其他税收事务"], 2027)).toBeUndefined();
  });
});

describe("names to codes", () => {
  const lookup = nameLookup(small, 2023);

  it("leads along names that are unmistakable", () => {
    expect(lookup.functional(["一般公共服务", "税收事务", "行政运行"])).toBe("2010701");
    expect(lookup.functional(["社会保障和就业", "行政事业单位养老", "机关事业单位基木养老保险缴费"])).toBe("2080505");
    expect(lookup.functional(["社会保障和就业", "行政事业单位养老", "机关职业年金"])).toBeUndefined();
    expect(lookup.functional(["社会保障和就业", "行政事业单位养老支出", "机关事业单位基本养老保险缴费用"])).toBe(
      "2080505",
    );
    expect(lookup.functional(["社会保障和就业支出", "机关事业单位基本养老保险缴费支出"])).toBe("2080505");
    expect(lookup.functional(["没有这个"])).toBeUndefined();
    expect(lookup.functional([])).toBeUndefined();
  });

  it("finds objects of a department's budget, items before classes", () => {
    expect(lookup.economic("基本工资")).toBe("30101");
    expect(lookup.economic("工资福利")).toBe("301");
    expect(lookup.economic("机关工资福利支出")).toBeUndefined();
    expect(lookup.economic("行政运行")).toBeUndefined();
  });
});
