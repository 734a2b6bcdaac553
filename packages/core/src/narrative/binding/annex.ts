import type { ConceptKey } from "../../facts/key.ts";
import { carriedToNextYear, labelOf } from "../labels.ts";
import type { NumberToken } from "../numbers.ts";
import { paragraphBefore, sentenceBefore, tokensIn } from "../places.ts";
import { moneyOfReport, rateOfNamed } from "./reports.ts";
import { ANNEX_LIKE, type Binding, type Reading } from "../state.ts";

export function isForeign(r: Reading, subject: ConceptKey, number: NumberToken): boolean {
  if (!isAnnex(r)) return false;
  // 部门整体支出33574万元，其中人员经费6334万元…，年末结转和结余1024万元: the accounts once more, in the words of an evaluation.
  if (
    (r.section === "performance" || r.section === "annex") &&
    /整体支出(?:决算)?(?:为|共)?(?:\d[\d.,]*万?元[，（：]|$)/.test(paragraphBefore(r, number.start))
  )
    return !saidInClause(r, number) || /^(?:performance|project)/.test(subject.concept);
  if (r.paragraphSubject !== undefined && r.subject === r.paragraphSubject) return false;
  if (goesOnWithChange(r, subject, number)) return false;
  if (!saidInClause(r, number)) return true;
  if (/^(?:staff|units|performance|threshold|large-equipment|vehicles-held)/.test(subject.concept)) return false;
  return !(r.section === "annex" && [r.passage.title, openingOf(r, number)].some(tellsAccounts));
}

/** 三、部门资金收支情况, and not 项目资金收支情况: where a report tells the accounts of the department once more. */
function tellsAccounts(heading: string): boolean {
  return (
    /收支|收入|支出情况|资金情况|资金使用情况|结转/.test(heading) &&
    !/项目/.test(heading.replace(/（含[^（）]*）/g, ""))
  );
}

/** 二、部门资金收支情况。2025年度…: the heading that a paragraph of a report opens with. */
function openingOf(r: Reading, number: NumberToken): string {
  return (
    /^(?:[一二三四五六七八九十]{1,3}、|（[一二三四五六七八九十]{1,3}）)((?:部门|单位)[^，。；：\d]{2,16})。/.exec(
      paragraphBefore(r, number.start),
    )?.[1] ?? ""
  );
}

export function isAnnex(r: Reading): boolean {
  return r.section === undefined || ANNEX_LIKE.has(r.section);
}

/** In annexes a phrase reaches only to the end of its clause, so that a report's other numbers are not mistaken for it. */
export function saidInClause(r: Reading, number: NumberToken): boolean {
  const from = number.start - sentenceBefore(r, number.start).length;
  return tokensIn(r, from, number.start + 1).some(
    (token) =>
      (token.type === "subject" || token.type === "path") &&
      token.start >= from &&
      token.end <= number.start + 1 &&
      reaches(r, token.end, number.start),
  );
}

export function reaches(r: Reading, from: number, to: number): boolean {
  const stretch = r.view.text.slice(from, to);
  if (stretch.length > 40) return false;
  return (
    !/，/.test(stretch) ||
    /^[^，]*[\d%元个分人名辆家次批]，(?:占|共?涉及|预算|实际支出|支出决算|决算|完成|其中|平均|总?金额|增|减|下降|比|较|与)/.test(
      stretch,
    ) ||
    stretch.startsWith("，")
  );
}

/** A figure that no list foresees keeps its own words as label. In the statutory sections such a figure stays unbound. */
export function labelled(r: Reading, number: NumberToken): Binding {
  const reported = isAnnex(r)
    ? number.unit === "percent"
      ? rateOfNamed(r, number)
      : moneyOfReport(r, number)
    : undefined;
  if (reported) return reported;
  const changed = changeOfNamed(r, number);
  if (changed) return changed;
  const counted = countedInBrackets(r, number);
  if (counted) return counted;
  const label = labelOf(r.view.text, number);
  const carried = carriedToNextYear(r.view.text, number, label);
  if (carried) return carried;
  if (!isAnnex(r) && r.base && !r.inReason && !r.inUse && !saysWhy(r, number) && !saysOutput(r, number))
    return "没有认出这个数字说的是什么";
  // 31个牧业社，2146户8075人: a household needs no other name.
  if (label === "" && number.classifier === "户")
    return { concept: "performance-output", dimensions: { label: "户数" } };
  if (label === "") return "数字前没有说明它的词";
  if (isOfRow(r, number)) return "数字后面没有单位，像是没有读成表格的一行";
  if (number.unit === "percent" || number.unit === "percentage-point") {
    return { concept: "performance-output", dimensions: { label, measure: "rate" } };
  }
  if (number.unit === "count" || number.unit === "score")
    return { concept: "performance-output", dimensions: { label } };
  return { concept: "project-amount", dimensions: { label } };
}

/** …，因人员调出3人，减少5万元: what is counted in a clause that says why. */
function saysWhy(r: Reading, { unit, start }: NumberToken): boolean {
  return unit === "count" && /(?:^|[，；：])(?:因(?!公|素|此|私|病)|由于)[^，；：\d]*$/.test(sentenceBefore(r, start));
}

/** 农村饮水安全694万元，主要成效：新建供水工程23处，…: what came of the money, up to the end of the sentence. */
function saysOutput(r: Reading, { unit, start }: NumberToken): boolean {
  return (
    unit === "count" &&
    /(?:主要|取得)?(?:工作)?(?:成效|产出|效益|成果|完成情况)(?:和(?:成效|效益|效果))?(?:为|是|有|如下)?[：，][^。；\n]*$/.test(
      sentenceBefore(r, start),
    )
  );
}

/** 生活补助（17名遗属）21.65万元: for how many, in brackets of its own. */
function countedInBrackets(
  { view: { text } }: Reading,
  { classifier, start, unitEnd }: NumberToken,
): ConceptKey | undefined {
  if (!/^[名人户个家]$/.test(classifier ?? "") || text[start - 1] !== "（") return undefined;
  const label = /^([一-龥]{2,10})）/.exec(text.slice(unitEnd, unitEnd + 11))?.[1];
  return label === undefined ? undefined : { concept: "performance-output", dimensions: { label } };
}

const CHANGED =
  /^[，、（](?:[^，。；\d]{2,12}，)?(?:(?:比|较|与)(?:上年|去年|年初|(?<year>20\d{2})年度?)(?:末|年末|底|同期|数|度)?(?:相比)?[，]?|同比)(?:净)?(增加|增长|上升|减少|下降|降低|压减)了?$/;

/** 银行贷款余额2400万元，比上年末减少600万元: by how much what was told under its own words changed. */
function changeOfNamed({ context, lastBound, lastNumberEnd, view }: Reading, number: NumberToken): Binding | undefined {
  const { label, measure } = lastBound?.dimensions ?? {};
  if (lastBound === undefined || label === undefined || measure !== undefined) return undefined;
  if (!/^(?:project-amount|performance-output)$/.test(lastBound.concept)) return undefined;
  const match = CHANGED.exec(view.text.slice(lastNumberEnd, number.start));
  const [word, year] = [match?.[2], match?.groups?.year];
  // 比2019年减少: with another year than the last.
  if (word === undefined || (year !== undefined && Number(year) + 1 !== (context.fiscalYear ?? Number(year) + 1)))
    return undefined;
  const { concept, dimensions } = lastBound;
  return {
    concept,
    dimensions: { ...dimensions, measure: number.unit === "percent" ? "growth" : "change" },
    direction: /[增升]/.test(word) ? "increase" : "decrease",
  };
}

/** 30208 取暖费 273.72 本年支出合计: an amount without a unit, or an account's code, in a row of a table that lost its lines. */
function isOfRow(
  { view: { offsets } }: Reading,
  { unit, classifier = "", decimals, value, end }: NumberToken,
): boolean {
  if (unit !== "count" || classifier.length > 1) return false;
  const standsApart = offsets[end]! - offsets[end - 1]! > 1;
  const counts = MEASURE.test(classifier) && !(standsApart && (decimals === 2 || ACCOUNT_CODE.test(value)));
  return !counts && (decimals > 0 || ACCOUNT_CODE.test(value));
}

const ACCOUNT_CODE = /^(?:2\d{4}(?:\d{2})?|30[1-9](?:\d{2})?|310(?:\d{2})?)$/;
const MEASURE = /[个家名人项辆台套次批件户座条亩吨米里册张份期场间头只棵株对组年月日天小时公斤克升度%]/;

/** …较上年28.44万元减少0.56万元，下降1.97%: the rate of the change that was bound right before it. */
function goesOnWithChange(
  { lastBound, lastNumberEnd, view }: Reading,
  subject: ConceptKey,
  number: NumberToken,
): boolean {
  return (
    number.unit === "percent" &&
    lastBound?.dimensions.measure === "change" &&
    lastBound.concept === subject.concept &&
    /^[，、（](?:增长|上升|增加|下降|降低|减少)(?:了)?$/.test(view.text.slice(lastNumberEnd, number.start))
  );
}
