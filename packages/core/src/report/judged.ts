import type { BoundFigure, UnboundFigure } from "../facts/disclosure.ts";
import { factsOf, type Witnesses } from "../checking/index.ts";
import { tableOf } from "../tables/catalogue.ts";
import type { CheckContext, Judgement, Relation } from "../relations/relation.ts";
import type { Source } from "../figure/figure.ts";
import { fingerprintOf } from "./fingerprint.ts";
import type { Culprit, Finding } from "./report.ts";

/** A relation that judges by itself, and what it said of every place. */
export interface Judged {
  readonly relation: Relation;
  readonly judgements: readonly Judgement[];
}

export function judgeAll(context: CheckContext, relations: readonly Relation[]): Judged[] {
  return relations.flatMap((relation) =>
    relation.judge ? [{ relation, judgements: [...relation.judge(context)] }] : [],
  );
}

/** The document without the figures and empty cells that stand beside rows of others: what they are read to measure is not so. */
export function withoutDisplaced(context: CheckContext, judged: readonly Judged[]): CheckContext {
  const displaced = judged.flatMap(({ judgements }) => judgements.filter(({ displaces }) => displaces));
  if (displaced.length === 0) return context;
  const gone = new Set(displaced.flatMap(({ explains = [] }) => explains));
  const places = new Set(displaced.flatMap(({ explainsAt = [] }) => explainsAt.map(({ start }) => start)));
  const { disclosure } = context;
  const figures = disclosure.figures.filter(({ id }) => !gone.has(id));
  const tables = disclosure.tables.map((table) => ({
    ...table,
    cells: table.cells.filter(
      ({ figure, source }) => !(figure === undefined ? places.has(source.start) : gone.has(figure)),
    ),
  }));
  // They are printed all the same: a sum that lacks them is no whole sum.
  const unbound = [...disclosure.unbound, ...disclosure.figures.filter(({ id }) => gone.has(id)).map(unboundOf)];
  return {
    ...context,
    disclosure: { ...disclosure, figures, tables, unbound },
    facts: factsOf({ figures }),
    figures: new Map(figures.map((figure) => [figure.id, figure])),
  };
}

function unboundOf({ concept: _concept, dimensions: _dimensions, ...figure }: BoundFigure): UnboundFigure {
  return { ...figure, reason: "金额与科目错行" };
}

/** Figures and empty cells that judged relations have found odd: the first to be doubted where arithmetic finds a fault. */
export function witnessesOf(judged: readonly Judged[]): Witnesses {
  const figures = new Set<number>();
  const places = new Set<number>();
  const directions = new Set<number>();
  for (const { judgements } of judged) {
    for (const { outcome, testifies } of judgements) {
      if ((outcome !== "violated" && outcome !== "holds") || !testifies) continue;
      for (const id of testifies.figures) figures.add(id);
      for (const { start } of testifies.places) places.add(start);
      for (const id of testifies.directions ?? []) directions.add(id);
    }
  }
  return { figures, places, directions };
}

/** The findings of judged relations, each place that is violated one finding. */
export function judgedFindings(judged: readonly Judged[], context: CheckContext): Finding[] {
  return judged.flatMap(({ relation, judgements }) =>
    judgements
      .filter((judgement) => judgement.outcome === "violated")
      .map((judgement) => findingOf(relation, judgement, context)),
  );
}

function findingOf(relation: Relation, judgement: Judgement, context: CheckContext): Finding {
  const { sources, message } = judgement;
  const culprits = judgement.culprits ?? [];
  const certainty = culprits.length < 2 ? "unique" : judgement.areTogether ? "all-of" : "one-of";
  const first = sources[0] ?? culprits[0]?.source;
  return {
    relation: relation.id,
    title: relation.title.zh,
    titleEn: relation.title.en,
    severity: judgement.severity ?? relation.severity,
    verdict: "violated",
    message: sentence(message?.zh ?? relation.title.zh, "。"),
    messageEn: sentence(message?.en ?? relation.title.en, "."),
    stated: judgement.stated ?? null,
    expected: judgement.expected ?? null,
    sources: sources.map(plainSource),
    culprits: culprits.map(({ figure, source, expected }): Culprit => {
      const printed = figure === undefined ? undefined : context.figures.get(figure)?.text;
      return {
        ...(figure === undefined ? {} : { figure }),
        text: printed ?? source.text,
        ...(expected === undefined ? {} : { expected }),
        certainty,
        source: plainSource(source),
      };
    }),
    suggestion: judgement.suggestion?.zh ?? null,
    suggestionEn: judgement.suggestion?.en ?? null,
    basis: { ...relation.basis },
    symptoms: [],
    fingerprint: fingerprintOf(relation.id, first, judgement.key ?? first?.text ?? ""),
  };
}

export function sentence(words: string, end: string): string {
  return /[。.！!？?…]$/.test(words) ? words : `${words}${end}`;
}

/** A source as the report's schema has it: a copy that may be changed, its table by title as people know it. */
export function plainSource(source: Source): Finding["sources"][number] {
  const { start, end, text } = source;
  const plain: Finding["sources"][number] = { start, end, text };
  // One by one and not spread: thousands of figures are copied into every report.
  if (source.part !== undefined) plain.part = source.part;
  if (source.section !== undefined) plain.section = source.section;
  if (source.row !== undefined) plain.row = source.row;
  if (source.column !== undefined) plain.column = source.column;
  if (source.page !== undefined) plain.page = source.page;
  if (source.context !== undefined) plain.context = source.context;
  if (source.table !== undefined) plain.table = tableOf(source.table)?.titles[0] ?? source.table;
  if (source.box !== undefined) plain.box = { ...source.box };
  return plain;
}
