import { startTransition, Suspense, useEffect, useRef, useState, type ReactNode } from "react";
import { flushSync } from "react-dom";
// Before anything is made for paper.
import "../lib/printing.ts";

/** How far from the screen something is made: about a screen below it. */
const MARGIN = "800px 0px";

/** What is made when it comes near the screen or the page is printed, and not before; its place is kept meanwhile. */
export function Near({
  prepare,
  waiting,
  children,
}: {
  /** Fetches the code it takes, so that it is there when the page is printed. */
  readonly prepare: () => Promise<void>;
  readonly waiting: ReactNode;
  readonly children: ReactNode;
}) {
  const frame = useRef<HTMLDivElement>(null);
  const [isNear, setNear] = useState(false);
  useEffect(() => void prepare(), [prepare]);
  useEffect(() => {
    if (isNear || !frame.current) return;
    const watcher = new IntersectionObserver(
      (entries) => {
        if (entries.some(({ isIntersecting }) => isIntersecting)) startTransition(() => setNear(true));
      },
      { rootMargin: MARGIN },
    );
    watcher.observe(frame.current);
    const beforePrint = (): void => flushSync(() => setNear(true));
    addEventListener("beforeprint", beforePrint);
    return () => {
      watcher.disconnect();
      removeEventListener("beforeprint", beforePrint);
    };
  }, [isNear]);
  return (
    <div ref={frame}>
      <Suspense fallback={waiting}>{isNear ? children : waiting}</Suspense>
    </div>
  );
}
