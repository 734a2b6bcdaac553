import type { ReactNode } from "react";
import { Link } from "wouter";
import { placeWords, type Place } from "../lib/facts.ts";
import { useLanguage } from "../lib/language.tsx";

/** Leads to a place in the source; its address can be shared. */
export function PlaceLink({
  place,
  href,
  children,
}: {
  readonly place: Place;
  readonly href: string;
  readonly children?: ReactNode;
}) {
  const { say } = useLanguage();
  const words = say(placeWords(place));
  return (
    <Link href={`${href}?at=${place.start}`} title={words} className="place">
      {children ?? words}
    </Link>
  );
}
