import type { ReadDocument } from "@juesuan/core";
import { detectFormat } from "./detect/format.ts";
import { ReadError } from "./errors.ts";

export interface ReadOptions {
  /** The file's name; the content decides, a name that claims otherwise is reported. */
  readonly name?: string;
  /** The media type it was sent with. */
  readonly type?: string;
}

/**
 * Reads the bytes of a file, whatever its format, into one document. Each format's reader is loaded when it is needed.
 *
 * @throws ReadError for what cannot be read
 */
export async function readDocument(bytes: Uint8Array, _options: ReadOptions = {}): Promise<ReadDocument> {
  const format = detectFormat(bytes);
  switch (format) {
    case "pdf":
      return (await import("./pdf/index.ts")).readPdf(bytes);
    case "xlsx":
      return (await import("./office/xlsx.ts")).readXlsx(bytes);
    case "xls":
      return (await import("./office/xls.ts")).readXls(bytes);
    case "text":
      return (await import("./text/index.ts")).readText(bytes);
    case "docx":
      return (await import("./office/docx.ts")).readDocx(bytes);
    case "html":
      return (await import("./html/index.ts")).readHtml(bytes);
    default:
      throw new ReadError(
        "unsupported",
        `还不能读取${format.zh}。请另存为 PDF、.docx 或 .xlsx 后再试。`,
        `${format.en} cannot be read. Please save it as PDF, .docx or .xlsx.`,
      );
  }
}
