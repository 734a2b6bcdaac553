import type { BoundFigure } from "../facts/disclosure.ts";
import { keyText, type Dimensions } from "../facts/key.ts";
import { formatTicks, isRateOf, readingOf, TICKS, type Interval } from "../figure/interval.ts";
import { nameOfKey } from "../checking/naming.ts";
import { printed } from "./amounts.ts";
import { ARITHMETIC } from "./numeric/terms.ts";
import { placeOf } from "./place.ts";
import type { CheckContext, Judgement, Relation, RelationExamples } from "./relation.ts";

/** A budget that the document does not print, as a final amount and its completion imply it; or the printed one. */
interface Budget extends Interval {
  readonly key: string;
  readonly final?: BoundFigure;
  readonly rate?: BoundFigure;
  readonly printed?: BoundFigure;
}

const PARTS = ["overseas", "vehicles", "receptions"] as const;
const STAGES = ["budget", "original-budget", "adjusted-budget"] as const;

/** The one print of a quantity in the text, its words all known; undefined where there are two that differ. */
function told(context: CheckContext, key: string): BoundFigure | undefined {
  const figures = (context.facts.get(key) ?? []).filter(({ unknownWords }) => unknownWords === undefined);
  return new Set(figures.map(({ value, unit }) => `${value} ${unit}`)).size === 1 ? figures[0] : undefined;
}

function budgetOf(context: CheckContext, stage: (typeof STAGES)[number], item?: string): Budget | undefined {
  const of: Dimensions = item === undefined ? {} : { item };
  const key = keyText("three-public", { ...of, stage });
  const own = told(context, key);
  const reading = own && readingOf(own);
  if (own && reading) return { key, printed: own, low: reading.low, high: reading.high };
  const final = told(context, keyText("three-public", of));
  const rate = told(context, keyText("three-public", { ...of, stage, measure: "completion" }));
  const [amount, percent] = [final && readingOf(final), rate && readingOf(rate)];
  if (!final || !rate || !amount || !percent || percent.low <= 0 || amount.middle <= 0) return undefined;
  return {
    key,
    final,
    rate,
    low: (amount.low * 100 * TICKS) / percent.high,
    high: (amount.high * 100 * TICKS) / percent.low,
  };
}

/** The least budget that an amount is spent of: no one spends ten times what was planned and prints the rate. */
const MEANT = 0.1;

const middle = ({ low, high }: Interval): number => (low + high) / 2;

function* judge(context: CheckContext): Iterable<Judgement> {
  for (const stage of STAGES) {
    const whole = budgetOf(context, stage);
    const parts = PARTS.flatMap((item) => budgetOf(context, stage, item) ?? []);
    // One budget at least that nothing but a rate tells: what is printed other relations judge.
    if (!whole || parts.length === 0 || [whole, ...parts].every((budget) => budget.printed)) continue;
    const untold = PARTS.filter((item) => budgetOf(context, stage, item) === undefined);
    // What was not spent on may have been planned all the same, if there is a word of it.
    // Of one part alone no more is known than that its budget lies within the whole.
    const isSilent =
      parts.length > 1 && untold.every((item) => told(context, keyText("three-public", { item }))?.value === "0");
    const low = parts.reduce((sum, part) => sum + part.low, 0);
    const high = parts.reduce((sum, part) => sum + part.high, 0);
    const figures = [whole, ...parts].flatMap(({ final, rate, printed: own }) => [final, rate, own].filter(isThere));
    const sources = figures.map(({ source }) => source);
    const ids = figures.map(({ id }) => id);
    if (low > whole.high || (high < whole.low && untold.length === 0) || (high < whole.low && isSilent))
      yield violated(whole, parts, {
        isShort: untold.length > 0 && high < whole.low,
        areShares: areShares(context, parts),
        sources,
        figures: ids,
      });
    else if (untold.length === 0 || isSilent) yield { outcome: "holds", sources, figures: ids };
  }
}

const isThere = (figure: BoundFigure | undefined): figure is BoundFigure => figure !== undefined;

/** 公务用车4.81万元，完成预算的63.71%；公务接待费2.74万元，完成预算的36.29%: what each is of all that was spent, taken for its completion. */
function areShares(context: CheckContext, parts: readonly Budget[]): boolean {
  const all = told(context, keyText("three-public", {}));
  const whole = all && readingOf(all);
  return (
    whole !== undefined &&
    parts.every(({ final, rate }) => {
      const [part, share] = [final && readingOf(final), rate && readingOf(rate)];
      return part !== undefined && share !== undefined && isRateOf(share, part.middle, whole.middle);
    })
  );
}

function violated(
  whole: Budget,
  parts: readonly Budget[],
  {
    isShort,
    areShares: isShare,
    sources,
    figures,
  }: Pick<Judgement, "sources"> & {
    readonly isShort: boolean;
    readonly areShares: boolean;
    readonly figures: readonly number[];
  },
): Judgement {
  const sample = [whole, ...parts].flatMap(({ final, printed: own }) => final ?? own ?? [])[0]!;
  const decimals = Math.max(2, sample.decimals);
  const say = (ticks: number): string => printed({ ...sample, text: formatTicks(ticks, sample.unit, decimals) });
  const sum = parts.reduce((all, part) => all + middle(part), 0);
  const gap = middle(whole) - sum;
  // Each rate in turn: what it would have to be for the budgets to add up.
  const rates = [whole, ...parts].flatMap((budget) => {
    const { rate, final } = budget;
    const meant = budget === whole ? sum : middle(budget) + gap;
    const reading = final && readingOf(final);
    // What leaves next to nothing for a budget is no way out: 2.74万元 would be 1669236% of it.
    if (!rate || !reading || meant <= MEANT * reading.middle) return [];
    return { rate, final, expected: formatTicks((reading.middle * 100 * TICKS) / meant, "percent", rate.decimals) };
  });
  const place = placeOf((rates.at(-1)?.rate ?? sample).source);
  const terms = [whole, ...parts].map((budget) => {
    const { zh } = nameOfKey(budget.key);
    const how = budget.rate ? `${budget.final!.text}÷${printed(budget.rate)}≈` : "";
    return `${zh}${how}${say(middle(budget))}`;
  });
  const own = parts.flatMap(({ rate }) => rate ?? []);
  if (isShare)
    return {
      outcome: "violated",
      message: {
        zh: `${place.zh}：按完成率推算，${terms.join("，")}，各项之和${say(sum)}与合计相差${say(Math.abs(gap))}；${own.map(printed).join("、")}正是各项占合计的比重，疑为把占比写成了完成率`,
        en: `${place.en}: by their completion the budgets of the parts come to ${say(sum)} and that of the whole to ${say(middle(whole))}; ${own.map(printed).join(", ")} are the parts’ shares of all that was spent, printed as their completion`,
      },
      figures,
      sources,
      culprits: own.map(({ id, source }) => ({ figure: id, source })),
      key: whole.key,
    };
  const ways = rates.map(({ rate, expected }) => `${printed(rate)}（应为${printed({ ...rate, text: expected })}）`);
  const compared =
    parts.length === 1
      ? `一项的预算比合计还多${say(Math.abs(gap))}`
      : `各项之和${say(sum)}与合计相差${say(Math.abs(gap))}`;
  return {
    outcome: "violated",
    message: {
      zh: `${place.zh}：按完成率推算，${terms.join("，")}，${compared}；完成率${ways.join("、")}${isShort ? "必有一误，或漏写了其余一项的预算" : "必有一误"}，凭本文件不能断定是哪一个`,
      en: `${place.en}: by their completion the budgets of the parts come to ${say(sum)} and that of the whole to ${say(middle(whole))}; one of the rates ${rates.map(({ rate, expected }) => `${printed(rate)} (then ${printed({ ...rate, text: expected })})`).join(", ")} is wrong${isShort ? ", or the budget of the other part is left out" : ""}`,
    },
    figures,
    sources,
    culprits: rates.map(({ rate, expected }) => ({ figure: rate.id, source: rate.source, expected })),
    key: whole.key,
  };
}

const DETAIL = (vehicles: string): string =>
  `七、财政拨款“三公”经费支出决算情况说明\n（一）“三公”经费财政拨款支出决算总体情况说明\n2022年度“三公”经费财政拨款支出决算为12.56万元，完成预算80.72%。\n（二）“三公”经费财政拨款支出决算具体情况说明\n1.因公出国（境）经费支出0万元。\n2.公务用车购置及运行维护费支出9.11万元，完成预算${vehicles}%。\n3.公务接待费支出3.45万元，完成预算56.74%。`;

const ONE = (vehicles: string): string =>
  `七、财政拨款“三公”经费支出决算情况说明\n2022年度“三公”经费财政拨款支出决算为5.00万元，完成预算80.00%。其中：因公出国（境）费支出0万元；公务用车购置及运行维护费支出5.00万元，完成预算${vehicles}%；公务接待费支出0万元。`;

export const IMPLIED_BUDGETS: Relation = {
  id: "three-public.implied-budgets",
  title: { zh: "按完成率推算的“三公”经费预算与合计不符", en: "Budgets that completion rates imply do not add up" },
  basis: ARITHMETIC,
  severity: "warning",
  form: "agreement",
  purpose: {
    zh: "没有印出预算数的，由决算数和完成率推算各项预算：各项之和应当等于合计。完成率写错一个，推算出来就不平。",
    en: "Where no budget is printed, final amounts and completion rates imply it: the parts add up to the whole, and a wrong rate shows.",
  },
  leavesOut: {
    zh: "预算数都印出的，由其他关系核对；有一项没有完成率又有支出的，或只有一项写了完成率的，只在已超过合计时才说。",
    en: "Printed budgets are judged by other relations; where a part that was spent on tells no completion, or one part alone does, only an excess is told.",
  },
  judge,
};

export const EXAMPLES: RelationExamples = () => ({
  [IMPLIED_BUDGETS.id]: [
    { text: DETAIL("96.10"), holds: true, fiscalYear: 2022 },
    { text: DETAIL("101.50"), holds: false, message: "101.50%（应为96.10%）", fiscalYear: 2022 },
    // One part alone was spent on: what was planned of it is no more than all that was planned.
    { text: ONE("62.50"), holds: false, message: "一项的预算比合计还多1.75万元", fiscalYear: 2022 },
    { text: ONE("80.00"), holds: true, fiscalYear: 2022 },
    // Shares of all that was spent, printed as completion.
    {
      text: "七、“三公”经费支出决算情况说明\n2022年度“三公”经费支出预算为8.00万元，支出决算为8.00万元，完成预算的100%。其中：因公出国（境）费支出决算为0万元；公务用车购置及运行维护费支出决算为5.00万元，完成预算的62.5%；公务接待费支出决算为3.00万元，完成预算的37.5%。",
      holds: false,
      message: "疑为把占比写成了完成率",
      fiscalYear: 2022,
    },
  ],
});
