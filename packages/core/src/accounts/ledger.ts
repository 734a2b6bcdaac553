import type { BoundFigure } from "../facts/disclosure.ts";
import { keyText, type Dimensions } from "../facts/key.ts";
import type { AccountsFact, Measured, Quantity } from "./schema/figure.ts";

type Slot = Exclude<keyof Measured, "direction">;

/** Figures by what they measure, whatever the stage, the year or the comparison. */
export class Ledger {
  private readonly bySubject = new Map<string, BoundFigure[]>();
  readonly figures: readonly BoundFigure[];

  constructor(figures: readonly BoundFigure[]) {
    this.figures = figures;
    for (const figure of figures) {
      const subject = subjectOf(figure);
      const same = this.bySubject.get(subject);
      if (same) same.push(figure);
      else this.bySubject.set(subject, [figure]);
    }
  }

  /** A quantity at its stages and against other quantities; undefined where nothing of it is stated. */
  measured(concept: string, dimensions: Dimensions = {}): Measured | undefined {
    return measuredOf(this.bySubject.get(keyText(concept, dimensions)) ?? []);
  }

  /** The quantity itself, of this year. */
  quantity(concept: string, dimensions: Dimensions = {}): Quantity | undefined {
    return this.measured(concept, dimensions)?.final;
  }

  /** The figures of a concept in the order printed. */
  of(concept: string): readonly BoundFigure[] {
    return this.figures.filter((figure) => figure.concept === concept);
  }

  facts(): AccountsFact[] {
    const facts = new Map<string, { key: string; concept: string; dimensions: Dimensions; figures: number[] }>();
    for (const { id, concept, dimensions } of this.figures) {
      const key = keyText(concept, dimensions);
      const fact = facts.get(key);
      if (fact) fact.figures.push(id);
      else facts.set(key, { key, concept, dimensions, figures: [id] });
    }
    return [...facts.values()];
  }
}

function subjectOf({ concept, dimensions }: BoundFigure): string {
  const { period: _period, stage: _stage, measure: _measure, of: _of, ...subject } = dimensions;
  return keyText(concept, subject);
}

/** Several figures of one subject, each in its slot. */
export function measuredOf(figures: readonly BoundFigure[]): Measured | undefined {
  if (figures.length === 0) return undefined;
  const slots = new Map<Slot, BoundFigure[]>();
  for (const figure of figures) {
    const slot = slotOf(figure.dimensions);
    if (slot === undefined) continue;
    const same = slots.get(slot);
    if (same) same.push(figure);
    else slots.set(slot, [figure]);
  }
  if (slots.size === 0) return undefined;
  const direction = figures.find(
    ({ dimensions, direction: way }) =>
      way !== undefined && (dimensions.measure === "change" || dimensions.measure === "growth"),
  )?.direction;
  return {
    ...Object.fromEntries([...slots].map(([slot, same]) => [slot, quantityOf(same)])),
    ...(direction === undefined ? {} : { direction }),
  };
}

const STAGE_SLOTS = {
  budget: "budget",
  "original-budget": "originalBudget",
  "adjusted-budget": "adjustedBudget",
} as const satisfies Record<NonNullable<Dimensions["stage"]>, Slot>;

/** Comparisons of last year or of a budget with something else are left to the facts, and so is what falls to each. */
function slotOf({ period, stage, measure }: Dimensions): Slot | undefined {
  if (measure === "average") return undefined;
  if (measure !== undefined) return period === undefined ? measure : undefined;
  if (period !== undefined) return stage === undefined ? "previous" : undefined;
  return stage === undefined ? "final" : STAGE_SLOTS[stage];
}

/** The figure of a table speaks for the quantity: tables print full precision, sentences often less. */
export function quantityOf(figures: readonly BoundFigure[]): Quantity {
  const { value, unit, decimals, classifier } = figures.find(({ source }) => source.table !== undefined) ?? figures[0]!;
  return {
    value,
    unit,
    decimals,
    ...(classifier === undefined ? {} : { classifier }),
    figures: figures.map(({ id }) => id),
  };
}
