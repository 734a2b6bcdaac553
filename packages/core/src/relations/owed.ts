import type { PartId } from "../facts/disclosure.ts";
import type { Source } from "../figure/figure.ts";
import type { ProfileTable } from "../profile/profile.ts";
import { tableOf } from "../tables/catalogue.ts";
import { recogniseTitle } from "../tables/recognise-title.ts";
import type { Prose } from "./prose.ts";
import type { Bilingual, CheckContext } from "./relation.ts";

export const PROCEDURE: Bilingual = {
  zh: "《地方预决算公开操作规程》（财预〔2016〕143号）：部门决算应当公开收支总体情况表、财政拨款收支情况表等报表及说明；没有数据的表格应当列出空表并说明",
  en: "Procedure for local disclosure of budgets and final accounts (财预〔2016〕143号): the tables and explanations owed; a table without data is printed empty, with a note",
};

export const NO_PROFILE: Bilingual = {
  zh: "没有认出公开格式，不知道应有哪些",
  en: "the form was not recognised, so what it owes is not known",
};

export function owedTables(context: CheckContext): readonly ProfileTable[] {
  return (context.profile?.tables ?? []).filter(({ owed }) => owed !== false);
}

export const officialTitle = (owed: ProfileTable): string =>
  owed.titles[0] ?? tableOf(owed.table)?.titles[0] ?? owed.table;

/** Pages without text, or tables that stand in pictures, attachments or embedded sheets: what is there is not known. */
export function hasUnreadPages(context: CheckContext): boolean {
  const { oddities, tables } = context.disclosure;
  if (context.document?.pages.some(({ scanned }) => scanned === true) === true) return true;
  if (oddities.some(({ code }) => /scan|image|ocr|truncat|too-large/.test(code))) return true;
  // Where most tables are there as text, a picture is a chart, and an attachment is something else.
  const read = new Set(tables.flatMap(({ table }) => table ?? [])).size;
  return oddities.some(({ code }) => ELSEWHERE.has(code)) && 2 * read < owedTables(context).length;
}

const ELSEWHERE: ReadonlySet<string> = new Set(["picture", "attachment", "embedded-object", "outlined-page"]);

/** Where something should have stood: the heading of its part. */
export function headingOf(context: CheckContext, ...parts: readonly PartId[]): readonly Source[] {
  const { sections, tables } = context.disclosure;
  const part = sections.find((section) => section.part !== undefined && parts.includes(section.part));
  if (part) return [part.heading];
  const [first] = tables;
  return first ? [first.source] : [];
}

/** A line that is a table's title. */
export function isTableTitle({ text }: Prose): boolean {
  return text.length <= 60 && text.includes("表") && !/[。；]/.test(text) && recogniseTitle(text) !== undefined;
}
