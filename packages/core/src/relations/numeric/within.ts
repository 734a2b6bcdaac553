import { keyText } from "../../facts/key.ts";
import { placeOf } from "../place.ts";
import type { CheckContext, Instance, Relation, RelationExamples } from "../relation.ts";
import { TINY, tinyDisclosure } from "../tiny.ts";
import { keyWith, term } from "./terms.ts";

/** What the general budget spent on an item is within what was spent on it at all: table against table. */
function* instances(context: CheckContext): Iterable<Instance> {
  for (const figures of context.facts.values()) {
    const part = figures.find(({ source }) => source.table === "general-expenditure");
    if (part?.concept !== "expenditure" || part.dimensions.fund !== "general") continue;
    const { functional, nature, measure, stage, period, economic, label } = part.dimensions;
    if (functional === undefined || (nature ?? measure ?? stage ?? period ?? economic ?? label) !== undefined) continue;
    const all = keyWith(part, { fund: undefined });
    const whole = context.facts.get(all)?.find(({ source }) => source.table === "expenditure");
    if (!whole) continue;
    yield {
      relation: WITHIN_ALL.id,
      form: "linear",
      comparator: "<=",
      terms: [term(keyText(part.concept, part.dimensions), 1, [part.id]), term(all, -1, [whole.id])],
      place: placeOf(whole.source),
      sources: [part.source, whole.source],
    };
  }
}

export const WITHIN_ALL: Relation = {
  id: "table.within",
  title: { zh: "一般公共预算支出大于全部支出", en: "More from the general budget than in all" },
  basis: {
    zh: "支出决算表反映全部资金的支出，一般公共预算财政拨款支出是其中一部分",
    en: "The table of expenditure shows the spending of all money, of which the general budget's is a part",
  },
  // As an error it would have the localiser doubt whatever else is told of the account.
  severity: "warning",
  form: "order",
  purpose: {
    zh: "同一科目的一般公共预算财政拨款支出不大于支出决算表的支出：两行的数互换、一行抄错时，合计往往仍然相符。",
    en: "What the general budget spent on an account is no more than what was spent on it in all: where two rows change places the sums still hold.",
  },
  leavesOut: {
    zh: "只比较两张表都印出金额的科目；支出决算表没有的行，另有核对。",
    en: "Only accounts with an amount in both tables; rows that the table of expenditure lacks are told by another relation.",
  },
  instances,
};

export const EXAMPLES: RelationExamples = () => ({
  [WITHIN_ALL.id]: [
    { text: tinyDisclosure([TINY.expenditure, TINY.general]), holds: true },
    {
      text: tinyDisclosure([
        TINY.expenditure.replace(
          /\| 2080501.*/,
          "| 2080501 | 行政单位离退休 | 4.00 | 4.00 |  |\n| 2080502 | 事业单位离退休 | 6.00 | 6.00 |  |",
        ),
        TINY.general.replace(
          /\| 2080501.*/,
          "| 2080501 | 行政单位离退休 | 6.00 | 6.00 |  |\n| 2080502 | 事业单位离退休 | 4.00 | 4.00 |  |",
        ),
      ]),
      holds: false,
      message: "大于“2080501”支出的4.00万元",
    },
  ],
});
