import { optional, section, tables } from "../declare.ts";
import type { Profile } from "../profile.ts";

/** What every form has in some order: nothing of it is owed, for nobody knows which form is owed. */
export const UNKNOWN: Profile = {
  id: "unknown",
  zh: "未认出的公开格式",
  en: "Unknown form",
  places: [],
  parts: [
    { id: "overview", titles: ["部门概况", "单位概况", "概况"] },
    { id: "tables", titles: ["部门决算表", "单位决算表", "决算表"] },
    { id: "narrative", titles: ["部门决算情况说明", "单位决算情况说明", "决算情况说明"] },
    { id: "glossary", titles: ["名词解释"] },
    { id: "annexes", titles: ["附件"] },
  ],
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
    section("narrative", "government-fund"),
    section("narrative", "state-capital"),
    section("narrative", "operating-costs"),
    section("narrative", "procurement"),
    section("narrative", "state-assets"),
    section("narrative", "performance"),
  ].map((entry) => optional(entry)),
  tables: tables(
    ["revenue-and-expenditure"],
    ["revenue"],
    ["expenditure"],
    ["appropriation"],
    ["general-expenditure"],
    ["basic-expenditure"],
    ["three-public"],
    ["government-fund"],
    ["state-capital"],
  ).map((entry) => ({ ...entry, owed: false })),
  basis: "各地公开格式的共同部分",
};
