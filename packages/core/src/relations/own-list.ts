import type { BoundTable } from "../facts/disclosure.ts";
import { NINE_TABLES } from "../profile/data/nine-tables.ts";
import { chineseNumber } from "../tables/chinese-number.ts";
import { perContext } from "./per-context.ts";
import type { CheckContext } from "./relation.ts";

/** What the rules of the Ministry ask of every department: no list of a document's own takes these out. */
const OWED_BY_ALL: ReadonlySet<string> = new Set(NINE_TABLES.map(({ table }) => table));

const NUMBERS = new Map(Array.from({ length: 40 }, (_, index) => [chineseNumber(index + 1), index + 1]));

/** 附表7 政府性基金…表, 表七 …, 七、…表（表7）, 公开07表 …: which number the document itself gives a table. */
const IN_TITLE = [
  /^附?表\s*0?(\d{1,2}|[一二三四五六七八九十]{1,3})(?!般)/,
  /^(?:公开|财决)+0?(\d{1,2})表/,
  /^(\d{1,2}|[一二三四五六七八九十]{1,3})[、.．]/,
  /[（(](?:附|公开|财决)*表?0?(\d{1,2}|[一二三四五六七八九十]{1,3})表?[）)]$/,
];
const BESIDE_TITLE = /(?:公开|财决)\s*0?(\d{1,2})\s*表/;

function numberOf(context: CheckContext, { title, source }: BoundTable): number | undefined {
  const inTitle = IN_TITLE.flatMap((pattern) => pattern.exec(title ?? "")?.[1] ?? [])[0];
  const printed =
    inTitle ?? BESIDE_TITLE.exec(context.text?.slice(Math.max(0, source.start - 80), source.start) ?? "")?.[1];
  return printed === undefined ? undefined : (NUMBERS.get(printed) ?? Number(printed));
}

/** As many tables as make a list, and not the beginning of one. */
const LEAST = 8;

/** Whether the tables are numbered from one on without a gap: a list of the document's own, from which none was lost. */
const hasListOfItsOwn = perContext((context): boolean => {
  const numbers = new Set(context.disclosure.tables.flatMap((table) => numberOf(context, table) ?? []));
  return numbers.size >= LEAST && [...numbers].every((number) => number <= numbers.size);
});

/**
 * Whether a table that the form of the place has is none of a list that the document numbers by itself. Forms change from year to year and county to
 * county; what the Ministry asks of all of them stays owed.
 */
export function isOutsideOwnList(context: CheckContext, table: string): boolean {
  return !OWED_BY_ALL.has(table) && hasListOfItsOwn(context);
}
