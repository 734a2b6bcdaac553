import type { Random } from "../disclosures/random.ts";
import type { Fen } from "./world.ts";

/** How one department prints its numbers. */
export interface Style {
  readonly amountDecimals: 1 | 2;
  /** 3037.90 as 3037.9 in sentences. */
  readonly trims: boolean;
  readonly percentDecimals: 0 | 1 | 2;
  /** What stands in a cell of nothing. */
  readonly blank: "empty" | "dash" | "zero";
  /** Sums are added up from printed parts instead of rounded from the truth, as in tables made by hand. */
  readonly addsPrinted: boolean;
}

export function styleOf(random: Random, addsPrinted = false): Style {
  return {
    amountDecimals: random.chance(0.8) ? 2 : 1,
    trims: random.chance(0.4),
    percentDecimals: random.pick([0, 1, 2, 2] as const),
    blank: random.pick(["empty", "dash", "zero"] as const),
    addsPrinted,
  };
}

const FEN_PER_UNIT = 1_000_000;

export interface Printed {
  readonly value: string;
  readonly decimals: number;
}

function decimal(scaled: bigint, decimals: number, negative: boolean): Printed {
  const digits = scaled.toString().padStart(decimals + 1, "0");
  const value = decimals === 0 ? digits : `${digits.slice(0, -decimals)}.${digits.slice(-decimals)}`;
  return { value: negative && scaled !== 0n ? `-${value}` : value, decimals };
}

/** Fen as 万元, half up. */
export function printAmount(amount: Fen, decimals: number): Printed {
  const divisor = BigInt(FEN_PER_UNIT / 10 ** decimals);
  const size = BigInt(Math.abs(amount));
  return decimal((2n * size + divisor) / (2n * divisor), decimals, amount < 0);
}

/** 100 · part / whole, half up. */
export function printRate(part: Fen, whole: Fen, decimals: number): Printed {
  const scale = 10n ** BigInt(decimals);
  const above = BigInt(Math.abs(part)) * 100n * scale;
  const below = BigInt(Math.abs(whole));
  return decimal((2n * above + below) / (2n * below), decimals, part < 0 !== whole < 0);
}

/**
 * Trailing zeros are left out, and with them the claim to so many places. What is little but something stays 0.0: a bare 0
 * says that there is nothing.
 */
export function trimmed({ value, decimals }: Printed, amount: Fen): Printed {
  if (decimals === 0 || (Number(value) === 0 && amount !== 0)) return { value, decimals };
  const short = value.replace(/0+$/, "").replace(/\.$/, "");
  return { value: short, decimals: short.split(".")[1]?.length ?? 0 };
}
