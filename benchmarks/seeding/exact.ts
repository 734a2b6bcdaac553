// Wrong values are calculated as exactly as right ones: in whole millionths, and quotients of them.

const PLACES = 6;
const ONE = 10n ** BigInt(PLACES);

/** A plain decimal in millionths; every printed figure has fewer places. */
export function exact(value: string): bigint {
  const [, sign, whole = "", rest = ""] = /^(-?)(\d+)(?:\.(\d+))?$/.exec(value) ?? [];
  const size = BigInt(whole + rest.padEnd(PLACES, "0").slice(0, PLACES));
  return sign === "-" ? -size : size;
}

/** The size of `above / below`, printed with so many places and half rounded up. */
export function printedQuotient(above: bigint, below: bigint, decimals: number): string {
  const size = (number: bigint): bigint => (number < 0n ? -number : number);
  const scaled = 2n * size(above) * 10n ** BigInt(decimals);
  const digits = String((scaled / size(below) + 1n) / 2n).padStart(decimals + 1, "0");
  return decimals === 0 ? digits : `${digits.slice(0, -decimals)}.${digits.slice(-decimals)}`;
}

/** Millionths as a plain decimal of so many places. */
export const printedExact = (number: bigint, decimals: number): string => printedQuotient(number, ONE, decimals);

/** One of the last of so many places. */
export const stepOf = (decimals: number): bigint => 10n ** BigInt(PLACES - decimals);
