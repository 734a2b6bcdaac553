import { init } from "@embedpdf/pdfium";
import wasm from "@embedpdf/pdfium/pdfium.wasm?url";
import type { PageAnswer, PageQuestion } from "./pdf-pages.ts";

// Draws pages of one PDF as they look. It has a PDFium of its own: the one that reads and checks is not kept waiting.

/** FPDF_ANNOT | FPDF_REVERSE_BYTE_ORDER: with stamps and notes, red before blue as a canvas wants it. */
const FLAGS = 0x01 | 0x10;
const WHITE = 0xffffffff;

/** What the package's types leave out. The memory is asked for each time: growing replaces it. */
interface Runtime {
  readonly wasmExports: { malloc(size: number): number };
  readonly HEAPU8: Uint8Array<ArrayBuffer>;
}

const starting = init({ locateFile: () => new URL(wasm, location.origin).href }).then((module) => {
  module.PDFiumExt_Init();
  const runtime = module.pdfium as unknown as Runtime;
  return { ...module, malloc: runtime.wasmExports.malloc, memory: () => runtime.HEAPU8 };
});
let opened: Promise<number> | undefined;

addEventListener("message", ({ data }: MessageEvent<PageQuestion>) => {
  if ("bytes" in data) {
    opened = open(data.bytes);
    return;
  }
  void draw(data.page, data.width).then(
    (image) => {
      const answer: PageAnswer = { id: data.id, image };
      postMessage(answer, { transfer: [image] });
    },
    () => postMessage({ id: data.id } satisfies PageAnswer),
  );
});

async function open(bytes: Uint8Array): Promise<number> {
  const module = await starting;
  const at = module.malloc(bytes.length);
  module.memory().set(bytes, at);
  return module.FPDF_LoadMemDocument(at, bytes.length, "");
}

async function draw(number: number, width: number): Promise<ImageBitmap> {
  const module = await starting;
  const document = await opened;
  if (!document) throw new Error("No document.");
  const page = module.FPDF_LoadPage(document, number - 1);
  if (!page) throw new Error("No such page.");
  try {
    const height = Math.round((width * module.FPDF_GetPageHeightF(page)) / module.FPDF_GetPageWidthF(page));
    const bitmap = module.FPDFBitmap_Create(width, height, 1);
    try {
      module.FPDFBitmap_FillRect(bitmap, 0, 0, width, height, WHITE);
      module.FPDF_RenderPageBitmap(bitmap, page, 0, 0, width, height, 0, FLAGS);
      const start = module.FPDFBitmap_GetBuffer(bitmap);
      const pixels = module.memory().slice(start, start + width * height * 4);
      return await createImageBitmap(new ImageData(new Uint8ClampedArray(pixels.buffer), width, height));
    } finally {
      module.FPDFBitmap_Destroy(bitmap);
    }
  } finally {
    module.FPDF_ClosePage(page);
  }
}
