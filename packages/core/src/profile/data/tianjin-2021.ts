import { tables } from "../declare.ts";
import type { Profile } from "../profile.ts";
import { TIANJIN } from "./tianjin.ts";

const { from: _, ...LATER } = TIANJIN;

export const TIANJIN_2021: Profile = {
  ...LATER,
  id: "tianjin-2021",
  zh: "天津市部门决算公开格式（2021年度，“三公”经费在政府性基金之前）",
  en: "Tianjin, 2021: three public expenses before the government funds",
  from: 2021,
  to: 2021,
  tables: tables(
    ["revenue-and-expenditure"],
    ["revenue", "收入决算表（按功能分类列示）"],
    ["expenditure"],
    ["appropriation"],
    ["general-expenditure"],
    ["basic-expenditure"],
    ["three-public", "一般公共预算财政拨款“三公”经费支出决算表"],
    ["government-fund"],
    ["state-capital", "国有资本经营预算财政拨款收入支出决算表"],
  ),
  basis: "天津市部门决算公开格式（2021年度，另有收入决算表（按单位列示）、项目支出决算表）",
};
