import { conceptOf } from "../../facts/concepts.ts";
import { type ConceptKey, keyText } from "../../facts/key.ts";
import type { Token } from "../grammar.ts";
import type { NumberToken } from "../numbers.ts";
import { paragraphBefore, sentenceBefore, tokensIn } from "../places.ts";
import type { Reading } from "../state.ts";
import { unitBefore } from "../units.ts";
import { moneyOf } from "../twins.ts";
import { functionalNames } from "../account-names.ts";
import { endsNameOfPart } from "../carried.ts";
import { isAnnex } from "./annex.ts";

/** Words that say nothing of what is measured: without them a clause still speaks of what was spoken of before. */
const FILLERS =
  /(?<!节)约|以上(?:各项|三项|合计)?|其中|包括|具体|分别|另外|此外|同时|还有|全年|年初|全部|本年度?|当年|当期|年度|\d{4}年?|本部门|本单位|我部门|我单位|我局|共计|合计|总计|累计|实[缴发支付拨]|实际|缴纳|缴付|实现|完成|达到|支付|开支|发生|使用|列支|安排|支出|收入|费用|金额|总额|数额|经费|资金|财政|拨款|决算|预算|调整|数值?|[共总达额为是近了的均各和与由从另计有]/g;

/** 维修（护）费 is one name. */
const CLAUSE = /(?:[^，。；：、（）\n]|（[^（）\d\n]{1,16}）)*$/;

/** 危桥改造9座143万元, 公开招标4批次139万元: how many stand between the name and its amount. */
const COUNTED =
  /(?:^|[，、；：。（\n]|主要是|其中)([^，。；：、（）\d\n]{2,24}?)(\d[\d,]*(?:[座处条个所家项台套部辆户村场期次批宗幅件艘栋幢]|批次|公里|平方米|万亩|亩|人次|人|名))$/;

/**
 * The words of a clause that name something no phrase knows, right before an amount: 公务用车加油3万元,
 * 财政专户管理教育收费200万元, 增加救助资金300万元. Such an amount is no second value of what was spoken of before.
 */
export function strangeWords(r: Reading, number: NumberToken): string | undefined {
  if (isAnnex(r) || r.inReason || r.inUse) return undefined;
  const counted = COUNTED.exec(r.view.text.slice(Math.max(0, number.start - 40), number.start));
  const end = counted ? number.start - counted[2]!.length : number.start;
  const from = Math.max(counted ? end - counted[1]!.length : r.lastNumberEnd, number.start - 60);
  const clause = CLAUSE.exec(r.view.text.slice(from, end))![0];
  let at = end - clause.length;
  at = Math.max(at, r.readTo, usesListed(r, at, end));
  for (const token of tokensIn(r, at, end)) {
    if (token.end <= at) continue;
    if (token.type === "path") return undefined;
    if (token.type === "subject" && !endsAnotherName(r, token, at) && !isPartOfItself(r, token, at)) return undefined;
    if (token.type !== "cue") continue;
    const { kind } = token.phrase.cue(r.view.text.slice(token.start, token.end));
    if (kind === "direction") at = token.end;
    else if (kind !== "parts") return undefined;
  }
  const words = r.view.text.slice(at, end);
  if (!/[一-龥]{2}/.test(words.replace(FILLERS, ""))) return undefined;
  return words
    .replace(/^\d{1,2}\./, "")
    .replace(/^(?:其中|包括|另外|此外|(?:\d{4}年度?)?(?:本部门|本单位)?)/, "")
    .replace(/(?:[均都]为|共计|合计|[为共])?[约近]?$/, "");
}

const NAMED_CHANGE =
  /^(?:其中|由于|因为?)?([^\d]{1,14}(?:费用?|经费|补助|补贴|奖金))(?:支出)?(?:(?:较|比|同比)(?:上年|去年)?)?(?:增加|减少|增长|下降|降低|上升|节约|压减|压缩)了?$/;

/** 比上年减少2.2万元，其中：印刷费减少1.3万元: the name of what changed, where no phrase knows it. It is no second change of the whole. */
export function strangeChange(r: Reading, number: NumberToken): string | undefined {
  if (isAnnex(r) || r.inReason || r.inUse) return undefined;
  const clause = CLAUSE.exec(r.view.text.slice(Math.max(r.lastNumberEnd, number.start - 40), number.start))![0];
  const name = NAMED_CHANGE.exec(clause)?.[1];
  if (name === undefined || /分别|各/.test(name)) return undefined;
  const from = number.start - clause.length;
  const isKnown =
    tokensIn(r, from, number.start).some(({ type }) => type === "subject" || type === "path") ||
    functionalNames(r, name) !== undefined;
  return isKnown ? undefined : name;
}

/**
 * 项目支出主要用于学前教育161.61万元，…；校舍维修40万元: where a list of uses begins, behind the words for what was used; so
 * behind 主要是, which opened no reason.
 */
function usesListed(r: Reading, from: number, to: number): number {
  const last = tokensIn(r, from, to).findLast((token) => {
    if (token.type !== "cue" || token.start < from) return false;
    const words = r.view.text.slice(token.start, token.end);
    const { kind } = token.phrase.cue(words);
    return kind === "use" || (kind === "reason" && /^主要(?:是|为)$/.test(words));
  });
  return last?.end ?? madeUpOf(r, from, to);
}

/** 项目支出包括审计业务400万元: what it is made up of, and not all of it. */
function madeUpOf({ view: { text } }: Reading, from: number, to: number): number {
  const [words] =
    /^(?:基本|项目|事业|其他)(?:支出|收入)(?:主要)?(?:包括|包含)(?=[一-龥]{2})/.exec(text.slice(from, to)) ?? [];
  return words === undefined ? 0 : from + words.length;
}

/** （其中药品及卫生材料支出512.6万元）: the 支出 that ends a name is not what was spent in all. */
function endsAnotherName(r: Reading, token: Token & { type: "subject" }, from: number): boolean {
  const { concept, dimensions } = token.phrase;
  if (endsNameOfPart(r, token.phrase, token.start)) return true;
  return (
    ((concept === "expenditure" &&
      (r.outside.length > 0 || isAmongParts(r, token.start)
        ? dimensions === undefined || (keyText("", dimensions) === "{nature=project}" && isListed(r, token.start))
        : isInListOfProjects(r, token))) ||
      // 事业收入中，门急诊收入332万元: a kind of it, and not all that came in.
      (concept === "revenue" && dimensions === undefined && r.head?.dimensions.source !== undefined)) &&
    (concept === "revenue" ? /[一-龥]{2}/ : /[一-龥]{3}/).test(
      r.view.text.slice(from, token.start).replace(FILLERS, ""),
    )
  );
}

/** 事业收入388.4万元，占17.56%，其中科研事业收入351.2万元: a part of it, under a longer name. */
function isPartOfItself(r: Reading, { phrase, start }: Token & { type: "subject" }, from: number): boolean {
  const source = phrase.dimensions?.source;
  return (
    r.inParts &&
    source !== undefined &&
    /[一-龥]{2}/.test(r.view.text.slice(from, start).replace(FILLERS, "")) &&
    r.amounts.some(({ dimensions: { source: told, measure } }) => told === source && measure === undefined)
  );
}

/** 支出共计95.1万元，其中人员经费61.2万元，…，免费开放专项支出25.5万元: a part, and not all that was spent. */
function isAmongParts(r: Reading, at: number): boolean {
  if (r.section !== "totals" && r.section !== "expenditure") return false;
  // 2.项目支出489.6万元，占28.8%。主要包括：主体班培训支出300.2万元，校园维修支出189.4万元
  const sentence = sentenceBefore(r, at);
  if (isListed(r, at)) return true;
  // 3.其他各项支出984.54万元
  if (/(?:^|[、.）])其[他余](?:各项|各类)$/.test(sentence)) return true;
  return (
    r.section === "totals" &&
    r.inParts &&
    r.amounts.some(({ concept, dimensions }) => concept === "total-disbursements" && keyText("", dimensions) === "")
  );
}

/** 主要包括：校园维修项目支出102.31万元；学生资助项目支出48.97万元: a list of what an amount went to, past its semicolons. */
function isListed(r: Reading, at: number): boolean {
  return /(?:^|[。\n])(?:主要)?(?:包括|有)：?[一-龥][^。\n]*$/.test(paragraphBefore(r, at));
}

/** 项目支出703.61万元。其中：…重大公共卫生服务项目支出312万元，疫情防控支出185万元: each is one of them. */
function isInListOfProjects(r: Reading, { phrase, start }: Token & { type: "subject" }): boolean {
  const { section, lastBound } = r;
  const nature = phrase.dimensions?.nature;
  return (
    section === "expenditure" &&
    unitBefore(r, start) === undefined &&
    (phrase.dimensions === undefined || nature === "project") &&
    lastBound?.dimensions.measure === undefined &&
    (lastBound?.concept === "project-amount" || lastBound?.dimensions.nature === "project")
  );
}

/** A part of what the sentence is about, under its own words. */
export function strangeKey(r: Reading, label: string, at: number): ConceptKey {
  const spoken = partBefore(r, at) ?? yearListed(r, label, at) ?? r.head ?? r.subject;
  // 因公出国（境）团组2个，5人次，实际发生支出16.8万元。其中：住宿费4.2万元: of what the missions cost.
  const head = spoken && (moneyOf(spoken) ?? spoken);
  if (!head || head.concept.startsWith("total-") || conceptOf(head.concept)?.kind !== "money")
    return { concept: "project-amount", dimensions: { label } };
  return { concept: head.concept, dimensions: { ...head.dimensions, label } };
}

/** 2.事业收入71.67万元，占1.64%，包括财政专户管理资金收入51.6万元，其他资金收入20.07万元: parts of the part told last, not of the total. */
function partBefore(r: Reading, at: number): ConceptKey | undefined {
  const part = r.strange?.key === r.subject ? r.strange?.before : r.subject;
  // 其中：…项目支出1105万元，占35.02%，主要是办案业务费580万元、信息化建设325万元
  if (
    part?.dimensions.nature === "project" &&
    part.dimensions.label === undefined &&
    LISTS_MAIN_PARTS.test(sentenceBefore(r, at))
  )
    return part;
  if (!r.head?.concept.startsWith("total-")) return undefined;
  if (part?.dimensions.source === undefined || part.dimensions.label !== undefined) return undefined;
  return /[，。（](?:其中)?(?:主要)?包括[^。\n]*$/.test(sentenceBefore(r, r.lastNumberEnd + 6)) ? part : undefined;
}

/** 收入决算450万元，其中：本年收入430万元，…，包括财政拨款收入400万元；专户资金30万元；…: kinds of what came in this year, up to what was carried over. */
function yearListed(r: Reading, label: string, at: number): ConceptKey | undefined {
  if (r.head?.concept !== "total-receipts" || /结[转余]/.test(label)) return undefined;
  if (!/本年收入[^。\n]*[，（]包括(?:(?!结[转余])[^。\n])*$/.test(paragraphBefore(r, at))) return undefined;
  const year = r.amounts.find(({ concept, dimensions }) => concept === "revenue" && keyText("", dimensions) === "");
  return year && { concept: year.concept, dimensions: year.dimensions };
}

const LISTS_MAIN_PARTS = /项目支出[^；。\n]*，主要(?:是|为|用于|包括)[^；。\n]*$/;

/** Words right before a count of persons that no phrase knows: 教职工186人，其中专任教师168人. They are no second value of the staff. */
export function strangeStaff(r: Reading, number: NumberToken): string | undefined {
  const clause = CLAUSE.exec(r.view.text.slice(Math.max(r.lastNumberEnd, number.start - 30), number.start))![0];
  const from = number.start - clause.length;
  const isSaid = tokensIn(r, from, number.start).some(
    (token) => (token.type === "subject" || token.type === "cue") && !isParts(r, token),
  );
  const words = clause.replace(/^其中/, "");
  return isSaid || !/[一-龥]{2}/.test(words.replace(FILLERS, "")) ? undefined : words;
}

function isParts(r: Reading, token: Extract<Reading["tokens"][number], { type: "subject" | "cue" }>): boolean {
  return token.type === "cue" && token.phrase.cue(r.view.text.slice(token.start, token.end)).kind === "parts";
}
