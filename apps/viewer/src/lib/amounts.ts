// Exact arithmetic on printed decimals. Binary floating point draws bars; it never makes a number that is shown.

interface Scaled {
  readonly units: bigint;
  readonly decimals: number;
}

function scaledOf(value: string): Scaled {
  const [whole = "0", fraction = ""] = value.split(".");
  return { units: BigInt(whole + fraction), decimals: fraction.length };
}

function textOf(units: bigint, decimals: number): string {
  const digits = String(units < 0n ? -units : units).padStart(decimals + 1, "0");
  const cut = digits.length - decimals;
  const sign = units < 0n ? "-" : "";
  return decimals === 0 ? sign + digits : `${sign}${digits.slice(0, cut)}.${digits.slice(cut)}`;
}

/** @example plus("0.3", "1.05") // "1.35" */
export function plus(left: string, right: string, sign: 1n | -1n = 1n): string {
  const [a, b] = [scaledOf(left), scaledOf(right)];
  const decimals = Math.max(a.decimals, b.decimals);
  const up = ({ units, decimals: own }: Scaled): bigint => units * 10n ** BigInt(decimals - own);
  return textOf(up(a) + sign * up(b), decimals);
}

export function minus(left: string, right: string): string {
  return plus(left, right, -1n);
}

export function sumOf(values: readonly string[]): string {
  return values.reduce((sum, value) => plus(sum, value), "0");
}

/**
 * The part in the whole in percent with one decimal, rounded half up; undefined for a whole of nothing.
 *
 * @example shareOf("1", "3") // "33.3"
 */
export function shareOf(part: string, whole: string): string | undefined {
  return quotientOf(part, whole, 1, 100n);
}

/**
 * What falls to each, to so many decimals, rounded half up; undefined for none.
 *
 * @example quotientOf("8", "5", 2) // "1.60"
 */
export function quotientOf(of: string, among: string, decimals: number, times = 1n): string | undefined {
  const [a, b] = [scaledOf(of), scaledOf(among)];
  if (b.units === 0n) return undefined;
  const numerator = a.units * 10n ** BigInt(b.decimals + decimals) * times;
  const denominator = b.units * 10n ** BigInt(a.decimals);
  const rounded = (2n * numerator + denominator) / (2n * denominator);
  return textOf(rounded, decimals);
}

/** With separators of thousands, decimals as they are: "16973.65" → "16,973.65". */
export function grouped(value: string): string {
  const [whole = "", fraction] = value.split(".");
  const parted = whole.replace(/\B(?=(?:\d{3})+$)/g, ",");
  return fraction === undefined ? parted : `${parted}.${fraction}`;
}

/**
 * The numbers that a printed value with so many decimals stands for: both ends.
 *
 * @example intervalOf("1019.8", 1) // ["1019.75", "1019.85"]
 */
export function intervalOf(value: string, decimals: number): readonly [low: string, high: string] {
  const half = `0.${"0".repeat(decimals)}5`;
  return [minus(value, half), plus(value, half)];
}

/** Whole 分 as 万元, exactly, without zeros at the end beyond two decimals. */
export function tenThousand(fen: number): string {
  const digits = String(Math.abs(fen)).padStart(7, "0");
  const fraction = digits.slice(-6).replace(/0{1,4}$/, "");
  return `${fen < 0 ? "-" : ""}${grouped(`${digits.slice(0, -6)}.${fraction}`)}`;
}

/** Whole 分 as 万元 to two decimals: amounts of forms in 元 and in 万元 stand side by side. */
export function nearTenThousand(fen: number): string {
  return tenThousand(Math.sign(fen) * Math.round(Math.abs(fen) / 10_000) * 10_000);
}

/** An amount shared among so many, in whole 分 that make whole 元: what is divided has no 分 of its own. */
export function perHead(fen: number, heads: number): number {
  return Math.round(fen / heads / 100) * 100;
}

/** Whole 分 as 元, to the 元. */
export function wholeYuan(fen: number): string {
  return `${fen < 0 ? "-" : ""}${grouped(String(Math.round(Math.abs(fen) / 100)))}`;
}
