/** What a cell under 年度指标值 or 实际完成值 says, if it says one number with its unit; words are words and no figure. */
export interface PrintedValue {
  /** The unit as printed behind the number: 万亩, 个/年. */
  readonly unit?: string;
}

// 大于等于 is 大于 and 等于: named by itself too it would match in two ways, and a run of them cost 2^length.
const BEFORE =
  "(?:[≥≤>＞<＜=＝≧≦]|大于|小于|等于|不低于|不少于|不高于|不超过|不大于|不小于|高于|低于|达到?|超过|完成|控制在|约|共|至少)*";
/** A number with what compares it and its unit; what is longer is a sentence. */
const LONGEST = 40;
const AFTER = "(?:以上|以下|以内|及以上|及以下|之内|左右)?";
const VALUE = new RegExp(`^${BEFORE}[-−]?\\d[\\d,]*(?:\\.\\d+)?([^\\d，。；,;:：、≥≤<>=]{0,8}?)${AFTER}$`);

/**
 * One number with its unit, whatever compares it: ≥95%, 412个, 不少于3次. A sentence with a number in it, a date, a range are words.
 *
 * @example printedValue("≥5.2万亩") // { unit: "万亩" }
 */
export function printedValue(text: string): PrintedValue | undefined {
  const plain = text.normalize("NFKC").replace(/\s/g, "");
  if (plain.length > LONGEST) return undefined;
  const match = VALUE.exec(plain);
  if (!match) return undefined;
  const unit = match[1]!;
  // 12月底前, 3季度, 2023年: a time by which, and no amount.
  if (/^(?:[月日号季]|年(?![^\d]{0,2}[次户人个])|季度|点|时(?!长))/.test(unit) || /[底前]$/.test(unit))
    return undefined;
  return unit === "" ? {} : { unit };
}
