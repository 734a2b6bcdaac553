import { optional, section, tables } from "../declare.ts";
import type { Profile } from "../profile.ts";

export const LIAONING: Profile = {
  id: "liaoning",
  zh: "辽宁省部门决算公开格式（九张表，在说明之后）",
  en: "Liaoning: nine tables, after the narrative",
  division: "21",
  places: [
    "辽宁",
    "沈阳",
    "大连",
    "鞍山",
    "抚顺",
    "本溪",
    "丹东",
    "锦州",
    "营口",
    "阜新",
    "辽阳",
    "盘锦",
    "铁岭",
    "朝阳市",
    "葫芦岛",
  ],
  from: 2021,
  parts: [
    { id: "overview", titles: ["部门概况", "单位概况", "概况", "基本情况"] },
    { id: "narrative", titles: ["部门决算情况说明", "单位决算情况说明", "决算情况说明"] },
    { id: "glossary", titles: ["名词解释", "专业名词解释"] },
    { id: "appended-tables", titles: ["决算报表", "部门决算报表"] },
    { id: "annexes", titles: ["附件"] },
  ],
  // Departments set what the rules ask for under headings of their own: only what all of them print is owed.
  sections: [
    section("overview", "responsibilities", "主要职责"),
    section("overview", "institutions", "机构设置情况"),
    section("narrative", "totals"),
    // Most tell both under 财政拨款支出决算情况说明.
    optional(section("narrative", "appropriation-totals", "财政拨款收入支出决算情况说明")),
    optional(section("narrative", "general-expenditure", "财政拨款支出决算情况说明")),
    section("narrative", "three-public", "一般公共预算财政拨款“三公”经费支出决算情况说明"),
    section("narrative", "basic-expenditure"),
    section("narrative", "other-matters", "其他重要事项的情况说明"),
    optional(section("narrative", "operating-costs")),
    optional(section("narrative", "procurement")),
    optional(section("narrative", "state-assets")),
    optional(section("narrative", "performance")),
    section("glossary", "glossary"),
  ],
  tables: tables(
    ["revenue-and-expenditure"],
    ["revenue"],
    ["expenditure"],
    ["appropriation"],
    ["general-expenditure"],
    ["basic-expenditure"],
    ["government-fund"],
    ["three-public", "一般公共预算财政拨款“三公”经费支出决算表"],
    ["state-capital-expenditure"],
  ),
  basis:
    "辽宁省部门决算公开格式（2022年度；本溪观音阁经济开发区管委会、本溪市明山区文化旅游和广播电视局2023年度公开的目录）",
};
