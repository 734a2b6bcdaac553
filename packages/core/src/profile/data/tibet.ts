import { optional, section } from "../declare.ts";
import type { Profile } from "../profile.ts";
import { NINE_TABLES } from "./nine-tables.ts";

export const TIBET: Profile = {
  id: "tibet",
  zh: "西藏自治区部门决算公开格式（九张表，“三公”经费在绩效之前）",
  en: "Tibet: nine tables, three public expenses before performance",
  division: "54",
  places: ["西藏", "拉萨", "日喀则", "昌都", "林芝", "山南市", "那曲", "阿里地区"],
  from: 2022,
  parts: [
    { id: "overview", titles: ["基本情况", "部门概况"] },
    { id: "tables", titles: ["部门决算公开表", "单位决算公开表", "部门决算表"] },
    { id: "narrative", titles: ["部门决算情况说明", "单位决算情况说明"] },
    { id: "glossary", titles: ["名词解释"] },
  ],
  // Departments set what the rules ask for under headings of their own: only what all of them print is owed.
  sections: [
    section("overview", "responsibilities", "部门（单位）职责"),
    section("overview", "institutions", "机构设置"),
    section("narrative", "totals", "收入支出总体情况说明"),
    section("narrative", "revenue"),
    section("narrative", "expenditure"),
    section("narrative", "appropriation-totals"),
    section("narrative", "general-expenditure"),
    section("narrative", "basic-expenditure"),
    optional(section("narrative", "government-fund", "政府性基金预算财政拨款支出决算情况说明")),
    optional(section("narrative", "state-capital", "国有资本经营预算财政拨款支出决算情况说明")),
    section("narrative", "three-public"),
    section("narrative", "performance", "预算绩效情况说明"),
    section("narrative", "other-matters", "其他重要事项情况说明"),
    optional(section("narrative", "operating-costs")),
    optional(section("narrative", "procurement")),
    optional(section("narrative", "state-assets")),
    section("glossary", "glossary"),
  ],
  tables: NINE_TABLES,
  basis: "西藏自治区部门决算公开格式（2024年度）",
};
