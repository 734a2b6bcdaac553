import { wordsOf, type DraftBlock } from "../../draft/document.ts";
import { roomOf, TEXT_PAPER } from "./paper.ts";
import { BODY, LINES } from "./styles.ts";
import type { TableLayout } from "./table-layout.ts";

/** Blocks on one kind of paper, which begin on a new page. */
export interface PageGroup {
  readonly blocks: readonly DraftBlock[];
}

/**
 * The page on which each part, section and table begins. Lines of text have an exact height and characters of the text one
 * width, so the pages can be counted without a word processor; where fonts differ from official ones, a number may be off
 * until the contents are updated.
 */
export function countPages(
  groups: readonly PageGroup[],
  layoutFor: (block: DraftBlock & { readonly kind: "table" }) => TableLayout,
): ReadonlyMap<string, number> {
  const pages = new Map<string, number>();
  const room = roomOf(TEXT_PAPER).height;
  let page = 0;
  let filled = 0;
  const turn = (): void => {
    page++;
    filled = 0;
  };
  for (const { blocks } of groups) {
    turn();
    for (const [index, block] of blocks.entries()) {
      if (block.kind === "table") {
        if (index > 0) turn();
        pages.set(block.anchor, page);
        page += layoutFor(block).pages - 1;
      } else if (block.kind === "part") {
        if (index > 0) turn();
        pages.set(block.anchor, page);
        const { line, before, after } = LINES.part;
        filled += before + after + line * linesOf(block.text, 44, 0);
      } else if (block.kind === "heading") {
        const height = LINES.body * linesOf(block.text, BODY, 2);
        if (filled + height + leastOf(blocks, index + 1) > room) turn();
        pages.set(block.anchor, page);
        filled += height;
      } else if (block.kind === "chart") {
        if (filled + CHART_HEIGHT > room) turn();
        filled += CHART_HEIGHT;
      } else if (block.kind === "paragraph") {
        let lines = linesOf(wordsOf(block.runs), BODY, 2);
        for (;;) {
          const free = Math.floor((room - filled) / LINES.body);
          if (lines <= free) break;
          // A page neither ends with the first line of a paragraph nor begins with its last.
          const here = lines - free === 1 ? free - 1 : free;
          if (here >= 2) lines -= here;
          turn();
        }
        filled += lines * LINES.body;
      }
    }
  }
  return pages;
}

/** With the line that holds the drawing and its caption. */
const CHART_HEIGHT = LINES.figure.height + 10 + LINES.caption.line + LINES.caption.after;

/** What must follow a heading on its page. */
function leastOf(blocks: readonly DraftBlock[], index: number): number {
  const next = blocks[index];
  if (next?.kind === "chart") return CHART_HEIGHT;
  if (next?.kind === "heading") return LINES.body + leastOf(blocks, index + 1);
  if (next?.kind !== "paragraph") return 0;
  return LINES.body * Math.min(2, linesOf(wordsOf(next.runs), BODY, 2));
}

/** What is not parted at the end of a line: words and numbers, brackets with what they stand by. */
const UNIT = /[（《“‘【]*(?:[\u0021-\u00ff]+|[^\u0021-\u00ff])[）》”’】]*[，。；：、！？]?/gu;

/** Lines that a text of a size (half points) takes, with its first line indented by so many characters. */
export function linesOf(text: string, size: number, indent: number): number {
  const character = size * 10;
  const width = roomOf(TEXT_PAPER).width;
  let lines = 1;
  let filled = indent * character;
  let last = "";
  for (const [unit] of text.matchAll(UNIT)) {
    // Between Chinese and letters or digits Word leaves a quarter of a character.
    const isApart = /\p{Script=Han}$/u.test(last)
      ? /^[0-9A-Za-z]/.test(unit)
      : /[0-9A-Za-z%]$/.test(last) && /^\p{Script=Han}/u.test(unit);
    const own = [...unit].reduce((sum, letter) => sum + widthOf(letter), 0) * character + (isApart ? character / 4 : 0);
    // A comma or full stop may hang over the edge.
    const hanging = /[，。；：、]$/.test(unit) ? character : 0;
    if (filled + own - hanging > width) {
      lines++;
      filled = 0;
    }
    filled += own;
    last = unit;
  }
  return lines;
}

/** In characters of the text: digits and letters are half as wide, a space a quarter. */
function widthOf(letter: string): number {
  if (letter === " ") return 0.25;
  return letter > "\u00ff" ? 1 : 0.5;
}
