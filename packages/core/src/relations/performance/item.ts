import type { BoundFigure } from "../../facts/disclosure.ts";
import { formatTicks, readingOf, TICKS } from "../../figure/interval.ts";
import { printed } from "../amounts.ts";
import { placeOf } from "../place.ts";
import type { CheckContext, Judgement, Relation, RelationExamples } from "../relation.ts";
import { beside, DISCLOSURE_RULES, keyWith } from "../numeric/terms.ts";
import { sheet } from "./example.ts";

/** Digits enough that two amounts alike are one. */
const TELLING = 4;

const digitsOf = (value: string): number => value.replace(/\D|^[0.]+|0+$/g, "").length;

/** A code of seven digits, or the three names of an item. */
const isItem = (functional: string): boolean => /^\d{7}$/.test(functional) || functional.split("/").length === 3;

/** How much of its budget an item was told to have spent, and how much. */
interface Spending {
  readonly rate: BoundFigure;
  readonly final: BoundFigure;
}

/** Items of the narrative with a rate of completion whose budget is printed nowhere, so that nothing else checks it. */
function* itemsOf(context: CheckContext): Iterable<Spending> {
  for (const rate of context.disclosure.figures) {
    const { measure, stage, functional, label } = rate.dimensions;
    if (rate.concept !== "expenditure" || measure !== "completion" || rate.source.table !== undefined) continue;
    // Of the budget as it stood at the end of the year, as projects are; all of it, and nothing was left to compare.
    if (stage === "original-budget" || functional === undefined || label !== undefined) continue;
    if (!isItem(functional)) continue;
    if (Number(rate.value) === 100 || context.facts.has(keyWith(rate, { measure: undefined }))) continue;
    const [id] = beside(context, keyWith(rate, { measure: undefined, stage: undefined }), rate);
    const final = id === undefined ? undefined : context.figures.get(id);
    if (final && digitsOf(final.value) >= TELLING) yield { rate, final };
  }
}

/** What is told of a project, by name: 该项目预算安排246.62万元，实际支出216.04万元. */
function projectsOf({ disclosure }: CheckContext): readonly (readonly BoundFigure[])[] {
  const named = disclosure.figures.filter(
    ({ concept, dimensions: { label, item, fund, nature, indicator } }) =>
      concept === "project-amount" && label !== undefined && !(item ?? fund ?? nature ?? indicator),
  );
  return [...Map.groupBy(named, ({ dimensions }) => dimensions.label!).values()];
}

function* judge(context: CheckContext): Iterable<Judgement> {
  const projects = projectsOf(context);
  for (const { rate, final } of itemsOf(context)) {
    const spent = readingOf(final)!;
    const same = projects.flatMap((own) => {
      const amounts = own.filter(({ dimensions: { measure } }) => measure === undefined);
      const used = amounts.find(
        ({ dimensions: { stage }, unit, value }) =>
          stage === undefined && readingOf({ ...final, unit, value })?.middle === spent.middle,
      );
      const budgets = amounts.filter(({ dimensions: { stage } }) => stage !== undefined && stage !== "original-budget");
      return used && new Set(budgets.map(({ value, unit }) => `${value} ${unit}`)).size === 1
        ? [{ used, budget: budgets[0]! }]
        : [];
    });
    const [found] = same;
    if (!found || same.length > 1) continue;
    const { used, budget } = found;
    const [planned, told] = [readingOf(budget), readingOf(rate)];
    if (!planned || !told || planned.low <= 0) continue;
    const sources = [rate, final, used, budget].map(({ source }) => source);
    const figures = [rate, final, used, budget].map(({ id }) => id);
    const [low, high] = [(100 * TICKS * spent.low) / planned.high, (100 * TICKS * spent.high) / planned.low];
    if (low <= told.high && told.low <= high) {
      yield { outcome: "holds", sources, figures };
      continue;
    }
    const expected = formatTicks((100 * TICKS * spent.middle) / planned.middle, "percent", rate.decimals);
    const name = used.dimensions.label!;
    const [place, other] = [placeOf(rate.source), placeOf(used.source)];
    yield {
      outcome: "violated",
      message: {
        zh: `${place.zh}称支出${printed(final)}完成预算的${printed(rate)}，而${other.zh}的项目“${name}”同为${printed(used)}，预算为${printed(budget)}，${printed(used)}÷${printed(budget)}≈${expected}%；${printed(rate)}应为${expected}%，或两处预算不是一个数`,
        en: `${place.en} tells that ${printed(final)} are ${printed(rate)} of the budget; the project “${name}” in ${other.en} spent the same of ${printed(budget)}, which is ${expected}%: the rate is wrong, or the two budgets are not one`,
      },
      stated: printed(rate),
      expected: `${expected}%`,
      figures,
      sources,
      culprits: [{ figure: rate.id, source: rate.source, expected: `${expected}%` }],
      key: name,
    };
  }
}

const TOLD = (rate: string): string =>
  sheet({
    told: `五、一般公共预算财政拨款支出决算情况说明\n（三）一般公共预算财政拨款支出决算具体情况\n1.农林水支出（类）水利（款）水利工程运行与维护（项）：支出决算为98.63万元，完成预算${rate}，决算数小于预算数的主要原因是合同跨年度执行。\n\n`,
    rate: "89.66%",
  }).replaceAll("99.00", "98.63");

export const ITEM_OF_PROJECT: Relation = {
  id: "performance.item",
  title: { zh: "项的完成率与同一笔钱的项目一致", en: "An item's completion is that of the project it pays for" },
  basis: DISCLOSURE_RULES,
  severity: "warning",
  form: "agreement",
  purpose: {
    zh: "一个项的支出与绩效附件中一个项目的支出是同一个数时，没有印出预算的完成率应当由该项目的预算算得出。",
    en: "Where an item and a project of an annex spent one and the same amount, a completion printed without its budget must follow from the project's.",
  },
  leavesOut: {
    zh: "对年初预算的完成率、完成100%的（多是按调整后的预算）、不到四位数字的金额、有几个项目相符或该项目的预算印得不一的，不判断。",
    en: "Not judged: completion of the original budget, 100% (mostly of a budget adjusted to what was spent), amounts of less than four digits, several projects alike, or a project with two budgets.",
  },
  judge,
};

export const EXAMPLES: RelationExamples = () => ({
  [ITEM_OF_PROJECT.id]: [
    { text: TOLD("89.66%"), holds: true, fiscalYear: 2023 },
    { text: TOLD("98.66%"), holds: false, message: "98.63万元÷110.00万元≈89.66%", fiscalYear: 2023 },
    { text: TOLD("100%"), holds: true, fiscalYear: 2023 },
  ],
});
