import type { BoundFigure, StatementOf } from "../../facts/disclosure.ts";
import { keyText, type Dimensions } from "../../facts/key.ts";
import { placeOf } from "../place.ts";
import { formatExact, readingOf } from "../../figure/interval.ts";
import { printed } from "../amounts.ts";
import type { CheckContext, Instance, Judgement, Relation, RelationExamples } from "../relation.ts";
import { NEARLY } from "./comparisons.ts";
import { ARITHMETIC, keyWith, nothings, statementsOf, term, valueOf } from "./terms.ts";

const PARTS = ["overseas", "vehicles", "receptions"] as const;
const NAMES: Readonly<Record<(typeof PARTS)[number], readonly [zh: string, en: string]>> = {
  overseas: ["因公出国（境）费", "overseas travel"],
  vehicles: ["公务用车购置及运行维护费", "official vehicles"],
  receptions: ["公务接待费", "receptions"],
};

type Comparison = StatementOf<"comparison">;

/** 「比上年减少3.59万元，其中：公务用车…减少3.59万元；公务接待费…增加0.3万元」. */
interface Breakdown {
  readonly total: BoundFigure;
  readonly parts: readonly BoundFigure[];
  /** Parts of which neither a change nor 持平 is said, and which cost nothing this year. */
  readonly silent: readonly (typeof PARTS)[number][];
  /** Parts that are said to be unchanged. */
  readonly unchanged: readonly { readonly item: (typeof PARTS)[number]; readonly statement: Comparison }[];
}

type Stage = NonNullable<Dimensions["stage"]>;
/** With what is compared: last year, or a budget of this one. */
const AGAINST: readonly (Stage | undefined)[] = [undefined, "budget", "original-budget", "adjusted-budget"];

/** 减少5万元，主要原因是公务接待费减少3万元: a reason lists what weighs most, and not all the parts. */
const REASON = /原因|主要是|主要系|由于|因为/;

function isInReasonOf(context: CheckContext, whole: BoundFigure | Comparison, { source }: BoundFigure): boolean {
  const words = context.text?.slice(whole.source.end, source.start) ?? "";
  return REASON.test(words) && !/[。；]|其中/.test(words);
}

function changeOf(
  context: CheckContext,
  item?: string,
  stage?: Stage,
  whole?: BoundFigure | Comparison,
): BoundFigure | undefined {
  const key = keyText("three-public", {
    ...(item !== undefined && { item }),
    ...(stage !== undefined && { stage }),
    measure: "change",
  });
  return context.facts
    .get(key)
    ?.find(
      (figure) =>
        figure.source.table === undefined &&
        figure.direction !== undefined &&
        !(whole && isInReasonOf(context, whole, figure)),
    );
}

function breakdownOf(context: CheckContext, stage?: Stage): Breakdown | undefined {
  const total = changeOf(context, undefined, stage);
  if (!total) return undefined;
  const parts: BoundFigure[] = [];
  const silent: (typeof PARTS)[number][] = [];
  const unchanged: { item: (typeof PARTS)[number]; statement: Comparison }[] = [];
  for (const item of PARTS) {
    const change = changeOf(context, item, stage, total);
    const statement = unchangedOf(context, item, stage);
    if (change && change.source.section === total.source.section) parts.push(change);
    else if (statement) unchanged.push({ item, statement });
    else silent.push(item);
  }
  // Of a part that costs something, last year's is not known.
  return parts.length === 0 || silent.some((item) => !isNothing(context, item))
    ? undefined
    : { total, parts, silent, unchanged };
}

function* instances(context: CheckContext): Iterable<Instance> {
  for (const stage of AGAINST) yield* instancesOf(context, stage);
}

function* instancesOf(context: CheckContext, stage: Stage | undefined): Iterable<Instance> {
  const breakdown = breakdownOf(context, stage);
  if (!breakdown || breakdown.silent.length > 0) return;
  const figures = [breakdown.total, ...breakdown.parts];
  // Among whole numbers a change of 0.43 is printed as 0.
  if (figures.every(({ decimals }) => decimals === 0) && figures.some(isBareNothing)) return;
  // What cost nothing this year and is unchanged cost nothing last year.
  const [only, ...others] = breakdown.unchanged.filter(({ item }) => !isNothing(context, item));
  yield {
    relation: CHANGE_SUM.id,
    ...(only && others.length === 0 && { words: [wordsOf(only.item, only.statement)] }),
    // Which budget the words mean they do not always say.
    ...(stage !== undefined && { severity: "warning" }),
    form: "linear",
    comparator: "=",
    terms: figures.map((figure, index) => term(keyWith(figure, {}), index === 0 ? 1 : -1, [figure.id])),
    place: placeOf(breakdown.total.source),
    sources: figures.map(({ source }) => source),
  };
}

const isBareNothing = ({ text, direction }: BoundFigure): boolean =>
  text === "0" && (direction === "increase" || direction === "decrease");

function wordsOf(item: (typeof PARTS)[number], { word, source }: Comparison) {
  const [zh, en] = NAMES[item];
  return { word, source, of: { zh, en } };
}

/** With a part left out, either it changed or one of the changes is wrong: the document does not say which. */
function* judge(context: CheckContext): Iterable<Judgement> {
  yield* unchangedInAll(context);
  for (const stage of AGAINST) yield* judgeSilent(context, stage);
}

function* judgeSilent(context: CheckContext, stage: Stage | undefined): Iterable<Judgement> {
  const breakdown = breakdownOf(context, stage);
  if (!breakdown || breakdown.silent.length === 0) return;
  const { total, parts, silent } = breakdown;
  const figures = [total, ...parts];
  const readings = figures.map((figure) => readingOf(figure));
  if (readings.some((reading) => reading === undefined) || figures.some(({ unit }) => unit !== total.unit)) return;
  const signed = figures.map(({ direction }, index) => (direction === "decrease" ? -1 : 1) * readings[index]!.middle);
  const [whole, ...changes] = signed;
  const sum = changes.reduce((amount, change) => amount + change, 0);
  const loose = readings.reduce((steps, reading) => steps + (reading!.high - reading!.low) / 2, 0);
  const sources = figures.map(({ source }) => source);
  const ids = figures.map(({ id }) => id);
  if (Math.abs(whole! - sum) <= loose) {
    yield { outcome: "holds", figures: ids, sources };
    return;
  }
  // What nothing was spent on may have been planned, and is then the less: only parts that fell by more than all of it are too many.
  if (stage !== undefined && sum > whole!) return;
  const place = placeOf(total.source);
  const missing = silent.map((item) => NAMES[item][0]).join("、");
  const word = total.direction === "decrease" ? "减少" : "增加";
  const base = stage === undefined ? "上年" : "预算";
  yield {
    outcome: "violated",
    severity: "warning",
    message: {
      zh: `${place.zh}称“三公”经费比${base}${word}${printed(total)}，但列出的各项增减之和为${summed(parts, sum)}，相差${inUnit(Math.abs(whole! - sum), total)}；没有写明${missing}的增减，凭本文件不能断定是漏写还是数字有误`,
      en: `${place.en}: “three public” expenses changed by ${formatExact(whole!, total.unit)}, but the changes listed give ${formatExact(sum, total.unit)}; the change of ${silent.map((item) => NAMES[item][1]).join(" and ")} is not stated, and the document does not say whether it is left out or a number is wrong`,
    },
    figures: ids,
    sources,
    culprits: figures.map(({ id, source }) => ({ figure: id, source })),
    suggestion: {
      zh: `补上${missing}的增减，再核对各项`,
      en: "State the change that is missing, and check the others",
    },
    key: stage === undefined ? "silent" : `silent ${stage}`,
  };
}

/** 「“三公”经费比上年持平，其中：公务接待费减少0.29万元」: the changes of the parts must make up for each other. */
function* unchangedInAll(context: CheckContext): Iterable<Judgement> {
  const whole = unchangedOf(context);
  if (!whole || changeOf(context)) return;
  const parts = PARTS.flatMap((item) => changeOf(context, item, undefined, whole) ?? []).filter(
    ({ source }) => source.section === whole.source.section,
  );
  // A part that costs nothing this year may have cost something last year: its change must be told as well.
  const isTold = PARTS.every(
    (item) =>
      changeOf(context, item, undefined, whole)?.source.section === whole.source.section ||
      unchangedOf(context, item) !== undefined,
  );
  const [first] = parts;
  const readings = parts.map((part) => readingOf(part));
  if (!first || !isTold || readings.some((reading) => reading === undefined)) return;
  if (parts.some(({ unit }) => unit !== first.unit)) return;
  const sum = parts.reduce(
    (amount, { direction }, index) => amount + (direction === "decrease" ? -1 : 1) * readings[index]!.middle,
    0,
  );
  const loose = readings.reduce((steps, reading) => steps + reading!.step / 2, 0);
  const ids = parts.map(({ id }) => id);
  const sources = [whole.source, ...parts.map(({ source }) => source)];
  if (Math.abs(sum) <= loose) {
    yield { outcome: "holds", figures: ids, sources };
    return;
  }
  const place = placeOf(whole.source);
  yield {
    outcome: "violated",
    severity: "warning",
    message: {
      zh: `${place.zh}称“三公”经费比上年${whole.word}，但列出的各项增减之和为${summed(parts, sum)}，两者必有一误`,
      en: `${place.en} says that “three public” expenses are unchanged, but the changes of their parts come to ${formatExact(sum, first.unit)}; one of the two is wrong`,
    },
    figures: ids,
    sources,
    culprits: [{ source: whole.source, expected: changed(sum, first) }],
    key: "unchanged",
  };
}

const inUnit = (ticks: number, like: BoundFigure): string => printed({ ...like, text: formatExact(ticks, like.unit) });

const changed = (ticks: number, like: BoundFigure): string =>
  `${ticks < 0 ? "减少" : "增加"}${inUnit(Math.abs(ticks), like)}`;

/** What changes add up to, with the calculation where there is more than one: －0.01＋0.30，即增加0.29万元. */
function summed(parts: readonly BoundFigure[], sum: number): string {
  const signed = parts.map(
    ({ direction, text }, index) => `${direction === "decrease" ? "－" : index === 0 ? "" : "＋"}${text}`,
  );
  return `${parts.length > 1 ? `${signed.join("")}，即` : ""}${changed(sum, parts[0]!)}`;
}

/** Where a quantity is said to be just what it was; 基本持平 leaves room for some change. */
function unchangedOf(context: CheckContext, item?: string, stage?: Stage): Comparison | undefined {
  return statementsOf(context, "comparison").find(
    ({ subject, against, direction, word, stage: named = "budget" }) =>
      (stage === undefined ? against === "previous-year" : against === "budget" && named === stage) &&
      direction === "unchanged" &&
      !NEARLY.test(word) &&
      subject.concept === "three-public" &&
      subject.dimensions.item === item &&
      subject.dimensions.stage === undefined,
  );
}

function isNothing(context: CheckContext, item: string): boolean {
  const key = keyText("three-public", { item });
  return context.facts.has(key) ? valueOf(context, key) === 0 : nothings(context).has(key);
}

const TEXT = (vehicles: string): string =>
  `七、财政拨款“三公”经费支出决算情况说明\n“三公”经费财政拨款支出决算为3.04万元，其中：因公出国（境）费支出决算为0万元；公务用车购置及运行维护费支出决算为2.64万元；公务接待费支出决算为0.40万元。\n2025年度“三公”经费财政拨款支出决算数比2024年度减少19.66万元，其中：因公出国（境）费支出决算与2024年持平；公务用车购置及运行维护费支出决算减少${vehicles}万元；公务接待费支出决算增加0.40万元。`;

const UNCHANGED = (all: string, receptions: string): string =>
  `七、财政拨款“三公”经费支出决算情况说明\n“三公”经费财政拨款支出决算为26.13万元，其中：因公出国（境）费支出决算为0万元；公务用车购置及运行维护费支出决算为22.13万元；公务接待费支出决算为4.00万元。\n2024年度“三公”经费财政拨款支出决算数比2023年度${all}，其中：因公出国（境）费支出决算持平；公务用车购置及运行维护费支出决算减少0.01万元；公务接待费支出决算${receptions}。`;

const BUDGETED = (all: string): string =>
  `七、“三公”经费支出决算情况说明\n2024年度“三公”经费支出6.00万元，较年初预算数减少${all}万元，主要是厉行节约。其中：因公出国（境）费支出0万元；公务用车购置及运行维护费支出4.00万元，较年初预算数减少0.30万元；公务接待费支出2.00万元，较年初预算数减少0.20万元。`;

export const CHANGE_SUM: Relation = {
  id: "three-public.change-sum",
  title: { zh: "“三公”经费增减＝三项增减之和", en: "The change of “three public” = the changes of its parts" },
  basis: ARITHMETIC,
  severity: "error",
  form: "linear",
  purpose: {
    zh: "“三公”经费比上年（比预算）的增减额等于三项增减额之和。",
    en: "What “three public” expenses changed by, on last year or on the budget, is what their three parts changed by.",
  },
  leavesOut: {
    zh: "没有写明增减的一项，本年有支出的不判定；本年没有支出的当作没有增减，只作提示；与预算比较的，这样的一项可能减少了，只在写出的各项减少得比合计还多时才说。",
    en: "A part without a stated change is not judged where it costs something; where it costs nothing it is taken as unchanged, and the finding is a warning. Against the budget such a part may have fallen: only parts that fell by more than the whole are told.",
  },
  instances,
  judge,
};

export const CHANGE_RELATIONS: readonly Relation[] = [CHANGE_SUM];

export const EXAMPLES: RelationExamples = () => ({
  [CHANGE_SUM.id]: [
    {
      // 0.30 less in all, 0.01 less for vehicles: receptions cannot be unchanged.
      text: UNCHANGED("减少0.30万元", "持平"),
      holds: false,
      message: "公务接待费“持平”应为“减少0.29万元”",
      fiscalYear: 2024,
    },
    { text: UNCHANGED("减少0.30万元", "减少0.29万元"), holds: true, fiscalYear: 2024 },
    { text: UNCHANGED("持平", "减少0.29万元"), holds: false, message: "减少0.3万元", fiscalYear: 2024 },
    { text: UNCHANGED("减少0.30万元", "基本持平"), holds: true, fiscalYear: 2024 },
    { text: TEXT("20.06"), holds: true, fiscalYear: 2025 },
    { text: TEXT("26.06"), holds: false, message: "26.06", fiscalYear: 2025 },
    {
      // The reason names what weighs most: vehicles fell to nothing as well.
      text: "七、“三公”经费支出决算情况说明\n“三公”经费支出3.00万元，比上年减少5.00万元，主要原因是公务接待费减少3.00万元。其中：因公出国（境）费0万元，公务用车购置及运行维护费0万元，公务接待费3.00万元。",
      holds: true,
      fiscalYear: 2024,
    },
    { text: BUDGETED("0.50"), holds: true, fiscalYear: 2024 },
    // Nothing was planned below nothing: the two fell by more than all did.
    { text: BUDGETED("0.20"), holds: false, message: "比预算减少0.20万元", fiscalYear: 2024 },
    { text: BUDGETED("0.90"), holds: true, fiscalYear: 2024 },
    {
      // Of 3.59 less in all, 3.59 less for vehicles and 0.3 more for receptions one cannot be.
      text: "七、财政拨款“三公”经费支出决算情况说明\n“三公”经费财政拨款支出决算为19.86万元，其中：因公出国（境）费决算为0.00万元；公务用车购置及运行维护费支出决算为19.56万元；公务接待费支出决算为0.3万元。\n2025年度“三公”经费财政拨款支出决算数比2024年度减少3.59万元，其中：公务用车购置及运行维护费支出决算减少3.59万元；公务接待费支出决算增加0.3万元。",
      holds: false,
      message: "没有写明因公出国（境）费的增减",
      fiscalYear: 2025,
    },
  ],
});
