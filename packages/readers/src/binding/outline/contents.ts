import type { ContentsEntry, ReadDocument } from "@juesuan/core";
import { sectionOfTitle } from "../sections.ts";
import { type Line, markerOf, sourceOf } from "./lines.ts";

/** Dots to the page number, or what a converter left of a field of Word: PAGEREF _Toc19475 \\h 12. */
const LEADERS = /(?:[.．…·]{2,}|…)+.*$|PAGEREF.*$/;

/** 目录, 决算公开目录. */
const CONTENTS_TITLE = /^(?:(?:部门|单位)?决算(?:信息)?(?:公开)?)?目录$/;

function stripContents(text: string): string {
  return text.replace(LEADERS, "").replace(/-?\d{1,3}-?(?:页)?$/, "");
}

/**
 * The lines of the table of contents: those the reader marked, or the run of short headings after 目录 up to the place
 * where the first of them comes again.
 */
export function findContents(lines: readonly Line[]): Set<number> {
  const found = new Set<number>();
  lines.forEach((line, index) => {
    if (line.paragraph.role === "contents") found.add(index);
  });
  const start = lines.findIndex((line, index) => index < 60 && CONTENTS_TITLE.test(line.text));
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
  if (isClosedEntry(text)) return false;
  return /。$|\d(?:万元|%)|[一-龥]，[一-龥].*，/.test(text);
}

/** 一、2022年度收入支出决算总体情况。: an entry that somebody closed as a sentence. */
function isClosedEntry(text: string): boolean {
  const marker = markerOf(text);
  const title = text.slice(marker?.length ?? 0);
  return marker !== undefined && marker.level < 2 && /^[^，。；]{4,40}。$/.test(title) && isOfSection(title);
}

function isOfSection(title: string): boolean {
  return sectionOfTitle(title.replace(/。$/, "")) !== undefined;
}

function titleKey(text: string): string {
  const marker = markerOf(text);
  return (marker?.text ?? "") + stripContents(text.slice(marker?.length ?? 0)).replace(/[。：、，]/g, "");
}

export function contentsEntries(document: ReadDocument, line: Line): ContentsEntry[] {
  if (CONTENTS_TITLE.test(line.text)) return [];
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
