import type { TableDeclaration } from "../declaration.ts";
import { BASIC_EXPENDITURE } from "./basic-expenditure.ts";
import { FLOW_UNDER_EXPENDITURE, NATURE_BLOCK } from "./blocks.ts";

/** Jiangsu prints appropriation of all funds by item and by object before the general budget alone. */
export const APPROPRIATION_EXPENDITURE: TableDeclaration = {
  id: "appropriation-expenditure",
  titles: ["财政拨款支出决算表", "财政拨款支出决算表（功能科目）"],
  en: "Appropriation: expenditure by item",
  concept: "expenditure",
  dimensions: { fund: "appropriation" },
  nothing: "财政拨款支出",
  remark: "本表反映部门本年度财政拨款支出情况。",
  titleOnly: true,
  blocks: [NATURE_BLOCK],
  variants: [[FLOW_UNDER_EXPENDITURE]],
};

export const APPROPRIATION_BASIC: TableDeclaration = {
  ...BASIC_EXPENDITURE,
  id: "appropriation-basic",
  titles: ["财政拨款基本支出决算表", "财政拨款基本支出决算明细表"],
  en: "Appropriation: basic expenditure by object",
  dimensions: { fund: "appropriation", nature: "basic" },
  nothing: "财政拨款基本支出",
  remark: "本表反映部门本年度财政拨款基本支出明细情况。",
  titleOnly: true,
  insteadOf: "basic-expenditure",
};
