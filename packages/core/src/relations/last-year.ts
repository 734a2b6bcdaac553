import { nameOfKey, unitName } from "../checking/naming.ts";
import { signedReading } from "../checking/reading.ts";
import type { BoundFigure } from "../facts/disclosure.ts";
import { keyText, type Dimensions } from "../facts/key.ts";
import { formatExact, formatTicks } from "../figure/interval.ts";
import type { Source } from "../figure/figure.ts";
import { NEARLY } from "./numeric/comparisons.ts";
import { keyWith, statementsOf } from "./numeric/terms.ts";
import { placeOf } from "./place.ts";
import type { CheckContext, Judgement, Relation, RelationExamples } from "./relation.ts";

/** An amount in ticks as the document implies it, with the roundings that lie in it, and how it was come by. */
interface Known {
  readonly middle: number;
  readonly low: number;
  readonly high: number;
  readonly figures: readonly BoundFigure[];
  readonly sources: readonly Source[];
  readonly calculation: string;
}

/** The print of a quantity that counts: a table's before a sentence's. */
function best(context: CheckContext, key: string): BoundFigure | undefined {
  const figures = (context.facts.get(key) ?? []).filter(({ approximate }) => !approximate);
  return figures.find(({ source }) => source.table !== undefined) ?? figures[0];
}

function printedAmount(context: CheckContext, key: string): Known | undefined {
  const figure = best(context, key);
  const reading = figure && signedReading(figure);
  if (!figure || !reading) return undefined;
  return { ...reading, figures: [figure], sources: [figure.source], calculation: plain(figure) };
}

/** Last year's amount: printed, or what is left of this year's when the change is taken back. */
function lastYears(context: CheckContext, concept: string, dimensions: Dimensions): Known | undefined {
  const before = printedAmount(context, keyText(concept, { ...dimensions, period: "previous" }));
  if (before) return before;
  const key = keyText(concept, dimensions);
  const now = printedAmount(context, key);
  if (!now) return undefined;
  const [change] = (context.facts.get(keyText(concept, { ...dimensions, measure: "change" })) ?? []).filter(
    ({ direction }) => direction === "increase" || direction === "decrease",
  );
  const reading = change && signedReading(change);
  if (change && reading)
    return {
      middle: now.middle - reading.middle,
      low: now.low - reading.high,
      high: now.high - reading.low,
      figures: [...now.figures, change],
      sources: [...now.sources, change.source],
      calculation: `${now.calculation}${change.direction === "decrease" ? "＋" : "－"}${plain(change)}`,
    };
  const same = statementsOf(context, "comparison").find(
    ({ subject, against, direction, word }) =>
      against === "previous-year" && direction === "unchanged" && !NEARLY.test(word) && keyWith(subject, {}) === key,
  );
  return same && { ...now, sources: [...now.sources, same.source] };
}

const plain = ({ text }: BoundFigure): string => text.replaceAll(",", "");

const SCOPES = [{}, { fund: "appropriation" }] as const satisfies readonly Dimensions[];

/** What was received last year went out last year or was carried over into this one. */
function* judge(context: CheckContext): Iterable<Judgement> {
  for (const scope of SCOPES) {
    const total = lastYears(context, "total-receipts", scope) ?? lastYears(context, "total-disbursements", scope);
    const spent = lastYears(context, "expenditure", { fund: "general" });
    const opening = printedAmount(context, keyText("opening-carry-over", scope));
    if (!total || !spent || !opening || opening.middle <= 0) continue;
    const known = [total, spent, opening];
    const figures = [...new Set(known.flatMap((amount) => amount.figures.map(({ id }) => id)))];
    const sources = [
      ...new Map(known.flatMap((amount) => amount.sources).map((source) => [source.start, source])).values(),
    ];
    if (spent.low + opening.low <= total.high) {
      yield { outcome: "holds", figures, sources };
      continue;
    }
    const unit = total.figures[0]!.unit;
    const decimals = Math.max(...known.flatMap((amount) => amount.figures.map((figure) => figure.decimals)));
    const name = unitName(unit).zh;
    const amount = (ticks: number): string => `${formatExact(ticks, unit)}${name}`;
    const gap = `${formatTicks(spent.middle + opening.middle - total.middle, unit, decimals)}${name}`;
    const all = nameOfKey(keyText("total-receipts", scope));
    const worked = ({ calculation, middle, figures: own }: Known): string =>
      /[＋－]/.test(calculation) && own.every((figure) => figure.unit === unit)
        ? `${calculation}＝${amount(middle)}`
        : amount(middle);
    yield {
      outcome: "violated",
      figures,
      sources,
      message: {
        zh: `由增减额倒推，上年${all.zh}为${worked(total)}，上年一般公共预算财政拨款支出为${worked(spent)}，再加结转到本年的年初结转和结余${amount(opening.middle)}，超出上年总计${gap}；年初结转如经调整应作说明，否则增减额或年初结转有误`,
        en: `worked back from the changes, ${all.en} of last year were ${worked(total)} and general public budget expenditure ${worked(spent)}; with the ${amount(opening.middle)} carried over into this year that is ${gap} more than last year's total: the opening carry-over was adjusted and that should be said, or a change or the carry-over is wrong`,
      },
      stated: total.figures.at(-1)!.text,
      suggestion: {
        zh: `核对${placeOf(total.sources.at(-1)!).zh}、${placeOf(spent.sources.at(-1)!).zh}的增减额和年初结转和结余`,
        en: `Check the changes in ${placeOf(total.sources.at(-1)!).en} and ${placeOf(spent.sources.at(-1)!).en}, and the opening carry-over`,
      },
      key: `last year ${keyText("total-receipts", scope)}`,
    };
  }
}

const YEARS = (change: string): string =>
  `一、收入支出决算总体情况说明\n2023年度收、支总计均为3037.90万元。与2022年相比，收、支总计各增加${change}万元，增长${change === "808.87" ? "36.3" : "50.5"}%。主要原因是项目增加。其中：年初结转和结余211.02万元。\n五、一般公共预算财政拨款支出决算情况说明\n（一）一般公共预算财政拨款支出决算总体情况\n2023年一般公共预算财政拨款支出3030.40万元。与2022年相比，一般公共预算财政拨款支出增加1012.39万元，增长50.2%。主要原因是项目增加。`;

export const LAST_BALANCE: Relation = {
  id: "year.last-balance",
  title: {
    zh: "上年总计容得下上年支出和结转到本年的数",
    en: "Last year's total holds what was spent then and carried over",
  },
  basis: {
    zh: "部门决算收支平衡：上年总计＝上年支出＋结余分配＋年末结转和结余，年末结转到本年年初",
    en: "The accounts balance: last year's total is what was spent, distributed and carried over into this year",
  },
  severity: "info",
  form: "linear",
  purpose: {
    zh: "由本年数和增减额倒推上年：支出加上结转到本年的年初结转和结余，不应多于上年的总计；“持平”与减少的支出、照抄上年的增减额由此发现。",
    en: "Worked back from this year's amounts and changes, last year's spending and what it carried over cannot be more than its total; a false “unchanged” shows so.",
  },
  leavesOut: {
    zh: "年初结转和结余可能依法调整（如收回存量资金、单位划转），所以只作参考；没有写明增减的不核对。",
    en: "An opening carry-over may have been adjusted (funds taken back, units transferred), so it is for information; nothing is worked back where no change is stated.",
  },
  judge,
};

export const LAST_YEAR_RELATIONS: readonly Relation[] = [LAST_BALANCE];

export const EXAMPLES: RelationExamples = () => ({
  [LAST_BALANCE.id]: [
    { text: YEARS("808.87"), holds: true, fiscalYear: 2023 },
    { text: YEARS("1019.89"), holds: false, message: "超出上年总计211.02万元", fiscalYear: 2023 },
  ],
});
