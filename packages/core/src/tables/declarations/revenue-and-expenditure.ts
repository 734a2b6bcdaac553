import { ECONOMIC_ITEMS } from "../economic-items.ts";
import { FUNCTIONAL_CLASS_ROWS } from "../functional-classes.ts";
import type { FixedRow, TableBlock, TableDeclaration } from "../declaration.ts";
import { AMOUNT } from "./columns.ts";

const OTHER_SOURCES = ["superior-subsidy", "institutional", "operating", "subordinate", "other"];

/** Older forms print what a carry-over consists of below it. */
const carryOverParts = (flow: "opening" | "closing", concept: string): readonly FixedRow[] => [
  {
    id: `${flow}.basic`,
    label: "基本支出结转",
    aliases: ["基本支出结转和结余"],
    concept,
    dimensions: { nature: "basic" },
    parent: flow,
    owed: false,
  },
  {
    id: `${flow}.project`,
    label: "项目支出结转和结余",
    aliases: ["项目支出结转", "项目支出结转结余"],
    concept,
    dimensions: { nature: "project" },
    parent: flow,
    owed: false,
  },
  {
    id: `${flow}.operating`,
    label: "经营结余",
    concept,
    dimensions: { nature: "operating" },
    parent: flow,
    owed: false,
  },
];

/** What a surplus is distributed to, in older forms. */
const DISTRIBUTION_PARTS: readonly FixedRow[] = ["交纳所得税", "提取职工福利基金", "转入事业基金"].map(
  (label, index) => ({
    id: `distribution.${index + 1}`,
    label,
    concept: "surplus-distribution",
    dimensions: { label },
    parent: "distribution",
    owed: false,
  }),
);

/** A third block of older forms: the same expenditure by nature and by economic class. */
const BY_NATURE: TableBlock = {
  id: "by-nature",
  heading: "支出",
  stages: ["final"],
  columns: [AMOUNT],
  rows: {
    kind: "fixed",
    heading: "项目",
    rows: (
      [
        { id: "basic", label: "基本支出", dimensions: { nature: "basic" } },
        {
          id: "basic.personnel",
          label: "人员经费",
          dimensions: { nature: "basic", group: "personnel" },
          parent: "basic",
        },
        {
          id: "basic.public",
          label: "日常公用经费",
          aliases: ["公用经费"],
          dimensions: { nature: "basic", group: "public" },
          parent: "basic",
        },
        { id: "project", label: "项目支出", dimensions: { nature: "project" } },
        { id: "superior-payment", label: "上缴上级支出", dimensions: { nature: "superior-payment" } },
        { id: "operating", label: "经营支出", dimensions: { nature: "operating" } },
        {
          id: "subordinate-subsidy",
          label: "对附属单位补助支出",
          dimensions: { nature: "subordinate-subsidy" },
        },
        ...ECONOMIC_ITEMS.filter(([code]) => code.length === 3).map(([code, label, ...aliases]): FixedRow => ({
          id: `class.${code}`,
          label,
          aliases,
          dimensions: { economic: code },
        })),
        {
          id: "expenditure",
          label: "本年支出合计",
          style: "total",
        },
        {
          id: "expenditure.by-class",
          label: "经济分类支出合计",
          aliases: ["支出经济分类合计"],
          style: "total",
        },
        { id: "distribution", label: "结余分配", concept: "surplus-distribution" },
        {
          id: "closing",
          label: "年末结转和结余",
          concept: "closing-carry-over",
        },
        { id: "total", label: "总计", aliases: ["支出总计"], concept: "total-disbursements", style: "total" },
      ] satisfies readonly FixedRow[]
    ).map((row: FixedRow) => ({ concept: "expenditure", ...row })),
  },
};

/** As the form prints it. */
const FORM: TableDeclaration = {
  id: "revenue-and-expenditure",
  titles: [
    "收入支出决算总表",
    "收入支出决算表",
    "部门收入支出决算总表",
    "收支决算总表",
    "部门收支总体情况表",
    "收入支出决算总体情况表",
  ],
  en: "Revenue and expenditure",
  concept: "revenue",
  nothing: "收入和支出",
  remark: "本表反映部门本年度的总收支和年末结转结余情况。",
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
          {
            id: "appropriation",
            label: "财政拨款收入",
            aliases: ["财政拨款"],
            dimensions: { fund: "appropriation" },
            owed: false,
          },
          {
            id: "general",
            label: "一般公共预算财政拨款收入",
            marker: "一、",
            aliases: ["一般公共预算财政拨款", "一般公共预算拨款收入", "一般公共预算收入", "公共预算财政拨款收入"],
            dimensions: { fund: "general" },
          },
          {
            id: "government-fund",
            label: "政府性基金预算财政拨款收入",
            marker: "二、",
            aliases: [
              "政府性基金预算财政拨款",
              "政府性基金预算拨款收入",
              "政府性基金财政拨款收入",
              "政府性基金收入",
              "政府性基金",
            ],
            dimensions: { fund: "government-fund" },
          },
          {
            id: "state-capital",
            label: "国有资本经营预算财政拨款收入",
            marker: "三、",
            aliases: ["国有资本经营预算财政拨款", "国有资本经营预算拨款收入", "国有资本经营预算收入"],
            dimensions: { fund: "state-capital" },
          },
          { id: "superior-subsidy", label: "上级补助收入", marker: "四、", dimensions: { source: "superior-subsidy" } },
          { id: "institutional", label: "事业收入", marker: "五、", dimensions: { source: "institutional" } },
          {
            id: "operating",
            label: "经营收入",
            marker: "六、",
            aliases: ["事业单位经营收入"],
            dimensions: { source: "operating" },
          },
          {
            id: "subordinate",
            label: "附属单位上缴收入",
            marker: "七、",
            aliases: ["附属单位缴款", "附属单位缴款收入"],
            dimensions: { source: "subordinate" },
          },
          { id: "other", label: "其他收入", marker: "八、", dimensions: { source: "other" } },
          { id: "revenue", label: "本年收入合计", aliases: ["收入合计", "本年收入"], style: "total" },
          {
            id: "use-of-surplus",
            label: "使用非财政拨款结余（含专用结余）",
            aliases: [
              "使用非财政拨款结余",
              "使用非财政拨款结余和专用结余",
              "用事业基金弥补收支差额",
              "用事业基金弥补收支差额（使用非财政拨款结余）",
            ],
            concept: "use-of-surplus",
          },
          {
            id: "opening",
            label: "年初结转和结余",
            aliases: ["上年结转和结余", "年初结转结余", "上年结转"],
            concept: "opening-carry-over",
          },
          ...carryOverParts("opening", "opening-carry-over"),
          { id: "total", label: "总计", aliases: ["收入总计", "合计"], concept: "total-receipts", style: "total" },
        ],
        sums: [
          {
            total: "revenue",
            of: ["general", "government-fund", "state-capital", ...OTHER_SOURCES],
            requires: ["general"],
          },
          { total: "revenue", of: ["appropriation", ...OTHER_SOURCES], requires: ["appropriation"] },
          { total: "total", of: ["revenue", "use-of-surplus", "opening"] },
        ],
      },
    },
    {
      id: "disbursements",
      heading: "支出",
      stages: ["final"],
      columns: [AMOUNT],
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
          { id: "distribution", label: "结余分配", aliases: ["提取专用结余"], concept: "surplus-distribution" },
          ...DISTRIBUTION_PARTS,
          {
            id: "closing",
            label: "年末结转和结余",
            aliases: ["年末结转结余", "结转下年", "年末结转"],
            concept: "closing-carry-over",
          },
          ...carryOverParts("closing", "closing-carry-over"),
          { id: "total", label: "总计", aliases: ["支出总计", "合计"], concept: "total-disbursements", style: "total" },
        ],
        sums: [
          { total: "expenditure", of: FUNCTIONAL_CLASS_ROWS.map((row) => row.id) },
          { total: "total", of: ["expenditure", "distribution", "closing"] },
        ],
      },
    },
  ],
  balances: [
    {
      id: "totals",
      left: [{ block: "receipts", row: "total", column: "amount" }],
      right: [{ block: "disbursements", row: "total", column: "amount" }],
    },
  ],
};

export const REVENUE_AND_EXPENDITURE: TableDeclaration = {
  ...FORM,
  variants: [[...FORM.blocks, BY_NATURE]],
};
