import { standsApart } from "../text/surroundings.ts";
import { isNumberedHeading } from "../text/roles.ts";
import type { PageLayout, PlacedItem } from "./page.ts";
import type { PlacedParagraph } from "./paragraphs.ts";

/** The strip at the top and at the bottom of a page, as a share of its height, where headers and footers stand. */
const STRIP = 0.1;
const NUMBER_STRIP = 0.13;
/** On this many pages in one place, a line is a header or a footer. */
const REPEATED = 3;
const PAGE_NUMBER =
  /^[-—–－·•\s]*(?:第\s*)?(?:\d{1,4}|[ivxlcIVXLC]{1,6}|[一二三四五六七八九十]{1,4})\s*(?:页)?(?:\s*[/／,，共]?\s*(?:共\s*)?\d{1,4}\s*页?)?[-—–－·•\s]*$/;

/** Sets page numbers, headers and footers apart. */
export function markFurniture(layouts: readonly PageLayout[], items: readonly (readonly PlacedItem[])[]): void {
  const candidates = new Map<string, { paragraph: PlacedParagraph; top: boolean }[]>();
  for (const [index, { content }] of layouts.entries()) {
    const paragraphs = items[index]!.filter((item) => item.kind === "paragraph");
    const last = items[index]!.length - 1;
    for (const [at, item] of items[index]!.entries()) {
      if (item.kind === "table") continue;
      const middle = (item.box.top + item.box.bottom) / 2 / content.height;
      const outermost = at <= 1 || at >= last - 1;
      if (PAGE_NUMBER.test(item.text) && outermost && (middle < NUMBER_STRIP || middle > 1 - NUMBER_STRIP)) {
        if (paragraphs.length > 1 || items.length > 1) item.role = "page-number";
        continue;
      }
      if (!outermost || (middle > STRIP && middle < 1 - STRIP)) continue;
      if (standsApart([item.text]) || isNumberedHeading(item.text) || item.text.length > 80) continue;
      const top = middle < STRIP;
      const key = `${top} ${Math.round(item.box.top / 6)} ${item.text.replaceAll(/\d+/g, "0")}`;
      const same = candidates.get(key) ?? [];
      same.push({ paragraph: item, top });
      candidates.set(key, same);
    }
  }
  for (const same of candidates.values()) {
    if (new Set(same.map(({ paragraph }) => paragraph.page)).size < REPEATED) continue;
    for (const { paragraph, top } of same) if (paragraph.role === "body") paragraph.role = top ? "header" : "footer";
  }
}
