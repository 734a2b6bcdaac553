const DIGITS = ["", "一", "二", "三", "四", "五", "六", "七", "八", "九"];

/**
 * A number from 1 to 99 in Chinese characters.
 *
 * @example chineseNumber(26) // "二十六"
 */
export function chineseNumber(value: number): string {
  const tens = Math.floor(value / 10);
  return `${tens > 1 ? DIGITS[tens] : ""}${tens > 0 ? "十" : ""}${DIGITS[value % 10]}`;
}
