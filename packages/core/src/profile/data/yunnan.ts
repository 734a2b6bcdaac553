import type { Profile } from "../profile.ts";
import { GENERAL, GLOSSARY, OVERVIEW, THREE_PUBLIC, TOTALS } from "./sections.ts";
import { numbered } from "./tables.ts";

const optional = { owed: false } as const;

/** 云南省: eleven tables, among them the flow of the general budget and the information on the “three public” expenses. */
export const YUNNAN: Profile = {
  id: "yunnan",
  zh: "云南省部门决算公开格式（十一张表）",
  en: "Yunnan, eleven tables",
  division: "53",
  places: ["云南", "昆明", "曲靖", "玉溪", "保山", "昭通", "丽江", "普洱", "临沧", "楚雄", "红河", "文山", "西双版纳", "大理", "德宏", "怒江", "迪庆"],
  from: 2022,
  parts: [
    { id: "overview", titles: ["部门概况", "单位概况"] },
    { id: "tables", titles: ["部门决算表", "单位决算表"] },
    { id: "narrative", titles: ["部门决算情况说明", "单位决算情况说明"] },
    { id: "glossary", titles: ["名词解释"] },
  ],
  sections: [
    ...OVERVIEW.map((section) => ({ ...section, ...optional })),
    ...TOTALS.map((section) => (section.id === "revenue" || section.id === "expenditure" ? section : { ...section, ...optional })),
    ...GENERAL.map((section) => (section.id === "general-expenditure" ? section : { ...section, ...optional })),
    ...THREE_PUBLIC.map((section) => (section.id === "three-public" ? section : { ...section, ...optional })),
    GLOSSARY,
  ],
  tables: numbered(
    ["revenue-and-expenditure", "收入支出决算表"],
    "revenue",
    "expenditure",
    "appropriation",
    "general-flow",
    "basic-expenditure",
    "project-expenditure",
    "government-fund",
    "state-capital",
    "three-public-information",
    "general-three-public",
  ),
  basis: "云南省部门决算公开参考格式（2022年度起）",
};
