import { keyText, profileOf } from "@juesuan/core";
import { examine } from "@juesuan/readers";
import { answersOfForm, draftDisclosure, draftToMarkdown, formFor, gridsToXlsx } from "@juesuan/writers";
import fc from "fast-check";
import { expect, it } from "vitest";
import { randomAccounts } from "../disclosures/accounts.ts";
import { typedAccounts } from "./accounts.ts";
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

it.each(PROFILES)("a workbook and a filled form give %s the same disclosure as the accounts themselves", async (id) => {
  const profile = profileOf(id)!;
  const accounts = typedAccounts(randomAccounts(7), id, 7);
  const reason = (ids: readonly string[]) => Object.fromEntries(ids.map((gap) => [gap, "工作任务调整"]));
  const whole = await draftDisclosure(accounts);
  const words = reason(whole.document.gaps.filter(({ kind }) => kind === "text").map((gap) => gap.id));
  const expected = await draftDisclosure(accounts, answersOfForm({ figures: {}, texts: words, receptions: [] }));
  const read = await examine(gridsToXlsx(whole.grids), { profile });
  const said = { profile, department: accounts.department.name!, fiscalYear: accounts.fiscalYear! };
  const asked = formFor((await draftDisclosure(read.accounts, said)).document.gaps);
  const known = new Map(
    accounts.figures.map(({ concept, dimensions, value }) => {
      const { stage, ...own } = dimensions;
      return [keyText(concept, stage === undefined ? own : { ...own, stage: "budget" }), value];
    }),
  );
  const figures = Object.fromEntries(
    Object.keys(asked.figures).map((key) => [key, known.get(key.replace(/stage=[a-z-]+/, "stage=budget")) ?? ""]),
  );
  const filled = { ...asked, figures, texts: { ...reason(Object.keys(asked.texts)), ...words } };
  const { document } = await draftDisclosure(read.accounts, { ...said, ...answersOfForm(filled) });
  expect(document.gaps).toEqual([]);
  expect(draftToMarkdown(document)).toBe(draftToMarkdown(expected.document));
});
