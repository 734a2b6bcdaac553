import type { Profile } from "../profile.ts";
import { HUNAN } from "./hunan.ts";
import { NINE_TABLES_THREE_PUBLIC_SEVENTH } from "./nine-tables.ts";

export const HUNAN_2021: Profile = {
  ...HUNAN,
  id: "hunan-2021",
  zh: "湖南省部门决算公开格式（2020、2021年度，“三公”经费第七）",
  en: "Hunan, 2020 and 2021: three public expenses seventh",
  from: 2020,
  to: 2021,
  tables: NINE_TABLES_THREE_PUBLIC_SEVENTH,
  basis: "湖南省部门决算公开模板（2021年度）",
};
