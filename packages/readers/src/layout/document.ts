import type { CharacterBoxes, Oddity, Page, ReadDocument } from "@juesuan/core";
import { alignedTable } from "./aligned.ts";
import { Assembly } from "../text/assembly.ts";
import { isContentsTitle, isNumberedHeading } from "../text/roles.ts";
import { sliceRows } from "../text/grid.ts";
import { surroundingRows } from "./surrounding-rows.ts";
import { markContents } from "./contents.ts";
import { continueTables, type SpreadTable } from "./continuation.ts";
import type { Glyph } from "./content.ts";
import { transformed, type Transform } from "./geometry.ts";
import { markFurniture } from "./furniture.ts";
import type { PageLayout } from "./page.ts";
import { joinAcrossPages, type PlacedParagraph } from "./paragraphs.ts";
import type { PlacedText } from "./placed-text.ts";
import { joinSideBySide } from "./side-by-side.ts";

/** Puts the pages of a document together. */
export function assemble(
  layouts: readonly PageLayout[],
  pages: readonly Page[],
  oddities: readonly Oddity[],
): ReadDocument {
  const items = layouts.map(({ items }) => items);
  markFurniture(layouts, items);
  const flow = joinSentences(continueTables(joinSideBySide(items)).flatMap(withoutSurroundings));
  setHeadedLeft(flow);
  markContents(flow.filter((item) => item.kind === "paragraph"));
  const assembly = new Assembly();
  assembly.pages.push(...pages);
  assembly.oddities.push(...oddities);
  const written: PlacedText[][] = [];
  for (const item of flow) {
    if (item.kind === "table") {
      if (item.grid.cells.every(({ text }) => text === "")) continue;
      const cells = item.grid.cells.map(({ row, column, rowSpan, columnSpan, text, page }) => ({
        row,
        column,
        rowSpan,
        columnSpan,
        text,
        page,
      }));
      assembly.table({ ...item.grid, cells }, item.page, {
        ruled: item.ruled,
        ...(item.parts === undefined ? {} : { inferred: true }),
        ...(item.cut ? { cut: true } : {}),
        ...(item.closed ? { closed: true } : {}),
        ...(item.adrift ? { adrift: true } : {}),
        ...(item.headedLeft ? { headedLeft: true } : {}),
      });
      if (item.cut)
        assembly.report(
          "cut-table",
          `第 ${item.page} 页的表超出纸边，右边的列没有印出`,
          `The table on page ${item.page} runs off the paper: columns at its right were not printed`,
          { page: item.page },
        );
      written.push([...item.grid.cells]);
      for (const header of item.repeated) {
        assembly.report(
          "repeated-header",
          `第 ${header.page} 页重复的表头未计入表内`,
          `The heading repeated on page ${header.page} is not part of the table`,
          { page: header.page },
        );
        assembly.paragraph(header.text, header.role, header.page);
        written.push([header]);
      }
    } else if (item.text !== "") {
      if (item.role === "body" && isHeading(item)) item.role = "heading";
      assembly.paragraph(item.text, item.role, item.page);
      written.push([item]);
    }
  }
  const document = assembly.document("pdf");
  const recognised = layouts.some(({ content }) => content.glyphs.some(({ confidence }) => confidence !== undefined));
  return {
    ...document,
    boxes: boxesOf(document, written, layouts),
    ...(recognised ? { confidences: confidencesOf(document, written) } : {}),
  };
}

/** One table without lines whose headings stand at the left: so do those of the others, whether it shows or not. */
function setHeadedLeft(flow: FlowItem[]): void {
  const unruled = (item: FlowItem): item is SpreadTable => item.kind === "table" && item.parts !== undefined;
  if (!flow.some((item) => unruled(item) && item.headedLeft)) return;
  for (const [at, item] of flow.entries()) {
    if (!unruled(item) || item.headedLeft) continue;
    const table = alignedTable(item.parts!, true);
    flow[at] = { ...item, ...(table && { grid: table.grid, repeated: table.repeated }), headedLeft: true };
  }
}

function isHeading({ text }: PlacedParagraph): boolean {
  return isNumberedHeading(text) || isContentsTitle(text);
}

/** Title, unit and notes that were typed into the grid of a table become paragraphs around it. */
function withoutSurroundings(item: FlowItem): FlowItem[] {
  if (item.kind === "paragraph") return [item];
  const { grid } = item;
  const { from, to } = surroundingRows(grid);
  if (from === 0 && to === grid.rowCount) return [item];
  const outside = (cells: typeof grid.cells): PlacedParagraph[] =>
    cells
      .filter(({ text }) => text !== "")
      .map(({ text, glyphs, page, box }) => ({
        kind: "paragraph",
        text,
        glyphs,
        page,
        box,
        size: glyphs.find((glyph) => glyph !== undefined)?.size ?? 0,
        role: "body",
        flush: false,
        full: false,
      }));
  const inner: SpreadTable[] = to > from ? [{ ...item, grid: sliceRows(grid, from, to) }] : [];
  return [
    ...outside(grid.cells.filter(({ row }) => row < from)),
    ...inner,
    ...outside(grid.cells.filter(({ row }) => row >= to)),
  ];
}

type FlowItem = PlacedParagraph | SpreadTable;

function joinSentences(items: readonly FlowItem[]): FlowItem[] {
  const flow: FlowItem[] = [];
  // Where the text of the pages goes on: headers and footers stand between, and do not count.
  let open = -1;
  for (const item of items) {
    const before = open >= 0 ? flow[open] : undefined;
    if (before?.kind === "paragraph" && item.kind === "paragraph" && lastPage(before) < item.page) {
      const joined = joinAcrossPages(before, item);
      if (joined) {
        flow[open] = joined;
        continue;
      }
    }
    flow.push(item);
    if (item.kind === "table" || item.role === "body" || item.role === "heading") open = flow.length - 1;
  }
  return flow;
}

function lastPage({ glyphs, page }: PlacedParagraph): number {
  return glyphs.findLast((glyph) => glyph !== undefined)?.page ?? page;
}

/** How sure recognition is of each character, in percent; text of the file itself is sure. */
function confidencesOf(document: ReadDocument, written: readonly (readonly PlacedText[])[]): Uint8Array {
  const confidences = new Uint8Array(document.text.length).fill(100);
  for (const [index, block] of document.blocks.entries()) {
    const parts = block.kind === "table" ? block.cells : [block];
    for (const [part, text] of written[index]!.entries())
      for (const [unit, glyph] of text.glyphs.entries())
        if (glyph?.confidence !== undefined)
          confidences[parts[part]!.start + unit] = Math.round(100 * glyph.confidence);
  }
  return confidences;
}

/** The box of each character on its page as shown. */
function boxesOf(
  document: ReadDocument,
  written: readonly (readonly PlacedText[])[],
  layouts: readonly PageLayout[],
): CharacterBoxes {
  const page = new Uint16Array(document.text.length);
  const rectangles = new Float32Array(document.text.length * 4);
  const toPage = new Map<number, Transform>(layouts.map(({ content }) => [content.number, content.toPage]));
  const put = (glyph: Glyph, at: number) => {
    const { left, top, right, bottom } = transformed(toPage.get(glyph.page)!, glyph);
    page[at] = glyph.page;
    rectangles.set([left, top, right, bottom], at * 4);
  };
  for (const [index, block] of document.blocks.entries()) {
    const parts = block.kind === "table" ? block.cells : [block];
    for (const [part, text] of written[index]!.entries()) {
      const { start } = parts[part]!;
      for (const [unit, glyph] of text.glyphs.entries()) if (glyph) put(glyph, start + unit);
    }
  }
  return { page, rectangles };
}
