import { conceptOf } from "../facts/concepts.ts";
import { type ConceptKey, keyText } from "../facts/key.ts";
import { itemsTogether, saysWhoPaid } from "./named-items.ts";
import { besideReceipts } from "./beside-receipts.ts";
import { endsNameOfPart } from "./carried.ts";
import { endsReason } from "./reason-ends.ts";
import { speaksOfAnotherYear } from "./years.ts";
import { HEAD, type SubjectPhrase, VEHICLE_KINDS } from "./lexicon/index.ts";
import { boundLast, startsClause } from "./places.ts";
import { ENDS_SENTENCE, type Reading } from "./state.ts";
import { codeOf, onPath } from "./functional-path.ts";
import {
  averageOf,
  isPartOfCosts,
  isPartOfMission,
  isPartOfRevenue,
  leftOut,
  ofThoseTold,
  ofUnit,
  withLabel,
} from "./subject-parts.ts";
import { resolve } from "./subject-key.ts";

// What is spoken of: whether the words of a quantity become the subject of what follows, or the whole of a share, or are only said by the way.

export function resetSubject(r: Reading): void {
  r.subject = r.base;
  r.head = r.base;
  r.run = 0;
}

export function onSubject(r: Reading, phrase: SubjectPhrase, start: number, end: number): void {
  if (isForeignTotal(r, phrase) || endsNameOfPart(r, phrase, start)) return;
  // 主要用于…，公务接待2批次: a phrase with its number right behind it ends what the money was used for.
  // …主要是油费支出，截止年末公务用车保有量为2辆
  if (
    (r.inUse || r.inReason) &&
    r.section?.startsWith("three-public") &&
    (isCount(phrase) || countsGuests(r, phrase, end)) &&
    // 主要情况：更新执法执勤用车2辆 is the reason itself.
    !VEHICLE_KINDS.includes(phrase) &&
    /^(?:为|共|共计)?\d/.test(r.view.text.slice(end, end + 3)) &&
    !speaksOfAnotherYear(r, start)
  )
    r.inUse = r.inReason = false;
  // 其中基本支出增加55.6万元，主要原因是人员增加，项目支出减少270.8万元: the next of two that are compared.
  const compared = r.lastBound?.dimensions;
  if (
    r.inReason &&
    phrase.dimensions?.nature !== undefined &&
    compared?.nature !== undefined &&
    (compared.measure === "change" || compared.measure === "growth") &&
    !r.reasoned.has(r.lastBound!.id) &&
    startsClause(r, start) &&
    /^(?:增加|减少|增长|下降)\d/.test(r.view.text.slice(end, end + 4))
  )
    r.inReason = false;
  // 政府性基金预算财政拨款支出386万元，全部为项目支出，较上年减少135万元: by the way, which narrows nothing.
  if (
    phrase.dimensions?.nature !== undefined &&
    /(?:全部|全|均|都)(?:为|是|系|属于)$/.test(r.view.text.slice(Math.max(0, start - 4), start)) &&
    !/^\d/.test(r.view.text.slice(end, end + 1))
  )
    return;
  // 运行费支出8.5万元，…，未购置车辆，支出与上年相同: by the way, of what there was none.
  if (
    phrase.concept === "vehicles-bought" &&
    /^vehicle(?:s|-running)$/.test(r.subject?.dimensions.item ?? "") &&
    /(?:未|没有|无|不再|未再|没)$/.test(r.view.text.slice(Math.max(0, start - 2), start)) &&
    r.view.text.startsWith("，支出", end)
  )
    return;
  // 机关运行经费: …使用一般公共预算财政拨款安排的基本支出中的日常公用经费支出，合计188.55万元
  if (
    r.base?.concept === "operating-costs" &&
    phrase.concept === "expenditure" &&
    /使用(?:当年)?(?:一般公共预算)?(?:财政拨款)?[^，。；\d]{0,24}$/.test(
      r.view.text.slice(Math.max(0, start - 36), start),
    )
  )
    return;
  // 机关运行经费支出1094.11万元，即一般公共预算基本支出中的公用经费，较上年增加70.47万元: the same in other words.
  if (
    r.base?.concept === "operating-costs" &&
    phrase.concept === "expenditure" &&
    /，即[^，。；\d]{0,24}$/.test(r.view.text.slice(Math.max(0, start - 26), start))
  )
    return;
  // …，主要是更新设备，单位价值100万元以上专用设备1台
  if (r.section === "state-assets" && phrase.concept === "threshold" && startsClause(r, start))
    r.inReason = r.inUse = false;
  if (r.inUse && r.section?.startsWith("three-public") && /\d/.test(r.view.text[end] ?? "")) r.inUse = false;
  if (r.inReason && endsReason(r, phrase, resolve(r, phrase, false, start), start, end)) r.inReason = false;
  if (r.inReason || r.inUse) return;
  if (isClassOfFund(r, start, end)) {
    onPath(r, [CLASS_OF_FUND], 0, end);
    r.groupName = undefined;
    return;
  }
  if (isPartOfMission(r, phrase)) {
    r.subject = withLabel({ concept: "three-public", dimensions: { item: "overseas" } }, r.view.text.slice(start, end));
    r.cue = undefined;
    return;
  }
  const isWhole = r.cue?.kind === "share";
  if (!isWhole && saysWhoPaid(r, phrase, start)) return;
  const key = (isWhole ? undefined : wholeTold(r, start, end)) ?? resolve(r, phrase, isWhole, start);
  if (!isWhole && isPartOfCosts(r, key)) {
    const part = withLabel(r.base!, r.view.text.slice(start, end));
    r.strange = { key: part, before: r.base };
    r.subject = part;
    return;
  }
  if (isWhole) {
    r.whole = ofTheYear(r, start, end) ?? key;
    return;
  }
  // 决算数小于预算数 …: a completed figure's own words do not change the subject.
  if (
    (isRefinedBy(r, key) && !isOfAllItems(r, key, start, end)) ||
    (start === r.nameEnd && phrase.dimensions === undefined && saysTheSame(r, key))
  )
    return;
  const previous = r.view.text[start - 1] ?? "\n";
  if (key.dimensions.fund !== undefined && phrase.dimensions?.fund !== undefined) r.fund = key.dimensions.fund;
  if (
    ENDS_SENTENCE.has(previous) ||
    start === 0 ||
    /^中(?:[，：]|[一-龥]{2,12}收入\d)/.test(r.view.text.slice(end, end + 18))
  )
    r.head = key;
  // 授予小微企业80万元。其中公开招标139万元: of all that was procured.
  if (phrase.labelled && key.concept === "procurement") r.head = key;
  const left = leftOut(r, start, end);
  r.subject =
    left !== undefined
      ? withLabel(key, left)
      : phrase.labelled
        ? withLabel(ofThoseTold(r, key, r.view.text.slice(start, end)), r.view.text.slice(start, end))
        : isPartOfRevenue(r, key)
          ? withLabel({ concept: "project-amount", dimensions: {} }, r.view.text.slice(start, end))
          : (itemsTogether(r, key, start, end) ?? averageOf(r, ofUnit(r, besideReceipts(r, key, end), start), start));
  r.run = 0;
  if (
    key.concept === "performance-projects" &&
    previous === "\n" &&
    /^[^，；：\n]{0,8}。/.test(r.view.text.slice(start + 2, start + 24))
  ) {
    r.paragraphSubject = key;
  }
  // 调整预算收入3920.15万元: which budget's.
  const isPlanned = r.cue?.kind === "stage" && /预算(?:安排)?$/.test(r.view.text.slice(Math.max(0, start - 4), start));
  if (r.cue?.kind !== "direction" && r.cue?.kind !== "against" && !isPlanned) r.cue = undefined;
}

/** 一般公共预算财政拨款支出290万元，占本年支出合计的95%。本年支出合计305万元: in its own words the whole that the share was of, whatever the section is about. */
function wholeTold(
  { lastBound, lastNumberEnd, view: { text } }: Reading,
  start: number,
  end: number,
): ConceptKey | undefined {
  const words = /^(?:本年|当年|全年)度?(支出|收入)合计/.exec(text.slice(start, end))?.[1];
  const { measure, of } = lastBound?.dimensions ?? {};
  const concept = words === "支出" ? "expenditure" : "revenue";
  if (words === undefined || measure !== "share" || of !== concept) return undefined;
  return /^[。；]$/.test(text.slice(lastNumberEnd, start)) ? { concept, dimensions: {} } : undefined;
}

/** 公共安全（类）支出; 教育（类）收入, where income is told by class. */
function saysTheSame({ subject }: Reading, { concept }: ConceptKey): boolean {
  return concept === "expenditure" || (concept === "revenue" && subject?.concept === "revenue");
}

const CLASS_OF_FUND = "国有资本经营预算支出";

/**
 * 住房保障支出113.85万元，占2.6%；国有资本经营预算支出13.26万元，占0.3%: among the classes of all appropriations these words are the name of
 * a class, and the items below it are its own.
 */
function isClassOfFund(r: Reading, start: number, end: number): boolean {
  const { text } = r.view;
  return (
    text.slice(start, end) === CLASS_OF_FUND &&
    r.base?.dimensions.fund === "appropriation" &&
    r.className !== undefined &&
    r.lastBound?.dimensions.functional !== undefined &&
    /(?:^|[\n；，、：])(?:\d{1,2}[.．、])?$/.test(text.slice(Math.max(0, start - 4), start)) &&
    /^(?:（类）)?(?:决算)?为?\d/.test(text.slice(end, end + 7)) &&
    codeOf(r, [CLASS_OF_FUND]) !== undefined
  );
}

/** 主要用于上级督查接待，2018年国内公务接待共计96批次 */
function countsGuests(r: Reading, { dimensions }: SubjectPhrase, end: number): boolean {
  return (
    dimensions?.item?.endsWith("receptions") === true &&
    /^(?:为|共|共计)?\d+(?:批|人次)/.test(r.view.text.slice(end, end + 12))
  );
}

/** 占总支出的, 占一般公共预算财政拨款总支出的: what was spent in the year, carry-over left aside. */
function ofTheYear(r: Reading, start: number, end: number): ConceptKey | undefined {
  const words = r.view.text.slice(start, end);
  if (!/总(?:支出|收入)$/.test(words)) return undefined;
  const before = r.view.text.slice(Math.max(0, start - 12), start);
  const fund = /一般公共预算(?:财政)?(?:拨款)?$/.test(before)
    ? "general"
    : before.endsWith("财政拨款")
      ? "appropriation"
      : undefined;
  const concept = words.endsWith("支出") ? "expenditure" : "revenue";
  return { concept, dimensions: fund === undefined ? {} : { fund } };
}

const isCount = ({ concept }: SubjectPhrase): boolean => conceptOf(concept)?.kind === "count";

/** 支出总额 in the section of "three public" expenses is their total, not the department's. */
function isForeignTotal(r: Reading, phrase: SubjectPhrase): boolean {
  // 机关运行经费当年一般公共预算拨款85.6万元
  if (phrase.concept === HEAD && r.base?.concept === "operating-costs") return true;
  if (phrase.concept === "expenditure" && phrase.dimensions === undefined) {
    if (r.base?.concept === "operating-costs") return true;
    // “三公”经费年初预算15万元，全年实际支出12.36万元
    if (r.base?.concept === "three-public" && r.cue?.kind !== "share") return true;
  }
  if (!phrase.concept.startsWith("total-") || phrase.dimensions?.fund !== undefined) return false;
  const { base } = r;
  return base !== undefined && !/^(?:total-receipts|revenue|expenditure)$/.test(base.concept);
}

/** In the items of section five the item stays the subject: 「…（项）一般公共预算支出决算为」 speaks of the item. */
function isRefinedBy(r: Reading, key: ConceptKey): boolean {
  const subject = r.subject;
  if (!subject || subject.dimensions.functional === undefined || subject.dimensions.functional.length < 4) return false;
  return (
    key.concept === "expenditure" && key.dimensions.nature === undefined && key.dimensions.functional === undefined
  );
}

/** 彩票公益金支出60万元…；农业生产发展支出46.52万元。支出比上年增加75.26万元: of the fund, whose own amount the paragraph has told before its items. */
function isOfAllItems(r: Reading, key: ConceptKey, start: number, end: number): boolean {
  if (!/^(?:government-fund|state-capital)/.test(r.section ?? "") || r.view.text[start - 1] !== "。") return false;
  if (!/^[比较与同]/.test(r.view.text.slice(end, end + 1))) return false;
  const from = r.view.offsets[r.view.text.lastIndexOf("\n", start - 1) + 1] ?? 0;
  const told = boundLast(r).filter(
    ({ concept, dimensions: { measure }, source }) =>
      source.start >= from && concept === "expenditure" && measure === undefined,
  );
  const items = new Set(told.flatMap(({ dimensions: { functional } }) => functional ?? []));
  return (
    items.size > 1 &&
    told.some(({ concept, dimensions }) => keyText(concept, dimensions) === keyText(key.concept, key.dimensions))
  );
}
