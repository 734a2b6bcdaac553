// The round trip as a law, at large: random departments of every form are written in every format, read back and checked.
// Each must give the same facts, leave nothing unread and raise no error. Prints how many held, and every one that did not.
// Three departments in four are small ones, so that many can be tried; every fourth is of any size.
//
// Run: node --conditions=juesuan-source benchmarks/roundtrip/index.ts [departments for each form and format] [seconds] [first]
//   --formats docx,pdf    only these
//   --record FILE         adds a line for each trip, and passes over those that the file has: a run cut short goes on
import { appendFileSync, existsSync, readFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { draftToHtml, type Draft } from "@juesuan/writers";
import { finish, measured, say } from "../measures.ts";
import { FORMATS, holds, PROFILES, randomDraft, roundTrip } from "./law.ts";
import { printer } from "./print.ts";

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { formats: { type: "string" }, record: { type: "string" }, json: { type: "boolean" } },
});
const [departments = 1000, seconds = 3600, first = 1] = positionals.map(Number);
const deadline = Date.now() + seconds * 1000;
const asked = values.formats?.split(",") ?? [...Object.keys(FORMATS), "pdf"];
const browser = asked.includes("pdf") ? await printer() : undefined;
if (asked.includes("pdf") && !browser) say("没有 Chromium：不测 PDF。 No Chromium: PDFs are left out.");
const names = asked.filter((format) => format !== "pdf" || browser);

interface Trip {
  readonly profile: string;
  readonly format: string;
  readonly seed: number;
  readonly held: boolean;
  readonly figures: number;
}

const nameOf = ({ profile, format, seed }: Pick<Trip, "profile" | "format" | "seed">): string =>
  `${profile} ${format} ${seed}`;
const { record } = values;
const trips = new Map<string, Trip>();
if (record !== undefined && existsSync(record))
  for (const line of readFileSync(record, "utf8").split("\n")) {
    if (!line.endsWith("}")) continue;
    const trip = JSON.parse(line) as Trip;
    // A trip that failed is tried again: the last line about it is what counts.
    trips.set(nameOf(trip), trip);
  }

const write = (draft: Draft, format: string): Promise<Uint8Array> =>
  format === "pdf" ? browser!.print(draftToHtml(draft.document)) : FORMATS[format]!(draft);

// Every form and format gets its turn before the next department, so that a run cut short is even.
outer: for (let seed = first; seed < first + departments; seed++) {
  for (const profile of PROFILES) {
    const owed = names.filter((format) => trips.get(nameOf({ profile, format, seed }))?.held !== true);
    if (owed.length === 0) continue;
    const draft = await randomDraft(seed, profile, seed % 4 === 0 ? "any" : "small");
    for (const format of owed) {
      if (Date.now() > deadline) break outer;
      const result = await roundTrip(draft, format, (own) => write(own, format));
      const trip: Trip = { profile, format, seed, held: holds(result), figures: result.figures };
      trips.set(nameOf(trip), trip);
      if (record !== undefined) appendFileSync(record, `${JSON.stringify(trip)}\n`);
      if (trip.held) continue;
      const { missed, extra, unbound, errors } = result;
      say(`${nameOf(trip)}: ${JSON.stringify({ missed, extra, unbound, errors }).slice(0, 600)}`);
    }
  }
}

const all = [...trips.values()];
const heldOf = (some: readonly Trip[]): number => some.filter(({ held }) => held).length;
for (const profile of PROFILES)
  for (const format of names) {
    const own = all.filter((trip) => trip.profile === profile && trip.format === format);
    const figures = own.reduce((sum, trip) => sum + trip.figures, 0);
    say(`${profile} ${format}: ${heldOf(own)} of ${own.length}, ${figures} figures`);
  }
for (const format of names) {
  const own = all.filter((trip) => trip.format === format);
  if (own.length === 0) continue;
  measured({
    id: `held-${format}`,
    zh: `写成 ${format} 再读回，事实不变、没有未读、没有错误的份数`,
    en: `departments written as ${format} that were read back with the same facts, nothing unread, no error`,
    kind: "share",
    value: heldOf(own) / own.length,
    better: "more",
    samples: own.length,
  });
}
await browser?.close();
finish("roundtrip");
