import type { BoundFigure } from "../../facts/disclosure.ts";
import { keyText } from "../../facts/key.ts";
import { readingOf, TICKS } from "../../figure/interval.ts";
import { placeOf } from "../place.ts";
import type { CheckContext, Instance, Judgement, Relation, Term, RelationExamples } from "../relation.ts";
import { ARITHMETIC, beside, LEFT_OUT, keyWith, placesOf, statementsOf, term } from "./terms.ts";
import { ITEM_BUDGETS, ITEMS } from "./item-lists.ts";

/** Shares of one whole printed in one section: a list, whole when its shares add up to the whole. */
function* structures(context: CheckContext): Iterable<Instance> {
  const groups = new Map<string, BoundFigure[]>();
  for (const figure of context.disclosure.figures) {
    const { measure, of, item } = figure.dimensions;
    if (measure !== "share" || of === undefined || figure.source.table !== undefined) continue;
    // Contracts to small firms lie across goods, works and services, and contracts to micro firms within them.
    if (item !== undefined && /(?:^|-)(?:sme|micro)(?:-|$)/.test(item)) continue;
    const group = `${figure.source.section ?? ""}|${of}`;
    const list = groups.get(group);
    if (list) list.push(figure);
    else groups.set(group, [figure]);
  }
  for (const figures of groups.values()) {
    const of = figures[0]!.dimensions.of!;
    const parts = new Map<string, Term>();
    for (const figure of figures) {
      const key = keyWith(figure, { measure: undefined, of: undefined });
      parts.set(key, term(key, -1, beside(context, key, figure)));
    }
    if (parts.size < 2 || parts.has(of)) continue;
    if ([...parts.values()].some(({ figures: printed }) => printed.length === 0)) continue;
    if (!isComplete(figures)) continue;
    // 一般行政管理项目160.89万元，…，分别占项目支出总额的41.8%和58.2%: which total, where the section does not tell it?
    if (
      figures.every(({ dimensions }) => dimensions.label !== undefined) &&
      !context.facts.get(of)?.some(({ source }) => source.section === figures[0]!.source.section)
    )
      continue;
    const whole = term(of, 1, beside(context, of, figures[0]!));
    const terms = [whole, ...parts.values()];
    yield {
      relation: STRUCTURE.id,
      form: "linear",
      comparator: "=",
      terms,
      place: placeOf(figures[0]!.source),
      sources: placesOf(
        context,
        terms.flatMap(({ figures: printed }) => printed),
      ),
      open: LEFT_OUT,
    };
  }
}

/** How far behind the whole its classes are still told of it. */
const ONE_PASSAGE = 600;

/** 支出1000万元，按功能分类：教育支出…、卫生健康支出…: classes told behind their whole lie within it, whether or not all are told. */
function* classesWithin(context: CheckContext): Iterable<Instance> {
  const told = context.disclosure.figures.filter(
    ({ concept, dimensions, source }) =>
      concept === "expenditure" &&
      source.table === undefined &&
      Object.keys(dimensions).every((name) => name === "fund" || name === "functional") &&
      /^\d{3}$/.test(dimensions.functional ?? "000"),
  );
  for (const [at, whole] of told.entries()) {
    const { fund, functional } = whole.dimensions;
    if (functional !== undefined) continue;
    const parts = new Map<string, Term>();
    for (const figure of told.slice(at + 1)) {
      const { source, dimensions } = figure;
      const isBehind = source.section === whole.source.section && source.start - whole.source.start < ONE_PASSAGE;
      if (!isBehind || dimensions.functional === undefined || dimensions.fund !== fund) break;
      const key = keyText("expenditure", dimensions);
      // Told again, it is told of something else.
      if (parts.has(key)) break;
      parts.set(key, term(key, 1, [figure.id]));
    }
    if (parts.size < 2) continue;
    const terms = [term(keyText("expenditure", whole.dimensions), -1, [whole.id]), ...parts.values()];
    yield {
      relation: STRUCTURE.id,
      form: "linear",
      comparator: "<=",
      terms,
      place: placeOf(whole.source),
      sources: placesOf(
        context,
        terms.flatMap(({ figures }) => figures),
      ),
    };
  }
}

/** Whether shares, each rounded, can be those of a whole list. */
function isComplete(shares: readonly BoundFigure[]): boolean {
  let total = 0;
  let error = 0;
  for (const share of shares) {
    const reading = readingOf(share);
    if (!reading) return false;
    total += reading.middle;
    error += reading.step;
  }
  return Math.abs(total - 100 * TICKS) <= error;
}

/** The list of receptions adds up to what is said of them all. */
function* receptions(context: CheckContext): Iterable<Instance> {
  for (const statement of statementsOf(context, "list")) {
    if (statement.of.concept !== "reception-batches") continue;
    const item = statement.of.dimensions.item === "foreign" ? "foreign-receptions" : "domestic-receptions";
    const total = keyText("three-public", { item });
    const entries = statement.figures.flatMap((id) => context.figures.get(id) ?? []);
    if (entries.length < 2 || !context.facts.has(total)) continue;
    const terms = [
      term(total, 1, beside(context, total, entries[0]!)),
      ...entries.map((figure) => term(keyText(figure.concept, figure.dimensions), -1, [figure.id])),
    ];
    yield {
      relation: LIST_SUM.id,
      form: "linear",
      comparator: "=",
      terms,
      place: placeOf(entries[0]!.source),
      sources: placesOf(
        context,
        terms.flatMap(({ figures }) => figures),
      ),
      open: LEFT_OUT,
    };
  }
}

/** A list has as many entries as are counted. */
function* counts(context: CheckContext): Iterable<Judgement> {
  for (const statement of statementsOf(context, "list")) {
    const counted = context.facts.get(keyText(statement.of.concept, statement.of.dimensions)) ?? [];
    const [figure] = counted;
    if (!figure) {
      yield {
        outcome: "not-checkable",
        reason: { zh: "没有印出应有的个数", en: "no count is printed" },
        sources: [statement.source],
      };
      continue;
    }
    const found = statement.figures.length;
    const agrees = Number(figure.value) === found;
    // 64 batches told by 9 matters: an entry stands for several, and nothing can be counted.
    if (found < Number(figure.value) - Math.max(1, Number(figure.value) / 10)) {
      yield {
        outcome: "not-checkable",
        reason: { zh: "一条明细合并了几个批次", en: "an entry stands for several of those counted" },
        sources: [figure.source, statement.source],
      };
      continue;
    }
    yield {
      outcome: agrees ? "holds" : "violated",
      figures: [figure.id],
      sources: [figure.source, statement.source],
      ...(!agrees && {
        message: {
          zh: `${placeOf(figure.source).zh}称共${figure.text}${figure.classifier ?? "项"}，但所列明细有${found}项。`,
          en: `${placeOf(figure.source).en} says there are ${figure.text}, but ${found} entries are listed.`,
        },
        stated: figure.text,
        expected: String(found),
        culprits: [{ figure: figure.id, source: figure.source }],
      }),
    };
  }
}

export const STRUCTURE: Relation = {
  id: "narrative.structure",
  title: { zh: "结构各部分之和等于合计", en: "The parts of a structure add up" },
  basis: ARITHMETIC,
  severity: "error",
  form: "linear",
  purpose: {
    zh: "说明中按来源、性质、功能列出的各部分金额之和，等于所说的合计。",
    en: "Amounts listed by source, nature or function add up to the whole they are shares of.",
  },
  leavesOut: {
    zh: "没有写占比或各占比之和不足100%的，可能没有列全：只在各类之和大于合计时才说。",
    en: "Without shares, or where they do not add up to 100%, the list may be partial: only classes that exceed their whole are told.",
  },
  *instances(context) {
    yield* structures(context);
    yield* classesWithin(context);
  },
};

export const LIST_SUM: Relation = {
  id: "list.sum",
  title: { zh: "明细之和等于总额", en: "A list adds up to its total" },
  basis: ARITHMETIC,
  severity: "error",
  form: "linear",
  purpose: { zh: "公务接待明细的金额之和等于所说的接待费。", en: "The receptions listed add up to the amount stated." },
  leavesOut: { zh: "只有一条明细的不判定。", en: "A list of one entry is not judged." },
  instances: receptions,
};

export const LIST_COUNT: Relation = {
  id: "list.count",
  title: { zh: "明细条数与所称个数一致", en: "As many entries as are counted" },
  basis: ARITHMETIC,
  severity: "warning",
  form: "count",
  purpose: { zh: "所称的批次、个数与列出的明细条数一致。", en: "The number stated is the number of entries listed." },
  leavesOut: {
    zh: "一条明细可能合并几个批次，所以只提醒；明细比所称的少一成以上的，是按事由归并的，不判定。",
    en: "One entry may stand for several, so this is a warning; where a tenth or more is missing the entries are matters, and nothing is judged.",
  },
  judge: counts,
};

export const LIST_RELATIONS: readonly Relation[] = [STRUCTURE, ITEMS, ITEM_BUDGETS, LIST_SUM, LIST_COUNT];

export const EXAMPLES: RelationExamples = () => ({
  [STRUCTURE.id]: [
    {
      text: "三、支出决算情况说明\n本年支出合计3037.9万元，其中：基本支出1135.67万元，占37.4%；项目支出1902.23万元，占62.6%。",
      holds: true,
      fiscalYear: 2023,
    },
    {
      text: "三、支出决算情况说明\n本年支出合计3037.9万元，其中：基本支出1153.67万元，占37.4%；项目支出1902.23万元，占62.6%。",
      holds: false,
      message: "1153.67",
      fiscalYear: 2023,
    },
  ],
  [LIST_SUM.id]: [
    {
      text: "七、财政拨款“三公”经费支出决算情况说明\n（二）具体情况\n国内公务接待2批次，10人次，共计支出0.36万元，具体内容包括：\n（1）接待省人社厅就餐费0.32万元；\n（2）接待市人社局就餐费0.04万元。",
      holds: true,
      fiscalYear: 2023,
    },
    {
      text: "七、财政拨款“三公”经费支出决算情况说明\n（二）具体情况\n国内公务接待2批次，10人次，共计支出0.63万元，具体内容包括：\n（1）接待省人社厅就餐费0.32万元；\n（2）接待市人社局就餐费0.04万元。",
      holds: false,
      message: "0.36",
      fiscalYear: 2023,
    },
  ],
  [LIST_COUNT.id]: [
    {
      text: "七、财政拨款“三公”经费支出决算情况说明\n（二）具体情况\n国内公务接待2批次，10人次，共计支出0.36万元，具体内容包括：\n（1）接待省人社厅就餐费0.32万元；\n（2）接待市人社局就餐费0.04万元。",
      holds: true,
      fiscalYear: 2023,
    },
    {
      text: "七、财政拨款“三公”经费支出决算情况说明\n（二）具体情况\n国内公务接待16批次，90人次，共计支出0.36万元，具体内容包括：\n（1）市应急局督导森林防灭火0.32万元；\n（2）其他零星公务接待0.04万元。",
      holds: true,
      fiscalYear: 2023,
    },
    {
      text: "七、财政拨款“三公”经费支出决算情况说明\n（二）具体情况\n国内公务接待3批次，10人次，共计支出0.36万元，具体内容包括：\n（1）接待省人社厅就餐费0.32万元；\n（2）接待市人社局就餐费0.04万元。",
      holds: false,
      message: "3批次",
      fiscalYear: 2023,
    },
  ],
});
