import type { Section, SectionId } from "../facts/disclosure.ts";
import { chineseNumber } from "../tables/chinese-number.ts";
import { hasUnreadPages, headingOf, NO_PROFILE, PROCEDURE } from "./owed.ts";
import { perContext } from "./per-context.ts";
import { proseOf } from "./prose.ts";
import type { CheckContext, Judgement, Relation, RelationExamples } from "./relation.ts";
import { tinyDisclosure } from "./tiny.ts";
import { plainTitle } from "./titles.ts";
import { ofAccounts } from "./wording/budget-headings.ts";

const NARRATIVE = `一、收入支出决算总体情况说明

2024年度收入支出总计10.00万元。

二、收入决算情况说明

本年收入合计10.00万元。

三、支出决算情况说明

本年支出合计10.00万元。

四、财政拨款收入支出决算总体情况说明

2024年度财政拨款收入支出总计10.00万元。

五、一般公共预算财政拨款支出决算情况说明

一般公共预算财政拨款支出10.00万元。

六、一般公共预算财政拨款基本支出决算情况说明

一般公共预算财政拨款基本支出10.00万元。

七、财政拨款“三公”经费支出决算情况说明

“三公”经费财政拨款支出决算为0.50万元。`;

/** Minor sections are told by their words too, where their heading is missing or was not recognised. */
const TOLD_BY: Readonly<Partial<Record<SectionId, RegExp>>> = {
  "general-expenditure.total": /一般公共预算财政拨款支出/,
  "general-expenditure.structure": /主要用于以下方面/,
  "general-expenditure.items": /（项）/,
  "three-public.total": /三公/,
  "three-public.detail": /三公/,
  "operating-costs": /运行经费/,
  procurement: /政府采购/,
  "state-assets": /国有资产|共有车辆/,
  // 绩效工资 is a wage.
  performance: /绩效(?!工资)/,
  "other-matters": /运行经费|政府采购|国有资产/,
};

/**
 * （八）关于项目支出、政府性基金及国有资本经营预算支出情况说明, 关于一般公共预算财政拨款支出决算具体情况说明: a heading that names the matter among
 * others, or with a narrower word, is the section all the same.
 */
const HEADED_BY: Readonly<Partial<Record<SectionId, RegExp>>> = {
  "general-expenditure": /一般公共预算(?:财政拨款)?支出决算(?:具体)?情况/,
  "government-fund": /政府性基金/,
  "state-capital": /国有资本经营/,
};

export const SECTION_MISSING: Relation = {
  id: "structure.section-missing",
  title: { zh: "应有的说明缺失", en: "A section owed is missing" },
  basis: PROCEDURE,
  severity: "warning",
  form: "presence",
  purpose: {
    zh: "公开格式规定的每一节说明都应有，没有发生的也要写明“无”",
    en: "Every section of the form is there; where nothing happened it says so",
  },
  leavesOut: {
    zh: "说明只有一半以上的节能认出时才判断；标题写法不同但内容在的，不当作缺失；同样像的另一种公开格式不要求的，只作参考",
    en: "Judged only where more than half of the sections were recognised; a section under other words is not missing; what another form that the document may follow as well does not owe is only noted",
  },
  *judge(context) {
    const owed = (context.profile?.sections ?? []).filter(
      (entry) => entry.owed !== false && entry.part === "narrative",
    );
    if (owed.length === 0) {
      yield { outcome: "not-applicable", reason: NO_PROFILE, sources: [] };
      return;
    }
    const ids = new Set(context.disclosure.sections.map(({ id }) => id));
    const found = owed.filter(({ id }) => ids.has(id));
    if (found.length * 2 <= owed.length) {
      yield {
        outcome: "not-checkable",
        reason: {
          zh: `${owed.length}节说明只认出${found.length}节，无法判断缺哪一节`,
          en: `only ${found.length} of ${owed.length} sections were recognised`,
        },
        sources: [],
      };
      return;
    }
    const narrative = proseOf(context).filter(
      ({ role, section }) => role !== "contents" && section?.part === "narrative",
    );
    // 收入决算表 is no section, though it begins as one does.
    const titles = proseOf(context)
      .filter(
        ({ role, text, section }) =>
          role !== "contents" &&
          text.length < 400 &&
          !text.endsWith("表") &&
          // What stands before the first heading is a cover or contents.
          section !== undefined &&
          !OTHER_PARTS.has(section.part ?? "narrative"),
      )
      .map(({ text }) => plainTitle(text));
    const missing: (typeof owed)[number][] = [];
    for (const entry of owed) {
      const { id, titles: known } = entry;
      const official = known[0] ?? id;
      const isTold =
        ids.has(id) ||
        known.some((title) =>
          // A heading of the budget's is told as such.
          titles.some((text) => text.startsWith(plainTitle(title)) || ofAccounts(text)?.startsWith(plainTitle(title))),
        ) ||
        (TOLD_BY[id] !== undefined && narrative.some(({ text }) => TOLD_BY[id]!.test(text))) ||
        context.disclosure.sections.some((own) => own.part === "narrative" && HEADED_BY[id]?.test(own.title) === true);
      if (isTold) {
        yield { outcome: "holds", sources: [] };
        continue;
      }
      if (hasUnreadPages(context)) {
        yield {
          outcome: "not-checkable",
          reason: {
            zh: `没有找到“${official}”，但有的页没有读出`,
            en: `“${official}” was not found, but some pages could not be read`,
          },
          sources: [],
        };
        continue;
      }
      missing.push(entry);
    }
    for (const entry of outermost(missing, owed, ids)) {
      const official = entry.titles[0] ?? entry.id;
      const isOwedByAll = context.rivals.every(({ sections }) =>
        sections.some(({ id, owed: isOwed }) => id === entry.id && isOwed !== false),
      );
      yield {
        outcome: "violated",
        ...(isOwedByAll ? {} : { severity: "info" as const }),
        message: { zh: `说明中缺少“${official}”一节`, en: `the narrative has no section “${official}”` },
        expected: official,
        sources: headingOf(context, "narrative"),
        suggestion: { zh: `补上“${official}”；没有发生的，写明没有`, en: "Add it; where there was nothing, say so" },
        key: entry.id,
      };
    }
  },
};

const OTHER_PARTS: ReadonlySet<string> = new Set(["tables", "appended-tables", "glossary", "annexes"]);

/** Sections that stand within another, though their ids do not say so. */
const WITHIN: Readonly<Partial<Record<SectionId, SectionId>>> = {
  "operating-costs": "other-matters",
  procurement: "other-matters",
  "state-assets": "other-matters",
};

function parentOf(id: SectionId): SectionId | undefined {
  return WITHIN[id] ?? (id.includes(".") ? (id.split(".")[0] as SectionId) : undefined);
}

/** A section that is missing with all that stands in it is one section missing. */
function outermost<T extends { readonly id: SectionId }>(
  missing: readonly T[],
  owed: readonly T[],
  headed: ReadonlySet<SectionId | undefined>,
): readonly T[] {
  const gone = new Set(missing.map(({ id }) => id));
  const whole = owed.filter(({ id }) => {
    const parts = owed.filter((other) => parentOf(other.id) === id);
    return !headed.has(id) && parts.length > 0 && parts.every((part) => gone.has(part.id));
  });
  const named = new Set([...whole.map(({ id }) => id), ...gone]);
  const order = owed.map(({ id }) => id);
  // （四）预算绩效管理情况 is the last of the other matters in some forms, and a section by itself in others.
  const isLastOfOthers = (id: SectionId): boolean =>
    id === "performance" && named.has("other-matters") && order.indexOf(id) > order.indexOf("other-matters");
  return owed.filter(
    ({ id }) => named.has(id) && !isLastOfOthers(id) && !(parentOf(id) !== undefined && named.has(parentOf(id)!)),
  );
}

export const NUMBERING: Relation = {
  id: "structure.numbering",
  title: { zh: "标题编号重复或跳号", en: "Headings numbered twice or with a gap" },
  basis: { zh: "公开格式的章节编号", en: "The numbering of the form's sections" },
  severity: "info",
  form: "presence",
  purpose: {
    zh: "跳号往往说明漏了一节，重号往往说明复制后没有改",
    en: "A gap often means a lost section, a repeated number a copied heading",
  },
  leavesOut: {
    zh: "只看情况说明部分；职责、附件中的编号不判断",
    en: "Only the narrative is judged, not the duties and annexes",
  },
  *judge(context) {
    const sections = context.disclosure.sections.filter(
      ({ part, marker }) => part === "narrative" && marker !== undefined,
    );
    for (const level of [1, 2]) {
      for (const siblings of familiesOf(sections, level)) yield* judgeNumbers(context, siblings);
    }
  },
};

/** Headings of one level under one heading of the level above. */
function familiesOf(sections: readonly Section[], level: number): Section[][] {
  const families: Section[][] = [];
  let open = false;
  for (const section of sections) {
    if (section.level < level) open = false;
    else if (section.level === level) {
      if (!open) families.push([]);
      families.at(-1)!.push(section);
      open = true;
    }
  }
  return families;
}

const NUMBERS = new Map(Array.from({ length: 60 }, (_, index) => [chineseNumber(index + 1), index + 1]));

function* judgeNumbers(context: CheckContext, siblings: readonly Section[]): Iterable<Judgement> {
  const numbers = siblings.map(({ marker }) => NUMBERS.get((marker ?? "").replace(/[（()）]/g, "")) ?? 0);
  for (const [index, section] of siblings.entries()) {
    const number = numbers[index]!;
    const before = index === 0 ? 0 : numbers[index - 1]!;
    if (number === 0 || (index > 0 && before === 0)) continue;
    if (number === before + 1) {
      yield { outcome: "holds", sources: [section.heading] };
      continue;
    }
    const previous = siblings[index - 1];
    if (number === before) {
      yield {
        outcome: "violated",
        message: {
          zh: `两个标题同为“${section.marker!}”：“${previous?.title ?? ""}”和“${section.title}”`,
          en: `two headings are both numbered “${section.marker!}”: “${previous?.title ?? ""}” and “${section.title}”`,
        },
        stated: section.marker!,
        sources: [section.heading, ...(previous ? [previous.heading] : [])],
        key: section.title,
      };
      continue;
    }
    if (number < before + 1 || index === 0 || isThere(context, previous!, section, before + 1)) continue;
    const lost = lostSection(context, previous!, section, before + 1);
    const isSaid = lost !== undefined && isSaidToBeMissing(context, lost);
    yield {
      outcome: "violated",
      ...(lost !== undefined && !isSaid && { severity: "warning" as const }),
      ...(lost !== undefined && { expected: lost }),
      message: {
        zh: `“${previous!.marker!}、${previous!.title}”之后直接是“${section.marker!}、${section.title}”，中间缺号${lost === undefined ? "" : `；目录中这一节是“${lost}”，正文没有`}`,
        en: `“${section.marker!} ${section.title}” follows “${previous!.marker!} ${previous!.title}”: a number is missing${lost === undefined ? "" : `; the contents have “${lost}” there`}`,
      },
      stated: section.marker!,
      sources: [section.heading, previous!.heading],
      key: section.title,
    };
  }
}

/** The sections that the form owes and the narrative lacks, as their own relation says. */
const saidToBeMissing = perContext(
  (context): ReadonlySet<string | undefined> =>
    new Set(
      [...SECTION_MISSING.judge!(context)]
        .filter(({ outcome, severity }) => outcome === "violated" && severity === undefined)
        .map(({ key }) => key),
    ),
);

function isSaidToBeMissing(context: CheckContext, title: string): boolean {
  const plain = plainTitle(title);
  return (context.profile?.sections ?? []).some(
    ({ id, titles }) => saidToBeMissing(context).has(id) && titles.some((known) => plainTitle(known) === plain),
  );
}

const isTitleOfTable = (title: string): boolean => /表(?:[（(][^（）()]*[）)])?$/.test(title);

/** What the contents list between two headings that follow on each other in the body, under the number between theirs. */
function lostSection(context: CheckContext, from: Section, to: Section, number: number): string | undefined {
  const { contents } = context.disclosure;
  // What tables are missing is told by their own relation: 七、…决算表（表7）.
  if (isTitleOfTable(from.title) || isTitleOfTable(to.title)) return undefined;
  const at = contents.findIndex(
    ({ marker, title }, index) =>
      NUMBERS.get(marker ?? "") === number &&
      title !== "" &&
      !isTitleOfTable(title) &&
      contents[index - 1]?.marker === from.marker &&
      contents[index + 1]?.marker === to.marker,
  );
  return at < 0 ? undefined : contents[at]!.title;
}

/** The missing number may open a paragraph that was not taken for a heading. */
function isThere(context: CheckContext, from: Section, to: Section, number: number): boolean {
  return proseOf(context).some(({ text, offsets }) => {
    if (offsets[0]! <= from.heading.start || offsets[0]! >= to.heading.start) return false;
    const marker = /^[（(]?([一二三四五六七八九十]+)[）)、.．]/.exec(text)?.[1];
    return marker !== undefined && NUMBERS.get(marker) === number;
  });
}

export const SECTION_RELATIONS: readonly Relation[] = [SECTION_MISSING, NUMBERING];

export const EXAMPLES: RelationExamples = () => ({
  [SECTION_MISSING.id]: [
    { text: tinyDisclosure([], NARRATIVE), profile: "national", holds: true },
    {
      text: tinyDisclosure([], NARRATIVE.replace(/三、[^\n]*\n\n[^\n]*\n\n/, "")),
      profile: "national",
      holds: false,
      message: "支出决算",
    },
    {
      text: tinyDisclosure(
        [],
        `${NARRATIVE.replace("五、一般公共预算财政拨款支出决算情况说明", "五、一般公共预算财政拨款支出决算具体情况说明")}\n\n八、项目支出、政府性基金及国有资本经营预算支出情况说明\n\n本部门无政府性基金预算财政拨款收支。`,
      ),
      profile: "inner-mongolia",
      holds: false,
      message: "机构运行经费",
    },
  ],
  [NUMBERING.id]: [
    { text: tinyDisclosure([], NARRATIVE), holds: true },
    { text: tinyDisclosure([], NARRATIVE.replace("六、", "五、")), holds: false, message: "同为“五”" },
    { text: tinyDisclosure([], NARRATIVE.replace(/三、[^\n]*\n\n[^\n]*\n\n/, "")), holds: false, message: "缺号" },
  ],
});
