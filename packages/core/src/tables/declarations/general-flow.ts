import type { TableBlock, TableDeclaration } from "../declaration.ts";
import { FUNCTIONAL_ROWS } from "./axes.ts";
import { FLOW_COLUMNS, FLOW_SUMS } from "./columns.ts";

/** The flow of a fund with each of its amounts split by nature. */
const SPLIT_FLOW: TableBlock = {
  id: "rows",
  rows: FUNCTIONAL_ROWS,
  columns: [
    ...FLOW_COLUMNS.slice(0, 1).map((column) => ({
      ...column,
      heading: ["年初结转和结余", "合计"],
      aliases: ["年初结转和结余", ...(column.aliases ?? [])],
    })),
    {
      id: "opening.basic",
      heading: ["年初结转和结余", "基本支出结转"],
      aliases: ["基本支出"],
      concept: "opening-carry-over",
      dimensions: { nature: "basic" },
    },
    {
      id: "opening.project",
      heading: ["年初结转和结余", "项目支出结转和结余"],
      aliases: ["项目支出", "项目支出结转"],
      concept: "opening-carry-over",
      dimensions: { nature: "project" },
    },
    { id: "revenue", heading: ["本年收入", "合计"], aliases: ["小计", "本年收入"], concept: "revenue" },
    { id: "revenue.basic", heading: ["本年收入", "基本支出"], concept: "revenue", dimensions: { nature: "basic" } },
    {
      id: "revenue.project",
      heading: ["本年收入", "项目支出"],
      concept: "revenue",
      dimensions: { nature: "project" },
    },
    { id: "expenditure", heading: ["本年支出", "合计"], aliases: ["小计", "本年支出"] },
    {
      id: "expenditure.basic",
      heading: ["本年支出", "基本支出", "小计"],
      aliases: ["基本支出"],
      dimensions: { nature: "basic" },
    },
    {
      id: "expenditure.personnel",
      heading: ["本年支出", "基本支出", "人员经费"],
      dimensions: { nature: "basic", group: "personnel" },
    },
    {
      id: "expenditure.public",
      heading: ["本年支出", "基本支出", "公用经费"],
      aliases: ["日常公用经费"],
      dimensions: { nature: "basic", group: "public" },
    },
    { id: "expenditure.project", heading: ["本年支出", "项目支出"], dimensions: { nature: "project" } },
    {
      id: "closing",
      heading: ["年末结转和结余", "合计"],
      aliases: ["小计", "年末结转和结余"],
      concept: "closing-carry-over",
    },
    {
      id: "closing.basic",
      heading: ["年末结转和结余", "基本支出结转"],
      aliases: ["基本支出"],
      concept: "closing-carry-over",
      dimensions: { nature: "basic" },
    },
    {
      id: "closing.project",
      heading: ["年末结转和结余", "项目支出结转和结余", "小计"],
      aliases: ["项目支出结转和结余", "项目支出"],
      concept: "closing-carry-over",
      dimensions: { nature: "project" },
    },
    {
      id: "closing.project.carried",
      heading: ["年末结转和结余", "项目支出结转和结余", "项目支出结转"],
      aliases: ["结转"],
      concept: "closing-carry-over",
      dimensions: { nature: "project", label: "项目支出结转" },
    },
    {
      id: "closing.project.surplus",
      heading: ["年末结转和结余", "项目支出结转和结余", "项目支出结余"],
      aliases: ["结余"],
      concept: "closing-carry-over",
      dimensions: { nature: "project", label: "项目支出结余" },
    },
  ],
  sums: [
    ...FLOW_SUMS,
    {
      total: "expenditure.basic",
      of: ["expenditure.personnel", "expenditure.public"],
      requires: ["expenditure.personnel", "expenditure.public"],
    },
    ...["opening", "revenue", "closing"].map((flow) => ({
      total: flow,
      of: [`${flow}.basic`, `${flow}.project`],
      requires: [`${flow}.basic`, `${flow}.project`],
    })),
    {
      total: "closing.project",
      of: ["closing.project.carried", "closing.project.surplus"],
      requires: ["closing.project.carried", "closing.project.surplus"],
    },
  ],
};

/** The same under the titles of the other funds. */
export const SPLIT_FLOW_VARIANT: TableBlock = { ...SPLIT_FLOW, titleOnly: true };

/** Yunnan's fifth table: expenditure of the general budget between its carry-overs, each split by nature. */
export const GENERAL_FLOW: TableDeclaration = {
  id: "general-flow",
  titles: [
    "一般公共预算财政拨款收入支出决算表",
    "一般公共预算财政拨款收支决算表",
    "一般公共预算收入支出决算表",
    "一般公共预算财政拨款收入支出决算总表",
  ],
  en: "General public budget: revenue and expenditure",
  concept: "expenditure",
  dimensions: { fund: "general" },
  nothing: "一般公共预算财政拨款收入和支出",
  remark: "本表反映部门本年度一般公共预算财政拨款的收支和年初、年末结转结余情况。",
  blocks: [SPLIT_FLOW],
};
