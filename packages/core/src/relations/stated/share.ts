import type { BoundFigure } from "../../facts/disclosure.ts";
import { keyText } from "../../facts/key.ts";
import { formatTicks, isRateOf, readingOf, TICKS, type Reading } from "../../figure/interval.ts";
import { isAmount, printed } from "../amounts.ts";
import { ARITHMETIC } from "../numeric/terms.ts";
import { perContext } from "../per-context.ts";
import { placeOf } from "../place.ts";
import type { CheckContext, Judgement, Relation, RelationExamples } from "../relation.ts";
import { isKnown, mentionsOf, type Mention } from "./mentions.ts";

/** …支出608.44万元，占项目支出的25.50%: a share right behind an amount is the share of that amount, whatever it is of. */
const SHARE = /^，占((?![的比])[^，。；：\d]{3,24}?)(?:的)?(?:比重|比例)?(?:为|约)?$/;

/** What may stand between the name of an amount and the amount. */
const BEHIND_NAME = /(?:总额|合计|总计|共计|决算数|金额|数|为|共|的)+$/;
const bare = (name: string): string => name.replace(BEHIND_NAME, "");

/** 占到位债券资金的: that the money came is no part of its name. */
const ARRIVED = /^(?:已|实际)*(?:到位|下达|拨付)的?(?=.{3})/;

const amountsOf = perContext((context): readonly { readonly bound: BoundFigure; readonly name: string }[] =>
  mentionsOf(context)
    .flat()
    .flatMap(({ bound, words, kind }) =>
      bound && kind === "money" && isAmount(bound) ? [{ bound, name: bare(words) }] : [],
    ),
);
const looked = perContext(() => new Map<string, BoundFigure | undefined>());

/** The one amount that a document calls so; undefined where it calls two different ones so, or none. */
function calledSo(context: CheckContext, name: string): BoundFigure | undefined {
  const known = looked(context);
  if (!known.has(name))
    known.set(name, alike(amountsOf(context).flatMap((own) => (own.name.endsWith(name) ? [own.bound] : []))));
  return known.get(name);
}

/** One of figures that are all printed alike, or to other decimals. */
function alike(figures: readonly BoundFigure[]): BoundFigure | undefined {
  const readings = figures.flatMap((figure) => readingOf(figure) ?? []);
  const low = Math.max(...readings.map((reading) => reading.low));
  const high = Math.min(...readings.map((reading) => reading.high));
  return readings.length === figures.length && low <= high
    ? figures.toSorted((one, other) => other.decimals - one.decimals)[0]
    : undefined;
}

/** What a share is taken of: by what it was read to measure, else by the words. */
function wholeOf(context: CheckContext, { bound }: Mention, name: string): BoundFigure | undefined {
  const { of } = bound?.dimensions ?? {};
  if (of === undefined) return calledSo(context, bare(name).replace(ARRIVED, ""));
  return alike((context.facts.get(of) ?? []).filter(({ unknownWords }) => unknownWords === undefined));
}

/** Whether a percentage is that of one number of the passage in another one of it: then something else was meant. */
function isOfOthers(rate: Reading, before: readonly Mention[], whole: Reading): boolean {
  const amounts = before.flatMap(({ figure, kind }) => (kind === "money" ? (readingOf(figure) ?? []) : []));
  return amounts.some(
    (part) =>
      isRateOf(rate, part.middle, whole.middle) ||
      amounts.some((other) => other.middle > part.middle && isRateOf(rate, part.middle, other.middle)),
  );
}

function* judge(context: CheckContext): Iterable<Judgement> {
  for (const mentions of mentionsOf(context)) {
    for (const [index, share] of mentions.entries()) {
      if (share.kind === "percent" && isOverWhole(context, share)) yield overWhole(share);
      const part = mentions[index - 1];
      const [, name] = (share.kind === "percent" && SHARE.exec(share.words)) || [];
      if (!part || name === undefined || part.kind !== "money" || (isKnown(share) && isKnown(part))) continue;
      const whole = wholeOf(context, share, name);
      if (whole && whole.id !== part.bound?.id) yield* judgementOf(share, part, whole, mentions.slice(0, index));
    }
  }
}

/** 货物采购授予中小企业合同金额占货物支出金额的: a part by its own name, of which more than all is nothing. */
const OF_CONTRACTS = /(?:中小|小微)企业[^，。；：\d占]{0,12}占[^，。；：\d]{2,24}?的(?:比重|比例)?(?:为|约)?$/;

function isOverWhole({ facts }: CheckContext, { words, figure, bound }: Mention): boolean {
  if (!OF_CONTRACTS.test(words) || Number(figure.value) <= 100) return false;
  if (bound === undefined) return true;
  // Where the amount is printed as well, the share is judged by it.
  const { measure: _, of: __, ...rest } = bound.dimensions;
  return facts.get(keyText(bound.concept, rest)) === undefined;
}

function overWhole(share: Mention): Judgement {
  const place = placeOf(share.figure.source);
  const words = share.words.replace(/^.*[，。；：]/, "");
  return {
    outcome: "violated",
    message: {
      zh: `${place.zh}称${words}${printed(share.figure)}，但部分不会多于全部，占比不会大于100%`,
      en: `${place.en} prints a share of ${printed(share.figure)}, but a part is never more than the whole`,
    },
    figures: share.bound ? [share.bound.id] : [],
    sources: [share.figure.source],
    stated: printed(share.figure),
    culprits: [{ ...(share.bound && { figure: share.bound.id }), source: share.figure.source }],
    key: words,
  };
}

function* judgementOf(
  share: Mention,
  part: Mention,
  whole: BoundFigure,
  before: readonly Mention[],
): Iterable<Judgement> {
  const [rate, amount, all] = [share.figure, part.figure, whole].map(readingOf);
  if (!rate || !amount || !all || all.middle === 0) return;
  const sources = [share.figure.source, part.figure.source, whole.source];
  const figures = [share, part].flatMap(({ bound }) => bound?.id ?? []).concat(whole.id);
  if (isRateOf(rate, amount.middle, all.middle)) {
    yield { outcome: "holds", sources, figures };
    return;
  }
  // Money printed to few digits, and small beside its rounding, gives no rate.
  const [low, high] = [(amount.low / all.high) * 100 * TICKS, (amount.high / all.low) * 100 * TICKS];
  if ((rate.low <= high && low <= rate.high) || isOfOthers(rate, before, all)) return;
  const expected = formatTicks((amount.middle / all.middle) * 100 * TICKS, "percent", share.figure.decimals);
  const should = printed({ ...share.figure, text: expected });
  const place = placeOf(share.figure.source);
  yield {
    outcome: "violated",
    message: {
      zh: `${place.zh}称${printed(part.figure)}占${printed(whole)}的${printed(share.figure)}，但${part.figure.text}÷${whole.text}≈${should}`,
      en: `${place.en} says that ${printed(part.figure)} is ${printed(share.figure)} of ${printed(whole)}, but ${part.figure.text} ÷ ${whole.text} ≈ ${should}`,
    },
    figures,
    sources,
    stated: printed(share.figure),
    expected: should,
    culprits: [{ ...(share.bound && { figure: share.bound.id }), source: share.figure.source, expected }],
    key: `${part.words}|${share.words}`,
  };
}

const SHARES = (share: string): string =>
  `三、支出决算情况说明\n本年支出合计3000.00万元，其中：基本支出600.00万元，占20.00%；项目支出2400.00万元，占80.00%。\n十、项目支出情况说明\n基本公共卫生服务补助608.44万元，占项目支出的${share}%。`;

const CONTRACTS = (share: string): string =>
  `十二、政府采购支出情况\n政府采购支出总额500.00万元。授予中小企业合同金额400.00万元，占政府采购支出总额的80.00%，工程采购授予中小企业合同金额占工程支出金额的${share}%。`;

export const STATED_SHARE: Relation = {
  id: "narrative.share-of-named",
  title: { zh: "单个项目占比与金额不符", en: "The share of a single project does not follow from its amount" },
  basis: ARITHMETIC,
  severity: "warning",
  form: "agreement",
  byForm: true,
  purpose: {
    zh: "金额后紧接着写“占某某的百分之几”的，这个百分比应当由这个金额和文件中唯一叫这个名称的金额算得出，不问这个金额是什么；授予中小企业的合同金额占采购支出的比例不会大于100%。",
    en: "A share printed right behind an amount follows from it and from the one amount that the document calls so, whatever the amount is; contracts with small and medium enterprises are no more than all procurement.",
  },
  leavesOut: {
    zh: "文件中叫这个名称的金额不止一个的，不判断；百分比与同一段其他金额相符的，不判断；已由其他关系核对的，不再核对。",
    en: "Not judged where the document calls several amounts so, where the share is that of another amount of the passage, or where other relations judge it.",
  },
  judge,
};

export const EXAMPLES: RelationExamples = () => ({
  [STATED_SHARE.id]: [
    { text: SHARES("25.35"), holds: true, fiscalYear: 2023 },
    { text: CONTRACTS("86.65"), holds: true, fiscalYear: 2023 },
    { text: CONTRACTS("106.65"), holds: false, message: "不会大于100%", fiscalYear: 2023 },
    { text: SHARES("28.35"), holds: false, message: "608.44÷2400.00≈25.35%", fiscalYear: 2023 },
  ],
});
