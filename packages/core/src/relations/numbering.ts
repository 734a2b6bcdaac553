import type { Section } from "../facts/disclosure.ts";
import { chineseNumber } from "../tables/chinese-number.ts";
import { hasUnreadPages } from "./owed.ts";
import { perContext } from "./per-context.ts";
import { proseOf } from "./prose.ts";
import type { CheckContext, Judgement, Relation, RelationExamples } from "./relation.ts";
import { NARRATIVE, SECTION_MISSING } from "./sections.ts";
import { tinyDisclosure } from "./tiny.ts";
import { plainTitle } from "./titles.ts";

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
    yield* partsLost(context);
    for (const level of [1, 2]) {
      for (const siblings of familiesOf(sections, level)) yield* judgeNumbers(context, siblings);
    }
  },
};

const PART = /^第([一二三四五六七八九十]+)部分/;

/** 第二部分 and then 第四部分, and no terms explained anywhere: the explanation of terms, a part of its own in every form, is lost. */
function* partsLost(context: CheckContext): Iterable<Judgement> {
  const parts = context.disclosure.sections.flatMap((section) => {
    const number = NUMBERS.get(PART.exec(section.marker ?? "")?.[1] ?? "");
    return section.level === 0 && number !== undefined ? [{ section, number }] : [];
  });
  const owed = context.profile?.parts.some(({ id }) => id === "glossary") === true;
  if (!owed || hasUnreadPages(context) || hasGlossary(context)) return;
  for (const [index, { section, number }] of parts.entries()) {
    const previous = parts[index - 1];
    if (!previous || number !== previous.number + 2) continue;
    // Terms are explained behind the accounts: what is lost before the narrative are the tables, in a file of their own as is likely.
    if (section.part === "narrative") continue;
    const lost = `第${chineseNumber(number - 1)}部分`;
    if (proseOf(context).some(({ role, text }) => role !== "contents" && text.startsWith(lost))) continue;
    const [before, after] = [previous.section, section].map(({ marker, title }) => `${marker!} ${title}`);
    yield {
      outcome: "violated",
      severity: "warning",
      message: {
        zh: `“${before!}”之后直接是“${after!}”，缺少${lost}，全文也没有“名词解释”`,
        en: `“${after!}” follows “${before!}”: the part between is missing, and no terms are explained`,
      },
      stated: section.marker!,
      sources: [section.heading, previous.section.heading],
      suggestion: { zh: `补上“${lost} 名词解释”`, en: "Add the glossary" },
      key: lost,
    };
  }
}

function hasGlossary(context: CheckContext): boolean {
  return proseOf(context).some(
    ({ role, text, section }) =>
      role !== "contents" &&
      (section?.part === "glossary" || /^[^。；]{0,12}(?:名词|术语|名称)[^。；]{0,6}(?:解释|说明|释义)$/.test(text)),
  );
}

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
    if (isMisnumbered(numbers, index)) {
      yield misnumbered(section, before + 1);
      numbers[index] = before + 1;
      continue;
    }
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

/** （七）、（九）、（九）: the number is its neighbour's, and the next one goes on as if it were the one between. */
function isMisnumbered(numbers: readonly number[], index: number): boolean {
  const [before, own, next] = [numbers[index - 1] ?? 0, numbers[index], numbers[index + 1]];
  return before > 0 && next === before + 2 && (own === before || own === next);
}

function misnumbered({ marker, title, heading }: Section, number: number): Judgement {
  const meant = marker!.replace(/[一二三四五六七八九十]+/, chineseNumber(number));
  return {
    outcome: "violated",
    severity: "warning",
    message: {
      zh: `标题“${title}”的编号“${marker!}”与相邻标题重复，按前后顺序应为“${meant}”`,
      en: `the heading “${title}” bears its neighbour's number “${marker!}”; between the two it is “${meant}”`,
    },
    stated: marker!,
    expected: meant,
    sources: [heading],
    culprits: [{ source: heading, expected: meant }],
    suggestion: { zh: `编号改为“${meant}”`, en: `Number it “${meant}”` },
    key: title,
  };
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

export const EXAMPLES: RelationExamples = () => ({
  [NUMBERING.id]: [
    { text: tinyDisclosure([], NARRATIVE), holds: true },
    { text: tinyDisclosure([], NARRATIVE.replace("六、", "五、")), holds: false, message: "应为“六”" },
    { text: tinyDisclosure([], NARRATIVE.replace("六、", "七、")), holds: false, message: "应为“六”" },
    {
      text: tinyDisclosure([], NARRATIVE.replace("六、", "五、").replace("七、", "六、")),
      holds: false,
      message: "同为“五”",
    },
    { text: tinyDisclosure([], NARRATIVE.replace(/三、[^\n]*\n\n[^\n]*\n\n/, "")), holds: false, message: "缺号" },
    {
      text: `第一部分 部门概况\n一、主要职责\n负责全区工作。\n第二部分 2024年度部门决算情况说明\n${NARRATIVE}\n第四部分 附件\n无。`,
      profile: "national",
      holds: false,
      message: "缺少第三部分，全文也没有“名词解释”",
    },
    // The tables are in another file.
    {
      text: `第一部分 部门概况\n一、主要职责\n负责全区工作。\n第三部分 2024年度部门决算情况说明\n${NARRATIVE}`,
      profile: "national",
      holds: true,
    },
    {
      text: `第一部分 部门概况\n一、主要职责\n负责全区工作。\n第二部分 2024年度部门决算情况说明\n${NARRATIVE}\n八、专业名词说明\n无。\n第四部分 附件\n无。`,
      profile: "national",
      holds: true,
    },
  ],
});
