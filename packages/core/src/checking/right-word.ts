import { formatTicks } from "../figure/interval.ts";
import { parseKey, unitName } from "./naming.ts";
import type { InstanceResult } from "./result.ts";

// The word of comparison that two amounts call for where another one is printed.

/** Direction words and their opposites, and what is said where the two are equal. */
const COMPARISONS: readonly (readonly [more: string, less: string, equal: string])[] = [
  ["大于", "小于", "等于"],
  ["高于", "低于", "持平"],
  ["超过", "少于", "等于"],
  ["增加", "减少", "持平"],
  ["增长", "下降", "持平"],
];

/** The word that the two amounts call for: of the same pair as the one printed. */
export function rightWord({ terms, computed, instance: { words } }: InstanceResult): { readonly expected?: string } {
  const [first, second] = terms;
  const { word, of } = words?.[0] ?? {};
  if (of && first?.figure && computed !== undefined) {
    const { unit, decimals } = first.figure;
    const change = first.reading.middle - computed;
    const size = formatTicks(Math.abs(change), unit, decimals);
    return { expected: `${change < 0 ? "减少" : "增加"}${size}${unitName(unit).zh}` };
  }
  if (!first || !second || word === undefined) return {};
  const ofBudget = parseKey(second.key).dimensions.stage !== undefined;
  const family = COMPARISONS.find(([more, less]) => word === more || word === less) ?? COMPARISONS[ofBudget ? 0 : 3]!;
  const difference = first.reading.middle - second.reading.middle;
  return { expected: family[difference > 0 ? 0 : difference < 0 ? 1 : 2] };
}
