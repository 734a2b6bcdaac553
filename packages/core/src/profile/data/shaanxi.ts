import { optional, section, tables } from "../declare.ts";
import type { Profile } from "../profile.ts";

export const SHAANXI: Profile = {
  id: "shaanxi",
  zh: "陕西省部门决算公开格式（九张表，“三公”经费与会议费、培训费同表）",
  en: "Shaanxi: nine tables, with meetings and training beside the three",
  division: "61",
  places: ["陕西", "西安", "铜川", "宝鸡", "咸阳", "渭南", "延安", "汉中", "榆林", "安康", "商洛", "杨凌"],
  from: 2020,
  parts: [
    { id: "overview", titles: ["部门概况", "单位概况"] },
    { id: "tables", titles: ["部门决算表", "单位决算表"] },
    { id: "narrative", titles: ["部门决算情况说明", "单位决算情况说明"] },
    { id: "glossary", titles: ["专业名词解释", "名词解释"] },
  ],
  // Departments set what the rules ask for under headings of their own: only what all of them print is owed.
  sections: [
    section("overview", "responsibilities", "部门主要职责及内设机构", "部门主要职责及机构设置"),
    section("overview", "institutions", "部门决算单位构成"),
    section("narrative", "totals"),
    // Some departments tell it under the totals.
    optional(
      section("narrative", "appropriation-totals", "财政拨款收入支出总体情况说明", "财政拨款收入支出决算总体情况说明"),
    ),
    section(
      "narrative",
      "three-public",
      "“三公”经费、培训费及会议费支出情况说明",
      "财政拨款“三公”经费、会议费、培训费支出决算情况说明",
    ),
    optional(section("narrative", "performance", "部门绩效管理情况说明")),
    section("narrative", "other-matters"),
    optional(section("narrative", "operating-costs")),
    optional(section("narrative", "procurement")),
    optional(section("narrative", "state-assets")),
    section("glossary", "glossary"),
  ],
  tables: tables(
    ["revenue-and-expenditure"],
    ["revenue", "收入决算总表", "收入决算表"],
    ["expenditure", "支出决算总表", "支出决算表"],
    ["appropriation"],
    ["general-expenditure"],
    ["basic-expenditure"],
    ["three-public", "一般公共预算财政拨款“三公”经费及会议费、培训费支出决算表"],
    ["government-fund"],
    ["state-capital-expenditure"],
  ),
  basis: "陕西省部门决算公开模板（2020年度）",
};
