import { ticksPerStep } from "@juesuan/core";
import type { Equation } from "./equations.ts";
import { NOTHING, slackOf, type Value } from "./value.ts";

/**
 * Adds what follows from what is known: the one unknown of a sum, and nothing for every unknown part of a sum that its known
 * parts already make up (amounts are not negative). What does not follow stays unknown.
 */
export function complete(values: Map<string, Value>, equations: readonly Equation[]): void {
  const byKey = new Map<string, number[]>();
  for (const [index, { plus, minus }] of equations.entries())
    for (const key of [...plus, ...minus]) byKey.set(key, [...(byKey.get(key) ?? []), index]);
  const open = new Set(equations.keys());
  for (const index of open) {
    open.delete(index);
    for (const [key, value] of solve(values, equations[index]!)) {
      if (values.has(key)) continue;
      values.set(key, value);
      for (const other of byKey.get(key) ?? []) open.add(other);
    }
  }
}

function solve(values: ReadonlyMap<string, Value>, { plus, minus }: Equation): (readonly [string, Value])[] {
  const terms = [...plus.map((key) => ({ key, sign: 1 })), ...minus.map((key) => ({ key, sign: -1 }))];
  const unknown = terms.filter(({ key }) => !values.has(key));
  if (unknown.length === 0) return [];
  let sum = 0;
  let slack = 0;
  let decimals = 0;
  const unit = terms.flatMap(({ key }) => values.get(key)?.unit ?? [])[0] ?? NOTHING.unit;
  for (const { key, sign } of terms) {
    const value = values.get(key);
    if (!value) continue;
    sum += sign * value.ticks;
    slack += slackOf(value);
    decimals = Math.max(decimals, value.ticks === 0 ? 0 : value.decimals);
  }
  const [first] = unknown;
  const step = ticksPerStep(unit, Math.max(decimals, 1));
  const isSpent = Math.abs(sum) <= Math.min(slack, 2.5 * step);
  if (isSpent && unknown.every(({ sign }) => sign === first!.sign) && unknown.length < terms.length)
    return unknown.map(({ key }) => [key, { ...NOTHING, unit, derived: true }] as const);
  if (unknown.length > 1) return [];
  const ticks = 0 - first!.sign * sum;
  // A sum that would have to be negative contradicts itself: nothing is made of it.
  if (ticks < 0) return [];
  return [[first!.key, { ticks, decimals, unit, derived: true }]];
}
