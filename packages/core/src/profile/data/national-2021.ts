import { TABLES_BEFORE_NARRATIVE, optional, section } from "../declare.ts";
import type { Profile } from "../profile.ts";
import { NINE_TABLES_THREE_PUBLIC_SEVENTH } from "./nine-tables.ts";

export const NATIONAL_2021: Profile = {
  id: "national-2021",
  zh: "财政部部门决算公开格式（九张表，“三公”经费第七）",
  en: "Ministry of Finance, as before 2022: nine tables, three public expenses seventh",
  places: [],
  from: 2020,
  parts: TABLES_BEFORE_NARRATIVE,
  // Departments set what the rules ask for under headings of their own: only what all of them print is owed.
  sections: [
    section("overview", "responsibilities"),
    section("overview", "institutions"),
    section("narrative", "totals"),
    section("narrative", "revenue"),
    section("narrative", "expenditure"),
    section("narrative", "appropriation-totals"),
    section("narrative", "general-expenditure"),
    section("narrative", "basic-expenditure"),
    section("narrative", "three-public"),
    optional(section("narrative", "government-fund")),
    optional(section("narrative", "state-capital")),
    optional(section("narrative", "operating-costs")),
    optional(section("narrative", "procurement")),
    optional(section("narrative", "state-assets")),
    optional(section("narrative", "performance")),
    section("glossary", "glossary"),
  ],
  tables: NINE_TABLES_THREE_PUBLIC_SEVENTH,
  basis: "财政部部门决算公开表式（2021年度以前的公开01表至公开09表）",
};
