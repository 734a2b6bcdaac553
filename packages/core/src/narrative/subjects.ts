import { conceptOf } from "../facts/concepts.ts";
import { type ConceptKey, type Dimensions, keyText } from "../facts/key.ts";
import { AVERAGE_WORDS } from "./averages.ts";
import { itemsTogether, saysWhoPaid } from "./named-items.ts";
import { besideReceipts } from "./beside-receipts.ts";
import { endsNameOfPart } from "./carried.ts";
import { endsReason } from "./reason-ends.ts";
import { itemMeant } from "./told-item.ts";
import { unitBefore } from "./units.ts";
import { speaksOfAnotherYear } from "./years.ts";
import { type SubjectPhrase, HEAD, VEHICLE_KINDS } from "./lexicon/index.ts";
import { boundLast, sentenceBefore, startsClause } from "./places.ts";
import { ENDS_SENTENCE, type Reading } from "./state.ts";

export function resetSubject(r: Reading): void {
  r.subject = r.base;
  r.head = r.base;
  r.run = 0;
}

export function onPath(r: Reading, names: readonly string[], from: number, end: number): void {
  let full = names;
  let code: string | undefined;
  if (from === 0) {
    r.className = names[0];
    if (names[0] !== undefined) r.classNames.add(names[0]);
    r.groupName = names[1];
  } else if (from === 1 && r.className !== undefined) {
    r.groupName = names[0];
    const known = classesOf(r)
      .map((name) => [name, ...names])
      .find((path) => codeOf(r, path) !== undefined);
    full = known ?? [r.className, ...names];
    // 5.国有资本经营预算支出13.26万元，具体包括：…（款）…（项）: of a class that is called like the fund, the one item of that name.
    if (known === undefined && names.length === 2) code = r.context.resolver.item?.(names[1]!);
  } else if (from === 2 && r.className !== undefined && r.groupName !== undefined) {
    full = [r.className, r.groupName, ...names];
  } else if (from === 2 && r.className !== undefined && codeOf(r, names) === undefined) {
    // 1.一般公共服务支出（类）…，其中：事业运行（项）190万元: the item of that name in the class, which another class may have too.
    full = [r.className, ...names];
  } else if (from === 2 && r.className !== undefined) {
    // （一）社会保障和就业支出（类）…⏎1.机关事业单位基本养老保险缴费支出（项）, with no group between.
    const ofClass = [r.className, ...names];
    if (codeOf(r, ofClass) !== undefined) full = ofClass;
  }
  // …社会保障和就业支出220万元。住房公积金（项）200万元: of another class than the one named last.
  if (from === 2 && codeOf(r, full) === undefined) code = r.context.resolver.item?.(names[0]!);
  setFunctional(r, full, code ?? codeBehind(r, full, end));
  r.nameEnd = end;
  r.inReason = false;
  r.inUse = false;
}

/**
 * 10.…自然资源规划及管理（项）2200108, where that name was told before as the item that it is: of name and code it is the name that
 * was copied from another entry, and the amounts are those of the code.
 */
function codeBehind(r: Reading, names: readonly string[], end: number): string | undefined {
  const [, printed] = /^（?(2\d{6})(?!\d)/.exec(r.view.text.slice(end, end + 10)) ?? [];
  if (printed === undefined || names.length !== 3) return undefined;
  const named = codeOf(r, names);
  const isCopied =
    named !== undefined &&
    named !== printed &&
    named.slice(0, 5) === printed.slice(0, 5) &&
    r.figures.some(({ dimensions }) => dimensions.functional === named);
  return isCopied ? printed : undefined;
}

/** The class that a group belongs to: the one told last, or another of the passage: 基础研究（款） after a list that ends in 住房保障支出. */
function classesOf(r: Reading): readonly string[] {
  return [r.className!, ...[...r.classNames].reverse()];
}

export function setFunctional(r: Reading, names: readonly string[], code?: string): void {
  const { base } = r;
  const fund =
    (base?.dimensions.fund === "appropriation" ? r.fund : undefined) ??
    base?.dimensions.fund ??
    r.head?.dimensions.fund;
  // 其他国有土地使用权出让收入安排的支出（项）, with no class named: the one item of that name.
  const alone = names.length === 1 && code === undefined ? r.context.resolver.item?.(names[0]!) : undefined;
  const functional = code ?? codeOf(r, names) ?? alone ?? pathOf(r, names);
  // 本年收入…其中：财政拨款100万元。其中：教育（类）96万元: what came in for the class, as 收入决算表 tells it.
  const cameIn = base?.concept === "revenue" && r.head?.concept === "revenue" ? r.head : undefined;
  const source = cameIn?.dimensions.source;
  r.subject = {
    concept: cameIn ? "revenue" : "expenditure",
    dimensions: { ...(fund ? { fund } : {}), ...(source ? { source } : {}), functional },
  };
  r.cue = undefined;
  r.completion = undefined;
}

const OTHER_OF_CLASS = /^其他(?!支出$).{2}/;

/** The code of a path; a class may be printed without the 支出 that its name ends in: 教育（类）. */
export function codeOf(r: Reading, names: readonly string[]): string | undefined {
  const { functional } = r.context.resolver;
  const [first, ...rest] = names;
  // 其他社会保障和就业支出 is a part of the class that it is nearly called as.
  if (rest.length === 0 && OTHER_OF_CLASS.test(first!)) return undefined;
  return functional(names) ?? (first!.endsWith("支出") ? undefined : functional([`${first!}支出`, ...rest]));
}

/** An item under a name that no list knows is still one of its class: 208/抚恤/伤残人员. */
export function pathOf(r: Reading, names: readonly string[]): string {
  const [first, ...rest] = names;
  const code = rest.length === 0 ? undefined : codeOf(r, [first!]);
  return [code ?? first, ...rest].join("/");
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

/** 机关运行经费139.07万元（不含事业中心公用经费17.95万元）: what is told only to be left out. */
function leftOut({ view: { text } }: Reading, start: number, end: number): string | undefined {
  const words = /[（，]((?:不含|不包括|不包含|剔除|扣除)[^，。；（）\d]{0,16})$/.exec(
    text.slice(Math.max(0, start - 22), start),
  )?.[1];
  if (words !== undefined && /^为?\d/.test(text.slice(end, end + 2))) return `${words}${text.slice(start, end)}`;
  return text.slice(start, end).endsWith("事业收入") ? LEAVES_FEES_OUT.exec(text.slice(end, end + 36))?.[1] : undefined;
}

/** 事业收入（不含财政专户管理教育收费）82万元: what is left when the fees that the table counts as 事业收入 are told beside it. */
const LEAVES_FEES_OUT =
  /^（((?:不含|不包括|不包含|剔除|扣除)[^，。；（）\d]{0,10}(?:专户|教育收费|教育事业收费)[^，。；（）\d]{0,12})）(?:决算)?(?:数)?为?(?=\d)/;

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

/** 因公出国（境）费16.8万元。其中：住宿费4.2万元、…培训费2万元: what the missions paid for training, beside 培训费. */
function isPartOfMission({ inParts, lastBound }: Reading, { concept, dimensions }: SubjectPhrase): boolean {
  return (
    inParts &&
    concept === "three-public" &&
    (dimensions?.item === "training" || dimensions?.item === "meetings") &&
    lastBound?.concept === "three-public" &&
    lastBound.dimensions.item === "overseas" &&
    lastBound.dimensions.label !== undefined
  );
}

/** 机关运行经费190万元，其中：…会议费2万元、公务用车运行维护费22.5万元: what of them went there, beside what other money paid. */
function isPartOfCosts(r: Reading, { concept, dimensions }: ConceptKey): boolean {
  // 机关运行经费主要用于办公费8.6万元、邮电费5.3万元、公务用车运行维护费11.4万元
  const inUses =
    r.lastBound?.concept === "operating-costs" &&
    r.lastBound.dimensions.label !== undefined &&
    !/均/.test(r.lastBound.dimensions.label);
  return (
    r.base?.concept === "operating-costs" &&
    (r.inParts || r.outside.length > 0 || inUses) &&
    concept === "three-public" &&
    ["meetings", "training", "vehicle-running", "receptions", "overseas"].includes(dimensions.item ?? "")
  );
}

/** 总收入246.8万元，其中人员经费168.3万元，公用经费12.5万元: what it was given for, beside what was spent. */
function isPartOfRevenue({ inParts, lastBound }: Reading, { dimensions }: ConceptKey): boolean {
  if (!inParts || dimensions.group === undefined || lastBound?.dimensions.measure !== undefined) return false;
  if (/^(?:total-receipts|revenue)$/.test(lastBound?.concept ?? "")) return true;
  return lastBound?.concept === "project-amount" && /^(?:人员|日?常?公用)/.test(lastBound.dimensions.label ?? "");
}

/** 其中：局本级支出4225万元，市社会福利院支出2535万元: what one of the department's units spent, not the department. */
function ofUnit(r: Reading, key: ConceptKey, start: number): ConceptKey {
  if (key.dimensions.label !== undefined || conceptOf(key.concept)?.kind !== "money") return key;
  const unit = unitBefore(r, start);
  return unit === undefined ? key : withLabel(key, unit);
}

/** 人均因公出国（境）费用, 车均运行维护费: not the quantity, but what of it falls to each. */
const OF_EACH = new RegExp(`(?:${AVERAGE_WORDS})(?:支出|公务)?$`);

function averageOf(r: Reading, key: ConceptKey, start: number): ConceptKey {
  const label = OF_EACH.exec(r.view.text.slice(Math.max(0, start - 6), start))?.[0];
  return label === undefined ? key : withLabel(key, label);
}

/**
 * 公务用车购置费43.28万元，更新购置2辆，平均每辆21.64万元: what each of those bought cost; 团组2个、累计3人次，人均4.36万元: of each of those told
 * last, whom the words alone would take for guests.
 */
function ofThoseTold(r: Reading, key: ConceptKey, words: string): ConceptKey {
  if (key.concept !== "three-public") return key;
  if (/(?:列支|开支|负担|安排)$/.test(words) && r.subject?.concept === key.concept) {
    const { label: _, ...spoken } = r.subject.dimensions;
    return { concept: key.concept, dimensions: spoken };
  }
  const [, told] = /^(mission|meeting|training)/.exec(r.lastBound?.concept ?? "") ?? [];
  const item =
    told === undefined ? undefined : { mission: "overseas", meeting: "meetings", training: "training" }[told];
  if (item !== undefined && key.dimensions.item === "receptions")
    return { concept: key.concept, dimensions: { ...key.dimensions, item } };
  if (!/每辆|[车辆]均/.test(words)) return key;
  const last = r.amounts.findLast(
    ({ concept, dimensions: { measure } }) => concept === key.concept && measure === undefined,
  );
  // 购置费71.68万元（预算72万元，完成99.56%），平均每辆23.89万元: nothing of the cars that are run has been told yet.
  return last?.dimensions.item === "vehicle-purchase" &&
    /^(?:vehicles-bought|three-public)$/.test(r.lastBound?.concept ?? "")
    ? { concept: key.concept, dimensions: { ...key.dimensions, item: "vehicle-purchase" } }
    : key;
}

function withLabel({ concept, dimensions }: ConceptKey, label: string): ConceptKey {
  return { concept, dimensions: { ...dimensions, label } };
}

/** 占总支出的, 占一般公共预算财政拨款总支出的: what was spent in the year, carry-over left aside. */
export function ofTheYear(r: Reading, start: number, end: number): ConceptKey | undefined {
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
export function isForeignTotal(r: Reading, phrase: SubjectPhrase): boolean {
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
export function isRefinedBy(r: Reading, key: ConceptKey): boolean {
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

/** The whole of a share is what its words say, without the section's fund: 占本年支出合计的. */
export function resolve(r: Reading, phrase: SubjectPhrase, isWhole: boolean, at: number): ConceptKey {
  const around = r.outside.at(-1)?.figure;
  if (phrase.concept === HEAD) {
    // 年末结转和结余571.49万元（其中一般公共预算530.70万元，政府性基金40.79万元）: of the amount before the parenthesis, by fund.
    if (around && !isWhole && phrase.dimensions?.fund !== undefined && around.dimensions.measure === undefined)
      return { concept: around.concept, dimensions: { ...around.dimensions, ...phrase.dimensions } };
    const carried = isWhole ? undefined : carriedOver(r, at);
    if (carried && phrase.dimensions?.fund !== undefined)
      return { concept: carried.concept, dimensions: { ...carried.dimensions, ...phrase.dimensions } };
    // 项目支出738.24万元，共9个项目，其中财政拨款715.63万元: that part of what was spent so.
    const spent = isWhole || !r.inParts ? undefined : r.amounts.at(-1);
    if (spent?.concept === "expenditure" && keyText("", spent.dimensions) === "{nature=project}")
      return { concept: spent.concept, dimensions: { ...spent.dimensions, ...phrase.dimensions } };
    // 项目支出按资金来源又可分为：一般公共预算安排1789.30万元
    const bySource = /(基本|项目)支出按(?:照)?资金来源[^。]*$/.exec(sentenceBefore(r, at))?.[1];
    if (!isWhole && bySource !== undefined)
      return {
        concept: "expenditure",
        dimensions: { ...phrase.dimensions, nature: bySource === "基本" ? "basic" : "project" },
      };
    // 当年收到政府性基金预算财政拨款52.75万元
    const cameIn = /(?:收到|取得|拨入)(?:的)?$/.test(r.view.text.slice(Math.max(0, at - 4), at));
    const concept = cameIn || (r.head && /receipts|revenue/.test(r.head.concept)) ? "revenue" : "expenditure";
    return { concept, dimensions: phrase.dimensions ?? {} };
  }
  const { base } = r;
  const own = ofTheBudget(r, phrase, at);
  // 20万元（其中：一般公共预算支出20万元；…）: the parts of the amount before the parenthesis, by fund.
  if (
    around &&
    own.fund !== undefined &&
    own.nature === undefined &&
    !/^(?:revenue|expenditure|total-)/.test(around.concept)
  )
    return { concept: around.concept, dimensions: { ...around.dimensions, fund: own.fund } };
  // 高中教育（项）支出2994万元（基本支出2818.43万元、项目支出175.57万元）: of the account before the parenthesis.
  if (
    around?.concept === phrase.concept &&
    !isWhole &&
    own.nature !== undefined &&
    around.dimensions.functional !== undefined &&
    around.dimensions.measure === undefined
  )
    return { concept: around.concept, dimensions: { ...around.dimensions, ...own } };
  // 货物70万元（授予中小企业60万元，占85.71%）: of what those goods cost.
  const kind = around?.dimensions.measure === undefined ? around?.dimensions.item : undefined;
  if (own.item === "sme" && around?.concept === "procurement" && /^(?:goods|works|services)$/.test(kind ?? ""))
    return { concept: around.concept, dimensions: { ...own, item: `sme-${kind}` } };
  if (VEHICLE_KINDS.includes(phrase)) {
    const concept = vehiclesOf(r.subject);
    // 部门预算安排购置车辆1辆，其中：…其他用车1辆: of those that are to be bought, beside what is held.
    const bought = concept === "state-vehicles" ? BUYS_VEHICLES.exec(sentenceBefore(r, at))?.[1] : undefined;
    if (bought !== undefined) return { concept, dimensions: { ...own, label: bought } };
    return { concept: concept === "vehicle-purchase-amount" ? "vehicles-bought" : concept, dimensions: own };
  }
  const inherited: { fund?: NonNullable<Dimensions["fund"]>; nature?: NonNullable<Dimensions["nature"]> } = {};
  // 占本年支出合计的 is of everything; 占基本支出的 of the section's own.
  if (phrase.inherit !== undefined && (!isWhole || own.nature !== undefined || own.group !== undefined)) {
    const told =
      (base?.dimensions.fund === "appropriation" && !ofSeveralFunds(r, phrase)) || isOtherFund(base, r.fund)
        ? r.fund
        : undefined;
    // 政府性基金预算财政拨款收入64.6万元，支出56万元，年末结转8.6万元, under a heading of no fund
    const flow = r.firstOfSentence?.concept === "revenue" ? r.firstOfSentence.dimensions.fund : undefined;
    // Under a heading of no fund: of the one that the amount before 其中 is of.
    const parts = r.inParts && !isWhole && own.nature !== undefined ? r.partsFund : undefined;
    const fund = told ?? (base === undefined && !isWhole ? (parts ?? flow) : (base?.dimensions.fund ?? parts));
    if (fund !== undefined && own.fund === undefined) inherited.fund = fund;
    if (phrase.inherit === "fund-and-nature") inherited.nature = "basic";
  }
  // 高中教育（项）：支出决算2850.6万元，其中基本支出2600.6万元: of that item.
  const { functional } = r.head?.dimensions ?? {};
  const ofItem =
    !isWhole &&
    r.inParts &&
    own.nature !== undefined &&
    (functional?.length ?? 0) > 4 &&
    r.section === "general-expenditure.items"
      ? { functional: functional! }
      : {};
  const meant = !isWhole && phrase.concept === "expenditure" && own.nature !== undefined ? itemMeant(r, at) : undefined;
  return { concept: phrase.concept, dimensions: { ...inherited, ...ofItem, ...meant, ...own } };
}

/** As far as the list goes on in its sentence. */
const BUYS_VEHICLES =
  /(购置|新购|更新|购买|新增)(?:公务)?(?:车辆|用车)(?:共|共计|为)?\d+辆[，（：]?其中(?![^。；\n]*(?:共有|实有|保有|现有))[^。；\n]*$/;

/** 年末财政拨款结转结余955.01万元，其中一般公共预算941.30万元、政府性基金预算13.71万元: the funds of what was carried over. */
function carriedOver(r: Reading, at: number): ConceptKey | undefined {
  const { lastBound, inParts } = r;
  if (!inParts || !lastBound?.concept.endsWith("carry-over") || lastBound.dimensions.measure !== undefined)
    return undefined;
  const words = r.view.text.slice(r.lastNumberEnd, at);
  const { fund } = lastBound.dimensions;
  // 一般公共预算40万元（公益性公墓建设），政府性基金14.22万元
  const goesOn = fund !== undefined && fund !== "appropriation" && /^(?:（[^（）\d]{1,24}）)?[，、；和]$/.test(words);
  return goesOn || /^[，；]?其中：?$/.test(words) ? lastBound : undefined;
}

/** 其中：一般公共预算财政拨款3200万元，政府性基金预算财政拨款300万元，年初结转和结余41万元: of both, not of the one told last. */
function ofSeveralFunds({ amounts }: Reading, phrase: SubjectPhrase): boolean {
  if (!phrase.concept.endsWith("carry-over")) return false;
  const ofFunds = amounts.filter(({ dimensions: { fund } }) => fund !== undefined && fund !== "appropriation");
  // 一般公共预算…本年收入4000万元、年初结转300万元，政府性基金预算…本年收入1900万元、年初结转100万元: each has its own.
  if (ofFunds.some(({ concept }) => concept === phrase.concept)) return false;
  const funds = ofFunds.map(({ dimensions }) => dimensions.fund);
  return new Set(funds).size > 1;
}

/** 国有资本经营预算财政拨款本年收入…，本年支出… in a section that tells government funds too: of the one that the paragraph named. */
function isOtherFund(base: ConceptKey | undefined, told: Dimensions["fund"]): boolean {
  const { fund } = base?.dimensions ?? {};
  return (
    (fund === "government-fund" && told === "state-capital") || (fund === "state-capital" && told === "government-fund")
  );
}

/** Which vehicles a kind is of: after 公务用车购置费18万元 those bought, elsewhere all that the department has. */
function vehiclesOf(subject: ConceptKey | undefined): string {
  if (subject?.concept === "three-public" && subject.dimensions.item === "vehicle-purchase") return "vehicles-bought";
  return subject && /vehicle/.test(subject.concept) ? subject.concept : "state-vehicles";
}

/** Under 一般公共预算财政拨款支出决算 the words 财政拨款支出 mean that budget's: the heading has said which. */
function ofTheBudget(r: Reading, phrase: SubjectPhrase, at: number): Dimensions {
  const own = phrase.dimensions ?? {};
  return own.fund === "appropriation" &&
    r.base?.dimensions.fund === "general" &&
    /^(?:expenditure|opening-carry-over|closing-carry-over)$/.test(phrase.concept) &&
    /^(?:general-expenditure|basic-expenditure)/.test(r.section ?? "") &&
    !isDividedByFund(r, at)
    ? { ...own, fund: "general" }
    : own;
}

const PARTS_BY_FUND = ["一般公共预算", "政府性基金"].map(
  (fund) => new RegExp(`${fund}(?:预算)?(?:财政)?(?:拨款)?(?:支出)?(?:决算)?[数为]{0,2}\\d`),
);

/** 财政拨款支出3424.92万元，…。其中一般公共预算财政拨款支出3381.09万元，政府性基金预算财政拨款支出43.83万元: of both, under any heading. */
function isDividedByFund({ view: { text } }: Reading, at: number): boolean {
  const follows = text.slice(at, at + 400).split("\n", 1)[0]!;
  return PARTS_BY_FUND.every((part) => part.test(follows));
}
