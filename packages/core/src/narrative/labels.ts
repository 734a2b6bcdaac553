import type { ConceptKey } from "../facts/key.ts";
import type { NumberToken } from "./numbers.ts";

/** Words that say that money was spent, and not for what. */
const BARE = /^(?:(?:共)?(?:开支|花费|支出|支付|合计|共计|总计|金额)(?:共|为)?|全年(?:共|共计)?)$/;

/** 满意度为, 就业率达到: what leads over to the number is no part of the name. */
const ENDS_IN_VERB = /(?<=[一-龥]{3})(?:达到了?|(?<!作|以|视)[均都仅约]?为|(?<!下|到|送|表|发|传)达|约)$/;

/** 2座瞭望塔维修12万元: the word for how they are counted is no part of the name. */
function withoutCounted(before: string, words: string | undefined): string | undefined {
  if (words === undefined || !/\d$/.test(before.slice(0, before.length - words.length))) return words;
  return words.replace(/^(?:批次|人次|公里|平方米|[座支台套辆名所家处条户栋幢艘架])(?=[一-龥]{2})/, "");
}

/** The words right before a number (and after it, where those are few), by which a figure of no known concept is kept. */
export function labelOf(text: string, number: NumberToken): string {
  const before = text.slice(Math.max(0, number.start - 40), number.start);
  const plain = /([^，。；：、\n（）\d%]{1,30})$/.exec(before);
  // 、2座瞭望塔维修12万元: of what stands behind it, where a mark stands before it.
  const named =
    plain === null ? /^[一-龥]{2,12}/.exec(text.slice(number.unitEnd, number.unitEnd + 12))?.[0] : undefined;
  if (named !== undefined && /(?:元|%)[、；]$/.test(before)) return named;
  const words = withoutCounted(before, plain?.[1]) ?? /([^，。；：\n]{1,30})$/.exec(before)?.[1] ?? "";
  const after = /^[^，。；：、\n（）\d]{0,12}/.exec(text.slice(number.unitEnd, number.unitEnd + 12))![0];
  // 辖21个村、4个社区: the verb, and what is counted behind the number.
  const verb = /(?:^|[，。；：\n])([^，。；：、\n\d]{1,8})\d[\d,.]*个?[一-龥]{1,6}、$/.exec(before)?.[1];
  if (verb !== undefined && after !== "") return verb + after;
  // 完成年度任务2.2亿元的107.27%: of the amount told right before, by its words.
  const told = /^[万亿]?元的$/.test(words)
    ? /([^，。；：、\n（）\d%]{2,20})[\d.,]+[万亿]?元的$/.exec(before)?.[1]
    : undefined;
  if (told !== undefined) return told;
  const own = words.replace(
    /^(?:[的和与及.．]|[一二三四五六七八九十]{1,2}是(?=.{2})|主要(?:(?:变动)?原因)?(?:是|为|用于|包括)(?=.{2})|(?:其中|年度|年(?![中末初底]))(?=.{3}))+/,
    "",
  );
  // 举办群众文化活动，开支2.5万元: what the clause before says.
  const spoken = own.replace(ENDS_IN_VERB, "");
  if (spoken !== own) return spoken;
  const clause = BARE.test(own) ? (/([^，。；：\n（）\d%]{3,30})，[^，]*$/.exec(before)?.[1] ?? "") : "";
  return clause + own + (words.length < 4 ? after.replace(/^(?:是|系)(?=.{2})/, "") : "");
}

/** Behind an amount and those listed with it; 当年支出1412.6万元，结转下年87.4万元 says of the last alone that it was carried over. */
const CARRIED =
  /^(?:、[^，。；：、\n\d]{2,30}\d[\d.,]*万?元){0,3}[^。；\n\d]{0,60}结转(?:至|到)?(?:次年|下年|下一年|以后年度)(?!的?\d)/;

const OWN_CARRIED = /^(?:加上|连同|其余|剩余)(结转(?:至|到)?(?:次年|下年|下一年|以后年度))(?:使用|支付)?的?(?:资金)?$/;

/** 体检经费5.75万元…结转至次年支付: a carry-over told in the words of an annex. */
export function carriedToNextYear(text: string, number: NumberToken, label: string): ConceptKey | undefined {
  if (number.unit !== "ten-thousand-yuan" && number.unit !== "yuan") return undefined;
  const rest = text.slice(number.unitEnd, number.unitEnd + 96);
  // 当年支出3175万元，加上结转下年的215万元: its own words say so.
  const own = OWN_CARRIED.exec(label)?.[1];
  if (own !== undefined) return { concept: "closing-carry-over", dimensions: { label: own } };
  if (!CARRIED.test(rest) || label === "") return undefined;
  return { concept: "closing-carry-over", dimensions: { label: label.replace(/^年中追加项目/, "") } };
}
