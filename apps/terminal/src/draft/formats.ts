import {
  draftToDocx,
  draftToHtml,
  draftToMarkdown,
  draftToText,
  gridsToXlsx,
  gridToCsv,
  type Draft,
} from "@juesuan/writers";
import type { Streams } from "../streams.ts";

/** Every format that a whole disclosure is written in; a workbook and CSV hold its tables. */
export const DRAFT_FORMATS: Readonly<Record<string, (draft: Draft, streams: Streams) => Promise<string | Uint8Array>>> =
  {
    docx: ({ document }) => draftToDocx(document),
    pdf: async ({ document }, streams) => (await import("./print.ts")).printed(draftToHtml(document), streams),
    html: async ({ document }) => draftToHtml(document),
    md: async ({ document }) => draftToMarkdown(document),
    txt: async ({ document }) => draftToText(document),
    xlsx: async ({ grids }) => gridsToXlsx(grids),
    csv: async ({ grids }) => `\ufeff${grids.map((grid) => `${grid.title}\r\n${gridToCsv(grid)}`).join("\r\n")}`,
  };

/** Formats that hold bytes and are not shown on a screen. */
export const isBinary = (format: string): boolean => ["docx", "pdf", "xlsx"].includes(format);
