import { optional, section } from "../declare.ts";
import type { Profile } from "../profile.ts";
import { NINE_TABLES_THREE_PUBLIC_SEVENTH } from "./nine-tables.ts";

export const GUIZHOU: Profile = {
  id: "guizhou",
  zh: "贵州省部门决算公开格式（九张表，“三公”经费第七）",
  en: "Guizhou: nine tables, three public expenses seventh",
  division: "52",
  places: ["贵州", "贵阳", "六盘水", "遵义", "安顺", "毕节", "铜仁", "黔西南", "黔东南", "黔南"],
  from: 2021,
  parts: [
    { id: "overview", titles: ["部门概况", "单位概况", "概况", "基本情况"] },
    { id: "tables", titles: ["部门决算表", "单位决算表", "部门决算报表", "决算表"] },
    { id: "narrative", titles: ["部门决算情况说明", "单位决算情况说明", "决算情况说明"] },
    { id: "glossary", titles: ["名词解释", "专业名词解释"] },
    { id: "annexes", titles: ["附件"] },
  ],
  // Departments set what the rules ask for under headings of their own: only what all of them print is owed.
  sections: [
    section("overview", "responsibilities", "部门职责"),
    section("overview", "institutions", "机构设置及部门决算单位构成"),
    section("narrative", "totals"),
    section("narrative", "revenue"),
    section("narrative", "expenditure"),
    section("narrative", "appropriation-totals"),
    section("narrative", "general-expenditure"),
    section("narrative", "basic-expenditure"),
    section("narrative", "three-public"),
    optional(section("narrative", "government-fund")),
    optional(section("narrative", "state-capital")),
    section("narrative", "other-matters"),
    section("narrative", "performance", "预算绩效情况说明"),
    optional(section("narrative", "operating-costs")),
    optional(section("narrative", "procurement")),
    optional(section("narrative", "state-assets")),
    section("glossary", "glossary"),
  ],
  tables: NINE_TABLES_THREE_PUBLIC_SEVENTH,
  basis: "贵州省部门决算公开格式（2022年度）",
};
