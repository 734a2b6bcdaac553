import type { TableDeclaration } from "../declaration.ts";
import { FUNCTIONAL_ROWS } from "./axes.ts";
import { FLOW_UNDER_EXPENDITURE } from "./blocks.ts";
import { NATURE_COLUMNS, NATURE_SUM } from "./columns.ts";
import { GENERAL_FLOW } from "./general-flow.ts";

export const GENERAL_EXPENDITURE: TableDeclaration = {
  id: "general-expenditure",
  titles: [
    "一般公共预算财政拨款支出决算表",
    "一般公共预算财政拨款支出决算总表",
    "一般公共预算支出决算表",
    "一般公共预算财政拨款支出情况表",
    "一般公共预算支出情况表",
  ],
  en: "General public budget: expenditure",
  concept: "expenditure",
  dimensions: { fund: "general" },
  nothing: "一般公共预算财政拨款支出",
  remark: "本表反映部门本年度一般公共预算财政拨款支出情况。",
  blocks: [
    {
      id: "rows",
      rows: FUNCTIONAL_ROWS,
      columns: [
        ...NATURE_COLUMNS,
        {
          id: "basic.personnel",
          heading: ["基本支出", "人员经费"],
          dimensions: { nature: "basic", group: "personnel" },
          owed: false,
        },
        {
          id: "basic.public",
          heading: ["基本支出", "公用经费"],
          aliases: ["日常公用经费"],
          dimensions: { nature: "basic", group: "public" },
          owed: false,
        },
      ],
      sums: [
        NATURE_SUM,
        { total: "basic", of: ["basic.personnel", "basic.public"], requires: ["basic.personnel", "basic.public"] },
      ],
    },
  ],
  variants: [[FLOW_UNDER_EXPENDITURE], [{ ...GENERAL_FLOW.blocks[0], titleOnly: true }]],
};
