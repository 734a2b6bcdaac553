import type { Profile } from "../profile.ts";
import { GENERAL, GLOSSARY, OTHER, OVERVIEW, THREE_PUBLIC, TOTALS } from "./sections.ts";
import { numbered } from "./tables.ts";

/** 四川省: thirteen tables, set after narrative, glossary and annexes. */
export const SICHUAN: Profile = {
  id: "sichuan",
  zh: "四川省部门决算公开格式（十三张表）",
  en: "Sichuan, thirteen tables",
  division: "51",
  places: ["四川", "成都", "攀枝花", "绵阳", "德阳", "南充", "宜宾", "泸州", "达州", "乐山", "内江", "自贡", "眉山", "遂宁", "广安", "雅安", "广元", "巴中", "资阳", "凉山", "甘孜", "阿坝"],
  from: 2019,
  parts: [
    { id: "overview", titles: ["部门概况", "单位概况"] },
    { id: "narrative", titles: ["部门决算情况说明", "单位决算情况说明"] },
    { id: "glossary", titles: ["名词解释"] },
    { id: "annexes", titles: ["附件"] },
    { id: "appended-tables", titles: ["附表"] },
  ],
  sections: [
    ...OVERVIEW,
    ...TOTALS,
    ...GENERAL,
    ...THREE_PUBLIC,
    { id: "government-fund", part: "narrative", titles: ["政府性基金预算支出决算情况说明"] },
    { id: "state-capital", part: "narrative", titles: ["国有资本经营预算支出决算情况说明"] },
    ...OTHER,
    { id: "performance", part: "narrative", titles: ["预算绩效管理情况"] },
    GLOSSARY,
  ],
  tables: numbered(
    "revenue-and-expenditure",
    "revenue",
    "expenditure",
    "appropriation",
    "appropriation-detail",
    "general-expenditure",
    "general-expenditure-detail",
    ["basic-expenditure", "一般公共预算财政拨款基本支出决算明细表"],
    "project-expenditure",
    "government-fund",
    "state-capital",
    "state-capital-expenditure",
    "three-public",
  ),
  basis: "川财预〔2022〕12号《四川省预决算公开操作规程》",
};
