import type { ContentsEntry } from "../facts/disclosure.ts";
import type { Source } from "../figure/figure.ts";
import { recogniseTitle } from "../tables/recognise-title.ts";
import { normaliseTitle } from "../tables/normalise.ts";
import { perContext } from "./per-context.ts";
import { proseOf, sourceIn, type Prose } from "./prose.ts";
import type { CheckContext, Judgement, Relation, RelationExamples } from "./relation.ts";
import { looseTitle, plainTitle, similarity } from "./titles.ts";

/** A title that the body prints: of a section, of a table, or in the list that opens a part. */
interface BodyTitle {
  readonly title: string;
  readonly marker?: string;
  /** The marker of the part it stands in: 第五部分. */
  readonly part?: string;
  readonly isTable: boolean;
  readonly source: Source;
}

interface Entry {
  readonly title: string;
  readonly marker?: string;
  readonly part?: string;
  readonly isTable: boolean;
  readonly source: Source;
}

const MARKER =
  /^(第[一二三四五六七八九十]+部分|[一二三四五六七八九十]+(?=[、.．：])|[（(][一二三四五六七八九十]+[）)])/;

/** Whether a line is one of the contents, which a web page may set as any other paragraph. */
const isOfContents = perContext((context) => {
  const entries = context.disclosure.contents.map(({ source }) => source);
  return ({ role, offsets }: Prose): boolean =>
    role === "contents" || entries.some(({ start, end }) => start <= offsets.at(-1)! && offsets[0]! < end);
});

function bodyTitles(context: CheckContext): BodyTitle[] {
  const titles: BodyTitle[] = [];
  let part: string | undefined;
  for (const prose of proseOf(context)) {
    if (isOfContents(context)(prose)) continue;
    const { text } = prose;
    if (text.length > 80 || /[。；，].+/.test(text)) {
      const heading = prose.section && prose.section.heading.start === prose.offsets[0] ? prose.section : undefined;
      if (heading)
        titles.push({
          title: heading.title,
          ...(heading.marker ? { marker: heading.marker } : {}),
          ...(part ? { part } : {}),
          isTable: false,
          source: heading.heading,
        });
      continue;
    }
    const marker = MARKER.exec(text)?.[1];
    if (marker?.startsWith("第")) part = marker;
    const title = text.slice(marker?.length ?? 0).replace(/^[、.．：:]/, "");
    if (title === "") continue;
    titles.push({
      title,
      ...(marker === undefined ? {} : { marker }),
      ...(part === undefined ? {} : { part }),
      isTable: isTableTitle(title),
      // Few titles differ from the contents and need their place told.
      get source() {
        return sourceIn(context, prose, 0, text.length);
      },
    });
  }
  for (const table of context.disclosure.tables)
    if (table.title !== undefined && table.title !== "")
      titles.push({ title: table.title, isTable: true, source: table.source });
  return titles;
}

/** The short lines of the body, run together. */
const bodyOf = perContext((context) =>
  plainTitle(
    proseOf(context)
      .filter((prose) => !isOfContents(context)(prose) && prose.text.length <= 60)
      .map(({ text }) => text)
      .join(""),
  ),
);

function isTableTitle(title: string): boolean {
  return (
    title.replace(/[（(][^（()）]*[）)]$/, "").endsWith("表") ||
    (title.includes("表") && recogniseTitle(title) !== undefined)
  );
}

/** Readers may join two lines of the contents: 九、…决算表第三部分 … */
function entriesOf(contents: readonly ContentsEntry[]): Entry[] {
  let part: string | undefined;
  return contents.map(({ title, marker, source }) => {
    if (marker?.startsWith("第")) part = marker;
    const own = withoutQuotes(title.split(/(?<=.)(?=第[一二三四五六七八九十]+部分)/)[0]!);
    const entry = {
      title: own,
      ...(marker === undefined ? {} : { marker }),
      ...(part === undefined ? {} : { part }),
      isTable: isTableTitle(own),
      source,
    };
    const next = /第[一二三四五六七八九十]+部分/.exec(title.slice(own.length))?.[0];
    if (next !== undefined) part = next;
    return entry;
  });
}

/** 一、《收入支出决算总表》: the name of a table in the marks that names stand in. */
function withoutQuotes(title: string): string {
  return title.replace(/^《([^《》]+)》$/, "$1");
}

export const CONTENTS: Relation = {
  id: "structure.contents",
  title: { zh: "目录与正文不一致", en: "The contents and the body differ" },
  basis: { zh: "目录应与正文的标题一致", en: "A table of contents repeats the titles of the body" },
  severity: "warning",
  form: "agreement",
  purpose: {
    zh: "同一张表、同一节在目录和正文里叫法不同，读者无法确认是不是同一内容；目录有而正文没有的，可能是漏公开",
    en: "Two names for one table leave readers unsure that they are the same; what only the contents list may not have been published",
  },
  leavesOut: {
    zh: "“情况说明”与“说明”一类不影响所指的差别不算；目录没有列出的小标题不算；页码不核对；报表另附的，不说它缺少",
    en: "Wording that leaves no doubt does not count, nor do minor headings without an entry; page numbers are not compared; attached tables are not called missing",
  },
  *judge(context) {
    if (context.document === undefined || context.disclosure.contents.length < 4) {
      yield {
        outcome: "not-applicable",
        reason: { zh: "文件没有目录", en: "the file has no table of contents" },
        sources: [],
      };
      return;
    }
    const titles = bodyTitles(context);
    const entries = entriesOf(context.disclosure.contents);
    const owed = new Set(context.profile?.tables.map(({ table }) => table));
    const ownedSections = (context.profile?.sections ?? [])
      .filter((entry) => entry.owed !== false)
      .flatMap((entry) => entry.titles.map(looseTitle));
    const listed = new Set(entries.map(({ title }) => plainTitle(title)));
    // A title that has an entry of its own stands for no other.
    const others = titles.filter(({ title }) => !listed.has(plainTitle(title)));
    const printed = new Set(titles.map(({ title }) => normaliseTitle(title)));
    for (const entry of entries) {
      yield judgeEntry(context, entry, titles, {
        others,
        isCovered: coversPrinted(entry, entries, printed),
        isOwed: entry.isTable
          ? owed.has(recogniseTitle(entry.title)?.table.id ?? "")
          : ownedSections.includes(looseTitle(entry.title)),
      });
    }
    yield* unlisted(context, entries, others);
  },
};

/** Tables and sections of the body that the contents, otherwise whole, leave out. */
function* unlisted(
  context: CheckContext,
  entries: readonly Entry[],
  others: readonly BodyTitle[],
): Iterable<Judgement> {
  const { sections, tables } = context.disclosure;
  const listed = entries.flatMap(({ title, isTable }) => [
    looseTitle(title),
    ...(isTable ? [normaliseTitle(title)] : []),
  ]);
  const isListed = (title: string): boolean =>
    listed.some((entry) => entry === normaliseTitle(title) || similarity(entry, looseTitle(title), 0.8) > 0.8);
  const printed = [
    ...sections
      .filter(({ level, part }) => level === 1 && part === "narrative")
      .map(({ title, heading }) => ({ title, source: heading })),
    ...tables.flatMap(({ table, title, source }) =>
      table === undefined || title === undefined ? [] : [{ title, source: { ...source, table, text: title } }],
    ),
  ];
  // One that stands for an entry under another name is reported there.
  const renamed = new Set(
    entries.flatMap((entry) => {
      const exact = printed.some(({ title }) => plainTitle(title) === plainTitle(entry.title));
      const other = exact ? undefined : counterpart(entry, others);
      return other ? [plainTitle(other.title)] : [];
    }),
  );
  const missing = printed.filter(({ title }) => !isListed(title) && !renamed.has(plainTitle(title)));
  // Contents of the parts alone, or of some lines, were never meant to list everything.
  if (missing.length === 0 || missing.length > 2 || printed.length < 8) return;
  for (const { title, source } of missing) {
    yield {
      outcome: "violated",
      severity: "info",
      message: { zh: `正文有“${title}”，目录没有列出`, en: `the body has “${title}”, which the contents do not list` },
      stated: title,
      sources: [source],
      key: `unlisted ${plainTitle(title)}`,
    };
  }
}

/** 第二部分 部门决算表: the line that opens a part is missing, and everything that the contents list below it is there. */
function coversPrinted(entry: Entry, entries: readonly Entry[], printed: ReadonlySet<string>): boolean {
  if (entry.marker?.startsWith("第") !== true) return false;
  const below = entries.filter((other) => other !== entry && other.part === entry.marker);
  return below.length > 1 && below.every(({ title }) => printed.has(normaliseTitle(title)));
}

function judgeEntry(
  context: CheckContext,
  entry: Entry,
  titles: readonly BodyTitle[],
  { isOwed, isCovered, others }: { isOwed: boolean; isCovered: boolean; others: readonly BodyTitle[] },
): Judgement {
  const plain = entry.isTable ? normaliseTitle : plainTitle;
  const wanted = plain(entry.title);
  const exact = titles.find(({ title }) => plain(title) === wanted);
  if (exact || wanted.length < 2) return { outcome: "holds", sources: [entry.source] };
  const cut = titles.find(
    ({ title, marker, isTable }) =>
      isTable === entry.isTable && marker === entry.marker && isShortOfOne(plain(title), wanted),
  );
  if (cut) return differs(entry, cut);
  const loose = looseTitle(entry.title);
  // A title may run on into its text: 一、收入支出决算总体情况说明2024年度…
  if (titles.some(({ title }) => looseTitle(title) === loose || plain(title).startsWith(wanted)))
    return { outcome: "holds", sources: [entry.source] };
  // A long title may be set in two lines, which readers take for two paragraphs.
  if (wanted.length >= 8 && bodyOf(context).includes(wanted)) return { outcome: "holds", sources: [entry.source] };
  const other = counterpart(entry, others);
  if (other) return differs(entry, other);
  if (entry.isTable && context.disclosure.tables.length === 0) {
    return {
      outcome: "not-checkable",
      reason: {
        zh: `目录列有《${entry.title}》，文件中没有报表，可能另附`,
        en: `the contents list “${entry.title}”; the tables may be attached elsewhere`,
      },
      sources: [entry.source],
    };
  }
  // What the form owes is reported as missing by the relation on what is owed.
  if (isOwed || context.document?.pages.some(({ scanned }) => scanned === true)) {
    return {
      outcome: "not-checkable",
      reason: { zh: `没有在正文中找到“${entry.title}”`, en: `“${entry.title}” was not found in the body` },
      sources: [entry.source],
    };
  }
  return {
    outcome: "violated",
    ...((entry.isTable || entry.marker?.startsWith("第") === true) && !isCovered ? {} : { severity: "info" as const }),
    message: {
      zh: `目录列有“${entry.title}”，正文没有`,
      en: `the contents list “${entry.title}”, which the body does not have`,
    },
    stated: entry.title,
    sources: [entry.source],
    key: plain(entry.title),
  };
}

/** 支出决算情况说 for 支出决算情况说明: half a word is no other wording. */
function isShortOfOne(title: string, wanted: string): boolean {
  return title.length === wanted.length - 1 && title.length > 4 && wanted.startsWith(title);
}

/** The body's title at the same number of the same part that is nearly the same words. */
function counterpart(entry: Entry, titles: readonly BodyTitle[]): BodyTitle | undefined {
  const wanted = plainTitle(entry.title);
  const near = titles
    .filter(
      ({ title, marker, part, isTable }) =>
        isTable === entry.isTable &&
        (marker === undefined || entry.marker === undefined || marker === entry.marker) &&
        (part === undefined || entry.part === undefined || part === entry.part || entry.isTable) &&
        title.length < 60,
    )
    .map((candidate) => ({ candidate, likeness: similarity(wanted, plainTitle(candidate.title), 0.6) }))
    .filter(({ likeness }) => likeness >= 0.6)
    .sort((left, right) => right.likeness - left.likeness);
  return near[0]?.candidate;
}

function differs(entry: Entry, other: BodyTitle): Judgement {
  const number = entry.marker === undefined ? "" : `“${entry.marker}”`;
  const years = (text: string): string => (text.match(/\d+/g) ?? []).join(" ");
  const isWeighty = entry.isTable || years(entry.title) !== years(other.title);
  return {
    outcome: "violated",
    ...(isWeighty ? {} : { severity: "info" as const }),
    message: {
      zh: `${number}在目录中是“${entry.title}”，在正文中是“${other.title}”，两处名称不一致`,
      en: `${number === "" ? "a title" : number} reads “${entry.title}” in the contents and “${other.title}” in the body`,
    },
    stated: other.title,
    expected: entry.title,
    sources: [entry.source, other.source],
    culprits: [{ source: entry.source }, { source: other.source }],
    suggestion: { zh: "统一两处的名称", en: "Use one name in both places" },
    key: plainTitle(entry.title),
  };
}

export const CONTENTS_RELATIONS: readonly Relation[] = [CONTENTS];

export const EXAMPLES: RelationExamples = () => ({
  [CONTENTS.id]: [
    {
      text: "目录\n第一部分 部门概况\n一、部门职责\n第二部分 2023年度部门决算情况说明\n一、收入支出决算总体情况说明\n\n# 第一部分 部门概况\n## 一、部门职责\n负责全区工作。\n# 第二部分 2023年度部门决算情况说明\n## 一、收入支出决算总体情况说明\n2023年度收、支总计均为100.00万元。",
      holds: true,
    },
    {
      text: "目录\n第一部分 青浦区水务局概况\n一、主要职能\n第二部分 青浦区水务局2023年度部门决算表\n第三部分 青浦区水务局2023年度部门决算情况说明\n一、收入支出决算总体情况说明\n\n# 第一部分 青浦区水务局概况\n## 一、主要职能\n负责全区工作。\n\n青浦区水务局2023年度部门\n\n决算表\n\n# 第三部分 青浦区水务局2023年度部门决算情况说明\n## 一、收入支出决算总体情况说明\n2023年度收、支总计均为100.00万元。",
      holds: true,
    },
    {
      text: "目录\n第一部分 部门概况\n一、部门职责\n第二部分 2023年度部门决算情况说明\n一、收入支出决算总体情况说明\n第三部分 附表\n一、《收入支出决算总表》\n\n# 第一部分 部门概况\n## 一、部门职责\n负责全区工作。\n# 第二部分 2023年度部门决算情况说明\n## 一、收入支出决算总体情况说明\n2023年度收、支总计均为100.00万元。\n# 第三部分 附表\n收入支出决算总表",
      holds: true,
    },
    {
      text: "目录\n第一部分 部门概况\n一、部门职责\n第二部分 2023年度部门决算情况说明\n一、收入支出决算总体情况说明\n\n# 第一部分 部门概况\n## 一、部门职责\n负责全区工作。\n# 第二部分 2023年度部门决算情况说明\n## 一、收入支出决算总体情况说\n2023年度收、支总计均为100.00万元。",
      holds: false,
      message: "收入支出决算总体情况说”",
    },
    {
      text: "目录\n第一部分 部门概况\n一、部门职责\n第二部分 2023年度部门决算情况说明\n一、收入支出决算总体情况说明\n第五部分 附表\n一、一般公共预算财政拨款基本支出决算明细表\n\n# 第一部分 部门概况\n## 一、部门职责\n负责全区工作。\n# 第二部分 2023年度部门决算情况说明\n## 一、收入支出决算总体情况说明\n2023年度收、支总计均为100.00万元。\n# 第五部分 附表\n- 一、一般公共预算财政拨款基本支出决算表",
      holds: false,
      message: "基本支出决算明细表",
    },
  ],
});
