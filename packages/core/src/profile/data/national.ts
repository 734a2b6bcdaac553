import { TABLES_BEFORE_NARRATIVE, optional, section } from "../declare.ts";
import type { Profile } from "../profile.ts";
import { NINE_TABLES } from "./nine-tables.ts";

export const NATIONAL: Profile = {
  id: "national",
  zh: "财政部部门决算公开格式（九张表）",
  en: "Ministry of Finance: nine tables, before the narrative",
  places: [],
  from: 2022,
  parts: TABLES_BEFORE_NARRATIVE,
  // Departments set what the rules ask for under headings of their own: only what all of them print is owed.
  sections: [
    section("overview", "responsibilities", "主要职能", "部门职责"),
    section("overview", "institutions", "部门决算单位构成", "机构设置"),
    section("narrative", "totals"),
    section("narrative", "revenue"),
    section("narrative", "expenditure"),
    section("narrative", "appropriation-totals"),
    section("narrative", "general-expenditure"),
    section("narrative", "basic-expenditure"),
    section("narrative", "three-public"),
    optional(section("narrative", "government-fund")),
    optional(section("narrative", "state-capital", "国有资本经营预算财政拨款支出决算情况说明")),
    optional(section("narrative", "operating-costs")),
    optional(section("narrative", "procurement")),
    optional(section("narrative", "state-assets")),
    optional(section("narrative", "performance")),
    section("glossary", "glossary"),
  ],
  tables: NINE_TABLES,
  basis: "财政部部门决算公开表式（公开01表至公开09表）",
};
