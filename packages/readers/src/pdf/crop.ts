import type { Box } from "@juesuan/core";
import { zlibSync } from "fflate";
import { loadPdfium, type Pdfium, type PdfiumSource } from "./engine.ts";
import { withDocument } from "./open.ts";

/** A place on a page, in points from the top left. */
export interface Region {
  /** From 1. */
  readonly page: number;
  readonly box: Box;
}

/** A piece of a page as it looks, the region framed. */
export interface Crop {
  /** PNG. */
  readonly png: Uint8Array;
  /** In pixels. */
  readonly width: number;
  readonly height: number;
}

/** Pixels a point: sharp enough to read on paper, and some ten kilobytes a piece. */
const SCALE = 1.6;
/** What is shown around the region, in points: the row that it stands in and the words before it. */
const AROUND = { across: 130, down: 16 };
const MOST = { width: 900, height: 320 };
const FRAME = [0xd9, 0x2d, 0x20] as const;

/**
 * Cuts regions out of a PDF, each with its surroundings; undefined for one that cannot be drawn.
 *
 * @throws ReadError for a PDF that cannot be opened.
 */
export async function cropPdf(
  bytes: Uint8Array,
  regions: readonly Region[],
  options: { readonly wasm?: PdfiumSource; readonly password?: string } = {},
): Promise<(Crop | undefined)[]> {
  const pdfium = await loadPdfium(options.wasm);
  return withDocument(pdfium, bytes, options.password ?? "", (document) =>
    regions.map((region) => cropOf(pdfium, document, region)),
  );
}

function cropOf(pdfium: Pdfium, document: number, { page: number, box }: Region): Crop | undefined {
  const { calls } = pdfium;
  const page = calls.FPDF_LoadPage(document, number - 1);
  if (page === 0) return undefined;
  try {
    const pageWidth = calls.FPDF_GetPageWidthF(page);
    const pageHeight = calls.FPDF_GetPageHeightF(page);
    const left = Math.max(0, box.left - AROUND.across);
    const top = Math.max(0, box.top - AROUND.down);
    const right = Math.min(pageWidth, box.right + AROUND.across);
    const bottom = Math.min(pageHeight, box.bottom + AROUND.down);
    const width = Math.min(MOST.width, Math.round((right - left) * SCALE));
    const height = Math.min(MOST.height, Math.round((bottom - top) * SCALE));
    if (!(width > 8 && height > 8)) return undefined;
    const bitmap = calls.FPDFBitmap_Create(width, height, 0);
    if (bitmap === 0) return undefined;
    try {
      calls.FPDFBitmap_FillRect(bitmap, 0, 0, width, height, 0xffffffff | 0);
      calls.FPDF_RenderPageBitmap(
        bitmap,
        page,
        Math.round(-left * SCALE),
        Math.round(-top * SCALE),
        Math.round(pageWidth * SCALE),
        Math.round(pageHeight * SCALE),
        0,
        ANNOTATIONS,
      );
      const stride = calls.FPDFBitmap_GetStride(bitmap);
      const start = calls.FPDFBitmap_GetBuffer(bitmap);
      const pixels = rgbOf(new Uint8Array(pdfium.memory(), start, stride * height), stride, width, height);
      frame(pixels, width, height, {
        left: Math.round((box.left - left) * SCALE) - 3,
        top: Math.round((box.top - top) * SCALE) - 3,
        right: Math.round((box.right - left) * SCALE) + 3,
        bottom: Math.round((box.bottom - top) * SCALE) + 3,
      });
      return { png: pngOf(pixels, width, height), width, height };
    } finally {
      calls.FPDFBitmap_Destroy(bitmap);
    }
  } finally {
    calls.FPDF_ClosePage(page);
  }
}

/** FPDF_ANNOT: stamps and notes too. */
const ANNOTATIONS = 0x01;

/** PDFium paints blue, green, red, nothing. */
function rgbOf(bitmap: Uint8Array, stride: number, width: number, height: number): Uint8Array {
  const pixels = new Uint8Array(width * height * 3);
  for (let y = 0, to = 0; y < height; y++) {
    for (let x = 0, from = y * stride; x < width; x++, from += 4) {
      pixels[to++] = bitmap[from + 2]!;
      pixels[to++] = bitmap[from + 1]!;
      pixels[to++] = bitmap[from]!;
    }
  }
  return pixels;
}

function frame(pixels: Uint8Array, width: number, height: number, { left, top, right, bottom }: Box): void {
  const paint = (x: number, y: number) => {
    if (x >= 0 && y >= 0 && x < width && y < height) pixels.set(FRAME, (y * width + x) * 3);
  };
  for (const inset of [0, 1]) {
    for (let x = left; x <= right; x++) {
      paint(x, top + inset);
      paint(x, bottom - inset);
    }
    for (let y = top; y <= bottom; y++) {
      paint(left + inset, y);
      paint(right - inset, y);
    }
  }
}

/** A PNG of 8-bit RGB, no filters: text on white packs well without. */
function pngOf(pixels: Uint8Array, width: number, height: number): Uint8Array {
  const lines = new Uint8Array(height * (width * 3 + 1));
  for (let y = 0; y < height; y++)
    lines.set(pixels.subarray(y * width * 3, (y + 1) * width * 3), y * (width * 3 + 1) + 1);
  const header = new Uint8Array(13);
  const view = new DataView(header.buffer);
  view.setUint32(0, width);
  view.setUint32(4, height);
  header.set([8, 2, 0, 0, 0], 8);
  const parts = [
    Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a),
    chunkOf("IHDR", header),
    chunkOf("IDAT", zlibSync(lines, { level: 9 })),
    chunkOf("IEND", new Uint8Array(0)),
  ];
  const png = new Uint8Array(parts.reduce((length, part) => length + part.length, 0));
  let at = 0;
  for (const part of parts) {
    png.set(part, at);
    at += part.length;
  }
  return png;
}

function chunkOf(type: string, data: Uint8Array): Uint8Array {
  const chunk = new Uint8Array(data.length + 12);
  const view = new DataView(chunk.buffer);
  view.setUint32(0, data.length);
  for (let index = 0; index < 4; index++) chunk[4 + index] = type.charCodeAt(index);
  chunk.set(data, 8);
  view.setUint32(8 + data.length, checksum(chunk.subarray(4, 8 + data.length)));
  return chunk;
}

/** CRC-32, as PNG wants it. */
function checksum(bytes: Uint8Array): number {
  let sum = 0xffffffff;
  for (const byte of bytes) {
    sum ^= byte;
    for (let bit = 0; bit < 8; bit++) sum = (sum >>> 1) ^ (sum & 1 ? 0xedb88320 : 0);
  }
  return (sum ^ 0xffffffff) >>> 0;
}
