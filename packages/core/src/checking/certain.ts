import { firstAtLeast } from "../document/sorted.ts";
import type { BoundFigure } from "../facts/disclosure.ts";
import { keyText } from "../facts/key.ts";
import { measurableOf, readingOf } from "../figure/interval.ts";
import type { Figure } from "../figure/figure.ts";
import type { CheckContext } from "../relations/relation.ts";
import { factsOf } from "./observe.ts";
import type { InstanceResult, NumericResult, Problem } from "./result.ts";

/** Each round takes away the uncertain figures that its problems rest on; what is left after so many is told mildly. */
const ROUNDS = 4;

/**
 * Nothing is said to be wrong on the word of a figure beside which there are words that no phrase knows: what contradicts the
 * rest must do so without it. Where it does not, the two are shown as something to look at (info). The same where a list does
 * not add up and an entry of it that was not understood makes up the difference.
 */
export function onlyCertain(context: CheckContext, confront: (context: CheckContext) => NumericResult): NumericResult {
  const known = withCertainStatements(context);
  const whole = confront(known);
  const soft: Problem[] = [];
  let result = whole;
  let gone: ReadonlySet<number> = new Set();
  for (let round = 0; round < ROUNDS; round++) {
    const uncertain = result.problems.filter(restsOnUncertain);
    if (uncertain.length === 0) break;
    soft.push(...uncertain);
    gone = new Set([...gone, ...uncertain.flatMap(uncertainIn).map(({ id }) => id)]);
    result = confront(without(known, gone));
  }
  const entries = new Entries(context);
  const shortened = new Set(whole.instances.filter((own) => losesEntry(own, gone)).map(sumOf));
  const problems = result.problems
    .filter((problem) => !isClaim(problem) || !shortened.has(sumOf(problem.main)))
    .map((problem) =>
      isClaim(problem) && (uncertainIn(problem).length > 0 || lacksEntry(entries, problem)) ? asInfo(problem) : problem,
    );
  const told = new Set(problems.flatMap(({ main }) => main.terms.flatMap(({ figure }) => figure?.id ?? [])));
  const others = soft.filter(({ main }) => !main.terms.some(({ figure }) => figure && told.has(figure.id)));
  return { ...whole, problems: [...problems, ...others.map(asInfo)] };
}

/** A sum that an entry was taken from proves nothing any more: what is left of the list is not what the document lists. */
const losesEntry = ({ instance, terms }: InstanceResult, gone: ReadonlySet<number>): boolean =>
  instance.form === "linear" && terms.slice(1).some(({ figure }) => figure !== undefined && gone.has(figure.id));

/** Which sum an instance tells of: the relation and the printed total. */
const sumOf = ({ instance: { relation }, terms: [total] }: InstanceResult): string =>
  `${relation} ${total?.key} ${total?.figure?.id}`;

function asInfo(problem: Problem): Problem {
  const words = [...new Set(uncertainIn(problem).map(({ unknownWords }) => unknownWords!))];
  return { ...problem, severity: "info", verdict: "suspect", unsure: words.length > 0 ? { words } : { entry: true } };
}

const isClaim = ({ severity }: Problem): boolean => severity === "error" || severity === "warning";
const restsOnUncertain = (problem: Problem): boolean => isClaim(problem) && uncertainIn(problem).length > 0;

function uncertainIn({ main, symptoms, chain }: Problem): readonly BoundFigure[] {
  return [main, ...symptoms, ...chain].flatMap(({ terms }) =>
    terms.flatMap(({ figure }) => (figure?.unknownWords === undefined ? [] : [figure])),
  );
}

/** So many entries that were not understood are looked at together. */
const MOST_ENTRIES = 6;

/** Whether a sum of a sentence fails by just what entries between its parts say that were not understood. */
function lacksEntry(entries: Entries, { main, symptoms, chain }: Problem): boolean {
  return [main, ...symptoms, ...chain].some((result) => {
    const [total, ...parts] = result.terms;
    const own = parts.flatMap(({ figure }) => figure ?? []);
    if (result.instance.form !== "linear" || !total?.figure || own.length < 2) return false;
    if ([total.figure, ...own].some(({ source }) => source.table !== undefined)) return false;
    // 共有车辆6辆 of another section says nothing of where the list begins.
    const isHere = total.figure.source.section === own[0]!.source.section;
    const places = [...(isHere ? [total.figure] : []), ...own].map(({ source }) => source.start);
    const [from, to] = [Math.min(...places), Math.max(...places) + NEAR];
    const ids = new Set([total.figure, ...own].map(({ id }) => id));
    const keys = new Set(own.map(({ concept, dimensions }) => keyText(concept, dimensions)));
    const entriesBetween = entries.between(from, to, total.figure, ids).filter((entry) => !isKindOfPart(entry, keys));
    return makesUp(result, entriesBetween);
  });
}

type Entry = Figure & Partial<Pick<BoundFigure, "id" | "concept" | "dimensions">>;

/** 特种专业技术用车7辆（囚车3辆、勘查车2辆…）: what the brackets behind a part list is no further part of the total. */
function isKindOfPart({ concept, dimensions }: Entry, parts: ReadonlySet<string>): boolean {
  if (concept === undefined || dimensions?.label === undefined) return false;
  const { label: _, ...rest } = dimensions;
  return rest.item !== undefined && parts.has(keyText(concept, rest));
}

/** The figures of the narrative that were not understood, or that are only named, by their places. */
class Entries {
  private readonly lists: readonly ReadonlyMap<string, readonly Entry[]>[];

  constructor({ disclosure }: CheckContext) {
    const unbound: readonly Entry[] = disclosure.unbound.filter(({ source }) => source.table === undefined);
    const named: readonly Entry[] = disclosure.figures.filter(
      ({ source, dimensions, unknownWords }) =>
        source.table === undefined &&
        dimensions.measure === undefined &&
        (unknownWords !== undefined || dimensions.label !== undefined),
    );
    this.lists = [unbound, named].map((figures) =>
      Map.groupBy(
        figures.toSorted((one, other) => one.source.start - other.source.start),
        ({ unit }) => measurableOf(unit),
      ),
    );
  }

  /** The first few that stand between two places and may be parts of a total, which none of `ids` is. */
  between(from: number, to: number, total: Figure, ids: ReadonlySet<number>): readonly Entry[] {
    const found: Entry[] = [];
    for (const figures of this.lists) {
      const own = figures.get(measurableOf(total.unit)) ?? [];
      for (let at = firstAtLeast(own, from + 1, ({ source }) => source.start); at < own.length; at++) {
        const figure = own[at]!;
        if (figure.source.start >= to || found.length === MOST_ENTRIES) break;
        if (isAlike(figure, total) && (figure.id === undefined || !ids.has(figure.id))) found.push(figure);
      }
    }
    return found;
  }
}

/** How far behind the last part of a sum its list may go on. */
const NEAR = 80;

/** 辆 and 辆; a number whose classifier is not printed may count anything. */
const isAlike = (one: Figure, other: Figure): boolean =>
  one.classifier === undefined || other.classifier === undefined || one.classifier === other.classifier;

function makesUp({ terms }: InstanceResult, missed: readonly Figure[]): boolean {
  const gap = Math.abs(terms.reduce((sum, { coefficient, reading }) => sum + coefficient * reading.middle, 0));
  const step = terms.reduce((sum, { reading }) => sum + reading.step / 2, 0);
  const amounts = missed.flatMap((figure) => readingOf(figure)?.middle ?? []);
  for (let chosen = 1; chosen < 2 ** amounts.length; chosen++) {
    const sum = amounts.reduce((all, amount, index) => all + ((chosen >> index) & 1 ? amount : 0), 0);
    if (sum !== 0 && Math.abs(gap - sum) <= step) return true;
  }
  return false;
}

function withCertainStatements(context: CheckContext): CheckContext {
  const { disclosure } = context;
  const statements = disclosure.statements.filter(
    (statement) => statement.type !== "comparison" || statement.unknownWords === undefined,
  );
  return statements.length === disclosure.statements.length
    ? context
    : { ...context, disclosure: { ...disclosure, statements } };
}

function without(context: CheckContext, gone: ReadonlySet<number>): CheckContext {
  const figures = context.disclosure.figures.filter(({ id }) => !gone.has(id));
  return {
    ...context,
    disclosure: { ...context.disclosure, figures },
    facts: factsOf({ figures }),
    figures: new Map(figures.map((figure) => [figure.id, figure])),
  };
}
