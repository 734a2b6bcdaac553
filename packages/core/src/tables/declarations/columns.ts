import type { Sum, TableColumn } from "../declaration.ts";

/** The one figure column of a summary table: only its stage is printed above it. */
export const AMOUNT: TableColumn = { id: "amount", heading: [], aliases: ["金额", "决算金额"] };

/** 合计 and the three funds of which appropriation is the sum. */
export const FUND_COLUMNS: readonly TableColumn[] = [
  { id: "appropriation", heading: ["合计"], aliases: ["小计", "财政拨款合计"], dimensions: { fund: "appropriation" } },
  {
    id: "general",
    heading: ["一般公共预算财政拨款"],
    aliases: ["一般公共预算", "公共预算财政拨款"],
    dimensions: { fund: "general" },
  },
  {
    id: "government-fund",
    heading: ["政府性基金预算财政拨款"],
    aliases: ["政府性基金预算", "政府性基金"],
    dimensions: { fund: "government-fund" },
  },
  {
    id: "state-capital",
    heading: ["国有资本经营预算财政拨款"],
    aliases: ["国有资本经营预算", "国有资本经营"],
    dimensions: { fund: "state-capital" },
  },
];

export const FUND_SUM: Sum = { total: "appropriation", of: ["general", "government-fund", "state-capital"] };

/** 合计, 基本支出, 项目支出 of one fund. */
export const NATURE_COLUMNS: readonly TableColumn[] = [
  { id: "total", heading: ["合计"], aliases: ["小计", "本年支出合计", "本年支出"] },
  { id: "basic", heading: ["基本支出"], dimensions: { nature: "basic" } },
  { id: "project", heading: ["项目支出"], dimensions: { nature: "project" } },
];

export const NATURE_SUM: Sum = { total: "total", of: ["basic", "project"] };

/** The columns of a table that follows one fund from opening to closing carry-over. */
export const FLOW_COLUMNS: readonly TableColumn[] = [
  {
    id: "opening",
    heading: ["年初结转和结余"],
    aliases: ["上年结转和结余", "年初财政拨款结转和结余", "年初结转结余"],
    concept: "opening-carry-over",
  },
  { id: "revenue", heading: ["本年收入"], aliases: ["本年收入合计"], concept: "revenue" },
  {
    id: "expenditure",
    heading: ["本年支出", "小计"],
    aliases: ["合计", "本年支出合计", "本年支出"],
    concept: "expenditure",
  },
  {
    id: "expenditure.basic",
    heading: ["本年支出", "基本支出"],
    concept: "expenditure",
    dimensions: { nature: "basic" },
  },
  {
    id: "expenditure.project",
    heading: ["本年支出", "项目支出"],
    concept: "expenditure",
    dimensions: { nature: "project" },
  },
  {
    id: "closing",
    heading: ["年末结转和结余"],
    aliases: ["年末财政拨款结转和结余", "年末结转结余"],
    concept: "closing-carry-over",
  },
];

export const FLOW_SUMS: readonly Sum[] = [
  {
    total: "expenditure",
    of: ["expenditure.basic", "expenditure.project"],
    requires: ["expenditure.basic", "expenditure.project"],
  },
  {
    total: "closing",
    of: ["opening", "revenue"],
    less: ["expenditure"],
    requires: ["opening", "revenue", "expenditure"],
  },
];
