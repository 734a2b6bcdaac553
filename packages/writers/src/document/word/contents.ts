import type { ContentsLine } from "../../draft/document.ts";
import { escapeMarkup } from "../../markup.ts";

/** A name that Word takes for a bookmark: letters, digits and underscores, as it names those of contents itself. */
export function bookmarkNames(anchors: readonly string[]): ReadonlyMap<string, string> {
  return new Map(anchors.map((anchor, index) => [anchor, `_Toc${100_000_001 + index}`]));
}

/**
 * The contents as a field that Word and WPS take up, with its entries and their pages already in it: whoever opens the file
 * sees them without being asked anything. Titles of tables have an outline level and no heading style (`\u`).
 */
export function contentsXml(
  entries: readonly ContentsLine[],
  bookmarks: ReadonlyMap<string, string>,
  pages: ReadonlyMap<string, number>,
  width: number,
): string {
  const mark = (type: string): string => `<w:r><w:fldChar w:fldCharType="${type}"/></w:r>`;
  const field = (instruction: string): string =>
    `${mark("begin")}<w:r><w:instrText xml:space="preserve"> ${instruction} </w:instrText></w:r>${mark("separate")}`;
  const lines = entries.map(({ level, text, anchor }, index) => {
    const name = bookmarks.get(anchor) ?? anchor;
    const page = pages.get(anchor);
    const number =
      page === undefined
        ? ""
        : `<w:r><w:tab/></w:r>${field(`PAGEREF ${name} \\h`)}<w:r><w:t>${page}</w:t></w:r>${mark("end")}`;
    const opens = index === 0 ? field('TOC \\o "1-2" \\h \\z \\u') : "";
    const closes = index === entries.length - 1 ? mark("end") : "";
    return `<w:p><w:pPr><w:pStyle w:val="TOC${level + 1}"/><w:tabs><w:tab w:val="right" w:leader="dot" w:pos="${width}"/></w:tabs></w:pPr>${opens}<w:hyperlink w:anchor="${name}" w:history="1"><w:r><w:t xml:space="preserve">${escapeMarkup(text)}</w:t></w:r>${number}</w:hyperlink>${closes}</w:p>`;
  });
  return `<w:sdt><w:sdtPr><w:alias w:val="目录"/><w:docPartObj><w:docPartGallery w:val="Table of Contents"/><w:docPartUnique/></w:docPartObj></w:sdtPr><w:sdtContent>${lines.join("")}</w:sdtContent></w:sdt>`;
}
