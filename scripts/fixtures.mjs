// Writes the typed accounts of every fixture anew, after a change that means to change them. The difference is to be read
// before it is committed: node --conditions=juesuan-source scripts/fixtures.mjs
import { readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { assembleAccounts } from "../packages/core/src/index.ts";
import { examine } from "../packages/readers/src/index.ts";

const folder = fileURLToPath(new URL("../fixtures/", import.meta.url));
for (const id of readdirSync(folder)) {
  if (!statSync(folder + id).isDirectory()) continue;
  const name = readdirSync(folder + id).find((file) => file.startsWith("source."));
  if (name === undefined) continue;
  const { disclosure, document } = await examine(new Uint8Array(readFileSync(`${folder}${id}/${name}`)), { name });
  writeFileSync(
    `${folder}${id}/accounts.json`,
    `${JSON.stringify(assembleAccounts(disclosure, { text: document.text }), null, 1)}\n`,
  );
  console.log(id);
}
