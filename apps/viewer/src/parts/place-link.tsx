import type { ReactNode } from "react";
import { Link } from "wouter";
import { type Fact, type Finding, type Place } from "../lib/facts.ts";
import { useLanguage } from "../lib/language.tsx";
import { useReport } from "../lib/report-context.tsx";

/** Leads to a place in the source; its address can be shared. */
export function PlaceLink({
  place,
  finding,
  children,
}: {
  readonly place: Place;
  /** The finding to walk through there. */
  readonly finding?: Finding;
  readonly children?: ReactNode;
}) {
  const { say } = useLanguage();
  const { hrefOf, placed } = useReport();
  const words = say(placed(place));
  return (
    <Link
      href={hrefOf("document", { at: place.start, ...(finding ? { finding: finding.fingerprint } : {}) })}
      title={words}
      className="place"
    >
      {children ?? words}
    </Link>
  );
}

/** Leads to all that is known of a quantity. */
export function FigureLink({ fact, children }: { readonly fact: Pick<Fact, "key">; readonly children: ReactNode }) {
  const { hrefOf } = useReport();
  return (
    <Link href={hrefOf("figure", { key: fact.key })} className="place">
      {children}
    </Link>
  );
}
