import { TICKS } from "../figure/interval.ts";
import type { Ledger } from "../testing/ledger.ts";
import { Propagation } from "./propagation.ts";

/** Everything printed in force but what is named; to the fixed point. */
export function propagated(
  { network, nameOf }: Ledger,
  without: readonly string[] = [],
  loose = false,
): Propagation | false {
  const propagation = new Propagation(network, loose);
  const all = [...network.observations.keys()].filter((index) => !without.includes(nameOf(index)));
  return propagation.enforce(all) && propagation.run() && propagation;
}

/** What is left of a quantity, in its own unit. */
export function left(made: Ledger, key: string, without: readonly string[] = []): readonly [number, number] | false {
  const propagation = propagated(made, without);
  const variable = made.network.variableOf(key)!;
  return propagation && [propagation.low[variable]! / TICKS + 0, propagation.high[variable]! / TICKS + 0];
}

export const POSSIBLE = ["all of it possible"];

/** What a contradiction is made of, in words. */
export function contradiction({ network, nameOf }: Ledger, without: readonly string[] = []): readonly string[] {
  const propagation = new Propagation(network, false);
  const all = [...network.observations.keys()].filter((index) => !without.includes(nameOf(index)));
  if (propagation.enforce(all) && propagation.run()) return POSSIBLE;
  return propagation.explain().observations.map(nameOf).toSorted();
}
