import type { BoundFigure, Disclosure } from "@juesuan/core";
import { expect, it } from "vitest";
import { gridsOf, gridToCsv, sourceOf } from "./index.ts";

const figure = (
  id: number,
  text: string,
  concept: string,
  dimensions: BoundFigure["dimensions"],
  table?: string,
): BoundFigure => ({
  id,
  text,
  value: text,
  decimals: 2,
  unit: "ten-thousand-yuan",
  concept,
  dimensions,
  source: { start: id, end: id + 1, text, ...(table === undefined ? {} : { table }) },
});

const disclosure = (figures: BoundFigure[]): Disclosure => ({
  kind: "final-accounts",
  department: "某局",
  profile: "unknown",
  unit: "ten-thousand-yuan",
  figures,
  unbound: [],
  sections: [],
  contents: [],
  tables: [],
  statements: [],
  oddities: [],
});

it("fills the tables that the document has figures for, with what its tables print rather than its prose", () => {
  const read = disclosure([
    figure(0, "3037.9", "total-receipts", {}),
    figure(1, "3037.90", "total-receipts", {}, "T01"),
    figure(2, "12.00", "expenditure", { fund: "general", functional: "208" }),
  ]);
  expect(sourceOf(read).figure("total-receipts")).toBe("3037.90");
  const grids = gridsOf(read);
  expect(grids.map(({ table }) => table)).toContain("revenue-and-expenditure");
  expect(grids.map(({ table }) => table)).not.toContain("government-fund");
  const general = grids.find(({ table }) => table === "general-expenditure")!;
  expect(gridToCsv(general)).toContain("社会保障和就业支出,12.00");
});

it("fills no table that a form of nobody's knowing does not print beside those that it prints", () => {
  const read = disclosure([
    figure(0, "12.00", "expenditure", { fund: "general", functional: "208" }),
    figure(1, "12.00", "expenditure", { functional: "208" }, "expenditure"),
  ]);
  const source = { start: 0, end: 9, text: "" };
  const table = { table: "expenditure", source, columns: [], rows: [], cells: [], empty: false };
  expect(gridsOf({ ...read, tables: [table] }).map((grid) => grid.table)).toEqual(["expenditure"]);
});

it("keeps to the tables of a known form, and prints the budget of a table whichever budget it is", () => {
  const read: Disclosure = {
    ...disclosure([
      figure(0, "12.00", "expenditure", { fund: "general", functional: "208" }),
      figure(1, "0.95", "three-public", { stage: "original-budget" }, "N07"),
      figure(2, "0.00", "three-public", {}, "N07"),
    ]),
    profile: "shanghai",
  };
  const grids = gridsOf(read);
  // The table of 三公 and operating costs is Yunnan's, and was not printed.
  expect(grids.map(({ table }) => table)).not.toContain("three-public-information");
  expect(grids.every(({ mark }) => mark !== undefined)).toBe(true);
  expect(gridToCsv(grids.find(({ table }) => table === "three-public")!)).toContain("0.95,0.00");
});

it("gives a column across to an economic item of which something is stated by function, and to no other", () => {
  const read = disclosure([
    figure(0, "7.00", "expenditure", { fund: "general", functional: "208", economic: "30101" }),
    figure(1, "5.00", "expenditure", { fund: "general", economic: "30201" }),
  ]);
  const detail = gridsOf(read).find(({ table }) => table === "general-expenditure-detail")!;
  const headings = detail.head.flat().map(({ text }) => text);
  expect(headings).toContain("基本工资");
  expect(headings).not.toContain("办公费");
  expect(gridToCsv(detail)).toContain("7.00");
});

it("leaves a cell empty that a printed table leaves empty, whatever the prose says of it", () => {
  const read = disclosure([
    figure(0, "0.00", "three-public", {}),
    figure(1, "12.00", "total-receipts", {}, "revenue-and-expenditure"),
  ]);
  const source = { start: 0, end: 9, text: "" };
  const table = { table: "three-public", source, columns: [], rows: [], cells: [], empty: true };
  const [grid] = gridsOf({ ...read, tables: [table] });
  expect(grid?.emptiness).toBeDefined();
  expect(grid?.rows.flat().some(({ kind, text }) => kind === "figure" && text !== "")).toBe(false);
});
