import { useEffect, useRef, type ReactNode } from "react";
import { pagesOf } from "../lib/pdf-pages.ts";
import type { Place } from "../lib/facts.ts";
import { useLanguage } from "../lib/language.tsx";

interface Props {
  readonly file: Blob;
  readonly page: { readonly number: number; readonly width: number; readonly height: number };
  readonly label: string;
  readonly children?: ReactNode;
}

/** One page as it looks, drawn when it comes near the screen; its place is kept from the beginning. */
export function PagePicture({ file, page, label, children }: Props) {
  const { say } = useLanguage();
  const frame = useRef<HTMLDivElement>(null);
  const canvas = useRef<HTMLCanvasElement>(null);
  useEffect(() => {
    const own = frame.current;
    if (!own) return;
    // Drawn before they come into view: of the pane where it scrolls, of the screen where it is as long as its pages.
    const pane = own.parentElement;
    const root = pane && pane.scrollHeight > pane.clientHeight + 1 ? pane : null;
    const watcher = new IntersectionObserver(
      (entries) => {
        if (!entries.some(({ isIntersecting }) => isIntersecting)) return;
        watcher.disconnect();
        const width = Math.min(2400, Math.round(own.clientWidth * Math.min(2, devicePixelRatio)));
        void pagesOf(file)(page.number, width).then((image) => {
          paint(canvas.current, image);
          own.dataset.drawn = image ? "yes" : "no";
        });
      },
      { root, rootMargin: "800px" },
    );
    watcher.observe(own);
    return () => watcher.disconnect();
  }, [file, page.number]);
  return (
    <div
      className="page-picture"
      ref={frame}
      data-page={page.number}
      // What stands there until the page does (document.css): a white page would be taken for an empty one.
      data-waiting={say({ zh: `正在画第 ${page.number} 页…`, en: `Drawing page ${page.number} …` })}
      data-failed={say({
        zh: `第 ${page.number} 页画不出来，请看读出的文字。`,
        en: `Page ${page.number} cannot be drawn; please see the text.`,
      })}
      style={{ aspectRatio: `${page.width} / ${page.height}` }}
    >
      <canvas ref={canvas} role="img" aria-label={label} />
      {children}
    </div>
  );
}

/** How much of the page around a place is shown, in points. */
const AROUND = 48;
const SCALE = 2;
/** What is kept free while it is drawn: two lines around one of twelve points. */
export const CROP_HEIGHT = 108;

/** The lines around a place, as printed, with the place framed. */
export function Crop({
  file,
  place,
  page,
  label,
}: {
  readonly file: Blob;
  readonly place: Place;
  readonly page: { readonly number: number; readonly width: number; readonly height: number };
  readonly label: string;
}) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const { box } = place;
  useEffect(() => {
    if (!box) return;
    void pagesOf(file)(page.number, Math.round(page.width * SCALE)).then((image) => {
      const own = canvas.current;
      if (!own || !image) return;
      const top = Math.max(0, box.top - AROUND);
      const height = Math.min(page.height, box.bottom + AROUND) - top;
      own.width = page.width * SCALE;
      own.height = height * SCALE;
      const context = own.getContext("2d");
      if (!context) return;
      context.drawImage(image, 0, -top * SCALE);
      context.strokeStyle = "#b3261e";
      context.lineWidth = 3;
      context.strokeRect(
        (box.left - 2) * SCALE,
        (box.top - top - 2) * SCALE,
        (box.right - box.left + 4) * SCALE,
        (box.bottom - box.top + 4) * SCALE,
      );
      image.close();
    });
  }, [file, box, page.number, page.width, page.height]);
  return box ? <canvas ref={canvas} className="crop" role="img" aria-label={label} /> : null;
}

function paint(canvas: HTMLCanvasElement | null, image: ImageBitmap | undefined): void {
  if (!canvas || !image) return;
  canvas.width = image.width;
  canvas.height = image.height;
  canvas.getContext("2d")?.drawImage(image, 0, 0);
  image.close();
}
