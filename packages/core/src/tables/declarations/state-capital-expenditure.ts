import type { TableDeclaration } from "../declaration.ts";
import { FLOW_UNDER_EXPENDITURE, NATURE_BLOCK } from "./blocks.ts";

export const STATE_CAPITAL_EXPENDITURE: TableDeclaration = {
  id: "state-capital-expenditure",
  titles: [
    "国有资本经营预算财政拨款支出决算表",
    "国有资本经营预算支出决算表",
    "国有资本经营预算财政拨款支出情况表",
    "国有资本经营预算支出情况表",
  ],
  en: "State capital operations: expenditure",
  concept: "expenditure",
  dimensions: { fund: "state-capital" },
  nothing: "国有资本经营预算财政拨款支出",
  remark: "本表反映部门本年度国有资本经营预算财政拨款支出情况。",
  blocks: [NATURE_BLOCK],
  variants: [[FLOW_UNDER_EXPENDITURE]],
};
