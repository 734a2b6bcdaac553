/** What is asked of the worker: to open a file, once; then to draw a page so many pixels wide. */
export type PageQuestion =
  | { readonly bytes: Uint8Array }
  | { readonly id: number; readonly page: number; readonly width: number };

/** A page without an image could not be drawn. */
export interface PageAnswer {
  readonly id: number;
  readonly image?: ImageBitmap;
}

type Draw = (page: number, width: number) => Promise<ImageBitmap | undefined>;

const openFiles = new WeakMap<Blob, Draw>();

/** Draws pages of a PDF, in a worker that lives as long as the file is looked at. */
export function pagesOf(file: Blob): Draw {
  const known = openFiles.get(file);
  if (known) return known;
  const worker = new Worker(new URL("./pages.worker.ts", import.meta.url), { type: "module" });
  const waiting = new Map<number, (image: ImageBitmap | undefined) => void>();
  let next = 0;
  worker.addEventListener("message", ({ data }: MessageEvent<PageAnswer>) => {
    waiting.get(data.id)?.(data.image);
    waiting.delete(data.id);
  });
  const ready = file.arrayBuffer().then((buffer) => {
    const bytes = new Uint8Array(buffer);
    worker.postMessage({ bytes } satisfies PageQuestion, [bytes.buffer]);
  });
  const draw: Draw = async (page, width) => {
    await ready;
    const id = next++;
    return new Promise((resolve) => {
      waiting.set(id, resolve);
      worker.postMessage({ id, page, width } satisfies PageQuestion, []);
    });
  };
  openFiles.set(file, draw);
  return draw;
}

const fetched = new Map<string, Promise<Blob | undefined>>();
const atHand = new WeakMap<Blob, Promise<Blob>>();

/** The file at hand, or the one at an address, fetched once; nothing where it was not kept. */
export function pdfOf(pdf: string | Blob): Promise<Blob | undefined> {
  if (typeof pdf !== "string") {
    const known = atHand.get(pdf) ?? Promise.resolve(pdf);
    atHand.set(pdf, known);
    return known;
  }
  const known =
    fetched.get(pdf) ??
    fetch(pdf).then(
      (response) => (response.ok ? response.blob() : undefined),
      () => undefined,
    );
  fetched.set(pdf, known);
  return known;
}
