import type { BoundFigure } from "../facts/disclosure.ts";
import { TICKS } from "../figure/interval.ts";
import { buildContext } from "../relations/context.ts";
import { NUMERIC_RELATIONS } from "../relations/numeric/index.ts";
import type { Instance, LinearInstance, Term } from "../relations/relation.ts";
import { disclosureOf, figureOf } from "../testing/printed.ts";
import { Observations } from "./observe.ts";
import type { InstanceResult } from "./result.ts";
import { judge } from "./verdict.ts";

export const RELATION = NUMERIC_RELATIONS[0]!;

/** A term as [coefficient, key, printed]; `空` is an empty cell, `别处` stands elsewhere. */
export type Written = readonly [coefficient: number, key: string, printed: string];

/** Judges what is printed in one place, with what the document prints elsewhere as [key, printed]. */
export function judged(
  make: (terms: readonly Term[]) => Instance,
  written: readonly Written[],
  elsewhere: readonly (readonly [key: string, printed: string])[] = [],
): InstanceResult {
  const here: BoundFigure[] = [];
  const terms = written.map(([coefficient, key, printed], index): Term => {
    if (printed === "空") {
      return { key, coefficient, figures: [], blank: true, source: { start: index, end: index, text: "" } };
    }
    if (printed === "别处") return { key, coefficient, figures: [] };
    here.push(figureOf(["", key, printed], index));
    return { key, coefficient, figures: [index] };
  });
  const others = elsewhere.map(([key, printed], index) => figureOf(["别处", key, printed], 100 + index));
  const context = buildContext(disclosureOf(others));
  return judge(RELATION, make(terms), new Observations(context), (id) => here.find((figure) => figure.id === id));
}

export const BASE = { relation: RELATION.id, place: { zh: "表5", en: "table 5" }, sources: [] } as const;

export function sum(comparator: LinearInstance["comparator"], ...written: readonly Written[]): InstanceResult {
  return judged((terms) => ({ ...BASE, form: "linear", comparator, terms }), written);
}

/** Vehicles are counted, procurement is paid. */
export const conceptOf = (printed: string): string => (printed.endsWith("个") ? "vehicles-held" : "procurement");

/** A total and its parts. */
export function parts(total: string, ...of: readonly string[]): InstanceResult {
  const concept = conceptOf(total);
  return sum("=", [1, concept, total], ...of.map((part, index): Written => [-1, `${concept}{label=${index}}`, part]));
}

/** One amount that the words say is at most, or less than, another. */
export function most(comparator: "<=" | "<", least: string, greatest: string): InstanceResult {
  return sum(comparator, [1, "expenditure", least], [-1, "revenue", greatest]);
}

export function rate(
  printed: string,
  numerator: readonly Written[],
  denominator: readonly Written[],
  elsewhere: readonly (readonly [string, string])[] = [],
): InstanceResult {
  const end = 1 + numerator.length;
  return judged(
    (terms) => ({
      ...BASE,
      form: "ratio",
      result: terms[0]!,
      numerator: terms.slice(1, end),
      denominator: terms.slice(end),
    }),
    [[1, "expenditure{measure=rate}", printed], ...numerator, ...denominator],
    elsewhere,
  );
}

/** What share one amount is of another. */
export const share = (printed: string, part: string, whole: string): InstanceResult =>
  rate(printed, [[1, `${conceptOf(part)}{label=part}`, part]], [[1, conceptOf(whole), whole]]);

export const CHANGE = "expenditure{measure=change}";

/** The growth that a change makes, of what there was before: change ÷ (now − change). */
export function growth(printed: string, now: string, change: string): InstanceResult {
  return judged(
    (terms) => ({
      ...BASE,
      form: "ratio",
      result: terms[0]!,
      numerator: [terms[1]!],
      denominator: [terms[2]!, { ...terms[1]!, coefficient: -1 }],
    }),
    [
      [1, "expenditure{measure=growth}", printed],
      [1, CHANGE, change],
      [1, "expenditure", now],
    ],
  );
}

/** Beyond every rounding by how much, in units of print. */
export const beyond = ({ excess }: InstanceResult): number => excess / TICKS;
