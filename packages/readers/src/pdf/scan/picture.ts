import type { Pdfium } from "../engine.ts";
import type { PageImage } from "@juesuan/core";

/** Sharp enough for the smallest print of tables, and no slower than it need be. */
export const RESOLUTION = 200;
const LARGEST = 6000;
const ANNOTATIONS = 1;
const POINTS = 72;

/** Draws a page in shades of grey; undefined for one that cannot be drawn. */
export function pictureOf(pdfium: Pdfium, document: number, index: number): PageImage | undefined {
  const { calls } = pdfium;
  const page = calls.FPDF_LoadPage(document, index);
  if (page === 0) return undefined;
  try {
    const [wide, high] = [calls.FPDF_GetPageWidthF(page), calls.FPDF_GetPageHeightF(page)];
    const resolution = Math.min(RESOLUTION, Math.floor((LARGEST * POINTS) / Math.max(wide, high)));
    const width = Math.round((wide * resolution) / POINTS);
    const height = Math.round((high * resolution) / POINTS);
    if (!(width > 8 && height > 8)) return undefined;
    const bitmap = calls.FPDFBitmap_Create(width, height, 0);
    if (bitmap === 0) return undefined;
    try {
      calls.FPDFBitmap_FillRect(bitmap, 0, 0, width, height, 0xffffffff | 0);
      calls.FPDF_RenderPageBitmap(bitmap, page, 0, 0, width, height, 0, ANNOTATIONS);
      const stride = calls.FPDFBitmap_GetStride(bitmap);
      const pixels = new Uint8Array(pdfium.memory(), calls.FPDFBitmap_GetBuffer(bitmap), stride * height);
      const grey = new Uint8Array(width * height);
      for (let y = 0; y < height; y++)
        for (let x = 0; x < width; x++) {
          const at = y * stride + x * 4;
          grey[y * width + x] = (pixels[at]! * 29 + pixels[at + 1]! * 150 + pixels[at + 2]! * 77) >> 8;
        }
      return { width, height, resolution, grey };
    } finally {
      calls.FPDFBitmap_Destroy(bitmap);
    }
  } finally {
    calls.FPDF_ClosePage(page);
  }
}
