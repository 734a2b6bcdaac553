import type { TableDeclaration } from "../declaration.ts";
import { FLOW_BLOCK } from "./blocks.ts";
import { SPLIT_FLOW_VARIANT } from "./general-flow.ts";

export const GOVERNMENT_FUND: TableDeclaration = {
  id: "government-fund",
  titles: [
    "政府性基金预算财政拨款收入支出决算表",
    "政府性基金预算财政拨款收支决算表",
    "政府性基金预算收入支出决算表",
    "政府性基金预算财政拨款支出决算表",
    "政府性基金预算支出决算表",
    "政府性基金收入支出决算表",
    "政府性基金预算财政拨款收入支出决算总表",
    "政府性基金预算支出情况表",
  ],
  en: "Government funds: revenue and expenditure",
  concept: "expenditure",
  dimensions: { fund: "government-fund" },
  nothing: "政府性基金预算财政拨款收入和支出",
  remark: "本表反映部门本年度政府性基金预算财政拨款收入支出及结转和结余情况。",
  blocks: [FLOW_BLOCK],
  // Yunnan prints every fund as it prints the general budget.
  variants: [[SPLIT_FLOW_VARIANT]],
};
