import { keyText, type Dimensions } from "../../facts/key.ts";
import { isZero } from "../amounts.ts";
import { TINY, tinyDisclosure } from "../tiny.ts";
import type { CheckContext, Instance, Relation, RelationExamples } from "../relation.ts";
import { instanceOf, quantity } from "./identity.ts";
import { TABLE_FORM } from "./terms.ts";

/** What is counted of each of the “三公” expenses. */
const COUNTED: Readonly<Record<string, readonly Counted[]>> = {
  receptions: ["reception-batches", "reception-persons"].flatMap((concept) =>
    (["domestic", "foreign"] as const).map((item) => ({ concept, dimensions: { item } })),
  ),
  overseas: [{ concept: "missions" }, { concept: "mission-persons" }],
};

interface Counted {
  readonly concept: string;
  readonly dimensions?: Dimensions;
}

/** Where the general budget alone paid for what was received, or sent abroad, it paid for all that is counted of it. */
function* counts(context: CheckContext): Iterable<Instance> {
  for (const [item, counted] of Object.entries(COUNTED)) {
    const all = context.facts.get(keyText("three-public", { item })) ?? [];
    const general = context.facts.get(keyText("three-public", { fund: "general", item })) ?? [];
    const [amount] = general;
    if (!amount || isZero(amount) || ![...all, ...general].every(({ value }) => value === amount.value)) continue;
    if (all.length === 0) continue;
    for (const { concept, dimensions } of counted) {
      const keys: readonly Dimensions[] = [dimensions ?? {}, { ...dimensions, fund: "general" }];
      if (!keys.every((own) => context.facts.has(keyText(concept, own)))) continue;
      const instance = instanceOf(context, ONLY_GENERAL.id, {
        quantities: [quantity(1, concept, keys[0]), quantity(-1, concept, keys[1])],
      });
      if (instance) yield instance;
    }
  }
}

/** An item stands in the list of one budget alone: what all appropriations spend on one of the general budget's is what that spends. */
function* items(context: CheckContext): Iterable<Instance> {
  for (const [key, [figure]] of context.facts) {
    if (!figure || figure.concept !== "expenditure" || !/^\d{7}$/.test(figure.dimensions.functional ?? "")) continue;
    const functional = figure.dimensions.functional!;
    if (key !== keyText("expenditure", { fund: "appropriation", functional })) continue;
    if (!context.facts.has(keyText("expenditure", { fund: "general", functional }))) continue;
    const instance = instanceOf(context, ONLY_GENERAL.id, {
      severity: "error",
      quantities: [
        quantity(1, "expenditure", { fund: "appropriation", functional }),
        quantity(-1, "expenditure", { fund: "general", functional }),
      ],
    });
    if (instance) yield instance;
  }
}

/** Where nothing but the general budget was spent, what it spends by nature is all of that nature. */
function* instances(context: CheckContext): Iterable<Instance> {
  yield* counts(context);
  yield* items(context);
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

/** The two tables of “三公” expenses that Yunnan prints, for all appropriations and for the general budget. */
function RECEIVED(persons: string): string {
  const table = (title: string, persons: string): string =>
    `${title}\n\n单位：万元\n\n| 项目 | 行次 | 预算数 | 统计数 |\n| --- | --- | --- | --- |\n| 栏次 |  | 1 | 2 |\n| 一、“三公”经费支出 | 1 | — | — |\n| （一）支出合计 | 2 | 4.00 | 3.20 |\n| 1．因公出国（境）费 | 3 | 0.00 | 0.00 |\n| 2．公务用车购置及运行维护费 | 4 | 0.00 | 0.00 |\n| （1）公务用车购置费 | 5 | 0.00 | 0.00 |\n| （2）公务用车运行维护费 | 6 | 0.00 | 0.00 |\n| 3．公务接待费 | 7 | 4.00 | 3.20 |\n| （二）相关统计数 | 11 | — | — |\n| 5．国内公务接待批次（个） | 16 | — | 47 |\n| 6．国内公务接待人次（人） | 18 | — | ${persons} |`;
  return `${table("财政拨款“三公”经费、行政参公单位机关运行经费情况表", "388")}\n\n${table("一般公共预算财政拨款“三公”经费情况表", persons)}`;
}

/** An item told of all appropriations, beside the table of the general budget. */
function TOLD_ITEM(amount: string): string {
  return tinyDisclosure(
    [TINY.general],
    `二、财政拨款支出决算情况说明\n\n2024年度财政拨款支出10.00万元，按支出功能分类科目分，包括：社会保障和就业支出10.00万元。具体包括：\n\n社会保障和就业支出（类）行政事业单位养老支出（款）行政单位离退休（项）${amount}万元。`,
  );
}

export const ONLY_GENERAL: Relation = {
  id: "identity.only-general",
  title: { zh: "只有一般公共预算时，财政拨款与一般公共预算一致", en: "With the general budget alone, both agree" },
  basis: TABLE_FORM,
  // A wrong number shows in the sums of its own table too, and is proven there.
  severity: "warning",
  form: "linear",
  purpose: {
    zh: "本年支出都是一般公共预算财政拨款时，支出决算表的基本支出、项目支出，与一般公共预算财政拨款支出决算表的相同。公务接待费、因公出国（境）费都是一般公共预算财政拨款时，批次、团组和人次也相同；一般公共预算的项级科目，财政拨款支出即一般公共预算财政拨款支出。",
    en: "Where all expenditure is of the general budget, basic and project expenditure are the same in both tables. Where it alone paid for receptions, or for missions, as many of them and as many persons are counted; and what appropriations spend on an item of the general budget is what that spends.",
  },
  leavesOut: {
    zh: "两表的支出合计不相同的（还有其他资金）不判定。",
    en: "Not judged where the totals differ, since other funds were spent too.",
  },
  instances,
};

export const EXAMPLES: RelationExamples = () => ({
  [ONLY_GENERAL.id]: [
    { text: TABLES("1,367.76"), holds: true, fiscalYear: 2025 },
    // 0.01 apart, as 生态环境局 printed it in 2025: rounding.
    { text: TABLES("1,367.75"), holds: true, fiscalYear: 2025 },
    { text: TABLES("1,376.76"), holds: false, message: "1,376.76", fiscalYear: 2025 },
    { text: TOLD_ITEM("10.00"), holds: true, fiscalYear: 2024 },
    { text: TOLD_ITEM("11.00"), holds: false, message: "应为10.00万元", fiscalYear: 2024 },
    { text: RECEIVED("388"), holds: true, fiscalYear: 2023 },
    { text: RECEIVED("338"), holds: false, message: "338", fiscalYear: 2023 },
  ],
});
