import { describe, expect, it } from "vitest";
import { printed, sums, type Row } from "./tables.test.support.ts";
import { BALANCE, DOWN, PARTS } from "./tables.ts";

describe("down a column", () => {
  const down = (...args: Parameters<typeof printed>): readonly string[] => sums(DOWN, printed(...args));
  const OPEN = "可能漏列科目行";

  it("a fixed row is the sum of those that it names; where some are not printed, one may be left out", () => {
    const rows: readonly Row[] = [
      ["total", "9.00"],
      ["overseas", "空"],
      ["vehicles", "8.00"],
      ["vehicle-purchase", "空"],
      ["vehicle-running", "8.00"],
      ["receptions", "1.00"],
    ];
    expect(down("general-three-public", ["amount"], rows)).toEqual([
      "+9.00 −空 −8.00 −1.00 = 0",
      "+8.00 −空 −8.00 = 0",
    ]);
    expect(down("general-three-public", ["amount"], rows.slice(0, 3))).toEqual([`+9.00 −空 −8.00 = 0; ${OPEN}; 0:0:0`]);
    expect(down("general-three-public", ["amount"], rows.slice(1))).toEqual(["+8.00 −空 −8.00 = 0"]);
    expect(down("general-three-public", ["amount"], [["total", "9.00"]])).toEqual([]);
    // The row of totals, however it is called.
    expect(down("general-three-public", ["amount"], [["合计", "9.00"], ...rows.slice(1, 3)])).toEqual([
      `+9.00 −空 −8.00 = 0; ${OPEN}; 0:0:0`,
    ]);
    expect(down("general-three-public", ["amount"], [["total", "·"], ...rows.slice(1, 3)])).toEqual([]);
    // A row printed twice is the first.
    expect(down("general-three-public", ["amount"], [...rows, ["total", "7.00"]])).toHaveLength(2);
    expect(down("general-three-public", ["amount"], [...rows, ["total", "7.00"]])[0]).toContain("+9.00");
  });

  it("is of every column", () => {
    const columns = ["amount@original-budget", "amount"];
    const rows: readonly Row[] = [
      ["vehicles", "8.50", "8.00"],
      ["vehicle-purchase", "·", "1.00"],
      ["vehicle-running", "8.50", "7.00"],
    ];
    expect(down("general-three-public", columns, rows)).toEqual(["+8.50 −8.50 = 0", "+8.00 −1.00 −7.00 = 0"]);
  });

  it("takes empty rows beside a printed total for nothing", () => {
    const rows: readonly Row[] = [
      ["vehicles", "8.00"],
      ["vehicle-purchase", "空"],
      ["vehicle-running", "空"],
    ];
    expect(down("general-three-public", ["amount"], rows)).toEqual(["+8.00 −空 −空 = 0"]);
  });

  it("needs the rows that tell which form it is, and leaves 其中 to another relation", () => {
    const rows: readonly Row[] = [
      ["receptions", "3.00"],
      ["receptions-abroad", "1.00"],
    ];
    expect(down("general-three-public", ["amount"], rows)).toEqual([]);
    const all: readonly Row[] = [...rows, ["domestic-receptions", "2.00"], ["foreign-guests", "0.50"]];
    expect(down("general-three-public", ["amount"], all)).toEqual(["+3.00 −2.00 −1.00 = 0"]);
    const parts = (...given: readonly Row[]): readonly string[] =>
      sums(PARTS, printed("general-three-public", ["amount"], given));
    expect(parts(...all)).toEqual(["−2.00 +0.50 <= 0"]);
    expect(parts(...all.slice(0, 3))).toEqual([]);
    expect(parts(...all.slice(3))).toEqual([]);
    expect(parts(["domestic-receptions", "·"], ["foreign-guests", "0.50"])).toEqual([]);
    expect(parts(["domestic-receptions", "2.00"], ["foreign-guests", "·"])).toEqual([]);
    expect(parts(["domestic-receptions", "2.00"], ["foreign-guests", "?"])).toEqual([]);
    expect(parts(["domestic-receptions", "?"], ["foreign-guests", "0.50"])).toEqual([]);
    expect(parts(["domestic-receptions", "空"], ["foreign-guests", "0.50"])).toEqual([]);
  });

  it("is of one block where two stand side by side, and what both end in is the same", () => {
    const table = printed(
      "revenue-and-expenditure",
      ["amount"],
      [
        ["0:revenue", "2826.88"],
        ["1:expenditure", "3037.90"],
        ["0:opening", "211.02"],
        ["1:closing", "空"],
        ["0:total", "3037.90"],
        ["1:total", "3037.90"],
      ],
    );
    expect(sums(DOWN, table)).toEqual([
      `+3037.90 −2826.88 −211.02 = 0; ${OPEN}; 0:4:0`,
      `+3037.90 −3037.90 −空 = 0; ${OPEN}; 0:5:1`,
    ]);
    expect(sums(BALANCE, table)).toEqual(["+3037.90 −3037.90 = 0"]);
    const balance = (...rows: readonly Row[]): readonly string[] =>
      sums(BALANCE, printed("revenue-and-expenditure", ["amount"], rows));
    expect(balance(["0:total", "3037.90"])).toEqual([]);
    expect(balance(["1:total", "3037.90"])).toEqual([]);
    expect(balance(["0:total", "3037.90"], ["1:total", "·"])).toEqual([]);
    expect(balance(["0:total", "3037.90"], ["1:total", "空"])).toEqual([]);
  });

  it("balances one fund where its carry-over is printed", () => {
    const rows: readonly Row[] = [
      ["0:general", "100.00", "·"],
      ["1:total", "·", "107.00"],
    ];
    expect(sums(BALANCE, printed("appropriation", ["amount", "general"], rows))).toEqual([]);
    expect(
      sums(BALANCE, printed("appropriation", ["amount", "general"], [...rows, ["0:opening.general", "7.00", "·"]])),
    ).toEqual(["+100.00 −107.00 +7.00 = 0"]);
  });
});

describe("a list of projects", () => {
  const down = (...rows: readonly Row[]) => sums(DOWN, printed("projects", ["total", "other"], rows));

  it("adds up to its total, whatever the projects are called", () => {
    expect(
      down(["合计", "60.00", "5.00"], ["项目:信息化运行维护", "35.00", "5.00"], ["项目:公园改造", "25.00", "空"]),
    ).toEqual(["+60.00 −35.00 −25.00 = 0; 可能漏列项目", "+5.00 −5.00 −空 = 0; 可能漏列项目"]);
  });

  it("adds up the staff of units as well", () => {
    const rows: readonly Row[] = [
      ["合计", "30"],
      ["项目:某县水利局（本级）", "16"],
      ["项目:某县水利工作站", "14"],
    ];
    expect(sums(DOWN, printed("units", ["establishment"], rows))).toEqual(["+30 −16 −14 = 0; 可能漏列单位"]);
  });

  it("is not added up where it is divided, or has one project", () => {
    const divided = [
      ["合计", "60.00"],
      ["项目:特定目标类", "25.00"],
      ["项目:信息化运行维护", "35.00"],
      ["项目:公园改造", "25.00"],
    ] as const;
    expect(down(...divided)).toEqual([]);
    expect(down(["合计", "60.00"], ["项目:信息化运行维护", "35.00"])).toEqual([]);
  });
});
