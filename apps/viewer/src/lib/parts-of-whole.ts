import { minus, shareOf, sumOf } from "./amounts.ts";
import type { Fact } from "./facts.ts";

/** One part of a whole that is shown as such; the rest of the smaller ones is one part without a figure of its own. */
export interface Part {
  readonly fact?: Fact;
  readonly value: string;
  /** In percent with one decimal. */
  readonly share: string;
  /** How many parts it stands for. */
  readonly count: number;
}

/**
 * The largest parts and the rest as one, in shares of the whole. Undefined where parts exceed the whole by more than
 * their decimals explain, or are less than nothing: no picture could be true.
 */
export function partsOf(facts: readonly Fact[], whole: Fact, most: number): readonly Part[] | undefined {
  const usable = facts.filter(({ unit }) => unit === whole.unit);
  if (usable.some(({ value }) => Number(value) < 0) || Number(whole.value) <= 0) return undefined;
  const sorted = usable.filter(({ value }) => Number(value) > 0).sort((a, b) => Number(b.value) - Number(a.value));
  const left = Number(minus(whole.value, sumOf(sorted.map(({ value }) => value))));
  const slack = (sorted.length + 1) * 0.5 * 10 ** -Math.min(whole.decimals, ...sorted.map(({ decimals }) => decimals));
  if (left < -slack || sorted.length === 0) return undefined;
  const shown = sorted.length > most ? sorted.slice(0, most - 1) : sorted;
  const rest = sorted.slice(shown.length).map(({ value }) => value);
  if (left > slack) rest.push(String(minus(whole.value, sumOf(sorted.map(({ value }) => value)))));
  const restValue = sumOf(rest);
  const share = (value: string): string => shareOf(value, whole.value)!;
  return [
    ...shown.map((fact) => ({ fact, value: fact.value, share: share(fact.value), count: 1 })),
    ...(rest.length > 0 ? [{ value: restValue, share: share(restValue), count: rest.length }] : []),
  ];
}
