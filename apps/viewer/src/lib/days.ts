import type { Language } from "./language-choice.ts";

/** China has one time, eight hours before Greenwich's, the whole year. */
const AHEAD = 8 * 3_600_000;

const MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sept", "Oct", "Nov", "Dec"] as const;

/**
 * The day of a moment where disclosures are published, wherever the page is made. In two words that are known, without
 * the browser's own calendar: a phone takes longer to open that than to show the page.
 */
export function dayOf(moment: string, language: Language): string {
  const there = new Date(Date.parse(moment) + AHEAD);
  const [year, month, day] = [there.getUTCFullYear(), there.getUTCMonth(), there.getUTCDate()];
  return language === "zh" ? `${year}年${month + 1}月${day}日` : `${day} ${MONTHS[month]} ${year}`;
}
