import { type ConceptKey, keyText } from "../facts/key.ts";
import type { SubjectPhrase } from "./lexicon/index.ts";
import { sentenceBefore } from "./places.ts";
import type { Reading } from "./state.ts";
import { speaksOfAnotherYear } from "./years.ts";

const OWN_CLAUSE =
  /[，；](?:20\d{2}年度?)?(?:本年度?|当年|全年)?(?:本部门|本单位|我部门|我单位|我[局委院校]|部门|单位)?(?:的)?$/;
const TELLS_AMOUNT =
  /^(?:支出)?(?:决算)?[数额]?(?:(?:合计|共计|总计)?[为共是]?\d|(?:比|较|与|同)(?:上年|去年|20\d{2}年)[^，。；\d]{0,8}?(?:相比，?)?(?:增加|减少|增长|下降|降低)了?\d|[由从](?:上年度?|去年|20\d{2}年)[^，。；\d]{0,8}\d[\d.,]*[万亿]?元(?:增加|减少|增长|下降|降低|压减)[到至为]了?)/;
/** Behind a reason that came first, what changed and how much needs no word on with what it is compared. */
const TELLS_CHANGE = /^(?:支出|决算)*[数额]?(?:各|均)?(?:增加|减少|增长|下降|降低)了?\d/;
/** 财政拨款收入900万元，占94.74%: a part of the whole. */
const TELLS_SHARE = /^(?:决算)?[数额]?[为共]?\d[\d.,]*[万亿]?元，占(?:比|[^，。；\d]{0,16})\d/;
const REASON_FIRST = /(?:^|[：；]|相比，)(?:[（\d一二三四五六七八九十]{1,3}[）.、])?(?:由于|因为)[^：；]*$/;
const SAYS_SPENT = /支出(?:决算)?[数额]?[为共]?$/;
const SPENT = /^支出(?:决算)?[数额]?[为共]?\d/;

/**
 * 变动原因是厉行节约，机关运行经费较上年减少12万元; 由于接待减少，公务接待费支出4万元: a reason ends where what it is the reason of is told (`key`), which is
 * what the heading speaks of or, where the reason comes first, any of it.
 */
export function endsReason(r: Reading, phrase: SubjectPhrase, key: ConceptKey, start: number, end: number): boolean {
  const { base } = r;
  if (base === undefined || phrase.concept !== base.concept || end - start < 4 || speaksOfAnotherYear(r, start))
    return false;
  const { text } = r.view;
  const sentence = sentenceBefore(r, start);
  if (!OWN_CLAUSE.test(sentence)) return false;
  const after = text.slice(end, end + 48);
  const comesFirst = REASON_FIRST.test(sentence);
  if (comesFirst && TELLS_CHANGE.test(after)) return true;
  if (!TELLS_AMOUNT.test(after)) return false;
  if (comesFirst || TELLS_SHARE.test(after)) return true;
  // …减少原因是接待减少，公务接待费支出4万元，公务用车运行维护费支出12万元
  if (phrase.dimensions?.item !== undefined && base.concept === "three-public")
    return SAYS_SPENT.test(text.slice(start, end)) || SPENT.test(text.slice(end, end + 8));
  return keyText(base.concept, key.dimensions) === keyText(base.concept, base.dimensions);
}
