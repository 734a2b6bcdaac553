import type { BoundFigure } from "../facts/disclosure.ts";
import type { Source } from "../figure/figure.ts";
import type { Reading } from "../figure/interval.ts";
import type { Instance, RatioInstance, Term } from "../relations/relation.ts";

/**
 * Something that can be wrong alone: a printed figure, an empty cell that means zero, a direction word, or the assumption
 * that a printed list leaves nothing out. The first two bound a variable; the last two switch a relation.
 */
export interface Observation {
  readonly kind: "figure" | "blank" | "word" | "omission" | "foreign";
  /** −1 for a switch. */
  readonly variable: number;
  readonly reading?: Reading;
  readonly figure?: BoundFigure;
  readonly source?: Source;
  /** The instance that a switch belongs to. */
  readonly instance?: number;
  /** What it costs to blame it; a figure costs 1. */
  readonly weight: number;
  /** Steps of the last place by which it may stray where accountants round table by table. */
  readonly looseness: number;
}

interface LinearConstraint {
  readonly form: "linear";
  readonly instance: number;
  readonly upperOnly: boolean;
  readonly variables: readonly number[];
  readonly coefficients: readonly number[];
  readonly switch: number;
  /** Where the sum may leave parts out: coefficients with which it is at most nothing all the same, parts within the total. */
  readonly within?: readonly number[];
}

/** 100 (ax·x + ay·y) = r (bx·x + by·y): with q = x / y, r rises with q, as ax·by − ay·bx > 0 and by > 0. */
interface PairConstraint {
  readonly form: "pair";
  readonly instance: number;
  readonly variables: readonly [r: number, x: number, y: number];
  readonly ax: number;
  readonly ay: number;
  readonly bx: number;
  readonly by: number;
  readonly switch: number;
}

/** r = shift + 100 Σ a·x / Σ b·y, the sums over different variables. */
interface QuotientConstraint {
  readonly form: "quotient";
  readonly instance: number;
  /** r first, then the terms above, then those below. */
  readonly variables: readonly number[];
  readonly coefficients: readonly number[];
  readonly above: number;
  readonly shift: number;
  readonly switch: number;
}

export type Constraint = LinearConstraint | PairConstraint | QuotientConstraint;

type Observe = (key: string) => readonly {
  readonly reading: Reading;
  readonly figure: BoundFigure;
  /** Printed in last year's disclosure. */
  readonly foreign: boolean;
}[];

/** What evidence outside arithmetic speaks against: figures, and empty cells by where they start. */
export interface Witnesses {
  readonly figures: ReadonlySet<number>;
  readonly places: ReadonlySet<number>;
  /** Figures whose direction word is spoken against. */
  readonly directions: ReadonlySet<number>;
}

/** What something else speaks against is doubted before what nothing does. */
const DOUBTED = 0.75;

/** Every quantity, everything that bounds it, every relation over it: figures and relations without names. */
export class Network {
  readonly keys: string[] = [];
  readonly observations: Observation[] = [];
  /** Observations by variable. */
  readonly bounds: number[][] = [];
  readonly constraints: Constraint[] = [];
  /** Constraints by variable. */
  readonly touching: number[][] = [];
  /** Constraints by the switch they depend on, an observation. */
  readonly switching: number[][] = [];
  private readonly byKey = new Map<string, number>();

  private readonly observe: Observe;
  private readonly loosenessOf: (figure: BoundFigure) => number;
  private readonly blanks = new Map<Source, number>();
  private readonly byFigure = new Map<number, number>();
  private readonly positions = new Map<number, number>();
  private readonly lists = new Map<string, number>();

  private readonly witnesses: Witnesses | undefined;

  constructor(observe: Observe, loosenessOf: (figure: BoundFigure) => number, witnesses?: Witnesses) {
    this.observe = observe;
    this.loosenessOf = loosenessOf;
    this.witnesses = witnesses;
  }

  variableOf(key: string): number | undefined {
    return this.byKey.get(key);
  }

  /** The variable of a key, with all its figures as observations. */
  variable(key: string): number {
    const known = this.byKey.get(key);
    if (known !== undefined) return known;
    const variable = this.keys.length;
    this.byKey.set(key, variable);
    this.keys.push(key);
    this.bounds.push([]);
    this.touching.push([]);
    for (const { reading, figure, foreign } of this.observe(key)) {
      if (foreign) this.add({ kind: "foreign", variable, reading, weight: 4, looseness: 1 });
      else {
        const looseness = this.loosenessOf(figure);
        const weight = this.witnesses?.figures.has(figure.id) ? DOUBTED : 1;
        this.byFigure.set(figure.id, this.add({ kind: "figure", variable, reading, figure, weight, looseness }));
      }
    }
    return variable;
  }

  private add(observation: Observation): number {
    const index = this.observations.length;
    this.observations.push(observation);
    if (observation.variable >= 0) this.bounds[observation.variable]!.push(index);
    return index;
  }

  /** Whether something else speaks against a figure. */
  isDoubted(figure: number): boolean {
    return this.witnesses?.figures.has(figure) === true;
  }

  /** What it costs to say that the direction word of these observations is the wrong one. */
  reversalWeight(indices: readonly number[]): number {
    const isTold = indices.some((index) => {
      const { figure } = this.observations[index]!;
      return figure !== undefined && this.witnesses?.directions.has(figure.id);
    });
    return isTold ? DOUBTED : 1;
  }

  /** The observation that a printed figure is. */
  observationOf(figure: number): number | undefined {
    return this.byFigure.get(figure);
  }

  /** The observation that an empty cell is. */
  blankAt(source: Source): number | undefined {
    return this.blanks.get(source);
  }

  /** The constraint that an instance became; undefined where it only states one quantity twice. */
  constraintOf(instance: number): number | undefined {
    return this.positions.get(instance);
  }

  private blank(term: Term): void {
    const { source } = term;
    if (!term.blank || !source || term.figures.length > 0) return;
    if (this.blanks.has(source)) return;
    const variable = this.variable(term.key);
    const weight = this.witnesses?.places.has(source.start) ? DOUBTED : 1.5;
    this.blanks.set(source, this.add({ kind: "blank", variable, reading: ZERO, source, weight, looseness: 0 }));
  }

  /** Adds an instance as a constraint; one over nothing but a single quantity (agreement) only adds its observations. */
  constrain(instance: Instance, index: number): void {
    const terms =
      instance.form === "linear" ? instance.terms : [instance.result, ...instance.numerator, ...instance.denominator];
    for (const term of terms) this.blank(term);
    const constraint = instance.form === "linear" ? this.linear(instance.terms) : this.ratio(instance);
    if (!constraint) {
      for (const term of terms) this.variable(term.key);
      return;
    }
    const position = this.constraints.length;
    this.positions.set(index, position);
    const released = this.switchOf(instance, index);
    const upperOnly = instance.form === "linear" && instance.comparator !== "=";
    this.constraints.push({
      ...constraint,
      instance: index,
      switch: released,
      ...(constraint.form === "linear" && { upperOnly }),
      ...(constraint.form === "linear" && instance.open && { within: withinTotal(constraint.coefficients) }),
    } as Constraint);
    for (const variable of constraint.variables) this.touching[variable]!.push(position);
    if (released >= 0) (this.switching[released] ??= []).push(position);
  }

  /** What can be wrong with the relation itself: its direction word, or a list that leaves something out. */
  private switchOf({ words, open, list, leftOut }: Instance, index: number): number {
    const switched = { variable: -1, instance: index, looseness: 0 } as const;
    const [word] = words ?? [];
    if (word) {
      const weight = this.witnesses?.places.has(word.source.start) ? DOUBTED : 1;
      return this.add({ ...switched, kind: "word", source: word.source, weight });
    }
    if (!open) return -1;
    const known = list === undefined ? undefined : this.lists.get(list);
    if (known !== undefined) return known;
    const weight = leftOut === undefined ? SELDOM : 1;
    const added = this.add({ ...switched, kind: "omission", weight });
    if (list !== undefined) this.lists.set(list, added);
    return added;
  }

  private combined(terms: readonly Term[]): Map<number, number> {
    const sums = new Map<number, number>();
    for (const { key, coefficient } of terms) {
      const variable = this.variable(key);
      sums.set(variable, (sums.get(variable) ?? 0) + coefficient);
    }
    for (const [variable, coefficient] of sums) if (coefficient === 0) sums.delete(variable);
    return sums;
  }

  private linear(terms: readonly Term[]): Pick<LinearConstraint, "form" | "variables" | "coefficients"> | undefined {
    // Two prints of one quantity are what most relations compare.
    if (terms.length === 2 && terms[0]!.key === terms[1]!.key && terms[0]!.coefficient + terms[1]!.coefficient === 0) {
      return undefined;
    }
    // Most sums name every quantity once, and need no map to find out.
    const variables: number[] = [];
    const coefficients: number[] = [];
    const stamp = ++this.stamp;
    for (const { key, coefficient } of terms) {
      const variable = this.variable(key);
      if (this.stamps[variable] === stamp) {
        const sums = this.combined(terms);
        return sums.size === 0
          ? undefined
          : { form: "linear", variables: [...sums.keys()], coefficients: [...sums.values()] };
      }
      this.stamps[variable] = stamp;
      variables.push(variable);
      coefficients.push(coefficient);
    }
    return variables.length === 0 ? undefined : { form: "linear", variables, coefficients };
  }

  /** The last sum that each variable was seen in. */
  private readonly stamps: number[] = [];
  private stamp = 0;

  private ratio(
    instance: RatioInstance,
  ):
    | Pick<PairConstraint, "form" | "variables" | "ax" | "ay" | "bx" | "by">
    | Pick<QuotientConstraint, "form" | "variables" | "coefficients" | "above" | "shift">
    | undefined {
    const result = this.variable(instance.result.key);
    const above = this.combined(instance.numerator);
    const below = this.combined(instance.denominator);
    const variables = [...new Set([...above.keys(), ...below.keys()])];
    if (below.size === 0 || variables.length < 2) return undefined;
    if (variables.length === 2) {
      // y is a quantity that stands below with a plus: the whole, last year.
      for (const [x, y] of [variables, variables.toReversed()] as [number, number][]) {
        const [ax = 0, ay = 0, bx = 0, by = 0] = [above.get(x), above.get(y), below.get(x), below.get(y)];
        if (by > 0 && ax * by - ay * bx > 0) return { form: "pair", variables: [result, x, y], ax, ay, bx, by };
      }
    }
    // Take out of the numerator as much of the denominator as removes a quantity they share.
    const shared = variables.find((variable) => above.has(variable) && below.has(variable));
    const factor = shared === undefined ? 0 : above.get(shared)! / below.get(shared)!;
    const rest = new Map(above);
    if (factor !== 0) {
      for (const [variable, coefficient] of below) {
        const remaining = (rest.get(variable) ?? 0) - factor * coefficient;
        if (remaining === 0) rest.delete(variable);
        else rest.set(variable, remaining);
      }
    }
    return {
      form: "quotient",
      variables: [result, ...rest.keys(), ...below.keys()],
      coefficients: [1, ...rest.values(), ...below.values()],
      above: rest.size,
      shift: 100 * factor,
    };
  }
}

/** A list that leaves something out is rarer than a wrong figure, unless something says what it leaves out. */
const SELDOM = 1.75;

/** The total stands first: total − parts = 0 becomes parts − total ≤ 0. */
function withinTotal(coefficients: readonly number[]): readonly number[] {
  return coefficients[0]! > 0 ? coefficients.map((coefficient) => -coefficient) : coefficients;
}

const ZERO: Reading = { low: 0, high: 0, middle: 0, step: 0 };
