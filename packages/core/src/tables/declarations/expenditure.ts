import type { TableDeclaration } from "../declaration.ts";
import { FUNCTIONAL_ROWS } from "./axes.ts";

export const EXPENDITURE: TableDeclaration = {
  id: "expenditure",
  titles: ["支出决算表", "部门支出决算表", "支出决算总表", "部门支出总体情况表", "支出总体情况表"],
  en: "Expenditure",
  concept: "expenditure",
  nothing: "支出",
  remark: "本表反映部门本年度各项支出情况。",
  blocks: [
    {
      id: "rows",
      rows: FUNCTIONAL_ROWS,
      columns: [
        { id: "total", heading: ["本年支出合计"], aliases: ["合计", "本年支出"] },
        { id: "basic", heading: ["基本支出"], dimensions: { nature: "basic" } },
        { id: "project", heading: ["项目支出"], dimensions: { nature: "project" } },
        {
          id: "superior-payment",
          heading: ["上缴上级支出"],
          aliases: ["上缴上级"],
          dimensions: { nature: "superior-payment" },
        },
        { id: "operating", heading: ["经营支出"], aliases: ["事业单位经营支出"], dimensions: { nature: "operating" } },
        {
          id: "subordinate-subsidy",
          heading: ["对附属单位补助支出"],
          aliases: ["对附属单位补助", "对下级单位补助支出", "对下级单位补助"],
          dimensions: { nature: "subordinate-subsidy" },
        },
      ],
      sums: [{ total: "total", of: ["basic", "project", "superior-payment", "operating", "subordinate-subsidy"] }],
    },
  ],
};
