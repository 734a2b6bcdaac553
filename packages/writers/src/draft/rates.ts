/** |part| ÷ |whole| in percent, rounded half up at so many decimals, in whole numbers throughout. */
export function percentOf(part: number, whole: number, decimals: number): string {
  if (part === 0) return "0";
  const steps = scaled(part, whole, decimals);
  // A share that is something is not printed as 0.0%.
  if (steps === 0n && part !== 0 && decimals < MOST) return percentOf(part, whole, decimals + 1);
  return print(steps, decimals);
}

const MOST = 4;

function scaled(part: number, whole: number, decimals: number): bigint {
  const numerator = BigInt(Math.abs(part)) * 100n * 10n ** BigInt(decimals);
  const denominator = BigInt(Math.abs(whole));
  return (2n * numerator + denominator) / (2n * denominator);
}

function print(steps: bigint, decimals: number): string {
  const digits = steps.toString().padStart(decimals + 1, "0");
  return decimals === 0 ? digits : `${digits.slice(0, -decimals)}.${digits.slice(-decimals)}`;
}

/**
 * Shares of parts that add up to exactly 100% in print (largest remainder): each is rounded down, then those that lost most
 * get one unit of the last place, until the sum is right. Undefined where the parts do not make up the whole.
 *
 * @example forcedShares([1, 1, 1], 3, 2) // ["33.34", "33.33", "33.33"]
 */
export function forcedShares(parts: readonly number[], whole: number, decimals: number): string[] | undefined {
  if (whole <= 0 || parts.some((part) => part < 0) || parts.reduce((sum, part) => sum + part, 0) !== whole)
    return undefined;
  const total = 100n * 10n ** BigInt(decimals);
  const shares = parts.map((part, index) => {
    const exact = BigInt(part) * total;
    return { index, steps: exact / BigInt(whole), rest: exact % BigInt(whole) };
  });
  let open = total - shares.reduce((sum, { steps }) => sum + steps, 0n);
  for (const share of shares.toSorted((a, b) => (a.rest === b.rest ? a.index - b.index : a.rest < b.rest ? 1 : -1))) {
    if (open === 0n) break;
    share.steps += 1n;
    open -= 1n;
  }
  return shares.map(({ steps }) => print(steps, decimals));
}
