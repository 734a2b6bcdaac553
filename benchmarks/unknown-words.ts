// What is claimed where an office words it as nobody has before: in true narratives, the words before a number are replaced by
// others, or have others put into them, and each text is read and checked. Nothing may be said to be wrong.
//
//   node --conditions=juesuan-source benchmarks/unknown-words.ts [--texts 1200] [--seed 1] [--show]

import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { examine } from "@juesuan/readers";
import { Random } from "./disclosures/random.ts";
import { finish, measured, say } from "./measures.ts";
import { parseAnnotated } from "./narrative/annotated.ts";

const { values } = parseArgs({
  options: {
    texts: { type: "string", default: "1200" },
    seed: { type: "string", default: "1" },
    show: { type: "boolean", default: false },
    // Read by measures.ts.
    json: { type: "boolean", default: false },
  },
});

const FOLDER = join(import.meta.dirname, "../fixtures/narrative");
/** The words that a clause has before its number. */
const BEFORE_A_NUMBER = /(?<=[，。；：、\n])[一-龥“”]{2,16}(?=\d)/g;
/** An omission is no claim that something is wrong: a text without the word may well lack the reason or the item. */
const OMISSION = /element-missing|reason/;

interface Variant {
  readonly file: string;
  readonly text: string;
  readonly word: string;
  readonly instead: string;
}

function variants(): Variant[] {
  return readdirSync(FOLDER)
    .filter((name) => name.endsWith(".txt"))
    .flatMap((file) => {
      const { text } = parseAnnotated(readFileSync(join(FOLDER, file), "utf8"));
      const words = new Set([...text.matchAll(BEFORE_A_NUMBER)].map(([word]) => word));
      return [...words].flatMap((word) => {
        const half = Math.ceil(word.length / 2);
        return [`${word.slice(0, half)}某门类${word.slice(half)}`, "有关事体"].map((instead) => ({
          file,
          text,
          word,
          instead,
        }));
      });
    });
}

/** In sentences alone: headings say which section is read, and another section is another matter. */
function reworded({ text, word, instead }: Variant): string {
  return text
    .split("\n")
    .map((line) => (/[。；，]/.test(line) ? line.replaceAll(word, instead) : line))
    .join("\n");
}

const random = new Random(Number(values.seed));
const all = variants();
const claims = new Map<string, number>();
let read = 0;
let blamed = 0;
for (let count = 0; count < Number(values.texts); count++) {
  const variant = all[random.integer(0, all.length - 1)]!;
  const { report } = await examine(new TextEncoder().encode(reworded(variant)));
  read++;
  const said = report.findings.filter(
    ({ severity, relation }) => (severity === "error" || severity === "warning") && !OMISSION.test(relation),
  );
  if (said.some(({ severity }) => severity === "error")) blamed++;
  for (const { severity, relation, message } of said) {
    const kind = `${severity} ${relation}`;
    claims.set(kind, (claims.get(kind) ?? 0) + 1);
    if (values.show) say(`${variant.file} ${variant.word} → ${variant.instead}: ${message}`);
  }
}
for (const [kind, count] of [...claims].toSorted((a, b) => b[1] - a[1])) say(`${kind}: ${count}`);
measured({
  id: "blamed",
  zh: "没有错而换了谁也没见过的说法的说明，被说成有错的",
  en: "true narratives in words that nobody knows, said to be wrong",
  kind: "share",
  value: blamed / read,
  better: "less",
  samples: read,
});
finish("unknown-words");
