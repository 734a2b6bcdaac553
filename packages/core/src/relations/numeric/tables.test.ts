import { describe, expect, it } from "vitest";
import type { BoundCell, BoundFigure, BoundRow, UnboundFigure } from "../../facts/disclosure.ts";
import { cellOf, disclosureOf } from "../../testing/printed.ts";
import { buildContext } from "../context.ts";
import type { CheckContext, Relation } from "../relation.ts";
import { CLASSES } from "./classes.ts";
import { ACROSS, BALANCE, DOWN, PARTS } from "./tables.ts";

/**
 * A row as its name and what its columns print: `空` is an empty cell, `·` none at all (a heading merged over it), `?` a number
 * that could not be read. The name is a code, 合计, `款:名称` for a line without a code, or a declared row, after the number of
 * its block where tables stand side by side (`1:total`). A code and a dash (`2080505-`) is a project under that item.
 */
type Row = readonly [name: string, ...cells: string[]];

const LEVELS: Readonly<Record<number, BoundRow["level"]>> = { 3: "class", 5: "group", 7: "item" };

function rowOf(name: string, index: number): BoundRow {
  const [, block, own] = /^(?:(\d):)?(.*)$/.exec(name)!;
  const source = { start: index * 100, end: index * 100 + 1, text: own! };
  const placed = { index, source, label: own!, ...(block !== undefined && { block: Number(block) }) };
  if (own === "合计") return { ...placed, level: "grand-total" };
  if (/^\d+-$/.test(own!)) return { ...placed, level: "line", code: own!.slice(0, -1) };
  if (/^\d+$/.test(own!)) return { ...placed, level: LEVELS[own!.length] ?? "item", code: own! };
  if (own!.startsWith("款:")) return { ...placed, level: "group", code: "—" };
  if (own!.startsWith("项目:")) return { ...placed, label: own!.slice(3), level: "line" };
  return { ...placed, level: "line", id: own! };
}

/** A number that no column took, as far as it differs from one that stands within the table, in no row of it. */
type Stray = Partial<UnboundFigure["source"]> & { readonly unit?: UnboundFigure["unit"] };

/** A document of one table. */
function printed(
  table: string,
  columns: readonly string[],
  rows: readonly Row[],
  {
    strays = [],
    empty = false,
    cut = false,
  }: { readonly strays?: readonly Stray[]; readonly empty?: boolean; readonly cut?: boolean } = {},
): CheckContext {
  const figures: BoundFigure[] = [];
  const cells: BoundCell[] = [];
  const bound = rows.map(([name], index) => rowOf(name, index));
  for (const [row, [name, ...texts]] of rows.entries()) {
    for (const [column, text] of texts.entries()) {
      if (text === "·") continue;
      const figure = cellOf(table, `cell{label=${name},item=${columns[column]}}`, text, row * 20 + column);
      const { block } = bound[row]!;
      const cell = { row, column, key: figure, source: figure.source, ...(block !== undefined && { block }) };
      if (text === "空") cells.push({ ...cell, blank: "empty" });
      else cells.push({ ...cell, figure: figure.id });
      if (text !== "空" && text !== "?") figures.push(figure);
    }
  }
  const bounds = {
    table,
    source: { start: 0, end: 1000, text: "" },
    columns: columns.map((id, index) => (id === "" ? { index, heading: "备注" } : { index, id, heading: id })),
    rows: bound,
    cells,
    empty,
    cut,
  };
  const unbound = strays.map(({ unit = "ten-thousand-yuan", ...place }, id): UnboundFigure => {
    const source = { start: 0, end: 1, text: "7.50", ...place };
    return { id: 900 + id, text: "7.50", value: "7.50", decimals: 2, unit, source, reason: "没有列" };
  });
  return buildContext({ ...disclosureOf(figures, { tables: [bounds] }), unbound });
}

/** The sums made of a table, as it prints them. */
function sums(relation: Relation, context: CheckContext): readonly string[] {
  return [...relation.instances!(context)].map((instance) => {
    if (instance.form !== "linear") return "";
    expect(instance.relation).toBe(relation.id);
    const own = instance.terms.flatMap(({ figures }) => figures);
    expect(instance.sources).toEqual(own.map((id) => context.figures.get(id)!.source));
    expect(instance.place.zh).toContain("《");
    const terms = instance.terms.map(({ figures, coefficient, blank, source }) => {
      expect(source !== undefined).toBe(blank === true);
      return `${coefficient < 0 ? "−" : "+"}${blank ? "空" : context.figures.get(figures[0]!)!.text}`;
    });
    const rest = [instance.open?.zh, instance.list].filter((one) => one !== undefined);
    return [`${terms.join(" ")} ${instance.comparator} 0`, ...rest].join("; ");
  });
}

const SPENT = ["total", "basic", "project"];

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

describe("class, group, item", () => {
  const classes = (...rows: readonly Row[]): readonly string[] =>
    sums(CLASSES, printed("expenditure", ["total"], rows)).map((sum) => sum.replace("; 可能漏列科目行; ", "; "));
  const HOUSING: readonly Row[] = [
    ["合计", "445.69"],
    ["221", "445.69"],
    ["22102", "445.69"],
    ["2210201", "187.19"],
    ["2210203", "258.50"],
  ];

  it("add up level by level", () => {
    expect(classes(...HOUSING)).toEqual([
      "+445.69 −445.69 = 0; 0:0:0",
      "+445.69 −445.69 = 0; 0:1:0",
      "+445.69 −187.19 −258.50 = 0; 0:2:0",
    ]);
    expect(classes(...HOUSING.slice(1))).toHaveLength(2);
    expect(classes(["合计", "445.69"])).toEqual([]);
    expect(classes(["合计", "9.00"], ["208", "4.00"], ["221", "5.00"])).toEqual(["+9.00 −4.00 −5.00 = 0; 0:0:0"]);
  });

  it("skip a level that is not printed", () => {
    expect(classes(["221", "445.69"], ["2210201", "187.19"], ["2210203", "258.50"])).toEqual([
      "+445.69 −187.19 −258.50 = 0; 0:0:0",
    ]);
    expect(classes(["合计", "4.00"], ["2210201", "1.50"], ["2210203", "2.50"])).toEqual([
      "+4.00 −1.50 −2.50 = 0; 0:0:0",
    ]);
  });

  it("leave out projects, which repeat their item's code, and rows without one", () => {
    expect(classes(...HOUSING, ["2210203-", "250.00"], ["2210203-", "8.50"])).toHaveLength(3);
    expect(classes(...HOUSING, ["款:住房", "1.00"], ["款:住房改革", "2.00"])).toHaveLength(3);
  });

  it("are not judged where one code is printed twice", () => {
    expect(classes(...HOUSING, ["2210203", "1.00"])).toEqual([]);
  });

  it("are judged column by column, as far as cells are printed", () => {
    expect(
      sums(
        CLASSES,
        printed("expenditure", SPENT, [
          ["221", "3.00", "2.00", "·"],
          ["22102", "3.00", "空", "1.00"],
        ]),
      ),
    ).toEqual(["+3.00 −3.00 = 0; 可能漏列科目行; 0:0:0", "+2.00 −空 = 0; 可能漏列科目行; 0:0:0"]);
    expect(classes(["221", "3.00"], ["22102", "·"])).toEqual([]);
    expect(classes(["221", "空"], ["22102", "空"])).toEqual([]);
  });

  it("are of classifications alone", () => {
    expect(
      sums(
        CLASSES,
        printed(
          "general-three-public",
          ["amount"],
          [
            ["221", "3.00"],
            ["22102", "3.00"],
          ],
        ),
      ),
    ).toEqual([]);
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

describe("a row that was not read", () => {
  // "?" is a number that was bound to nothing.
  const unread = (row: string): readonly Row[] => [
    ["合计", "20.00"],
    ["205", "12.00"],
    ["20502", "5.00"],
    [row, "?"],
    ["208", "8.00"],
    ["20805", "8.00"],
  ];

  it("leaves open what the sums around it come to, and no others", () => {
    const sumsOf = (row: string) => sums(CLASSES, printed("expenditure", ["total"], unread(row)));
    expect(sumsOf("项目:进修及培")).toEqual(["+8.00 −8.00 = 0; 可能漏列科目行; 0:4:0"]);
  });
});
