import fc from "fast-check";
import { expect, it } from "vitest";
import { FORMATS, PROFILES, randomDraft, roundTrip } from "./law.ts";

// The law at large is a benchmark (benchmarks/roundtrip/index.ts); here a few departments of each form and format.
it.each(PROFILES.flatMap((profile) => Object.keys(FORMATS).map((format) => [profile, format] as const)))(
  "what is written for %s as %s is read as it was written, and checks without an error",
  async (profile, format) => {
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 1, max: 1_000_000 }), async (seed) => {
        const draft = await randomDraft(seed, profile);
        expect(draft.document.gaps).toEqual([]);
        const { missed, extra, unbound, errors } = await roundTrip(draft, format);
        expect({ missed, extra, unbound, errors }).toEqual({ missed: [], extra: [], unbound: [], errors: [] });
      }),
      { numRuns: 2, endOnFailure: true },
    );
  },
);
