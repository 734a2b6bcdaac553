import type { Finding, Place } from "./facts.ts";

/** The places that a finding speaks of, what is to blame first, none twice. */
export function stopsOf({ culprits, sources }: Finding): readonly Place[] {
  const seen = new Set<string>();
  return [...culprits.map(({ source }) => source), ...sources].filter(({ start, end }) => {
    const place = `${start}-${end}`;
    return !seen.has(place) && seen.add(place);
  });
}

/** What the finding says a place should print instead, where it says so. */
export function expectedAt({ culprits }: Finding, { start, end }: Place): string | undefined {
  const culprit = culprits.find(({ source }) => source.start === start && source.end === end);
  return culprit?.expected === culprit?.text ? undefined : culprit?.expected;
}
