import { TABLES_BEFORE_NARRATIVE, optional, section } from "../declare.ts";
import type { Profile } from "../profile.ts";
import { NINE_TABLES } from "./nine-tables.ts";

export const ZHEJIANG: Profile = {
  id: "zhejiang",
  zh: "浙江省部门决算公开格式（收入、支出决算表分单位、分科目）",
  en: "Zhejiang: revenue and expenditure by unit and by account",
  division: "33",
  places: ["浙江", "杭州", "宁波", "温州", "嘉兴", "湖州", "绍兴", "金华", "衢州", "舟山", "台州", "丽水", "苍南"],
  from: 2021,
  parts: TABLES_BEFORE_NARRATIVE,
  // Departments set what the rules ask for under headings of their own: only what all of them print is owed.
  sections: [
    section("overview", "responsibilities", "部门职责"),
    section("overview", "institutions", "机构设置"),
    section("narrative", "totals"),
    section("narrative", "revenue"),
    section("narrative", "expenditure"),
    section("narrative", "appropriation-totals"),
    section("narrative", "general-expenditure"),
    section("narrative", "basic-expenditure"),
    optional(section("narrative", "government-fund")),
    optional(section("narrative", "state-capital")),
    section("narrative", "three-public"),
    optional(section("narrative", "other-matters")),
    optional(section("narrative", "operating-costs")),
    optional(section("narrative", "procurement")),
    optional(section("narrative", "state-assets")),
    optional(section("narrative", "performance")),
    section("glossary", "glossary"),
  ],
  tables: NINE_TABLES,
  basis: "浙江省部门决算公开格式（2022年度，苍南县的公开目录；2023年度，衢州市衢江区经济和信息化局公开的目录）",
};
