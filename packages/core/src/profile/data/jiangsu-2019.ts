import { optional, section, tables } from "../declare.ts";
import type { Profile } from "../profile.ts";
import { JIANGSU } from "./jiangsu.ts";

/** The form of the years before a table of the state capital budget was added; the eleventh was new after 2015. */
export const JIANGSU_2019: Profile = {
  ...JIANGSU,
  id: "jiangsu-2019",
  zh: "江苏省部门决算公开格式（2015年度至2019年度，十二张表）",
  en: "Jiangsu from 2015 to 2019: twelve tables",
  from: 2015,
  to: 2019,
  sections: [
    section("overview", "responsibilities", "主要职能", "部门主要职能"),
    section("overview", "institutions", "部门机构设置及决算单位构成情况", "单位构成情况"),
    section("narrative", "totals", "收入支出总体情况说明"),
    section("narrative", "revenue"),
    section("narrative", "expenditure"),
    section("narrative", "appropriation-totals"),
    section("narrative", "general-expenditure"),
    section("narrative", "basic-expenditure"),
    section("narrative", "three-public"),
    optional(section("narrative", "government-fund")),
    optional(section("narrative", "other-matters")),
    optional(section("narrative", "operating-costs")),
    optional(section("narrative", "procurement")),
    optional(section("narrative", "state-assets")),
    optional(section("narrative", "performance")),
    section("glossary", "glossary", "名词解释", "名称解释"),
  ],
  tables: tables(
    ["revenue-and-expenditure"],
    ["revenue"],
    ["expenditure"],
    ["appropriation"],
    ["appropriation-expenditure", "财政拨款支出决算表"],
    ["appropriation-basic", "财政拨款基本支出决算表"],
    ["general-expenditure", "一般公共预算财政拨款支出决算表"],
    ["basic-expenditure", "一般公共预算财政拨款基本支出决算表"],
    ["three-public", "一般公共预算财政拨款“三公”经费、会议费、培训费支出决算表"],
    ["government-fund", "政府性基金预算财政拨款收入支出决算表"],
    ["operating-costs", "机关运行经费支出决算表"],
    ["procurement", "政府采购支出决算表"],
  ).map((entry) => (entry.table === "operating-costs" ? { ...entry, owed: false } : entry)),
  basis:
    "江苏省部门决算公开格式（2015年度十一张表，连云港市数字化城市管理监督指挥中心公开的目录；2017年度十二张表，常州市公安局武进分局公开的目录）",
};
