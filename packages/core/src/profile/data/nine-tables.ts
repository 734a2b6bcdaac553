import { tables } from "../declare.ts";
import type { ProfileTable } from "../profile.ts";

/** The nine public tables in the order of the fiscal years from 2022 on: “三公”经费 last. */
export const NINE_TABLES: readonly ProfileTable[] = tables(
  ["revenue-and-expenditure"],
  ["revenue"],
  ["expenditure"],
  ["appropriation"],
  ["general-expenditure"],
  ["basic-expenditure", "一般公共预算财政拨款基本支出决算明细表", "一般公共预算财政拨款基本支出决算表"],
  ["government-fund"],
  ["state-capital-expenditure"],
  ["three-public"],
);

/** The same in the order of the years before: “三公”经费 seventh. Some provinces kept it. */
export const NINE_TABLES_THREE_PUBLIC_SEVENTH: readonly ProfileTable[] = tables(
  ["revenue-and-expenditure"],
  ["revenue"],
  ["expenditure"],
  ["appropriation"],
  ["general-expenditure"],
  ["basic-expenditure", "一般公共预算财政拨款基本支出决算表", "一般公共预算财政拨款基本支出决算明细表"],
  ["three-public", "一般公共预算财政拨款“三公”经费支出决算表", "财政拨款“三公”经费支出决算表"],
  ["government-fund"],
  ["state-capital-expenditure"],
);
