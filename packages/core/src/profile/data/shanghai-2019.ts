import { tables } from "../declare.ts";
import type { Profile } from "../profile.ts";
import { SHANGHAI } from "./shanghai.ts";

/** The form of the years before the state capital budget had its table: “三公”经费 and 机关运行经费 in one. */
export const SHANGHAI_2019: Profile = {
  ...SHANGHAI,
  id: "shanghai-2019",
  zh: "上海市部门决算公开格式（2016年度至2019年度，八张表）",
  en: "Shanghai from 2016 to 2019: eight tables",
  from: 2016,
  to: 2019,
  sections: SHANGHAI.sections.map((entry) =>
    entry.id === "state-capital" || entry.id === "performance" || entry.id.includes(".")
      ? { ...entry, owed: false }
      : entry,
  ),
  tables: tables(
    ["revenue-and-expenditure"],
    ["revenue"],
    ["expenditure"],
    ["appropriation"],
    ["general-expenditure"],
    ["basic-expenditure"],
    ["three-public", "一般公共预算财政拨款“三公”经费及机关运行经费支出决算表"],
    ["government-fund", "政府性基金预算财政拨款支出决算表"],
  ),
  elements: [],
  basis:
    "上海市部门决算公开格式（2017年度，嘉定区科学技术委员会、青浦区绿化和市容管理局公开的目录；2018年度另有资产负债情况表，青浦区绿化管理所）",
};
