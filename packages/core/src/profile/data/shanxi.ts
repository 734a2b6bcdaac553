import { section, tables } from "../declare.ts";
import type { Profile } from "../profile.ts";

export const SHANXI: Profile = {
  id: "shanxi",
  zh: "山西省部门决算公开格式（决算数据变动情况合为一节）",
  en: "Shanxi: how the figures moved, in one section",
  division: "14",
  places: ["山西", "太原", "大同", "阳泉", "长治", "晋城", "朔州", "晋中", "运城", "忻州", "临汾", "吕梁"],
  from: 2020,
  to: 2021,
  parts: [
    { id: "overview", titles: ["概况", "部门概况", "单位概况"] },
    { id: "tables", titles: ["机关决算报表", "部门决算报表", "单位决算报表"] },
    { id: "narrative", titles: ["机关决算情况说明", "部门决算情况说明", "单位决算情况说明"] },
    { id: "glossary", titles: ["名词解释"] },
  ],
  // Departments set what the rules ask for under headings of their own: only what all of them print is owed.
  sections: [
    section("overview", "responsibilities", "本部门职责", "本单位职责"),
    section("overview", "institutions", "机构设置情况"),
    section("narrative", "totals", "决算数据变动情况及原因"),
    section("narrative", "three-public", "“三公”经费决算增减变动情况说明"),
    section("narrative", "operating-costs", "机关运行经费增减变动原因说明"),
    section("narrative", "procurement", "政府采购情况说明"),
    section("narrative", "performance", "预算绩效情况说明"),
    section("narrative", "state-assets", "国有资产占用情况说明"),
    section("glossary", "glossary"),
  ],
  tables: tables(
    ["revenue-and-expenditure"],
    ["revenue"],
    ["expenditure"],
    ["appropriation"],
    ["general-expenditure"],
    ["three-public", "一般公共预算财政拨款“三公”经费支出决算表"],
    ["government-fund"],
    ["state-capital-expenditure"],
  ),
  basis: "山西省部门决算公开格式（2021年度，一般公共预算支出决算表分（一）（二），另有决算公开相关信息统计表）",
};
