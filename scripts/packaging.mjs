// Whether the packages can be published as they are: packs each one as npm would and holds what is in the archive against
// publint (exports, files), the resolution of types (attw's engine), what must not be in it, and the size of the core in a
// browser; packs the terminal tool, installs it elsewhere without a network and uses it there. Build first. Exit code 1 names what is wrong.
//
//   pnpm packaging
import { readFileSync, existsSync, mkdtempSync, rmSync } from "node:fs";
import { spawnSync } from "node:child_process";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { checkPackage, createPackageFromTarballData } from "@arethetypeswrong/core";
import { publint } from "publint";
import { formatMessage } from "publint/utils";
import { problemsOfTool } from "./lib/packed-tool.mjs";
import { environment, root } from "./lib/workspace.mjs";

const PACKAGES = ["core", "readers", "store", "writers"];

/**
 * Bytes, gzip, of the whole core with every relation, form and table, bundled for a browser: examples/browser.ts. A little
 * above what it was when it was set, so that growth is a decision: a third of it is zod, which cannot be taken apart, and
 * the rest grows with the relations and with what explains a mistake. The relations' examples are an entry of their own.
 */
export const CORE_LIMIT = 210_000;

/** The packages are modules only, for Node 22 and bundlers: other ways of resolving are not promised. */
const PROMISED = new Set(["node16-esm", "bundler"]);

function run(command, args, options = {}) {
  const { status, stdout, stderr, error } = spawnSync(command, args, {
    cwd: root,
    env: environment,
    encoding: "utf8",
    ...options,
  });
  if (status !== 0) throw new Error(`${command} ${args.join(" ")}:\n${stdout}${stderr}${error ?? ""}`);
  return stdout;
}

/** What is wrong with one package, as sentences. */
async function problemsOf(name, folder) {
  const source = join(root, "packages", name);
  const manifest = JSON.parse(readFileSync(join(source, "package.json"), "utf8"));
  const problems = [];
  for (const field of ["description", "license", "files", "exports", "sideEffects", "engines", "publishConfig"])
    if (manifest[field] === undefined) problems.push(`package.json has no ${field}`);
  for (const file of ["README.md", "LICENSE"])
    if (!existsSync(join(source, file))) problems.push(`there is no ${file}`);
  const [packed] = [JSON.parse(run("pnpm", ["pack", "--json", "--pack-destination", folder], { cwd: source }))].flat();
  const tarball = new Uint8Array(readFileSync(packed.filename));
  for (const { path } of packed.files)
    if (/\.(?:test|suite)\.|^src\/|tsbuildinfo|\.env/.test(path)) problems.push(`${path} must not be published`);
  const { messages, pkg } = await publint({
    pack: { tarball: tarball.buffer },
    strict: true,
  });
  // Sources are there for this repository alone; who installs the package never asks by that name.
  for (const message of messages)
    if (!message.path?.includes("juesuan-source")) problems.push(formatMessage(message, pkg, { color: false }));
  const types = await checkPackage(createPackageFromTarballData(tarball));
  if (types.types === false) problems.push("no types");
  else
    for (const problem of types.problems)
      if (problem.resolutionKind === undefined || PROMISED.has(problem.resolutionKind))
        problems.push(`types: ${problem.kind} ${problem.entrypoint ?? ""} ${problem.resolutionKind ?? ""}`);
  console.log(`@juesuan/${name}: ${packed.files.length} 个文件 files, ${(tarball.length / 1024).toFixed(0)} kB`);
  return problems.map((problem) => `@juesuan/${name}: ${problem}`);
}

function sizeOfCore(folder) {
  const out = join(folder, "page");
  const examples = join(root, "examples");
  run(
    join(examples, "node_modules", ".bin", "vite"),
    ["build", "--outDir", out, "--emptyOutDir", "--logLevel", "error"],
    {
      cwd: examples,
      env: { ...environment, NODE_ENV: "production" },
    },
  );
  const page = readFileSync(join(out, "index.html"), "utf8");
  const script = /src="\/?([^"]+\.js)"/.exec(page)[1];
  return gzipSync(readFileSync(join(out, script))).length;
}

/** The bill of materials, written by pnpm: what it says of every package that is installed. */
function problemsOfBill() {
  const bill = JSON.parse(run("pnpm", ["sbom", "--sbom-format", "cyclonedx", "--sbom-type", "application"]));
  const components = bill.components ?? [];
  const unnamed = components.filter(({ version, purl }) => !version || !purl);
  const unlicensed = components.filter(({ licenses }) => !licenses?.length).map(({ purl }) => purl);
  console.log(
    `物料清单 bill of materials: CycloneDX ${bill.specVersion}, ${components.length} 个组件 components${unlicensed.length > 0 ? `；没有写明许可 without a licence: ${unlicensed.join(", ")}` : ""}`,
  );
  if (components.length < 100) return [`the bill of materials lists ${components.length} components only`];
  return unnamed.map(({ name }) => `the bill of materials has no version or address for ${name}`);
}

async function main() {
  const folder = mkdtempSync(join(tmpdir(), "juesuan-packaging-"));
  try {
    const problems = [];
    for (const name of PACKAGES) problems.push(...(await problemsOf(name, folder)));
    problems.push(...problemsOfTool(folder), ...problemsOfBill());
    const size = sizeOfCore(folder);
    console.log(`核心在浏览器里 the core in a browser: ${(size / 1024).toFixed(1)} kB gzip`);
    if (size > CORE_LIMIT) problems.push(`the core is ${size} bytes gzip in a browser, the limit is ${CORE_LIMIT}`);
    for (const problem of problems) console.error(problem);
    return problems.length === 0 ? 0 : 1;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

if (import.meta.main) process.exitCode = await main();
