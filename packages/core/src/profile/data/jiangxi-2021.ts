import { tables } from "../declare.ts";
import type { Profile } from "../profile.ts";
import { JIANGXI } from "./jiangxi.ts";

/** The form of the years before “三公”经费 was set behind the two other funds. */
export const JIANGXI_2021: Profile = {
  ...JIANGXI,
  id: "jiangxi-2021",
  zh: "江西省部门决算公开格式（2020年度、2021年度，“三公”经费第七）",
  en: "Jiangxi in 2020 and 2021: ten tables, three public expenses seventh",
  from: 2020,
  to: 2021,
  tables: tables(
    ["revenue-and-expenditure"],
    ["revenue"],
    ["expenditure"],
    ["appropriation"],
    ["general-expenditure"],
    ["basic-expenditure"],
    ["three-public", "一般公共预算财政拨款“三公”经费支出决算表"],
    ["government-fund"],
    ["state-capital-expenditure"],
    ["state-assets", "国有资产占用情况表"],
  ),
  basis: "江西省部门决算公开格式（2020年度，赣州市南康区麻双乡人民政府公开的目录）",
};
