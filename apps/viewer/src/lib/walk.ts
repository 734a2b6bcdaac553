import type { Finding, Place } from "./facts.ts";

/** The places that a finding speaks of, what is to blame first, none twice. */
export function stopsOf({ culprits, sources }: Finding): readonly Place[] {
  const seen = new Set<string>();
  return [...culprits.map(({ source }) => source), ...sources].filter(({ start, end }) => {
    const place = `${start}-${end}`;
    return !seen.has(place) && seen.add(place);
  });
}
