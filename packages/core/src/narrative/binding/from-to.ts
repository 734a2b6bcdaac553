import type { ConceptKey, Dimensions } from "../../facts/key.ts";
import { unknownWords } from "../certainty.ts";
import type { NumberToken } from "../numbers.ts";
import type { Binding, Reading } from "../state.ts";
import { between } from "./measures.ts";

// 公务接待费由上年的3万元增加到5万元, 占比由90%下降为85%: where something went from, which is no figure of this year, and what it came to.

const MOVED =
  "(?:调[增减]|增加|增长|上升|上涨|提高|提升|升高|扩大|减少|下降|降低|压减|压缩|缩减|缩小|回落|调整|变化|变动|[升降增减变改])";
const THIS_YEAR = "(?:(?:(?:本年度?|今年|当年|(?<to>20\\d{2})年度?)末?|[年期]末|年底|目前)的?)?";
const ARRIVES = `^的?，?${MOVED}(?:到了?|至|为|成)${THIS_YEAR}(?:约|近)?`;
/** 由上年收入总计540万元减少到: what it is may stand between; 由年初的40万元减少到. */
const LEAVES =
  /[由从](?:20\d{2}年度?的?[\d.,]+[万亿]?元[、，])?(?:(?<opens>[年期]初)数?|(?:(?:上一?年度?|去年度?)(?:末|同期)?|(?<from>20\d{2})年度?末?)(?:(?:决算)?数|[^，。；：（）、\d\n预]{2,14})?)?的?(?:每[一-龥]{1,6})?(?:约|近)?$/;

const TAIL = new RegExp(`^(?:${MOVED}(?:到了?|至|为|成))?$`);
const TO = new RegExp(`${ARRIVES}$`);
/** 由2021年的12万元、2022年的10万元下降到2023年的8万元 */
const TO_NUMBER = new RegExp(`^(?:[、，](?:20\\d{2}年度?|上年度?)的?[\\d.,]+[万亿]?元)?${ARRIVES.slice(1)}\\d`);

/** What a number is that something went from, or came to; undefined for any other. */
export function wentFromTo(r: Reading, number: NumberToken, bindPlain: () => Binding): Binding | undefined {
  return cameTo(r, number) ?? wentFrom(r, number, bindPlain);
}

function cameTo(r: Reading, number: NumberToken): Binding | undefined {
  const { went } = r;
  r.went = undefined;
  if (went === undefined || went.end !== r.lastNumberEnd || went.unit !== number.unit) return undefined;
  const match = TO.exec(between(r, number));
  const year = match?.groups?.["to"];
  // 由2019年的…提高到2021年的…: of neither this year nor the last.
  if (!match || (year !== undefined && Number(year) !== (r.context.fiscalYear ?? Number(year)))) return undefined;
  r.cue = undefined;
  r.whole = undefined;
  return { ...went.key, unsure: went.unknown ?? "" };
}

/** 年初预算由100万元调整为120万元; 由年初预算100万元压减到90万元, where what it came to need be no budget. */
const BUDGET =
  /(?<itself>(?:年初)?预算(?:数|安排|金额|额)?)?[由从](?<named>年初|(?:年初)?预算(?:数|安排|金额|额)?)?的?$/;

function wentFromBudget(r: Reading, number: NumberToken, bindPlain: () => Binding): Binding | undefined {
  const { text } = r.view;
  const { itself, named } = BUDGET.exec(text.slice(Math.max(0, number.start - 16), number.start))?.groups ?? {};
  if (itself === undefined && !named?.endsWith("算")) return undefined;
  r.cue = undefined;
  const bound = bindPlain();
  if (typeof bound === "string" || bound.dimensions.measure !== undefined) return bound;
  const { stage: _, ...own } = bound.dimensions;
  const isAdjusted = itself !== undefined || text.startsWith("调整", number.unitEnd);
  r.went = {
    key: { concept: bound.concept, dimensions: isAdjusted ? { ...own, stage: "adjusted-budget" } : own },
    unit: number.unit,
    end: number.unitEnd,
    unknown: unknownWords(r, number.start, bound),
  };
  const stage = `${itself}${named}`.includes("年初") ? "original-budget" : "budget";
  return { concept: bound.concept, dimensions: { ...own, stage } };
}

function wentFrom(r: Reading, number: NumberToken, bindPlain: () => Binding): Binding | undefined {
  const { text } = r.view;
  if (!TO_NUMBER.test(text.slice(number.unitEnd, number.unitEnd + 40))) return undefined;
  const planned = wentFromBudget(r, number, bindPlain);
  if (planned) return planned;
  const match = LEAVES.exec(text.slice(Math.max(0, number.start - 28), number.start));
  if (!match) return undefined;
  const { cue } = r;
  // 比上年由…, 增加，由…: what it is compared with is told by the amounts themselves.
  if (cue?.kind !== "share" && cue?.kind !== "completion") r.cue = undefined;
  const bound = withoutWords(r, bindPlain(), match[0]);
  if (typeof bound === "string") return bound;
  const { measure, label } = bound.dimensions;
  if (measure === "change" || measure === "growth") return bound;
  const { period: _, ...own } = ofOwnWords(bound.dimensions, match[0]);
  if (match.groups?.["opens"] !== undefined && bound.dimensions.label === undefined && number.unit !== "count")
    return atOpening(r, number, { concept: bound.concept, dimensions: own }, match[0]);
  const key = own.label === "" ? spokenBefore(r, bound) : { concept: bound.concept, dimensions: own };
  if (!key) return bound;
  r.went = { key, unit: number.unit, end: number.unitEnd, unknown: unknownWords(r, number.start, key) };
  const from = match.groups?.["from"];
  const isLast = from === undefined || Number(from) + 1 === (r.context.fiscalYear ?? Number(from) + 1);
  if (!isLast) return { ...key, dimensions: { ...key.dimensions, label: `${label ?? ""}${from}年` } };
  // 由3万元增加到5万元: that it was last year's is not said, only likely.
  const isSaid = /年/.test(match[0]) || r.against === "previous-year";
  return { ...beforeThisYear(key), ...(!isSaid && { unsure: match[0] }) };
}

/** 机关运行经费支出640万元，由上年的660万元降至640万元: words that only say from where name nothing of their own. */
function spokenBefore(r: Reading, { concept }: ConceptKey): ConceptKey | undefined {
  const before = r.strange?.before;
  if (before?.concept !== concept || before.dimensions.label !== undefined) return undefined;
  r.subject = before;
  r.strange = undefined;
  return before;
}

/** 年末结转和结余由年初的40万元减少到10万元: what was carried into the year. What else there was at its beginning is what was planned, as is likely. */
function atOpening(r: Reading, number: NumberToken, key: ConceptKey, words: string): Binding {
  r.went = { key, unit: number.unit, end: number.unitEnd, unknown: unknownWords(r, number.start, key) };
  return key.concept === "closing-carry-over"
    ? { concept: "opening-carry-over", dimensions: key.dimensions }
    : { concept: key.concept, dimensions: { ...key.dimensions, stage: "original-budget" }, unsure: words };
}

/** 机关运行经费50万元，由上年的52万元下降到50万元: words that only say from where are no name of a part. */
function withoutWords(r: Reading, bound: Binding, words: string): Binding {
  if (typeof bound === "string" || bound.dimensions.label !== words || /^(?:project|performance)/.test(bound.concept))
    return bound;
  const { label: _, ...dimensions } = bound.dimensions;
  if (r.strange) ({ before: r.subject } = r.strange);
  r.strange = undefined;
  return { ...bound, dimensions };
}

/** 服务对象满意度由上年的: the words of an annex without those that say from where. */
function ofOwnWords(dimensions: Dimensions, words: string): Dimensions {
  const { label } = dimensions;
  const at = label?.lastIndexOf(words) ?? -1;
  // A short name takes the words behind its number too: 接待由（8批次）减少为.
  return at < 0 || !TAIL.test(label!.slice(at + words.length))
    ? dimensions
    : { ...dimensions, label: label!.slice(0, at) };
}

/** The same of the year before; a share is then one of what there was in that year. */
function beforeThisYear({ concept, dimensions }: ConceptKey): ConceptKey {
  const { of } = dimensions;
  const whole = of === undefined ? {} : { of: ofLastYear(of) };
  return { concept, dimensions: { ...dimensions, period: "previous", ...whole } };
}

function ofLastYear(of: string): string {
  const at = of.indexOf("{");
  return at < 0 ? `${of}{period=previous}` : `${of.slice(0, at)}{period=previous,${of.slice(at + 1)}`;
}
