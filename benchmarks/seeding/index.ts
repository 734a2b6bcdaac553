// Reading and checking together, on documents into which mistakes were put as people make them:
//
//   node --conditions=juesuan-source benchmarks/seeding/index.ts [--each 10] [--generated 2] [--kind WORDS] [--show] [--json]
//
// `each`: places for every kind of mistake in every document. `show`: print what was missed, what was blamed wrongly, and
// what else was said.
import { parseArgs } from "node:util";
import { Random } from "../disclosures/random.ts";
import { finish, measured, say } from "../measures.ts";
import { MISTAKES } from "./mistakes.ts";
import { originals } from "./originals.ts";
import { said, type Said } from "./score.ts";

const { values } = parseArgs({
  options: {
    each: { type: "string", default: "10" },
    generated: { type: "string", default: "2" },
    kind: { type: "string" },
    document: { type: "string" },
    show: { type: "boolean", default: false },
    json: { type: "boolean", default: false },
  },
});

const percent = (part: number, whole: number): string => (whole === 0 ? "–" : `${((100 * part) / whole).toFixed(0)}%`);
const line = (name: string, ...cells: readonly string[]): void =>
  say([name.padEnd(34), ...cells.map((cell) => cell.padStart(9))].join(""));

const documents = (await originals(Number(values.generated))).filter(({ name }) =>
  name.includes(values.document ?? ""),
);
for (const { name, disclosure, report } of documents) {
  say(`${name}: ${disclosure.figures.length} figures, ${report.findings.length} findings before`);
}
const spoken = new Map<string, number>();
for (const { name, report } of documents.filter(({ isGenerated }) => isGenerated)) {
  for (const { severity, relation, message } of report.findings) {
    spoken.set(`${severity} ${relation}`, (spoken.get(`${severity} ${relation}`) ?? 0) + 1);
    if (values.show) say(`  SAID OF A TRUE ONE ${name}: ${severity} ${message}`);
  }
}
say(
  `Said of the generated ones, all of them true: ${[...spoken].map(([what, times]) => `${what} ×${times}`).join(", ") || "nothing"}`,
);
say(`
found: a new error or warning; named: the first of them points at what was done; right: it says what the figure should be; one: there is one alone.
`);
line("mistake", "done", "found", "named", "right", "one", "extra");
interface Tally {
  done: number;
  found: number;
  named: number;
  /** Found, and wrong in one figure. */
  valued: number;
  right: number;
  single: number;
  extra: number;
}

const nothing = (): Tally => ({ done: 0, found: 0, named: 0, valued: 0, right: 0, single: 0, extra: 0 });

function count(tally: Tally, { findings, found, named, single, right }: Said): void {
  tally.done++;
  if (found) tally.found++;
  if (named) tally.named++;
  if (single) tally.single++;
  if (found && right !== undefined) tally.valued++;
  if (found && right) tally.right++;
  const told = findings.filter(({ severity }) => severity === "error" || severity === "warning");
  tally.extra += Math.max(0, told.length - 1);
}

const show = (name: string, { done, found, named, valued, right, single, extra }: Tally): void =>
  line(
    name,
    String(done),
    percent(found, done),
    percent(named, found),
    percent(right, valued),
    percent(single, found),
    String(extra),
  );

const all = nothing();
/** By form: generated documents of one form together. */
const forms = new Map<string, Tally>();
for (const [kind, make] of Object.entries(MISTAKES)) {
  if (!kind.includes(values.kind ?? "")) continue;
  const tally = nothing();
  const shown: string[] = [];
  for (const [position, original] of documents.entries()) {
    const form = original.name.replace(/ no\. \d+$/, "");
    const ofForm = forms.get(form) ?? nothing();
    forms.set(form, ofForm);
    const random = new Random(97 * position + kind.length);
    const seen = new Set<string>();
    for (let tries = 0; tries < 4 * Number(values.each) && seen.size < Number(values.each); tries++) {
      const mistake = make(original, random);
      if (!mistake || seen.has(mistake.what)) continue;
      seen.add(mistake.what);
      const outcome = await said(original, mistake);
      for (const one of [tally, ofForm, all]) count(one, outcome);
      const { findings, found, named, single, right } = outcome;
      if (named && single && right !== false) continue;
      const label = !found ? "MISSED" : !named ? "BLAMED" : single ? "VALUE" : "EXTRA";
      shown.push(
        `  ${label} ${original.name} | ${mistake.what.replaceAll("\n", " ")}`,
        ...findings.map(
          ({ severity, relation, message, symptoms }) =>
            `      ${severity} ${relation} (+${symptoms.length}): ${message.slice(0, 260)}`,
        ),
      );
    }
  }
  show(kind, tally);
  if (values.show) for (const text of shown) say(text);
}
show("all", all);
say();
line("form", "done", "found", "named", "right", "one", "extra");
for (const [form, tally] of forms) show(form, tally);
const MEASURES = [
  ["found", "查出的", "found", all.found, all.done],
  ["named", "查出的里面，指对地方的", "of those found, the place named first", all.named, all.found],
  ["right", "查出的里面，写明正确值的", "of those found, with the right value first", all.right, all.valued],
  ["one", "查出的里面，只报一处的", "of those found, told as one finding", all.single, all.found],
] as const;
for (const [id, zh, en, part, whole] of MEASURES) {
  if (whole === 0) continue;
  measured({
    id,
    zh: `造一处错：${zh}`,
    en: `one mistake: ${en}`,
    kind: "share",
    value: part / whole,
    better: "more",
    samples: whole,
    slack: 0.02,
  });
}
finish("seeding");
