import { compact, type Paragraph, type ReadDocument, type Source } from "@juesuan/core";

export interface Marker {
  readonly text: string;
  readonly level: number;
  readonly length: number;
}

const MARKERS: readonly { readonly pattern: RegExp; readonly level: number }[] = [
  { pattern: /^第[一二三四五六七八九十]+部分[、：.]?/, level: 0 },
  // 一、2023年度收入支出决算总体情况。
  { pattern: /^[一二三四五六七八九十]+(?:[、.．：](?!\d)|[、．：](?=(?:19|20)\d{2}年))/, level: 1 },
  { pattern: /^（[一二三四五六七八九十]+）[、.]?/, level: 2 },
];

export function markerOf(text: string): Marker | undefined {
  for (const { pattern, level } of MARKERS) {
    const match = pattern.exec(text);
    if (match) return { text: match[0].replace(/[、：.．]$/, ""), level, length: match[0].length };
  }
  return undefined;
}

/** A paragraph in its compact form. */
export interface Line {
  readonly paragraph: Paragraph;
  readonly text: string;
  readonly offsets: readonly number[];
}

export function linesOf(document: ReadDocument): Line[] {
  const lines: Line[] = [];
  // 三、 in a paragraph of its own, with its title in the next.
  let alone = "";
  for (const block of document.blocks) {
    if (block.kind !== "paragraph") continue;
    if (block.role !== "body" && block.role !== "heading" && block.role !== "contents") continue;
    const view = compact(document.text, [{ start: block.start, end: block.end, hard: false }]);
    if (view.text === "") continue;
    const own = block.marker ?? "";
    if (own === "" && markerOf(view.text)?.length === view.text.length) {
      alone = view.text;
      continue;
    }
    const before = own === "" && markerOf(view.text) === undefined ? alone : own;
    alone = "";
    const lead: number[] = Array.from({ length: before.length }, () => block.start);
    lines.push({ paragraph: block, text: before + view.text, offsets: [...lead, ...view.offsets] });
  }
  return lines;
}

export function sourceOf(document: ReadDocument, line: Line, from: number, to: number): Source {
  const start = line.offsets[from] ?? line.paragraph.start;
  const end = (line.offsets[to - 1] ?? line.paragraph.end - 1) + 1;
  return { page: line.paragraph.page, start, end, text: document.text.slice(start, end) };
}
