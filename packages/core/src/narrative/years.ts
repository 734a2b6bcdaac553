import type { NumberToken } from "./numbers.ts";
import type { Reading } from "./state.ts";
import { placeOf } from "./places.ts";

export function onYear(r: Reading, number: NumberToken): void {
  if (!/^(?:19|20)\d{2}$/.test(number.value)) return;
  r.spokenYear = { year: Number(number.value), end: number.end };
  const before = r.view.text.slice(Math.max(0, number.start - 2), number.start);
  const after = r.view.text.slice(number.end, number.end + 8);
  const role = /^年\d{1,2}月|^年[初末底]/.test(after)
    ? "date"
    : /[与和较比同]$/.test(before) &&
        /^年(?:度)?(?:决算)?(?:数)?(?:相比|相较|比较|增|减|下|上|持|基|无|，|$)/.test(after)
      ? "previous"
      : /^年度?/.test(after)
        ? "fiscal"
        : "other";
  r.statements.push({
    type: "year",
    year: Number(number.value),
    role,
    source: placeOf(r, number.start, number.end),
  });
}

/** 2023年决算数为57.43万元 in the accounts of 2024. */
export function speaksOfLastYear(r: Reading, start: number): boolean {
  const spoken = r.spokenYear;
  if (!spoken || r.context.fiscalYear === undefined || spoken.year !== r.context.fiscalYear - 1) return false;
  return /^年度?(?:的)?$/.test(r.view.text.slice(spoken.end, start));
}
