import type { BoundFigure } from "../../facts/disclosure.ts";
import type { Source } from "../../figure/figure.ts";
import type { Bilingual, CheckContext, Judgement, Severity } from "../relation.ts";
import { placeOf } from "../place.ts";
import { proseOf, sourceIn, type Prose } from "../prose.ts";

/** Words that should not stand in a published account, and what is wrong with them. */
export interface Slip {
  /** What must not stand before or after is named; a line end is none of it. */
  readonly pattern: RegExp;
  readonly what: Bilingual;
  readonly severity?: Exclude<Severity, "rounding">;
  /** Where the words are innocent. */
  readonly unless?: (prose: Prose, at: number, matched: string) => boolean;
  readonly suggestion?: Bilingual;
  /** A number set so is read as something else, and what fails by that is the same slip. */
  readonly misleads?: boolean;
  /** A number written so is the first to be doubted where arithmetic fails. */
  readonly isDoubtful?: boolean;
}

interface Hit {
  readonly slip: Slip;
  readonly from: number;
  readonly to: number;
}

/** One finding for every paragraph: a forgotten blank holds a dozen of XX, and is one omission. */
export function* judgeSlips(
  context: CheckContext,
  slips: readonly Slip[],
  allowed: (prose: Prose) => boolean,
): Iterable<Judgement> {
  const paragraphs = proseOf(context).filter(allowed);
  // Most documents hold hardly any of them: each is looked for once in all paragraphs, instead of in every one.
  const whole = paragraphs.map(({ text }) => text).join("\n");
  const present = slips.filter(({ pattern }) => mayStandIn(whole, pattern));
  let clean = false;
  for (const prose of paragraphs) {
    const hits = hitsIn(prose, present);
    if (hits.length === 0) {
      clean = true;
      continue;
    }
    for (const group of Map.groupBy(hits, ({ slip }) => slip.severity).values()) yield violated(context, prose, group);
  }
  if (clean) yield { outcome: "holds", sources: [] };
}

/** Whether a line of a text may hold a pattern: “no” is certain. Only with `m` does `$` find the ends of lines. */
function mayStandIn(lines: string, pattern: RegExp): boolean {
  return lines.search(pattern) !== -1 || (pattern.source.includes("$") && !pattern.multiline);
}

function hitsIn(prose: Prose, slips: readonly Slip[]): Hit[] {
  const hits: Hit[] = [];
  for (const slip of slips) {
    // Most paragraphs hold none, and looking is cheaper than setting out to list.
    if (prose.text.search(slip.pattern) === -1) continue;
    for (const match of prose.text.matchAll(slip.pattern)) {
      if (slip.unless?.(prose, match.index, match[0])) continue;
      const hit = { slip, from: match.index, to: match.index + match[0].length };
      if (hits.some(({ from, to }) => from < hit.to && hit.from < to)) continue;
      hits.push(hit);
    }
  }
  return hits.sort((left, right) => left.from - right.from);
}

function violated(context: CheckContext, prose: Prose, hits: readonly Hit[]): Judgement {
  const sources = hits.map(({ from, to }) => sourceIn(context, prose, from, to));
  const first = sources[0]!;
  const { slip } = hits[0]!;
  const place = placeOf(first);
  const words = [...new Set(sources.map(({ text }) => `“${text}”`))].slice(0, 4).join("、");
  const sentence = first.context === undefined || first.context === first.text ? "" : `：${first.context}`;
  const times = hits.length > 1 ? `（共${hits.length}处）` : "";
  const timesEn = hits.length > 1 ? ` (${hits.length} times)` : "";
  const doubted = hits.some((hit) => hit.slip.isDoubtful) ? figuresIn(context, sources) : [];
  return {
    outcome: "violated",
    ...(slip.severity === undefined ? {} : { severity: slip.severity }),
    message: {
      zh: `${place.zh}，${slip.what.zh}${words}${times}${sentence}`,
      en: `${place.en} ${slip.what.en} ${words}${timesEn}${sentence}`,
    },
    stated: first.text,
    sources,
    culprits: [{ source: first, ...(doubted[0]?.source.start === first.start && { figure: doubted[0].id }) }],
    ...(doubted.length > 0 && { testifies: { figures: doubted.map(({ id }) => id), places: [] } }),
    ...(slip.misleads && { explainsAt: sources }),
    ...(slip.suggestion === undefined ? {} : { suggestion: slip.suggestion }),
    key: `${first.text} ${first.context?.replace(/\d+(?:\.\d+)?/g, "0") ?? ""}`,
  };
}

/** The figures that are printed at these places, in their order. */
function figuresIn({ disclosure }: CheckContext, sources: readonly Source[]): readonly BoundFigure[] {
  return disclosure.figures.filter(({ source }) =>
    sources.some(({ start, end }) => start <= source.start && source.end <= end),
  );
}

/** Which part of the disclosure a paragraph stands in. */
export const inAnnex = ({ section }: Prose): boolean => section?.part === "annexes" || section?.id === "annex";
export const inGlossary = ({ section }: Prose): boolean => section?.part === "glossary" || section?.id === "glossary";
export const inOverview = ({ section }: Prose): boolean => section?.part === "overview";

/** Words are held to the form in the sections of the narrative alone. */
export const notStatutory = ({ section }: Prose): boolean => section?.part !== "narrative";
