import type { BoundFigure, Section, SectionId } from "../facts/disclosure.ts";
import { keyText } from "../facts/key.ts";
import type { ProfileElement } from "../profile/profile.ts";
import { isZero } from "./amounts.ts";
import { hasUnreadPages, NO_PROFILE } from "./owed.ts";
import { placeOf } from "./place.ts";
import { proseOf } from "./prose.ts";
import type { CheckContext, Judgement, Relation, RelationExamples } from "./relation.ts";

type Stated = ProfileElement["states"][number];

const DETAIL = (vehicles: string): string =>
  `第三部分 2025年度部门决算情况说明\n\n七、财政拨款“三公”经费支出决算情况说明\n\n（一）“三公”经费财政拨款支出决算总体情况说明\n\n“三公”经费财政拨款支出决算为19.86万元，其中：因公出国（境）费决算为0.00万元；公务用车购置及运行维护费支出决算为19.56万元；公务接待费支出决算为0.3万元。\n\n（二）“三公”经费财政拨款支出决算具体情况说明\n\n1、因公出国（境）费支出0.00万元。全年安排因公出国（境）团组0个、累计0人次。\n\n2、公务用车购置及运行维护费支出19.56万元。其中：\n\n${vehicles}公务用车运行维护支出19.56万元。2025年，所属各预算单位开支财政拨款的公务用车保有量为9辆。\n\n3、公务接待费支出0.3万元。其中：国内公务接待支出0.3万元，公务接待1批次、15人次。`;

/** 公开格式应写明的要素 */
export const ELEMENT_MISSING: Relation = {
  id: "structure.element-missing",
  title: { zh: "应写明的要素缺失", en: "A figure that the form asks for is not stated" },
  basis: {
    zh: "公开格式（模板）规定的文字：该节应逐项写明的数字，没有发生的写0或写明没有",
    en: "The form's own wording: what a section states item by item; what did not happen is stated as 0, or as not having happened",
  },
  severity: "warning",
  form: "presence",
  purpose: {
    zh: "发现只写合并数而没有细化的“三公”经费（没有公务用车购置费），没有写团组、批次、人次、购置数量的说明",
    en: "Finds “three public” expenses stated only in sum, and missions, batches, persons or vehicles that are not counted",
  },
  leavesOut: {
    zh: "格式没有规定要素的，只看各地都应公开的“三公”经费团组、人次、批次、保有量，且有这项支出，印在“三公”经费表里的也算写明；所说明的金额为零、或没有印出的，只作参考；写明“无”“未购置”的不算缺；该节有数字没有读懂的不判断",
    en: "Where a form prescribes nothing, only the missions, persons, batches and vehicles that every disclosure owes, where there was such an expense, and counts printed in its table are stated; only noted where the amount explained is nothing or not printed; “none” and “not bought” state it; not judged where a figure of the section was not read",
  },
  *judge(context) {
    if (!context.profile) {
      yield { outcome: "not-applicable", reason: NO_PROFILE, sources: [] };
      return;
    }
    const { elements } = context.profile;
    for (const element of elements ?? STATUTORY) {
      const judgement = judgeElement(context, element, elements ? inProse : printed);
      if (judgement) yield judgement;
    }
  },
};

const stated = (zh: string, en: string, concepts: readonly string[], words: string): Stated => ({
  zh,
  en,
  keys: concepts.flatMap((concept) => [
    concept,
    keyText(concept, { item: "domestic" }),
    keyText(concept, { fund: "general" }),
  ]),
  words,
});

/**
 * 财预〔2016〕143号: what a disclosure states of the “three public” expenses in any form, where there was such an expense. Words
 * that may count them in some other way are taken for stating it.
 */
const STATUTORY: readonly ProfileElement[] = [
  {
    section: "three-public",
    states: [
      stated("公务接待批次", "batches received", ["reception-batches"], "(?<!外事|外宾)接待[^。；]{0,60}批"),
      stated(
        "公务接待人次",
        "persons received",
        ["reception-persons"],
        "(?<!外事|外宾)接待[^。；]{0,60}(?:人次|\\d+余?人|[一二三四五六七八九十百]+人)",
      ),
    ],
    of: keyText("three-public", { item: "receptions" }),
    onlyWith: keyText("three-public", { item: "receptions" }),
    severity: "warning",
  },
  {
    section: "three-public",
    states: [stated("公务用车保有量", "vehicles held", ["vehicles-held", "state-vehicles"], "保有|辆")],
    of: keyText("three-public", { item: "vehicle-running" }),
    onlyWith: keyText("three-public", { item: "vehicle-running" }),
    severity: "warning",
  },
  {
    section: "three-public",
    states: [
      stated("因公出国（境）团组数", "missions", ["missions"], "团|批"),
      stated(
        "因公出国（境）人次",
        "persons on missions",
        ["mission-persons"],
        "人次|\\d+余?人|[一二三四五六七八九十]+人",
      ),
    ],
    of: keyText("three-public", { item: "overseas" }),
    onlyWith: keyText("three-public", { item: "overseas" }),
    severity: "warning",
  },
];

/** What counts as stating a key: in the form's own words, or, where no form prescribes any, also in a table (相关统计数). */
type Printed = (context: CheckContext, key: string) => readonly BoundFigure[];

function judgeElement(context: CheckContext, element: ProfileElement, stating: Printed): Judgement | undefined {
  const { section: id, states, of, onlyWith, besides = [] } = element;
  const sections = context.disclosure.sections.filter((section) => isWithin(section.id, id));
  if (sections.length === 0 || saysNone(context, sections, [of, onlyWith])) return undefined;
  if (onlyWith !== undefined && amountOf(context, onlyWith) === "nothing") return undefined;
  const missing = states.filter((stated) => !isStated(context, sections, stated, stating));
  const anchor = anchorOf(context, sections, [of, onlyWith, ...besides]);
  const sources = anchor ? [anchor] : [sections.at(-1)!.heading];
  if (missing.length === 0) return { outcome: "holds", sources };
  if (isUnread(context, sections)) {
    return {
      outcome: "not-checkable",
      reason: {
        zh: `没有找到${missing.map(({ zh }) => zh).join("、")}，但该节有的数字没有读懂`,
        en: `${missing.map(({ en }) => en).join(", ")} was not found, but some figures of the section were not read`,
      },
      sources,
    };
  }
  const isMinor =
    of !== undefined && amountOf(context, of) === "nothing" && !besides.some((key) => inProse(context, key).length > 0);
  const place = placeOf(sources[0]!);
  const names = missing.map(({ zh }) => zh).join("、");
  return {
    outcome: "violated",
    severity: isMinor ? "info" : element.severity,
    message: {
      zh: `${place.zh}没有写明${names}`,
      en: `${place.en} does not state ${missing.map(({ en }) => en).join(", ")}`,
    },
    expected: names,
    sources,
    suggestion: {
      zh: `补上${names}；没有发生的，写0或写明没有`,
      en: "State it; where there was nothing, state 0 or say so",
    },
    key: missing.map(({ keys }) => keys[0]!).join(" "),
  };
}

function isWithin(id: SectionId | undefined, section: SectionId): boolean {
  return id !== undefined && (id === section || id.startsWith(`${section}.`));
}

/** Figures of the narrative; a table's cell states nothing in words. */
function inProse(context: CheckContext, key: string): readonly BoundFigure[] {
  return (context.facts.get(key) ?? []).filter(({ source }) => source.table === undefined);
}

function printed(context: CheckContext, key: string): readonly BoundFigure[] {
  return context.facts.get(key) ?? [];
}

/** Whether an amount is printed anywhere, and as more than nothing. */
function amountOf(context: CheckContext, key: string): "some" | "nothing" {
  return (context.facts.get(key) ?? []).some((figure) => !isZero(figure)) ? "some" : "nothing";
}

function isStated(
  context: CheckContext,
  sections: readonly Section[],
  { keys, words }: Stated,
  stating: Printed,
): boolean {
  if (keys.some((key) => stating(context, key).length > 0 || saysNone(context, sections, [key]))) return true;
  if (words === undefined) return false;
  const pattern = new RegExp(words);
  return proseOf(context).some(
    ({ text, offsets, role }) =>
      role !== "contents" &&
      sections.some(({ bodyStart, bodyEnd }) => bodyStart <= offsets[0]! && offsets[0]! < bodyEnd) &&
      pattern.test(text),
  );
}

/** 无“三公”经费财政拨款支出 stands for the whole section, 未发生公务接待费 for what is said of receptions. */
function saysNone(context: CheckContext, sections: readonly Section[], keys: readonly (string | undefined)[]): boolean {
  return context.disclosure.statements.some(({ type, ...statement }) => {
    if (type !== "none" || !("subject" in statement)) return false;
    const { subject, source } = statement;
    if (!sections.some(({ bodyStart, bodyEnd }) => bodyStart <= source.start && source.start < bodyEnd)) return false;
    const key = keyText(subject.concept, subject.dimensions);
    return Object.keys(subject.dimensions).length === 0 || keys.includes(key);
  });
}

function isUnread({ disclosure, ...context }: CheckContext, sections: readonly Section[]): boolean {
  const within = ({ start }: BoundFigure["source"]): boolean =>
    sections.some(({ bodyStart, bodyEnd }) => bodyStart <= start && start < bodyEnd);
  return (
    hasUnreadPages({ disclosure, ...context }) ||
    disclosure.unbound.some(({ source }) => within(source)) ||
    disclosure.figures.some(({ concept, source }) => concept === "performance-output" && within(source))
  );
}

/** Where the sentence stands that lacks something: the amount it explains, in the part of the section that tells details. */
function anchorOf(
  context: CheckContext,
  sections: readonly Section[],
  keys: readonly (string | undefined)[],
): BoundFigure["source"] | undefined {
  const { bodyStart, bodyEnd } = sections.at(-1)!;
  for (const key of keys) {
    const figure = (key === undefined ? [] : inProse(context, key)).findLast(
      ({ source }) => bodyStart <= source.start && source.start < bodyEnd,
    );
    if (figure) return figure.source;
  }
  return undefined;
}

export const ELEMENT_RELATIONS: readonly Relation[] = [ELEMENT_MISSING];

export const EXAMPLES: RelationExamples = () => ({
  [ELEMENT_MISSING.id]: [
    { text: DETAIL("公务用车购置支出为0万元。"), profile: "shanghai", holds: true },
    { text: DETAIL("2025年未购置公务用车。"), profile: "shanghai", holds: true },
    { text: DETAIL(""), profile: "shanghai", holds: false, message: "没有写明公务用车购置费" },
    { text: DETAIL("公务用车购置支出为25万元。"), profile: "shanghai", holds: false, message: "公务用车购置数量" },
    { text: DETAIL("公务用车购置支出为25万元，主要用于新购一辆公车。"), profile: "shanghai", holds: true },
    { text: DETAIL(""), profile: "national", holds: true },
    {
      text: DETAIL("").replace("，公务接待1批次、15人次", ""),
      profile: "national",
      holds: false,
      message: "没有写明公务接待批次、公务接待人次",
    },
    {
      text: `${DETAIL("").replace("，公务接待1批次、15人次", "")}\n\n“三公”经费决算情况表\n单位：万元\n| 项目 | 决算数 |\n| 公务接待费 | 0.3 |\n| 公务接待批次（批） | 1 |\n| 公务接待人次（人） | 15 |`,
      profile: "national",
      holds: true,
    },
  ],
});
