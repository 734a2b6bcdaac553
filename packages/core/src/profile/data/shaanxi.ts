import type { Profile } from "../profile.ts";
import { GENERAL, GLOSSARY, OVERVIEW, TOTALS } from "./sections.ts";
import { numbered } from "./tables.ts";

const optional = { owed: false } as const;

/** 陕西省: nine tables; meetings and training beside the “three public” expenses. */
export const SHAANXI: Profile = {
  id: "shaanxi",
  zh: "陕西省部门决算公开格式（含会议费、培训费）",
  en: "Shaanxi, with meetings and training",
  division: "61",
  places: ["陕西", "西安", "宝鸡", "咸阳", "铜川", "渭南", "延安", "榆林", "汉中", "安康", "商洛"],
  from: 2018,
  parts: [
    { id: "overview", titles: ["部门概况", "单位概况"] },
    { id: "tables", titles: ["部门决算表", "单位决算表", "部门决算报表"] },
    { id: "narrative", titles: ["部门决算情况说明", "单位决算情况说明"] },
    { id: "glossary", titles: ["专业名词解释", "名词解释"] },
  ],
  sections: [
    ...OVERVIEW,
    ...TOTALS.map((section) => ({ ...section, ...optional })),
    ...GENERAL.map((section) => ({ ...section, ...optional })),
    {
      id: "three-public",
      part: "narrative",
      titles: ["“三公”经费、培训费及会议费支出情况", "“三公”经费、会议费、培训费支出决算情况说明"],
    },
    GLOSSARY,
  ],
  tables: numbered(
    "revenue-and-expenditure",
    ["revenue", "收入决算总表"],
    ["expenditure", "支出决算总表"],
    "appropriation",
    "general-expenditure",
    "basic-expenditure",
    ["three-public", "一般公共预算财政拨款“三公”经费及会议费、培训费支出决算表"],
    "government-fund",
    ["state-capital", "国有资本经营预算财政拨款支出决算表"],
  ),
  basis: "陕西省部门决算公开参考格式",
};
