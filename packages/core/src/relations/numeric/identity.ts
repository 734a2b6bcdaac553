import { keyText, type ConceptKey, type Dimensions } from "../../facts/key.ts";
import { placeOf } from "../place.ts";
import type { CheckContext, Instance, Severity, Term } from "../relation.ts";
import { known, placesOf, term } from "./terms.ts";

/** A quantity of an identity: what it changes of the dimensions that the identity leaves open. */
export interface Quantity extends ConceptKey {
  readonly coefficient: number;
}

export interface Identity {
  readonly quantities: readonly Quantity[];
  readonly comparator?: "=" | "<=";
  readonly severity?: Exclude<Severity, "rounding">;
}

export const quantity = (coefficient: number, concept: string, dimensions: Dimensions = {}): Quantity => ({
  coefficient,
  concept,
  dimensions,
});

/** An identity as an instance, where at most one of its quantities is stated nowhere. */
export function instanceOf(context: CheckContext, relation: string, identity: Identity): Instance | undefined {
  let unknown = 0;
  let printed: number[] = [];
  const terms: Term[] = [];
  for (const { concept, dimensions, coefficient } of identity.quantities) {
    const key = keyText(concept, dimensions);
    const found = known(context, key, coefficient);
    if (!found) unknown++;
    else if (!found.blank) printed = [...printed, context.facts.get(key)![0]!.id];
    terms.push(found ?? term(key, coefficient));
  }
  if (unknown > 1 || printed.length === 0 || (unknown > 0 && identity.comparator === "<=")) return undefined;
  const [first] = placesOf(context, printed);
  return {
    relation,
    form: "linear",
    comparator: identity.comparator ?? "=",
    terms,
    place: placeOf(first!),
    sources: placesOf(context, printed),
    ...(identity.severity && { severity: identity.severity }),
  };
}

/** Dimensions of the general budget's objects, wherever a class or group of them is printed. */
export function economicKeys(context: CheckContext): readonly Dimensions[] {
  const found = new Map<string, Dimensions>();
  for (const figure of context.disclosure.figures) {
    const { economic, functional, fund, label } = figure.dimensions;
    if (figure.concept !== "expenditure" || economic === undefined || functional !== undefined || label !== undefined)
      continue;
    if (fund === "general") found.set(economic, { fund, economic });
  }
  return [...found.values()];
}

export function itemsOf(context: CheckContext, concept: string): readonly string[] {
  const items = new Set<string>();
  for (const figure of context.disclosure.figures) {
    const { item, measure } = figure.dimensions;
    if (figure.concept === concept && item !== undefined && measure === undefined) items.add(item);
  }
  return [...items];
}
