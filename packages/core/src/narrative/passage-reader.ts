import { type ConceptKey, keyText } from "../facts/key.ts";
import { ENDS_SENTENCE, type Reading } from "./state.ts";
import { DIFFERENCE, type Cue } from "./cues.ts";
import { onNumber } from "./binding/index.ts";
import {
  comparedYear,
  finishComparison,
  isBetweenTwo,
  sameSubject,
  startComparison,
  takeReason,
} from "./comparisons.ts";
import { onMark } from "./marks.ts";
import { boundLast, startsClause } from "./places.ts";
import { functionalNames, onName } from "./account-names.ts";
import { codeOf, onPath } from "./functional-path.ts";
import { onSubject, resetSubject } from "./subjects.ts";
import { speaksOfLastYear } from "./years.ts";

export function readPassage(r: Reading): void {
  resetSubject(r);
  for (let index = 0; index < r.tokens.length; index++) {
    const token = r.tokens[index]!;
    if (token.start < r.readTo && token.type !== "number") continue;
    switch (token.type) {
      case "mark":
        onMark(r, token);
        break;
      case "path":
        onPath(r, token.names, token.from, token.end);
        break;
      case "name":
        onName(r, token);
        break;
      case "subject":
        onSubject(r, token.phrase, token.start, token.end);
        break;
      case "cue":
        onCue(r, token.phrase.cue(r.view.text.slice(token.start, token.end)), token);
        break;
      case "number":
        onNumber(r, token.number);
        break;
    }
  }
  finishComparison(r);
}

export function onCue(r: Reading, cue: Cue, token: { start: number; end: number }): void {
  switch (cue.kind) {
    case "reason":
      if (/^主要(?:是|为)$/.test(r.view.text.slice(token.start, token.end)) && opensList(r, token.end)) return;
      if (isMadeUp(r, token)) {
        r.inParts = true;
        if (r.subject) r.head = r.subject;
        return;
      }
      if (!r.inReason) takeReason(r, token.end);
      r.inReason = true;
      r.cue = undefined;
      return;
    case "use":
      if (opensList(r, token.end)) return;
      r.inUse = true;
      r.cue = undefined;
      return;
    case "parts":
      if (goesOnInReason(r, token)) return;
      r.inReason = false;
      r.inUse = false;
      finishComparison(r);
      r.inParts = true;
      if (r.view.text[token.start] === "按") leaveNature(r);
      if (r.section && r.subject) r.head = r.subject;
      r.partsStage = cue.stage ?? budgetBefore(r, token.start);
      r.partsFund = fundBefore(r);
      r.cue = undefined;
      return;
    default:
  }
  if (cue.kind === "stage" || cue.kind === "completion" || cue.kind === "comparison") {
    r.inUse = false;
    // 主要是人员工资，完成年初预算的108%
    if (cue.kind !== "comparison" && r.inReason && startsClause(r, token.start) && !isTold(r, cue, token.start))
      r.inReason = false;
  }
  if (
    cue.kind === "against" &&
    (r.inUse || r.inReason) &&
    startsClause(r, token.start) &&
    isComparedAnew(r, cue, token)
  )
    r.inReason = r.inUse = false;
  if (r.inReason || r.inUse) return;
  switch (cue.kind) {
    case "against":
      r.subject =
        sumOfList(r, token.start) ??
        sumOfNamed(r, token) ??
        spendingCompared(r, token) ??
        flowCompared(r, token) ??
        spentInAll(r, token.end) ??
        r.subject;
      r.against = cue.against;
      r.againstStage = cue.stage;
      if (ENDS_SENTENCE.has(r.view.text[token.start - 1] ?? "\n") && r.view.text[token.end] === "，")
        r.againstInSentence = { against: cue.against, stage: cue.stage };
      r.otherBase = cue.base ?? comparedYear(r, token.start, token.end);
      r.cue = cue;
      return;
    case "comparison":
      startComparison(r, "budget", cue.direction, cue.word, token.start, token.end, cue.stage);
      // 决算数大于预算数55.93万元
      if (cue.direction !== "unchanged" && /\d/.test(r.view.text[token.end] ?? "")) {
        r.against = "budget";
        r.againstStage = cue.stage;
        r.cue = { kind: "direction", direction: cue.direction, word: cue.word };
      }
      return;
    case "direction": {
      r.cue = cue;
      if (cue.word === DIFFERENCE || /^(?:节|超支|超出)/.test(cue.word)) differFromBudget(r);
      if (cue.direction === undefined || isBetweenTwo(r, token.start)) return;
      const against = r.against ?? "previous-year";
      if (cue.direction === "unchanged") {
        startComparison(r, against, "unchanged", cue.word, token.start, token.end, r.againstStage);
        return;
      }
      if (r.comparison && r.comparison.against === against && sameSubject(r, r.comparison.subject)) {
        return;
      }
      startComparison(r, against, cue.direction, cue.word, token.start, token.end, r.againstStage);
      return;
    }
    case "completion":
      r.completion = cue;
      r.cue = cue;
      return;
    case "stage":
      if (cue.stage === "final") r.partsStage = undefined;
      if (r.view.text.startsWith("实际支出", token.start)) turnToSpending(r);
      r.cue = cue.stage === "final" && speaksOfLastYear(r, token.start) ? { kind: "previous-amount" } : cue;
      return;
    case "previous-amount":
      if (LAST_REVENUE.test(r.view.text.slice(token.start, token.end))) turnToRevenue(r, token.start);
      // 财政拨款收入38万元。上年支出40万元: not of what came in.
      if (
        /支出/.test(r.view.text.slice(token.start, token.end)) &&
        /^(?:revenue|total-receipts)$/.test(r.subject?.concept ?? "")
      )
        return;
      r.cue = cue;
      return;
    default:
      r.cue = cue;
  }
}

const PART_CHANGED = /^：?[^，。；：\n\d]{2,16}?(?:增加|减少|增长|下降|上升|降低|压减)了?(?:约|近)?\d/;

/** …，主要原因是收入减少40万元，其中财政拨款减少35万元: by how much a part of what the reason tells changed. */
function goesOnInReason(r: Reading, { start, end }: { start: number; end: number }): boolean {
  const { inReason, lastBound, lastNumberEnd, view } = r;
  if (!inReason || lastBound === undefined || !r.reasoned.has(lastBound.id)) return false;
  return /^[，（]$/.test(view.text.slice(lastNumberEnd, start)) && PART_CHANGED.test(view.text.slice(end, end + 32));
}

const LAST_REVENUE = /^(?:上年度?|去年)(?:本年)?收入(?!决算)/;

/** 其他收入3万元，占3%。上年收入120万元: what came in in all the year before, whatever the sentence before ended with. */
function turnToRevenue(r: Reading, start: number): void {
  const { concept, dimensions } = r.subject ?? {};
  const flows = concept === "revenue" || concept === "total-receipts";
  if (flows && !ENDS_SENTENCE.has(r.view.text[start - 1] ?? "\n")) return;
  if (flows && dimensions?.source === undefined && dimensions?.label === undefined && r.base?.concept !== "revenue")
    return;
  const fund = r.base?.dimensions.fund;
  r.subject = { concept: "revenue", dimensions: fund === undefined ? {} : { fund } };
}

const FLOWS_OF_FUND = /^(?:government-fund|state-capital)/;

/** 年末结转和结余6.44万元，比上年支出增加23.91万元: of what was spent of the fund, and not of what was left of it. */
function spendingCompared(r: Reading, { start, end }: { start: number; end: number }): ConceptKey | undefined {
  const { section, subject, base } = r;
  const isOther =
    subject?.concept.endsWith("carry-over") === true ||
    // 彩票公益金支出（2296004）28.17万元。比上年支出增加…: of the items before it together.
    (subject?.dimensions.functional !== undefined && ENDS_SENTENCE.has(r.view.text[start - 1] ?? "\n"));
  if (section === undefined || subject === undefined || !FLOWS_OF_FUND.test(section) || !isOther) return undefined;
  if (!/[比较](?:上年|去年)度?支出$/.test(r.view.text.slice(start, end))) return undefined;
  const fund = base?.dimensions.fund ?? subject.dimensions.fund;
  return { concept: "expenditure", dimensions: fund === undefined ? {} : { fund } };
}

/** 接待150人次，人均200元，比上年的3.5万元减少0.5万元: in the unit of all that was spent, and not of what falls to each. */
function spentInAll({ subject, lastBound: last, view: { text } }: Reading, end: number): ConceptKey | undefined {
  const { label } = subject?.dimensions ?? {};
  if (!subject || label === undefined || last?.unit !== "yuan" || last.dimensions.label !== label) return undefined;
  if (!label.endsWith("均") || !/^的?[^，。；\d]{0,6}[\d.,]+万元/.test(text.slice(end, end + 20))) return undefined;
  const { label: _, ...dimensions } = subject.dimensions;
  return { concept: subject.concept, dimensions };
}

const FLOW_CHANGED =
  /^\d[\d.,]*[万亿]?元(?:相比|比较|对比|比)，?(?:本年)?(收入|支出)(?:总额|合计)?(?:增加|减少|增长|下降|上升)/;

/** 项目支出400万元，占55.49%。…三项均没有发生。与2021年2751.7万元相比，支出增加130.93万元: of all that the section tells of. */
function flowCompared(
  { base, section, view }: Reading,
  { start, end }: { start: number; end: number },
): ConceptKey | undefined {
  if (!/^(?:revenue|expenditure)$/.test(section ?? "") || !ENDS_SENTENCE.has(view.text[start - 1] ?? "\n"))
    return undefined;
  const flow = FLOW_CHANGED.exec(view.text.slice(end, end + 32))?.[1];
  const concept = flow === "收入" ? "revenue" : "expenditure";
  return flow !== undefined && base?.concept === concept ? base : undefined;
}

/** 人员经费1654.87万元，主要包括基本工资515万元、…住房公积金115.31万元等，较上年增加57.09万元: of all of them, the list being told. */
function sumOfList(r: Reading, start: number): ConceptKey | undefined {
  const { economic: object, label: words } = r.lastBound?.dimensions ?? {};
  if (object === undefined && words === undefined) return undefined;
  if (!/^等(?:支出|费用|方面)?，$/.test(r.view.text.slice(r.lastNumberEnd, start))) return undefined;
  const sum = r.amounts.findLast(
    ({ concept, dimensions: { economic, label, measure } }) =>
      concept === "expenditure" && (economic ?? label ?? measure) === undefined,
  );
  return sum && { concept: sum.concept, dimensions: sum.dimensions };
}

/** 基本支出700万元，人员经费和公用经费分别为600万元和100万元；与上年的710万元相比: of the sum, and not of the last that was named. */
function sumOfNamed(r: Reading, { start, end }: { start: number; end: number }): ConceptKey | undefined {
  const { named, amounts, lastBound, lastNumberEnd, view } = r;
  if (named === undefined || lastBound === undefined || !/^[，；]$/.test(view.text.slice(lastNumberEnd, start)))
    return undefined;
  if (/^[^，。；\d]{0,8}(?:分别|均|各)/.test(view.text.slice(end, end + 12))) return undefined;
  const { measure: _measure, of: _of, ...own } = lastBound.dimensions;
  const last = named.at(-1)!;
  if (keyText(lastBound.concept, own) !== keyText(last.concept, last.dimensions)) return undefined;
  // 上缴上级支出、经营支出均为0万元，与上年持平: one figure told of all is of them.
  if (amounts.at(-1)?.source.start === amounts.at(-2)?.source.start) return undefined;
  const sum = amounts.at(-named.length - 1);
  return sum && { concept: sum.concept, dimensions: sum.dimensions };
}

/** 财政拨款收入38.5万元，实际支出38.5万元: what was spent of what came in. */
function turnToSpending(r: Reading): void {
  const { concept, dimensions } = r.subject ?? {};
  if (concept !== "revenue" || dimensions?.source !== undefined || dimensions?.label !== undefined) return;
  r.subject = { concept: "expenditure", dimensions: dimensions?.fund === undefined ? {} : { fund: dimensions.fund } };
}

/** 按性质分：基本支出…，项目支出…。按经济分类分：工资福利支出…: parts of the whole again, not of what the list before ended with. */
function leaveNature(r: Reading): void {
  const { subject } = r;
  if (subject?.concept !== "expenditure" || subject.dimensions.nature === undefined) return;
  const from = r.view.offsets[r.view.text.lastIndexOf("\n", r.lastNumberEnd) + 1] ?? 0;
  const told = boundLast(r).filter(
    ({ concept, dimensions: { nature, measure }, source }) =>
      source.start >= from && concept === "expenditure" && nature !== undefined && measure === undefined,
  );
  if (new Set(told.map(({ dimensions }) => dimensions.nature)).size < 2) return;
  const { nature: _, ...rest } = subject.dimensions;
  r.subject = { concept: subject.concept, dimensions: rest };
}

/** 一般公共预算财政拨款支出324万元，比2017年减少145万元。其中：基本支出61万元: the parts are of the fund that was spent. */
function fundBefore(r: Reading): Reading["fund"] {
  const from = r.view.offsets[r.view.text.lastIndexOf("\n", r.lastNumberEnd) + 1] ?? 0;
  const spent = boundLast(r).filter(
    ({ concept, dimensions: { measure, stage, period }, source }) =>
      source.start >= from && /^(?:expenditure|total-)/.test(concept) && (measure ?? stage ?? period) === undefined,
  );
  const [only, ...others] = spent;
  if (only === undefined || others.length > 0 || r.lastBound?.concept !== only.concept) return undefined;
  return Object.keys(only.dimensions).length === 1 ? only.dimensions.fund : undefined;
}

/** 三公经费预算为168.53万元，其中：…: the budget told right before its parts. */
function budgetBefore(r: Reading, start: number): Reading["partsStage"] {
  const last = r.lastBound;
  if (
    !last ||
    last.dimensions.measure !== undefined ||
    !/^[，（：。]?$/.test(r.view.text.slice(r.lastNumberEnd, start))
  )
    return undefined;
  return last.dimensions.stage;
}

/** 年初预算为2.95万元，差值为0.9万元; 预算数4万元，节约1.15万元: the budget that the sentence has named. */
function differFromBudget(r: Reading): void {
  const named = r.stageOfSentence;
  if (r.against !== undefined || !r.subject || named?.subject !== keyText(r.subject.concept, r.subject.dimensions))
    return;
  r.against = "budget";
  r.againstStage = named.stage;
}

/** …主要原因：年初预算在另一科目列支，预算18000万元: the paragraph has told this one's own budget before. */
function isTold(r: Reading, cue: Extract<Cue, { kind: "stage" | "completion" }>, start: number): boolean {
  const { subject } = r;
  if (subject === undefined) return false;
  const from = r.view.offsets[r.view.text.lastIndexOf("\n", start - 1) + 1] ?? 0;
  const { stage: _, ...words } = subject.dimensions;
  const own = keyText(subject.concept, words);
  return r.figures.some(({ concept, dimensions: { stage, measure, ...rest }, source }) => {
    if (source.start < from || keyText(concept, rest) !== own) return false;
    if (cue.kind === "completion") return measure === "completion";
    return measure === undefined && (stage === undefined) === (cue.stage === "final");
  });
}

/**
 * 本年收入500万元，主要来源于财政拨款收入450万元；一般公共预算支出主要集中在教育支出400万元: of what it consists, where no change has been told that the
 * words could explain.
 */
function isMadeUp({ comparison, view: { text } }: Reading, { start, end }: { start: number; end: number }): boolean {
  if (comparison !== undefined || !/^主要(?:来|体|表|反|集)/.test(text.slice(start, end))) return false;
  const rest = text.slice(end, end + 48);
  return /^：?[^，。；：、（）\n\d]{2,24}\d[\d.,]*[万亿]?元/.test(rest) && !LISTS_CHANGES.test(rest);
}

const LISTS_CHANGES =
  /^：?(?:一是)?(?:[^，。；：、（）\n\d]{2,20}(?:增加|减少|增长|下降|降低|上升|节约|压减|压缩)了?约?\d|(?:增加|减少|压减|压缩|节约)了?[一-龥]{2,20}\d)/;

/** 主要用于以下方面：…, 主要用于教育支出12万元: a list of what was spent, not words on what for. */
function opensList(r: Reading, end: number): boolean {
  if (!r.base) return false;
  const rest = r.view.text.slice(end, end + 48);
  // 主要是印刷费减少1.1万元、差旅费减少1.1万元: by how much the parts changed, and not how much they are.
  if (LISTS_CHANGES.test(rest)) return false;
  // 机关运行经费主要用于：办公费29万元、邮电费29万元
  if (r.section === "operating-costs") return /^：?[^，。；：、（）\n\d]{2,14}\d[\d.,]*(?:亿|万)?元[，、]/.test(rest);
  // 人员经费1700万元，主要用于：工资福利支出1680万元
  if (r.section === "basic-expenditure") {
    const account = /^：?([^，。；：、（）\n\d]{2,24}?)\d[\d.,]*(?:亿|万)?元/.exec(rest)?.[1];
    return account !== undefined && r.context.resolver.economic(account) !== undefined;
  }
  if (
    !/^(?:general-expenditure|expenditure|totals|appropriation-totals|government-fund|state-capital)/.test(r.section!)
  )
    return false;
  if (/^(?:于)?(?:以下|下列|如下)?(?:几个|各个)?方面|^(?:以下|下列|如下)/.test(rest)) return true;
  // 项目支出1200万元，…。项目支出主要用于学前教育300万元，主要成效是…；校舍维修90万元
  if (
    r.subject?.dimensions.nature === "project" &&
    /^：?[^，。；：、（）\n\d]{2,24}\d[\d.,]*(?:亿|万)?元[，；、]/.test(rest)
  )
    return true;
  const name = /^：?(?:（?\d{1,2}[）.、])?([^，。；：、（）\n\d]{2,24}?)(?:（[类款项]）)?\d[\d.,]*(?:亿|万)?元/.exec(
    rest,
  )?.[1];
  if (name === undefined) return false;
  // 主要用于学前教育200万元、小学教育600万元: accounts, and not what a project was for.
  const alone = r.subject?.dimensions.nature === undefined ? r.context.resolver.item?.(name) : undefined;
  return (codeOf(r, [name.replace(/支出$/, "")]) ?? functionalNames(r, name) ?? alone) !== undefined;
}

/** …主要原因是厉行节约，与上年相比减少0.4万元: the next comparison, not part of the reason, unless it is with the same. */
function isComparedAnew(r: Reading, { against }: Extract<Cue, { kind: "against" }>, token: { end: number }): boolean {
  if (
    !/^，?(?:基本|均)?(?:持平|无增减|(?:增加|减少|增长|下降|降低|上升|提高|增|减)(?:了)?\d[\d.,]*(?:万元|亿元|元|%))/.test(
      r.view.text.slice(token.end, token.end + 24),
    )
  )
    return false;
  const last = r.comparison ?? r.statements.findLast((statement) => statement.type === "comparison");
  return last?.type !== "comparison" || last.against !== against || !sameSubject(r, last.subject);
}
