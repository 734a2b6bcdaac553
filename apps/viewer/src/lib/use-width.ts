import { useLayoutEffect, useState, type RefObject } from "react";

/** The width of an element in whole pixels, as it is and as it becomes; undefined before it is known. */
export function useWidth(element: RefObject<HTMLElement | null>): number | undefined {
  const [width, setWidth] = useState<number>();
  useLayoutEffect(() => {
    const own = element.current;
    if (!own) return;
    const measure = (): void => setWidth(Math.round(own.clientWidth));
    measure();
    const watcher = new ResizeObserver(measure);
    watcher.observe(own);
    return () => watcher.disconnect();
  }, [element]);
  return width;
}
