import { truncate, widthOf, wrap } from "../text/width.ts";

/** A piece of a line in one style. The screen is lines of segments: what it shows can be tested without a terminal. */
export interface Segment {
  readonly text: string;
  readonly style?: Style;
}

export type Style =
  | "bold"
  | "dim"
  | "selected"
  | "error"
  | "warning"
  | "info"
  | "good"
  | "bar"
  /** A figure to blame, and one that it is compared with. */
  | "culprit"
  | "evidence";

export type Line = readonly Segment[];

export const textOf = (line: Line): string => line.map(({ text }) => text).join("");

/** The line filled or cut to a width. */
export function fitted(line: Line, width: number, style?: Style): Line {
  const kept: Segment[] = [];
  let left = width;
  for (const segment of line) {
    if (left <= 0) break;
    const text = truncate(segment.text, left);
    kept.push({ ...segment, text });
    left -= widthOf(text);
  }
  return left > 0 ? [...kept, { text: " ".repeat(left), ...(style ? { style } : {}) }] : kept;
}

// Marks around figures while text is wrapped: characters that no document prints and that take no column.
const OPEN = { culprit: "\u2063", evidence: "\u2062" } as const;
const CLOSE = "\u2064";

export interface Mark {
  readonly start: number;
  readonly end: number;
  readonly style: "culprit" | "evidence";
}

/** Text with marks, broken into lines of segments. Offsets are the text's own; a mark may run over a line's end. */
export function markedLines(text: string, marks: readonly Mark[], width: number): Line[] {
  const sorted = marks
    .filter(({ start, end }) => end > start && start < text.length && end > 0)
    .toSorted((left, right) => left.start - right.start);
  let marked = "";
  let at = 0;
  for (const { start, end, style } of sorted) {
    if (start < at) continue;
    marked += clean(text.slice(at, start)) + OPEN[style] + clean(text.slice(start, end)) + CLOSE;
    at = end;
  }
  marked += clean(text.slice(at));
  let open: Mark["style"] | undefined;
  return wrap(marked, width).map((line) => {
    const segments: Segment[] = [];
    for (const piece of line.split(/([\u2062-\u2064])/u)) {
      if (piece === OPEN.culprit) open = "culprit";
      else if (piece === OPEN.evidence) open = "evidence";
      else if (piece === CLOSE) open = undefined;
      else if (piece !== "") segments.push({ text: piece, ...(open ? { style: open } : {}) });
    }
    return segments;
  });
}

/** A document must not steer the terminal: control characters but the line break, and our own marks, become spaces. */
const clean = (text: string) => text.replace(/[^\P{Cc}\n]|[\u2062-\u2064]/gu, " ");
