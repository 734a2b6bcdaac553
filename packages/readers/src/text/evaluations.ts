import type { Line } from "./lines.ts";
import { titleOn } from "./spaced-rows.ts";

// A self-evaluation (绩效自评表) in a text that keeps no columns: names of indicators, targets and what came of them follow each
// other in the order in which their cells were copied, and no sum tells them apart. Its figures are listed; read as
// sentences they would be bound to whatever words stand before them.

const TITLE = /(?:自评|绩效目标|绩效评价|评价结果|评价指标).{0,14}表\s*(?:[（(].{0,12}[)）])?$/;
const LONGEST_TITLE = 60;
/** What heads the columns of indicators. */
const HEADING = /[一二三]级指标|年度指标值|指标值/;
/** The headings stand within so many lines of the title, each on a line of its own where cells are copied so. */
const FARTHEST_HEADING = 160;
/** 总分 100 97.66: the last row. */
const LAST = /^(?:总\s*分|合\s*计|总\s*计|总得分)/;
const NEXT_PART =
  /^第.{1,3}部分|^[一二三四五六七八九十]{1,3}、|^[（(][一二三四五六七八九十]{1,3}[)）].*(?:情况|说明|结果)/;
/** A sentence that tells of something else once the last row is past. */
const SENTENCE = /，.*[，。]|。.*。|[；。]$/;

/** The lines from one to another that are those of a self-evaluation, by the first of them. */
export function evaluationsIn(lines: readonly Line[]): ReadonlyMap<number, number> {
  const found = new Map<number, number>();
  const headings = lines.flatMap(({ text, blank }, at) =>
    !blank && HEADING.test(text) && !/。/.test(text) ? [at] : [],
  );
  let next = 0;
  for (let at = 0; at < lines.length && next < headings.length; at++) {
    while (next < headings.length && headings[next]! < at) next++;
    const heading = headings[next];
    if (heading === undefined) break;
    const isTitle = isTitleLine(lines[at]!);
    if (!isTitle && at !== heading) continue;
    if (isTitle && (heading > at + FARTHEST_HEADING || endsBefore(lines, at + 1, heading))) continue;
    // 一级指标 within a sentence is no heading: several stand together.
    if (!areHeadings(lines[heading]!.text, headings[next + 1], heading)) continue;
    const from = firstFilled(lines, isTitle ? at + 1 : at);
    const to = endOf(lines, from, heading);
    found.set(from, to);
    at = Math.max(at, to - 1);
  }
  return found;
}

function isTitleLine({ text, blank }: Line): boolean {
  return !blank && text.length <= LONGEST_TITLE && !/[，。；]/.test(text) && TITLE.test(text.replaceAll(/\s/g, ""));
}

/** Whether more headings stand on the line or within a few lines of it. */
function areHeadings(text: string, after: number | undefined, heading: number): boolean {
  return (
    /指标.*指标|指标.*(?:分值|得分|权重|完成)/.test(text) || (after !== undefined && after <= heading + NEAR_HEADINGS)
  );
}

const NEAR_HEADINGS = 24;

function endsBefore(lines: readonly Line[], from: number, to: number): boolean {
  for (let at = from; at < to; at++)
    if (/^第.{1,3}部分/.test(lines[at]!.text) || isTitleLine(lines[at]!) || titleOn(lines[at]!)) return true;
  return false;
}

function firstFilled(lines: readonly Line[], from: number): number {
  let at = from;
  while (at < lines.length && lines[at]!.blank) at++;
  return at;
}

/** The line behind the last of a table. */
function endOf(lines: readonly Line[], from: number, heading: number): number {
  let to = from + 1;
  let isPast = false;
  for (let at = from; at < lines.length; at++) {
    const line = lines[at]!;
    if (line.blank) continue;
    if (at > heading && (NEXT_PART.test(line.text) || isTitleLine(line) || titleOn(line))) break;
    if (isPast && (SENTENCE.test(line.text) || line.text.length > LONGEST_TITLE)) break;
    if (at > heading && LAST.test(line.text)) isPast = true;
    to = at + 1;
  }
  return to;
}
