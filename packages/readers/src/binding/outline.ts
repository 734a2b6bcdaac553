import {
  compact,
  type ContentsEntry,
  type Paragraph,
  type PartId,
  type Passage,
  type ReadDocument,
  type Section,
  type SectionId,
  type Source,
  type Stretch,
} from "@juesuan/core";
import { accountedYear, isAnotherBudget } from "./another-budget.ts";
import { PART_TITLES, SECTION_PARTS, sectionOfTitle, sectionOfItem, SHORT_TITLES } from "./sections.ts";
import { bySection, upToSibling } from "./untitled.ts";

/** What the headings of a document make of it. */
export interface Outline {
  readonly sections: readonly Section[];
  readonly contents: readonly ContentsEntry[];
  readonly passages: readonly Passage[];
  /** The paragraphs before the first heading: cover, publication date. */
  readonly cover: readonly Paragraph[];
}

interface Marker {
  readonly text: string;
  readonly level: number;
  readonly length: number;
}

const MARKERS: readonly { readonly pattern: RegExp; readonly level: number }[] = [
  { pattern: /^第[一二三四五六七八九十]+部分[、：.]?/, level: 0 },
  // 一、2023年度收入支出决算总体情况。
  { pattern: /^[一二三四五六七八九十]+(?:[、.．：](?!\d)|[、．：](?=(?:19|20)\d{2}年))/, level: 1 },
  { pattern: /^（[一二三四五六七八九十]+）[、.]?/, level: 2 },
];

function markerOf(text: string): Marker | undefined {
  for (const { pattern, level } of MARKERS) {
    const match = pattern.exec(text);
    if (match) return { text: match[0].replace(/[、：.．]$/, ""), level, length: match[0].length };
  }
  return undefined;
}

const MATTERS: ReadonlySet<SectionId> = new Set(["operating-costs", "procurement", "state-assets", "performance"]);

/** 1.机关运行经费支出情况。2024年…: among the other matters a number and a title of one of them open its section. */
function matterOf(text: string): Marker | undefined {
  const match = /^(\d{1,2}[、.．])(?:关于)?([^，；：。\n\d]{2,24}(?:情况|说明))(?:。|$)/.exec(text);
  if (!match || !MATTERS.has(sectionOfTitle(match[2]!)!)) return undefined;
  return { text: match[1]!.replace(/[、.．]$/, ""), level: 3, length: match[1]!.length };
}

/** A paragraph in its compact form. */
interface Line {
  readonly paragraph: Paragraph;
  readonly text: string;
  readonly offsets: readonly number[];
}

interface Heading {
  readonly marker?: string;
  readonly title: string;
  readonly level: number;
  readonly part?: PartId;
  readonly section?: SectionId;
  /** Index of the line; the body begins on the same line where the heading runs on into it. */
  readonly line: number;
  readonly start: number;
  readonly end: number;
}

const LONGEST_TITLE = 48;
const HINT = /(?<=.{4})（[^（）]*[，；][^（）]*）$/;

export function outline(document: ReadDocument): Outline {
  const lines = linesOf(document);
  const contentsLines = findContents(lines);
  const contents = [...contentsLines]
    .sort((a, b) => a - b)
    .flatMap((index) => contentsEntries(document, lines[index]!));
  const headings = findHeadings(document, lines, contentsLines);
  return {
    sections: sectionsOf(document, headings, lines),
    contents,
    passages: [
      ...coverPassages(document, lines.slice(0, headings[0]?.line ?? lines.length), contentsLines),
      ...passagesOf(document, headings, lines, contentsLines),
    ],
    cover: lines
      .slice(0, headings[0]?.line ?? lines.length)
      .filter((_, index) => !contentsLines.has(index))
      .map((line) => line.paragraph),
  };
}

function linesOf(document: ReadDocument): Line[] {
  const lines: Line[] = [];
  // 三、 in a paragraph of its own, with its title in the next.
  let alone = "";
  for (const block of document.blocks) {
    if (block.kind !== "paragraph") continue;
    if (block.role !== "body" && block.role !== "heading" && block.role !== "contents") continue;
    const view = compact(document.text, [{ start: block.start, end: block.end, hard: false }]);
    if (view.text === "") continue;
    const own = block.marker ?? "";
    if (own === "" && markerOf(view.text)?.length === view.text.length) {
      alone = view.text;
      continue;
    }
    const before = own === "" && markerOf(view.text) === undefined ? alone : own;
    alone = "";
    const lead: number[] = Array.from({ length: before.length }, () => block.start);
    lines.push({ paragraph: block, text: before + view.text, offsets: [...lead, ...view.offsets] });
  }
  return lines;
}

/** Dots to the page number, or what a converter left of a field of Word: PAGEREF _Toc19475 \\h 12. */
const LEADERS = /(?:[.．…·]{2,}|…)+.*$|PAGEREF.*$/;

function stripContents(text: string): string {
  return text.replace(LEADERS, "").replace(/-?\d{1,3}-?(?:页)?$/, "");
}

/**
 * The lines of the table of contents: those the reader marked, or the run of short headings after 目录 up to the place
 * where the first of them comes again.
 */
function findContents(lines: readonly Line[]): Set<number> {
  const found = new Set<number>();
  lines.forEach((line, index) => {
    if (line.paragraph.role === "contents") found.add(index);
  });
  const start = lines.findIndex((line, index) => index < 60 && /^目录$/.test(line.text));
  if (start < 0) return new Set([...found, ...untitledContents(lines)]);
  found.add(start);
  const seen = new Map<string, number>();
  let quiet = 0;
  for (let index = start + 1; index < Math.min(lines.length, start + 160); index++) {
    const line = lines[index]!;
    if (line.paragraph.role === "contents") {
      seen.set(titleKey(line.text), index);
      quiet = 0;
      continue;
    }
    const marker = markerOf(line.text);
    const key = titleKey(line.text);
    if (line.text.length > 70 && !/\.{4,}|…/.test(line.text)) break;
    if (isSentence(line.text)) {
      // The headings right above it are the body's: the contents named them otherwise, or not at all.
      let level = Infinity;
      for (let above = index - 1; above > start; above--) {
        const heading = markerOf(lines[above]!.text);
        if (!heading || heading.level >= level || lines[above]!.paragraph.role === "contents") break;
        // 第四部分 名词解释 is the last of the contents where the body begins without its first part.
        if (heading.level === 0 && heading.text !== "第一部分") break;
        found.delete(above);
        level = heading.level;
      }
      break;
    }
    if (marker && marker.level < 2 && seen.has(key)) break;
    // The body's first heading may differ in wording: the same part number again ends the contents.
    if (marker?.level === 0 && [...seen.keys()].some((other) => other.startsWith(marker.text))) break;
    // 收入支出决算总表, 关于收入决算表的说明: an entry without a number; the same again is the body's.
    const isTitle = !marker && /(?:表|说明)$/.test(stripContents(line.text));
    if (isTitle && seen.has(key)) break;
    if (!marker && !isTitle && !/^(?:附件|附表|表|\d+[、.．])/.test(line.text)) {
      quiet++;
      if (quiet > 2) break;
    } else quiet = 0;
    seen.set(key, index);
    found.add(index);
  }
  return found;
}

/** Contents under no title 目录: the headings from the first part on, up to where that part comes again. */
function untitledContents(lines: readonly Line[]): number[] {
  const partAt = (index: number): string | undefined => {
    const marker = markerOf(lines[index]!.text);
    return marker?.level === 0 ? marker.text : undefined;
  };
  const first = lines.findIndex((_, index) => index < 40 && partAt(index) !== undefined);
  if (first < 0) return [];
  const part = partAt(first);
  const again = lines.findIndex((_, index) => index > first && index < first + 160 && partAt(index) === part);
  const entries = lines.slice(first, Math.max(first, again));
  return entries.length > 2 && entries.every(({ text }) => text.length <= 70 && !isSentence(text))
    ? entries.map((_, index) => first + index)
    : [];
}

/** What no entry of a contents is: a sentence, or words with an amount. */
function isSentence(text: string): boolean {
  return /。$|\d(?:万元|%)|[一-龥]，[一-龥].*，/.test(text);
}

function titleKey(text: string): string {
  const marker = markerOf(text);
  return (marker?.text ?? "") + stripContents(text.slice(marker?.length ?? 0)).replace(/[。：、，]/g, "");
}

function contentsEntries(document: ReadDocument, line: Line): ContentsEntry[] {
  if (/^目录$/.test(line.text)) return [];
  // One paragraph may hold several entries where the lines of the contents were joined.
  const pieces = line.text.split(
    /(?<=页|\d)(?=(?:第[一二三四五六七八九十]+部分|[一二三四五六七八九十]+、|（[一二三四五六七八九十]+）))/,
  );
  const entries: ContentsEntry[] = [];
  let at = 0;
  for (const piece of pieces) {
    const ofTable = TABLE_NUMBER.exec(piece);
    const marker = markerOf(piece) ?? (ofTable ? { text: ofTable[0], level: 1, length: ofTable[0].length } : undefined);
    const title = stripContents(piece.slice(marker?.length ?? 0));
    const page = /(\d{1,3})-?页?$/.exec(piece)?.[1];
    if (title !== "" && marker) {
      entries.push({
        title,
        ...(ofTable ? {} : { marker: marker.text }),
        level: marker.level,
        ...(page === undefined || !/\.{2,}|…/.test(piece) ? {} : { page: Number(page) }),
        source: sourceOf(document, line, at, at + piece.length),
      });
    }
    at += piece.length;
  }
  return entries;
}

/** 表一：收入支出决算总表: a contents may number the tables so. */
const TABLE_NUMBER = /^附?表[一二三四五六七八九十\d]{1,3}[：、.](?=.*表)/;

function sourceOf(document: ReadDocument, line: Line, from: number, to: number): Source {
  const start = line.offsets[from] ?? line.paragraph.start;
  const end = (line.offsets[to - 1] ?? line.paragraph.end - 1) + 1;
  return { page: line.paragraph.page, start, end, text: document.text.slice(start, end) };
}

function findHeadings(document: ReadDocument, lines: readonly Line[], contents: ReadonlySet<number>): Heading[] {
  const headings: Heading[] = [];
  const accounted = accountedYear(lines);
  let part: PartId | undefined;
  let section: SectionId | undefined;
  let topSection: SectionId | undefined;
  let within: SectionId | undefined;
  lines.forEach((line, index) => {
    if (contents.has(index)) return;
    const marker = markerOf(line.text) ?? (within === "other-matters" ? matterOf(line.text) : undefined);
    const isHeading = line.paragraph.role === "heading" || EXPLAINS.test(line.text);
    const whole = line.text.slice(marker?.length ?? 0);
    // A heading may run on into its body: （一）机关运行经费支出情况。2024年…
    const stop = /[。：]/.exec(whole);
    const runsOn = stop !== null && stop.index < whole.length - 1;
    // The blank's hint may still stand behind a title: 部门决算单位构成（仅有一个单位的部门，本部分内容为“机构设置”）.
    const title = (stop ? whole.slice(0, stop.index) : whole).replace(/[。：；，、]+$/, "").replace(HINT, "");
    if (title === "" || title.length > LONGEST_TITLE) return;
    if (marker?.level === 0) {
      part = isAnotherBudget(title, accounted)
        ? "annexes"
        : PART_TITLES.find((candidate) => candidate.title.test(title))?.id;
      if (runsOn && !part) return;
      section = undefined;
      topSection = undefined;
      within = undefined;
      headings.push(
        make(line, index, marker, title, {
          ...(part ? { part } : {}),
          ...(part === "glossary" ? { section: "glossary" as const } : {}),
          // 第三部分 2018年度“三公”经费决算情况说明, with no heading of its own below.
          ...(part === "narrative" && title.includes("三公") ? { section: "three-public" as const } : {}),
          ...(part === "annexes" && isAnotherBudget(title, accounted) ? { section: "annex" as const } : {}),
        }),
      );
      return;
    }
    if (part === "annexes" || part === "glossary") {
      if (part === "annexes" && !marker && !runsOn && /(?:报告|自评表|评价表)$/.test(title)) {
        headings.push({ ...make(line, index, undefined, title, { part, section: "annex" }), level: 0.5 });
        return;
      }
      if (!runsOn && marker && marker.level <= 1 && part === "annexes" && isHeading) {
        headings.push(make(line, index, marker, title, { part, section: "annex" }));
      }
      return;
    }
    // 二、某局2025年部门预算 below the accounts: what follows is not of them.
    if (marker?.level === 1 && !runsOn && isAnotherBudget(title, accounted)) {
      part = "annexes";
      section = "annex";
      headings.push({ ...make(line, index, marker, title, { part, section }), level: 0.5 });
      return;
    }
    if (part === "appended-tables") return;
    if (!marker && !isHeading) return;
    if (/[，；]/.test(title) || /\d+(?:\.\d+)?(?:万元|元|%)/.test(title)) return;
    const level = marker?.level ?? 1;
    const short =
      level >= 2 && topSection
        ? SHORT_TITLES[topSection]?.find((candidate) => candidate.title.test(title))?.id
        : undefined;
    let id =
      short ?? sectionOfTitle(title) ?? (topSection === undefined || level <= 1 ? sectionOfItem(title) : undefined);
    if (!marker && (id === undefined || !isSectionTitle(title))) {
      // Chart titles and table titles are set like headings; they open no section.
      if (title.startsWith("附件") && isHeading) {
        part = "annexes";
        section = "annex";
        headings.push(make(line, index, undefined, title, { part, section }));
      }
      return;
    }
    // 三、2021年度主要工作完成情况: work that was done is told where the duties are.
    if (part === "overview" && id === undefined && /^(?:19|20)\d{2}年/.test(title)) return;
    if (
      runsOn &&
      (id === undefined || !/情况|说明|经费|支出|收入|^(?:政府采购|国有资产|固定资产|预算绩效|绩效)$/.test(title))
    )
      return;
    if (part === "overview" && /^(?:部门|单位)基本情况$/.test(title)) id = "institutions";
    // The narrative's own heading may be missing, or set in a picture: its sections say that it began.
    if (
      part === "overview" &&
      id !== undefined &&
      level <= 1 &&
      SECTION_PARTS[id] === "narrative" &&
      /决算.*(?:情况|说明)/.test(title)
    )
      part = "narrative";
    if (part === "overview" && id !== "responsibilities" && id !== "institutions") id = undefined;
    if (part === "narrative" && (id === "responsibilities" || id === "institutions")) id = undefined;
    // Within the responsibilities nothing opens a statutory section: （三）负责政府采购….
    if (level >= 2 && (topSection === "responsibilities" || topSection === "institutions")) {
      return;
    }
    if (id !== undefined && part === undefined) {
      const implied = SECTION_PARTS[id];
      if (implied === "glossary") part = "glossary";
    }
    section = id;
    if (level <= 1) topSection = id;
    if (level <= 2) within = id;
    headings.push(
      make(line, index, marker, title, {
        ...((part ?? (id && SECTION_PARTS[id])) ? { part: (part ?? SECTION_PARTS[id!])! } : {}),
        ...(section === undefined ? {} : { section }),
      }),
    );
  });
  return headings;

  function make(
    line: Line,
    index: number,
    marker: Marker | undefined,
    title: string,
    where: { part?: PartId; section?: SectionId },
  ): Heading {
    const length = (marker?.length ?? 0) + title.length;
    const { start, end } = sourceOf(document, line, 0, length);
    return {
      ...(marker ? { marker: marker.text } : {}),
      title,
      level: marker?.level ?? 1,
      ...where,
      line: index,
      start,
      end,
    };
  }
}

/** Without a number, only a whole section title is one: 收入决算情况说明. Table titles end in 表. */
/** 关于财政拨款收入支出决算总表的说明: the heading of what follows a table, which some set like any other line. */
const EXPLAINS = /^关于[^，。；：]{4,44}的说明$/;

function isSectionTitle(title: string): boolean {
  return /(?:情况|说明|解释|设置|职责|职能|构成)$/.test(title) && !title.endsWith("表");
}

function sectionsOf(document: ReadDocument, headings: readonly Heading[], lines: readonly Line[]): Section[] {
  const textEnd = lines.at(-1)?.paragraph.end ?? document.text.length;
  const followers = followersOf(headings);
  return headings.map((heading, index) => {
    const next = followers[index];
    return {
      ...(heading.section === undefined ? {} : { id: heading.section }),
      ...(heading.part === undefined ? {} : { part: heading.part }),
      title: heading.title,
      ...(heading.marker === undefined ? {} : { marker: heading.marker }),
      level: heading.level,
      heading: {
        page: lines[heading.line]!.paragraph.page,
        start: heading.start,
        end: heading.end,
        text: document.text.slice(heading.start, heading.end),
      },
      bodyStart: heading.end,
      // Marks before a heading (##) belong to it, not to the body above.
      bodyEnd: next === undefined ? textEnd : Math.min(next.start, lines[next.line]!.paragraph.start),
      page: lines[heading.line]!.paragraph.page,
    };
  });
}

/** For each heading the next of its own level or above, in one pass from the end: hostile files have headings without end. */
function followersOf(headings: readonly Heading[]): (Heading | undefined)[] {
  const followers: (Heading | undefined)[] = [];
  const open: Heading[] = [];
  for (let index = headings.length - 1; index >= 0; index--) {
    const heading = headings[index]!;
    while (open.length > 0 && open.at(-1)!.level > heading.level) open.pop();
    followers[index] = open.at(-1);
    open.push(heading);
  }
  return followers;
}

/** Parts in which text under a heading that is no section's own may tell what a section tells. */
const MAY_TELL: ReadonlySet<PartId | undefined> = new Set([undefined, "narrative"]);

/** What is told before the first heading, or in a notice that has none. */
function coverPassages(document: ReadDocument, lines: readonly Line[], contents: ReadonlySet<number>): Passage[] {
  const told = lines.filter((_, index) => !contents.has(index));
  const stretches = told.map((line, index): Stretch => ({
    start: line.paragraph.start,
    end: line.paragraph.end,
    hard: TITLE.test(told[index - 1]?.text ?? "") || !continues(told[index - 1], line),
  }));
  return bySection(document, { title: "正文", stretches }).filter(({ section }) => section !== undefined);
}

/** The title over a notice, which ends in no mark. */
const TITLE = /^.{0,40}(?:19|20)\d{2}年.{0,24}(?:决算|经费).{0,12}$/;

function passagesOf(
  document: ReadDocument,
  headings: readonly Heading[],
  lines: readonly Line[],
  contents: ReadonlySet<number>,
): Passage[] {
  const passages: Passage[] = [];
  const path: Heading[] = [];
  let partTitle: string | undefined;
  for (const [index, heading] of headings.entries()) {
    while (path.length > 0 && path.at(-1)!.level >= heading.level) path.pop();
    path.push(heading);
    if (heading.level === 0) partTitle = [heading.marker, heading.title].filter(Boolean).join(" ");
    const nextLine = headings[index + 1]?.line ?? lines.length;
    const stretches: Stretch[] = [];
    const own = lines[heading.line]!;
    if (heading.end < own.paragraph.end - 1) stretches.push({ start: heading.end, end: own.paragraph.end, hard: true });
    for (let line = heading.line + 1; line < nextLine; line++) {
      if (contents.has(line) || isCellAlone(lines[line - 1], lines[line]!)) continue;
      const previous = stretches.at(-1) === undefined ? undefined : lines[line - 1];
      stretches.push({
        start: lines[line]!.paragraph.start,
        end: lines[line]!.paragraph.end,
        hard: !continues(previous, lines[line]!),
      });
    }
    if (stretches.length === 0) continue;
    const section = heading.section ?? inherited(path);
    const titles = path
      .filter((entry) => entry.level > 0)
      .map(
        (entry) =>
          (entry.marker === undefined ? "" : `${entry.marker}${entry.marker.startsWith("（") ? "" : "、"}`) +
          entry.title,
      );
    const passage: Passage = {
      ...(section === undefined ? {} : { section }),
      title: titles.join(" / ") || (partTitle ?? heading.title),
      ...(partTitle === undefined ? {} : { part: partTitle }),
      stretches,
    };
    const mayTell = MAY_TELL.has(heading.part);
    const parted =
      section === undefined && mayTell
        ? bySection(document, passage)
        : upToSibling(document, passage, heading.marker).flatMap((each) =>
            mayTell && each.section === "other-matters" ? bySection(document, each) : [each],
          );
    passages.push(...parted);
  }
  return passages;
}

/** The nearest heading above that is a known section lends its id to unknown headings below it. */
function inherited(path: readonly Heading[]): SectionId | undefined {
  for (let index = path.length - 1; index >= 0; index--) {
    const { section, part, level } = path[index]!;
    if (section !== undefined) return section;
    if (level === 0 && part === "annexes") return "annex";
  }
  return undefined;
}

/** A number on a line of its own, after words of no sentence: a cell of a table that lost its lines and columns. */
function isCellAlone(previous: Line | undefined, { text }: Line): boolean {
  return /^[-−－+]?[\d,，]+(?:[.．]\d+)?$/.test(text.trim()) && !/[，。；：]/.test(previous?.text ?? "");
}

/** A paragraph that a page end cut in two goes on in the next: 越野车0 | 辆、金额0万元. */
function continues(previous: Line | undefined, line: Line): boolean {
  if (!previous) return false;
  if (previous.paragraph.role === "heading" || line.paragraph.role === "heading") return false;
  if (/[。；：！？]$|图）?$/.test(previous.text)) return false;
  // An amount is at its end with its second decimal.
  if (/[.．]\d\d$/.test(previous.text) && /^\d/.test(line.text)) return false;
  // 2.项目绩效自评结果: a heading of a kind that opens no section.
  if (/^(?:\d{1,2}[、.．]|（[一二三四五六七八九十\d]+）)[^，。；：\d]{2,24}(?:结果|情况|说明)$/.test(previous.text))
    return false;
  return !/^(?:[一二三四五六七八九十]+、|（[一二三四五六七八九十\d]+）|\d{1,2}(?:[、.．](?!\d)|）)|第[一二三四五六七八九十]+[部条章]|注：|附件)/.test(
    line.text,
  );
}
