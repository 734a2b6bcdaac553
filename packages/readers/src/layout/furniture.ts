import { standsApart } from "../text/surroundings.ts";
import { isNumberedHeading } from "../text/roles.ts";
import type { PageContent } from "./content.ts";
import type { PageLayout, PlacedItem } from "./page.ts";
import type { PlacedParagraph } from "./paragraphs.ts";

/** The strip at the top and at the bottom of a page, as a share of its height, where headers and footers stand. */
const STRIP = 0.1;
const NUMBER_STRIP = 0.13;
/** On this many pages in one place (on both of two), a line is a header or a footer. */
const REPEATED = 3;
const PAGE_NUMBER =
  /^[-—–－·•\s]*(?:第\s*|page\s*)?(?:\d{1,4}|[ivxlc]{1,6}|[一二三四五六七八九十]{1,4})\s*(?:页)?(?:\s*(?:[/／,，共]|of)?\s*(?:共\s*)?\d{1,4}\s*页?)?[-—–－·•\s]*$/i;

const TITLE = /(?:收入|支出|决算|经费)[^，。：；]{0,16}表$/;

export function isPageNumberText(text: string): boolean {
  return PAGE_NUMBER.test(text);
}

/** In a strip along any side: where a page lies on its side, the number does too. */
function isPageNumber({ text, box }: PlacedParagraph, { width, height }: PageContent): boolean {
  if (!PAGE_NUMBER.test(text)) return false;
  const across = (box.left + box.right) / 2 / width;
  const down = (box.top + box.bottom) / 2 / height;
  const sides = box.bottom - box.top > box.right - box.left ? [across, down] : [down];
  return sides.some((place) => place < NUMBER_STRIP || place > 1 - NUMBER_STRIP);
}

/** Sets page numbers, headers and footers apart. */
export function markFurniture(layouts: readonly PageLayout[], items: readonly (readonly PlacedItem[])[]): void {
  const candidates = new Map<string, { paragraph: PlacedParagraph; top: boolean }[]>();
  for (const [index, { content }] of layouts.entries()) {
    for (const item of items[index]!)
      if (item.kind === "paragraph" && item.role === "chart" && isPageNumber(item, content)) item.role = "page-number";
    const flow = items[index]!.filter((item) => item.kind === "table" || item.role === "body");
    const last = flow.length - 1;
    for (const [at, item] of flow.entries()) {
      if (item.kind === "table") continue;
      const middle = (item.box.top + item.box.bottom) / 2 / content.height;
      const outermost = at <= 1 || at >= last - 1;
      if (outermost && isPageNumber(item, content)) {
        if (flow.length > 1 || items.length > 1) item.role = "page-number";
        continue;
      }
      if (!outermost || (middle > STRIP && middle < 1 - STRIP)) continue;
      if (standsApart([item.text]) || isNumberedHeading(item.text) || item.text.length > 80) continue;
      // A title typed into the rows that a table repeats on every page is that table's.
      if (TITLE.test(item.text)) continue;
      const top = middle < STRIP;
      const key = `${top} ${Math.round(item.box.top / 6)} ${item.text.replaceAll(/\d+/g, "0")}`;
      const same = candidates.get(key) ?? [];
      same.push({ paragraph: item, top });
      candidates.set(key, same);
    }
  }
  for (const same of candidates.values()) {
    if (new Set(same.map(({ paragraph }) => paragraph.page)).size < Math.min(REPEATED, Math.max(2, layouts.length)))
      continue;
    for (const { paragraph, top } of same) if (paragraph.role === "body") paragraph.role = top ? "header" : "footer";
  }
}
