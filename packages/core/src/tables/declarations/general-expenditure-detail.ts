import type { TableDeclaration } from "../declaration.ts";
import { ECONOMIC_CODES } from "../economic-items.ts";
import { FUNCTIONAL_ROWS } from "./axes.ts";

export const GENERAL_EXPENDITURE_DETAIL: TableDeclaration = {
  id: "general-expenditure-detail",
  titles: ["一般公共预算财政拨款支出决算明细表", "一般公共预算支出决算明细表", "一般公共预算财政拨款支出明细表"],
  en: "General public budget: expenditure by function and object",
  concept: "expenditure",
  dimensions: { fund: "general" },
  nothing: "一般公共预算财政拨款支出",
  remark: "本表反映部门本年度一般公共预算财政拨款支出明细情况。",
  blocks: [
    {
      id: "rows",
      rows: FUNCTIONAL_ROWS,
      columns: [{ id: "total", heading: ["合计"], aliases: ["总计", "本年支出合计"] }],
      columnAxis: { scheme: "economic", printed: ECONOMIC_CODES },
    },
  ],
};
