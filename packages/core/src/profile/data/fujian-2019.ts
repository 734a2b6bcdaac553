import { optional, section, tables } from "../declare.ts";
import type { Profile } from "../profile.ts";
import { FUJIAN } from "./fujian.ts";

/** The form of the years before 2020: one table of information in the place of those of “三公”经费 and the state capital budget. */
export const FUJIAN_2019: Profile = {
  ...FUJIAN,
  id: "fujian-2019",
  zh: "福建省部门决算公开格式（2018年度、2019年度，十张表，含部门决算相关信息统计表）",
  en: "Fujian in 2018 and 2019: ten tables, with one of information",
  from: 2018,
  to: 2019,
  sections: [
    section("overview", "responsibilities", "部门主要职责"),
    section("overview", "institutions", "部门决算单位基本情况"),
    section("narrative", "totals", "收入支出决算总体情况说明", "收支决算总体情况说明"),
    section("narrative", "general-expenditure"),
    section("narrative", "government-fund", "政府性基金支出决算情况说明"),
    section("narrative", "basic-expenditure"),
    section("narrative", "three-public", "一般公共预算财政拨款“三公”经费支出决算情况说明"),
    section("narrative", "performance", "预算绩效情况说明"),
    section("narrative", "other-matters", "其他重要事项情况说明"),
    optional(section("narrative", "operating-costs")),
    optional(section("narrative", "procurement")),
    optional(section("narrative", "state-assets")),
    section("glossary", "glossary"),
  ],
  tables: tables(
    ["revenue-and-expenditure"],
    ["revenue"],
    ["expenditure"],
    ["appropriation"],
    ["general-expenditure"],
    ["general-expenditure-detail"],
    ["basic-expenditure"],
    ["government-fund"],
    ["three-public-information", "部门决算相关信息统计表"],
    ["procurement", "政府采购情况表"],
  ),
  basis: "福建省部门决算公开格式（2018年度，厦门市人大常委会办公厅公开的目录）",
};
