import { describe, expect, it } from "vitest";
import { printed, SPENT, sums, type Row, type Stray } from "./tables.test.support.ts";
import { ACROSS, PARTS } from "./tables.ts";

describe("across a row", () => {
  const across = (...args: Parameters<typeof printed>): readonly string[] => sums(ACROSS, printed(...args));

  it("a total is the sum of its parts, of which an empty one is nothing", () => {
    expect(
      across("expenditure", SPENT, [
        ["合计", "3037.90", "1135.67", "1902.23"],
        ["212", "61.50", "空", "61.50"],
        ["208", "空", "1135.67", "1840.73"],
      ]),
    ).toEqual(["+3037.90 −1135.67 −1902.23 = 0", "+61.50 −空 −61.50 = 0", "+空 −1135.67 −1840.73 = 0"]);
  });

  it("is none where no part is printed, or the row is one of the heading too", () => {
    expect(across("expenditure", ["total"], [["合计", "3037.90"]])).toEqual([]);
    expect(
      across("expenditure", SPENT, [
        ["合计", "61.50", "·", "·"],
        ["212", "61.50", "1.50", "60.00"],
      ]),
    ).toEqual(["+61.50 −1.50 −60.00 = 0"]);
    expect(
      across("expenditure", SPENT, [
        ["合计", "·", "1.50", "60.00"],
        ["212", "61.50", "1.50", "60.00"],
      ]),
    ).toEqual(["+61.50 −1.50 −60.00 = 0"]);
    expect(
      across("expenditure", SPENT, [
        ["合计", "61.50", "·", "61.50"],
        ["212", "61.50", "1.50", "60.00"],
      ]),
    ).toEqual(["+61.50 −1.50 −60.00 = 0"]);
  });

  it("is none of parts that stand beyond the edge of the paper", () => {
    const row: Row = ["208", "61.50", "1.50"];
    expect(across("expenditure", ["total", "basic"], [row])).toHaveLength(1);
    expect(across("expenditure", ["total", "basic"], [row], { cut: true })).toEqual([]);
    const detail = ["total", "301", "30101", "30102", "302", "30201"];
    const wide: Row = ["208", "99.00", "3.00", "1.00", "2.00", "7.00", "5.00"];
    expect(across("general-expenditure-detail", detail, [wide], { cut: true })).toEqual([
      "+3.00 −1.00 −2.00 = 0; 可能漏列科目列",
    ]);
  });

  it("takes parts that are all empty for nothing only where their columns are filled in elsewhere", () => {
    const left: Row = ["208", "61.50", "空", "空"];
    expect(across("expenditure", SPENT, [left])).toEqual([]);
    expect(across("expenditure", SPENT, [left, ["212", "空", "1.50", "空"]])).toEqual([
      "+61.50 −空 −空 = 0",
      "+空 −1.50 −空 = 0",
    ]);
    expect(
      across("expenditure", SPENT, [
        ["208", "空", "空", "空"],
        ["212", "1.50", "1.50", "空"],
      ]),
    ).toEqual(["+1.50 −1.50 −空 = 0"]);
  });

  it("is none where one of its numbers could not be read", () => {
    for (const row of [
      ["208", "?", "1.50", "60.00"],
      ["208", "61.50", "?", "60.00"],
    ] as const) {
      expect(across("expenditure", SPENT, [row])).toEqual([]);
    }
    const flow = ["opening", "revenue", "expenditure", "closing"];
    expect(across("project-flow", flow, [["208", "10.00", "50.00", "?", "15.00"]])).toEqual([]);
  });

  it("is of each stage by itself", () => {
    const columns = [...SPENT.map((id) => `${id}@original-budget`), ...SPENT];
    expect(
      across("general-expenditure", columns, [["208", "30.00", "10.00", "20.00", "33.00", "11.00", "22.00"]]),
    ).toEqual(["+30.00 −10.00 −20.00 = 0", "+33.00 −11.00 −22.00 = 0"]);
  });

  it("takes what is less away, and needs every column without which it would mean nothing", () => {
    const flow = ["opening", "revenue", "expenditure", "closing"];
    const row: Row = ["208", "10.00", "50.00", "45.00", "15.00"];
    expect(across("project-flow", flow, [row])).toEqual(["+15.00 −10.00 −50.00 +45.00 = 0"]);
    const less = (name: string): readonly string[] => {
      const kept = flow.map((_, at) => at).filter((at) => flow[at] !== name);
      return across(
        "project-flow",
        kept.map((at) => flow[at]!),
        [["208", ...kept.map((at) => row[at + 1]!)]],
      );
    };
    for (const name of flow) expect(less(name)).toEqual([]);
    expect(across("project-flow", flow, [["208", "10.00", "50.00", "·", "15.00"], row])).toHaveLength(1);
    const personnel = [...SPENT, "basic.personnel"];
    expect(across("general-expenditure", personnel, [["208", "3.00", "2.00", "1.00", "1.50"]])).toEqual([
      "+3.00 −2.00 −1.00 = 0",
    ]);
    expect(
      across("general-expenditure", [...personnel, "basic.public"], [["208", "3.00", "2.00", "1.00", "1.50", "0.50"]]),
    ).toEqual(["+3.00 −2.00 −1.00 = 0", "+2.00 −1.50 −0.50 = 0"]);
  });

  it("is no equation where only some parts are told", () => {
    const columns = ["total", "appropriation", "institutional", "education-fees"];
    const table = printed("revenue", columns, [["205", "300.00", "100.00", "200.00", "180.00"]]);
    expect(sums(ACROSS, table)).toEqual(["+300.00 −100.00 −200.00 = 0"]);
    expect(sums(PARTS, table)).toEqual(["−200.00 +180.00 <= 0"]);
    const parts = (...cells: readonly string[]): readonly string[] =>
      sums(PARTS, printed("revenue", columns, [["205", "300.00", "100.00", ...cells]]));
    expect(parts("空", "180.00")).toEqual([]);
    expect(parts("200.00", "空")).toEqual([]);
    expect(parts("·", "180.00")).toEqual([]);
    expect(parts("200.00", "·")).toEqual([]);
  });

  const CODES = ["total", "301", "30101", "30102", "302", "30201", "30202"];
  const WIDE: Row = ["208", "90.00", "60.00", "40.00", "20.00", "30.00", "18.00", "12.00"];
  const OPEN = "可能漏列科目列";

  it("adds the classes of a wide table to its total, and groups to their class", () => {
    expect(across("project-expenditure", CODES, [WIDE])).toEqual([
      `+90.00 −60.00 −30.00 = 0; ${OPEN}`,
      `+60.00 −40.00 −20.00 = 0; ${OPEN}`,
      `+30.00 −18.00 −12.00 = 0; ${OPEN}`,
    ]);
    const [first, second] = ACROSS.instances!(printed("project-expenditure", CODES, [WIDE]));
    expect([first!.open!.en, second!.open!.en]).toEqual(["a column may be missing", "a column may be missing"]);
    expect(across("project-expenditure", ["total", "30101", "30301"], [["208", "60.00", "40.00", "20.00"]])).toEqual([
      `+60.00 −40.00 −20.00 = 0; ${OPEN}`,
    ]);
    expect(across("project-expenditure", ["total", "301", "30201"], [["208", "60.00", "40.00", "20.00"]])).toEqual([
      `+60.00 −40.00 = 0; ${OPEN}`,
    ]);
    expect(across("project-expenditure", ["301", "302"], [["208", "40.00", "20.00"]])).toEqual([]);
    expect(across("project-expenditure", ["total"], [["208", "40.00"]])).toEqual([]);
    expect(across("project-expenditure", ["total", "30", "x301"], [["208", "40.00", "空", "20.00"]])).toEqual([
      `+40.00 −空 = 0; ${OPEN}`,
    ]);
    // 30130 is a group of 301 alone.
    expect(across("project-expenditure", ["301", "30130", "302"], [["208", "40.00", "20.00", "9.00"]])).toEqual([
      `+40.00 −20.00 = 0; ${OPEN}`,
    ]);
    expect(across("project-expenditure", ["301", "302", "30302"], [["208", "40.00", "20.00", "9.00"]])).toEqual([]);
  });

  it("takes empty groups for nothing where any of them is filled in elsewhere", () => {
    const columns = ["301", "30101", "30102"];
    const row: Row = ["208", "40.00", "空", "空"];
    expect(across("project-expenditure", columns, [row])).toEqual([]);
    expect(across("project-expenditure", columns, [row, ["212", "空", "5.00", "空"]])).toEqual([
      `+40.00 −空 −空 = 0; ${OPEN}`,
      `+空 −5.00 −空 = 0; ${OPEN}`,
    ]);
    expect(across("project-expenditure", ["total", "301"], [["208", "40.00", "空"]])).toEqual([
      `+40.00 −空 = 0; ${OPEN}`,
    ]);
    expect(across("project-expenditure", ["total", "301"], [["208", "40.00", "?"]])).toEqual([]);
    expect(across("project-expenditure", columns, [["208", "·", "5.00", "5.00"]])).toEqual([]);
    expect(across("project-expenditure", columns, [["208", "40.00", "?", "5.00"]])).toEqual([]);
  });

  it("judges no wide row in which a number was left over: it may be the column that the sum lacks", () => {
    const stray = (one: Stray): number => across("project-expenditure", CODES, [WIDE], { strays: [one] }).length;
    expect(stray({ row: "208" })).toBe(0);
    expect(stray({ row: "208", start: 999 })).toBe(0);
    expect(stray({ row: "212" })).toBe(3);
    expect(stray({})).toBe(3);
    expect(stray({ row: "208", start: 1000 })).toBe(3);
    expect(stray({ row: "208", start: -1 })).toBe(3);
    expect(stray({ row: "208", unit: "percent" })).toBe(3);
  });

  it("has nothing to do with columns that are not known, with empty tables, or with tables of other kinds", () => {
    expect(across("expenditure", ["", ...SPENT], [["208", "5.00", "3.00", "2.00", "1.00"]])).toEqual([
      "+3.00 −2.00 −1.00 = 0",
    ]);
    expect(across("expenditure", SPENT, [["208", "3.00", "2.00", "1.00"]], { empty: true })).toEqual([]);
    expect(across("annex", SPENT, [["208", "3.00", "2.00", "1.00"]])).toEqual([]);
    // A column printed twice is the first.
    expect(across("expenditure", [...SPENT, "project"], [["208", "3.00", "2.00", "1.00", "9.00"]])).toEqual([
      "+3.00 −2.00 −1.00 = 0",
    ]);
  });
});
