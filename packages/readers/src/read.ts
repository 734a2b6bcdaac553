import type { ReadDocument, Recogniser } from "@juesuan/core";
import { brokenAtHeadings } from "./binding/run-together.ts";
import { detectFormat, type DetectedFormat } from "./detect/format.ts";
import { LIMITS } from "./detect/limits.ts";
import { tooLarge } from "./detect/too-large.ts";
import { ReadError } from "./errors.ts";
import type { PdfiumSource } from "./pdf/engine.ts";
import { isPlain, isTraditional } from "./text/script.ts";

export interface ReadOptions {
  /** The file's name; the content decides, a name that claims otherwise is reported. */
  readonly name?: string;
  /** The media type it was sent with. */
  readonly type?: string;
  /** Where PDFium's WebAssembly is; a browser and an edge worker must say, Node knows. */
  readonly wasm?: PdfiumSource;
  /** Reads scanned pages; without it they are said to be scanned, and not read. */
  readonly recognise?: Recogniser;
}

/**
 * Reads the bytes of a file, whatever its format, into one document. Each format's reader is loaded when it is needed.
 *
 * @throws ReadError for what cannot be read
 */
export async function readDocument(bytes: Uint8Array, options: ReadOptions = {}): Promise<ReadDocument> {
  if (bytes.length === 0) throw new ReadError("damaged", "文件是空的。", "The file is empty.");
  if (bytes.length > LIMITS.inputBytes) throw tooLarge("文件过大", "the file is too large");
  const document = brokenAtHeadings(await readAs(detectFormat(bytes), bytes, options));
  const claimed = claimedFormat(options.name);
  if (claimed === undefined || claimed === document.format) return document;
  const oddity = {
    code: "wrong-extension",
    message: `文件名说是 .${claimed}，内容是 ${document.format}，按内容读取`,
    messageEn: `The name says .${claimed}, the content is ${document.format}: read by its content`,
  };
  return { ...document, oddities: [oddity, ...document.oddities] };
}

const EXTENSIONS: Readonly<Record<string, ReadDocument["format"]>> = {
  pdf: "pdf",
  docx: "docx",
  doc: "doc",
  xlsx: "xlsx",
  xls: "xls",
  html: "html",
  htm: "html",
  txt: "text",
  md: "text",
};

function claimedFormat(name: string | undefined): ReadDocument["format"] | undefined {
  return EXTENSIONS[/\.([a-z]+)$/i.exec(name ?? "")?.[1]?.toLowerCase() ?? ""];
}

async function readAs(format: DetectedFormat, bytes: Uint8Array, options: ReadOptions): Promise<ReadDocument> {
  switch (format) {
    case "pdf": {
      const { readPdf } = await import("./pdf/index.ts");
      return inSimplified((written) =>
        readPdf(bytes, {
          ...(options.wasm === undefined ? {} : { wasm: options.wasm }),
          ...(options.recognise === undefined ? {} : { recognise: options.recognise }),
          ...(written === undefined ? {} : { written }),
        }),
      );
    }
    case "xlsx": {
      const { readXlsx } = await import("./office/xlsx.ts");
      return inSimplified((written) => readXlsx(bytes, written));
    }
    case "xls":
      return (await import("./office/xls.ts")).readXls(bytes);
    case "text": {
      const { readText } = await import("./text/index.ts");
      return inSimplified((written) => readText(bytes, written));
    }
    case "docx": {
      const { readDocx } = await import("./office/docx.ts");
      return inSimplified((written) => readDocx(bytes, written));
    }
    case "doc":
      return (await import("./office/doc/index.ts")).readDoc(bytes);
    case "html":
    case "mhtml": {
      const { readHtml } = await import("./html/index.ts");
      const pages = format === "html" ? bytes : (await import("./html/archive.ts")).pagesOf(bytes);
      return inSimplified((written) => readHtml(pages, written));
    }
    default:
      throw new ReadError(
        "unsupported",
        `还不能读取${format.zh}。请另存为 PDF、.docx 或 .xlsx 后再试。`,
        `${format.en} cannot be read. Please save it as PDF, .docx or .xlsx.`,
      );
  }
}

/**
 * A document in traditional characters is read once more with each of them as the simplified one that it is: Beijing's sites,
 * and others, publish in both. The table of characters is loaded for such documents alone.
 */
async function inSimplified(
  read: (written?: (text: string) => string) => ReadDocument | Promise<ReadDocument>,
): Promise<ReadDocument> {
  const document = await read();
  if (!isTraditional(document.text) || !isPlain(document.text)) return document;
  const { simplified } = await import("./text/simplified/index.ts");
  const again = await read(simplified);
  const oddity = {
    code: "traditional-script",
    message: "这是繁体字的文件，已逐字按简体读取，引文也是简体",
    messageEn: "This document is in traditional characters; it was read, and is quoted, in simplified ones",
  };
  return { ...again, oddities: [oddity, ...again.oddities] };
}
