import type { BoundFigure, SectionId, StatementOf } from "../facts/disclosure.ts";
import { conceptOf } from "../facts/concepts.ts";
import { keyText, type ConceptKey } from "../facts/key.ts";
import { isZero, printed } from "./amounts.ts";
import { thresholdOf } from "./context.ts";
import { placeOf } from "./place.ts";
import { proseOf, sectionAt, sourceIn, type Prose } from "./prose.ts";
import type { Bilingual, CheckContext, Judgement, Relation } from "./relation.ts";

type Comparison = StatementOf<"comparison">;

const OWED: Bilingual = {
  zh: "公开格式要求说明增减变化、预决算差异的主要原因；《地方预决算公开操作规程》（财预〔2016〕143号）要求对增减变化等情况予以说明",
  en: "The form asks for the main reason of each change and difference; so does the procedure for local disclosure (财预〔2016〕143号)",
};

const REASON_WORDS = /原因|的主要情况|主要是|由于|因为|主要系|系因|是因|因(?!公|素|此)|受.{2,20}影响/;
/** 增加1.2万元，用于更换车辆。: what it was spent on, said in the same breath, is a reason. */
const SPENT_ON = /^[^。；]*用于/;

/** Sections whose form owes a reason for the change on last year. */
const CHANGE_OWED: ReadonlySet<SectionId> = new Set([
  "totals",
  "appropriation-totals",
  "general-expenditure",
  "general-expenditure.total",
  "three-public",
  "three-public.total",
  "three-public.detail",
  "operating-costs",
]);

function comparisons(context: CheckContext, against: Comparison["against"]): Comparison[] {
  return context.disclosure.statements.filter(
    (statement): statement is Comparison => statement.type === "comparison" && statement.against === against,
  );
}

/**
 * The words in which the reason may stand: the rest of the section, since reasons may be told after all the figures; for
 * “三公” the whole of it, since the reasons of the parts explain the total.
 */
function reachOf(context: CheckContext, from: number): string {
  const { sections } = context.disclosure;
  const inner = sectionAt(sections, from);
  if (!inner) return paragraphAt(context, from)?.text ?? "";
  if (inner.id?.startsWith("three-public")) return wholeSection(context, "three-public");
  return proseOf(context)
    .filter(({ offsets }) => offsets.at(-1)! >= from && offsets[0]! < inner.bodyEnd)
    .map(({ text, offsets }) => (offsets[0]! < from ? text.slice(offsets.findIndex((offset) => offset >= from)) : text))
    .join("\n");
}

function paragraphAt(context: CheckContext, offset: number): Prose | undefined {
  return proseOf(context).find(({ offsets }) => offsets[0]! <= offset && offset <= offsets.at(-1)!);
}

/** A code as the disclosure's own tables name it, else as the classification does. */
function functionalName(context: CheckContext, functional: string): string {
  if (!/^\d+$/.test(functional)) return functional.split("/").at(-1)!;
  for (const { rows } of context.disclosure.tables) {
    const row = rows.find(({ code, label }) => code === functional && label !== "");
    if (row) return row.label;
  }
  const { classification, disclosure } = context;
  return classification?.verdict(functional, undefined, disclosure.fiscalYear ?? 0).name ?? functional;
}

/** “三公”经费, 机关运行经费 …, in words. */
function nameOf(context: CheckContext, { concept, dimensions }: ConceptKey): Bilingual {
  const declared = conceptOf(concept);
  const item = dimensions.item === undefined ? undefined : declared?.items?.[dimensions.item];
  if (item) return item;
  const fund = {
    appropriation: "财政拨款",
    general: "一般公共预算财政拨款",
    "government-fund": "政府性基金预算财政拨款",
    "state-capital": "国有资本经营预算财政拨款",
  };
  const own =
    concept === "total-receipts"
      ? "收入支出总计"
      : (declared?.zh ?? concept).replace(/^本年/, dimensions.fund === undefined ? "本年" : "");
  const { functional } = dimensions;
  const subject = functional === undefined ? "" : `“${functionalName(context, functional)}”`;
  return {
    zh: `${dimensions.fund === undefined ? "" : fund[dimensions.fund]}${subject}${own}`,
    en: `${declared?.en ?? concept}${subject}`,
  };
}

export const CHANGE_REASON: Relation = {
  id: "reasons.change",
  title: { zh: "增减变化没有说明原因", en: "A change without its reason" },
  basis: OWED,
  severity: "warning",
  form: "presence",
  purpose: { zh: "与上年相比增加或减少的，应说明主要原因", en: "A change on last year is explained" },
  leavesOut: {
    zh: "持平、变化为零的不需要原因；收支分项、“三公”各项只要同一节里说明过原因就算；附件中的比较不判断",
    en: "No change needs no reason; for parts a reason anywhere in the section counts; comparisons in annexes are not judged",
  },
  thresholds: {
    rate: {
      zh: "增减率达到百分之几才要求说明原因",
      en: "the least rate of change, in percent, that owes a reason",
      default: 0,
    },
  },
  examples: [
    {
      text: "第二部分 2023年度部门决算情况说明\n一、收入支出决算总体情况说明\n2023年度收、支总计均为3037.9万元。与2022年相比，收、支总计各增加1019.89万元，增长50.5%。主要变动原因是项目经费增加。",
      holds: true,
    },
    {
      text: "第二部分 2023年度部门决算情况说明\n一、收入支出决算总体情况说明\n2023年度收、支总计均为3037.9万元。与2022年相比，收、支总计持平。",
      holds: true,
    },
    {
      text: "第二部分 2023年度部门决算情况说明\n一、收入支出决算总体情况说明\n2023年度收、支总计均为3037.9万元。与2022年相比，收、支总计各增加1019.89万元，增长50.5%。",
      holds: false,
      message: "没有说明原因",
    },
  ],
  *judge(context) {
    const least = thresholdOf(context, CHANGE_REASON, "rate");
    const told = new Set<string>();
    for (const statement of comparisons(context, "previous-year")) {
      const section = sectionAt(context.disclosure.sections, statement.source.start);
      if (section?.id === undefined || !CHANGE_OWED.has(section.id) || statement.direction === "unchanged") continue;
      const figures = figuresOf(context, statement);
      if (figures.length === 0 || figures.some(isZero) || rateOf(figures) < least) continue;
      if (statement.reason !== undefined) {
        if (statement.reason !== "") yield { outcome: "holds", sources: [statement.source], figures: [] };
        continue;
      }
      if (context.text === undefined) {
        yield {
          outcome: "not-checkable",
          reason: { zh: "没有原文，看不到原因", en: "the text is not at hand" },
          sources: [statement.source],
        };
      } else if (hasReason(context, statement)) {
        yield { outcome: "holds", sources: [statement.source] };
      } else {
        // The total of “三公” changes by what its only part changes by: one reason is missing.
        const change = `${section.id.split(".")[0]} ${figures.map(printed).join(" ")}`;
        if (!told.has(change)) yield withoutReason(context, statement, figures);
        told.add(change);
      }
    }
  },
};

function hasReason(context: CheckContext, { source }: Comparison): boolean {
  if (REASON_WORDS.test(reachOf(context, source.end))) return true;
  return SPENT_ON.test(context.text?.slice(source.end).slice(0, SENTENCE) ?? "");
}

const SENTENCE = 120;

function wholeSection(context: CheckContext, id: SectionId): string {
  const section = context.disclosure.sections.find((entry) => entry.id?.startsWith(id));
  return section ? (context.text?.slice(section.bodyStart, section.bodyEnd).replace(/\s+/g, "") ?? "") : "";
}

function figuresOf(context: CheckContext, statement: Comparison): BoundFigure[] {
  return statement.figures.flatMap((id) => context.figures.get(id) ?? []);
}

function rateOf(figures: readonly BoundFigure[]): number {
  const rate = figures.find(({ dimensions }) => dimensions.measure === "growth");
  return rate ? Math.abs(Number(rate.value)) : Infinity;
}

function withoutReason(context: CheckContext, statement: Comparison, figures: readonly BoundFigure[]): Judgement {
  const place = placeOf(statement.source);
  const name = nameOf(context, statement.subject);
  const amount = figures.map(printed).join("、");
  return {
    outcome: "violated",
    message: {
      zh: `${place.zh}说${name.zh}比上年${statement.word}${amount}，没有说明原因`,
      en: `${place.en}: ${name.en} ${statement.direction === "increase" ? "rose" : "fell"} by ${amount}, and no reason is given`,
    },
    stated: `${statement.word}${amount}`,
    sources: [statement.source, ...figures.map(({ source }) => source)],
    suggestion: { zh: "补充“主要原因是……”", en: "State the main reason" },
    key: keyText(statement.subject.concept, statement.subject.dimensions),
  };
}

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
    zh: "预决算相等或持平的不需要原因；同一段里说明过原因的不再要求；全部项目都不写原因的格式，只报告一次",
    en: "Equal figures need no reason; one reason in the paragraph is enough; a form that never states them is reported once",
  },
  thresholds: {
    rate: {
      zh: "差异达到预算数的百分之几才要求说明原因",
      en: "the least difference, in percent of the budget, that owes a reason",
      default: 0,
    },
  },
  examples: [
    {
      text: "第二部分 2024年度部门决算情况说明\n五、一般公共预算财政拨款支出决算情况说明\n（三）一般公共预算财政拨款支出决算具体情况\n1、一般公共服务支出（类）财政事务（款）行政运行（项）。年初预算为1560.05万元，支出决算为1511.89万元。决算数小于预算数的主要原因：人员减少。\n2、一般公共服务支出（类）财政事务（款）一般行政管理事务（项）。年初预算为10.00万元，支出决算为10.00万元。决算数与预算数持平。",
      holds: true,
    },
    {
      text: "第二部分 2024年度部门决算情况说明\n五、一般公共预算财政拨款支出决算情况说明\n（三）一般公共预算财政拨款支出决算具体情况\n1、一般公共服务支出（类）财政事务（款）行政运行（项）。年初预算为1560.05万元，支出决算为1511.89万元。决算数小于预算数的主要原因：人员减少。\n2、一般公共服务支出（类）财政事务（款）一般行政管理事务（项）。年初预算为10.00万元，支出决算为9.00万元。",
      holds: false,
      message: "没有说明原因",
    },
  ],
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

const BUDGET_REASON_WORDS = /原因|的主要情况|由于|因(?!公|素|此)|主要是|主要系|持平/;

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
const BUDGET_REASON_IN_SECTION = /原因|的主要情况|由于|因(?!公|素|此)|主要是|主要系|预算[^。；，]{0,12}持平/;

/** Each item of section five that is told in one paragraph. */
function* itemDifferences(context: CheckContext): Iterable<Difference> {
  for (const prose of proseOf(context)) {
    if (prose.section?.id !== "general-expenditure.items" || prose.role !== "body") continue;
    const [from, to] = [prose.offsets[0]!, prose.offsets.at(-1)!];
    const here = context.disclosure.figures.filter(
      ({ source, dimensions }) => from <= source.start && source.start <= to && dimensions.functional !== undefined,
    );
    if (new Set(here.map(({ dimensions }) => dimensions.functional)).size !== 1) continue;
    const difference = differenceOf(here, prose.text);
    if (difference) yield difference;
  }
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

export const EMPTY_REASON: Relation = {
  id: "reasons.empty",
  title: { zh: "“主要原因”后面没有内容", en: "“Main reason:” followed by nothing" },
  basis: OWED,
  severity: "warning",
  form: "presence",
  purpose: { zh: "发现写了“主要原因：”却没有填写的地方", en: "Finds “main reason:” that nobody filled in" },
  leavesOut: { zh: "原因另起一段写的，不算没有", en: "A reason in a paragraph of its own counts" },
  examples: [
    {
      text: "第二部分 2024年度部门决算情况说明\n一、收入支出决算总体情况说明\n与2023年度相比，收入支出总计减少56.95万元，下降1.87%。主要原因：人员减少。",
      holds: true,
    },
    {
      text: "第二部分 2024年度部门决算情况说明\n一、收入支出决算总体情况说明\n与2023年度相比，收入支出总计减少56.95万元，下降1.87%。主要原因：。\n二、收入决算情况说明\n本年收入合计100.00万元。",
      holds: false,
      message: "没有内容",
    },
  ],
  *judge(context) {
    const paragraphs = proseOf(context).filter(({ role }) => role === "body" || role === "heading");
    for (const [index, prose] of paragraphs.entries()) {
      if (prose.role !== "body") continue;
      for (const match of prose.text.matchAll(/(?:主要)?(?:变动|增减|差异)?原因(?:是|为|在于|[：:])+/g)) {
        const end = match.index + match[0].length;
        const rest = prose.text.slice(end);
        const isEmpty = /^[。；，、]/.test(rest) || (rest === "" && opensAnew(paragraphs[index + 1]));
        const source = sourceIn(context, prose, match.index, end);
        if (!isEmpty) {
          yield { outcome: "holds", sources: [source] };
          continue;
        }
        const place = placeOf(source);
        yield {
          outcome: "violated",
          message: {
            zh: `${place.zh}“${match[0]}”后面没有内容：${source.context ?? ""}`,
            en: `${place.en}: “${match[0]}” is followed by nothing: ${source.context ?? ""}`,
          },
          stated: match[0],
          sources: [source],
          suggestion: { zh: "补充原因", en: "State the reason" },
          key: source.context?.replace(/\d+(?:\.\d+)?/g, "0") ?? match[0],
        };
      }
    }
  },
};

/** A paragraph that begins something new, and so is no reason. */
function opensAnew(next: Prose | undefined): boolean {
  if (!next || next.role === "heading") return true;
  return /^(?:[（(]?[一二三四五六七八九十\d]{1,3}[）)、.．]|第[一二三四五六七八九十]+部分|其中|注[：:])/.test(
    next.text,
  );
}

const UP = /增加|增长|上升|提高|扩大|新增|追加|增支|上涨|增大|增多/;
const DOWN = /减少|下降|降低|压缩|压减|缩减|节约|调减|核减|减支|取消|未(?:发生|实施|支付|使用)/;
const MONEY_NOUN = "(?:支出|经费|费用|费|收入|资金|拨款|开支|支付|项目款?|预算)";
const SPENDING = "(?:支付|支出|开支|经费|费用)";

/** 支出减少, 减少人员经费开支 at the end of a reason say which way the money went. */
const ENDS_UP = new RegExp(
  `(?:${MONEY_NOUN}(?:有所|相应|略有|也|都|均|随之|大幅)*(?:增加|增长|上升|提高)(?:了)?(?:支出|支付|开支)?|增加(?:了)?[^，；增减]{0,8}${SPENDING})$`,
);
const ENDS_DOWN = new RegExp(
  `(?:${MONEY_NOUN}(?:有所|相应|略有|也|都|均|随之|大幅)*(?:减少|下降|降低)(?:了)?(?:支出|支付|开支)?|减少(?:了)?[^，；增减]{0,8}${SPENDING})$`,
);
/** 上年支出较多 turns the meaning of a word around. */
const OF_LAST_YEAR = /上年|上一年|去年|往年|上期|以前年度|(?:19|20)\d{2}年/;
/** A reason for a change where none is said to be. */
const OF_CHANGE = /变动|变化|调整|增减/;

/** Whether the reason goes the other way than the words. */
function isContrary(
  { direction, word }: Comparison,
  reason: string,
  { year, shared }: { readonly year: number | undefined; readonly shared: boolean },
): boolean {
  const [up, down] = [UP.test(reason), DOWN.test(reason)];
  // 主要原因是2023年度项目经费减少 in the accounts of 2023 speaks of this year.
  if (OF_LAST_YEAR.test(year === undefined ? reason : reason.replaceAll(`${year}年`, ""))) return false;
  switch (direction) {
    case "increase":
      return !up && ENDS_DOWN.test(reason);
    case "decrease":
      return !down && ENDS_UP.test(reason);
    default:
      if (word.includes("基本") || /抵|持平|不变|一致|没有|无|未/.test(reason)) return false;
      if (up !== down && (ENDS_UP.test(reason) || ENDS_DOWN.test(reason))) return true;
      // One reason may be told for several amounts, of which one did not change.
      return !shared && !up && !down && OF_CHANGE.test(reason);
  }
}

/** Every comparison of the form's sections that gives a reason: with last year, and item by item with the budget. */
function* explained(context: CheckContext): Iterable<{ readonly statement: Comparison; readonly words: string }> {
  for (const against of ["previous-year", "budget"] as const) {
    for (const statement of comparisons(context, against)) {
      const { reason, source, direction } = statement;
      const id = sectionAt(context.disclosure.sections, source.start)?.id;
      if (reason === undefined || reason === "" || id === undefined) continue;
      const isJudged =
        against === "previous-year"
          ? CHANGE_OWED.has(id)
          : id === "general-expenditure.items" && direction !== "unchanged";
      if (isJudged) yield { statement, words: reason.replace(/[。；，\s]+$/, "") };
    }
  }
}

export const CONTRARY_REASON: Relation = {
  id: "reasons.contrary",
  title: { zh: "原因与增减方向不符", en: "A reason that says the opposite" },
  basis: { zh: "说明应与数字一致", en: "An explanation agrees with its figures" },
  severity: "warning",
  form: "wording",
  purpose: {
    zh: "发现方向词写反或原因没有随数字更新的地方：说“持平”，原因却说减少；说“增加”，原因却说支出减少",
    en: "Finds direction words that were reversed, and reasons that were not updated: “unchanged” explained by a decrease",
  },
  leavesOut: {
    zh: "只看原因的最后落脚（“……支出减少”“减少……开支”）；原因中同时有增有减，或说到上年的，不判断；“持平”只有原因讲的是变动、调整时才算矛盾，“持平，原因是严格控制支出”不算",
    en: "Only where a reason ends in plain words of money going the other way; reasons that speak of both or of last year are not judged; “unchanged” is contradicted by a reason for a change, not by “spending was kept in check”",
  },
  examples: [
    {
      text: "第二部分 2023年度部门决算情况说明\n（一）机关运行经费支出情况\n机关运行经费支出80.35万元，比2022年减少2.23万元，下降2.7%。主要原因是厉行节约，机关运行经费支出减少。",
      holds: true,
    },
    {
      text: "第二部分 2023年度部门决算情况说明\n（一）机关运行经费支出情况\n机关运行经费支出80.35万元，比2022年增加2.23万元，增长2.7%。主要原因是上年度支出减少。",
      holds: true,
    },
    {
      text: "第二部分 2023年度部门决算情况说明\n（一）机关运行经费支出情况\n机关运行经费支出80.35万元，比2022年增加2.23万元，增长2.7%。主要原因是厉行节约，机关运行经费支出减少。",
      holds: false,
      message: "增加",
    },
    {
      text: "第二部分 2024年度部门决算情况说明\n四、财政拨款收入支出决算总体情况说明\n2024年度财政拨款收入支出总计100.00万元。与2023年度相比，财政拨款收入支出总计持平。主要原因：人员退休，减少支付。",
      holds: false,
      message: "持平",
    },
    {
      text: "第二部分 2023年度部门决算情况说明\n一、收入支出决算总体情况说明\n2023年度收、支总计均为3037.9万元。与2022年相比，收、支总计各增加1019.89万元，增长50.5%。主要变动原因是2023年度项目经费减少。",
      holds: false,
      message: "减少",
    },
    {
      text: "第二部分 2024年度部门决算情况说明\n四、财政拨款收入支出决算总体情况说明\n2024年度财政拨款收入支出总计100.00万元。与2023年度相比，财政拨款收入支出总计持平。主要原因：厉行节约，控制支出。",
      holds: true,
    },
  ],
  *judge(context) {
    for (const { statement, words } of explained(context)) {
      const { source } = statement;
      const shared = sectionAt(context.disclosure.sections, source.start)?.id?.startsWith("three-public") ?? true;
      if (!isContrary(statement, words, { year: context.disclosure.fiscalYear, shared })) {
        yield { outcome: "holds", sources: [source] };
        continue;
      }
      const place = placeOf(source);
      const name = nameOf(context, statement.subject);
      yield {
        outcome: "violated",
        message: {
          zh: `${place.zh}说${name.zh}“${statement.word}”，原因却是“${words.length > 40 ? `…${words.slice(-38)}` : words}”`,
          en: `${place.en}: ${name.en} is said to be “${statement.word}”, the reason says the other way: “${words.slice(-40)}”`,
        },
        stated: statement.word,
        sources: [source],
        testifies: { figures: [], places: [source], directions: statement.figures },
        key: keyText(statement.subject.concept, statement.subject.dimensions),
      };
    }
  },
};

export const REASON_RELATIONS: readonly Relation[] = [CHANGE_REASON, BUDGET_REASON, EMPTY_REASON, CONTRARY_REASON];
