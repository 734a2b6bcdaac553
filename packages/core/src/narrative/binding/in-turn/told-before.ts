import type { BoundFigure } from "../../../facts/disclosure.ts";
import { type ConceptKey, keyText } from "../../../facts/key.ts";
import { measurableOf } from "../../../figure/interval.ts";
import type { NumberToken } from "../../numbers.ts";
import { boundLast, sentenceBefore } from "../../places.ts";
import type { Reading } from "../../state.ts";
import { between } from "../measures.ts";

// What figures in turn are of where the words right before them name nothing: the figures that the sentence has told last, as many as there are.

/** 财政拨款收入占99.42%，其他收入占0.58%，分别为14399.36万元和84.42万元: what the shares right before are of, one each. */
export function sharesBefore(r: Reading, count: number, at: number): ConceptKey[] | undefined {
  const shares = r.figures.slice(-count);
  if (count < 2 || shares.length < count || r.view.text.slice(r.lastNumberEnd, at) !== "，") return undefined;
  if (shares.some(({ dimensions }) => dimensions.measure !== "share")) return undefined;
  return shares.map(({ concept, dimensions }) => {
    const { measure: _measure, of: _of, ...rest } = dimensions;
    return { concept, dimensions: rest };
  });
}

/** 公务用车运行维护费减少0.5万元，公务接待费减少0.5万元，分别下降9.09%和14.29%: what was told to have changed right before. */
export function changesBefore(r: Reading, number: NumberToken, count: number): readonly ConceptKey[] | undefined {
  if (!/^，(?:同比)?(?:[增减降]幅)?(?:分别|依次)[^，。；\d]{1,4}$/.test(between(r, number))) return undefined;
  // 比年初预算125万元节约5万元，比2022年130万元减少10万元，分别降低4%、7.69%: with what they are compared stands between.
  const from = r.view.offsets[number.start - sentenceBefore(r, number.start).length] ?? 0;
  const changes = r.figures
    .slice(-3 * count)
    .filter(({ dimensions, source }) => dimensions.measure === "change" && source.start >= from)
    .slice(-count);
  if (changes.length < count || r.lastBound !== changes.at(-1)) return undefined;
  return different(
    changes.map(({ concept, dimensions: { measure: _measure, ...dimensions } }) => ({ concept, dimensions })),
  );
}

/** …分别增加120万元、130万元，增长4.84%、5.22%: the rates of the same. */
export function goesOnInTurn(r: Reading, number: NumberToken, count: number): readonly ConceptKey[] | undefined {
  const { lastBound, named } = r;
  if (named?.length !== count || number.unit !== "percent" || lastBound?.dimensions.measure !== "change")
    return undefined;
  const { measure: _measure, stage: _stage, ...own } = lastBound.dimensions;
  const last = named.at(-1)!;
  const isOfLast = keyText(lastBound.concept, own) === keyText(last.concept, last.dimensions);
  return isOfLast && /^，[^，。；\d]{2,4}$/.test(between(r, number)) ? named : undefined;
}

/** 基本支出A、项目支出B、经营支出C，分别增加a、b、c: three and more amounts that were told right before. */
export function amountsBefore(r: Reading, count: number): readonly ConceptKey[] | undefined {
  const told = r.amounts.slice(-count);
  if (count < 3 || told.length < count || told.at(-1) !== r.lastBound) return undefined;
  return different(told.map(keyOf));
}

/** 收入A万元，支出B万元，分别增加C万元和D万元: the first two of the sentence. */
export function pairBefore({ amounts, inParts }: Reading): readonly ConceptKey[] | undefined {
  // 支出合计940万元，其中：基本支出540万元、项目支出400万元，分别…: the parts, and not the sum with the first of them.
  const [first, second] = inParts && amounts.length > 2 ? amounts.slice(-2) : amounts;
  if (!first || !second) return undefined;
  // 收入总计A万元，支出总计B万元，分别下降C%、D%
  const isOfTotals = first.concept === "total-receipts" && second.concept === "total-disbursements";
  return isOfTotals || !first.concept.startsWith("total-") ? [keyOf(first), keyOf(second)] : undefined;
}

/** 对9个政府性基金预算项目、1个国有资本经营预算项目开展自评，涉及金额分别为…: what was spent on those that were counted right before. */
export function projectsCounted(r: Reading, count: number): ConceptKey[] | undefined {
  const counted = r.figures.slice(-count);
  const isOfProjects = counted.every(({ concept, unit }) => concept === "performance-projects" && unit === "count");
  if (
    counted.length < count ||
    !isOfProjects ||
    !/^[^。；\n\d]*(?:金额|资金|经费)/.test(r.view.text.slice(r.lastNumberEnd))
  )
    return undefined;
  return different(counted.map(({ dimensions }) => ({ concept: "performance-amount", dimensions })))?.slice();
}

const NUMERALS = "零一两三四五六七八九";
const ITEMS =
  /(?:^|[，。；：\n])(?:以上|上述|这)?(?:[一-龥]{0,6}?)(?<count>[二两三四五六])(?:项|者|类)(?:收入|支出|经费|费用)?(?:决算)?(?:[较比与同](?:上年|去年|20\d{2}年)度?(?:相比)?，?)?占?比?$/;

/** 三项收入分别较上年减少…, 三者占比依次为…: as many amounts as the words count, told last in the paragraph. */
export function ofItemsTold(r: Reading, at: number, count: number): ConceptKey[] | undefined {
  const { text } = r.view;
  const words = ITEMS.exec(text.slice(Math.max(0, at - 24), at))?.groups?.["count"];
  if (words === undefined || NUMERALS.indexOf(words.replace("二", "两")) !== count) return undefined;
  const from = r.view.offsets[text.lastIndexOf("\n", at - 1) + 1] ?? 0;
  const told = boundLast(r).filter(
    ({ unit, source, dimensions: { measure, stage, period, label } }) =>
      source.start >= from && measurableOf(unit) === "money" && (measure ?? stage ?? period ?? label) === undefined,
  );
  const last = told.slice(-count);
  return last.length < count ? undefined : different(last.map(keyOf))?.slice();
}

const keyOf = ({ concept, dimensions }: BoundFigure): ConceptKey => ({ concept, dimensions });

function different(keys: readonly ConceptKey[]): readonly ConceptKey[] | undefined {
  const texts = new Set(keys.map(({ concept, dimensions }) => keyText(concept, dimensions)));
  return texts.size === keys.length ? keys : undefined;
}
