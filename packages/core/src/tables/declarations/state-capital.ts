import type { TableDeclaration } from "../declaration.ts";
import { FLOW_BLOCK } from "./blocks.ts";
import { SPLIT_FLOW_VARIANT } from "./general-flow.ts";

export const STATE_CAPITAL: TableDeclaration = {
  id: "state-capital",
  titles: [
    "国有资本经营预算财政拨款收入支出决算表",
    "国有资本经营预算财政拨款收支决算表",
    "国有资本经营预算收入支出决算表",
    "国有资本经营收入支出决算表",
  ],
  en: "State capital operations: revenue and expenditure",
  concept: "expenditure",
  dimensions: { fund: "state-capital" },
  nothing: "国有资本经营预算财政拨款收入和支出",
  remark: "本表反映部门本年度国有资本经营预算财政拨款收入支出及结转和结余情况。",
  blocks: [FLOW_BLOCK],
  // Yunnan prints every fund as it prints the general budget.
  variants: [[SPLIT_FLOW_VARIANT]],
};
