import { compact, type Block, type Paragraph, type ReadDocument } from "@juesuan/core";
import { isNumberedHeading } from "../text/roles.ts";
import { PART_TITLES, SECTION_PARTS, sectionOfTitle } from "./sections.ts";

// The text of a whole disclosure in one paragraph, as converters leave it: 一、收入支出决算总体情况说明 2023年度收入总计… 二、收入决算情况说明 ….

/** A paragraph shorter than this holds no headings beside its own. */
const LONG = 120;
const NUMBERED =
  /第[一二三四五六七八九十]{1,2}部分|(?<![第十])[一二三四五六七八九十]{1,3}、|（[一二三四五六七八九十]{1,3}）/g;
/** The words that a title ends in, whatever stands behind it. */
const TITLE =
  /^[^，。；：\n]{0,36}?(?:(?:情况|分析)?说明|情况(?!的?说明)|概况|(?:名词)?解释|职责|职能|设置|构成|决算(?:报)?表|总表)(?![及和与、的表])/;
const LONGEST_TITLE = 48;
/** A disclosure has some hundred numbers that headings have; hostile files have them without end. */
const MOST = 2000;
/** Two titles at least, before a paragraph is looked at closely. */
const TITLES = /(?:情况|说明)[^]*?(?:情况|说明)/;
/** What a title that opens no section of the statutes ends in, with a space behind it. */
const OTHER_TITLE = /^[^，。；：\n\d]{2,24}(?:情况|说明|结果|概况)$/;
const ITEM = /^(?:\d{1,2}[.、．](?!\d)|[一二三四五六七八九十]{1,3}、|（[一二三四五六七八九十\d]{1,3}）)/;
const CONTENTS = /^[^。]{0,80}?目录(?=第一部分|一、)/;

/** A paragraph in its compact form. */
interface View {
  readonly text: string;
  readonly offsets: readonly number[];
}

/** The document with the paragraphs that hold several sections broken where their headings and their sentences stand apart. */
export function brokenAtHeadings(document: ReadDocument): ReadDocument {
  let isBroken = false;
  const blocks = document.blocks.flatMap((block): readonly Block[] => {
    if (block.kind !== "paragraph" || block.role !== "body" || block.end - block.start < LONG) return [block];
    // What a Word file is corrected by is a paragraph of its own.
    if (block.origins !== undefined) return [block];
    if (!TITLES.test(document.text.slice(block.start, block.end))) return [block];
    const cuts = cutsOf(compact(document.text, [{ start: block.start, end: block.end, hard: false }]));
    if (cuts.length === 0) return [block];
    isBroken = true;
    return [block.start, ...cuts].map((start, index): Paragraph => {
      const end = cuts[index] ?? block.end;
      const isHeading = isNumberedHeading(document.text.slice(start, end));
      return { ...block, start, end, ...(isHeading && { role: "heading" }) };
    });
  });
  return isBroken ? { ...document, blocks } : document;
}

/** Where a paragraph is to be broken. One section's title alone may be what a sentence refers to. */
function cutsOf(view: View): number[] {
  const { text, offsets } = view;
  const cuts = new Set<number>();
  let told = 0;
  let looked = 0;
  for (const { 0: number, index } of text.matchAll(NUMBERED)) {
    if (++looked > MOST) break;
    if (!isApart(view, index) && !/[。；：]/.test(text[index - 1]!)) continue;
    const title = titleAt(view, number, index + number.length);
    if (title === undefined) continue;
    const end = index + number.length + title.length;
    cuts.add(index);
    // （一）关于机关运行经费支出的说明。2021年…: a mark behind the title stays with it.
    cuts.add(/[。：]/.test(text[end] ?? "") ? end + 1 : end);
    const id = sectionOfTitle(title);
    if (id !== undefined && SECTION_PARTS[id] === "narrative" && !title.endsWith("表")) told++;
  }
  if (told < 2) return [];
  // Behind a sentence a space stands for the end of a paragraph.
  for (let at = 1; at < text.length; at++)
    if (isApart(view, at) && (/[。；]/.test(text[at - 1]!) || ITEM.test(text.slice(at, at + 6)))) cuts.add(at);
  const contents = CONTENTS.exec(text)?.[0].length;
  if (contents !== undefined) cuts.add(contents - 2).add(contents);
  return [...cuts]
    .filter((at) => at > 0 && at < text.length)
    .toSorted((a, b) => a - b)
    .map((at) => offsets[at]!);
}

/** Behind a space or a line's end: what （一） within a sentence is not. */
function isApart({ offsets }: View, index: number): boolean {
  return index === 0 || offsets[index]! > offsets[index - 1]! + 1;
}

/** The title of a section or a part that stands behind its number: up to a space, or to the words that titles end in. */
function titleAt(view: View, number: string, from: number): string | undefined {
  const rest = view.text.slice(from, from + LONGEST_TITLE);
  const title = TITLE.exec(rest)?.[0];
  const longest = title?.length ?? /[，。；：\n]|$/.exec(rest)!.index;
  for (let length = 4; length < longest; length++) {
    if (!isApart(view, from + length) || /^(?:决算|情况|说明|支出|收入|经费)/.test(rest.slice(length))) continue;
    if (isTitle(number, rest.slice(0, length))) return rest.slice(0, length);
  }
  if (title === undefined || !isTitle(number, title)) return undefined;
  const isKnown = sectionOfTitle(title) !== undefined || number.startsWith("第");
  return isKnown || isApart(view, from + title.length) || view.text[from + title.length] === "。" ? title : undefined;
}

function isTitle(number: string, title: string): boolean {
  if (/\d(?:万元|元|%)/.test(title)) return false;
  if (OTHER_TITLE.test(title)) return true;
  if (number.startsWith("第")) return PART_TITLES.some((part) => part.title.test(title));
  return sectionOfTitle(title) !== undefined;
}
