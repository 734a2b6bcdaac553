import { Children, startTransition, useEffect, useState, type ReactNode } from "react";

/**
 * One part after the other, each laid out before the next is made, so that the page answers between them: a phone would
 * stand still for all of them together.
 */
export function InTurn({ children }: { readonly children: ReactNode }) {
  const parts = Children.toArray(children);
  const [shown, setShown] = useState(0);
  const isWhole = shown >= parts.length;
  useEffect(() => {
    if (!isWhole) startTransition(() => setShown((before) => before + 1));
  }, [isWhole, shown]);
  return parts.slice(0, shown);
}
