import { optional, section, TABLES_BEFORE_NARRATIVE } from "../declare.ts";
import type { Profile } from "../profile.ts";
import { NINE_TABLES } from "./nine-tables.ts";

export const HEBEI: Profile = {
  id: "hebei",
  zh: "河北省部门决算公开格式（九张表，财政拨款收支合为一节）",
  en: "Hebei: nine tables, all appropriations in one section",
  division: "13",
  places: [
    "河北",
    "石家庄",
    "唐山",
    "秦皇岛",
    "邯郸",
    "邢台",
    "保定",
    "张家口",
    "承德",
    "沧州",
    "廊坊",
    "衡水",
    "雄安",
    "定州",
    "辛集",
  ],
  from: 2022,
  parts: TABLES_BEFORE_NARRATIVE,
  // Departments set what the rules ask for under headings of their own: only what all of them print is owed.
  sections: [
    section("overview", "responsibilities", "部门职责"),
    section("overview", "institutions", "机构设置"),
    section("narrative", "totals"),
    section("narrative", "revenue"),
    section("narrative", "expenditure"),
    section("narrative", "appropriation-totals"),
    optional(section("narrative", "general-expenditure")),
    optional(section("narrative", "basic-expenditure")),
    section("narrative", "three-public"),
    section("narrative", "operating-costs", "机关运行经费支出说明"),
    section("narrative", "procurement", "政府采购支出说明"),
    section("narrative", "state-assets", "国有资产占用情况说明"),
    optional(section("narrative", "performance", "预算绩效情况说明")),
    optional(section("narrative", "other-matters", "其他需要说明的情况")),
    section("glossary", "glossary"),
  ],
  tables: NINE_TABLES,
  basis: "河北省部门决算公开格式（2022年度）",
};
