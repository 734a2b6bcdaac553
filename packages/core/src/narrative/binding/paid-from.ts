import type { NumberToken } from "../numbers.ts";
import type { Binding, Reading } from "../state.ts";

/** What stands behind an amount and names what it was paid from: 在基本支出列支, 由项目经费中负担. */
const PAID_FROM =
  /^(?:是|系)?[在从由]“?([一-龥（）]{2,24}?)”?(?:中|里)?(?:列支|开支|支付|承担|负担|解决)(?=[，、；。）\n]|$)/;

const NEXT_PART = /其中[^。；\n]{0,50}(?:列支|开支|支付|承担|负担|解决)[，、]$/;

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
