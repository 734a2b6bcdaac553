import { firstAtLeast } from "../../document/sorted.ts";
import type { BoundFigure } from "../../facts/disclosure.ts";
import type { Figure } from "../../figure/figure.ts";
import { measurableOf, type Measurable } from "../../figure/interval.ts";
import { perContext } from "../per-context.ts";
import { proseOf } from "../prose.ts";
import type { CheckContext } from "../relation.ts";

/** A number of a paragraph, bound or not, and the words that lead to it. */
export interface Mention {
  readonly figure: Figure;
  /** The same, where what it measures is known. */
  readonly bound?: BoundFigure;
  /** What stands between the number before, with its unit, and this one; from the start of the paragraph for the first. */
  readonly words: string;
  readonly kind: Measurable;
}

/** What is printed behind a number as its unit. */
const UNIT =
  /^(?:[百千]?[万亿]?元|%|个百分点|分(?![别布为])|人次|批次|人|名|[辆批次个项户处期台家件起册场](?:（套）)?|平方米|台（套）)/;

/** The numbers of every paragraph outside tables, in the order in which they are printed. */
export const mentionsOf = perContext((context): readonly (readonly Mention[])[] => {
  const figures = numbersOf(context);
  let next = 0;
  return proseOf(context).flatMap(({ text, offsets, role }) => {
    if (role !== "body") return [];
    const mentions: Mention[] = [];
    let from = 0;
    const [first, last] = [offsets[0]!, offsets.at(-1)!];
    while (next < figures.length && figures[next]!.source.start < first) next++;
    for (; next < figures.length && figures[next]!.source.start <= last; next++) {
      const figure = figures[next]!;
      const at = firstAtLeast(offsets, figure.source.start, (offset) => offset);
      if (at < from) continue;
      const bound = context.figures.get(figure.id);
      mentions.push({ figure, ...(bound && { bound }), words: text.slice(from, at), kind: measurableOf(figure.unit) });
      let end = at;
      while (end < text.length && offsets[end]! < figure.source.end) end++;
      from = end + (UNIT.exec(text.slice(end))?.[0].length ?? 0);
    }
    return mentions.length > 1 ? [mentions] : [];
  });
});

function numbersOf({ disclosure }: CheckContext): readonly Figure[] {
  return [...disclosure.figures, ...disclosure.unbound]
    .filter(({ source }) => source.table === undefined)
    .toSorted((one, other) => one.source.start - other.source.start);
}

/** Whether two numbers count or measure the same kind of thing: 万元 and 元, 人 and 人, but not 批次 and 人次. */
export function isAlike(one: Mention, other: Mention): boolean {
  return one.kind === other.kind && (one.kind !== "count" || one.figure.classifier === other.figure.classifier);
}

/** Whether what a number measures is known for sure, so that relations over quantities judge it. */
export function isKnown({ bound }: Mention): boolean {
  return (
    bound !== undefined &&
    bound.unknownWords === undefined &&
    bound.dimensions.label === undefined &&
    !/^(?:staff|project-amount|performance|threshold)/.test(bound.concept)
  );
}
