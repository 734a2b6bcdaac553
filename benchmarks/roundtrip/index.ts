// The round trip as a law, at large: random departments of every form are written in every format, read back and checked.
// Each must give the same facts, leave nothing unread and raise no error. Prints how many held, and every one that did not.
// Run: node --conditions=juesuan-source benchmarks/roundtrip/index.ts [departments for each form and format] [seconds] [first]
import { finish, measured, say } from "../measures.ts";
import { draftToHtml, type Draft } from "@juesuan/writers";
import { FORMATS, holds, PROFILES, randomDraft, roundTrip } from "./law.ts";
import { printer } from "./print.ts";

const numbers = process.argv.slice(2).filter((argument) => /^\d+$/.test(argument));
const departments = Number(numbers[0] ?? 1000);
const first = Number(numbers[2] ?? 1);
const deadline = Date.now() + Number(numbers[1] ?? 3600) * 1000;
const browser = await printer();
if (!browser) say("没有 Chromium：不测 PDF。 No Chromium: PDFs are left out.");
const pdf = browser && (({ document }: Draft) => browser.print(draftToHtml(document)));
const names = [...Object.keys(FORMATS), ...(pdf ? ["pdf"] : [])];
const tried = new Map<string, { tried: number; held: number; figures: number }>();

// Every form and format gets its turn before the next department, so that a run cut short is even.
outer: for (let seed = first; seed < first + departments; seed++) {
  for (const profile of PROFILES) {
    const draft = await randomDraft(seed, profile);
    for (const format of names) {
      if (Date.now() > deadline) break outer;
      const trip = await roundTrip(draft, format, format === "pdf" ? pdf : FORMATS[format]);
      const name = `${profile} ${format}`;
      const count = tried.get(name) ?? { tried: 0, held: 0, figures: 0 };
      tried.set(name, {
        tried: count.tried + 1,
        held: count.held + (holds(trip) ? 1 : 0),
        figures: count.figures + trip.figures,
      });
      if (!holds(trip)) {
        const { missed, extra, unbound, errors } = trip;
        say(`${name} seed ${seed}: ${JSON.stringify({ missed, extra, unbound, errors }).slice(0, 600)}`);
      }
    }
  }
}

const sum = (counts: readonly { readonly tried: number; readonly held: number }[], of: "tried" | "held"): number =>
  counts.reduce((total, count) => total + count[of], 0);
for (const [name, count] of tried) say(`${name}: ${count.held} of ${count.tried}, ${count.figures} figures`);
for (const format of names) {
  const counts = [...tried].filter(([name]) => name.endsWith(` ${format}`)).map(([, count]) => count);
  if (sum(counts, "tried") === 0) continue;
  measured({
    id: `held-${format}`,
    zh: `写成 ${format} 再读回，事实不变、没有未读、没有错误的份数`,
    en: `departments written as ${format} that were read back with the same facts, nothing unread, no error`,
    kind: "share",
    value: sum(counts, "held") / sum(counts, "tried"),
    better: "more",
    samples: sum(counts, "tried"),
  });
}
await browser?.close();
finish("roundtrip");
