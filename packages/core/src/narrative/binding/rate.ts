import type { BoundFigure } from "../../facts/disclosure.ts";
import { type ConceptKey, keyText } from "../../facts/key.ts";
import { isRateOf, readingOf } from "../../figure/interval.ts";
import type { NumberToken } from "../numbers.ts";
import type { Binding, Reading } from "../state.ts";
import { boundLast } from "../places.ts";
import { moneyOf } from "../twins.ts";
import { isAnnex, isForeign, labelled } from "./annex.ts";
import { amountOfProjects, projectRate } from "./evaluation/money.ts";
import { shareOfProjects } from "./evaluation/counted.ts";
import { between, rateInBrackets, secondOfPair, spentOn, withMeasure } from "./measures.ts";
import { budgetsInTurn, completionInTurn, completionOfOther } from "./in-turn/completions.ts";
import { changeInTurn, isRowOfUnknownChanges } from "./in-turn/changes.ts";
import { isRowOfUnknownShares, shareInTurn } from "./in-turn/shares.ts";

/** 仅县医院一家即占全部事业收入的62.9%: what one unit alone had of it. */
const ALONE =
  /(?:^|[，。；：、\n]|仅|光|只)(?:其中)?(?<unit>(?:(?![仅光只])[一-龥]){2,16}?)(?:一家|一个单位|一院|一校)(?:单位)?(?:就|即|便|已)?占[^，。；：\n\d]{0,20}$/;

/** “三公”经费支出10万元，机关支出占12.26%，31个省局支出占22.84%: what of them those units spent. */
function shareOfUnits(r: Reading, number: NumberToken, subject: ConceptKey): { readonly label?: string } {
  const alone = ALONE.exec(r.view.text.slice(Math.max(0, number.start - 48), number.start))?.groups?.["unit"];
  if (alone !== undefined) return { label: alone };
  if (keyText(subject.concept, subject.dimensions) !== "three-public") return {};
  const label = /(?:^|[，。；：\n])([^，。；：\n]{0,40}(?:机关|本级|[局院站所馆校队]|中心|单位))支出占比?$/.exec(
    r.view.text.slice(Math.max(0, number.start - 48), number.start),
  )?.[1];
  return label === undefined ? {} : { label };
}

const isAdded = ({ dimensions: { label } }: BoundFigure): boolean => /追加|调[增减]/.test(label ?? "");

export function bindRate(r: Reading, number: NumberToken): Binding {
  const cue = r.cue;
  if (r.subject?.concept === "threshold") {
    const key = r.subject;
    r.subject = { concept: "performance-projects", dimensions: { item: "high-surplus" } };
    return key;
  }
  const project = shareOfProjects(r, number) ?? projectRate(r, number);
  if (project) {
    r.cue = undefined;
    return project;
  }
  const told = cue?.kind === "share" ? amountOfProjects(r, number) : undefined;
  const counted = growthOfCount(r, number);
  if (counted) return counted;
  const subject = told ?? (r.subject ? (moneyOf(r.subject) ?? spentOn(r)) : undefined);
  if (!subject || (!told && isForeign(r, subject, number))) return labelled(r, number);
  const shared = shareInTurn(r, number, wholeOf);
  if (shared) return shared;
  if (!isAnnex(r) && isRowOfUnknownShares(r, number)) {
    r.cue = undefined;
    return "一列占比，没有认出各是什么";
  }
  if (cue?.kind === "share") {
    let whole =
      settledWhole(r, subject, number) ??
      nestedWhole(r, subject, number) ??
      totalAround(r, subject, number) ??
      totalListed(r, subject, number) ??
      spentInAll(r, subject, number) ??
      (isOfOtherMoney(r, number) ? undefined : wholeOf(subject));
    // 当年支出699.23万元，占项目支出的20.16%: whatever it is a share of, it is no part of itself.
    if (whole && isWithin(whole, subject)) {
      r.cue = undefined;
      r.whole = undefined;
      return labelled(r, number);
    }
    // 占部门预算项目支出总额的100%: of what was planned.
    if (whole && subject.concept === "performance-amount" && whole.concept === "expenditure")
      whole = { concept: whole.concept, dimensions: { ...whole.dimensions, stage: "budget" } };
    r.cue = undefined;
    r.whole = undefined;
    return {
      concept: subject.concept,
      dimensions: {
        ...subject.dimensions,
        ...(/[合共总]计占/.test(between(r, number)) && { label: "合计" }),
        ...shareOfUnits(r, number, subject),
        measure: "share",
        ...(whole ? { of: keyText(whole.concept, whole.dimensions) } : {}),
      },
    };
  }
  const difference = differenceRate(r, subject, number);
  if (difference) return difference;
  const completed = completionInTurn(r, number) ?? completionOfOther(r, number);
  if (completed) return completed;
  const completion = cue?.kind === "completion" ? cue : r.completion;
  if (completion) {
    r.cue = undefined;
    r.completion = undefined;
    const named = r.stageOfSentence;
    // 年初预算550万元，追加50万元，执行率100%: of both together.
    if (completion.stage === "budget" && r.amounts.some(isAdded))
      return {
        concept: subject.concept,
        dimensions: { ...subject.dimensions, stage: "adjusted-budget", measure: "completion" },
      };
    const stage =
      completion.stage === "budget" && named?.subject === keyText(subject.concept, subject.dimensions)
        ? named.stage
        : completion.stage;
    return { concept: subject.concept, dimensions: { ...subject.dimensions, stage, measure: "completion" } };
  }
  const completions = budgetsInTurn(r, number);
  if (completions) return completions;
  const bracketed = rateInBrackets(r, number);
  if (bracketed) return bracketed;
  const each = changeInTurn(r, number, "growth");
  if (each) return each;
  if (isRowOfUnknownChanges(r, number)) {
    r.cue = undefined;
    return "一列增减，没有认出各是什么";
  }
  if (cue?.kind === "direction") {
    r.cue = undefined;
    // 分别增加A万元、B万元，增幅均为7.48%: of both, which is told of the first.
    const both = r.named && /[均都](?:为|是)?$/.test(between(r, number)) ? r.named[0] : undefined;
    return withMeasure(r, both ?? subject, "growth", cue.direction);
  }
  const twin = secondOfPair(r, subject, number, "growth");
  if (twin) return twin;
  const last = r.lastBound;
  if (last?.dimensions.measure === "change" && /^[，、（为]?$/.test(between(r, number))) {
    return withMeasure(r, subject, "growth", last.direction);
  }
  if (
    last &&
    last.unit !== "percent" &&
    /^[，、（]$/.test(between(r, number)) &&
    r.section === "general-expenditure.structure"
  ) {
    const whole = wholeOf(subject);
    return {
      concept: subject.concept,
      dimensions: {
        ...subject.dimensions,
        measure: "share",
        ...(whole ? { of: keyText(whole.concept, whole.dimensions) } : {}),
      },
    };
  }
  const named = subject.concept === "state-assets" ? namedRate(r, number) : undefined;
  if (named !== undefined) return { concept: subject.concept, dimensions: { label: named, measure: "rate" } };
  return isAnnex(r)
    ? labelled(r, number)
    : { concept: subject.concept, dimensions: { ...subject.dimensions, measure: "rate" } };
}

/** 在建工程3045万元。资产负债率8.03%: a rate under a name of its own is none of what was told last. */
function namedRate({ view: { text } }: Reading, { start }: NumberToken): string | undefined {
  return /(?:^|[，。；：、（\n])([一-龥]{2,12}率)(?:为|达)?$/.exec(text.slice(Math.max(0, start - 16), start))?.[1];
}

/** 接待批次…较上年减少119批次，下降100%: the rate of the count, not of the money spent on it. */
function growthOfCount(r: Reading, number: NumberToken): Binding | undefined {
  const last = r.lastBound;
  if (last?.unit !== "count" || last.dimensions.measure !== "change" || r.cue?.kind !== "direction") return undefined;
  if (!/^[，（]?[一-龥]{1,4}$/.test(between(r, number))) return undefined;
  const { direction } = r.cue;
  r.cue = undefined;
  return {
    concept: last.concept,
    dimensions: { ...last.dimensions, measure: "growth" },
    ...(direction === undefined ? {} : { direction }),
  };
}

/** 预决算差异率-16.00%: how far the final amount is from the budget that the sentence has named, with its own sign. */
function differenceRate(r: Reading, subject: ConceptKey, number: NumberToken): Binding | undefined {
  if (!/预决算差异率(?:为)?$/.test(r.view.text.slice(Math.max(0, number.start - 8), number.start))) return undefined;
  const named = r.stageOfSentence;
  const stage =
    named?.subject === keyText(subject.concept, subject.dimensions)
      ? named.stage
      : (r.againstStage ?? ("budget" as const));
  const value = Number(number.value);
  return {
    concept: subject.concept,
    dimensions: { ...subject.dimensions, stage, measure: "growth" },
    direction: value < 0 ? "decrease" : value > 0 ? "increase" : "unchanged",
  };
}

/**
 * 占支出总额的44.39% in the section on one budget: of all that was spent, or of what the section is about. Where the printed
 * amounts give the share of the section's own, that is meant.
 */
function settledWhole(r: Reading, subject: ConceptKey, number: NumberToken): ConceptKey | undefined {
  const { whole, base, head } = r;
  // 支出757万元。其中：基本支出314万元，占总支出的41.51%: of the total that the list is of, where only that gives it.
  if (
    whole &&
    r.section === "totals" &&
    head?.concept.startsWith("total-") &&
    /占总(?:支出|收入)的?$/.test(r.view.text.slice(Math.max(0, number.start - 6), number.start)) &&
    /^(?:revenue|expenditure)$/.test(whole.concept) &&
    keyText("", whole.dimensions) === "" &&
    isOfHead(r, subject, { head, whole }, number)
  )
    return head;
  if (!whole || !base || base.concept !== "expenditure" || base.dimensions.fund === undefined) return whole;
  // 占本年财政拨款支出的30%, in the section of one fund, is of that fund's or of all funds'.
  const { fund } = whole.dimensions;
  if (!/expenditure|disbursements/.test(whole.concept) || (fund !== undefined && fund !== "appropriation"))
    return whole;
  return isShareOf(r, subject, base, number) ? base : whole;
}

/** What the printed amounts leave open goes with the shares that the paragraph has told of the head; nothing is a share of itself. */
function isOfHead(
  r: Reading,
  subject: ConceptKey,
  { head, whole }: { head: ConceptKey; whole: ConceptKey },
  number: NumberToken,
): boolean {
  if (keyText(subject.concept, subject.dimensions) === keyText(whole.concept, whole.dimensions)) return true;
  const [ofHead, ofWhole] = [isShareOf(r, subject, head, number), isShareOf(r, subject, whole, number)];
  const from = r.view.offsets[r.view.text.lastIndexOf("\n", number.start) + 1] ?? 0;
  const of = keyText(head.concept, head.dimensions);
  const isTold = boundLast(r).some(({ dimensions, source }) => source.start >= from && dimensions.of === of);
  return isTold ? ofHead || !ofWhole : ofHead && !ofWhole;
}

/**
 * 财政拨款收入8200万元，占97.62%，其中：一般公共预算财政拨款收入7200万元，占87.80%: of all revenue, or of the part that 其中 opened. It is the
 * part's where the printed amounts give it and give no share of the whole.
 */
function nestedWhole(r: Reading, subject: ConceptKey, number: NumberToken): ConceptKey | undefined {
  const { head } = r;
  if (!r.inParts || !head || head === r.subject || head.concept !== subject.concept) return undefined;
  const whole = wholeOf(subject);
  if (!whole || isShareOf(r, subject, whole, number) || !isShareOf(r, subject, head, number)) return undefined;
  return { concept: head.concept, dimensions: head.dimensions };
}

/**
 * 收入总计6382.17万元，其中：本年收入6282.17万元，占98.43%；年初结转和结余…: parts of the total that the sentence is about; a part
 * of the year's (基本支出) only where the printed amounts give it that share of the total, and no other. 收入总计6382.17万元中，
 * 本年收入6282.17万元，占98.43%: the same, where they give it.
 */
function totalAround(r: Reading, subject: ConceptKey, number: NumberToken): ConceptKey | undefined {
  const { inParts, firstOfSentence } = r;
  const { concept, dimensions } = subject;
  if (!inParts && firstOfSentence && TOTAL_PARTS[firstOfSentence.concept]?.includes(concept)) {
    const total = { concept: firstOfSentence.concept, dimensions: firstOfSentence.dimensions };
    return isShareOf(r, subject, total, number) ? total : undefined;
  }
  const { head } = r;
  if (!inParts || head === undefined || !TOTAL_PARTS[head.concept]?.includes(concept)) return undefined;
  const { fund, ...rest } = dimensions;
  if (Object.keys(rest).length === 0 && fund === head.dimensions.fund) return head;
  const whole = wholeOf(subject);
  return whole && isShareOf(r, subject, head, number) && !isShareOf(r, subject, whole, number) ? head : undefined;
}

/** （二）支出总计945万元，其中：⏎1.基本支出512万元，占54.19%: of the total that the list is of, where only that gives it. */
function totalListed(r: Reading, subject: ConceptKey, number: NumberToken): ConceptKey | undefined {
  if (r.section !== "totals") return undefined;
  const concept = Object.keys(TOTAL_PARTS).find((all) => TOTAL_PARTS[all]!.includes(subject.concept));
  const whole = wholeOf(subject);
  if (concept === undefined || whole === undefined || isShareOf(r, subject, whole, number)) return undefined;
  const total = { concept, dimensions: {} };
  return isShareOf(r, subject, total, number) ? total : undefined;
}

/** 人员支出168.22万元，占支出的61.07%: of all that was spent, and not of the basic expenditure that it is part of. */
function spentInAll(r: Reading, { concept, dimensions }: ConceptKey, number: NumberToken): ConceptKey | undefined {
  if (concept !== "expenditure" || dimensions.group === undefined) return undefined;
  const { fund } = dimensions;
  const all = { concept, dimensions: fund === undefined ? {} : { fund } };
  const words = r.view.text.slice(Math.max(0, number.start - 14), number.start);
  if (/占(?:本年|全年|当年|全部)?支出(?:合计|总额)?的?(?:比例|比重)?为?$/.test(words)) return all;
  const own = wholeOf({ concept, dimensions });
  return /占比?为?$/.test(words) &&
    isShareOf(r, { concept, dimensions }, all, number) &&
    !(own && isShareOf(r, { concept, dimensions }, own, number))
    ? all
    : undefined;
}

const TOTAL_PARTS: Readonly<Record<string, readonly string[]>> = {
  "total-receipts": ["revenue", "opening-carry-over", "use-of-surplus"],
  "total-disbursements": ["expenditure", "closing-carry-over", "surplus-distribution"],
};

const OTHER_MONEY =
  /占(?:[^，。；：、\d]{0,12}(?:债券|贷款|捐赠|捐款|(?:到位|下达|拨付)的?[^，。；：、\d]{0,6}))(?:专项)?(?:资金|款项|额度|金额|总额|总)*的?(?:比例|比重)?为?$/;

/** 支出决算270万元，占到位债券资金的90%: of money that is told elsewhere under its own words, and not of the expenditure around. */
function isOfOtherMoney({ view: { text } }: Reading, { start }: NumberToken): boolean {
  return OTHER_MONEY.test(text.slice(Math.max(0, start - 36), start));
}

/** Whether a printed share is that of the printed amounts, as far as its decimals show. */
function isShareOf(r: Reading, subject: ConceptKey, whole: ConceptKey, number: NumberToken): boolean {
  const amountOf = ({ concept, dimensions }: ConceptKey): BoundFigure | undefined => {
    const key = keyText(concept, dimensions);
    return boundLast(r).findLast((figure) => keyText(figure.concept, figure.dimensions) === key);
  };
  const [part, sum] = [amountOf(subject), amountOf(whole)];
  if (!part || !sum || part === sum || part.unit !== sum.unit) return false;
  const [above, below, rate] = [readingOf(part), readingOf(sum), readingOf(number)];
  return above !== undefined && below !== undefined && rate !== undefined && isRateOf(rate, above.middle, below.middle);
}

/** 工程采购授予中小企业合同金额占95.24%: of what works cost, where the item names its kind. */
const CONTRACTS_OF_KIND = /^sme-(goods|works|services)$/;

export function wholeOf(subject: ConceptKey): ConceptKey | undefined {
  const { functional: _functional, source, nature, group, item, economic, label: _label, ...rest } = subject.dimensions;
  const kind = CONTRACTS_OF_KIND.exec(item ?? "")?.[1];
  if (kind !== undefined) return { concept: subject.concept, dimensions: { ...rest, item: kind } };
  if (subject.concept === "revenue") {
    const { fund: _fund, ...others } = rest;
    return {
      concept: "revenue",
      dimensions: source === undefined && subject.dimensions.fund === undefined ? rest : others,
    };
  }
  const total = Object.keys(TOTAL_PARTS).find((concept) => TOTAL_PARTS[concept]!.includes(subject.concept));
  // 年初结转和结余15万元，占2.56%: of all that was there to spend.
  if (total && subject.concept !== "expenditure" && nature === undefined && _label === undefined)
    return { concept: total, dimensions: rest };
  if (group !== undefined || economic !== undefined)
    return { concept: subject.concept, dimensions: { ...rest, ...(nature ? { nature } : {}) } };
  // 按资金来源分：财政拨款支出3273.86万元，占99.63%: of all funds.
  const { fund, ...ofAllFunds } = rest;
  const isFundAlone = fund !== undefined && Object.keys(subject.dimensions).length === 1;
  return { concept: subject.concept, dimensions: isFundAlone ? ofAllFunds : rest };
}

/** Whether one quantity is a part of another by its key: project expenditure of all expenditure, what was spent of all that there was. */
function isWithin(part: ConceptKey, all: ConceptKey): boolean {
  if (all.concept.startsWith("total-") && /^(?:revenue|expenditure)$/.test(part.concept)) return true;
  const own = Object.entries(all.dimensions);
  return (
    part.concept === all.concept &&
    Object.keys(part.dimensions).length > own.length &&
    own.every(([name, value]) => (part.dimensions as Record<string, unknown>)[name] === value)
  );
}
