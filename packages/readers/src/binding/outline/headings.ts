import type { PartId, ReadDocument, SectionId } from "@juesuan/core";
import { accountedYear, isAnotherBudget } from "../another-budget.ts";
import { PART_TITLES, SECTION_PARTS, sectionOfItem, sectionOfTitle, SHORT_TITLES } from "../sections.ts";
import { type Line, type Marker, markerOf, sourceOf } from "./lines.ts";

export interface Heading {
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

const MATTERS: ReadonlySet<SectionId> = new Set(["operating-costs", "procurement", "state-assets", "performance"]);

/** 1.机关运行经费支出情况。2024年…: among the other matters a number and a title of one of them open its section. */
function matterOf(text: string): Marker | undefined {
  const match = /^(\d{1,2}[、.．])(?:关于)?([^，；：。\n\d]{2,24}(?:情况|说明))(?:。|$)/.exec(text);
  if (!match || !MATTERS.has(sectionOfTitle(match[2]!)!)) return undefined;
  return { text: match[1]!.replace(/[、.．]$/, ""), level: 3, length: match[1]!.length };
}

/** （三）国有资产占用。车辆2辆…: titles of the other matters that say no more than the matter. */
const RUNS_ON_BARELY =
  /^(?:政府采购|(?:国有|固定)?资产(?:占有|占用|使用|管理|配置)*|(?:预算)?绩效(?:管理|评价|自评)*)$/;

/** 关于财政拨款收入支出决算总表的说明: the heading of what follows a table, which some set like any other line. */
const EXPLAINS = /^关于[^，。；：]{4,44}的说明$/;

export function findHeadings(document: ReadDocument, lines: readonly Line[], contents: ReadonlySet<number>): Heading[] {
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
    const title = withoutHint(withoutEndMarks(stop ? whole.slice(0, stop.index) : whole));
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
    if (runsOn && (id === undefined || (!/情况|说明|经费|支出|收入/.test(title) && !RUNS_ON_BARELY.test(title))))
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
function isSectionTitle(title: string): boolean {
  return /(?:情况|说明|解释|设置|职责|职能|构成)$/.test(title) && !title.endsWith("表");
}

// Both look from the end: a paragraph of any length is tried as a heading, and a search for what ends it would begin at each
// of its brackets or commas anew.

function withoutEndMarks(title: string): string {
  let end = title.length;
  while (end > 0 && "。：；，、".includes(title[end - 1]!)) end--;
  return title.slice(0, end);
}

/** Without a bracket of more than one clause at its end: it says something of the section and is no part of its name. */
function withoutHint(title: string): string {
  const open = title.lastIndexOf("（");
  if (open < 4 || !title.endsWith("）")) return title;
  const hint = title.slice(open + 1, -1);
  return /[，；]/.test(hint) && !hint.includes("）") ? title.slice(0, open) : title;
}
