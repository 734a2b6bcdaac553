import { conceptOf } from "../../facts/concepts.ts";
import type { Direction } from "../../facts/disclosure.ts";
import { type ConceptKey, keyText } from "../../facts/key.ts";
import type { NumberToken } from "../numbers.ts";
import { sentenceBefore, tokensIn } from "../places.ts";
import { ANNEX_LIKE, type Reading } from "../state.ts";
import { resolve } from "../subjects.ts";
import { between, withMeasure } from "./measures.ts";

// 基本支出和项目支出分别为2000万元和1000万元，分别比上年增加100万元和50万元: the quantities that the words name one after the other, and what is told of each
// in their order, as far as there are as many numbers as names.

const REACH = 200;
/** What may stand between the last name and 分别为. */
const TOLD =
  /^(?:的)?(?:一般公共预算)?(?:财政拨款)?(?:支出|收入)?(?:(?<budget>(?:年初|全年|调整后?)?预算)|决算)?(?:支出)?(?:数|额|金额)?$/;
/** 决算分别为, 年初预算数分别为, 上年分别为: the same again. */
const AGAIN =
  /^[，；](?:(?<last>上年度?|去年)|(?:支出)?(?:(?<budget>(?:年初|全年|调整后?)?预算)|决算))(?:支出)?(?:决算)?(?:数|额|金额)?分别(?:为|是)$/;

/** The amounts of a row that 分别为 opens, one for each of the names before it; `at` is where 分别为 begins. */
export function amountsOfNamed(r: Reading, number: NumberToken, count: number, at: number): ConceptKey[] | undefined {
  const again = AGAIN.exec(between(r, number));
  if (again && r.named?.length === count) return r.named.map((key) => told(key, again.groups!));
  const named = namesBefore(r, at);
  if (named?.keys.length !== count) return undefined;
  r.named = named.keys;
  r.subject = named.keys.at(-1);
  r.cue = undefined;
  return named.keys.map((key) => told(key, { budget: named.budget }));
}

export function told(
  { concept, dimensions }: ConceptKey,
  { budget, last }: { readonly budget?: string | undefined; readonly last?: string | undefined },
): ConceptKey {
  if (last !== undefined) return { concept, dimensions: { ...dimensions, period: "previous" } };
  if (budget === undefined) return { concept, dimensions };
  const stage = budget.startsWith("年初")
    ? "original-budget"
    : /^(?:全年|调整)/.test(budget)
      ? "adjusted-budget"
      : "budget";
  return { concept, dimensions: { ...dimensions, stage } };
}

/** What the words name one after the other up to a place, and the budget that they say is told of it. */
export function namesBefore(
  r: Reading,
  at: number,
  isToldSo: (concept: string) => boolean = isMoney,
): { keys: readonly ConceptKey[]; budget: string | undefined } | undefined {
  const { text } = r.view;
  const tokens = tokensIn(r, at - REACH, at).flatMap((token) =>
    token.type === "subject" && token.end <= at ? [token] : [],
  );
  const last = tokens.at(-1);
  const said = last && TOLD.exec(text.slice(last.end, at));
  if (!said) return undefined;
  const keys: ConceptKey[] = [];
  let next = at;
  for (const token of tokens.toReversed()) {
    if (next !== at && !/^(?:支出|收入|金额|决算|[数额])*(?:[、和及与]|以及)$/.test(text.slice(token.end, next))) break;
    // Heads of funds and labelled kinds are not told so.
    if (token.phrase.labelled || !isToldSo(token.phrase.concept)) return undefined;
    keys.unshift(resolve(r, token.phrase, false, token.start));
    next = token.start;
  }
  // 年初、年末财政拨款结转和结余分别为30万元和10万元: the first is called by its end of the year alone.
  const [first] = keys;
  const [, opens] =
    /(?:^|[，。；：、\n\d度])((?:年初|上年)[、和与及])$/.exec(text.slice(Math.max(0, next - 6), next)) ?? [];
  if (opens !== undefined && first?.concept === "closing-carry-over") {
    keys.unshift({ concept: "opening-carry-over", dimensions: first.dimensions });
    next -= opens.length;
  }
  // 上年基本支出和项目支出分别为
  if (/(?:上年度?|去年|(?:19|20)\d{2}年?)的?$/.test(text.slice(Math.max(0, next - 5), next)) && !isOfThisYear(r, next))
    return undefined;
  const different = new Set(keys.map(({ concept, dimensions }) => keyText(concept, dimensions)));
  return keys.length > 1 && different.size === keys.length ? { keys, budget: said.groups!["budget"] } : undefined;
}

const isMoney = (concept: string): boolean => conceptOf(concept)?.kind === "money";

function isOfThisYear(r: Reading, at: number): boolean {
  return (
    r.context.fiscalYear !== undefined && r.view.text.slice(Math.max(0, at - 6), at).includes(`${r.context.fiscalYear}`)
  );
}

const ROW = {
  change: /^\d[\d.,]*[万亿]?元(?:[、，和及](?:增加|减少|增长|下降|降低|上升|压减)?了?\d[\d.,]*[万亿]?元)+/,
  growth: /^\d[\d.,]*%(?:[、，和及](?:增加|减少|增长|下降|降低|上升|压减)?了?\d[\d.,]*%)+/,
} as const;
const NEXT = /^[、，和及]((?:增加|减少|增长|下降|降低|上升|压减)?)了?$/;

/** 分别比上年减少0.5万元、3万元、1万元: by how much each of those named before changed. */
export function changeOfNamed(
  r: Reading,
  number: NumberToken,
  measure: "change" | "growth",
): (ConceptKey & { direction?: Direction }) | undefined {
  const going = r.changes;
  const [, word] = (going?.measure === measure && NEXT.exec(between(r, number))) || [];
  if (going && word !== undefined) {
    const key = going.left.shift();
    if (going.left.length === 0) r.changes = undefined;
    if (key === undefined) return undefined;
    const direction = word === "" ? going.direction : /[增升]/.test(word) ? "increase" : "decrease";
    r.cue = undefined;
    return withMeasure(r, key, measure, direction);
  }
  r.changes = undefined;
  const { cue, view } = r;
  const goesOn = measure === "growth" ? changedRightBefore(r, number) : undefined;
  const named =
    goesOn ??
    r.named ??
    namedInTurn(r, number, measure) ??
    (measure === "growth" ? changedBefore(r, number) : undefined) ??
    toldInList(r, number, measure);
  if (named === undefined || cue?.kind !== "direction" || cue.direction === undefined) return undefined;
  if (
    goesOn === undefined &&
    !/分别[^。；\d]*(?:(?:19|20)\d{2}年度?)?[^。；\d]*$/.test(view.text.slice(r.lastNumberEnd, number.start))
  )
    return undefined;
  const row = ROW[measure].exec(view.text.slice(number.start, number.start + REACH))?.[0];
  const numbers = row === undefined ? [] : tokensIn(r, number.start, number.start + row.length);
  if (numbers.filter(({ type }) => type === "number").length !== named.length) return undefined;
  const [first, ...left] = named;
  r.changes = { measure, direction: cue.direction, left };
  r.changed = named;
  r.cue = undefined;
  return withMeasure(r, first!, measure, cue.direction);
}

/** 较上年分别增加30万元、10万元，增长5.88%、2.56%: the rates of the same, one after the other. */
function changedRightBefore(r: Reading, number: NumberToken): readonly ConceptKey[] | undefined {
  const { changed, lastBound: last } = r;
  const { measure, stage: _stage, ...own } = last?.dimensions ?? {};
  const { concept, dimensions } = changed?.at(-1) ?? {};
  if (concept === undefined || last === undefined || measure !== "change") return undefined;
  const isOfLast = keyText(last.concept, own) === keyText(concept, dimensions!);
  return isOfLast && /^，[^，。；\d]{2,4}$/.test(between(r, number)) ? changed : undefined;
}

/** 分别增加0万元和0.5万元, of which nobody knows whose they are: none of them is of what was spoken of last. */
export function isRowOfUnknownChanges(r: Reading, number: NumberToken): boolean {
  const { section, subject, view } = r;
  if (section === undefined || ANNEX_LIKE.has(section) || subject?.concept.startsWith("total-")) return false;
  const before = view.text.slice(Math.max(0, number.start - 120), number.start);
  const [, opened] = IN_ROW.exec(before) ?? [];
  if (opened === undefined) return false;
  const after = view.text.slice(number.start, number.start + REACH);
  return opened !== "" || ROW.change.test(after) || ROW.growth.test(after);
}

const IN_ROW =
  /分别[^，。；\d]{0,12}?(?:增加|减少|增长|下降|降低|上升|压减|节约)了?((?:[\d.,]+(?:[万亿]?元|%)[、和及](?:增加|减少|增长|下降|降低|上升|压减|节约)?了?)*)$/;

/** 公务用车运行维护费减少0.5万元，公务接待费减少0.5万元，分别下降9.09%和14.29%: what was told to have changed right before. */
function changedBefore(r: Reading, number: NumberToken): readonly ConceptKey[] | undefined {
  if (!/^，(?:同比)?分别[^，。；\d]{2,4}$/.test(between(r, number))) return undefined;
  const row = ROW.growth.exec(r.view.text.slice(number.start, number.start + REACH))?.[0];
  const count = row === undefined ? 0 : row.split("%").length - 1;
  // 比年初预算125万元节约5万元，比2022年130万元减少10万元，分别降低4%、7.69%: with what they are compared stands between.
  const from = r.view.offsets[number.start - sentenceBefore(r, number.start).length] ?? 0;
  const changes = r.figures
    .slice(-3 * count)
    .filter(({ dimensions, source }) => dimensions.measure === "change" && source.start >= from)
    .slice(-count);
  if (count < 2 || changes.length < count || r.lastBound !== changes.at(-1)) return undefined;
  const keys = changes.map(({ concept, dimensions: { measure: _measure, ...dimensions } }) => ({
    concept,
    dimensions,
  }));
  return new Set(keys.map(({ concept, dimensions }) => keyText(concept, dimensions))).size === count ? keys : undefined;
}

/** 基本支出A、项目支出B、经营支出C，分别增加a、b、c: three and more that were told right before. */
function toldInList(r: Reading, number: NumberToken, measure: "change" | "growth"): readonly ConceptKey[] | undefined {
  const row = ROW[measure].exec(r.view.text.slice(number.start, number.start + REACH))?.[0];
  const count = row === undefined ? 0 : row.split(measure === "growth" ? "%" : "元").length - 1;
  const told = r.amounts.slice(-count);
  if (count < 3 || told.length < count || told.at(-1) !== r.lastBound) return undefined;
  const keys = told.map(({ concept, dimensions }) => ({ concept, dimensions }));
  return new Set(keys.map(({ concept, dimensions }) => keyText(concept, dimensions))).size === count ? keys : undefined;
}

/** “三公”经费、公务用车购置及运行维护费、公务接待费分别节约3万元、2万元和1万元: three and more that the words name right before. */
function namedInTurn(r: Reading, number: NumberToken, measure: "change" | "growth"): readonly ConceptKey[] | undefined {
  const { text } = r.view;
  const row = ROW[measure].exec(text.slice(number.start, number.start + REACH))?.[0];
  const count = row === undefined ? 0 : row.split(measure === "growth" ? "%" : "元").length - 1;
  const said = /分别[^，。；\d]{2,4}$/.exec(text.slice(Math.max(0, number.start - 8), number.start))?.[0];
  if (count < 3 || said === undefined) return undefined;
  const keys = namesBefore(r, number.start - said.length)?.keys;
  if (keys?.length !== count) return undefined;
  r.named = keys;
  return keys;
}
