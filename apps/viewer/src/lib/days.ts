import type { Language } from "./language-choice.ts";

const LOCALES = { zh: "zh-CN", en: "en-GB" } as const;

/** The day of a moment where the disclosures are published: the same for a server and for every reader. */
export function dayOf(moment: string, language: Language, dateStyle: "medium" | "long" = "medium"): string {
  return new Date(moment).toLocaleDateString(LOCALES[language], { dateStyle, timeZone: "Asia/Shanghai" });
}
