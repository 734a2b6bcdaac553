import type { Direction } from "../../facts/disclosure.ts";
import type { ConceptKey, Measure } from "../../facts/key.ts";
import type { NumberToken } from "../numbers.ts";
import { boundLast, tokensIn } from "../places.ts";
import type { Reading } from "../state.ts";
import { resolve } from "../subjects.ts";

/** 收、支总计各减少A、B万元，各下降C、D: the second of a pair speaks of disbursements. */
export function secondOfPair(
  r: Reading,
  subject: ConceptKey,
  number: NumberToken,
  measure: "change" | "growth",
): (ConceptKey & { direction?: Direction }) | undefined {
  const last = r.lastBound;
  if (subject.concept !== "total-receipts" || last?.dimensions.measure !== measure || last.concept !== "total-receipts")
    return undefined;
  if (!/^[，、和,]$/.test(between(r, number))) return undefined;
  return withMeasure(r, { concept: "total-disbursements", dimensions: subject.dimensions }, measure, last.direction);
}

/** 收入A万元，支出B万元，分别增加C万元和D万元，分别增长E%和F%: the first of a pair is the first amount's, the second the second's. */
export function oneOfEach(
  r: Reading,
  number: NumberToken,
  measure: "change" | "growth",
): (ConceptKey & { direction?: Direction }) | undefined {
  const last = r.lastBound;
  const cue = r.cue;
  // 分别增加40万元（增长8%）、50万元（增长14.29%）: the rate of the first stands between.
  const isBehindRate = measure === "change" && last?.dimensions.measure === "growth";
  const apart = isBehindRate ? SECOND_BEHIND_RATE : last?.dimensions.measure === measure ? SECOND : undefined;
  const [, word] = (r.each && apart?.exec(between(r, number))) || [];
  if (r.each && word !== undefined) {
    // 分别增加0.3万元、减少0.6万元: each its own way.
    const direction = word !== "" && cue?.kind === "direction" ? cue.direction : last!.direction;
    if (word !== "") r.cue = undefined;
    return withMeasure(r, r.each[1], measure, direction);
  }
  if (cue?.kind !== "direction" || !(isEach(r, number) || goesOnInTurn(r, number))) return undefined;
  const own = namedPair(r, number) ?? flowPair(r, number) ?? goesOnInTurn(r, number) ?? toldPair(r);
  const pair = own ?? totalsTold(r);
  if (!pair) return undefined;
  // What goes on is told of the totals as well: 增幅均为7.48%.
  if (!own) [r.subject] = pair;
  r.each = pair;
  r.cue = undefined;
  return withMeasure(r, pair[0], measure, cue.direction);
}

const SECOND_BEHIND_RATE = /^）[，、和及]((?:增加|减少|增长|下降|上升|降低|提高|压减)?)$/;
const SECOND = /^(?:万元|元|%)?[，、和及]((?:增加|减少|增长|下降|上升|降低|提高|压减)?)$/;

/** 公务用车购置费和运行费分别下降10%和9.16%: the two that the words name right before. */
function namedPair(r: Reading, number: NumberToken): readonly [ConceptKey, ConceptKey] | undefined {
  const { text } = r.view;
  const from = Math.max(0, number.start - 16);
  const said = text.slice(from, number.start).lastIndexOf("分别");
  if (said < 0) return undefined;
  const at = from + said;
  const [first, second] = tokensIn(r, at - 60, at)
    .filter((token) => token.type === "subject" && token.end <= at)
    .slice(-2);
  if (first?.type !== "subject" || second?.type !== "subject") return undefined;
  if (!/^[和、及与]$/.test(text.slice(first.end, second.start)) || !COMPARED.test(text.slice(second.end, at)))
    return undefined;
  return [resolve(r, first.phrase, false, first.start), resolve(r, second.phrase, false, second.start)];
}

const FLOWS =
  /(?:收入[、和与及]支出|收支|收、支)(?:决算)?(?:(?:[较比与同](?:上年|去年|20\d{2}年)度?|同比)(?:相比)?，?)?分别[^，。；\d]{2,4}$/;

/** 财政拨款收入、支出分别增加120万元、130万元: the year's own where they differ; totals of receipts and disbursements change alike. */
function flowPair(r: Reading, number: NumberToken): readonly [ConceptKey, ConceptKey] | undefined {
  const { subject, view } = r;
  if (subject?.concept !== "total-receipts" || number.unit === "percent") return undefined;
  if (!FLOWS.test(view.text.slice(Math.max(0, number.start - 30), number.start))) return undefined;
  const next = tokensIn(r, number.unitEnd, number.unitEnd + 6).find(({ type }) => type === "number");
  if (next?.type !== "number" || next.number.value === number.value) return undefined;
  const { dimensions } = subject;
  return [
    { concept: "revenue", dimensions },
    { concept: "expenditure", dimensions },
  ];
}

/** …分别增加120万元、130万元，增长4.84%、5.22%: the rates of the same two. */
function goesOnInTurn(
  { each, lastBound, lastNumberEnd, view: { text } }: Reading,
  number: NumberToken,
): Reading["each"] {
  if (!each || number.unit !== "percent" || lastBound?.dimensions.measure !== "change") return undefined;
  if (lastBound.concept !== each[1].concept || !/^，[^，。；\d]{2,4}$/.test(text.slice(lastNumberEnd, number.start)))
    return undefined;
  return SECOND_RATE.test(text.slice(number.unitEnd, number.unitEnd + 24)) ? each : undefined;
}

/** …增加40万元（增长8%）: the rate in brackets is of the change that it stands behind. */
export function rateInBrackets(r: Reading, number: NumberToken): (ConceptKey & { direction: Direction }) | undefined {
  const { lastBound: last, cue } = r;
  if (last?.dimensions.measure !== "change" || cue?.kind !== "direction" || cue.direction === undefined)
    return undefined;
  if (cue.direction !== last.direction) return undefined;
  if (!/^（[一-龥]{2,3}$/.test(between(r, number)) || number.unit !== "percent" || last.unit === "count")
    return undefined;
  r.cue = undefined;
  return { concept: last.concept, dimensions: { ...last.dimensions, measure: "growth" }, direction: cue.direction };
}

/** 财政拨款收入、事业收入较上年分别增长2.33%和1% */
const COMPARED = /^(?:(?:[较比与同](?:上年|去年|20\d{2}年)度?|同比)(?:相比)?，?)?$/;

function toldPair({ amounts, inParts }: Reading): readonly [ConceptKey, ConceptKey] | undefined {
  // 支出合计940万元，其中：基本支出540万元、项目支出400万元，分别…: the parts, and not the sum with the first of them.
  const [first, second] = inParts && amounts.length > 2 ? amounts.slice(-2) : amounts;
  if (!first || !second) return undefined;
  // 收入总计A万元，支出总计B万元，分别下降C%、D%
  const isOfTotals = first.concept === "total-receipts" && second.concept === "total-disbursements";
  return isOfTotals || !first.concept.startsWith("total-") ? [keyOf(first), keyOf(second)] : undefined;
}

/** How many figures back the totals of the section may stand. */
const WITHIN = 200;

/** …和年末结转120万元构成。同上年比，分别增加A万元、B万元: of the two totals of the section, where the sentence has named nothing of its own. */
function totalsTold({ amounts, figures, section }: Reading): readonly [ConceptKey, ConceptKey] | undefined {
  if (amounts.length > 0 || !/^(?:totals|appropriation-totals)$/.test(section ?? "")) return undefined;
  const near = figures.slice(-WITHIN);
  const [receipts, disbursements] = ["total-receipts", "total-disbursements"].map((concept) =>
    near.findLast((figure) => figure.concept === concept && isPlain(figure.dimensions)),
  );
  return receipts && disbursements ? [keyOf(receipts), keyOf(disbursements)] : undefined;
}

/** 收、支总计460万元。来源是…；去向是…。与上年相比，各减少50万元: one amount told of both. */
function receiptsTold(r: Reading): ConceptKey | undefined {
  const { amounts, figures, section } = r;
  if (amounts.length > 0 || !/^(?:totals|appropriation-totals)$/.test(section ?? "")) return undefined;
  const told = figures
    .slice(-WITHIN)
    .findLast(({ concept, dimensions }) => concept === "total-receipts" && isPlain(dimensions));
  return told && keyOf(told);
}

const isPlain = ({ measure, period }: ConceptKey["dimensions"]): boolean => (measure ?? period) === undefined;

/** 收入总计A万元，支出总计A万元，与上年相比各增加C万元: of both, which is told of receipts. */
export function ofBoth(r: Reading, subject: ConceptKey, number: NumberToken): ConceptKey {
  const totals = subject.concept.startsWith("total-") ? undefined : receiptsTold(r);
  if (subject.concept !== "total-disbursements" && !totals) return subject;
  if (!/各(?:自)?[^，。；\d]{2,4}$/.test(r.view.text.slice(Math.max(0, number.start - 8), number.start)))
    return subject;
  if (totals) return (r.subject = totals);
  const receipts = [...boundLast(r), ...r.amounts].find(
    ({ concept, dimensions: { fund, measure } }) =>
      concept === "total-receipts" && fund === subject.dimensions.fund && measure === undefined,
  );
  return receipts ? (r.subject = keyOf(receipts)) : subject;
}

function isEach(r: Reading, number: NumberToken): boolean {
  const { text } = r.view;
  // 各增加1260.43万元，增长9.00%: the same change told as a rate, and no second amount.
  const second = number.unit === "percent" ? SECOND_RATE : SECOND_AMOUNT;
  const after = text.slice(number.unitEnd, number.unitEnd + 24);
  return (
    /(?:分别|各)[^，。；\d]{0,6}(?:(?:19|20)\d{2}年度?)?[^，。；\d]{0,10}$/.test(
      text.slice(Math.max(0, number.start - 28), number.start),
    ) &&
    (second.test(after) || /^[、和及](?:基本)?持平/.test(after))
  );
}

const SECOND_RATE = /^[，、和及](?:增加|减少|增长|下降|上升|降低|提高|压减)?\d[\d.,]*%/;
const SECOND_AMOUNT =
  /^(?:（[增减下上降][^（）\d]{1,3}\d[\d.]*%）)?[，、和及](?:增加|减少|增长|下降|上升|降低|提高|压减)?(?!\d[\d.,]*%)\d/;

const keyOf = ({ concept, dimensions }: ConceptKey): ConceptKey => ({ concept, dimensions });

export function between(r: Reading, number: NumberToken): string {
  return r.view.text.slice(r.lastNumberEnd, number.start);
}

export function withMeasure(
  r: Reading,
  subject: ConceptKey,
  measure: Measure,
  direction: Direction | undefined,
): ConceptKey & { direction?: Direction } {
  const stage = r.against === "budget" ? { stage: r.againstStage ?? ("budget" as const) } : {};
  const base = r.against === "previous-year" && r.otherBase !== undefined ? { label: r.otherBase } : {};
  return {
    concept: subject.concept,
    dimensions: { ...subject.dimensions, ...stage, ...base, measure },
    ...(direction === undefined ? {} : { direction }),
  };
}

/** …运行费3万元，保有量1辆，完成年初预算的85.71%；比上年减少0.1万元: measures of what was spent, the vehicles counted between. */
export function spentOn(r: Reading): ConceptKey | undefined {
  if (!r.section?.startsWith("three-public") || r.subject?.concept !== "vehicles-held") return undefined;
  if (r.cue?.kind !== "direction" && r.cue?.kind !== "completion" && r.completion === undefined) return undefined;
  const from = r.view.offsets[r.view.text.lastIndexOf("\n", r.lastNumberEnd) + 1] ?? 0;
  const last = boundLast(r).findLast(
    ({ concept, dimensions: { measure, label }, source }) =>
      source.start >= from && concept === "three-public" && measure === undefined && label === undefined,
  );
  if (!last) return undefined;
  const { stage: _, period: __, ...rest } = last.dimensions;
  return { concept: last.concept, dimensions: rest };
}
