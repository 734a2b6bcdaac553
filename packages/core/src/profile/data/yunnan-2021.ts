import { tables } from "../declare.ts";
import type { Profile } from "../profile.ts";
import { YUNNAN } from "./yunnan.ts";

/** The form of the years before the tables of projects and of the general budget's “三公”经费 were added. */
export const YUNNAN_2021: Profile = {
  ...YUNNAN,
  id: "yunnan-2021",
  zh: "云南省部门决算公开格式（2021年度，九张表）",
  en: "Yunnan in 2021: nine tables, before the narrative",
  from: 2020,
  to: 2021,
  tables: tables(
    ["revenue-and-expenditure"],
    ["revenue"],
    ["expenditure"],
    ["appropriation"],
    ["general-flow"],
    ["basic-expenditure"],
    ["government-fund"],
    ["state-capital"],
    ["three-public-information"],
  ),
  basis: "云南省2021年度部门决算公开格式",
};
