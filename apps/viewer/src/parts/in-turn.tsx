import { Children, startTransition, Suspense, useEffect, useState, type ReactNode } from "react";
import { isThere } from "../lib/first-page.ts";

/**
 * One part after the other, each laid out before the next is made, so that the page answers between them: a phone would
 * stand still for all of them together. What a server rendered is taken over in the same parts, one after the other.
 */
export function InTurn({ children }: { readonly children: ReactNode }) {
  const parts = Children.toArray(children);
  const [shown, setShown] = useState(() => (isThere() ? parts.length : 0));
  const isWhole = shown >= parts.length;
  useEffect(() => {
    if (!isWhole) startTransition(() => setShown((before) => before + 1));
  }, [isWhole, shown]);
  return parts.slice(0, shown).map((part, index) => (
    // Parts have no name of their own; their order never changes.
    // oxlint-disable-next-line react/no-array-index-key
    <div key={index} className="late">
      <Suspense>{part}</Suspense>
    </div>
  ));
}
