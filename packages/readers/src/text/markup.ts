import { trimRange } from "./lines.ts";

export interface MarkedLine {
  readonly start: number;
  readonly end: number;
  /** Number of `#` of a Markdown heading; 0 for none. */
  readonly level: number;
  /** The whole line stands between `**` or `<b>`. */
  readonly bold: boolean;
  /** `- `, `* ` or `+ ` stood before it. */
  readonly listed: boolean;
}

/**
 * Narrows a line to its words: `## **一、部门职责**` to 一、部门职责. Marks inside the line stay, because the text of a
 * document is the file itself, character by character.
 */
export function stripMarkup(text: string, from: number, to: number): MarkedLine {
  let [start, end] = trimRange(text, from, to);
  let level = 0;
  let bold = false;
  let listed = false;
  for (let pass = 0; pass < 8; pass++) {
    const line = text.slice(start, end);
    const lead = /^(?:(#{1,6})(?:\s+|$)|([-*+])\s+(?=\S)|>\s*(?=\S))/.exec(line);
    if (lead) {
      if (lead[1]) level = lead[1].length;
      if (lead[2]) listed = true;
      [start, end] = trimRange(text, start + lead[0].length, end);
      continue;
    }
    const wrapped =
      /^(?:\*\*(?<stars>(?:(?!\*\*).)+)\*\*|__(?<bars>(?:(?!__).)+)__|<(?<tag>b|strong|u|em|i)>(?<inner>(?:(?!<\/?\k<tag>>).)*)<\/\k<tag>>)$/is.exec(
        line,
      );
    if (!wrapped?.groups) break;
    const { stars, bars, tag, inner } = wrapped.groups;
    const words = stars ?? bars ?? inner ?? "";
    const open = tag ? tag.length + 2 : 2;
    if (tag === undefined || /^(b|strong)$/i.test(tag)) bold = true;
    [start, end] = trimRange(text, start + open, start + open + words.length);
  }
  if (level > 0 && /^#+$/.test(text.slice(start, end))) end = start;
  return { start, end, level, bold, listed };
}
