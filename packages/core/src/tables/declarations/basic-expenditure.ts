import type { ClassificationRows, FixedRow, TableDeclaration } from "../declaration.ts";
import { ECONOMIC_CODES, PERSONNEL_CLASSES, PUBLIC_CLASSES } from "../economic-items.ts";
import { ECONOMIC_ROWS, FUNCTIONAL_ROWS } from "./axes.ts";
import { AMOUNT } from "./columns.ts";

const SUBTOTALS: readonly FixedRow[] = [
  {
    id: "personnel",
    label: "人员经费合计",
    aliases: ["人员经费小计", "人员经费支出合计", "人员经费"],
    dimensions: { group: "personnel" },
    style: "total",
  },
  {
    id: "public",
    label: "公用经费合计",
    aliases: ["公用经费小计", "日常公用经费合计", "公用经费支出合计", "公用经费", "日常公用经费"],
    dimensions: { group: "public" },
    style: "total",
  },
];

const under = (...classes: string[]): readonly string[] =>
  ECONOMIC_CODES.filter((code) => classes.includes(code.slice(0, 3)));

const rows: ClassificationRows = {
  ...ECONOMIC_ROWS,
  grandTotal: "none",
  rows: SUBTOTALS,
  sums: [
    { total: "personnel", of: PERSONNEL_CLASSES },
    { total: "public", of: PUBLIC_CLASSES },
    { total: "total", of: ["personnel", "public"] },
  ],
  printed: [under("301", "303"), under("302"), under("307", "310", "312", "399")],
};

export const BASIC_EXPENDITURE: TableDeclaration = {
  id: "basic-expenditure",
  titles: [
    "一般公共预算财政拨款基本支出决算表",
    "一般公共预算财政拨款基本支出决算明细表",
    "一般公共预算基本支出决算表",
    "一般公共预算财政拨款基本支出情况表",
    "一般公共预算基本支出情况表",
    "一般公共预算财政拨款基本支出表",
    "一般公共预算基本支出决算明细表",
  ],
  en: "General public budget: basic expenditure by object",
  concept: "expenditure",
  dimensions: { fund: "general", nature: "basic" },
  nothing: "一般公共预算财政拨款基本支出",
  remark: "本表反映部门本年度一般公共预算财政拨款基本支出明细情况。",
  blocks: [{ id: "rows", rows, columns: [AMOUNT], stages: ["final"], repeats: true }],
  variants: [
    [
      {
        id: "rows",
        rows: { ...rows, grandTotal: "above", codes: "joined" },
        columns: [
          {
            id: "amount",
            heading: ["合计"],
            aliases: ["基本支出", "小计", "本年基本支出合计", "基本支出合计", "本年支出合计"],
          },
          { id: "personnel", heading: ["人员经费"], dimensions: { group: "personnel" } },
          { id: "public", heading: ["公用经费"], aliases: ["日常公用经费"], dimensions: { group: "public" } },
        ],
        sums: [{ total: "amount", of: ["personnel", "public"] }],
      },
    ],
    // 财决08-1表: by item, with a column for each object.
    [
      {
        id: "rows",
        rows: FUNCTIONAL_ROWS,
        columns: [{ id: "amount", heading: ["合计"], aliases: ["总计"] }],
        columnAxis: { scheme: "economic", printed: ECONOMIC_CODES },
      },
    ],
  ],
};
