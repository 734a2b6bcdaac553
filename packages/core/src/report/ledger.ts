import { nameOfKey } from "../checking/index.ts";
import type { Disclosure } from "../facts/disclosure.ts";
import type { Bilingual, Instance, Relation } from "../relations/relation.ts";
import type { Judged } from "./judged.ts";
import type { Ledger } from "./report.ts";

type Entry = Ledger["relations"][number];

/** What the ledger needs to know of evaluated relations. */
export interface Evaluated {
  readonly instances: readonly {
    readonly relation: Relation;
    readonly instance: Instance;
    readonly verdict: "exact" | "rounding" | "suspect" | "inconsistent" | "not-checkable";
    /** Keys that are printed nowhere. */
    readonly missing: readonly string[];
    readonly undefinedRate: boolean;
  }[];
  /** Ids of the relations that tie each figure, by figure id. */
  readonly ties: ReadonlyMap<number, readonly string[]>;
}

/** What nothing in the document calls for. */
const NOTHING_TO_SAY: Bilingual = {
  zh: "本文件没有这条关系所说的内容",
  en: "nothing in this document calls for it",
};

/** How many reasons are kept for one relation; the rest would repeat them. */
const MOST_REASONS = 50;

/**
 * What became of every relation and of every printed figure, so that silence is never mistaken for a pass.
 */
export function ledgerOf(
  disclosure: Disclosure,
  relations: readonly Relation[],
  judged: readonly Judged[],
  numeric: Evaluated,
): Ledger {
  const entries = new Map(relations.map((relation) => [relation.id, emptyEntry(relation)]));
  for (const { relation, judgements } of judged) {
    const entry = entries.get(relation.id);
    if (!entry) continue;
    for (const judgement of judgements) {
      if (judgement.outcome === "holds") entry.holds++;
      else if (judgement.outcome === "violated") entry.violated++;
      else if (judgement.outcome === "not-checkable") pushReason(entry, judgement.reason);
      else entry.notApplicable ??= { ...(judgement.reason ?? NOTHING_TO_SAY) };
    }
  }
  for (const { relation, instance, verdict, missing, undefinedRate } of numeric.instances) {
    const entry = entries.get(relation.id);
    if (!entry) continue;
    if (verdict === "exact") entry.holds++;
    else if (verdict === "rounding" || verdict === "suspect") entry.rounding++;
    else if (verdict === "inconsistent") entry.violated++;
    else pushReason(entry, notCheckable(instance.place, missing, undefinedRate));
  }
  for (const entry of entries.values()) {
    const applied = entry.holds + entry.rounding + entry.violated + entry.notCheckable.length > 0;
    if (applied) delete entry.notApplicable;
    else entry.notApplicable ??= { ...NOTHING_TO_SAY };
  }
  const ties = tiesOf(judged, numeric);
  const figures = countFigures(disclosure, ties);
  return {
    figures,
    ties: Object.fromEntries([...ties].map(([id, ids]) => [String(id), ids])),
    relations: [...entries.values()],
    headline: headlineOf(figures, [...entries.values()]),
  };
}

function emptyEntry(relation: Relation): Entry {
  return {
    relation: relation.id,
    title: relation.title.zh,
    titleEn: relation.title.en,
    holds: 0,
    rounding: 0,
    violated: 0,
    notCheckable: [],
  };
}

function pushReason(entry: Entry, reason: Bilingual | undefined): void {
  if (entry.notCheckable.length < MOST_REASONS) entry.notCheckable.push({ ...(reason ?? NOTHING_TO_SAY) });
}

function notCheckable(place: Bilingual, missing: readonly string[], undefinedRate: boolean): Bilingual {
  if (undefinedRate) return { zh: `${place.zh}：分母为零，比率无意义`, en: `${place.en}: nothing to divide by` };
  if (missing.length === 0) return place;
  const names = missing.map(nameOfKey);
  return {
    zh: `${place.zh}：没有印出${names.map(({ zh }) => zh).join("、")}`,
    en: `${place.en}: not printed: ${names.map(({ en }) => en).join(", ")}`,
  };
}

function tiesOf(judged: readonly Judged[], numeric: Pick<Evaluated, "ties">): Map<number, string[]> {
  const ties = new Map<number, string[]>();
  const tie = (figure: number, relation: string): void => {
    const known = ties.get(figure);
    if (!known) ties.set(figure, [relation]);
    else if (!known.includes(relation)) known.push(relation);
  };
  for (const [figure, ids] of numeric.ties) for (const id of ids) tie(figure, id);
  for (const { relation, judgements } of judged) {
    for (const judgement of judgements) {
      if (judgement.outcome !== "holds" && judgement.outcome !== "violated") continue;
      for (const figure of judgement.figures ?? []) tie(figure, relation.id);
    }
  }
  return ties;
}

function countFigures(disclosure: Disclosure, ties: ReadonlyMap<number, unknown>): Ledger["figures"] {
  const bound = disclosure.figures.length;
  const tied = disclosure.figures.filter(({ id }) => ties.has(id)).length;
  const unread = disclosure.unbound.length;
  return { printed: bound + unread, tied, free: bound - tied, unread };
}

function headlineOf(figures: Ledger["figures"], entries: readonly Entry[]): Ledger["headline"] {
  const { printed, tied, free, unread } = figures;
  const applied = entries.filter(({ notApplicable }) => notApplicable === undefined);
  const places = applied.reduce((sum, entry) => sum + entry.holds + entry.rounding + entry.violated, 0);
  const open = applied.reduce((sum, entry) => sum + entry.notCheckable.length, 0);
  return {
    zh: `已勾稽 ${grouped(printed)} 个数字中的 ${grouped(tied)} 个，${grouped(free)} 个没有可核对的关系，${grouped(unread)} 个没有读懂；${grouped(applied.length)} 种关系在 ${grouped(places)} 处作了核对，${grouped(open)} 处缺数无法核对。`,
    en: `${grouped(tied)} of ${grouped(printed)} figures tied, ${grouped(free)} free, ${grouped(unread)} unread; ${grouped(applied.length)} relations checked in ${grouped(places)} places, ${grouped(open)} places not checkable.`,
  };
}

/** 1932 as 1,932. */
function grouped(value: number): string {
  return String(value).replace(/\B(?=(?:\d{3})+$)/g, ",");
}
