import { optional } from "../declare.ts";
import type { Profile } from "../profile.ts";
import { NATIONAL_2021 } from "./national-2021.ts";

export const NATIONAL_2019: Profile = {
  ...NATIONAL_2021,
  id: "national-2019",
  zh: "财政部部门决算公开格式（2015—2019年度，八张表）",
  en: "Ministry of Finance, 2015 to 2019: eight tables, none of state capital",
  from: 2015,
  to: 2019,
  // Departments set what they told under headings of their own in those years: none is owed.
  sections: NATIONAL_2021.sections.map(optional),
  tables: NATIONAL_2021.tables.filter(({ table }) => table !== "state-capital-expenditure"),
  basis:
    "财政部部门决算公开表式（2019年度以前的公开01表至公开08表；徐闻县林业局2017年度、梧州市财政局2016年度公开的目录）",
};
