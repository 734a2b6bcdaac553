import { ANNEXES, TABLES_BEFORE_NARRATIVE, optional, section } from "../declare.ts";
import type { Profile } from "../profile.ts";
import { NINE_TABLES_THREE_PUBLIC_SEVENTH } from "./nine-tables.ts";

export const GUIZHOU: Profile = {
  id: "guizhou",
  zh: "贵州省部门决算公开格式（九张表，“三公”经费第七）",
  en: "Guizhou: nine tables, three public expenses seventh",
  division: "52",
  places: ["贵州", "贵阳", "六盘水", "遵义", "安顺", "毕节", "铜仁", "黔西南", "黔东南", "黔南"],
  from: 2021,
  parts: [...TABLES_BEFORE_NARRATIVE, ANNEXES],
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
