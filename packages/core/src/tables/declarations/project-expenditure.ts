import type { TableDeclaration } from "../declaration.ts";
import { ECONOMIC_CODES } from "../economic-items.ts";
import { ECONOMIC_ROWS, FUNCTIONAL_ROWS } from "./axes.ts";
import { AMOUNT } from "./columns.ts";

export const PROJECT_EXPENDITURE: TableDeclaration = {
  id: "project-expenditure",
  titles: [
    "一般公共预算财政拨款项目支出决算表",
    "一般公共预算财政拨款项目支出决算明细表",
    "一般公共预算项目支出决算表",
    "一般公共预算财政拨款项目支出情况表",
  ],
  en: "General public budget: project expenditure",
  concept: "expenditure",
  dimensions: { fund: "general", nature: "project" },
  nothing: "一般公共预算财政拨款项目支出",
  remark: "本表反映部门本年度一般公共预算财政拨款项目支出情况。",
  blocks: [
    {
      id: "rows",
      rows: { ...FUNCTIONAL_ROWS, projects: true },
      columns: [{ id: "total", heading: ["合计"], aliases: ["总计", "项目支出", "项目支出合计", "决算数", "金额"] }],
      columnAxis: { scheme: "economic", printed: ECONOMIC_CODES },
    },
  ],
  variants: [
    // 云南: by object, in lists side by side.
    [
      {
        id: "rows",
        rows: { ...ECONOMIC_ROWS, grandTotal: "none" },
        columns: [AMOUNT],
        stages: ["final"],
        repeats: true,
        titleOnly: true,
      },
    ],
  ],
};
