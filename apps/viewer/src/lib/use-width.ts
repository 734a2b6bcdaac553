import { useLayoutEffect, useState, type RefObject } from "react";
import { flushSync } from "react-dom";
import { isPrinted } from "./printing.ts";

/** As wide as A4 between its margins (print.css), in pixels of 1/96 inch: 182 mm. */
const PAPER = 688;

/**
 * The width of an element in whole pixels, as it is and as it becomes, no wider than paper while it is printed: what is drawn
 * for a screen and made smaller could not be read. Undefined before it is known.
 */
export function useWidth(element: RefObject<HTMLElement | null>): number | undefined {
  const [width, setWidth] = useState<number>();
  useLayoutEffect(() => {
    const own = element.current;
    if (!own) return;
    const measure = (): void => {
      const now = Math.round(own.clientWidth);
      setWidth(isPrinted() ? Math.min(PAPER, now) : now);
    };
    measure();
    const watcher = new ResizeObserver(measure);
    watcher.observe(own);
    const beforePrint = (): void => flushSync(measure);
    addEventListener("beforeprint", beforePrint);
    addEventListener("afterprint", measure);
    return () => {
      watcher.disconnect();
      removeEventListener("beforeprint", beforePrint);
      removeEventListener("afterprint", measure);
    };
  }, [element]);
  return width;
}
