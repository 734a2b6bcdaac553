import { keyText, type Dimensions } from "../facts/key.ts";
import type { BoundFigure } from "../facts/disclosure.ts";
import type { Unit } from "../figure/figure.ts";
import { formatExact, formatTicks, TICKS, type Interval } from "../figure/interval.ts";

/** A quantity as the accounts state it. */
export interface Known extends Interval {
  readonly middle: number;
  /** As the accounts print it, with its unit. */
  readonly text: string;
}

/** What accounts give for a quantity that they do not print: its bounds, its value as printed, and how it comes about. */
export interface Derived extends Interval {
  readonly value: string;
  readonly calculation: string;
}

/** One hundred percent of one, in ticks. */
const HUNDRED = 100 * TICKS;

/**
 * Works out a share, a completion, a change or a growth from the amounts of the accounts; undefined for any other quantity,
 * and where an amount that it needs is not in the accounts.
 */
export function derive(figure: BoundFigure, amount: (key: string) => Known | undefined): Derived | undefined {
  const { concept, dimensions, decimals } = figure;
  const { measure } = dimensions;
  const at = (changes: { readonly [name in keyof Dimensions]?: Dimensions[name] | undefined }) =>
    amount(keyText(concept, { ...dimensions, measure: undefined, of: undefined, ...changes } as Dimensions));
  switch (measure) {
    case "share": {
      const whole = dimensions.of === undefined ? undefined : amount(dimensions.of);
      return ratio(at({}), whole, decimals);
    }
    case "completion":
      return ratio(at({ stage: undefined }), at({ stage: dimensions.stage ?? "budget" }), decimals);
    case "change":
    case "growth": {
      const current = at({ stage: undefined });
      const base = dimensions.stage === undefined ? at({ period: "previous" }) : at({});
      if (!current || !base) return undefined;
      const change = {
        low: current.low - base.high,
        high: current.high - base.low,
        middle: current.middle - base.middle,
        text: `（${current.text}－${base.text}）`,
      };
      if (measure === "growth") return ratio(change, base, decimals);
      const value = formatExact(change.middle, figure.unit);
      return { low: change.low, high: change.high, value, calculation: `${change.text.slice(1, -1)}＝${value}` };
    }
    default:
      return undefined;
  }
}

function ratio(part: Known | undefined, whole: Known | undefined, decimals: number): Derived | undefined {
  // A rate of nothing, or of what may be nothing, says nothing.
  if (!part || !whole || whole.low <= 0) return undefined;
  const ends = [part.low / whole.low, part.low / whole.high, part.high / whole.low, part.high / whole.high];
  const unit: Unit = "percent";
  const exact = (part.middle / whole.middle) * HUNDRED;
  return {
    low: Math.min(...ends) * HUNDRED,
    high: Math.max(...ends) * HUNDRED,
    value: formatTicks(exact, unit, decimals),
    calculation: `${part.text}÷${whole.text}＝${formatTicks(exact, unit, Math.max(2, decimals + 1))}%`,
  };
}
