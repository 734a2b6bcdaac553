import type { Profile } from "../profile.ts";
import { GENERAL, GLOSSARY, OTHER, OVERVIEW, THREE_PUBLIC, TOTALS } from "./sections.ts";
import { numbered } from "./tables.ts";

/** 上海市: the nine tables stand before the narrative; eleven sections. */
export const SHANGHAI: Profile = {
  id: "shanghai",
  zh: "上海市部门决算公开格式（九张表）",
  en: "Shanghai, nine tables",
  division: "31",
  places: ["上海"],
  from: 2018,
  parts: [
    { id: "overview", titles: ["概况"] },
    { id: "tables", titles: ["部门决算表", "单位决算表", "决算表"] },
    { id: "narrative", titles: ["部门决算情况说明", "单位决算情况说明", "决算情况说明"] },
    { id: "glossary", titles: ["名词解释"] },
  ],
  sections: [
    ...OVERVIEW,
    ...TOTALS,
    ...GENERAL,
    ...THREE_PUBLIC,
    { id: "government-fund", part: "narrative", titles: ["政府性基金预算财政拨款收入支出决算情况说明"] },
    { id: "state-capital", part: "narrative", titles: ["国有资本经营预算财政拨款收入支出决算情况说明"] },
    { id: "performance", part: "narrative", titles: ["预算绩效管理情况", "预算绩效管理工作开展情况"] },
    ...OTHER,
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
    "state-capital",
  ),
  basis: "上海市部门决算公开参考样式（2024年度）",
};
