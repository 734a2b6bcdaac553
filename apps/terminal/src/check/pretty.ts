import { styleText } from "node:util";
import { hang, wrap } from "../text/width.ts";
import type { Language } from "../streams.ts";
import type { Brief } from "./entry.ts";
import {
  errorOf,
  excuseOf,
  figuresOf,
  messageOf,
  odditiesOf,
  placesOf,
  SEVERITY,
  shownFindings,
  titleOf,
} from "./wording.ts";

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
export function documentLines(brief: Brief, { lang, columns, color, rounding }: PrettyOptions): string[] {
  const paint = (style: Parameters<typeof styleText>[0], text: string) =>
    color ? styleText(style, text, { validateStream: false }) : text;
  const dim = (lead: string, text: string) => hang(lead, text, columns).map((line) => paint("dim", line));
  const lines = wrap(titleOf(brief, lang), columns).map((line) => paint("bold", line));
  if (brief.error) {
    const lead = lang === "en" ? "  not checked: " : "  未检查：";
    lines.push(...hang(lead, errorOf(brief, lang), columns).map((line) => paint("red", line)));
    return lines;
  }
  if (brief.department) lines.push(...dim("  ", brief.file));
  lines.push(...hang("  ", figuresOf(brief, lang), columns));
  lines.push(...dim("  ", brief.ledger.headline[lang]));
  for (const oddity of odditiesOf(brief, lang))
    lines.push(...hang(lang === "en" ? "  note: " : "  注意：", oddity, columns));

  for (const finding of shownFindings(brief, rounding)) {
    const { mark, color: hue, [lang]: word } = SEVERITY[finding.severity];
    const lead = `  ${mark} ${word} `;
    const [first = "", ...rest] = hang(lead, messageOf(finding, lang), columns);
    lines.push("", paint(hue, lead) + first.slice(lead.length), ...rest);
    const suggestion = lang === "en" ? finding.suggestionEn : finding.suggestion;
    if (suggestion) lines.push(...hang("      → ", suggestion, columns));
    const places = placesOf(finding, brief, lang);
    const hidden = places.length - PLACES;
    const more = hidden > 0 ? [lang === "zh" ? `……另有 ${hidden} 处` : `… and ${hidden} more`] : [];
    for (const place of [...places.slice(0, PLACES), ...more]) lines.push(...dim("      ", place));
    const excuse = excuseOf(finding, brief, lang);
    if (excuse !== "") lines.push(...hang("      ", excuse, columns).map((line) => paint("green", line)));
    lines.push(...dim("      ", finding.relation));
  }
  for (const cured of brief.baseline?.cured ?? []) {
    const lead = lang === "en" ? "  ✓ cured " : "  ✓ 已改正 ";
    const [first = "", ...rest] = hang(lead, messageOf(cured, lang), columns);
    lines.push("", paint("green", lead) + first.slice(lead.length), ...rest);
  }
  return lines;
}
