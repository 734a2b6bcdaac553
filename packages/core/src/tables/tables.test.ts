import { describe, expect, it } from "vitest";
import { keyText } from "../facts/key.ts";
import type { Sum, TableBlock, TableDeclaration } from "./declaration.ts";
import {
  columnSumsOf,
  fixedRowsOf,
  keyOf,
  normaliseLabel,
  recogniseTitle,
  rowSumsOf,
  TABLES,
  tableOf,
} from "./index.ts";

function key(table: string, block: string, row: string, column?: string): string {
  const declaration = tableOf(table)!;
  const found = declaration.blocks.find((entry) => entry.id === block)!;
  const fixed = fixedRowsOf(found.rows).find((entry) => entry.id === row);
  const { concept, dimensions } = keyOf(declaration, {
    ...(fixed
      ? { row: fixed }
      : found.rows.kind === "classification" && row !== "total"
        ? { rowCode: { scheme: found.rows.scheme, code: row } }
        : {}),
    ...(column !== undefined && { column: found.columns.find((entry) => entry.id === column)! }),
  });
  return keyText(concept, dimensions);
}

describe("the key of a meeting", () => {
  it.each([
    ["revenue-and-expenditure", "receipts", "general", "amount", "revenue{fund=general}"],
    ["revenue-and-expenditure", "receipts", "revenue", "amount", "revenue"],
    ["revenue-and-expenditure", "receipts", "total", "amount", "total-receipts"],
    ["revenue-and-expenditure", "disbursements", "class.208", "amount", "expenditure{functional=208}"],
    ["revenue-and-expenditure", "disbursements", "closing", "amount", "closing-carry-over"],
    ["revenue", "rows", "2080505", "appropriation", "revenue{fund=appropriation,functional=2080505}"],
    ["revenue", "rows", "total", "other", "revenue{source=other}"],
    ["expenditure", "rows", "201", "project", "expenditure{functional=201,nature=project}"],
    ["appropriation", "receipts", "revenue", "amount", "revenue{fund=appropriation}"],
    ["appropriation", "receipts", "opening.general", "amount", "opening-carry-over{fund=general}"],
    ["appropriation", "disbursements", "class.201", "general", "expenditure{fund=general,functional=201}"],
    ["appropriation", "disbursements", "closing", "appropriation", "closing-carry-over{fund=appropriation}"],
    ["appropriation", "disbursements", "total", "state-capital", "total-disbursements{fund=state-capital}"],
    ["appropriation-detail", "rows", "30101", "general", "expenditure{fund=general,economic=30101}"],
    ["general-expenditure", "rows", "20106", "basic", "expenditure{fund=general,functional=20106,nature=basic}"],
    ["basic-expenditure", "rows", "30101", "amount", "expenditure{fund=general,economic=30101,nature=basic}"],
    ["basic-expenditure", "rows", "personnel", "amount", "expenditure{fund=general,nature=basic,group=personnel}"],
    ["government-fund", "rows", "212", "opening", "opening-carry-over{fund=government-fund,functional=212}"],
    [
      "state-capital",
      "rows",
      "223",
      "expenditure.project",
      "expenditure{fund=state-capital,functional=223,nature=project}",
    ],
    ["state-capital-expenditure", "rows", "223", "total", "expenditure{fund=state-capital,functional=223}"],
  ])("%s %s %s %s", (table, block, row, column, expected) => {
    expect(key(table, block, row, column)).toBe(expected);
  });

  it("takes the stage from the column's heading", () => {
    const table = tableOf("three-public")!;
    const column = table.blocks[0].columns.find((entry) => entry.id === "receptions")!;
    const { concept, dimensions } = keyOf(table, { column, stage: "budget" });
    expect(keyText(concept, dimensions)).toBe("three-public{stage=budget,item=receptions}");
  });
});

const namesOf = (sum: Sum): string[] => [sum.total, ...sum.of, ...(sum.less ?? []), ...(sum.requires ?? [])];

const blocksOf = (table: TableDeclaration): readonly TableBlock[] => [
  ...table.blocks,
  ...(table.variants ?? []).flat(),
];

describe("every declaration", () => {
  it.each(TABLES.map((table) => [table.id, table] as const))(
    "%s: sums and balances name rows and columns that exist",
    (_, table) => {
      for (const block of blocksOf(table)) {
        const columns = new Set(block.columns.map((column) => column.id));
        expect(columns.size).toBe(block.columns.length);
        for (const sum of columnSumsOf(block)) for (const name of namesOf(sum)) expect(columns).toContain(name);
        const rows = new Set(fixedRowsOf(block.rows).map((row) => row.id));
        for (const sum of rowSumsOf(block)) {
          for (const name of namesOf(sum)) {
            if (block.rows.kind === "classification" && (/^\d+$/.test(name) || name === "total")) continue;
            expect(rows).toContain(name);
          }
        }
      }
      for (const balance of table.balances ?? []) {
        for (const { block, row, column } of [...balance.left, ...balance.right]) {
          const found = table.blocks.find((entry) => entry.id === block)!;
          expect(fixedRowsOf(found.rows).map((entry) => entry.id)).toContain(row);
          expect(found.columns.map((entry) => entry.id)).toContain(column);
        }
      }
    },
  );

  it("no title names two tables, but for one whose shapes tell them apart", () => {
    const titles = TABLES.flatMap((table) => table.titles.map(normaliseLabel));
    expect(titles.filter((title, index) => titles.indexOf(title) !== index)).toEqual(["收入支出决算表"]);
  });
});

describe("the title of a table", () => {
  it.each([
    ["收入支出决算总表(公开01表)", "revenue-and-expenditure"],
    ["公开01表 收入支出决算总表", "revenue-and-expenditure"],
    ["表1 收入支出决算总表", "revenue-and-expenditure"],
    ["二、收入决算表", "revenue"],
    ["2024年度部门支出决算表", "expenditure"],
    ["上海市普陀区财政局2024年度财政拨款收入支出决算总表", "appropriation"],
    ["政拨款收入支出决算总表", "appropriation"],
    ["Z05_1 基本支出决算明细表(财决05-1表)", "basic-detail"],
    ["Z08_1 一般公共预算财政拨款基本支出决算明细表(财决08-1表)", "basic-expenditure"],
    ["财政拨款支出决算表（功能科目）", "appropriation-expenditure"],
    ["某市某局2023年度机关运行经费支出决算表", "operating-costs"],
    ["六、般公共预算财政拨款支出决算表", "general-expenditure"],
    ["八、一般公共预算财政拨款基本支出决算明细表", "basic-expenditure"],
    ["一般公共预算财政拨款支出决算明细表", "general-expenditure-detail"],
    ['财政拨款"三公"经费支出决算表', "three-public"],
    ["财政拨款＂三公＂经费支出决算表", "three-public"],
    ["一般公共预算财政拨款“三公”经费及会议费、培训费支出决算表", "three-public"],
    ["国有资本经营预算财政拨款收入支出决算表", "state-capital"],
    ["十二、国有资本经营预算财政拨款支出决算表", "state-capital-expenditure"],
    ["公开10表 财政拨款“三公”经费、行政参公单位机关运行经费情况表", "three-public-information"],
    ["收 入 支 出 决 算 总 表", "revenue-and-expenditure"],
    ["公开10表 项目支出决算表", "projects"],
  ])("%s", (printed, expected) => {
    expect(recogniseTitle(printed)?.table.id).toBe(expected);
  });

  it.each([
    "项目支出绩效自评表",
    "单位名称",
    "一般债务支出决算表",
    "部门整体支出绩效目标自评表",
    "政府购买服务支出决算表",
    "政府性基金预算项目支出决算表",
    "一般公共预算财政拨款经营支出决算明细表",
    "财政专户管理资金收入支出决算表",
    "政府性基金预算财政拨款“三公”经费支出决算表",
    "政府购买服务支出决算表",
  ])("%s names none", (printed) => {
    expect(recogniseTitle(printed)).toBeUndefined();
  });
});
