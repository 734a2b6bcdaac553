import type { PartId, Passage, ReadDocument, SectionId, Stretch } from "@juesuan/core";
import { bySection, upToSibling } from "../untitled.ts";
import type { Heading } from "./headings.ts";
import type { Line } from "./lines.ts";

/** Parts in which text under a heading that is no section's own may tell what a section tells. */
const MAY_TELL: ReadonlySet<PartId | undefined> = new Set([undefined, "narrative"]);

/** What is told before the first heading, or in a notice that has none. */
export function coverPassages(
  document: ReadDocument,
  lines: readonly Line[],
  contents: ReadonlySet<number>,
): Passage[] {
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

export function passagesOf(
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

const UNNUMBERED = /^[^，。；：\d]{0,24}(?:收入|支出|收支|决算|经费|采购|资产)[^，。；：\d]{0,10}情况$/;

const OVER_TABLE =
  /^(?:金额)?单位[:：]\s*[百千万亿]*元$|^[^，。；：、\d]{2,26}(?:情况|自评|评价|明细|汇总|统计|决算)表$/;

/** A paragraph that a page end cut in two goes on in the next: 越野车0 | 辆、金额0万元. */
function continues(previous: Line | undefined, line: Line): boolean {
  if (!previous) return false;
  if (previous.paragraph.role === "heading" || line.paragraph.role === "heading") return false;
  if (/[。；：！？]$|图）?$/.test(previous.text)) return false;
  // “三公”经费财政拨款支出决算情况说明: a title that nobody numbered.
  if (/^[^，。；：\d]{4,40}情况(?:的)?说明$/.test(previous.text)) return false;
  // “三公”经费财政拨款支出情况, and the next line begins anew.
  if (UNNUMBERED.test(previous.text) && /^(?:20\d{2}年|截[至止]|[共实]有|本[部单年]|我[部单局院校])/.test(line.text))
    return false;
  // 单位：万元, 项目支出绩效自评情况表: over a table, behind which the text begins anew.
  if (OVER_TABLE.test(previous.text.trim())) return false;
  // An amount is at its end with its second decimal.
  if (/[.．]\d\d$/.test(previous.text) && /^\d/.test(line.text)) return false;
  // 2.项目绩效自评结果: a heading of a kind that opens no section.
  if (/^(?:\d{1,2}[、.．]|（[一二三四五六七八九十\d]+）)[^，。；：\d]{2,24}(?:结果|情况|说明)$/.test(previous.text))
    return false;
  return !/^(?:[一二三四五六七八九十]+、|（[一二三四五六七八九十\d]+）|\d{1,2}(?:[、.．](?!\d)|）)|第[一二三四五六七八九十]+[部条章]|注：|附件)/.test(
    line.text,
  );
}
