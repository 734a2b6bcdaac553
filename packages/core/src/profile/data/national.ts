import type { Profile } from "../profile.ts";
import { GENERAL, GLOSSARY, OTHER, OVERVIEW, THREE_PUBLIC, TOTALS } from "./sections.ts";
import { numbered } from "./tables.ts";

const optional = { owed: false } as const;

/** 财政部: the nine tables that most provinces keep, with the sections that all of them ask for. */
export const NATIONAL: Profile = {
  id: "national",
  zh: "部门决算公开通用格式（九张表）",
  en: "National, nine tables",
  places: [],
  from: 2016,
  parts: [
    { id: "overview", titles: ["部门概况", "单位概况", "概况", "部门基本情况"] },
    { id: "tables", titles: ["部门决算表", "部门决算报表", "决算表", "决算公开表"] },
    { id: "narrative", titles: ["部门决算情况说明", "决算情况说明", "部门决算说明"] },
    { id: "glossary", titles: ["名词解释"] },
  ],
  sections: [
    ...OVERVIEW,
    ...TOTALS,
    ...GENERAL.map((section) => (section.id.includes(".") ? { ...section, ...optional } : section)),
    ...THREE_PUBLIC.map((section) => (section.id.includes(".") ? { ...section, ...optional } : section)),
    { id: "government-fund", part: "narrative", titles: ["政府性基金预算财政拨款收入支出决算情况说明", "政府性基金预算支出决算情况说明"], ...optional },
    { id: "state-capital", part: "narrative", titles: ["国有资本经营预算财政拨款支出决算情况说明"], ...optional },
    ...OTHER.map((section) => ({ ...section, ...optional })),
    { id: "performance", part: "narrative", titles: ["预算绩效情况说明", "预算绩效管理情况"], ...optional },
    GLOSSARY,
  ],
  tables: numbered(
    "revenue-and-expenditure",
    "revenue",
    "expenditure",
    "appropriation",
    "general-expenditure",
    "basic-expenditure",
    "three-public",
    "government-fund",
    ["state-capital", "国有资本经营预算财政拨款支出决算表"],
  ),
  basis: "财预〔2016〕143号《地方预决算公开操作规程》",
};
