import { isZero } from "../figure/figure.ts";
import type { BoundFigure } from "../facts/disclosure.ts";
import { keyText } from "../facts/key.ts";
import type { Token } from "./grammar.ts";
import { ENDS_SENTENCE, ANNEX_LIKE, type Reading } from "./state.ts";
import { AVERAGE_WORDS } from "./averages.ts";
import { sumOfSentence } from "./binding/together.ts";
import { finishComparison } from "./comparisons.ts";
import { itemsBelow } from "./items-below.ts";
import { boundLast } from "./places.ts";
import { resetSubject } from "./subjects.ts";

const BOTH = /^支出(?:总计|合计|各)?(?:增|减|下降|上升|持平)/;
const WITH_AMOUNT =
  /^(?:与|和|同|较|比)(?:(?:当年|本年)?(?:年初|全年|调整)预算|(?:上年|去年|20\d{2}年)(?:度|同期)?(?:决算)?)(?:数)?的?\d[\d.,]*[万亿]?元/;

const OF_THE_BUDGET =
  /^(?:20\d{2}年度?)?(?:支出)?决算数?(?:比|较|与|和)(?:年初|全年|调整)?预算数?(?:相比)?，?(?:增|减|少|多|节约|节省|下降|降低|超|持平)/;

const COMPLETES = /^完成了?(?:年初|全年|调整)?预算/;

const OF_THE_YEAR = /^(?:20\d{2}年度?)?(?:本年|当年)?(支出|收入)(?:具体|主要)?(?:包括|用于|为)：/;

/** 较上年增加…: a comparison that does not say of what. */
const BARE =
  /^(?:(?:与|和|同|较|比)(?:上年|去年|20\d{2}年)(?:度|同期)?(?:[决预]算数?)?(?:相比|相较|对比|比较)?，?|同比)(?:增|减|下降|上升|提高|降低)[^，。；\d]{0,2}\d/;

export function onMark(r: Reading, token: Extract<Token, { type: "mark" }>): void {
  const { mark } = token;
  if (ENDS_SENTENCE.has(mark)) {
    finishComparison(r);
    // …项目支出300万元，占16.48%。与年初预算1700万元相比, 与上年1650万元相比: what the list before it was of.
    const next = r.view.text.slice(token.end, token.end + 24);
    // 其中：基本支出517万元，项目支出63万元。完成年初预算的104.6%
    const isOfSpending = r.subject?.concept === "expenditure" && r.subject.dimensions.nature !== undefined;
    if (mark === "。" && r.inParts && r.head && (WITH_AMOUNT.test(next) || (isOfSpending && COMPLETES.test(next))))
      r.subject = r.head;
    // 其中：因公出国（境）费0万元；…；公务接待费2.1万元。决算数比预算数少2.4万元: of them all.
    if (mark === "。" && r.inParts && r.head && r.amounts.length > 2 && OF_THE_BUDGET.test(next)) r.subject = r.head;
    // …货物类16.8万元、服务类24.5万元。较上年增长4.2%: of the sum, and not of what its list ends with.
    const [sum] = r.amounts;
    const ofSum =
      mark === "。" &&
      r.inParts &&
      r.amounts.length > 2 &&
      r.nested?.sum === sum &&
      (r.lastBound === r.nested?.part || isShareOf(r.lastBound, r.nested?.part));
    if (ofSum && sum && BARE.test(r.view.text.slice(token.end, token.end + 32)))
      r.subject = { concept: sum.concept, dimensions: sum.dimensions };
    const together = mark === "。" ? sumOfSentence(r, token.end) : undefined;
    r.fund = fundSpent(r);
    r.cue = undefined;
    r.completion = undefined;
    r.whole = undefined;
    // 与年初预算相比，收入增加120.6万元，主要原因是…。支出增加120.6万元: the sentence before has said with what both are compared.
    const comparesOn = mark === "。" && r.againstInSentence !== undefined && BOTH.test(next);
    r.against = comparesOn ? r.againstInSentence?.against : undefined;
    r.againstStage = comparesOn ? r.againstInSentence?.stage : undefined;
    r.againstInSentence = undefined;
    r.inReason = false;
    r.inUse = false;
    r.run = 0;
    // 收入合计8214.65万元。其中：财政拨款收入…: the parts of what the sentence before told.
    const goesOn = mark === "。" && /^其中[：，]?/.test(next) && r.amounts.length === 1;
    // 本年支出84.81万元，年末结转和结余12.3万元。本年支出包括：…: the parts of what the sentence before told last of that.
    const listed = mark === "。" ? OF_THE_YEAR.exec(next)?.[1] : undefined;
    if (listed !== undefined)
      r.firstOfSentence = r.amounts.findLast(
        ({ concept, dimensions: { measure } }) =>
          concept === (listed === "支出" ? "expenditure" : "revenue") && measure === undefined,
      );
    else if (!goesOn) r.firstOfSentence = undefined;
    r.amounts = [];
    r.named = undefined;
    r.inParts = listed !== undefined;
    r.partsStage = undefined;
    r.partsFund = undefined;
    r.nestedBefore = mark === "\n" ? undefined : r.nested;
    r.nested = undefined;
    r.outside.length = 0;
    r.spokenYear = undefined;
    r.onLastYear = false;
    r.stageOfSentence = undefined;
    r.projectStage = undefined;
    if (r.strange?.key === r.subject) r.subject = r.strange?.before;
    r.strange = undefined;
    withoutAverage(r);
    if (together) r.subject = together;
    const headed = mark === "\n" ? headingLine(r, token.start) : undefined;
    if (mark === "\n") {
      r.listOrdinal = undefined;
      r.fund = fundOfItems(r, token.start);
      r.paragraphSubject = undefined;
      r.itemsBelow = itemsBelow(r, token.start);
      if (continuesItem(r, token.end)) return;
      resetSubject(r);
      if (r.itemsBelow) r.subject = r.head = r.itemsBelow.of;
      if (headed) r.subject = headed;
      if (r.section && ANNEX_LIKE.has(r.section)) r.subject = undefined;
    }
    return;
  }
  // 主要原因：一是…；二是…
  const continues =
    (r.inReason &&
      /^(?:[二三四五六七八九]是|（?[2-9][）.、]|[②③④⑤]|其[次二三]|再次|另外|同时)/.test(
        r.view.text.slice(token.end, token.end + 3),
      )) ||
    (r.inUse && goesOnWithUse(r.view.text, token.end)) ||
    (r.inReason && goesOnWithChanges(r, token.end));
  if (mark === "；" && !continues) {
    finishComparison(r);
    r.cue = undefined;
    r.whole = undefined;
    r.inReason = false;
    r.inUse = false;
    // …，与年初预算相比，收入增加120.6万元；支出增加120.6万元: both are compared with it.
    if (!BOTH.test(r.view.text.slice(token.end, token.end + 12)) || r.against !== "budget") {
      r.against = r.againstInSentence?.against;
      r.againstStage = r.againstInSentence?.stage;
    }
    // Where the heading names no quantity, none is carried over to the next statement.
    if (!r.base && r.section === "other-matters") r.subject = undefined;
  }
  if (mark === "（") {
    const figure = r.lastNumberEnd === token.start ? r.lastBound : undefined;
    r.outside.push({ subject: r.subject, head: r.head, fund: r.fund, figure, inUse: r.inUse, inReason: r.inReason });
  }
  if (mark === "）") {
    const outside = r.outside.pop();
    // 支出90万元（彩票公益金用于残疾人事业），年末结转0万元
    if (outside?.inUse === false) r.inUse = false;
    // 结余分配568万元（主要是提取专用结余），年末结转和结余817万元
    if (outside?.inReason === false) r.inReason = false;
    // 15批次（其中外事接待0批次），105人次: what a parenthesis speaks of ends with it.
    if (outside?.subject && r.subject !== outside.subject)
      ({ subject: r.subject, head: r.head, fund: r.fund } = outside);
  }
  if (mark === "，" || mark === "（" || mark === "）") {
    if (r.cue?.kind !== "against" && r.cue?.kind !== "direction" && !isBudgetInBrackets(r, token.start))
      r.cue = undefined;
    if (r.cue?.kind === "direction" && mark === "，") r.cue = undefined;
    r.completion = undefined;
  }
  if (mark === "、" && r.cue?.kind === "share") r.cue = undefined;
}

/** 完成年初预算（11826.48万元）的129.71%: the brackets hold the budget that the rate is of. */
function isBudgetInBrackets({ cue, view: { text } }: Reading, at: number): boolean {
  if (cue?.kind !== "completion") return false;
  return text[at] === "（"
    ? /^（\d[\d.,]*[万亿]?元）的?\d[\d.]*%/.test(text.slice(at, at + 40))
    : /预算[^，。；（）]{0,4}（\d[\d.,]*[万亿]?元$/.test(text.slice(Math.max(0, at - 32), at));
}

/** 车均运维费3.09万元。较上年减少…: in the next sentence the costs are spoken of, and not what falls to each. */
function withoutAverage(r: Reading): void {
  const { concept, dimensions } = r.subject ?? {};
  if (concept === undefined || dimensions?.label === undefined) return;
  // 公开招标4批次1390万元，询价6次45万元。与上年相比，采购规模扩大: nor the way of procuring that was told last.
  if (!AVERAGE.test(dimensions.label) && concept !== "procurement") return;
  const { label: _, ...rest } = dimensions;
  r.subject = { concept, dimensions: rest };
}

const AVERAGE = new RegExp(`^(?:${AVERAGE_WORDS})`);

const LISTS_BY_FUNCTION =
  /^(?:20\d{2}年度?)?(?:本年)?(?:一般公共预算|政府性基金预算|国有资本经营预算)财政拨款支出(?:决算)?为?[\d.,]+[万亿]?元，?[^。\d]{0,24}(?:包括|具体(?:情况)?(?:如下|为)?|如下)[：，]?/;

/**
 * 一般公共预算财政拨款支出500万元，按支出功能分类科目分，包括：社会保障和就业支出100万元…。⏎1.社会保障和就业支出100万元，具体包括：under a heading on all
 * appropriations: the numbered items below such a list are of the fund that it is of.
 */
function fundOfItems(r: Reading, end: number): Reading["fund"] {
  const { text } = r.view;
  if (r.base?.dimensions.fund !== "appropriation") return undefined;
  const start = text.lastIndexOf("\n", end - 1) + 1;
  if (LISTS_BY_FUNCTION.test(text.slice(start, Math.min(end, start + 96))))
    r.itemsFund = r.figures.find(({ source }) => source.start >= (r.view.offsets[start] ?? 0))?.dimensions.fund;
  return /^(?:\d{1,2}[.．、]|（\d{1,2}）)/.test(text.slice(end + 1, end + 5)) ? r.itemsFund : undefined;
}

/** 一般公共预算…基本支出5719万元，使用国有资本经营预算…基本支出0万元。其中：…人员经费合计: nothing has no parts. */
function fundSpent(r: Reading): Reading["fund"] {
  const isOf = ({ dimensions: { fund } }: BoundFigure): boolean => fund !== undefined && fund !== "appropriation";
  // …，一般公共预算财政拨款收入5600万元，政府性基金预算财政拨款收入100万元。全年支出5800万元: after several the next sentence is of none of them.
  if (r.inParts && new Set(r.amounts.filter(isOf).map(({ dimensions: { fund } }) => fund)).size > 1) return undefined;
  const last = r.amounts.findLast((figure) => isOf(figure) && figure.dimensions.fund === r.fund);
  if (!last || !isZero(last)) return r.fund;
  const from = r.view.offsets[r.view.text.lastIndexOf("\n", r.lastNumberEnd) + 1] ?? 0;
  const spent = boundLast(r).filter(
    (figure) => figure.source.start >= from && isOf(figure) && figure.concept === last.concept && !isZero(figure),
  );
  const funds = new Set(spent.map(({ dimensions: { fund } }) => fund));
  return funds.size === 1 ? [...funds][0] : r.fund;
}

/** 项目支出63.17万元，占100%: a share told of the part right behind it. */
function isShareOf(share: Reading["lastBound"], part: Reading["lastBound"]): boolean {
  if (share?.dimensions.measure !== "share" || !part) return false;
  const { measure: _measure, of: _of, ...own } = share.dimensions;
  return keyText(share.concept, own) === keyText(part.concept, part.dimensions);
}

/** 3.公务用车运行维护费用支出情况。: a line that only names what the next one tells. */
function headingLine(r: Reading, at: number): Reading["subject"] {
  const from = r.view.text.lastIndexOf("\n", at - 1) + 1;
  const line = r.view.text.slice(from, at);
  if (line.length > 40 || !/^（?[\d一二三四五六七八九十]{1,3}[）.、][^，；：\d]{3,30}(?:情况|说明)[。：]?$/.test(line))
    return undefined;
  const { subject, base } = r;
  return subject && base && subject.concept === base.concept && subject.dimensions.item !== base.dimensions.item
    ? subject
    : undefined;
}

const CHANGE = /^[^，。；：\n\d]{2,16}?(?:增加|减少|增长|下降|上升|降低|压减)了?(?:约|近)?\d[^；。\n]*/;

/** 减少原因是：基本支出减少20万元，下降3.23%；项目支出减少60万元，下降24%: the next of what explains the change, which is told without a reason of its own. */
function goesOnWithChanges({ lastBound, lastNumberEnd, reasoned, view: { text } }: Reading, from: number): boolean {
  if (lastBound === undefined || !reasoned.has(lastBound.id) || text.slice(lastNumberEnd, from) !== "；") return false;
  const clause = CHANGE.exec(text.slice(from, from + 120))?.[0];
  return clause !== undefined && !/原因|主要是|主要系|由于|因为/.test(clause);
}

/** 主要用于：社工薪酬；事业单位运营成本，如办公费、公车运维、工会经费等。: what it was for, up to the end of the sentence. */
function goesOnWithUse(text: string, from: number): boolean {
  const clause = /^[^；。\n]{0,160}(?=[；。\n])/.exec(text.slice(from, from + 161))?.[0];
  return clause !== undefined && !/\d|持平|增加|减少|一致|无变化/.test(clause);
}

/** 主要用于… 年初预算为…: an item of section five told in several paragraphs stays the subject up to the next number. */
export function continuesItem(r: Reading, from: number): boolean {
  if ((r.subject?.dimensions.functional?.length ?? 0) < 4) return false;
  if (r.section !== "general-expenditure.items" && r.section !== "government-fund" && r.section !== "state-capital")
    return false;
  return !/^(?:（?[\d一二三四五六七八九十]{1,3}[、.）]|[^。\n]{2,60}（[类款项]）)/.test(
    r.view.text.slice(from, from + 80),
  );
}
