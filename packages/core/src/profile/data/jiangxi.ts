import { TABLES_BEFORE_NARRATIVE, section, tables } from "../declare.ts";
import type { Profile } from "../profile.ts";

export const JIANGXI: Profile = {
  id: "jiangxi",
  zh: "江西省部门决算公开格式（十张表，含国有资产占用情况表）",
  en: "Jiangxi: ten tables, with state assets",
  division: "36",
  places: ["江西", "南昌", "景德镇", "萍乡", "九江", "新余", "鹰潭", "赣州", "吉安", "宜春", "抚州", "上饶", "共青城"],
  from: 2022,
  parts: TABLES_BEFORE_NARRATIVE,
  sections: [
    section("overview", "responsibilities", "部门主要职责"),
    section("overview", "institutions", "部门基本情况"),
    section("narrative", "revenue"),
    section("narrative", "expenditure"),
    section("narrative", "general-expenditure", "财政拨款支出决算情况说明"),
    section("narrative", "basic-expenditure"),
    section("narrative", "three-public"),
    section("narrative", "operating-costs"),
    section("narrative", "procurement"),
    section("narrative", "state-assets"),
    section("narrative", "performance"),
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
    ["state-capital-expenditure"],
    ["three-public"],
    ["state-assets", "国有资产占用情况表"],
  ),
  basis: "江西省部门决算公开模板（2022年度）",
};
