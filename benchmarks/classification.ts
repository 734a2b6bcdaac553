/**
 * What looking up the classification costs, as ratios taken in one run: every way of asking against reading one key of a
 * JavaScript map, on the same 10,000 questions; and the lists as they reach a browser.
 *
 *     node benchmarks/classification.ts [--json]
 */
import { readFileSync } from "node:fs";
import { brotliCompressSync, gzipSync } from "node:zlib";
import { loadClassification, nameLookup } from "@juesuan/core";
import { finish, measured, say } from "./measures.ts";

const QUESTIONS = 10_000;
const ROUNDS = 7;

const loading = performance.now();
const classification = await loadClassification();
const loaded = performance.now() - loading;

const valid = classification.entries.filter(({ scheme, code }) => scheme === "functional" && code.length === 7);
const asked = Array.from({ length: QUESTIONS }, (_, index) => valid[(index * 7919) % valid.length]!);
const paths = asked.map(({ code }) => classification.ancestors(code, 2024).map(({ name }) => name));
/** A character lost from the middle, as recognition of scans does. */
const noisy = asked.map(({ name }) => name.slice(0, name.length >> 1) + name.slice((name.length >> 1) + 1));
const plain = new Map(asked.map(({ code, name }) => [code, name]));
const lookup = nameLookup(classification, 2024);

const WAYS: Readonly<Record<string, { readonly run: (index: number) => unknown; readonly questions?: number }>> = {
  "a key of a Map (the base)": { run: (index) => plain.get(asked[index]!.code) },
  "a code in a year": { run: (index) => classification.entry(asked[index]!.code, 2024) },
  "code and name judged": { run: (index) => classification.verdict(asked[index]!.code, asked[index]!.name, 2024) },
  "children of a 款": { run: (index) => classification.children(asked[index]!.code.slice(0, 5), 2024) },
  "a name under its 款": {
    run: (index) => classification.byName(asked[index]!.name, 2024, { parent: asked[index]!.code.slice(0, 5) }),
  },
  "a path of names": { run: (index) => lookup.functional(paths[index]!) },
  "a misread name under its 款": {
    run: (index) => classification.fuzzy(noisy[index]!, 2024, { parent: asked[index]!.code.slice(0, 5) }),
    questions: 500,
  },
  "a misread name anywhere": { run: (index) => classification.fuzzy(noisy[index]!, 2024), questions: 500 },
  "initials of the pinyin": { run: () => classification.search("ylbx", 2024), questions: 500 },
};

const NAMES: Readonly<Record<string, { readonly id: string; readonly zh: string }>> = {
  "a code in a year": { id: "code", zh: "查某年度的一个编码" },
  "code and name judged": { id: "verdict", zh: "判断编码与名称是否相符" },
  "a name under its 款": { id: "name", zh: "在款下按名称查项" },
  "a path of names": { id: "path", zh: "按类、款、项的名称查" },
  "a misread name under its 款": { id: "misread", zh: "在款下查缺一个字的名称" },
  "a misread name anywhere": { id: "misread-anywhere", zh: "在全部科目中查缺一个字的名称" },
  "initials of the pinyin": { id: "pinyin", zh: "按拼音首字母查" },
};

const times = new Map<string, number>();
for (let round = 0; round < ROUNDS; round++) {
  for (const [name, { run, questions = QUESTIONS }] of Object.entries(WAYS)) {
    const began = performance.now();
    for (let index = 0; index < questions; index++) run(index);
    const each = ((performance.now() - began) / questions) * 1000;
    times.set(name, Math.min(times.get(name) ?? Infinity, each));
  }
}
const base = times.values().next().value!;
say(`${classification.entries.length} entries loaded in ${loaded.toFixed(1)} ms; best of ${ROUNDS} rounds`);
for (const [name, each] of times) {
  const words = NAMES[name];
  say(`${name}: ${each.toFixed(2)} µs`);
  if (words)
    measured({
      id: words.id,
      zh: `${words.zh}，与读一次 Map 之比`,
      en: `${name}, to one key of a Map`,
      kind: "ratio",
      value: each / base,
      better: "less",
      samples: QUESTIONS,
      // Microseconds move more than whole runs do.
      slack: 1,
    });
}

const source = readFileSync(new URL("../packages/core/src/classification/generated/data.ts", import.meta.url));
const kB = (bytes: Uint8Array) => `${(bytes.length / 1024).toFixed(1)} kB`;
say(`data for a browser: ${kB(source)}, gzip ${kB(gzipSync(source))}, brotli ${kB(brotliCompressSync(source))}`);
finish("classification");
