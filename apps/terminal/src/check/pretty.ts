import { styleText } from "node:util";
import { hang, wrap } from "../text/width.ts";
import type { Language } from "../streams.ts";
import type { Entry } from "./entries.ts";
import { figuresOf, messageOf, placesOf, SEVERITY, shownFindings, titleOf } from "./wording.ts";

export interface PrettyOptions {
  readonly lang: Language;
  readonly columns: number;
  readonly color: boolean;
  /** Also what rounding explains. */
  readonly rounding: boolean;
}

/** The places of one finding that are listed; the rest are counted. */
const PLACES = 3;

/** One document of the report as lines, each no wider than `columns`. */
export function documentLines(entry: Entry, { lang, columns, color, rounding }: PrettyOptions): string[] {
  const paint = (style: Parameters<typeof styleText>[0], text: string) => (color ? styleText(style, text, { validateStream: false }) : text);
  const lines = wrap(titleOf(entry, lang), columns).map((line) => paint("bold", line));
  if (entry.error) {
    const message = lang === "en" ? entry.error.messageEn : entry.error.message;
    lines.push(...hang(lang === "en" ? "  not checked: " : "  未检查：", message, columns).map((line) => paint("red", line)));
    return lines;
  }
  if (entry.department) lines.push(...hang("  ", entry.file, columns).map((line) => paint("dim", line)));
  lines.push(...hang("  ", figuresOf(entry, lang), columns));

  for (const finding of shownFindings(entry, rounding)) {
    const { mark, color: hue, [lang]: word } = SEVERITY[finding.severity];
    const lead = `  ${mark} ${word} `;
    const [first = "", ...rest] = hang(lead, messageOf(finding, lang), columns);
    lines.push("", paint(hue, lead) + first.slice(lead.length), ...rest);
    const places = placesOf(finding, lang);
    const more = places.length > PLACES ? [lang === "zh" ? `……另有 ${places.length - PLACES} 处` : `… and ${places.length - PLACES} more`] : [];
    for (const place of [...places.slice(0, PLACES), ...more]) lines.push(...hang("      ", place, columns).map((line) => paint("dim", line)));
    lines.push(...hang("      ", finding.relation, columns).map((line) => paint("dim", line)));
  }
  return lines;
}
