import { describe, expect, expectTypeOf, it } from "vitest";
import type { z } from "zod";
import type { BoundCell, BoundFigure, BoundRow, Disclosure, Statement } from "../facts/disclosure.ts";
import { keyText, type Dimensions } from "../facts/key.ts";
import type { Source } from "../figure/figure.ts";
import { tableOf } from "../tables/catalogue.ts";
import { keyOf } from "../tables/key-of.ts";
import { assembleAccounts, disclosureOf, finalAccountsSchema, tableSchemaOf } from "./index.ts";
import { boundFigureSchema, dimensionsSchema } from "./schema/figure.ts";
import { statementSchema } from "./schema/narrative.ts";

const TEXT =
  "一、主要职责\n贯彻执行法律法规。\n完成交办任务。\n七、“三公”经费\n公务接待16批次，186人次，共计3.03万元。";

const at = (text: string, more: Partial<Source> = {}): Source => {
  const start = Math.max(0, TEXT.indexOf(text));
  return { start, end: start + text.length, text, ...more };
};

let next = 0;

function figure(
  text: string,
  concept: string,
  dimensions: Dimensions = {},
  more: Partial<BoundFigure> = {},
): BoundFigure {
  return {
    id: next++,
    text,
    value: text.replaceAll(",", ""),
    decimals: text.split(".")[1]?.length ?? 0,
    unit: "ten-thousand-yuan",
    concept,
    dimensions,
    source: at(text),
    ...more,
  };
}

const cellSource = (text: string, row: string) => at(text, { table: "expenditure", row });

/** 支出决算表 with one row: 2,940.05 = 2,336.91 + 603.14, nothing for the rest. */
function expenditureTable(): { table: Disclosure["tables"][number]; figures: BoundFigure[] } {
  const declaration = tableOf("expenditure")!;
  const printed = ["2,940.05", "2,336.91", "603.14", "", "—", ""];
  const row: BoundRow = {
    index: 4,
    id: "total",
    label: "合计",
    level: "grand-total",
    source: cellSource("合计", "合计"),
  };
  const figures: BoundFigure[] = [];
  const cells = printed.map((text, index): BoundCell => {
    const key = keyOf(declaration, { column: declaration.blocks[0].columns[index]! });
    const cell = { row: 4, column: index + 4, key, source: cellSource(text, "合计") };
    if (text === "") return { ...cell, blank: "empty" };
    if (text === "—") return { ...cell, blank: "dash" };
    const printedFigure = figure(text, key.concept, key.dimensions, { source: cell.source });
    figures.push(printedFigure);
    return { ...cell, figure: printedFigure.id };
  });
  const columns = [
    ...declaration.blocks[0].columns.map(({ id, heading }, index) => ({
      id,
      heading: heading.join("/"),
      index: index + 4,
    })),
    { heading: "备注金额", index: 10 },
  ];
  const unknown: BoundCell = { row: 4, column: 10, blank: "empty", source: cellSource("", "合计") };
  return {
    table: {
      table: "expenditure",
      title: "支出决算表",
      unit: "ten-thousand-yuan",
      source: cellSource("支出决算表", ""),
      columns,
      rows: [row],
      cells: [...cells, unknown],
      empty: false,
    },
    figures,
  };
}

function disclosure(): Disclosure {
  next = 0;
  const { table, figures } = expenditureTable();
  const section = (title: string, more: Partial<Disclosure["sections"][number]>) => ({
    title,
    level: 1,
    heading: at(title),
    bodyStart: TEXT.indexOf(title) + title.length,
    bodyEnd: TEXT.length,
    ...more,
  });
  const units: Disclosure["tables"][number] = {
    title: "单位构成",
    source: at("单位构成"),
    columns: [{ heading: "单位名称", index: 1 }],
    rows: [{ index: 1, label: "某局（本级）", level: "line", source: at("某局（本级）") }],
    cells: [],
    empty: true,
  };
  return {
    kind: "final-accounts",
    department: "某局",
    fiscalYear: 2024,
    profile: "shanghai",
    unit: "ten-thousand-yuan",
    figures: [
      ...figures,
      figure("2940.1", "expenditure"),
      figure("16", "reception-batches", { item: "domestic" }, { unit: "count", classifier: "批次" }),
      figure("186", "reception-persons", { item: "domestic" }, { unit: "count", classifier: "人次" }),
      figure("3.03", "three-public", { item: "receptions" }),
      figure("4.00", "three-public", { item: "receptions", stage: "original-budget" }),
      figure("56.95", "three-public", { measure: "change" }, { direction: "decrease" }),
      figure("0.32", "three-public", { item: "reception-entry", ordinal: 1 }),
      figure("12", "state-vehicles", { item: "enforcement" }, { unit: "count", classifier: "辆" }),
    ],
    unbound: [{ ...figure("610", "threshold"), reason: "编号" }].map(
      ({ concept: _concept, dimensions: _dimensions, ...rest }) => rest,
    ),
    sections: [
      section("一、主要职责", { id: "responsibilities", part: "overview", bodyEnd: TEXT.indexOf("七、") }),
      section("七、“三公”经费", { id: "three-public", part: "narrative" }),
    ],
    contents: [{ title: "支出决算表", level: 1, page: 3, source: at("支出决算表") }],
    tables: [table, units],
    statements: [
      { type: "named-item", list: "glossary", name: "基本支出", source: at("贯彻") },
      {
        type: "comparison",
        against: "previous-year",
        subject: { concept: "three-public", dimensions: {} },
        direction: "decrease",
        word: "减少",
        figures: [8],
        reason: "",
        source: at("3.03"),
      },
      {
        type: "comparison",
        against: "budget",
        stage: "original-budget",
        subject: { concept: "three-public", dimensions: { item: "receptions" } },
        direction: "decrease",
        word: "小于",
        figures: [],
        unknownWords: "节约",
        source: at("3.03"),
      },
    ],
    oddities: [{ code: "scanned-page", message: "第 7 页为扫描件", messageEn: "Page 7 is scanned", page: 7 }],
  };
}

describe("typed accounts", () => {
  const given = disclosure();
  const accounts = assembleAccounts(given, { text: TEXT });

  it("go through JSON and the schema without loss", () => {
    expect(finalAccountsSchema.parse(JSON.parse(JSON.stringify(accounts)))).toEqual(accounts);
  });

  it("lead back to the disclosure that they were assembled from", () => {
    expect(disclosureOf(finalAccountsSchema.parse(JSON.parse(JSON.stringify(accounts))))).toEqual(given);
  });

  it("prefer the figure of a table, and keep all that state the quantity", () => {
    expect(accounts.totals.expenditure?.final).toEqual({
      value: "2940.05",
      decimals: 2,
      unit: "ten-thousand-yuan",
      figures: [0, 3],
    });
  });

  it("reach down to receptions, vehicles and sections", () => {
    expect(accounts.threePublic.items["receptions"]).toMatchObject({
      final: { value: "3.03" },
      originalBudget: { value: "4.00" },
    });
    expect(accounts.threePublic.total).toMatchObject({ change: { value: "56.95" }, direction: "decrease" });
    expect(accounts.threePublic.receptionBatches.byItem["domestic"]).toMatchObject({ value: "16", classifier: "批次" });
    expect(accounts.threePublic.receptionList).toMatchObject([{ ordinal: 1, amount: { value: "0.32" } }]);
    expect(accounts.stateAssets.vehicles.byItem).toMatchObject({ enforcement: { value: "12" } });
    expect(accounts.department).toMatchObject({
      name: "某局",
      responsibilities: ["贯彻执行法律法规。", "完成交办任务。"],
      unitsCovered: [{ name: "某局（本级）" }],
    });
    expect(accounts.sections[1]!.figures).toContain(given.figures.find(({ text }) => text === "186")!.id);
    expect(accounts.glossary).toMatchObject([{ term: "基本支出" }]);
  });

  it("state nothing that the document does not state", () => {
    expect(accounts.totals).not.toHaveProperty("receipts");
    expect(accounts).not.toHaveProperty("operatingCosts");
    expect(accounts.procurement).toEqual({ byItem: {} });
    expect(accounts.threePublic.items).not.toHaveProperty("overseas");
  });

  it("have tables whose rows hold their cells by the ids of the declared columns", () => {
    const [row] = accounts.tables[0]!.rows;
    expect(Object.keys(row!.values)).toEqual([
      "total",
      "basic",
      "project",
      "superior-payment",
      "operating",
      "subordinate-subsidy",
    ]);
    expect(row!.values["operating"]).toMatchObject({ blank: "dash" });
    expect(row!.others).toHaveLength(1);
    const { key } = row!.values["project"]!;
    expect(keyText(key!.concept, key!.dimensions)).toBe("expenditure{nature=project}");
  });

  it("refuse a column that the declaration does not have", () => {
    const schema = tableSchemaOf(tableOf("expenditure")!);
    const [table] = accounts.tables;
    expect(schema.safeParse(table).success).toBe(true);
    const columns = table!.columns.map((column) => ({ ...column, id: "overseas" }));
    expect(schema.safeParse({ ...table, columns }).success).toBe(false);
  });

  it("know every property that statements and figures may have", () => {
    type Properties<T> = T extends unknown ? keyof T : never;
    expectTypeOf<Properties<z.infer<typeof statementSchema>>>().toEqualTypeOf<Properties<Statement>>();
    expectTypeOf<Properties<z.infer<typeof boundFigureSchema>>>().toEqualTypeOf<Properties<BoundFigure>>();
    expectTypeOf<Dimensions>().toExtend<z.infer<typeof dimensionsSchema>>();
  });

  it("refuse what they do not know, so that nothing is lost unseen", () => {
    expect(finalAccountsSchema.safeParse({ ...accounts, extra: 1 }).success).toBe(false);
  });
});
