import { init } from "@embedpdf/pdfium";
import { LIMITS } from "../detect/limits.ts";
import { ReadError } from "../errors.ts";

/**
 * Where PDFium's WebAssembly comes from. In Node nothing need be said: the file of the package is read. A browser says
 * the address at which it serves `@embedpdf/pdfium/pdfium.wasm` or hands in its bytes; an edge worker hands in the
 * module, since it may not compile any.
 */
export type PdfiumSource = string | URL | Uint8Array | ArrayBuffer | CompiledModule;

/** A `WebAssembly.Module`, named here because the language's own library does not know it. */
export type CompiledModule = object;

interface WebAssemblyApi {
  instantiate(module: CompiledModule, imports: object): Promise<object>;
}
const { WebAssembly } = globalThis as unknown as { WebAssembly: WebAssemblyApi };

/**
 * The functions of PDFium as WebAssembly exports them: numbers in, numbers out. The package's own wrappers convert each
 * argument; at some ten calls a character that doubles the time of a page.
 */
export interface PdfiumExports {
  readonly memory: { readonly buffer: ArrayBuffer; grow(pages: number): number };
  malloc(size: number): number;
  free(pointer: number): void;
  FPDF_LoadMemDocument(bytes: number, length: number, password: number): number;
  FPDF_CloseDocument(document: number): void;
  FPDF_GetLastError(): number;
  FPDF_GetPageCount(document: number): number;
  FPDF_LoadPage(document: number, index: number): number;
  FPDF_ClosePage(page: number): void;
  FPDF_GetPageBoundingBox(page: number, rectangle: number): number;
  FPDFPage_GetRotation(page: number): number;
  FPDFPage_CountObjects(page: number): number;
  FPDFPage_GetObject(page: number, index: number): number;
  FPDFFormObj_CountObjects(form: number): number;
  FPDFFormObj_GetObject(form: number, index: number): number;
  FPDFPageObj_GetType(object: number): number;
  FPDFPageObj_GetBounds(object: number, left: number, bottom: number, right: number, top: number): number;
  FPDFPageObj_GetMatrix(object: number, matrix: number): number;
  FPDFPageObj_GetClipPath(object: number): number;
  FPDFClipPath_CountPaths(clip: number): number;
  FPDFClipPath_CountPathSegments(clip: number, path: number): number;
  FPDFClipPath_GetPathSegment(clip: number, path: number, segment: number): number;
  FPDFPageObj_GetFillColor(object: number, red: number, green: number, blue: number, alpha: number): number;
  FPDFPageObj_GetStrokeColor(object: number, red: number, green: number, blue: number, alpha: number): number;
  FPDFPageObj_GetStrokeWidth(object: number, width: number): number;
  FPDFPath_GetDrawMode(path: number, fill: number, stroke: number): number;
  FPDFPath_CountSegments(path: number): number;
  FPDFPath_GetPathSegment(path: number, index: number): number;
  FPDFPathSegment_GetPoint(segment: number, x: number, y: number): number;
  FPDFPathSegment_GetType(segment: number): number;
  FPDFPathSegment_GetClose(segment: number): number;
  FPDFText_LoadPage(page: number): number;
  FPDFText_ClosePage(textPage: number): void;
  FPDFText_CountChars(textPage: number): number;
  FPDFText_GetUnicode(textPage: number, index: number): number;
  FPDFText_IsGenerated(textPage: number, index: number): number;
  FPDFText_HasUnicodeMapError(textPage: number, index: number): number;
  FPDFText_GetTextObject(textPage: number, index: number): number;
  FPDFText_GetLooseCharBox(textPage: number, index: number, rectangle: number): number;
  FPDFText_GetCharOrigin(textPage: number, index: number, x: number, y: number): number;
  FPDFText_GetFontSize(textPage: number, index: number): number;
  FPDFText_GetMatrix(textPage: number, index: number, matrix: number): number;
  FPDF_GetPageWidthF(page: number): number;
  FPDF_GetPageHeightF(page: number): number;
  FPDFBitmap_Create(width: number, height: number, alpha: number): number;
  FPDFBitmap_FillRect(bitmap: number, left: number, top: number, width: number, height: number, color: number): number;
  FPDF_RenderPageBitmap(
    bitmap: number,
    page: number,
    left: number,
    top: number,
    width: number,
    height: number,
    rotate: number,
    flags: number,
  ): void;
  FPDFBitmap_GetBuffer(bitmap: number): number;
  FPDFBitmap_GetStride(bitmap: number): number;
  FPDFBitmap_Destroy(bitmap: number): void;
  FPDFTextObj_GetTextRenderMode(object: number): number;
  FPDFTextObj_GetFont(object: number): number;
}

export interface Pdfium {
  readonly calls: PdfiumExports;
  /** The memory as it is now: growing replaces the buffer, so views are not kept. */
  readonly memory: () => ArrayBuffer;
}

let engine: Promise<Pdfium> | undefined;

/** Starts PDFium on first use; one instance serves all documents of this thread. */
export function loadPdfium(source?: PdfiumSource): Promise<Pdfium> {
  engine ??= start(source).catch((error: unknown) => {
    engine = undefined;
    if (error instanceof ReadError) throw error;
    throw new ReadError(
      "unsupported",
      "PDFium 无法启动，不能读取 PDF",
      "PDFium cannot be started: PDF files cannot be read",
      {
        cause: error,
      },
    );
  });
  return engine;
}

/** After a trap the instance's memory cannot be trusted: the next document gets a new one. */
export function discardPdfium(): void {
  engine = undefined;
}

async function start(source: PdfiumSource | undefined): Promise<Pdfium> {
  const overrides =
    typeof source === "string" || source instanceof URL
      ? { locateFile: () => String(source) }
      : source instanceof Uint8Array || source instanceof ArrayBuffer
        ? { wasmBinary: toBuffer(source) }
        : source === undefined
          ? { wasmBinary: toBuffer(await packagedBinary()) }
          : { instantiateWasm: instantiator(source) };
  const module = await init({ print: ignore, printErr: ignore, ...overrides } as Parameters<typeof init>[0]);
  module.PDFiumExt_Init();
  const pdfium = module.pdfium as unknown as { wasmExports: PdfiumExports; HEAPU8: Uint8Array<ArrayBuffer> };
  holdMemory(pdfium.wasmExports.memory);
  return { calls: pdfium.wasmExports, memory: () => pdfium.HEAPU8.buffer };
}

const PAGE_BYTES = 65_536;

/** A file may make PDFium build a thousand times its own size: beyond the limit it gets no more, and stops. */
function holdMemory(memory: PdfiumExports["memory"]): void {
  const grow = memory.grow.bind(memory);
  memory.grow = (pages) => {
    if (memory.buffer.byteLength + pages * PAGE_BYTES > LIMITS.pdfiumBytes) throw new RangeError(OUT_OF_MEMORY);
    return grow(pages);
  };
}

const OUT_OF_MEMORY = "PDFium may not take more memory";

function ignore(): void {
  // PDFium prints warnings on malformed files; what matters reaches the reader as error codes.
}

function instantiator(module: CompiledModule) {
  return (imports: object, done: (instance: object, module: CompiledModule) => void): object => {
    void WebAssembly.instantiate(module, imports).then((instance) => done(instance, module));
    return {};
  };
}

function toBuffer(bytes: Uint8Array | ArrayBuffer): ArrayBuffer {
  if (!(bytes instanceof Uint8Array)) return bytes;
  if (bytes.byteLength === bytes.buffer.byteLength) return bytes.buffer as ArrayBuffer;
  return bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength) as ArrayBuffer;
}

async function packagedBinary(): Promise<Uint8Array> {
  const { process } = globalThis as { process?: { versions?: { node?: string } } };
  if (process?.versions?.node === undefined)
    throw new ReadError(
      "unsupported",
      "读取 PDF 需要 PDFium：请在此环境中指明 pdfium.wasm 的位置",
      "Reading PDF needs PDFium: say where pdfium.wasm is in this environment",
    );
  const { createRequire } = await import("node:module");
  const { readFile } = await import("node:fs/promises");
  return readFile(createRequire(import.meta.url).resolve("@embedpdf/pdfium/pdfium.wasm"));
}
