import type { TableDeclaration } from "../declaration.ts";
import { FUNCTIONAL_CLASS_ROWS } from "../functional-classes.ts";
import { AMOUNT, FUND_COLUMNS, FUND_SUM } from "./columns.ts";

const FUNDS = [
  {
    fund: "general",
    label: "一般公共预算财政拨款",
    marker: "一、",
    aliases: ["一般公共预算财政拨款收入", "一般公共预算拨款", "一般公共预算"],
  },
  {
    fund: "government-fund",
    label: "政府性基金预算财政拨款",
    marker: "二、",
    aliases: ["政府性基金预算财政拨款收入", "政府性基金预算拨款", "政府性基金财政拨款", "政府性基金"],
  },
  {
    fund: "state-capital",
    label: "国有资本经营预算财政拨款",
    marker: "三、",
    aliases: ["国有资本经营预算财政拨款收入", "国有资本经营预算拨款", "国有资本经营预算"],
  },
] as const;

export const APPROPRIATION: TableDeclaration = {
  id: "appropriation",
  titles: [
    "财政拨款收入支出决算总表",
    "财政拨款收入支出决算表",
    "财政拨款收支决算总表",
    "财政拨款收支总体情况表",
    "部门财政拨款收支总体情况表",
    "财政拨款收入支出决算总体情况表",
  ],
  en: "Appropriation: revenue and expenditure",
  concept: "revenue",
  nothing: "财政拨款收入和支出",
  remark: "本表反映部门本年度财政拨款总收支和结转结余情况。",
  blocks: [
    {
      id: "receipts",
      heading: "收入",
      stages: ["final"],
      columns: [AMOUNT],
      rows: {
        kind: "fixed",
        heading: "项目",
        rows: [
          ...FUNDS.map(({ fund, label, marker, aliases }) => ({
            id: fund,
            label,
            marker,
            aliases,
            dimensions: { fund },
          })),
          {
            id: "revenue",
            label: "本年收入合计",
            aliases: ["收入合计", "本年收入"],
            dimensions: { fund: "appropriation" },
            style: "total",
          },
          {
            id: "opening",
            label: "年初财政拨款结转和结余",
            aliases: ["年初结转和结余", "上年财政拨款结转和结余", "年初财政拨款结转结余", "上年结转和结余"],
            concept: "opening-carry-over",
            dimensions: { fund: "appropriation" },
          },
          ...FUNDS.map(({ fund, label, marker, aliases }) => ({
            id: `opening.${fund}`,
            label,
            marker,
            aliases,
            concept: "opening-carry-over",
            dimensions: { fund },
            parent: "opening",
          })),
          {
            id: "total",
            label: "总计",
            aliases: ["收入总计", "合计"],
            concept: "total-receipts",
            dimensions: { fund: "appropriation" },
            style: "total",
          },
        ],
        sums: [
          { total: "revenue", of: ["general", "government-fund", "state-capital"] },
          {
            total: "opening",
            of: ["opening.general", "opening.government-fund", "opening.state-capital"],
            requires: ["opening.general"],
          },
          { total: "total", of: ["revenue", "opening"] },
        ],
      },
    },
    {
      id: "disbursements",
      heading: "支出",
      columns: FUND_COLUMNS,
      sums: [FUND_SUM],
      rows: {
        kind: "fixed",
        heading: "项目",
        rows: [
          ...FUNCTIONAL_CLASS_ROWS.map((row) => ({ ...row, concept: "expenditure" })),
          {
            id: "expenditure",
            label: "本年支出合计",
            aliases: ["支出合计", "本年支出"],
            concept: "expenditure",
            style: "total",
          },
          {
            id: "closing",
            label: "年末财政拨款结转和结余",
            aliases: ["年末结转和结余", "年末财政拨款结转结余", "结转下年"],
            concept: "closing-carry-over",
          },
          { id: "total", label: "总计", aliases: ["支出总计", "合计"], concept: "total-disbursements", style: "total" },
        ],
        sums: [
          { total: "expenditure", of: FUNCTIONAL_CLASS_ROWS.map((row) => row.id) },
          { total: "total", of: ["expenditure", "closing"] },
        ],
      },
    },
  ],
  balances: [
    {
      id: "totals",
      left: [{ block: "receipts", row: "total", column: "amount" }],
      right: [{ block: "disbursements", row: "total", column: "appropriation" }],
    },
    // What one fund received and had left over is what it spent and has left over.
    ...FUNDS.map(({ fund }) => ({
      id: fund,
      left: [
        { block: "receipts", row: fund, column: "amount" },
        { block: "receipts", row: `opening.${fund}`, column: "amount" },
      ],
      right: [{ block: "disbursements", row: "total", column: fund }],
    })),
  ],
};
