import { optional, section, tables } from "../declare.ts";
import type { Profile } from "../profile.ts";

/** The tables told under three names in the two years that are known; the ninth, 财政拨款支出情况表, is no declared table. */
export const QINGHAI_2020: Profile = {
  id: "qinghai-2020",
  zh: "青海省部门决算公开格式（2018—2020年度，另列机关运行经费表和政府采购表）",
  en: "Qinghai from 2018 to 2020: tables of operating costs and procurement besides",
  division: "63",
  places: ["青海", "西宁", "海东", "海北", "黄南", "海南藏族", "海南州", "果洛", "玉树", "海西"],
  from: 2018,
  to: 2020,
  parts: [
    { id: "overview", titles: ["部门概况"] },
    { id: "tables", titles: ["部门决算报表", "部门决算公开报表"] },
    { id: "narrative", titles: ["部门决算情况说明"] },
    { id: "glossary", titles: ["名词解释"] },
  ],
  // Departments set what they told under headings of their own in those years.
  sections: [
    section("overview", "responsibilities", "部门职责"),
    section("overview", "institutions", "机构设置情况"),
    section("narrative", "totals", "收入支出总体情况说明", "收支总体情况说明"),
    section("narrative", "revenue", "收入情况说明", "收入总体情况说明"),
    section("narrative", "expenditure", "支出情况说明", "支出总体情况说明"),
    section("narrative", "appropriation-totals", "财政拨款收入支出总体情况说明", "财政拨款收支总体情况说明"),
    section("narrative", "general-expenditure", "一般公共预算财政拨款支出情况说明", "一般公共预算支出情况说明"),
    section("narrative", "basic-expenditure", "一般公共预算财政拨款基本支出情况说明", "一般公共预算基本支出情况说明"),
    section(
      "narrative",
      "three-public",
      "一般公共预算财政拨款“三公”经费支出情况说明",
      "一般公共预算“三公”经费支出情况说明",
    ),
    section("narrative", "government-fund", "政府性基金预算财政拨款收入支出情况说明", "政府性基金预算支出情况说明"),
    section("narrative", "operating-costs"),
    section("narrative", "procurement"),
    section("narrative", "performance", "预算绩效情况说明"),
    optional(section("narrative", "other-matters", "其他重要事项的情况说明", "其他重要事项情况说明")),
    section("glossary", "glossary"),
  ].map(optional),
  tables: tables(
    ["revenue-and-expenditure", "收入支出决算总表", "部门收支总体情况表"],
    ["revenue", "收入决算表", "部门收入总体情况表"],
    ["expenditure", "支出决算表", "部门支出总体情况表"],
    ["appropriation", "财政拨款收入支出决算总表", "财政拨款收支总体情况表"],
    ["general-expenditure", "一般公共预算财政拨款支出决算表", "一般公共预算支出情况表"],
    ["basic-expenditure", "一般公共预算财政拨款基本支出决算表", "一般公共预算基本支出情况表"],
    [
      "three-public",
      "一般公共预算“三公”经费及会议费、培训费支出决算表",
      "一般公共预算“三公”经费及会议费、培训费支出情况表",
    ],
    ["government-fund", "政府性基金预算财政拨款收入支出决算表", "政府性基金预算支出情况表"],
    ["operating-costs", "机关运行经费支出情况表"],
    ["procurement", "政府采购支出情况表"],
  ).map((entry) => (/^(?:operating-costs|procurement)$/.test(entry.table) ? { ...entry, owed: false } : entry)),
  basis: "青海省部门决算公开格式（西宁市城东区互助中路社区公共服务中心2018年度、民和县总工会2019年度公开的目录）",
};
