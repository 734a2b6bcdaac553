// Every licence of every package that is installed, held against what the project allows. Exit code 1 names what is not.
//   pnpm run licences      the check
//   pnpm sbom --sbom-format cyclonedx --lockfile-only      the bill of materials (pnpm's own)
import "./require-node.mjs";
import { spawnSync } from "node:child_process";
import { environment, root } from "./lib/workspace.mjs";

const PERMISSIVE = new Set([
  "MIT",
  "MIT-0",
  "ISC",
  "0BSD",
  "BSD-2-Clause",
  "BSD-3-Clause",
  "Apache-2.0",
  "BlueOak-1.0.0",
  "CC0-1.0",
  "Unlicense",
  "Zlib",
  "Python-2.0",
]);

/** Allowed in tools that never reach a user, with the reason each is there. */
const ONLY_IN_TOOLS = new Map([
  ["axe-core", "MPL-2.0: the accessibility rules of the browser tests"],
  ["@axe-core/playwright", "MPL-2.0: the same"],
  ["caniuse-lite", "CC-BY-4.0: data of the compiler under the mutation tests"],
  ["lightningcss", "MPL-2.0: vite's stylesheet compiler"],
  ["@img/sharp-libvips", "LGPL-3.0: a library that miniflare, the tests' Cloudflare runtime, links dynamically"],
]);

function licences(...options) {
  const { status, stdout, stderr } = spawnSync("pnpm", ["licenses", "list", "--json", "-r", ...options], {
    cwd: root,
    env: environment,
    encoding: "utf8",
    maxBuffer: 1 << 28,
  });
  if (status !== 0) throw new Error(`pnpm licenses failed:\n${stdout}${stderr}`);
  return Object.entries(JSON.parse(stdout)).flatMap(([licence, packages]) =>
    packages.map(({ name }) => ({ name, licence })),
  );
}

/** One of the alternatives of "(MIT OR CC0-1.0)" is enough; of "A AND B" each must be allowed. */
const allowed = (licence) =>
  licence
    .replaceAll(/[()]/g, "")
    .split(" OR ")
    .some((alternative) => alternative.split(" AND ").every((one) => PERMISSIVE.has(one.trim())));

const shipped = licences("--prod");
const reaches = new Set(shipped.map(({ name }) => name));
const tool = (name) => !reaches.has(name) && [...ONLY_IN_TOOLS.keys()].some((known) => name.startsWith(known));
const all = licences();
const refused = all.filter(({ name, licence }) => !allowed(licence) && !tool(name));
for (const { name, licence } of refused)
  console.error(`✗ ${name}: ${licence} 不在许可清单中 is not among the licences allowed`);
console.log(`${all.length} 个依赖包，其中 ${shipped.length} 个随产品发布 packages, ${shipped.length} of them shipped`);
process.exitCode = refused.length > 0 ? 1 : 0;
