import type { BoundFigure, Disclosure } from "../facts/disclosure.ts";
import { keyText } from "../facts/key.ts";
import type { Reading } from "../figure/interval.ts";
import type { CheckContext } from "../relations/relation.ts";
import { signedReading } from "./reading.ts";

/** The key under which a quantity of last year's own disclosure stands: evidence, though not of this document. */
export function lastYearKey(key: string): string {
  return `last-year:${key}`;
}

export interface Observed {
  readonly reading: Reading;
  readonly figure: BoundFigure;
  /** Printed in last year's disclosure. */
  readonly foreign: boolean;
}

/** What the figures of a document say of each quantity. */
export class Observations {
  private readonly context: CheckContext;
  private readonly cache = new Map<string, readonly Observed[]>();
  /** The figure that speaks for a quantity. */
  private readonly spokesmen = new Map<string, Observed>();
  private previous: ReadonlyMap<string, readonly BoundFigure[]> | undefined;

  constructor(context: CheckContext) {
    this.context = context;
  }

  of(key: string): readonly Observed[] {
    const known = this.cache.get(key);
    if (known) return known;
    const foreign = key.startsWith("last-year:");
    const figures = foreign ? this.lastYear().get(key.slice("last-year:".length)) : this.context.facts.get(key);
    const observed: Observed[] = [];
    for (const figure of trusted(figures ?? [])) {
      const reading = signedReading(figure);
      if (reading) observed.push({ reading, figure, foreign });
    }
    this.cache.set(key, observed);
    return observed;
  }

  /** The figure that speaks best for a quantity: from a table before a sentence, with more decimals before fewer. */
  best(key: string): Observed | undefined {
    const known = this.spokesmen.get(key);
    if (known) return known;
    let best: Observed | undefined;
    for (const candidate of this.of(key)) {
      if (!best || rank(candidate) > rank(best)) best = candidate;
    }
    if (best) this.spokesmen.set(key, best);
    return best;
  }

  private lastYear(): ReadonlyMap<string, readonly BoundFigure[]> {
    this.previous ??= this.context.previous ? factsOf(this.context.previous) : new Map();
    return this.previous;
  }
}

function rank({ figure, reading }: Observed): number {
  return (figure.source.table === undefined ? 0 : 1) - Math.log10(Math.max(1, reading.step)) / 100;
}

/** So many values of one quantity in one place are a list that was taken for one thing. */
const A_LIST = 3;

/**
 * The figures of a key without those that were surely read wrongly: no section, and no table, gives one quantity three
 * values. What is left out is neither believed nor blamed.
 */
export function trusted(figures: readonly BoundFigure[]): readonly BoundFigure[] {
  if (figures.length < A_LIST) return figures;
  const values = new Map<string, Set<string>>();
  const placeOf = ({ source: { table, page, section } }: BoundFigure): string =>
    table === undefined ? `section ${section}` : `${table} on ${page}`;
  for (const figure of figures) {
    const place = placeOf(figure);
    const known = values.get(place);
    if (known) known.add(figure.value);
    else values.set(place, new Set([figure.value]));
  }
  return figures.filter((figure) => values.get(placeOf(figure))!.size < A_LIST);
}

/** Every quantity a disclosure states, by canonical key. */
export function factsOf(disclosure: Pick<Disclosure, "figures">): ReadonlyMap<string, readonly BoundFigure[]> {
  const facts = new Map<string, BoundFigure[]>();
  for (const figure of disclosure.figures) {
    const key = keyText(figure.concept, figure.dimensions);
    const list = facts.get(key);
    if (list) list.push(figure);
    else facts.set(key, [figure]);
  }
  return facts;
}
