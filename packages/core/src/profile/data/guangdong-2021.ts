import type { Profile } from "../profile.ts";
import { GUANGDONG } from "./guangdong.ts";
import { NINE_TABLES_THREE_PUBLIC_SEVENTH } from "./nine-tables.ts";

/** The form of the years before “三公”经费 was set last. */
export const GUANGDONG_2021: Profile = {
  ...GUANGDONG,
  id: "guangdong-2021",
  zh: "广东省部门决算公开格式（2020年度、2021年度，“三公”经费第七）",
  en: "Guangdong in 2020 and 2021: nine tables, three public expenses seventh",
  from: 2020,
  to: 2021,
  tables: NINE_TABLES_THREE_PUBLIC_SEVENTH,
  basis: "广东省部门决算公开格式（2021年度，湛江市人民政府行政服务中心公开的目录）",
};
