import { type ConceptKey, keyText } from "../../facts/key.ts";
import { firstAtLeast } from "../../document/sorted.ts";
import { isRateOf, readingOf } from "../../figure/interval.ts";
import type { BoundFigure, SectionId } from "../../facts/disclosure.ts";
import type { NumberToken } from "../numbers.ts";
import type { Binding, Reading } from "../state.ts";
import { isBetweenTwo } from "../comparisons.ts";
import { strangeChange, strangeKey, strangeWords } from "./strange.ts";
import { moneyOf } from "../twins.ts";
import { boundLast, tokensIn } from "../places.ts";
import { retellsEarlierYear, retellsLastYear } from "../years.ts";
import { isAnnex, isForeign, labelled } from "./annex.ts";
import { amountInTurn, isRowOfUnknown } from "./in-turn/amounts.ts";
import { besidesTold } from "./besides.ts";
import { changeInTurn, isRowOfUnknownChanges } from "./in-turn/changes.ts";
import { ofBoth } from "./in-turn/flows.ts";
import { ofWholeDepartment } from "./evaluation/counted.ts";
import { projectMoney } from "./evaluation/money.ts";
import { withFundEvaluated } from "./evaluation/funds.ts";
import { sumCompared } from "./nested.ts";
import { toldTogether } from "./together.ts";
import { between, secondOfPair, spentOn, withMeasure } from "./measures.ts";

export function bindMoney(r: Reading, number: NumberToken): Binding {
  if (r.subject?.concept === "threshold" || isPriceOfMore(r, number)) {
    r.subject = { concept: "large-equipment", dimensions: {} };
    return { concept: "threshold", dimensions: {} };
  }
  // 占本年支出合计2056.8万元的91.71%: what it is a share of, with its amount.
  if (r.cue?.kind === "share" && r.whole && SHARE_OF_IT.test(r.view.text.slice(number.unitEnd, number.unitEnd + 12)))
    return r.whole;
  if (isBetweenTwo(r, number.start)) {
    r.cue = undefined;
    return "两个数之差，不是其中任何一个";
  }
  // 因公出国（境）费和公务接待费分别为26和35万元: neither is of what was named last alone.
  if (/分别(?:为|是)(?:[\d.,]+[和、及])+$/.test(r.view.text.slice(Math.max(0, number.start - 40), number.start)))
    return "一列数字中前面的没有单位，不能断定各是什么";
  const left = leftForNextYear(r, number);
  if (left) return left;
  const listed = amountInTurn(r, number);
  if (listed) return listed;
  if (isRowOfUnknown(r, number)) return "一列数字，没有认出各是什么";
  const added = addedBudget(r, number);
  if (added) return added;
  const together = toldTogether(r, number) ?? sumOfNamed(r, number) ?? valueOfCounted(r, number);
  if (together) return together;
  const besides = besidesTold(r, number);
  if (besides) return besides;
  const strange = strangeWords(r, number);
  if (strange !== undefined) {
    r.cue = undefined;
    const key = strangeKey(r, strange, number.start);
    // 预算3万元，实际支出2.35万元，结余0.65万元，比上年2.9万元下降18.97%: what is left is told by the way.
    if (/^(?:结余|节余|剩余|余额|节支)$/.test(strange)) return leftOfBudget(r, number) ?? key;
    r.strange = { key, before: r.strange?.key === r.subject ? r.strange?.before : r.subject };
    r.subject = key;
    return key;
  }
  const named = r.cue?.kind === "direction" ? strangeChange(r, number) : undefined;
  if (named !== undefined && r.cue?.kind === "direction") {
    const { direction } = r.cue;
    r.cue = undefined;
    const key = strangeKey(r, named, number.start);
    r.strange = { key, before: r.strange?.key === r.subject ? r.strange?.before : r.subject };
    r.subject = key;
    return withMeasure(r, key, "change", direction);
  }
  const project = projectMoney(r, number);
  if (project) return project;
  const sum = SUM_OF_TOLD.exec(r.view.text.slice(Math.max(0, number.start - 16), number.start))?.[1];
  if (sum !== undefined && r.subject?.dimensions.economic !== undefined) {
    const { economic: _, ...rest } = r.subject.dimensions;
    return { concept: r.subject.concept, dimensions: { ...rest, label: sum } };
  }
  const subject = r.subject ? (moneyOf(r.subject) ?? spentOn(r)) : undefined;
  if (!subject || isForeign(r, subject, number)) return partOfAssets(r, number) ?? labelled(r, number);
  const item = itemOfFund(r, number, subject);
  if (item) return item;
  const each = changeInTurn(r, number, "change");
  if (each) return each;
  const cue = r.cue;
  if (isRowOfUnknownChanges(r, number)) {
    r.cue = undefined;
    return "一列增减，没有认出各是什么";
  }
  if (cue?.kind === "direction" && cue.direction !== "unchanged") {
    r.cue = undefined;
    const changed = withMeasure(r, ofBoth(r, subject, number), "change", cue.direction);
    const open = flowLeftOpen(r, subject, number);
    return open === undefined ? changed : { ...changed, unsure: open };
  }
  const twin = secondOfPair(r, subject, number, "change");
  if (twin) return twin;
  const bare = bareChange(r, number, subject);
  if (bare) return bare;
  if (
    cue?.kind === "against" &&
    (isOneOfCompared(r, number) ||
      /^）?(?:相比|比较|对比)?[，]?(?:略有?)?(?:收入|支出)?[均都各]?(?:增|减|降|下降|降低|持平|基本持平|少|多|上升|提高|节约|节省|无增减|无变化|一致|相同)|^）?，?(?:相比|比较|对比)|^比，?(?:增|减|下降|上升|持平|降低)/.test(
        r.view.text.slice(number.unitEnd, number.unitEnd + 6),
      ))
  ) {
    // 较上年1174万元减少40万元: the amount compared with stands between the words.
    const base =
      cue.against === "budget" ? { stage: cue.stage ?? ("budget" as const) } : ({ period: "previous" } as const);
    if (cue.against === "previous-year") r.subject = sumCompared(r, number) ?? r.subject;
    const compared = r.subject ? (moneyOf(r.subject) ?? subject) : subject;
    return { concept: compared.concept, dimensions: { ...compared.dimensions, ...base } };
  }
  // 涉及预算金额598.42万元: what the projects were planned at is the amount itself.
  if (subject.concept === "performance-amount" && spendsOfIt(r, number, subject))
    return { concept: subject.concept, dimensions: { ...subject.dimensions, label: "实际支出" } };
  if (subject.concept === "performance-amount") {
    const dimensions = withFundEvaluated(r, number, subject.dimensions);
    return ofWholeDepartment(r, number, { concept: subject.concept, dimensions });
  }
  if (subject.dimensions.stage !== undefined) return spentOfBudget(r, number, subject) ?? subject;
  if (cue?.kind === "completion") {
    r.stageOfSentence = { subject: keyText(subject.concept, subject.dimensions), stage: cue.stage };
    // 完成预算12.02万元的100%: the budget stands between the verb and the rate.
    return { concept: subject.concept, dimensions: { ...subject.dimensions, stage: cue.stage } };
  }
  if (cue?.kind === "previous-amount") {
    r.cue = undefined;
    return { concept: subject.concept, dimensions: { ...subject.dimensions, period: "previous" } };
  }
  if (cue?.kind === "stage" && cue.stage !== "final") {
    r.cue = undefined;
    // 比年初预算15万元减少3.72万元
    if (COMPARES.test(r.view.text.slice(number.unitEnd, number.unitEnd + 6)) && isComparedWith(r, number)) {
      r.against = "budget";
      r.againstStage = cue.stage;
    }
    r.stageOfSentence = { subject: keyText(subject.concept, subject.dimensions), stage: cue.stage };
    return { concept: subject.concept, dimensions: { ...subject.dimensions, stage: cue.stage } };
  }
  const planned = plannedToo(r, subject, between(r, number));
  if (planned) return planned;
  r.run++;
  if (r.run === 2 && subject.concept === "total-receipts" && /^(?:，|、|和|,)$/.test(between(r, number))) {
    return { concept: "total-disbursements", dimensions: subject.dimensions };
  }
  if (subject.dimensions.period === undefined && retellsLastYear(r, subject, number))
    return { concept: subject.concept, dimensions: { ...subject.dimensions, period: "previous" } };
  const earlier = subject.dimensions.label === undefined ? retellsEarlierYear(r, subject, number) : undefined;
  if (earlier !== undefined)
    return { concept: subject.concept, dimensions: { ...subject.dimensions, label: `${earlier}年` } };
  if (r.partsStage !== undefined && r.inParts && !saysSpent(r, number))
    return { concept: subject.concept, dimensions: { ...subject.dimensions, stage: r.partsStage } };
  return subject;
}

/** 没有单位价值50万元以上的通用设备和100万元以上的专用设备: from what price on the second kind is counted. */
function isPriceOfMore({ section, view: { text } }: Reading, { start, unitEnd }: NumberToken): boolean {
  return (
    (section === "state-assets" || section === "other-matters") &&
    /(?:^|设备[、和及与]|[，；。\n])$/.test(text.slice(Math.max(0, start - 3), start)) &&
    /^(?:（含）)?(?:及)?以上(?:（含）)?(?:的)?(?:通用|专用)?设备/.test(text.slice(unitEnd, unitEnd + 12))
  );
}

/** 公务接待费完成预算4.8万元的55%，结余2.16万元: how far less was spent than planned, where nothing is carried on. */
function leftOfBudget(r: Reading, number: NumberToken): Binding | undefined {
  const { lastBound: last } = r;
  if (last === undefined || !/^(?:three-public|operating-costs)$/.test(last.concept) || between(r, number).length > 5)
    return undefined;
  const { measure, stage, ...own } = last.dimensions;
  if (stage === undefined || (measure !== "completion" && measure !== undefined)) return undefined;
  return { ...withMeasure(r, { concept: last.concept, dimensions: { ...own, stage } }, "change", "decrease") };
}

const FLOWS: ReadonlySet<SectionId> = new Set(["totals", "appropriation-totals", "government-fund", "state-capital"]);

/** 支出总计除本年支出10614.38万元外，尚有109.18万元结转下年: what is left of all, said behind the amount. */
function leftForNextYear(r: Reading, { start, unitEnd }: NumberToken): ConceptKey | undefined {
  const { base, section, subject, view } = r;
  if (section === undefined || !FLOWS.has(section) || r.inReason || r.inUse) return undefined;
  if (!/(?:尚有|还有|仍有|另有|剩余|余下|结余)$/.test(view.text.slice(Math.max(0, start - 2), start))) return undefined;
  if (!/^(?:资金)?(?:按规定)?结转(?:到|至)?(?:下年|下一年|以后年度)/.test(view.text.slice(unitEnd, unitEnd + 14)))
    return undefined;
  const fund = subject?.dimensions.fund ?? base?.dimensions.fund;
  return { concept: "closing-carry-over", dimensions: fund === undefined ? {} : { fund } };
}

/** 收、支总计各减少40万元，其中财政拨款减少35万元: of what came in, or of the totals of that fund. */
function flowLeftOpen(r: Reading, { dimensions }: ConceptKey, { start }: NumberToken): string | undefined {
  const { section, inParts, view } = r;
  if (section !== "totals" && section !== "appropriation-totals") return undefined;
  const words = view.text.slice(Math.max(0, start - 18), start);
  // 收支总计各减少95万元，其中收入减少90万元
  const flow = inParts ? /(?:其中：?|[，；])(收入|支出)[增减下上降压][一-龥]{1,3}$/.exec(words)?.[1] : undefined;
  if (flow !== undefined || dimensions.fund === undefined) return flow;
  return /((?:财政拨款|一般公共预算|公共财政预算|政府性基金|国有资本经营)(?:预算|财政|拨款)*)[增减下上降压][一-龥]{1,3}$/.exec(
    words,
  )?.[1];
}

/** As far as the rate of a change stands behind it. */
const RATE_REACH = 16;

/**
 * 本年支出568.5万元，较2023年度决算数38.31万元，下降6.31%: the word before the amount was left out. It is what the amount changed by,
 * where the rate is that of such a change and not that of such an amount.
 */
function bareChange(r: Reading, number: NumberToken, subject: ConceptKey): Binding | undefined {
  if (r.cue?.kind !== "against" || r.against !== "previous-year") return undefined;
  const after = r.view.text.slice(number.unitEnd, number.unitEnd + RATE_REACH);
  const word = /^，?(增长|上升|增加|下降|减少|降低)(?:了)?\d[\d.]*%/.exec(after)?.[1];
  const key = keyText(subject.concept, subject.dimensions);
  const own = boundLast(r).findLast((figure) => keyText(figure.concept, figure.dimensions) === key);
  const printed = tokensIn(r, number.unitEnd, number.unitEnd + RATE_REACH).find(({ type }) => type === "number");
  if (word === undefined || !own || own.unit !== number.unit || printed?.type !== "number") return undefined;
  const [now, told, rate] = [readingOf(own), readingOf(number), readingOf(printed.number)];
  if (!now || !told || !rate) return undefined;
  const direction = /[增升]/.test(word) ? "increase" : "decrease";
  const sign = direction === "increase" ? 1 : -1;
  const isRate = (before: number): boolean => before > 0 && isRateOf(rate, sign * (now.middle - before), before);
  if (isRate(told.middle) || !isRate(now.middle - sign * told.middle)) return undefined;
  r.cue = undefined;
  return withMeasure(r, subject, "change", direction);
}

/** 固定资产总额1186.5万元，其中：房屋210万元，车辆2台，26.3万元: what of them is worth how much, beside the vehicles counted. */
function partOfAssets({ section, view }: Reading, number: NumberToken): ConceptKey | undefined {
  if (section !== "state-assets") return undefined;
  const [, label] =
    /固定资产[^。；\n]*?(?:其中：?|[，、；])(?!价值|金额|原值|账面)((?:(?:单价|单位价值)\d+万元(?:（含）)?以上的?)?[一-龥]{2,10}?)(?:为?|\d[\d.]*(?:[台辆套件]|平方米)，(?:价值|金额|原值|账面价值|价值为)?)$/.exec(
      view.text.slice(Math.max(0, number.start - 120), number.start),
    ) ?? [];
  return label === undefined
    ? undefined
    : { concept: "state-assets", dimensions: { item: "fixed", label: label.replace(/^其中/, "") } };
}

/** 年初预算收入3682.4万元，支出3682.4万元: what was to be spent, as what was to come in. */
function plannedToo({ lastBound }: Reading, subject: ConceptKey, words: string): ConceptKey | undefined {
  const { stage, measure } = lastBound?.dimensions ?? {};
  if (stage === undefined || measure !== undefined || !/^(?:revenue|total-receipts)$/.test(lastBound!.concept))
    return undefined;
  if (!/^(?:expenditure|total-disbursements)$/.test(subject.concept) || !/^[，、；]支出为?$/.test(words))
    return undefined;
  return { concept: subject.concept, dimensions: { ...subject.dimensions, stage } };
}

/** 政府性基金预算支出2100.45万元，其中征地和拆迁补偿支出1850.45万元 in a report: an item under its own name, and not the fund again. */
function itemOfFund(r: Reading, number: NumberToken, { concept, dimensions }: ConceptKey): ConceptKey | undefined {
  const { fund } = dimensions;
  if (!r.inParts || !isAnnex(r) || concept !== "expenditure" || fund === undefined || r.cue !== undefined)
    return undefined;
  if (Object.keys(dimensions).length > 1) return undefined;
  const words = /(?:[，、；]|其中：?)((?!其中)[一-龥]{3,20}支出)$/.exec(
    r.view.text.slice(Math.max(0, number.start - 24), number.start),
  )?.[1];
  if (words === undefined) return undefined;
  const from = number.start - words.length;
  if (tokensIn(r, from, number.start).some(({ type, start }) => type === "subject" && start >= from)) return undefined;
  const functional = r.context.resolver.item?.(words);
  return { concept, dimensions: functional === undefined ? { fund, label: words } : { fund, functional } };
}

const COMPARED_IN_A_ROW =
  /^(?:相比)?(?:、[^，。；：\n\d]{0,12}[\d.,]+[万亿]?元)*(?:相比)?，(?:分别|各)(?:自|略有)?(?:增|减|下降|降低|上升|提高)/;

/** 较上年收入2131万元、支出2122万元，分别增加130万元、160万元: the amounts compared with, each under its own name. */
function isOneOfCompared({ view: { text } }: Reading, { start, unitEnd }: NumberToken): boolean {
  return (
    /[，。；\n](?:较|比|与|同)(?:上年|去年|20\d{2}年)[^，。；：\n]*$/.test(
      text.slice(Math.max(0, start - 48), start),
    ) && COMPARED_IN_A_ROW.test(text.slice(unitEnd, unitEnd + 48))
  );
}

/** 水费、电费、取暖费合计37.18万元: of all that the words name, and not of the last of them. */
const NAMED_TOGETHER =
  /(?:^|[，。；：\n（])(?:其中|包括)?((?:(?:[^，。；：、（）\d\n]|（[^（）\d\n]{1,8}）){2,14}、)+(?:[^，。；：、（）\d\n]|（[^（）\d\n]{1,8}）){2,14}?)(?:支出)?(?:合计|共计)(?:为)?$/;

/** 社会保障类缴费（养老、年金、医疗及其他）合计182.72万元: of all that the brackets name. */
const NAMED_BY_PARTS =
  /(?:^|[，。；：、\n])(?:其中|包括)?([^，。；：、（）\d\n]{2,16})（[^（）\d\n]{2,16}、[^（）\d\n]{2,60}）(?:支出)?(?:合计|共计)(?:为)?$/;

function sumOfNamed(r: Reading, number: NumberToken): ConceptKey | undefined {
  const { base, view } = r;
  if (base === undefined || r.inReason || r.inUse) return undefined;
  // 因公出国（境）费、公务用车购置及运行费、公务接待费合计: all that there is.
  if (r.subject?.concept === "three-public" && Object.keys(r.subject.dimensions).length === 0) return undefined;
  const words = view.text.slice(Math.max(0, number.start - 80), number.start);
  const label = (NAMED_TOGETHER.exec(words) ?? NAMED_BY_PARTS.exec(words))?.[1];
  // 收入、支出合计 is one amount told of both.
  if (label === undefined || /收入?、|[类款项]）/.test(label)) return undefined;
  const { economic: _economic, item: _item, label: _label, ...dimensions } = r.subject?.dimensions ?? base.dimensions;
  const key = { concept: r.subject?.concept ?? base.concept, dimensions: { ...dimensions, label } };
  r.strange = { key, before: base };
  r.subject = key;
  return key;
}

/** The words right before a count: 机要通信用车1辆. */
function kindOf({ view: { text, offsets } }: Reading, { source }: BoundFigure): string {
  const at = firstAtLeast(offsets, source.start, (offset) => offset);
  return /[一-龥]{2,12}$/.exec(text.slice(Math.max(0, at - 12), at))?.[0].replace(/^其中/, "") ?? "车辆";
}

/** 车辆共计23台，331.20万元; 房屋5230平方米，价值1203万元: what those counted right before are worth. */
function valueOfCounted(r: Reading, number: NumberToken): ConceptKey | undefined {
  const { lastBound: last, section } = r;
  if (section !== "state-assets" && section !== "other-matters") return undefined;
  if (last?.unit !== "count" || last.dimensions.measure !== undefined) return undefined;
  // What was counted right before may be of something that nobody knows.
  const counted = r.view.text.slice(
    firstAtLeast(r.view.offsets, last.source.end, (offset) => offset),
    r.lastNumberEnd,
  );
  if (/\d/.test(counted)) return undefined;
  // 车辆5辆（执法执勤用车4辆、其他用车1辆），原值90万元
  if (
    !/^(?:（套）)?）?[，、（]?(?:总?价值|金额|原值|账面(?:价值|原值|净值))?(?:合计|共计|为)?$/.test(between(r, number))
  )
    return undefined;
  const noun =
    last.concept === "state-vehicles"
      ? // 机要通信用车1辆18万元、其他用车2辆40万元
        last.dimensions.item === undefined
        ? "车辆"
        : kindOf(r, last)
      : last.concept === "large-equipment"
        ? "设备"
        : last.concept === "state-asset-counts"
          ? last.dimensions.label?.replace(/(?:建筑)?面积$/, "")
          : undefined;
  if (noun === undefined) return undefined;
  // 固定资产…，其中：…车辆2台，26.3万元 is a part of them.
  return partOfAssets(r, number) ?? { concept: "state-assets", dimensions: { label: `${noun}价值` } };
}

/** 取暖费71.77万元、差旅费59.99万元两项开支较大，合计131.76万元: the sum of those told, and of none of them. */
const SUM_OF_TOLD = /([二两三四五六七八九十]项[^，。；：\d]{0,8}，?(?:合计|共计))(?:为)?$/;

const SHARE_OF_IT = /^的?(?:比例|比重)?(?:约?为)?\d[\d.]*%/;

/** 年初预算安排45万元，追加预算5万元，全年支出50万元: what was added is no budget of the item; the item is still spoken of. */
function addedBudget({ subject, view }: Reading, number: NumberToken): ConceptKey | undefined {
  if (subject?.concept !== "expenditure" || subject.dimensions.label !== undefined) return undefined;
  const before = view.text.slice(Math.max(0, number.start - 12), number.start);
  // 年初预算550万元，追加50万元
  const label =
    /(?:追加|调增|调减)(?:了)?预算(?:数|资金|指标)?$/.exec(before)?.[0] ??
    /(?<=[，；、（])(?:年中|(?:预算)?执行中|中途)?(?:追加|调增|调减)(?:了|资金|指标)?$/.exec(before)?.[0];
  return label === undefined ? undefined : { concept: subject.concept, dimensions: { ...subject.dimensions, label } };
}

/** 涉及预算资金6120万元，实际支出5980万元: what was spent of the amount that the sentence has told. */
function spendsOfIt(r: Reading, number: NumberToken, subject: ConceptKey): boolean {
  const last = r.lastBound;
  return (
    last !== undefined &&
    keyText(last.concept, last.dimensions) === keyText(subject.concept, subject.dimensions) &&
    /^[，；](?:实际|累计|全年|已)+(?:支出|执行|完成|使用)(?:支出|数|金额|资金|额)*(?:为)?$/.test(between(r, number))
  );
}

/** 因公出国（境）费支出39万元 among the parts of a budget is what was spent of it. */
function saysSpent(r: Reading, number: NumberToken): boolean {
  return /(?:费用?|经费)支出(?:数|额)?为?$|(?:决算|实际|执行)[^，。；：]{0,4}$/.test(
    r.view.text.slice(Math.max(0, number.start - 10), number.start),
  );
}

/** 政府采购预算120万元，实际支出100万元: what was spent of a budget told right before is no second budget. */
function spentOfBudget(r: Reading, number: NumberToken, { concept, dimensions }: ConceptKey): ConceptKey | undefined {
  const { lastBound } = r;
  if (concept !== "procurement" || lastBound?.concept !== concept || lastBound.dimensions.stage !== dimensions.stage)
    return undefined;
  if (!/^[，；、](?:全年|实际)*(?:采购|完成)?支出(?:决算)?(?:数|总?额)?为?$/.test(between(r, number))) return undefined;
  const { stage: _stage, ...own } = dimensions;
  r.subject = { concept, dimensions: own };
  return r.subject;
}

const COMPARES = /^(?:相比|比较|对比)?，?(?:增|减|下降|降低|少|多|上升|提高|节约|节省)/;

/** Whether the clause before an amount says that something is compared with it: 比2023年年初预算数2.00万元. */
function isComparedWith(r: Reading, number: NumberToken): boolean {
  return /[比较与同](?:20\d{2}年)?[^，。；：\n]{0,24}$/.test(
    r.view.text.slice(Math.max(0, number.start - 32), number.start),
  );
}

/** 国内公务接待64批次…，共计支出4.07万元，具体内容包括：⏎（1）市应急局督导森林防灭火0.3万元: what opens the list says what its entries are. */
function isOfReceptions(text: string, from: number): boolean {
  const opening = /(?:^|\n)([^\n]*)\n(?:（?\d{1,3}[）、.][^\n]*\n)*$/.exec(
    text.slice(Math.max(0, from - 2000), from),
  )?.[1];
  return opening !== undefined && /接待[^。]*(?:具体(?:内容)?|主要)?(?:包括|如下|为|有)：$/.test(opening);
}

/** Entries of the list of receptions: （3）接待…就餐费0.13万元. */
export function receptionEntry(r: Reading, number: NumberToken): ConceptKey | undefined {
  if (r.listOrdinal === undefined || !r.section?.startsWith("three-public")) return undefined;
  if (number.unit !== "ten-thousand-yuan" && number.unit !== "yuan") return undefined;
  const { text } = r.view;
  // 3.国内公务接待47批次，412人次，人均103元
  if (r.cue || text[number.start - 1] === "均") return undefined;
  let from = number.start;
  while (from > 0 && text[from - 1] !== "\n") from--;
  const line = text.slice(from, number.start);
  // 1．“三公”经费总体情况。…主要原因是严控公务接待支出: what is told of all of it is no entry.
  if (/^（?\d{1,3}[）、.](?:20\d{2}年度?)?(?:因公出国|公务用车|公车|财政拨款|一般公共预算|[“"]?三公)/.test(line))
    return undefined;
  // 1.由于接待减少，公务接待费支出4万元
  if (/^（?\d{1,3}[）、.](?:由于|因(?!公)|受)[^。；]*公务接待费用?(?:支出)?(?:决算)?数?为?$/.test(line))
    return undefined;
  // 2.具体情况。…；公务用车购置及运行维护费支出25万元；公务接待费支出3万元
  if (/因公出国|公务用车|公车|^（?\d{1,3}[）、.](?:总体|具体|支出|分项)+情况[。：]/.test(line)) return undefined;
  if (!/^（?\d{1,3}[）、.]/.test(line) || !(/接待|就餐|用餐|餐费/.test(line) || isOfReceptions(text, from)))
    return undefined;
  if (
    /^（?\d{1,3}[）、.]?(?:20\d{2}年度?)?(?:国内|国（境）外|外事|外宾|境外)?(?:公务接待共?\d+批|(?:公务)?接待(?:经?费|支出|情况|：))/.test(
      line,
    )
  )
    return undefined;
  return { concept: "three-public", dimensions: { item: "reception-entry", ordinal: r.listOrdinal } };
}
