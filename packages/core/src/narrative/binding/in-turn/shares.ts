import { firstAtLeast } from "../../../document/sorted.ts";
import type { BoundFigure } from "../../../facts/disclosure.ts";
import { type ConceptKey, keyText } from "../../../facts/key.ts";
import { isRateOf, readingOf } from "../../../figure/interval.ts";
import type { NumberToken } from "../../numbers.ts";
import type { Reading } from "../../state.ts";
import { namesBefore } from "./named.ts";
import { type Place, rowFrom, tellInTurn } from "./row.ts";

/**
 * 基本支出934.56万元，项目支出300万元，分别占支出合计的75.7%、24.3%: shares in a row are of the amounts told last, one each, in their order,
 * where the printed amounts give most of them.
 */
export function shareInTurn(
  r: Reading,
  number: NumberToken,
  wholeOf: (part: ConceptKey) => ConceptKey | undefined,
): ConceptKey | undefined {
  const { text } = r.view;
  // 因公出国（境）费和公务接待费分别为1万元和6万元，占“三公”经费的5%和30%
  if (r.cue?.kind !== "share") return undefined;
  const from = Math.max(0, number.start - 30);
  const opens = /(?:分别|依次|各(?=占))[^，。；：\d]{0,24}$/.exec(text.slice(from, number.start));
  const row = rowFrom(r, number);
  if (row.length < 2) return undefined;
  const rates = row.flatMap((place) => place.number ?? []);
  const at = opens ? from + opens.index : undefined;
  const names = at === undefined ? undefined : namesBefore(r, at)?.keys;
  for (const named of [names ?? [], r.named ?? []]) {
    const all = named.length === rates.length ? (r.whole ?? wholeOf(named[0]!)) : undefined;
    if (all) return inTurn(r, row, named, all);
  }
  const parts = toldOutside(r, rates.length);
  if (parts.length < rates.length) return undefined;
  const keys = parts.map(({ concept, dimensions }) => ({ concept, dimensions }));
  const own = r.whole ?? wholeOf(keys[0]!);
  if (own === undefined) return undefined;
  // 本年收入480万元、年初结转20万元，分别占96%、4%: one of the parts is not what all are parts of.
  const isPart = ({ concept, dimensions }: ConceptKey): boolean =>
    keys.some((part) => keyText(part.concept, part.dimensions) === keyText(concept, dimensions));
  const wholes = r.whole === undefined ? [own, ...totalsAround(own)].filter((whole) => !isPart(whole)) : [own];
  const sumOf = ({ concept, dimensions }: ConceptKey): BoundFigure | undefined => {
    const of = keyText(concept, dimensions);
    return r.figures.slice(-WITHIN).findLast((figure) => keyText(figure.concept, figure.dimensions) === of);
  };
  const isGivenBy = (sum: BoundFigure): boolean =>
    parts.filter((part, index) => isShare(part, sum, rates[index]!)).length * (opens ? 2 : 1) >= rates.length;
  const given = wholes.find((whole) => {
    const sum = sumOf(whole);
    return sum !== undefined && isGivenBy(sum);
  });
  if (given) return inTurn(r, row, keys, given);
  // 基本支出992万元，项目支出1488万元，比重为40%和60%: where no word says that they are told in turn, the amounts do.
  if (!opens) return undefined;
  // Where what they are shares of is told elsewhere, as many amounts as shares are of each other.
  const isTold = wholes.some((whole) => sumOf(whole) !== undefined);
  return isTold || r.amounts.length !== rates.length ? undefined : inTurn(r, row, keys, own);
}

/** 占78.69%、9.84%、4.92%, of which nobody knows whose they are: none of them is of what was spoken of last. */
export function isRowOfUnknownShares(r: Reading, number: NumberToken): boolean {
  const { text } = r.view;
  const before = text.slice(Math.max(0, number.start - 120), number.start);
  const [, opened] = /(?:占|比[重例])[^，。；：\n\d]{0,24}((?:[\d.]+%[、，和及与])*)$/.exec(before) ?? [];
  return opened !== undefined && (opened !== "" || rowFrom(r, number).length > 1);
}

/** 收入总计由三部分构成：财政拨款收入440万元，事业收入20万元，上年结转40万元，分别占88%、4%、8%: of all that there was, and not of the year's. */
function totalsAround({ concept, dimensions: { fund, nature } }: ConceptKey): readonly ConceptKey[] {
  const total =
    concept === "revenue" ? "total-receipts" : concept === "expenditure" ? "total-disbursements" : undefined;
  if (total === undefined) return [];
  const dimensions = fund === undefined ? {} : { fund };
  // 人员经费1000万元、公用经费200万元、项目经费750万元，占比分别为…: of all that was spent, whatever the first is a part of.
  return [...(nature === undefined ? [] : [{ concept, dimensions }]), { concept: total, dimensions }];
}

function inTurn(r: Reading, row: readonly Place[], parts: readonly ConceptKey[], whole: ConceptKey): ConceptKey {
  const of = keyText(whole.concept, whole.dimensions);
  r.whole = undefined;
  r.named = parts;
  return tellInTurn(
    r,
    row,
    parts.map(({ concept, dimensions }) => ({ concept, dimensions: { ...dimensions, measure: "share", of } })),
  );
}

/** How many figures back the amount may stand that shares are of; and amounts, those that they belong to. */
const WITHIN = 200;

/** The last amounts of the sentence that stand in no parenthesis, as many as there are shares. */
function toldOutside(r: Reading, count: number): readonly BoundFigure[] {
  const told: BoundFigure[] = [];
  for (let index = r.amounts.length - 1; index >= Math.max(0, r.amounts.length - WITHIN); index--) {
    const amount = r.amounts[index]!;
    const at = firstAtLeast(r.view.offsets, amount.source.start, (offset) => offset);
    const before = r.view.text.slice(Math.max(0, at - 120), at);
    if (before.lastIndexOf("（") <= before.lastIndexOf("）")) told.unshift(amount);
    if (told.length === count) break;
  }
  return told;
}

function isShare(part: BoundFigure, sum: BoundFigure, number: NumberToken): boolean {
  if (sum === part || sum.unit !== part.unit) return false;
  const [above, below, rate] = [readingOf(part), readingOf(sum), readingOf(number)];
  return above !== undefined && below !== undefined && rate !== undefined && isRateOf(rate, above.middle, below.middle);
}
