import { firstAtLeast } from "../../document/sorted.ts";
import type { BoundFigure, SectionId } from "../../facts/disclosure.ts";
import { keyText } from "../../facts/key.ts";
import { isZero, printed } from "../amounts.ts";
import { thresholdOf } from "../context.ts";
import { perContext } from "../per-context.ts";
import { placeOf } from "../place.ts";
import { proseOf, type Prose } from "../prose.ts";
import type { CheckContext, Judgement, Relation, RelationExamples } from "../relation.ts";
import { nameOf, OWED, wholeSection } from "./owed.ts";

export const BUDGET_REASON: Relation = {
  id: "reasons.budget",
  title: { zh: "预决算差异没有说明原因", en: "A difference from the budget without its reason" },
  basis: OWED,
  severity: "warning",
  form: "presence",
  purpose: {
    zh: "决算数与年初预算数不同的，应说明主要原因",
    en: "Where final accounts differ from the budget, the reason is stated",
  },
  leavesOut: {
    zh: "预决算相等或持平的不需要原因；同一段里、或紧接着另起的一段里说明过原因的不再要求；类、款之下紧接着逐项说明的，原因在各项；全部项目都不写原因的格式，只报告一次；逐项说明没有单独标题的格式，绝大多数项目都写了原因时才要求",
    en: "Equal figures need no reason; one reason in the paragraph, or in one of its own right behind it, is enough; a class whose items follow leaves the reasons to them; a form that never states them is reported once; where the items have no heading of their own, reasons are asked for only where nearly all items give them",
  },
  thresholds: {
    rate: {
      zh: "差异达到预算数的百分之几才要求说明原因",
      en: "the least difference, in percent of the budget, that owes a reason",
      default: 0,
    },
  },
  *judge(context) {
    const least = thresholdOf(context, BUDGET_REASON, "rate");
    const missing: Difference[] = [];
    let told = 0;
    for (const difference of [...itemDifferences(context), ...threePublicDifference(context)]) {
      if (difference.rate === 0 || difference.rate < least) continue;
      if ((difference.reason ?? BUDGET_REASON_WORDS).test(difference.words)) {
        told++;
        yield { outcome: "holds", sources: [difference.final.source] };
      } else missing.push(difference);
    }
    // One habit of a document is one finding, not one for every item.
    if (missing.length > 3 && told === 0) yield allWithoutReason(missing);
    else for (const difference of missing) yield budgetWithoutReason(context, difference);
  },
};

/** 年初未安排预算，为年中追加的抚恤金: where the money came from in the year is the reason, without the word. */
const ADDED = "追加|年初(?:无|没有|未安排|未列|未编)(?:入)?(?:此项|该项)?(?:支出)?(?:年初)?预算|使用上年结转";

const BUDGET_REASON_WORDS = new RegExp(`原因|的主要情况|由于|因(?!公|素|此)|主要是|主要系|所致|持平|${ADDED}`);

/** Final accounts that differ from their budget, with the words in which the reason would stand. */
interface Difference {
  readonly words: string;
  readonly final: BoundFigure;
  readonly budget?: BoundFigure;
  readonly completion?: BoundFigure;
  /** The difference in percent of the budget. */
  readonly rate: number;
  /** What counts as a reason in these words. */
  readonly reason?: RegExp;
}

/** In a section that compares with last year too, 持平 says nothing of the budget unless it names it. */
const BUDGET_REASON_IN_SECTION = new RegExp(
  `原因|的主要情况|由于|因(?!公|素|此)|主要是|主要系|预算[^。；，]{0,12}持平|${ADDED}`,
);

/** Sections of the two other funds, whose items few forms want explained. */
const FUND_SECTIONS: ReadonlySet<SectionId | undefined> = new Set(["government-fund", "state-capital"]);

/** 决算数小于预算数: who sets the two against each other owes the reason, whatever the form. */
const SET_AGAINST_BUDGET = /(?:大于|小于|高于|低于|超过|少于)[^。；，]{0,6}预算/;

/** Each item that is told in one paragraph. */
function* itemDifferences(context: CheckContext): Iterable<Difference> {
  yield* differencesIn(
    context,
    (section, text) =>
      section === "general-expenditure.items" || (FUND_SECTIONS.has(section) && SET_AGAINST_BUDGET.test(text)),
  );
  // Where the items have no heading of their own, the form is not known to want reasons; what nearly all of them give, all owe.
  const others = [...differencesIn(context, (section) => section !== undefined && WITHOUT_HEADING.has(section))].filter(
    ({ rate }) => rate !== 0,
  );
  const told = others.filter(({ words }) => BUDGET_REASON_WORDS.test(words));
  if (told.length >= CUSTOM && told.length >= CUSTOM * (others.length - told.length)) yield* others;
}

/** Where items are told under no heading of their own. */
const WITHOUT_HEADING: ReadonlySet<SectionId> = new Set(["general-expenditure", "appropriation-totals"]);

/** So many items that give a reason, to each that gives none, are the custom of a document. */
const CUSTOM = 5;

function* differencesIn(
  context: CheckContext,
  isOwed: (section: SectionId | undefined, text: string) => boolean,
): Iterable<Difference> {
  const paragraphs = proseOf(context);
  for (const [index, prose] of paragraphs.entries()) {
    const { section, role, text } = prose;
    if (role !== "body" || !isOwed(section?.id, text)) continue;
    const [from, to] = [prose.offsets[0]!, prose.offsets.at(-1)!];
    const here = itemsBetween(context, from, to);
    const codes = new Set(here.map(({ dimensions }) => dimensions.functional!));
    if (codes.size !== 1 || isToldByItems(context, paragraphs.slice(index + 1, index + 1 + NEXT), [...codes][0]!))
      continue;
    const words = text.replace(SPENT_ON, "$1$2") + explainedAfter(paragraphs.slice(index + 1, index + 1 + NEXT));
    const difference = differenceOf(here, words);
    if (difference) yield difference;
  }
}

/** …（项）6.88万元，主要是仲裁办案补助。完成年初预算的86.0%: what it was spent on, told before it is set against the budget, is no reason. */
const SPENT_ON = /^([^。]*[，。])主要[是系]([^。]*。)(?=[^。]*完成[^。]{0,8}预算)/;

/** （一）教育支出（类）年初预算为…。其中：⏎1.普通教育（款）…: a class whose items follow leaves the reasons to them. */
function isToldByItems(context: CheckContext, next: readonly Prose[], code: string): boolean {
  return next.some(({ role, offsets }) => {
    const [from = Infinity, to = -Infinity] = role === "body" ? [offsets[0], offsets.at(-1)] : [];
    return itemsBetween(context, from, to).some(
      ({ dimensions: { functional } }) => functional !== code && functional?.startsWith(code) === true,
    );
  });
}

/** The figures of functional items by their places. */
const itemFigures = perContext(({ disclosure }) =>
  disclosure.figures
    .filter(({ dimensions }) => dimensions.functional !== undefined)
    .toSorted((one, other) => one.source.start - other.source.start),
);

function itemsBetween(context: CheckContext, from: number, to: number): readonly BoundFigure[] {
  const figures = itemFigures(context);
  const startOf = ({ source }: BoundFigure): number => source.start;
  return figures.slice(firstAtLeast(figures, from, startOf), firstAtLeast(figures, to + 1, startOf));
}

/** So many paragraphs may go on with what is told of an item. */
const NEXT = 2;
/** 决算数小于预算数的主要原因：人员调出。 in a paragraph of its own speaks of the item above it. */
const EXPLAINS = /^(?:(?:支出)?决算数|主要|(?:增减|变动|差异)?原因|(?:大于|小于|高于|低于)(?:年初)?预算)/;

function explainedAfter(paragraphs: readonly Prose[]): string {
  const first = paragraphs.findIndex(({ role, text }) => role !== "body" || !EXPLAINS.test(text));
  return paragraphs
    .slice(0, first < 0 ? paragraphs.length : first)
    .map(({ text }) => text)
    .join("");
}

function differenceOf(figures: readonly BoundFigure[], words: string): Difference | undefined {
  const amounts = figures.filter(
    ({ dimensions }) => dimensions.measure === undefined && dimensions.period === undefined,
  );
  const final = amounts.findLast(({ dimensions }) => dimensions.stage === undefined);
  const budgets = amounts.filter(({ dimensions }) => dimensions.stage !== undefined);
  const completion = figures.find(({ dimensions }) => dimensions.measure === "completion");
  if (!final || budgets.length > 1) return undefined;
  const budget = budgets[0];
  if (budget) {
    if (budget.unit !== final.unit) return undefined;
    const [planned, spent] = [Number(budget.value), Number(final.value)];
    return {
      words,
      final,
      budget,
      rate: planned === spent ? 0 : planned === 0 ? Infinity : (Math.abs(spent - planned) / planned) * 100,
    };
  }
  return completion && { words, final, completion, rate: Math.abs(Number(completion.value) - 100) };
}

/** The total of “三公”, whose reason may stand anywhere in its section. */
function* threePublicDifference(context: CheckContext): Iterable<Difference> {
  const figures = context.disclosure.figures.filter(
    ({ concept, dimensions, source }) =>
      concept === "three-public" &&
      dimensions.item === undefined &&
      source.table === undefined &&
      dimensions.label === undefined,
  );
  const words = wholeSection(context, "three-public");
  const difference = words === "" ? undefined : differenceOf(figures, words);
  if (difference && !isZero(difference.final)) yield { ...difference, reason: BUDGET_REASON_IN_SECTION };
}

function budgetWithoutReason(context: CheckContext, { final, budget, completion, rate }: Difference): Judgement {
  const name = nameOf(context, final);
  const place = placeOf(final.source);
  const against = budget
    ? `预算数为${printed(budget)}，决算数为${printed(final)}`
    : `决算数为${printed(final)}，完成预算的${printed(completion!)}`;
  return {
    outcome: "violated",
    message: {
      zh: `${place.zh}${name.zh}${against}，没有说明原因`,
      en: `${place.en}: ${name.en} came to ${printed(final)}, ${Number.isFinite(rate) ? `${rate.toFixed(1)}% off its budget` : "without any budget"}; no reason is given`,
    },
    sources: [final.source, ...(budget ? [budget.source] : []), ...(completion ? [completion.source] : [])],
    suggestion: { zh: "补充决算数与预算数不同的主要原因", en: "State why it differs" },
    key: keyText(final.concept, final.dimensions),
  };
}

function allWithoutReason(missing: readonly Difference[]): Judgement {
  const sources = missing.map(({ final }) => final.source);
  const place = placeOf(sources[0]!);
  return {
    outcome: "violated",
    message: {
      zh: `${place.zh}有${missing.length}个项目决算数与预算数不同，都没有说明原因`,
      en: `${place.en}: ${missing.length} items differ from their budgets, none with a reason`,
    },
    sources,
    suggestion: { zh: "逐项补充决算数与预算数不同的主要原因", en: "State why each differs" },
    key: "all",
  };
}

export const EXAMPLES: RelationExamples = () => ({
  [BUDGET_REASON.id]: [
    // What it was spent on is no reason for the difference.
    {
      text: "第二部分 2024年度部门决算情况说明\n五、一般公共预算财政拨款支出决算情况说明\n（三）一般公共预算财政拨款支出决算具体情况\n1、一般公共服务支出（类）财政事务（款）行政运行（项）6.88万元，主要是办案补助。完成年初预算的86.0%。",
      holds: false,
      message: "没有说明原因",
    },
    {
      text: "第二部分 2024年度部门决算情况说明\n五、一般公共预算财政拨款支出决算情况说明\n（三）一般公共预算财政拨款支出决算具体情况\n1、一般公共服务支出（类）年初预算为1560.05万元，支出决算为1511.89万元。其中：\n财政事务（款）行政运行（项）年初预算为1560.05万元，支出决算为1511.89万元，决算数小于预算数的主要原因：人员减少。",
      holds: true,
    },
    {
      text: "第二部分 2024年度部门决算情况说明\n五、一般公共预算财政拨款支出决算情况说明\n（三）一般公共预算财政拨款支出决算具体情况\n1、一般公共服务支出（类）财政事务（款）行政运行（项）。年初预算为1560.05万元，支出决算为1511.89万元。决算数小于预算数的主要原因：人员减少。\n2、一般公共服务支出（类）财政事务（款）一般行政管理事务（项）。年初预算为10.00万元，支出决算为10.00万元。决算数与预算数持平。",
      holds: true,
    },
    {
      text: "第二部分 2024年度部门决算情况说明\n五、一般公共预算财政拨款支出决算情况说明\n（三）一般公共预算财政拨款支出决算具体情况\n1、一般公共服务支出（类）财政事务（款）行政运行（项）。年初预算为1560.05万元，支出决算为1511.89万元。\n决算数小于预算数的主要原因：人员减少。\n2、一般公共服务支出（类）财政事务（款）一般行政管理事务（项）。年初预算为10.00万元，支出决算为10.00万元。决算数与预算数持平。",
      holds: true,
    },
    {
      text: "第二部分 2024年度部门决算情况说明\n五、一般公共预算财政拨款支出决算情况说明\n（三）一般公共预算财政拨款支出决算具体情况\n1、一般公共服务支出（类）财政事务（款）行政运行（项）。年初预算为1560.05万元，支出决算为1511.89万元。决算数小于预算数的主要原因：人员减少。\n2、一般公共服务支出（类）财政事务（款）一般行政管理事务（项）。年初预算为10.00万元，支出决算为9.00万元。",
      holds: false,
      message: "没有说明原因",
    },
    {
      text: "第二部分 2024年度部门决算情况说明\n五、一般公共预算财政拨款支出决算情况说明\n（三）一般公共预算财政拨款支出决算具体情况\n1、一般公共服务支出（类）财政事务（款）行政运行（项）。年初预算为1560.05万元，支出决算为1511.89万元。决算数小于预算数的主要原因：人员减少。\n2、社会保障和就业支出（类）抚恤（款）死亡抚恤（项）。年初预算为0万元，支出决算为21.30万元，年初无预算，年中追加一次性抚恤金。",
      holds: true,
    },
    {
      text: "第二部分 2024年度部门决算情况说明\n五、一般公共预算财政拨款支出决算情况说明\n（三）一般公共预算财政拨款支出决算具体情况\n1、一般公共服务支出（类）财政事务（款）行政运行（项）。年初预算为1560.05万元，支出决算为1511.89万元。决算数小于预算数的主要原因：人员减少。\n八、政府性基金预算财政拨款收入支出决算情况说明\n政府性基金预算财政拨款收入2000.00万元，支出1900.00万元，支出具体情况如下：\n1、城乡社区支出（类）国有土地使用权出让收入安排的支出（款）农村基础设施建设支出（项）。年初预算为2000.00万元，支出决算为1900.00万元。决算数小于预算数。",
      holds: false,
      message: "政府性基金",
    },
  ],
});
