import type { Glyph, PageContent } from "./content.ts";
import { around } from "./geometry.ts";
import { layOutPage, type PageLayout } from "./page.ts";
import { asHeader } from "./paragraphs.ts";

// What pages tell of each other before any is understood: a number that counts them is no figure of the table that it is
// printed over, and what is a watermark on one page is one on all.

/** Recognises lines, paragraphs and tables on the pages of a document. */
export function layOutPages(contents: readonly PageContent[]): PageLayout[] {
  const running = runningNumbers(contents);
  const first = contents.map((content) => {
    const own = new Set((running.get(content.number) ?? []).flatMap(({ glyphs }) => glyphs));
    if (own.size === 0) return layOutPage(content);
    return layOutPage({ ...content, glyphs: content.glyphs.filter((glyph) => !own.has(glyph)) });
  });
  const marks = new Set(first.flatMap(({ marks: own = [] }) => own));
  const layouts =
    marks.size === 0 ? first : first.map((layout) => (layout.marks ? layout : layOutPage(layout.content, marks)));
  return layouts.map((layout) => withNumbers(layout, running.get(layout.content.number) ?? []));
}

/** A page with its numbers, which were laid aside before it was laid out. */
function withNumbers(layout: PageLayout, numbers: readonly RunningNumber[]): PageLayout {
  if (numbers.length === 0) return layout;
  const items = numbers.map(({ text, glyphs }) => {
    const letters = glyphs.flatMap((glyph) => [...glyph.text].map(() => glyph));
    const header = asHeader([{ text, glyphs: letters }], layout.content.number, around(glyphs));
    return { ...header, role: "page-number" as const };
  });
  return { ...layout, items: [...layout.items, ...items] };
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
/** A page with more such texts than this counts something else. */
const MOST_COUNTS = 100;

/** The numbers of pages that stand in one place on page after page, wherever that is, by the page. */
function runningNumbers(contents: readonly PageContent[]): ReadonlyMap<number, readonly RunningNumber[]> {
  const found = contents.flatMap(({ number: page, glyphs }) => {
    const counts = countsAmong(glyphs);
    return counts.length > MOST_COUNTS ? [] : counts.map((count) => ({ page, count }));
  });
  const byPlace = Map.groupBy(found, ({ page, count }) => placesOf(count, count.number - page)[0]!);
  const least = Math.min(LEAST_PAGES, Math.max(2, contents.length));
  const isRunning = (page: number, count: RunningNumber): boolean => {
    const pages = new Set<number>();
    for (const place of placesOf(count, count.number - page))
      for (const other of byPlace.get(place) ?? []) {
        if (isAt(count, other.count)) pages.add(other.page);
        if (pages.size >= least) return true;
      }
    return false;
  };
  const running = found.filter(({ page, count }) => isRunning(page, count));
  return new Map(
    [...Map.groupBy(running, ({ page }) => page)].map(([page, own]) => [page, own.map(({ count }) => count)]),
  );
}

/** The square in which a number stands, and those around it, each with how far the number is before its page's. */
function placesOf({ glyphs: [first] }: RunningNumber, ahead: number): string[] {
  const [x, y] = [Math.floor(first!.left / SAME_PLACE), Math.floor(first!.baseline)];
  const steps = [0, -1, 1];
  return steps.flatMap((down) => steps.map((right) => `${ahead} ${x + right} ${y + down}`));
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
