import type { NumberToken } from "../numbers.ts";
import type { Binding, Reading } from "../state.ts";

/** What stands behind an amount and names what it was paid from: 在基本支出列支, 由项目经费中负担. */
const PAID_FROM =
  /^(?:是|系)?[在从由]“?([一-龥（）]{2,24}?)”?(?:中|里)?(?:列支|开支|支付|承担|负担|解决)(?=[，、；。）\n]|$)/;

const NEXT_PART = /其中[^。；\n]{0,50}(?:列支|开支|支付|承担|负担|解决)[，、]$/;

const PAID_WITH =
  /(?:内?含|其中)(?:有)?((?:使?用|由)(?:其他收入|事业收入|经营收入|自有资金|非财政拨款(?:收入|资金)?|上年结余)(?:资金)?(?:安排|列支|负担|承担)的?)([一-龥]{0,10}?)(?:支出)?$/;

/** 项目支出748万元，内含用其他收入安排的课题支出31万元: a part of what was spent, by what paid for it; it is no second amount of what came in. */
export function paidWith(r: Reading, number: NumberToken): Binding | undefined {
  if (number.unit !== "ten-thousand-yuan" && number.unit !== "yuan") return undefined;
  const [, words, what] = PAID_WITH.exec(r.view.text.slice(Math.max(0, number.start - 36), number.start)) ?? [];
  const whole = r.outside.at(-1)?.figure ?? r.amounts.findLast(({ dimensions: { measure } }) => measure === undefined);
  if (words === undefined || whole?.concept !== "expenditure") return undefined;
  return { concept: whole.concept, dimensions: { ...whole.dimensions, label: `${words}${what}` } };
}

/**
 * 公务用车运行维护费17.14万元，其中14.32万元在基本支出列支、2.82万元在项目中列支: parts of what was told, each under what it was paid from. Without
 * 其中 the words tell of the whole amount.
 */
export function paidFrom(r: Reading, number: NumberToken): Binding | undefined {
  const { subject, view } = r;
  if (!subject || (number.unit !== "ten-thousand-yuan" && number.unit !== "yuan")) return undefined;
  const label = PAID_FROM.exec(view.text.slice(number.unitEnd, number.unitEnd + 36))?.[1];
  if (label === undefined) return undefined;
  const before = view.text.slice(Math.max(0, number.start - 60), number.start);
  if (/其中[，：]?(?:有)?$/.test(before))
    return { concept: subject.concept, dimensions: { ...subject.dimensions, label } };
  // What the part before was paid from may be the name of an account: this part is of the same whole.
  const { lastBound: last } = r;
  if (last?.dimensions.label === undefined || !NEXT_PART.test(before)) return undefined;
  return { concept: last.concept, dimensions: { ...last.dimensions, label } };
}
