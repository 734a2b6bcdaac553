// Which language a page begins in. The server asks this before it makes a page, the browser where a page came from no server.

export type Language = "zh" | "en";

/** Holds what the reader chose. */
export const COOKIE = "juesuan-language";

/** What says which language somebody reads. */
export interface LanguageHints {
  /** The query of the address: `lang=en` makes an address speak English to whoever follows it. */
  readonly search: string;
  /** As in the header of that name, and in `document.cookie`. */
  readonly cookie: string;
  /** As in the header Accept-Language: what the browser prefers. */
  readonly accepted: string;
}

/** The address first, then what was chosen before, then what the browser prefers; Chinese where nothing says otherwise. */
export function languageChosen({ search, cookie, accepted }: LanguageHints): Language {
  const asked = new URLSearchParams(search).get("lang") ?? new RegExp(`(?:^|; *)${COOKIE}=(\\w+)`).exec(cookie)?.[1];
  const own = languageOf(asked ?? "");
  if (own !== undefined) return own;
  const ranked = accepted
    .split(",")
    .map((one) => {
      const [tag = "", ...parameters] = one.split(";").map((part) => part.trim());
      const weight = Number(parameters.find((parameter) => parameter.startsWith("q="))?.slice(2) ?? 1);
      return { language: languageOf(tag), weight };
    })
    .filter(({ weight }) => weight > 0)
    .toSorted((a, b) => b.weight - a.weight);
  return ranked.find(({ language }) => language !== undefined)?.language ?? "zh";
}

/** `zh-CN` and `zh-Hant` are Chinese, `en-GB` is English. */
function languageOf(tag: string): Language | undefined {
  const [primary] = tag.toLowerCase().split("-");
  return primary === "zh" || primary === "en" ? primary : undefined;
}
