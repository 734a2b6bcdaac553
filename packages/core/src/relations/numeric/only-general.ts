import { keyText } from "../../facts/key.ts";
import type { CheckContext, Instance, Relation } from "../relation.ts";
import { instanceOf, quantity } from "./identity.ts";
import { TABLE_FORM } from "./terms.ts";

/** Where nothing but the general budget was spent, what it spends by nature is all of that nature. */
function* instances(context: CheckContext): Iterable<Instance> {
  const printed = (key: string): readonly string[] => (context.facts.get(key) ?? []).map(({ value }) => value);
  const all = printed(keyText("expenditure", {}));
  if (!printed(keyText("expenditure", { fund: "general" })).some((value) => all.includes(value))) return;
  for (const nature of ["basic", "project"] as const) {
    const instance = instanceOf(context, ONLY_GENERAL.id, {
      quantities: [quantity(1, "expenditure", { nature }), quantity(-1, "expenditure", { fund: "general", nature })],
    });
    if (instance) yield instance;
  }
}

/** The totals of the tables of all expenditure and of the general budget's. */
function TABLES(project: string): string {
  const all =
    "支出决算表\n\n单位：万元\n\n| 科目编码 | 科目名称 | 本年支出合计 | 基本支出 | 项目支出 |\n| --- | --- | --- | --- | --- |\n| 合计 |  | 4,733.14 | 3,365.38 | 1,367.76 |";
  return `${all}\n\n一般公共预算财政拨款支出决算表\n\n单位：万元\n\n| 科目编码 | 科目名称 | 合计 | 基本支出 | 项目支出 |\n| --- | --- | --- | --- | --- |\n| 合计 |  | 4,733.14 | 3,365.38 | ${project} |`;
}

export const ONLY_GENERAL: Relation = {
  id: "identity.only-general",
  title: { zh: "只有一般公共预算时，基本、项目支出两表一致", en: "With the general budget alone, natures agree" },
  basis: TABLE_FORM,
  // A wrong number shows in the sums of its own table too, and is proven there.
  severity: "warning",
  form: "linear",
  purpose: {
    zh: "本年支出都是一般公共预算财政拨款时，支出决算表的基本支出、项目支出，与一般公共预算财政拨款支出决算表的相同。",
    en: "Where all expenditure is of the general budget, basic and project expenditure are the same in both tables.",
  },
  leavesOut: {
    zh: "两表的支出合计不相同的（还有其他资金）不判定。",
    en: "Not judged where the totals differ, since other funds were spent too.",
  },
  examples: [
    { text: TABLES("1,367.76"), holds: true, fiscalYear: 2025 },
    // 0.01 apart, as 生态环境局 printed it in 2025: rounding.
    { text: TABLES("1,367.75"), holds: true, fiscalYear: 2025 },
    { text: TABLES("1,376.76"), holds: false, message: "1,376.76", fiscalYear: 2025 },
  ],
  instances,
};
