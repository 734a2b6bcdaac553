import type { BoundFigure } from "../../facts/disclosure.ts";
import { keyText } from "../../facts/key.ts";
import { readingOf, TICKS } from "../../figure/interval.ts";
import { placeOf } from "../place.ts";
import { tabledItems } from "../tabled-items.ts";
import type { CheckContext, Instance, Relation, Term, RelationExamples } from "../relation.ts";
import { ARITHMETIC, beside, DISCLOSURE_RULES, LEFT_OUT, placesOf, sectionAt, statementsOf, term } from "./terms.ts";

// Expenditure told item by item (支出决算具体情况): the items of a class add up to the class, and all of them to the whole.

const ITEMS_SECTION = "general-expenditure.items";

const PATH = (functional: string): readonly string[] =>
  /^\d+$/.test(functional) ? [functional.slice(0, 3)] : functional.split("/");

const bare = (name: string): string => name.replace(/支出$/, "");

/** Many forms set the items under no heading of their own, within the section of the general budget. */
const AROUND_ITEMS = "general-expenditure";

const hasItemsHeading = ({ disclosure }: CheckContext): boolean =>
  disclosure.sections.some(({ id }) => id === ITEMS_SECTION);

/** Whether a place is where the items of the general budget are told. */
function isAmongItems(context: CheckContext, start: number): boolean {
  return sectionAt(context, start) === (hasItemsHeading(context) ? ITEMS_SECTION : AROUND_ITEMS);
}

/** 普通教育按学段分：学前教育…，小学教育…: items of one group, told beside the groups and no list of all items. */
function isSplitOfGroup({ text }: CheckContext, start: number): boolean {
  const sentence = /[^。；\n]*$/.exec(text?.slice(Math.max(0, start - SENTENCE), start) ?? "")![0];
  return /[一-龥]按(?!支出|功能|经济|科目|性质|用途)[一-龥]{1,6}分[：:，,]/.test(sentence);
}

const SENTENCE = 240;

/** Sections that tell expenditure item by item, each of one fund. */
const ITEM_SECTIONS = [ITEMS_SECTION, "government-fund", "state-capital"] as const;

/** 五（三）, 八, 九: the items of a class add up to the class, and all items to the whole. */
function* items(context: CheckContext): Iterable<Instance> {
  for (const section of ITEM_SECTIONS) yield* itemsIn(context, section);
}

function* itemsIn(context: CheckContext, told: (typeof ITEM_SECTIONS)[number]): Iterable<Instance> {
  const listed = new Map<string, BoundFigure>();
  const ofClasses = new Map<string, BoundFigure>();
  const unnamed: BoundFigure[] = [];
  for (const figure of context.disclosure.figures) {
    const { functional, economic, measure, stage, period, fund, nature, label } = figure.dimensions;
    if (figure.concept !== "expenditure" || (measure ?? stage ?? period) !== undefined) continue;
    if (nature !== undefined || economic !== undefined || figure.source.table !== undefined) continue;
    if (fund === undefined || (told !== ITEMS_SECTION && fund !== told)) continue;
    if ((functional === undefined) !== (label !== undefined)) continue;
    const { start } = figure.source;
    if (told === ITEMS_SECTION ? !isAmongItems(context, start) : sectionAt(context, start) !== told) continue;
    if (functional !== undefined && isSplitOfGroup(context, start)) continue;
    if (functional === undefined) unnamed.push(figure);
    else if (isItem(functional)) listed.set(keyText(figure.concept, figure.dimensions), figure);
    else if (PATH(functional).join("") === functional) ofClasses.set(bare(functional), figure);
  }
  const all = [...listed.values()];
  const [sample] = all;
  const isFund = told !== ITEMS_SECTION;
  const isLoose = !isFund && !hasItemsHeading(context);
  const isOwed = context.profile?.sections.some((entry) => entry.id === ITEMS_SECTION && entry.owed !== false) === true;
  // A fund may have one item.
  if (!sample || (!isFund && all.length < 2)) return;
  // A number in the list that could not be read may be the missing item.
  const { section } = sample.source;
  if (
    context.disclosure.unbound.some(
      ({ source, unit }) => source.section === section && unit !== "count" && unit !== "percent",
    )
  )
    return;
  const byClass = new Map<string, BoundFigure[]>();
  for (const figure of all) {
    const [name] = PATH(figure.dimensions.functional!);
    const list = byClass.get(bare(name!));
    if (list) list.push(figure);
    else byClass.set(bare(name!), [figure]);
  }
  // 2.农林水支出（类）年初预算…，支出决算…: a class told without its items is an entry of the list itself.
  const alone = isLoose ? [] : [...ofClasses].flatMap(([name, figure]) => (byClass.has(name) ? [] : figure));
  const { fund } = sample.dimensions;
  const isWhole = (code: string): boolean => isLoose && isListed(context, code, all);
  // Where the form does not owe every item, and the table prints items that the list does not tell, the list was not meant to be whole.
  const isKnownPartial = (code: string, parts: readonly BoundFigure[], total: string): boolean =>
    !isOwed &&
    !isFund &&
    tabledItems(context) !== undefined &&
    !isListed(context, code, all) &&
    ticksOf(parts) < ticksOf(context.facts.get(total)?.slice(0, 1) ?? []);
  // Amounts under names that no list knows may be the entries that lack.
  const isUnnamed = (total: string, parts: readonly BoundFigure[]): boolean => {
    const lacking = ticksOf(context.facts.get(total)?.slice(0, 1) ?? []) - ticksOf(parts);
    return sumsOf(unnamed).some((sum) => Math.abs(sum - lacking) <= FAR * (unnamed.length + 1));
  };
  // Where the form is not known, few items of a fund may be told: that they come to more than the fund spent is a slip all the same.
  const isJudged = (total: string, parts: readonly BoundFigure[], code = ""): boolean =>
    !isUnnamed(total, parts) &&
    !isKnownPartial(code, parts, total) &&
    ((!isFund && !isLoose) ||
      (isFund && isOwed) ||
      isWhole(code) ||
      ticksOf(parts) > ticksOf(context.facts.get(total)?.slice(0, 1) ?? []));
  // Known forms owe every item; elsewhere a list may name only the larger ones.
  const partial = (total: string, parts: readonly BoundFigure[]): boolean => {
    return !isOwed && ticksOf(parts) < ticksOf(context.facts.get(total)?.slice(0, 1) ?? []);
  };
  const sum = (
    total: string,
    parts: readonly BoundFigure[],
    list: string,
    leftOut: Unlisted | undefined,
    code = "",
  ): Instance => {
    const isSure = isLoose ? isWhole(code) : !isFund && !partial(total, parts);
    const printed = beside(context, total, parts[0]!);
    const terms = [
      term(total, 1, printed),
      ...parts.map((figure) => term(keyText(figure.concept, figure.dimensions), -1, [figure.id])),
    ];
    return {
      relation: ITEMS.id,
      form: "linear",
      comparator: "=",
      terms,
      place: placeOf(parts[0]!.source),
      sources: placesOf(
        context,
        terms.flatMap(({ figures }) => figures),
      ),
      ...(!(isLoose && isSure) && { open: LEFT_OUT }),
      list: `items ${list}`,
      ...(leftOut !== undefined && {
        leftOut: leftOut.name,
        ...(leftOut.figure && { leftOutFigure: leftOut.figure.id }),
      }),
      ...(!isSure && { severity: "warning" }),
    };
  };
  const classes: { name: string; code: string; total: string; parts: readonly BoundFigure[] }[] = [];
  for (const figure of context.disclosure.figures) {
    const { functional, measure, stage, period, nature } = figure.dimensions;
    if (figure.concept !== "expenditure" || figure.dimensions.fund !== fund || functional === undefined) continue;
    if ((measure ?? stage ?? period ?? nature) !== undefined || PATH(functional).length > 1) continue;
    if (/^\d+$/.test(functional) && functional.length !== 3) continue;
    const name = bare(functional);
    const parts = byClass.get(name);
    if (!parts) continue;
    byClass.delete(name);
    classes.push({ name, code: functional, total: keyText(figure.concept, figure.dimensions), parts });
  }
  const unlisted = unlistedItems(context, all);
  const short = classes.filter(({ total, parts }) => isShort(context.facts.get(total)?.[0], parts));
  for (const { name, code, total, parts } of classes)
    if (isJudged(total, parts, code)) yield sum(total, parts, name, unlisted.get(name), code);
  const total = keyText("expenditure", { fund: fund! });
  const entries = [...all, ...alone];
  if (!context.facts.has(total) || !isJudged(total, entries)) return;
  // The entry that its class lacks is the one that the whole lacks.
  const [only] = short.length === 1 ? short : [];
  const strangers = [...unlisted].filter(([name]) => !classes.some((known) => known.name === name));
  const absent = only ? unlisted.get(only.name) : strangers.length === 1 ? strangers[0]![1] : undefined;
  yield sum(total, entries, only?.name ?? "", absent);
}

/** Whether every item that the table prints under a code, or in all, is told. */
function isListed(context: CheckContext, code: string, told: readonly BoundFigure[]): boolean {
  const codes = new Set(told.map(({ dimensions }) => dimensions.functional));
  const tabled = [...(tabledItems(context)?.values() ?? [])].filter(
    (item) => item.code.startsWith(code) && Number(item.figure.value) !== 0,
  );
  return tabled.length > 0 && tabled.every((item) => codes.has(item.code));
}

/** Printed parts that are far from their total: an entry may be missing. */
function isShort(total: BoundFigure | undefined, parts: readonly BoundFigure[]): boolean {
  return total !== undefined && ticksOf([total]) - ticksOf(parts) > FAR * (parts.length + 1);
}

/** What amounts add up to, in ticks; one that is only approximate adds nothing. */
function ticksOf(figures: readonly BoundFigure[]): number {
  return figures.reduce((sum, figure) => sum + (readingOf(figure)?.middle ?? 0), 0);
}

/** Beyond these many the sums are too many to mean anything. */
const MOST_UNNAMED = 8;

/** What one or several of the amounts come to, in ticks. */
function sumsOf(figures: readonly BoundFigure[]): readonly number[] {
  return figures
    .slice(0, MOST_UNNAMED)
    .map((figure) => ticksOf([figure]))
    .reduce<number[]>((sums, ticks) => [...sums, ticks, ...sums.map((sum) => sum + ticks)], []);
}

/** More than roundings add up to, for each part: 0.05万元 in ticks. */
const FAR = TICKS / 20;

const ITEM_PATH = /([^。；：、\d.．]+)（类）([^（）]+)（款）([^（）]+(?:（[^（）]+）)?[^（）]*)（项）/;

/** An item that the list does not have, and its amount where the table prints it. */
interface Unlisted {
  readonly name: string;
  readonly figure?: BoundFigure;
}

/** By class: the one item of it that the glossary explains, or the table prints, and the list does not have. */
function unlistedItems(context: CheckContext, listed: readonly BoundFigure[]): ReadonlyMap<string, Unlisted> {
  const tabled = untoldItems(context, listed);
  const told = new Set<string>();
  for (const { start, end } of listed.map(({ source }) => paragraphOf(context, source.start))) {
    const name = ITEM_PATH.exec(plain(context.text?.slice(start, end) ?? ""))?.[3];
    if (name !== undefined) told.add(name);
  }
  const found = new Map<string, Unlisted[]>();
  if (told.size < 2) return tabled;
  for (const { list, name, code } of statementsOf(context, "named-item")) {
    const path = list === "glossary" ? ITEM_PATH.exec(plain(name)) : null;
    if (!path || told.has(path[3]!) || /基金|国有资本/.test(path[1]!)) continue;
    // Named as the list names its classes: by code where the names are known.
    const own = listed.some(({ dimensions }) => /^\d/.test(dimensions.functional!))
      ? code?.slice(0, 3)
      : bare(path[1]!);
    if (own !== undefined) found.set(own, [...(found.get(own) ?? []), { name: path[3]! }]);
  }
  return new Map([...onlyOnes(found), ...tabled]);
}

/** By class: the one item that the table of the general budget prints with an amount and the list does not tell. */
function untoldItems(context: CheckContext, listed: readonly BoundFigure[]): ReadonlyMap<string, Unlisted> {
  const codes = new Set(listed.map(({ dimensions }) => dimensions.functional));
  const found = new Map<string, Unlisted[]>();
  if (listed[0]?.dimensions.fund !== "general") return new Map();
  for (const { code, name, figure } of tabledItems(context)?.values() ?? []) {
    if (codes.has(code) || Number(figure.value) === 0) continue;
    found.set(code.slice(0, 3), [...(found.get(code.slice(0, 3)) ?? []), { name, figure }]);
  }
  return onlyOnes(found);
}

function onlyOnes(found: ReadonlyMap<string, readonly Unlisted[]>): ReadonlyMap<string, Unlisted> {
  return new Map([...found].flatMap(([name, items]) => (items.length === 1 ? [[name, items[0]!] as const] : [])));
}

function plain(text: string): string {
  return text.normalize("NFKC").replace(/\s/g, "").replaceAll("(", "（").replaceAll(")", "）");
}

/** The paragraph that an offset stands in, as the document's lines have it. */
function paragraphOf(context: CheckContext, at: number): { readonly start: number; readonly end: number } {
  const block = context.document?.blocks.find(({ start, end }) => start <= at && at < end);
  if (block) return block;
  const text = context.text ?? "";
  const end = text.indexOf("\n", at);
  return { start: text.lastIndexOf("\n", at) + 1, end: end < 0 ? text.length : end };
}

/** What was planned for the items explained one by one is part of what was planned in all. */
function* itemBudgets(context: CheckContext): Iterable<Instance> {
  const listed = new Map<string, Term>();
  let first: BoundFigure | undefined;
  for (const figure of context.disclosure.figures) {
    const { functional, measure, stage, fund, nature } = figure.dimensions;
    if (figure.concept !== "expenditure" || functional === undefined || !isItem(functional) || fund === undefined)
      continue;
    if (stage !== "original-budget" || measure !== undefined || nature !== undefined) continue;
    if (!isAmongItems(context, figure.source.start)) continue;
    first ??= figure;
    const key = keyText(figure.concept, figure.dimensions);
    listed.set(key, term(key, 1, [figure.id]));
  }
  if (!first || listed.size < 2) return;
  const total = keyText("expenditure", { stage: "original-budget", fund: first.dimensions.fund! });
  if (!context.facts.has(total)) return;
  const terms = [...listed.values(), term(total, -1, beside(context, total, first))];
  yield {
    relation: ITEM_BUDGETS.id,
    form: "linear",
    comparator: "<=",
    terms,
    parts: {
      zh: "逐项说明的年初预算",
      en: "the original budgets told item by item",
    },
    ...(!hasItemsHeading(context) && { severity: "warning" }),
    place: placeOf(first.source),
    sources: placesOf(
      context,
      terms.flatMap(({ figures }) => figures),
    ),
  };
}

function isItem(functional: string): boolean {
  return /^\d+$/.test(functional) ? functional.length === 7 : functional.split("/").length === 3;
}

export const ITEMS: Relation = {
  id: "narrative.items",
  title: { zh: "各项之和等于类和合计", en: "Items add up to the class and the whole" },
  basis: DISCLOSURE_RULES,
  severity: "error",
  form: "linear",
  purpose: {
    zh: "逐项说明的类、款、项支出之和，等于该类支出和支出合计。",
    en: "The items explained one by one add up to their class and to total expenditure.",
  },
  leavesOut: {
    zh: "该节有金额没有读懂时不判定。",
    en: "Nothing is judged where an amount of the section could not be read.",
  },
  instances: items,
};

export const ITEM_BUDGETS: Relation = {
  id: "narrative.item-budgets",
  title: { zh: "各项年初预算之和不大于年初预算合计", en: "Item budgets within the whole" },
  basis: ARITHMETIC,
  severity: "error",
  form: "order",
  purpose: {
    zh: "逐项说明的年初预算加起来，不会大于一般公共预算财政拨款支出的年初预算。",
    en: "The original budgets of the items explained one by one never add up to more than the original budget of the whole.",
  },
  leavesOut: {
    zh: "有预算而没有支出的项目可以不列，所以不要求相等。",
    en: "Items that were planned and not spent on may go unmentioned, so the sum need not be equal.",
  },
  instances: itemBudgets,
};

export const EXAMPLES: RelationExamples = () => ({
  [ITEMS.id]: [
    {
      text: "五、一般公共预算财政拨款支出决算情况说明\n（一）总体情况\n一般公共预算财政拨款支出445.69万元。\n（三）一般公共预算财政拨款支出决算具体情况\n1.住房保障支出（类）住房改革支出（款）住房公积金（项）：支出决算为187.19万元。\n2.住房保障支出（类）住房改革支出（款）购房补贴（项）：支出决算为258.50万元。",
      holds: true,
      fiscalYear: 2024,
    },
    {
      text: "五、一般公共预算财政拨款支出决算情况说明\n（一）总体情况\n一般公共预算财政拨款支出445.69万元。\n（三）一般公共预算财政拨款支出决算具体情况\n1.住房保障支出（类）住房改革支出（款）住房公积金（项）：支出决算为187.19万元。\n2.住房保障支出（类）住房改革支出（款）购房补贴（项）：支出决算为285.50万元。",
      holds: false,
      message: "285.50",
      fiscalYear: 2024,
    },
  ],
  [ITEM_BUDGETS.id]: [
    {
      text: "五、一般公共预算财政拨款支出决算情况说明\n（三）一般公共预算财政拨款支出决算具体情况\n一般公共预算财政拨款支出年初预算为446.25万元，支出决算为445.69万元。其中：\n1、住房保障支出（类）住房改革支出（款）住房公积金（项）。年初预算为187.75万元，支出决算为187.19万元。\n2、住房保障支出（类）住房改革支出（款）购房补贴（项）。年初预算为258.50万元，支出决算为258.50万元。",
      holds: true,
      fiscalYear: 2024,
    },
    {
      text: "五、一般公共预算财政拨款支出决算情况说明\n（三）一般公共预算财政拨款支出决算具体情况\n一般公共预算财政拨款支出年初预算为446.25万元，支出决算为445.69万元。其中：\n1、住房保障支出（类）住房改革支出（款）住房公积金（项）。年初预算为187.75万元，支出决算为187.19万元。\n2、住房保障支出（类）住房改革支出（款）购房补贴（项）。年初预算为285.50万元，支出决算为258.50万元。",
      holds: false,
      message: "446.25",
      fiscalYear: 2024,
    },
  ],
});
