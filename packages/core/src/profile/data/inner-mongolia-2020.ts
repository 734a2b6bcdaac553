import { optional, section, tables } from "../declare.ts";
import type { Profile } from "../profile.ts";
import { INNER_MONGOLIA } from "./inner-mongolia.ts";

export const INNER_MONGOLIA_2020: Profile = {
  ...INNER_MONGOLIA,
  id: "inner-mongolia-2020",
  zh: "内蒙古自治区部门决算公开格式（2020年度，“三公”经费在机构运行信息表中）",
  en: "Inner Mongolia, 2020: three public expenses in the table of what bodies run on",
  from: 2020,
  to: 2020,
  parts: [
    { id: "overview", titles: ["部门基本情况", "单位基本情况", "部门概况", "基本情况"] },
    { id: "narrative", titles: ["部门决算情况说明", "单位决算情况说明", "决算情况说明"] },
    { id: "glossary", titles: ["名词解释"] },
    { id: "appended-tables", titles: ["部门决算公开表", "单位决算公开表"] },
  ],
  sections: [
    section("overview", "responsibilities", "部门职责"),
    section("overview", "institutions", "机构设置"),
    section("narrative", "totals", "关于收支情况总体说明"),
    section("narrative", "revenue", "关于收入决算情况说明"),
    section("narrative", "expenditure", "关于支出决算情况说明"),
    section("narrative", "appropriation-totals", "关于财政拨款收入支出决算总体情况说明"),
    section("narrative", "general-expenditure", "关于一般公共预算财政拨款支出决算情况说明"),
    section("narrative", "basic-expenditure", "关于一般公共预算财政拨款基本支出决算情况说明"),
    section("narrative", "three-public", "关于财政拨款“三公”经费支出决算情况说明"),
    section("narrative", "performance", "预算绩效情况说明"),
    optional(section("narrative", "other-matters", "其他重要事项的情况说明")),
    section("narrative", "operating-costs", "机关运行经费支出情况"),
    section("narrative", "procurement", "政府采购支出情况"),
    section("narrative", "state-assets", "国有资产占用情况"),
    section("glossary", "glossary"),
  ],
  tables: tables(
    ["revenue-and-expenditure"],
    ["revenue"],
    ["expenditure"],
    ["appropriation"],
    ["general-expenditure"],
    ["basic-expenditure", "一般公共预算财政拨款基本支出决算明细表"],
    ["government-fund"],
    ["state-capital", "国有资本经营预算财政拨款收入支出决算表"],
  ),
  basis: "内蒙古自治区部门决算公开格式（2020年度，另有机构运行信息表）",
};
