import type { BoundFigure } from "../../../facts/disclosure.ts";
import { type ConceptKey, keyText } from "../../../facts/key.ts";
import type { NumberToken } from "../../numbers.ts";
import { sentenceBefore } from "../../places.ts";
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
  if (!/^，(?:同比)?分别[^，。；\d]{2,4}$/.test(between(r, number))) return undefined;
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

const keyOf = ({ concept, dimensions }: BoundFigure): ConceptKey => ({ concept, dimensions });

function different(keys: readonly ConceptKey[]): readonly ConceptKey[] | undefined {
  const texts = new Set(keys.map(({ concept, dimensions }) => keyText(concept, dimensions)));
  return texts.size === keys.length ? keys : undefined;
}
