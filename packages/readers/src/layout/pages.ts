import type { Glyph, PageContent } from "./content.ts";
import { around } from "./geometry.ts";
import { layOutPage, type PageLayout } from "./page.ts";
import { asHeader } from "./paragraphs.ts";

// What pages tell of each other before any is understood: a number that counts them is no figure of the table that it is
// printed over, and what is a watermark on one page is one on all.

/** Recognises lines, paragraphs and tables on the pages of a document. */
export function layOutPages(contents: readonly PageContent[]): PageLayout[] {
  const running = runningNumbers(contents);
  const layouts = contents.map((content) => {
    const numbers = running.get(content.number) ?? [];
    if (numbers.length === 0) return layOutPage(content);
    const own = new Set(numbers.flatMap(({ glyphs }) => glyphs));
    const layout = layOutPage({ ...content, glyphs: content.glyphs.filter((glyph) => !own.has(glyph)) });
    const items = numbers.map(({ text, glyphs }) => {
      const letters = glyphs.flatMap((glyph) => [...glyph.text].map(() => glyph));
      return { ...asHeader([{ text, glyphs: letters }], content.number, around(glyphs)), role: "page-number" as const };
    });
    return { ...layout, items: [...layout.items, ...items] };
  });
  const marks = new Set(layouts.flatMap(({ marks: own = [] }) => own));
  if (marks.size === 0) return layouts;
  return layouts.map((layout) => (layout.marks ? layout : layOutPage(layout.content, marks)));
}

interface RunningNumber {
  readonly text: string;
  readonly number: number;
  readonly glyphs: readonly Glyph[];
}

/** A number between dashes or with 第 and 页, so that none of a table is taken for one. */
const COUNTS = /^(?:[-—–－·•]{1,2}(\d{1,4})[-—–－·•]{1,2}|第(\d{1,4})页(?:[,，/]?共\d{1,4}页)?)$/;
const LONGEST = 12;
/** Numbers of pages stand in one place up to this, in points: those of two digits are wider. */
const SAME_PLACE = 9;
const LEAST_PAGES = 3;

/** The numbers of pages that stand in one place on page after page, wherever that is, by the page. */
function runningNumbers(contents: readonly PageContent[]): ReadonlyMap<number, readonly RunningNumber[]> {
  const found = contents.map(({ number, glyphs }) => ({ number, candidates: countsAmong(glyphs) }));
  const running = new Map<number, RunningNumber[]>();
  for (const { number, candidates } of found)
    for (const candidate of candidates) {
      const alike = found.filter((page) =>
        page.candidates.some(
          (other) => other.number - page.number === candidate.number - number && isAt(candidate, other),
        ),
      );
      if (alike.length >= Math.min(LEAST_PAGES, Math.max(2, contents.length)))
        running.set(number, [...(running.get(number) ?? []), candidate]);
    }
  return running;
}

function isAt(one: RunningNumber, other: RunningNumber): boolean {
  const [first, second] = [one.glyphs[0]!, other.glyphs[0]!];
  return Math.abs(first.left - second.left) < SAME_PLACE && Math.abs(first.baseline - second.baseline) < 1;
}

/** Texts written in one go that can be numbers of pages. */
function countsAmong(glyphs: readonly Glyph[]): RunningNumber[] {
  const found: RunningNumber[] = [];
  for (let from = 0; from < glyphs.length;) {
    let to = from + 1;
    while (to < glyphs.length && glyphs[to]!.object === glyphs[from]!.object) to++;
    if (to - from <= LONGEST && to - from > 2) {
      const own = glyphs.slice(from, to);
      const text = own.map((glyph) => glyph.text).join("");
      const [, dashed, counted] = COUNTS.exec(text) ?? [];
      if (dashed ?? counted) found.push({ text, number: Number(dashed ?? counted), glyphs: own });
    }
    from = to;
  }
  return found;
}
