import type { SectionId } from "../facts/disclosure.ts";
import { hasUnreadPages, headingOf, NO_PROFILE, PROCEDURE } from "./owed.ts";
import { proseOf } from "./prose.ts";
import type { CheckContext, Judgement, Relation, RelationExamples } from "./relation.ts";
import { tinyDisclosure } from "./tiny.ts";
import { plainTitle } from "./titles.ts";
import { ofAccounts } from "./wording/budget-headings.ts";

/** A narrative of seven sections, for examples. */
export const NARRATIVE = `一、收入支出决算总体情况说明

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
  "operating-costs": /运行经费|机关运行费/,
  procurement: /政府采购/,
  "state-assets": /国有资产|共有车辆|(?:车辆|资产)(?:情况|占用|占有)/,
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
    yield* mattersMissing(context, new Set(owed.map(({ id }) => id)));
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

/** What the procedure has every department tell, under whatever headings its form sets: 机关运行经费、政府采购、国有资产占用、预算绩效. */
const MATTERS = [
  ["operating-costs", "机关运行经费支出情况"],
  ["procurement", "政府采购支出情况"],
  ["state-assets", "国有资产占用情况"],
  ["performance", "预算绩效情况"],
] as const satisfies readonly (readonly [SectionId, string])[];

/** Performance is owed since the accounts of 2018 (中发〔2018〕34号). */
const SINCE: Readonly<Partial<Record<SectionId, number>>> = { performance: 2018 };

/** One or two of the matters of which no word is told, though the others are; those that the form owes are told by it. */
function* mattersMissing(context: CheckContext, owed: ReadonlySet<SectionId>): Iterable<Judgement> {
  const { fiscalYear = 0 } = context.disclosure;
  const isTold = ([id]: (typeof MATTERS)[number]): boolean =>
    proseOf(context).some(
      ({ role, section, text }) =>
        role !== "contents" && section !== undefined && section.part !== "glossary" && TOLD_BY[id]!.test(text),
    );
  const silent = MATTERS.filter((matter) => !isTold(matter));
  if (silent.length === 0 || silent.length > 1 || hasUnreadPages(context)) return;
  for (const [id, name] of silent) {
    if (owed.has(id) || fiscalYear < (SINCE[id] ?? 0)) continue;
    const listed = context.disclosure.contents.find(({ title }) => TOLD_BY[id]!.test(title));
    yield {
      outcome: "violated",
      message: {
        zh: `全文没有说明“${name}”${listed ? `，目录中列有“${listed.title}”` : ""}`,
        en: `nothing is said of “${name}”${listed ? `, which the contents list as “${listed.title}”` : ""}`,
      },
      expected: name,
      sources: listed ? [listed.source] : headingOf(context, "narrative"),
      suggestion: { zh: `补上“${name}”；没有发生的，写明没有`, en: "Add it; where there was nothing, say so" },
      key: id,
    };
  }
}

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
});
