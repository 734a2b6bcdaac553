import type { ProfileSection } from "../profile.ts";

// What most forms share: the sections of the narrative under the titles that forms and departments give them.

export const OVERVIEW: readonly ProfileSection[] = [
  { id: "responsibilities", part: "overview", titles: ["部门职责", "主要职能", "主要职责", "部门主要职责", "单位主要职责"] },
  {
    id: "institutions",
    part: "overview",
    titles: ["机构设置", "部门决算单位构成", "机构设置情况", "部门机构设置", "决算单位构成", "单位构成"],
  },
];

export const TOTALS: readonly ProfileSection[] = [
  {
    id: "totals",
    part: "narrative",
    titles: ["收入支出决算总体情况说明", "收入支出决算总体情况", "收支决算总体情况说明", "收入支出总体情况说明"],
  },
  { id: "revenue", part: "narrative", titles: ["收入决算情况说明", "收入决算情况", "收入情况说明"] },
  { id: "expenditure", part: "narrative", titles: ["支出决算情况说明", "支出决算情况", "支出情况说明"] },
  {
    id: "appropriation-totals",
    part: "narrative",
    titles: ["财政拨款收入支出决算总体情况说明", "财政拨款收入支出决算总体情况", "财政拨款收支决算总体情况说明"],
  },
];

export const GENERAL: readonly ProfileSection[] = [
  {
    id: "general-expenditure",
    part: "narrative",
    titles: ["一般公共预算财政拨款支出决算情况说明", "一般公共预算财政拨款支出决算情况", "财政拨款支出决算情况说明"],
  },
  { id: "general-expenditure.total", part: "narrative", titles: ["一般公共预算财政拨款支出决算总体情况"] },
  { id: "general-expenditure.structure", part: "narrative", titles: ["一般公共预算财政拨款支出决算结构情况"] },
  { id: "general-expenditure.items", part: "narrative", titles: ["一般公共预算财政拨款支出决算具体情况"] },
  {
    id: "basic-expenditure",
    part: "narrative",
    titles: ["一般公共预算财政拨款基本支出决算情况说明", "一般公共预算财政拨款基本支出决算情况"],
  },
];

export const THREE_PUBLIC: readonly ProfileSection[] = [
  {
    id: "three-public",
    part: "narrative",
    titles: ["财政拨款“三公”经费支出决算情况说明", "“三公”经费支出决算情况说明", "一般公共预算财政拨款“三公”经费支出决算情况说明"],
  },
  { id: "three-public.total", part: "narrative", titles: ["“三公”经费财政拨款支出决算总体情况说明"] },
  { id: "three-public.detail", part: "narrative", titles: ["“三公”经费财政拨款支出决算具体情况说明"] },
];

export const OTHER: readonly ProfileSection[] = [
  { id: "other-matters", part: "narrative", titles: ["其他重要事项的情况说明", "其他重要事项说明", "其他重要事项情况说明"] },
  { id: "operating-costs", part: "narrative", titles: ["机关运行经费支出情况", "机关运行经费支出情况说明"] },
  { id: "procurement", part: "narrative", titles: ["政府采购支出情况", "政府采购支出情况说明"] },
  {
    id: "state-assets",
    part: "narrative",
    titles: ["国有资产占有使用情况", "国有资产占有使用情况说明", "国有资产占用情况说明"],
  },
];

export const GLOSSARY: ProfileSection = { id: "glossary", part: "glossary", titles: ["名词解释", "专业名词解释"] };
